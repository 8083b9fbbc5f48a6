/** Holidays from the rules of each country's law, and how they differ from those of a library that keeps the world's. */
import Almanac from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../src/law/dates.js';
import { easterSunday } from '../src/law/easter.js';
import { holidaysOf } from '../src/law/holidays.js';
import type { CalendarLaw, HolidayRule, JurisdictionId } from '../src/law/jurisdiction.js';
import { createWorkCalendar } from '../src/law/work-calendar.js';
import { jurisdictionIds, openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const library = openLibrary(packageWorkspace());

/** A country with these holidays and no others. */
const country = (...holidays: readonly Partial<HolidayRule>[]): CalendarLaw => ({
  timeZone: 'Europe/Amsterdam',
  regions: ['north', 'south'],
  holidays: holidays.map((rule, at) => ({ id: `h${at + 1}`, law: 'law', ...rule }) as HolidayRule),
});
const days = (law: CalendarLaw, year: number, region?: string): string[] => holidaysOf(law, region, year).map(({ date }) => date);

describe('Easter', () => {
  it.each([
    ['earliest', 1818, '1818-03-22'],
    ['latest', 1943, '1943-04-25'],
    ['first of the century', 2000, '2000-04-23'],
    ['on the last day of a month', 2024, '2024-03-31'],
    ['on the first day of a month', 2029, '2029-04-01'],
    ['late', 2025, '2025-04-20'],
    ['a week before the rule without exceptions', 1954, '1954-04-18'],
    ['a week before the rule without exceptions', 1981, '1981-04-19'],
    ['a week before the rule without exceptions', 2049, '2049-04-18'],
    ['a week before the rule without exceptions', 2076, '2076-04-19'],
    ['in a century without a leap day', 2100, '2100-03-28'],
    ['in a century without a leap day', 2200, '2200-04-06'],
  ])('%s: %i', (_, year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('is a Sunday from 22 March to 25 April', () => {
    for (let year = 1583; year <= 2400; year += 1) {
      const date = easterSunday(year);
      expect(weekday(date), date).toBe(7);
      expect(date >= `${year}-03-22` && date <= `${year}-04-25`, date).toBe(true);
    }
  });
});

describe('a rule of a holiday', () => {
  it('is a day of the year, or one counted from Easter', () => {
    expect(days(country({ day: '12-25' }), 2026)).toEqual(['2026-12-25']);
    expect(days(country({ easter: -2 }, { easter: 0 }, { easter: 50 }), 2026)).toEqual(['2026-04-03', '2026-04-05', '2026-05-25']);
  });

  it.each([
    // February 2027 begins on a Monday and has four weeks; January 2027 begins on a Friday.
    [1, 'monday', 2, '2027-02-01'],
    [4, 'monday', 2, '2027-02-22'],
    [-1, 'monday', 2, '2027-02-22'],
    [1, 'sunday', 2, '2027-02-07'],
    [-1, 'sunday', 2, '2027-02-28'],
    [1, 'friday', 1, '2027-01-01'],
    [1, 'thursday', 1, '2027-01-07'],
    [2, 'saturday', 1, '2027-01-09'],
    [3, 'monday', 1, '2027-01-18'],
    [-1, 'friday', 1, '2027-01-29'],
    [-1, 'sunday', 1, '2027-01-31'],
    [-1, 'friday', 12, '2027-12-31'],
    [-1, 'saturday', 12, '2027-12-25'],
  ] as const)('is the weekday number %i of a month: %s of month %i', (nth, name, month, date) => {
    expect(days(country({ nth, weekday: name, month }), 2027)).toEqual([date]);
  });

  it('is a list of single days', () => {
    expect(days(country({ dates: ['2026-06-15', '2027-06-14', '2027-09-20'] }), 2027)).toEqual(['2027-06-14', '2027-09-20']);
    expect(days(country({ dates: ['2026-06-15'] }), 2025)).toEqual([]);
  });

  it('holds from its first year through its last', () => {
    const law = country({ day: '06-19', from: 2021, until: 2023 });
    expect([2020, 2021, 2023, 2024].map((year) => days(law, year).length)).toEqual([0, 1, 1, 0]);
  });

  it('holds for its parts of the country, and for the first of them where none is named', () => {
    const law = country({ day: '03-17', regions: ['north'] }, { day: '08-03', regions: ['south'] }, { day: '12-25' });
    expect(days(law, 2026)).toEqual(['2026-03-17', '2026-12-25']);
    expect(days(law, 2026, 'north')).toEqual(['2026-03-17', '2026-12-25']);
    expect(days(law, 2026, 'south')).toEqual(['2026-08-03', '2026-12-25']);
    const { timeZone, holidays } = law;
    expect(days({ timeZone, holidays }, 2026)).toEqual(['2026-12-25']);
  });

  it('puts a weekday on another day instead, over New Year as well', () => {
    const law = country({ day: '01-01', instead: { saturday: -1, sunday: 1 } });
    expect(days(law, 2026), 'a Thursday').toEqual(['2026-01-01']);
    expect(days(law, 2023), 'a Sunday').toEqual(['2023-01-02']);
    expect(days(law, 2027), 'a Friday; 1 January 2028 is a Saturday').toEqual(['2027-01-01', '2027-12-31']);
    expect(days(law, 2028)).toEqual([]);
    expect(days(country({ day: '12-31', instead: { sunday: 1 } }), 2024), '31 December 2023 is a Sunday').toEqual([
      '2024-01-01',
      '2024-12-31',
    ]);
  });

  it('moves in a single year', () => {
    const law = country({ nth: 1, weekday: 'monday', month: 5, moved: { 2020: '2020-05-08' } });
    expect([2019, 2020, 2021].flatMap((year) => days(law, year))).toEqual(['2019-05-06', '2020-05-08', '2021-05-03']);
  });

  it('says whether a contract makes it one, and whether another day is off when it falls on a weekend', () => {
    const law = country({ day: '05-05', byContract: true }, { day: '05-06', weekend: 'next-working-day' });
    expect(holidaysOf(law, undefined, 2026)).toEqual([
      { id: 'h1', date: '2026-05-05', byContract: true, inPlace: false },
      { id: 'h2', date: '2026-05-06', byContract: false, inPlace: true },
    ]);
  });

  it('comes in the order of the year, whatever the order of the rules', () => {
    expect(days(country({ day: '12-25' }, { day: '01-01' }), 2026)).toEqual(['2026-01-01', '2026-12-25']);
  });
});

describe('a day off in place of a holiday on a weekend', () => {
  const weekend = 'next-working-day' as const;
  const moved = (law: CalendarLaw, from: string, to: string): string[] => {
    const calendar = createWorkCalendar(law, null);
    const found: string[] = [];
    for (let date = from; date <= to; date = addDays(date, 1)) if (calendar.dayOff(date) === 'moved') found.push(date);
    return found;
  };

  it('is the next day that is neither a weekend nor a holiday, each its own', () => {
    // 25 December 2027 is a Saturday.
    expect(moved(country({ day: '12-25', weekend }), '2027-12-20', '2027-12-31')).toEqual(['2027-12-27']);
    expect(moved(country({ day: '12-25', weekend }, { day: '12-26', weekend }), '2027-12-20', '2027-12-31')).toEqual([
      '2027-12-27',
      '2027-12-28',
    ]);
    expect(moved(country({ day: '12-25', weekend }, { day: '12-27' }), '2027-12-20', '2027-12-31')).toEqual(['2027-12-28']);
  });

  it('is not given on a Friday or a Monday, nor where the law gives none', () => {
    expect(moved(country({ day: '12-24', weekend }), '2027-12-20', '2027-12-31')).toEqual([]);
    expect(moved(country({ day: '12-27', weekend }), '2027-12-20', '2027-12-31')).toEqual([]);
    expect(moved(country({ day: '12-25' }), '2027-12-20', '2027-12-31')).toEqual([]);
  });

  it('is the day that the decree of the year names, where it does', () => {
    const law = country({ day: '02-28', weekend });
    const years = { 2027: { source: 'a decree', transfers: [{ from: '2027-02-28', to: '2027-05-07' }] } };
    expect(moved(law, '2027-02-20', '2027-05-10'), '28 February 2027 is a Sunday').toEqual(['2027-03-01']);
    expect(moved({ ...law, years }, '2027-02-20', '2027-05-10')).toEqual(['2027-05-07']);
  });
});

describe('the laws', () => {
  it.each(jurisdictionIds)('of %s say on what each holiday rests, and name real days', (id) => {
    const { calendar, laws } = library.jurisdiction(id);
    const ids = calendar.holidays.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of calendar.holidays) {
      expect(
        laws.map((law) => law.id),
        rule.id,
      ).toContain(rule.law);
      expect(
        ['day', 'easter', 'nth', 'dates'].filter((kind) => kind in rule),
        rule.id,
      ).toHaveLength(1);
      for (const region of rule.regions ?? []) expect(calendar.regions, rule.id).toContain(region);
      for (const [year, date] of Object.entries(rule.moved ?? {})) expect(date.slice(0, 4), rule.id).toBe(year);
    }
    for (const region of calendar.regions ?? [undefined])
      for (const { date } of holidaysOf(calendar, region, 2027)) expect(addDays(date, 0)).toBe(date);
  });

  it('are those that the statutes name', () => {
    const ofYear = (id: JurisdictionId, year: number, region?: string): string[] =>
      holidaysOf(library.jurisdiction(id).calendar, region, year).map((one) => `${one.date.slice(5)} ${one.id}`);
    expect(ofYear('nl', 2025)).toEqual([
      '01-01 new-year',
      '04-18 good-friday',
      '04-21 easter-monday',
      '04-26 kings-day',
      '05-05 liberation-day',
      '05-29 ascension',
      '06-09 whit-monday',
      '12-25 christmas',
      '12-26 second-christmas',
    ]);
    expect(ofYear('us', 2027)).toEqual([
      '01-01 new-year',
      '01-18 king',
      '02-15 washington',
      '05-31 memorial',
      '06-18 juneteenth',
      '07-05 independence',
      '09-06 labor',
      '10-11 columbus',
      '11-11 veterans',
      '11-25 thanksgiving',
      '12-24 christmas',
      '12-31 new-year',
    ]);
    expect(ofYear('gb', 2026, 'scotland')).toContain('06-15 proclaimed-scotland');
    expect(ofYear('ru', 2026).map((one) => one.slice(0, 5))).toEqual(
      '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(' '),
    );
  });
});

describe('the library of holidays', () => {
  const since = 2024;
  const until = 2030;

  /** Where ours differ from theirs on days from Monday to Friday, and why ours are right. */
  const differences: readonly { of: string; days: string; why: string }[] = [
    {
      of: 'ru',
      days: '2025-02-24 2025-03-10 2026-05-11 2027-05-03 2027-05-10 2027-06-14 2028-11-06 2029-11-05 2030-02-25',
      why: 'Labour Code art. 112(2) gives the next working day for every holiday but those of 1 to 8 January; theirs know it for 8 March on a Sunday alone',
    },
    { of: 'us', days: '2028-11-10 2029-11-12', why: '5 U.S.C. 6103(b) and Executive Order 11582 hold for Veterans Day as well' },
    { of: 'gb scotland', days: '2026-06-15', why: 'proclaimed on 4 February 2026 for Scotland’s return to the World Cup' },
  ];

  it.each([
    ['ru', undefined, ['RU']],
    ['nl', undefined, ['NL']],
    ['us', undefined, ['US']],
    ['gb', 'england', ['GB', 'ENG']],
    ['gb', 'wales', ['GB', 'WLS']],
    ['gb', 'scotland', ['GB', 'SCT']],
    ['gb', 'northern-ireland', ['GB', 'NIR']],
  ] as const)('has the same days off for %s %s, but for those that are explained', (id, region, [code, state]) => {
    // Without the decrees, which no rule foretells.
    const { timeZone, regions, holidays } = library.jurisdiction(id).calendar;
    const calendar = createWorkCalendar({ timeZone, holidays, ...(regions && { regions }) }, region ? { region } : null);
    const almanac = state ? new Almanac(code, state) : new Almanac(code);
    const theirs = new Set<string>();
    for (let year = since; year <= until; year += 1)
      for (const { type, date, start, end } of almanac.getHolidays(year)) {
        const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
        if (type === 'public') for (let at = 0; at < length; at += 1) theirs.add(addDays(date.slice(0, 10), at));
      }
    const found: string[] = [];
    for (let date = `${since}-01-01`; date <= `${until}-12-31`; date = addDays(date, 1))
      if (weekday(date) < 6 && (calendar.dayOff(date) !== null) !== theirs.has(date)) found.push(date);
    const explained = differences.find(({ of }) => of === [id, region].filter(Boolean).join(' '))?.days.split(' ') ?? [];
    expect(found).toEqual(explained);
  });
});
