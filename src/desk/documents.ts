/** Which documents the options of a command ask for, and which of them a role has. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { details } from '../press/press.js';
import type { Detail } from '../press/press.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { isRealDate } from '../language/dates.js';
import { isFor, isIn, lackingFor, setNames, standsFor } from '../shelf/kinds.js';
import type { Kind } from '../shelf/kinds.js';
import { locales, usualJurisdiction } from '../shelf/library.js';
import type { Library } from '../shelf/library.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Employment } from '../law/contract.js';
import { isOnCall } from '../law/contract.js';
import { probationMonths, probationProblems, tooLong } from '../law/probation.js';
import type { TooLong } from '../law/probation.js';
import { superiorProblems } from '../organisation/superior.js';
import type { Placed } from '../organisation/superior.js';
import { formatMissing, formatOfNone, formats, formatsOf, kindMissing } from '../press/press.js';
import type { Format } from '../press/press.js';
import type { Person } from '../person/person.generated.js';
import { asksForMentor } from '../role/mentored.js';
import type { Role, Text } from '../role/role.generated.js';
import { factsOf } from '../law/facts.js';
import { pdfProfiles } from '../write/pdf/profile.js';
import type { PdfProfile } from '../write/pdf/profile.js';
import { choiceOf, choices } from './choice.js';

export interface DocumentOptions {
  kind?: string;
  locale?: string;
  /** Whether `locale` is that of the project, of which a role may lack some. */
  localeOfProject?: boolean;
  format?: string;
  jurisdiction?: string;
  date?: string;
  pdfProfile?: string;
  detail?: string;
  effective?: string;
}

export interface Wanted {
  kinds: readonly Kind[];
  /** The ids of those that are asked for by name, and not as part of a set. */
  named: readonly string[];
  /** Those of the whole shelf that take the place of others. */
  substitutes: readonly Kind[];
  /** Null for every language that the role and the organisation have. */
  locales: Locale[] | null;
  /** Whether these are the languages of the project: a role comes in those of them that it has. */
  localesOfProject: boolean;
  formats: Format[];
  /** Whether documents are wanted in whatever format can be made of them. */
  everyFormat: boolean;
  jurisdiction: JurisdictionId | null;
  /** Null for that of the organisation, else 2a. */
  profile: PdfProfile | null;
  date: string | null;
  /** From which day changes hold. */
  effective: string | null;
  /** Null for that of the organisation, else brief. */
  detail: Detail | null;
}

/** One document of a role. */
export interface DocumentOfRole {
  /** The id of the kind. */
  kind: string;
  locale: Locale;
  jurisdiction: JurisdictionId;
  format: Format;
}

/** What is made when nobody asks for a format: the files that are signed and kept. */
const usualFormats: readonly Format[] = ['docx', 'pdf'];

/** Stands for all formats that a document has. */
const everyFormat = 'all';
const isFormat = (name: Format | typeof everyFormat): name is Format => name !== everyFormat;

/** What the options say; wrong values go to `usage`. */
export function wantedBy(options: DocumentOptions, library: Library, usage: Diagnostic[]): Wanted {
  if (options.date !== undefined && !isRealDate(options.date)) usage.push(diagnostic('bad-date', { value: options.date }));
  if (options.effective !== undefined && !isRealDate(options.effective)) usage.push(diagnostic('bad-date', { value: options.effective }));
  const wantedKinds = kindsBy(options.kind ?? 'usual', library.kinds(), usage);
  const wantedFormats =
    options.format === everyFormat
      ? formats
      : choices('--format', options.format ?? usualFormats.join(','), [...formats, everyFormat], usage).filter(isFormat);
  // Whoever names a document and a format wants both; otherwise each document comes in those of the formats that it has.
  const names = (options.kind ?? '').split(',').map((name) => name.trim());
  const namedKinds = wantedKinds.filter(({ id }) => names.includes(id));
  if (options.format !== everyFormat)
    for (const kind of namedKinds)
      for (const format of wantedFormats) if (!formatsOf(kind).includes(format)) usage.push(formatMissing(kind, format));
  // Of kinds that nobody named each comes in the formats that it has; one that none of them has would be passed over in silence.
  if (options.format !== everyFormat && namedKinds.length === 0 && wantedKinds.length > 0)
    for (const format of wantedFormats)
      if (!wantedKinds.some((kind) => formatsOf(kind).includes(format))) usage.push(formatOfNone(format, wantedKinds, library.kinds()));
  return {
    kinds: wantedKinds,
    named: namedKinds.map(({ id }) => id),
    substitutes: library.kinds().filter(({ instead }) => instead !== undefined),
    locales: options.locale === undefined ? null : choices('--locale', options.locale, locales, usage),
    localesOfProject: options.localeOfProject ?? false,
    formats: [...wantedFormats],
    everyFormat: options.format === everyFormat,
    jurisdiction: choiceOf('--jurisdiction', options.jurisdiction, library.jurisdictions(), usage),
    profile: choiceOf('--pdf-profile', options.pdfProfile, pdfProfiles, usage),
    date: options.date ?? null,
    effective: options.effective ?? null,
    detail: choiceOf('--detail', options.detail, details, usage),
  };
}

