/** Hours and days of people in staff lists: how they are written, what is refused, and what papers and plans then say. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { openWorkspace } from '../src/workspace/disk.js';
import { readList, toldOf } from './read-list.js';

const listOf = (csv: string) => readList(new TextEncoder().encode(csv), 'people.csv');
/** What a cell below a heading says of the person. */
async function factsOf(heading: string, cell: string) {
  const { rows } = await listOf(`Name;Role;${heading}\nSmith Anna;sales-manager;${cell}\n`);
  return rows.get(2)?.read?.person.facts;
}

describe('a cell', () => {
  it.each([
    ['24', 24],
    ['24,5', 24.5],
    ['24.50', 24.5],
    ['24 uur', 24],
    ['24 uur per week', 24],
    ['24u', 24],
    ['24 hrs/wk', 24],
    ['24 hours per week', 24],
    ['24 ч.', 24],
    ['24 часа в неделю', 24],
    ['24:30', 24.5],
  ])('of hours a week “%s” is %d', async (cell, hours) => {
    expect(await factsOf('Uren per week', cell)).toEqual({ hours });
  });

  it.each([
    ['0,6', 0.6],
    ['60%', 0.6],
    ['60 %', 0.6],
    ['60', 0.6],
    ['63,16', 0.6316],
    ['1', 1],
    ['100%', 1],
    ['0.8 FTE', 0.8],
    ['0,5 ставки', 0.5],
    ['1,5', 1.5],
  ])('of the part of a full week “%s” is %d', async (cell, fte) => {
    expect(await factsOf('Parttime %', cell)).toEqual({ fte });
  });

  it.each([
    ['ma, di, wo', 'mon tue wed'],
    ['ma t/m wo', 'mon tue wed'],
    ['ma-wo', 'mon tue wed'],
    ['Mon–Wed', 'mon tue wed'],
    ['Mon to Wed and Fri', 'mon tue wed fri'],
    ['пн, ср, пт', 'mon wed fri'],
    ['пн.-ср.', 'mon tue wed'],
    ['с понедельника по среду', 'mon tue wed'],
    ['maandag en dinsdag', 'mon tue'],
    ['Di/Do', 'tue thu'],
    ['wo ma', 'mon wed'],
    ['za–ma', 'mon sat sun'],
  ])('of days of work “%s” is %s', async (cell, days) => {
    expect(await factsOf('Werkdagen', cell)).toEqual({ days: days.split(' ') });
  });

  it.each(['', '-'])('with “%s” says nothing of the week', async (cell) => {
    expect(await factsOf('Uren per week;FTE;Werkdagen', `${cell};${cell};${cell}`)).toBeUndefined();
  });

  it.each([
    ['Uren per week', 'veel', 'cell-not-hours'],
    ['Uren per week', '0', 'cell-not-hours'],
    ['Uren per week', '160', 'cell-not-hours'],
    ['Uren per week', '24-28', 'cell-not-hours'],
    ['Uren per week', '104 uur per maand', 'cell-not-hours'],
    ['FTE', '3', 'cell-not-share'],
    ['FTE', '0', 'cell-not-share'],
    ['FTE', '250%', 'cell-not-share'],
    ['Werkdagen', '3 dagen', 'cell-not-days'],
    ['Werkdagen', 'ma tot vr', 'cell-not-days'],
    ['Werkdagen', 'ma-', 'cell-not-days'],
    ['Werkdagen', 'ma-wo-vr', 'cell-not-days'],
  ])('is refused with its place: %s “%s”', async (heading, cell, code) => {
    const { rows } = await listOf(`Name;Role;${heading}\nSmith Anna;sales-manager;${cell}\n`);
    expect(rows.get(2)?.read).toBeNull();
    expect(rows.get(2)?.diagnostics).toMatchObject([{ code, line: 2, column: 3, args: { column: heading, value: cell } }]);
  });
});

