/** One row, one person: what a row of a staff list says, or what is wrong with it and in which column. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { nearest } from '../diagnostic/nearest.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Colleague, Person, PersonName } from '../person/person.generated.js';
import type { Text } from '../role/role.generated.js';
import { isEmail, languageIn, meaningOf, monthsIn } from './cells.js';
import { folded } from './columns.js';
import type { ColumnWords, Columns, Field } from './columns.js';
import { partedName } from '../language/name-titles.js';
import { dateColumn, silent } from './date-column.js';
import type { DateField, FirstLook } from './first-look.js';
import { genderOf, nameParts, noFirstName } from './full-name.js';
import { lossesIn } from './losses.js';
import type { RoleFound } from './role-titles.js';
import { columnLetters, textOf } from './sheet.js';
import type { Cell, Sheet, SheetRow } from './sheet.js';
import { hoursIn, shareIn, workDaysIn } from './work-time.js';

export interface PersonRow {
  /** The row as people see it. */
  row: number;
  person: Person;
  /** The id of the role. */
  role: string;
  /** The language of the documents; null for the languages of the role and the organisation. */
  locale: Locale | null;
}

export interface RowReading {
  /** Null when there is any error. */
  read: PersonRow | null;
  diagnostics: Diagnostic[];
}

/** What rows are read against. */
export interface Staff {
  words: ColumnWords;
  roleOf(title: string): RoleFound;
  /** What the whole list says; without it each row stands alone. */
  look?: FirstLook;
  /** The role of everybody whose row names none. */
  role: string | null;
  organisation: Organisation | null;
  /** What is known of a position by its id in the structure, where there is one; null where the position is not there. */
  position?(id: string): { readonly role: string | undefined; readonly department: string | undefined } | null;
  jurisdiction: JurisdictionId;
  /** The language in which names are written when the row does not tell. */
  locale: Locale;
}

/** Characters of one cell that a document would print. */
const longest = { name: 100, number: 40, text: 300, quoted: 60 };

