/** What a role that was imported, and edited since, still says of its file: the way there and back, after somebody has been on it. */
import type { Role } from '../role/role.generated.js';
import { wholeOf } from './beside-paper.js';
import type { BesidePaper } from './beside-paper.js';
import { idsAt, isRecord, textsIn, valueAt } from './pointer.js';
import type { ImportReport, ReportPart } from './report.js';
import { hasWords, plain } from './words.js';

/** On the paper in the same words, in other words, in the role and not on its paper, or no longer in the role. */
export type Kept = 'same' | 'reworded' | 'unprinted' | 'gone';

export interface Comparison {
  /** For each entry of the report, for each of its parts; null for what is no part of a role, such as places to sign. */
  readonly kept: readonly (readonly (Kept | null)[])[];
  readonly figures: Readonly<Record<Kept | 'added', number>>;
}

/** `draft` is what the import made of the file, `role` what stands in the project now, `paper` what its description says. */
export function comparisonOf({ entries }: ImportReport, draft: Role, role: Role, paper: BesidePaper): Comparison {
  const ids = new Set(idsIn(role));
  const words = plain(textsIn(role).join(' \n '));
  const figures = { same: 0, reworded: 0, unprinted: 0, gone: 0, added: paper.added.length };
  /** What the cells before in the same row have told: the paper writes the others of a criterion as letters, which are no other words. */
  const told = new Set<string>();
  const kept = entries.map(({ parts, text, place: { cells } }, at) =>
    parts.map((part, place): Kept | null => {
      if (!isOfRole(part)) return null;
      const statements = paper.said[at]?.[place] ?? [];
      const cell = cells.at(-1);
      const inRow = cell ? statements.map(({ key }) => `${cell.table}:${cell.row} ${key}`) : [];
      const isTold = inRow.length > 0 && inRow.every((one) => told.has(one));
      for (const one of inRow) told.add(one);
      const said = statements.map((one) => plain(wholeOf(one)));
      const own = [part.text, text].map(plain);
      const outcome =
        said.length > 0
          ? said.some((one) => own.includes(one) || one.includes(plain(part.text)))
            ? 'same'
            : 'reworded'
          : part.to.some((pointer) => idsAt(draft, pointer).some((id) => ids.has(id)) || isUntouched(pointer, draft, role)) ||
              words.includes(plain(part.text))
            ? 'unprinted'
            : 'gone';
      if (outcome === 'reworded' && isTold) return null;
      figures[outcome] += 1;
      return outcome;
    }),
  );
  return { kept, figures };
}

/** Facts that are no entries, such as who stands in: whether both say the same. */
function isUntouched(pointer: string, draft: Role, role: Role): boolean {
  const [, path = ''] = pointer.split(':');
  const [then, now] = [valueAt(draft, path), valueAt(role, path)];
  return now !== undefined && JSON.stringify(then) === JSON.stringify(now);
}

const isOfRole = ({ certainty, to, text }: ReportPart): boolean =>
  certainty !== 'left-out' && to.some((pointer) => pointer.startsWith('role:')) && hasWords(text);

/** Every id of a role, at any depth. */
export function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isRecord(value)) return [];
  return [...(typeof value.id === 'string' ? [value.id] : []), ...Object.values(value).flatMap(idsIn)];
}
