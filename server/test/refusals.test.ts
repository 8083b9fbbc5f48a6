/** What the law wants to be right about answers given at the desk: whose they are, of which paper, on which day. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { sheetScan, visiting } from './visit.js';
import type { Visiting } from './visit.js';
import { firstOrAll, fully } from './programs.js';

const root = new URL('../..', import.meta.url).pathname;
const made: Visiting[] = [];
afterAll(() => {
  for (const { folder } of made) rmSync(folder, { recursive: true, force: true });
});

const people = ['Anna Smith,f,00106', 'John Brown,m,00107', 'Мулдер Роза,f,00111'];

/** An office whose paper of 2 November was issued, and asked for, on 1 December. */
async function office(country: string, language: 'en' | 'ru' | 'nl' = 'en'): Promise<Visiting> {
  const hr = visiting({ language });
  made.push(hr);
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write(
    'organisation.yaml',
    `schema: 2\nname: Northwind\nplace: Hull\njurisdiction: ${country}\nlanguages: [${language}]\ndistance: { zone: Europe/Moscow }\ndepartments:\n  - { id: sales, name: Sales }\n`,
  );
  const rows = people.map((one) => `${one},sales-manager,sales,2026-10-01`);
  hr.write('people.csv', ['Name,Gender,Personnel number,Job title,Department,Hire date', ...rows, ''].join('\n'));
  hr.write('roles/sales-manager.yaml', readFileSync(join(root, 'roles/sales-manager.yaml')));
  await hr.data('init');
  await hr.data('people people.csv --on 2026-11-02');
  await hr.data('issue --all --format pdf --on 2026-11-02 --request');
  return hr;
}

interface Refused {
  readonly act: string | null;
  readonly files: readonly string[];
}
interface Status {
  readonly rows: readonly { readonly number: string; readonly standing: string }[];
}
const standingOf = async (hr: Visiting, number: string): Promise<string | undefined> =>
  (await hr.data<Status>('status')).rows.find((one) => one.number === number)?.standing;

/** The text of a Word file of the project, a line for each paragraph. */
const textOf = (hr: Visiting, path: string | undefined): string =>
  new TextDecoder()
    .decode(unzipSync(readFileSync(join(hr.folder, path ?? '')))['word/document.xml'])
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/[\u00a0\u202f]/g, ' ');
const witnesses = '--witness "Белова Анна, экономист" --witness "Дунин Карл, бухгалтер"';
const docx = ({ files }: Refused): string | undefined => files.find((one) => one.endsWith('.docx'));

fully('dates the paper on the record of a refusal by the paper, not by the record', async () => {
  const ru = await office('ru', 'ru');
  const act = textOf(ru, docx(await ru.data<Refused>(`refuse 00106 ${witnesses}`)));
  expect(act).toMatch(/Должностная инструкция[^\n]* от 2 ноября 2026 г\. № 1 /);
  expect(act).toMatch(/1 декабря 2026 г\./);
  const corrected = textOf(ru, docx(await ru.data<Refused>('refuse 00106 --amend --reason "Не согласна"')));
  expect(corrected).toMatch(/Должностная инструкция[^\n]* от 2 ноября 2026 г\. № 1 /);
  const nl = await office('nl', 'nl');
  expect(textOf(nl, docx(await nl.data<Refused>('refuse 00106 --reason Nee')))).toContain('nr. 1 d.d. 2 november 2026');
  const gb = await office('gb');
  expect(textOf(gb, docx(await gb.data<Refused>('refuse 00106 --reason No')))).toContain('no. 1 of 2 November 2026');
});

fully('prints on a corrected record the posts of witnesses whom the register knows', async () => {
  const hr = await office('ru', 'ru');
  await hr.data('refuse 00106 --witness "Роза Мулдер" --witness "Дунин Карл, бухгалтер"');
  const act = textOf(hr, docx(await hr.data<Refused>('refuse 00106 --amend --reason "Нет"')));
  expect(act).toMatch(/должность менеджер по продажам[^]*Роза Мулдер/i);
});

