/** The overlay that a department starts from, in its own language and with its own name. */
import { posix } from 'node:path';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { createPhrases } from '../language/phrases.js';
import type { Phrases } from '../language/phrases.js';
import { slugOf } from '../language/slug.js';
import { locales } from '../shelf/library.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { ownData } from '../read/own-data.js';
import { starterOf } from '../role/overlay/starter.js';
import { readLayer } from '../role/overlay/overlay.js';
import type { Role } from '../role/role.generated.js';
import { choiceOf } from './choice.js';
import { departmentNamed } from './departments.js';
import type { Desk } from './desk.js';
import { organisationAt } from './organisation-file.js';
import { findRole } from './sources.js';
import type { RoleFile } from './sources.js';

export interface StarterOptions {
  department: string;
  locale?: string;
  /** A path; none when left out or false. */
  organisation?: string | false;
  /** All ids of the role, and not only those that are often changed. */
  full?: boolean;
}

/** The longest id that a role may have. */
const longestId = 64;

/**
 * The overlay that a department starts from, and the department’s short name; null where there is none, and `problems` says
 * why. `placeOf` says where it will stand, which its paths are written from; `reader` is the language of messages.
 */
export function starterFor(
  name: string,
  options: StarterOptions,
  { reader, placeOf }: { reader: Locale; placeOf: (department: string) => string },
  desk: Desk,
  problems: Diagnostic[],
): { text: string; role: string; department: string } | null {
  const asked = choiceOf('--locale', options.locale, locales, problems);
  const from = organisationAt(options.organisation === false ? undefined : options.organisation, desk, problems);
  const department = from && departmentNamed(options.department, from, problems);
  const found = findRole(name, desk);
  if ('code' in found) problems.push(found);
  if (hasErrors(problems) || 'code' in found) return null;
  const { role, tree, diagnostics } = readLayer({ ...found, shown: found.path, library: desk.shelf });
  if (!role || !tree) {
    problems.push(...diagnostics);
    return null;
  }
  if (asked && !role.languages.includes(asked)) {
    problems.push(diagnostic('language-not-in-role', { role: role.id, locale: asked, known: role.languages.join(', ') }));
    return null;
  }
  const locale = asked ?? role.languages.find((one) => one === reader) ?? role.languages[0] ?? reader;
  const slug = department?.id ?? (slugOf(options.department) || 'department');
  const folder = posix.dirname(placeOf(slug));
  const text = starterOf(role, tree, {
    base: baseFrom(name, found, folder),
    id: `${role.id.slice(0, longestId - slug.length - 1)}-${slug}`.slice(0, longestId).replace(/-+$/, ''),
    schema: posix.relative(folder, posix.join(desk.shelf.project?.folder ?? '.', 'schemas/overlay.schema.json')),
    full: options.full ?? false,
    locale,
    department: wordingsFor(role, department?.id, from?.organisation ?? null),
    say: wordsIn(locale, desk),
  });
  return { text, role: role.id, department: slug };
}

/** An id as it stands; a path from the folder of the new file. */
const baseFrom = (name: string, { path }: RoleFile, folder: string): string => {
  if (!/[\\/]|\.ya?ml$/i.test(name)) return name;
  const from = posix.relative(folder, path.replaceAll('\\', '/'));
  return from.startsWith('.') ? from : `./${from}`;
};

/** The name of the department, when the organisation has it in every language of the role. */
function wordingsFor(role: Role, id: string | undefined, organisation: Organisation | null): Partial<Record<Locale, string>> | null {
  const name = organisation?.departments?.find((one) => one.id === id)?.name;
  const words =
    name === undefined
      ? {}
      : typeof name === 'string'
        ? Object.fromEntries((organisation?.languages ?? []).map((locale) => [locale, name]))
        : name;
  return role.languages.every((locale) => words[locale] !== undefined) ? words : null;
}

/** The comments are in the language of the outline, so that the file reads as one; examples ask for the words of each language. */
function wordsIn(locale: Locale, { shelf }: Desk): (key: string, args?: Record<string, string>) => string {
  const phrases = new Map<Locale, Phrases>();
  const of = (one: Locale): Phrases => {
    const ready = phrases.get(one) ?? createPhrases(ownData(shelf.own, `locales/program.${one}.yaml`), one);
    phrases.set(one, ready);
    return ready;
  };
  return (key, { locale: other, ...args } = {}) => of((other as Locale | undefined) ?? locale)(key, args);
}
