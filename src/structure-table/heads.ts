/** Who leads each department and who is at the top, as far as the table tells it by its superiors or by the titles in it. */
import { folded } from '../staff-list/columns.js';
import type { Entries, Entry } from './entries.js';
import type { Superior } from './superiors.js';
import type { Table } from './table.js';
import { beginsWith, wordsOf } from './words.js';
import type { TableWords } from './words.js';

export interface Head {
  /** The row that leads, from 0. */
  readonly entry: number;
  /** By its title; else by who reports to whom. */
  readonly byTitle: boolean;
}

export interface Heads {
  /** By the places of departments in their list. */
  readonly of: ReadonlyMap<number, Head>;
  /** The row at the top; null where nobody can tell. */
  readonly top: number | null;
  /** Whether the table says itself that nobody is above the top. */
  readonly topStated: boolean;
}

/** Whether the table says to whom people report: a table of units may do so for a few of them, and leave the others to their heads. */
export function saysSuperiors(superiors: readonly Superior[], table: Table): boolean {
  const said = superiors.filter(({ kind }) => kind !== 'unsaid').length;
  return said > 0 && (!table.has('units') || said * 2 > superiors.length);
}

/** Where the table names no superiors, departments that nobody leads and those that two lead are told of. */
export function headsOf(entries: Entries, superiors: readonly Superior[], table: Table): Heads {
  const stated = saysSuperiors(superiors, table);
  const { top, topStated } = stated ? topBySuperiors(superiors) : topByTitle(entries, superiors, table);
  const members = membersOf(entries);
  const of = new Map<number, Head>();
  const leading = new Set(superiors.flatMap((one) => (one.kind === 'rows' ? one.rows : [])));
  for (const [department, rows] of members) {
    const led = stated ? leaderBySuperiors(rows, superiors, leading) : null;
    if (led !== null) of.set(department, { entry: led, byTitle: false });
    else if (!stated || rows.some((row) => superiors[row]?.kind === 'unsaid')) {
      const entry = leaderByTitle(department, rows, entries, table, { top, tell: !stated });
      if (entry !== null) of.set(department, { entry, byTitle: true });
    }
  }
  return { of, top, topStated };
}

function membersOf({ list }: Entries): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const [at, { department }] of list.entries()) {
    if (department === null) continue;
    const rows = members.get(department);
    if (rows) rows.push(at);
    else members.set(department, [at]);
  }
  return members;
}

/** The one of a department who reports to nobody in it and leads others of it; where there is none, others at all. */
function leaderBySuperiors(rows: readonly number[], superiors: readonly Superior[], leading: ReadonlySet<number>): number | null {
  const own = new Set(rows);
  const above = (row: number): readonly number[] => {
    const one = superiors[row];
    return one?.kind === 'rows' ? one.rows : [];
  };
  const outermost = rows.filter((row) => leading.has(row) && !above(row).some((superior) => own.has(superior)));
  const leaders = new Set(rows.flatMap(above));
  const near = outermost.filter((row) => leaders.has(row));
  const [leader, ...more] = near.length > 0 ? near : outermost;
  return leader === undefined || more.length > 0 ? null : leader;
}

/** Whoever has nobody above and most below; of those that say so themselves, before those that say nothing. */
function topBySuperiors(superiors: readonly Superior[]): Pick<Heads, 'top' | 'topStated'> {
  const sizes = new Map<number, number>();
  for (const root of rootsOf(superiors)) {
    if (root !== null) sizes.set(root, (sizes.get(root) ?? 0) + 1);
  }
  const most = (kind: Superior['kind']): number | null =>
    [...sizes]
      .filter(([row]) => superiors[row]?.kind === kind)
      .reduce<readonly [number, number] | null>((best, one) => (best && best[1] >= one[1] ? best : one), null)?.[0] ?? null;
  const stated = most('nobody');
  return { top: stated ?? most('unsaid'), topStated: stated !== null };
}

