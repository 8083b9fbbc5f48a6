/** What people write of hours a week, of parts of a full week and of days of work. Each reader gives null when it cannot be sure. */
import type { WorkDays } from '../role/role.generated.js';
import { meaningOf } from './cells.js';
import { folded } from './columns.js';
import type { ColumnWords } from './columns.js';
import { textOf } from './sheet.js';
import type { Cell } from './sheet.js';

type Words = Pick<ColumnWords, 'values'>;

/** As in the file of a person; whoever has more is likely to mean hours a month. */
const mostHours = 80;

/** Hours a week, from 1 to 80: “24”, “24,5 uur”, “24 hrs/wk”, «24 ч в неделю», “24:30”. */
export function hoursIn(cell: Cell | undefined, { values }: Words): number | null {
  const text = textOf(cell);
  const [, whole, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  const hours = whole === undefined ? measured(text, values.hours) : Number(whole) + Math.round((Number(minutes) * 100) / 60) / 100;
  return hours !== null && hours >= 1 && hours <= mostHours ? hours : null;
}

/** People have two full-time posts at most. */
const mostPosts = 2;

/** From here on a number is a percentage; what lies between could be either. */
const leastPercentage = 5;

/** The part of a full week, 1 for all of it: “0,6”, “60%”, “60”, «0,5 ставки». */
export function shareIn(cell: Cell | undefined, { values }: Words): number | null {
  const text = textOf(cell);
  const percentage = /^(.*\d)\s*%$/u.exec(text)?.[1];
  const number = percentage === undefined ? measured(text, values.share) : measured(percentage, []);
  if (number === null || number <= 0) return null;
  if (percentage === undefined && number <= mostPosts) return number;
  return number >= leastPercentage && number <= mostPosts * 100 ? Math.round(number * 1e4) / 1e6 : null;
}

/** A number without a unit, or with one of these. */
function measured(text: string, units: readonly string[]): number | null {
  const [, figure, unit = ''] = /^(\d{1,4}(?:[.,]\d{1,4})?)\s*(\p{L}.*)?$/u.exec(text) ?? [];
  if (figure === undefined || (unit !== '' && !units.some((one) => folded(one) === folded(unit)))) return null;
  return Number(figure.replace(',', '.'));
}

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof week)[number];

/** Days of the week, one by one or from one to another: “ma, di, wo”, “ma t/m wo”, “Mon–Wed”, «пн, ср и пт». */
export function workDaysIn(cell: Cell | undefined, { values }: Words): WorkDays | null {
  const { to, filler } = values.dayWords;
  const spaced = ` ${textOf(cell).toLowerCase().replace(/\s+/gu, ' ')} `;
  const spans = to.reduce((text, word) => text.replaceAll(` ${word} `, ' – '), spaced).replace(/\s*[-–—]\s*/gu, ' – ');
  const words = spans.split(/[\s,;/+&.]+/u).filter((word) => word !== '' && !filler.includes(word));
  const found = new Set<Day>();
  let isSpan = false;
  let last: Day | null = null;
  for (const word of words) {
    if (word === '–') {
      if (isSpan || last === null) return null;
      isSpan = true;
      continue;
    }
    const day: Day | null = meaningOf(word, values.weekdays);
    if (day === null) return null;
    for (const one of isSpan && last !== null ? daysBetween(last, day) : [day]) found.add(one);
    // “Mon–Wed–Fri” is no span.
    last = isSpan ? null : day;
    isSpan = false;
  }
  return isSpan || found.size === 0 ? null : week.filter((day) => found.has(day));
}

/** With both ends, over the weekend too. */
function daysBetween(first: Day, last: Day): Day[] {
  const from = week.indexOf(first);
  return Array.from({ length: ((week.indexOf(last) - from + 7) % 7) + 1 }, (_, at) => week[(from + at) % 7] ?? first);
}
