/** What the command line asks back or says at the desk: who acts, whether it is a refusal, why nobody is asked, which numbers look short. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { openWorkspace } from 'rolewright';
import { openCounter } from '../src/cli/counter.js';
import { isDisagreement } from '../src/register/disagreement.js';
import { takePeople } from '../src/register/people.js';
import { erase } from '../src/register/retention.js';
import { leave } from '../src/register/leaving.js';
import { madeEdge } from './made-register.js';
import { anna, openOffice, personOf, rowOf } from './office.js';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

const root = new URL('../..', import.meta.url).pathname;
const made: Visiting[] = [];
afterAll(() => {
  for (const { folder } of made) rmSync(folder, { recursive: true, force: true });
});

async function desk(country: string, language: 'en' | 'ru' | 'nl', numbers = ['00101', '00102', '00103']): Promise<Visiting> {
  const hr = visiting({ language });
  made.push(hr);
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write('organisation.yaml', `schema: 2\nname: Northwind\nplace: Hull\njurisdiction: ${country}\nlanguages: [${language}]\n`);
  const names = ['Anna Smith,f', 'John Brown,m', 'Mary Stone,f'];
  const rows = names.map((one, at) => `${one},${numbers[at]},sales-manager,2026-10-01`);
  hr.write('people.csv', ['Name,Gender,Personnel number,Job title,Hire date', ...rows, ''].join('\n'));
  hr.write('roles/sales-manager.yaml', readFileSync(join(root, 'roles/sales-manager.yaml')));
  await hr.data('init');
  return hr;
}

it('asks who acts where only the machine says so and others have acted, and takes a word for nobody’s name', async () => {
  const hr = await desk('gb', 'en');
  await hr.data('people people.csv', 'Helen Carter');
  const guessed = await hr.runOf('register', 'leave 00103 --on 2026-12-01');
  expect([guessed.code, guessed.err.includes('register-actor-guessed'), guessed.err.includes('Helen Carter')]).toEqual([1, true, true]);
  const word = await hr.run('leave 00103 --on 2026-12-01', 'root');
  expect([word.code, word.err.includes('register-actor-word')]).toEqual([1, true]);
  hr.environment['ROLEWRIGHT_USER'] = 'Helen Carter';
  expect((await hr.runOf('register', 'leave 00103 --on 2026-12-01')).code).toBe(0);
  expect((await hr.run('leave 00103 --undo --reason Slip --new-actor', 'Madonna')).code).toBe(0);
  expect((await hr.run('leave 00103 --on 2026-12-01', 'Madonna')).code).toBe(0);
});

it('asks whether somebody who does not agree refuses to sign, and prints posts on the record and no edition', async () => {
  const own = openWorkspace(join(root, 'server'));
  for (const words of ['Не согласна с пунктом 2.3', 'I don’t agree', 'is het niet eens met taak 3', 'Heeft bezwaar tegen punt 4'])
    expect([words, isDisagreement(words, own)]).toEqual([words, true]);
  for (const words of ['Нет времени', 'Not my work', 'Geen tijd']) expect([words, isDisagreement(words, own)]).toEqual([words, false]);
  const hr = await desk('nl', 'nl');
  await hr.data('people people.csv');
  await hr.data('issue --all --format docx --request --on 2026-12-01');
  const asked = await hr.run('refuse 00101 --reason "Is het niet eens met taak 3"');
  expect([asked.code, asked.err.includes('register-refuse-asks'), asked.err.includes('--disagrees')]).toEqual([1, true, true]);
  const { files } = await hr.data<{ files: string[] }>(
    'refuse 00101 --yes --reason "Is het niet eens met taak 3" --witness "Mira Vink, teamleider" --witness "Bram Kok, monteur"',
  );
  const parts = unzipSync(readFileSync(join(hr.folder, files.find((one) => one.endsWith('.docx')) ?? '')));
  const text = (of: (name: string) => boolean): string =>
    Object.entries(parts)
      .filter(([name]) => of(name))
      .map(([, bytes]) => new TextDecoder().decode(bytes).replace(/<[^>]+>/g, ''))
      .join('\n');
  expect(text((name) => name.endsWith('document.xml'))).toMatch(/Mira Vink, teamleider[^]*Bram Kok, monteur/);
  expect(text((name) => /footer|header/.test(name))).not.toContain('versie');
});

it('leaves room for the post of whoever makes up the act, where nobody knows it', async () => {
  const hr = await desk('ru', 'ru');
  await hr.data('people people.csv', 'Ким Ольга Павловна');
  await hr.data('issue --all --format docx --request --on 2026-12-01', 'Ким Ольга Павловна');
  const { files } = await hr.data<{ files: string[] }>(
    'refuse 00101 --witness "Белова Анна, экономист" --witness "Дунин Карл, бухгалтер"',
    'Ким Ольга Павловна',
  );
  const bytes = unzipSync(readFileSync(join(hr.folder, files.find((one) => one.endsWith('.docx')) ?? '')))['word/document.xml'];
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/[\u00a0\u202f]/g, ' ');
  expect(text).toMatch(/составитель акта, должность[^]*Ким О/u);
});

it('says why nobody is asked, from which states something can follow, and where a lost register comes from', async () => {
  const hr = await desk('gb', 'en');
  rmSync(join(hr.folder, 'register'), { recursive: true });
  expect((await hr.run('status')).err).toMatch(/register restore FOLDER/);
  await hr.data('init');
  await hr.data('people people.csv');
  await hr.data('issue --all --format docx --on 2026-12-01');
  await hr.data('request 00101 00102');
  await hr.data('acknowledge 00102');
  const told = await hr.run('request 00101 00102');
  expect(told.err).toContain('Nobody has to be asked; asked already: 1; acknowledged: 1.');
  await hr.data('open 00101');
  expect((await hr.run('open 00101')).err).toContain('It is possible only while it is: sent');
});

it('tells of a number that has lost its noughts, also in the first list', async () => {
  const hr = await desk('gb', 'en', ['00101', '00102', '103']);
  const told = await hr.run('people people.csv');
  expect(told.err).toMatch(/register-number-short[^]*number 103, where the others are as 00103[^]*renumber 103 00103/);
  const plain = await desk('gb', 'en', ['101', '102', '7']);
  expect((await plain.run('people people.csv')).err).not.toContain('register-number-short');
});

it('gives those whose acknowledgement has lapsed the days of a change to renew it', async () => {
  const hr = await desk('gb', 'en');
  await hr.data('people people.csv');
  await hr.data('rules --renewal-months 12');
  await hr.data('issue --all --format docx --on 2026-12-01 --request');
  await hr.data('acknowledge 00101');
  hr.day('2027-12-10');
  const { requests } = await hr.data<{ requests: { due: string }[] }>('request 00101');
  expect(requests.map(({ due }) => due)).toEqual(['2027-12-17']);
});

it('lets a program that nobody sits before act as such, whoever runs it', () => {
  const silent = (): void => {};
  const git = () => ({ code: 0, out: new TextEncoder().encode('Helen Carter\n') });
  const world = { environment: {}, out: silent, err: silent, errIsTerminal: false, workspace: openWorkspace(root), folder: root, git };
  expect(openCounter(world, 'en', madeEdge()).who({})).toBe('Helen Carter');
  expect(openCounter(world, 'en', madeEdge()).who({ unattended: true })).toBe('rolewright worker');
  const said = { ...world, environment: { ROLEWRIGHT_USER: 'Peter Hall' } };
  expect(openCounter(said, 'en', madeEdge()).who({ unattended: true })).toBe('Peter Hall');
  expect(openCounter(said, 'en', madeEdge()).who({ as: 'Olga Kim' })).toBe('Olga Kim');
});

it('suspects those who are new of having been erased for a while, and not for ever', async () => {
  const office = await openOffice([rowOf(anna)]);
  const setting = await office.setting();
  await leave(await personOf('1001', office), '2026-11-30', setting);
  await erase(await personOf('1001', office), setting);
  const late = (number: string, last: string) => rowOf({ name: { last, first: 'Joost' }, personnelNumber: number, hireDate: '2020-01-01' });
  const codes = async (number: string, last: string, today: string): Promise<boolean> => {
    const problems: { readonly code: string }[] = [];
    await takePeople([late(number, last)], { on: today, complete: false, newcomers: true }, { ...setting, today }, problems as never);
    return problems.some(({ code }) => code === 'register-erased-before');
  };
  expect(await codes('2001', 'Vink', '2026-12-01')).toBe(true);
  expect(await codes('2002', 'Kaya', '2026-12-20')).toBe(true);
  expect(await codes('2003', 'Smit', '2030-02-01')).toBe(false);
});
