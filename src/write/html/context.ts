import type { TableRoom } from '../../document/columns.js';
import type { Block, Title } from '../../document/document.js';
import type { Markup } from './markup.js';
import type { Measures } from './measures.js';

/** What the writer of a block may know: what is named and measured through the document, and where it is writing. */
export interface Context {
  /** BCP 47 tag of the document. */
  language: string;
  /** The first title, which is the heading of the whole document. */
  heading: Title | null;
  /** The level of the headings of sections here, from 2. */
  level: number;
  /** What labelled values are called where they are folded away on a small screen; null where they are not. */
  folded: string | null;
  /** Words beside a blank say already what belongs in it: the heading of a column, a label, a caption. */
  labelled: boolean;
  /** The id of an element, once only in a document; null for an entry without one. */
  anchor(id: string | null): string | null;
  /** The name of a control, once only in a document. */
  control(name: string): string;
  measures: Measures;
  /** Where a table stands on paper. */
  table: TableRoom;
  write(blocks: readonly Block[], context: Context): Markup[];
}

/** Gives each name once: the first that asks has it as it is, the others with a number. */
export function openNames(): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    let name = wanted;
    for (let count = 2; given.has(name); count++) name = `${wanted}-${count}`;
    given.add(name);
    return name;
  };
}
