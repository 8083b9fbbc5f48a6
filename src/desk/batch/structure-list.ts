/** Those who hold positions with a role as a staff list: a row for each of them, in the order of the structure. */
import { basename } from 'node:path';
import type { Locale } from '../../document/document.js';
import type { JurisdictionId } from '../../law/jurisdiction.js';
import type { Names, Person, PersonName } from '../../person/person.generated.js';
import type { ColumnWords, Field } from '../../staff-list/columns.js';
import type { RowReading } from '../../staff-list/people.js';
import type { SheetRow } from '../../staff-list/sheet.js';
import { peopleOf } from '../../structure/people.js';
import type { Day } from '../../structure/holders.js';
import type { StructureFile } from '../structure-file.js';
import type { StaffList } from './list.js';

/** Columns of the rows that came to nothing: with them they are a staff list that can be mended and run again. */
const written = [
  ...(['position', 'role', 'last', 'first', 'middle', 'particle', 'initials', 'gender'] as const),
  ...(['personnelNumber', 'department', 'hireDate', 'email', 'language'] as const),
] satisfies readonly Field[];

interface Held {
  readonly person: Person;
  readonly role: string;
}

export interface StructureListOptions {
  readonly words: ColumnWords;
  readonly locale: Locale;
  readonly jurisdiction: JurisdictionId;
  readonly day: Day;
}

/** The list of a structure; its rows are counted from 1. */
export function structureList({ lines, file }: StructureFile, { words, locale, jurisdiction, day }: StructureListOptions): StaffList {
  const held = [...lines.places.values()].flatMap(({ id, position: { role } }): Held[] =>
    role === undefined ? [] : peopleOf(lines, id, day).map((person) => ({ person, role })),
  );
  const rows = held.map(
    ({ person, role }, at): SheetRow => ({ number: at + 1, cells: written.map((field) => cellOf(field, person, role)) }),
  );
  const known = new Map<Field, number>(written.map((field, at) => [field, at]));
  const headings = written.map((field) => words.columns[field][locale][0] ?? field);
  return {
    name: basename(file.path),
    sheet: {
      file: file.path,
      name: null,
      delimiter: null,
      headings: { number: 0, cells: headings },
      rows: { [Symbol.asyncIterator]: () => oneByOne(rows) },
    },
    columns: { known, custom: new Map() },
    locale,
    jurisdiction,
    read({ number }): RowReading {
      const one = held[number - 1];
      if (!one) throw new Error(`no row ${number}`);
      return { read: { row: number, person: one.person, role: one.role, locale: one.person.language ?? null }, diagnostics: [] };
    },
    reasonHeading: (language) => words.columns.reason[language][0] ?? '',
  };
}

async function* oneByOne(rows: readonly SheetRow[]): AsyncGenerator<SheetRow> {
  yield* rows;
}

function cellOf(field: (typeof written)[number], person: Person, role: string): string {
  switch (field) {
    case 'role':
      return role;
    case 'last':
    case 'first':
    case 'middle':
    case 'particle':
    case 'initials':
      return partsOf(person.name)[field] ?? '';
    case 'department':
      return typeof person.department === 'string' ? person.department : '';
    default:
      return person[field] ?? '';
  }
}

const partsOf = (name: Names): PersonName => ('last' in name ? name : (name.ru ?? name.en ?? name.nl ?? { last: '' }));
