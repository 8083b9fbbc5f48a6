/** Who read data of whom, and who changed accounts: kept beside the register, since it is no proof and ends one day. */
import type { Kysely, Selectable } from 'kysely';
import type { Edge } from '../storage/edge.js';
import type { AuditTable, Tables } from '../storage/tables.js';

export type AuditRow = Readonly<Selectable<AuditTable>>;

export interface Deed {
  readonly account: string;
  /** The id of a route. */
  readonly deed: string;
  /** Of whom or of what: ids of people or accounts. */
  readonly objects: readonly string[];
}

/** So many rows go into one statement. */
const atOnce = 300;

export async function noteDeed({ account, deed, objects }: Deed, edge: Edge, db: Kysely<Tables>): Promise<void> {
  const at = edge.now().toISOString();
  const rows = [...new Set(objects)].map((object) => ({
    id: Buffer.from(edge.randomBytes(16)).toString('hex'),
    at,
    account,
    deed,
    object,
  }));
  for (let from = 0; from < rows.length; from += atOnce)
    await db
      .insertInto('audit')
      .values(rows.slice(from, from + atOnce))
      .execute();
}

export interface AuditPage {
  /** Of whom or of what. */
  readonly object?: string | undefined;
  readonly account?: string | undefined;
  /** The last row that is known, as `at id`. */
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

export const deedsIn = ({ object, account, after, limit }: AuditPage, db: Kysely<Tables>): Promise<readonly AuditRow[]> =>
  db
    .selectFrom('audit')
    .selectAll()
    .$if(object !== undefined, (query) => query.where('object', '=', object ?? ''))
    .$if(account !== undefined, (query) => query.where('account', '=', account ?? ''))
    .$if(after !== undefined, (query) =>
      query.where((one) =>
        one.or([one('at', '>', after?.at ?? ''), one.and([one('at', '=', after?.at ?? ''), one('id', '>', after?.id ?? '')])]),
      ),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Forgets what is older than so many days. */
export const forgetDeeds = (days: number, now: Date, db: Kysely<Tables>): Promise<unknown> =>
  db
    .deleteFrom('audit')
    .where('at', '<', new Date(now.getTime() - days * 86_400_000).toISOString())
    .execute();

/** The same from the end: what happened last comes first. */
export const deedsBackwards = (
  { account, offset, limit }: { readonly account?: string | undefined; readonly offset: number; readonly limit: number },
  db: Kysely<Tables>,
): Promise<readonly AuditRow[]> =>
  db
    .selectFrom('audit')
    .selectAll()
    .$if(account !== undefined, (query) => query.where('account', '=', account ?? ''))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
