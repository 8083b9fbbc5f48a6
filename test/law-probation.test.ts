/** Probation: who sets it, how long the law of each country lets it be, and when it ends. */
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../src/law/dates.js';
import { monthsThrough, termOf } from '../src/law/contract.js';
import type { Employment } from '../src/law/contract.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { isVoid, probationLimit, probationMonths, probationProblems, tooLong, validMonths } from '../src/law/probation.js';
import { probationDates } from '../src/law/probation-dates.js';
import type { ProbationDates } from '../src/law/probation-dates.js';
import { serviceDates } from '../src/law/service.js';
import { concerns, lastDayOf, legalDates } from '../src/law/terms.js';
import { createWorkCalendar } from '../src/law/work-calendar.js';
import type { WorkCalendar } from '../src/law/work-calendar.js';
import { jurisdictionIds, openLibrary } from '../src/shelf/library.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import type { Person } from '../src/person/person.generated.js';
import type { Role } from '../src/role/role.generated.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const library = openLibrary(packageWorkspace());
const law = library.jurisdiction;

const role = (months?: number, tier?: 'top'): Role =>
  ({ id: 'seller', tier, onboarding: months === undefined ? undefined : { probation: { months } } }) as unknown as Role;
const firm = (over: Pick<Organisation, 'contract' | 'probation'>): Organisation => over as Organisation;
const someone = (over: Partial<Person>): Person => ({ name: { last: 'Jansen' }, ...over });
const employed = (person: Partial<Person> | null, organisation: Pick<Organisation, 'contract' | 'probation'> | null): Employment => ({
  person: person && someone(person),
  organisation: organisation && firm(organisation),
});

describe('who sets the probation', () => {
  // What the person, the role and the organisation say in months, and what counts in most countries and in the United States.
  it.each([
    { person: 1, ofRole: 2, organisation: 3, counts: 1, us: 1 },
    { person: 0, ofRole: 2, organisation: 3, counts: 0, us: 0 },
    { person: null, ofRole: 2, organisation: 3, counts: 2, us: 3 },
    { person: null, ofRole: 0, organisation: 3, counts: 0, us: 3 },
    { person: null, ofRole: null, organisation: 3, counts: 3, us: 3 },
    { person: 1, ofRole: null, organisation: null, counts: 1, us: 1 },
    { person: null, ofRole: 2, organisation: null, counts: 2, us: null },
    { person: null, ofRole: null, organisation: null, counts: null, us: null },
  ])('person $person, role $ofRole, organisation $organisation: $counts', ({ person, ofRole, organisation, counts, us }) => {
    const employment = employed(
      person === null ? {} : { probation: { months: person } },
      organisation === null ? {} : { probation: { months: organisation } },
    );
    const months = jurisdictionIds.map((id) => [id, probationMonths(role(ofRole ?? undefined), employment, law(id))]);
    expect(Object.fromEntries(months)).toEqual({ ru: counts, nl: counts, gb: counts, us });
  });

  it('is nobody where neither person nor organisation is known', () => {
    expect(probationMonths(role(), employed(null, null), law('nl'))).toBeNull();
  });
});

