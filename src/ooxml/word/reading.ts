/** What the readers of the parts of one Word file share: its definitions, and what has been found so far. */
import type { ReferencePackage, Relationship } from '../package.js';
import type { Xml } from '../xml-tree.js';
import type { ListCounters, Numbering } from './numbering.js';
import type { OpenField } from './fields.js';
import type { StyleSheet } from './style-sheet.js';
import type { WordControl, WordNoteKind, WordPiece, WordPlace, WordTable } from './word-text.js';

export interface FileReading {
  readonly file: ReferencePackage;
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  readonly pieces: WordPiece[];
  readonly tables: WordTable[];
  readonly notes: Map<WordNoteKind, number>;
  /** Notes and comments that the text refers to, in its order. */
  readonly references: NoteReference[];
  /** How sections of the body begin, in their order. */
  readonly sectionStarts: readonly string[];
  /** Of references that Word counts, by what they refer to. */
  readonly counted: Record<NoteReference['of'], number>;
  /** What the mark of a footnote or endnote is, by how many stand before it. */
  markOf(of: NoteReference['of'], before: number): string;
  /** Diagrams whose words have been read. */
  readonly diagrams: Set<string>;
  boxes: number;
  /** Spans and paragraphs so far. */
  size: number;
}

export interface NoteReference {
  readonly of: 'footnote' | 'endnote' | 'comment';
  readonly id: string;
  readonly shown: string;
  /** The piece on which it hangs. */
  piece: number | null;
}

/** A text that is read from its beginning to its end: the body, a header, a note, a box. */
export interface Story {
  readonly reading: FileReading;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly place: Pick<WordPlace, 'area' | 'pages' | 'mark' | 'hangsOn' | 'box'>;
  readonly counters: ListCounters;
  /** Nothing of it is shown. */
  readonly isHidden: boolean;
  /** Fields that have begun: they may end in another paragraph. */
  readonly fields: OpenField[];
  readonly controls: OpenControl[];
  /** How many paragraphs have shown something; boxes count on with the text around. */
  readonly count: { paragraphs: number };
  /** The next paragraph begins a page. */
  startsPage: boolean;
  section: number;
}

export interface OpenControl {
  readonly control: WordControl;
  /** Whether a check box is ticked; null for other controls. */
  readonly checked: boolean | null;
  /** The box has been seen. */
  isDone: boolean;
}

export function noted(reading: FileReading, what: WordNoteKind, count = 1): void {
  if (count > 0) reading.notes.set(what, (reading.notes.get(what) ?? 0) + count);
}

/** Told before something is added, so that no file grows without end. */
export function grow(reading: FileReading): void {
  reading.size += 1;
  reading.file.limitPieces(reading.size);
}

/** By their ids. */
export const relationshipsOf = (file: ReferencePackage, part: string): ReadonlyMap<string, Relationship> =>
  new Map(file.relationships(part).map((one) => [one.id, one]));

/** Properties of a thing, which are no text. */
export const isProperty = ({ name }: Xml): boolean => properties.has(name);
const properties = new Set(
  ['pPr', 'rPr', 'tblPr', 'tblGrid', 'tblPrEx', 'trPr', 'tcPr', 'sdtPr', 'sdtEndPr', 'customXmlPr', 'smartTagPr', 'sectPr', 'fldData'].map(
    (name) => `w:${name}`,
  ),
);
