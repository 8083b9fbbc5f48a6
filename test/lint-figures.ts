/** Precision and recall of the lint on the corpus of traps and clean texts, for each rule and in all. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Locale } from '../src/document/document.js';
import { locales } from '../src/shelf/library.js';
import type { Example } from '../src/lint/rule.js';
import { idsInEach, idsOf, lintExample, rules } from './lint-sample.js';

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

/** Rules that compare the texts of a file, and would find those of different entries alike. */
const comparing = ['duplicate-clause', 'term-drift'];

/** Entries of the corpus with what was expected and what was found, by all rules together. */
export function verdicts(entries: readonly CorpusEntry[]): Verdict[] {
  const expectedOf = ({ rule }: CorpusEntry): string[] => (rule === undefined ? [] : [rule].flat());
  // `FULL=1` and the figures take each text by itself, with those rules as well.
  const goesAmongOthers = (entry: CorpusEntry): boolean =>
    (process.env.FULL ?? process.env.FIGURES) === undefined &&
    entry.text !== undefined &&
    entry.data === undefined &&
    !expectedOf(entry).some((rule) => comparing.includes(rule));
  const amongOthers = entries.filter(goesAmongOthers);
  const ids = idsInEach(amongOthers, { rules: rules.filter(({ data }) => !comparing.includes(data.id)) });
  const found = new Map(amongOthers.map((entry, at) => [entry, ids[at] ?? []]));
  return entries.map((entry) => ({
    entry,
    expected: expectedOf(entry),
    found: [...new Set(found.get(entry) ?? idsOf(lintExample(entry)))],
  }));
}

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
  const { traps, clean } = readCorpus(file);
  const textsWith = (entries: readonly CorpusEntry[], isFound: boolean): string[] => {
    const ids = idsInEach(
      entries.map((entry) => ({ ...entry, language })),
      own,
    );
    return entries.flatMap(({ text = '' }, at) => ((ids[at] ?? []).length > 0 === isFound ? [text] : []));
  };
  return { traps: traps.length, missed: textsWith(traps, false), clean: clean.length, wrong: textsWith(clean, true) };
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
