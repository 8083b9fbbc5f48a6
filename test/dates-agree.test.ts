/** One set of dates: whatever the role, the country and the first day, stages join, deadlines fit, and all papers agree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { readRole } from '../src/desk/roles.js';
import { contents, plainText, walk } from '../src/document/reading.js';
import type { Document, Locale, Table } from '../src/document/document.js';
import { formatDate } from '../src/language/dates.js';
import { upperFirst } from '../src/language/sentences.js';
import { addDays } from '../src/law/dates.js';
import { planFor } from '../src/law/plan.js';
import type { Plan } from '../src/law/plan.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { createWorkCalendar } from '../src/law/work-calendar.js';
import type { WorkCalendar } from '../src/law/work-calendar.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import { listRoles } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';
import { jurisdictionIds, openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { writeHtml } from '../src/write/html.js';
import { runs } from './every.js';

const shelf = packageWorkspace();
const library = openLibrary(shelf);
const press = createPress(library, () => expect.fail('no fonts are needed'));
const calendarFor = openCalendars(library);
const roles = listRoles(shelf).flatMap(({ id }): Role[] => {
  const { role } = readRole(shelf, `roles/${id}.yaml`);
  return role?.onboarding ? [role] : [];
});
const calendars = new Map<string, WorkCalendar>();
const calendarOf = (country: JurisdictionId): WorkCalendar => {
  const found = calendars.get(country) ?? createWorkCalendar(library.jurisdiction(country).calendar, null);
  calendars.set(country, found);
  return found;
};

interface Case {
  role: Role;
  country: JurisdictionId;
  hireDate: string;
  months: number | null;
}

const hired = ({ hireDate, months }: Case): Person => ({
  name: { last: 'Berg', first: 'Kim' },
  hireDate,
  ...(months !== null && { probation: { months } }),
});
const planOf = (one: Case): Plan => {
  const starting = { person: hired(one), organisation: null, calendar: calendarOf(one.country) };
  return planFor(one.role, starting, library.jurisdiction(one.country)) ?? expect.fail('there is a plan');
};

const cases = fc.record({
  role: fc.constantFrom(...roles),
  country: fc.constantFrom(...jurisdictionIds),
  hireDate: fc.integer({ min: 0, max: 1095 }).map((days) => addDays('2026-01-01', days)),
  months: fc.constantFrom(null, 0, 0.5, 1, 2, 3, 4, 6),
});

describe('the dates of any onboarding', () => {
  it('have stages on working days, one after another without a day between', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const calendar = calendarOf(one.country);
        const stages = [...planOf(one).stages.values()];
        for (const [at, { from, to }] of stages.entries()) {
          expect([from <= to, calendar.dayOff(from), calendar.dayOff(to)]).toEqual([true, null, null]);
          const next = stages[at + 1];
          if (next) expect(next.from).toBe(calendar.addWorkingDays(to, 1));
        }
      }),
      { seed: 13, numRuns: runs(80) },
    );
  });

  it('have every step and check once, within its stage', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { stages, due } = planOf(one);
        const held = [...stages.values()].flatMap(({ from, to, items }) => [...items].map((id) => ({ id, from, to })));
        expect(held.map(({ id }) => id).sort()).toEqual([...due.keys()].sort());
        for (const { id, from, to } of held) {
          const date = due.get(id)?.date ?? '';
          expect([id, date >= from, date <= to]).toEqual([id, true, true]);
        }
      }),
      { seed: 13, numRuns: runs(80) },
    );
  });

  it('have no part of a stage with deadlines on both sides of the end of a probation, and its days in their order', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { stages, due, probation, firstDay } = planOf(one);
        if (!probation) return;
        const { start, midpoint, review, notice, dismissal, end } = probation;
        const order = [firstDay, start, midpoint, review, end].filter((day) => day !== null);
        expect(order).toEqual([...order].sort());
        expect(calendarOf(one.country).dayOff(review)).toBeNull();
        const last = [start, notice, dismissal, end].filter((day) => day !== null);
        expect(last).toEqual([...last].sort());
        for (const { from, items, afterProbation } of stages.values()) {
          const late = [...items].map((id) => (due.get(id)?.date ?? '') > end);
          expect(new Set(late).size).toBeLessThan(2);
          expect(afterProbation).toBe(late[0] ?? from > end);
        }
      }),
      { seed: 13, numRuns: runs(80) },
    );
  });
});

describe('all papers of one newcomer', () => {
  const languages: Record<string, Locale> = { ru: 'ru', nl: 'nl', gb: 'en', us: 'en' };
  const kinds = ['onboarding-checklist', 'onboarding-plan-manager', 'onboarding-plan-hr', 'probation-review'];
  const words = (document: Document): string => [...contents(document.blocks)].map(plainText).join('\n').replaceAll('\u00a0', ' ');
  const rowsOf = (document: Document, id: string): string[] =>
    [...walk(document.blocks)]
      .filter((one): one is Table => one.type === 'table' && one.id === id)
      .flatMap(({ rows }) => rows.map((row) => row.id ?? ''));

  // Each role once and each country three or four times; all of them together take longer than they tell.
  const some = roles.map((role, at): Case => {
    const country = jurisdictionIds[at % jurisdictionIds.length] ?? 'ru';
    return { role, country, hireDate: ['2026-06-01', '2026-12-01', '2027-01-11'][at % 3] ?? '', months: country === 'ru' ? 3 : 2 };
  });

  it.each(some.map((one) => ({ ...one, name: one.role.id })))(
    'print the same days of the probation: $name, $country, from $hireDate',
    async (one) => {
      const locale = languages[one.country] ?? 'en';
      const { probation, due } = planOf(one);
      if (!probation) return expect.fail('there is a probation');
      const law = library.jurisdiction(one.country);
      const said = (date: string): string => formatDate(date, locale, 'long', law.languages[locale]);
      const phrase = library.phrases(locale);
      const term = law.probation.term ?? 'probation';
      const job = (kind: string): Job => {
        const bare: Job = {
          role: one.role,
          kind,
          locale,
          jurisdiction: one.country,
          organisation: null,
          person: hired(one),
          date: null,
          logo: null,
        };
        return { ...bare, calendar: calendarFor(bare) };
      };
      const papers = new Map(kinds.map((kind) => [kind, press.assemble(job(kind))]));
      for (const [kind, paper] of papers) {
        const text = words(paper);
        expect(text, kind).toContain(`\n${phrase('checklist.probation-review', { term })}\n${said(probation.review)}\n`);
        expect(text, kind).toContain(`\n${phrase('probation.end', { term })}\n${said(probation.end)}\n`);
      }
      const manager = papers.get('onboarding-plan-manager') ?? expect.fail('it is made');
      expect(words(manager)).toContain(
        `\n${phrase('probation.talks.review', { term })}\n${upperFirst(formatDate(probation.review, locale, 'weekday', law.languages[locale]), locale)}\n`,
      );
      const html = writeHtml(manager, library.theme(manager.layout)).replaceAll('\u00a0', ' ');
      expect(html.replace(/<[^>]+>/gu, '')).toContain(said(probation.review));
      // Nobody is judged by what is not over.
      const judged = rowsOf(papers.get('probation-review') ?? manager, 'check-table').map((id) => due.get(id)?.date ?? 'unknown');
      expect(judged.filter((date) => date >= probation.review)).toEqual([]);
      const calendar = new TextDecoder()
        .decode((await press.transfer(job('onboarding-plan-manager'), 'ics')).bytes)
        .replaceAll('\r\n ', '');
      const events = calendar.split('BEGIN:VEVENT').filter((event) => event.includes(phrase('probation.talks.review', { term })));
      expect(events.map((event) => /DTSTART;VALUE=DATE:(\d{8})/.exec(event)?.[1])).toEqual([probation.review.replaceAll('-', '')]);
    },
  );
});
