/** Where links and notices to somebody go: noted by HR or by a list, and forgotten once they serve nothing. */
import type { PersonRow } from 'rolewright';
import type { Payloads } from '../life/events.js';
import { forgetAddresses } from '../storage/forget.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import type { Someone } from './find.js';
import { revokeLinks } from './links.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';

/** Addresses that we write to: one person’s, without a name beside and without anything that a header could end with. */
export const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+$/.test(text);

/** Notes where links go. What is not named stays as it is; null takes it away. Throws a Refusal for what is no address. */
export async function setContact(person: Someone, contact: Payloads['contact-set'], { storage, actor, today }: Setting): Promise<void> {
  const { email } = contact;
  if (email != null && !isAddress(email)) throw refusal('register-bad-address', { value: email });
  await storage.transaction(async (tx) => {
    const life = await lifeOf('person', person.id, tx);
    const draft = { actor: actor.id, kind: 'contact-set', object: person.id, payload: contact } as const;
    await tx.append([permitted<'contact-set'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
  });
}

/** The address of a list, where it is another than the one that is known. */
export async function contactOf(
  row: PersonRow,
  before: Someone | null,
  id: string,
  { actor, today }: Setting,
  tx: Transaction,
): Promise<void> {
  const { email } = row.person;
  if (email === undefined || email === before?.known?.email) return;
  const life = await lifeOf('person', id, tx);
  const draft = { actor: actor.id, kind: 'contact-set', object: id, payload: { email } } as const;
  await tx.append([permitted<'contact-set'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
}

/** Links and addresses of somebody who leaves serve nothing any more; only a legal hold keeps what was noted of them. */
export async function forgetContact(person: string, { actor, storage: { edge } }: Setting, tx: Transaction): Promise<void> {
  await revokeLinks({ person }, edge.now(), tx.db);
  if (await tx.isHeld(person)) return;
  const seqs = (await tx.eventsOf(person)).filter((event) => event.kind === 'contact-set' && event.payload !== null).map(({ seq }) => seq);
  // Addresses go with the erasure, and by themselves where none is to be erased.
  if (seqs.length > 0) await tx.erase({ actor: actor.id, person, class: 'contact', seqs });
  else await forgetAddresses(tx.db, person);
}
