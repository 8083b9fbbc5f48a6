/** `rolewright resolve`: a role as it comes out of all its files, with the line that each value comes from. */
import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { diagnostic, hasErrors } from '../diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import type { Locale } from '../document.js';
import { locales } from '../library.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import { fingerprintOf, fingerprintsOf } from '../role/fingerprint.js';
import { narrowedTo } from '../role/narrow.js';
import { readRole } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import { choiceOf } from './choice.js';
import { departmentAsked } from './department.js';
import type { Office } from './office.js';
import { organisationAt } from './organisation-file.js';
import { findRoleOf, isUsageProblem } from './sources.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface ResolveOptions {
  locale?: string;
  json?: boolean;
  yaml?: boolean;
  department?: string;
  organisation?: string;
}

/** Data, and the place of each of its values. */
interface Resolved {
  data: unknown;
  placeOf(pointer: string): Place;
  fingerprints: Partial<Record<Locale, string>>;
}

export function resolve(name: string, options: ResolveOptions, office: Office): ExitCode {
  const { terminal } = office;
  const problems: Diagnostic[] = [];
  const locale = choiceOf('--locale', options.locale, locales, problems);
  const resolved = hasErrors(problems) ? null : putTogether(name, locale, options, office, problems);
  if (options.json && !options.yaml) {
    const { data = null, placeOf, fingerprints = {} } = resolved ?? {};
    terminal.out(
      `${JSON.stringify({ role: data, origins: placeOf ? originsOf(data, placeOf) : {}, fingerprints, diagnostics: office.plain(problems) }, null, 2)}\n`,
    );
  } else {
    office.report(problems);
    if (resolved) terminal.out(withOrigins(resolved, office));
  }
  if (resolved) return exit.ok;
  return problems.some(isUsageProblem) ? exit.usage : exit.failure;
}

function putTogether(
  name: string,
  locale: Locale | null,
  options: ResolveOptions,
  office: Office,
  problems: Diagnostic[],
): Resolved | null {
  const organisation = organisationAt(options.organisation, office, problems);
  const department = departmentAsked(options, organisation, problems);
  if (hasErrors(problems)) return null;
  const found = findRoleOf(department, name, office, problems);
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
function originsOf(
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

/** YAML that is a role file itself, with the origin of each value in a comment behind it. */
function withOrigins({ data, placeOf, fingerprints }: Resolved, { say }: Office): string {
  const document = new Document(data);
  document.commentBefore = Object.entries(fingerprints)
    .map(([locale, fingerprint]) => ` ${say('resolve.fingerprint', { locale, fingerprint })}`)
    .join('\n');
  note(document.contents, '');
  return document.toString({ lineWidth: 0 });

  function note(node: Node | null, pointer: string): void {
    if (isMap(node))
      for (const pair of node.items) note(pair.value as Node | null, pointer + segment(isScalar(pair.key) ? String(pair.key.value) : ''));
    else if (isSeq(node)) node.items.forEach((item, at) => note(item as Node, pointer + segment(at)));
    else if (isScalar(node)) {
      const { file, line } = placeOf(pointer);
      node.comment = ` ${file}:${line}`;
    }
  }
}
