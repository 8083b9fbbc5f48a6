/**
 * Linting one file: rules over its data → findings at the very words in the file → less what its author suppressed.
 *
 * The engine narrows what a rule sees to the languages and countries that the rule serves. A text counts as printed
 * under the law that is asked for, else under that of the countries its clause is limited to, else under the usual
 * law of its language: a Dutch text is measured by Dutch law unless somebody says otherwise.
 */
import { diagnostic, inOrder } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { cited } from '../law/citation.js';
import type { Jurisdiction, JurisdictionId } from '../law/jurisdiction.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Locate } from '../read/yaml-data.js';
import type { Role } from '../role/role.generated.js';
import type { LintRule } from './catalogue.js';
import { passagesOf } from './passages.js';
import { wordsOf } from './phrase.js';
import type { Found, Words } from './phrase.js';
import type { Edit, LintContext, LintFinding, Passage, PhraseFinding, RuleData, Subject } from './rule.js';
import type { LintSource } from './source.js';
import type { Spelling } from './spelling.js';
import { suppressionsOf, unused } from './suppression.js';
import type { Suppression } from './suppression.js';
import { textIndex } from './text-index.js';
import type { TextIndex } from './text-index.js';

/** A file to be linted, already read and found valid. */
export interface LintTarget {
  subject: Subject;
  data: Role | Organisation;
  /** The path as diagnostics name it. */
  file: string;
  locate: Locate;
  base?: Role | null;
}

/** What is common to all files of one run. */
export interface LintRun {
  rules: readonly LintRule[];
  /** The ids of all rules that there are, whether they can be looked for or not. */
  ruleIds: readonly string[];
  severities: ReadonlyMap<string, Severity | 'off'>;
  /** The law asked for; null for the usual law of each language. */
  jurisdiction: JurisdictionId | null;
  /** The languages asked for; null for all of the file. */
  languages: readonly Locale[] | null;
  usualLaw: Record<Locale, JurisdictionId>;
  law(id: JurisdictionId): Jurisdiction;
  american(text: string): string;
  organisation: Organisation | null;
  /** Dictionaries of the languages that are linted; null when spelling is not looked at. */
  spelling: Spelling | null;
  /** The YAML text of a file that `locate` named; null when it is not to be had. */
  source(place: { file?: string; sourceLine?: string; line?: number }): LintSource | null;
}

/** A finding with its place in the file, and with the change that mends it. */
export interface Located {
  diagnostic: Diagnostic;
  rule: RuleData;
  finding: LintFinding;
  /** That of the text meant; null when the finding is about no text. */
  language: Locale | null;
  /** Where to put `fix`, in the file that holds the text. */
  fix: { source: LintSource; valueStart: number; edit: Edit; value: string } | null;
}

export interface LintResult {
  findings: Located[];
  /** Suppressions that are wrong. */
  problems: Diagnostic[];
  /** Countries under whose law the file was looked at. */
  countries: readonly JurisdictionId[];
}

/** Applies every rule that is on. Findings come in the order of the file. */
export function lintFile(target: LintTarget, run: LintRun): LintResult {
  const problems: Diagnostic[] = [];
  const suppressions = new Map<LintSource, Suppression[]>();
  const ignored = (source: LintSource): Suppression[] => {
    const ready = suppressions.get(source);
    if (ready) return ready;
    const made = suppressionsOf(source, run.ruleIds, problems);
    suppressions.set(source, made);
    return made;
  };
  // Those of a base are judged when the base itself is linted.
  const own = run.source({ file: target.file });
  if (own) ignored(own);

  const applied = new Set<string>();
  const { contexts, countries } = contextsOf(target, run);
  const all = contexts.map(({ rule, context }) => {
    const severity = run.severities.get(rule.data.id) ?? rule.data.severity;
    if (severity === 'off') return [];
    applied.add(rule.data.id);
    const found = rule.check(context);
    if (found.length === 0) return [];
    const texts = new Map(context.passages.map((one) => [one.pointer, one]));
    return found
      .map((finding) => locateFinding(finding, rule.data, severity, context, texts, target, run))
      .filter(({ source, offset }) => {
        const match =
          source === null
            ? undefined
            : ignored(source).filter((one) => one.rule === rule.data.id && one.about.start <= offset && offset < one.about.end);
        match?.forEach((one) => {
          one.used = true;
        });
        return !match || match.length === 0;
      })
      .map((one) => one.located);
  });

  // With a narrower look a suppression may seem unused that another look needs.
  if (own && run.languages === null) {
    const candidates = ignored(own).filter((one) => applied.has(one.rule));
    problems.push(...unused(own, candidates));
  }
  return { findings: inFileOrder(all.flatMap(toldOnce)), problems: inOrder(problems), countries };
}

