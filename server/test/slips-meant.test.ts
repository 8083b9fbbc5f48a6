/** What could be several is asked: proposals, second persons, numbers of papers; a wrong personnel number is corrected. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Visiting } from './visit.js';
import { openVisits, root, staffList, writeRoles } from './visits.js';
import { fully } from './programs.js';

const visit = openVisits();
const anna = 'Anna Smith,f,00106,sales-manager,Sales,2019-04-16';
const john = 'John Brown,m,00107,sales-manager,Sales,2019-04-16';

async function opened(...rows: readonly string[]): Promise<Visiting> {
  const hr = visit();
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    'schema: 2\nname: Northwind\nplace: Hull\njurisdiction: gb\nlanguages: [en]\ndepartments:\n  - { id: sales, name: Sales }\n',
  );
  hr.write('people.csv', staffList(...rows));
  writeRoles(hr, 'sales-manager');
  await hr.data('init');
  await hr.data('people people.csv');
  return hr;
}

fully('asks which proposal of a role is meant, where several wait', async () => {
  const hr = await opened(anna);
  const role = readFileSync(join(root, 'roles/sales-manager.yaml'), 'utf8');
  const proposed = async (line: string) => {
    hr.write('draft.yaml', `${role}\n# ${line}\n`);
    return await hr.run(`propose sales-manager draft.yaml --summary "${line}"`);
  };
  await proposed('First');
  const second = await proposed('Second');
  expect(second.err).toMatch(/register-proposals-open[^]*another proposal waits[^]*pr_/);
  const id = /register show (pr_\w+)/.exec(second.err)?.[1] ?? '';
  const asked = await hr.run('show sales-manager');
  expect([asked.code, asked.err]).toEqual([1, expect.stringMatching(/register-several-proposals[^]*2 proposals[^]*First[^]*Second/)]);
  expect((await hr.run('approve sales-manager --seen 000000000000')).err).toContain('register-several-proposals');
  const { summary, seen } = await hr.data<{ summary: string; seen: string }>(`show ${id}`);
  expect(summary).toBe('Second');
  await hr.data(`return ${id} --seen ${seen} --comment "Not this one"`);
  expect(await hr.data('show sales-manager')).toMatchObject({ summary: 'First' });
});

fully('counts whoever left and came back on one day once', async () => {
  const hr = await opened(anna, john);
  await hr.data('issue --all --format pdf --on 2026-12-01');
  await hr.data('leave 00106');
  hr.write('people.csv', staffList(anna.replace('2019-04-16', '2026-12-02'), john));
  await hr.data('people people.csv --on 2026-12-01');
  const { rows } = await hr.data<{ rows: { number: string }[] }>('status');
  expect(rows.map(({ number }) => number).sort()).toEqual(['00106', '00107']);
});

fully('corrects a personnel number, which is nobody else’s', async () => {
  const hr = await opened(anna, john.replace('00107', '107'));
  const near = await hr.run('people people.csv');
  expect(near.code).toBe(0);
  hr.write('right.csv', staffList(anna, john));
  expect((await hr.run('people right.csv')).err).toMatch(/register-number-near[^]*register renumber OLD 00107/);
  expect((await hr.run('renumber 107 00106')).err).toMatch(/register-number-of[^]*Anna Smith/);
  expect((await hr.run('renumber 107 00107')).err).toContain('corrected from 107');
  expect(await hr.data('people right.csv')).toMatchObject({ unchanged: 2, doubtful: 0 });
  expect(await hr.data('verify')).toMatchObject({ whole: true });
});

fully('takes nobody unknown, and not the first one again, for the second who decides', async () => {
  const hr = await opened(anna, john);
  await hr.data('issue --all --format pdf --on 2026-12-01 --request', 'Mary Jane Watson');
  await hr.data('acknowledge 00106', 'Mary Jane Watson');
  const unsaid = await hr.run('void 1 --reason x', 'Mary Jane Watson');
  expect([unsaid.code, unsaid.err]).toEqual([1, expect.stringMatching(/register-void-asks[^]*1 person has[^]*Anna Smith[^]*--yes/)]);
  const again = (second: string) => hr.run(`void 1 --reason x --yes --second "${second}"`, 'Mary Jane Watson');
  expect((await again('Watson Mary')).err).toContain('same-person');
  expect((await again('M. Watson')).err).toContain('same-person');
  expect((await again('zzz')).err).toMatch(/register-second-unknown[^]*--new-actor/);
  expect((await again('John Browm')).err).toMatch(/register-second-unknown[^]*John Brown/i);
  // Nor does she act as somebody else by leaving out half of her name.
  expect((await hr.run('cancel 00107 --reason x', 'Mary Watson')).err).toMatch(/register-actor-near[^]*Mary Jane Watson/);
  expect((await again('Brown John')).code).toBe(0);
});

fully('finds an act by the number that is printed on it, before papers that were first in their series', async () => {
  const hr = await opened(anna, john);
  const organisation = readFileSync(join(hr.folder, 'organisation.yaml'), 'utf8');
  hr.write('organisation.yaml', `${organisation}numbering: { pattern: 'JD-{number}/{year}' }\n`);
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  await hr.data('refuse 00106 --reason "She does not agree" --witness "Helen Reed" --yes');
  const voided = await hr.data<{ document: string }>('void 1 --reason "Wrong person"');
  const { documents } = await hr.data<{ documents: { id: string; kind: string }[] }>('documents');
  expect(documents.find(({ id }) => id === voided.document)?.kind).not.toBe('job-description');
});
