/**
 * The document tree: what stands between the templates, which build it, and the writers, which print it.
 *
 * The tree is complete. Numbers ("2.1."), list labels ("–"), resolved texts and the names of fields are in it, so
 * that every writer prints the same document and none has to add anything. This file imports nothing.
 */

/** The languages that documents are written in. What a new one needs is told in docs/extending.md. */
export const locales = ['ru', 'en', 'nl'] as const;
export type Locale = (typeof locales)[number];

/** Which of two versions something belongs to; what belongs to both has none. Only a redline has any. */
export type Revision = 'inserted' | 'deleted';

/** A part that may belong, with everything inside, to one version only. */
export interface Revisable {
  readonly revision?: Revision;
}

export interface Document {
  /** The kind of document, such as `job-description`. */
  readonly kind: string;
  readonly locale: Locale;
  /** BCP 47 tag of the language and its country, such as `en-GB`. */
  readonly language: string;
  /** Id of the layout profile, such as `gost-2025`. */
  readonly layout: string;
  readonly title: string;
  readonly subject: string;
  /** The organisation, or an empty string in a blank form. */
  readonly author: string;
  readonly keywords: readonly string[];
  readonly role: { readonly id: string; readonly version: string };
  /** `landscape` turns the sheets of the layout profile on their long side, for wide tables. */
  readonly orientation?: 'landscape';
  /** What the organisation wants of the look; the layout profile has the rest. */
  readonly brand?: Brand;
  /** Outside the text, at the head of the first page. */
  readonly letterhead?: Letterhead;
  /** Lines outside the text, at the foot of every page. */
  readonly footer?: readonly (readonly Inline[])[];
  /** Outside the text, at the foot of every page; without it only the number of the page stands there. */
  readonly identity?: Identity;
  /** Outside the text, in a corner of the first page. */
  readonly code?: Code;
  /** What a reader of a list of steps sees first on a small screen. Paper has none of it. */
  readonly guide?: Guide;
  /** Makes the tree a redline: two versions in one, and who proposes the newer one, on which day (YYYY-MM-DD). */
  readonly redline?: { readonly author: string; readonly date: string };
  readonly blocks: readonly Block[];
}

export interface Brand {
  /** RGB of headings, rules and heads of tables, six hexadecimal digits. */
  readonly accent?: string;
  /** In place of both families of the profile. */
  readonly font?: 'serif' | 'sans';
}

export interface Letterhead {
  /** Above the lines. */
  readonly logo: Figure | null;
  readonly lines: readonly (readonly Inline[])[];
}

/** The words around the next step, which is the first row of a table whose box is not ticked. */
export interface Guide {
  /** Before the step: “Next step”. */
  readonly next: string;
  /** In its place when all are ticked. */
  readonly done: string;
  /** What the labelled values are called where they are folded away. */
  readonly facts: string;
  /** Who helps, after what they are called here, with an address for mail where it is known. */
  readonly help: { readonly label: string; readonly name: string; readonly mail: string | null };
}

/** One line that tells whose paper a single sheet is, and which sheet of it. */
export interface Identity {
  /** Ends in an ellipsis where the sheet has no room for all of it. */
  readonly title: string;
  /** What stands behind the title: the number or the person, the version. */
  readonly marks: readonly string[];
  /** The words before, between and after the number of the page and that of all pages: “page 2 of 8”. */
  readonly page: readonly [before: string, between: string, after: string];
}

/** A square code that programs read. */
export interface Code {
  /** What it holds. */
  readonly text: string;
  /** What it holds, for people who cannot see it. */
  readonly alt: string;
  /** The dark squares, row by row, without the white edge around. */
  readonly squares: readonly (readonly boolean[])[];
}

export type Block = Title | Paragraph | Section | Clause | List | Table | Facts | Stamps | Signature | Figure | Chart;
export type Inline = Text | Field | Checkbox | Break;

/** The name of the document, one line each; the first line is the kind of document. */
export interface Title extends Revisable {
  readonly type: 'title';
  readonly lines: readonly (readonly Inline[])[];
}

/**
 * A paragraph without a number.
 * - `body`: running text, first line indented where the profile wants it
 * - `lead`: a line that introduces what follows and stays with it
 * - `requisite`: organisation name, date, number, place: above or under the title
 * - `note`: smaller text after a table or at the end
 */
export interface Paragraph extends Revisable {
  readonly type: 'paragraph';
  readonly style: 'body' | 'lead' | 'requisite' | 'note';
  readonly align: 'left' | 'center' | 'right' | null;
  readonly content: readonly Inline[];
}

export interface Section extends Revisable {
  readonly type: 'section';
  readonly id: string;
  readonly level: 1 | 2;
  /** The printed number, such as `2.`, or null where the profile has none. */
  readonly number: string | null;
  /** The number in the older version, where that is another. */
  readonly formerNumber?: string;
  readonly heading: readonly Inline[];
  /** Starts on a new page. */
  readonly breakBefore: boolean;
  readonly children: readonly Block[];
}

/** A numbered statement, the unit that people cite. Clauses inside a clause continue its number. */
export interface Clause extends Revisable {
  readonly type: 'clause';
  readonly id: string;
  /** 1 for a clause of a section, 2 for a clause inside it. */
  readonly level: 1 | 2;
  readonly number: string;
  /** The number in the older version, where that is another. */
  readonly formerNumber?: string;
  readonly content: readonly Inline[];
  readonly children: readonly Block[];
}

export interface List extends Revisable {
  readonly type: 'list';
  readonly marker: 'dash' | 'bullet' | 'decimal';
  readonly items: readonly Item[];
}

