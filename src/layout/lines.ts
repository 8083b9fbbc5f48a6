/**
 * Breaks a row of atoms into lines so that the paragraph as a whole looks best, after Knuth and Plass: first without
 * dividing words, then with, at last wherever an atom ends. Nothing is ever wider than its line.
 */
import { fills } from './atoms.js';
import type { Atom } from './atoms.js';

/** `even`: both edges flush; `ragged`: as few lines as possible, then alike; `balanced`: the last line counts too. */
export type Manner = 'even' | 'ragged' | 'balanced';

export interface Measures {
  /** Width of the first line and of the others, pt. */
  first: number;
  rest: number;
  /** Width of a common space and of a hyphen, pt. */
  space: number;
  hyphen: number;
}

export interface Line {
  atoms: readonly Atom[];
  /** A hyphen is printed at its end. */
  hyphen: boolean;
  /** Width without the space at its end, with the hyphen. */
  natural: number;
  /** What each space inside gets in addition, pt. */
  stretch: number;
  /** What is left for blanks that fill the line, each. */
  fill: number;
}

/** Parts of a space by which it may grow at ease, and shrink at most. */
const ease = 0.5;
const tightest = 0.2;

/** A line is good enough not to think of dividing words when its spaces grow by less than this many eases. */
const tolerance = 1.1;

/** Beyond this many spaces' width a gap is worse than an uneven edge. */
const widestGap = 5;

/** `divided` gives the same atoms with words parted by syllables; null where words stay whole. */
export function breakLines(
  atoms: readonly Atom[],
  measures: Measures,
  manner: Manner,
  divided: ((atoms: readonly Atom[]) => Atom[]) | null,
): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let at = 0; at <= atoms.length; at++) {
    if (at < atoms.length && atoms[at]?.ending !== 'forced') continue;
    const stretch = atoms.slice(from, at + 1);
    const own = lines.length === 0 ? measures : { ...measures, first: measures.rest };
    if (stretch.length > 0) lines.push(...breakStretch(stretch, own, manner, divided));
    from = at + 1;
  }
  return lines;
}

function breakStretch(
  atoms: readonly Atom[],
  measures: Measures,
  manner: Manner,
  divided: ((atoms: readonly Atom[]) => Atom[]) | null,
): Line[] {
  const easy = bestBreaks(atoms, measures, manner, divided ? tolerance : Infinity, false);
  if (easy) return linesOf(atoms, easy, measures, manner);
  const parted = divided ? divided(atoms) : atoms;
  const better = bestBreaks(parted, measures, manner, Infinity, false);
  if (better) return linesOf(parted, better, measures, manner);
  const bare = parted.map((atom) => withoutHyphen(atom, measures));
  return linesOf(bare, bestBreaks(bare, measures, manner, Infinity, true) ?? [bare.length], measures, manner);
}

/** Where a syllable and its hyphen are wider than a line, the hyphen goes. */
const withoutHyphen = (atom: Atom, measures: Measures): Atom =>
  atom.ending === 'hyphen' && atom.width + measures.hyphen > Math.min(measures.first, measures.rest)
    ? { ...atom, ending: 'anywhere' }
    : atom;

/** Where lines may end, in columns: what there is of each place, and of the row of atoms before it, so that a line's width is one subtraction. */
interface Stops {
  /** The index of the atom that begins the next line. */
  readonly at: Int32Array;
  /** Width of all that stands before the next line, pt, and spaces and blanks that fill the line in it. */
  readonly width: Float64Array;
  readonly spaces: Int32Array;
  readonly fills: Int32Array;
  /** The same without the spaces that end the line. */
  readonly endWidth: Float64Array;
  readonly endSpaces: Int32Array;
  /** Whether a hyphen is printed. */
  readonly hyphen: Uint8Array;
  readonly penalty: Float64Array;
  /** What the best lines up to here cost, and the stop before the last of them. */
  readonly cost: Float64Array;
  readonly previous: Int32Array;
}

