/** A paragraph: inline content broken into lines, each line a strip. */
import type { Inline } from '../document/document.js';
import { languageRuns } from '../language/scripts.js';
import type { TextStyle } from '../theme/theme.js';
import { atomsOf, checkboxSide, faceOf, fills, hyphenated } from './atoms.js';
import type { Atom, Lettering } from './atoms.js';
import type { Face } from './fonts.js';
import { add, free, stronger, withinParagraph } from './flow.js';
import type { Hold, Strip } from './flow.js';
import { breakLines } from './lines.js';
import type { Line, Manner } from './lines.js';
import type { Box, Mark, TextBox } from './page.js';
import { reportMissing } from './room.js';
import type { Room } from './room.js';
import type { Element } from './structure.js';
import { letteringOf } from './styles.js';

export interface Wording {
  content: readonly Inline[];
  mark: Element;
  lettering: Lettering;
  align: TextStyle['align'];
  /** Line height as a multiple of single spacing. */
  spacing: number;
  /** pt */
  before: number;
  after: number;
  /** Indent of the first line, pt. */
  indent: number;
  /** A number or dash before the text of the first line. */
  label: Label | null;
  /** Whether words may be divided at syllables, if the theme does so at all. */
  divide: boolean;
  /** Whether the last line holds to what follows. */
  hold: Hold;
}

export interface Label {
  text: string;
  mark: Element;
  /** From the left edge of the paragraph, pt. */
  at: number;
  /** Where the text stands: at this distance from the left edge, or after the label if that is longer. */
  textAt: number;
}

/** Inline content in a style of the theme, without indent or label. */
export function wordingOf(content: readonly Inline[], mark: Element, style: TextStyle, room: Room, over: Partial<Wording> = {}): Wording {
  return {
    content,
    mark,
    lettering: letteringOf(room.setting.theme, style.size, room.cell),
    align: style.align,
    spacing: style.spacing,
    before: style.before,
    after: style.after,
    indent: 0,
    label: null,
    divide: true,
    hold: free,
    ...over,
  };
}

/** Single spacing of a face, as Word has it: ascent, descent and line gap of its twin. */
export const lineHeight = (face: Face, size: number, spacing: number): number =>
  size * spacing * (face.ascent + face.descent + face.lineGap);

/** From the top of a line to its baseline: half of the leading stands above the letters. */
export const baselineOf = (face: Face, size: number, height: number): number =>
  (height - size * (face.ascent + face.descent)) / 2 + size * face.ascent;

/** Adds the lines of a paragraph to the flow of the room and returns their strips; an empty paragraph is one line high. */
export function setParagraph(wording: Wording, room: Room): Strip[] {
  const { lettering, mark } = wording;
  const face = faceOf(room, lettering, false, false);
  const label = wording.label && placeLabel(wording.label, face, lettering, room);
  const indent = label ? label.textAt : wording.indent;
  const first = room.width - indent;
  const measures = { first, rest: room.width, space: face.space * lettering.size, hyphen: face.measure('-').width * lettering.size };
  const atoms = atomsOf(wording.content, lettering, mark, room, Math.min(first, room.width));
  const divided =
    room.setting.theme.text.hyphenate && wording.divide
      ? (whole: readonly Atom[]): Atom[] => hyphenated(whole, lettering.size, room.setting.words)
      : null;
  const lines = breakLines(atoms, measures, mannerOf(wording.align), divided);
  const height = lineHeight(face, lettering.size, wording.spacing);
  const baseline = baselineOf(face, lettering.size, height);
  const strips = (lines.length === 0 ? [null] : lines).map((line, index, all): Strip => {
    const boxes: Box[] = [];
    const inset = index === 0 ? indent : 0;
    if (index === 0 && label) boxes.push(labelBox(label, face, lettering, room.left, baseline));
    if (line) {
      const slack = room.width - inset - line.natural;
      const shift = line.fill > 0 ? 0 : wording.align === 'center' ? slack / 2 : wording.align === 'right' ? slack : 0;
      boxes.push(...lineBoxes(line, room.left + inset + shift, baseline, lettering, room.setting.language));
    }
    const hold = index === all.length - 1 ? wording.hold : index === 0 || index === all.length - 2 ? withinParagraph : free;
    return add(room.flow, height, boxes, index === 0 ? wording.before : 0, hold);
  });
  // A heading or a lead-in stays whole.
  if (wording.hold > free) for (const strip of strips) strip.hold = stronger(strip.hold, withinParagraph);
  room.flow.gap = wording.after;
  return strips;
}

