/** A role as it comes out of all its files, with the place that each value comes from. */
import { diagnostic, hasErrors } from '../diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import type { Locale } from '../document.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import { fingerprintOf, fingerprintsOf } from '../role/fingerprint.js';
import { narrowedTo } from '../role/narrow.js';
import { readRole } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import { departmentNamed } from './departments.js';
import type { Desk } from './desk.js';
import { findRoleOf, organisationAt } from './sources.js';

export interface ResolutionOptions {
  department?: string;
  organisation?: string;
}

/** Data, and the place of each of its values. */
export interface Resolved {
  data: unknown;
  placeOf(pointer: string): Place;
  fingerprints: Partial<Record<Locale, string>>;
}

/** A role as it comes out of all its files, in one language or all; null where it cannot be read, and `problems` says why. */
export function resolvedRole(
  name: string,
  locale: Locale | null,
  options: ResolutionOptions,
  desk: Desk,
  problems: Diagnostic[],
): Resolved | null {
  const organisation = options.organisation === undefined ? null : organisationAt(options.organisation, desk, problems);
  const department =
    options.department === undefined ? null : departmentNamed(options.department, organisation, options.organisation, desk, problems);
  if (hasErrors(problems)) return null;
  const found = findRoleOf(department, name, desk, problems);
  if ('code' in found) {
    problems.push(found);
    return null;
  }
  const { role, diagnostics, locate } = readRole(found.workspace, found.path);
  problems.push(...diagnostics);
  if (!role) return null;
  if (locale === null) return { data: role, placeOf: (pointer) => locate(pointer), fingerprints: fingerprintsOf(role) };
  if (!role.languages.includes(locale)) {
    problems.push(diagnostic('language-not-in-role', { role: role.id, locale, known: role.languages.join(', ') }));
    return null;
  }
  return inOneLanguage(role, locale, locate);
}

function inOneLanguage(role: Role, locale: Locale, locate: (pointer: string) => Place): Resolved {
  const { data, pointerIn } = narrowedTo(role, locale);
  return { data, placeOf: (pointer) => locate(pointerIn(pointer)), fingerprints: { [locale]: fingerprintOf(role, locale) } };
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
