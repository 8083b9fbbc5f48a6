import type { Block, Revisable, Revision } from '../../document/document.js';
import type { Theme } from '../../theme/theme.js';
import type { Controls } from './controls.js';
import type { Flow } from './flow.js';
import type { Numbering } from './numbering.js';
import type { Element } from './ooxml.js';
import type { Bound } from './signed-text.js';
import type { Pictures } from './pictures.js';
import type { ParagraphStyles } from './styles.js';
import type { Tracks } from './tracks.js';

/** What the writer of a block may know: the looks, what is counted through the document, and where it is writing. */
export interface Context {
  theme: Theme;
  /** Of the document, a BCP 47 tag. */
  language: string;
  styles: ParagraphStyles;
  numbering: Numbering;
  controls: Controls;
  flow: Flow;
  /** Of the place that is written to, in twips: its left edge, from the margin or the edge of the cell, and its width. */
  left: number;
  width: number;
  /** How many lists the place is inside of. */
  depth: number;
  /** The cell of a table that is written to. */
  cell: { heading: boolean; align: 'left' | 'center' | 'right' } | null;
  /** What stays on the page of what follows. */
  bound: Bound;
  /** The version that the place belongs to with all that is in it; null for both. */
  revision: Revision | null;
  tracks: Tracks;
  /** Writes blocks into the flow of the context that is given. */
  write(blocks: readonly Block[], context: Context): void;
  pictures: Pictures;
  /** The XML of an element of the text. */
  print(one: Element): string;
}

/** Where a part is written that may belong to one version only. */
export const within = ({ revision }: Revisable, context: Context): Context => (revision ? { ...context, revision } : context);