it('takes no refusal before the paper, its request, or to come', async () => {
  const hr = await office('ru', 'ru');
  for (const day of ['2026-11-01', '2026-11-30'])
    expect((await hr.run(`refuse 00106 --on ${day} ${witnesses}`)).err, day).toMatch(/before-offered[^]*02\.11\.2026[^]*01\.12\.2026/);
  expect((await hr.run(`refuse 00106 --on 2026-12-02 ${witnesses}`)).err).toContain('day-to-come');
  // Nothing was noted of what could not be.
  expect(await hr.data('refuse 00106')).toMatchObject({ act: null, waits: 'witnesses' });
  hr.day('2026-12-03');
  expect((await hr.run(`refuse 00106 --on 2026-11-30 ${witnesses}`)).err).toContain('before-offered');
  const { files } = await hr.data<Refused>(`refuse 00106 --on 2026-12-02 ${witnesses}`);
  expect(textOf(hr, docx({ act: null, files }))).toContain('2 декабря 2026 г.');
  expect((await hr.run(`refuse 00106 --amend --on 2026-11-30 --reason "Нет"`)).err).toContain('before-offered');
  expect(await hr.data('verify')).toMatchObject({ whole: true });
});

fully('lets a void record of a refusal count no more, so that the person is asked again', async () => {
  const hr = await office('ru', 'ru');
  await hr.data<Refused>(`refuse 00106 ${witnesses}`);
  expect(await standingOf(hr, '00106')).toBe('refused');
  interface Listed {
    readonly documents: readonly { readonly id: string; readonly kind: string }[];
  }
  const actOf = async (): Promise<string> =>
    (await hr.data<Listed>('documents')).documents.filter(({ kind }) => kind === 'refusal-act').at(-1)?.id ?? '';
  // What was corrected is void with its last record alone.
  await hr.data('refuse 00106 --amend --reason "Нет"');
  const told = await hr.run(`void ${await actOf()} --reason "Не тот документ"`);
  expect(told.out + told.err).toContain('Отказ больше ничем не подтверждён');
  expect(await standingOf(hr, '00106')).toBe('to-do');
  expect((await hr.run('journal --format xlsx,pdf')).code).toBe(0);
  expect((await hr.run('refuse 00106 --amend --reason "Нет"')).err).toMatch(/register-no-record[^]*register request 00106/);
  expect(await hr.data('request 00106')).toMatchObject({ requests: [{ method: 'in-person' }] });
  await hr.data(`refuse 00106 ${witnesses}`);
  expect(await standingOf(hr, '00106')).toBe('refused');
  expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
});

it('lets nobody record their own acknowledgement or refusal', async () => {
  const hr = await office('ru', 'ru');
  for (const name of ['Роза Мулдер', 'Мулдер Р.', 'Р. Мулдер']) {
    expect((await hr.run('acknowledge 00111', name)).err, name).toMatch(/own-record[^]*Мулдер|own-record[^]*Роза/);
    expect((await hr.run('acknowledge 00111 --disagrees Нет', name)).err, name).toContain('own-record');
    expect((await hr.run(`refuse 00111 ${witnesses}`, name)).err, name).toContain('own-record');
  }
  expect(await standingOf(hr, '00111')).toBe('requested');
  await hr.data('acknowledge 00111', 'Анна Белова');
  // Nor does anybody help to take their own back.
  expect((await hr.run('acknowledge 00111 --undo --reason x --second "Мулдер Р."', 'Анна Белова')).err).toContain('own-record');
});

it('lets nobody check the sheet that they signed, with initials either', async () => {
  const hr = await office('nl', 'nl');
  await hr.data('paper 00106');
  hr.write('scan.pdf', sheetScan('signed'));
  await hr.data('scan scan.pdf 00106');
  expect((await hr.run('check 00106', 'Smith A.')).err).toContain('own-signature');
});

