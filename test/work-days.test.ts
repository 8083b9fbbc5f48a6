/** A person’s own days, hours and contract: plans count and place their days by them, papers say them, terms of the law do not move. */
import { describe, expect, test } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Facts, Role } from '../src/role/role.generated.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { fonts } from './paper.js';
import { paperRole } from './paper-role.js';

const library = openLibrary(packageWorkspace());
const press = createPress(library, () => fonts);
const calendarFor = openCalendars(library);

const oak = (over: Partial<Organisation> = {}): Organisation => ({
  ...{ name: 'Oak', jurisdiction: 'nl', languages: ['ru', 'en', 'nl'], probation: { months: 1 } },
  ...over,
});
/** Friday, 4 December 2026. */
const anna = (over: Partial<Person> = {}): Person => ({
  ...{ name: { last: 'Jansen', first: 'Anna' }, gender: 'female', hireDate: '2026-12-04' },
  ...over,
});

/** With steps on working days 1, 2 and 5, on a calendar day, and the day before the first. */
function starter(facts: Facts = {}): Role {
  const role = paperRole();
  const step = (id: string, day: number, unit: 'working-day' | 'calendar-day' = 'working-day') => ({
    ...{ id, text: { ru: id, en: id, nl: id }, owner: 'new-hire' },
    due: { day, unit },
  });
  const stage = (id: string, day: number, steps: ReturnType<typeof step>[]) => ({
    ...{ id, title: { ru: id, en: id, nl: id }, start: { day } },
    ...{ duration: { min: 2, unit: 'week' as const }, steps },
  });
  return {
    ...role,
    facts,
    onboarding: {
      stages: [
        stage('ahead', -3, [step('prepare', -1)]),
        stage('start', 1, [step('one', 1), step('two', 2), step('five', 5), step('sunday', 10, 'calendar-day')]),
      ],
    },
  };
}

function planned(role: Role, person: Person, organisation = oak()) {
  const job = { role, person, organisation, jurisdiction: organisation.jurisdiction, kind: 'onboarding-checklist', locale: 'nl' as const };
  const plan = press.plan({ ...job, calendar: calendarFor(job) });
  return plan ?? expect.fail('no plan');
}
const due = (...of: Parameters<typeof planned>): string[] => [...planned(...of).due.values()].map(({ date }) => date.slice(5));

describe('days of work', () => {
  test('count the working days of whoever works on them, and no step falls on another; what is prepared follows the organisation', () => {
    expect(due(starter(), anna())).toEqual(['12-03', '12-04', '12-07', '12-10', '12-14']);
    // Fri 4, Mon 7, Wed 9, Fri 11, Mon 14; calendar day 10 is Sunday 13.
    expect(due(starter(), anna({ facts: { days: ['mon', 'wed', 'fri'] } }))).toEqual(['12-03', '12-04', '12-07', '12-14', '12-14']);
  });

  test('may be a rota, over weekends too, from the first day of work or from another', () => {
    const rota = (from?: string): string[] => due(starter(), anna({ facts: { days: { on: 2, off: 2, ...(from && { from }) } } }));
    expect(rota()).toEqual(['12-03', '12-04', '12-05', '12-12', '12-13']);
    // The second of two days.
    expect(rota('2026-12-03')).toEqual(['12-03', '12-04', '12-07', '12-12', '12-15']);
  });

  test('leave out the holidays of all', () => {
    const days = anna({ hireDate: '2026-12-23', facts: { days: ['fri', 'sat'] } });
    // Christmas is on a Friday and Saturday, New Year on a Friday.
    expect(due(starter(), days).slice(1, 3)).toEqual(['01-02', '01-08']);
  });

  test('of the person go before those of the role, these before those of the organisation', () => {
    const second = (person: Facts, role: Facts, organisation: Facts): string | undefined =>
      due(starter(role), anna({ facts: person }), oak({ facts: organisation }))[2];
    const [monday, tuesday, wednesday]: Facts[] = [{ days: ['fri', 'mon'] }, { days: ['fri', 'tue'] }, { days: ['fri', 'wed'] }];
    expect(second(monday ?? {}, tuesday ?? {}, wednesday ?? {})).toBe('12-07');
    expect(second({}, tuesday ?? {}, wednesday ?? {})).toBe('12-08');
    expect(second({}, {}, wednesday ?? {})).toBe('12-09');
  });

  test('do not move the terms of the law; talks are held on them', () => {
    const usual = planned(starter(), anna()).probation;
    const own = planned(starter(), anna({ facts: { days: ['tue'] } })).probation;
    expect([own?.end, own?.notice, own?.dismissal]).toEqual([usual?.end, usual?.notice, usual?.dismissal]);
    expect([own?.midpoint, own?.review]).toEqual(['2026-12-15', '2026-12-22']);
  });
});

