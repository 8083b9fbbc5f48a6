/** A recorded refusal is no acknowledgement, and whoever starts later has nothing to do: on each screen of HR and of a head. */
import { expect, it } from 'vitest';
import { departmentTask } from '../src/http/tasks-department.js';
import type { DepartmentRow } from '../src/http/tasks-department.js';
import type { PeoplePage, RegisterPage } from '../src/studio/hr/lists.js';
import type { PersonPage } from '../src/studio/hr/person-page.js';
import type { Today } from '../src/studio/hr/today.js';
import { issued, openOffice, rowOf } from './office.js';
import type { Office } from './office.js';

/** One has refused for good, one has acknowledged, one starts in some days. */
const people = [
  rowOf({
    name: { last: 'Bakker', first: 'Anna' },
    personnelNumber: '1001',
    gender: 'female',
    hireDate: '2026-11-30',
    department: 'sales',
  }),
  rowOf(
    { name: { last: 'Visser', first: 'Daan' }, personnelNumber: '1002', gender: 'male', hireDate: '2026-11-30', department: 'sales' },
    2,
  ),
  rowOf(
    { name: { last: 'Smit', first: 'Eva' }, personnelNumber: '1003', gender: 'female', hireDate: '2026-12-07', department: 'sales' },
    3,
  ),
];

async function answered(office: Office): Promise<{ readonly waits: readonly unknown[] }> {
  const all = await office.ask<PeoplePage>('GET', '/api/v1/studio/hr/people?offset=0&limit=50');
  const idOf = (number: string): string => all.items.find((one) => one.number === number)?.id ?? '';
  const requestFor = async (number: string): Promise<string> => {
    const asked = { person: idOf(number), kind: 'job-description', method: 'in-person' };
    const { items } = await office.ask<{ items: { id: string }[] }>('POST', '/api/v1/requests', asked);
    return items[0]?.id ?? '';
  };
  const refused = await requestFor('1001');
  const refuse = (body: object) => office.ask<{ waits: unknown }>('POST', `/api/v1/requests/${refused}/refusal`, body);
  const waits = [(await refuse({ on: '2026-12-01' })).waits, (await refuse({ on: '2026-12-01', close: true })).waits];
  await office.ask('POST', `/api/v1/requests/${await requestFor('1002')}/acknowledgement`, { on: '2026-12-01' });
  return { waits };
}

it('shows and filters refusals and first days to come', async () => {
  const office = await openOffice(people);
  await issued(office);
  expect((await answered(office)).waits).toEqual(['words', null]);
  const register = (state: string) => office.ask<RegisterPage>('GET', `/api/v1/studio/hr/register?offset=0&limit=50&state=${state}`);
  const found = async (state: string) => (await register(state)).items.map(({ number, shown, startsOn }) => [number, shown, startsOn]);
  expect(await found('refused')).toEqual([['1001', 'refused', null]]);
  expect(await found('to-come')).toEqual([['1003', 'to-come', '2026-12-07']]);
  expect(await found('current')).toEqual([['1002', 'current', null]]);
  expect((await register('current')).totals).toMatchObject({ all: 3, refused: 1, 'to-come': 1, current: 1, 'to-do': 0 });

  const list = await office.ask<PeoplePage>('GET', '/api/v1/studio/hr/people?offset=0&limit=50');
  expect(list.items.map(({ number, state, gender }) => [number, state, gender])).toEqual([
    ['1001', 'refused', 'female'],
    ['1002', 'current', 'male'],
    ['1003', 'to-come', 'female'],
  ]);

  const { newcomers } = await office.ask<Today>('GET', '/api/v1/studio/hr/today');
  expect(newcomers.map(({ name, gender, done, refused, papers }) => [name, gender, done, refused, papers])).toEqual([
    ['Anna Bakker', 'female', 0, 1, 1],
    ['Daan Visser', 'male', 1, 0, 1],
    ['Eva Smit', 'female', 0, 0, 1],
  ]);

  const anna = list.items.find(({ number }) => number === '1001')?.id ?? '';
  const page = await office.ask<PersonPage>('GET', `/api/v1/studio/hr/people/${anna}`);
  expect(page.papers.flatMap(({ stand }) => stand?.shown ?? [])).toEqual(['refused']);

  const setting = await office.setting();
  const rows = await departmentTask({ department: 'sales' }, { setting } as Parameters<typeof departmentTask>[1]);
  const told = ({ name, gender, held, on, standing }: DepartmentRow) => [name, gender, held === null, on, standing];
  expect(rows.map(told)).toEqual([
    ['Anna Bakker', 'female', true, null, 'refused'],
    ['Eva Smit', 'female', true, null, 'to-come'],
    ['Daan Visser', 'male', false, '2026-12-01', 'current'],
  ]);
});
