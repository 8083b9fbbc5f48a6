/**
 * Tables of positions as people have them: form Т-3 and what personnel systems give out, read into a structure. The tables
 * of the corpus stand beside what is made of them; `UPDATE=1` rewrites that.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { importStructure, roleTitles } from '../src/desk/structure-import.js';
import { openDesk } from '../src/desk/desk.js';
import type { TableErrand, TableImport } from '../src/desk/structure-import.js';
import { loadMessages, reportText } from '../src/report/report.js';
import { readGrid } from '../src/staff-list/grid.js';
import { linesOf } from '../src/structure/lines.js';
import { readStructure } from '../src/structure/structure.js';
import type { Structure } from '../src/structure/structure.generated.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import { row, workbookBytes } from './workbooks.js';
import { runs } from './every.js';

const folder = new URL('./corpus/structure-tables/', import.meta.url);
const kept = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

function expectFile(name: string, actual: string): void {
  if (process.env.UPDATE === '1') writeFileSync(new URL(name, folder), actual);
  expect(actual).toBe(kept(name));
}

const desk = openDesk(memoryWorkspace({}));
const titles = roleTitles(desk);
const importing = (content: string | Uint8Array, errand: Partial<TableErrand> = {}): Promise<TableImport> => {
  const path = errand.path ?? 'table.csv';
  return importStructure({ day: '2026-11-29', ...errand, path }, { ...desk, workspace: memoryWorkspace({ [path]: content }) }, titles);
};

/** Imports what must be without errors. */
async function made(content: string | Uint8Array, errand: Partial<TableErrand> = {}): Promise<Structure> {
  const { structure, diagnostics } = await importing(content, errand);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!structure) throw new Error('There is no structure');
  return structure;
}

/** `code path` of all that is wrong, but for what is said of the table as a whole. */
const wrongIn = async (content: string, errand: Partial<TableErrand> = {}): Promise<string[]> =>
  (await importing(content, errand)).diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, path = '' }) => `${code} ${path}`.trim());

/** Who reports to whom, as `position < superior`. */
const linesIn = (structure: Structure): string[] =>
  [...linesOf(structure).places.values()].map(({ id, superior }) => `${id} < ${superior ?? '–'}`);

const table = (...rows: string[]): string => rows.join('\n');

describe('somebody who stands in', () => {
  it('is said, in three languages, before and behind the title', async () => {
    const titles = [
      'и.о. начальника отдела продаж',
      'Acting head of sales',
      'hoofd inkoop a.i.',
      'Head of HR (acting)',
      'waarnemend hoofd ICT',
    ];
    const rows = [...titles, 'actor', 'ионный инженер'].map((title, at) => `${title},d${at},Ann Abel ${at}`);
    const found = await wrongIn(table('Job title,Department,Name', ...rows));
    expect(found.filter((one) => one.startsWith('table-acting'))).toEqual(titles.map((_, at) => `table-acting A${at + 2}`));
  });

  it('holds the post of the head, and leads the department', async () => {
    const list = [
      ['Должность', 'Подразделение', 'ФИО'],
      ['и.о. начальника отдела продаж', 'Отдел продаж', 'Иванова Анна Петровна'],
      ['Продавец', 'Отдел продаж', 'Петров Пётр Петрович'],
      ['Продавец', 'Отдел продаж', 'Сидоров Илья Ильич'],
    ];
    const structure = await made(table(...list.map((one) => one.join(','))));
    expect(structure.departments).toMatchObject([{ head: 'head-of-sales' }]);
    expect(structure.positions['head-of-sales']).toMatchObject({
      title: 'начальник отдела продаж',
      holders: [{ name: { last: 'Иванова' }, acting: true }],
    });
    const english = await made(
      table('Job title,Department,Name', 'Head of Packing,Packing,Ann Abel', 'Acting Head of Packing,Packing,Ben Bell'),
    );
    expect(Object.values(english.positions)).toMatchObject([
      { title: 'head of packing', holders: [{ name: { last: 'Abel' } }, { name: { last: 'Bell' }, acting: true }] },
    ]);
    expect(Object.values(english.positions)[0]?.units).toBeUndefined();
  });
});

