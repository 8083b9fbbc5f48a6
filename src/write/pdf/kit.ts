/** What is used of pdfkit 0.20 beyond its types, which are older than the library. */
import type { Font } from 'fontkit';

export interface Kit {
  page: { fonts: Record<string, unknown> };
  outline: KitOutline;
  /** The font chosen last. */
  _font: KitFont;
  addPage(options: { size: [number, number]; margin: number }): void;
  registerFont(name: string, font: Font): void;
  font(name: string): void;
  /** Operators for the page's content stream; y grows downwards. */
  addContent(operators: string): void;
  markContent(tag: 'Artifact', options: { type: 'Layout' | 'Pagination' }): void;
  markStructureContent(tag: string): KitContent;
  endMarkedContent(): void;
  struct(role: string, options: { alt?: string; scope?: string }): KitElement;
  addStructure(root: KitElement): void;
  openImage(data: Uint8Array): KitImage;
  image(image: KitImage, x: number, y: number, options: { width: number; height: number }): void;
  appendXML(xml: string): void;
  end(): void;
  read(): Buffer | null;
}

export interface KitOutline {
  options: object;
  outlineData: { Count?: number };
  addItem(title: string, options: { pageNumber: number; fit: boolean; left: number; top: number; zoom: number }): KitOutline;
}

/** Marked content on a page. */
export type KitContent = object;

export interface KitElement {
  dictionary: { data: Record<string, unknown> };
  add(child: KitElement | KitContent): void;
  end(): void;
}

/** A font as it will be embedded: the glyphs used so far, by their number in the subset. */
export interface KitFont {
  id: string;
  subset: { glyphs: number[]; mapping: Record<number, number>; includeGlyph(glyph: number): number };
  /** In thousandths of the font size. */
  widths: number[];
  unicode: number[][];
  ref(): unknown;
}

export interface KitImage {
  /** Of a PNG: the parsed file. */
  image?: {
    hasAlphaChannel: boolean;
    interlaceMethod: number;
    transparency: { indexed?: unknown };
    imgData: Uint8Array;
    decodePixels(use: (pixels: Uint8Array) => void): void;
  };
  /** Of a JPEG: its colours. */
  colorSpace?: string;
}
