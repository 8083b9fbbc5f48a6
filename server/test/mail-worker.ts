/** A worker as a process of its own, that sends the mails of a register until it is killed. Its clock may be ahead: see killed-workers.test.ts. */
import { randomBytes } from 'node:crypto';
import type { Phrases } from 'rolewright';
import { sendMail } from '../src/post/send.js';
import { work } from '../src/post/worker.js';
import { openStorage } from '../src/storage/storage.js';
import type { Target } from '../src/storage/open.js';

const { target, port, ahead } = JSON.parse(process.argv[2] ?? '{}') as { target: Target; port: number; ahead: number };
const storage = await openStorage(target, { now: () => new Date(Date.now() + ahead), randomBytes: (count) => randomBytes(count) });
const say: Phrases = (key, facts) => `${key} ${JSON.stringify(facts)}`;
const settings = { host: '127.0.0.1', port, secure: false, ignoreTLS: true, from: 'kadry@example.org' };
process.stdout.write('begun\n');
await work(
  storage,
  {
    mail: (job) => sendMail(job, { storage, settings: settings as never, phrases: () => say, address: 'http://127.0.0.1', linkDays: 30 }),
    evidence: async () => undefined,
  },
  { once: false, failed: (job, error) => process.stderr.write(`${job.about}: ${String(error)}\n`) },
);
