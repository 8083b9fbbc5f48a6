/**
 * Erasures as lines, to be kept outside with the anchors: a back-up still holds what was erased after it was made, and whoever restores it has
 * to erase that again. A line names events by their seq with the beginning of their hash, since a register that was restored
 * goes on with the same numbers for other events: `at person class seq:hash,… sha256,…`, and `-` for no files.
 */
import type { Kysely } from 'kysely';
import { seen, withPayload } from './seen.js';
import type { Tables } from './tables.js';

export interface LoggedErasure {
  readonly at: string;
  readonly person: string;
  readonly class: string;
  readonly events: readonly { readonly seq: number; readonly hash: string }[];
  readonly files: readonly string[];
}

/** Digits of a hash that are enough to tell an event from another with its number. */
const digits = 16;

export const erasureLine = ({ at, person, class: of, events, files }: LoggedErasure): string =>
  [at, person, of, events.map(({ seq, hash }) => `${seq}:${hash.slice(0, digits)}`).join(',') || '-', files.join(',') || '-'].join(' ');

/** Reads such lines; empty ones and those that start with # say nothing. Gives the numbers of lines that are none. */
export function readErasures(text: string): { readonly erasures: readonly LoggedErasure[]; readonly strange: readonly number[] } {
  const erasures: LoggedErasure[] = [];
  const strange: number[] = [];
  for (const [number, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, at, person, of, events, files] =
      /^(\S+Z) (\S+) (\S+) (-|\d+:[0-9a-f]{16}(?:,\d+:[0-9a-f]{16})*) (-|[0-9a-f]{64}(?:,[0-9a-f]{64})*)$/.exec(line.trim()) ?? [];
    if (at === undefined || person === undefined || of === undefined || events === undefined || files === undefined)
      strange.push(number + 1);
    else
      erasures.push({
        at,
        person,
        class: of,
        events: listed(events).map((one) => ({ seq: Number(one.split(':')[0]), hash: one.split(':')[1] ?? '' })),
        files: listed(files),
      });
  }
  return { erasures, strange };
}

const listed = (text: string): string[] => (text === '-' ? [] : text.split(','));

/** The erasures after a seq that a register knows of. */
export async function erasuresAfter(db: Kysely<Tables>, after: number): Promise<readonly LoggedErasure[]> {
  const rows = await withPayload(db).where('event.kind', '=', 'erased').where('event.seq', '>', after).orderBy('event.seq').execute();
  const found: LoggedErasure[] = [];
  for (const event of rows.map(seen)) {
    if (event.kind !== 'erased' || event.payload === null) continue;
    const { person, class: of, files } = event.payload;
    const events = await db
      .selectFrom('erased_payload')
      .innerJoin('event', 'event.seq', 'erased_payload.seq')
      .select(['event.seq', 'event.hash'])
      .where('erased_payload.event', '=', event.seq)
      .orderBy('event.seq')
      .execute();
    found.push({ at: event.at, person, class: of, events, files: files ?? [] });
  }
  return found;
}
