/** What is used of pdfkit 0.20 beyond its types, which are older than the library. */

export interface Kit {
  page: KitPage;
  /** The catalogue of the file. */
  _root: KitReference;
  /** What pdfkit knows of the form when it finishes it. */
  _acroform: { fonts: object; defaultFont: string };
  outline: KitOutline;
  addPage(options: { size: [number, number]; margin: number }): void;
  /** Operators for the page's content stream; y grows downwards. */
  addContent(operators: string): void;
  /** Adds an annotation to the page. */
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): void;
  ref(data?: Record<string, unknown>): KitReference;
  addNamedEmbeddedFile(name: string, file: KitReference): void;
  openImage(data: Uint8Array): KitImage;
  image(image: KitImage, x: number, y: number, options: { width: number; height: number }): void;
  appendXML(xml: string): void;
  end(): void;
  /** Where each object begins, by its number from 1; null when it is not yet written. */
  _offsets: (number | null)[];
  /** How many bytes are written. */
  _offset: number;
  /** Writes bytes, or a line of text with a character for each byte. */
  _write(data: string | Uint8Array): void;
  /** Notes that an object is written, from its offset on. */
  _refEnd(reference: KitReference): void;
}

export interface KitPage {
  fonts: Record<string, KitReference>;
  dictionary: KitReference;
  annotations: KitReference[];
  content: KitReference;
}

/** An object of the file; pdfkit writes strings as names, and String objects as strings. */
export interface KitReference {
  readonly id: number;
  offset: number;
  data: Record<string, unknown>;
  /** Whether its stream still has to be packed. */
  compress: boolean;
  write(content: Uint8Array): void;
  /** Writes the object, with a stream if there is any content. */
  end(content?: string | Uint8Array): void;
}

export interface KitOutline {
  options: object;
  outlineData: { Count?: number };
  addItem(title: string, options: { pageNumber: number; fit: boolean; left: number; top: number; zoom: number }): KitOutline;
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