describe('cells that are shown as one', () => {
  const bookOf = (rows: string, ...ranges: string[]): Uint8Array =>
    workbookBytes({ sheets: [{ rows, after: `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` }] });

  it('have their value in each row, which is said', async () => {
    const bytes = bookOf(
      row(['Department', 'Job title', 'Name', 'Manager']) +
        row(['Sales', 'Head of sales', 'Ann Abel', '']) +
        row(['', 'Seller', 'Ben Bell', 'Ann Abel']) +
        row(['', 'Cashier', 'Cid Cole', '']),
      'A2:A4',
      'D3:D4',
    );
    const { structure, diagnostics } = await importing(bytes, { path: 'table.xlsx' });
    expect(diagnostics.find(({ code }) => code === 'cells-merged')?.args).toEqual({ count: 2, ranges: 'A2:A4, D3:D4' });
    const sales = Object.values(structure?.positions ?? {});
    expect(sales.map(({ department }) => department)).toEqual(['sales', 'sales', 'sales']);
    expect(linesIn(structure as Structure)).toContain('cashier < head-of-sales');
  });

  it('of a title and its units are one position with several people', async () => {
    const bytes = bookOf(
      row(['Department', 'Job title', 'Units', 'Name']) +
        row(['Sales', 'Seller', '2', 'Ann Abel']) +
        row(['', '', '', 'Ben Bell']) +
        row(['', 'Cashier', '1', 'Cid Cole']),
      'A2:A4',
      'B2:B3',
      'C2:C3',
    );
    expect(await made(bytes, { path: 'table.xlsx' })).toMatchObject({
      positions: { seller: { units: 2, holders: [{}, {}] }, cashier: { department: 'sales' } },
    });
  });

  it('of headings over several columns lend their words to none of what stands below', async () => {
    const bytes = bookOf(
      row(['Job title', 'The employee as known to payroll', '', '', 'Department']) +
        row(['', 'Name', 'Employee number', 'Hire date', '']) +
        row(['Seller', 'Ann Abel', '00012', '2026-06-01', 'Sales']),
      'A1:A2',
      'B1:D1',
      'E1:E2',
    );
    expect((await made(bytes, { path: 'table.xlsx' })).positions).toMatchObject({
      seller: { holders: [{ name: { last: 'Abel' }, personnelNumber: '00012', from: '2026-06-01' }] },
    });
  });
});

describe('managers by number', () => {
  it.each([
    ['beside the numbers of all', 'Employee number', 'Manager'],
    ['in a column of their own', 'Employee No.', 'Manager employee ID'],
    ['in Dutch', 'Personeelsnr.', 'Leidinggevende'],
  ])('are the positions of whoever has it, %s', async (_, number, manager) => {
    const list = [`${number},Name,Job title,Department,${manager}`, '0012,Ann Abel,Head of sales,Sales,', '0013,Ben Bell,Seller,Sales,12'];
    expect(linesIn(await made(table(...list)))).toEqual(['head-of-sales < –', 'seller < head-of-sales']);
  });
});

describe('a large table', () => {
  it('is refused when it has more positions than may be, before the rest is read', async () => {
    const rows = Array.from({ length: 10_001 }, (_, at) => `Post ${at},Sales`);
    // Behind them stands what would be told of.
    expect(await wrongIn(table('Job title,Department', ...rows, ',Sales'))).toEqual(['table-too-long']);
  });

  it('with many departments one in another has none that is part of itself', async () => {
    const rows = Array.from({ length: runs(3000) }, (_, at) => `Clerk,Unit ${at},Unit ${(at + 1) % runs(3000)}`);
    expect((await wrongIn(table('Job title,Department,Parent department', ...rows))).filter((one) => one.includes('circle'))).toEqual([
      'table-department-circle C2',
    ]);
  });
});

