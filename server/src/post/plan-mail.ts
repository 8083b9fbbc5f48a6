/** Links to an onboarding, sent by mail: to the newcomer, to the mentor and to the head, each their own. */
import { fullName, spelt } from 'rolewright';
import type { Locale } from 'rolewright';
import { planReaders } from '../access/plan-links.js';
import type { PlanReader } from '../access/plan-links.js';
import { openUntil } from '../life/plan.js';
import { dayInWords } from '../life/words.js';
import { isAddress } from '../register/contact.js';
import { distanceOf, headOf, localeOf, nameOf, personnelOf } from '../register/distance.js';
import type { Environment } from '../register/distance.js';
import { nameIn } from '../register/find.js';
import type { Someone } from '../register/find.js';
import { masked } from '../register/links.js';
import { addressByName } from '../register/plan-mentor.js';
import { shownPlan } from '../register/plan.js';
import type { PlanMeant } from '../register/plan.js';
import { employerOf, refusal } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import { addressOf } from './by-link.js';
import { namesOf } from './letters.js';
import { putMail } from './outbox.js';
import type { NewMail } from './outbox.js';
import { mailSettings } from './settings.js';

export interface PlanMailed {
  /** Whom a mail is queued for; `to` is the address in part. */
  readonly sent: readonly { readonly reader: PlanReader; readonly name: string; readonly to: string }[];
  /** Those of whom no address is known. */
  readonly without: readonly { readonly reader: PlanReader; readonly name: string }[];
}

/**
 * Queues mails with links to a plan; the link of each is made when its mail is sent, and takes the place of the one before. Without `readers`
 * everybody gets one who looks after the plan. Throws a Refusal where links have no address, nobody has said by which server mails are sent, or
 * no address is known of anybody.
 */
export async function mailPlan(
  meant: PlanMeant,
  { readers, environment }: { readonly readers?: readonly PlanReader[] | undefined; readonly environment: Environment },
  setting: Setting,
): Promise<PlanMailed> {
  const organisation = employerOf(setting);
  addressOf(distanceOf(setting, environment, 'UTC'));
  mailSettings(organisation, environment);
  const everybody: Recipient[] = [];
  for (const reader of planReaders) {
    const one = recipientOf(reader, meant, setting);
    // A mentor who is named alone may work here, and be known.
    const found = reader !== 'new-hire' && one.isThere && one.email === null ? await addressByName(one.name, setting) : null;
    everybody.push({ ...one, email: one.email ?? found });
  }
  // Without a mentor there is nobody who lacks an address.
  const wanted = everybody.filter(({ reader, isThere }) => (readers ? readers.includes(reader) : isThere));
  const without = wanted.filter(({ email }) => email === null).map(({ reader, name }) => ({ reader, name }));
  const sent = wanted.flatMap(({ email, ...one }) => (email === null ? [] : [{ ...one, email }]));
  if (sent.length === 0) throw refusal('register-plan-no-email', { people: without.map(({ name }) => name).join(', ') });
  const { storage } = setting;
  await storage.change(async (db) => {
    for (const one of sent) await putMail(letter(one, meant, setting), storage, db);
  });
  return { sent: sent.map(({ reader, name, email }) => ({ reader, name, to: masked(email) })), without };
}

const wholeName = (person: Someone, locale: Locale): string =>
  person.known ? fullName(spelt(person.known.names, locale), locale) : nameIn(person, locale);

interface Recipient {
  readonly reader: PlanReader;
  readonly name: string;
  readonly email: string | null;
  /** Whether anybody plays this part. */
  readonly isThere: boolean;
}

function recipientOf(reader: PlanReader, { state, holder: { person, holding } }: PlanMeant, setting: Setting): Recipient {
  const organisation = employerOf(setting);
  const valid = (email: string | null | undefined): string | null => (email != null && isAddress(email) ? email : null);
  if (reader === 'new-hire')
    return { reader, name: wholeName(person, localeOf(person, organisation)), email: valid(person.known?.email), isThere: true };
  const named = state.helpers.find(({ as }) => as === reader);
  const head = reader === 'head' ? headOf(holding.department, organisation, organisation.languages[0] ?? setting.language) : null;
  const name = named?.name ?? head?.name ?? null;
  // Somebody who was named without an address is not whoever leads the department.
  const email = valid(named ? named.email : head?.email);
  return { reader, name: name ?? reader, email, isThere: name !== null || email !== null };
}

function letter(
  { reader, email }: { readonly reader: PlanReader; readonly name: string; readonly email: string },
  meant: PlanMeant,
  setting: Setting,
): NewMail {
  const organisation = employerOf(setting);
  const { state, holder } = meant;
  const own = reader === 'new-hire';
  const locale = own ? localeOf(holder.person, organisation) : (organisation.languages[0] ?? setting.language);
  const hr = personnelOf(organisation, locale);
  const until = openUntil(state, setting.today);
  return {
    ...{ kind: 'plan', recipient: email, locale, person: holder.person.id },
    facts: {
      ...{ plan: state.id, reader, until, person: wholeName(holder.person, locale), organisation: nameOf(organisation, locale) },
      ...(own ? namesOf(holder.person, locale) : { name: 'none' }),
      ...{ role: shownPlan(meant, setting, locale).role, begins: dayInWords(state.firstDay, locale), ends: dayInWords(until, locale) },
      ...{ gender: holder.person.known?.gender ?? 'unspecified' },
      ...{ hr: hr.name ?? 'none', phone: hr.phone ?? 'none', email: hr.email ?? 'none' },
    },
  };
}
