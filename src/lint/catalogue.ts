/** All rules: their data from `lint/*.yaml`, ours and those of a project, and the code of those that have any. */
import { Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { idsIn } from '../read/known-ids.js';
import { ownYaml } from '../read/own-data.js';
import { prepared } from '../read/prepared.js';
import { jurisdictionIds } from '../shelf/library.js';
import { projectFileAt } from '../workspace/layered.js';
import type { Shelf } from '../workspace/layered.js';
import { checks } from './checks.js';
import { conceptsOn } from './concept-files.js';
import type { Lexicon } from './concepts.js';
import { phrasesOf } from './phrase-book.js';
import type { Phrases } from './phrase-book.js';
import { hasCode, readRuleFile } from './rule-file.js';
import type { LintCheck, RuleData } from './rule.js';

export interface LintRule {
  data: RuleData;
  check: LintCheck;
  phrases: (language: Locale) => Phrases;
  /** The concepts that relations speak of. */
  lexicon: () => Lexicon;
  /** Whether it is looked for under the law of a country. */
  serves(country: JurisdictionId): boolean;
}

export interface Rules {
  /** Those that can be looked for, by id. */
  rules: readonly LintRule[];
  /** The ids of all, those among them whose files are broken. */
  ids: readonly string[];
  /** What is wrong with the files of a project. */
  diagnostics: readonly Diagnostic[];
}

/**
 * The rules of the shelf. Our own files are tested, so they are read without checks. A file of a project is checked; it
 * hides ours of its name, and finds nothing where it is broken.
 */
export function readRules(shelf: Shelf): Rules {
  const diagnostics: Diagnostic[] = [];
  const ids = idsIn(shelf, 'lint');
  const lexicon = conceptsOn(shelf.own);
  const rules = ids.flatMap((id) => {
    const path = `lint/${id}.yaml`;
    if (shelf.originOf(path) === 'package') return [ours(path, shelf.own.readText(path), lexicon)];
    const data = theirs(shelf, path, diagnostics);
    return data ? [ruleOf(data, () => data.jurisdictions ?? null, lexicon)] : [];
  });
  return { rules, ids, diagnostics };
}

/** What has been made of our own files, by their texts: to make it takes 20 ms of processor time, each run anew. */
const made = new Map<string, LintRule>();

function ours(path: string, text: string, lexicon: () => Lexicon): LintRule {
  const before = made.get(text);
  if (before) return before;
  const data = (prepared().data(path, text) as RuleData | undefined) ?? lazily(text);
  const rule = ruleOf(data, () => data.jurisdictions ?? (data.group === 'law' ? jurisdictionIds : null), lexicon);
  made.set(text, rule);
  return rule;
}

function theirs(shelf: Shelf, path: string, problems: Diagnostic[]): RuleData | null {
  try {
    const file = shelf.project && projectFileAt(shelf.project, path);
    if (!file) return null;
    const { data, diagnostics } = readRuleFile(file.workspace, file.path, shelf);
    problems.push(...diagnostics);
    return data;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push(...error.diagnostics);
    return null;
  }
}

/**
 * `countries` are those under whose law a rule is looked for; null for every country. A rule of law of ours without any
 * was compared with the law of our own countries, and claims nothing about others.
 */
const ruleOf = (data: RuleData, countries: () => readonly JurisdictionId[] | null, lexicon: () => Lexicon): LintRule => ({
  data,
  check: (hasCode(data.id) ? checks[data.id] : undefined) ?? phrasesOnly,
  phrases: phrasesOf(data, lexicon),
  lexicon,
  serves: (country) => countries()?.includes(country) ?? true,
});

/**
 * The data of a rule, each key parsed when it is first asked for: a run needs few of the titles and none of the
 * examples, and parsing them all would take longer than linting a role.
 */
function lazily(text: string): RuleData {
  const starts = [...text.matchAll(/^[A-Za-z]\w*(?=:)/gm)];
  const data = {};
  for (const [number, { 0: key, index }] of starts.entries()) {
    const block = text.slice(index, starts[number + 1]?.index);
    Object.defineProperty(data, key, {
      enumerable: true,
      configurable: true,
      get() {
        const plain = /^\w+: ([a-z-]+)\n$/.exec(block)?.[1];
        const value: unknown =
          plain === undefined || plain === 'true' ? (quotedList(block) ?? (ownYaml(block) as Record<string, unknown>)[key]) : plain;
        Object.defineProperty(data, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return data as RuleData;
}

/** A list of words in single quotes, which relations are: read so, they cost nothing; by the parser, as much as the rest of a run. */
const quotedList = (block: string): string[] | null =>
  /^\w+:\n(?: {2}- '[^'\n]*'\n)+$/.test(block) ? block.split("'").filter((_, at) => at % 2 === 1) : null;

/** A rule without code finds its phrases. */
const phrasesOnly: LintCheck = (context) => context.phrases();
