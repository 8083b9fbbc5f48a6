/** What HR does by mistake with the answers of people, and how the papers about it read, through the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { sheetScan } from './visit.js';
import type { Visiting } from './visit.js';
import { openVisits, staffList, writeRoles } from './visits.js';
import { fully } from './programs.js';

const visit = openVisits();
const anna = 'Anna Smith,f,00106,sales-manager,sales,2026-11-02';
const john = 'John Brown,m,00107,sales-manager,sales,2026-11-02';
const pyotr = 'Волков Пётр Ильич,m,00108,sales-manager,sales,2026-11-02';

async function opened(rows: readonly string[], { country = 'gb', language = 'en', more = '' } = {}): Promise<Visiting> {
  const hr = visit();
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    `schema: 2\nname: Northwind\nplace: Hull\njurisdiction: ${country}\nlanguages: [${language}]\ndepartments:\n  - { id: sales, name: Sales }\n${more}`,
  );
  hr.write('people.csv', staffList(...rows));
  writeRoles(hr, 'sales-manager');
  await hr.data('init');
  await hr.data('people people.csv --on 2026-11-02');
  return hr;
}
async function issued(rows: readonly string[], world: Parameters<typeof opened>[1] = {}): Promise<Visiting> {
  const hr = await opened(rows, world);
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  return hr;
}
interface Refused {
  readonly act: string | null;
  readonly waits: string | null;
  readonly files: readonly string[];
}
const whole = async (hr: Visiting): Promise<void> => {
  expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
};

/** The paragraphs of a Word file of the project. */
const textOf = (hr: Visiting, path: string): string =>
  new TextDecoder()
    .decode(unzipSync(readFileSync(join(hr.folder, path)))['word/document.xml'])
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');

fully('keeps the reason of a refusal that is told before its witnesses are known, or after the refusal itself', async () => {
  const hr = await issued([anna, john], { country: 'ru', language: 'ru' });
  const both = '--witness "Белова Анна, экономист" --witness "Дунин Карл, бухгалтер"';
  for (const steps of [
    ['00106', ['--reason "Хочет посоветоваться с юристом"', both]],
    ['00107', ['', '--reason "Хочет посоветоваться с юристом"', both]],
  ] as const) {
    const [who, lines] = steps;
    let last: Refused | undefined;
    for (const line of lines) last = await hr.data<Refused>(`refuse ${who} ${line}`);
    const file = last?.files.find((one) => one.endsWith('.docx')) ?? '';
    expect(textOf(hr, file)).toContain('Хочет посоветоваться с юристом');
    await hr.data(`export ${who} --out ${who}.zip`);
    const data = new TextDecoder().decode(unzipSync(readFileSync(join(hr.folder, `${who}.zip`)))['data.json']);
    expect(data).toContain('"reason": "Хочет посоветоваться с юристом"');
  }
  await whole(hr);
});

fully('names on the record of a refusal who offered the paper, with the post, and the department as the journal has it', async () => {
  const more = 'posts:\n  hr-lead: { title: head of HR, holder: { first: Helen, last: Carter } }\n';
  const hr = await issued([anna, john, 'Kim Lee,f,00110,sales-manager,elsewhere,2026-11-02'], { more });
  const first = await hr.data<Refused>('refuse 00106 --reason "Wants to ask a lawyer"');
  const note = textOf(hr, first.files.find((one) => one.endsWith('.docx')) ?? '');
  expect(note).toMatch(/Offered by\s+Helen Carter, head of HR/);
  expect(note).toMatch(/Offered by:[^]*Helen Carter/);
  expect(note).not.toContain('Manager:');
  expect(note).toMatch(/Sales executive, Sales/);
  // Of a colleague who is in the list, the register knows the post.
  const second = await hr.data<Refused>('refuse 00107 --reason "No"', 'Anna Smith');
  expect(textOf(hr, second.files.find((one) => one.endsWith('.docx')) ?? '')).toMatch(/Offered by\s+Anna Smith, sales executive/i);
  // A department that the organisation lacks is not printed as if its id were a name.
  const third = await hr.data<Refused>('refuse 00110 --reason "No"');
  expect(textOf(hr, third.files.find((one) => one.endsWith('.docx')) ?? '')).not.toContain('elsewhere');
  await whole(hr);
});