/** The kinds that are named, or that belong to a set that is, each once. */
function kindsBy(names: string, kinds: readonly Kind[], usage: Diagnostic[]): Kind[] {
  const chosen = choices('--kind', names, [...kinds.map(({ id }) => id), ...setNames], usage);
  const belongs = (kind: Kind, name: string): boolean =>
    name === kind.id || name === 'all' || (kind.sets ?? []).some((set) => set === name);
  return [...new Set(chosen.flatMap((name) => kinds.filter((kind) => belongs(kind, name))))];
}

/** The languages of the documents of a role. */
export function languagesFor(
  role: Role,
  { locales: asked, localesOfProject }: Wanted,
  organisation: Organisation | null,
): readonly Locale[] {
  const had = localesOfProject && asked ? asked.filter((locale) => role.languages.includes(locale)) : asked;
  if (had && had.length > 0) return had;
  const usual = role.languages.filter((locale) => organisation?.languages.includes(locale) ?? true);
  return usual.length > 0 ? usual : role.languages;
}

const countryFor = (locale: Locale, { jurisdiction }: Wanted, organisation: Organisation | null): JurisdictionId =>
  jurisdiction ?? organisation?.jurisdiction ?? usualJurisdiction[locale];

/**
 * Which of the wanted kinds the countries of these roles lack, each said once: asked for by name and had nowhere it is an
 * error; what a set holds is left out.
 */
export function countryProblems(roles: readonly Role[], wanted: Wanted, organisation: Organisation | null, library: Library): Diagnostic[] {
  const countries = [
    ...new Set(roles.flatMap((role) => languagesFor(role, wanted, organisation).map((locale) => countryFor(locale, wanted, organisation)))),
  ];
  if (countries.length === 0) return [];
  const nowhere = wanted.kinds.filter((kind) => wanted.named.includes(kind.id) && !countries.some((country) => isIn(kind, country)));
  return [
    ...nowhere.map((kind) => kindMissing(kind, countries, library.kinds())),
    ...countries.flatMap((country) => {
      // What stands for another paper in some countries is that other one here: nothing is left out.
      const lacking = wanted.kinds.filter(
        (kind) => !isIn(kind, country) && !nowhere.includes(kind) && (kind.instead === undefined || wanted.named.includes(kind.id)),
      );
      return lacking.length === 0
        ? []
        : [diagnostic('kinds-left-out', { country, kinds: lacking.map(({ id }) => id).join(', ') }, {}, 'info')];
    }),
  ];
}

/**
 * The wanted documents that the role has; a language that it lacks goes to `problems`. Where all formats are wanted,
 * calendars wait until the person’s first day is known.
 */
export function documentsOf(
  role: Role,
  wanted: Wanted,
  organisation: Organisation | null,
  person: Person | null,
  problems: Diagnostic[],
  hasFormer = false,
): DocumentOfRole[] {
  const chosen = languagesFor(role, wanted, organisation);
  for (const locale of chosen)
    if (!role.languages.includes(locale))
      problems.push(diagnostic('language-not-in-role', { role: role.id, locale, known: role.languages.join(', ') }));
  const hasFormat = (kind: Kind, format: Format): boolean =>
    formatsOf(kind).includes(format) && !(format === 'ics' && wanted.everyFormat && !person?.hireDate);
  const graded = { ...role, evaluation: { ...role.evaluation, ...organisation?.positions?.[role.id]?.evaluation } };
  const probation = person?.probation ?? role.onboarding?.probation ?? organisation?.probation;
  // Who asks for a review, or for the agreement with a mentor, by its name wants to see one, whatever was agreed.
  const lacking = (kind: Kind) => {
    const named = wanted.named.includes(kind.id);
    return lackingFor(kind, graded, {
      former: hasFormer,
      probation: named || probation?.months !== 0,
      mentor: person?.mentor !== undefined || (asksForMentor(role) && (named || person === null)),
    });
  };
  for (const part of ['onboarding', 'kpis'] as const) {
    const missed = wanted.kinds.filter((kind) => lacking(kind) === part);
    if (missed.length > 0)
      problems.push(diagnostic(`no-${part}`, { role: role.id, kinds: missed.map(({ id }) => id).join(', ') }, {}, 'warning'));
  }
  // Of a set they are simply not there: nothing has changed, or been graded, as far as anybody says.
  for (const part of ['changes', 'evaluation', 'mentor'] as const) {
    const missed = wanted.kinds.filter((kind) => wanted.named.includes(kind.id) && lacking(kind) === part);
    if (missed.length > 0)
      problems.push(diagnostic(`no-${part}`, { role: role.id, kinds: missed.map(({ id }) => id).join(', ') }, {}, 'warning'));
  }
  const countries = chosen.map((locale) => countryFor(locale, wanted, organisation));
  problems.push(...categoryProblems(role, wanted, countries));
  return wanted.kinds
    .filter((kind) => lacking(kind) === null && isFor(kind, role.category))
    .flatMap((kind) =>
      chosen
        .filter((locale) => isDue(kind, role, wanted, countryFor(locale, wanted, organisation)))
        .flatMap((locale) =>
          wanted.formats
            .filter((format) => hasFormat(kind, format))
            .map(
              (format): DocumentOfRole => ({
                kind: kind.id,
                locale,
                jurisdiction: countryFor(locale, wanted, organisation),
                format,
              }),
            ),
        ),
    );
}

