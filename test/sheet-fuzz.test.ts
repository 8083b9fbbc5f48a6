/**
 * Staff lists as nobody would send them and somebody will: columns in any order, in CSV of any encoding or in workbooks, with
 * merged and hidden cells and with damage. Whatever it is, each row becomes the person that it says, or is refused with its
 * place, or the whole list is. `SHEET_RUNS=10000` tries so many lists; a normal run tries a few. `SHEET_SEED` with the seed
 * of a failure tries the same again.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Person } from '../src/person/person.generated.js';
import { readList } from './read-list.js';
import type { ListRead } from './read-list.js';
import { bytesIn, row, words, workbookBytes } from './workbooks.js';

const { SHEET_RUNS: wanted = '60', SHEET_SEED: seed = '20261129' } = process.env;
const runs = Number(wanted);

const columns = ['Full name', 'Role', 'Personnel number', 'Department', 'Hire date', 'E-mail'] as const;
type Column = (typeof columns)[number];
type Row = Readonly<Record<Column, string>>;

const latin = {
  first: ['Ann', 'Zoë', 'José', 'Björn'],
  last: ['Abel', 'Müller', 'Núñez', 'Cole'],
  departments: ['Sales', 'Café & Bar', 'IT'],
};
const russian = {
  first: ['Анна', 'Пётр', 'Юлия', 'Илья'],
  last: ['Иванова', 'Цой', 'Щукина', 'Журавлёв'],
  departments: ['Отдел продаж', 'Склад', 'ИТ'],
};

const rowsOf = (names: typeof latin) =>
  fc
    .array(
      fc.record({
        first: fc.constantFrom(...names.first),
        last: fc.constantFrom(...names.last),
        department: fc.constantFrom(...names.departments),
        day: fc.integer({ min: 10, max: 28 }),
        email: fc.boolean(),
      }),
      { minLength: 2, maxLength: 8 },
    )
    .map((all) =>
      all.map(
        ({ first, last, department, day, email }, at): Row => ({
          'Full name': `${first} ${last}`,
          Role: 'sales-manager',
          'Personnel number': String(at + 1).padStart(5, '0'),
          Department: department,
          'Hire date': `2026-06-${day}`,
          'E-mail': email ? `p${at}@firm.com` : '',
        }),
      ),
    );

/** What a person is told by who was made of a row. */
const saidOf = (one: Row): unknown[] => [
  one['Full name'].split(' ').sort().join(' '),
  one['Personnel number'],
  one.Department,
  one['Hire date'],
  one['E-mail'],
];
const madeOf = ({ name, personnelNumber = '', department = '', hireDate = '', email = '' }: Person): unknown[] => [
  'last' in name ? [name.first, name.last].sort().join(' ') : '',
  personnelNumber,
  department,
  hireDate,
  email,
];

const faults = ['none', 'none', 'error', 'broken', 'delimiter', 'quote', 'shortened', 'formula', 'entity', 'cut', 'short'] as const;
type Fault = (typeof faults)[number];

/** A list with one place of damage. */
const list = fc.record({
  people: fc.oneof(
    rowsOf(latin).map((rows) => ({ rows, labels: ['windows-1252', 'macintosh'] })),
    rowsOf(russian).map((rows) => ({ rows, labels: ['windows-1251', 'koi8-r', 'ibm866'] })),
  ),
  order: fc.shuffledSubarray([...columns], { minLength: columns.length }),
  titles: fc.integer({ min: 0, max: 3 }),
  blank: fc.integer({ min: 0, max: 9 }),
  fault: fc.constantFrom(...faults),
  at: fc.nat({ max: 7 }),
  column: fc.constantFrom(...columns),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});
type List = typeof list extends fc.Arbitrary<infer T> ? T : never;

/** What a cell shows when it is damaged; null where the damage is of another sort. */
const shown = (fault: Fault, text: string): string | null =>
  fault === 'error' ? '#N/A' : fault === 'broken' ? `${text}\ufffd` : fault === 'shortened' ? '1,23457E+12' : null;

interface Written {
  readonly bytes: Uint8Array;
  /** The row of each person in the spreadsheet. */
  readonly numbers: readonly number[];
  /** The row in which a file ends that was cut; null for one that was not. */
  readonly ends: number | null;
  /** Rows that the file does not have whole any more, of which nobody can tell that they ever were there. */
  readonly gone: (at: number) => boolean;
  /** Rows of which nothing may come but with a word about them. */
  readonly hidden: ReadonlySet<number>;
}

