/** What the pages show of a request: the paper, who asks, what has changed, and the words that are agreed to. */
import { createPhrases, editionOf, fullName, ownData, spelt } from 'rolewright';
import type { Locale, Workspace } from 'rolewright';
import { settingFor } from '../papers/for-request.js';
import { readPage } from '../papers/screen.js';
import type { ScreenPage } from '../papers/screen.js';
import { namesOf } from '../post/letters.js';
import { addressed } from '../post/mails.js';
import { lifeOf } from '../register/ask.js';
import { nameOf, personnelOf } from '../register/distance.js';
import type { Contact } from '../register/distance.js';
import { someone } from '../register/find.js';
import type { RequestMeant } from '../register/find.js';
import { titleOf } from '../register/journal.js';
import { shownNumber } from '../register/series.js';
import { employerOf } from '../register/setting.js';
import type { Setting } from '../register/setting.js';

export interface ShownPaper {
  readonly meant: RequestMeant;
  readonly organisation: string;
  readonly personnel: Contact;
  readonly name: string;
  /** As in a letter. */
  readonly dear: string;
  readonly gender: string;
  readonly title: string;
  readonly number: string;
  readonly version: string;
  readonly due: string | null;
  /** The version that was acknowledged before. */
  readonly held: { readonly version: string; readonly on: string | null } | null;
  readonly page: ScreenPage | null;
  readonly statement: string;
  /** What was answered, and when. */
  readonly answer: { readonly outcome: 'acknowledged' | 'declined'; readonly at: string } | null;
}

/** The request of a link with all that is known of it; null where something of it is gone. */
export async function meantBy(request: string, { storage: { read } }: Setting): Promise<RequestMeant | null> {
  const row = await read.request(request);
  const document = row?.document == null ? undefined : await read.document(row.document);
  const person = row?.person == null ? undefined : await read.person(row.person);
  return row && document && person ? { request: row, document, person: someone(person) } : null;
}

export async function shownPaper(meant: RequestMeant, locale: Locale, setting: Setting, own: Workspace): Promise<ShownPaper> {
  const { storage } = setting;
  const { request, document, person } = meant;
  const organisation = employerOf(setting);
  const { last, state } = await lifeOf('request', request.id, storage.read);
  const { shown, held } = last.requested?.payload ?? {};
  const before = held === undefined ? undefined : await storage.read.document(held);
  const askings = before ? await storage.read.requestsOf({ person: person.id }) : [];
  const earlier = askings.find((one) => one.document === before?.id && one.state === 'acknowledged');
  const on = earlier ? ((await lifeOf('request', earlier.id, storage.read)).last.acknowledged?.payload?.on ?? null) : null;
  const title = await titleOf(document, document.locale as Locale, setting);
  const gender = person.known?.gender ?? 'unspecified';
  const phrase = createPhrases(ownData(own, `locales/papers.${locale}.yaml`), locale);
  const answered = state === 'acknowledged' ? last.acknowledged : state === 'declined' || state === 'refused' ? last.declined : undefined;
  return {
    ...{ meant, organisation: nameOf(organisation, locale), personnel: personnelOf(organisation, locale), gender, title },
    dear: addressed(namesOf(person, locale), createPhrases(ownData(own, `locales/mail.${locale}.yaml`), locale)),
    name: person.known ? fullName(spelt(person.known.names, locale), locale) : '',
    ...{ number: shownNumber(document), version: editionOf(document.role_version), due: request.due },
    held: before ? { version: editionOf(before.role_version), on } : null,
    page: shown === undefined ? null : readPage(await storage.files.read(shown)),
    statement: phrase('statement', {
      ...{ document: title, number: shownNumber(document), gender },
      date: settingFor(locale, document.jurisdiction, setting, own).date(document.dated),
    }),
    answer: answered ? { outcome: answered.kind === 'acknowledged' ? 'acknowledged' : 'declined', at: answered.at } : null,
  };
}
