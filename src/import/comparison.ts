/** What a role that was imported, and edited since, still says of its file: the way there and back, after somebody has been on it. */
import type { Role } from '../role/role.generated.js';
import { wholeOf } from './beside-paper.js';
import type { BesidePaper } from './beside-paper.js';
import { idsAt, isRecord } from './pointer.js';
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
  const kept = entries.map(({ parts, text }, at) =>
    parts.map((part, place): Kept | null => {
      if (!isOfRole(part)) return null;
      const statements = paper.said[at]?.[place] ?? [];
      const said = statements.map((one) => plain(wholeOf(one)));
      const own = [part.text, text].map(plain);
      const outcome =
        said.length > 0
          ? said.some((one) => own.includes(one) || one.includes(plain(part.text)))
            ? 'same'
            : 'reworded'
          : part.to.flatMap((pointer) => idsAt(draft, pointer)).some((id) => ids.has(id)) || words.includes(plain(part.text))
            ? 'unprinted'
            : 'gone';
      figures[outcome] += 1;
      return outcome;
    }),
  );
  return { kept, figures };
}

const isOfRole = ({ certainty, to, text }: ReportPart): boolean =>
  certainty !== 'left-out' && to.some((pointer) => pointer.startsWith('role:')) && hasWords(text);

/** Every id of a role, at any depth. */
export function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isRecord(value)) return [];
  return [...(typeof value.id === 'string' ? [value.id] : []), ...Object.values(value).flatMap(idsIn)];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
}
