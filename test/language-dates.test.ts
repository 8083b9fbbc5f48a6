import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { formatDate, formatSpan, isRealDate } from '../src/language/dates.js';

describe('formatSpan', () => {
  it.each([
    ['2026-06-01', '2026-06-02', 'ru', 'ru-RU', '1', '2 июня 2026 г.'],
    ['2026-06-09', '2026-07-06', 'ru', 'ru-RU', '9 июня', '6 июля 2026 г.'],
    ['2026-12-28', '2027-01-08', 'ru', 'ru-RU', '28 декабря 2026 г.', '8 января 2027 г.'],
    ['2026-06-01', '2026-06-01', 'ru', 'ru-RU', null, '1 июня 2026 г.'],
    ['2026-06-01', '2026-06-12', 'en', 'en-GB', '1', '12 June 2026'],
    ['2026-06-01', '2026-06-12', 'en', 'en-US', 'June 1', 'June 12, 2026'],
    ['2026-12-28', '2027-01-08', 'en', 'en-US', 'December 28, 2026', 'January 8, 2027'],
    ['2026-03-30', '2026-04-03', 'nl', 'nl-NL', '30 maart', '3 april 2026'],
  ] as const)('%s to %s, %s in %s', (from, to, locale, language, first, last) => {
    expect(formatSpan(from, to, locale, language)).toEqual({ from: first, to: last });
  });
});

describe('formatDate', () => {
  it.each([
    ['ru', 'long', 'ru-RU', '5 июня 2026 г.'],
    ['ru', 'numeric', 'ru-RU', '05.06.2026'],
    ['en', 'long', 'en-GB', '5 June 2026'],
    ['en', 'numeric', 'en-GB', '05/06/2026'],
    ['en', 'long', 'en-US', 'June 5, 2026'],
    ['en', 'numeric', 'en-US', '06/05/2026'],
    ['en', 'long', 'en-NL', '5 June 2026'],
    ['nl', 'long', 'nl-NL', '5 juni 2026'],
    ['nl', 'numeric', 'nl-NL', '05-06-2026'],
  ] as const)('%s, %s, %s: %s', (locale, style, language, printed) => {
    expect(formatDate('2026-06-05', locale, style, language)).toBe(printed);
  });

  it('takes the usual country of a language', () => {
    expect((['ru', 'en', 'nl'] as const).map((locale) => formatDate('2026-12-31', locale, 'long'))).toEqual([
      '31 декабря 2026 г.',
      '31 December 2026',
      '31 december 2026',
    ]);
  });

  it('prints the day that is written, in every time zone', () => {
    const days = fc.integer({ min: Date.UTC(1000, 0, 1) / 864e5, max: Date.UTC(9999, 11, 31) / 864e5 });
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 864e5).toISOString().slice(0, 10);
        expect(formatDate(date, 'ru', 'numeric').split('.').reverse().join('-')).toBe(date);
      }),
    );
  });

  it('refuses a day that the calendar does not have', () => {
    expect(() => formatDate('2026-02-29', 'en', 'long')).toThrow(Refusal);
    try {
      formatDate('2026-02-29', 'en', 'long');
    } catch (error) {
      expect((error as Refusal).diagnostics).toMatchObject([{ code: 'date-invalid', args: { date: '2026-02-29' } }]);
    }
  });
});

it.each([
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-04-31', false],
  ['2026-1-1', false],
  ['0050-01-01', false],
  ['', false],
])('isRealDate %s: %s', (date, real) => {
  expect(isRealDate(date)).toBe(real);
});