describe('form Т-3', () => {
  it('is read with its titles, its nested departments, its totals and without its signatures', async () => {
    const { text } = await importing(kept('t3.ru.csv'));
    expectFile('t3.ru.yaml', text ?? '');
    const { structure, diagnostics } = readStructure(memoryWorkspace({ 'structure.yaml': text ?? '' }), 'structure.yaml');
    expect(diagnostics).toEqual([]);
    expect(structure?.table).toEqual({
      number: '7',
      date: '2025-12-15',
      from: '2026-01-01',
      order: { number: '41-од', date: '2025-12-22' },
    });
  });

  it('is the same from a spreadsheet with merged cells and from Windows-1251', async () => {
    const rows = kept('t3.ru.csv')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(';'));
    const data = rows.map((row, at) =>
      row.map((value, column) => {
        if (value === '') return null;
        const isNumber = at > 11 && column === 3 && /^[\d,]+$/.test(value);
        const merged =
          at === 10 && value === 'Структурное подразделение' ? { columnSpan: 2 } : at === 10 && column === 5 ? { columnSpan: 3 } : {};
        return isNumber ? { value: Number(value.replace(',', '.')), type: Number } : { value, type: String, ...merged };
      }),
    );
    const bytes = new Uint8Array(await writeWorkbook(data, { sheet: 'Т-3' }).toBuffer());
    const cyrillic = Uint8Array.from(
      [...kept('t3.ru.csv')].map((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        const others: Record<string, number> = { '«': 0xab, '»': 0xbb, '№': 0xb9, '–': 0x96, '×': 0x78, ё: 0xb8 };
        return others[letter] ?? (code >= 0x410 && code <= 0x44f ? code - 0x350 : code);
      }),
    );
    const expected = await made(kept('t3.ru.csv'));
    expect(await made(bytes, { path: 'т3.xlsx', sheet: 'Т-3' })).toEqual(expected);
    expect(await made(cyrillic)).toEqual(expected);
  });

  it('takes names, numbers and vacancies with it, several people to a position', async () => {
    const structure = await made(
      table(
        'Структурное подразделение;Должность;Кол-во шт. ед.;Оклад;ФИО;Таб. №',
        'Дирекция;Директор;1;200 000;Рябов О.П.;1',
        'Цех;Начальник цеха;1;100 000;Ким В.С.;2',
        ';Слесарь 5 разряда;4;80 000;Ли А.Б.;3',
        ';;;;Пак В.Г. (0,5);4',
        ';;;;вакансия;',
        ';Уборщик;1;40 000;вакансия;',
      ),
    );
    expect(Object.keys(structure.positions)).toEqual(['direktor', 'nachalnik-tsekha', 'slesar', 'uborshchik']);
    expect(structure.positions.slesar).toMatchObject({
      title: 'слесарь',
      grade: '5 разряд',
      units: 4,
      holders: [{ personnelNumber: '3' }, { fte: 0.5 }],
    });
    expect(structure.positions.uborshchik?.holders).toBeUndefined();
    expect(structure.positions.direktor).toMatchObject({ post: 'general-director', reportsTo: null });
  });

  it('is read where departments and titles share a column, as many firms have it', async () => {
    const structure = await made(
      table(
        'УТВЕРЖДАЮ;;;',
        'Директор ____________ О.П. Рябов;;;',
        '№ п/п;Наименование подразделений и должностей;Число штатных единиц;Месячный должностной оклад, руб.',
        ';1. Руководство;;',
        '1;Директор;1;50000',
        '2;Зам. директора по производству;1;30000',
        ';Итого;2;',
        ';2. Технический отдел;;',
        '3;Начальник отдела;1;25000',
        '4;Инженер;4;18000',
        ';Итого по отделу;5;',
        ';Всего;7;',
        'Главный бухгалтер;;;Е.А. Петрова',
      ),
    );
    expect(linesIn(structure)).toEqual([
      'direktor < –',
      'zam-direktora-po-proizvodstvu < direktor',
      'nachalnik-otdela < direktor',
      'inzhener < nachalnik-otdela',
    ]);
  });

  it('keeps what the table says of people besides as comments, and takes half a unit for half a person', async () => {
    const { text } = await importing(
      table(
        'Сотрудник;Табельный номер;Подразделение;Должность;Дата приема;Количество ставок;Состояние;Непосредственный руководитель',
        'Рябов Олег Петрович;00001;Администрация;Генеральный директор;12.03.2015;1;Работа;',
        'Зуева Анна Львовна;00003;Бухгалтерия;Бухгалтер;12.03.2019;0,5;Отпуск по уходу за ребёнком;Рябов О. П.',
        'Ким Ян Ли;00004;Бухгалтерия;Бухгалтер;12.03.2019;1;Увольнение;Рябов О. П.',
      ),
    );
    expect(text).toMatch(
      / {2}bukhgalter:\n(?: {4}.*\n)* {4}units: 0\.5\n {4}holders:\n {6}# Отпуск по уходу за ребёнком\n {6}- .*fte: 0\.5/,
    );
    expect(text).not.toContain('Ким');
  });

  it('nests departments under headings that have no positions of their own, and closes them at their total', async () => {
    const structure = await made(
      table(
        'Подразделение;Должность;Кол-во шт. ед.',
        'Генеральный директор;;',
        'Дирекция;Генеральный директор;1',
        'Коммерческая дирекция;;',
        'Отдел продаж;;',
        ';Начальник отдела продаж;1',
        ';Продавец;2',
        'Отдел маркетинга;;',
        ';Маркетолог;1',
        'Итого по коммерческой дирекции;;4',
        'Бухгалтерия;;',
        ';Главный бухгалтер;1',
      ).replace('Генеральный директор;;\n', ''),
    );
    expect(structure.departments?.map(({ id, parent }) => `${id} < ${parent ?? '–'}`)).toEqual([
      'direktsiia < –',
      'kommercheskaia-direktsiia < –',
      'otdel-prodazh < kommercheskaia-direktsiia',
      'otdel-marketinga < kommercheskaia-direktsiia',
      'bukhgalteriia < –',
    ]);
  });

  it('has its heads reported to along the departments, and what a note says before that', async () => {
    const structure = await made(
      table(
        'Структурное подразделение;Код;Должность;Количество штатных единиц;Примечание',
        'Дирекция;01;Генеральный директор;1;',
        ';;Главный инженер;1;',
        'Цех;02;Начальник цеха;1;подчиняется главному инженеру',
        ';;Заместитель начальника цеха;1;',
        'Участок;02.1;Мастер участка;1;',
        ';;Слесарь;5;',
      ),
    );
    expect(linesIn(structure)).toEqual([
      'general-director < –',
      'glavnyi-inzhener < general-director',
      'nachalnik-tsekha < glavnyi-inzhener',
      'zamestitel-nachalnika-tsekha < nachalnik-tsekha',
      'master-uchastka < nachalnik-tsekha',
      'slesar < master-uchastka',
    ]);
  });
});

