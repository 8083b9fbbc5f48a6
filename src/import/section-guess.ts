/**
 * To which section a text belongs by its words, as a guess that can say why: a naive Bayes classifier over the counts of
 * `locales/sections.*.yaml`, which `npm run sections` makes of sentences that are known. Of each trait of a text it is known how much
 * oftener the texts of a section have it than all others do (the logarithm of that share); what a text says for a section is the sum.
 */
import { headingTraits, traitsOf } from './section-traits.js';
import type { Trait } from './section-traits.js';

/** As `locales/sections.*.yaml` has it: how many texts of each section were counted, and how many of them have a trait. */
export interface SectionCounts {
  readonly texts: Readonly<Record<string, number>>;
  readonly headings: Readonly<Record<string, number>>;
  /** For each section lines of a count and the traits that so many of its texts have. */
  readonly traits: Readonly<Record<string, string>>;
}

/** The sections of which counts are known. Those of `nowhere` have no list in a role. */
export const guessedKeys = [
  ...(['purpose', 'duties', 'rights', 'responsibility', 'relations', 'requirements', 'conditions', 'physical', 'kpis'] as const),
  ...(['subordination', 'deputising', 'about', 'final', 'onboarding'] as const),
] as const;
export type GuessedKey = (typeof guessedKeys)[number];

export interface SectionGuess {
  readonly key: GuessedKey;
  /** How sure, between all sections: 0 to 1. */
  readonly share: number;
  /** How much surer than the next one: 0 to 1. */
  readonly margin: number;
  /** The words of the text that spoke for it most, as they stand there. */
  readonly words: readonly string[];
}

/** What else speaks for a section than words, as the logarithm of how much likelier it is. */
export type Leaning = Readonly<Partial<Record<GuessedKey, number>>>;

export interface SectionGuesser {
  /** A sentence or an entry. */
  readonly line: (text: string) => SectionGuess | null;
  /** Lines below a heading, and the heading: the evidence of each is added, and none of them says more than a line can. */
  readonly block: (heading: string | null, lines: readonly string[], place?: Leaning) => SectionGuess | null;
}

/** So many texts more, alike to those of all sections, are thought of in each: what few texts have says little. */
const thought = 3;
/** Traits overlap (a word, its pair, the beginning), so that their sum says too much by about this. */
const overlap = 3;
/** One line cannot speak against a section more than this: a block may hold a sentence of another one. */
const least = 0.02;
/** How many lines of a block are read, and how much its heading weighs among them. */
const mostLines = 40;
const headingWeight = 1.6;
const fewWords = 4;

type Weights = ReadonlyMap<string, Float64Array>;

export function guesserOf(counts: SectionCounts): SectionGuesser {
  const weights = weightsOf(counts);
  const sharesOf = (traits: readonly Trait[]): { shares: number[]; known: Trait[] } => {
    const known = traits.filter(({ name }) => weights.has(name));
    const sums = guessedKeys.map((_, at) => known.reduce((sum, { name }) => sum + (weights.get(name)?.[at] ?? 0), 0) / overlap);
    return { shares: sharesIn(sums), known };
  };
  const told = (shares: readonly number[], known: readonly Trait[]): SectionGuess | null => {
    if (known.every(({ word }) => word === null)) return null;
    const order = shares.map((share, at) => ({ share, at })).sort((a, b) => b.share - a.share || a.at - b.at);
    const [best, next] = order;
    if (!best || !next) return null;
    const key = guessedKeys[best.at];
    return key === undefined ? null : { key, share: best.share, margin: best.share - next.share, words: wordsFor(known, best.at, weights) };
  };
  return {
    line: (text) => {
      const { shares, known } = sharesOf(traitsOf(text));
      return told(shares, known);
    },
    block: (heading, lines, place = {}) => {
      const parts = [
        ...(heading === null ? [] : [{ ...sharesOf(headingTraits(heading)), weight: headingWeight }]),
        ...lines.slice(0, mostLines).map((text) => ({ ...sharesOf(traitsOf(text)), weight: 1 })),
      ].filter(({ known }) => known.length > 0);
      if (parts.length === 0) return null;
      const sums = guessedKeys.map((key, at) =>
        parts.reduce((sum, { shares, weight }) => sum + weight * Math.log(least + (1 - least) * (shares[at] ?? 0)), place[key] ?? 0),
      );
      return told(
        sharesIn(sums),
        parts.flatMap(({ known }) => known),
      );
    },
  };
}

/** Of sums of logarithms the shares of one. */
function sharesIn(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, one) => sum + one, 0);
  return powers.map((one) => one / all);
}

const hasLongWord = (text: string): boolean => /\p{L}{4}/u.test(text);

/** The words that said most for a section, each once; a pair tells more than the word within it. */
function wordsFor(known: readonly Trait[], at: number, weights: Weights): string[] {
  const order = known
    .flatMap(({ name, word }) => (word === null ? [] : [{ word, weight: weights.get(name)?.[at] ?? 0 }]))
    .filter(({ weight }) => weight > 0.7)
    // “Approval” tells a reader more than “of the”, however much both weigh.
    .sort((a, b) => Number(hasLongWord(b.word)) - Number(hasLongWord(a.word)) || b.weight - a.weight || (a.word < b.word ? -1 : 1));
  const words: string[] = [];
  for (const { word } of order)
    if (words.length < fewWords && !words.some((one) => one.includes(word) || word.includes(one))) words.push(word);
  return words;
}

/** Of each trait and section, how much oftener its texts have it than those of all other sections. */
function weightsOf({ texts, headings, traits }: SectionCounts): Weights {
  const counts = new Map<string, Float64Array>();
  guessedKeys.forEach((key, at) => {
    for (const line of (traits[key] ?? '').split('\n')) {
      const [count = '', ...names] = line.split(' ');
      for (const name of names) {
        const row = counts.get(name) ?? new Float64Array(guessedKeys.length);
        counts.set(name, row);
        row[at] = Number(count);
      }
    }
  });
  for (const [name, row] of counts) {
    const totals = name.startsWith('=') ? headings : texts;
    const sizes = guessedKeys.map((key) => totals[key] ?? 0);
    const usual = guessedKeys.reduce((sum, _, at) => sum + ((row[at] ?? 0) + 0.1) / ((sizes[at] ?? 0) + 10), 0) / guessedKeys.length;
    const shares = guessedKeys.map((_, at) => ((row[at] ?? 0) + thought * usual) / ((sizes[at] ?? 0) + thought));
    const whole = shares.reduce((sum, one) => sum + one, 0);
    counts.set(
      name,
      Float64Array.from(shares, (share) => Math.log(share) - Math.log((whole - share) / (guessedKeys.length - 1))),
    );
  }
  return counts;
}