/** Each undamaged row must be made, unless the list as a whole is refused. */
function check(
  { rows, problems }: ListRead,
  { people: { rows: people }, fault, at }: List,
  { numbers, ends, gone, hidden }: Written,
): void {
  const refused = problems.some(({ severity, file }) => severity === 'error' && file !== undefined);
  const damaged = ends ?? (fault === 'none' ? -1 : at % people.length);
  if (fault === 'none') expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const known = new Set(numbers);
  for (const [number, { read }] of rows) if (read) expect(known.has(number), `row ${number}`).toBe(true);
  for (const [index, one] of people.entries()) {
    const number = numbers[index] ?? 0;
    const found = rows.get(number);
    if (hidden.has(number)) expect(problems.map(({ code }) => code)).toContain('rows-hidden-left');
    else if (found?.read && fault === 'short' && index === damaged) {
      // What is missing at the end of a row may be empty: it is taken, and said.
      if (madeOf(found.read.person).join() !== saidOf(one).join()) expect(problems.map(({ code }) => code)).toContain('rows-short');
    } else if (found?.read) {
      expect(madeOf(found.read.person), `row ${number}`).toEqual(saidOf(one));
    } else if (found) {
      expect(index, `row ${number}: ${JSON.stringify(found.diagnostics)}`).toBe(damaged);
      expect(found.diagnostics.some(({ severity, line, column }) => severity === 'error' && line === number && column !== undefined)).toBe(
        true,
      );
    } else expect(refused || gone(index), `row ${number} is gone`).toBe(true);
  }
}

const csvHow = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  end: fc.constantFrom('\r\n', '\n', '\r'),
  quotes: fc.boolean(),
  sep: fc.boolean(),
  encoding: fc.constantFrom(
    'utf-8',
    'utf-8 with a mark',
    'utf-16le',
    'utf-16le with a mark',
    'utf-16be',
    'of letters',
    'of letters',
    'of letters',
  ),
  label: fc.nat({ max: 2 }),
});