describe('a firm of three hundred', () => {
  it.each(['ru', 'nl', 'en'])('is a structure from its table in %s', async (language) => {
    const structure = await made(kept(`firm.${language}.csv`));
    const lines = linesOf(structure);
    const ofPosition = Object.entries(structure.positions).map(([id, { role, post, units = 1, holders = [] }]) => {
      const called = `${role === undefined ? '' : `, role ${role}`}${post === undefined ? '' : `, post ${post}`}`;
      return `  ${id} < ${lines.places.get(id)?.superior ?? '–'}: ${units} (${holders.length})${called}`;
    });
    const departments = (structure.departments ?? []).map(({ id, parent, head }) => `  ${id} < ${parent ?? '–'}: ${head ?? '–'}`);
    expectFile(`firm.${language}.txt`, ['departments', ...departments, 'positions', ...ofPosition, ''].join('\n'));
    expect([...lines.places.values()].filter(({ superior }) => superior === null)).toHaveLength(1);
  });
});

describe('mistakes', () => {
  it('are all shown at their cells in one run, and nothing is written', async () => {
    const { structure, diagnostics } = await importing(kept('mistakes.ru.csv'), { path: 'mistakes.ru.csv' });
    expect(structure).toBeNull();
    expect(new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).size).toBeGreaterThanOrEqual(10);
    expectFile('mistakes.ru.txt', reportText(diagnostics, loadMessages(packageWorkspace(), 'ru'), { colour: false }));
  });

  const people = 'Employee #,Full name,Job title,Department,Reports to,Manager ID,FTE,Hire date,Termination date';
  const boss = '1,Ann Lee,Managing Director,Board,,,1,2020-01-01,';
  it.each([
    [
      'a superior whom two columns name differently',
      table(people, boss, '2,Bob Ray,Seller,Sales,Ann Lee,3,1,,', '3,Cy Poe,Buyer,Sales,Ann Lee,1,1,,'),
      'cell-superior-differs E3',
    ],
    [
      'two without a superior',
      table(people, boss, '2,Bob Ray,Seller,Sales,,,1,,', '3,Cy Poe,Buyer,Sales,Ann Lee,,1,,', '4,Di Fox,Clerk,Sales,Ann Lee,,1,,'),
      'table-no-superior E3',
    ],
    ['a circle', table(people, boss, '2,Bob Ray,Seller,Sales,Cy Poe,,1,,', '3,Cy Poe,Buyer,Sales,Bob Ray,,1,,'), 'cell-circle E3'],
    ['one who is over himself', table(people, boss, '2,Bob Ray,Seller,Sales,Ray Bob,,1,,'), 'cell-own-superior E3'],
    ['a part of a unit that is none', table(people, boss, '2,Bob Ray,Seller,Sales,1,,half,,'), 'cell-not-units G3'],
    [
      'a last day before the first',
      table(people, boss, '2,Bob Ray,Seller,Sales,1,,1,2026-02-01,2027-01-01').replace('2026-02-01,2027-01-01', '2028-02-01,2027-01-01'),
      'until-before-from I3',
    ],
    ['a character that cannot be printed', table(people, boss, '2,Bob Ray,Sel\u202eler,Sales,1,,1,,'), 'cell-unprintable C3'],
    ['a title that is too long', table(people, boss, `2,Bob Ray,${'x'.repeat(301)},Sales,1,,1,,`), 'cell-too-long C3'],
    [
      'a second of the highest',
      table('Отдел;Должность;Кол-во шт. ед.', 'А;Генеральный директор;1', 'Б;Генеральный директор;1'),
      'table-several-tops B3',
    ],
    [
      'departments that are parts of each other',
      table('Department,Parent department,Job title,Units', 'A,B,Director,1', 'B,A,Clerk,1'),
      'table-department-circle B2',
    ],
    [
      'a row without its department',
      table(people, boss, '2,Bob Ray,Seller,Sales,1,,1,,', '3,Cy Poe,Buyer,Sales,1,,1,,', '4,Di Fox,Clerk,,1,,1,,'),
      'cell-missing D5',
    ],
    ['units that are forgotten', table('Отдел;Должность;Кол-во шт. ед.;Оклад', 'А;Директор;1;10', ';Секретарь;;10'), 'cell-missing C3'],
    ['a second name for one number', table(people, boss, '1,Bob Ray,Seller,Sales,Ann Lee,,1,,'), 'cell-number-twice A3'],
  ])('tell of %s', async (_, csv, finding) => {
    expect(await wrongIn(csv)).toContain(finding);
  });

  it.each([
    ['no headings', 'a,b\nc,d\n', 'table-no-headings'],
    ['no titles', 'Department,Manager\nA,B\n', 'column-title-missing A1'],
    ['no positions', 'Job title,Department\n', 'table-no-positions'],
    ['nothing at all', '\n', 'table-empty'],
  ])('refuse a table with %s', async (_, csv, finding) => {
    expect(await wrongIn(csv)).toEqual([finding]);
  });

  it('refuse a table with more rows than anybody has people', async () => {
    const bytes = new TextEncoder().encode('a\n'.repeat(50_001));
    await expect(readGrid(bytes, 'big.csv', {})).rejects.toThrow('table-too-long');
  });

  it('tell once of what was left out, not used and left open', async () => {
    const { diagnostics } = await importing(
      table(
        'Name,Job title,Department,Reports to,Status,Shoe size',
        'Ann Lee,Managing Director,Board,,active,38',
        'Bob Ray,Sales Manager,Sales,Ann Lee,active,44',
        'Cy Poe,Clerk,Sales,Bob Ray,active,44',
        'Di Fox,Clerk,Sales,Bob Ray,Terminated,40',
      ),
    );
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['table-roles-open', { several: 0, elsewhere: 1 }],
      ['table-left-out', { count: 1, rows: '5' }],
      ['table-columns-unused', { count: 1, columns: 'Shoe size' }],
    ]);
  });
});

