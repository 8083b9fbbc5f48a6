/** What HR does by mistake, through the command line: it is asked, told or can be corrected, and nothing of it is silent. */
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { databaseFile } from '../src/storage/open.js';
import { sheetScan } from './visit.js';
import type { Visiting } from './visit.js';
import { openVisits, staffList, writeRoles } from './visits.js';
import { firstOrAll, fully } from './programs.js';

const visit = openVisits();
const anna = 'Anna Smith,f,00106,sales-manager,sales,2026-11-02';
const john = 'John Brown,m,00107,sales-manager,sales,2026-11-02';

async function opened(rows: readonly string[], { country = 'gb', numbering = '' } = {}): Promise<Visiting> {
  const hr = visit();
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    `schema: 2\nname: Northwind\nplace: Hull\njurisdiction: ${country}\nlanguages: [en]\ndepartments:\n  - { id: sales, name: Sales }\n${numbering}`,
  );
  hr.write('people.csv', staffList(...rows));
  writeRoles(hr, 'sales-manager');
  await hr.data('init');
  await hr.data('people people.csv --on 2026-11-02');
  return hr;
}
const issued = async (rows: readonly string[], country = 'gb'): Promise<Visiting> => {
  const hr = await opened(rows, { country });
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  return hr;
};
interface Told {
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}
const codes = ({ diagnostics }: Told): readonly string[] => diagnostics.map(({ code }) => code);
interface Status {
  readonly totals: Readonly<Record<string, number>>;
  readonly rows: readonly { readonly number: string; readonly standing: string }[];
}
const whole = async (hr: Visiting): Promise<void> => {
  expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
};

it('writes down who acts for the first time, and asks where the name is nearly that of another', async () => {
  const hr = await issued([anna]);
  // Looking writes nothing, so nobody is asked who looks.
  expect(codes(await hr.data<Told>('status', 'Helen Cartr'))).toEqual([]);
  const refused = await hr.run('acknowledge 00106', 'Helen Cartr');
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/register-actor-near[^]*Helen Carter[^]*--new-actor/)]);
  expect((await hr.run('acknowledge 00106', 'Carter  HELEN')).err).toContain('register-actor-near');
  expect((await hr.data<Status>('status')).totals).toMatchObject({ requested: 1, current: 0 });
  const stranger = await hr.run('cancel 00106 --reason "Not now"', 'Peter Hall');
  expect(stranger.err).toMatch(/warning register-actor-new[^]*Peter Hall[^]*Helen Carter/);
  await hr.data('request --all', 'Peter Hall');
  expect(codes(await hr.data<Told>('acknowledge 00106 --new-actor', 'Helen Cartr'))).toEqual(['register-actor-new']);
  expect(codes(await hr.data<Told>('hold 00106 --reason "A claim"', 'helen  carter'))).toEqual([]);
  await whole(hr);
});

fully('records no refusal for good before there is something to say, and corrects it by another record', async () => {
  const hr = await issued([anna, john]);
  const first = await hr.data<{ act: string | null; waits: string | null }>('refuse 00106');
  expect(first).toMatchObject({ act: null, waits: 'words' });
  expect((await hr.run('refuse 00106')).err).toContain('Not final yet');
  // Until then she may change her mind.
  await hr.data('acknowledge 00106');
  await hr.data('refuse 00107');
  expect(await hr.data('refuse 00107 --reason "Wants to ask a lawyer"')).toMatchObject({ act: '1', waits: null });
  expect((await hr.run('refuse 00107 --reason again')).err).toContain('final');
  expect((await hr.run('refuse 00106 --amend --reason x')).err).toContain('final');
  const amended = await hr.data<{ act: string }>('refuse 00107 --amend --witness "Carl Dunn, accountant"');
  expect(amended.act).toBe('2');
  const { documents } = await hr.data<{ documents: { kind: string; shown: string; state: string }[] }>('documents');
  expect(documents.filter(({ kind }) => kind === 'refusal-act').map(({ shown, state }) => [shown, state])).toEqual([
    ['1', 'replaced'],
    ['2', 'issued'],
  ]);
  const { rows } = await hr.data<{ rows: { outcome: object | null }[] }>('journal --format xlsx');
  expect(rows.map(({ outcome }) => outcome)).toContainEqual({ sort: 'refused', act: '2' });
  expect((await hr.run('refuse 00107 --amend --witness "Helen Carter"')).err).toContain('witness-records');
  // Whoever signs after all is asked by name, and only so.
  expect(await hr.data('request --all')).toMatchObject({ requests: [] });
  expect((await hr.data<{ requests: unknown[] }>('request 00107')).requests).toHaveLength(1);
  expect((await hr.data<Status>('status')).totals).toMatchObject({ requested: 1, current: 1 });
  await hr.data('acknowledge 00107');
  expect((await hr.data<Status>('status')).totals).toMatchObject({ requested: 0, current: 2 });
  await whole(hr);
});