const said = (kind: string, locale: Locale, jurisdiction: JurisdictionId, role: Role, person: Person, facts: Facts = {}): string => {
  const organisation = oak({ jurisdiction, facts });
  const job = { role, kind, locale, jurisdiction, organisation, person, date: null, logo: null };
  return [...contents(press.assemble({ ...job, calendar: calendarFor(job) }).blocks)].map(plainText).join('\n').replaceAll('\u00a0', ' ');
};

describe('papers', () => {
  const part = anna({ facts: { hours: 20, days: ['mon', 'wed', 'fri'] }, contract: { kind: 'fixed-term', endDate: '2027-06-03' } });
  const full = starter({ hours: 40, fte: 1, pattern: { ru: 'пятидневка', en: 'five days', nl: 'vijf dagen' } });

  test.each<[Locale, JurisdictionId, string[]]>([
    ['ru', 'ru', ['Срочный, по 3 июня 2027 г.', '20 ч в неделю (0,5 ставки), понедельник, среда и пятница']],
    ['nl', 'nl', ['Bepaalde tijd, tot en met 3 juni 2027', '20 uur per week (0,5 fte), maandag, woensdag en vrijdag']],
    ['en', 'gb', ['Fixed term, until 3 June 2027', '20 hours a week (0.5 FTE), Monday, Wednesday and Friday']],
    ['en', 'us', ['Temporary, through June 3, 2027', '20 hours a week (0.5 FTE), Monday, Wednesday, and Friday']],
  ])('say the terms of the person in %s of %s', (locale, country, terms) => {
    const text = said('onboarding-checklist', locale, country, full, part);
    for (const words of terms) expect(text).toContain(words);
    expect(text).not.toMatch(/пятидневка|five days|vijf dagen/u);
  });

  test('print days in a row as a span, and a rota as one', () => {
    const days = (facts: Facts): string => said('onboarding-checklist', 'en', 'gb', starter(), anna({ facts }));
    expect(days({ days: ['tue', 'wed', 'thu', 'fri', 'sat'] })).toContain('Tuesday to Saturday');
    expect(days({ days: { on: 2, off: 2, from: '2026-12-03' } })).toContain('2 days on, 2 days off, from 3 December 2026');
  });

  test.each<[Facts, string]>([
    [{ hours: 24 }, '24 hours a week (0.6 FTE)'],
    [{ fte: 0.6 }, '24 hours a week (0.6 FTE)'],
    [{ hours: 40 }, '40 hours a week, Monday to Friday'],
    [{ fte: 1 }, '40 hours a week, Monday to Friday'],
  ])('say the days of the full week only of whoever works its hours: %o', (facts, size) => {
    for (const week of [{ pattern: 'Monday to Friday' }, { days: ['mon', 'tue', 'wed', 'thu', 'fri'] }] satisfies Facts[]) {
      const text = said('job-description', 'en', 'gb', starter(), anna({ facts }), { hours: 40, fte: 1, ...week });
      expect(text).toContain(size);
      expect(text.includes('Monday to Friday')).toBe(size.includes('Monday'));
    }
  });

  test('keep the pattern that work has of its own, whatever the hours', () => {
    const role = starter({ hours: 40, fte: 1, ownPattern: true, pattern: { ru: 'r', en: 'early and late shifts', nl: 'n' } });
    expect(said('job-description', 'en', 'gb', role, anna({ facts: { hours: 24 } }))).toContain(
      '24 hours a week (0.6 FTE), early and late shifts',
    );
  });

  test('reckon a share from the full week, where the work is part time by itself', () => {
    const text = said('job-description', 'en', 'gb', starter({ hours: 20, fte: 0.5 }), anna({ facts: { fte: 0.8 } }));
    expect(text).toContain('32 hours a week (0.8 FTE)');
  });

  test('keep what the organisation says of its pattern from a role with days of its own', () => {
    const text = (facts: Facts): string =>
      said('job-description', 'en', 'gb', starter(facts), anna(), { hours: 38, pattern: 'Monday to Friday' });
    expect(text({})).toContain('Monday to Friday');
    expect(text({ days: ['sat', 'sun'] })).toContain('38 hours a week, Saturday and Sunday');
  });
});
