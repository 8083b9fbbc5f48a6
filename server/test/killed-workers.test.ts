/** Workers are killed in the middle of sending: each mail is sent, each job done once, and nothing is half. Real processes, both databases. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { build } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putMail } from '../src/post/outbox.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import { onBothDatabases } from './databases.js';
import { madeEdge } from './made-register.js';
import { openMailServer } from './signer-world.js';
import type { MailServer } from './signer-world.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [mails, kills] = [40, 4];
/** Milliseconds: longer than a job is somebody’s who does not come back. */
const lease = 90_000;

onBothDatabases(
  'workers that are killed',
  ({ next, dialect }) => {
    let compiled = '';
    let server: MailServer;
    beforeAll(async () => {
      mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
      compiled = mkdtempSync(join(root, 'node_modules/.cache/rolewright-worker-'));
      await build({
        input: { worker: join(root, 'server/test/mail-worker.ts') },
        platform: 'node',
        external: ['libsql', 'pg', 'pg-boss', 'nodemailer', 'piscina', 'hunspell-wasm', /^dictionary-/, /^@expo-google-fonts/],
        // Of the sources, as they are now: there may be no build.
        resolve: { alias: { rolewright: join(root, 'src/index.ts') } },
        output: { dir: compiled },
      });
      writeFileSync(join(compiled, 'package.json'), '{"type":"module"}');
      server = await openMailServer();
    }, 120_000);
    afterAll(async () => {
      await server.close();
      rmSync(compiled, { recursive: true, force: true });
    });

    it('leave each mail sent once, or twice where one was killed while it was on its way', async () => {
      const target = await next();
      const storage = await openStorage(target, madeEdge('workers', new Date().toISOString()), { create: true });
      for (let at = 0; at < mails; at += 1)
        await storage.change((db) =>
          putMail({ kind: 'test', recipient: `p${at}@example.org`, locale: 'en', facts: { organisation: 'Northwind' } }, storage, db),
        );
      let ahead = 0;
      const begin = async (): Promise<ChildProcess> => {
        const child = spawn(process.execPath, [join(compiled, 'worker.js'), JSON.stringify({ target, port: server.port, ahead })]);
        await new Promise((resolve, reject) => {
          child.stdout.once('data', resolve);
          child.once('exit', (code) => reject(new Error(`the worker ended with ${String(code)}`)));
        });
        return child;
      };
      const end = (child: ChildProcess): Promise<unknown> =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          child.kill('SIGKILL');
        });
      let workers = [await begin(), await begin()];
      for (let killed = 0; killed < kills; killed += 1) {
        const enough = ((killed + 1) * mails) / (kills + 2);
        while (server.mails.length < enough) await wait(3);
        // Both at once: for one that lives on, time would go by too, and what it is at would be another’s.
        await Promise.all(workers.map(end));
        ahead += lease;
        await goBy(storage, lease);
        workers = [await begin(), await begin()];
      }
      for (let tries = 0; (await waiting(storage)) > 0; tries += 1) {
        if (tries > 1200) throw new Error('some are never sent');
        await wait(50);
      }
      for (const one of workers) await end(one);

      const ids = server.mails.map(({ id }) => id);
      expect(new Set(ids).size).toBe(mails);
      expect(new Set(server.mails.map(({ to }) => to)).size).toBe(mails);
      // Whoever is killed after the server took a mail and before that was written down is the one case of two, and then with the same id.
      expect(ids.length - mails).toBeLessThanOrEqual(2 * kills);
      const kept = await storage.look(async (db) => ({
        unsent: await db.selectFrom('mail').select('id').where('state', '<>', 'sent').execute(),
        sent: await db.selectFrom('delivery').select('mail').where('result', '=', 'sent').execute(),
        open: await db.selectFrom('delivery').select('mail').where('result', '=', 'sending').execute(),
      }));
      expect(kept.unsent).toEqual([]);
      expect(kept.sent.map(({ mail }) => mail).sort()).toEqual([...new Set(kept.sent.map(({ mail }) => mail))].sort());
      expect(kept.sent).toHaveLength(mails);
      expect(kept.open.length).toBeLessThanOrEqual(2 * kills);
      // Nothing is left to be done a second time.
      await goBy(storage, lease);
      expect(await storage.jobs.take(['mail', 'evidence'])).toBeNull();
      await storage.close();
    }, 180_000);

    const waiting = async (storage: Storage): Promise<number> =>
      (await storage.look((db) => db.selectFrom('mail').select('id').where('state', '=', 'queued').execute())).length;

    /** PostgreSQL has a clock of its own; in SQLite that of whoever is begun next is ahead. */
    async function goBy(storage: Storage, milliseconds: number): Promise<void> {
      if (dialect === 'postgres')
        await storage.look((db) =>
          sql`update pgboss.job set started_on = started_on - make_interval(secs => ${milliseconds / 1000}),
            start_after = start_after - make_interval(secs => ${milliseconds / 1000})`.execute(db),
        );
    }
  },
  { isLong: true },
);