function inFileOrder(findings: readonly Located[]): Located[] {
  const rank = new Map(inOrder(findings.map((one) => one.diagnostic)).map((one, at) => [one, at]));
  return [...findings].sort((a, b) => (rank.get(a.diagnostic) ?? 0) - (rank.get(b.diagnostic) ?? 0));
}

/** The findings of a rule; the first with their number where the rule is told once for each file. */
function toldOnce(findings: readonly Located[]): readonly Located[] {
  const [first] = inFileOrder(findings);
  if (!first?.rule.once) return findings;
  const { diagnostic: told } = first;
  return [{ ...first, diagnostic: { ...told, args: { ...told.args, count: findings.length } } }];
}

/** Each rule that serves this file, with what it gets to see; and the countries whose law is in force for any of its texts. */
function contextsOf(
  target: LintTarget,
  run: LintRun,
): { contexts: { rule: LintRule; context: LintContext }[]; countries: readonly JurisdictionId[] } {
  const { data, subject } = target;
  const languages = data.languages.filter((one) => run.languages?.includes(one) ?? true);
  const organisation = subject === 'organisation' ? (data as Organisation) : run.organisation;
  const law = run.jurisdiction ?? organisation?.jurisdiction ?? null;
  const all = passagesOf(subject, data, (language, own) =>
    law === null ? (own ?? [run.usualLaw[language]]) : own === null || own.includes(law) ? [law] : [],
  );
  const passages = all.filter((one) => languages.includes(one.language) && one.jurisdictions.length > 0);
  const inForce = law === null ? [...new Set(languages.map((language) => run.usualLaw[language]))] : [law];
  const cut = remembered((passage: Passage) => wordsOf(passage.text));
  const indexes = new Map<Locale, Indexed>();
  const indexOf = (language: Locale): Indexed => {
    const ready = indexes.get(language) ?? indexed(passages, language, cut);
    indexes.set(language, ready);
    return ready;
  };

  const named = [...new Set(passages.flatMap((one) => one.jurisdictions))];
  // Most rules see the same texts: to choose them anew for each takes a twentieth of a run.
  const chosen = new Map<string, readonly Passage[]>();
  const passagesFor = (spoken: readonly Locale[], served: readonly JurisdictionId[]): readonly Passage[] => {
    const key = [spoken, served].join(';');
    const own =
      chosen.get(key) ??
      passages.filter((one) => spoken.includes(one.language) && one.jurisdictions.some((country) => served.includes(country)));
    chosen.set(key, own);
    return own;
  };

  const contexts = run.rules
    .filter((rule) => (rule.data.subjects ?? ['role']).some((one) => one === subject))
    .flatMap((rule) => {
      const speaks = (language: Locale): boolean => rule.data.languages?.includes(language) ?? true;
      const own = passagesFor(languages.filter(speaks), named.filter(rule.serves));
      const jurisdictions = inForce.filter(rule.serves);
      if (own.length === 0 && jurisdictions.length === 0) return [];
      const context: LintContext = {
        role: subject === 'role' ? (data as Role) : null,
        base: target.base ?? null,
        organisation,
        passages: own,
        languages: languages.filter(speaks),
        jurisdictions,
        law: run.law,
        american: run.american,
        spelling: run.spelling,
        list: (name) => listOf(rule.data, name),
        cut,
        meaning: (passage) => rule.lexicon().meaning(cut(passage), passage.language),
        phrases: (of = own) => phraseFindings(rule, of, indexOf),
        phrasesIn: (text, language) => rule.phrases(language).matcher(wordsOf(text), ''),
      };
      return [{ rule, context }];
    });
  return { contexts, countries: [...new Set([...inForce, ...passages.flatMap((one) => one.jurisdictions)])] };
}

