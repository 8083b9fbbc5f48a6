/**
 * The document tree: what stands between the templates, which build it, and the writers, which print it.
 *
 * The tree is complete. Numbers ("2.1."), list labels ("–"), resolved texts and the names of fields are in it, so
 * that every writer prints the same document and none has to add anything. This file imports nothing.
 */

export type Locale = 'ru' | 'en' | 'nl';

/** Which of two versions something belongs to; what belongs to both has none. Only a redline has any. */
export type Revision = 'inserted' | 'deleted';

/** A part that may belong, with everything inside, to one version only. */
export interface Revisable {
  revision?: Revision;
}

export interface Document {
  /** The kind of document, such as `job-description`. */
  kind: string;
  locale: Locale;
  /** BCP 47 tag of the language and its country, such as `en-GB`. */
  language: string;
  /** Id of the layout profile, such as `gost-2025`. */
  layout: string;
  title: string;
  subject: string;
  /** The organisation, or an empty string in a blank form. */
  author: string;
  keywords: string[];
  role: { id: string; version: string };
  /** `landscape` turns the sheets of the layout profile on their long side, for wide tables. */
  orientation?: 'landscape';
  /** What the organisation wants of the look; the layout profile has the rest. */
  brand?: Brand;
  /** Outside the text, at the head of the first page. */
  letterhead?: Letterhead;
  /** Lines outside the text, at the foot of every page. */
  footer?: Inline[][];
  /** Outside the text, in a corner of the first page. */
  code?: Code;
  /** Makes the tree a redline: two versions in one, and who proposes the newer one, on which day (YYYY-MM-DD). */
  redline?: { author: string; date: string };
  blocks: Block[];
}

export interface Brand {
  /** RGB of headings, rules and heads of tables, six hexadecimal digits. */
  accent?: string;
  /** In place of both families of the profile. */
  font?: 'serif' | 'sans';
}

export interface Letterhead {
  /** Above the lines. */
  logo: Figure | null;
  lines: Inline[][];
}

/** A square code that programs read. */
export interface Code {
  /** What it holds. */
  text: string;
  /** What it holds, for people who cannot see it. */
  alt: string;
  /** The dark squares, row by row, without the white edge around. */
  squares: boolean[][];
}

export type Block = Title | Paragraph | Section | Clause | List | Table | Facts | Stamps | Signature | Figure;
export type Inline = Text | Field | Checkbox | Break;

/** The name of the document, one line each; the first line is the kind of document. */
export interface Title extends Revisable {
  type: 'title';
  lines: Inline[][];
}

/**
 * A paragraph without a number.
 * - `body`: running text, first line indented where the profile wants it
 * - `lead`: a line that introduces what follows and stays with it
 * - `requisite`: organisation name, date, number, place: above or under the title
 * - `note`: smaller text after a table or at the end
 */
export interface Paragraph extends Revisable {
  type: 'paragraph';
  style: 'body' | 'lead' | 'requisite' | 'note';
  align: 'left' | 'center' | 'right' | null;
  content: Inline[];
}

export interface Section extends Revisable {
  type: 'section';
  id: string;
  level: 1 | 2;
  /** The printed number, such as `2.`, or null where the profile has none. */
  number: string | null;
  /** The number in the older version, where that is another. */
  formerNumber?: string;
  heading: Inline[];
  /** Starts on a new page. */
  breakBefore: boolean;
  children: Block[];
}

/** A numbered statement, the unit that people cite. Clauses inside a clause continue its number. */
export interface Clause extends Revisable {
  type: 'clause';
  id: string;
  /** 1 for a clause of a section, 2 for a clause inside it. */
  level: 1 | 2;
  number: string;
  /** The number in the older version, where that is another. */
  formerNumber?: string;
  content: Inline[];
  children: Block[];
}

export interface List extends Revisable {
  type: 'list';
  marker: 'dash' | 'bullet' | 'decimal';
  items: Item[];
}

export interface Item extends Revisable {
  id: string | null;
  /** The printed label: `–`, `•`, `1)`. */
  label: string;
  /** The label in the older version, where that is another. */
  formerLabel?: string;
  content: Inline[];
  children: Block[];
}

export interface Table extends Revisable {
  type: 'table';
  id: string;
  /** What the table shows; null when nothing need be said. */
  caption: Inline[] | null;
  /** Only for people who cannot see the table: the words above it say the same. */
  captionHidden?: boolean;
  columns: Column[];
  /** Repeated on every page. */
  header: Cell[];
  rows: Row[];
}

