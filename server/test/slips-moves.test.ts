/** That somebody moved is believed where a day says so; what a list only calls otherwise is put right, and a false move is taken back. */
import { expect } from 'vitest';
import type { Visiting } from './visit.js';
import { openVisits, staffList, writeRoles } from './visits.js';
import { fully } from './programs.js';

const visit = openVisits();
const anna = 'Anna Smith,f,00106,sales-manager,Purchasing,2019-04-16';
const john = 'John Brown,m,00107,sales-manager,Sales,2019-04-16';
const departments = (...names: readonly string[]): string =>
  `schema: 2\nname: Northwind\nplace: Hull\njurisdiction: gb\nlanguages: [en]\ndepartments:\n${names.map((one) => `  - ${one}\n`).join('')}`;
const sales = '{ id: sales, name: Sales }';

async function opened(...rows: readonly string[]): Promise<Visiting> {
  const hr = visit();
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write('organisation.yaml', departments(sales));
  hr.write('people.csv', staffList(...rows));
  writeRoles(hr, 'sales-manager', 'office-manager');
  await hr.data('init');
  await hr.data('people people.csv');
  return hr;
}
interface People {
  readonly people: readonly { readonly number: string; readonly posts: readonly object[] }[];
}
const posts = async (hr: Visiting, number: string): Promise<unknown> =>
  (await hr.data<People>('people')).people.find((one) => one.number === number)?.posts;
const whole = async (hr: Visiting): Promise<void> => {
  expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
};

fully('takes a department that became known, or is spelt otherwise now, for no move', async () => {
  const hr = await opened(anna, john.replace('Sales', 'Custommer care'));
  expect(await posts(hr, '00106')).toMatchObject([{ department: 'purchasing' }]);
  hr.write('organisation.yaml', departments(sales, '{ id: buying, name: Purchasing }', '{ id: care, name: Customer care }'));
  hr.write('people.csv', staffList(anna, john.replace('Sales', 'Customer care')));
  expect(await hr.data('people people.csv')).toMatchObject({ moved: [], changed: [expect.anything(), expect.anything()] });
  expect(await posts(hr, '00106')).toEqual([{ role: 'sales-manager', department: 'buying', from: '2019-04-16' }]);
  expect(await posts(hr, '00107')).toEqual([{ role: 'sales-manager', department: 'care', from: '2019-04-16' }]);
  await hr.data('leave 00106 --on 2026-11-30');
  await whole(hr);
});

fully('asks about posts that are others without a day, and takes them as moves or as put right', async () => {
  const hr = await opened(anna, john);
  hr.write('organisation.yaml', departments(sales, '{ id: field, name: Field sales }'));
  hr.write('moved.csv', staffList(anna.replace('Purchasing', 'Field sales'), john.replace('Sales', 'Field sales')));
  const asked = await hr.run('people moved.csv');
  expect(asked.err).toMatch(/register-moves-asked[^]*2 people[^]*Anna Smith \([^)]*\[purchasing\] → [^)]*Field sales\)[^]*--moves-on/);
  expect(asked.err).toMatch(/moved\.csv:2 {2}Anna Smith/);
  expect(await posts(hr, '00106')).toEqual([{ role: 'sales-manager', department: 'purchasing', from: '2019-04-16' }]);
  // The day of the list is one for who is in a department that there is; where none is called as theirs, it was rather named otherwise.
  const dated = await hr.run('people moved.csv --on 2026-11-20');
  expect(dated.err).toMatch(/Noted as being in another post: John Brown [^]*20 November 2026/);
  expect(await posts(hr, '00107')).toEqual([{ role: 'sales-manager', department: 'field', from: '2026-11-20' }]);
  expect(await posts(hr, '00106')).toMatchObject([{ department: 'purchasing' }]);
  await hr.data('people moved.csv --put-right');
  expect(await posts(hr, '00106')).toEqual([{ role: 'sales-manager', department: 'field', from: '2019-04-16' }]);
  expect(await posts(hr, '00107')).toEqual([{ role: 'sales-manager', department: 'field', from: '2026-11-20' }]);
  await whole(hr);
});

fully('takes the day of a move from the list, where it names one after the first', async () => {
  const hr = await opened(john);
  hr.write('people.csv', staffList(john.replace('sales-manager,Sales,2019-04-16', 'office-manager,Sales,2026-10-05')));
  expect(await hr.data('people people.csv')).toMatchObject({ moved: [expect.anything()] });
  expect(await posts(hr, '00107')).toEqual([{ role: 'office-manager', department: 'sales', from: '2026-10-05' }]);
});

fully('takes a false move back, one by one or for a list', async () => {
  const hr = await opened(anna, john);
  hr.write('organisation.yaml', departments(sales, '{ id: field, name: Field sales }'));
  hr.write('moved.csv', staffList(anna.replace('Purchasing', 'Field sales'), john.replace('Sales', 'Field sales')));
  await hr.data('people moved.csv --moves-on 2026-12-01');
  const left = await hr.run('leave 00107 --on 2026-10-31');
  expect([left.code, left.err]).toEqual([1, expect.stringMatching(/register-left-before-move[^]*move 00107 --undo/)]);
  const undone = await hr.run('move 00107 --undo');
  expect([undone.code, undone.err]).toEqual([0, expect.stringMatching(/John Brown[^]*Sales/)]);
  expect(await posts(hr, '00107')).toEqual([{ role: 'sales-manager', department: 'sales', from: '2019-04-16' }]);
  expect((await hr.run('move 00107 --undo')).err).toContain('register-no-move');
  expect((await hr.run('move 00107')).err).toContain('register-move-how');
  await hr.data('leave 00107 --on 2026-10-31 --yes');
  // Her department was called as none is: with the list it becomes clear that she was always there.
  await hr.data('people moved.csv --put-right');
  expect(await posts(hr, '00106')).toEqual([{ role: 'sales-manager', department: 'field', from: '2019-04-16' }]);
  await hr.data('leave 00106 --on 2026-10-31 --yes');
  await whole(hr);
});

fully('names whose second post a list ends, and ends none by a list that was cut', async () => {
  const second = john.replace('sales-manager', 'office-manager');
  const others = [1, 2, 3, 4, 5].map((at) => `Extra Person${'abcde'.charAt(at - 1)},f,0020${at},sales-manager,Sales,2019-04-16`);
  const hr = await opened(john, second, ...others);
  hr.write('cut.csv', staffList(john));
  const cut = await hr.run('people cut.csv --complete --on 2026-11-30');
  expect(cut.err).toMatch(/register-moves-asked[^]*John Brown/);
  expect(await posts(hr, '00107')).toHaveLength(2);
  hr.write('one.csv', staffList(john, ...others));
  expect((await hr.run('people one.csv')).err).toMatch(/register-moves-asked[^]*John Brown [^]*→ –/);
  expect(await posts(hr, '00107')).toHaveLength(2);
  const ended = await hr.run('people one.csv --complete --on 2026-11-30');
  expect(ended.err).toMatch(/Noted as being in another post: John Brown/);
  expect(await posts(hr, '00107')).toHaveLength(1);
  await whole(hr);
});
