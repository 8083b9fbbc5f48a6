/** Staff lists as they come: encodings, separators, dates, names, and what is said of cells that cannot be read. */
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { columnsOf, customName } from '../src/staff-list/columns.js';
import type { ColumnWords } from '../src/staff-list/columns.js';
import { csvSheet } from '../src/staff-list/csv.js';
import { decodeText, encodingOf } from '../src/content/encoding.js';
import { fullName } from '../src/language/names.js';
import { genderOf, nameParts } from '../src/staff-list/full-name.js';
import { discreet } from '../src/staff-list/discretion.js';
import { readPerson } from '../src/staff-list/people.js';
import type { RowReading, Staff } from '../src/staff-list/people.js';
import { roleFinder } from '../src/staff-list/role-titles.js';
import { columnLetters } from '../src/staff-list/sheet.js';
import type { Sheet } from '../src/staff-list/sheet.js';
import { peopleSheet } from '../src/staff-list/people-sheet.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { readPerson as checkPerson } from '../src/person/person.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { runs } from './every.js';
import './same-cases.js';

const words = parse(packageWorkspace().readText('locales/columns.yaml')) as ColumnWords;
const staff: Staff = {
  words,
  role: null,
  organisation: null,
  jurisdiction: 'ru',
  locale: 'ru',
  roleOf: roleFinder([{ id: 'sales-manager', titles: ['менеджер по продажам', 'sales manager', 'verkoper'], synonyms: [] }], new Map()),
};

async function rowsOf(sheet: Sheet, over: Partial<Staff> = {}): Promise<RowReading[]> {
  const problems: Diagnostic[] = [];
  const columns = columnsOf(sheet, words, {}, problems);
  expect(problems).toEqual([]);
  const read: RowReading[] = [];
  for await (const row of sheet.rows) read.push(readPerson(row, sheet, columns, { ...staff, ...over }));
  return read;
}
const rowsIn = async (csv: string, over: Partial<Staff> = {}): Promise<RowReading[]> => rowsOf(await csvSheet(csv, 'people.csv'), over);

describe('an encoding', () => {
  const text = 'ФИО;Должность\r\nИванова Анна Петровна;менеджер по продажам\r\n';
  const cyrillic = Uint8Array.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );

  it('is told by its mark or by the bytes', () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(encodingOf(new TextEncoder().encode(text))).toEqual({ encoding: 'utf-8', others: [] });
    expect(encodingOf(new TextEncoder().encode(`\ufeff${text}`))).toEqual({ encoding: 'utf-8', others: [] });
    expect(encodingOf(utf16)).toEqual({ encoding: 'utf-16le', others: [] });
    expect(encodingOf(utf16.subarray(2))).toEqual({ encoding: 'utf-16le', others: [] });
    expect(encodingOf(new Uint8Array(Buffer.from(utf16).swap16()))).toEqual({ encoding: 'utf-16be', others: [] });
    expect(encodingOf(cyrillic)).toEqual({ encoding: 'windows-1251', others: [] });
    expect(encodingOf(Uint8Array.from(Buffer.from('Naam;Functie\nZoë Müller;verkoper\n', 'latin1')))).toEqual({
      encoding: 'windows-1252',
      others: [],
    });
  });

  it('gives the same text whichever it is', () => {
    expect(decodeText(cyrillic)).toBe(text);
    expect(decodeText(new TextEncoder().encode(`\ufeff${text}`))).toBe(text);
    expect(decodeText(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).toBe(text);
  });
});

