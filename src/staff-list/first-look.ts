/** What only the whole list tells: in which order its dates are written, and which personnel numbers several people have. */
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { samePerson } from '../organisation/same-person.js';
import type { PersonName } from '../person/person.generated.js';
import { folded } from './columns.js';
import type { ColumnWords, Columns, Field } from './columns.js';
import { dateColumn, openEvidence } from './date-column.js';
import type { DateColumn } from './date-column.js';
import type { DateOrder } from './dates.js';
import { nameParts } from './full-name.js';
import { textOf } from './sheet.js';
import type { Cell, Sheet } from './sheet.js';

export const dateFields = ['hireDate', 'contractEnd'] as const satisfies readonly Field[];
export type DateField = (typeof dateFields)[number];

export interface FirstLook {
  readonly dates: ReadonlyMap<Field, DateColumn>;
  /** Columns of dates in which nothing tells whether the day or the month comes first, each with the first row of such a date. */
  readonly assumed: readonly { readonly at: number; readonly row: number }[];
  /** Columns of dates with one that can only be read in the order that the country does not use, with the first row of such a date. */
  readonly otherwise: readonly { readonly at: number; readonly row: number; readonly order: 'dmy' | 'mdy' }[];
  /** Rows in which no column that is read has anything: totals, signatures, notes. */
  readonly nobody: readonly number[];
  /** The rows of a number that different people have. */
  rowsOf(number: string): readonly number[];
}

export interface FirstLookOptions {
  readonly words: ColumnWords;
  readonly locale: Locale;
  readonly jurisdiction: JurisdictionId;
  readonly dateOrder: DateOrder | null;
}

/** Goes through the list once and keeps of it what is said above, and one name for each number. */
export async function firstLook(sheet: Sheet, columns: Columns, options: FirstLookOptions): Promise<FirstLook> {
  const { words, locale, jurisdiction, dateOrder: chosen } = options;
  const facts = { words: words.values, ...(sheet.from1904 !== undefined && { from1904: sheet.from1904 }) };
  const known = dateFields.flatMap((field) => {
    const at = columns.known.get(field);
    return at === undefined ? [] : [{ field, at, evidence: openEvidence(facts) }];
  });
  // Days of birth and others show how the list writes dates as well.
  const own = [...columns.custom.values()].map((at) => ({ field: null, at, evidence: openEvidence(facts) }));
  const numberAt = columns.known.get('personnelNumber');
  const holders = new Map<string, { readonly name: PersonName; readonly row: number }>();
  const shared = new Map<string, number[]>();

  const nobody: number[] = [];
  for await (const { cells, number: row } of sheet.rows) {
    if (!saysAnything(cells, columns, words)) nobody.push(row);
    for (const { at, evidence } of known) evidence.add(cells[at], row);
    for (const { at, evidence } of own) if (hasLongYear(cells[at])) evidence.add(cells[at], row);
    const number = numberAt === undefined ? '' : textOf(cells[numberAt]);
    const name = number === '' ? null : nameIn(cells, columns, locale);
    if (name === null) continue;
    const first = holders.get(number);
    if (!first) holders.set(number, { name, row });
    else if (!samePerson(first.name, name)) shared.set(number, [...(shared.get(number) ?? [first.row]), row]);
  }
  const all = [...known, ...own];
  const [usual, other] = jurisdiction === 'us' ? (['mdy', 'dmy'] as const) : (['dmy', 'mdy'] as const);
  const isTold = all.some(({ evidence: { against } }) => against.dmy !== null || against.mdy !== null);
  return {
    assumed: chosen !== null || isTold ? [] : known.flatMap(({ at, evidence: { ambiguous: row } }) => (row === null ? [] : [{ at, row }])),
    // Where other dates could be read in both ways, they are told to be unclear, and that row with them.
    otherwise:
      chosen !== null
        ? []
        : known.flatMap(({ at, evidence: { only, against, ambiguous } }) => {
            const row = only[other];
            return row === null || (ambiguous !== null && against[usual] !== null) ? [] : [{ at, row, order: other }];
          }),
    nobody,
    rowsOf: (number) => shared.get(number) ?? [],
    dates: new Map(
      known.map(({ field, evidence }) => {
        const others = all.filter((one) => one.evidence !== evidence).map((one) => one.evidence.against);
        return [field, dateColumn({ facts, jurisdiction, chosen, own: evidence.against, others })];
      }),
    ),
  };
}

/** Whether any column that is read has something in a row, other than a total below the list. */
export const saysAnything = (cells: readonly Cell[], { known }: Columns, { values: { totals } }: ColumnWords): boolean =>
  [...known.values()].some((at) => textOf(cells[at]) !== '') && !isTotal(cells, known, totals);

/** “Total” in the place of a name, and no post: what stands beside it is a count. */
function isTotal(cells: readonly Cell[], known: Columns['known'], totals: readonly string[]): boolean {
  const said = (field: Field): string => {
    const at = known.get(field);
    return at === undefined ? '' : folded(textOf(cells[at]));
  };
  return said('role') === '' && totals.some((word) => [said('name'), said('last')].includes(folded(word)));
}

/** Figures with two for a year may be anything in a column of which nobody knows what it holds. */
const hasLongYear = (cell: Cell | undefined): boolean => typeof cell === 'string' && /(?<!\d)\d{4}(?!\d)/.test(cell);

/** The name in a row, in parts; null where nobody can tell them. */
function nameIn(cells: readonly Cell[], { known }: Columns, locale: Locale): PersonName | null {
  const text = (field: Field): string => {
    const at = known.get(field);
    return at === undefined ? '' : textOf(cells[at]);
  };
  const last = text('last');
  if (last === '') return nameParts(text('name'), locale);
  const parts = (['first', 'middle', 'particle', 'initials'] as const).map((part) => [part, text(part)] as const);
  return { last, ...Object.fromEntries(parts.filter(([, written]) => written !== '')) };
}