// Control characters and marks that change the direction of text have no business in a staff list.
const unprintable = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export function readPerson(row: SheetRow, sheet: Sheet, columns: Columns, staff: Staff): RowReading {
  const { cells, number: rowNumber } = row;
  const lost = lossesIn(row, sheet, columns);
  const diagnostics: Diagnostic[] = [...lost.diagnostics];
  const cell = (field: Field) => {
    const at = columns.known.get(field);
    return at === undefined ? undefined : cells[at];
  };
  const written = (field: Field): string => textOf(cell(field));

  function report(code: string, field: Field, args: Diagnostic['args'] = {}, severity: Diagnostic['severity'] = 'error'): null {
    if (lost.fields.has(field)) return null;
    const at = columns.known.get(field) ?? 0;
    const column = textOf(sheet.headings.cells[at]);
    const value = written(field).slice(0, longest.quoted);
    diagnostics.push(diagnostic(code, { column, value, ...args }, placeOf(sheet, rowNumber, at), severity));
    return null;
  }

  function short(field: Field, limit: number): string | null {
    const text = written(field);
    if (text === '') return null;
    if (unprintable.test(text)) return report('cell-unprintable', field);
    if (text.length > limit) return report('cell-too-long', field, { limit, length: text.length });
    return text;
  }

  function date(field: DateField): string | null {
    const text = written(field);
    // SAP and others write a term without an end so.
    if (isNothing(text) || (field === 'contractEnd' && /(?:^|\D)9999(?:\D|$)/.test(text))) return null;
    const found = (staff.look?.dates.get(field) ?? alone(staff))(cell(field));
    if (found && 'day' in found) return found.day;
    return found ? report('cell-date-unclear', field, { row: found.unclear }) : report('cell-not-date', field);
  }

  function personnelNumber(): string | null {
    if (isNothing(written('personnelNumber'))) return null;
    const number = short('personnelNumber', longest.number);
    const others = staff.look?.rowsOf(written('personnelNumber')).filter((row) => row !== rowNumber) ?? [];
    // Whose number it is only HR can know: no paper has it, and calendars are told apart by something else.
    return number === null || others.length === 0
      ? number
      : report('cell-number-shared', 'personnelNumber', { rows: inShort(others) }, 'warning');
  }

  function email(field: Field): string | null {
    const text = short(field, longest.text);
    if (text === null) return null;
    return isEmail(text) ? text : report('cell-not-email', field);
  }

  function name(field: 'name' | 'manager' | 'mentor', language: Locale): PersonName | null {
    const text = short(field, longest.name * 3);
    if (text === null) return null;
    return nameParts(text, language) ?? report('cell-name-unclear', field);
  }

  function ownName(language: Locale): PersonName | null {
    const surname = short('last', longest.name);
    if (surname === null)
      return written('name') === '' ? report('cell-missing', columns.known.has('name') ? 'name' : 'last') : name('name', language);
    const parts = Object.fromEntries(
      (['first', 'middle', 'particle', 'initials'] as const).flatMap((part) => {
        const text = short(part, longest.name);
        return text === null || noFirstName.test(text) ? [] : [[part, text]];
      }),
    );
    const { name: last, title, suffix } = partedName(surname);
    const titles = { ...(title !== null && { title }), ...(suffix !== null && { suffix }) };
    return 'first' in parts || 'initials' in parts || noFirstName.test(written('first'))
      ? { last, ...parts, ...titles }
      : report('cell-missing', columns.known.has('first') ? 'first' : 'last');
  }

  function colleague(who: 'manager' | 'mentor', language: Locale): Colleague | null {
    const found = name(who, language);
    const post = short(`${who}Post`, longest.text);
    const address = email(`${who}Email`);
    return found && { name: found, ...(post !== null && { post }), ...(address !== null && { email: address }) };
  }

  function role(known: { readonly role: string | undefined } | null): string | null {
    const text = short('role', longest.text);
    if (text === null) return known?.role ?? staff.role ?? roleless();
    const found = staff.roleOf(text);
    if ('id' in found) return found.id;
    // Several roles may go by one synonym; which of them is meant the row must say.
    if ('several' in found) return report('cell-role-unclear', 'role', { known: found.several.join(', ') });
    const title = isAbout(text) ? '' : text.slice(0, longest.quoted);
    return report('cell-unknown-role', 'role', { title, nearest: found.nearest.join(', '), id: found.nearest[0] ?? '' });
  }

  /** A position that the structure does not know or has no role for is another matter than an empty cell. */
  function roleless(): null {
    const position = written('position');
    if (position === '' || columns.known.has('role')) return report('cell-missing', columns.known.has('role') ? 'role' : 'position');
    return report('cell-position-roleless', 'position', { position: position.slice(0, longest.quoted) });
  }

  /** Whether a title may say who the person is, as where the column of names was taken for that of roles. */
  const isAbout = (title: string): boolean =>
    title.includes('@') ||
    [written('name'), written('last'), written('personnelNumber')].some((text) => text !== '' && title.includes(text));

  function department(): string | null {
    const text = short('department', longest.text);
    const known = staff.organisation?.departments ?? [];
    if (text === null || known.length === 0) return text;
    const found = known.find(({ id, name: title }) => id === text || wordings(title).some((one) => folded(one) === folded(text)));
    if (found) return found.id;
    report(
      'cell-unknown-department',
      'department',
      {
        nearest: nearest(
          text,
          known.flatMap((one) => [one.id, ...wordings(one.name)]),
        ),
      },
      'warning',
    );
    return text;
  }

  function language(): Locale | null {
    if (written('language') === '') return null;
    return languageIn(cell('language'), staff.words) ?? report('cell-unknown-language', 'language');
  }

  /** A last day alone tells that there is a term. */
  function contract(hireDate: string | null): Person['contract'] | null {
    const kind = written('contract') === '' ? null : meaningOf(cell('contract'), staff.words.values.contract);
    if (written('contract') !== '' && kind === null) return report('cell-unknown-contract', 'contract');
    const endDate = date('contractEnd');
    if (endDate === null) return kind && { kind };
    if (kind === 'indefinite' || (hireDate !== null && endDate < hireDate)) return report('cell-contract-end', 'contractEnd');
    return { kind: kind ?? 'fixed-term', endDate };
  }

  function probation(): Person['probation'] | null {
    if (written('probation') === '') return null;
    const months = monthsIn(cell('probation'), staff.words);
    return months === null ? report('cell-not-months', 'probation') : { months };
  }

  /** What of the week is the person’s own. */
  function facts(): Person['facts'] | null {
    const [hours, fte, days] = [
      measure('hours', hoursIn, 'cell-not-hours'),
      measure('fte', shareIn, 'cell-not-share'),
      measure('workDays', workDaysIn, 'cell-not-days'),
    ];
    if (hours === null && fte === null && days === null) return null;
    return { ...(hours !== null && { hours }), ...(fte !== null && { fte }), ...(days !== null && { days }) };
  }

  function measure<T>(field: Field, read: (cell: Cell | undefined, words: ColumnWords) => T | null, code: string): T | null {
    return isNothing(written(field)) ? null : (read(cell(field), staff.words) ?? report(code, field));
  }

  function gender(named: PersonName | null): Person['gender'] {
    if (written('gender') === '') return (named && genderOf(named)) ?? 'unspecified';
    return meaningOf(cell('gender'), staff.words.values.gender) ?? report('cell-unknown-gender', 'gender') ?? 'unspecified';
  }

  function custom(): Record<string, string> {
    return Object.fromEntries(
      [...columns.custom].map(([key, at]) => [
        key,
        (row.faults?.has(at) === true ? '' : textOf(cells[at])).replace(new RegExp(unprintable, 'gu'), '').slice(0, longest.text),
      ]),
    );
  }

  const locale = language();
  const spoken = locale ?? staff.locale;
  const named = ownName(spoken);
  const position = short('position', longest.number);
  const place = position === null ? null : (staff.position?.(position) ?? null);
  const roleId = role(place);
  const genitive = short('genitive', longest.name * 3);
  const hireDate = date('hireDate');
  const optional = {
    nameForms: genitive === null ? null : { full: { genitive } },
    personnelNumber: personnelNumber(),
    position,
    department: department() ?? place?.department ?? null,
    hireDate,
    contract: contract(hireDate),
    probation: probation(),
    facts: facts(),
    email: email('email'),
    manager: colleague('manager', spoken),
    mentor: colleague('mentor', spoken),
  };
  const sex = gender(named);
  if (diagnostics.some((one) => one.severity === 'error') || named === null || roleId === null) return { read: null, diagnostics };
  const known = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)) as Partial<Person>;
  const own = custom();
  const person: Person = {
    name: named,
    ...(sex && { gender: sex }),
    ...(locale && { language: locale }),
    ...known,
    ...(Object.keys(own).length > 0 && { custom: own }),
  };
  return { read: { row: rowNumber, person, role: roleId, locale }, diagnostics };
}

/** Dashes stand in cells that are left empty on purpose. */
const isNothing = (text: string): boolean => /^[-–—.\s]*$/u.test(text);

const alone = ({ words, jurisdiction }: Staff): ReturnType<typeof dateColumn> =>
  dateColumn({ facts: { words: words.values }, jurisdiction, chosen: null, own: silent, others: [] });

/** The first rows of many. */
const inShort = (rows: readonly number[]): string => `${rows.slice(0, 5).join(', ')}${rows.length > 5 ? ' …' : ''}`;

const wordings = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** Where a cell is: the row as a line, and its name as spreadsheets show it, such as `Staff!C12`. */
function placeOf(sheet: Sheet, row: number, column: number): Required<Pick<Place, 'file' | 'line' | 'column' | 'path'>> {
  const name = `${columnLetters(column)}${row}`;
  return { file: sheet.file, line: row, column: column + 1, path: sheet.name === null ? name : `${sheet.name}!${name}` };
}
