/**
 * Guards in the database itself: proof is insert-only, whatever a program asks for. They keep mistakes out, and programs that
 * have no more rights than ours; whoever owns the database can take them off, of which `verify` tells.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { bossRights } from './boss.js';
import type { Dialect } from './dialect.js';
import { allTables, proofTables } from './tables.js';
import type { Tables } from './tables.js';

/** What is refused, by tables. An event’s payload can be erased, never changed. */
const refused: readonly (readonly [table: string, deed: 'update' | 'delete'])[] = [
  ...['event', ...Object.keys(proofTables)].flatMap((table) => [[table, 'update'] as const, [table, 'delete'] as const]),
  ['event_payload', 'update'],
  ['series', 'delete'],
  ['chain_head', 'delete'],
];

/** Counters that go forward only, with the column that counts. */
const forward: readonly (readonly [table: string, column: string])[] = [
  ['series', 'next'],
  ['chain_head', 'seq'],
];

const nameOf = (table: string, deed: string): string => `${table}_no_${deed}`;

/** The names of all guards that have to stand, in SQLite in the order of `guardsOf`. */
const guardNames = (dialect: Dialect): readonly string[] => [
  ...refused.map(([table, deed]) => nameOf(table, deed)),
  ...forward.map(([table]) => nameOf(table, 'return')),
  ...(dialect === 'postgres' ? truncated().map((table) => nameOf(table, 'truncate')) : []),
];

/** What the guards of PostgreSQL do. */
const refuses = "begin raise exception '%: no %', tg_table_name, lower(tg_op); end";

/** PostgreSQL can empty a table without deleting a row; SQLite cannot. */
const truncated = (): readonly string[] => [...new Set(refused.map(([table]) => table))];

export function guardsOf(dialect: Dialect): readonly string[] {
  if (dialect === 'sqlite')
    return [
      ...refused.map(
        ([table, deed]) => `create trigger ${nameOf(table, deed)} before ${deed} on ${table}
          begin select raise(abort, '${table}: no ${deed}'); end`,
      ),
      ...forward.map(
        ([table, column]) => `create trigger ${nameOf(table, 'return')} before update on ${table} when new.${column} <= old.${column}
          begin select raise(abort, '${table}: no return'); end`,
      ),
    ];
  return [
    `create function register_refuses() returns trigger language plpgsql as
      $$ ${refuses} $$`,
    ...refused.map(
      ([table, deed]) =>
        `create trigger ${nameOf(table, deed)} before ${deed} on ${table} for each row execute function register_refuses()`,
    ),
    ...truncated().map(
      (table) =>
        `create trigger ${nameOf(table, 'truncate')} before truncate on ${table} for each statement execute function register_refuses()`,
    ),
    ...forward.map(
      ([table, column]) => `create trigger ${nameOf(table, 'return')} before update on ${table} for each row
        when (new.${column} <= old.${column}) execute function register_refuses()`,
    ),
  ];
}

/** The guards that are missing, switched off or no longer what they were. */
export async function faultyGuards(db: Kysely<Tables>, dialect: Dialect): Promise<readonly string[]> {
  if (dialect === 'sqlite') {
    const { rows } = await sql<{ sql: string }>`select sql from sqlite_master where type = 'trigger'`.execute(db);
    const standing = new Set(rows.map((row) => plain(row.sql)));
    return guardsOf('sqlite').flatMap((statement, at) => (standing.has(plain(statement)) ? [] : [guardNames('sqlite')[at] ?? statement]));
  }
  const { rows } = await sql<{ name: string; source: string }>`select tgname as name, prosrc as source
    from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid
    where not tgisinternal and tgenabled = 'O' and relnamespace = current_schema()::regnamespace`.execute(db);
  const standing = new Set(rows.filter(({ source }) => plain(source) === refuses).map(({ name }) => name));
  return guardNames('postgres').filter((name) => !standing.has(name));
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

/**
 * What the role that the program works as may do in PostgreSQL, where the tables belong to another: what is not refused above, and nothing
 * more.
 */
export function rightsFor(role: string): readonly string[] {
  const name = `"${role.replaceAll('"', '""')}"`;
  const mayNot = (table: string, deed: 'update' | 'delete'): boolean => refused.some(([one, of]) => one === table && of === deed);
  const tables = allTables.flatMap((table) => {
    const deeds = ['select', 'insert', ...(['update', 'delete'] as const).filter((deed) => !mayNot(table, deed))];
    return [`revoke all on ${table} from ${name}`, `grant ${deeds.join(', ')} on ${table} to ${name}`];
  });
  return [...tables, `grant select on kysely_migration to ${name}`, ...bossRights(name)];
}
