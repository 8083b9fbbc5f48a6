/** A staff list that cannot be read as it stands: nothing is half taken over, and what is advised is possible. */
import { expect, it } from 'vitest';
import type { Visiting } from './visit.js';
import { openVisits, writeRoles } from './visits.js';

const visit = openVisits();

async function opened(country = 'gb'): Promise<Visiting> {
  const hr = visit();
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    `schema: 2\nname: Northwind\nplace: Hull\njurisdiction: ${country}\nlanguages: [en]\ndepartments:\n  - { id: sales, name: Sales }\n`,
  );
  writeRoles(hr, 'sales-manager');
  await hr.data('init');
  return hr;
}
interface People {
  readonly people: readonly { readonly name: string; readonly posts: readonly { readonly from: string }[] }[];
}
const head = 'Name,Gender,Personnel number,Job title,Department,Hire date';
const row = (at: number, hired: string, department = 'Sales'): string =>
  `Extra Person${'abcdefghij'.charAt(at)},f,0020${at},sales-manager,${department},${hired}`;

it('takes columns, the row of headings, the order of dates and the encoding from the command line', async () => {
  const hr = await opened();
  const text = `Staff of Northwind,,,,\n,,,,\nWho,Nr of person,What they do,Where,Came\nRené Léger,00106,sales-manager,Sales,03/04/2020\n`;
  hr.write('odd.csv', Uint8Array.from([...text].map((letter) => letter.charCodeAt(0))));
  const columns = '--column name=Who --column "personnelNumber=Nr of person" --column department=Where --column hireDate=Came';
  const rest = '--role-column "What they do" --header-row 3 --date-order mdy --encoding windows-1252';
  await hr.data(`people odd.csv ${columns} ${rest}`);
  expect((await hr.data<People>('people')).people).toMatchObject([{ name: 'René Léger', posts: [{ from: '2020-03-04' }] }]);
  for (const wrong of ['--column who', '--header-row x', '--date-order dym', '--encoding ebcdic'])
    expect([wrong, (await hr.run(`people odd.csv ${wrong}`)).code]).toEqual([wrong, 2]);
});

it('takes nothing over while rows have mistakes, unless that is said', async () => {
  const hr = await opened();
  hr.write('list.csv', [head, row(0, '2020-04-03'), row(1, 'some day'), row(2, '2020-04-05'), ''].join('\n'));
  const faulty = await hr.run('people list.csv');
  expect([faulty.code, faulty.err]).toEqual([1, expect.stringMatching(/cell-not-date[^]*register-list-faulty[^]*1 row [^]*--partly/)]);
  expect((await hr.data<People>('people')).people).toEqual([]);
  expect((await hr.run('people list.csv --partly')).err).toContain('2 of 3 rows were taken');
});

it('takes one date that is written otherwise for itself alone', async () => {
  const hr = await opened('nl');
  const good = ['13-04-2020', '25-11-2019', '30-01-2021', '03-04-2020', '05-06-2018'];
  hr.write('list.csv', [head, ...good.map((hired, at) => row(at, hired)), row(6, '3/14/2020'), ''].join('\n'));
  const read = await hr.run('people list.csv');
  expect(read.err).toMatch(/list\.csv:7:6: warning dates-otherwise/);
  const from = new Map((await hr.data<People>('people')).people.map(({ name, posts }) => [name.slice(-1), posts[0]?.from]));
  expect([from.get('d'), from.get('e'), from.get('g')]).toEqual(['2020-04-03', '2018-06-05', '2020-03-14']);
});

it('tells once of a department that the organisation lacks, and misses nobody who may be in the list', async () => {
  const hr = await opened();
  hr.write('list.csv', [head, ...[0, 1, 2].map((at) => row(at, '2020-04-03', 'Salez')), row(3, '2020-04-03'), ''].join('\n'));
  const { err } = await hr.run('people list.csv');
  expect(err.match(/is no department/g)).toHaveLength(1);
  expect(err).toMatch(/“Salez” is no department of the organisation: 3 rows, 2, 3, 4[^]*Did you mean “sales”/);
  hr.write(
    'near.csv',
    [head, ...[0, 1, 2].map((at) => row(at, '2020-04-03', 'Salez')), row(3, '2020-04-03').replace('00203', '203'), ''].join('\n'),
  );
  const near = await hr.run('people near.csv');
  expect(near.err).toContain('register-number-near');
  expect(near.err).not.toContain('register-people-missing');
});

it('says of whoever has left that they are asked for nothing', async () => {
  const hr = await opened();
  hr.write('list.csv', [head, row(0, '2020-04-03'), row(1, '2020-04-03'), ''].join('\n'));
  await hr.data('people list.csv');
  await hr.data('leave 00200 --on 2026-11-20');
  const asked = await hr.run('request 00200');
  expect([asked.code, asked.err]).toEqual([1, expect.stringMatching(/register-asked-left[^]*20 November 2026/)]);
});
