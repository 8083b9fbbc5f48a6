/** `rolewright serve accounts`, `create`, `rights`, `lock`, `unlock` and `reset`: accounts from the machine itself. */
import type { Locale } from 'rolewright';
import { createAccount, accountNamed, accountsAfter, endSessions, grantsOf, putGrants, setState } from '../../access/accounts.js';
import { hasAdministrator } from '../../storage/administrators.js';
import type { AccountRow, Grant } from '../../access/accounts.js';
import { revokeKeysOf } from '../../access/keys.js';
import { isUndivided, roles } from '../../access/rights.js';
import { linkTo, passwordLink } from '../../http/entrance.js';
import { personMeant } from '../../register/find.js';
import { refusal } from '../../register/setting.js';
import type { Edge } from '../../storage/edge.js';
import type { Storage } from '../../storage/storage.js';
import { table } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { phrasesOf } from './words.js';

/** `hr`, `head:sales`, `approver:sales:2026-12-31`. Throws a Refusal for what is no right. */
export function grantFrom(written: string, counter: Pick<Counter, 'day'>): Grant {
  const [name, department = '', until = ''] = written.split(':');
  const role = roles.find((one) => one === name);
  if (!role) throw refusal('http-option-value', { option: '--right', value: written, known: `${roles.join(', ')}; head:sales` });
  if (department !== '' && isUndivided(role)) throw refusal('http-administrator-everywhere');
  return { role, department: department === '' ? null : department, until: until === '' ? null : counter.day(until) };
}

/** A new link for an account; those before it are good no more. */
const newLink = (account: string, edge: Edge, storage: Storage): Promise<string> => storage.change((db) => passwordLink(account, edge, db));

export interface AddressOptions extends CommonOptions {
  /** Of the service, as browsers see it. */
  readonly address: string;
}

export interface CreateOptions extends AddressOptions {
  readonly name: string;
  readonly right?: readonly string[];
  readonly person?: string;
  readonly language?: Locale;
}

export const create = (login: string, options: CreateOptions, counter: Counter): Promise<Answer> =>
  counter.withStorage(async (storage) => {
    const { language } = counter;
    const person = options.person === undefined ? undefined : (await personMeant(options.person, { storage, language })).id;
    const grants = (options.right ?? []).map((one) => grantFrom(one, counter));
    const made = await createAccount({ login, name: options.name, person, language: options.language, grants }, counter.edge, storage);
    if (!made) throw refusal('http-login-taken', { login });
    const link = linkTo(options.address, await newLink(made.id, counter.edge, storage));
    return {
      data: { account: made.id, login: made.login, link },
      lines: [link],
      note: phrasesOf(counter)('told.created', { login: made.login }),
    };
  });

/** Makes the first administrator; null where there is one. Gives the secret of the link. */
export async function firstAdministrator(login: string, edge: Edge, storage: Storage): Promise<string | null> {
  if (await storage.look(hasAdministrator)) return null;
  const grants: readonly Grant[] = [{ role: 'administrator', department: null, until: null }];
  const made =
    (await createAccount({ login, name: login, grants }, edge, storage)) ?? (await storage.look((db) => accountNamed(login, db)));
  if (!made) return null;
  await storage.change((db) => putGrants(made.id, grants, edge, db));
  return await newLink(made.id, edge, storage);
}

export const list = (_options: CommonOptions, counter: Counter): Promise<Answer> =>
  counter.withStorage(async (storage) => {
    const say = phrasesOf(counter);
    const rows: { readonly account: AccountRow; readonly grants: readonly Grant[] }[] = [];
    await storage.look(async (db) => {
      for (let after = ''; ; ) {
        const some = await accountsAfter(after, 500, db);
        for (const account of some) rows.push({ account, grants: await grantsOf(account.id, db) });
        const last = some.at(-1);
        if (!last || some.length < 500) return;
        after = last.id;
      }
    });
    const shown = (grants: readonly Grant[]): string =>
      grants
        .map(({ role, department, until }) =>
          [role, ...(department === null && until === null ? [] : [department ?? '']), ...(until === null ? [] : [until])].join(':'),
        )
        .join(', ');
    const lines = rows.map(({ account, grants }) => [account.login, account.name, say(`states.${account.state}`), shown(grants)]);
    return {
      data: {
        accounts: rows.map(({ account: { id, login, name, state, person, password }, grants }) => ({
          id,
          login,
          name,
          state,
          person,
          hasPassword: password !== null,
          grants,
        })),
      },
      lines:
        lines.length === 0
          ? []
          : table([[say('columns.login'), say('columns.name'), say('columns.state'), say('columns.rights')], ...lines]),
    };
  });

/** Does something with an account. Throws a Refusal where there is none of that name. */
const withAccount = (login: string, counter: Counter, work: (account: AccountRow, storage: Storage) => Promise<Answer>): Promise<Answer> =>
  counter.withStorage(async (storage) => {
    const account = await storage.look((db) => accountNamed(login, db));
    if (!account) throw refusal('http-unknown', { what: 'account', value: login });
    return await work(account, storage);
  });

export const rights = (login: string, options: CommonOptions & { readonly right?: readonly string[] }, counter: Counter): Promise<Answer> =>
  withAccount(login, counter, async (account, storage) => {
    const grants = (options.right ?? []).map((one) => grantFrom(one, counter));
    await storage.change((db) => putGrants(account.id, grants, counter.edge, db));
    return { data: { account: account.id, grants }, note: phrasesOf(counter)('told.rights', { login: account.login, n: grants.length }) };
  });

export const putState =
  (state: 'active' | 'locked') =>
  (login: string, _options: CommonOptions, counter: Counter): Promise<Answer> =>
    withAccount(login, counter, async (account, storage) => {
      await storage.change((db) => setState(account.id, state, db));
      return { data: { account: account.id, state }, note: phrasesOf(counter)(`told.${state}`, { login: account.login }) };
    });

/** The password that there was opens nothing more, nor do keys; whoever was in is out. */
export const reset = (login: string, options: AddressOptions, counter: Counter): Promise<Answer> =>
  withAccount(login, counter, async (account, storage) => {
    await storage.change(async (db) => {
      await db.updateTable('account').set({ password: null }).where('id', '=', account.id).execute();
      await endSessions(account.id, db);
      await revokeKeysOf(account.id, counter.edge.now(), db);
    });
    const link = linkTo(options.address, await newLink(account.id, counter.edge, storage));
    return { data: { account: account.id, link }, lines: [link], note: phrasesOf(counter)('told.reset', { login: account.login }) };
  });