describe('the term of a contract', () => {
  it.each([
    ['2026-12-04', '2027-01-03', 1],
    ['2027-01-04', '2027-04-03', 3],
    ['2026-12-04', '2027-06-03', 6],
    ['2026-12-04', '2028-12-03', 24],
    ['2027-01-31', '2027-02-27', 1],
  ])('from %s through %s is so many whole months', (from, last, months) => {
    expect(monthsThrough(from, last)).toBe(months);
    const [before, after] = [monthsThrough(from, addDays(last, -1)), monthsThrough(from, addDays(last, 1))];
    expect([before > months - 1, before < months, after > months, after < months + 1]).toEqual([true, true, true, true]);
  });

  it('counts days beyond whole months as parts of 31 days', () => {
    expect(monthsThrough('2026-12-04', '2027-06-04')).toBe(6 + 1 / 31);
    expect(monthsThrough('2026-12-04', '2026-12-04')).toBe(1 / 31);
  });

  it.each<[string, Partial<Person> | null, Pick<Organisation, 'contract'> | null, ReturnType<typeof termOf>]>([
    ['of nobody', null, null, null],
    ['of an organisation that does not say', {}, {}, null],
    ['of the organisation', {}, { contract: { kind: 'fixed-term', months: 12 } }, { kind: 'months', months: 12 }],
    ['without an end', {}, { contract: { kind: 'indefinite' } }, { kind: 'indefinite' }],
    ['that ends on no day', {}, { contract: { kind: 'fixed-term' } }, { kind: 'open-end' }],
    [
      'of the person, over that of the organisation',
      { contract: { kind: 'fixed-term', months: 7 } },
      { contract: { kind: 'indefinite' } },
      { kind: 'months', months: 7 },
    ],
    [
      'of the person without an end, over that of the organisation',
      { contract: { kind: 'indefinite' } },
      { contract: { kind: 'fixed-term', months: 12 } },
      { kind: 'indefinite' },
    ],
    [
      'with its last day',
      { hireDate: '2026-12-04', contract: { kind: 'fixed-term', endDate: '2027-06-03' } },
      null,
      { kind: 'months', months: 6 },
    ],
    ['with its last day alone', { contract: { kind: 'fixed-term', endDate: '2027-06-03' } }, null, null],
  ])('%s', (_, person, organisation, term) => {
    expect(termOf(employed(person, organisation))).toEqual(term);
  });
});