/** Whoever each row is below in the end; null where that is a circle or a mistake. Each row is gone by once. */
function rootsOf(superiors: readonly Superior[]): readonly (number | null)[] {
  const roots = new Map<number, number | null>();
  for (const start of superiors.keys()) {
    const way = new Set<number>();
    let at = start;
    for (let one = superiors[at]; one?.kind === 'rows' && !roots.has(at) && !way.has(at); one = superiors[at]) {
      way.add(at);
      at = one.rows[0] ?? at;
    }
    const known = roots.get(at);
    const root = known !== undefined ? known : way.has(at) || superiors[at]?.kind === 'wrong' ? null : at;
    for (const one of [...way, at]) roots.set(one, root);
  }
  return superiors.map((_, at) => roots.get(at) ?? null);
}

function topByTitle({ list, departments }: Entries, superiors: readonly Superior[], table: Table): Pick<Heads, 'top' | 'topStated'> {
  const stated = superiors.findIndex(({ kind }) => kind === 'nobody');
  if (stated >= 0) return { top: stated, topStated: true };
  const outermost = list.flatMap((one, at) =>
    superiors[at]?.kind === 'unsaid' && isSingle(one) && (one.department === null || departments.list[one.department]?.parent === null)
      ? [at]
      : [],
  );
  for (const title of table.words.heads.top) {
    const [top, other] = outermost.filter((at) => folded(list[at]?.title ?? '') === folded(title));
    if (top === undefined) continue;
    if (other !== undefined)
      table.report(
        'table-several-tops',
        list[other]?.row ?? 0,
        'title',
        { title: list[other]?.title ?? '', first: list[top]?.row ?? 0 },
        'warning',
      );
    return { top, topStated: false };
  }
  // Whoever leads the first department leads all.
  const [first] = outermost.filter((at) => leadsBy(list[at], '', table.words) >= 3);
  return { top: first ?? null, topStated: false };
}

function leaderByTitle(
  department: number,
  rows: readonly number[],
  { list, departments }: Entries,
  table: Table,
  { top, tell }: { readonly top: number | null; readonly tell: boolean },
): number | null {
  if (top !== null && rows.includes(top)) return top;
  const name = departments.list[department]?.name ?? '';
  const scores = rows.map((row) => ({ row, score: leadsBy(list[row], name, table.words) })).filter(({ score }) => score > 0);
  const best = Math.max(0, ...scores.map(({ score }) => score));
  const [first, second] = scores.filter(({ score }) => score === best);
  const place = departments.list[department];
  if (!first) {
    const units = rows.reduce((sum, row) => sum + (list[row]?.units ?? 1), 0);
    if (tell && units > 1 && place) table.report('table-department-no-head', place.row, place.column, { department: name }, 'warning');
    return null;
  }
  if (tell && second)
    table.report(
      'table-department-two-heads',
      list[second.row]?.row ?? 0,
      'title',
      { department: name, first: list[first.row]?.title ?? '', second: list[second.row]?.title ?? '' },
      'warning',
    );
  return first.row;
}

const isSingle = ({ units, holders }: Entry): boolean =>
  (units ?? 1) <= 1 && holders.filter(({ holder }) => holder.acting !== true).length <= 1;

/** How surely a title says that its holder leads the department: from 4, which names it, to 0 for not at all. */
function leadsBy(entry: Entry | undefined, department: string, { heads }: TableWords): number {
  if (!entry || !isSingle(entry) || beginsWith(entry.title, heads.never)) return 0;
  const words = wordsOf(entry.title);
  const home = wordsOf(department);
  const namesHome = words.slice(1).some((word) => word.length > 3 && home.some((one) => one.slice(0, 5) === word.slice(0, 5)));
  if (beginsWith(entry.title, heads.leads) || heads.leadsLast.includes(words.at(-1) ?? '')) {
    if (words.slice(1).some((word) => heads.parts.includes(word) && !home.some((one) => one.slice(0, 4) === word.slice(0, 4)))) return 1;
    return namesHome || words.slice(0, -1).some((word) => word.length > 3 && home.some((one) => one.slice(0, 5) === word.slice(0, 5)))
      ? 4
      : 3;
  }
  return beginsWith(entry.title, heads.perhaps) ? 2 : 0;
}
