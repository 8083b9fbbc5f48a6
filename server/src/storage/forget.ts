/**
 * What tables that are no proof know of a person: mails, links, sessions, a PIN, pages that were printed, an account. Addresses go when the
 * person leaves, all of it with the rest of their data.
 */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** Mails that went to the person, and those with links to their onboarding; the others went to those who are told of an answer. */
const ownMails = ['request', 'reminder', 'code', 'copy', 'plan'];

/** What can have data of people; PostgreSQL has to be told to clean it. */
export const tablesOfPeople = [
  'mail',
  'delivery',
  'signer_link',
  'signer_session',
  'signer_key',
  'evidence_page',
  'account',
  'answered',
] as const;

/** Forgets the addresses of a person: mails to them, the PIN that they chose by such a mail, and their address in mails about them. */
export async function forgetAddresses(db: Kysely<Tables>, person: string): Promise<void> {
  await forgetMails(db, person, ({ kind, state }) => ownMails.includes(kind) || state !== 'queued');
  for (const { id, facts } of await db.selectFrom('mail').select(['id', 'facts']).where('person', '=', person).execute()) {
    const told = JSON.parse(facts) as Record<string, string>;
    if (told['mail'] === undefined) continue;
    const without = JSON.stringify({ ...told, mail: 'none' });
    await db.updateTable('mail').set({ facts: without }).where('id', '=', id).execute();
  }
  await db.deleteFrom('signer_key').where('id', '=', person).execute();
}

/** Forgets all that is known of a person; gives the files that were printed for them, which go once the transaction is over. */
export async function forgetPerson(db: Kysely<Tables>, person: string): Promise<readonly string[]> {
  await forgetMails(db, person, () => true);
  const requests = (await db.selectFrom('request').select('id').where('person', '=', person).execute()).map(({ id }) => id);
  const links = (await db.selectFrom('signer_link').select('id').where('person', '=', person).execute()).map(({ id }) => id);
  const sessions =
    links.length === 0 ? [] : (await db.selectFrom('signer_session').select('id').where('link', 'in', links).execute()).map(({ id }) => id);
  for (const session of sessions) await db.deleteFrom('once_code').where('session', '=', session).execute();
  for (const link of links) await db.deleteFrom('signer_session').where('link', '=', link).execute();
  await db.deleteFrom('signer_link').where('person', '=', person).execute();
  await db.deleteFrom('signer_key').where('id', '=', person).execute();
  const tries = [
    ...['pin', 'send'].map((what) => `${what}/${person}`),
    ...requests.map((request) => `wrong/${request}`),
    ...sessions.map((session) => `code/${session}`),
  ];
  for (const id of tries) await db.deleteFrom('signer_try').where('id', '=', id).execute();
  await forgetAccounts(db, person);
  await db.deleteFrom('link').where('subject', '=', person).execute();
  await db.deleteFrom('answered').where('answer', 'like', `%${person}%`).execute();
  const pages: string[] = [];
  for (const id of requests)
    pages.push(...(await db.deleteFrom('evidence_page').where('id', '=', id).returning('sha256').execute()).map(({ sha256 }) => sha256));
  return pages;
}

interface MailSeen {
  readonly kind: string;
  readonly state: string;
}

async function forgetMails(db: Kysely<Tables>, person: string, goes: (mail: MailSeen) => boolean): Promise<void> {
  const mails = await db.selectFrom('mail').select(['id', 'kind', 'state']).where('person', '=', person).execute();
  for (const { id } of mails.filter(goes)) {
    await db.deleteFrom('delivery').where('mail', '=', id).execute();
    await db.deleteFrom('mail').where('id', '=', id).execute();
  }
}

/** Without the person’s last day of work, which is erased, nothing would keep the account closed. */
async function forgetAccounts(db: Kysely<Tables>, person: string): Promise<void> {
  for (const { id } of await db.selectFrom('account').select('id').where('person', '=', person).execute()) {
    for (const table of ['session', 'access_grant', 'api_key'] as const) await db.deleteFrom(table).where('account', '=', id).execute();
    await db
      .deleteFrom('deputy')
      .where((one) => one.or([one('account', '=', id), one('deputy', '=', id)]))
      .execute();
    await db.deleteFrom('link').where('subject', '=', id).execute();
    await db.deleteFrom('account').where('id', '=', id).execute();
  }
}