fully('takes the day of the signature, not that of the check, and none before the sheet was printed', async () => {
  const hr = await office('nl', 'nl');
  const [sheet] = (await hr.data<{ sheets: { code: string; file: string }[] }>('paper 00106')).sheets;
  const code = sheet?.code ?? '';
  hr.write('scan.pdf', sheetScan('signed'));
  hr.day('2026-12-04');
  // Printed again with the same code: the first one may come back.
  await hr.data('paper 00106');
  await hr.data(`scan scan.pdf --code ${code}`);
  expect((await hr.run('check 00106', 'Peter Hall')).err).toMatch(/register-check-day[^]*1 december 2026[^]*--on/);
  expect((await hr.run('check 00106 --on 2026-11-30', 'Peter Hall')).err).toMatch(
    /before-its-sheet[^]*30 november 2026[^]*1 december 2026/,
  );
  expect(await hr.data('check 00106 --on 2026-12-02', 'Peter Hall')).toMatchObject({ on: '2026-12-02' });
  // A sheet of today can have been signed today alone.
  await hr.data('paper 00107');
  hr.write('other.pdf', sheetScan('of John'));
  await hr.data('scan other.pdf 00107');
  expect(await hr.data('check 00107', 'Peter Hall')).toMatchObject({ on: '2026-12-04' });
});

fully('takes a sheet that was signed before a new version took the place of its paper', async () => {
  const hr = await office('gb');
  const sheets = (await hr.data<{ sheets: { code: string }[] }>('paper 00106 00107')).sheets;
  const role = readFileSync(join(hr.folder, 'roles/sales-manager.yaml'), 'utf8');
  hr.write('roles/sales-manager.yaml', role.replace(/(en: )Sales executive/i, '$1Sales adviser'));
  hr.day('2026-12-03');
  await hr.data('issue --all --format pdf --request');
  hr.write('one.pdf', sheetScan('one'));
  hr.write('two.pdf', sheetScan('two'));
  // By the code, and by the person alone.
  await hr.data(`scan one.pdf 00106 --code ${sheets[1]?.code ?? ''}`);
  expect((await hr.run('scan two.pdf 00107')).err).toContain('Scanned');
  await hr.data('check 00106 1 --on 2026-12-01', 'Peter Hall');
  await hr.data('check 00107 1 --on 2026-12-02', 'Peter Hall');
  const { rows } = await hr.data<{ rows: { outcome: { sort: string } | null; since: string | null }[] }>('journal --format xlsx --force');
  expect(rows.filter(({ outcome }) => outcome?.sort === 'paper').map(({ since }) => since)).toEqual(['replaced', 'replaced']);
  // Of a paper whose sheet nobody printed, none can come back.
  expect((await hr.run('scan two.pdf 00111')).err).toContain('register-no-sheet');
  expect(await standingOf(hr, '00106')).toBe('requested');
  expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
});

