/** A layout profile: what a document looks like on paper. Lengths in mm, font sizes and spacing in pt. */
export interface Theme {
  readonly id: string;
  /** The standard or custom that the profile follows, and when it was checked; null: not yet. */
  readonly source: { readonly citation: string; readonly address: string | null; readonly checked: string | null };
  readonly page: {
    /** mm */
    readonly width: number;
    readonly height: number;
    readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  };
  readonly pageNumber: {
    readonly place: 'top-center' | 'bottom-center' | 'bottom-right';
    /** The first page that shows its number; Word can leave it out on the first page only. */
    readonly from: 1 | 2;
    /** From the edge of the sheet to the number, and to the organisation's own lines at the head and foot, mm. */
    readonly distance: number;
    /** With the number of pages ("2 / 5") or without ("2"). */
    readonly total: boolean;
    readonly size: number;
  };
  /** The organisation's lines at the head of the first page and at the foot of all; `gap` parts them from the text, mm. */
  readonly furniture: { readonly size: number; readonly align: 'left' | 'center'; readonly spacing: number; readonly gap: number };
  /** Side of the code on the first page and its distance from the edges of the sheet, mm; null prints none. */
  readonly qr: { readonly place: 'bottom-right'; readonly size: number; readonly distance: number } | null;
  /** `serif` has the widths of Times New Roman, `sans` those of Arial. */
  readonly font: { readonly body: FontFamily; readonly heading: FontFamily };
  /** RGB, six hexadecimal digits each: `accent` of headings and the letterhead, `shade` behind heads of tables, `quiet` of the footer. */
  readonly color: {
    readonly text: string;
    readonly accent: string;
    readonly rule: string;
    readonly shade: string;
    readonly tableHead: string;
    readonly quiet: string;
  };
  readonly text: TextStyle & {
    /** First-line indent of body paragraphs and clauses, mm. */
    readonly indent: number;
    readonly hyphenate: boolean;
  };
  readonly requisite: TextStyle;
  readonly note: TextStyle;
  readonly title: TextStyle & { readonly bold: boolean };
  readonly heading: Readonly<Record<'1' | '2', TextStyle & { readonly bold: boolean; readonly rule: boolean; readonly indent: number }>>;
  /**
   * How numbered clauses stand: `first-line` indents the first line only and lets the number run into the text, as
   * Russian papers do; `hanging` sets the number in a column of its own.
   */
  readonly clause: { readonly style: 'first-line' | 'hanging'; readonly hang: number; readonly after: number };
  readonly list: {
    readonly marker: { readonly dash: string; readonly bullet: string; readonly decimal: string };
    readonly style: 'first-line' | 'hanging';
    /** Left edge of the label, and the distance from there to the text, mm. */
    readonly indent: number;
    readonly hang: number;
    readonly after: number;
  };
  readonly table: {
    readonly size: number;
    readonly spacing: number;
    readonly padding: number;
    readonly border: 'grid' | 'rows';
    readonly headerShade: boolean;
    readonly before: number;
    readonly after: number;
  };
  readonly facts: { readonly labelShare: number; readonly size: number; readonly padding: number };
  readonly stamp: {
    readonly width: number;
    readonly align: 'left' | 'center';
    readonly spacing: number;
    readonly size: number;
    readonly gapAfter: number;
  };
  readonly signature: { readonly before: number; readonly captionSize: number };
  /** Patterns of printed numbers; `%1` is the section, `%2` the clause, `%3` the clause inside it; null prints none. */
  readonly numbering: { readonly section: string | null; readonly clause: string; readonly subclause: string };
}

export type FontFamily = 'serif' | 'sans';

export interface TextStyle {
  readonly size: number;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Line height as a multiple of single spacing. */
  readonly spacing: number;
  /** pt */
  readonly before: number;
  readonly after: number;
}
