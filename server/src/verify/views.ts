/** Views beside the folds of the events that they are made of, object by object. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { EventRow, Recorded } from '../life/events.js';
import { viewTables } from '../storage/tables.js';
import type { Tables, ViewRow, ViewTable } from '../storage/tables.js';
import { Impossible, rowAfter, viewsOf } from '../storage/views.js';
import type { Findings } from './fault.js';

/** So many events are in memory at a time, with the rows of their objects. */
const atOnce = 4000;

/** Holds are folded along the chain. */
const tables = viewTables.filter((table) => table !== 'hold');

type Rows = Map<string, ViewRow<ViewTable>>;

export async function checkViews(db: Kysely<Tables>, findings: Findings): Promise<void> {
  let folded = new Map<ViewTable, Rows>();
  let from: string | null = null;
  let at: { readonly object: string; readonly seq: number } | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(db, at);
    for (const row of page) fold(folded, row, findings);
    const last = page.at(-1);
    // An object whose events go on in the next page is compared with it.
    const whole = last === undefined ? null : last.object;
    const open = new Map<ViewTable, Rows>();
    if (whole !== null)
      for (const [table, rows] of folded) {
        const unfinished = rows.get(whole);
        if (unfinished === undefined) continue;
        open.set(table, new Map([[whole, unfinished]]));
        rows.delete(whole);
      }
    for (const table of tables) compareRows(table, folded.get(table) ?? new Map(), await rowsBetween(db, table, from, whole), findings);
    folded = open;
    if (last === undefined) return;
    from = whole;
    at = last;
  }
}

const pageAfter = (
  db: Kysely<Tables>,
  at: { readonly object: string; readonly seq: number } | null,
): Promise<readonly (EventRow & { object: string; seq: number })[]> =>
  db
    .selectFrom('event')
    .leftJoin('event_payload', 'event_payload.seq', 'event.seq')
    .select(['event.seq', 'event.at', 'event.actor', 'event.kind', 'event.object', 'event_payload.json'])
    .$if(at !== null, (query) => query.where(sql<boolean>`(event.object, event.seq) > (${at?.object}, ${at?.seq})`))
    .orderBy('event.object')
    .orderBy('event.seq')
    .limit(atOnce)
    .execute();

function fold(folded: Map<ViewTable, Rows>, row: EventRow, findings: Findings): void {
  const event = told(row);
  if (event === undefined) return;
  for (const { table, id } of viewsOf(event)) {
    if (table === 'hold') continue;
    const rows: Rows = folded.get(table) ?? new Map<string, ViewRow<ViewTable>>();
    folded.set(table, rows);
    try {
      rows.set(id, rowAfter(table, rows.get(id) as never, event));
    } catch (error) {
      // Whatever else cannot be folded is no event of ours, of which the walk tells.
      if (error instanceof Impossible) findings.add({ code: 'impossible', seq: error.seq, table, of: id });
    }
  }
}

/** The walk has looked closely at what an event says, and has told of what cannot be read; to do so twice takes a fifth of the time. */
function told(row: EventRow): Recorded | undefined {
  try {
    const { seq, at, actor, kind, object } = row;
    return { seq, at, actor, kind, object, payload: row.json === null ? null : (JSON.parse(row.json as string) as unknown) } as Recorded;
  } catch {
    return undefined;
  }
}

/** The rows from one object on (with it) up to another (without it). */
const rowsBetween = (
  db: Kysely<Tables>,
  table: ViewTable,
  from: string | null,
  to: string | null,
): Promise<readonly ViewRow<ViewTable>[]> =>
  db
    .selectFrom(table as 'person')
    .selectAll()
    .$if(from !== null, (query) => query.where('id', '>=', from ?? ''))
    .$if(to !== null, (query) => query.where('id', '<', to ?? ''))
    .execute();

export function compareRows(
  table: ViewTable,
  folded: ReadonlyMap<string, ViewRow<ViewTable>>,
  standing: readonly ViewRow<ViewTable>[],
  findings: Findings,
): void {
  const missing = new Map(folded);
  for (const row of standing) {
    const expected = folded.get(row.id);
    missing.delete(row.id);
    if (expected === undefined) findings.add({ code: 'view-stray', table, of: row.id });
    else if (textOf(row) !== textOf(expected)) findings.add({ code: 'view-differs', table, of: row.id });
  }
  for (const id of missing.keys()) findings.add({ code: 'view-missing', table, of: id });
}

const textOf = (row: object): string => JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
