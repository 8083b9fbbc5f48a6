/** What the law wants to be right about answers given at the desk: whose they are, of which paper, on which day. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

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

it('dates the paper on the record of a refusal by the paper, not by the record', async () => {
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

it('lets a void record of a refusal count no more, so that the person is asked again', async () => {
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
  expect(await hr.data('request 00106')).toMatchObject({ requests: [{ method: 'in-person' }] });
  await hr.data(`refuse 00106 ${witnesses}`);
  expect(await standingOf(hr, '00106')).toBe('refused');
  expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
});

it('lets nobody record their own acknowledgement or refusal', async () => {
  const hr = await office('ru', 'ru');
  for (const name of ['Роза Мулдер', 'Мулдер Роза'])
    expect((await hr.run('acknowledge 00111', name)).err, name).toMatch(/own-record[^]*Мулдер|own-record[^]*Роза/);
  for (const name of ['Роза Мулдер', 'Мулдер Р.'])
    expect((await hr.run(`refuse 00111 ${witnesses}`, name)).err, name).toContain('own-record');
  expect(await standingOf(hr, '00111')).toBe('requested');
  await hr.data('acknowledge 00111', 'Анна Белова');
});
