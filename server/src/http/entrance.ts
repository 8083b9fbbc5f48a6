/** Coming in: with a name and a password, or with a link that lets one choose a password. For the API and for pages alike. */
import type { Kysely } from 'kysely';
import { accountNamed, accountOf, endSessions, foldedLogin } from '../access/accounts.js';
import type { AccountRow } from '../access/accounts.js';
import { countTry, forgetTries, takeBackTry } from '../access/attempts.js';
import type { Limit } from '../access/attempts.js';
import { revokeKeysOf } from '../access/keys.js';
import { createLink, goodLink, revokeLinks, useLink } from '../access/links.js';
import { passwordFault } from '../access/passwords.js';
import type { Hasher } from '../access/passwords.js';
import { beginSession, endSession, isAdmitted, longestSession, proveSession } from '../access/sessions.js';
import type { Visitor } from '../access/visitor.js';
import type { Edge } from '../storage/edge.js';
import type { Tables } from '../storage/tables.js';
import { refuse } from './problem.js';
import type { Asked, Reply } from './route.js';

/** What a link is for that lets somebody choose a password. */
export const passwordPurpose = 'password';

/** Milliseconds that such a link is good for. */
export const passwordLinkLasts = 3 * 24 * 3_600_000;

/** A new link for an account, by which its owner chooses a password; those before it are good no more. Gives its secret. */
export async function passwordLink(account: string, edge: Edge, db: Kysely<Tables>): Promise<string> {
  await revokeLinks(account, passwordPurpose, edge.now(), db);
  return await createLink({ subject: account, purpose: passwordPurpose, lasts: passwordLinkLasts }, edge, db);
}

/** Where such a link leads; `address` is that of the service. */
export const linkTo = (address: string, secret: string): string => `${address.replace(/\/$/, '')}/set-up/${secret}`;

const quarter = 15 * 60_000;

/** Tries at one name, wherever they come from, and from one place, at whatever names. Offices share an address. */
const ofName: Limit = { name: 'sign-in', most: 10, within: quarter };
/** Of whoever is in already: strangers who try at the name keep nobody who works from proving who they are. */
const ofProof: Limit = { name: 'proof', most: 10, within: quarter };
const fromPlace: Limit = { name: 'from', most: 100, within: quarter };

/** What is known of whoever stands at the door. */
export type Entry = Pick<Asked, 'service' | 'from' | 'shown'>;

export interface Passwords {
  readonly hasher: Hasher;
  readonly common: ReadonlySet<string>;
}

export interface Entrance {
  signIn(said: { readonly login: string; readonly password: string }, entry: Entry): Promise<Reply>;
  /** Chooses the password of the account that a link is for, and comes in. */
  choosePassword(said: { readonly link: string; readonly password: string }, entry: Entry): Promise<Reply>;
  changePassword(said: { readonly old: string; readonly password: string }, visitor: Visitor, entry: Entry): Promise<Reply>;
  /** Lets in whoever another door vouches for. */
  enterAs(account: string, entry: Entry): Promise<Reply>;
  /** The password of whoever is in already, before something weighty. */
  prove(password: string, visitor: Visitor, entry: Entry): Promise<void>;
}

async function counted(limit: Limit, of: string, { service }: Entry): Promise<void> {
  const wait = await countTry(limit, of, service.edge.now(), service.storage);
  if (wait !== null) throw refuse('http-too-many', { seconds: Math.ceil(wait / 1000), minutes: Math.ceil(wait / 60_000) });
}

