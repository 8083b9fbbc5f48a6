/** Lints the small clean role and examples of rules in it as a user's file would be, with the spelling of all languages. */
import { parse } from 'yaml';
import { locales, openLibrary, usualJurisdiction } from '../src/shelf/library.js';
import { readRules } from '../src/lint/catalogue.js';
import { lintFile } from '../src/lint/lint.js';
import type { LintResult, LintRun } from '../src/lint/lint.js';
import type { Example } from '../src/lint/rule.js';
import { foundInText } from '../src/lint/paper.js';
import { diagnostic } from '../src/diagnostic/diagnostic.js';
import { lintSource } from '../src/lint/source.js';
import { shippedWords } from '../src/lint/spelling-words.js';
import { openSpelling } from '../src/lint/spelling.js';
import { organisationKind } from '../src/organisation/organisation.js';
import { findingsOf } from '../src/read/data.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { checkRole, roleKind } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { layered } from '../src/workspace/layered.js';
import { roleOf, roleOfMany } from './sample-role.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
export const { rules, ids: ruleIds } = readRules(layered(shelf, null));

const spelling = await openSpelling(locales, { shipped: shippedWords(shelf, locales), project: [] });

const organisationText =
  'schema: 2\nname: Northwind\nplace: Leeds\njurisdiction: gb\nlanguages: [en]\nposts:\n  director: { title: director }\nsignatories: { approver: director }\n';

const runFor = (file: string, text: string, over: Partial<LintRun>): LintRun => {
  const source = lintSource(file, text);
  return {
    rules,
    ruleIds,
    severities: new Map(),
    jurisdiction: null,
    languages: null,
    usualLaw: usualJurisdiction,
    law: (id) => library.jurisdiction(id),
    american: library.american,
    organisation: null,
    spelling,
    source: () => source,
    ...over,
  };
};

/** Lints the text of a role file, which must be valid. */
export function lintText(text: string, over: Partial<LintRun> = {}): LintResult {
  const { role, diagnostics, locate } = checkRole(text, 'sample.yaml');
  if (!role) throw new Error(JSON.stringify(diagnostics, null, 1));
  return lintFile({ subject: 'role', data: role, file: 'sample.yaml', locate }, runFor('sample.yaml', text, over));
}

const lintedAsPaper = ({ text = '', language }: Example, own: LintRun['rules']): LintResult => ({
  findings: own
    .filter(({ data }) => data.subjects?.includes('paper'))
    .flatMap((rule) =>
      foundInText(text, language, rule).map((words) => {
        const start = text.indexOf(words);
        return {
          diagnostic: diagnostic(`lint/${rule.data.id}`, { words, law: '' }, {}, rule.data.severity),
          rule: rule.data,
          finding: { pointer: '', range: { start, end: start + words.length } },
          language,
          fix: null,
        };
      }),
    ),
  problems: [],
  countries: [],
});

/** Lints an example of a rule without the way through a file, which takes most of the time. Values of its own must be valid. */
export function lintExample(example: Example, over: Partial<LintRun> = {}): LintResult {
  const subject = example.subject ?? 'role';
  if (subject === 'paper') return lintedAsPaper(example, over.rules ?? rules);
  const law = {
    jurisdiction: example.jurisdiction ?? null,
    source: () => null,
    organisation: (example.organisation ?? null) as Organisation | null,
    ...over,
  };
  const data =
    subject === 'role'
      ? roleOf(example)
      : {
          ...(parse(organisationText) as object),
          jurisdiction: example.jurisdiction ?? usualJurisdiction[example.language],
          languages: [example.language],
          ...example.data,
        };
  const problems = example.data
    ? findingsOf(data, subject === 'role' ? roleKind : organisationKind).filter((one) => one.severity === 'error')
    : [];
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 1));
  const file = `${subject}.yaml`;
  return lintFile(
    { subject, data: data as unknown as Role | Organisation, file, locate: (pointer) => ({ file, path: pointer }) },
    runFor(file, '', law),
  );
}

/**
 * The ids of the rules that found something in each of many texts. Those of one language, country and section stand in one role, as the
 * texts of a role do; a role for each takes seventeen times as long, and FULL=1 takes them so.
 */
export function idsInEach(texts: readonly Example[], over: Partial<LintRun> = {}): readonly (readonly string[])[] {
  const alike = new Map<string, Example[]>();
  for (const text of texts) {
    const key = [text.language, text.jurisdiction, text.section].join();
    alike.set(key, [...(alike.get(key) ?? []), text]);
  }
  const found = new Map(
    [...alike.values()].flatMap((group) => idsTogether(group, over) ?? group.map((one) => [one, idsOf(lintExample(one, over))] as const)),
  );
  return texts.map((text) => found.get(text) ?? []);
}

function idsTogether(group: readonly Example[], over: Partial<LintRun>): (readonly [Example, readonly string[]])[] | null {
  const [first] = group;
  const many =
    first && process.env.FULL === undefined
      ? roleOfMany(
          first,
          group.map(({ text = '' }) => text),
        )
      : null;
  if (!first || !many) return null;
  const run = { jurisdiction: first.jurisdiction ?? null, source: () => null, ...over, rules: (over.rules ?? rules).map(toldEachTime) };
  const data = many.role as unknown as Role;
  const file = 'role.yaml';
  const { findings } = lintFile({ subject: 'role', data, file, locate: (path) => ({ file, path }) }, runFor(file, '', run));
  return group.map((text, at) => [
    text,
    findings.filter(({ finding }) => finding.pointer === many.pointers[at]).map(({ rule }) => rule.id),
  ]);
}

/** Some rules are told once for each file. */
const toldEachTime = (rule: LintRun['rules'][number]): LintRun['rules'][number] =>
  rule.data.once ? { ...rule, data: { ...rule.data, once: false } } : rule;

/** The ids of the rules that found something. */
export const idsOf = ({ findings }: LintResult): string[] => findings.map((one) => one.rule.id);
