/** Whom the service and the studio ask to acknowledge: those who wait for it, and by name whoever starts later or has refused. */
import { expect } from 'vitest';
import { refuse } from '../src/register/refusing.js';
import { statusOf } from '../src/register/status.js';
import { askHolders } from '../src/studio/hr/issue-run.js';
import { registerPage } from '../src/studio/hr/lists.js';
import { todayOf } from '../src/studio/hr/today.js';
import { anna, issued, openOffice, personOf, rowOf } from './office.js';
import type { Office } from './office.js';
import { fully } from './programs.js';

interface Asked {
  readonly items: readonly { readonly id: string; readonly person: string }[];
  readonly toCome: readonly { readonly person: string; readonly startsOn: string }[];
}
const ben = { name: { last: 'Visser', first: 'Ben' }, personnelNumber: '1002', hireDate: '2026-12-15' };

/** Anna refuses what she is asked for: the record of it settles it. */
async function refusedBy(number: string, office: Office): Promise<void> {
  const setting = await office.setting();
  const row = (await statusOf({ person: (await personOf(number, office)).id }, setting))[0];
  const request = row?.stand.asking && (await office.storage.read.request(row.stand.asking.request));
  if (!row || !request) throw new Error('nobody was asked');
  const meant = { request, document: row.document, person: row.holder.person };
  const { act } = await refuse(meant, { reason: 'I do not agree', witnesses: [], on: '2026-12-01' }, setting, []);
  expect(act).not.toBeNull();
}

fully('asks by name ahead of the first day and after a refusal, through the API', async () => {
  const office = await openOffice([rowOf(anna), rowOf(ben, 2)]);
  await issued(office);
  const [annas, bens] = [(await personOf('1001', office)).id, (await personOf('1002', office)).id];
  const all = await office.ask<Asked>('POST', '/api/v1/requests', {});
  expect([all.items.map(({ person }) => person), all.toCome]).toEqual([[annas], [{ person: bens, startsOn: '2026-12-15' }]]);
  await refusedBy('1001', office);
  expect((await office.ask<Asked>('POST', '/api/v1/requests', {})).items).toEqual([]);
  expect((await office.ask<Asked>('POST', '/api/v1/requests', { person: annas })).items).toHaveLength(1);
  const again = await office.ask<{ requested: readonly string[] }>('POST', '/api/v1/documents', {
    person: bens,
    request: true,
    on: '2026-12-15',
  });
  expect(again.requested).toHaveLength(1);
});

fully('reads the same in the API and the studio: a refusal is no acknowledgement, and who starts later has nothing to do', async () => {
  const office = await openOffice([rowOf(anna), rowOf(ben, 2)]);
  await issued(office);
  await office.ask('POST', '/api/v1/requests', {});
  await refusedBy('1001', office);
  interface Status {
    readonly totals: Readonly<Record<string, number>>;
    readonly items: readonly { readonly number: string; readonly standing: string; readonly startsOn: string | null }[];
  }
  const { totals, items } = await office.ask<Status>('GET', '/api/v1/register/status');
  expect(totals).toMatchObject({ toDo: 0, current: 0, refused: 1, toCome: 1, noPaper: 0 });
  expect(items.map(({ number, standing, startsOn }) => [number, standing, startsOn])).toEqual([
    ['1001', 'refused', null],
    ['1002', 'to-come', '2026-12-15'],
  ]);
  const path = '/api/v1/register/status?standing=';
  expect((await office.ask<Status>('GET', `${path}current`)).items).toEqual([]);
  expect((await office.ask<Status>('GET', `${path}refused`)).items).toHaveLength(1);
  const setting = await office.setting();
  expect((await todayOf(setting)).toAsk.count).toBe(0);
  // Of two weeks later, when Ben has begun, all is to do for him.
  const later = await todayOf({ ...setting, today: '2026-12-15' });
  expect([later.toAsk.count, later.newcomers.map(({ name, done }) => [name, done])]).toEqual([1, [['Ben Visser', 0]]]);
  expect((await registerPage({ offset: 0, limit: 9 }, setting)).totals).toMatchObject({ current: 0, 'to-do': 0, all: 2 });
});

fully('issues nothing where people would be asked until a day that has passed', async () => {
  const office = await openOffice([rowOf(anna)]);
  const due = '2026-11-30';
  await expect(office.ask('POST', '/api/v1/documents', { formats: ['docx'], request: true, due })).rejects.toThrow('register/due-is-past');
  const asked = { who: 'everybody', kinds: [], languages: [], formats: ['docx'], on: '2026-12-01' };
  const { papers } = await office.ask<{ papers: readonly { readonly stem: string }[] }>('POST', '/api/v1/studio/hr/issue/plan', asked);
  const run = { run: 'run-of-december-1', asked, stems: papers.map(({ stem }) => stem), ask: true };
  expect(run.stems.length).toBeGreaterThan(0);
  await expect(office.ask('POST', '/api/v1/studio/hr/issue/runs', { ...run, due })).rejects.toThrow('register/due-is-past');
  expect(await office.storage.read.documents({ limit: 1 })).toEqual([]);
  interface Run {
    readonly state: string;
    readonly requested: number;
  }
  let told = await office.ask<Run>('POST', '/api/v1/studio/hr/issue/runs', { ...run, due: '2026-12-04' });
  while (told.state === 'running' || told.state === 'asking') {
    await new Promise((go) => void setTimeout(go, 50));
    told = await office.ask<Run>('GET', `/api/v1/studio/hr/issue/runs/${run.run}`);
  }
  expect(told).toMatchObject({ state: 'done', requested: 1 });
});

fully('asks those who were chosen in the studio, and says who starts later', async () => {
  const office = await openOffice([rowOf(anna), rowOf(ben, 2)]);
  const documents = (await issued(office)).map(({ document: { id } }) => id);
  const setting = await office.setting();
  const all = await askHolders({ documents }, setting);
  expect([all.requested, all.problems.map(({ code, args }) => [code, args?.['people']])]).toEqual([
    1,
    [['register-people-to-come', 'Ben Visser (2026-12-15)']],
  ]);
  expect(await askHolders({ documents, byName: [(await personOf('1002', office)).id] }, setting)).toEqual({ requested: 1, problems: [] });
});
