/** A last day that papers speak against is asked about, and nobody is erased by a slip of the year. */
import { expect, it } from 'vitest';
import type { Visiting } from './visit.js';
import { openVisits, staffList, writeRoles } from './visits.js';

const visit = openVisits();
const anna = 'Anna Smith,f,00106,sales-manager,Sales,2019-04-16';
const john = 'John Brown,m,00107,sales-manager,Sales,2019-04-16';

async function opened(): Promise<Visiting> {
  const hr = visit();
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    'schema: 2\nname: Northwind\nplace: Hull\njurisdiction: gb\nlanguages: [en]\ndepartments:\n  - { id: sales, name: Sales }\n',
  );
  hr.write('people.csv', staffList(anna, john));
  writeRoles(hr, 'sales-manager');
  await hr.data('init');
  await hr.data('people people.csv');
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  return hr;
}

it('asks about a last day long past, before papers or before a post, and erases nobody who has open requests unsaid', async () => {
  const hr = await opened();
  await hr.data('acknowledge 00106');
  hr.day('2026-12-10');
  const before = await hr.run('leave 00106 --on 2026-11-30');
  expect([before.code, before.err]).toEqual([
    1,
    expect.stringMatching(/register-leave-asks[^]*Anna Smith[^]*papers[^]*1 December 2026[^]*--yes/),
  ]);
  expect(before.err).not.toContain('three months');
  const year = await hr.run('leave 00107 --on 2023-11-30');
  expect([year.code, year.err]).toEqual([1, expect.stringMatching(/register-leave-asks[^]*John Brown[^]*three months/)]);
  expect((await hr.run('erase 00107')).err).toContain('register-still-employed');
  await hr.data('leave 00107 --on 2023-11-30 --yes');
  hr.day('2031-01-02');
  const erasing = await hr.run('erase 00107');
  expect([erasing.code, erasing.err]).toEqual([1, expect.stringMatching(/register-erase-asks[^]*John Brown[^]*papers of 1 December 2026/)]);
  const erased = await hr.run('erase 00107 --yes');
  expect([erased.code, erased.err]).toEqual([0, expect.stringMatching(/Erased of John Brown: \d+ entries/)]);
  // A list that still has him as one of long ago says that he works here.
  const again = await hr.run('people people.csv');
  expect(again.err).toMatch(/register-erased-before[^]*2 January 2031[^]*John Brown/);
  expect(await hr.data('verify')).toMatchObject({ whole: true });
});

it('asks whether somebody who leaves before the first day never began', async () => {
  const hr = await opened();
  hr.write('people.csv', staffList(anna, john, 'Kim Lee,f,00110,sales-manager,Sales,2026-12-14'));
  await hr.data('people people.csv');
  const told = await hr.run('leave 00110 --on 2026-12-05');
  expect([told.code, told.err]).toEqual([1, expect.stringMatching(/register-leave-asks[^]*14 December 2026: with this they never began/)]);
  expect((await hr.run('leave 00110 --on 2026-12-05 --yes')).code).toBe(0);
});

it('says before an erasure what would happen, and no more', async () => {
  const hr = await opened();
  await hr.data('acknowledge 00106');
  expect((await hr.run('erase 00106 --dry-run')).err).toMatch(/Nothing of Anna Smith can be erased now: the person works here/);
  await hr.data('leave 00106 --on 2026-12-31');
  const dry = await hr.run('erase 00106 --dry-run');
  expect(dry.err).toMatch(/Nothing of Anna Smith can be erased now: not before 1 January 20\d\d|term has not begun/);
  expect((await hr.run('erase 00106')).code).toBe(1);
  hr.day('2090-01-02');
  await hr.data('void 1 --yes --reason "of old"');
  hr.day('2190-01-02');
  expect((await hr.run('erase 00106 --dry-run')).err).toMatch(/To be erased of Anna Smith: \d+ entries/);
  expect((await hr.run('erase 00106')).err).toMatch(/Erased of Anna Smith/);
});
