/** What HR did by mistake, or a list had wrong, is asked about before it is written, and corrected by a further event afterwards. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { sheetScan } from './visit.js';
import type { Visiting } from './visit.js';
import { openVisits, root, staffList, writeRoles } from './visits.js';
import { fully } from './programs.js';

const visit = openVisits();
const anna = 'Anna Smith,f,00106,sales-manager,sales,2026-11-02';
const john = 'John Brown,m,00107,sales-manager,sales,2026-11-02';

async function opened(rows: readonly string[], language: 'en' | 'ru' | 'nl' = 'en'): Promise<Visiting> {
  const hr = visit({ language });
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    'schema: 2\nname: Northwind\nplace: Hull\njurisdiction: gb\nlanguages: [en]\ndepartments:\n  - { id: sales, name: Sales }\n  - { id: field-sales, name: Field sales }\n',
  );
  hr.write('people.csv', staffList(...rows));
  writeRoles(hr, 'sales-manager', 'office-manager');
  await hr.data('init');
  await hr.data('people people.csv --on 2026-11-02');
  return hr;
}
const issued = async (rows: readonly string[]): Promise<Visiting> => {
  const hr = await opened(rows);
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  return hr;
};
interface Status {
  readonly totals: Readonly<Record<string, number>>;
  readonly rows: readonly { readonly number: string; readonly standing: string }[];
}
interface People {
  readonly people: readonly {
    readonly number: string;
    readonly name: string;
    readonly leftOn: string | null;
    readonly posts: readonly { readonly role: string; readonly department: string | null; readonly from: string }[];
  }[];
}
const whole = async (hr: Visiting): Promise<void> => {
  expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
};

fully('takes back an acknowledgement that was noted by mistake, with the reason, and asks anew', async () => {
  const hr = await issued([anna, john]);
  await hr.data('acknowledge 00106');
  expect((await hr.run('cancel 00106 --reason x')).err).toMatch(/final[^]*acknowledge PERSON --undo --reason/);
  expect((await hr.run('acknowledge 00106 --undo')).err).toContain('register-undo-reason');
  expect((await hr.run('acknowledge 00107 --undo --reason x')).code).toBe(1);
  await hr.data('rules --void-by-two yes');
  const alone = await hr.run('acknowledge 00106 --undo --reason "It was Anne Smythe"');
  expect(alone.err).toContain('second-missing');
  expect((await hr.run('acknowledge 00106 --undo --reason x --second "helen  carter"')).err).toContain('same-person');
  const undone = await hr.run('acknowledge 00106 --undo --reason "It was Anne Smythe" --second "Peter Hall"');
  expect([undone.code, undone.err]).toEqual([0, expect.stringContaining('register request 00106')]);
  expect((await hr.data<Status>('status')).totals).toMatchObject({ toDo: 1, requested: 1, current: 0 });
  expect((await hr.run('acknowledge 00106 --undo --reason again')).err).toContain('final');
  const { rows } = await hr.data<{ rows: { outcome: { sort: string } | null }[] }>('journal --format xlsx');
  expect(rows.map(({ outcome }) => outcome?.sort)).toContain('undone');
  expect(await hr.data('request 00106')).toMatchObject({ requests: [{}] });
  await hr.data('acknowledge 00106');
  expect((await hr.data<Status>('status')).totals).toMatchObject({ current: 1 });
  await whole(hr);
});

fully('writes nothing down of somebody who is named by half a name', async () => {
  const hr = await issued([anna, john]);
  for (const half of ['Anna', 'smith']) {
    const { code, err } = await hr.run(`acknowledge ${half}`);
    expect([half, code, err]).toEqual([half, 1, expect.stringMatching(/register-part-of-name[^]*Anna Smith \(00106\)/)]);
  }
  expect((await hr.run('refuse Anna --reason x')).err).toContain('register-part-of-name');
  expect((await hr.run('leave Anna')).err).toContain('register-part-of-name');
  expect((await hr.run('erase Anna')).err).toContain('register-part-of-name');
  // To look, half a name is enough.
  expect((await hr.data<Status>('status Anna')).rows).toHaveLength(1);
  expect((await hr.data<Status>('status')).totals).toMatchObject({ requested: 2 });
  await hr.data('acknowledge "smith, anna"');
  const { people } = await hr.data<{ people: { id: string }[] }>('people');
  await hr.data(`acknowledge ${people.at(-1)?.id.slice(0, 10) ?? ''}`);
  expect((await hr.data<Status>('status')).totals).toMatchObject({ current: 2 });
});

const many = [1, 2, 3, 4, 5].map((at) => `Extra Person${'abcde'.charAt(at - 1)},f,0020${at},sales-manager,sales,2026-11-02`);

fully('names those whom a complete list lacks, and asks where they are many', async () => {
  const hr = await opened([anna, john, ...many]);
  hr.write('short.csv', staffList(anna, john));
  const asked = await hr.run('people short.csv --complete');
  expect([asked.code, asked.err]).toEqual([1, expect.stringMatching(/register-complete-asks[^]*Extra Persona[^]*Extra Persone[^]*--yes/)]);
  expect((await hr.data<People>('people')).people.filter(({ leftOn }) => leftOn !== null)).toEqual([]);
  const gone = await hr.run('people short.csv --complete --yes --on 2026-11-30');
  expect([gone.code, gone.err]).toEqual([0, expect.stringMatching(/5 left[^]*Noted as having left: .*Extra Persona.*--undo/)]);
  // Few are noted at once, and named.
  hr.write('short.csv', staffList(anna));
  expect((await hr.run('people short.csv --complete --on 2026-11-30')).err).toContain('Noted as having left: John Brown');
  // The full list again: they are passed over, with the way back, and as long as rows are nobody leaves.
  hr.write('full.csv', staffList(john, ...many));
  const back = await hr.run('people full.csv --complete');
  expect(back.err).toMatch(/register-person-left[^]*leave 00107 --undo --reason/);
  expect(back.err).toContain('register-complete-waits');
  expect((await hr.run('leave 00107 --undo')).err).toContain('register-undo-reason');
  expect((await hr.run('leave 00106 --undo --reason x')).err).toContain('register-not-left');
  await hr.data('leave 00107 --undo --reason "The list was cut"');
  const { people } = await hr.data<People>('people');
  expect(people.find(({ number }) => number === '00107')).toMatchObject({
    leftOn: null,
    posts: [{ role: 'sales-manager', department: 'sales', from: '2026-11-02' }],
  });
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  expect((await hr.data<Status>('status')).rows.map(({ number }) => number)).toEqual(['00107', '00106']);
  await whole(hr);
});

const posts = async (hr: Visiting, number: string): Promise<unknown> =>
  (await hr.data<People>('people')).people.find((one) => one.number === number)?.posts;

fully('puts a post right that a list had wrong: its first day, and the spelling of its department', async () => {
  const hr = await opened([john.replace('2026-11-02', '').replace(',sales,', ',saels,'), anna]);
  expect(await posts(hr, '00107')).toEqual([{ role: 'sales-manager', department: 'saels', from: '2026-11-02' }]);
  hr.write('right.csv', staffList(john.replace('2026-11-02', '2021-02-01'), anna));
  expect(await hr.data('people right.csv')).toMatchObject({ changed: [expect.anything()], moved: [], unchanged: 1 });
  expect(await posts(hr, '00107')).toEqual([{ role: 'sales-manager', department: 'sales', from: '2021-02-01' }]);
  // Another department is a move, from the day of the list on; what the list says of the day of hiring puts nothing right then.
  hr.write('moved.csv', staffList(john.replace(',sales,2026-11-02', ',field-sales,2021-02-01'), anna));
  expect(await hr.data('people moved.csv --on 2026-11-20')).toMatchObject({ moved: [expect.anything()] });
  expect(await hr.data('people moved.csv')).toMatchObject({ moved: [], changed: [], unchanged: 2 });
  expect(await posts(hr, '00107')).toEqual([{ role: 'sales-manager', department: 'field-sales', from: '2026-11-20' }]);
  await hr.data('leave 00106 --on 2026-11-30');
  await whole(hr);
});

fully('takes two rows of one person for two posts, and those of two people for a mistake', async () => {
  const second = john.replace('sales-manager,sales', 'office-manager,field-sales');
  const hr = await opened([john, second, anna]);
  const both = [expect.objectContaining({ role: 'sales-manager' }), expect.objectContaining({ role: 'office-manager' })];
  expect(await posts(hr, '00107')).toEqual(expect.arrayContaining(both));
  expect(await hr.data('people people.csv')).toMatchObject({ moved: [], unchanged: 2 });
  expect(await posts(hr, '00107')).toHaveLength(2);
  hr.write('one.csv', staffList(john, anna));
  await hr.data('people one.csv --on 2026-11-20');
  expect(await posts(hr, '00107')).toEqual([expect.objectContaining({ role: 'sales-manager' })]);
  hr.write('others.csv', staffList(john, anna.replace('00106', '00107')));
  expect((await hr.run('people others.csv')).err).toContain('cell-number-shared');
  await whole(hr);
});

fully('lets go whoever withdraws before the first day, and nobody before it who works already', async () => {
  const hr = await opened([anna, 'Kim Lee,f,00108,sales-manager,sales,2026-12-14']);
  expect((await hr.run('leave 00106 --on 2026-10-01')).err).toContain('left-before-taken');
  await hr.data('leave 00108 --yes');
  expect((await hr.data<People>('people')).people.find(({ number }) => number === '00108')?.leftOn).toBe('2026-12-01');
  await hr.data('leave 00108 --undo --reason "She comes after all"');
  expect(await posts(hr, '00108')).toEqual([expect.objectContaining({ from: '2026-12-14' })]);
  await whole(hr);
});

fully('takes no slip in the name of an employee for a second pair of eyes', async () => {
  const hr = await issued([anna, 'Noor Bouzidi,f,00109,sales-manager,sales,2026-11-02']);
  const [sheet] = (await hr.data<{ sheets: { code: string }[] }>('paper 00106')).sheets;
  hr.write('scan.pdf', sheetScan('signed'));
  await hr.data(`scan scan.pdf --code ${sheet?.code ?? ''}`);
  const slip = await hr.run('check 00106', 'Noor Bouzd');
  expect([slip.code, slip.err]).toEqual([1, expect.stringMatching(/register-actor-near-person[^]*Noor Bouzidi[^]*--new-actor/)]);
  expect((await hr.data<Status>('status')).totals).toMatchObject({ requested: 2 });
  expect((await hr.run('check 00106', 'bouzidi noor')).code).toBe(0);
  await whole(hr);
});

fully('numbers nothing where the last day to acknowledge has passed', async () => {
  const hr = await opened([anna]);
  for (const line of ['issue --all --request --due 2026-11-20', 'batch people.csv --due 2026-11-20'])
    expect((await hr.run(line)).err).toContain('due-is-past');
  expect(await hr.data('documents')).toMatchObject({ documents: [] });
});

fully('tells of a new name under a number, and takes nothing for it where nothing of the name stays; asks about a namesake', async () => {
  const hr = await opened([anna, john]);
  hr.write('married.csv', staffList(anna.replace('Smith', 'Jansen'), john.replace('John Brown', 'Peter Hill')));
  const told = await hr.run('people married.csv');
  expect(told.err).toMatch(/married\.csv:2: warning register-renamed[^]*Anna Smith is called Anna Jansen/);
  expect(told.err).toMatch(/married\.csv:3: warning register-number-taken[^]*00107 is that of John Brown/);
  const names = async (): Promise<readonly string[]> => (await hr.data<People>('people')).people.map(({ name }) => name);
  expect(await names()).toEqual(['Anna Jansen', 'John Brown']);
  hr.write('namesake.csv', staffList(john.replace('00107', '00311')));
  expect((await hr.run('people namesake.csv')).err).toMatch(/register-person-doubtful[^]*John Brown \(00107\)[^]*--new/);
  expect(await names()).toHaveLength(2);
  await hr.data('people namesake.csv --new');
  expect(await names()).toHaveLength(3);
  await hr.data('people namesake.csv');
  expect(await names()).toHaveLength(3);
  await whole(hr);
});

fully('tells where one person both proposed and approved, as long as the rules let them', async () => {
  const hr = await opened([anna]);
  const draft = readFileSync(join(root, 'roles/sales-manager.yaml'), 'utf8');
  const proposed = async (line: string): Promise<string> => {
    hr.write('draft.yaml', `${draft}\n# ${line}\n`);
    return (await hr.data<{ seen: string }>(`propose sales-manager draft.yaml --summary "${line}"`)).seen;
  };
  const alone = await hr.run(`approve sales-manager --seen ${await proposed('One')}`);
  expect([alone.code, alone.err]).toEqual([0, expect.stringMatching(/register-approved-alone[^]*--approval-by-two yes/)]);
  const other = await hr.run(`approve sales-manager --seen ${await proposed('Two')}`, 'Peter Hall');
  expect([other.code, other.err]).toEqual([0, expect.not.stringContaining('register-approved-alone')]);
});

fully('says what is missing where nothing is issued, and that a last day was noted before', async () => {
  const hr = await opened([anna]);
  expect((await hr.run('request --all')).err).toContain('rolewright register issue --all');
  await hr.data('leave 00106 --on 2026-12-31');
  const again = await hr.run('leave 00106 --on 2026-12-31');
  expect([again.code, again.err]).toEqual([0, expect.stringMatching(/as noted before(?![^]*corrected)/)]);
  expect((await hr.run('leave 00106 --on 2027-01-15')).err).toContain('corrected from');
});

fully('writes the journals of two periods side by side, and says of a broken database how it is restored', async () => {
  const hr = await issued([anna]);
  const files = async (line: string): Promise<unknown> => (await hr.data<{ files: unknown }>(`journal --format xlsx ${line}`)).files;
  expect(await files('--from 2026-11-01')).not.toEqual(await files('--from 2026-12-01'));
  for (const beside of ['-wal', '-shm']) rmSync(join(hr.folder, `register/register.db${beside}`), { force: true });
  hr.write('register/register.db', 'This is no database. '.repeat(500));
  expect((await hr.run('status')).err).toMatch(/database-unreachable[^]*register restore/);
});
