/** What a service forgets by itself, and what it keeps. */
import { expect, it } from 'vitest';
import { sweep } from '../src/cli/sweep.js';
import { openStorage } from '../src/storage/storage.js';
import { onBothDatabases } from './databases.js';
import { madeEdge } from './made-register.js';

const day = 86_400_000;

onBothDatabases('a service that has run for long', ({ next }) => {
  it('forgets sessions, codes and tries that count no more, and reads of more than a year ago', async () => {
    const storage = await openStorage(await next(), madeEdge(), { create: true });
    const now = new Date('2028-06-01T12:00:00.000Z');
    const ago = (milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
    await storage.change(async (db) => {
      for (const [id, old] of [
        ['fresh', 60_000],
        ['stale', 500 * day],
      ] as const) {
        const at = ago(old);
        await db.insertInto('attempt').values({ id, count: 1, since: at }).execute();
        await db.insertInto('answered').values({ id, account: 'a', request: 'r', answer: '{"name":"Anna Bakker"}', at }).execute();
        await db.insertInto('signer_try').values({ id, count: 1, since: at }).execute();
        await db.insertInto('once_code').values({ id, session: 's', hash: 'h', expires_at: at, used_at: null }).execute();
        await db
          .insertInto('signer_session')
          .values({ ...{ id, token_hash: id, link: 'l', begun_at: at, seen_at: at }, ...{ proof: null, proved_at: null, code_to: null } })
          .execute();
      }
    });
    await sweep(now, storage);
    const left = await storage.look(async (db) => ({
      answers: await db.selectFrom('answered').select('id').execute(),
      tries: await db.selectFrom('attempt').select('id').execute(),
      visits: await db.selectFrom('signer_session').select('id').execute(),
      codes: await db.selectFrom('once_code').select('id').execute(),
      wrong: await db.selectFrom('signer_try').select('id').execute(),
    }));
    for (const rows of Object.values(left)) expect(rows).toEqual([{ id: 'fresh' }]);
    await storage.close();
  });
});
