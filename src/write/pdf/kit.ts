/** What is used of pdfkit 0.20 beyond its types, which are older than the library. */
import type { Font } from 'fontkit';

export interface Kit {
  page: { fonts: Record<string, unknown>; dictionary: KitReference; annotations: KitReference[] };
  /** The catalogue of the file. */
  _root: KitReference;
  /** What pdfkit knows of the form when it finishes it. */
  _acroform: { fonts: object; defaultFont: string };
  outline: KitOutline;
  /** The font chosen last. */
  _font: KitFont;
  addPage(options: { size: [number, number]; margin: number }): void;
  registerFont(name: string, font: Font): void;
  font(name: string): void;
  /** Operators for the page's content stream; y grows downwards. */
  addContent(operators: string): void;
  markContent(tag: 'Artifact', options: { type: 'Layout' | 'Pagination' }): void;
  markStructureContent(tag: string, options?: { expanded?: string }): KitContent;
  endMarkedContent(): void;
  /** Adds an annotation to the page, and to the element that owns it. */
  annotate(x: number, y: number, width: number, height: number, options: { structParent: KitElement } & Record<string, unknown>): void;
  ref(data: Record<string, unknown>): KitReference;
  addNamedEmbeddedFile(name: string, file: KitReference): void;
  struct(role: string, options: { alt?: string; scope?: string; expanded?: string }): KitElement;
  addStructure(root: KitElement): void;
  openImage(data: Uint8Array): KitImage;
  image(image: KitImage, x: number, y: number, options: { width: number; height: number }): void;
  appendXML(xml: string): void;
  end(): void;
  read(): Buffer | null;
}

/** An object of the file; pdfkit writes strings as names, and String objects as strings. */
export interface KitReference {
  data: Record<string, unknown>;
  /** Writes the object, with a stream if there is any content. */
  end(content?: string | Uint8Array): void;
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
  subset: KitSubset;
  /** In thousandths of the font size. */
  widths: number[];
  unicode: number[][];
  ref(): KitReference;
}

export interface KitSubset {
  font: object;
  glyphs: number[];
  mapping: Record<number, number>;
  includeGlyph(glyph: number): number;
  /** The outlines written so far, and their length. */
  glyf: Uint8Array[];
  offset: number;
  /** Writes the outline of a glyph and returns its place. */
  _addGlyph(glyph: number): number;
}

export interface KitImage {
  /** Of a PNG: the parsed file, and its packed pixels. */
  imgData?: Uint8Array;
  image?: {
    width: number;
    height: number;
    /** Of one sample. */
    bits: number;
    pixelBitlength: number;
    /** Samples of a pixel, its opacity not counted. */
    colors: number;
    palette: number[];
    hasAlphaChannel: boolean;
    interlaceMethod: number;
    /** The opacity of each entry of the palette, from 0 to 255. */
    transparency: { indexed?: number[] };
    imgData: Uint8Array;
    decodePixels(use: (pixels: Uint8Array) => void): void;
  };
  /** Of a JPEG: its colours. */
  colorSpace?: string;
}
