/** A mail that shows whether mails arrive, from whichever door. */
import type { Environment } from '../register/distance.js';
import { isAddress } from '../register/contact.js';
import { nameOf } from '../register/distance.js';
import { employerOf, refusal } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import { putMail } from './outbox.js';
import { mailSettings } from './settings.js';

/** Queues it; gives its id. Throws a Refusal for what is no address, and where nobody has said by which server mails go. */
export async function testMail(recipient: string, setting: Setting, environment: Environment): Promise<string> {
  if (!isAddress(recipient)) throw refusal('register-bad-address', { value: recipient });
  const organisation = employerOf(setting);
  mailSettings(organisation, environment);
  const locale = organisation.languages[0] ?? setting.language;
  const facts = { organisation: nameOf(organisation, locale) };
  const { storage } = setting;
  return await storage.change((db) => putMail({ kind: 'test', recipient, locale, facts }, storage, db));
}
