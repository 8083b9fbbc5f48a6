/** Precision and recall of the lint on the corpus of traps and clean texts, for each rule and in all. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Locale } from '../src/document/document.js';
import { locales } from '../src/shelf/library.js';
import type { Example } from '../src/lint/rule.js';
import { idsOf, lintExample, rules } from './lint-sample.js';

export interface CorpusEntry extends Example {
  /** The rule, or the rules, that have to find it; none for clean texts. */
  rule?: string | string[];
  /** Where the trap comes from. */
  from?: string;
}

export interface Verdict {
  entry: CorpusEntry;
  expected: string[];
  found: string[];
}

type CorpusFile = Record<'traps' | 'clean', CorpusEntry[]>;

const readCorpus = (file: string): CorpusFile =>
  parse(readFileSync(new URL(`./corpus/lint/${file}.yaml`, import.meta.url), 'utf8')) as CorpusFile;

/** Law and completeness in one file of each language, clarity and language in the other. */
const corpusOf = (language: Locale): CorpusEntry[] =>
  [language, `wording-${language}`].flatMap((file) => {
    const { traps, clean } = readCorpus(file);
    return [...traps, ...clean].map((entry) => ({ ...entry, language }));
  });

/** Every trap and clean text. */
export const corpus = (): CorpusEntry[] => locales.flatMap(corpusOf);

/** Entries of the corpus with what was expected and what was found, by all rules together. */
export const verdicts = (entries: readonly CorpusEntry[]): Verdict[] =>
  entries.map((entry) => ({
    entry,
    expected: entry.rule === undefined ? [] : [entry.rule].flat(),
    found: [...new Set(idsOf(lintExample(entry)))],
  }));

export interface HeldOut {
  traps: number;
  missed: string[];
  clean: number;
  /** Clean texts in which the rule finds something. */
  wrong: string[];
}

/** What one rule says of sentences that it was not written from. */
export function heldOut(file: string, language: Locale, id: string): HeldOut {
  const own = { rules: rules.filter(({ data }) => data.id === id) };
  const finds = (entry: CorpusEntry): boolean => idsOf(lintExample({ ...entry, language }, own)).length > 0;
  const { traps, clean } = readCorpus(file);
  const texts = (entries: readonly CorpusEntry[]): string[] => entries.map(({ text = '' }) => text);
  return {
    traps: traps.length,
    missed: texts(traps.filter((entry) => !finds(entry))),
    clean: clean.length,
    wrong: texts(clean.filter(finds)),
  };
}

export interface Figures {
  right: number;
  /** Found where nothing of the kind is. */
  wrong: number;
  missed: number;
}

/** Counts by rule; `all` is their sum. */
export function figuresOf(list: readonly Verdict[]): Map<string, Figures> {
  const figures = new Map<string, Figures>([['all', { right: 0, wrong: 0, missed: 0 }]]);
  const count = (rule: string, kind: keyof Figures): void => {
    for (const name of [rule, 'all']) {
      const one = figures.get(name) ?? { right: 0, wrong: 0, missed: 0 };
      one[kind] += 1;
      figures.set(name, one);
    }
  };
  for (const { expected, found } of list) {
    for (const rule of expected) count(rule, found.includes(rule) ? 'right' : 'missed');
    for (const rule of found) if (!expected.includes(rule)) count(rule, 'wrong');
  }
  return figures;
}

const share = (part: number, rest: number): string => (part + rest === 0 ? '–' : `${((100 * part) / (part + rest)).toFixed(0)} %`);

/** A line for each rule, the sum last. */
export function table(figures: ReadonlyMap<string, Figures>): string {
  const names = [...figures.keys()].filter((name) => name !== 'all').sort();
  const line = (name: string): string => {
    const { right, wrong, missed } = figures.get(name) ?? { right: 0, wrong: 0, missed: 0 };
    return [
      name.padEnd(26),
      String(right).padStart(5),
      String(wrong).padStart(6),
      String(missed).padStart(7),
      share(right, wrong).padStart(10),
      share(right, missed).padStart(8),
    ].join('');
  };
  return [`${'rule'.padEnd(26)}right wrong missed precision  recall`, ...names.map(line), line('all'), ''].join('\n');
}
