/** People: who they are, which posts they hold, that they leave, and everything about one. */
import type { Diagnostic, Locale, Person, PersonRow } from 'rolewright';
import type { PlanReader } from '../access/plan-links.js';
import type { PlanMailed } from '../post/plan-mail.js';
import { nameIn, someone } from '../register/find.js';
import { refuseDoubtful } from '../register/leave-doubts.js';
import { leave } from '../register/leaving.js';
import { takePeople } from '../register/people.js';
import { orRefuse } from '../register/setting.js';
import { after, limit, pageOf, slug } from './paging.js';
import { plainPerson, plainProblem } from './plain.js';
import { refuse } from './problem.js';
import { bodyOf, visitorOf } from './route.js';
import type { Route } from './route.js';
import { isWithin, personFound, postsOn, seen } from './within.js';

interface NewPerson {
  readonly names: Person['name'];
  readonly gender?: 'male' | 'female';
  readonly language?: Locale;
  readonly number?: string;
  readonly role: string;
  readonly department?: string;
  readonly from?: string;
}

interface TakenOver {
  readonly people: readonly NewPerson[];
  readonly on?: string;
  readonly newcomers?: boolean;
  readonly movesOn?: string;
  readonly putRight?: boolean;
}

export const peopleRoutes: readonly Route[] = [
  {
    id: 'listPeople',
    method: 'GET',
    path: '/api/v1/people',
    right: 'people.read',
    query: { after, limit, department: slug, role: slug },
    answers: 'register#People',
    audited: true,
    async run(asked) {
      const { read } = asked.service.storage;
      const { department, role } = asked.query;
      const today = asked.service.today();
      const { rows, next } = await seen(
        (page) => read.people(page),
        async ({ id }) => {
          if (asked.reach === 'everywhere' && department === undefined && role === undefined) return true;
          const posts = postsOn(await read.holdingsOf(id), today);
          const named = posts.some(
            (one) => (department === undefined || one.department === department) && (role === undefined || one.role === role),
          );
          return named && isWithin(posts, asked.reach, today);
        },
        pageOf(asked),
      );
      const items: object[] = [];
      for (const row of rows) items.push(plainPerson(row, await read.holdingsOf(row.id), asked.language));
      return { data: { items, next }, about: rows.map(({ id }) => id) };
    },
  },
  {
    id: 'readPerson',
    method: 'GET',
    path: '/api/v1/people/{person}',
    right: 'people.read',
    answers: 'register#Person',
    audited: true,
    async run(asked) {
      const row = await personFound(asked);
      return { data: plainPerson(row, await asked.service.storage.read.holdingsOf(row.id), asked.language), about: [row.id] };
    },
  },
  {
    id: 'takePeople',
    method: 'POST',
    path: '/api/v1/people',
    right: 'people.change',
    body: 'register#NewPeople',
    answers: 'register#TakenPeople',
    once: true,
    async run(asked) {
      const { people, on, newcomers, movesOn, putRight } = bodyOf<TakenOver>(asked);
      // A list says who is everywhere, so that moves between departments are seen: it is for those who see all of them.
      if (asked.reach !== 'everywhere') throw refuse('http-no-right', { right: 'people.change' });
      const setting = asked.setting();
      for (const { role, department } of people) {
        if (!setting.workplace.role(role, department ?? null)) throw refuse('http-unknown', { what: 'role', value: role });
        const known = setting.workplace.organisation?.departments?.map(({ id }) => id) ?? [];
        if (department !== undefined && !known.includes(department))
          throw refuse('http-unknown', { what: 'department', value: department });
      }
      const rows = people.map(
        ({ names, gender, language, number, role, department, from }, at): PersonRow => ({
          row: at + 1,
          role,
          locale: language ?? null,
          person: {
            name: names,
            ...(gender && { gender }),
            ...(language && { language }),
            ...(number !== undefined && { personnelNumber: number }),
            ...(department !== undefined && { department }),
            ...(from !== undefined && { hireDate: from }),
          },
        }),
      );
      const problems: Diagnostic[] = [];
      const how = { newcomers: newcomers ?? false, putRight: putRight ?? false, ...(movesOn !== undefined && { movesOn }) };
      const options = { on: on ?? setting.today, isDayOfList: true, complete: false, ...how };
      const { known, changed, moved, unchanged, doubtful, leftOut } = await takePeople(rows, options, setting, problems);
      orRefuse(problems);
      return { data: { known, changed, moved, unchanged, doubtful, leftOut, problems: problems.map(plainProblem) } };
    },
  },
  {
    id: 'leavePerson',
    method: 'POST',
    path: '/api/v1/people/{person}/leaving',
    right: 'people.change',
    body: 'register#Leaving',
    answers: 'register#Left',
    once: true,
    async run(asked) {
      const person = someone(await personFound(asked));
      const { on, sure = [] } = bodyOf<{ on: string; sure?: readonly string[] }>(asked);
      const setting = asked.setting();
      let plansEnded = 0;
      if (person.leftOn !== on) {
        if (!sure.includes('register-leave-asks')) await refuseDoubtful(person, on, setting);
        plansEnded = await leave(person, on, setting);
      }
      // Whoever has left already is dated otherwise, which may be a slip.
      return { data: { person: person.id, on, before: person.leftOn, plansEnded } };
    },
  },
  {
    id: 'mailPlan',
    method: 'POST',
    path: '/api/v1/people/{person}/plan/mails',
    right: 'requests.make',
    body: 'register#PlanMails',
    answers: 'register#PlanMailed',
    once: true,
    async run(asked) {
      const { id } = await personFound(asked);
      const { readers } = bodyOf<{ readers?: readonly PlanReader[] }>(asked);
      const { actor } = visitorOf(asked);
      const data = await asked.service.crew.run<PlanMailed>(
        'plan-mail',
        { person: id, ...(readers && { readers }) },
        { actor, language: asked.language },
      );
      return { data };
    },
  },
  {
    id: 'exportPerson',
    method: 'POST',
    path: '/api/v1/people/{person}/export',
    right: 'exports.make',
    answers: 'file',
    audited: true,
    fresh: true,
    async run(asked) {
      const row = await personFound(asked);
      const { actor } = visitorOf(asked);
      const bytes = await asked.service.crew.run<Uint8Array>('export', { person: row.id }, { actor, language: asked.language });
      const name = `${nameIn(someone(row), asked.language)}.zip`;
      return { file: { bytes, type: 'application/zip', name }, about: [row.id] };
    },
  },
];
