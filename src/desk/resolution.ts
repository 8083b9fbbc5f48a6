/** A role as it comes out of all its files, with the place that each value comes from. */
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { usualJurisdiction } from '../shelf/library.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { papersOf } from './papers.js';
import type { PaperCode } from './papers.js';
import { createPress } from '../press/press.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import { narrowedTo } from '../role/narrow.js';
import { readRole } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import { departmentAsked } from './departments.js';
import type { Desk } from './desk.js';
import { readFonts } from './fonts.js';
import { organisationAt } from './organisation-file.js';
import { attempt } from './attempt.js';
import { findRoleOf } from './sources.js';

export interface ResolutionOptions {
  department?: string;
  organisation?: string | null;
}

/** A role as data, the place of each of its values, and the papers that are made of it. */
export interface Resolved {
  data: unknown;
  placeOf(pointer: string): Place;
  papers: readonly PaperCode[];
}

/** A role as it comes out of all its files, in one language or all; null where it cannot be read, and `problems` says why. */
export function resolvedRole(
  name: string,
  locale: Locale | null,
  options: ResolutionOptions,
  desk: Desk,
  problems: Diagnostic[],
): Resolved | null {
  const from = organisationAt(options.organisation ?? undefined, desk, problems);
  const organisation = from?.organisation ?? null;
  const department = departmentAsked(options, from, problems);
  if (hasErrors(problems)) return null;
  const found = findRoleOf(department, name, desk, problems);
  if ('code' in found) {
    problems.push(found);
    return null;
  }
  const { role, diagnostics, locate } = readRole(found.workspace, found.path, desk.shelf);
  problems.push(...diagnostics);
  if (!role) return null;
  if (locale !== null && !role.languages.includes(locale)) {
    problems.push(diagnostic('language-not-in-role', { role: role.id, locale, known: role.languages.join(', ') }));
    return null;
  }
  const locales = locale === null ? role.languages : [locale];
  // What cannot be printed can be shown all the same.
  const papers = attempt(() => codesOf(role, locales, organisation, department?.id ?? null, desk), problems) ?? [];
  const resolved = locale === null ? { data: role, placeOf: (pointer: string) => locate(pointer) } : inOneLanguage(role, locale, locate);
  return { ...resolved, papers };
}

function inOneLanguage(role: Role, locale: Locale, locate: (pointer: string) => Place): Pick<Resolved, 'data' | 'placeOf'> {
  const { data, pointerIn } = narrowedTo(role, locale);
  return { data, placeOf: (pointer) => locate(pointerIn(pointer)) };
}

/** The papers of a role, each under the law that it has when nobody names another. */
function codesOf(
  role: Role,
  languages: readonly Locale[],
  organisation: Organisation | null,
  department: string | null,
  { library }: Desk,
): PaperCode[] {
  const press = createPress(library, readFonts);
  return languages.flatMap((locale) => {
    const scope = { organisation, department, locales: [locale], jurisdictions: [organisation?.jurisdiction ?? usualJurisdiction[locale]] };
    return papersOf(press, role, scope);
  });
}

/** The file and line of every single value, by its JSON pointer. */
export function originsOf(
  data: unknown,
  placeOf: Resolved['placeOf'],
  pointer = '',
): Record<string, { file: string | null; line: number | null }> {
  if (Array.isArray(data))
    return Object.assign({}, ...data.map((one, at) => originsOf(one, placeOf, pointer + segment(at)))) as ReturnType<typeof originsOf>;
  if (isRecord(data))
    return Object.assign({}, ...Object.entries(data).map(([key, one]) => originsOf(one, placeOf, pointer + segment(key)))) as ReturnType<
      typeof originsOf
    >;
  const { file, line } = placeOf(pointer);
  return { [pointer]: { file: file ?? null, line: line ?? null } };
}
