/** The rows of proof beside the events that they belong to: a row too much, one too few, one that says something else. */
import type { Kysely } from 'kysely';
import { rowsDigest, rowsOf } from '../storage/rows.js';
import { proofTables } from '../storage/tables.js';
import type { ProofRow, ProofTable, Tables } from '../storage/tables.js';
import type { Event, Recorded } from '../life/events.js';
import type { Fault, Findings } from './fault.js';

const tables = Object.keys(proofTables) as ProofTable[];

/** What tells a row from others of its event. */
const nameOf = ({ table, values }: ProofRow): string =>
  JSON.stringify([table, ...proofTables[table].map((column) => (values as Record<string, unknown>)[column])]);

const place = (row: ProofRow): Pick<Fault, 'table' | 'seq' | 'of'> => ({
  table: row.table,
  seq: row.values.event,
  of: String((row.values as Record<string, unknown>)[proofTables[row.table][0]]),
});

function saysTheSame(one: ProofRow, other: ProofRow): boolean {
  const [found, expected] = [one.values as Record<string, unknown>, other.values as Record<string, unknown>];
  const columns = Object.keys(expected);
  return columns.length === Object.keys(found).length && columns.every((column) => found[column] === expected[column]);
}

export interface Proof {
  /** Reads the rows of the events from one seq to another; those before the first event as well, where these are the first. */
  read(from: number, to: number, areFirst: boolean): Promise<void>;
  /** The event that erased what the event said. */
  erasureOf(seq: number): number | undefined;
  /** Compares an event with the rows that it left. Undefined is an event that cannot be trusted: its rows cannot be either. */
  compare(seq: number, event: Recorded | undefined): void;
  /** What is left over, after the last event. */
  end(last: number | null): Promise<void>;
}

export function openProof(db: Kysely<Tables>, findings: Findings): Proof {
  let rows = new Map<number, ProofRow[]>();
  let erasures = new Map<number, { readonly event: number; readonly rows: string }>();

  async function rowsBetween(after: number | null, to: number | null): Promise<readonly ProofRow[]> {
    const found: ProofRow[] = [];
    for (const table of tables) {
      const values = await db
        .selectFrom(table as 'document')
        .selectAll()
        .$if(after !== null, (query) => query.where('event', '>', after ?? 0))
        .$if(to !== null, (query) => query.where('event', '<=', to ?? 0))
        .execute();
      for (const one of values) found.push({ table, values: one } as ProofRow);
    }
    return found;
  }

  let known: number | null = null;
  return {
    async read(from, to, areFirst) {
      for (const row of [...rows.values()].flat()) findings.add({ code: 'row-stray', ...place(row) });
      rows = new Map();
      for (const row of await rowsBetween(areFirst ? null : known, to)) {
        const own = rows.get(row.values.event);
        if (own === undefined) rows.set(row.values.event, [row]);
        else own.push(row);
      }
      known = to;
      const erased = await db.selectFrom('erased_payload').selectAll().where('seq', '>=', from).where('seq', '<=', to).execute();
      erasures = new Map(erased.map(({ seq, event, rows: digest }) => [seq, { event, rows: digest }]));
    },
    erasureOf: (seq) => erasures.get(seq)?.event,
    compare(seq, event) {
      const own = rows.get(seq) ?? [];
      rows.delete(seq);
      if (event === undefined) return;
      if (event.payload === null) {
        const erasure = erasures.get(seq);
        if (erasure !== undefined && erasure.rows !== rowsDigest(own)) findings.add({ code: 'row-changed', seq });
        return;
      }
      const expected = rowsOf(event as Event);
      const standing = new Map(own.map((row) => [nameOf(row), row]));
      for (const row of expected) {
        const found = standing.get(nameOf(row));
        standing.delete(nameOf(row));
        if (found === undefined) findings.add({ code: 'row-missing', ...place(row) });
        else if (!saysTheSame(found, row)) findings.add({ code: 'row-changed', ...place(row) });
      }
      for (const row of standing.values()) findings.add({ code: 'row-stray', ...place(row) });
    },
    async end(last) {
      for (const row of [...[...rows.values()].flat(), ...(await rowsBetween(last, null))])
        findings.add({ code: 'row-stray', ...place(row) });
    },
  };
}
