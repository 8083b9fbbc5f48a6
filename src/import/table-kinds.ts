/** What a table is about, told by the heads of its columns. */
import type { CellBlock, TableBlock } from './lines.js';
import type { Rules } from './rules.js';
import { hasWords, wordsOf } from './words.js';

export type TableKind = 'kpis' | 'competencies' | 'relations' | 'limits' | 'criteria' | 'duties' | 'reports' | 'serviceLevels';

/** The column without which a table is not of its kind, and those that may stand beside it. */
const shapes: Readonly<Record<TableKind, { readonly main: readonly string[]; readonly others: readonly string[] }>> = {
  kpis: { main: ['name'], others: ['target', 'weight', 'period', 'unit', 'dataSource', 'formula', 'points', 'ordinal'] },
  relations: { main: ['party'], others: ['purpose', 'receives', 'provides', 'nature', 'external', 'period', 'ordinal'] },
  limits: { main: ['topic'], others: ['decides', 'agrees', 'refers', 'ordinal'] },
  criteria: {
    main: ['criterion', 'essential', 'importance'],
    others: ['criterion', 'essential', 'desirable', 'importance', 'assessed', 'ordinal'],
  },
  duties: { main: ['duty'], others: ['group', 'result', 'measure', 'share', 'ordinal'] },
  competencies: { main: ['competency'], others: ['behaviour', 'level', 'ordinal'] },
  reports: { main: ['report'], others: ['period', 'recipient', 'contents', 'ordinal'] },
  serviceLevels: { main: ['event'], others: ['limit', 'onBreach', 'ordinal'] },
};

/** Columns that stand beside those of a kind and tell of none. */
const asides: Readonly<Partial<Record<TableKind, string>>> = { kpis: 'points', relations: 'period' };

export interface TableRead {
  readonly kind: TableKind;
  /** The meaning of each column that has one, by the column’s number. */
  readonly columns: ReadonlyMap<number, { readonly key: string; readonly shown: string }>;
  /** How many rows at the top are heads. */
  readonly heads: number;
  /** Whether its heads are not known, and its cells told what it is about. */
  readonly isGuessed?: boolean;
}

export const cellText = (cell: CellBlock | undefined): string => cell?.lines.map(({ text }) => text).join(' ') ?? '';

/** Null for a table whose heads are not known. `section` is what the text around it is about. */
export function tableKind(table: TableBlock, section: string | null, rules: Rules): TableRead | null {
  for (const [at, row] of table.rows.slice(0, 2).entries()) {
    const heads = row.map((cell) => ({ column: cell.column, keys: keysOf(cellText(cell), rules) }));
    const known = heads.filter(({ keys }) => keys.length > 0);
    if (known.length === 0) continue;
    const best = (Object.keys(shapes) as TableKind[])
      .map((kind) => ({ kind, columns: assigned(heads, kind), bonus: sectionOf(kind, section) ? 1 : 0 }))
      .filter(({ kind, columns }) => [...columns.values()].some(({ key }) => shapes[kind].main.includes(key)))
      // Among procedures a table is a working table, unless it gives times.
      .filter(({ kind }) => section !== 'procedures' || kind === 'serviceLevels')
      .map((one) => ({ ...one, score: tellingColumns(one) + one.bonus }))
      .sort((a, b) => b.score - a.score)[0];
    if (best && best.score >= 2 && row.length > 1 && isCovered(best.columns, heads))
      return { kind: best.kind, columns: withRemaining(best, heads), heads: at + 1 };
  }
  return null;
}

const tellingColumns = ({ kind, columns }: Pick<TableRead, 'kind' | 'columns'>): number =>
  [...columns.values()].filter(({ key }) => key !== 'ordinal' && key !== asides[kind]).length;

/** What stands beside a competency under a head that is not known shows it, and beside a contact how often or in which way: the only column left. */
const remaining: Readonly<Partial<Record<TableKind, string>>> = { competencies: 'behaviour', relations: 'period' };

function withRemaining({ kind, columns }: Pick<TableRead, 'kind' | 'columns'>, heads: readonly { column: number }[]): TableRead['columns'] {
  const [left, ...more] = heads.filter(({ column }) => !columns.has(column));
  const key = remaining[kind];
  const isTaken = [...columns.values()].some((one) => one.key === key);
  if (!left || more.length > 0 || key === undefined || isTaken) return columns;
  return new Map([...columns, [left.column, { key, shown: [...columns.values()][0]?.shown ?? '' }]]);
}

