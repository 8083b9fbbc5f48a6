/** What is known of the words of a language, from `locales/import.*.yaml`, made ready for looking up. */
import type { Locale } from '../document/document.js';
import { plain, stemOf, wordsOf } from './words.js';
import { levelled } from './words.js';

type Lists = Readonly<Record<string, readonly (string | number)[]>>;

/** As the file has it. */
export interface ImportWords {
  /** Words that say nothing of what a heading is about: “of”, «и», ‘van’. */
  readonly little: readonly string[];
  /** Words that join two headings in one: “and”, «и», ‘en’. */
  readonly joints: readonly string[];
  readonly common: readonly string[];
  readonly country: Lists;
  readonly headings: Lists;
  readonly labels: Lists;
  readonly sentences: Readonly<Record<string, { readonly cues: readonly string[]; readonly case?: 'dative' | 'genitive' }>>;
  readonly leads: Lists;
  readonly columns: Lists;
  readonly education: Lists;
  readonly experience: {
    readonly words: readonly string[];
    readonly none: readonly string[];
    readonly year: readonly string[];
    readonly month: readonly string[];
    readonly field: readonly string[];
    readonly numbers: Readonly<Record<string, readonly string[]>>;
  };
  readonly requirement: Lists;
  readonly liability: Lists;
  readonly condition: Lists;
  readonly pay: readonly string[];
  readonly categories: Lists;
  readonly titles: Lists;
  readonly kpi: {
    readonly 'at-least': readonly string[];
    readonly 'at-most': readonly string[];
    readonly units: Lists;
    readonly periods: Lists;
  };
  readonly assessed: Lists;
  readonly absences: Lists;
  readonly instruments: Lists;
  readonly transfers: readonly string[];
  readonly proposal: readonly string[];
  readonly signature: readonly string[];
  readonly approval: readonly string[];
  readonly document: readonly string[];
  readonly legalForms: readonly string[];
  readonly external: readonly string[];
  /** Begin with a capital wherever they stand. */
  readonly proper: readonly string[];
  /** What duties begin with: base forms, or a verb with what the holder does. */
  readonly verbs: readonly string[] | Readonly<Record<string, string>>;
  /** Russian verbs without a present. */
  readonly once?: readonly string[];
  readonly pageNumber: readonly string[];
  readonly placeholders: Readonly<Record<PlaceholderName, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly changes: Readonly<Record<string, string>>;
}

export type PlaceholderName =
  | 'title'
  | 'department'
  | 'purpose'
  | 'superior'
  | 'appointer'
  | 'field'
  | 'experience'
  | 'knowledge'
  | 'area'
  | 'duty'
  | 'right'
  | 'responsibility';

export interface Wording {
  /** `duties`, `rights`; for a label `reportsTo`; for a column `target`. */
  readonly key: string;
  /** As the file of words has it. */
  readonly shown: string;
  readonly stems: readonly string[];
}

export interface Rules {
  readonly language: Locale;
  readonly words: ImportWords;
  readonly headings: WordingIndex;
  readonly labels: WordingIndex;
  readonly columns: WordingIndex;
  /** Phrases of a list, as levelled texts are searched for them. */
  readonly phrases: (list: readonly (string | number)[] | undefined) => readonly string[];
}

export class WordingIndex {
  readonly #exact = new Map<string, Wording[]>();
  readonly #byStem = new Map<string, Wording[]>();

  readonly #little: ReadonlySet<string>;

  constructor(lists: Lists, little: readonly string[]) {
    this.#little = new Set(little);
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
  nearest(text: string, without: ReadonlySet<string> = new Set()): { wording: Wording; share: number; isContained: boolean } | null {
    const stems = this.#stems(text);
    const own = stems.filter((stem) => !without.has(stem));
    if (own.length === 0 || own.length > 12) return null;
    let best: { wording: Wording; share: number; isContained: boolean } | null = null;
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

/** Made once for a language; all that it holds is read only. */
export function rulesOf(language: Locale, words: ImportWords): Rules {
  const ready = new Map<readonly (string | number)[], readonly string[]>();
  return {
    language,
    words,
    headings: new WordingIndex(words.headings, words.little),
    labels: new WordingIndex(words.labels, words.little),
    columns: new WordingIndex(words.columns, words.little),
    phrases: (list = []) => {
      const known = ready.get(list);
      if (known) return known;
      const made = list.map((one) => levelled(String(one)));
      ready.set(list, made);
      return made;
    },
  };
}

/** A phrase of the rules with its values: `{heading}`. */
export const filled = (phrase: string, args: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