export function openEntrance({ hasher, common }: Passwords): Entrance {
  /** Compared with where there is no account or no password: who asks cannot tell from the time it takes. */
  let nobody: Promise<string> | undefined;
  const matches = async (password: string, account: AccountRow | undefined, { service }: Entry): Promise<boolean> => {
    nobody ??= hasher.hash('nobody at all', service.edge.randomBytes(16));
    const right = await hasher.matches(password, account?.password ?? (await nobody));
    return right && account !== undefined && account.password !== null;
  };

  const begun = async (account: string, { service, shown }: Entry): Promise<Reply> => {
    const secret = await service.storage.change(async (db) => {
      // The session that the browser had ends with it: nobody can have planted one.
      if (shown.session !== null) await endSession(shown.session, db);
      return await beginSession(account, service.edge, db);
    });
    return { session: { secret, seconds: Math.floor(longestSession / 1000) } };
  };

  const checked = (password: string, { login, name }: AccountRow): void => {
    const fault = passwordFault(password, { common, own: [login, name] });
    if (fault !== null) throw refuse('http-password', { fault });
  };

  const putPassword = async (account: AccountRow, password: string, { service: { edge, storage } }: Entry): Promise<void> => {
    const hash = await hasher.hash(password, edge.randomBytes(16));
    await storage.change(async (db) => {
      await db.updateTable('account').set({ password: hash }).where('id', '=', account.id).execute();
      await forgetTries(ofName, account.login, db);
      await forgetTries(ofProof, account.id, db);
      // Whoever had come in by the old one is out, and so are the keys that they may have made.
      await endSessions(account.id, db);
      await revokeKeysOf(account.id, edge.now(), db);
    });
  };

  /** The account of whoever is in by a session; refuses programs. */
  const own = async ({ account: id, by }: Visitor, { service }: Entry): Promise<AccountRow> => {
    const account = id === null ? undefined : await service.storage.look((db) => accountOf(id, db));
    if (by !== 'session' || !account) throw refuse('http-no-right', { right: 'password' });
    await counted(ofProof, account.id, { service } as Entry);
    return account;
  };

  return {
    async enterAs(account, entry) {
      entry.service.log({ level: 'info', event: 'signed-in', account, from: entry.from });
      return await begun(account, entry);
    },

    async signIn({ login, password }, entry) {
      const { storage, log, today } = entry.service;
      await counted(fromPlace, entry.from, entry);
      const account = await storage.look((db) => accountNamed(login, db));
      await counted(ofName, account?.login ?? foldedLogin(login), entry);
      const right = await matches(password, account, entry);
      if (!right || !account || !(await isAdmitted(account, today(), storage))) {
        log({ level: 'warning', event: 'sign-in-failed', account: account?.id ?? null, from: entry.from });
        throw refuse('http-sign-in-failed');
      }
      await storage.change(async (db) => {
        await forgetTries(ofName, account.login, db);
        // Whoever comes in does not use up what an office shares.
        await takeBackTry(fromPlace, entry.from, db);
      });
      log({ level: 'info', event: 'signed-in', account: account.id, from: entry.from });
      return await begun(account.id, entry);
    },

    async choosePassword({ link, password }, entry) {
      const { storage, edge, today } = entry.service;
      await counted(fromPlace, entry.from, entry);
      const found = await storage.look((db) => goodLink(link, passwordPurpose, edge.now(), db));
      const account = found === null ? undefined : await storage.look((db) => accountOf(found.subject, db));
      if (!account || !(await isAdmitted(account, today(), storage))) throw refuse('http-link-over');
      // A password that does not do uses nothing up.
      checked(password, account);
      if ((await storage.change((db) => useLink(link, passwordPurpose, edge.now(), db))) === null) throw refuse('http-link-over');
      await putPassword(account, password, entry);
      await storage.change((db) => takeBackTry(fromPlace, entry.from, db));
      return await begun(account.id, entry);
    },

    async changePassword({ old, password }, visitor, entry) {
      const account = await own(visitor, entry);
      if (!(await matches(old, account, entry))) throw refuse('http-sign-in-failed');
      checked(password, account);
      await putPassword(account, password, entry);
      return await begun(account.id, entry);
    },

    async prove(password, visitor, entry) {
      const account = await own(visitor, entry);
      const { session } = entry.shown;
      if (session === null || !(await matches(password, account, entry))) throw refuse('http-sign-in-failed');
      const { storage, edge } = entry.service;
      await storage.change(async (db) => {
        await forgetTries(ofProof, account.id, db);
        await proveSession(session, edge.now(), db);
      });
    },
  };
}
