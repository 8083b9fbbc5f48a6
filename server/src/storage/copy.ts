/** A register’s tables from one database into another, of whichever kind. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { insertAll } from './append.js';
import type { Tables } from './tables.js';

/** So many rows are in memory at a time, or the rows of so many events. */
const atOnce = 2000;

/** The tables of a database, with the column by which each is read piece by piece. */
async function tablesOf(db: Kysely<Tables>): Promise<readonly { readonly name: keyof Tables; readonly by: 'event' | 'seq' | 'id' }[]> {
  const all = await db.introspection.getTables();
  return all.map(({ name, columns }) => {
    const by = (['event', 'seq', 'id'] as const).find((column) => columns.some((one) => one.name === column));
    if (by === undefined) throw new Error(`the table ${name} has no column to read it by`);
    // The counters have both, and are read by their names.
    return { name: name as keyof Tables, by: name === 'chain_head' ? 'id' : by };
  });
}

/**
 * Copies all rows into the same tables of a SQLite file that has them, empty. The source stays as it is while it is read, in a
 * transaction of the caller.
 */
export async function copyInto(from: Kysely<Tables>, to: Kysely<Tables>): Promise<void> {
  await copy(from, to, await tablesOf(to));
}

/** The same out of a SQLite file, whose tables are the ones that count, events first. */
export async function copyOutOf(from: Kysely<Tables>, to: Kysely<Tables>, order: readonly (keyof Tables)[]): Promise<void> {
  const tables = await tablesOf(from);
  await copy(
    from,
    to,
    order.flatMap((name) => tables.filter((one) => one.name === name)),
  );
}

async function copy(from: Kysely<Tables>, to: Kysely<Tables>, tables: Awaited<ReturnType<typeof tablesOf>>): Promise<void> {
  for (const { name, by } of tables) {
    if (name === 'chain_head') {
      const { seq, at, hash } = await from.selectFrom('chain_head').selectAll().executeTakeFirstOrThrow();
      if (seq > 0) await to.updateTable('chain_head').set({ seq, at, hash }).execute();
      continue;
    }
    for await (const rows of by === 'id' || name === 'series' ? byId(from, name) : bySeq(from, name, by)) await insertAll(to, name, rows);
  }
}

async function* byId(db: Kysely<Tables>, table: keyof Tables): AsyncGenerator<readonly object[]> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom(table as 'person')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? '';
  }
}

async function* bySeq(db: Kysely<Tables>, table: keyof Tables, column: 'event' | 'seq'): AsyncGenerator<readonly object[]> {
  const { rows: ends } = await sql<{ last: number | null }>`select max(${sql.ref(column)}) as last from ${sql.table(table)}`.execute(db);
  const last = Number(ends[0]?.last ?? 0);
  for (let after = 0; after < last; after += atOnce) {
    const rows = await db
      .selectFrom(table as 'document')
      .selectAll()
      .where(column as 'event', '>', after)
      .where(column as 'event', '<=', after + atOnce)
      .execute();
    if (rows.length > 0) yield rows;
  }
}
