/** One text or some values put into the small clean role, read and linted as a user's file would be. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { openLibrary, usualJurisdiction } from '../src/library.js';
import { loadRules } from '../src/lint/catalogue.js';
import { lintFile } from '../src/lint/lint.js';
import type { LintResult, LintRun } from '../src/lint/lint.js';
import { passagesOf } from '../src/lint/passages.js';
import { within } from '../src/lint/phrase-book.js';
import type { Example } from '../src/lint/rule.js';
import { lintSource } from '../src/lint/source.js';
import { organisationKind } from '../src/organisation.js';
import { checkText } from '../src/read/data.js';
import type { Organisation } from '../src/organisation.generated.js';
import { inOneLanguage } from '../src/role/one-language.js';
import { checkRole } from '../src/role/read.js';
import { packageWorkspace } from '../src/workspace.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
export const rules = loadRules(shelf);

const sampleText = readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8');
const organisationText = 'name: Northwind\nplace: Leeds\njurisdiction: gb\nlanguages: [en]\nposts:\n  director: { title: director }\nsignatories: { approver: director }\n';

const runFor = (file: string, text: string, over: Partial<LintRun>): LintRun => {
  const source = lintSource(file, text);
  return {
    rules, severities: new Map(), jurisdiction: null, languages: null, usualLaw: usualJurisdiction,
    law: (id) => library.jurisdiction(id), organisation: null, words: [], source: () => source, ...over,
  };
};

/** Lints the text of a role file, which must be valid. */
export function lintText(text: string, over: Partial<LintRun> = {}): LintResult {
  const { role, diagnostics, locate } = checkRole(text, 'sample.yaml');
  if (!role) throw new Error(JSON.stringify(diagnostics, null, 1));
  return lintFile({ subject: 'role', data: role, file: 'sample.yaml', locate }, runFor('sample.yaml', text, over));
}

/** The text of the sample role in one language, with what the example puts into it. */
export function roleWith({ language, section, text, data = {} }: Example): string {
  const role = { ...(parse(inOneLanguage(sampleText, language)) as Record<string, unknown>), ...data };
  for (const [key, value] of Object.entries(role)) if (value === null) delete role[key];
  if (text === undefined) return stringify(role);
  const place = passagesOf('role', role, () => []).find((one) => within(one.section, section ?? 'duties/duties'));
  if (!place) throw new Error(`no text in ${section}`);
  put(role, place.pointer.split('/').slice(1), text);
  return stringify(role);
}

function put(value: unknown, [step = '', ...rest]: string[], text: string): void {
  const holder = value as Record<string, unknown>;
  if (rest.length === 0) holder[step] = text;
  else put(holder[step], rest, text);
}

/** Lints an example of a rule. */
export function lintExample(example: Example, over: Partial<LintRun> = {}): LintResult {
  const law = { jurisdiction: example.jurisdiction ?? null, ...over };
  if (example.subject !== 'organisation') return lintText(roleWith(example), law);
  const text = stringify({ ...(parse(organisationText) as object), jurisdiction: example.jurisdiction ?? usualJurisdiction[example.language], languages: [example.language], ...example.data });
  const { data, diagnostics, locate } = checkText<Organisation>(text, 'organisation.yaml', organisationKind);
  if (!data) throw new Error(JSON.stringify(diagnostics, null, 1));
  return lintFile({ subject: 'organisation', data, file: 'organisation.yaml', locate }, runFor('organisation.yaml', text, law));
}

/** The ids of the rules that found something. */
export const idsOf = ({ findings }: LintResult): string[] => findings.map((one) => one.rule.id);