describe('a superior', () => {
  const heads = 'Job title,Name,Employee number,Position number,E-mail,Department,Reports to';
  it.each([
    ['a name', 'Jan de Vries'],
    ['a name turned round', 'Vries, Jan de'],
    ['a last name with initials', 'de Vries J.'],
    ['a number', '0042'],
    ['a position', 'P7'],
    ['an address', 'Jan@X.example'],
    ['a title', 'head of shop'],
    ['a name with a remark', 'Jan de Vries (On Leave)'],
    ['a name with a number', 'Jan de Vries (42)'],
    ['a title with a name', 'Head of shop, Jan de Vries'],
  ])('is found by %s', async (_, said) => {
    const structure = await made(
      table(
        heads,
        'Owner,Ann Lee,1,P1,ann@x.example,Board,',
        'Head of shop,Jan de Vries,42,P7,jan@x.example,Shop,Ann Lee',
        `Clerk,Bob Ray,3,P9,bob@x.example,Shop,"${said}"`,
      ),
    );
    expect(linesIn(structure)).toContain('clerk < head-of-shop');
  });

  it('of several of one title is that of the same department, and has to be told apart otherwise', async () => {
    const shops = (third: string): string =>
      table(
        'Department,Job title,Reports to',
        'Board,Owner,',
        'North,Head of shop,Owner',
        'South,Head of shop,Owner',
        `South,Clerk,Head of shop`,
        `${third},Driver,Head of shop`,
      );
    expect(linesIn(await made(shops('North')))).toEqual([
      'owner < –',
      'head-of-shop < owner',
      'head-of-shop-south < owner',
      'clerk < head-of-shop-south',
      'driver < head-of-shop',
    ]);
    expect(await wrongIn(shops('East'))).toEqual(['cell-superior-unclear C6']);
  });
});

