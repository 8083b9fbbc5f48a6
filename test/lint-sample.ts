/** One text or some values put into the small clean role, read and linted as a user's file would be. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Locale } from '../src/document.js';
import { locales, openLibrary, usualJurisdiction } from '../src/library.js';
import { loadRules } from '../src/lint/catalogue.js';
import { lintFile } from '../src/lint/lint.js';
import type { LintResult, LintRun } from '../src/lint/lint.js';
import { passagesOf } from '../src/lint/passages.js';
import { within } from '../src/lint/phrase-book.js';
import type { Example } from '../src/lint/rule.js';
import { lintSource } from '../src/lint/source.js';
import { shippedWords } from '../src/lint/spelling-words.js';
import { openSpelling } from '../src/lint/spelling.js';
import { organisationKind } from '../src/organisation.js';
import { findingsOf } from '../src/read/data.js';
import type { Organisation } from '../src/organisation.generated.js';
import { inOneLanguage } from '../src/role/one-language.js';
import { checkRole, roleKind } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';
import { packageWorkspace } from '../src/workspace.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
export const rules = loadRules(shelf);

const spelling = await openSpelling(locales, { shipped: shippedWords(shelf, locales), project: [] });

const sampleText = readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8');
const organisationText = 'name: Northwind\nplace: Leeds\njurisdiction: gb\nlanguages: [en]\nposts:\n  director: { title: director }\nsignatories: { approver: director }\n';

const runFor = (file: string, text: string, over: Partial<LintRun>): LintRun => {
  const source = lintSource(file, text);
  return {
    rules, severities: new Map(), jurisdiction: null, languages: null, usualLaw: usualJurisdiction,
    law: (id) => library.jurisdiction(id), organisation: null, spelling, source: () => source, ...over,
  };
};

/** Lints the text of a role file, which must be valid. */
export function lintText(text: string, over: Partial<LintRun> = {}): LintResult {
  const { role, diagnostics, locate } = checkRole(text, 'sample.yaml');
  if (!role) throw new Error(JSON.stringify(diagnostics, null, 1));
  return lintFile({ subject: 'role', data: role, file: 'sample.yaml', locate }, runFor('sample.yaml', text, over));
}

const samples = new Map<Locale, Record<string, unknown>>();

/** The sample role in one language, with what the example puts into it. */
function roleOf({ language, section, text, data = {} }: Example): Record<string, unknown> {
  const sample = samples.get(language) ?? (parse(inOneLanguage(sampleText, language)) as Record<string, unknown>);
  samples.set(language, sample);
  const role = structuredClone({ ...sample, ...data });
  for (const [key, value] of Object.entries(role)) if (value === null) delete role[key];
  if (text === undefined) return role;
  const place = passagesOf('role', role, () => []).find((one) => within(one.section, section ?? 'duties/duties'));
  if (!place) throw new Error(`no text in ${section}`);
  put(role, place.pointer.split('/').slice(1), text);
  return role;
}

/** The same as the text of a file. */
export const roleWith = (example: Example): string => stringify(roleOf(example));

function put(value: unknown, [step = '', ...rest]: string[], text: string): void {
  const holder = value as Record<string, unknown>;
  if (rest.length === 0) holder[step] = text;
  else put(holder[step], rest, text);
}

/** Lints an example of a rule without the way through a file, which takes most of the time. Values of its own must be valid. */
export function lintExample(example: Example, over: Partial<LintRun> = {}): LintResult {
  const subject = example.subject ?? 'role';
  const law = { jurisdiction: example.jurisdiction ?? null, source: () => null, organisation: (example.organisation ?? null) as Organisation | null, ...over };
  const data = subject === 'role' ? roleOf(example)
    : { ...(parse(organisationText) as object), jurisdiction: example.jurisdiction ?? usualJurisdiction[example.language], languages: [example.language], ...example.data };
  const problems = example.data ? findingsOf(data, subject === 'role' ? roleKind : organisationKind).filter((one) => one.severity === 'error') : [];
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 1));
  const file = `${subject}.yaml`;
  return lintFile({ subject, data: data as unknown as Role | Organisation, file, locate: (pointer) => ({ file, path: pointer }) }, runFor(file, '', law));
}

/** The ids of the rules that found something. */
export const idsOf = ({ findings }: LintResult): string[] => findings.map((one) => one.rule.id);