it.each(firstOrAll(['gb', 'nl', 'us']))('makes the record of a refusal without a word where that is said, in %s', async (country) => {
  const hr = await issued([anna], country);
  expect(await hr.data('refuse 00106 --close')).toMatchObject({ act: '1', waits: null });
  await whole(hr);
});

it('says when a paper of a day to come can be acknowledged', async () => {
  const hr = await opened([anna]);
  expect(codes(await hr.data<Told>('issue --all --format pdf --on 2026-12-05 --request'))).toEqual(['register-dated-ahead']);
  const early = await hr.run('acknowledge 00106');
  expect(early.err).toMatch(/before-its-date[^]*5 December 2026[^]*register void/);
  const [sheet] = (await hr.data<{ sheets: { code: string }[] }>('paper 00106')).sheets;
  hr.write('scan.pdf', sheetScan('signed'));
  await hr.data(`scan scan.pdf --code ${sheet?.code ?? ''}`);
  expect((await hr.run('check 00106', 'Peter Hall')).err).toContain('before-its-date');
  hr.day('2026-12-05');
  await hr.data('check 00106 --on 2026-12-05', 'Peter Hall');
  await whole(hr);
});

it('means the request of the paper in force, not that of one that was voided', async () => {
  const hr = await issued([anna]);
  await hr.data('void 1 --reason "Wrong employer"');
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  await hr.data('acknowledge 00106');
  const again = await hr.run('acknowledge 00106');
  expect([again.err.includes('acknowledged. That is final'), again.err.includes('cancelled')]).toEqual([true, false]);
});

fully('asks where a personnel number has lost its noughts', async () => {
  const hr = await opened([anna, john]);
  hr.write(
    'more.csv',
    staffList(
      anna.replace('00106', '106'),
      'Kim Lee,f,0-108,sales-manager,sales,2026-11-02',
      'Kim Lee,f,108,sales-manager,sales,2026-11-02',
    ),
  );
  const told = await hr.run('people more.csv');
  expect(told.err).toMatch(/more\.csv:2[^]*register-number-near[^]*106[^]*Anna Smith \(00106\)[^]*--new/);
  expect(told.err).toMatch(/1 of 3 rows were taken, 2 left out:\n {2}more\.csv:2 {2}.*\n {2}more\.csv:4 {2}/);
  expect((await hr.data<{ people: unknown[] }>('people')).people).toHaveLength(3);
  await hr.data('people more.csv --new');
  expect((await hr.data<{ people: unknown[] }>('people')).people).toHaveLength(5);
});

fully('takes nobody for gone while rows of the list could not be read', async () => {
  const hr = await opened([anna, john]);
  hr.write('all.csv', staffList(anna, john.replace('sales-manager', 'no-such-role')));
  const { code, err, out } = await hr.run('people all.csv --complete --partly --json');
  const told = JSON.parse(out) as Told & { left: unknown[]; rows: unknown };
  expect([code, err, told.left]).toEqual([1, '', []]);
  expect(codes(told)).toContain('register-complete-waits');
  expect(told.rows).toEqual({ all: 2, taken: 1, leftOut: [{ file: 'all.csv', line: 3, code: 'cell-unknown-role' }] });
  hr.write('all.csv', staffList(anna));
  expect((await hr.data<{ left: unknown[] }>('people all.csv --complete')).left).toHaveLength(1);
});

fully('says what a list leaves open, and asks nobody who starts later unless by name', async () => {
  const hr = await opened([]);
  hr.write('new.csv', staffList('Kim Lee,x,1,sales-manager,sales,', 'Eve Moor,f,2,sales-manager,sales,2027-03-01'));
  const told = await hr.data<Told>('people new.csv');
  expect(codes(told)).toEqual(['register-actor-new', 'register-no-first-day', 'register-gender-open']);
  expect(codes(await hr.data<Told>('issue --all --format pdf --request'))).toEqual(['register-people-to-come']);
  const status = await hr.data<Status>('status');
  expect(status.totals).toMatchObject({ toDo: 0, toCome: 1, requested: 1, overdue: 0 });
  expect((await hr.run('status --standing to-come')).out).toContain('to come, from 2027-03-01');
  expect((await hr.data<{ requests: unknown[] }>('request 2')).requests).toHaveLength(1);
  expect((await hr.data<Status>('status')).totals).toMatchObject({ toCome: 0, requested: 2 });
});

it.each([
  ['gb', 'the day first', '2026-04-01'],
  ['us', 'the month first', '2026-01-04'],
])('says how it reads dates that could be two days, in %s', async (country, words, day) => {
  const hr = await opened([], { country });
  hr.write('new.csv', staffList('Kim Lee,f,1,sales-manager,sales,01/04/2026'));
  expect((await hr.run('people new.csv')).err).toMatch(new RegExp(`dates-by-country[^]*${words}[^]*dateOrder`));
  const { people } = await hr.data<{ people: { posts: { from: string }[] }[] }>('people');
  expect(people.map(({ posts }) => posts[0]?.from)).toEqual([day]);
});

