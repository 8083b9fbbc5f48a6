/** Which mails a request causes, with all that their words need: to whoever is asked, and to those who are told what came of it. */
import { editionOf, spelt } from 'rolewright';
import type { Locale } from 'rolewright';
import { dayInWords } from '../life/words.js';
import { headOf, localeOf, nameOf, personnelOf } from '../register/distance.js';
import { nameIn } from '../register/find.js';
import type { RequestMeant, Someone } from '../register/find.js';
import { heldWhenAsked, titleOf } from '../register/journal.js';
import { shownNumber } from '../register/series.js';
import { employerOf } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import type { DocumentRow } from '../storage/queries.js';
import type { NamesTold } from './mails.js';
import type { NewMail } from './outbox.js';
import { isAddress } from '../register/contact.js';

export interface Letter {
  readonly request: string;
  readonly document: DocumentRow;
  readonly person: Someone;
  readonly due: string | null;
  /** Whether the person acknowledged an earlier version. */
  readonly changed: boolean;
}

/** A mail with a link, to whoever is asked; null where no address is known. `late`: days since it was due, less than none before. */
export async function letterTo(
  kind: 'request' | 'reminder' | 'copy',
  { request, document, person, due, changed }: Letter,
  setting: Setting,
  late = 0,
): Promise<NewMail | null> {
  const email = person.known?.email;
  if (email === undefined || !isAddress(email)) return null;
  const organisation = employerOf(setting);
  const locale = localeOf(person, organisation);
  const hr = personnelOf(organisation, locale);
  return {
    ...{ kind, recipient: email, locale, request, person: person.id },
    facts: {
      ...{ ...namesOf(person, locale), organisation: nameOf(organisation, locale), ...(await paperFacts(document, setting)) },
      ...{ hr: hr.name ?? 'none', post: hr.post ?? 'none', phone: hr.phone ?? 'none', email: hr.email ?? 'none' },
      ...{ due: due === null ? 'none' : dayInWords(due, locale), dueDay: due ?? setting.today, changed: changed ? 'yes' : 'no' },
      ...{ gender: person.known?.gender ?? 'unspecified', late: late > 0 ? 'yes' : 'no' },
    },
  };
}

/** The names by which words of a language address somebody; those that are not known are `none`. */
export function namesOf(person: Someone, locale: Locale): NamesTold {
  const { first = 'none', middle = 'none' } = person.known ? spelt(person.known.names, locale) : {};
  return { name: nameIn(person, locale), first, middle };
}

const paperFacts = async (
  document: DocumentRow,
  setting: Setting,
): Promise<{ readonly title: string; readonly number: string; readonly version: string }> => ({
  title: await titleOf(document, document.locale as Locale, setting),
  number: shownNumber(document),
  version: editionOf(document.role_version),
});

/** Mails to personnel and to the head that somebody disagrees, or has a question; to personnel alone that a link ended. Each address once. */
export async function noticesOf(
  kind: 'declined' | 'question' | 'spent',
  meant: RequestMeant,
  words: string,
  setting: Setting,
): Promise<readonly NewMail[]> {
  const { request, document, person } = meant;
  const organisation = employerOf(setting);
  const locale = organisation.languages[0] ?? setting.language;
  const holding = await heldWhenAsked(meant, setting.storage.read);
  const readers = [
    personnelOf(organisation, locale),
    ...(kind === 'spent' ? [] : [headOf(holding?.department ?? null, organisation, locale)]),
  ];
  const addresses = new Set(readers.flatMap(({ email }) => (email !== null && isAddress(email) ? [email] : [])));
  const facts = {
    ...{ person: nameIn(person, locale), words, ...(await paperFacts(document, setting)), organisation: nameOf(organisation, locale) },
    ...{
      gender: person.known?.gender ?? 'unspecified',
      country: document.jurisdiction,
      handle: person.externalId ?? person.id.slice(0, 10),
    },
    ...{ mail: person.known?.email ?? 'none' },
  };
  return [...addresses].map((recipient) => ({ kind, recipient, locale, facts, request: request.id, person: person.id }));
}
