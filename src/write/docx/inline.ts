/** Words, blanks, boxes and line breaks inside a paragraph. */
import type { Field, Inline, Revision, Text } from '../../document/document.js';
import { languageRuns } from '../../language/scripts.js';
import { forJustifiedLines } from '../../language/typography.js';
import type { FontFamily } from '../../theme/theme.js';
import type { Controls } from './controls.js';
import { element, pointTwips, twips } from './ooxml.js';
import type { Element } from './ooxml.js';
import { run, words } from './paragraph.js';
import type { ParagraphOptions } from './paragraph.js';
import { trackedRun, wordsElement } from './tracks.js';
import type { Tracks } from './tracks.js';

/** How blanks look in a paragraph. */
export interface Blanks {
  font: FontFamily;
  /** pt */
  size: number;
  align: 'left' | 'center' | 'right' | 'justify';
  /** Where the text ends on the right, in twips from where tab stops are counted. */
  edge: number;
  /**
   * Whose the lines are: `blank`, that each blank draws its own; `cell`, that the borders of the cell are line enough
   * for a blank without a width; `place`, that all stands on one line already.
   */
  lines: 'blank' | 'cell' | 'place';
}

/** Widths of `_` in ems. */
const underscore: Record<FontFamily, number> = { serif: 0.5, sans: 0.556 };
const noBreakSpace = '\u00A0';

/** What runs need to know of their document and of the version that their paragraph belongs to. */
export interface Surroundings {
  /** Cuts words into syllables where they may be divided; null where Word is to do that itself. */
  syllables: ((words: string, language: string) => readonly string[]) | null;
  controls: Controls;
  language: string;
  revision: Revision | null;
  tracks: Tracks;
}

/** The children of a paragraph and the tab stop that a line to the right edge needs. */
export function runs(
  content: readonly Inline[],
  blanks: Blanks,
  { controls, language, tracks, syllables, revision: paragraphs }: Surroundings,
): Pick<ParagraphOptions, 'children' | 'tabStop'> {
  const leads = content.some((inline) => inline.type === 'field' && runsToEdge(inline, blanks));
  const justified = blanks.align === 'justify';
  const children = joined(content).flatMap((inline): Element | Element[] => {
    const revision = inline.revision ?? paragraphs;
    switch (inline.type) {
      case 'text':
        return textRuns(justified ? { ...inline, value: forJustifiedLines(inline.value) } : inline, language, revision, tracks, syllables);
      case 'break':
        return trackedRun(run({}, element('w:br')), revision, tracks);
      case 'checkbox':
        return controls.checkbox(inline, revision);
      case 'field': {
        const signed = inline.kind === 'signature';
        const drawn = line(inline, blanks, !signed, revision);
        return signed ? trackedRun(drawn, revision, tracks) : controls.field(inline, drawn, revision);
      }
    }
  });
  return { children, ...(leads && { tabStop: { position: blanks.edge, leader: 'underscore' } }) };
}

/** Word has no place for what an abbreviation stands for: its words go on in one run. */
function joined(content: readonly Inline[]): Inline[] {
  const runs: Inline[] = [];
  for (const inline of content) {
    const last = runs.at(-1);
    if (
      inline.type === 'text' &&
      last?.type === 'text' &&
      last.strong === inline.strong &&
      last.emphasis === inline.emphasis &&
      last.revision === inline.revision
    )
      runs[runs.length - 1] = { ...last, value: last.value + inline.value };
    else runs.push(inline);
  }
  return runs;
}

/** A leader needs the text on its left to stand still. */
const runsToEdge = ({ width, pattern }: Field, { lines, align }: Blanks): boolean =>
  width === 0 && pattern === undefined && lines === 'blank' && (align === 'left' || align === 'justify');

const textRuns = (
  { value, strong, emphasis }: Text,
  documentLanguage: string,
  revision: Revision | null,
  tracks: Tracks,
  syllables: Surroundings['syllables'],
): Element[] =>
  languageRuns(value, documentLanguage).map(({ text, language, rightToLeft = false }) => {
    const parts = (revision === null && syllables?.(text, language ?? documentLanguage)) || [text];
    // The character U+00AD would be an ordinary hyphen to Word.
    const content = parts.flatMap((part, at) => [...(at > 0 ? [element('w:softHyphen')] : []), words(part, wordsElement(revision))]);
    const look = { bold: strong, italics: emphasis, language: language ?? (rightToLeft ? documentLanguage : null), rightToLeft };
    return trackedRun(run(look, ...content), revision, tracks);
  });

function line(field: Field, blanks: Blanks, placeholder: boolean, revision: Revision | null): Element {
  const style = placeholder ? [element('w:rPr', {}, element('w:rStyle', { 'w:val': 'PlaceholderText' }))] : [];
  return element('w:r', {}, ...style, lineContent(field, blanks, revision));
}

function lineContent(field: Field, blanks: Blanks, revision: Revision | null): Element {
  const { width, pattern } = field;
  const shown = (text: string): Element => words(text, wordsElement(revision));
  if (pattern !== undefined) return shown(pattern.replaceAll(' ', noBreakSpace));
  // Wide enough to be hit with the mouse.
  if (blanks.lines === 'place' || (blanks.lines === 'cell' && width === 0)) return shown(noBreakSpace.repeat(8));
  if (runsToEdge(field, blanks)) return element('w:tab');
  // A centred or right-aligned line has no edge to run to: a third of the place is a line that people can use.
  const length = width === 0 ? blanks.edge / 3 : twips(width);
  return shown('_'.repeat(Math.max(3, Math.round(length / pointTwips(blanks.size * underscore[blanks.font])))));
}