const mannerOf = (align: TextStyle['align']): Manner => (align === 'justify' ? 'even' : align === 'center' ? 'balanced' : 'ragged');

interface PlacedLabel extends Label {
  width: number;
}

/** The label ends with a space, so that those who hear or copy the text do not get one word. */
function placeLabel(label: Label, face: Face, lettering: Lettering, room: Room): PlacedLabel {
  const { width, missing } = face.measure(label.text);
  if (missing.length > 0) reportMissing(room, missing, label.text);
  const end = label.at + width * lettering.size + face.space * lettering.size;
  return { ...label, width: width * lettering.size, textAt: Math.min(Math.max(label.textAt, end), room.width / 2) };
}

const labelBox = (label: PlacedLabel, face: Face, lettering: Lettering, left: number, baseline: number): Box => ({
  type: 'text',
  mark: label.mark,
  x: left + label.at,
  y: baseline,
  text: `${label.text} `,
  face,
  size: lettering.size,
  color: lettering.color,
  stretch: 0,
  width: label.width,
});

/** The boxes of one line; neighbours of one face and element become one run. */
function lineBoxes(line: Line, x: number, baseline: number, lettering: Lettering, language: string): Box[] {
  const boxes: Box[] = [];
  let at = x;
  let run: TextBox | null = null;
  const endRun = (): void => {
    if (run) boxes.push(...inLanguages(run, language));
    run = null;
  };
  for (const atom of line.atoms) {
    if (atom.blank) {
      endRun();
      const width = fills(atom) ? atom.width + line.fill : atom.width;
      boxes.push(blankBox(atom, at, baseline, width, lettering));
      at += width;
      continue;
    }
    const width = atom.width + (atom.space ? line.stretch : 0);
    if (run !== null && (run.face !== atom.face || run.mark !== atom.mark)) endRun();
    run ??= {
      type: 'text',
      mark: atom.mark,
      x: at,
      y: baseline,
      text: '',
      face: atom.face,
      size: lettering.size,
      color: lettering.color,
      stretch: line.stretch,
      width: 0,
    };
    run.text += atom.text;
    run.width += width;
    at += width;
  }
  // A soft hyphen looks like a hyphen, and tells readers and searches that the word goes on.
  const last = line.atoms.at(-1);
  if (line.hyphen && run !== null && last) {
    run.text += '\u00AD';
    run.width += last.face.measure('-').width * lettering.size;
  }
  endRun();
  return boxes;
}

/** A run in pieces of one language each. What an abbreviation stands for is said in place of it, so it stays whole. */
function inLanguages(run: TextBox, documentLanguage: string): TextBox[] {
  if (typeof run.mark !== 'string' && run.mark.facts.expansion !== undefined) return [run];
  const pieces = languageRuns(run.text, documentLanguage);
  if (pieces.length === 1 && pieces[0]?.language === null) return [run];
  const { face, size, stretch } = run;
  const hyphen = face.measure('-').width;
  let { x } = run;
  return pieces.map(({ text, language }): TextBox => {
    const width =
      (face.measure(text.replace('\u00AD', '')).width + (text.endsWith('\u00AD') ? hyphen : 0)) * size +
      (text.split(' ').length - 1) * stretch;
    const piece: TextBox = { ...run, x, text, width, ...(language !== null && { language }) };
    x += width;
    return piece;
  });
}

function blankBox(atom: Atom, x: number, baseline: number, width: number, lettering: Lettering): Box {
  const mark: Mark = atom.mark;
  const { size, color } = lettering;
  const blank = atom.blank;
  if (blank?.type === 'checkbox') {
    const side = checkboxSide(atom.face, size);
    const y = baseline - atom.face.capHeight * size - (side - atom.face.capHeight * size) / 2;
    return { type: 'checkbox', mark, x, y, side, color, name: blank.name, label: blank.label, checked: blank.checked };
  }
  return {
    type: 'field',
    mark,
    x,
    y: baseline,
    width,
    face: atom.face,
    size,
    color,
    name: blank?.name ?? '',
    label: blank?.label ?? '',
    kind: blank?.kind ?? 'text',
    fills: fills(atom),
  };
}
