/** One line of CSV as this program writes it, for spreadsheets that would take some cells for formulas. */

/** What spreadsheets run as a formula, or skip to find one behind it. */
const runs = /^'*[=+\-@\t\r\n]/;
const guardedCell = /^'+[=+\-@\t\r\n]/;

/** A cell that no spreadsheet takes for a formula: an apostrophe comes before it (OWASP, CSV injection). `unguarded` takes it away. */
export const guarded = (cell: string): string => (runs.test(cell) ? `'${cell}` : cell);

export const unguarded = (cell: string): string => (guardedCell.test(cell) ? cell.slice(1) : cell);

/** The cells as a line with its line break; all of them are guarded. */
export const csvLine = (cells: readonly string[], delimiter: string): string =>
  `${cells.map((cell) => quoted(guarded(cell), delimiter)).join(delimiter)}\r\n`;

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
