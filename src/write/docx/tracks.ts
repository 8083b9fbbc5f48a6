/** Tracked changes: the marks by which Word knows what one of two versions has and the other has not. */
import type { Document, Revision } from '../../document/document.js';
import { element } from './ooxml.js';
import type { Element } from './ooxml.js';

/** Whose change it is and when it was made, under a number that no other change of the document has. */
export interface Change {
  id: number;
  author: string;
  date: string;
}

export interface Tracks {
  /** Whether the document is two versions in one. */
  readonly ofTwo: boolean;
  /** The next change. */
  change(): Change;
}

/** The marks of one document, numbered in its order. A day without an hour is written as its midnight. */
export function openTracks(redline: Document['redline']): Tracks {
  let count = 0;
  const author = redline?.author ?? '';
  const date = `${redline?.date ?? '2000-01-01'}T00:00:00Z`;
  return {
    ofTwo: redline !== undefined,
    change() {
      count += 1;
      return { id: count, author, date };
    },
  };
}

const runMarks = { inserted: 'w:ins', deleted: 'w:del' } as const;

/** Words that are struck out have an element of their own. */
export const wordsElement = (revision: Revision | null): 'w:t' | 'w:delText' => (revision === 'deleted' ? 'w:delText' : 'w:t');

/** A run as a part of its version. */
export const trackedRun = (run: Element, revision: Revision | null, tracks: Tracks): Element =>
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
export function insertedControl(tracks: Tracks, build: (first: Element, last: Element) => Element): Element[] {
  const range = (): [Element, Element] => {
    const change = tracks.change();
    return [element('w:customXmlInsRangeStart', attributesOf(change)), element('w:customXmlInsRangeEnd', { 'w:id': change.id })];
  };
  const [openStart, openEnd] = range();
  const [closeStart, closeEnd] = range();
  return [openStart, build(openEnd, closeStart), closeEnd];
}

/**
 * The mark of a paragraph at its end, or of a row, if it has one: when the text of a paragraph and this mark go, the
 * paragraph is gone. What is in it is marked as well.
 */
export const tracked = (revision: Revision | null | undefined, tracks: Tracks): { mark?: Element } =>
  revision ? { mark: element(runMarks[revision], attributesOf(tracks.change())) } : {};

/** What the properties of a paragraph were before. */
export const formerly = (properties: Element, tracks: Tracks): Element => element('w:pPrChange', attributesOf(tracks.change()), properties);