/** At least half of the heads are known, or a table of another kind would lose its cells. */
const isCovered = (columns: ReadonlyMap<number, unknown>, heads: readonly unknown[]): boolean =>
  columns.size * 2 >= heads.length && (columns.size > 1 || heads.length < 3);

const sectionOf = (kind: TableKind, section: string | null): boolean =>
  section !== null &&
  (section === kind ||
    (kind === 'criteria' && /^(?:requirements|education|experience|knowledge|skills|extra)$/.test(section)) ||
    (kind === 'competencies' && section === 'qualities') ||
    (kind === 'serviceLevels' && section === 'procedures'));

function keysOf(text: string, rules: Rules): { key: string; shown: string }[] {
  if (!hasWords(text) && text.trim() !== '%' && text.trim() !== '№' && text.trim() !== '#') return [];
  const exact = rules.columns.exact(text);
  if (exact.length > 0) return exact.map(({ key, shown }) => ({ key, shown }));
  if (isInitials(text, rules)) return [{ key: 'assessed', shown: text.trim() }];
  const bare = rules.columns.exact(text.replace(/\s*\([^()]*\)/gu, ''));
  if (bare.length > 0) return bare.map(({ key, shown }) => ({ key, shown }));
  const part = text.includes('/') ? text.split('/').flatMap((one) => rules.columns.exact(one)) : [];
  if (part.length > 0) return part.map(({ key, shown }) => ({ key, shown }));
  // «Legt voor aan het hoofd verkoop», “You refer to the managing director”: the head goes on.
  const words = wordsOf(text);
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    const start = rules.columns.exact(words.slice(0, count).join(' '));
    const one = start.find(({ key }) => key === 'refers' || key === 'decides' || key === 'agrees');
    if (one) return [{ key: one.key, shown: one.shown }];
  }
  const near = words.length <= 5 ? rules.columns.nearest(text) : null;
  return near && near.share >= 0.8 ? [{ key: near.wording.key, shown: near.wording.shown }] : [];
}

/**
 * ‘Taken | Wat doe je dan | Norm / resultaat’: of two columns of what is done the first names the areas, and a result stands behind
 * the duties, though areas are called results too.
 */
function parted(
  columns: Map<number, { key: string; shown: string }>,
  heads: readonly { column: number; keys: { key: string; shown: string }[] }[],
): void {
  const duty = [...columns].find(([, { key }]) => key === 'duty')?.[0];
  if (duty === undefined) return;
  const has = (key: string): boolean => [...columns.values()].some((one) => one.key === key);
  for (const { column, keys } of heads) {
    if (column <= duty) continue;
    const result = keys.find(({ key }) => key === 'result' || key === 'measure');
    if (result && (columns.get(column)?.key ?? 'group') === 'group' && !has(result.key)) columns.set(column, result);
  }
  const second = heads.find(({ column, keys }) => column > duty && !columns.has(column) && keys.some(({ key }) => key === 'duty'));
  if (!second || has('group')) return;
  columns.set(duty, { key: 'group', shown: columns.get(duty)?.shown ?? '' });
  columns.set(second.column, second.keys.find(({ key }) => key === 'duty') ?? { key: 'duty', shown: '' });
}

/** “A / I / T”: the initials of all ways to assess are the head of their column. */
function isInitials(text: string, { words }: Rules): boolean {
  const letters = text
    .trim()
    .toLowerCase()
    .split(/\s*[/,]\s*/u);
  const known = Object.values(words.assessed).flat().map(String);
  return letters.length > 1 && letters.every((one) => one.length === 1 && known.includes(one));
}

function assigned(
  heads: readonly { column: number; keys: { key: string; shown: string }[] }[],
  kind: TableKind,
): Map<number, { key: string; shown: string }> {
  const { main, others } = shapes[kind];
  const columns = new Map<number, { key: string; shown: string }>();
  const used = new Set<string>();
  for (const { column, keys } of heads) {
    const found = [...main, ...others]
      .map((wanted) => keys.find(({ key }) => key === wanted && (!used.has(key) || key === 'criterion')))
      .find((one) => one !== undefined);
    if (!found) continue;
    columns.set(column, found);
    used.add(found.key);
  }
  if (kind === 'duties') parted(columns, heads);
  // “% of time | Responsibility”: what names areas elsewhere is here what is done.
  if (kind === 'duties' && used.has('share') && !used.has('duty'))
    for (const [column, { key, shown }] of columns) if (key === 'group') columns.set(column, { key: 'duty', shown });
  return columns;
}
