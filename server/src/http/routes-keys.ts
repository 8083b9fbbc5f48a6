/** API keys: programs that act for an account. */
import { createKey, neverByKey, scopesOf } from '../access/keys.js';
import type { KeyRow } from '../access/keys.js';
import { noteDeed } from '../access/audit.js';
import type { Right } from '../access/rights.js';
import { refuse } from './problem.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Route } from './route.js';

const shown = (row: KeyRow): object => ({
  ...{ id: row.id, name: row.name, account: row.account, scopes: scopesOf(row), createdAt: row.created_at, until: row.until },
  departments: row.departments === null ? null : (JSON.parse(row.departments) as readonly string[]),
  revokedAt: row.revoked_at,
});

/** Those who administer see the keys of all, others their own. */
const ofOthers = (asked: Asked): boolean => visitorOf(asked).reach('accounts.manage') !== null;

export const keyRoutes: readonly Route[] = [
  {
    id: 'listKeys',
    method: 'GET',
    path: '/api/v1/keys',
    right: 'signed-in',
    answers: 'accounts#Keys',
    async run(asked) {
      const own = visitorOf(asked).account ?? '';
      const rows = await asked.service.storage.look((db) =>
        db
          .selectFrom('api_key')
          .selectAll()
          .$if(!ofOthers(asked), (query) => query.where('account', '=', own))
          .orderBy('created_at')
          .limit(1000)
          .execute(),
      );
      return { data: { items: rows.map(shown) } };
    },
  },
  {
    id: 'createKey',
    method: 'POST',
    path: '/api/v1/keys',
    right: 'signed-in',
    body: 'accounts#NewKey',
    answers: 'accounts#CreatedKey',
    fresh: true,
    async run(asked) {
      const {
        name,
        scopes,
        departments = null,
        until = null,
      } = bodyOf<{
        name: string;
        scopes: readonly Right[];
        departments?: readonly string[] | null;
        until?: string | null;
      }>(asked);
      const { account, reach } = visitorOf(asked);
      if (account === null) throw refuse('http-no-right', { right: 'keys' });
      const beyond = scopes.find((one) => neverByKey.includes(one) || reach(one) === null);
      if (beyond !== undefined) throw refuse('http-no-right', { right: beyond });
      const { storage, edge } = asked.service;
      return await storage.change(async (db) => {
        const { id, secret } = await createKey({ account, name, scopes, departments, until }, edge, db);
        await noteDeed({ account, deed: 'key-created', objects: [id] }, edge, db);
        return { status: 201, data: { id, key: secret } };
      });
    },
  },
  {
    id: 'revokeKey',
    method: 'DELETE',
    path: '/api/v1/keys/{key}',
    right: 'signed-in',
    answers: 'nothing',
    async run(asked) {
      const own = visitorOf(asked).account ?? '';
      const { storage, edge } = asked.service;
      const id = asked.params['key'] ?? '';
      return await storage.change(async (db) => {
        const gone = await db
          .updateTable('api_key')
          .set({ revoked_at: edge.now().toISOString() })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .$if(!ofOthers(asked), (query) => query.where('account', '=', own))
          .returning('id')
          .execute();
        if (gone.length === 0) throw refuse('http-not-found');
        await noteDeed({ account: own, deed: 'key-revoked', objects: [id] }, edge, db);
        return {};
      });
    },
  },
];