const newStops = (count: number): Stops => ({
  at: new Int32Array(count),
  width: new Float64Array(count),
  spaces: new Int32Array(count),
  fills: new Int32Array(count),
  endWidth: new Float64Array(count),
  endSpaces: new Int32Array(count),
  hyphen: new Uint8Array(count),
  penalty: new Float64Array(count),
  cost: new Float64Array(count),
  previous: new Int32Array(count),
});

/**
 * Paragraphs of no more atoms, which are nearly all, are broken one after the other in these columns: two fifths of the time
 * that it takes with an object for each stop and new sums for each paragraph.
 */
const usual = 2000;
const shared = newStops(usual + 1);

const penalties: Record<Atom['ending'], number> = { never: 5_000, space: 0, joint: 40, hyphen: 60, anywhere: 3_000, forced: 0 };

/** Writes the stops of a row of atoms and gives their number. The first is the beginning. */
function putStops(stops: Stops, atoms: readonly Atom[], everywhere: boolean): number {
  let count = 0;
  let [width, spaces, filled] = [0, 0, 0];
  let [trailing, trailingSpaces] = [0, 0];
  const put = (at: number, hyphen: boolean, penalty: number): void => {
    stops.at[count] = at;
    stops.width[count] = width;
    stops.spaces[count] = spaces;
    stops.fills[count] = filled;
    stops.endWidth[count] = width - trailing;
    stops.endSpaces[count] = spaces - trailingSpaces;
    stops.hyphen[count] = hyphen ? 1 : 0;
    stops.penalty[count] = penalty;
    stops.cost[count] = count === 0 ? 0 : Infinity;
    count += 1;
  };
  put(0, false, 0);
  for (let at = 1; at <= atoms.length; at++) {
    const last = atoms[at - 1] as Atom;
    width += last.width;
    if (fills(last)) filled += 1;
    if (last.space) {
      spaces += 1;
      trailing += last.width;
      trailingSpaces += 1;
    } else if (last.ending !== 'forced') {
      trailing = 0;
      trailingSpaces = 0;
    }
    const next = atoms[at];
    if (next === undefined) put(at, false, 0);
    // A forced end comes after all else of its stretch.
    else if ((last.ending !== 'never' || everywhere) && !next.space && next.ending !== 'forced')
      put(at, last.ending === 'hyphen', penalties[last.ending]);
  }
  return count;
}

/** The best ends of lines, or null if no set of lines keeps within their widths and the tolerance. */
function bestBreaks(atoms: readonly Atom[], measures: Measures, manner: Manner, most: number, everywhere: boolean): number[] | null {
  const stops = atoms.length <= usual ? shared : newStops(atoms.length + 1);
  const count = putStops(stops, atoms, everywhere);
  const { cost, previous } = stops;
  const widest = Math.max(measures.first, measures.rest);
  const shrinkage = manner === 'even' ? measures.space * tightest : 0;
  /** From here on lines to the stop are not too wide, and so lines to later ones from before it are. */
  let fullest = 0;
  for (let to = 1; to < count; to++) {
    const end = stops.endWidth[to] ?? 0;
    const endSpaces = stops.endSpaces[to] ?? 0;
    const hyphen = stops.hyphen[to] === 1;
    const penalty = (stops.penalty[to] ?? 0) ** 2;
    const last = to === count - 1;
    for (let from = fullest; from < to; from++) {
      const width = end - (stops.width[from] ?? 0);
      const spaces = Math.max(0, endSpaces - (stops.spaces[from] ?? 0));
      const shrink = spaces * shrinkage;
      if (width - shrink > widest + slip) {
        fullest = from + 1;
        continue;
      }
      const before = cost[from] ?? Infinity;
      // The fullest lines, which come first, are the best: half of the others cost more before they begin.
      if (before === Infinity || before > (cost[to] ?? Infinity)) continue;
      const room = from === 0 ? measures.first : measures.rest;
      const slack = room - width - (hyphen ? measures.hyphen : 0);
      if (slack + shrink < -slip) continue;
      const filled = (stops.fills[to] ?? 0) > (stops.fills[from] ?? 0);
      const badness = filled ? 0 : badnessOf(slack, room, spaces, measures, manner, last, most);
      if (badness === Infinity) continue;
      const hyphenBefore = stops.hyphen[from] === 1;
      let own = (10 + badness) ** 2 + penalty;
      if (hyphenBefore && hyphen) own += hyphensTogether;
      if (hyphenBefore && last && spaces === 0) own += tailAlone;
      if (last && from > 0 && width < room * runt) own += runtCost;
      // Of two that are as good the shorter line.
      if (before + own <= (cost[to] ?? Infinity)) {
        cost[to] = before + own;
        previous[to] = from;
      }
    }
  }
  if (cost[count - 1] === Infinity) return null;
  const ends: number[] = [];
  for (let at = count - 1; at > 0; at = previous[at] ?? 0) ends.unshift(stops.at[at] ?? 0);
  return ends;
}

