/** Calendar dates in words and figures. A date is a text such as `2026-06-05`; no clock and no time zone is involved. */
import { Refusal, diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';

/** `weekday` is for plans: «пн, 8 июн. 2026 г.», “Mon 8 Jun 2026”, “ma 8 jun 2026”. */
export type DateStyle = 'long' | 'numeric' | 'weekday';

const tags: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB', nl: 'nl-NL' };

const options: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
};

// Building a formatter takes longer than a thousand dates.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * A date as people write it: «5 июня 2026 г.» or 05.06.2026, “5 June 2026” (en-GB) or “June 5, 2026” (en-US), “5 juni
 * 2026” or 05-06-2026. The tag of language and country decides where countries differ; spaces are plain ones. Refuses
 * what is not a day of the calendar with `date-invalid`.
 */
export function formatDate(date: string, locale: Locale, style: DateStyle, language: string = tags[locale]): string {
  const time = timeOf(date);
  if (time === null) throw new Refusal([diagnostic('date-invalid', { date })]);
  const key = `${language} ${style}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(language, options[style]);
  formatters.set(key, formatter);
  // Versions of Node differ in the kind of space before «г.»; `typeset` puts the non-breaking ones in.
  const words = formatter.format(time).replace(/\s/gu, ' ');
  // Only the United States set the weekday off with a comma before the day.
  if (style === 'weekday' && language === 'en-GB') return words.replace(',', '');
  // Four letters are not worth a full stop (Мильчин А. Э., Чельцова Л. К. Справочник издателя и автора).
  return locale === 'ru' && style === 'weekday' ? words.replace('июн.', 'июня').replace('июл.', 'июля') : words;
}

/**
 * A span of days in long words, each month and year once: «1» and «2 июня 2026 г.», “30 June” and “2 July 2026”, “June 1” and
 * “June 2, 2026”; `from` is null for a single day. The words between them are the locale’s.
 */
export function formatSpan(
  from: string,
  to: string,
  locale: Locale,
  language: string = tags[locale],
): { readonly from: string | null; readonly to: string } {
  const last = formatDate(to, locale, 'long', language);
  if (from === to) return { from: null, to: last };
  const first = formatDate(from, locale, 'long', language);
  const [year, month, day = ''] = from.split('-');
  if (to.slice(0, 4) !== year) return { from: first, to: last };
  const bare = String(Number(day));
  // Where the day comes first, it stands for itself within a month.
  if (first.startsWith(`${bare} `) && to.slice(5, 7) === month) return { from: bare, to: last };
  return { from: first.replace(new RegExp(`,? ${year}.*$`, 'u'), ''), to: last };
}

/** Monday to Sunday in the language: «понедельник», “Monday”, “maandag”. */
export function weekdayNames(language: string): readonly string[] {
  const formatter = formatters.get(`${language} day`) ?? new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  formatters.set(`${language} day`, formatter);
  // The fifth of January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, at) => formatter.format(Date.UTC(1970, 0, 5 + at)));
}

/** Whether a text is a day of the calendar written as year, month and day: 2028-02-29, but not 2026-02-29. */
export const isRealDate = (date: string): boolean => timeOf(date) !== null;

function timeOf(date: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).toISOString().slice(0, 10) === date ? time : null;
}