describe('rows', () => {
  const staff = (...rows: string[]): string => table('Name,Job title,Department,Reports to,Location,Grade', ...rows);

  it('of one title, department and superior are one position, and whoever leads has one of their own', async () => {
    const structure = await made(
      staff(
        'A One,Owner,Board,,,',
        'B Two,Foreman,Hall,A One,Leeds,5',
        'C Three,Foreman,Hall,A One,Hull,6',
        'D Four,Foreman,Hall,A One,Leeds,5',
        'E Five,Turner,Hall,B Two,,',
        'F Six,Turner,Hall,B Two,,',
        'G Seven,Turner,Hall,C Three,,',
      ),
    );
    expect(Object.entries(structure.positions).map(([id, { units = 1 }]) => `${id} ${units}`)).toEqual([
      'owner 1',
      'foreman 1',
      'foreman-2 1',
      'foreman-3 1',
      'turner 2',
      'turner-2 1',
    ]);
  });

  it('of one position number are one position, and one without a person is vacant', async () => {
    const structure = await made(
      table('Position ID,Job title,Name,Reports to', 'P1,Owner,Ann Lee,', 'P2,Clerk,Bob Ray,P1', 'P2,Clerk,Cy Poe,P1', 'P3,Clerk,,P1'),
    );
    expect(structure.positions).toMatchObject({ clerk: { code: 'P2', units: 2, holders: [{}, {}] }, 'clerk-2': { code: 'P3' } });
    expect(structure.positions['clerk-2']?.holders).toBeUndefined();
  });

  it('keep what they differ in as a comment', async () => {
    const { text } = await importing(
      staff('A One,Owner,Board,,Leeds,9', 'B Two,Clerk,Hall,A One,Leeds,5', 'C Three,Clerk,Hall,A One,Hull,6'),
    );
    expect(text).toContain('  clerk: # grades differ: 5, 6; places differ: Leeds, Hull\n');
  });

  it('of the label row of a system and of a person called Total are what they are', async () => {
    const structure = await made(
      table(
        'STATUS,USERID,FIRSTNAME,LASTNAME,MANAGER,DEPARTMENT,TITLE',
        'STATUS,USERID,First Name,Last Name,Manager,Department,Title',
        'active,u1,Ann,Lee,NO_MANAGER,Board,Owner',
        'active,u2,Bob,Total,u1,People,Total Rewards Manager',
      ),
    );
    expect(linesIn(structure)).toEqual(['owner < –', 'total-rewards-manager < owner']);
  });
});

