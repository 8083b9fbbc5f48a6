/** Cells of a row whose value is lost, as what is to be said of them. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Columns, Field } from './columns.js';
import { cellPlace } from './grid.js';
import { textOf } from './sheet.js';
import type { Sheet, SheetRow } from './sheet.js';

/** Characters of a cell that a message quotes. */
const quoted = 60;

export interface Losses {
  readonly diagnostics: readonly Diagnostic[];
  /** What nothing more is to be said of. */
  readonly fields: ReadonlySet<Field>;
}

const none: Losses = { diagnostics: [], fields: new Set() };

/** Of columns that are known, and of a row as a whole; own columns are told of once for the list. */
export function lossesIn({ number, cells, faults }: SheetRow, sheet: Sheet, { known }: Columns): Losses {
  if (!faults) return none;
  const fieldAt = new Map([...known].map(([field, at]) => [at, field]));
  const shifted = [...faults].find(([, fault]) => fault === 'shifted');
  const found = shifted ? [shifted] : [...faults].filter(([at, fault]) => fieldAt.has(at) || fault === 'cut-short');
  return {
    diagnostics: found.map(([at, fault]) =>
      diagnostic(
        `cell-${fault}`,
        { column: textOf(sheet.headings.cells[at]), value: textOf(cells[at]).slice(0, quoted) },
        cellPlace(sheet, number, at),
      ),
    ),
    // Of cells in wrong columns nothing else is worth saying.
    fields: new Set(shifted ? known.keys() : found.flatMap(([at]) => fieldAt.get(at) ?? [])),
  };
}
