/** Words, blanks, boxes and line breaks inside a paragraph. */
import { DeletedTextRun, InsertedTextRun, LeaderType, SoftHyphen, TabStopType, TextRun } from 'docx';
import type { IParagraphOptions, ParagraphChild, XmlComponent } from 'docx';
import type { Field, Inline, Revision, Text } from '../../document/document.js';
import { languageRuns } from '../../language/scripts.js';
import { forJustifiedLines } from '../../language/typography.js';
import type { FontFamily } from '../../theme/theme.js';
import type { Controls } from './controls.js';
import { element, pointTwips, twips } from './ooxml.js';
import { sealed } from './printable.js';
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
): Pick<IParagraphOptions, 'children' | 'tabStops'> {
  const leads = content.some((inline) => inline.type === 'field' && runsToEdge(inline, blanks));
  const justified = blanks.align === 'justify';
  const children = joined(content).flatMap((inline): XmlComponent | XmlComponent[] => {
    const revision = inline.revision ?? paragraphs;
    switch (inline.type) {
      case 'text':
        return textRuns(justified ? { ...inline, value: forJustifiedLines(inline.value) } : inline, language, revision, tracks, syllables);
      case 'break':
        return trackedRun(new TextRun({ break: 1 }), revision, tracks);
      case 'checkbox':
        return controls.checkbox(inline, revision);
      case 'field': {
        const signed = inline.kind === 'signature';
        const drawn = line(inline, blanks, !signed, revision);
        return signed ? trackedRun(drawn, revision, tracks) : controls.field(inline, drawn, revision);
      }
    }
  });
  return {
    // The type lists the library's own classes; it writes any element.
    children: children as ParagraphChild[],
    ...(leads && { tabStops: [{ type: TabStopType.RIGHT, position: blanks.edge, leader: LeaderType.UNDERSCORE }] }),
  };
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
): XmlComponent[] =>
  languageRuns(value, documentLanguage).map(({ text, language, rightToLeft }) => {
    const parts = syllables?.(text, language ?? documentLanguage) ?? [text];
    const run = {
      // The character U+00AD would be an ordinary hyphen to Word.
      ...(parts.length > 1 && revision === null
        ? { children: parts.flatMap((part, at) => (at === 0 ? [sealed(part)] : [new SoftHyphen(), sealed(part)])) }
        : { text: sealed(text) }),
      ...(strong && { bold: true }),
      ...(emphasis && { italics: true }),
      ...(rightToLeft
        ? { rightToLeft, language: { bidirectional: language ?? documentLanguage } }
        : language !== null && { language: { value: language } }),
    };
    if (revision === null) return new TextRun(run);
    return revision === 'inserted'
      ? new InsertedTextRun({ ...run, ...tracks.change() })
      : new DeletedTextRun({ ...run, ...tracks.change() });
  });

function line(field: Field, blanks: Blanks, placeholder: boolean, revision: Revision | null): XmlComponent {
  const style = placeholder ? [element('w:rPr', {}, element('w:rStyle', { 'w:val': 'PlaceholderText' }))] : [];
  return element('w:r', {}, ...style, lineContent(field, blanks, revision));
}

function lineContent(field: Field, blanks: Blanks, revision: Revision | null): XmlComponent {
  const { width, pattern } = field;
  const words = (text: string): XmlComponent => element(wordsElement(revision), { 'xml:space': 'preserve' }, text);
  if (pattern !== undefined) return words(sealed(pattern).replaceAll(' ', noBreakSpace));
  // Wide enough to be hit with the mouse.
  if (blanks.lines === 'place' || (blanks.lines === 'cell' && width === 0)) return words(noBreakSpace.repeat(8));
  if (runsToEdge(field, blanks)) return element('w:tab');
  // A centred or right-aligned line has no edge to run to: a third of the place is a line that people can use.
  const length = width === 0 ? blanks.edge / 3 : twips(width);
  return words('_'.repeat(Math.max(3, Math.round(length / pointTwips(blanks.size * underscore[blanks.font])))));
}