describe('a column', () => {
  it.each([
    ['Ставка', '45000'],
    ['Deeltijd', 'ja'],
    ['Werkdagen', '5'],
  ])('with a known heading over something else is nobody’s week: %s “%s”', async (heading, cell) => {
    const list = await listOf(`Name;Role;${heading}\nSmith Anna;sales-manager;${cell}\n`);
    expect(toldOf(list)).toEqual([]);
    expect(list.rows.get(2)?.read?.person.facts).toBeUndefined();
  });

  it.each([
    ['M/V', 'V', 'female'],
    ['M/V/X', 'x', 'unspecified'],
    ['Geslacht (M/V)', 'm', 'male'],
    ['Пол (м/ж)', 'ж', 'female'],
    ['М/Ж', 'м', 'male'],
    ['Sex (M/F)', 'F', 'female'],
    ['M/F', 'M', 'male'],
  ])('headed by its letters is one of sexes: %s “%s”', async (heading, cell, gender) => {
    const { rows } = await listOf(`Name;Role;${heading}\nSmith Anna;sales-manager;${cell}\n`);
    expect(rows.get(2)?.read?.person.gender).toBe(gender);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'rolewright-hours-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The papers of each person of a list as text, by the name. */
async function papersOf(list: string): Promise<(name: string) => string> {
  writeFileSync(join(folder, 'people.csv'), list);
  writeFileSync(
    join(folder, 'organisation.yaml'),
    'schema: 2\nname: Noord\njurisdiction: nl\nlanguages: [nl]\nfacts: { hours: 40, fte: 1, pattern: maandag t/m vrijdag }\n',
  );
  const line =
    'batch people.csv --role sales-manager --organisation organisation.yaml --kind job-description,onboarding-checklist --format html --out papers --force';
  let said = '';
  const code = await run({
    ...{ argv: line.split(' '), environment: { LANG: 'en_GB.UTF-8' }, errIsTerminal: false, workspace: openWorkspace(folder), folder },
    ...{ out: () => undefined, err: (text) => (said += text), milliseconds: () => 0 },
  });
  expect(code, said).toBe(0);
  const paths = readdirSync(join(folder, 'papers'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  return (name) => {
    const texts = paths.filter((path) => path.includes(name)).map((path) => readFileSync(join(folder, 'papers', path), 'utf8'));
    return texts
      .join('\n')
      .replace(/<(script|style).*?<\/\1>/gs, '')
      .replace(/<[^>]+>/g, '')
      .replaceAll('\u00a0', ' ');
  };
}

it('a batch says the hours and days of each, and no step of a plan falls on a day that is not worked', async () => {
  const textOf = await papersOf(
    [
      'Naam;Datum in dienst;Uren per week;Parttime %;Werkdagen',
      'Anna Jansen;07-12-2026;24;;ma t/m wo',
      'Bram Bos;07-12-2026;24;;',
      'Cas Vos;07-12-2026;;60%;',
      'Dirk Smit;07-12-2026;;;',
      '',
    ].join('\n'),
  );
  const [anna, bram, cas, dirk] = ['Jansen', 'Bos', 'Vos', 'Smit'].map(textOf);
  expect(anna).toContain('24 uur per week (0,6 fte), maandag tot en met woensdag');
  for (const text of [anna, bram, cas]) {
    expect(text).toContain('24 uur per week (0,6 fte)');
    expect(text).not.toContain('maandag t/m vrijdag');
  }
  expect(dirk).toContain('maandag t/m vrijdag');
  const stepDays = (text = ''): string[] => [
    ...new Set([...text.matchAll(/(Ma|Di|Wo|Do|Vr|Za|Zo) \d+ (?:dec|jan|feb)/g)].map(([, day = '']) => day)),
  ];
  expect(stepDays(dirk)).toEqual(expect.arrayContaining(['Do', 'Vr']));
  expect(stepDays(anna).sort()).toEqual(['Di', 'Ma', 'Wo']);
});
