/** What is known of the words of a language, from `locales/import.*.yaml`, made ready for looking up. */
import type { ImportWords, WordLists } from './import-words.js';
import type { Locale } from '../document/document.js';
import { patternsOf } from './patterns.js';
import type { Patterns } from './patterns.js';
import { lineModelOf } from './line-sections.js';
import type { LineModel } from './line-sections.js';
import { guesserOf } from './section-guess.js';
import type { SectionGuesser } from './section-guess.js';
import { sentencesIn } from './sentence-ends.js';
import type { Span } from './sentence-ends.js';
import { levelled, plain, stemOf, wordsOf } from './words.js';

export interface Wording {
  /** `duties`, `rights`; for a label `reportsTo`; for a column `target`. */
  readonly key: string;
  /** As the file of words has it. */
  readonly shown: string;
  readonly stems: readonly string[];
}

/** A wording that shares stems with a text, and how much of both they are: 1 for all. */
export interface Nearest {
  readonly wording: Wording;
  readonly share: number;
  /** Whether the text has all stems of the wording. */
  readonly isContained: boolean;
}

export interface Rules {
  readonly language: Locale;
  readonly words: ImportWords;
  readonly headings: WordingIndex;
  readonly labels: WordingIndex;
  readonly columns: WordingIndex;
  readonly patterns: Patterns;
  /** Where the sentences of a text stand. */
  readonly sentences: (text: string) => readonly Span[];
  /** To which section a text belongs by its words; null where no counts of words are at hand. */
  readonly guess: SectionGuesser | null;
  /** What tells the section of a line among the others; null where no weights are at hand. */
  readonly lines: LineModel | null;
  /** Base forms of verbs, where the language has them as a list. */
  readonly verbs: ReadonlySet<string>;
  /** Phrases of a list, as levelled texts are searched for them. */
  readonly phrases: (list: readonly (string | number)[] | undefined) => readonly string[];
}

export class WordingIndex {
  readonly #exact = new Map<string, Wording[]>();
  readonly #byStem = new Map<string, Wording[]>();

  readonly #little: ReadonlySet<string>;
  readonly #neutral: ReadonlySet<string>;

  constructor(lists: WordLists, { little, neutral }: Pick<ImportWords, 'little' | 'neutral'>) {
    this.#little = new Set(little);
    this.#neutral = new Set(neutral.map(stemOf));
    for (const [key, shown] of Object.entries(lists).flatMap(([key, all]) => all.map((one) => [key, String(one)] as const))) {
      const wording = { key, shown, stems: this.#stems(shown) };
      push(this.#exact, plain(shown), wording);
      for (const stem of new Set(wording.stems)) push(this.#byStem, stem, wording);
    }
  }

  /** Of a wording of little words alone, these. */
  #stems(text: string): string[] {
    const words = wordsOf(text);
    const telling = words.filter((word) => !this.#little.has(word));
    return (telling.length > 0 ? telling : words).map(stemOf);
  }

  /** Wordings that are this text but for capitals and signs. */
  exact(text: string): readonly Wording[] {
    return this.#exact.get(plain(text)) ?? [];
  }

  /** The wording that shares most stems with a short text, and how much of both it is: 1 for all. */
  nearest(text: string, without: ReadonlySet<string> = new Set()): Nearest | null {
    const stems = this.#stems(text);
    const telling = stems.filter((stem) => !without.has(stem) && !this.#neutral.has(stem));
    const own = telling.length > 0 ? telling : stems.filter((stem) => !without.has(stem));
    if (own.length === 0 || own.length > 12) return null;
    let best: Nearest | null = null;
    for (const wording of new Set(own.flatMap((stem) => this.#byStem.get(stem) ?? []))) {
      const shared = wording.stems.filter((stem) => own.includes(stem)).length;
      const share = (2 * shared) / (wording.stems.length + own.length);
      if (!best || share > best.share) best = { wording, share, isContained: shared === wording.stems.length };
    }
    return best;
  }
}

function push(index: Map<string, Wording[]>, key: string, wording: Wording): void {
  const known = index.get(key);
  if (known) known.push(wording);
  else index.set(key, [wording]);
}

const made = new WeakMap<ImportWords, Rules>();

/** Made once for the words of a language; all that it holds is read only. */
export function rulesOf(language: Locale, words: ImportWords): Rules {
  const known = made.get(words);
  if (known?.language === language) return known;
  const rules = newRules(language, words);
  made.set(words, rules);
  return rules;
}

function newRules(language: Locale, words: ImportWords): Rules {
  const patterns = patternsOf(words);
  let guess: SectionGuesser | null = null;
  let lines: LineModel | null = null;
  const ready = new Map<readonly (string | number)[], readonly string[]>();
  return {
    language,
    words,
    headings: new WordingIndex(words.headings, words),
    labels: new WordingIndex(words.labels, words),
    columns: new WordingIndex(words.columns, words),
    patterns,
    get guess() {
      guess ??= words.sections ? guesserOf(words.sections) : null;
      return guess;
    },
    get lines() {
      lines ??= words.lines ? lineModelOf(words.lines) : null;
      return lines;
    },
    verbs: new Set(Array.isArray(words.verbs) ? (words.verbs as readonly string[]) : []),
    sentences: (text) => sentencesIn(text, patterns.shortWord),
    phrases: (list = []) => {
      const known = ready.get(list);
      if (known) return known;
      const levelledList = list.map((one) => levelled(String(one)));
      ready.set(list, levelledList);
      return levelledList;
    },
  };
}

/** A phrase of the rules with its values: `{heading}`. */
export const filled = (phrase: string, args: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