export interface Column {
  /** Relative width. */
  share: number;
  align: 'left' | 'center' | 'right';
}

export interface Row extends Revisable {
  id: string | null;
  cells: Cell[];
}

export interface Cell {
  /** At least one paragraph or list; an empty cell holds one paragraph without content. */
  children: (Paragraph | List)[];
}

/** Labelled values without lines, such as the head of a Dutch or British job description. */
export interface Facts extends Revisable {
  type: 'facts';
  rows: Fact[];
}

export interface Fact extends Revisable {
  label: Inline[];
  value: Inline[];
}

/** The approval and agreement blocks at the top of the first page, side by side. */
export interface Stamps extends Revisable {
  type: 'stamps';
  left: Stamp | null;
  right: Stamp | null;
}

export interface Stamp {
  lines: Inline[][];
}

/** A lead-in and a row of places to sign, name and date; never alone on a page. */
export interface Signature extends Revisable {
  type: 'signature';
  id: string;
  lead: Inline[];
  cells: SignatureCell[];
}

export interface SignatureCell {
  /** Relative width. */
  share: number;
  content: Inline[];
  /** The small words under the line, such as `(подпись)`. */
  caption: string | null;
}

export interface Figure extends Revisable {
  type: 'figure';
  /** Bytes of a PNG or JPEG file. */
  data: Uint8Array;
  format: 'png' | 'jpeg';
  /** Printed size in mm. */
  width: number;
  height: number;
  alt: string;
  align: 'left' | 'center' | 'right';
}

export interface Text extends Revisable {
  type: 'text';
  value: string;
  strong: boolean;
  emphasis: boolean;
  /** What a voice says in place of an abbreviation: `статья` for «ст.». */
  expansion?: string;
}

/** A blank to fill in: a line on paper, a field on screen. */
export interface Field extends Revisable {
  type: 'field';
  /** Unique in the document. */
  name: string;
  /** What belongs here, in the language of the document. */
  label: string;
  kind: 'text' | 'date' | 'signature';
  /** Width in mm; 0 fills what is left of the line or cell. */
  width: number;
  /** How the blank is drawn where custom has a form for it, such as «__» ________ 20__ г.; underscores are lines. */
  pattern?: string;
}

export interface Checkbox extends Revisable {
  type: 'checkbox';
  name: string;
  label: string;
  checked: boolean;
}

export interface Break extends Revisable {
  type: 'break';
}

export const text = (value: string, style: { strong?: boolean; emphasis?: boolean } = {}): Text => ({
  type: 'text',
  value,
  strong: style.strong ?? false,
  emphasis: style.emphasis ?? false,
});

export const paragraph = (content: Inline[], style: Paragraph['style'] = 'body', align: Paragraph['align'] = null): Paragraph => ({
  type: 'paragraph',
  style,
  align,
  content,
});

/** Every block of the tree in reading order, parents before their children; cells of tables included. */
export function* walk(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    switch (block.type) {
      case 'section':
      case 'clause':
        yield* walk(block.children);
        break;
      case 'list':
        for (const item of block.items) yield* walk(item.children);
        break;
      case 'table':
        for (const cell of [...block.header, ...block.rows.flatMap((row) => row.cells)]) yield* walk(cell.children);
        break;
      default:
    }
  }
}

/** Every run of inline content in reading order. */
export function* contents(blocks: readonly Block[]): Generator<Inline[]> {
  for (const block of blocks) {
    switch (block.type) {
      case 'title':
        yield* block.lines;
        break;
      case 'paragraph':
        yield block.content;
        break;
      case 'section':
        yield block.heading;
        yield* contents(block.children);
        break;
      case 'clause':
        yield block.content;
        yield* contents(block.children);
        break;
      case 'list':
        for (const item of block.items) {
          yield item.content;
          yield* contents(item.children);
        }
        break;
      case 'table':
        if (block.caption) yield block.caption;
        for (const cell of [...block.header, ...block.rows.flatMap((row) => row.cells)]) yield* contents(cell.children);
        break;
      case 'facts':
        for (const row of block.rows) {
          yield row.label;
          yield row.value;
        }
        break;
      case 'stamps':
        for (const stamp of [block.left, block.right]) if (stamp) yield* stamp.lines;
        break;
      case 'signature':
        yield block.lead;
        for (const cell of block.cells) yield cell.content;
        break;
      case 'figure':
        break;
    }
  }
}

/** The words of inline content; a blank gives nothing, a line break gives a space. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.type === 'text' ? inline.value : inline.type === 'break' ? ' ' : '')).join('');
}
