/** What the number of a cell says in the format that the spreadsheet shows it in: a day, a time, or figures with leading zeros. */
import type { Cell } from './sheet.js';

/** How numbers of one style are shown; a number is a width that zeros fill up. */
export type Shown = 'general' | 'date' | number;

// ECMA-376 part 1, 18.8.30; those from 27 to 36 and from 50 to 58 are dates in the languages that have them.
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** By the id of a format and, where it is the workbook’s own, its code: `dd.mm.yyyy`, `000000`. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return isBuiltInDate(id) ? 'date' : 'general';
  const [first = ''] = code.split(';');
  if (/^0{2,}$/.test(first)) return first.length;
  // Texts in quotes, signs behind a backslash, colours and places in brackets are no part of the number; [h] and [mm] are.
  const plain = first.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(plain) && !/^general$/i.test(plain) ? 'date' : 'general';
}

const dayLength = 86_400_000;
/** Serial numbers of days begin on it: 1 is 1 January 1900, or 0 is 1 January 1904. */
const epochs = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };
/** 31 December 9999. */
const lastSerial = 2_958_465;

/** A number as people see it: `2026-11-22`, `2026-11-22 09:30`, `09:30`, `00123`; otherwise the number with 15 figures, as spreadsheets show them. */
export function shownCell(value: number, shown: Shown, from1904: boolean): Cell {
  if (shown === 'date') return dateText(value, from1904) ?? value;
  const rounded = Number(value.toPrecision(15));
  return typeof shown === 'number' && Number.isInteger(rounded) && rounded >= 0 ? String(rounded).padStart(shown, '0') : rounded;
}

function dateText(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0) || serial > lastSerial) return null;
  // Spreadsheets count a 29 February 1900 that never was.
  if (!from1904 && serial >= 60 && serial < 61) return null;
  const days = !from1904 && serial >= 1 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round(days * 86_400);
  const iso = new Date((from1904 ? epochs.from1904 : epochs.from1900) + seconds * 1000).toISOString();
  const time = iso.slice(11, iso.slice(17, 19) === '00' ? 16 : 19);
  if (serial < 1 && !(from1904 && serial === 0)) return time;
  return (seconds * 1000) % dayLength === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