it('takes no file for a signed sheet that cannot be one', async () => {
  const hr = await office('gb');
  const sheets = (await hr.data<{ sheets: { code: string; file: string }[] }>('paper 00106 00107')).sheets;
  for (const [name, bytes] of [
    ['empty.pdf', ''],
    ['head.pdf', '%PDF-1.4'],
    ['cut.png', '\u0089PNG\r\n'],
    ['letter.docx', 'PK'],
  ] as const) {
    hr.write(name, Buffer.from(bytes, 'latin1'));
    expect((await hr.run(`scan ${name} 00106`)).err, name).toContain('register-scan-kind');
  }
  expect((await hr.run(`scan ${sheets[0]?.file ?? ''}`)).err).toContain('register-scan-blank');
  hr.write('Scan 0001.pdf', sheetScan('both'));
  expect((await hr.run('scan "Scan 0001.pdf"')).err).toMatch(/register-scan-whose[^]*Scan 0001\.pdf/);
  await hr.data('scan "Scan 0001.pdf" 00106');
  expect((await hr.run('scan "Scan 0001.pdf" 00107')).err).toMatch(/register-scan-twice[^]*Anna Smith/);
  const { documents } = await hr.data<{ documents: { id: string }[] }>('documents');
  await hr.data('export 00107 --out all.zip');
  const kept = Object.entries(unzipSync(readFileSync(join(hr.folder, 'all.zip')))).find(([name]) => name.endsWith('.pdf'));
  hr.write('paper.pdf', kept?.[1] ?? '');
  expect([documents.length, (await hr.run('scan paper.pdf 00107')).err]).toEqual([1, expect.stringContaining('register-scan-issued')]);
  // What was rejected by mistake may be taken again for the same person.
  await hr.data('check 00106 --reject "Blurred"', 'Peter Hall');
  expect((await hr.run('check 00106', 'Peter Hall')).err).toMatch(/register-no-scan[^]*scan FILE 00106/);
  await hr.data('scan "Scan 0001.pdf" 00106');
});

it('frees a scan that was rejected for the one whose sheet it is, and hands it out to nobody else', async () => {
  const hr = await office('gb');
  await hr.data('paper 00106');
  const [sheet] = (await hr.data<{ sheets: { code: string }[] }>('paper 00107')).sheets;
  // “scan-” before the code is made of the same signs as codes are.
  const name = `scan-${sheet?.code ?? ''}.pdf`;
  hr.write(name, sheetScan('of John'));
  hr.write('sheet.pdf', sheetScan('of John'));
  await hr.data('scan sheet.pdf 00106');
  expect((await hr.run(`scan ${name} 00107`)).err).toContain('register-scan-twice');
  await hr.data('check 00106 --reject "Signed by somebody else"', 'Peter Hall');
  expect(await hr.data(`scan ${name}`)).toMatchObject({ code: sheet?.code });
  await hr.data('check 00107', 'Peter Hall');
  const evidenceOf = async (number: string): Promise<readonly string[]> => {
    await hr.data(`export ${number} --out ${number}.zip --force`);
    return Object.keys(unzipSync(readFileSync(join(hr.folder, `${number}.zip`)))).filter((one) => one.startsWith('evidence/'));
  };
  expect(await evidenceOf('00106')).toEqual([]);
  expect(await evidenceOf('00107')).toHaveLength(1);
  // Nor does it go with the one under whom it lay by mistake.
  await hr.data('leave 00106 --on 2026-12-01');
  hr.day('2190-01-02');
  await hr.data('void 1 --yes --reason "of old" --second "Peter Hall"');
  await hr.data('erase 00106 --yes');
  expect(await evidenceOf('00107')).toHaveLength(1);
  expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
});

it('reads a code from the name of a scan after a word that looks like the beginning of one', async () => {
  const hr = await office('nl', 'nl');
  const [sheet] = (await hr.data<{ sheets: { code: string }[] }>('paper 00106')).sheets;
  hr.write(`scan-${sheet?.code ?? ''}.pdf`, sheetScan('getekend'));
  // A name of a few words is no code where the person is named.
  hr.write('scan-from-desk.pdf', sheetScan('ook getekend'));
  await hr.data('paper 00107');
  expect(await hr.data('scan scan-from-desk.pdf 00107')).toMatchObject({ code: null });
  expect(await hr.data(`scan scan-${sheet?.code ?? ''}.pdf 00106`)).toMatchObject({ code: sheet?.code });
});

interface Journal {
  readonly files: readonly string[];
  readonly rows: readonly {
    readonly number: string;
    readonly outcome: { readonly sort: string } | null;
    readonly notes: readonly object[];
  }[];
}
const rowOf = ({ rows }: Journal, number: string) => rows.filter((one) => one.number === number);

