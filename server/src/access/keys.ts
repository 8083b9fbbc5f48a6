/** API keys: a program acts for an account, with fewer rights than that or as many. */
import type { Kysely, Selectable } from 'kysely';
import type { Edge } from '../storage/edge.js';
import type { ApiKeyTable, Tables } from '../storage/tables.js';
import { accountOf, grantedOn } from './accounts.js';
import { narrowest, reachOf, reachWithin, rights } from './rights.js';
import type { Right } from './rights.js';
import { digestOf, newName, newSecret } from './secrets.js';
import { isAdmitted, languageOf } from './sessions.js';
import type { Recognising } from './sessions.js';
import type { Visitor } from './visitor.js';

export type KeyRow = Readonly<Selectable<ApiKeyTable>>;

/** What a program may never do: deciding and administering is people’s. */
export const neverByKey: readonly Right[] = ['proposals.decide', 'accounts.manage', 'audit.read', 'service.manage'];

export interface NewKey {
  readonly account: string;
  readonly name: string;
  readonly scopes: readonly Right[];
  readonly departments: readonly string[] | null;
  /** The last day. */
  readonly until: string | null;
}

/** Makes a key; its secret is told this once. */
export async function createKey(
  { account, name, scopes, departments, until }: NewKey,
  edge: Edge,
  db: Kysely<Tables>,
): Promise<{ readonly id: string; readonly secret: string }> {
  const [id, secret] = [newName('k', edge), newSecret(edge)];
  const lists = { scopes: JSON.stringify(scopes), departments: departments === null ? null : JSON.stringify(departments) };
  const created = { created_at: edge.now().toISOString(), until, revoked_at: null };
  await db
    .insertInto('api_key')
    .values({ id, secret: digestOf(secret), account, name, ...lists, ...created })
    .execute();
  return { id, secret };
}

/** Takes all keys of an account back. */
export const revokeKeysOf = (account: string, now: Date, db: Kysely<Tables>): Promise<unknown> =>
  db.updateTable('api_key').set({ revoked_at: now.toISOString() }).where('account', '=', account).where('revoked_at', 'is', null).execute();

/** The program that shows a key which is still good; null for none. */
export async function visitorByKey(secret: string, { storage, today }: Recognising): Promise<Visitor | null> {
  const key = await storage.look((db) => db.selectFrom('api_key').selectAll().where('secret', '=', digestOf(secret)).executeTakeFirst());
  if (!key || key.revoked_at !== null || (key.until !== null && key.until < today)) return null;
  const account = await storage.look((db) => accountOf(key.account, db));
  if (!account || !(await isAdmitted(account, today, storage))) return null;
  const granted = await storage.look((db) => grantedOn(account.id, today, db));
  const scopes = scopesOf(key);
  const departments = key.departments === null ? ('everywhere' as const) : (JSON.parse(key.departments) as readonly string[]);
  return {
    actor: { id: account.id, name: account.name },
    account: account.id,
    by: 'key',
    language: languageOf(account),
    token: '',
    isFresh: false,
    reach(right) {
      const own = scopes.includes(right) && !neverByKey.includes(right) ? reachOf(right, granted) : null;
      return own === null ? null : reachWithin(right, narrowest(own, departments));
    },
  };
}

export const scopesOf = ({ scopes }: Pick<KeyRow, 'scopes'>): readonly Right[] => {
  const said = JSON.parse(scopes) as readonly string[];
  return rights.filter((one) => said.includes(one));
};
