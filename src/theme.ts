/** A layout profile: what a document looks like on paper. Lengths in mm, font sizes and spacing in pt. */
export interface Theme {
  id: string;
  /** The standard or custom that the profile follows, and the day it was checked. */
  source: { citation: string; address: string | null; checked: string };
  page: {
    /** mm */
    width: number;
    height: number;
    margin: { top: number; right: number; bottom: number; left: number };
  };
  pageNumber: {
    place: 'top-center' | 'bottom-center' | 'bottom-right';
    /** The first page that shows its number. */
    from: number;
    /** Distance of the number from the edge of the sheet, mm. */
    distance: number;
    /** With the number of pages ("2 / 5") or without ("2"). */
    total: boolean;
    size: number;
  };
  /** `serif` has the widths of Times New Roman, `sans` those of Arial. */
  font: { body: FontFamily; heading: FontFamily };
  /** RGB of headings and rules, six hexadecimal digits. */
  color: { text: string; accent: string; rule: string; shade: string };
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