fully('corrects the day on which somebody left', async () => {
  const hr = await issued([anna]);
  await hr.data('leave 00106 --on 2026-12-31');
  expect((await hr.run('leave 00106 --on 2026-12-15')).err).toContain('15 December 2026, corrected from 31 December 2026');
  const { people } = await hr.data<{ people: { leftOn: string }[] }>('people');
  expect(people).toMatchObject([{ leftOn: '2026-12-15' }]);
  hr.day('2026-12-16');
  expect((await hr.run('acknowledge 00106')).code).toBe(0);
  expect(await hr.data('issue --all --format pdf').catch((error: unknown) => String(error))).toContain('register-nobody-holds');
  await whole(hr);
});

fully('says that a sheet is printed before it is scanned', async () => {
  const hr = await issued([anna]);
  hr.write('scan.pdf', sheetScan('signed'));
  expect((await hr.run('scan scan.pdf 00106')).err).toMatch(/register-no-sheet[^]*register paper 00106/);
});

fully('numbers by the organisation’s own numbers of roles, and gives none of them to another paper', async () => {
  const numbers = (own: string): string => `numbering:\n  pattern: JD-{number}/{year}\n  numbers: { ${own} }\n`;
  const office = 'Kim Lee,f,00108,office-manager,sales,2026-11-02';
  const hr = await opened([anna, office], { numbering: numbers('sales-manager: "07"') });
  await hr.data('issue --all --format pdf --on 2026-12-01');
  await hr.data('void JD-07/2026 --reason "Wrong employer"');
  await hr.data('issue --all --format pdf --on 2026-12-01');
  const shown = async (): Promise<readonly string[]> =>
    (await hr.data<{ documents: { shown: string }[] }>('documents')).documents.map((one) => one.shown).sort();
  expect(await shown()).toEqual(['JD-07/2026', 'JD-07/2026-2', 'JD-8/2026']);
  // A role that gets a number of its own later gets none that is on a paper already.
  hr.write('organisation.yaml', readFileSync(join(hr.folder, 'organisation.yaml'), 'utf8').replace('"07"', '"8"'));
  await hr.data('void JD-07/2026-2 --reason "Wrong employer"');
  expect((await hr.run('issue sales-manager --format pdf')).err).toContain('register-number-given');
  expect(await shown()).toHaveLength(3);
  await whole(hr);
});

fully('names the paper and the person of a fault, and does not offer to begin anew where the database is gone', async () => {
  const hr = await issued([anna]);
  await hr.data('acknowledge 00106');
  const { file } = await hr.data<{ file: string }>('export 00106');
  expect(file).toContain('00106');
  const files = join(hr.folder, 'register/files');
  renameSync(files, join(hr.folder, 'lost'));
  const { out } = await hr.run('verify');
  expect(out).toMatch(/a file is missing {2}job description 1, sales/);
  renameSync(join(hr.folder, 'lost'), files);
  renameSync(databaseFile({ folder: join(hr.folder, 'register') }), join(hr.folder, 'lost.db'));
  for (const line of ['status', 'init']) {
    const { err } = await hr.run(line);
    expect([err.includes('storage/database-missing'), err.includes('register restore'), err.includes('register init')]).toEqual([
      true,
      true,
      false,
    ]);
  }
  expect((await hr.run('restore nowhere')).err).toMatch(/backup-unusable|register-exists/);
});

fully('knows no department that nobody has heard of, and says why somebody employed is not erased', async () => {
  const hr = await issued([anna]);
  const { code, err } = await hr.run('status --department Salse');
  expect([code, err]).toEqual([1, expect.stringMatching(/register-no-department[^]*Did you mean “(Sales|sales)”/)]);
  expect((await hr.data<Status>('status --department sales')).rows).toHaveLength(1);
  expect((await hr.run('erase 00106')).err).toMatch(/register-still-employed[^]*Anna Smith[^]*register leave 00106/);
});

fully('hands out words where the register has ids, and prints the post in which somebody was asked', async () => {
  const hr = await issued([anna]);
  await hr.data('acknowledge 00106');
  hr.day('2026-12-10');
  hr.write('moved.csv', staffList(anna.replace(',sales,', ',export,')));
  await hr.data('people moved.csv');
  const { rows } = await hr.data<{ rows: { post: string }[] }>('journal --format xlsx');
  expect(rows.map(({ post }) => post)).toEqual(['Sales executive, Sales']);
  const { file } = await hr.data<{ file: string }>('export 00106');
  const archive = unzipSync(readFileSync(join(hr.folder, file)));
  const page = new TextDecoder().decode(archive['index.html']);
  for (const words of ['Sales executive, Sales', 'acknowledged (in person)', 'Acknowledged (in person)', 'Helen Carter', 'Job description'])
    expect(page).toContain(words);
  expect(page).not.toMatch(/sales-manager|job-description,/);
});