fully('takes nobody for a witness of their own refusal, nor one person for two witnesses', async () => {
  const hr = await issued([anna, 'Noor van den Berg,f,00109,sales-manager,sales,2026-11-02'], { country: 'nl', language: 'nl' });
  for (const name of ['Noor van den Berg', 'van den Berg Noor', 'N. van den Berg', 'Nóór van den Berg'])
    expect((await hr.run(`refuse 00109 --reason "Nee" --witness "${name}"`)).err).toContain('witness-refused');
  await hr.data('refuse 00109 --reason "Nee" --witness "Jan de Wit, planner"');
  expect((await hr.run('refuse 00106 --reason "Nee" --witness "Wit Jan de" --witness "Jan de Wit"')).err).toContain('witness-twice');
  const ru = await issued([anna, pyotr], { country: 'ru', language: 'ru' });
  const refuse = (...names: readonly string[]) => ru.run(`refuse 00106 ${names.map((name) => `--witness "${name}"`).join(' ')}`);
  expect((await refuse('Волков Пётр', 'Волков Петр')).err).toContain('witness-twice');
  expect((await refuse('Волков П. И.', 'Пётр Ильич Волков')).err).toContain('witness-twice');
  expect((await ru.run('refuse 00108 --witness "Петр Волков" --witness "Белова Анна"')).err).toContain('witness-refused');
  expect((await refuse('Волков Пётр', 'Волкова Анна')).code).toBe(0);
  await whole(ru);
});

fully('says who has no paper in force, whom a void paper leaves without one, and who refused', async () => {
  interface Status {
    readonly totals: Readonly<Record<string, number>>;
    readonly rows: readonly { readonly number: string; readonly standing: string }[];
    readonly withoutPaper: readonly { readonly number: string }[];
  }
  const hr = await opened([anna, john, 'Kim Lee,f,00110,sales-manager,sales,2026-11-02']);
  const before = await hr.run('status');
  expect(before.out + before.err).toMatch(/00106[^]*no paper[^]*No paper in force: 3 people[^]*register issue --all/);
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  expect((await hr.data<Status>('status')).withoutPaper).toEqual([]);
  await hr.data('acknowledge 00106');
  await hr.data('refuse 00107 --reason "No"');
  const { totals, rows } = await hr.data<Status>('status');
  expect(totals).toMatchObject({ current: 1, refused: 1, requested: 1, noPaper: 0 });
  expect(rows.find(({ number }) => number === '00107')?.standing).toBe('refused');
  expect((await hr.data<Status>('status --standing refused')).rows).toHaveLength(1);
  expect(await hr.data('void "job-description 1" --yes --reason "Wrong employer"')).toMatchObject({ held: 3, acknowledged: 1, waiting: 1 });
  const after = await hr.data<Status>('status');
  expect([after.rows.length, after.totals['noPaper'], after.withoutPaper.map(({ number }) => number)]).toEqual([
    0,
    3,
    ['00107', '00110', '00106'],
  ]);
  expect((await hr.data<Status>('status 00106')).totals).toMatchObject({ noPaper: 1 });
  await whole(hr);
});

fully('keeps a signed sheet that waits for its check when the paper has a new version', async () => {
  const hr = await issued([anna, john]);
  const [sheet] = (await hr.data<{ sheets: { code: string }[] }>('paper 00106')).sheets;
  hr.write('scan.pdf', sheetScan('signed'));
  await hr.data(`scan scan.pdf --code ${sheet?.code ?? ''}`);
  const role = readFileSync(join(hr.folder, 'roles/sales-manager.yaml'), 'utf8');
  hr.write('roles/sales-manager.yaml', role.replace(/(en: )Sales executive/i, '$1Sales adviser'));
  hr.day('2026-12-03');
  const next = await hr.run('issue --all --format pdf --request');
  expect(next.err).toMatch(/register-sheets-wait[^]*Anna Smith \(00106\)/);
  await hr.data('check 00106 --on 2026-12-01', 'Peter Hall');
  const { rows } = await hr.data<{ rows: { outcome: { sort: string } | null; since: string | null }[] }>('journal --format xlsx');
  expect(rows.filter(({ outcome }) => outcome?.sort === 'paper')).toMatchObject([{ since: 'replaced' }]);
  // Both are asked for the new version; nobody was asked twice for the former.
  expect((await hr.data<{ totals: object }>('status')).totals).toMatchObject({ requested: 2 });
  await whole(hr);
});