/** Whether a country has the paper, and in a set no other in its place. */
const isDue = (kind: Kind, { category }: Role, { named, substitutes }: Wanted, country: JurisdictionId): boolean =>
  isIn(kind, country) && (named.includes(kind.id) || standsFor(kind, substitutes, country, category) === undefined);

/** Papers asked for by name that roles of this category have not, or have another instead of. */
function categoryProblems(role: Role, { kinds, named, substitutes }: Wanted, countries: readonly JurisdictionId[]): Diagnostic[] {
  return kinds
    .filter(({ id }) => named.includes(id))
    .flatMap((kind) => {
      const facts = { role: role.id, kind: kind.id, category: role.category };
      if (!isFor(kind, role.category))
        return [diagnostic('kind-not-for-category', { ...facts, known: (kind.categories ?? []).join(', ') }, {}, 'warning')];
      const instead = countries
        .filter((country) => isIn(kind, country))
        .map((country) => standsFor(kind, substitutes, country, role.category)?.id)
        .find((id) => id !== undefined);
      return instead === undefined ? [] : [diagnostic('kind-has-other', { ...facts, instead }, {}, 'warning')];
    });
}

/**
 * The documents without reviews of a probation that the law of their country does not allow: nobody can pass or fail it. Each
 * country says so once.
 */
export function withoutVoidReviews(
  role: Role,
  documents: readonly DocumentOfRole[],
  employment: Employment,
  library: Library,
  problems: Diagnostic[],
): DocumentOfRole[] {
  const isReview = ({ kind }: DocumentOfRole): boolean => library.kind(kind).needs === 'probation';
  const unlawful = new Map<JurisdictionId, TooLong>();
  for (const country of new Set(documents.filter(isReview).map(({ jurisdiction }) => jurisdiction))) {
    const jurisdiction = library.jurisdiction(country);
    const found = tooLong(probationMonths(role, employment, jurisdiction), role, employment, jurisdiction);
    if (found) unlawful.set(country, found);
  }
  const isLeftOut = (one: DocumentOfRole): boolean => isReview(one) && unlawful.has(one.jurisdiction);
  for (const [country, found] of unlawful) {
    const kinds = [...new Set(documents.filter((one) => one.jurisdiction === country && isReview(one)).map(({ kind }) => kind))];
    problems.push(diagnostic('review-left-out', { role: role.id, kinds: kinds.join(', '), ...found }, {}, 'warning'));
  }
  return documents.filter((one) => !isLeftOut(one));
}

/** Whether the probation that documents speak of is longer than the law of their country allows; once for each country. */
export function probationWarnings(
  role: Role,
  documents: readonly DocumentOfRole[],
  employment: Employment,
  library: Library,
): Diagnostic[] {
  const countries = new Set(documents.filter(({ kind }) => library.kind(kind).days).map(({ jurisdiction }) => jurisdiction));
  return [...countries].flatMap((country) => probationProblems(role, employment, library.jurisdiction(country)));
}

/**
 * Whether dates are put on the days of the usual week although the work is in shifts or on call, and nobody says on which days;
 * only of somebody whose first day is known.
 */
export function workDayWarnings(role: Role, documents: readonly DocumentOfRole[], placed: Placed, library: Library): Diagnostic[] {
  const { person } = placed;
  const hasDates = person?.hireDate !== undefined && documents.some(({ kind }) => library.kind(kind).days);
  const facts = factsOf(role, placed);
  if (!hasDates || facts.days !== undefined) return [];
  const texts = [facts.pattern, facts.contract, ...(role.conditions ?? []).map(({ text }) => text)].filter((text) => text !== undefined);
  const why = isOnCall(placed) ? 'call' : texts.some((text) => speaksOfShifts(text, library)) ? 'shifts' : null;
  return why === null ? [] : [diagnostic('work-days-unknown', { role: role.id, why }, {}, 'warning')];
}

/** By words of the language of each wording; a text without one may be in any. */
function speaksOfShifts(text: Text, library: Library): boolean {
  return locales.some((locale) => {
    const said = (typeof text === 'string' ? text : (text[locale] ?? '')).toLowerCase();
    return library
      .phrases(locale)('position.shift-words')
      .split('|')
      .some((word) => said.includes(word));
  });
}

/** Whether the documents have to leave open who the superior is, or what posts are called. */
export function superiorWarnings(role: Role, documents: readonly DocumentOfRole[], placed: Placed, library: Library): Diagnostic[] {
  const kinds = documents.map(({ kind }) => library.kind(kind));
  if (kinds.length === 0) return [];
  const onboarding = kinds.some(({ needs, days }) => needs === 'onboarding' || days === true);
  return superiorProblems(role, placed, { post: kinds.some((kind) => kind.for === 'post'), onboarding });
}
