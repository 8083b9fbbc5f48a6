/**
 * To which section each line of a file belongs, told of all of them at once: what its traits say, and which section likes to follow which.
 * The weights of `locales/lines.*.yaml` are learnt by `npm run sections` from files whose key is known (M. Collins, Discriminative Training
 * Methods for Hidden Markov Models, 2002); the best row of sections is found as A. Viterbi does. A guess, for where no rule knows better.
 */
import { traitsOfLines } from './line-traits.js';
import type { SeenLine } from './line-traits.js';

export const lineSections = [
  ...(['heading', 'title', 'purpose', 'general', 'superior', 'subordinates', 'deputising', 'requirements', 'duties'] as const),
  ...(['rights', 'responsibility', 'relations', 'conditions', 'kpi', 'signing', 'requisites', 'personal', 'other'] as const),
] as const;
export type LineSection = (typeof lineSections)[number];

/** As `locales/lines.*.yaml` has it: whole numbers, of which a hundred are one of learning. */
export interface LineWeights {
  /** A line for each section, and one for the beginning: what each section gains behind it. */
  readonly follows: string;
  /** Lines of a trait, a tab, and `section:weight` for those to which it says something. */
  readonly traits: string;
}

export interface LineGuess {
  readonly section: LineSection;
  /** By how much the best row of sections with another one for this line is worse. */
  readonly margin: number;
}

export interface LineModel {
  readonly traits: ReadonlyMap<string, Int32Array>;
  readonly follows: readonly (readonly number[])[];
}

const count = lineSections.length;

export function lineModelOf({ follows, traits }: LineWeights): LineModel {
  const weights = new Map<string, Int32Array>();
  for (const line of traits.split('\n')) {
    const [trait = '', said = ''] = line.split('\t');
    if (trait === '') continue;
    const row = new Int32Array(count);
    for (const one of said.split(' ')) {
      const [section, weight] = one.split(':');
      row[Number(section)] = Number(weight);
    }
    weights.set(trait, row);
  }
  return { traits: weights, follows: follows.split('\n').map((row) => row.split(' ').map(Number)) };
}

/** A guess for each line, in their order. */
export function sectionsOfLines(lines: readonly SeenLine[], model: LineModel): LineGuess[] {
  return bestRow(
    traitsOfLines(lines).map((traits) => saidBy(traits, model.traits)),
    model.follows,
  );
}

function saidBy(traits: readonly string[], weights: LineModel['traits']): number[] {
  const sums = new Array<number>(count).fill(0);
  for (const trait of traits) {
    const row = weights.get(trait);
    if (row) for (let at = 0; at < count; at++) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
  }
  return sums;
}

/**
 * The best row of sections, and of each line how much worse the best row is that gives it another one. `said` has for each line what speaks
 * for each section; `follows` what each section gains behind another, in its last row behind nothing.
 */
export function bestRow(said: readonly (readonly number[])[], follows: readonly (readonly number[])[]): LineGuess[] {
  const gain = (from: number, to: number): number => follows[from]?.[to] ?? 0;
  const forth: number[][] = [];
  said.forEach((own, line) => {
    const before = forth[line - 1];
    forth.push(own.map((one, to) => one + (before ? most(before, (sum, from) => sum + gain(from, to)) : gain(count, to))));
  });
  const back: number[][] = said.map(() => new Array<number>(count).fill(0));
  for (let line = said.length - 2; line >= 0; line--) {
    const [own = [], after = []] = [said[line + 1], back[line + 1]];
    back[line] = Array.from({ length: count }, (_, from) => most(own, (one, to) => one + (after[to] ?? 0) + gain(from, to)));
  }
  return forth.map((sums, line) => {
    const wholes = sums.map((sum, at) => sum + (back[line]?.[at] ?? 0));
    const best = Math.max(...wholes);
    const at = wholes.indexOf(best);
    const next = Math.max(...wholes.filter((_, other) => other !== at));
    return { section: lineSections[at] ?? 'other', margin: (best - next) / 100 };
  });
}

function most(values: readonly number[], of: (value: number, at: number) => number): number {
  let best = -Infinity;
  for (let at = 0; at < values.length; at++) {
    const one = of(values[at] ?? 0, at);
    if (one > best) best = one;
  }
  return best;
}