fully('shows in the journal where the signature is missing that the law asks for, with a place for it', async () => {
  const hr = await office('ru', 'ru');
  const told = await hr.run('acknowledge 00106 --identified-by паспорт');
  expect(told.err).toMatch(/register-no-signature[^]*под подпись[^]*ст\. 22[^]*ст\. 68/);
  const journal = await hr.data<Journal>('journal --format docx --force');
  expect(rowOf(journal, '00106')[0]?.notes).toEqual([{ sort: 'signature', law: expect.stringContaining('ст. 68') as string }]);
  const text = textOf(hr, journal.files[0]);
  expect(text).toMatch(/Лично, личность установлена: паспорт[^]*Нет подписи работника; под подпись: Трудовой кодекс РФ, ст\. 22/);
  expect(text).toContain('без подписи: 3');
  const gb = await office('gb');
  expect((await gb.run('acknowledge 00106')).err).not.toContain('register-no-signature');
  expect(rowOf(await gb.data<Journal>('journal --format xlsx --force'), '00106')[0]?.notes).toEqual([]);
});

fully('says in the journal why, when and by whom something was taken back, and what stands in whose place', async () => {
  const hr = await office('gb');
  await hr.data('acknowledge 00106');
  await hr.data('acknowledge 00106 --undo --reason "The other Anna" --second "Peter Hall"');
  await hr.data('refuse 00107 --reason "No"');
  await hr.data('refuse 00107 --amend --reason "Not my work"');
  const [sheet] = (await hr.data<{ sheets: { code: string }[] }>('paper 00111')).sheets;
  hr.write('scan.pdf', sheetScan('signed'));
  await hr.data('scan scan.pdf 00111');
  await hr.data('check 00111', 'Peter Hall');
  const journal = await hr.data<Journal>('journal --format docx --force');
  const text = textOf(hr, journal.files[0]);
  expect(text).toContain('Taken back on 01/12/2026 (Helen Carter, Peter Hall): “The other Anna”');
  expect(text).toMatch(/note 2[^]*Reason: “Not my work”; Takes the place of record 1/);
  expect(text).toContain(`Sheet ${sheet?.code ?? ''}, checked on 01/12/2026 by Peter Hall`);
  await hr.data('void job-description --reason "Wrong employer" --second "Peter Hall" --yes');
  expect(textOf(hr, (await hr.data<Journal>('journal --format docx --force')).files[0])).toContain(
    'Document voided on 01/12/2026 (Helen Carter, Peter Hall): “Wrong employer”',
  );
});

it.each(
  firstOrAll([
    ['ru', 'ru', 'заявлено несогласие', 'Несогласие с документом', 'Заявлено несогласие 01.12.2026: «Пункт 3 – не моя работа»'],
    ['gb', 'en', 'disagrees', 'Does not agree', 'Disagreed on 01/12/2026: “Пункт 3 – не моя работа”'],
    ['nl', 'nl', 'niet akkoord', 'Niet akkoord', 'Niet akkoord op'],
  ] as const),
)('hears at the desk that somebody does not agree, which is no refusal, in %s', async (country, language, status, outcome, note) => {
  const hr = await office(country, language);
  await hr.data('acknowledge 00106 --disagrees "Пункт 3 – не моя работа"');
  expect(await standingOf(hr, '00106')).toBe('requested');
  const shown = await hr.run('status');
  expect(shown.out + shown.err).toContain(status);
  const journal = await hr.data<Journal>('journal --format docx --force');
  expect(rowOf(journal, '00106')[0]?.outcome?.sort).toBe('disagreed');
  const text = textOf(hr, journal.files[0]);
  expect([text.includes(outcome), text.includes(note)]).toEqual([true, true]);
  expect((await hr.run('acknowledge 00106 --disagrees "Пункт 4"')).err).toContain('not-now');
  // It is settled; that the person disagreed stays to be read.
  await hr.data('acknowledge 00106');
  expect(rowOf(await hr.data<Journal>('journal --format xlsx --force'), '00106')[0]?.notes[0]).toMatchObject({ sort: 'disagreed' });
  await hr.data('refuse 00107');
  expect(rowOf(await hr.data<Journal>('journal --format xlsx --force'), '00107')[0]?.outcome?.sort).toBe('declined');
  expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
});

