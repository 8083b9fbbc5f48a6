/** A layout profile: what a document looks like on paper. Lengths in mm, font sizes and spacing in pt. */
export interface Theme {
  id: string;
  /** The standard or custom that the profile follows, and when it was checked; null: not yet. */
  source: { citation: string; address: string | null; checked: string | null };
  page: {
    /** mm */
    width: number;
    height: number;
    margin: { top: number; right: number; bottom: number; left: number };
  };
  pageNumber: {
    place: 'top-center' | 'bottom-center' | 'bottom-right';
    /** The first page that shows its number; Word can leave it out on the first page only. */
    from: 1 | 2;
    /** From the edge of the sheet to the number, and to the organisation's own lines at the head and foot, mm. */
    distance: number;
    /** With the number of pages ("2 / 5") or without ("2"). */
    total: boolean;
    size: number;
  };
  /** The organisation's lines at the head of the first page and at the foot of all; `gap` parts them from the text, mm. */
  furniture: { size: number; align: 'left' | 'center'; spacing: number; gap: number };
  /** Side of the code on the first page and its distance from the edges of the sheet, mm; null prints none. */
  qr: { place: 'bottom-right'; size: number; distance: number } | null;
  /** `serif` has the widths of Times New Roman, `sans` those of Arial. */
  font: { body: FontFamily; heading: FontFamily };
  /** RGB, six hexadecimal digits each: `accent` of headings and the letterhead, `shade` behind heads of tables, `quiet` of the footer. */
  color: { text: string; accent: string; rule: string; shade: string; tableHead: string; quiet: string };
  text: TextStyle & {
    /** First-line indent of body paragraphs and clauses, mm. */
    indent: number;
    hyphenate: boolean;
  };
  requisite: TextStyle;
  note: TextStyle;
  title: TextStyle & { bold: boolean };
  heading: Record<'1' | '2', TextStyle & { bold: boolean; rule: boolean; indent: number }>;
  /**
   * How numbered clauses stand: `first-line` indents the first line only and lets the number run into the text, as
   * Russian papers do; `hanging` sets the number in a column of its own.
   */
  clause: { style: 'first-line' | 'hanging'; hang: number; after: number };
  list: {
    marker: { dash: string; bullet: string; decimal: string };
    style: 'first-line' | 'hanging';
    /** Left edge of the label, and the distance from there to the text, mm. */
    indent: number;
    hang: number;
    after: number;
  };
  table: { size: number; spacing: number; padding: number; border: 'grid' | 'rows'; headerShade: boolean; before: number; after: number };
  facts: { labelShare: number; size: number; padding: number };
  stamp: { width: number; align: 'left' | 'center'; spacing: number; size: number; gapAfter: number };
  signature: { before: number; captionSize: number };
  /** Patterns of printed numbers; `%1` is the section, `%2` the clause, `%3` the clause inside it; null prints none. */
  numbering: { section: string | null; clause: string; subclause: string };
}

export type FontFamily = 'serif' | 'sans';

export interface TextStyle {
  size: number;
  align: 'left' | 'center' | 'right' | 'justify';
  /** Line height as a multiple of single spacing. */
  spacing: number;
  /** pt */
  before: number;
  after: number;
}
