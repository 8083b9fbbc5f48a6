/** What the spreadsheets of plans and scorecards have in common. */
import { upperFirst } from '../language/sentences.js';
import type { Cell, Fact, Workbook } from '../document/workbook.js';
import type { Wording } from './wording.js';

/** What a spreadsheet is about; the rest is the same for all. */
export type Contents = Pick<Workbook, 'title' | 'subject' | 'sheets'>;

export const empty: Cell = { type: 'empty' };
export const words = (text: string | null, wording: Wording): Cell =>
  text === null || text === '' ? empty : { type: 'text', text: upperFirst(text, wording.locale) };

/** A text inside a formula. */
export const textInFormula = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Facts one below the other, at the same two columns; what is not known is left to be filled in. */
export const factsAt = (
  labelAt: string,
  valueAt: string,
  facts: readonly [label: string, value: Cell | string | null][],
  wording: Wording,
): Fact[] =>
  facts.map(([label, value]) => ({
    label: upperFirst(label, wording.locale),
    labelAt,
    value: value === null ? { type: 'entry', format: 'plain' } : typeof value === 'string' ? { type: 'text', text: value } : value,
    valueAt,
  }));

/** Columns of facts as lines of facts. */
export const sideBySide = (...columns: readonly Fact[][]): Fact[][] =>
  Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, at) => columns.flatMap((column) => column[at] ?? []));
