/* Generated from schemas/theme.schema.json by `npm run types`. Do not edit. */
/**
 * The day or month on which somebody compared it with its source, such as 2026-11-29; null when nobody has yet.
 */
export type Checked = null | string;
/**
 * serif: as wide as Times New Roman; sans: as wide as Arial.
 */
export type FontFamily = 'serif' | 'sans';
/**
 * Red, green and blue as six hexadecimal digits in quotes: "1F3A5F".
 */
export type Color = string;

/**
 * What documents look like on paper, in `themes/<id>.yaml`: sheet, type, colours, numbers. Lengths are in mm, sizes of type and spaces between lines in pt. An organisation can lay its own colour and font over it.
 */
export interface Theme {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * The theme as countries and organisations name it in “layout”; the file has the same name.
   */
  id: string;
  /**
   * The standard or custom that it follows.
   */
  source: {
    /**
     * What it is called: “ГОСТ Р 7.0.97-2025”, “house style of 2026”.
     */
    citation: string;
    /**
     * Where it can be read; null when not known.
     */
    address: string | null;
    checked: Checked;
  };
  /**
   * The sheet and its margins.
   */
  page: {
    /**
     * The width of the sheet. In mm.
     */
    width: number;
    /**
     * The height of the sheet. In mm.
     */
    height: number;
    /**
     * From the edges of the sheet to the text, in mm.
     */
    margin: {
      /**
       * Above. In mm.
       */
      top: number;
      /**
       * At the right. In mm.
       */
      right: number;
      /**
       * Below. In mm.
       */
      bottom: number;
      /**
       * At the left, where sheets are bound. In mm.
       */
      left: number;
    };
  };
  /**
   * Where pages are numbered and how.
   */
  pageNumber: {
    /**
     * Where the number stands.
     */
    place: 'top-center' | 'bottom-center' | 'bottom-right';
    /**
     * The first page that shows its number. Word can leave it out on the first page only.
     */
    from: 1 | 2;
    /**
     * From the edge of the sheet to the number, and to the organisation’s own lines at the head and foot. In mm.
     */
    distance: number;
    /**
     * With the number of pages (2 / 5) or without (2).
     */
    total: boolean;
    /**
     * The size of the type in pt.
     */
    size: number;
  };
  /**
   * Its lines at the head of the first page and at the foot of all.
   */
  furniture: {
    /**
     * The size of the type in pt.
     */
    size: number;
    /**
     * Where lines begin and end.
     */
    align: 'left' | 'center';
    /**
     * Line height as a multiple of single spacing.
     */
    spacing: number;
    /**
     * What parts them from the text. In mm.
     */
    gap: number;
  };
  /**
   * The place of the code on the first page; null where the layout has none.
   */
  qr: null | {
    /**
     * The corner.
     */
    place: 'bottom-right';
    /**
     * The side of the code. In mm.
     */
    size: number;
    /**
     * From the edges of the sheet. In mm.
     */
    distance: number;
  };
  /**
   * serif: as wide as Times New Roman; sans: as wide as Arial.
   */
  font: {
    body: FontFamily;
    heading: FontFamily;
  };
  /**
   * The colours of text and lines. Text must be dark enough to be read.
   */
  color: {
    text: Color;
    accent: Color;
    rule: Color;
    shade: Color;
    tableHead: Color;
    quiet: Color;
  };
  /**
   * Paragraphs and clauses.
   */
  text: {
    /**
     * The size of the type in pt.
     */
    size: number;
    /**
     * Where lines begin and end.
     */
    align: 'left' | 'center' | 'right' | 'justify';
    /**
     * Line height as a multiple of single spacing.
     */
    spacing: number;
    /**
     * Space above in pt.
     */
    before: number;
    /**
     * Space below in pt.
     */
    after: number;
    /**
     * Of the first line of paragraphs and clauses. In mm.
     */
    indent: number;
    /**
     * Whether long words are divided at the end of a line.
     */
    hyphenate: boolean;
  };
  requisite: TextStyle;
  note: TextStyle;
  /**
   * The title of the document.
   */
  title: {
    /**
     * The size of the type in pt.
     */
    size: number;
    /**
     * Where lines begin and end.
     */
    align: 'left' | 'center' | 'right' | 'justify';
    /**
     * Line height as a multiple of single spacing.
     */
    spacing: number;
    /**
     * Space above in pt.
     */
    before: number;
    /**
     * Space below in pt.
     */
    after: number;
    /**
     * Whether it is bold.
     */
    bold: boolean;
  };
  /**
   * By their level.
   */
  heading: {
    '1': HeadingStyle;
    '2': HeadingStyle;
  };
  /**
   * How numbered clauses stand.
   */
  clause: {
    /**
     * first-line indents the first line only and lets the number run into the text, as Russian papers do; hanging sets the number in a column of its own.
     */
    style: 'first-line' | 'hanging';
    /**
     * The width of the column of numbers, where the style is hanging. In mm.
     */
    hang: number;
    /**
     * Space below in pt.
     */
    after: number;
  };
  /**
   * How lists stand.
   */
  list: {
    /**
     * What stands before the entries.
     */
    marker: {
      /**
       * Of lists with dashes.
       */
      dash: string;
      /**
       * Of lists with bullets.
       */
      bullet: string;
      /**
       * Of numbered lists: %1 is the number, such as “%1)”.
       */
      decimal: string;
    };
    /**
     * first-line indents the first line only and lets the number run into the text, as Russian papers do; hanging sets the number in a column of its own.
     */
    style: 'first-line' | 'hanging';
    /**
     * The left edge of the marker. In mm.
     */
    indent: number;
    /**
     * From there to the text. In mm.
     */
    hang: number;
    /**
     * Space below in pt.
     */
    after: number;
  };
  /**
   * How tables look.
   */
  table: {
    /**
     * The size of the type in pt.
     */
    size: number;
    /**
     * Line height as a multiple of single spacing.
     */
    spacing: number;
    /**
     * Between the text of a cell and its edges. In mm.
     */
    padding: number;
    /**
     * grid: around every cell; rows: between rows only.
     */
    border: 'grid' | 'rows';
    /**
     * Whether the head of a table is shaded.
     */
    headerShade: boolean;
    /**
     * Space above in pt.
     */
    before: number;
    /**
     * Space below in pt.
     */
    after: number;
  };
  /**
   * The list of facts at the head of a document: title, department, grade.
   */
  facts: {
    /**
     * The part of the width that the labels have, 0.36 for 36 %.
     */
    labelShare: number;
    /**
     * The size of the type in pt.
     */
    size: number;
    /**
     * Between the lines. In mm.
     */
    padding: number;
  };
  /**
   * The stamps of approval and agreement.
   */
  stamp: {
    /**
     * Of one stamp. In mm.
     */
    width: number;
    /**
     * Where lines begin and end.
     */
    align: 'left' | 'center';
    /**
     * Line height as a multiple of single spacing.
     */
    spacing: number;
    /**
     * The size of the type in pt.
     */
    size: number;
    /**
     * Space below in pt.
     */
    gapAfter: number;
  };
  /**
   * The lines on which people sign.
   */
  signature: {
    /**
     * Space above in pt.
     */
    before: number;
    /**
     * The size of the captions below the lines in pt.
     */
    captionSize: number;
  };
  /**
   * How numbers are printed: %1 is the section, %2 the clause, %3 the clause inside it.
   */
  numbering: {
    /**
     * Of sections, such as “%1.”; null prints none.
     */
    section: string | null;
    /**
     * Of clauses, such as “%1.%2.”.
     */
    clause: string;
    /**
     * Of clauses inside a clause, such as “%1.%2.%3.”.
     */
    subclause: string;
  };
}
/**
 * Size, alignment and spaces of paragraphs.
 */
export interface TextStyle {
  /**
   * The size of the type in pt.
   */
  size: number;
  /**
   * Where lines begin and end.
   */
  align: 'left' | 'center' | 'right' | 'justify';
  /**
   * Line height as a multiple of single spacing.
   */
  spacing: number;
  /**
   * Space above in pt.
   */
  before: number;
  /**
   * Space below in pt.
   */
  after: number;
}
/**
 * A style of text and what headings have besides.
 */
export interface HeadingStyle {
  /**
   * The size of the type in pt.
   */
  size: number;
  /**
   * Where lines begin and end.
   */
  align: 'left' | 'center' | 'right' | 'justify';
  /**
   * Line height as a multiple of single spacing.
   */
  spacing: number;
  /**
   * Space above in pt.
   */
  before: number;
  /**
   * Space below in pt.
   */
  after: number;
  /**
   * Whether they are bold.
   */
  bold: boolean;
  /**
   * Whether a line stands below.
   */
  rule: boolean;
  /**
   * Of the first line. In mm.
   */
  indent: number;
}
