/** `rolewright resolve`: a role as it comes out of all its files, with the line that each value comes from. */
import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { diagnostic, hasErrors } from '../diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import type { Locale } from '../document.js';
import { locales, usualJurisdiction } from '../library.js';
import type { Organisation } from '../organisation.generated.js';
import { shortFingerprint } from '../paper/fingerprint.js';
import { papersOf } from '../papers.js';
import type { PaperCode } from '../papers.js';
import { createPress } from '../press.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import { narrowedTo } from '../role/narrow.js';
import { readRole } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import { choiceOf } from './choice.js';
import { departmentAsked } from './department.js';
import { readFonts } from './fonts.js';
import type { Office } from './office.js';
import { organisationAt } from './organisation-file.js';
import { attempt, findRoleOf, isUsageProblem } from './sources.js';
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
}

/** A role as data, and the papers that are made of it. */
interface Outcome extends Resolved {
  papers: readonly PaperCode[];
}

export function resolve(name: string, options: ResolveOptions, office: Office): ExitCode {
  const { terminal } = office;
  const problems: Diagnostic[] = [];
  const locale = choiceOf('--locale', options.locale, locales, problems);
  const resolved = hasErrors(problems) ? null : putTogether(name, locale, options, office, problems);
  if (options.json && !options.yaml) {
    const { data = null, placeOf, papers = [] } = resolved ?? {};
    terminal.out(
      `${JSON.stringify({ role: data, origins: placeOf ? originsOf(data, placeOf) : {}, papers, diagnostics: office.plain(problems) }, null, 2)}\n`,
    );
  } else {
    office.report(problems);
    if (resolved) terminal.out(withOrigins(resolved, office));
  }
  if (resolved) return exit.ok;
  return problems.some(isUsageProblem) ? exit.usage : exit.failure;
}

function putTogether(name: string, locale: Locale | null, options: ResolveOptions, office: Office, problems: Diagnostic[]): Outcome | null {
  const from = organisationAt(options.organisation, office, problems);
  const organisation = from?.organisation ?? null;
  const department = departmentAsked(options, from, problems);
  if (hasErrors(problems)) return null;
  const found = findRoleOf(department, name, office, problems);
  if ('code' in found) {
    problems.push(found);
    return null;
  }
  const { role, diagnostics, locate } = readRole(found.workspace, found.path);
  problems.push(...diagnostics);
  if (!role) return null;
  if (locale !== null && !role.languages.includes(locale)) {
    problems.push(diagnostic('language-not-in-role', { role: role.id, locale, known: role.languages.join(', ') }));
    return null;
  }
  const locales = locale === null ? role.languages : [locale];
  // What cannot be printed can be shown all the same.
  const papers = attempt(() => codesOf(role, locales, organisation, department?.id ?? null, office), problems) ?? [];
  const resolved = locale === null ? { data: role, placeOf: (pointer: string) => locate(pointer) } : inOneLanguage(role, locale, locate);
  return { ...resolved, papers };
}

function inOneLanguage(role: Role, locale: Locale, locate: (pointer: string) => Place): Resolved {
  const { data, pointerIn } = narrowedTo(role, locale);
  return { data, placeOf: (pointer) => locate(pointerIn(pointer)) };
}

/** The papers of a role, each under the law that it has when nobody names another. */
function codesOf(
  role: Role,
  languages: readonly Locale[],
  organisation: Organisation | null,
  department: string | null,
  { library }: Office,
): PaperCode[] {
  const press = createPress(library, readFonts);
  return languages.flatMap((locale) => {
    const scope = { organisation, department, locales: [locale], jurisdictions: [organisation?.jurisdiction ?? usualJurisdiction[locale]] };
    return papersOf(press, role, scope);
  });
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
function withOrigins({ data, placeOf, papers }: Outcome, { say, library, language }: Office): string {
  const document = new Document(data);
  document.commentBefore = papers
    .map(({ kind, jurisdiction, locale, fingerprint }) => {
      const country = library.jurisdiction(jurisdiction).name[language];
      const code = shortFingerprint(fingerprint);
      return ` ${say('resolve.paper', { code, kind: say(`list.kinds.${kind}`), country, language: say(`list.locales.${locale}`) })}`;
    })
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
