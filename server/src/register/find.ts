/**
 * Finding what people mean: a person by the personnel number, the name or the beginning of the id, a paper by its number or kind. What
 * could be several is refused with all of them.
 */
import { fullName, kindName, slugOf, spelt } from 'rolewright';
import type { Locale } from 'rolewright';
import { namesIn } from '../life/person.js';
import type { Known } from '../life/person.js';
import type { DocumentRow, Queries } from '../storage/queries.js';
import type { ViewRow } from '../storage/tables.js';
import { isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import { refusal } from './setting.js';
import type { Setting } from './setting.js';
import { shownNumber } from './series.js';
import { roleTitle } from './titles.js';

/** A person of the register. */
export interface Someone {
  readonly id: string;
  /** Null where it has been erased. */
  readonly known: Known | null;
  readonly leftOn: string | null;
  readonly externalId: string | null;
}

const atOnce = 1000;

/** All rows of a list that comes in pages. */
export async function all<T extends { readonly id: string }>(
  page: (of: { after?: string; limit: number }) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (;;) {
    const last = rows.at(-1);
    const more = await page({ ...(last && { after: last.id }), limit: atOnce });
    rows.push(...more);
    if (more.length < atOnce) return rows;
  }
}

/** Rows by something that they say, in their order. */
export function groupedBy<T, K>(rows: readonly T[], of: (row: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const own = groups.get(of(row));
    if (own) own.push(row);
    else groups.set(of(row), [row]);
  }
  return groups;
}

export const someone = (row: ViewRow<'person'>): Someone => ({
  id: row.id,
  known: row.data === null ? null : (JSON.parse(row.data) as Known),
  leftOn: row.left_on,
  externalId: row.external_id,
});

export const everybody = async (read: Queries): Promise<readonly Someone[]> => (await all((page) => read.people(page))).map(someone);

/** The name in full, as it is written in a language; the personnel number or the id where it has been erased. */
export const nameIn = ({ known, externalId, id }: Someone, locale: Locale): string =>
  known ? fullName(spelt(known.names, locale), locale) : (externalId ?? id.slice(0, 10));

/**
 * The person that is meant. Throws a Refusal where it is nobody, or could be several. `inFull` is for what is written down of
 * somebody: a first name or a surname alone, which one hit makes out to be somebody, is refused with whose it is.
 */
export async function personMeant(
  written: string,
  { storage: { read }, language }: Pick<Setting, 'storage' | 'language'>,
  { inFull = false }: { readonly inFull?: boolean } = {},
): Promise<Someone> {
  const numbered = await read.personByExternalId(written);
  if (numbered) return someone(numbered);
  const wanted = wordsIn(written);
  const found = (await everybody(read)).filter(
    (one) =>
      (/^p_[0-9a-f]{4,}$/.test(written) && one.id.startsWith(written)) ||
      (one.known !== null && wanted.length > 0 && wanted.every((word) => spellings(one.known).some((name) => name.includes(word)))),
  );
  const [only, ...more] = found;
  if (!only) throw refusal('register-nobody', { person: written });
  if (more.length > 0)
    throw refusal('register-several-people', {
      person: written,
      count: found.length,
      people: found
        .slice(0, shown)
        .map((one) => told(one, language))
        .join(', '),
    });
  if (inFull && !isNamedInFull(wanted, only)) throw refusal('register-part-of-name', { person: written, found: told(only, language) });
  return only;
}

/** Whether the words have the surname and, where one is known, the first name of somebody; an id has nothing to be in full. */
const isNamedInFull = (words: readonly string[], { id, known }: Someone): boolean =>
  known === null ||
  words.every((word) => id.startsWith(word)) ||
  namesIn(known).some((name) =>
    [name.last, name.first ?? name.initials ?? ''].every((part) => wordsIn(part).every((word) => words.includes(word))),
  );

/** Somebody as they are told of among others: by name and number. */
const told = (one: Someone, language: Locale): string => `${nameIn(one, language)} (${one.externalId ?? one.id.slice(0, 10)})`;

/** So many of several are named. */
const shown = 8;

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter(Boolean);
const spellings = (known: Known | null): readonly (readonly string[])[] =>
  known === null ? [] : namesIn(known).map((name) => wordsIn(Object.values(name).join(' ')));

/** A paper as people name it: its number, the id of its kind, a name of that kind, or the beginning of its id. */
export function papersMeant(
  written: string,
  documents: readonly DocumentRow[],
  { desk, language, workplace }: Pick<Setting, 'desk' | 'language' | 'workplace'>,
): readonly DocumentRow[] {
  const slug = slugOf(written);
  const isKind = (id: string): boolean => id === written || slugOf(kindName(desk.library.kind(id), language)) === slug;
  return documents.filter(
    (one) =>
      shownNumber(one).toLowerCase() === written.toLowerCase() ||
      slugOf(`${one.kind} ${shownNumber(one)}`) === slug ||
      slugOf(`${kindName(desk.library.kind(one.kind), language)} ${shownNumber(one)}`) === slugOf(written.replace('№', ' ')) ||
      slugOf(paperLabel(one, { desk, language, workplace })) === slug ||
      String(one.number) === written.replace(/^№\s*/, '') ||
      isKind(one.kind) ||
      one.role === written ||
      (/^d_[0-9a-f]{4,}$/.test(written) && one.id.startsWith(written)),
  );
}

const bareNumber = (written: string): string =>
  written
    .replace(/^(№|nr\.?|no\.?)\s*/i, '')
    .trim()
    .toLowerCase();

/** One document, by what people call it. Throws a Refusal where it is none, or could be several. */
export async function documentMeant(written: string, setting: Setting): Promise<DocumentRow> {
  const fitting = papersMeant(written, await all((page) => setting.storage.read.documents(page)), setting);
  // Whose number it is as it is printed goes before those that were the first, second … of their series.
  const exact = fitting.filter((one) => shownNumber(one).toLowerCase() === bareNumber(written));
  const found = exact.length > 0 ? exact : fitting;
  const [only, ...more] = found;
  if (!only) throw refusal('register-no-document', { document: written });
  if (more.length > 0)
    throw refusal('register-several-documents', {
      document: written,
      count: found.length,
      documents: found
        .slice(0, shown)
        .map((one) => `${paperLabel(one, setting)} (${one.id.slice(0, 8)})`)
        .join(', '),
    });
  return only;
}

/** What people call a document in a list: its kind, number and role. */
export const paperLabel = (
  row: Pick<DocumentRow, 'kind' | 'series' | 'number' | 'role'>,
  { desk, language, workplace }: Pick<Setting, 'desk' | 'language' | 'workplace'>,
): string =>
  `${kindName(desk.library.kind(row.kind), language)} ${shownNumber(row)}, ${roleTitle(row.role, null, language, { workplace, desk })}`;

export interface RequestMeant {
  readonly request: ViewRow<'request'>;
  readonly document: DocumentRow;
  readonly person: Someone;
}

/**
 * The request of a person that is meant: the only one that can be gone on with, or that for the paper that is named.
 */
export async function requestMeant(
  {
    person: named,
    paper,
    states,
    inFull = false,
  }: {
    readonly person: string;
    readonly paper: string | undefined;
    readonly states: readonly State<'request'>[];
    /** As in `personMeant`. */
    readonly inFull?: boolean;
  },
  setting: Setting,
): Promise<RequestMeant> {
  const { read } = setting.storage;
  const person = await personMeant(named, setting, { inFull });
  const rows = await read.requestsOf({ person: person.id });
  const withPaper: RequestMeant[] = [];
  for (const request of rows) {
    const document = request.document === null ? undefined : await read.document(request.document);
    if (document) withPaper.push({ request, document, person });
  }
  const fitting = paper === undefined ? withPaper : withPaper.filter(({ document }) => papersMeant(paper, [document], setting).length > 0);
  const fit = fitting.filter(({ request: { state } }) => states.some((one) => one === state));
  const name = nameIn(person, setting.language);
  const [only, ...more] = fit.length > 0 ? fit : fitting.filter(({ request: { state } }) => isOpen(state as State<'request'>));
  if (only && more.length === 0) return only;
  if (only)
    throw refusal('register-several-requests', {
      person: name,
      count: more.length + 1,
      papers: [only, ...more]
        .slice(0, shown)
        .map(({ document }) => paperLabel(document, setting))
        .join('; '),
    });
  // One that is settled is refused by life, with the reason: the last one for a paper in force, before any for papers of the past.
  const last = await lastAsked(fitting, read);
  if (last) return last;
  throw refusal('register-no-request', { person: name, paper: paper ?? 'none' });
}

/** Ids are drawn by chance: which one was made last is known from its first event alone. */
async function lastAsked(all: readonly RequestMeant[], read: Queries): Promise<RequestMeant | undefined> {
  const inForce = all.filter(({ document }) => document.state === 'issued');
  const among = inForce.length > 0 ? inForce : all;
  const events = await read.eventsOfEach(among.map(({ request: { id } }) => id));
  const firstOf = ({ request: { id } }: RequestMeant): number => events.get(id)?.[0]?.seq ?? 0;
  return [...among].sort((one, other) => firstOf(one) - firstOf(other)).at(-1);
}

/** The request whose sheet bears a code. Throws a Refusal where there is none; one that is settled is refused by life, with the reason. */
export async function requestByCode(code: string, { storage: { read } }: Pick<Setting, 'storage'>): Promise<RequestMeant> {
  const rows = await read.requestsByCode(code);
  const request = rows.find(({ open }) => open === 1) ?? rows.at(-1);
  const document = request?.document == null ? undefined : await read.document(request.document);
  const person = request?.person == null ? undefined : await read.person(request.person);
  if (!request || !document || !person) throw refusal('register-no-code', { code });
  return { request, document, person: someone(person) };
}
