/** Learns the weights of `locales/lines.*.yaml` from files whose key is known: a perceptron over rows of lines, averaged. */
import { bestRow, lineSections } from './line-sections.js';
import type { LineSection, LineWeights } from './line-sections.js';
import { traitsOfLines } from './line-traits.js';
import type { SeenLine } from './line-traits.js';

/** A line and its section; null where nobody said it. */
export interface KnownLine extends SeenLine {
  readonly section: LineSection | null;
}

const count = lineSections.length;
const rounds = 8;
/** A trait of one line alone is learnt by heart and says nothing of others. */
const fewest = 2;
/** Below this, in hundredths, a weight changes no row. */
const least = 12;

interface Learnt {
  readonly now: Float64Array;
  /** What was added, times when. */
  readonly late: Float64Array;
}

const newRow = (): Learnt => ({ now: new Float64Array(count), late: new Float64Array(count) });

/** The same files in the same order give the same weights. */
export function weightsOfLines(files: readonly (readonly KnownLine[])[]): LineWeights {
  const traitsOf = frequent(files.map((lines) => traitsOfLines(lines)));
  const rows = new Map<string, Learnt>();
  const follows = Array.from({ length: count + 1 }, newRow);
  const learn = (row: Learnt, section: number, by: number, step: number): void => {
    row.now[section] = (row.now[section] ?? 0) + by;
    row.late[section] = (row.late[section] ?? 0) + by * step;
  };
  const rowOf = (trait: string): Learnt => {
    const known = rows.get(trait);
    if (known) return known;
    const row = newRow();
    rows.set(trait, row);
    return row;
  };
  let step = 1;
  for (let round = 0; round < rounds; round++)
    for (const at of mixed(files.length, round)) {
      const [lines = [], traits = []] = [files[at], traitsOf[at]];
      const said = traits.map((own) => {
        const sums = new Array<number>(count).fill(0);
        for (const trait of own) rows.get(trait)?.now.forEach((weight, section) => (sums[section] = (sums[section] ?? 0) + weight));
        return sums;
      });
      const guesses = bestRow(
        said,
        follows.map(({ now }) => [...now]),
      );
      let before: number = count;
      let guessedBefore: number = count;
      lines.forEach(({ section }, line) => {
        const guessed = lineSections.indexOf(guesses[line]?.section ?? 'other');
        const right = section === null ? guessed : lineSections.indexOf(section);
        if (right !== guessed)
          for (const trait of traits[line] ?? []) {
            learn(rowOf(trait), right, 1, step);
            learn(rowOf(trait), guessed, -1, step);
          }
        if (right !== guessed || before !== guessedBefore) {
          learn(follows[before] ?? newRow(), right, 1, step);
          learn(follows[guessedBefore] ?? newRow(), guessed, -1, step);
        }
        before = right;
        guessedBefore = guessed;
      });
      step++;
    }
  const whole = ({ now, late }: Learnt): number[] => [...now].map((one, at) => Math.round(100 * (one - (late[at] ?? 0) / step)));
  return {
    follows: follows.map((row) => whole(row).join(' ')).join('\n'),
    traits: [...rows]
      .map(([trait, row]) => [trait, whole(row).flatMap((weight, at) => (Math.abs(weight) < least ? [] : [`${at}:${weight}`]))] as const)
      .filter(([, said]) => said.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([trait, said]) => `${trait}\t${said.join(' ')}`)
      .join('\n'),
  };
}

function frequent(files: readonly (readonly (readonly string[])[])[]): string[][][] {
  const counts = new Map<string, number>();
  for (const trait of files.flat(2)) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  return files.map((lines) => lines.map((traits) => traits.filter((trait) => (counts.get(trait) ?? 0) >= fewest)));
}

/** Another order in each round, the same ones each time. */
function mixed(length: number, round: number): number[] {
  let seed = 7919 * (round + 1);
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647);
  return Array.from({ length }, (_, at) => ({ at, by: next() }))
    .sort((a, b) => a.by - b.by)
    .map(({ at }) => at);
}
