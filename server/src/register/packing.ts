/** What the register knows of a paper that is packed as an electronic one, by the data of its country. */
import { createHash } from 'node:crypto';
import { isAcknowledged, spelt } from 'rolewright';
import type { Library, Locale, Organisation } from 'rolewright';
import type { DocumentRow } from '../storage/queries.js';
import type { ViewRow } from '../storage/tables.js';
import { lifeOf } from './ask.js';
import { nameIn, paperLabel } from './find.js';
import type { Someone } from './find.js';
import { heldOn, titleOf } from './journal.js';
import { shownNumber } from './series.js';
import { employerOf, refusal } from './setting.js';
import type { Setting } from './setting.js';
import { inWords, roleTitle } from './titles.js';

type Law = NonNullable<ReturnType<Library['jurisdiction']>['electronicPackage']>;

/** A paper that can be packed: what its country says of packages, and its PDF as it was issued. */
export interface Packable {
  readonly law: Law;
  readonly paper: Uint8Array;
}

/** Throws a Refusal for a paper of another country, one that is not in force or was not replaced since, and one without a PDF. */
export async function packable(document: DocumentRow, { storage, desk, ...setting }: Setting): Promise<Packable> {
  const label = paperLabel(document, { desk, ...setting });
  const law = desk.library.jurisdiction(document.jurisdiction).electronicPackage;
  if (!law) throw refusal('register-package-no-law', { paper: label, country: document.jurisdiction });
  if (document.state !== 'issued' && document.state !== 'replaced')
    throw refusal('register-package-not-in-force', { paper: label, state: document.state });
  const pdf = (await storage.read.documentFiles(document.id)).find(({ format }) => format === 'pdf');
  // What was let go at its term is kept in name only.
  const [kept] = pdf ? await storage.read.filesAmong([pdf.sha256]) : [];
  if (!pdf || kept === undefined) throw refusal('register-package-no-pdf', { paper: label });
  return { law, paper: await storage.files.read(pdf.sha256) };
}

/** The numbers of the employer. Throws a Refusal where the organisation file lacks them. */
export function employerFacts(setting: Setting) {
  const { name, languages, identifiers = {} } = employerOf(setting);
  const missing = (['inn', 'ogrn'] as const).filter((key) => identifiers[key] === undefined);
  if (missing.length > 0) throw refusal('register-package-numbers', { missing: missing.join(', ') });
  return { employer: inLanguage(name, languages), ...identifiers };
}

/** In Russian where the file has it, since those who read packages do; else in its first language. */
const inLanguage = (name: Organisation['name'], [first = 'ru']: readonly Locale[]): string =>
  typeof name === 'string' ? name : (name.ru ?? inWords(name, first) ?? '');

/** Which code a paper has: that of a local act, or of the acquaintance of somebody with it, unless another is named. Throws a Refusal for what is neither. */
export function codeOf(document: DocumentRow, person: Someone | null, given: string | undefined, { codes }: Law, setting: Setting): string {
  if (given !== undefined) return given;
  const kind = setting.desk.library.kind(document.kind);
  const facts = { paper: paperLabel(document, setting), known: codes.others.join(', ') };
  if ((kind.form ?? setting.workplace.organisation?.documentForm ?? 'local-act') !== 'local-act')
    throw refusal('register-package-needs-code', facts);
  if (!isAcknowledged(kind, document.jurisdiction)) throw refusal('register-package-kind', facts);
  return person === null ? codes.act : codes.acquaintance;
}

/** What is said of the paper itself. */
export const paperFacts = async (document: DocumentRow, setting: Setting) => ({
  title: await titleOf(document, document.locale as Locale, setting),
  number: shownNumber(document),
  date: document.dated,
});

/** Who reads a paper: by name and post, and when they acknowledged it by a link, which is a simple signature. */
export interface Reader {
  readonly last: string;
  readonly first: string;
  readonly middle: string | null;
  readonly post: string;
  readonly answeredOn: string | null;
}

/** Throws a Refusal for somebody who has nothing to do with the paper, or whose name is not known in full. */
export async function readerOf(person: Someone, document: DocumentRow, setting: Setting): Promise<Reader> {
  const { read } = setting.storage;
  const facts = { person: nameIn(person, setting.language), paper: paperLabel(document, setting) };
  const request = await requestFor(person, document, setting);
  const holdings = (await read.holdingsOf(person.id)).filter(({ role }) => role === document.role);
  const isMeant = document.person === null ? holdings.length > 0 || request !== null : document.person === person.id;
  if (!isMeant) throw refusal('register-package-not-theirs', facts);
  const name = person.known && spelt(person.known.names, 'ru');
  if (!name?.first) throw refusal('register-package-name', facts);
  const life = request && (await lifeOf('request', request.id, read));
  const answer = life?.state === 'acknowledged' ? life.last.acknowledged?.payload : null;
  const holding = heldOn(document.dated, { document, posts: holdings });
  return {
    ...{ last: [name.particle, name.last].filter(Boolean).join(' '), first: name.first, middle: name.middle ?? null },
    post: roleTitle(document.role, holding?.department ?? null, document.locale as Locale, setting),
    answeredOn: answer?.how === 'link' ? answer.on : null,
  };
}

async function requestFor(person: Someone, document: DocumentRow, { storage }: Setting): Promise<ViewRow<'request'> | null> {
  const own = await storage.read.requestsOf({ document: document.id });
  const asked = own.filter((one) => one.person === person.id);
  return asked.find(({ state }) => state === 'acknowledged') ?? asked.at(-1) ?? null;
}

/** A UUID of one's own making (RFC 9562, version 8): the same parts have the same one, others another. */
export function packageId(parts: readonly (string | Uint8Array | null)[]): string {
  const all = createHash('sha256');
  for (const part of parts)
    all.update(
      createHash('sha256')
        .update(part ?? '')
        .digest(),
    );
  const bytes = all.digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
