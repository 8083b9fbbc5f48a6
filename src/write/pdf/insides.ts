/**
 * All that is used of pdfkit beyond what it documents and beyond its types, which are older than the library; read
 * in 0.20.2. `test/insides.test.ts` looks whether it is still there. Each document has these things of its own: no class
 * of pdfkit is touched.
 */
import PDFDocument from 'pdfkit';

export interface Kit {
  page: KitPage;
  outline: KitOutline;
  addPage(options: { size: [number, number]; margin: number }): void;
  /** Operators for the page's content stream; y grows downwards. */
  addContent(operators: string): void;
  /** Adds an annotation to the page. */
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): void;
  ref(data?: Record<string, unknown>): KitReference;
  /** Gives a place on the page a name; y grows downwards. */
  addNamedDestination(name: string, fit: 'XYZ', x: number, y: number, zoom: null): void;
  addNamedEmbeddedFile(name: string, file: KitReference): void;
  appendXML(xml: string): void;
  end(): void;
  /** The catalogue of the file. */
  _root: KitReference;
  /** What pdfkit knows of the form when it finishes it. */
  _acroform: { fonts: object; defaultFont: string };
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
  xobjects: Record<string, KitReference>;
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

/**
 * pdfkit's document is a stream, which would wait for its turn to be read, and hold all that it has until then. Nobody
 * reads this one.
 */
class StillDocument extends (PDFDocument as unknown as new (options: object) => Kit) {
  /** What pdfkit writes while the document comes to be. */
  declare begun: Uint8Array[];

  push(data: Uint8Array | null): boolean {
    // Later on, all but the end goes another way, and the end is no part of the file.
    if (data) ((this.begun as Uint8Array[] | undefined) ?? (this.begun = [])).push(data);
    return true;
  }
}

/** A document, and what pdfkit has written while it came to be. */
export function openKit(options: object): { kit: Kit; begun: readonly Uint8Array[] } {
  const kit = new StillDocument(options);
  return { kit, begun: kit.begun };
}

/** Sends what a document writes from now on, bytes or lines, another way. */
export function divert(kit: Kit, write: (data: string | Uint8Array) => void): void {
  kit._write = (data) => {
    write(data);
    kit._offset += data.length + (typeof data === 'string' ? 1 : 0);
  };
}

/** pdfkit begins each page with an operator; ours have content of their own. */
export function silenceDrawing(kit: Kit): void {
  kit.addContent = () => undefined;
}

/** Gives the page begun last its content, which is packed. */
export function fillPage({ page: { content } }: Kit, packed: Uint8Array): void {
  content.compress = false;
  content.write(packed);
  content.data.Filter = 'FlateDecode';
}

/** Writes an object in our own words: the entries of its dictionary, and perhaps a stream that is packed already. */
export function writeObject(kit: Kit, reference: KitReference, entries: string, stream?: Uint8Array, filter = 'FlateDecode'): void {
  reference.offset = kit._offset;
  if (stream) {
    kit._write(`${reference.id} 0 obj\n<<\n${entries}\n/Length ${stream.length}\n/Filter /${filter}\n>>\nstream`);
    kit._write(stream);
    kit._write('\nendstream\nendobj');
  } else kit._write(`${reference.id} 0 obj\n<<\n${entries}\n>>\nendobj`);
  kit._refEnd(reference);
}

/** Takes numbers for so many objects, for which pdfkit would make too much ado, and returns the first. */
export function takeNumbers(kit: Kit, count: number): number {
  const first = kit._offsets.length + 1;
  for (let number = first; number < first + count; number++) kit._offsets.push(null);
  return first;
}

/** Writes an object by a number that was taken. */
export function writeTaken(kit: Kit, number: number, entries: string): void {
  kit._offsets[number - 1] = kit._offset;
  kit._write(`${number} 0 obj\n<<\n${entries}\n>>\nendobj`);
}

export const catalogueOf = (kit: Kit): KitReference => kit._root;

/** Puts entries into the catalogue of the file. */
export const enterIntoCatalogue = (kit: Kit, entries: Record<string, unknown>): void => void Object.assign(kit._root.data, entries);

/** pdfkit sees by it that pages are read in the order of the tree, and ends it. */
export const markAsTagged = (kit: Kit): void => enterIntoCatalogue(kit, { MarkInfo: kit.ref({ Marked: true }) });

/** Puts the tree of the structure into the catalogue. pdfkit would write it when it ends; it has been written. */
export function enterStructure(kit: Kit, tree: KitReference): void {
  tree.end = () => undefined;
  enterIntoCatalogue(kit, { StructTreeRoot: tree });
}

/** Puts a form into the catalogue. pdfkit ends its dictionary if it knows a font for it. */
export function enterForm(kit: Kit, form: Record<string, unknown>, fonts: Record<string, KitReference>): void {
  enterIntoCatalogue(kit, { AcroForm: kit.ref(form) });
  kit._acroform = { fonts, defaultFont: Object.keys(fonts)[0] ?? 'none' };
}

/** Adds an annotation to the page and gives its object. */
export function annotationOn(kit: Kit, frame: { x: number; y: number; width: number; height: number }, entries: object): KitReference {
  kit.annotate(frame.x, frame.y, frame.width, frame.height, { ...entries });
  const widget = kit.page.annotations.at(-1);
  if (!widget) throw new Error('pdfkit has lost an annotation');
  return widget;
}

/** Shows a bookmark without those below it. */
export function closeBookmark({ outlineData }: KitOutline, children: number): void {
  outlineData.Count = -children;
}

/** pdfkit leaves out the count of the root, without which the outline is invalid. */
export function countBookmarks({ outline }: Kit): void {
  outline.options = { ...outline.options, expanded: true };
}

/**
 * A value of the document information. pdfkit writes it as it is into the information dictionary, which is right, and
 * into the XMP packet, where `&` and `<` must be escaped. It takes the value for the one and the string form for the other.
 */
export class InformationValue extends String {
  override toString(): string {
    return this.valueOf().replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
  }
}

/** Lets the stream of the colour profile, which is the same for all files, be packed by `pack`. */
export function packProfile(kit: Kit, pack: (content: Uint8Array) => Uint8Array): void {
  const ref = kit.ref.bind(kit);
  kit.ref = (data) => {
    const reference = ref(data);
    // Its number of colours: nothing else that pdfkit writes has it.
    if (data?.N === undefined) return reference;
    const write = reference.write.bind(reference);
    reference.compress = false;
    reference.write = (content) => {
      write(pack(content));
      reference.data.Filter = 'FlateDecode';
    };
    return reference;
  };
}