describe('the longest probation', () => {
  const limit = (id: JurisdictionId, months: number | 'indefinite' | 'open-end' | null, tier?: 'top'): number | null => {
    const contract =
      months === null
        ? undefined
        : months === 'indefinite'
          ? { kind: 'indefinite' as const }
          : months === 'open-end'
            ? { kind: 'fixed-term' as const }
            : { kind: 'fixed-term' as const, months };
    return probationLimit(role(undefined, tier), employed({}, contract ? { contract } : null), law(id));
  };

  // Labour Code art. 70; art. 7:652 BW, paragraphs 3 to 6. The United Kingdom and the United States set no limit.
  it.each([
    { months: 1, ru: 0, ruTop: 0, nl: 0 },
    { months: 1.9, ru: 0, ruTop: 0, nl: 0 },
    { months: 2, ru: 0.5, ruTop: 0.5, nl: 0 },
    { months: 4, ru: 0.5, ruTop: 0.5, nl: 0 },
    { months: 6, ru: 0.5, ruTop: 0.5, nl: 0 },
    { months: 6.1, ru: 3, ruTop: 6, nl: 1 },
    { months: 12, ru: 3, ruTop: 6, nl: 1 },
    { months: 23.9, ru: 3, ruTop: 6, nl: 1 },
    { months: 24, ru: 3, ruTop: 6, nl: 2 },
    { months: 60, ru: 3, ruTop: 6, nl: 2 },
    { months: 'open-end' as const, ru: 3, ruTop: 6, nl: 1 },
    { months: 'indefinite' as const, ru: 3, ruTop: 6, nl: 2 },
    { months: null, ru: 3, ruTop: 6, nl: 2 },
  ])('with a contract of $months: Russia $ru, at the top $ruTop, Netherlands $nl', ({ months, ru, ruTop, nl }) => {
    expect([limit('ru', months), limit('ru', months, 'top'), limit('nl', months), limit('nl', months, 'top')]).toEqual([ru, ruTop, nl, nl]);
    expect([limit('gb', months), limit('us', months), limit('gb', months, 'top'), limit('us', months, 'top')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is that of most people where no role is known', () => {
    expect(probationLimit(null, employed(null, null), law('ru'))).toBe(3);
  });

  it('follows the person’s own dates: six months to the day allow none in the Netherlands, a day more allows one', () => {
    const until = (endDate: string): number | null =>
      probationLimit(role(), employed({ hireDate: '2026-12-04', contract: { kind: 'fixed-term', endDate } }, null), law('nl'));
    expect([until('2027-06-03'), until('2027-06-04'), until('2028-12-02'), until('2028-12-03')]).toEqual([0, 1, 1, 2]);
  });
});

describe('a probation that is too long', () => {
  const twelve = employed({}, { contract: { kind: 'fixed-term', months: 12 } });

  it('is one beyond the limit, by its article and the day on which somebody compared it', () => {
    expect(tooLong(1, role(), twelve, law('nl'))).toBeNull();
    expect(tooLong(1.25, role(), twelve, law('nl'))).toEqual({ months: 1.25, limit: 1, law: 'art. 7:652 BW [2026-11-29]' });
    expect(tooLong(4, role(), employed(null, null), law('ru'))).toEqual({
      months: 4,
      limit: 3,
      law: 'Трудовой кодекс РФ, ст. 70 [2026-11-29]',
    });
    expect(tooLong(null, role(), twelve, law('nl'))).toBeNull();
    expect(tooLong(12, role(), twelve, law('gb'))).toBeNull();
  });

  it('names the article alone where nobody has compared it', () => {
    const dutch = law('nl');
    const unread = { ...dutch, laws: dutch.laws.map((one) => ({ ...one, checked: null })) };
    expect(tooLong(2, role(), twelve, unread)?.law).toBe('art. 7:652 BW');
  });

  it('is told with the role, and leaves the months as they are', () => {
    expect(probationProblems(role(2), twelve, law('nl'))).toEqual([
      {
        code: 'probation-too-long',
        severity: 'warning',
        args: { role: 'seller', months: 2, limit: 1, law: 'art. 7:652 BW [2026-11-29]' },
      },
    ]);
    expect(probationMonths(role(2), twelve, law('nl'))).toBe(2);
    expect(probationProblems(role(1), twelve, law('nl'))).toEqual([]);
    expect(probationProblems(role(2), employed({ contract: { kind: 'indefinite' } }, twelve.organisation), law('nl'))).toEqual([]);
  });

  it.each([
    ['the role’s goes before the organisation’s, which is said', 'nl', 2, { probation: { months: 1 } }, null, [{ months: 2, usual: 1 }]],
    ['they agree', 'nl', 2, { probation: { months: 2 } }, null, []],
    ['the organisation has none', 'nl', 2, {}, null, []],
    ['the person has one', 'nl', 2, { probation: { months: 1 } }, 1, []],
    ['a role’s counts for nothing', 'us', 2, { probation: { months: 1 } }, null, []],
  ] as const)('where %s', (_, country, months, organisation, own, said) => {
    const person = own === null ? {} : { probation: { months: own } };
    const found = probationProblems(role(months), employed(person, organisation), law(country));
    const ofRole = found.filter(({ code }) => code === 'probation-of-role');
    expect(ofRole.map(({ severity, args }) => [severity, args])).toEqual(said.map((facts) => ['info', { role: 'seller', ...facts }]));
  });

  it('has an article with its day in every country that sets a limit', () => {
    for (const id of jurisdictionIds) {
      const { limits, laws } = law(id);
      const { general, topManagement, law: article } = limits.probationMonths;
      const limited = general !== null || topManagement !== null;
      expect(laws.find((one) => one.id === article)?.checked ?? null, id).toEqual(
        limited ? expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) : null,
      );
    }
  });
});

describe('the days of a probation', () => {
  const calendar = (id: JurisdictionId): WorkCalendar => createWorkCalendar(law(id).calendar, null);
  const datesOf = (id: JurisdictionId, first: string, months: number | null, person: Partial<Person> = {}): ProbationDates | null =>
    probationDates(first, months, employed(person, null), law(id), calendar(id));
  const days = (found: ProbationDates | null): (string | null | undefined)[] => [
    found?.midpoint,
    found?.review,
    found?.notice,
    found?.dismissal,
    found?.end,
  ];

  // Labour Code arts. 70 and 71: the review two weeks before, notice three days before the last working day.
  it.each([
    ['2026-06-01', 3, ['2026-07-09', '2026-08-17', '2026-08-28', '2026-08-31', '2026-08-31']],
    // The last day is a Sunday, and nobody is dismissed on one.
    ['2026-02-09', 3, ['2026-03-18', '2026-04-24', '2026-05-05', '2026-05-08', '2026-05-08']],
    ['2026-06-22', 3, ['2026-07-30', '2026-09-07', '2026-09-18', '2026-09-21', '2026-09-21']],
    ['2026-06-15', 2, ['2026-07-08', '2026-07-31', '2026-08-11', '2026-08-14', '2026-08-14']],
    // Three days before Friday 26 February is a holiday.
    ['2026-12-01', 3, ['2027-01-11', '2027-02-12', '2027-02-22', '2027-02-26', '2027-02-28']],
  ])('in Russia from %s for %d months', (first, months, expected) => {
    expect(days(datesOf('ru', first, months))).toEqual(expected);
  });

  // The review five working days before; notice must have arrived on the last day, whatever day that is.
  it.each([
    ['2027-01-04', 2, ['2027-01-29', '2027-02-24', '2027-03-03', '2027-03-03', '2027-03-03']],
    ['2027-01-04', 1, ['2027-01-15', '2027-01-27', '2027-02-03', '2027-02-03', '2027-02-03']],
    ['2027-01-31', 1, ['2027-02-11', '2027-02-22', '2027-02-27', '2027-02-27', '2027-02-27']],
    ['2027-01-04', 0.25, [null, '2027-01-04', '2027-01-10', '2027-01-10', '2027-01-10']],
  ])('in the Netherlands from %s for %d months', (first, months, expected) => {
    expect(days(datesOf('nl', first, months))).toEqual(expected);
  });

  // Four weeks before the end, but ten working days before the last notice at the latest.
  it('in Great Britain leave time for notice before six months of service', () => {
    expect(days(datesOf('gb', '2027-01-11', 4))).toEqual(['2027-02-25', '2027-04-12', null, null, '2027-05-10']);
    expect(datesOf('gb', '2027-01-11', 6)).toMatchObject({
      review: '2027-06-14',
      end: '2027-07-10',
      service: { complete: '2027-07-10', notice: '2027-07-02' },
    });
    const month = { contract: { kind: 'indefinite' as const, notice: { value: 1, unit: 'month' as const } } };
    expect(datesOf('gb', '2027-01-11', 6, month)).toMatchObject({
      review: '2027-05-25',
      service: { complete: '2027-07-10', notice: '2027-06-09' },
    });
  });

  it('follow an extension where the country has one', () => {
    const person = { probation: { months: 3, extendedUntil: '2027-05-31' } };
    expect(datesOf('gb', '2027-01-11', 3, person)?.end).toBe('2027-05-31');
    expect(datesOf('nl', '2027-01-11', 2, person)?.end).toBe('2027-03-10');
  });

  it('are none without a probation', () => {
    expect([datesOf('nl', '2027-01-04', 0), datesOf('nl', '2027-01-04', null)]).toEqual([null, null]);
  });
});

describe('service in Great Britain', () => {
  const { service } = law('gb').probation;
  const dates = (first: string, person: Partial<Person> = {}): ReturnType<typeof serviceDates> | null =>
    service ? serviceDates(first, employed(person, null), service) : null;

  it('is complete on the day before the same day six months later, or earlier in a shorter month', () => {
    expect(dates('2027-01-11')).toEqual({ complete: '2027-07-10', notice: '2027-07-02' });
    expect(dates('2027-08-31')?.complete).toBe('2028-02-28');
  });

  it('counts from earlier employment that was continuous', () => {
    expect(dates('2027-01-11', { continuousFrom: '2026-12-01' })?.complete).toBe('2027-05-31');
  });

  it('protects nobody whose employment ends before 1 January 2027', () => {
    expect(dates('2026-03-02')).toEqual({ complete: '2026-09-01', notice: '2026-12-24' });
  });

  const told = (months: number, over: Partial<Person> = {}): string[] =>
    probationProblems(role(), employed({ probation: { months }, hireDate: '2027-01-11', ...over }, null), law('gb')).map(
      ({ code, severity }) => `${severity} ${code}`,
    );

  it('is warned of from six months on, and noted at five', () => {
    expect([told(4), told(5), told(6), told(9)]).toEqual([
      [],
      ['info probation-near-protection'],
      ['warning probation-reaches-protection'],
      ['warning probation-reaches-protection'],
    ]);
  });

  it('is warned of where a long notice or an extension leads beyond the last day for it', () => {
    expect(told(5, { contract: { kind: 'indefinite', notice: { value: 3, unit: 'month' } } })).toEqual([
      'warning probation-reaches-protection',
    ]);
    expect(told(4, { probation: { months: 4, extendedUntil: '2027-07-02' } })).toEqual([]);
    expect(told(4, { probation: { months: 4, extendedUntil: '2027-07-03' } })).toEqual(['warning probation-reaches-protection']);
  });
});

describe('a Dutch probation', () => {
  const fixed = { kind: 'fixed-term' as const, months: 12 };
  const valid = (contract: Person['contract'], months: number): number | null =>
    validMonths(role(), employed({ probation: { months }, ...(contract && { contract }) }, null), law('nl'));

  // Art. 7:652 BW, paragraphs 4 to 8.
  it('is void as a whole where it is too long, and never made shorter', () => {
    expect([valid(fixed, 1), valid(fixed, 2), valid({ kind: 'indefinite' }, 2), valid({ kind: 'indefinite' }, 3)]).toEqual([
      1,
      null,
      2,
      null,
    ]);
    expect(isVoid(4, role(), employed(null, null), law('ru')), 'the excess alone is without effect').toBe(false);
  });

  it('may be two months by collective agreement where the law says one, but never more, nor any within six months', () => {
    expect([valid({ ...fixed, caoMonths: 2 }, 2), valid({ ...fixed, caoMonths: 6 }, 3)]).toEqual([2, null]);
    expect(valid({ kind: 'fixed-term', months: 6, caoMonths: 2 }, 1)).toBeNull();
  });

  it('is void in a contract that follows another for the same work', () => {
    expect([valid({ kind: 'indefinite', successive: true }, 1), valid({ kind: 'indefinite', successive: false }, 1)]).toEqual([null, 1]);
  });

  it('cannot be extended', () => {
    const person = { probation: { months: 2, extendedUntil: '2027-05-01' } };
    expect(probationProblems(role(), employed(person, null), law('nl')).map(({ code }) => code)).toEqual(['probation-not-extended']);
  });
});

describe('a term of the law', () => {
  const calendar = createWorkCalendar(law('us').calendar, null);

  it.each([
    [{ value: 0, unit: 'working-day' }, '2027-01-14'],
    [{ value: 3, unit: 'working-day' }, '2027-01-20'],
    [{ value: 20, unit: 'calendar-day' }, '2027-02-03'],
    [{ value: 1, unit: 'week' }, '2027-01-21'],
    [{ value: 2, unit: 'week' }, '2027-01-28'],
    [{ value: 2, unit: 'month' }, '2027-03-12'],
  ] as const)('of %j from Thursday 14 January 2027 ends on %s', (term, last) => {
    expect(lastDayOf(term, '2027-01-14', calendar)).toBe(last);
  });

  it('comes a month before the end of a fixed term of six months or more in the Netherlands, art. 7:668 BW', () => {
    const lastDay = (contract: Person['contract']): string | undefined =>
      legalDates(law('nl').starting, '2027-01-04', employed({ hireDate: '2027-01-04', ...(contract && { contract }) }, null), calendar).get(
        'law-term-notice',
      );
    expect(lastDay({ kind: 'fixed-term', endDate: '2027-07-03' })).toBe('2027-06-02');
    expect(lastDay({ kind: 'fixed-term', months: 12 })).toBe('2027-12-02');
    expect([lastDay({ kind: 'fixed-term', endDate: '2027-07-02' }), lastDay({ kind: 'indefinite' })]).toEqual([undefined, undefined]);
    const notice = law('nl').starting.find(({ id }) => id === 'law-term-notice');
    expect(notice && concerns(notice, employed(null, null))).toBe(false);
  });

  it('of no days ends on the first day, even where that is a day off', () => {
    expect(lastDayOf({ value: 0, unit: 'working-day' }, '2027-01-16', calendar)).toBe('2027-01-16');
  });
});

describe('months', () => {
  it('end with a shorter month', () => {
    expect([addMonths('2026-08-31', 6), addMonths('2026-12-04', 6), addMonths('2026-11-30', 3)]).toEqual([
      '2027-02-28',
      '2027-06-04',
      '2027-02-28',
    ]);
  });
});
