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
    const inside = all.filter((one) => one.start < end && one.end > from).sort((a, b) => a.start - b.start);
    for (const one of [...inside, { start: end, end }]) {
      if (one.start > from)
        all.push({ start: from, end: one.start, certainty: fate.certainty, why: fate.why, to: fate.to ?? [], changes: fate.changes ?? [] });
      from = Math.max(from, one.end);
    }
  }

  /** Parts what was given into its pieces, which together are all of it. */
  replace(piece: number, given: Given, parts: readonly Given[]): void {
    const all = this.#given.get(piece) ?? [];
    this.#given.set(
      piece,
      all.flatMap((one) => (one === given ? parts : [one])),
    );
  }

  leaveOut(line: Line, code: ReasonCode, args: Reason['args'] = {}): void {
    this.give(line, { certainty: 'left-out', why: reason(code, args) });
  }

  isGiven(line: Line): boolean {
    return (this.#given.get(line.piece) ?? []).some(({ start, end }) => start < line.start + line.text.length && end > line.start);
  }

  /** In the order of the characters. */
  of(piece: number): readonly Given[] {
    return [...(this.#given.get(piece) ?? [])].sort((a, b) => a.start - b.start);
  }
}
