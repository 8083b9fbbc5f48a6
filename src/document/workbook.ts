/** A spreadsheet: its sheets, cells and formulas, for a writer that knows nothing of roles. It imports nothing. */

export interface Workbook {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  /** BCP 47 tag of all words. */
  readonly language: string;
  readonly role: { readonly id: string; readonly version: string };
  /** Id of the layout profile, and the organisation's own look. */
  readonly layout: string;
  readonly brand: { readonly accent?: string; readonly font?: 'serif' | 'sans' };
  readonly sheets: readonly Sheet[];
}

/** A title, lines of facts, one table, remarks below it. */
export interface Sheet {
  /** On its tab: at most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly title: string;
  /** Above the table; the facts of a line stand side by side. */
  readonly facts: readonly (readonly Fact[])[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Below the rows, of the same columns. */
  readonly totals: readonly (readonly Cell[])[];
  readonly remarks: readonly string[];
}

/** A label over one column and its value over another. */
export interface Fact {
  readonly label: string;
  readonly labelAt: string;
  readonly value: Cell;
  readonly valueAt: string;
}

export interface Column {
  readonly id: string;
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** What people fill into its cells; they get a list, or a message when they write something else. */
  readonly entry?: EntryRule;
  /** The entry with which a row is dealt with. */
  readonly settledBy?: string;
}

export type EntryRule =
  | { readonly of: 'words' }
  | { readonly of: 'date' | 'number'; readonly otherwise: Warning }
  | { readonly of: 'choice'; readonly choices: readonly string[]; readonly otherwise: Warning };

/** What is said when an entry is not of its kind. */
export interface Warning {
  readonly title: string;
  readonly message: string;
}

/** `day` is a date with its weekday; `percent` shows 0.95 as 95 %; tenths have one decimal. */
export type Format = 'plain' | 'whole' | 'tenths' | 'percent' | 'percent-tenths' | 'date' | 'day';

export type Cell =
  | { readonly type: 'text'; readonly text: string; readonly tone?: 'strong' | 'warning' }
  | { readonly type: 'number'; readonly value: number; readonly format: Format; readonly tone?: 'strong' }
  | { readonly type: 'date'; readonly date: string; readonly format: 'date' | 'day' }
  /**
   * A formula in the notation of Excel files: English names, commas. `{actual}` is the cell of that column in the same row,
   * `{actual:}` all of its rows. `value` is what comes out as long as nothing is filled in.
   */
  | {
      readonly type: 'formula';
      readonly formula: string;
      readonly value: string | number;
      readonly format: Format;
      readonly tone?: 'strong' | 'warning';
    }
  /** To be filled in; `value` stands there to begin with. */
  | { readonly type: 'entry'; readonly value?: string | number; readonly format: Format }
  | { readonly type: 'empty' };
