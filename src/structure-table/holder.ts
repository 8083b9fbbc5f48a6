/** Who holds a position, as a row has it: the name in one cell or several, number, address, days, part of a unit. */
import { isEmail, languageIn, meaningOf } from '../staff-list/cells.js';
import type { ColumnWords } from '../staff-list/columns.js';
import { genderOf, nameParts } from '../staff-list/full-name.js';
import { textOf } from '../staff-list/sheet.js';
import type { SheetRow } from '../staff-list/sheet.js';
import type { PersonName } from '../person/person.generated.js';
import type { Holder } from '../structure/structure.generated.js';
import { decimalIn, partIn, rounded, unitsIn } from './amounts.js';
import { longest } from './table.js';
import type { DateField, Table } from './table.js';
import { isOneOf, wordsOf } from './words.js';

export interface TableHolder {
  readonly name: PersonName;
  readonly row: number;
  readonly holder: Omit<Holder, 'name'>;
  /** What stood in brackets behind the name. */
  readonly remark: string | null;
}

export interface HolderReading {
  readonly holders: readonly TableHolder[];
  /** Units of the row that the table says nobody holds. */
  readonly vacant: number;
}

const nobody: HolderReading = { holders: [], vacant: 0 };

/** Null for somebody who has left. `day` is that for which holders are asked, where it is known. */
export function holdersIn(row: SheetRow, table: Table, values: ColumnWords['values'], day: string | null): HolderReading | null {
  const until = dateOf(row, 'leaveDate', table);
  const status = table.text(row, 'status');
  const hasLeft = isOneOf(status, table.words.values.left) || isOneOf(table.text(row, 'leaveDate'), table.words.values.yes);
  if (hasLeft || (until !== null && day !== null && until < day)) return null;
  const part = partOf(row, table);
  // A row of half a unit with one name is somebody for half a unit.
  const partOfUnits = unitsIn(table.cell(row, 'units'));
  if (isVacant(row, table)) return { holders: [], vacant: part ?? 1 };
  if (!hasPerson(row, table)) return nobody;
  const written = namesOf(row, table);
  const common = commonOf(row, table, values, until);
  const single = written.length === 1;
  // «Отпуск по уходу за ребёнком»: since when, the table does not say.
  const state = status === '' || isOneOf(status, table.words.values.there) ? null : table.fitting(status, row, 'status', longest.text);
  return {
    holders: written.flatMap(({ name, remark, part: own }) => {
      if (!name) return [];
      const gender = common.gender ?? genderOf(name);
      const fte = own ?? (single ? (part ?? partOfUnits) : null);
      const { number, email, from } = common;
      return [
        {
          name,
          row: row.number,
          remark: [remark, state].filter((one) => one !== null).join('; ') || null,
          holder: {
            ...(gender && gender !== 'unspecified' && { gender }),
            ...(single && number !== null && { personnelNumber: number }),
            ...(single && email !== null && { email }),
            ...(common.language && { language: common.language }),
            ...(fte !== null && fte < 1 && { fte }),
            ...(from !== null && { from }),
            ...(until !== null && { until }),
          },
        },
      ];
    }),
    vacant: written.filter((one) => one.vacant).length,
  };
}

export const hasPerson = (row: SheetRow, table: Table): boolean =>
  (['name', 'last', 'personnelNumber'] as const).some((field) => table.text(row, field) !== '');

export const isVacant = (row: SheetRow, table: Table): boolean => {
  const { vacant, yes } = table.words.values;
  const name = table.text(row, 'name') || table.text(row, 'last');
  return (
    isVacantName(name, vacant) || (name === '' && (isOneOf(table.text(row, 'vacancy'), yes) || isOneOf(table.text(row, 'status'), vacant)))
  );
};

const isVacantName = (name: string, vacant: readonly string[]): boolean =>
  isOneOf(name, vacant) || (name !== '' && wordsOf(name).length <= 4 && isOneOf(wordsOf(name)[0] ?? '', vacant) && !name.includes('.'));

interface Written {
  readonly name: PersonName | null;
  readonly remark: string | null;
  readonly part: number | null;
  readonly vacant: boolean;
}

