/** Accounts: who may sign in, with which rights, and who stands in for whom. */
import type { Kysely, Selectable } from 'kysely';
import type { Locale } from 'rolewright';
import { newId, idBytes } from '../life/ids.js';
import type { Edge } from '../storage/edge.js';
import type { Storage } from '../storage/storage.js';
import type { AccessGrantTable, AccountTable, Tables } from '../storage/tables.js';
import { rightsOf, roles } from './rights.js';
import type { AccessRole, Granted } from './rights.js';
import { newName } from './secrets.js';

export type AccountRow = Readonly<Selectable<AccountTable>>;

/** The same login in whatever letters it is typed. */
export const foldedLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly language?: Locale | undefined;
  /** The id of the person of the register. */
  readonly person?: string | undefined;
  readonly grants: readonly Grant[];
}

export interface Grant extends Granted {
  /** The last day of it: YYYY-MM-DD; null: no end. */
  readonly until: string | null;
}

/** Makes an account without a password; null where the login is taken. */
export async function createAccount(wanted: NewAccount, edge: Edge, storage: Pick<Storage, 'change'>): Promise<AccountRow | null> {
  const row: AccountRow = {
    ...{ id: newId('actor', edge.randomBytes(idBytes)), login: foldedLogin(wanted.login), name: wanted.name.trim() },
    ...{ password: null, issuer: null, subject: null, person: wanted.person ?? null, language: wanted.language ?? null },
    ...{ state: 'active', created_at: edge.now().toISOString() },
  };
  return await storage.change(async (db) => {
    const made = await db
      .insertInto('account')
      .values(row)
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returning('id')
      .execute();
    if (made.length === 0) return null;
    await putGrants(row.id, wanted.grants, edge, db);
    return row;
  });
}

/** Puts rights in the place of those that the account had. */
export async function putGrants(account: string, grants: readonly Grant[], edge: Edge, db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('access_grant').where('account', '=', account).execute();
  const values = grants.map(({ role, department, until }) => ({ id: newName('g', edge), account, role, department, until }));
  if (values.length > 0) await db.insertInto('access_grant').values(values).execute();
}

export const accountOf = (id: string, db: Kysely<Tables>): Promise<AccountRow | undefined> =>
  db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();

export const accountNamed = (login: string, db: Kysely<Tables>): Promise<AccountRow | undefined> =>
  db.selectFrom('account').selectAll().where('login', '=', foldedLogin(login)).executeTakeFirst();

/** Accounts in the order of their ids, those after one. */
export const accountsAfter = (after: string, limit: number, db: Kysely<Tables>): Promise<readonly AccountRow[]> =>
  db.selectFrom('account').selectAll().where('id', '>', after).orderBy('id').limit(limit).execute();

const asGrant = ({ role, department, until }: Pick<AccessGrantTable, 'role' | 'department' | 'until'>): Grant[] => {
  const known = roles.find((one) => one === role);
  return known ? [{ role: known, department, until }] : [];
};

/** All that is granted to an account itself, whether it has ended or not. */
export const grantsOf = async (account: string, db: Kysely<Tables>): Promise<readonly Grant[]> =>
  (await db.selectFrom('access_grant').selectAll().where('account', '=', account).orderBy('id').execute()).flatMap(asGrant);

/** What an account may do on a day: by its own rights, and by those of whom it stands in for. Nobody stands in for an administrator. */
export async function grantedOn(account: string, day: string, db: Kysely<Tables>): Promise<readonly Granted[]> {
  const absent = await db
    .selectFrom('deputy')
    .innerJoin('account', 'account.id', 'deputy.account')
    .leftJoin('person', 'person.id', 'account.person')
    .select('deputy.account')
    .where('deputy.deputy', '=', account)
    .where('deputy.from_day', '<=', day)
    .where('deputy.until_day', '>=', day)
    .where('account.state', '=', 'active')
    // Whoever has left has nothing to lend any more.
    .where((one) => one.or([one('person.left_on', 'is', null), one('person.left_on', '>=', day)]))
    .execute();
  const own = await grantsOf(account, db);
  const lent: Grant[] = [];
  for (const { account: of } of absent) lent.push(...(await grantsOf(of, db)).filter(({ role }) => isLent(role)));
  return [...own, ...lent].filter(({ until }) => until === null || until >= day);
}

const isLent = (role: AccessRole): boolean => !rightsOf[role].includes('accounts.manage');

/** Locks or unlocks. Who is locked is out at once. */
export async function setState(account: string, state: 'active' | 'locked', db: Kysely<Tables>): Promise<void> {
  await db.updateTable('account').set({ state }).where('id', '=', account).execute();
  if (state === 'locked') await endSessions(account, db);
}

export const endSessions = (account: string, db: Kysely<Tables>): Promise<unknown> =>
  db.deleteFrom('session').where('account', '=', account).execute();

/** Days for which somebody stands in at most: a quarter. Whoever is away for longer has somebody with rights of their own. */
export const longestDeputy = 92;

export interface NewDeputy {
  readonly account: string;
  readonly deputy: string;
  readonly from: string;
  readonly until: string;
}

/** Lets one act for another; gives the name of it. */
export async function appointDeputy({ account, deputy, from, until }: NewDeputy, edge: Edge, db: Kysely<Tables>): Promise<string> {
  const id = newName('dp', edge);
  await db.insertInto('deputy').values({ id, account, deputy, from_day: from, until_day: until }).execute();
  return id;
}
