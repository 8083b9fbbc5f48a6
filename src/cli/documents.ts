/** Which documents the options of a command ask for, and which of them a role has. */
import { diagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Locale } from '../document.js';
import type { JurisdictionId } from '../jurisdiction.js';
import { isRealDate } from '../language/dates.js';
import { jurisdictionIds, kinds, locales, usualJurisdiction } from '../library.js';
import type { Kind } from '../library.js';
import type { Organisation } from '../organisation.generated.js';
import { formats } from '../press.js';
import type { Format } from '../press.js';
import type { Role } from '../role/role.generated.js';
import { pdfProfiles } from '../write/pdf/profile.js';
import type { PdfProfile } from '../write/pdf/profile.js';
import { choiceOf, choices } from './choice.js';

export interface DocumentOptions {
  kind?: string;
  locale?: string;
  format?: string;
  jurisdiction?: string;
  date?: string;
  pdfProfile?: string;
}

export interface Wanted {
  kinds: Kind[];
  /** Null for every language that the role and the organisation have. */
  locales: Locale[] | null;
  formats: Format[];
  jurisdiction: JurisdictionId | null;
  profile: PdfProfile;
  date: string | null;
}

/** One document of a role. */
export interface DocumentOfRole {
  kind: Kind;
  locale: Locale;
  jurisdiction: JurisdictionId;
  format: Format;
}

/** What is made when nobody asks for a format: the files that are signed and kept. */
const usualFormats: readonly Format[] = ['docx', 'pdf'];

/** What the options say; wrong values go to `usage`. */
export function wantedBy(options: DocumentOptions, usage: Diagnostic[]): Wanted {
  if (options.date !== undefined && !isRealDate(options.date)) usage.push(diagnostic('bad-date', { value: options.date }));
  return {
    kinds: choices('--kind', options.kind ?? kinds.join(','), kinds, usage),
    locales: options.locale === undefined ? null : choices('--locale', options.locale, locales, usage),
    formats: choices('--format', options.format ?? usualFormats.join(','), formats, usage),
    jurisdiction: choiceOf('--jurisdiction', options.jurisdiction, jurisdictionIds, usage),
    profile: choiceOf('--pdf-profile', options.pdfProfile, pdfProfiles, usage) ?? '2a',
    date: options.date ?? null,
  };
}

/** The wanted documents that the role has; a language that it lacks goes to `problems`. */
export function documentsOf(role: Role, wanted: Wanted, organisation: Organisation | null, problems: Diagnostic[]): DocumentOfRole[] {
  const usual = role.languages.filter((locale) => organisation?.languages.includes(locale) ?? true);
  const chosen = wanted.locales ?? (usual.length > 0 ? usual : role.languages);
  for (const locale of chosen)
    if (!role.languages.includes(locale)) problems.push(diagnostic('language-not-in-role', { role: role.id, locale, known: role.languages.join(', ') }));
  if (wanted.kinds.includes('onboarding-checklist') && !role.onboarding)
    problems.push(diagnostic('no-onboarding', { role: role.id }, {}, 'warning'));
  return wanted.kinds
    .filter((kind) => kind !== 'onboarding-checklist' || role.onboarding)
    .flatMap((kind) => chosen.flatMap((locale) => wanted.formats.map((format): DocumentOfRole =>
      ({ kind, locale, jurisdiction: wanted.jurisdiction ?? organisation?.jurisdiction ?? usualJurisdiction[locale], format }))));
}