function namesOf(row: SheetRow, table: Table): Written[] {
  const one = (name: PersonName | null): Written => ({ name, remark: null, part: null, vacant: false });
  if (table.text(row, 'last') !== '') return [one(inParts(row, table))];
  const cell = table.cell(row, 'name');
  if (table.text(row, 'name') === '') return [one(table.report('cell-missing', row.number, table.has('name') ? 'name' : 'last'))];
  // Several people in one cell stand below each other or behind semicolons.
  const pieces = String(cell ?? '')
    .split(/[\n\r;]+/)
    .map((piece) => textOf(piece))
    .filter((piece) => piece !== '');
  return pieces.map((piece) => {
    if (isVacantName(piece, table.words.values.vacant)) return { ...one(null), vacant: true };
    if (table.fitting(piece, row, 'name', longest.name * 3) === null) return one(null);
    // A bracket at the end is a remark; one within the name, “J.P. (Jan) de Vries”, holds a call name.
    const [, plain = piece, remark] = /^([^(]*?)\s*(?:\(([^()]*)\)\s*)?$/u.exec(piece) ?? [];
    const part = remark === undefined ? null : partIn(remark, false);
    const name = plain === '' ? null : fitting(nameParts(plain, table.language));
    if (!name) return one(table.report('cell-name-unclear', row.number, 'name'));
    return { name, part, remark: part === null && remark ? remark : null, vacant: false };
  });
}

const fitting = (name: PersonName | null): PersonName | null =>
  name && Object.values(name).every((part) => typeof part === 'string' && part.length <= longest.name) ? name : null;

function inParts(row: SheetRow, table: Table): PersonName | null {
  const last = table.short(row, 'last', longest.name);
  if (last === null) return null;
  const parts = Object.fromEntries(
    (['first', 'middle', 'particle', 'initials'] as const).flatMap((field) => {
      const text = table.short(row, field, longest.name);
      return text === null ? [] : [[field, text]];
    }),
  );
  if ('first' in parts || 'initials' in parts) return { last, ...parts };
  // «Иванова А. П.» under «Фамилия» is a name as good as another.
  return fitting(nameParts(last, table.language)) ?? table.report('cell-missing', row.number, table.has('first') ? 'first' : 'last');
}

function commonOf(row: SheetRow, table: Table, values: ColumnWords['values'], until: string | null) {
  const number = table.short(row, 'personnelNumber', longest.number);
  const address = table.short(row, 'email');
  const email = address !== null && !isEmail(address) ? table.report('cell-not-email', row.number, 'email') : address;
  const gender = meaningOf(table.cell(row, 'gender'), values.gender);
  const written = table.text(row, 'language');
  const language = written === '' ? null : languageIn(table.cell(row, 'language'), { values } as ColumnWords);
  if (written !== '' && language === null) table.report('cell-unknown-language', row.number, 'language', {}, 'warning');
  const from = dateOf(row, 'positionStart', table) ?? dateOf(row, 'hireDate', table);
  if (from !== null && until !== null && until < from) table.report('until-before-from', row.number, 'leaveDate', { from, until });
  return { number, email, gender, language, from };
}

function dateOf(row: SheetRow, field: DateField, table: Table): string | null {
  const text = table.text(row, field);
  if (text === '' || /^[-–—]+$/.test(text) || (field === 'leaveDate' && isOneOf(text, table.words.values.yes))) return null;
  const found = table.day(row, field);
  if (found && 'day' in found) return found.day;
  return found
    ? table.report('cell-date-unclear', row.number, field, { row: found.unclear })
    : table.report('cell-not-date', row.number, field);
}

/** Which part of a full-time unit the row is: as it says, or hours of the week by those of full time. */
function partOf(row: SheetRow, table: Table): number | null {
  if (table.text(row, 'fte') !== '') {
    const heading = table.headings.names[table.headings.columns.get('fte') ?? -1] ?? '';
    const amount = partIn(table.cell(row, 'fte'), false);
    const inHundredths = heading.includes('%') || /percentage/i.test(heading) || amount === null || amount > 2;
    return partIn(table.cell(row, 'fte'), inHundredths) ?? table.report('cell-not-units', row.number, 'fte');
  }
  const [hours, full] = [decimalIn(table.text(row, 'hours')), decimalIn(table.text(row, 'fullHours'))];
  return hours !== null && full !== null && hours > 0 && hours <= full ? rounded(hours / full) : null;
}