export interface Item extends Revisable {
  readonly id: string | null;
  /** The printed label: `–`, `•`, `1)`. */
  readonly label: string;
  /** The label in the older version, where that is another. */
  readonly formerLabel?: string;
  readonly content: readonly Inline[];
  readonly children: readonly Block[];
}

export interface Table extends Revisable {
  readonly type: 'table';
  readonly id: string;
  /** What the table shows; null when nothing need be said. */
  readonly caption: readonly Inline[] | null;
  /** Only for people who cannot see the table: the words above it say the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column[];
  /** Repeated on every page. */
  readonly header: readonly Cell[];
  readonly rows: readonly Row[];
}

export interface Column {
  /** Relative width. */
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface Row extends Revisable {
  readonly id: string | null;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** At least one paragraph or list; an empty cell holds one paragraph without content. */
  readonly children: readonly (Paragraph | List)[];
}

/** Labelled values without lines, such as the head of a Dutch or British job description. */
export interface Facts extends Revisable {
  readonly type: 'facts';
  readonly rows: readonly Fact[];
}

export interface Fact extends Revisable {
  readonly label: readonly Inline[];
  readonly value: readonly Inline[];
}

/** The approval and agreement blocks at the top of the first page, side by side. */
export interface Stamps extends Revisable {
  readonly type: 'stamps';
  readonly left: Stamp | null;
  readonly right: Stamp | null;
}

export interface Stamp {
  readonly lines: readonly (readonly Inline[])[];
}

/** A lead-in and a row of places to sign, name and date; never alone on a page. */
export interface Signature extends Revisable {
  readonly type: 'signature';
  readonly id: string;
  readonly lead: readonly Inline[];
  readonly cells: readonly SignatureCell[];
}

export interface SignatureCell {
  /** Relative width. */
  readonly share: number;
  readonly content: readonly Inline[];
  /** The small words under the line, such as `(подпись)`. */
  readonly caption: string | null;
}

/** How a picture is turned before it is looked at (Exif 2.32, tag 274): 1 as it is stored, 5 to 8 from lying on a side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Figure extends Revisable {
  readonly type: 'figure';
  /** Bytes of a PNG or JPEG file. */
  readonly data: Uint8Array;
  readonly format: 'png' | 'jpeg';
  /** 1, as the pixels are stored, where it is left out. */
  readonly orientation?: Orientation;
  /** Printed size in mm, as it is seen. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly align: 'left' | 'center' | 'right';
}

/**
 * A drawing of who is above whom, on one sheet. Lengths are in mm from its upper left corner, sizes of type in pt; all
 * texts are broken into lines, so that writers only draw. What it shows stands in words elsewhere in the document.
 */
export interface Chart extends Revisable {
  readonly type: 'chart';
  /** Unique in the document; boxes of other charts lead here by it. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, in a sentence. */
  readonly alt: string;
  readonly boxes: readonly ChartBox[];
  /** Each from corner to corner. */
  readonly lines: readonly (readonly ChartPoint[])[];
}

export type ChartPoint = readonly [x: number, y: number];

export interface ChartBox {
  /** Unique in the chart. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /**
   * - `top`: whoever the chart is about
   * - `head`: of a department
   * - `plain`: anybody else
   * - `away`: whoever has a box of their own in another chart
   */
  readonly look: 'top' | 'head' | 'plain' | 'away';
  /** With a broken edge: nobody is there. */
  readonly vacant: boolean;
  /** RGB of the band along its left edge, six hexadecimal digits; null for none. */
  readonly band: string | null;
  readonly texts: readonly ChartText[];
  /** The chart that shows more of it. */
  readonly leadsTo: ChartLink | null;
}

/** The width of the band along the edge of a box, mm. */
export const chartBand = 1.2;

export interface ChartLink {
  /** The id of a chart. */
  readonly chart: string;
  /** Where a click leads, for those who do not see the box: “Head of sales: sheet 5”. */
  readonly label: string;
}

/** A line of text in a box. */
export interface ChartText {
  /** From the left edge of the chart, and the baseline from its upper edge. */
  readonly x: number;
  readonly y: number;
  readonly value: string;
  /** pt */
  readonly size: number;
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** `link` says where the box leads. */
  readonly tone: 'text' | 'quiet' | 'link';
}

export interface Text extends Revisable {
  readonly type: 'text';
  readonly value: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** What a voice says in place of an abbreviation: `статья` for «ст.». */
  readonly expansion?: string;
}

/** A blank to fill in: a line on paper, a field on screen. */
export interface Field extends Revisable {
  readonly type: 'field';
  /** Unique in the document. */
  readonly name: string;
  /** What belongs here, in the language of the document. */
  readonly label: string;
  readonly kind: 'text' | 'date' | 'signature';
  /** Width in mm; 0 fills what is left of the line or cell. */
  readonly width: number;
  /** How the blank is drawn where custom has a form for it, such as «__» ________ 20__ г.; underscores are lines. */
  readonly pattern?: string;
}

export interface Checkbox extends Revisable {
  readonly type: 'checkbox';
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
}

export interface Break extends Revisable {
  readonly type: 'break';
}

export const text = (value: string, style: { strong?: boolean; emphasis?: boolean } = {}): Text => ({
  type: 'text',
  value,
  strong: style.strong ?? false,
  emphasis: style.emphasis ?? false,
});

export const paragraph = (content: readonly Inline[], style: Paragraph['style'] = 'body', align: Paragraph['align'] = null): Paragraph => ({
  type: 'paragraph',
  style,
  align,
  content,
});