/** Some lists are called like countries, and a project may call one as it likes. */
const listOf = ({ lists = {} }: RuleData, name: string): readonly string[] => (Object.hasOwn(lists, name) ? lists[name] : undefined) ?? [];

/** The texts of a file in a language, and the number of each in their index. */
interface Indexed {
  readonly index: TextIndex;
  readonly numbers: ReadonlyMap<Passage, number>;
}

function indexed(passages: readonly Passage[], language: Locale, cut: (passage: Passage) => Words): Indexed {
  const own = passages.filter((one) => one.language === language);
  return { index: textIndex(own.map(cut), language), numbers: new Map(own.map((passage, number) => [passage, number])) };
}

function phraseFindings(rule: LintRule, passages: readonly Passage[], indexOf: (language: Locale) => Indexed): PhraseFinding[] {
  const matchers = new Map<Locale, (text: number, section: string) => Found[]>();
  return passages.flatMap((passage): PhraseFinding[] => {
    const { language, pointer, section, text } = passage;
    const { index, numbers } = indexOf(language);
    let matcher = matchers.get(language);
    if (!matcher) matchers.set(language, (matcher = rule.phrases(language).over(index)));
    const number = numbers.get(passage);
    if (number === undefined) return [];
    return matcher(number, section).map(({ start, end, mark = '', concepts }) => ({
      pointer,
      range: { start, end },
      args: { words: text.slice(start, end) },
      ...(concepts ? { concepts } : {}),
      passage,
      mark,
    }));
  });
}

function locateFinding(
  finding: LintFinding,
  rule: RuleData,
  severity: Severity,
  context: LintContext,
  passages: ReadonlyMap<string, Passage>,
  target: LintTarget,
  run: LintRun,
): { located: Located; source: LintSource | null; offset: number } {
  const passage = passages.get(finding.pointer);
  const place = target.locate(finding.pointer, finding.side);
  const source = place.line === undefined ? null : run.source(place);
  const offset = source?.offsetOf(place) ?? 0;
  const value = passage && finding.side !== 'key' ? source?.valueAt(offset) : null;
  const span = passage && value && finding.range ? value.spanOf(passage.text, finding.range) : null;
  const words = passage && finding.range ? passage.text.slice(finding.range.start, finding.range.end) : '';
  const args = { words, law: citationsFor(rule, passage?.jurisdictions ?? context.jurisdictions), ...finding.args };
  return {
    located: {
      diagnostic: diagnostic(`lint/${rule.id}`, args, source && span ? { ...place, ...source.placeAt(span) } : place, severity),
      rule,
      finding,
      language: passage?.language ?? null,
      fix: finding.fix && source && value && passage ? { source, valueStart: offset, edit: finding.fix, value: passage.text } : null,
    },
    source,
    offset,
  };
}

/** What a finding rests on, with the day on which its wording was last read. */
const citationsFor = (rule: RuleData, jurisdictions: readonly JurisdictionId[]): string =>
  rule.citations
    .filter((one) => one.jurisdictions?.some((id) => jurisdictions.includes(id)) ?? true)
    .map((one) => cited(one.text, one))
    .join('; ');

function remembered<K extends object>(make: (key: K) => Words): (key: K) => Words {
  const known = new WeakMap<K, Words>();
  return (key) => {
    const ready = known.get(key) ?? make(key);
    known.set(key, ready);
    return ready;
  };
}
