/**
 * Dates in the cells of a column. Figures such as 04/05/2026 can be read in two ways, and how is told by the column, never
 * by the cell: people write a column in one way.
 */
import { isRealDate } from '../language/dates.js';
import { folded } from './columns.js';
import type { ColumnWords } from './columns.js';
import { textOf } from './sheet.js';
import type { Cell } from './sheet.js';

/** What comes first: the day, the month or the year. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** The words of dates, from `locales/columns.yaml`. */
export type DateWords = Pick<ColumnWords['values'], 'months'> & { readonly weekdays: Partial<ColumnWords['values']['weekdays']> };

/** For dates in figures. */
export const withoutWords: DateWords = { months: [], weekdays: {} };

/** What a cell says: the same day however it is read, or a day for each order in which its figures are one; null for no date. */
export type DateReading = { readonly day: string } | { readonly days: ReadonlyMap<DateOrder, string>; readonly sign: string } | null;

/** Day 0 of spreadsheets: they count a 29 February 1900 that never was. Those of old Macintoshes begin in 1904. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
const dayLength = 86_400_000;
/** Serial numbers between 1954 and 2119 are taken for dates; others are mistakes. */
const serials = { first: 20_000, last: 80_000 };
/** Years in which people of today were born, are hired and have contracts that end. */
const years = { first: 1920, last: 2119 };

/** Characters: “Wednesday, September 30, 2026 12:00:00 AM +00:00” has fewer. */
const longest = 60;

const time = /[T,\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?)?(\s*(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/iu;

export interface DateFacts {
  readonly words: DateWords;
  /** Whether serial numbers begin in 1904. */
  readonly from1904?: boolean;
}

export function readDate(cell: Cell | undefined, { words, from1904 = false }: DateFacts): DateReading {
  const written = textOf(cell);
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return certain(dayOf(written.slice(0, 4), written.slice(5, 7), written.slice(8)));
  const text = written.length > longest ? null : withoutTime(written);
  if (text === null || text === '') return null;
  if (/^\d{5}([.,]\d+)?$/.test(text)) {
    const serial = Math.floor(Number(text.replace(',', '.')));
    const from = epochs[from1904 ? 1904 : 1900];
    return serial >= serials.first && serial <= serials.last
      ? { day: new Date(from + serial * dayLength).toISOString().slice(0, 10) }
      : null;
  }
  const plain = withoutWeekday(text, Object.values(words.weekdays).flat())
    .replace(/\s*(?:г\.?|года|год)$/iu, '')
    .replace(/[«»„“”"]/gu, '');
  const iso = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(plain) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(plain);
  if (iso) return certain(dayOf(iso[1], iso[3], iso[4]));
  const figures = /^(\d{1,2})\s?([-./\s])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(plain);
  return figures ? inFigures(figures) : withMonthInWords(plain, words.months);
}

/** Null where the moment is one of another time zone: which day it was here nobody can tell. */
function withoutTime(text: string): string | null {
  const found = text.includes(':') ? time.exec(text) : null;
  if (!found) return text;
  const [, hour = '', minute, second = '00', half, zone] = found;
  const isMidnight =
    Number(hour) % (half === undefined ? 24 : 12) === 0 && half?.toLowerCase() !== 'p' && minute === '00' && second === '00';
  return zone !== undefined && !isMidnight ? null : text.slice(0, found.index).trim();
}

function withoutWeekday(text: string, weekdays: readonly string[]): string {
  const [, first = '', rest = ''] = /^(\p{L}+)\.?,?\s+(.*)$/u.exec(text) ?? [];
  return first !== '' && weekdays.includes(folded(first)) ? rest : text;
}

const certain = (day: string | null): DateReading => (day === null ? null : { day });

/** Two figures of a year are the ones from 1969 to 2068, as POSIX has it (strptime, `%y`). */
const inFull = (year: string): string => (year.length === 4 ? year : `${Number(year) < 69 ? '20' : '19'}${year}`);

function inFigures([, a = '', sign = '', b = '', c = '']: RegExpExecArray): DateReading {
  const days = new Map<DateOrder, string>();
  const add = (order: DateOrder, year: string, month: string, day: string): void => {
    const date = dayOf(inFull(year), month, day);
    if (date !== null) days.set(order, date);
  };
  add('dmy', c, b, a);
  add('mdy', c, a, b);
  if (c.length === 2 && a.length === 2) add('ymd', a, b, c);
  const [first, ...others] = new Set(days.values());
  if (first === undefined) return null;
  return others.length === 0 && days.size > 1 ? { day: first } : { days, sign };
}

function withMonthInWords(text: string, months: readonly (readonly string[])[]): DateReading {
  const yearFirst = /^(\d{4})[-./\s]\s?(\p{L}{3,})\.?[-./\s]\s?(\d{1,2})$/u.exec(text);
  if (yearFirst) return withMonthInWords(`${yearFirst[3] ?? ''} ${yearFirst[2] ?? ''} ${yearFirst[1] ?? ''}`, months);
  const [, before, word = '', after = '', year = ''] =
    /^(?:(\d{1,2})(?:-?(?:го|е|st|nd|rd|th|e))?\.?[-./\s]\s*)?(?:of\s)?(\p{L}{3,})\.?(?:[-./\s]\s*(\d{1,2})(?:st|nd|rd|th)?)?,?(?:[-./\s]\s*|\s)(\d{4}|\d{2})$/iu.exec(
      text,
    ) ?? [];
  const month = months.findIndex((names) => names.includes(folded(word))) + 1;
  const day = before ?? after;
  // “June 26, 2026” has its day behind, “26 June 2026” before; of two or none it is no date.
  if (month === 0 || day === '' || (before !== undefined && after !== '')) return null;
  return certain(dayOf(inFull(year), String(month), day));
}

function dayOf(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(year) >= years.first && Number(year) <= years.last && isRealDate(date) ? date : null;
}
