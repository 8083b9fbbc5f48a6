/** Names of folders made of hostile cells, the folders of people, and lines of CSV that run nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transliterate } from 'transliteration';
import { csvLine, guarded, unguarded } from '../src/staff-list/csv-line.js';
import { csvSheet } from '../src/staff-list/csv.js';
import { createFolders, identityOf } from '../src/output/folders.js';
import { nameKey, pathName } from '../src/output/path-name.js';
import { outputNameProblems } from '../src/workspace/output-name.js';
import type { Person } from '../src/person/person.generated.js';
import { runs } from './every.js';

const plain = { longest: 60, latin: null };

describe('the name of a folder', () => {
  it.each([
    ['Отдел продаж', 'Отдел продаж'],
    ['Vries, Jan de', 'Vries, Jan de'],
    ['O’Neill', 'O’Neill'],
    ['../../x', 'x'],
    ['Tom ../../ Brown', 'Tom Brown'],
    ['..', '_'],
    ['', '_'],
    ['   ', '_'],
    ['/etc/passwd', 'etc passwd'],
    ['C:\\Windows', 'C Windows'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['Conrad', 'Conrad'],
    ['Nul ', '_Nul'],
    ['a\u0000b', 'a b'],
    ['name. . .', 'name'],
    ['.hidden', 'hidden'],
    ['-rf', 'rf'],
    ['👩‍💻 Anna', 'Anna'],
    ['😀', '_'],
    ['a<b>:"|?*', 'a b'],
    ['tab\tnew\nline', 'tab new line'],
    ['\u202Egnp', 'gnp'],
    ['Дмитрии\u0306', 'Дмитрий'],
  ])('%j is %j', (text, name) => {
    expect(pathName(text, plain)).toBe(name);
  });

  it('is never a path, never hidden, never too long, and fit for every system, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 160 }),
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.constantFrom('CON', 'aux.', '..\\..', 'nul.tar.gz', '~', '\u0301a', 'COM1 '),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (cell, latin) => {
        const name = pathName(cell, { longest: 60, latin: latin ? transliterate : null });
        expect(outputNameProblems([`${name}/x`], 'out')).toEqual([]);
        expect(name).not.toMatch(/[/\\]|^[.-]|^\s|\p{Cc}/u);
        expect(name.length).toBeLessThanOrEqual(61);
        expect(pathName(name, plain)).toBe(name);
        if (latin) expect(name).toMatch(/^[\x20-\x7e]*$/);
      }),
      { numRuns: runs(120) },
    );
  });

  it('is cut to whole letters, by characters and by bytes', () => {
    const short = (text: string, longest = 5): string => pathName(text, { longest, latin: null });
    expect(short('abcde')).toBe('abcde');
    expect(short('abcdef')).toBe('abcde');
    expect(short('abcd e')).toBe('abcd');
    expect(short('abcd. ef')).toBe('abcd');
    // A letter with a mark that no single sign has is one letter of two characters.
    expect(short('abcdx\u0323\u0301')).toBe('abcd');
    expect(short('abcx\u0304y')).toBe('abcx\u0304');
    expect(short('a'.repeat(200), 300)).toBe('a'.repeat(140));
    expect(short('a'.repeat(140), 300)).toBe('a'.repeat(140));
    expect(short('ж'.repeat(70), 70)).toBe('ж'.repeat(70));
    expect(short('ж'.repeat(71), 100)).toBe('ж'.repeat(70));
    expect(short(`a${'ж'.repeat(70)}`, 100)).toBe(`a${'ж'.repeat(69)}`);
  });

  it('has no dots that stand alone', () => {
    expect(['a .. b', 'a .b', '. a', 'a ...', 'a. .b', '... x'].map((text) => pathName(text, plain))).toEqual([
      'a b',
      'a .b',
      'a',
      'a',
      'a. .b',
      'x',
    ]);
  });

  it('is Latin when asked', () => {
    expect(pathName('Щукина Юлия Львовна', { longest: 60, latin: transliterate })).toBe('Shchukina Yuliya Lvovna');
  });

  it('is one for all spellings that a system takes for the same', () => {
    for (const [one, other] of [
      ['ANNA', 'anna'],
      ['Zoë'.normalize('NFC'), 'Zoë'.normalize('NFD')],
      ['Straße', 'STRASSE'],
      ['Ёлкин', 'ёлкин'],
    ] as const)
      expect(nameKey(one)).toBe(nameKey(other));
  });
});

describe('the folders of people', () => {
  const person = (over: Partial<Person> = {}): Person => ({ name: { last: 'Smith', first: 'Jane' }, ...over });
  const open = (held: [string, string][] = []) =>
    createFolders(held, { noDepartment: 'No department', department: (named) => named, latin: null });

  it('have department, name and number', () => {
    expect(open().of(person({ department: 'Sales', personnelNumber: '007' }))).toBe('Sales/Smith, Jane 007');
    expect(open().of(person({ name: { last: 'Vries', first: 'Jan', particle: 'de' } }))).toBe('No department/Vries, Jan de');
    expect(open().of(person({ name: { last: 'Иванова', first: 'Анна', middle: 'Петровна' } }))).toBe('No department/Иванова Анна Петровна');
  });

  it('have what is known of a name, in the language that there is', () => {
    const named = (name: Person['name'], number?: string): string =>
      open().of(person({ name, ...(number !== undefined && { personnelNumber: number }) }));
    expect(named({ last: 'Vries', initials: 'J.P.', particle: 'de' })).toBe('No department/Vries, J.P. de');
    expect(named({ last: 'Smith' })).toBe('No department/Smith');
    expect(named({ last: 'Smith' }, '7')).toBe('No department/Smith 7');
    expect(named({ last: 'Иванов', initials: 'А.П.' }, '7')).toBe('No department/Иванов А.П. 7');
    const [ru, en, nl] = [
      { last: 'Ли', first: 'Анна' },
      { last: 'Lee', first: 'Anna' },
      { last: 'Li', first: 'Anna' },
    ];
    expect(named({ ru, en, nl })).toBe('No department/Ли Анна');
    expect(named({ en, nl })).toBe('No department/Lee, Anna');
    expect(named({ nl })).toBe('No department/Li, Anna');
    expect(named({})).toBe('No department/_');
  });

  it('go by the department that is named, and Latin when asked', () => {
    const folders = createFolders([], {
      noDepartment: 'none',
      department: (named) => `the ${named}`,
      latin: transliterate,
    });
    expect(folders.of(person({ department: 'склад', name: { last: 'Ли', first: 'Анна' } }))).toBe('the sklad/Li Anna');
    expect(folders.of(person({ department: { en: 'Sales' } }))).toBe('none/Smith, Jane');
  });

  it('know people by name and number, else by address and first day, whatever the capitals', () => {
    const same = (one: Partial<Person>, other: Partial<Person>): boolean => identityOf(person(one)) === identityOf(person(other));
    expect(same({}, { name: { last: 'SMITH', first: 'jane' } })).toBe(true);
    expect(same({ email: 'Jane@Example.com' }, { email: 'jane@example.com' })).toBe(true);
    expect(same({ email: 'jane@example.com' }, { email: 'j@example.com' })).toBe(false);
    expect(same({ hireDate: '2026-01-01' }, { hireDate: '2026-01-02' })).toBe(false);
    expect(same({ personnelNumber: '7', hireDate: '2026-01-01' }, { personnelNumber: '7', hireDate: '2026-01-02' })).toBe(true);
    expect(same({ personnelNumber: '7' }, { personnelNumber: '8' })).toBe(false);
    expect(same({}, { name: { last: 'Smith', first: 'Joan' } })).toBe(false);
    expect(same({ department: 'Sales' }, { department: 'HR' })).toBe(true);
  });

  it('of an earlier run stay in their own department only', () => {
    const jane = person({ department: 'Sales' });
    const held: [string, string][] = [['sales/Jane', identityOf(jane)]];
    expect(open(held).of(jane)).toBe('sales/Jane');
    expect(open(held).of(person({ department: 'HR' }))).toBe('HR/Smith, Jane');
    // A name that differs in capitals only is taken.
    expect(open([['Sales/SMITH, JANE', 'somebody']]).of(jane)).toBe('Sales/Smith, Jane (2)');
    expect(
      open([
        ['Sales/Smith, Jane', 'somebody'],
        ['Sales/Smith, Jane (2)', 'somebody else'],
      ]).of(jane),
    ).toBe('Sales/Smith, Jane (3)');
  });

  it('never have the name of a file of the batch', () => {
    expect(['Manifest.json', 'failed.csv', 'documents-2.zip', 'failed'].map((department) => open().of(person({ department })))).toEqual(
      ['_Manifest.json', '_failed.csv', '_documents-2.zip', 'failed'].map((name) => `${name}/Smith, Jane`),
    );
  });

  it('are one for one person and two for two, by the order of asking', () => {
    const folders = open();
    const [one, other] = [person({ hireDate: '2026-01-01' }), person({ name: { last: 'SMITH', first: 'jane' }, hireDate: '2026-02-01' })];
    expect([folders.of(one), folders.of(other), folders.of(one), folders.of(other)]).toEqual(
      ['Smith, Jane', 'SMITH, jane (2)', 'Smith, Jane', 'SMITH, jane (2)'].map((name) => `No department/${name}`),
    );
  });

  it('stay with those who had them', () => {
    const [one, other] = [person({ hireDate: '2026-01-01' }), person({ hireDate: '2026-02-01' })];
    const folders = open([['No department/Smith, Jane', identityOf(other)]]);
    expect([folders.of(one), folders.of(other)]).toEqual(['No department/Smith, Jane (2)', 'No department/Smith, Jane']);
  });

  it('never meet, whatever the names', () => {
    const names = fc.array(fc.string({ unit: 'binary', maxLength: 90 }), { maxLength: 20 });
    fc.assert(
      fc.property(names, (all) => {
        const folders = open();
        const people = all.map((last, at) => person({ name: { last }, email: `${at}@example.com` }));
        const keys = people.map((one) => nameKey(folders.of(one)));
        expect(new Set(keys).size).toBe(keys.length);
        expect(people.map((one) => nameKey(folders.of(one)))).toEqual(keys);
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('a line of CSV', () => {
  it('runs nothing', () => {
    expect(csvLine(['=1+1', '+7 999', '-5', '@SUM(A1)', '\tx', "'=1", 'plain', "O'Neill"], ';')).toBe(
      `'=1+1;'+7 999;'-5;'@SUM(A1);'\tx;''=1;plain;O'Neill\r\n`,
    );
  });

  it('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        async (cells, sign) => {
          fc.pre(cells.some((cell) => cell.trim() !== ''));
          const heading = cells.map((_, at) => `column ${at}`).join(sign);
          const rows = [];
          for await (const row of (await csvSheet(`sep=${sign}\n${heading}\r\n${csvLine(cells, sign)}`, 'x.csv')).rows)
            rows.push(row.cells);
          expect(rows).toEqual([cells]);
        },
      ),
      { numRuns: runs(60) },
    );
    fc.assert(
      fc.property(fc.string(), (cell) => {
        expect(unguarded(guarded(cell))).toBe(cell);
      }),
    );
  });
});
