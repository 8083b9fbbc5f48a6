/** Mails that are to be sent: one row for each recipient, queued in the transaction that causes them. */
import type { Locale } from 'rolewright';
import type { Kysely } from 'kysely';
import { hexOf } from '../register/links.js';
import type { Storage } from '../storage/storage.js';
import type { Tables } from '../storage/tables.js';
import type { MailFacts, MailKind } from './mails.js';

export interface NewMail {
  readonly kind: MailKind;
  readonly recipient: string;
  readonly locale: Locale;
  readonly facts: MailFacts;
  readonly request?: string;
  readonly person?: string;
}

/** Puts a mail into the outbox; gives its id. */
export async function putMail(mail: NewMail, { edge, jobs }: Pick<Storage, 'edge' | 'jobs'>, db: Kysely<Tables>): Promise<string> {
  const id = hexOf(edge.randomBytes(16));
  const { kind, recipient, locale, facts, request = null, person = null } = mail;
  await db
    .insertInto('mail')
    .values({
      ...{ id, kind, recipient, request, person, locale, facts: JSON.stringify(facts) },
      ...{ state: 'queued', tries: 0, created_at: edge.now().toISOString(), answer: null },
    })
    .execute();
  await jobs.queue(db, { kind: 'mail', about: id });
  return id;
}

/** Mails that wait though nobody has a job for them, as after a back-up was restored, are queued again; gives how many wait. */
export const queueAgain = ({ change, jobs }: Pick<Storage, 'change' | 'jobs'>): Promise<number> =>
  change(async (db) => {
    const waiting = await db.selectFrom('mail').select('id').where('state', '=', 'queued').execute();
    for (const { id } of waiting) await jobs.queue(db, { kind: 'mail', about: id });
    return waiting.length;
  });
