/** Administering accounts, their rights and who stands in for whom; and what was read by whom. */
import { addDays, isRealDate } from 'rolewright';
import type { Locale } from 'rolewright';
import {
  accountOf,
  accountsAfter,
  appointDeputy,
  createAccount,
  grantsOf,
  longestDeputy,
  putGrants,
  setState,
} from '../access/accounts.js';
import { hasAdministrator } from '../storage/administrators.js';
import type { AccountRow, Grant, NewAccount } from '../access/accounts.js';
import { deedsIn, noteDeed } from '../access/audit.js';
import { openUntil } from '../access/links.js';
import { isUndivided } from '../access/rights.js';
import type { Tables } from '../storage/tables.js';
import type { Kysely } from 'kysely';
import { passwordLink, passwordLinkLasts, linkTo, passwordPurpose } from './entrance.js';
import { refuse } from './problem.js';
import { after, limit, pageOf } from './paging.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Route } from './route.js';

const right = 'accounts.manage';

const shown = async (row: AccountRow, now: Date, db: Kysely<Tables>): Promise<object> => ({
  ...{ id: row.id, login: row.login, name: row.name, language: row.language, person: row.person, state: row.state },
  hasPassword: row.password !== null,
  invitedUntil: await invitedUntil(row.id, now, db),
  createdAt: row.created_at,
  grants: await grantsOf(row.id, db),
});

/** The moment until which somebody can choose a password by a link that waits for them; null for none. */
const invitedUntil = (id: string, now: Date, db: Kysely<Tables>): Promise<string | null> => openUntil(id, passwordPurpose, now, db);

/** Changes an account, and notes who did it. Refuses to leave the service without anybody who could administer it. */
async function changed(asked: Asked, id: string, work: (db: Kysely<Tables>, account: AccountRow) => Promise<void>): Promise<object> {
  const { storage, edge } = asked.service;
  return await storage.change(async (db) => {
    const account = await accountOf(id, db);
    if (!account) throw refuse('http-not-found');
    const was = await hasAdministrator(db);
    await work(db, account);
    // Where there was none that lasts, those who still are there mend it step by step.
    if (was && !(await hasAdministrator(db))) throw refuse('http-last-administrator');
    await noteDeed({ account: visitorOf(asked).actor.id, deed: 'account-changed', objects: [id] }, edge, db);
    const row = await accountOf(id, db);
    return await shown(row ?? account, edge.now(), db);
  });
}

/** Departments and people that a body names have to be there. */
async function refuseStrange(
  asked: Asked,
  { grants = [], person }: { readonly grants?: readonly Grant[]; readonly person?: string | null | undefined },
  account?: string,
): Promise<void> {
  const known = asked.setting().workplace.organisation?.departments?.map(({ id }) => id) ?? [];
  if (grants.some(({ role, department }) => department !== null && isUndivided(role))) throw refuse('http-administrator-everywhere');
  for (const { department } of grants)
    if (department !== null && !known.includes(department)) throw refuse('http-unknown', { what: 'department', value: department });
  if (person == null) return;
  if (!(await asked.service.storage.read.person(person))) throw refuse('http-unknown', { what: 'person', value: person });
  // Two accounts of one person would be two pairs of eyes.
  const other = await asked.service.storage.look((db) =>
    db
      .selectFrom('account')
      .select('login')
      .where('person', '=', person)
      .where('id', '!=', account ?? '')
      .executeTakeFirst(),
  );
  if (other) throw refuse('http-person-taken', { login: other.login });
}

