/** No number is given twice: kinds of paper that the pattern of an organisation does not tell apart are counted together. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { seriesFor, sharedSeries } from '../src/register/series.js';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

const root = new URL('../..', import.meta.url).pathname;
const made: Visiting[] = [];
afterAll(() => {
  for (const { folder } of made) rmSync(folder, { recursive: true, force: true });
});

it('counts the descriptions of employees and of workers in one series, and goes on behind those of before', async () => {
  const hr = visiting();
  made.push(hr);
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    "schema: 2\nname: Северный ветер\nplace: Казань\njurisdiction: ru\nlanguages: [ru]\nnumbering: { pattern: 'ДИ-{number}/{year}' }\ndepartments:\n  - { id: sales, name: Продажи }\n",
  );
  hr.write(
    'people.csv',
    'ФИО,Пол,Табельный номер,Должность,Подразделение,Дата приёма\nИванова Анна,ж,1,sales-manager,Продажи,2019-04-16\nПетров Пётр,м,2,office-manager,Продажи,2019-04-16\n',
  );
  const role = (id: string): string => readFileSync(join(root, `roles/${id}.yaml`), 'utf8');
  hr.write('roles/sales-manager.yaml', role('sales-manager'));
  hr.write('roles/office-manager.yaml', role('office-manager').replace('category: managers', 'category: workers'));
  await hr.data('init');
  await hr.data('people people.csv');
  await hr.data('issue --all --format pdf --on 2026-12-01');
  const { documents } = await hr.data<{ documents: { kind: string; number: string }[] }>('documents');
  expect(new Set(documents.map(({ kind }) => kind)).size).toBe(2);
  expect(documents.map(({ number }) => number).sort()).toEqual([1, 2]);
  expect(await hr.data('verify')).toMatchObject({ whole: true });
});

it('goes on in the series that has got furthest where two had been counted apart', () => {
  const paper = { isDescription: true, role: 'seller', department: null, person: null, dated: '2026-12-01' };
  const series = (kind: string, pattern?: string): string => seriesFor({ ...paper, kind }, { numbering: { pattern } } as never);
  const [one, other] = [series('job-description', 'ДИ-{number}'), series('work-instruction', 'ДИ-{number}')];
  const known = [
    { id: one, next: 4 },
    { id: other, next: 9 },
    { id: series('work-instruction', 'РИ-{number}'), next: 20 },
  ];
  expect([sharedSeries(one, known), sharedSeries(other, known)]).toEqual([other, other]);
  expect(sharedSeries(one, [])).toBe(one);
  // Without a pattern papers are counted by kind.
  expect(sharedSeries(series('a'), [{ id: series('b'), next: 3 }])).toBe(series('a'));
});
