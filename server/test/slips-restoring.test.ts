/** After a back-up was restored, or a file is gone, verifying says what was lost, whose it was, and how to go on. */
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { visiting } from './visit.js';
import { fully } from './programs.js';

const root = new URL('../..', import.meta.url).pathname;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

fully('tells between which days entries were lost, whose file is missing, and holds what there is once it is anchored anew', async () => {
  const hr = visiting();
  const outside = mkdtempSync(join(tmpdir(), 'rolewright-outside-'));
  folders.push(hr.folder, outside);
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    'schema: 2\nname: Northwind\nplace: Hull\njurisdiction: gb\nlanguages: [en]\ndepartments:\n  - { id: sales, name: Sales }\n',
  );
  hr.write(
    'people.csv',
    'Name,Gender,Personnel number,Job title,Department,Hire date\nAnna Smith,f,00106,sales-manager,Sales,2019-04-16\nJohn Brown,m,00107,sales-manager,Sales,2019-04-16\n',
  );
  hr.write('roles/sales-manager.yaml', readFileSync(join(root, 'roles/sales-manager.yaml')));
  await hr.data('init');
  await hr.data('people people.csv');
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  const anchors = join(outside, 'anchors.txt');
  await hr.data(`anchor --to ${anchors}`);
  await hr.data(`backup ${join(outside, 'backup')}`);
  hr.day('2026-12-04');
  await hr.data('acknowledge 00106');
  await hr.data(`anchor --to ${anchors}`);
  hr.day('2026-12-07');
  renameSync(join(hr.folder, 'register'), join(outside, 'broken'));
  await hr.data(`restore ${join(outside, 'backup')}`);
  const lost = await hr.run(`verify --anchors ${anchors}`);
  expect(lost.err).toMatch(
    /register-lost-by-restoring[^]*On 7 December 2026[^]*ended on 1 December 2026[^]*until 4 December 2026[^]*register anchor --to/,
  );
  expect([lost.code, lost.err.includes('register-broken')]).toEqual([3, true]);
  await hr.data(`anchor --to ${anchors}`);
  hr.day('2026-12-08');
  await hr.data('acknowledge 00106 --on 2026-12-08');
  const held = await hr.run(`verify --anchors ${anchors}`);
  expect([held.code, held.err]).toEqual([0, expect.stringMatching(/warning register-lost-by-restoring(?![^]*register-broken)[^]*Whole/)]);
  // A paper whose file is gone is named, with the place to which it is copied back.
  const { files } = await hr.data<{ files: number }>(`verify --anchors ${anchors}`);
  expect(files).toBeGreaterThan(0);
  rmSync(join(hr.folder, 'register/files'), { recursive: true });
  const gone = await hr.run(`verify --anchors ${anchors}`);
  expect(gone.err).toMatch(/register-files-lack[^]*register\/files\/[0-9a-f]{2}\/[0-9a-f]{62}[^]*back-up/);
  expect(gone.out).toMatch(/job description 1, sales executive/);
  expect(gone.code).toBe(3);
});

fully.each([
  ['nl', /beschadigd of is geen database/, '[opties]'],
  ['ru', /повреждён или это не база данных/, '[параметры]'],
] as const)(
  'says in %s of a broken file what is wrong, without words of the database, and shows help in that language alone',
  async (language, words, options) => {
    const hr = visiting({ language });
    folders.push(hr.folder);
    hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
    hr.write('organisation.yaml', `schema: 2\nname: Northwind\nplace: Hull\njurisdiction: ${language}\nlanguages: [${language}]\n`);
    await hr.data('init');
    for (const beside of ['-wal', '-shm']) rmSync(join(hr.folder, `register/register.db${beside}`), { force: true });
    hr.write('register/register.db', 'This is no database. '.repeat(500));
    const { err } = await hr.run('status');
    expect(err).toMatch(words);
    expect(err).not.toMatch(/file is not a database|DATABASE_URL/);
    const { out } = await hr.run('people --help');
    expect([out.includes(options), out.includes('[options]')]).toEqual([true, false]);
  },
);
