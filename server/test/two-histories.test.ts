/** Two copies of a register that write their anchors into one file: neither is taken for broken in silence, and the way out is told. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openVisits, staffList, writeRoles } from './visits.js';

const outside = mkdtempSync(join(tmpdir(), 'rolewright-outside-'));
afterAll(() => rmSync(outside, { recursive: true, force: true }));
const visit = openVisits();

it('adds no anchor to a file of another history, and verifying says that there are two', async () => {
  const hr = visit();
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    'schema: 2\nname: Northwind\nplace: Hull\njurisdiction: gb\nlanguages: [en]\ndepartments:\n  - { id: sales, name: Sales }\n',
  );
  writeRoles(hr, 'sales-manager');
  hr.write(
    'people.csv',
    staffList('Anna Smith,f,00106,sales-manager,sales,2019-04-16', 'John Brown,m,00107,sales-manager,sales,2019-04-16'),
  );
  await hr.data('init');
  await hr.data('people people.csv');
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  const anchors = join(outside, 'anchors.txt');
  await hr.data(`anchor --to ${anchors}`);
  const copy = visit();
  cpSync(hr.folder, copy.folder, { recursive: true });
  await hr.data('acknowledge 00106');
  await copy.data('acknowledge 00107');
  await hr.data(`anchor --to ${anchors}`);
  await hr.data(`anchor --to ${anchors}`);
  const kept = readFileSync(anchors, 'utf8');
  const refused = await copy.run(`anchor --to ${anchors}`);
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/register-two-histories[^]*another history[^]*Nothing was added/)]);
  expect(readFileSync(anchors, 'utf8')).toBe(kept);
  // A file that was mixed before: the honest entry is not accused, and the file with its own lines is whole again.
  await copy.data(`anchor --to ${join(outside, 'copy.txt')}`);
  writeFileSync(join(outside, 'mixed.txt'), kept + readFileSync(join(outside, 'copy.txt'), 'utf8'));
  const told = await hr.run(`verify --anchors ${join(outside, 'mixed.txt')}`);
  expect(told.out + told.err).toMatch(/register-two-histories[^]*was copied[^]*file of its own/);
  expect(told.out).not.toMatch(/Smith|Brown/);
  expect(await hr.data(`verify --anchors ${anchors}`)).toMatchObject({ whole: true, faults: [] });
});