export const accountRoutes: readonly Route[] = [
  {
    id: 'listAccounts',
    method: 'GET',
    path: '/api/v1/accounts',
    right,
    query: { after, limit },
    answers: 'accounts#Accounts',
    async run(asked) {
      const { after: from, limit: most } = pageOf(asked);
      return await asked.service.storage.look(async (db) => {
        const items: object[] = [];
        const rows = await accountsAfter(from, most, db);
        for (const row of rows) items.push(await shown(row, asked.service.edge.now(), db));
        return { data: { items, next: rows.length < most ? null : (rows.at(-1)?.id ?? null) } };
      });
    },
  },
  {
    id: 'createAccount',
    method: 'POST',
    path: '/api/v1/accounts',
    right,
    body: 'accounts#NewAccount',
    answers: 'accounts#Account',
    fresh: true,
    async run(asked) {
      const wanted = bodyOf<NewAccount>(asked);
      await refuseStrange(asked, wanted);
      const { edge, storage } = asked.service;
      const row = await createAccount(wanted, edge, storage);
      if (!row) throw refuse('http-login-taken', { login: wanted.login });
      return await storage.change(async (db) => {
        await noteDeed({ account: visitorOf(asked).actor.id, deed: 'account-created', objects: [row.id] }, edge, db);
        return {
          status: 201,
          data: await shown(row, edge.now(), db),
          headers: { Location: `${asked.service.placement.basePath}/api/v1/accounts/${row.id}` },
        };
      });
    },
  },
  {
    id: 'readAccount',
    method: 'GET',
    path: '/api/v1/accounts/{account}',
    right,
    answers: 'accounts#Account',
    async run({ service, params }) {
      return await service.storage.look(async (db) => {
        const row = await accountOf(params['account'] ?? '', db);
        if (!row) throw refuse('http-not-found');
        return { data: await shown(row, service.edge.now(), db) };
      });
    },
  },
  {
    id: 'changeAccount',
    method: 'PUT',
    path: '/api/v1/accounts/{account}',
    right,
    body: 'accounts#AccountChange',
    answers: 'accounts#Account',
    fresh: true,
    async run(asked) {
      const { name, language, person, state, grants } = bodyOf<AccountChange>(asked);
      await refuseStrange(asked, { ...(grants && { grants }), ...(person !== undefined && { person }) }, asked.params['account'] ?? '');
      const id = asked.params['account'] ?? '';
      const data = await changed(asked, id, async (db) => {
        const values = {
          ...(name !== undefined && { name }),
          ...(language !== undefined && { language }),
          ...(person !== undefined && { person }),
        };
        if (Object.keys(values).length > 0) await db.updateTable('account').set(values).where('id', '=', id).execute();
        if (grants) await putGrants(id, grants, asked.service.edge, db);
        if (state) await setState(id, state, db);
      });
      return { data };
    },
  },
  {
    id: 'inviteAccount',
    method: 'POST',
    path: '/api/v1/accounts/{account}/invitation',
    right,
    answers: 'accounts#Invitation',
    fresh: true,
    async run(asked) {
      const { edge, storage, placement } = asked.service;
      const id = asked.params['account'] ?? '';
      return await storage.change(async (db) => {
        const account = await accountOf(id, db);
        if (!account) throw refuse('http-not-found');
        const secret = await passwordLink(id, edge, db);
        await noteDeed({ account: visitorOf(asked).actor.id, deed: 'account-invited', objects: [id] }, edge, db);
        const until = new Date(edge.now().getTime() + passwordLinkLasts).toISOString();
        return { status: 201, data: { link: linkTo(`${asked.origin}${placement.basePath}`, secret), until } };
      });
    },
  },
  {
    id: 'appointDeputy',
    method: 'POST',
    path: '/api/v1/deputies',
    right: 'signed-in',
    body: 'accounts#NewDeputy',
    answers: 'accounts#Deputy',
    fresh: true,
    async run(asked) {
      const { deputy, from, until, ...said } = bodyOf<{ account?: string; deputy: string; from: string; until: string }>(asked);
      const visitor = visitorOf(asked);
      const account = said.account ?? visitor.account ?? '';
      // One’s own absence everybody knows oneself; that of others those who administer.
      if (account !== visitor.account && visitor.reach(right) === null) throw refuse('http-no-right', { right });
      if (deputy === account) throw refuse('http-body', { place: '/deputy', expected: `≠ ${account}` });
      for (const day of [from, until]) if (!isRealDate(day)) throw refuse('http-body', { place: '/from', expected: 'YYYY-MM-DD' });
      const last = addDays(from, longestDeputy - 1);
      if (until < from || until > last) throw refuse('http-body', { place: '/until', expected: `${from} … ${last}` });
      const { storage, edge } = asked.service;
      return await storage.change(async (db) => {
        for (const id of [account, deputy]) if (!(await accountOf(id, db))) throw refuse('http-unknown', { what: 'account', value: id });
        const id = await appointDeputy({ account, deputy, from, until }, edge, db);
        await noteDeed({ account: visitor.actor.id, deed: 'deputy-appointed', objects: [account, deputy] }, edge, db);
        return { status: 201, data: { id, account, deputy, from, until } };
      });
    },
  },
  {
    id: 'listDeputies',
    method: 'GET',
    path: '/api/v1/deputies',
    right: 'signed-in',
    answers: 'accounts#Deputies',
    async run(asked) {
      const visitor = visitorOf(asked);
      const own = visitor.reach(right) === null;
      const rows = await asked.service.storage.look((db) =>
        db
          .selectFrom('deputy')
          .selectAll()
          .where('until_day', '>=', asked.service.today())
          .$if(own, (query) =>
            query.where((one) => one.or([one('account', '=', visitor.account ?? ''), one('deputy', '=', visitor.account ?? '')])),
          )
          .orderBy('from_day')
          .limit(1000)
          .execute(),
      );
      return {
        data: {
          items: rows.map(({ id, account, deputy, from_day, until_day }) => ({ id, account, deputy, from: from_day, until: until_day })),
        },
      };
    },
  },
  {
    id: 'endDeputy',
    method: 'DELETE',
    path: '/api/v1/deputies/{deputy}',
    right: 'signed-in',
    answers: 'nothing',
    async run(asked) {
      const visitor = visitorOf(asked);
      const id = asked.params['deputy'] ?? '';
      const gone = await asked.service.storage.change((db) =>
        db
          .deleteFrom('deputy')
          .where('id', '=', id)
          .$if(visitor.reach(right) === null, (query) => query.where('account', '=', visitor.account ?? ''))
          .returning('id')
          .execute(),
      );
      if (gone.length === 0) throw refuse('http-not-found');
      return {};
    },
  },
  {
    id: 'readAudit',
    method: 'GET',
    path: '/api/v1/audit',
    right: 'audit.read',
    query: {
      after: { type: 'string', maxLength: 80 },
      limit,
      object: { type: 'string', maxLength: 80 },
      account: { type: 'string', maxLength: 80 },
    },
    answers: 'accounts#Audit',
    async run(asked) {
      const { limit: most } = pageOf(asked);
      const { object, account, after: last } = asked.query as { object?: string; account?: string; after?: string };
      const [at = '', id = ''] = (last ?? '').split(' ');
      const rows = await asked.service.storage.look((db) =>
        deedsIn({ object, account, limit: most, after: last === undefined ? undefined : { at, id } }, db),
      );
      const end = rows.at(-1);
      return {
        data: {
          items: rows.map((row) => ({ at: row.at, account: row.account, deed: row.deed, object: row.object })),
          next: rows.length < most || !end ? null : `${end.at} ${end.id}`,
        },
      };
    },
  },
];

interface AccountChange {
  readonly name?: string;
  readonly language?: Locale | null;
  readonly person?: string | null;
  readonly state?: 'active' | 'locked';
  readonly grants?: readonly Grant[];
}
