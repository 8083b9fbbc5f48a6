/** Boxes to tick in the text of a form: what is ticked is said, what is not is told of and left out, and no box gets into a text. */
import type { Ledger } from './ledger.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import { hasWords } from './words.js';

// The reader of files writes every box, of whatever font or control, as one of these.
const box = /[☐☒☑]/u;
const boxes = /[☐☒☑]/gu;
const ticked = /[☒☑]/u;

export interface Choice {
  /** Without its box. */
  readonly line: Line;
  readonly isTicked: boolean;
}

/** The choices of a line, each up to the next box, and what stands before the first; null where a line offers none. */
export function choicesIn(line: Line): { readonly before: Line; readonly choices: readonly Choice[] } | null {
  const all = [...line.text.matchAll(boxes)];
  const [first] = all;
  if (!first) return null;
  const choices = all.map((found, at) => ({
    line: partOf(line, found.index + found[0].length, all[at + 1]?.index),
    isTicked: ticked.test(found[0]),
  }));
  // A box behind its words: “Essential ☒”. Which words it ticks is seen where no words stand behind any box.
  return choices.some((choice) => hasWords(choice.line.text)) ? { before: partOf(line, 0, first.index), choices } : null;
}

/** The lines of a line with boxes: what is ticked, each for itself; what is not ticked is told. A label keeps its line. */
export function tickedLines(line: Line, ledger: Ledger): readonly Line[] {
  const found = ledger.hasTicks ? choicesIn(line) : null;
  if (!found || hasWords(found.before.text)) return [line];
  leaveUnticked(found.choices, ledger);
  return found.choices.filter((choice) => choice.isTicked && hasWords(choice.line.text)).map((choice) => choice.line);
}

/** The ticked words of a value behind its label, as one part of the line; the line itself where nothing is to choose. */
export function tickedValue(line: Line, ledger: Ledger): Line {
  const found = ledger.hasTicks ? choicesIn(line) : null;
  if (!found || hasWords(found.before.text)) return line;
  const chosen = found.choices.filter((choice) => choice.isTicked && hasWords(choice.line.text));
  leaveUnticked(found.choices, ledger);
  const [only] = chosen;
  return only ? only.line : partOf(line, 0, 0);
}

/**
 * The words of a line within which something is to tick, without the boxes; what is not ticked is told. `text` is that of the line
 * where words of it were kept apart before.
 */
export function tickedText(line: Line, ledger: Ledger, text = line.text): string {
  const found = ledger.hasTicks ? choicesIn(line) : null;
  if (found) leaveUnticked(found.choices, ledger);
  return withoutBoxes(found ? withoutUnticked(text) : text);
}

/** A text as it is ticked: of several choices those that are; a text of which nothing is ticked stays whole. */
export const tickedOnly = (text: string): string => (ticked.test(text) ? withoutUnticked(text) : text);

const withoutUnticked = (text: string): string => text.replace(/☐[^☐☒☑]*/gu, ' ');

function leaveUnticked(choices: readonly Choice[], ledger: Ledger): void {
  for (const { line, isTicked } of choices) if (!isTicked && hasWords(line.text)) ledger.leaveOut(line, 'not-ticked');
}

/** A text without the signs of boxes; its words stay, for whether they are ticked has been asked before. */
export const withoutBoxes = (text: string): string => (box.test(text) ? text.replace(boxes, ' ').replace(/\s+/gu, ' ').trim() : text);
