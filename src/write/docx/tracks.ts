/** Tracked changes: the marks by which Word knows what one of two versions has and the other has not. */
import type { IParagraphOptions, ITableRowOptions, XmlComponent } from 'docx';
import type { Document, Revision } from '../../document/document.js';
import { element } from './ooxml.js';
import { sealed } from './printable.js';

/** Whose change it is and when it was made, under a number that no other change of the document has. */
export interface Change {
  id: number;
  author: string;
  date: string;
}

export interface Tracks {
  /** The next change. */
  change(): Change;
}

/** The marks of one document, numbered in its order. A day without an hour is written as its midnight. */
export function openTracks(redline: Document['redline']): Tracks {
  let count = 0;
  const author = sealed(redline?.author ?? '');
  const date = `${redline?.date ?? '2000-01-01'}T00:00:00Z`;
  return {
    change() {
      count += 1;
      return { id: count, author, date };
    },
  };
}

const runMarks = { inserted: 'w:ins', deleted: 'w:del' } as const;

/** Words that are struck out have an element of their own. */
export const wordsElement = (revision: Revision | null): string => (revision === 'deleted' ? 'w:delText' : 'w:t');

/** A run as a part of its version. */
export const trackedRun = (run: XmlComponent, revision: Revision | null, tracks: Tracks): XmlComponent =>
  revision ? element(runMarks[revision], attributesOf(tracks.change()), run) : run;

const attributesOf = ({ id, author, date }: Change): Record<string, string | number> => ({
  'w:id': id,
  'w:author': author,
  'w:date': date,
});

/**
 * A content control that comes, as Word writes it: `build` gets the marks that belong at the start and at the end of its
 * content, and the result stands between two more (ISO/IEC 29500-1, 17.13.5.6).
 */
export function insertedControl(tracks: Tracks, build: (first: XmlComponent, last: XmlComponent) => XmlComponent): XmlComponent[] {
  const range = (): [XmlComponent, XmlComponent] => {
    const change = tracks.change();
    return [element('w:customXmlInsRangeStart', attributesOf(change)), element('w:customXmlInsRangeEnd', { 'w:id': change.id })];
  };
  const [openStart, openEnd] = range();
  const [closeStart, closeEnd] = range();
  return [openStart, build(openEnd, closeStart), closeEnd];
}

/** The mark at the end of a paragraph: when its text and this mark go, the paragraph is gone. */
export const trackedParagraph = (revision: Revision | null, tracks: Tracks): Pick<IParagraphOptions, 'run'> =>
  revision ? { run: changeOf(revision, tracks) } : {};

/** A row of a table; what is in its cells is marked as well. */
export const trackedRow = (revision: Revision | null | undefined, tracks: Tracks): Pick<ITableRowOptions, 'insertion' | 'deletion'> =>
  revision ? changeOf(revision, tracks) : {};

/** What the library calls an insertion or a deletion. */
export const changeOf = (revision: Revision, tracks: Tracks): { insertion: Change } | { deletion: Change } =>
  revision === 'inserted' ? { insertion: tracks.change() } : { deletion: tracks.change() };
