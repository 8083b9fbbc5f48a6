/** Days as people write them for an option: as in lists, and never guessed. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isRealDate } from '../language/dates.js';
import { ownData } from '../read/own-data.js';
import type { ColumnWords } from '../staff-list/columns.js';
import { readDate } from '../staff-list/dates.js';
import type { Desk } from './desk.js';

/**
 * 14-12-2026, 14.12.2026 or “14 december 2026” as 2026-12-14. What is no date stays as it is, and is told of where it is
 * used; of figures that may be two days both are told to `problems`. With full stops between them the day comes first.
 */
export function writtenDay(written: string, { shelf }: Desk, problems: Diagnostic[]): string {
  // A number alone is no date that anybody meant.
  if (isRealDate(written) || /^\s*\d{0,7}\s*$/.test(written)) return written;
  const { values } = ownData(shelf.own, 'locales/columns.yaml') as ColumnWords;
  const reading = readDate(written, { words: values });
  if (reading === null) return written;
  if ('day' in reading) return reading.day;
  const dayFirst = reading.days.get('dmy');
  if (reading.sign === '.' && dayFirst !== undefined) return dayFirst;
  const [first = written, second] = new Set(reading.days.values());
  if (second !== undefined) problems.push(diagnostic('date-two-readings', { value: written.slice(0, 60), first, second }));
  return first;
}