fully('writes each correction of a refusal beside the record before it', async () => {
  const hr = await issued([anna]);
  const first = await hr.data<Refused>('refuse 00106 --reason "No"');
  const second = await hr.data<Refused>('refuse 00106 --amend --witness "Carl Dunn, accountant"');
  expect(new Set([...first.files, ...second.files]).size).toBe(4);
  expect(textOf(hr, first.files.find((one) => one.endsWith('.docx')) ?? '')).not.toContain('Carl Dunn');
});

fully.each([
  ['ru', 'ru', 'Взамен акта от 1 декабря 2026 г. № 1'],
  ['gb', 'en', 'no. 1 of 1 December 2026'],
  ['nl', 'nl', 'nr. 1 van 1 december 2026'],
])('says on a corrected record which one it takes the place of, in %s', async (country, language, words) => {
  const hr = await issued([anna], { country, language });
  await hr.data('refuse 00106 --reason "No" --witness "Ida Bell" --witness "Carl Dunn"');
  const { files } = await hr.data<Refused>('refuse 00106 --amend --reason "Other words"');
  expect(textOf(hr, files.find((one) => one.endsWith('.docx')) ?? '').replace(/[\u00a0\n]/g, ' ')).toContain(words);
});

fully('tells in the journal people of one name apart, how they were known, what waits, and papers that nobody was asked for', async () => {
  const hr = await opened([anna, anna.replace('00106', '00116'), 'Kim Lee,f,00110,sales-manager,sales,2026-11-02']);
  await hr.data('issue --all --format pdf --on 2026-12-01');
  await hr.data('void 1 --reason "Wrong employer"');
  await hr.data('issue --all --format pdf --on 2026-12-01 --request');
  await hr.data('acknowledge 00106 --identified-by "staff card"');
  const { files, rows } = await hr.data<{ files: string[]; rows: { outcome: { sort: string } | null }[] }>('journal --format docx');
  expect(rows.map(({ outcome }) => outcome?.sort ?? null).sort()).toEqual(['in-person', 'unasked', null, null].sort());
  const text = textOf(hr, files[0] ?? '').replace(/\u00a0/g, ' ');
  expect(text).toMatch(/Anna Smith \(00106\)[^]*In person, identified by: staff card; record \d+/);
  expect(text).toContain('Anna Smith (00116)');
  expect(text).toMatch(/Nobody was asked to sign[^]*Document voided/);
  expect(text).toContain('4 entries; of these 2 not signed yet');
});

fully('prints for a person what was said of them, by whom they were known, and what became of each paper', async () => {
  const hr = await issued([anna, john]);
  await hr.data('acknowledge 00107 --identified-by "staff card"');
  await hr.data('refuse 00106 --reason "Wants to ask a lawyer" --witness "Carl Dunn, accountant"');
  const page = async (who: string): Promise<string> => {
    await hr.data(`export ${who} --out ${who}.zip`);
    const html = new TextDecoder().decode(unzipSync(readFileSync(join(hr.folder, `${who}.zip`)))['index.html']);
    return html
      .replace(/<style[^]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, '|')
      .replace(/&nbsp;|\u00a0/g, ' ');
  };
  const refused = await page('00106');
  expect(refused).toMatch(/Reason: “Wants to ask a lawyer”/);
  expect(refused).toMatch(/Witnesses: Carl Dunn/);
  expect(refused).toMatch(/File note: job description not signed[^\n]*in force/);
  expect(refused).toMatch(/Time \(UTC\)[^]*Purpose|Purpose[^]*Time \(UTC\)/);
  expect(await page('00107')).toMatch(/Identified by: staff card/);
});

fully('warns where the words that people sign change and the version does not', async () => {
  const hr = await issued([anna]);
  const role = readFileSync(join(hr.folder, 'roles/sales-manager.yaml'), 'utf8');
  const other = role.replace(/(en: )Sales executive/i, '$1Sales adviser');
  hr.write('draft.yaml', other);
  expect((await hr.run('propose sales-manager draft.yaml --summary "Another title"')).err).toMatch(/register-version-same[^]*2\.0\.0/);
  const next = await issued([anna]);
  next.write('draft.yaml', other.replace('version: 2.0.0', 'version: 2.1.0'));
  expect((await next.run('propose sales-manager draft.yaml --summary "Another title"')).err).not.toContain('register-version-same');
});
