/** The files that the register names, in the order of their SHA-256. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from './tables.js';

/** So many names are in memory at a time. */
const atOnce = 1000;

interface Named {
  readonly sha256: string;
  /** Of the last event that names it, and of the last that erased it; 0 where there is none. */
  readonly named: number;
  readonly erased: number;
}

async function* filesOf(db: Kysely<Tables>, table: 'blob' | 'erased_file'): AsyncGenerator<Named> {
  const last = (of: 'blob' | 'erased_file') =>
    sql`coalesce((select max(event) from ${sql.table(of)} as other where other.sha256 = one.sha256), 0)`;
  let after = '';
  for (;;) {
    const { rows } = await sql<Named>`select sha256, ${last('blob')} as named, ${last('erased_file')} as erased
      from ${sql.table(table)} as one where sha256 > ${after} group by sha256 order by sha256 limit ${atOnce}`.execute(db);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    after = end.sha256;
  }
}

/** The files that a register has to have: those that an event names and none has erased since. */
export async function* filesIn(db: Kysely<Tables>): AsyncGenerator<string> {
  for await (const { sha256, named, erased } of filesOf(db, 'blob')) if (named > erased) yield sha256;
}

/** The files that it must not have any more: those that were erased and that no event has named since. */
export async function* erasedFilesIn(db: Kysely<Tables>): AsyncGenerator<string> {
  for await (const { sha256, named, erased } of filesOf(db, 'erased_file')) if (erased > named) yield sha256;
}
