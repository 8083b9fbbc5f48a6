/** Who took which characters of the file. Nothing can be given twice, and what nobody took is known at the end. */
import type { WordText } from '../ooxml/word/word-text.js';
import type { Line } from './lines.js';
import type { Certainty, Change, Reason, ReasonCode } from './report.js';

/** A place in a draft: the value under a key of an object, whose pointer is known when the draft is complete. */
export interface Target {
  readonly draft: 'role' | 'organisation' | 'person';
  readonly owner: object;
  readonly key: string | null;
}

export interface Given {
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
  readonly why: Reason;
  readonly to: readonly Target[];
  readonly changes: readonly Change[];
}

export const reason = (code: ReasonCode, args: Reason['args'] = {}): Reason => ({ code, args });

export interface Fate {
  readonly certainty: Certainty;
  readonly why: Reason;
  readonly to?: readonly Target[];
  readonly changes?: readonly Change[];
}

export class Ledger {
  /** Of each piece, in the order of the characters; no two have one in common. */
  readonly #given = new Map<number, Given[]>();

  /** Whether anything is ticked in the file: where nothing is, its boxes are the dots of a list. */
  readonly hasTicks: boolean;

  constructor(readonly read: WordText) {
    this.hasTicks = read.pieces.some((piece) => piece.kind === 'paragraph' && /[☒☑]/u.test(piece.text));
  }

  /** What is left of the line: characters that were given before stay where they went. */
  give(line: Line, fate: Fate): void {
    if (line.text === '') return;
    const all = this.#given.get(line.piece) ?? [];
    this.#given.set(line.piece, all);
    let from = line.start;
    const end = line.start + line.text.length;
    const [first, behind] = between(all, from, end);
    const made = (to: number): Given => ({
      ...{ start: from, end: to, certainty: fate.certainty, why: fate.why },
      ...{ to: fate.to ?? [], changes: fate.changes ?? [] },
    });
    // Mostly nothing of it was given: a paragraph of many sentences is not copied for each.
    if (first === behind) {
      all.splice(first, 0, made(end));
      return;
    }
    const whole: Given[] = [];
    for (const one of all.slice(first, behind)) {
      if (one.start > from) whole.push(made(one.start));
      whole.push(one);
      from = Math.max(from, one.end);
    }
    if (end > from) whole.push(made(end));
    this.#given.set(line.piece, all.slice(0, first).concat(whole, all.slice(behind)));
  }

  /** Parts what was given into its pieces, which together are all of it. */
  replace(piece: number, parts: ReadonlyMap<Given, readonly Given[]>): void {
    const all = this.#given.get(piece);
    if (all && parts.size > 0)
      this.#given.set(
        piece,
        all.flatMap((one) => parts.get(one) ?? [one]),
      );
  }

  /** What nobody has taken after all: the characters of a piece are free again. */
  takeBack(piece: number): void {
    this.#given.delete(piece);
  }

  leaveOut(line: Line, code: ReasonCode, args: Reason['args'] = {}): void {
    this.give(line, { certainty: 'left-out', why: reason(code, args) });
  }

  isGiven(line: Line): boolean {
    return this.within(line.piece, line.start, line.start + line.text.length).length > 0;
  }

  /** In the order of the characters. */
  of(piece: number): readonly Given[] {
    return [...(this.#given.get(piece) ?? [])];
  }

  /** Those of which a character stands between two, in their order. */
  within(piece: number, from: number, to: number): readonly Given[] {
    const all = this.#given.get(piece) ?? [];
    return all.slice(...between(all, from, to));
  }
}

/** The index of the first of spans in order that ends behind a place, and of the first that begins behind another. */
function between(spans: readonly Given[], from: number, to: number): [number, number] {
  const firstFor = (isBehind: (one: Given) => boolean): number => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = spans[middle];
      if (one && isBehind(one)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const first = firstFor((one) => one.end > from);
  return [
    first,
    Math.max(
      first,
      firstFor((one) => one.start >= to),
    ),
  ];
}