describe('ids', () => {
  it('are those of roles and posts, else of titles, with the department where several are called so', async () => {
    const structure = await made(
      table(
        'Отдел;Должность;Кол-во шт. ед.',
        'Дирекция;Генеральный директор;1',
        'Кадры;Директор по персоналу;1',
        ';HR-менеджер;1',
        'Опт;Начальник отдела продаж;1',
        ';Менеджер по продажам;2',
        'Розница;Начальник отдела продаж;1',
        ';Менеджер по продажам;2',
        ';Продавец;2',
      ),
    );
    expect(Object.entries(structure.positions).map(([id, { role, post }]) => [id, role, post])).toEqual([
      ['general-director', undefined, undefined],
      ['direktor-po-personalu', undefined, 'head-of-hr'],
      ['hr-manager', 'hr-manager', undefined],
      ['head-of-sales', 'head-of-sales', undefined],
      ['sales-manager', 'sales-manager', undefined],
      ['head-of-sales-roznitsa', 'head-of-sales', 'head-of-sales'],
      ['sales-manager-roznitsa', 'sales-manager', 'sales-manager'],
      ['prodavets', undefined, undefined],
    ]);
  });
});

describe('a title that means a leader in the country', () => {
  const sales = (country: string): Promise<TableImport> =>
    importStructure(
      { path: 't.csv', organisation: 'o.yaml' },
      {
        ...desk,
        workspace: memoryWorkspace({
          't.csv': table(
            'Name,Job title,Department,Reports to',
            'Ann Lee,CEO,Board,',
            'Bob Ray,Sales Manager,Sales,Ann Lee',
            'Cy Poe,Clerk,Sales,Bob Ray',
          ),
          'o.yaml': packageWorkspace().readText(`examples/organisation.${country}.yaml`),
        }),
      },
      titles,
    );
  it('is not that of a role which leads nobody, nor has the position its id', async () => {
    const [british, american] = [await sales('gb'), await sales('us')];
    expect(Object.entries(british.structure?.positions ?? {})[1]).toMatchObject(['sales-manager-sales', { title: 'sales manager' }]);
    expect(british.text).toContain('  sales-manager-sales: # not “role: sales-manager”, which leads nobody\n');
    expect(Object.entries(american.structure?.positions ?? {})[1]).toMatchObject(['sales-team-leader', { role: 'sales-team-leader' }]);
  });
});

describe('pay', () => {
  it.each([
    ['45 000,00', { min: 45000 }],
    ['от 45 000 до 60 000 руб.', { min: 45000, max: 60000 }],
    ['45000-60000', { min: 45000, max: 60000 }],
    ['350 руб. в час', { min: 350, per: 'hour' }],
  ])('%s is read', async (written, pay) => {
    const structure = await made(table('Отдел;Должность;Оклад, руб.', 'А;Директор;1', `;Слесарь;${written}`));
    expect(structure.positions.slesar?.pay).toEqual({ currency: 'RUB', per: 'month', ...pay });
  });

  it('is read from two columns in the currency and for the time that the headings name', async () => {
    const structure = await made(
      table(
        'Job title,Name,Reports to,Pay range minimum (£),Pay range maximum (£)',
        'Owner,Ann Lee,,,',
        'Clerk,Bob Ray,Ann Lee,"28,000","34,500.50"',
      ),
    );
    expect(structure.positions.clerk?.pay).toEqual({ min: 28000, max: 34500.5, currency: 'GBP', per: 'year' });
  });
});

