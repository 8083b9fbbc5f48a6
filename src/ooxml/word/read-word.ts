/** Reads a Word file into what a person sees of it. */
import { openPackage } from '../package.js';
import type { Relationship } from '../package.js';
import { childOf, elementsOf, isOn, valOf } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';
import { readBlocks } from './blocks.js';
import { openNumbering } from './numbering.js';
import type { ListCounters } from './numbering.js';
import { formattedNumber } from './number-formats.js';
import { noted, relationshipsOf } from './reading.js';
import type { FileReading, NoteReference, Story } from './reading.js';
import { openStyleSheet } from './style-sheet.js';
import { withTypedNumbers } from './typed-pieces.js';
import type { WordNoteKind, WordText } from './word-text.js';

/**
 * Reads a .docx file of any program, in the transitional or the strict form. Throws a Refusal with `word-not-docx`,
 * `word-encrypted`, `word-macros`, `word-too-large`, `word-damaged` or `word-doctype`.
 */
export function readWord(bytes: Uint8Array): WordText {
  const file = openPackage(bytes, 'word');
  const relationships = relationshipsOf(file, file.main);
  const part = (type: string): Xml | null => {
    const found = [...relationships.values()].find((one) => one.type === type && !one.external);
    return found ? file.xml(found.target) : null;
  };
  const body = childOf(file.xml(file.main) ?? undefined, 'w:body') ?? null;
  const settings = part('settings') ?? undefined;
  const sections = body ? sectionsIn(body) : [];
  const styles = openStyleSheet(part('styles'));
  const reading: FileReading = {
    file,
    styles,
    numbering: openNumbering(part('numbering'), styles.listOf),
    pieces: [],
    tables: [],
    notes: new Map<WordNoteKind, number>(),
    references: [],
    sectionStarts: sections.map((section) => valOf(childOf(section, 'w:type')) ?? 'nextPage'),
    counted: { footnote: 0, endnote: 0, comment: 0 },
    markOf: marksOf(sections, settings),
    diagrams: new Set(),
    boxes: 0,
    size: 0,
  };
  const furniture = furnitureIn(sections, isOn(childOf(settings, 'w:evenAndOddHeaders')), relationships);
  // Word counts the lists of all headers and footers together.
  const counters = reading.numbering.counters();
  for (const one of furniture) if (one.area === 'header') readFurniture(one, reading, counters);
  if (body) readBlocks(body, storyOf(reading, relationships, { area: 'body' }));
  readNotes('footnote', part('footnotes'), reading, pathOf('footnotes', relationships));
  readNotes('endnote', part('endnotes'), reading, pathOf('endnotes', relationships));
  for (const one of furniture) if (one.area === 'footer') readFurniture(one, reading, counters);
  readNotes('comment', part('comments'), reading, pathOf('comments', relationships));
  return {
    pieces: withTypedNumbers(reading.pieces),
    tables: reading.tables,
    notes: [...reading.notes].map(([what, count]) => ({ what, count })),
  };
}

const pathOf = (type: string, relationships: ReadonlyMap<string, Relationship>): string =>
  [...relationships.values()].find((one) => one.type === type && !one.external)?.target ?? '';

/** In the order of the body. What they were before a tracked change stands inside of them. */
const sectionsIn = (parent: Xml): Xml[] => elementsOf(parent).flatMap((one) => (one.name === 'w:sectPr' ? [one] : sectionsIn(one)));

function storyOf(
  reading: FileReading,
  relationships: ReadonlyMap<string, Relationship>,
  place: Pick<Story['place'], 'area'> & Partial<Story['place']>,
  { counters = reading.numbering.counters(), isHidden = false }: { counters?: ListCounters; isHidden?: boolean } = {},
): Story {
  return {
    reading,
    relationships,
    place: { pages: null, mark: null, hangsOn: null, box: null, ...place },
    counters,
    isHidden,
    fields: [],
    controls: [],
    count: { paragraphs: 0 },
    startsPage: false,
    section: 0,
  };
}

interface FurniturePart {
  readonly area: 'header' | 'footer';
  readonly pages: 'default' | 'first' | 'even';
  readonly part: string;
  isUsed: boolean;
}

/** Each part once, although sections may share it. A section without a first page of its own leaves that header to nobody. */
function furnitureIn(sections: readonly Xml[], hasEven: boolean, relationships: ReadonlyMap<string, Relationship>): FurniturePart[] {
  const found = new Map<string, FurniturePart>();
  const hasFirst = sections.some((section) => isOn(childOf(section, 'w:titlePg')));
  for (const one of sections.flatMap(elementsOf)) {
    const [, area] = /^w:(header|footer)Reference$/.exec(one.name) ?? [];
    const target = relationships.get(one.attributes['r:id'] ?? '');
    if (area === undefined || !target || target.external || found.has(target.target)) continue;
    const pages = (['first', 'even'] as const).find((type) => type === one.attributes['w:type']) ?? 'default';
    const isUsed = pages === 'first' ? hasFirst : pages === 'even' ? hasEven : true;
    found.set(target.target, { area: area as FurniturePart['area'], pages, part: target.target, isUsed });
  }
  return [...found.values()];
}

function readFurniture({ area, pages, part, isUsed }: FurniturePart, reading: FileReading, counters: ListCounters): void {
  const root = reading.file.xml(part);
  if (!root) return;
  const first = reading.pieces.length;
  const story = storyOf(reading, relationshipsOf(reading.file, part), { area, pages }, { counters, isHidden: !isUsed });
  readBlocks(root, story);
  const hasWords = reading.pieces.slice(first).some((piece) => piece.kind === 'paragraph' && piece.text.trim() !== '');
  if (!isUsed && hasWords) noted(reading, 'unused-headers');
}

/** Those that the text refers to, in its order. */
function readNotes(of: NoteReference['of'], root: Xml | null, reading: FileReading, part: string): void {
  if (!root) return;
  const relationships = relationshipsOf(reading.file, part);
  const notes = new Map(elementsOf(root).map((one) => [one.attributes['w:id'] ?? '', one]));
  // Footnotes count their lists on from one to the next, comments do not.
  const counters = reading.numbering.counters();
  for (const reference of reading.references.filter((one) => one.of === of)) {
    const note = notes.get(reference.id);
    if (!note) continue;
    notes.delete(reference.id);
    const place = { area: of, mark: reference.shown, hangsOn: reference.piece };
    readBlocks(note, storyOf(reading, relationships, place, of === 'comment' ? {} : { counters }));
  }
  // Word keeps lines that part notes from the text among the notes.
  const unused = [...notes.values()].filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal');
  noted(reading, 'unused-notes', unused.length);
}

function marksOf(sections: readonly Xml[], settings: Xml | undefined): FileReading['markOf'] {
  const said = (of: string, name: string): string | undefined =>
    [...sections.toReversed(), ...(settings ? [settings] : [])]
      .map((place) => valOf(childOf(childOf(place, `w:${of}Pr`), name)))
      .find((one) => one !== undefined);
  return (of, before) => {
    const start = Number(said(of, 'w:numStart') ?? 1);
    const format = said(of, 'w:numFmt') ?? (of === 'endnote' ? 'lowerRoman' : 'decimal');
    return formattedNumber(start + before, format, null) ?? String(start + before);
  };
}
