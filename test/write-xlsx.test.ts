/** Spreadsheets: what is a text, a date, a number or a formula in them, and how they come back from another library. */
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { openCalendars } from '../src/desk/calendars.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Locale } from '../src/document/document.js';
import { locales, openLibrary } from '../src/shelf/library.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import { readRole } from '../src/desk/roles.js';
import type { Cell, Sheet, Workbook } from '../src/document/workbook.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { address, letters, resolved } from '../src/write/xlsx/addresses.js';
import { writeList } from '../src/write/xlsx/list.js';
import { serialOf } from '../src/write/xlsx/sheet.js';
import { writeXlsx } from '../src/write/xlsx.js';

const library = openLibrary(packageWorkspace());
const text = (words: string): Cell => ({ type: 'text', text: words });

const sheet = (rows: Cell[][], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Sheet',
  title: 'Title',
  facts: [],
  totals: [],
  remarks: [],
  rows,
  columns: ['a', 'b', 'c'].map((id) => ({ id, heading: id.toUpperCase(), width: 20 })),
  ...more,
});
const workbook = (sheets: Sheet[], more: Partial<Workbook> = {}): Workbook => ({
  title: 'T',
  subject: 'S',
  author: 'A',
  keywords: [],
  language: 'en-GB',
  role: { id: 'role', version: '1.0.0' },
  layout: 'uk',
  brand: {},
  sheets,
  ...more,
});
const write = (book: Workbook, layout = 'uk'): Uint8Array => writeXlsx(book, library.theme(layout));
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
const firstSheet = (bytes: Uint8Array): string => partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
const rowsIn = async (bytes: Uint8Array): Promise<unknown[][]> => (await readExcel(Buffer.from(bytes)))[0]?.data ?? [];