describe('any table', () => {
  const nasty = fc.constantFrom(
    ...[
      '',
      '',
      '=1+1',
      '-',
      '1',
      '0,5',
      '1e9',
      '-3',
      'Итого',
      'Всего',
      'Итого по отделу',
      'Отдел',
      '02',
      '02.1',
      'Директор',
      'Начальник отдела',
      'директор',
    ],
    ...[
      'Иванов И.И.',
      'вакансия',
      'Иванов Иван',
      'Name',
      'x@y.example',
      '#',
      "it's",
      '"',
      '{',
      ': ',
      ' # ',
      'null',
      '1-й',
      '\u0301',
      '😀',
      'null ',
      '12.01.2026',
      '____',
      'подчиняется директору',
      '1 000',
      'A / B',
      '(1)',
    ],
  );
  it('is a valid structure or is told of', async () => {
    const headings = [
      'Отдел',
      'Код',
      'Должность',
      'Кол-во шт. ед.',
      'Оклад',
      'ФИО',
      'Таб. №',
      'Подчиняется',
      'Примечание',
      'Разряд',
      'E-mail',
      'Дата приёма',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(headings, { minLength: 2 }),
        fc.array(fc.array(nasty, { maxLength: 12 }), { maxLength: 25 }),
        async (names, rows) => {
          const csv = [[...new Set(['Должность', ...names])], ...rows]
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
            .join('\n');
          const { structure, text, diagnostics } = await importing(csv);
          if (!structure || !text) expect(diagnostics.filter(({ severity }) => severity === 'error')).not.toEqual([]);
          else {
            const read = readStructure(memoryWorkspace({ 's.yaml': text }), 's.yaml');
            expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
            expect(JSON.parse(JSON.stringify(read.structure))).toEqual(JSON.parse(JSON.stringify(structure)));
          }
        },
      ),
      { numRuns: runs(40) },
    );
  });
});

describe('the command', () => {
  const csv = kept('t3.ru.csv');
  it('prints the file, or writes it where there is none yet', async () => {
    const workspace = memoryWorkspace({ 't3.csv': csv });
    expect((await command('structure import t3.csv', { workspace })).out).toBe(kept('t3.ru.yaml'));
    const written = await command('structure import t3.csv --out hr/structure.yaml', { workspace });
    expect(written).toMatchObject({ code: 0, out: 'hr/structure.yaml\n' });
    expect(written.err).toContain('14 positions in 5 departments, no holders.');
    expect(workspace.readText('hr/structure.yaml')).toBe(kept('t3.ru.yaml').replace('=schemas/', '=../schemas/'));
    expect(await command('structure import t3.csv --out hr/structure.yaml', { workspace })).toMatchObject({ code: 1, out: '' });
    expect(await command('structure import t3.csv --out hr/structure.yaml --force', { workspace })).toMatchObject({ code: 0 });
  });

  it('gives the structure and the diagnostics as data', async () => {
    const { out } = await command('structure import t3.csv --json', { workspace: memoryWorkspace({ 't3.csv': csv }) });
    const { structure, diagnostics } = JSON.parse(out) as { structure: Structure; diagnostics: { code: string }[] };
    expect(Object.keys(structure.positions)).toHaveLength(14);
    expect(diagnostics.map(({ code }) => code)).toEqual(['table-inferred', 'table-columns-unused']);
  });

  it('writes nothing where there are errors', async () => {
    const workspace = memoryWorkspace({ 'bad.csv': kept('mistakes.ru.csv') });
    expect(await command('structure import bad.csv --out structure.yaml', { workspace })).toMatchObject({ code: 1, out: '' });
    expect(workspace.exists('structure.yaml')).toBe(false);
  });

  it('wants one table, an encoding that there is and a day', async () => {
    const workspace = memoryWorkspace({ 't3.csv': csv });
    expect((await command('structure import', { workspace })).err).toContain('structure-no-table');
    expect(await command('structure import t3.csv t3.csv', { workspace })).toMatchObject({ code: 2 });
    expect(await command('structure import t3.csv --encoding koi8', { workspace })).toMatchObject({ code: 2 });
    expect(await command('structure import t3.csv --date 2026-02-30', { workspace })).toMatchObject({ code: 2 });
  });
});
