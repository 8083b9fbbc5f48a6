/** A spreadsheet: its sheets, cells and formulas, for a writer that knows nothing of roles. It imports nothing. */

export interface Workbook {
  title: string;
  subject: string;
  author: string;
  keywords: string[];
  /** BCP 47 tag of all words. */
  language: string;
  role: { id: string; version: string };
  /** Id of the layout profile, and the organisation's own look. */
  layout: string;
  brand: { accent?: string; font?: 'serif' | 'sans' };
  sheets: Sheet[];
}

/** A title, lines of facts, one table, remarks below it. */
export interface Sheet {
  /** On its tab: at most 31 characters, none of `[]:*?/\`. */
  name: string;
  title: string;
  /** Above the table; the facts of a line stand side by side. */
  facts: Fact[][];
  columns: Column[];
  rows: Cell[][];
  /** Below the rows, of the same columns. */
  totals: Cell[][];
  remarks: string[];
}

/** A label over one column and its value over another. */
export interface Fact {
  label: string;
  labelAt: string;
  value: Cell;
  valueAt: string;
}

export interface Column {
  id: string;
  heading: string;
  /** In characters. */
  width: number;
  /** What people fill into its cells; they get a list, or a message when they write something else. */
  entry?: Entry;
  /** The entry with which a row is dealt with. */
  settledBy?: string;
}

export type Entry =
  | { of: 'words' }
  | { of: 'date' | 'number'; otherwise: Warning }
  | { of: 'choice'; choices: string[]; otherwise: Warning };

/** What is said when an entry is not of its kind. */
export interface Warning {
  title: string;
  message: string;
}

/** `day` is a date with its weekday; `percent` shows 0.95 as 95 %; tenths have one decimal. */
export type Format = 'plain' | 'whole' | 'tenths' | 'percent' | 'percent-tenths' | 'date' | 'day';

export type Cell =
  | { type: 'text'; text: string; tone?: 'strong' | 'warning' }
  | { type: 'number'; value: number; format: Format; tone?: 'strong' }
  | { type: 'date'; date: string; format: 'date' | 'day' }
  /**
   * A formula in the notation of Excel files: English names, commas. `{actual}` is the cell of that column in the same row,
   * `{actual:}` all of its rows. `value` is what comes out as long as nothing is filled in.
   */
  | { type: 'formula'; formula: string; value: string | number; format: Format; tone?: 'strong' | 'warning' }
  /** To be filled in; `value` stands there to begin with. */
  | { type: 'entry'; value?: string | number; format: Format }
  | { type: 'empty' };