describe('a CSV table', () => {
  it.each([[','], [';'], ['\t']])('may be divided by %j', async (sign) => {
    const [row] = await rowsIn(['Full name', 'Role', 'Badge'].join(sign) + '\n' + ['Jan de Vries', 'Verkoper', '12'].join(sign), {
      locale: 'nl',
    });
    expect(row?.read).toEqual({
      row: 2,
      role: 'sales-manager',
      locale: null,
      person: { name: { first: 'Jan', last: 'Vries', particle: 'de' }, gender: 'unspecified', custom: { badge: '12' } },
    });
  });

  it('has the rows of the spreadsheet, over quoted line breaks and empty lines', async () => {
    const sheet = await csvSheet('sep=;\nФИО;Роль\n"Иванова\nАнна";sales-manager\n;\n\nПетров Пётр;sales-manager\n', 'people.csv');
    expect(sheet.headings.number).toBe(1);
    expect((await rowsOf(sheet)).map((one) => one.read?.row)).toEqual([2, 5]);
  });

  it('refuses a table without rows and a quotation mark that never closes', async () => {
    await expect(csvSheet('', 'people.csv')).rejects.toThrow(Refusal);
    const open = `ФИО;Роль\n"Иванова ${'x'.repeat(200_000)}`;
    await expect(rowsIn(open)).rejects.toThrow(/table-broken/);
  });

  it('never fails otherwise, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300, unit: 'binary' }), async (rest) => {
        try {
          for await (const row of (await csvSheet(`ФИО,Роль\n${rest}`, 'people.csv')).rows) expect(row.number).toBeGreaterThan(1);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('columns', () => {
  const headings = (...cells: string[]): Sheet => ({
    file: 'people.csv',
    name: null,
    delimiter: ',',
    headings: { number: 1, cells },
    rows: (async function* () {})(),
  });

  it('are known by their headings in three languages, however they are spelt', () => {
    const known = (sheet: Sheet) => [...columnsOf(sheet, words, {}, []).known.keys()];
    expect(known(headings('Ф.И.О.', 'ДОЛЖНОСТЬ', 'Дата приема', 'Таб. №'))).toEqual(['name', 'role', 'hireDate', 'personnelNumber']);
    expect(known(headings('last_name', 'First Name', 'START DATE', 'e-mail'))).toEqual(['last', 'first', 'hireDate', 'email']);
    expect(known(headings('Achternaam', 'Tussenvoegsel', 'Datum in dienst', 'Leidinggevende'))).toEqual([
      'last',
      'particle',
      'hireDate',
      'manager',
    ]);
  });

  it('that nobody knows are the organisation’s own', () => {
    expect([...columnsOf(headings('ФИО', 'Номер пропуска', ''), words, {}, []).custom]).toEqual([['номер_пропуска', 1]]);
    expect(customName('  Parking / place ')).toBe('parking_place');
  });

  it('may be chosen; doubles and missing names are problems', () => {
    const problems: Diagnostic[] = [];
    expect(columnsOf(headings('Who', 'Post', 'Role'), words, { name: 'who', role: 'post' }, problems).known.get('role')).toBe(1);
    expect(problems).toEqual([]);
    columnsOf(headings('Position', 'role', 'Role'), words, { email: 'Contact' }, problems);
    expect(problems.map((one) => `${one.severity} ${one.code}`)).toEqual([
      'error column-missing',
      'error column-twice',
      'warning column-second',
      'warning column-second',
      'error column-name-missing',
    ]);
  });

  it('have the letters of spreadsheets', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('a name in one cell', () => {
  it.each([
    ['Иванова Анна Петровна', 'ru', { last: 'Иванова', first: 'Анна', middle: 'Петровна' }],
    ['Анна Петровна Иванова', 'ru', { last: 'Иванова', first: 'Анна', middle: 'Петровна' }],
    ['Мамедов Али Гасан оглы', 'ru', { last: 'Мамедов', first: 'Али', middle: 'Гасан оглы' }],
    ['ИВАНОВ ПЁТР', 'ru', { last: 'Иванов', first: 'Пётр' }],
    ['Ким А. Б.', 'ru', { last: 'Ким', initials: 'А.Б.' }],
    ['А.Б. Ким', 'ru', { last: 'Ким', initials: 'А.Б.' }],
    ['Салтыков-Щедрин Михаил Евграфович', 'ru', { last: 'Салтыков-Щедрин', first: 'Михаил', middle: 'Евграфович' }],
    ['Jan de Vries', 'nl', { first: 'Jan', particle: 'de', last: 'Vries' }],
    ['Anna van der Berg', 'nl', { first: 'Anna', particle: 'van der', last: 'Berg' }],
    ['de Vries, Jan', 'nl', { first: 'Jan', particle: 'de', last: 'Vries' }],
    ['Vries, Jan de', 'nl', { first: 'Jan', particle: 'de', last: 'Vries' }],
    ['J.P. Jansen', 'nl', { initials: 'J.P.', last: 'Jansen' }],
    ['Mary Ann Smith', 'en', { first: 'Mary', middle: 'Ann', last: 'Smith' }],
    ['Smith, Mary Ann', 'en', { first: 'Mary', middle: 'Ann', last: 'Smith' }],
    ['Dick van Dyke', 'en', { first: 'Dick', last: 'van Dyke' }],
    ['Madonna', 'en', null],
    ['FNU Suharto', 'en', { last: 'Suharto' }],
    ['Dr. Jane Smith', 'en', { title: 'Dr.', first: 'Jane', last: 'Smith' }],
    ['John Smith, PhD', 'en', { first: 'John', last: 'Smith', suffix: 'PhD' }],
    ['Smith, John, PhD, MBA', 'en', { first: 'John', last: 'Smith', suffix: 'PhD MBA' }],
    ['Smith Jr., John', 'en', { first: 'John', last: 'Smith', suffix: 'Jr.' }],
    ['JOHN SMITH III', 'en', { first: 'John', last: 'Smith', suffix: 'III' }],
    ['John Smith, CIPD Level 7', 'en', { first: 'John', last: 'Smith', suffix: 'CIPD Level 7' }],
    ['Garcia Lopez, Maria', 'en', { first: 'Maria', last: 'Garcia Lopez' }],
    ['Ing Lee', 'en', { first: 'Ing', last: 'Lee' }],
    ['MA, JACK', 'en', { first: 'Jack', last: 'Ma' }],
    ['Smith, PhD', 'en', null],
    ['mr. dr. ing. Piet Jansen MSc', 'nl', { title: 'mr. dr. ing.', first: 'Piet', last: 'Jansen', suffix: 'MSc' }],
    ['ir. J.P. de Vries', 'nl', { title: 'ir.', initials: 'J.P.', particle: 'de', last: 'Vries' }],
    ['mevr. A. van ’t Hof', 'nl', { title: 'mevr.', initials: 'A.', particle: 'van ’t', last: 'Hof' }],
    ['JAN VAN DER BERG', 'nl', { first: 'Jan', particle: 'van der', last: 'Berg' }],
    ['Иванов Иван Иванович, к.э.н.', 'ru', { title: 'к.э.н.', last: 'Иванов', first: 'Иван', middle: 'Иванович' }],
    ['д. т. н., проф. Иванов И. И.', 'ru', { title: 'д. т. н., проф.', last: 'Иванов', initials: 'И.И.' }],
    ['Иванов Иван Иванович, к.т.н., доцент', 'ru', { title: 'к.т.н., доцент', last: 'Иванов', first: 'Иван', middle: 'Иванович' }],
    ['Иванов Иван Иванович, MBA', 'ru', { last: 'Иванов', first: 'Иван', middle: 'Иванович', suffix: 'MBA' }],
    ['фон Берг Анна Петровна', 'ru', { particle: 'фон', last: 'Берг', first: 'Анна', middle: 'Петровна' }],
    ['Санне ван дер Берг', 'ru', { first: 'Санне', particle: 'ван дер', last: 'Берг' }],
    ['Хан Саид ибн Али', 'ru', { last: 'Хан', first: 'Саид', middle: 'ибн Али' }],
    ['Алиева Лейла Гасанкызы', 'ru', { last: 'Алиева', first: 'Лейла', middle: 'Гасанкызы' }],
    ['А.П.Иванова', 'ru', { last: 'Иванова', initials: 'А.П.' }],
    ['Иванова А. П', 'ru', { last: 'Иванова', initials: 'А.П.' }],
    ['Ngozi Okonkwo-de Graaf', 'nl', { first: 'Ngozi', last: 'Okonkwo-de Graaf' }],
    ['Ilse Jansen - de Boer', 'nl', { first: 'Ilse', last: 'Jansen-de Boer' }],
    ['ILSE VAN DIJK – DE BOER', 'nl', { first: 'Ilse', particle: 'van', last: 'Dijk-de Boer' }],
    ['Okonkwo-de Graaf', 'nl', null],
    ['Jansen-de Boer Ilse', 'nl', null],
    ['Ilse Jansen-de', 'nl', null],
    ['Ha-Van Nguyen', 'en', { first: 'Ha-Van', last: 'Nguyen' }],
    ['John Smith - PhD', 'en', { first: 'John', last: 'Smith', suffix: 'PhD' }],
    ['Jan Jansen - HR', 'nl', null],
    ['mevr. S. El Amrani', 'nl', { title: 'mevr.', initials: 'S.', last: 'El Amrani' }],
    ['El Amrani, Samira', 'nl', { first: 'Samira', last: 'El Amrani' }],
    ['Amrani, Samira El', 'nl', null],
    ['Jan Van Den Berg', 'nl', { first: 'Jan', last: 'Van Den Berg' }],
    ['Van den Berg, Jan', 'nl', { first: 'Jan', particle: 'van den', last: 'Berg' }],
    ['Mary Ann St. John', 'en', { first: 'Mary', middle: 'Ann', last: 'St. John' }],
    ['Van Nguyen', 'nl', { first: 'Van', last: 'Nguyen' }],
    ['Van Morrison', 'en', { first: 'Van', last: 'Morrison' }],
    ['Ben de Vries', 'nl', { first: 'Ben', particle: 'de', last: 'Vries' }],
    ['Minh Van Nguyen', 'en', null],
    ['Van Dijk', 'nl', null],
    ['Van den Berg', 'nl', null],
    ['de Vries Jan', 'nl', null],
    ['Mary La Verne Smith', 'en', null],
    ['José Ortega y Gasset', 'en', null],
    ['Ahmed Ben', 'nl', { first: 'Ahmed', last: 'Ben' }],
    ["mr. drs. J.P. (Jan) van 't Hof", 'nl', { title: 'mr. drs.', initials: 'J.P.', particle: "van 't", last: 'Hof' }],
    ['Hof, J.P. “Jan” van ‘t', 'nl', { initials: 'J.P.', particle: 'van ‘t', last: 'Hof' }],
    ["Robert 'Bob' O’Neill,", 'en', { first: 'Robert', last: 'O’Neill' }],
    ["Robert 'Bob O'Neill", 'en', null],
    ['Jan (van) Dijk', 'nl', null],
    ['Jane Smith (MBA)', 'en', { first: 'Jane', last: 'Smith', suffix: 'MBA' }],
    ['Jan  d’ Hondt ,', 'nl', { first: 'Jan', particle: 'd’', last: 'Hondt' }],
    ['IJSBRAND VAN ’T HOF', 'nl', { first: 'IJsbrand', particle: 'van ’t', last: 'Hof' }],
    ['Ilse de Boer, geb. van Dijk', 'nl', { first: 'Ilse', particle: 'de', last: 'Boer' }],
    ['de Boer geb. Jansen, Ilse', 'nl', { first: 'Ilse', particle: 'de', last: 'Boer' }],
    ['Ilse Jansen e/v de Boer', 'nl', null],
    ['J.P. Bouali Idrissi', 'nl', null],
    ['J. Edgar Hoover', 'en', { first: 'J.', middle: 'Edgar', last: 'Hoover' }],
    ['Suharto, FNU', 'en', { last: 'Suharto' }],
    ['Jan van Dijk', 'ru', { first: 'Jan', last: 'van Dijk' }],
    ['Van Dijk Jan', 'ru', null],
    ['Иванова (Петрова) Анна Сергеевна', 'ru', { last: 'Иванова', first: 'Анна', middle: 'Сергеевна' }],
    ['Иванова Анна Сергеевна (урожд. Петрова)', 'ru', { last: 'Иванова', first: 'Анна', middle: 'Сергеевна' }],
    ['Анна Иванова-де Голль', 'ru', { last: 'Иванова-де Голль', first: 'Анна' }],
    ['Эль Амрани Самира', 'ru', { last: 'Эль Амрани', first: 'Самира' }],
    ['Ван Дейк Ян', 'ru', null],
    ['Нгуен Ван Минь', 'ru', { last: 'Нгуен', first: 'Ван', middle: 'Минь' }],
    ['dr. S. Jansen', 'nl', { title: 'dr.', initials: 'S.', last: 'Jansen' }],
    ['M.R. Jansen', 'nl', { initials: 'M.R.', last: 'Jansen' }],
    ['Smith, J. R.', 'en', { initials: 'J.R.', last: 'Smith' }],
    ['Анна Иванова', 'ru', { last: 'Иванова', first: 'Анна' }],
    ['Иванова Анна', 'ru', { last: 'Иванова', first: 'Анна' }],
    ['Jan Op de Beeck', 'nl', { first: 'Jan', last: 'Op de Beeck' }],
    ['In ’t Veld, J.', 'nl', { initials: 'J.', particle: 'in ’t', last: 'Veld' }],
    ['J. v.d. Meer', 'nl', { initials: 'J.', particle: 'v.d.', last: 'Meer' }],
    ['J. V.D. MEER', 'nl', { initials: 'J.', particle: 'v.d.', last: 'Meer' }],
    ['JP de Vries', 'nl', { initials: 'J.P.', particle: 'de', last: 'Vries' }],
    ['Jan Jansen - Sales Manager', 'en', null],
    ['Иванов Иван Иванович - директор', 'ru', null],
    ['Петрова - Водкина Анна Сергеевна', 'ru', { last: 'Петрова-Водкина', first: 'Анна', middle: 'Сергеевна' }],
    ['Д’ Артаньян Шарль', 'ru', null],
    ['a, b, c', 'en', null],
    ['Иванов Иван Петрович Сергеевич Анатольевич', 'ru', null],
  ] as const)('%s (%s)', (written, locale, parts) => {
    expect(nameParts(written, locale)).toEqual(parts);
  });

  it('tells the gender where patronymic, surname, first name or form of address do', () => {
    const genderIn = (written: string) => genderOf(nameParts(written, 'en') ?? { last: '' });
    expect(['Иванова А.П.', 'Ким Анна', 'Mrs Jane Smith'].map(genderIn)).toEqual(['female', 'female', 'female']);
    expect(['Белый А.', 'Ким Сергей', 'Mr John Smith'].map(genderIn)).toEqual(['male', 'male', 'male']);
    expect(['Ким А.', 'Jane Smith', 'mr. Sanne Jansen'].map(genderIn)).toEqual([null, null, null]);
    expect(genderOf({ last: 'Ким', first: 'Женя', middle: 'Ильинична' })).toBe('female');
    expect(genderOf({ last: 'Ким', first: 'Женя', middle: 'Ильич' })).toBe('male');
    expect(genderOf({ last: 'Мамедова', first: 'Лейла', middle: 'Гасан кызы' })).toBe('female');
    expect(genderOf({ last: 'Ким', first: 'Женя' })).toBeNull();
  });

  it('is printed with every letter, its surname with all of its words, whatever stands beside it', () => {
    const of = (...all: string[]) => fc.constantFrom(...all);
    const western = {
      title: of('', 'dr. ', 'mr. drs. ', 'mevr. '),
      first: of('Ngozi', 'Jan', 'S.', 'J.P.', 'Anne-Marie', 'Ben'),
      particle: of(
        '',
        'de ',
        'van den ',
        'van ’t ',
        "van 't ",
        '’s ',
        "d'",
        'O’',
        'Mc',
        'El ',
        'Ben ',
        'Ait ',
        'De ',
        'Van Den ',
        'St. ',
        'Mac ',
      ),
      patronymic: of(''),
      last: of('Graaf', 'Okonkwo', 'García'),
    };
    const russian = {
      title: of('', 'к.э.н. ', 'проф. '),
      first: of('Анна', 'Самира'),
      particle: of('', 'фон ', 'ван дер ', 'О’'),
      patronymic: of('', ' Сергеевна'),
      last: of('Голль', 'Иванова', 'Римская'),
    };
    const beside = of(' ', '  ', ' (Bob) ', ' “Bob” ', ' [Bob] ');
    const end = of('', ',', ' ', ' (Петрова)', ', geb. Jansen', ' урожд. Петрова');
    const letters = (text: string): string => [...text.replace(/[^\p{L}]/gu, '').toLowerCase()].sort().join('');
    for (const locale of ['nl', 'en', 'ru'] as const) {
      const { title, first, particle, patronymic, last } = locale === 'ru' ? russian : western;
      fc.assert(
        fc.property(title, first, patronymic, beside, particle, last, of('', '-', ' - ', ' – '), particle, last, end, (...cell) => {
          const [before, given, father, gap, one, name, hyphen, two, second, after] = cell;
          const surname = hyphen === '' ? one + name : `${one}${name}-${two}${second}`;
          const written = hyphen === '' ? one + name : one + name + hyphen + two + second;
          const text = locale === 'ru' ? before + written + gap + given + father + after : before + given + gap + written + after;
          const parts = nameParts(text, locale);
          if (!parts) throw new Error(`unclear: ${text}`);
          expect(letters(fullName({ ...parts, title: '' }, locale))).toBe(letters(given + father + surname));
          expect([parts.particle, parts.last].filter(Boolean).join(' ')).toBe(surname);
        }),
        { numRuns: runs(150) },
      );
    }
  });

  it('of any letters is taken apart, or refused', () => {
    const words = fc.constantFrom(
      'Dr.',
      'de',
      'van',
      'Smith',
      ',',
      'PhD',
      'Иванов',
      'И.',
      'к.э.н.',
      'оглы',
      '-',
      '’t',
      'FNU',
      'MA',
      'ибн',
      '(x)',
      '.',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 7 }), fc.constantFrom('ru', 'en', 'nl'), (written, locale) => {
        const parts = nameParts(written.join(' '), locale);
        if (parts) expect(Object.values({ ...parts } as Record<string, string>)).not.toContain('');
      }),
    );
  });
});

describe('a row', () => {
  it('becomes a person that the schema knows', async () => {
    const [row] = await rowsIn(
      'ФИО;Пол;Таб. №;Должность;Отдел;Дата приёма;Руководитель;Должность руководителя;Язык;E-mail\nИванова Анна Петровна;ж;00042;Менеджер по продажам;Продажи;01.06.2026;Соколов А.И.;начальник отдела;русский;a@example.org',
    );
    expect(row?.diagnostics).toEqual([]);
    expect(row?.read?.person).toMatchObject({
      gender: 'female',
      personnelNumber: '00042',
      hireDate: '2026-06-01',
      language: 'ru',
      manager: { name: { last: 'Соколов', initials: 'А.И.' }, post: 'начальник отдела' },
    });
    const workspace = memoryWorkspace({ 'person.yaml': JSON.stringify({ schema: 2, ...row?.read?.person }) });
    expect(checkPerson(workspace, 'person.yaml').diagnostics).toEqual([]);
  });

  it('tells every bad cell with its place, and nothing of what stands there', async () => {
    const secret = 'Тайное';
    const [row] = await rowsIn(`ФИО,Роль,Дата приёма,E-mail,Пол,Язык\n${secret},seller,${secret},${secret},${secret},${secret}`);
    expect(row?.read).toBeNull();
    expect(row?.diagnostics.map((one) => [one.code, one.line, one.path])).toEqual([
      ['cell-unknown-language', 2, 'F2'],
      ['cell-name-unclear', 2, 'A2'],
      ['cell-unknown-role', 2, 'B2'],
      ['cell-not-date', 2, 'C2'],
      ['cell-not-email', 2, 'D2'],
      ['cell-unknown-gender', 2, 'E2'],
    ]);
    expect(JSON.stringify(row?.diagnostics)).toContain(secret);
    expect(JSON.stringify(row?.diagnostics.map(discreet))).not.toContain(secret);
  });

  it('has a contract and a probation of its own, in three languages', async () => {
    const own = async (headings: string, cells: string) => {
      const [row] = await rowsIn(`ФИО;Роль;Дата приёма;${headings}\nИванова Анна;sales-manager;04.12.2026;${cells}\n`);
      const { contract, probation } = row?.read?.person ?? {};
      return { contract, probation, codes: row?.diagnostics.map(({ code, args }) => `${code} ${String(args.column)}`) };
    };
    const read = (contract: unknown, months?: number) => ({
      contract,
      probation: months === undefined ? undefined : { months },
      codes: [],
    });
    expect(await own('Contract;Einddatum contract;Proeftijd', 'bepaalde tijd;03-06-2027;2 maanden')).toEqual(
      read({ kind: 'fixed-term', endDate: '2027-06-03' }, 2),
    );
    expect(await own('Contract type;Contract end date;Probation', 'Permanent;;1.5')).toEqual(read({ kind: 'indefinite' }, 1.5));
    expect(await own('Вид договора;Договор до;Испытание', 'срочный;;2 недели')).toEqual(read({ kind: 'fixed-term' }, 0.5));
    expect(await own('Вид договора;Договор до;Испытание', ';2027-06-03;нет')).toEqual(
      read({ kind: 'fixed-term', endDate: '2027-06-03' }, 0),
    );
    expect(await own('Contract;Contract end;Probation', ';;')).toEqual(read(undefined));
    expect(await own('Contract;Contract end', ';04.12.2026')).toEqual(read({ kind: 'fixed-term', endDate: '2026-12-04' }));
  });

  it.each([
    ['Contract', 'maybe', 'cell-unknown-contract'],
    ['Contract end', 'June', 'cell-not-date'],
    ['Contract end', '03.12.2026', 'cell-contract-end'],
    ['Probation', 'three', 'cell-not-months'],
    ['Probation', '13', 'cell-not-months'],
    ['Probation', '4 weeks', 'cell-not-months'],
    ['Probation', '3 years', 'cell-not-months'],
    ['Probation', '-1', 'cell-not-months'],
  ])('refuses a cell that cannot be read: %s “%s”', async (heading, cell, code) => {
    const [row] = await rowsIn(`Name;Role;Hire date;${heading}\nSmith Anna;sales-manager;2026-12-04;${cell}\n`, { locale: 'en' });
    expect(row?.read).toBeNull();
    expect(row?.diagnostics).toMatchObject([{ code, args: { column: heading }, column: 4 }]);
  });

  it.each([
    ['12', 12],
    ['3 weeks', 0.75],
    ['0', 0],
    ['1,5 мес.', 1.5],
  ])('takes “%s” for %d months', async (cell, months) => {
    const [row] = await rowsIn(`Name;Role;Probation\nSmith Anna;sales-manager;${cell}\n`, { locale: 'en' });
    expect(row?.read?.person.probation).toEqual({ months });
  });

  it('refuses the last day of a contract that has none', async () => {
    const [row] = await rowsIn('Name;Role;Contract;Contract end\nSmith Anna;sales-manager;permanent;2027-06-03\n', { locale: 'en' });
    expect(row?.diagnostics.map(({ code }) => code)).toEqual(['cell-contract-end']);
  });

  it('takes names in parts, the role of the command, and a department by its name', async () => {
    const organisation = {
      name: 'x',
      jurisdiction: 'nl' as const,
      languages: ['nl' as const],
      departments: [{ id: 'sales', name: 'Verkoop' }],
    };
    const [row] = await rowsIn('Achternaam,Voornaam,Tussenvoegsel,Afdeling\nBerg,Anna,van den,verkoop', {
      role: 'sales-manager',
      locale: 'nl',
      organisation,
    });
    expect(row?.read).toMatchObject({
      role: 'sales-manager',
      person: { department: 'sales', name: { last: 'Berg', first: 'Anna', particle: 'van den' } },
    });
    const [unknown] = await rowsIn('Naam,Afdeling\nAnna Berg,Verkop', { role: 'sales-manager', locale: 'nl', organisation });
    expect(unknown?.diagnostics).toMatchObject([{ code: 'cell-unknown-department', severity: 'warning', args: { nearest: 'Verkoop' } }]);
  });

  it('refuses marks that turn the direction of text', async () => {
    const [row] = await rowsIn('ФИО,Роль\nИванова\u202E Анна,sales-manager');
    expect(row?.diagnostics.map((one) => one.code)).toEqual(['cell-unprintable']);
  });
});

describe('a spreadsheet', async () => {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const bytes = new Uint8Array(
    await writeWorkbook([
      {
        sheet: 'Staff',
        data: [
          ['Full name', 'Role', 'Hire date'].map((value) => ({ value })),
          [
            { value: 'Anna Smith' },
            { value: 'Sales manager' },
            { value: new Date('2026-06-01T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' },
          ],
        ],
      },
      { sheet: 'Other', data: [[{ value: 'Name' }]] },
    ]).toBuffer(),
  );

  const sheetOf = (file: Uint8Array, sheet?: string): Promise<Sheet> => peopleSheet(file, 'people.xlsx', { sheet, words, chosen: {} }, []);

  it('is read with its dates', async () => {
    const [row] = await rowsOf(await sheetOf(bytes), { locale: 'en', jurisdiction: 'gb' });
    expect(row?.read).toMatchObject({ row: 2, person: { name: { first: 'Anna', last: 'Smith' }, hireDate: '2026-06-01' } });
  });

  it('is read wherever in memory Node.js has put it', async () => {
    const small = Buffer.concat([Buffer.from('others'), bytes]).subarray('others'.length);
    expect((await sheetOf(small)).name).toBe('Staff');
  });

  it('has its sheets by name', async () => {
    expect((await sheetOf(bytes, 'Other')).headings.cells).toEqual(['Name']);
    await expect(sheetOf(bytes, 'Stuff')).rejects.toThrow(/sheet-missing/);
    await expect(sheetOf(Uint8Array.of(0x50, 0x4b, 3, 4))).rejects.toThrow(/table-damaged/);
  });
});