describe('a spreadsheet', () => {
  it('holds text as text, whatever it begins with and whatever markup it looks like', async () => {
    const risky = [
      '=1+1',
      '+7 812 000',
      '-5',
      '@SUM(A1)',
      '=HYPERLINK("http://x")',
      '\tx',
      '</t></si>&amp;<b>',
      '_x0041_',
      '"q"',
      ' spaced ',
    ];
    const bytes = write(workbook([sheet(risky.map((words) => [text(words), text('b'), text('c')]))]));
    expect(firstSheet(bytes)).not.toContain('<f>');
    expect(partsOf(bytes)['xl/sharedStrings.xml']).toContain('_x005F_x0041_');
    const back = (await readExcel(Buffer.from(bytes), { trim: false }))[0]?.data.slice(3).map(([cell]) => cell);
    expect(back).toEqual(risky);
  });

  it('is well-formed, with controls made visible', () => {
    for (const part of Object.values(
      partsOf(write(workbook([sheet([[text('a\u0000\uFFFF\uD800')]], { name: 'Ann\'s "A&B"', title: '<&>' })], { title: 'A & <B>' }))),
    )) {
      const parser = new SaxesParser();
      parser.on('error', (error) => expect.fail(error.message));
      parser.write(part).close();
      // eslint-disable-next-line no-control-regex
      expect(part).not.toMatch(/[\u0000-\u0008\uFFFF]/);
    }
  });

  it('has dates and numbers that are such', async () => {
    const bytes = write(
      workbook([
        sheet([
          [
            { type: 'date', date: '2026-06-01', format: 'day' },
            { type: 'number', value: 0.95, format: 'percent' },
            { type: 'entry', format: 'date' },
          ],
        ]),
      ]),
    );
    expect((await rowsIn(bytes))[3]).toEqual([new Date('2026-06-01T00:00:00Z'), 0.95, null]);
    expect([serialOf('1900-03-01'), serialOf('2026-06-01')]).toEqual([61, 46174]);
  });

  it.each([
    ['ru-RU', 'dd\\.mm\\.yyyy', '419'],
    ['en-GB', 'dd\\/mm\\/yyyy', '809'],
    ['en-US', 'mm\\/dd\\/yyyy', '409'],
    ['nl-NL', 'dd\\-mm\\-yyyy', '413'],
  ])('writes dates as %s does', (language, date, number) => {
    const styles = partsOf(write(workbook([sheet([[{ type: 'date', date: '2026-06-01', format: 'day' }]])], { language })))[
      'xl/styles.xml'
    ];
    expect(styles).toContain(`formatCode="[$-${number}]ddd\\ ${date}"`);
  });

  it('resolves the columns of formulas and asks programs to reckon them', () => {
    const columns = sheet([]).columns;
    expect(resolved('IF({a}="","",SUM({b:})*{c})', columns, 7, { first: 5, last: 9 })).toBe('IF(A7="","",SUM($B$5:$B$9)*C7)');
    expect(() => resolved('{z}', columns, 1, { first: 1, last: 1 })).toThrow('no column z');
    expect([letters(25), letters(26), letters(701), address(27, 3)]).toEqual(['Z', 'AA', 'ZZ', 'AB3']);
    const bytes = write(workbook([sheet([[{ type: 'formula', formula: '{b}&"<"', value: '<', format: 'plain' }, text('x'), text('y')]])]));
    expect(firstSheet(bytes)).toContain('<f>B4&amp;&quot;&lt;&quot;</f><v>&lt;</v>');
    expect(partsOf(bytes)['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  });

  it('offers lists, and takes only what fits', () => {
    const otherwise = { title: 'No', message: 'Choose' };
    const entry: Cell = { type: 'entry', format: 'plain' };
    const columns: Sheet['columns'] = [
      { id: 'a', heading: 'A', width: 9, entry: { of: 'choice', choices: ['open', 'done'], otherwise }, settledBy: 'done' },
      { id: 'b', heading: 'B', width: 9, entry: { of: 'date', otherwise } },
      { id: 'c', heading: 'C', width: 9, entry: { of: 'number', otherwise } },
    ];
    const xml = firstSheet(
      write(
        workbook([
          sheet(
            [
              [entry, entry, text('–')],
              [entry, entry, entry],
              [entry, entry, text('–')],
              [entry, entry, entry],
            ],
            { columns },
          ),
        ]),
      ),
    );
    expect(xml).toContain('<dataValidations count="3">');
    expect(xml).toMatch(/type="list"[^>]* sqref="A4:A7"><formula1>&quot;open,done&quot;<\/formula1>/);
    expect(xml).toMatch(/type="date"[^>]* sqref="B4:B7">/);
    expect(xml).toMatch(/type="decimal"[^>]* sqref="C5 C7">/);
    expect(xml).toContain('<formula>$A4=&quot;done&quot;</formula>');
  });

  it('freezes and repeats the head of the table, on the paper of the country', () => {
    const facts = [[{ label: 'L', labelAt: 'a', value: text('v'), valueAt: 'b' }]];
    const book = workbook([sheet([[text('x')]], { name: "Ann's", facts })]);
    expect(firstSheet(write(book))).toContain('<pane ySplit="4" topLeftCell="A5"');
    expect(partsOf(write(book))['xl/workbook.xml']).toContain("'Ann''s'!$4:$4</definedName>");
    expect(firstSheet(write(book))).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(firstSheet(write(book, 'us'))).toContain('paperSize="1"');
    expect(firstSheet(write({ ...book, title: 'A & B' }))).toContain('&amp;LA &amp;&amp; B&amp;R');
  });

  it('makes rows as high as their text', () => {
    const heights = [
      ...firstSheet(write(workbook([sheet([[text('one')], [text('word '.repeat(20))]])]))).matchAll(/<row r="[45]" ht="([\d.]+)"/g),
    ].map(([, ht]) => Number(ht));
    expect(heights).toEqual([expect.any(Number), expect.any(Number)]);
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeGreaterThan(4);
  });
});

describe('the spreadsheets of an onboarding', () => {
  const press = createPress(library, () => expect.fail('no fonts are needed'));
  const calendarFor = openCalendars(library);
  const { role } = readRole(packageWorkspace(), 'roles/sales-manager.yaml');
  if (!role) throw new Error('the role cannot be read');
  const person: Person = { name: { last: 'Иванова', first: 'Анна', middle: 'Петровна' }, gender: 'female', hireDate: '2026-06-01' };
  const made = async (kind: string, more: Partial<Job> = {}): Promise<Uint8Array> => {
    const job: Job = { role, kind, locale: 'ru', jurisdiction: 'ru', organisation: null, person, logo: null, date: null, ...more };
    return (await press.transfer({ ...job, calendar: calendarFor(job) }, 'xlsx')).bytes;
  };
  const sheetsOf = async (bytes: Uint8Array): Promise<{ sheet: string; data: unknown[][] }[]> => readExcel(Buffer.from(bytes));

  it.each(['onboarding-checklist', 'onboarding-plan-manager', 'onboarding-plan-hr'] as const)(
    'list what the reader of the %s ticks off, on real dates',
    async (kind) => {
      const [plan] = await sheetsOf(await made(kind));
      const rows = plan?.data.slice(6) ?? [];
      const document = JSON.stringify(
        press.assemble({ role, kind, locale: 'ru', jurisdiction: 'ru', organisation: null, person, logo: null, date: null }).blocks,
      ).replaceAll('\u00A0', ' ');
      expect(rows.length).toBeGreaterThan(15);
      expect(rows.filter((row) => row[3] instanceof Date).length).toBeGreaterThan(rows.length / 2);
      expect(new Set(rows.map((row) => row[4]))).toEqual(new Set(['не начато']));
      for (const row of rows)
        expect(document).toContain(
          JSON.stringify(
            String(row[1])
              .replace(/^Проверка: /, '')
              .slice(1, 25),
          ).slice(1, -1),
        );
    },
  );

  it('give the manager room for answers', async () => {
    const sheets = await sheetsOf(await made('onboarding-plan-manager'));
    expect(sheets.map((one) => one.sheet)).toEqual(['План', 'Вопросы']);
    const questions = role.onboarding?.stages.flatMap((stage) => stage.checks ?? []).flatMap((check) => check.questions ?? []) ?? [];
    expect(sheets[1]?.data.slice(3)).toHaveLength(questions.length);
  });

  it('count days from the first day of work where it is not known', async () => {
    const [plan] = await sheetsOf(await made('onboarding-checklist', { person: null }));
    expect(plan?.data[6]?.[3]).toBe('2-й рабочий день');
  });

  it('have targets, weights and room for results in the scorecard', async () => {
    const rows = (await sheetsOf(await made('kpi-scorecard')))[0]?.data ?? [];
    const last = 6 + (role.kpis?.length ?? 0);
    expect(rows[6]?.slice(5, 9)).toEqual(['Не менее', 1, 30, null]);
    expect(rows[last]?.[7]).toBe(100);
    expect(rows[last + 1]?.slice(7, 9)).toEqual([0, 'из 100']);
  });

  it('say so when some weights are missing, and have a column for the upper end of a range', async () => {
    const [one, two] = role.kpis ?? [];
    if (!one || !two) throw new Error('the role has no measures');
    const unweighted = { ...two, value: null };
    delete unweighted.weight;
    const kpis = [{ ...one, operator: 'between' as const, value: 10, max: 20, unit: 'count' as const, weight: 40 }, unweighted];
    const rows = (await sheetsOf(await made('kpi-scorecard', { role: { ...role, kpis } })))[0]?.data ?? [];
    expect(rows[6]?.slice(5, 9)).toEqual(['От и до', 10, 20, 40]);
    expect(rows[7]?.slice(5, 9)).toEqual(['Не менее', null, null, null]);
    expect(rows[11]?.[8]).toBe('Сумма весов должна быть равна 100.');
  });

  it.each(locales)('have words for lists and tabs that Excel can take: %s', (locale: Locale) => {
    const phrase = library.phrases(locale);
    const choices = ['open', 'begun', 'done', 'dropped'].map((name) => phrase(`sheet.statuses.${name}`));
    expect(new Set(choices).size).toBe(4);
    expect(choices.join(',').length).toBeLessThan(255);
    expect(choices.filter((words) => words.includes(','))).toEqual([]);
    for (const name of ['plan', 'questions', 'scorecard']) expect(phrase(`sheet.${name}`)).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    // Longer ones Excel takes for damage.
    for (const name of ['choose', 'enter-date', 'enter-number']) expect(phrase(`sheet.${name}`).length).toBeLessThan(225);
    expect(phrase('sheet.entry').length).toBeLessThan(32);
  });

  it('are the same bytes again', async () => {
    expect(Buffer.from(await made('onboarding-plan-manager')).equals(Buffer.from(await made('onboarding-plan-manager')))).toBe(true);
  });

  it('are not made of other documents', async () => {
    const refused = await made('acknowledgement-sheet').catch((error: unknown) =>
      error instanceof Refusal ? error.diagnostics.map(({ code }) => code) : error,
    );
    expect(refused).toEqual(['format-not-for-kind']);
  });
});

describe('a bare list', () => {
  const bytes = writeList({
    name: 'Сотрудники',
    headings: ['Имя', 'Номер', 'С'],
    rows: [
      ['Анна', '00012', { date: '2026-03-02' }],
      ['=1+1', '1;2', ''],
    ],
  });

  it('keeps texts as texts and dates as dates', async () => {
    expect(await rowsIn(bytes)).toEqual([
      ['Имя', 'Номер', 'С'],
      ['Анна', '00012', new Date('2026-03-02')],
      ['=1+1', '1;2', null],
    ]);
  });

  it('says how letters look in the order of the schema, with size and name', () => {
    const fonts = [...(partsOf(bytes)['xl/styles.xml'] ?? '').matchAll(/<font>(.*?)<\/font>/g)];
    expect(fonts.map(([, font = '']) => [...font.matchAll(/<(\w+)/g)].map(([, name]) => name))).toEqual([
      ['sz', 'name', 'family'],
      ['b', 'sz', 'name', 'family'],
    ]);
  });
});
