/** Appending events: the events, their payloads, the proof that they leave and the views that they change, together or not at all. */
import type { Insertable, Kysely } from 'kysely';
import { sql } from 'kysely';
import { canonical } from '../chain/canonical.js';
import { commitmentOf, follow, saltBytes } from '../chain/link.js';
import type { Head } from '../chain/link.js';
import { draftFault } from '../life/events.js';
import type { Draft, Event, Recorded } from '../life/events.js';
import type { Dialect } from './dialect.js';
import { StorageRefusal } from './errors.js';
import type { Edge } from './edge.js';
import { rowsOf } from './rows.js';
import { proofTables } from './tables.js';
import type { ProofRow, ProofTable, Tables, ViewRow, ViewTable } from './tables.js';
import { rowAfter, viewsOf } from './views.js';

/** A clock may be set back a little, by whoever keeps it right; by more it is wrong, and is not to be written down. Milliseconds. */
const leeway = 5 * 60_000;

/** The head, locked for all others until the transaction ends; which lasts once it has ended, whatever the server is set to. */
export async function lockHead(db: Kysely<Tables>, dialect: Dialect): Promise<Head> {
  const head = db.selectFrom('chain_head').select(['seq', 'at', 'hash']).where('id', '=', 1);
  if (dialect === 'sqlite') return await head.executeTakeFirstOrThrow();
  const lasting = sql<string>`set_config('synchronous_commit', 'on', true)`.as('lasting');
  const { seq, at, hash } = await head.select(lasting).forUpdate().executeTakeFirstOrThrow();
  return { seq, at, hash };
}

/** Appends events in this order to the chain that ends with the head; gives them as they are, with the new head. */
export async function append(
  db: Kysely<Tables>,
  edge: Edge,
  head: Head,
  drafts: readonly Draft[],
): Promise<{ readonly head: Head; readonly events: readonly Event[] }> {
  if (drafts.length === 0) return { head, events: [] };
  const at = timeAfter(head, edge.now());
  let last = head;
  const events: Event[] = [];
  const links: Insertable<Tables['event']>[] = [];
  const payloads: Insertable<Tables['event_payload']>[] = [];
  for (const draft of drafts) {
    const fault = draftFault(draft);
    if (fault !== null) throw new TypeError(`no event ${draft.kind}: ${fault.path} has to be ${fault.expected}`);
    const { actor, kind, object, payload } = draft;
    const json = canonical(payload);
    const salt = Buffer.from(edge.randomBytes(saltBytes)).toString('hex');
    const link = follow(last, { at, actor, kind, object, commitment: commitmentOf(salt, json) });
    links.push(link);
    payloads.push({ seq: link.seq, salt, json });
    // As they will be read: what JSON leaves out is not there.
    events.push({ seq: link.seq, at, actor, kind, object, payload: JSON.parse(json) as unknown } as Event);
    last = link;
  }
  await insertAll(db, 'event', links);
  await insertAll(db, 'event_payload', payloads);
  // First what is folded: an event that cannot happen is refused by its name, before a constraint of the database does so.
  await foldIn(db, events);
  await insertProof(db, events.flatMap(rowsOf));
  await db.updateTable('chain_head').set({ seq: last.seq, at: last.at, hash: last.hash }).where('id', '=', 1).execute();
  return { head: { seq: last.seq, at: last.at, hash: last.hash }, events };
}

async function insertProof(db: Kysely<Tables>, rows: readonly ProofRow[]): Promise<void> {
  const byTable = new Map<ProofTable, object[]>();
  for (const { table, values } of rows) {
    const own = byTable.get(table);
    if (own === undefined) byTable.set(table, [values]);
    else own.push(values);
  }
  // Documents before their files, which refer to them.
  for (const table of Object.keys(proofTables) as ProofTable[]) await insertAll(db, table, byTable.get(table) ?? []);
}

function timeAfter(head: Head, now: Date): string {
  const at = now.toISOString();
  if (at >= head.at) return at;
  if (Date.parse(head.at) - now.getTime() > leeway) throw new StorageRefusal('clock-behind', { now: at, last: head.at });
  return head.at;
}

/**
 * PostgreSQL takes 65 535 values in one statement, SQLite 32 766. More than these make nothing faster, and SQLite keeps what it has made of
 * a statement until the memory is cleaned.
 */
const valuesAtOnce = 2000;

export async function insertAll<T extends keyof Tables>(db: Kysely<Tables>, table: T, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  const atOnce = Math.max(1, Math.floor(valuesAtOnce / Math.max(1, columns)));
  for (let from = 0; from < rows.length; from += atOnce)
    await db
      .insertInto(table)
      .values(rows.slice(from, from + atOnce) as never)
      .execute();
}

/** Folds events into the views that they change. */
async function foldIn(db: Kysely<Tables>, events: readonly Recorded[]): Promise<void> {
  const changed = new Map<ViewTable, Map<string, Recorded[]>>();
  for (const event of events)
    for (const { table, id } of viewsOf(event)) {
      const rows = changed.get(table) ?? new Map<string, Recorded[]>();
      const own = rows.get(id);
      if (own === undefined) rows.set(id, [event]);
      else own.push(event);
      changed.set(table, rows);
    }
  for (const [table, byId] of changed) {
    const before = await viewRows(db, table, [...byId.keys()]);
    const after = [...byId].flatMap(([id, own]) => {
      const row = own.reduce<ViewRow<ViewTable> | undefined>((one, event) => rowAfter(table, one as never, event), before.get(id));
      return row === undefined ? [] : [row];
    });
    await putViews(db, table, after);
  }
}

export async function viewRows(db: Kysely<Tables>, table: ViewTable, ids: readonly string[]): Promise<Map<string, ViewRow<ViewTable>>> {
  const found = new Map<string, ViewRow<ViewTable>>();
  for (let from = 0; from < ids.length; from += valuesAtOnce) {
    const rows = await db
      .selectFrom(table as 'person')
      .selectAll()
      .where('id', 'in', ids.slice(from, from + valuesAtOnce))
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** Writes rows of a view in the place of those that stand there. */
export async function putViews(db: Kysely<Tables>, table: ViewTable, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id');
  const atOnce = Math.floor(valuesAtOnce / (columns.length + 1));
  for (let from = 0; from < rows.length; from += atOnce)
    await db
      .insertInto(table as 'person')
      .values(rows.slice(from, from + atOnce) as never)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)]))),
      )
      .execute();
}