/** Rounding must not send a word to the next line. */
const slip = 1e-6;

/** Two hyphens one above the other. */
const hyphensTogether = 12_000;

/** The tail of a word alone on the last line. */
const tailAlone = 150_000;

/** A last line shorter than this part of the measure looks lost. */
const runt = 0.08;
const runtCost = 4_000;

/** One more line is worse than any unevenness. */
const oneLine = 300;

function badnessOf(slack: number, room: number, spaces: number, measures: Measures, manner: Manner, last: boolean, most: number): number {
  if (manner !== 'even') {
    const emptiness = slack / room;
    if (most !== Infinity && !last && emptiness > 0.3) return Infinity;
    return oneLine + (last && manner === 'ragged' ? 0 : 100 * emptiness ** 2);
  }
  if (slack < -slip) return 100 * cubed(-slack / (spaces * measures.space * tightest));
  if (last) return 0;
  const ratio = spaces === 0 ? 100 + slack / measures.space : slack / (spaces * measures.space * ease);
  return ratio > most ? Infinity : 100 * cubed(ratio);
}

/** A power takes a twentieth of the time of a PDF. */
const cubed = (one: number): number => one * one * one;

function linesOf(atoms: readonly Atom[], ends: readonly number[], measures: Measures, manner: Manner): Line[] {
  let from = 0;
  return ends.map((end, index) => {
    const own = atoms.slice(from, end);
    from = end;
    return lineOf(own, index === ends.length - 1, index === 0 ? measures.first : measures.rest, measures, manner);
  });
}

function lineOf(atoms: readonly Atom[], last: boolean, room: number, measures: Measures, manner: Manner): Line {
  let natural = 0;
  let spaces = 0;
  let blanks = 0;
  let trailing = 0;
  let trailingSpaces = 0;
  for (const atom of atoms) {
    natural += atom.width;
    if (fills(atom)) blanks += 1;
    if (atom.space) {
      spaces += 1;
      trailing += atom.width;
      trailingSpaces += 1;
    } else if (atom.ending !== 'forced') {
      trailing = 0;
      trailingSpaces = 0;
    }
  }
  const hyphen = !last && atoms.at(-1)?.ending === 'hyphen';
  natural += (hyphen ? measures.hyphen : 0) - trailing;
  spaces -= trailingSpaces;
  const slack = room - natural;
  const fill = blanks > 0 ? Math.max(0, slack) / blanks : 0;
  let stretch = 0;
  if (manner === 'even' && spaces > 0 && blanks === 0) {
    if (slack < 0 || (!last && slack / spaces <= widestGap * measures.space)) stretch = slack / spaces;
  }
  return { atoms, hyphen, natural, stretch, fill };
}
