/** People who left and came back: what they were asked before belongs to an employment that has ended. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

interface AskedOf {
  readonly id: string;
  readonly person: string | null;
}

/** Those of some requests that were made before their person came back, by the ids of the requests. */
export async function askedBeforeReturn(requests: readonly AskedOf[], db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const people = [...new Set(requests.flatMap(({ person }) => person ?? []))];
  if (people.length === 0) return new Set();
  // Somebody becomes known a second time by coming back.
  const known = await db
    .selectFrom('event')
    .select(['object', 'seq'])
    .where('object', 'in', people)
    .where('kind', '=', 'person-known')
    .execute();
  const times = new Map<string, number[]>();
  for (const { object, seq } of known) times.set(object, [...(times.get(object) ?? []), seq]);
  const returned = new Map([...times].flatMap(([person, seqs]) => (seqs.length > 1 ? [[person, Math.max(...seqs)] as const] : [])));
  const theirs = requests.filter(({ person }) => returned.has(person ?? ''));
  if (theirs.length === 0) return new Set();
  const asked = await db
    .selectFrom('event')
    .select(['object', 'seq'])
    .where(
      'object',
      'in',
      theirs.map(({ id }) => id),
    )
    .where('kind', '=', 'requested')
    .execute();
  const since = new Map(theirs.map(({ id, person }) => [id, returned.get(person ?? '') ?? 0]));
  return new Set(asked.flatMap(({ object, seq }) => (seq < (since.get(object) ?? 0) ? [object] : [])));
}
