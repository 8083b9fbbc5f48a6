/** What a service forgets by itself: sessions, tries and answers that count no more, and the audit of reads after a year. */
import { forgetDeeds } from '../access/audit.js';
import { sweepTries } from '../access/attempts.js';
import { sweepSessions } from '../access/sessions.js';
import { forgetAnswers } from '../http/once.js';
import { sweepVisits } from '../signer/session.js';
import type { Storage } from '../storage/storage.js';

/** Days for which it is kept who read data of whom: an inspection of the last year finds it. */
export const auditDays = 365;

/** Forgets what nobody needs any more at a time. */
export async function sweep(now: Date, storage: Storage): Promise<void> {
  await sweepTries(now, storage);
  await sweepSessions(now, storage);
  await sweepVisits(now, storage);
  await storage.change((db) => forgetAnswers(now, db));
  await storage.change((db) => forgetDeeds(auditDays, now, db));
}
