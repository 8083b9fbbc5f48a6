import type { Block } from '../../document.js';
import type { Theme } from '../../theme.js';
import type { Controls } from './controls.js';
import type { Flow } from './flow.js';
import type { Numbering } from './numbering.js';
import type { ParagraphStyles } from './styles.js';

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
  /** Writes blocks into the flow of the context that is given. */
  write(blocks: readonly Block[], context: Context): void;
  /** A number that no other picture of the document has. */
  nextPicture(): number;
}