function asCsv(made: List, how: typeof csvHow extends fc.Arbitrary<infer T> ? T : never): Written {
  const { people, order, titles, blank, fault, at, column, share } = made;
  const { delimiter, end, quotes, sep } = how;
  const damaged = at % people.rows.length;
  const quoted = (text: string): string =>
    quotes || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [...Array.from({ length: titles }, (_, number) => `Staff list ${number}`), order.map(quoted).join(delimiter)];
  const numbers: number[] = [];
  const starts: number[] = [];
  for (const [index, one] of people.rows.entries()) {
    if (index === blank) lines.push('');
    const cells = order.map((name) => {
      if (index !== damaged || name !== column) return quoted(one[name]);
      if (fault === 'delimiter') return `${one[name]}${delimiter}x`;
      return fault === 'quote' ? `"${one[name]}` : quoted(shown(fault, one[name]) ?? one[name]);
    });
    const kept = index === damaged && fault === 'short' ? cells.slice(0, 1 + order.indexOf(column)) : cells;
    starts.push(lines.join(end).length);
    lines.push(kept.join(delimiter));
    numbers.push(lines.length);
  }
  const whole = lines.join(end) + end;
  const cut = fault === 'cut' ? Math.max(starts[0] ?? 0, Math.floor(share * whole.length)) : whole.length;
  const text = (sep ? `sep=${delimiter}${end}` : '') + whole.slice(0, cut);
  const label = people.labels[how.label % people.labels.length] ?? 'windows-1252';
  return {
    bytes: encoded(text, how.encoding, label),
    numbers,
    hidden: new Set(),
    ends: fault === 'cut' ? starts.filter((start) => start < cut).length - 1 : null,
    // A row that is cut short before its first filled cell is a blank line.
    gone: (index) =>
      (fault === 'cut' && cut <= (starts[index + 1] ?? whole.length)) ||
      (fault === 'short' && index === damaged && lines[(numbers[index] ?? 0) - 1]?.replace(/[\s";,|]/g, '') === ''),
  };
}

function encoded(text: string, encoding: string, label: string): Uint8Array {
  const mark = encoding.endsWith('mark') ? '\ufeff' : '';
  if (encoding.startsWith('utf-16le')) return Buffer.from(mark + text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  // A broken letter is none in an encoding in which every byte is a letter.
  return encoding.startsWith('utf-8') || text.includes('\ufffd') ? Buffer.from(mark + text) : bytesIn(text, label);
}

const bookHow = fc.record({
  shared: fc.boolean(),
  references: fc.boolean(),
  merged: fc.boolean(),
  hidden: fc.nat({ max: 12 }),
  other: fc.boolean(),
});

function asWorkbook(made: List, how: typeof bookHow extends fc.Arbitrary<infer T> ? T : never): Written {
  const { people, order, titles, blank, fault, at, column } = made;
  const damaged = at % people.rows.length;
  const strings: string[] = [];
  const plain = (text: string): string => {
    if (text === '') return '<c/>';
    if (!how.shared) return words(text);
    strings.push(`<si><t>${text.replaceAll('&', '&amp;')}</t></si>`);
    return `<c t="s"><v>${strings.length - 1}</v></c>`;
  };
  const day = (text: string): string => `<c s="1"><v>${(Date.parse(`${text}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000}</v></c>`;
  const departmentAt = order.indexOf('Department');
  const merges: string[] = [];
  let number = titles + 1;
  let rows =
    Array.from({ length: titles }, (_, title) => row([plain(`Staff list ${title}`)], `r="${title + 1}"`)).join('') +
    row(order.map(plain), `r="${number}"`);
  const numbers: number[] = [];
  const hidden = new Set<number>();
  const open = { from: 0, department: '' };
  const close = (last: number): void => {
    if (last > open.from && open.from > 0)
      merges.push(`<mergeCell ref="${letter(departmentAt)}${open.from}:${letter(departmentAt)}${last}"/>`);
  };
  for (const [index, one] of people.rows.entries()) {
    const isBlank = index === blank;
    number += isBlank ? 2 : 1;
    const spread = how.merged && !isBlank && open.department === one.Department && fault === 'none';
    if (!spread) {
      close(number - (isBlank ? 2 : 1));
      Object.assign(open, { from: number, department: one.Department });
    }
    const cells = order.map((name) => {
      if (name === 'Department' && spread) return '<c/>';
      if (index !== damaged || name !== column) return name === 'Hire date' ? day(one[name]) : plain(one[name]);
      if (fault === 'formula') return '<c><f>A1</f><v></v></c>';
      if (fault === 'entity') return `<c t="inlineStr"><is><t>${one[name].replaceAll('&', '&amp;')}&nbsp;</t></is></c>`;
      if (fault === 'error') return '<c t="e"><v>#REF!</v></c>';
      return plain(shown(fault, one[name]) ?? one[name]);
    });
    const isHidden = index === how.hidden;
    if (isHidden) hidden.add(number);
    rows += row(cells, `${how.references || isBlank || index === 0 ? `r="${number}"` : ''}${isHidden ? ' hidden="true"' : ''}`);
    numbers.push(number);
  }
  close(number);
  const after = merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : '';
  const others = how.other
    ? [
        { name: 'Read me', rows: row(['Fill in the list']) },
        { name: 'Lists', state: 'hidden' as const, rows: row([...columns]) + row(['Nobody At All', 'sales-manager']) },
      ]
    : [];
  const bytes = workbookBytes({ sheets: [...others, { rows, after }], strings: strings.join(''), formats: ['dd.mm.yyyy'] });
  return { bytes, numbers, hidden, ends: null, gone: () => false };
}

const letter = (column: number): string => String.fromCharCode(65 + column);

const options = { numRuns: runs, seed: Number(seed), includeErrorInReport: true };
const limit = 60_000 + runs * 200;

test(
  'a list as CSV is made rightly, or refused with a place, row by row',
  () =>
    fc.assert(
      fc.asyncProperty(list, csvHow, async (made, how) => {
        const written = asCsv(made, how);
        check(await readList(written.bytes, 'people.csv'), made, written);
      }),
      options,
    ),
  limit,
);

test(
  'a list as a workbook is made rightly, or refused with a place, row by row',
  () =>
    fc.assert(
      fc.asyncProperty(list, bookHow, async (made, how) => {
        const written = asWorkbook(made, how);
        check(await readList(written.bytes, 'people.xlsx'), made, written);
      }),
      options,
    ),
  limit,
);
