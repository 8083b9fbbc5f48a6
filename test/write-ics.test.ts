/** Calendars: made from roles, written by the standard, read back by another library. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Agenda, AgendaEntry } from '../src/document/agenda.js';
import { openCalendars } from '../src/desk/calendars.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Locale } from '../src/document/document.js';
import { openLibrary } from '../src/shelf/library.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import type { Role } from '../src/role/role.generated.js';
import { readRole } from '../src/desk/roles.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { writeIcs } from '../src/write/ics.js';

const entry: AgendaEntry = {
  uid: '00000000-0000-8000-a000-000000000001',
  summary: 'Sign in',
  description: '',
  from: '2026-06-01',
  until: '2026-06-02',
  categories: ['Onboarding'],
  confidential: false,
  attendees: [],
  reminders: [],
};
const agenda = (entries: AgendaEntry[], more: Partial<Agenda> = {}): Agenda => ({
  title: 'Onboarding',
  description: 'Plan',
  language: 'en-GB',
  timeZone: 'Europe/London',
  edition: { date: '2026-05-01', number: 9617 },
  organiser: null,
  entries,
  ...more,
});

const eventsIn = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const first = (text: string): ICAL.Event => eventsIn(text)[0] ?? expect.fail('no event');
const bytes = (line: string): number => new TextEncoder().encode(line).length;

describe('a calendar file', () => {
  const nasty = 'a;b,c\\d\\n"e": f^g\nBEGIN:VEVENT\r\nUID:x ' + 'щ'.repeat(100) + '😀'.repeat(40);

  it('says any words as they are, in lines of at most 75 bytes', () => {
    const text = writeIcs(agenda([{ ...entry, summary: nasty, description: nasty, categories: [nasty, 'b'] }], { title: nasty }));
    const event = first(text);
    const plain = nasty.replace('\r\n', '\n');
    expect([event.summary, event.description]).toEqual([plain, plain]);
    expect(event.component.getFirstProperty('categories')?.getValues()).toEqual([plain, 'b']);
    expect(eventsIn(text)).toHaveLength(1);
    expect(text.endsWith('END:VCALENDAR\r\n') && !/[^\r]\n/.test(text)).toBe(true);
    expect(Math.max(...text.split('\r\n').map(bytes))).toBe(75);
  });

  it('lets no name or address end its parameter', () => {
    const person = { name: 'Ann "X";ROLE=CHAIR:mailto:evil@example.com^\n', email: 'a b,"c;d:e@example.com' };
    const attendee = first(writeIcs(agenda([{ ...entry, attendees: [person] }], { organiser: person }))).component.getFirstProperty(
      'attendee',
    );
    expect(attendee?.getParameter('cn')).toBe(person.name);
    expect(attendee?.getParameter('role')).toBe('REQ-PARTICIPANT');
    expect(attendee?.getFirstValue()).toBe('mailto:a%20b%2C%22c%3Bd%3Ae@example.com');
  });

  it('shows that a control stood somewhere', () => {
    expect(first(writeIcs(agenda([{ ...entry, summary: 'a\u0000b\u0007' }]))).summary).toBe('a\uFFFDb\uFFFD');
  });

  it('names nobody as invited without an organiser', () => {
    expect(writeIcs(agenda([{ ...entry, attendees: [{ name: 'A', email: 'a@example.com' }] }]))).not.toContain('ATTENDEE');
  });

  it.each([
    [1, 9, -15],
    [3, 9, -63],
    [0, 9, 9],
    [1, 0, -24],
    [0, 0, 0],
  ])('reminds %i days before at %i o’clock', (daysBefore, hour, hours) => {
    const alarm = first(writeIcs(agenda([{ ...entry, reminders: [{ daysBefore, hour }] }]))).component.getFirstSubcomponent('valarm');
    expect((alarm?.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds()).toBe(hours * 3600);
  });
});

describe('the calendar of an onboarding', () => {
  const library = openLibrary(packageWorkspace());
  const press = createPress(library, () => expect.fail('no fonts are needed'));
  const calendarFor = openCalendars(library);
  const { role: ours } = readRole(packageWorkspace(), 'roles/sales-manager.yaml');
  if (!ours?.onboarding) throw new Error('the role cannot be read');
  /** With a probation of its own, which ours leaves to the organisation. */
  const role: Role = { ...ours, onboarding: { ...ours.onboarding, probation: { months: 2 } } };

  const person: Person = {
    name: { last: 'Иванова', first: 'Анна', middle: 'Петровна' },
    gender: 'female',
    personnelNumber: '00042',
    hireDate: '2026-06-01',
    probation: { months: 2 },
    email: 'anna.ivanova@example.com',
    manager: { name: { last: 'Соколов', first: 'Андрей' }, email: 'sokolov@example.com' },
    mentor: { name: { last: 'Черных', first: 'Любовь' } },
  };
  const organisation: Organisation = {
    name: 'ООО «Северный ветер»',
    jurisdiction: 'ru',
    languages: ['ru'],
    calendar: { timeZone: 'Asia/Yekaterinburg' },
  };
  const job = (more: Partial<Job> = {}): Job => ({
    role,
    kind: 'onboarding-checklist',
    locale: 'ru',
    jurisdiction: 'ru',
    organisation,
    person,
    logo: null,
    date: '2026-05-20',
    ...more,
  });
  const made = async (more: Partial<Job> = {}): Promise<string> => {
    const one = job(more);
    return new TextDecoder().decode((await press.transfer({ ...one, calendar: calendarFor(one) }, 'ics')).bytes);
  };
  const uids = async (more: Partial<Job> = {}): Promise<string[]> =>
    eventsIn(await made(more))
      .map((event) => event.uid)
      .sort();

  it.each([
    ['in the language of the calendar', 'ООО «Северный ветер»', 'План адаптации, ООО «Северный ветер»'],
    ['that ends with a full stop', { ru: 'ООО «Ромашка и К.»', nl: 'Kamille B.V.' }, 'План адаптации, ООО «Ромашка и К.»'],
    ['in another language only', { nl: 'Kamille B.V.' }, 'План адаптации'],
    ['that is empty', { ru: '', nl: 'Kamille B.V.' }, 'План адаптации'],
  ])('says whose it is by a name %s, without a hole', async (_, name, about) => {
    const calendar = new ICAL.Component(ICAL.parse(await made({ organisation: { ...organisation, name } })) as unknown[]);
    expect(calendar.getFirstPropertyValue('description')).toBe(`${about}\nПервый рабочий день: 1 июня 2026 г.`);
  });

  it('has what its reader has to do, on whole working days, and when the probation ends', async () => {
    const text = await made();
    const events = eventsIn(text);
    expect(text).toContain('X-WR-TIMEZONE:Asia/Yekaterinburg');
    expect(events.every((event) => event.startDate.isDate && event.endDate.compare(event.startDate) > 0)).toBe(true);
    expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
    const end = events.find((event) => event.summary.startsWith('Последний день'));
    expect(end?.startDate.toString()).toBe('2026-07-31');
    expect(events.map((event) => event.summary)).not.toContain('Подготовить рабочее место, компьютер и телефон');
    const own =
      role.onboarding?.stages
        .flatMap((stage) => stage.steps)
        .filter((step) => step.owner === 'new-hire' && (step.jurisdictions?.includes('ru') ?? true)).length ?? 0;
    expect(own).toBeGreaterThan(3);
    expect(events.filter((event) => String(event.component.getFirstProperty('categories')?.getValues()).includes('Задачи'))).toHaveLength(
      own,
    );
  });

  it('reminds on a working day', async () => {
    const days = eventsIn(await made()).flatMap((event) =>
      event.component
        .getAllSubcomponents('valarm')
        .slice(-1)
        .map((alarm) => {
          const at = event.startDate.clone();
          at.isDate = false;
          at.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration);
          return at;
        }),
    );
    expect(days.length).toBeGreaterThan(5);
    expect(days.map((at) => [at.hour, at.dayOfWeek() % 7 > 1 || at.dayOfWeek() === 2])).toEqual(days.map(() => [9, true]));
  });

  it('invites those whose addresses are known, and lets servers send nothing', async () => {
    const text = (await made()).replaceAll('\r\n ', '');
    expect(text).toContain('ORGANIZER;CN=Соколов Андрей;SCHEDULE-AGENT=NONE:mailto:sokolov@example.com');
    expect(text).toContain('mailto:anna.ivanova@example.com');
    expect(text).not.toContain('METHOD:');
    expect(await made({ person: { ...person, manager: { name: { last: 'A' } } } })).not.toMatch(/ORGANIZER|ATTENDEE/);
  });

  it('updates rather than doubles: the same matter keeps its UID, a later date gives a higher number', async () => {
    const before = await uids();
    expect(
      await uids({ person: { ...person, hireDate: '2026-07-01', name: { last: 'Кузнецова', first: 'Анна' } }, date: '2026-06-20' }),
    ).toEqual(before);
    expect(await uids({ locale: 'en' })).toEqual(before);
    expect((await uids({ person: { ...person, personnelNumber: '00043' } })).filter((uid) => before.includes(uid))).toEqual([]);
    expect(before.every((uid) => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/.test(uid))).toBe(true);
    const [earlier, later, undated] = await Promise.all([made(), made({ date: '2026-05-21' }), made({ date: null })]);
    const sequences = [earlier, later, undated].map((text) => first(text).sequence);
    expect(sequences).toEqual([9636, 9637, 0]);
    expect([earlier, undated].map((text) => String(first(text).component.getFirstPropertyValue('dtstamp')))).toEqual([
      '2026-05-20T00:00:00Z',
      '2026-06-01T00:00:00Z',
    ]);
    expect(await made()).toBe(earlier);
  });

  it.each(['ru', 'en', 'nl'] as Locale[])('is in its language: %s', async (locale) => {
    const event = first(await made({ locale, jurisdiction: locale === 'en' ? 'gb' : locale }));
    expect(event.component.getFirstProperty('summary')?.getParameter('language')).toBe({ ru: 'ru-RU', en: 'en-GB', nl: 'nl-NL' }[locale]);
  });

  it('needs the day on which the work begins', async () => {
    const undated = { ...person };
    delete undated.hireDate;
    const refused = await made({ person: undated }).catch((error: unknown) =>
      error instanceof Refusal ? error.diagnostics.map(({ code }) => code) : error,
    );
    expect(refused).toEqual(['calendar-needs-hire-date']);
    const none = await made({ kind: 'job-description' }).catch((error: unknown) =>
      error instanceof Refusal ? error.diagnostics.map(({ code }) => code) : error,
    );
    expect(none).toEqual(['format-not-for-kind']);
  });
});
