/**
 * Pages of boxes: all that a painter needs. Lengths are in points, x from the left and y from the top edge of the
 * sheet; boxes stand in reading order.
 */
import type { Field, Orientation } from '../document/document.js';
import type { Face } from './fonts.js';
import type { Element } from './structure.js';

export interface Layout {
  width: number;
  height: number;
  pages: Page[];
  /** The `Document` element. */
  structure: Element;
  outline: Bookmark[];
}

export interface Page {
  readonly boxes: readonly Box[];
  /** Its name among what is kept for other documents; null for one of this document alone. */
  readonly name: string | null;
}

export interface Bookmark {
  title: string;
  /** From 0. */
  page: number;
  y: number;
  children: Bookmark[];
}

/** What a box belongs to: an element, or the look of the page, or what repeats from page to page. */
export type Mark = Element | 'layout' | 'pagination';

export type Box = TextBox | FillBox | FieldBox | CheckboxBox | ImageBox | CodeBox | DrawingBox | LinkBox;

interface Placed {
  mark: Mark;
  x: number;
  y: number;
}

/** A run of one face on one line. Its spaces are as wide as the font has them, plus `stretch`. */
export interface TextBox extends Placed {
  type: 'text';
  /** `y` is the baseline. */
  text: string;
  face: Face;
  size: number;
  /** Six hexadecimal digits. */
  color: string;
  stretch: number;
  width: number;
  /** BCP 47 tag of words that are in another language than the document. */
  language?: string;
}

/** A filled rectangle: a shade, a border or a rule. */
export interface FillBox extends Placed {
  type: 'fill';
  width: number;
  height: number;
  color: string;
}

/** A line to write on; a blank that has a form of its own is several, with text between them. */
export interface FieldBox extends Placed {
  type: 'field';
  /** `y` is the baseline of the text beside it, `face` and `size` are those of that text. */
  width: number;
  face: Face;
  size: number;
  color: string;
  name: string;
  label: string;
  kind: Field['kind'];
  /** Fills what is left of its line or cell, so that whole sentences may be written there. */
  fills: boolean;
}

/** How far below the baseline a line to write on lies, as a part of the font size, and its thickness in points. */
export const writingLine = { below: 0.16, thickness: 0.5 };

export interface CheckboxBox extends Placed {
  type: 'checkbox';
  /** `y` is the upper edge of the square. */
  side: number;
  color: string;
  name: string;
  label: string;
  checked: boolean;
}

export interface ImageBox extends Placed {
  type: 'image';
  width: number;
  height: number;
  data: Uint8Array;
  format: 'png' | 'jpeg';
  /** How it is turned before it is seen. */
  orientation?: Orientation;
}

/** A square of squares, dark where they are true, row by row. */
export interface CodeBox extends Placed {
  type: 'code';
  width: number;
  height: number;
  squares: readonly (readonly boolean[])[];
  color: string;
}

/** Rectangles and lines, the later ones over the earlier; their places are from the upper left corner of the drawing. */
export interface DrawingBox extends Placed {
  type: 'drawing';
  width: number;
  height: number;
  /** By which links lead to it. */
  name: string;
  shapes: readonly Shape[];
}

export type Shape = RectangleShape | LineShape;

export interface RectangleShape {
  readonly type: 'rectangle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Six hexadecimal digits; null leaves it open. */
  readonly fill: string | null;
  readonly edge: Stroke | null;
}

export interface LineShape {
  readonly type: 'line';
  /** From corner to corner. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly stroke: Stroke;
}

export interface Stroke {
  readonly color: string;
  readonly thickness: number;
  readonly broken: boolean;
}

/** A place that leads to a drawing; nothing is drawn there. */
export interface LinkBox extends Placed {
  type: 'link';
  width: number;
  height: number;
  /** The name of the drawing. */
  to: string;
  label: string;
}

/** Points in so many millimetres. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export const moved = <B extends Box>(box: B, down: number): B => ({ ...box, y: box.y + down });
