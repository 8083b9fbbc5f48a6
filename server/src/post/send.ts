/**
 * Sending a mail of the outbox. Before the server is spoken to, the attempt is written down; afterwards, what it answered, together
 * with the end of the job. Whoever is killed in between leaves an attempt without an answer, and the mail is sent again with the same
 * Message-ID, by which servers and programs know it: that is the one case in which somebody can have it twice.
 */
import type { Kysely } from 'kysely';
import { createTransport } from 'nodemailer';
import { programActor } from '../life/ids.js';
import type { Locale, Phrases } from 'rolewright';
import { lifeOf } from '../register/ask.js';
import { digestOf, hexOf, makeLink, masked } from '../register/links.js';
import { addDays } from 'rolewright';
import { may } from '../life/may.js';
import { usualRules } from '../life/rules.js';
import { makePlanLink } from '../access/plan-links.js';
import type { PlanReader } from '../access/plan-links.js';
import type { TakenJob } from '../storage/jobs.js';
import type { Storage } from '../storage/storage.js';
import type { MailTable, Tables } from '../storage/tables.js';
import { mailWords, withLink } from './mails.js';
import type { MailFacts, MailKind } from './mails.js';
import { isAddress } from '../register/contact.js';
import type { MailSettings } from './settings.js';

export interface Sending {
  readonly storage: Storage;
  readonly settings: MailSettings;
  /** With what links begin. */
  readonly address: string;
  readonly linkDays: number;
  phrases(locale: Locale): Phrases;
}

export type Outcome =
  | { readonly result: 'sent'; readonly answer: string }
  /** The server does not want it, and will not later. */
  | { readonly result: 'refused'; readonly answer: string }
  /** Nobody answered, or not now. */
  | { readonly result: 'failed'; readonly answer: string };

/** After so many attempts nobody tries any more: some two days. */
const mostTries = 12;
/** Seconds before the next attempt; twice as long each time, six hours at most. */
export const pauseAfter = (tries: number): number => Math.min(60 * 2 ** (tries - 1), 6 * 3600);

/** Milliseconds; together less than the time for which a job is taken. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;

/** Minutes for which a one-time code holds. */
export const codeMinutes = 10;

/** Sends the mail of a job, and ends the job or puts it off. */
export async function sendMail(job: TakenJob, sending: Sending): Promise<Outcome | null> {
  const { storage } = sending;
  const { edge } = storage;
  const mail = await storage.look((db) => db.selectFrom('mail').selectAll().where('id', '=', job.about).executeTakeFirst());
  if (!mail || mail.state !== 'queued') {
    await storage.change((db) => storage.jobs.done(db, job));
    return null;
  }
  const attempt = mail.tries + 1;
  const delivery = hexOf(edge.randomBytes(16));
  const action = await storage.change(async (db) => {
    await db.updateTable('mail').set({ tries: attempt }).where('id', '=', mail.id).execute();
    await db
      .insertInto('delivery')
      .values({ id: delivery, mail: mail.id, attempt, at: edge.now().toISOString(), result: 'sending', answer: null })
      .execute();
    return await actionOf(mail, sending, db);
  });
  const outcome = await attempted(mail, action, sending);
  const over = outcome.result !== 'failed' || attempt >= mostTries;
  await storage.transaction(async (tx) => {
    await tx.db.updateTable('delivery').set({ result: outcome.result, answer: outcome.answer }).where('id', '=', delivery).execute();
    await tx.db
      .updateTable('mail')
      .set({ state: over ? outcome.result : 'queued', answer: outcome.answer })
      .where('id', '=', mail.id)
      .execute();
    if (over) await storage.jobs.done(tx.db, job);
    else await storage.jobs.again(tx.db, job, pauseAfter(attempt));
    if (outcome.result !== 'sent' || mail.request === null || (mail.kind !== 'request' && mail.kind !== 'reminder')) return;
    const payload = { what: mail.kind, channel: 'mail', to: masked(mail.recipient) } as const;
    const draft = { actor: programActor, kind: 'sent', object: mail.request, payload } as const;
    const life = await lifeOf('request', mail.request, tx);
    // Whoever has answered meanwhile has a mail too many, and nothing to be told of.
    if (may<'sent'>({ life, draft, context: { today: edge.now().toISOString().slice(0, 10), rules: usualRules } }).ok)
      await tx.append([draft]);
  });
  return outcome;
}

/** The link or the code of a mail, made anew for each attempt: what went out before goes on to hold. */
async function actionOf(mail: Readonly<MailTable>, { storage, address, linkDays }: Sending, db: Kysely<Tables>): Promise<string> {
  const { edge } = storage;
  const facts = JSON.parse(mail.facts) as MailFacts;
  if (mail.kind === 'code') {
    const session = facts['session'] ?? '';
    const code = digits(edge.randomBytes(8));
    const expires = new Date(edge.now().getTime() + codeMinutes * 60_000).toISOString();
    await db
      .insertInto('once_code')
      .values({ id: hexOf(edge.randomBytes(16)), session, hash: digestOf(`${session} ${code}`), expires_at: expires, used_at: null })
      .execute();
    return `${code.slice(0, 4)} ${code.slice(4)}`;
  }
  if (mail.kind === 'plan') {
    const { plan = '', reader, until = '' } = facts;
    const lasts = Date.parse(`${until}T23:59:59.999Z`) - edge.now().getTime();
    const link = { plan, person: mail.person ?? '', reader: reader as PlanReader, lasts, keeps: mail.tries > 0 };
    return `${address}/w/${await makePlanLink(link, edge, db)}/`;
  }
  if (!withLink(mail.kind as MailKind) || mail.request === null || mail.person === null) return '';
  const today = edge.now().toISOString().slice(0, 10);
  const due = facts['dueDay'] ?? today;
  const last = addDays(due > today ? due : today, linkDays);
  const secret = await makeLink(
    {
      ...{ request: mail.request, person: mail.person, purpose: mail.kind === 'copy' ? 'copy' : 'answer', channel: 'mail' },
      ...{ given: masked(mail.recipient), expires: new Date(`${last}T23:59:59.999Z`) },
    },
    edge,
    db,
  );
  return `${address}/s/${secret}`;
}

/** Eight digits, some 26 bits. */
function digits(bytes: Uint8Array): string {
  const number = Buffer.from(bytes).readBigUInt64BE() % 100_000_000n;
  return number.toString().padStart(8, '0');
}

async function attempted(mail: Readonly<MailTable>, action: string, { settings, phrases }: Sending): Promise<Outcome> {
  if (!isAddress(mail.recipient)) return { result: 'refused', answer: 'no address' };
  const { from, auth, ...server } = settings;
  const locale = mail.locale as Locale;
  const { subject, text, html } = mailWords(mail.kind as MailKind, JSON.parse(mail.facts) as MailFacts, action, {
    say: phrases(locale),
    language: locale,
  });
  const transport = createTransport({ ...server, ...timeouts, ...(auth && { auth }), disableFileAccess: true, disableUrlAccess: true });
  try {
    const { response } = (await transport.sendMail({
      ...{ from, to: mail.recipient, subject, text, html },
      messageId: `<${mail.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
    })) as { readonly response: string };
    return { result: 'sent', answer: shortened(response) };
  } catch (error) {
    const { responseCode, response, message } = error as { responseCode?: number; response?: string; message: string };
    const final = responseCode !== undefined && responseCode >= 500;
    return { result: final ? 'refused' : 'failed', answer: shortened(response ?? message) };
  } finally {
    transport.close();
  }
}

const shortened = (answer: string): string => answer.replace(/\s+/g, ' ').slice(0, 300);