fully('says where an answer and the last day of work contradict each other, or an answer and its request', async () => {
  const hr = await office('gb');
  hr.day('2026-12-05');
  await hr.data('acknowledge 00106 --on 2026-12-04');
  expect((await hr.run('leave 00106 --on 2026-12-03 --yes')).err).toMatch(
    /register-left-before-answer[^]*4 December 2026[^]*3 December 2026/,
  );
  expect((await hr.run('leave 00106 --on 2026-12-04 --yes')).err).not.toContain('register-left-before-answer');
  await hr.data('paper 00107');
  await hr.data('leave 00107 --on 2026-12-03 --yes');
  expect((await hr.run('acknowledge 00107 --on 2026-12-04')).err).toContain('register-answered-after-leaving');
  expect((await hr.run('acknowledge 00111 --on 2026-11-15')).err).toMatch(/register-answered-before-asked[^]*15 November 2026/);
});

it.each(
  firstOrAll([
    ['ru', 'ru', 'женский', /Роскомнадзор \(\|?rkn\.gov\.ru\|?\) или в суд\. \(Федеральный закон от 27\.07\.2006 № 152-ФЗ, ст\. 17\)/],
    ['gb', 'en', 'female', /Information Commissioner’s Office \(\|?ico\.org\.uk\|?\)[^|]*Data Protection Act 2018, s\. 165/],
    [
      ...(['us', 'en', 'female'] as const),
      /No federal law names an authority[^]*California Privacy Protection Agency[^]*eeoc\.gov[^|]*title 11, § 7300/,
    ],
    ['nl', 'nl', 'vrouw', /Autoriteit Persoonsgegevens \([^]{0,40}\)[^|]*art\. 77 AVG/],
  ] as const),
)(
  'hands out all that is stored of a person, with its source and the right to complain, in %s',
  async (country, language, gender, complaint) => {
    const hr = await office(country, language);
    hr.day('2026-12-04');
    await hr.data('acknowledge 00106 --on 2026-12-02');
    await hr.data('acknowledge 00106 --undo --reason "The other Anna" --second "Peter Hall"');
    await hr.data('request 00106');
    await hr.data('acknowledge 00106 --on 2026-12-04');
    await hr.data('export 00106 --out anna.zip');
    const html = new TextDecoder().decode(unzipSync(readFileSync(join(hr.folder, 'anna.zip')))['index.html']);
    const text = html
      .replace(/<style[^]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, '|')
      .replace(/&nbsp;|[\u00a0\u202f]/g, ' ')
      .replace(/\|[\s|]*/g, '|');
    expect(text).toContain(`|${gender}|`);
    expect(text).toMatch(complaint);
    expect(text).toContain('Peter Hall');
    // Times are those of the organisation, three hours ahead, and say so.
    expect(text).toMatch(/Europe[^]{0,12}Moscow/);
    expect(text).toMatch(/\|2026-12-04 11:00\|/);
    const day = { ru: '04.12.2026', gb: '04/12/2026', us: '12/04/2026', nl: '4-12-2026' }[country];
    expect(text).toMatch(new RegExp(`${day}|04-12-2026`));
    // Each heading stands once.
    const headings = [...html.replace(/&nbsp;|[\u00a0\u202f]/g, ' ').matchAll(/<h2[^>]*>([^<]+)/g)].map(([, one]) => one ?? '');
    expect(headings.length).toBeGreaterThan(3);
    for (const one of headings) expect(text.split(`|${one}|`).length, one).toBe(2);
  },
);
