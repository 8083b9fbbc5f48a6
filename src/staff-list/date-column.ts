/** What all cells of a column of dates say together of the order in which they are written. */
import type { JurisdictionId } from '../law/jurisdiction.js';
import { dateOrders, readDate } from './dates.js';
import type { DateFacts, DateOrder, DateReading } from './dates.js';
import type { Cell } from './sheet.js';

/** How cells of a column speak against each order: the first row that cannot be read so, or null where there is none. */
export type Against = Readonly<Record<DateOrder, number | null>>;

/** Nothing is said. */
export const silent: Against = { dmy: null, mdy: null, ymd: null };

export interface Evidence {
  add(cell: Cell | undefined, row: number): void;
  /** A cell that is written otherwise than many others speaks for itself alone. */
  readonly against: Against;
  /** The first row that can be read with the day and with the month first. */
  readonly ambiguous: number | null;
  /** The first row of a date that is one with the day, or with the month, first alone. */
  readonly only: Readonly<Record<'dmy' | 'mdy', number | null>>;
}

/** So many cells that can only be read in one way outweigh one that can only be read in the other. */
const outweighing = 3;

/** Looks at one cell after another. */
export function openEvidence(facts: DateFacts): Evidence {
  const against: Record<DateOrder, number | null> = { dmy: null, mdy: null, ymd: null };
  /** Cells that can be read with the day or with the month first, but not both; and those with neither. */
  const cells = { dmy: 0, mdy: 0, neither: 0 };
  const only: Record<'dmy' | 'mdy', number | null> = { dmy: null, mdy: null };
  let ambiguous: number | null = null;
  const isOdd = (one: 'dmy' | 'mdy', other: 'dmy' | 'mdy'): boolean =>
    cells.neither === 0 && cells[one] > 0 && cells[other] >= outweighing * cells[one];
  return {
    get against() {
      return {
        ...against,
        ...(isOdd('mdy', 'dmy') && { dmy: null }),
        ...(isOdd('dmy', 'mdy') && { mdy: null }),
      };
    },
    get ambiguous() {
      return ambiguous;
    },
    only,
    add(cell, row) {
      const reading = readDate(cell, facts);
      if (!reading || 'day' in reading) return;
      for (const order of dateOrders) if (!reading.days.has(order)) against[order] ??= row;
      const [dmy, mdy] = [reading.days.has('dmy'), reading.days.has('mdy')];
      if (dmy !== mdy) {
        cells[dmy ? 'dmy' : 'mdy'] += 1;
        // With full stops the day is first everywhere.
        if (mdy || reading.sign !== '.') only[dmy ? 'dmy' : 'mdy'] ??= row;
      } else if (!dmy) cells.neither += 1;
      if (reading.sign !== '.' && reading.days.has('dmy') && reading.days.has('mdy')) ambiguous ??= row;
    },
  };
}

export interface DateColumnOptions {
  readonly facts: DateFacts;
  readonly jurisdiction: JurisdictionId;
  /** The order that the user names. */
  readonly chosen: DateOrder | null;
  /** Of this column. */
  readonly own: Against;
  /** Of the other columns of the list. */
  readonly others: readonly Against[];
}

/** A day; that the order is not clear, with a row that is written otherwise; or null for no date. */
export type DateFound = { readonly day: string } | { readonly unclear: number } | null;

export type DateColumn = (cell: Cell | undefined) => DateFound;

/**
 * Reads the cells of a column. Figures that could be two days are read in the order that the user names, else in that of the
 * country (the month first in the United States, unless there are full stops; the day elsewhere), as long as no cell of the
 * column, and no other column where this one is silent, is written otherwise.
 */
export function dateColumn({ facts, jurisdiction, chosen, own, others }: DateColumnOptions): DateColumn {
  return (cell) => {
    const reading = readDate(cell, facts);
    if (!reading || 'day' in reading) return reading;
    const { days, sign } = reading;
    if (chosen !== null) {
      const order = chosen === 'ymd' && !days.has('ymd') ? usual(sign, jurisdiction) : chosen;
      return dayIn(reading, order);
    }
    const [only] = days.values();
    if (days.size === 1 && only !== undefined) return { day: only };
    const order = usual(sign, jurisdiction);
    const contradicting = own[order] ?? (isSilent(own, order) ? firstAgainst(others, order) : null);
    return contradicting === null ? dayIn(reading, order) : { unclear: contradicting };
  };
}

const usual = (sign: string, jurisdiction: JurisdictionId): DateOrder => (jurisdiction === 'us' && sign !== '.' ? 'mdy' : 'dmy');

function dayIn(reading: Extract<DateReading, { days: unknown }>, order: DateOrder): DateFound {
  const day = reading.days.get(order);
  return day === undefined ? null : { day };
}

/** Whether a column has no cell by which the order could be told from that of the day and the month exchanged. */
const isSilent = (own: Against, order: DateOrder): boolean => own[order === 'dmy' ? 'mdy' : 'dmy'] === null;

const firstAgainst = (others: readonly Against[], order: DateOrder): number | null =>
  others.map((one) => one[order]).find((row) => row !== null) ?? null;

/** A date that stands alone: as `2026-11-22`, or null where it is none. */
export function dateIn(cell: Cell | undefined, jurisdiction: JurisdictionId, words: DateFacts['words']): string | null {
  const found = dateColumn({ facts: { words }, jurisdiction, chosen: null, own: silent, others: [] })(cell);
  return found && 'day' in found ? found.day : null;
}
