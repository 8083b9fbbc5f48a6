/** Jobs: queued with their cause or not at all, taken by one at a time, taken again when nobody came back. The same in both databases. */
import { afterEach, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Storage } from '../src/storage/storage.js';
import { openStorage } from '../src/storage/storage.js';
import { onBothDatabases } from './databases.js';
import { madeEdge } from './made-register.js';

onBothDatabases('jobs', ({ next, dialect }) => {
  const opened: Storage[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  const start = async () => {
    const edge = madeEdge();
    const target = await next();
    const storage = await openStorage(target, edge, { create: true });
    const other = await openStorage(target, edge);
    opened.push(storage, other);
    return { storage, other, edge };
  };
  /** Time goes by: by our clock in SQLite, by that of the server in PostgreSQL. */
  const wait = async ({ storage, edge }: Awaited<ReturnType<typeof start>>, seconds: number): Promise<void> => {
    edge.wait(seconds * 1000);
    if (dialect === 'postgres')
      await storage.look((db) =>
        sql`update pgboss.job set started_on = started_on - make_interval(secs => ${seconds}), start_after = start_after - make_interval(secs => ${seconds})`.execute(
          db,
        ),
      );
  };

  it('are there only if their transaction comes to its end', async () => {
    const { storage } = await start();
    await expect(
      storage.transaction(async (tx) => {
        await tx.queue({ kind: 'mail', about: 'm_1' });
        throw new Error('broken off');
      }),
    ).rejects.toThrow('broken off');
    expect(await storage.jobs.take(['mail'])).toBeNull();
    await storage.transaction((tx) => tx.queue({ kind: 'mail', about: 'm_1' }));
    expect(await storage.jobs.take(['evidence'])).toBeNull();
    expect(await storage.jobs.take(['mail', 'evidence'])).toMatchObject({ kind: 'mail', about: 'm_1', tries: 1 });
  });

  it('are taken by one at a time, each once', async () => {
    const { storage, other } = await start();
    await storage.transaction(async (tx) => {
      for (let at = 0; at < 20; at += 1) await tx.queue({ kind: 'mail', about: `m_${at}` });
    });
    const taken: string[] = [];
    const work = async (who: Storage): Promise<void> => {
      for (;;) {
        const job = await who.jobs.take(['mail']);
        if (!job) return;
        taken.push(job.about);
        await who.change((db) => who.jobs.done(db, job));
      }
    };
    await Promise.all([work(storage), work(other), work(storage)]);
    expect(taken.sort()).toEqual(Array.from({ length: 20 }, (_, at) => `m_${at}`).sort());
  });

  it('are taken again when whoever took one does not come back', async () => {
    const started = await start();
    const { storage, other } = started;
    await storage.transaction((tx) => tx.queue({ kind: 'mail', about: 'm_1' }));
    await storage.jobs.take(['mail']);
    expect(await other.jobs.take(['mail'])).toBeNull();
    await wait(started, 90);
    const job = await other.jobs.take(['mail']);
    expect(job).toMatchObject({ about: 'm_1', tries: 2 });
    if (job) await other.change((db) => other.jobs.done(db, job));
    await wait(started, 90);
    expect(await other.jobs.take(['mail'])).toBeNull();
  });

  it('wait for their time, and are tried again later', async () => {
    const started = await start();
    const { storage } = started;
    await storage.transaction((tx) => tx.queue({ kind: 'evidence', about: 'r_1' }, 600));
    expect(await storage.jobs.take(['evidence'])).toBeNull();
    await wait(started, 700);
    const job = await storage.jobs.take(['evidence']);
    expect(job?.tries).toBe(1);
    if (job) await storage.change((db) => storage.jobs.again(db, job, 300));
    expect(await storage.jobs.take(['evidence'])).toBeNull();
    await wait(started, 400);
    expect(await storage.jobs.take(['evidence'])).toMatchObject({ about: 'r_1', tries: 2 });
  });
});
