/** The rows of a table one by one: positions and people, headings of departments, totals, and what stands below the table. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { folded } from '../staff-list/columns.js';
import type { ColumnWords } from '../staff-list/columns.js';
import { isNumbering } from '../staff-list/heading-row.js';
import type { SheetRow } from '../staff-list/sheet.js';
import type { Money } from '../role/role.generated.js';
import { isActing, postHeld } from './acting.js';
import { amountIn, payIn, payOf, rounded, termsIn, unitsIn } from './amounts.js';
import type { PayTerms } from './amounts.js';
import { departmentsOf } from './departments.js';
import type { Departments } from './departments.js';
import { hasPerson, holdersIn, isVacant } from './holder.js';
import type { TableHolder } from './holder.js';
import { mergedRows } from './merged-rows.js';
import { codeIn, headingIn, isContinuation, isFoot, numberedName, repeatsDepartments, totalIn } from './row-sorts.js';
import type { Heading } from './row-sorts.js';
import { longest } from './table.js';
import type { Table } from './table.js';
import { departmentWording, plainWording, withoutGrade } from './wording.js';
import { hasPhrase } from './words.js';
import type { Field } from './words.js';

/** What a row says of a position, before it is known which rows are one. */
export interface Entry {
  readonly row: number;
  readonly department: number | null;
  readonly title: string;
  readonly grade: string | null;
  /** Null where the table does not say. */
  readonly units: number | null;
  readonly pay: Money | null;
  readonly place: string | null;
  readonly code: string | null;
  readonly note: string | null;
  /** Whether those who hold it stand in. */
  readonly acting: boolean;
  readonly holders: readonly TableHolder[];
  /** Units of the row that nobody holds, as far as it says. */
  readonly vacant: number;
  /** What is said of the superior, by the columns that say it. */
  readonly superiors: readonly SuperiorCell[];
}

export interface SuperiorCell {
  readonly field: Field;
  readonly text: string;
}

/** A total, and how many of the entries stand above it. */
export interface Total {
  readonly row: number;
  readonly column: number;
  readonly units: number;
  /** Null for one whose words name no department. */
  readonly department: number | null;
  /** The department that was open. */
  readonly current: number | null;
  readonly entries: number;
}

export interface Entries {
  readonly list: readonly Entry[];
  readonly departments: Departments;
  readonly totals: readonly Total[];
  /** Rows of people who have left. */
  readonly left: readonly number[];
  /** Rows that are in no sum, since they could not be read: how many entries stand before each, and its department. */
  readonly gaps: readonly { readonly entries: number; readonly department: number | null }[];
}

/** Positions and departments of one table; a structure may have twice as many. */
export const mostPositions = 10_000;
const mostDepartments = 5000;

const superiorFields = ['superiorPosition', 'superiorNumber', 'superiorEmail', 'superior', 'superiorName', 'superiorTitle'] as const;

export function entriesOf(table: Table, values: ColumnWords['values'], day: string | null): Entries {
  const { grid, headings, words } = table;
  const departments = departmentsOf(words, table.language === 'ru');
  const list: Entry[] = [];
  const totals: Total[] = [];
  const left: number[] = [];
  // What stands right of all that is read would only be gone through.
  const width = Math.max(...headings.columns.values()) + 1;
  const rows = grid.rows.slice(headings.firstRow).map(({ number, cells }) => ({ number, cells: cells.slice(0, width) }));
  const { spread, oneUnit } = mergedRows(rows, table);
  const statesEach = repeatsDepartments(rows, table);
  const terms = payTermsOf(table);
  let current: number | null = null;
  const gaps: { entries: number; department: number | null }[] = [];
  const byTitle = new Map<string, number>();
  /** What there is a position of at least. */
  const kinds = new Set<string>();
  /** Departments that something stands in. */
  const filled = new Set<number>();
  let ended = false;
  /** Of the last row that was read as a position or a person. */
  let lastRow = 0;
  const lastAt = rows.findLastIndex((row) => table.text(row, 'title') !== '' && (!table.has('units') || hasUnits(row)));

  for (const [at, row] of rows.entries()) {
    if (headings.isHeading(row) || isNumbering(row)) continue;
    const total = totalIn(row, table);
    if (total !== null) addTotal(row, total);
    // Behind the last position stand signatures, which look like positions without units.
    ended ||= at > lastAt && (total !== null || isFoot(row, table));
    if (total !== null || ended) continue;
    const title = table.text(row, 'title');
    const isMore = oneUnit(at) ? hasPerson(row, table) || isVacant(row, table) : isContinuation(row, table);
    if (title === '' && isMore && row.number === lastRow + 1) {
      lastRow = row.number;
      continueEntry(row);
      continue;
    }
    if (title === '' && at > lastAt && table.has('units') && !hasUnits(row)) continue;
    const heading = headingIn(row, table, rows[at + 1]);
    if (heading) {
      current = openDepartment(row, heading);
      continue;
    }
    const whole = spread[at] ?? row;
    current = departmentOf(whole);
    lastRow = row.number;
    const entry = entryIn(whole, table.text(whole, 'title'));
    if (entry) add(entry);
  }
  return { list, departments, totals, left, gaps };

  /** A position and somebody who stands in there are one, whichever row comes first. */
  function add(entry: Entry): void {
    const key = `${folded(entry.title)} ${entry.department ?? ''} ${entry.code ?? ''}`;
    const at = byTitle.get(key);
    const before = at === undefined ? undefined : list[at];
    if (at === undefined || !before || before.acting === entry.acting) {
      byTitle.set(key, list.push(entry) - 1);
      if (entry.department !== null) filled.add(entry.department);
      kinds.add(entry.code ?? key);
      // Rows of one title may be one position: fewer than there are titles cannot come of it.
      if (kinds.size > mostPositions || departments.list.length > mostDepartments)
        throw new Refusal([diagnostic('table-too-long', { file: grid.file, limit: mostPositions }, { file: grid.file })]);
      return;
    }
    const [own, standIn] = entry.acting ? [before, entry] : [entry, before];
    list[at] = {
      ...own,
      superiors: own.superiors.length > 0 ? own.superiors : standIn.superiors,
      units: own.units ?? standIn.units,
      pay: own.pay ?? standIn.pay,
      holders: [...own.holders, ...standIn.holders],
    };
  }

  function hasUnits(row: SheetRow): boolean {
    return unitsIn(table.cell(row, 'units')) !== null;
  }

  function addTotal(row: SheetRow, said: string): void {
    if (hasPhrase(said, words.values.ofPage)) return;
    const column = headings.columns.get('units');
    const units = column === undefined ? null : unitsIn(row.cells[column]);
    const department = departments.ofTotal(said);
    if (column !== undefined && units !== null) totals.push({ row: row.number, column, units, department, current, entries: list.length });
    if (department === null) return;
    departments.close(department, insideOf(department, units));
    current = departments.list[department]?.parent ?? null;
  }

  /** A total of more than the department has itself is one of those below it as well. */
  function insideOf(department: number, units: number | null): number[] {
    const later = [...departments.list.keys()].filter((one) => one > department && departments.list[one]?.parent === null);
    const sum = (chosen: ReadonlySet<number>): number =>
      rounded(list.filter((one) => one.department !== null && chosen.has(one.department)).reduce((all, one) => all + (one.units ?? 0), 0));
    const own = departments.within(department);
    return units !== null && later.length > 0 && sum(own) !== units && sum(new Set([...own, ...later])) === units ? later : [];
  }

  function openDepartment(row: SheetRow, { name, code, column, indent }: Heading): number | null {
    const fits = table.fitting(name, row, 'department', longest.text);
    if (fits === null) return current;
    const at = departments.heading(
      { name: departmentWording(fits, table), code, row: row.number, column },
      indent,
      (one) => !filled.has(one),
    );
    const subtotal = headings.columns.get('units');
    const units = subtotal === undefined ? null : unitsIn(row.cells[subtotal]);
    if (subtotal !== undefined && units !== null)
      totals.push({ row: row.number, column: subtotal, units, department: at, current: at, entries: Infinity });
    return at;
  }

  function departmentOf(row: SheetRow): number | null {
    const names = (['division', 'department', 'team'] as const).flatMap((field) => {
      const text = table.short(row, field);
      return text === null ? [] : text.split(/\s+[>→»\\|]\s+/u).map((name) => ({ field, name: name.trim() }));
    });
    const code = codeIn(table.text(row, 'departmentCode'));
    if (names.length === 0) {
      if (code !== null && departments.byName(code) !== null) return departments.byName(code);
      if (!statesEach) return current;
      if (table.has('department')) table.report('cell-missing', row.number, 'department', {}, 'warning');
      return null;
    }
    const above = table.short(row, 'parentDepartment');
    const at = (field: Field): number => headings.columns.get(field) ?? 0;
    let parent: number | null = null;
    for (const [place, { field, name }] of names.entries()) {
      if (place > 0 && names[place - 1]?.name === name) continue;
      const numbered = numberedName(name);
      const naming = {
        name: departmentWording(numbered.name, table),
        code: place === names.length - 1 ? (code ?? numbered.code) : numbered.code,
        row: row.number,
        column: at(field),
      };
      if (place === 0 && above !== null && above !== name) {
        const higher = departments.named({
          name: departmentWording(above, table),
          code: null,
          row: row.number,
          column: at('parentDepartment'),
        });
        parent = departments.placed(naming, higher);
      } else parent = departments.named({ ...naming, parent, reason: place > 0 && names[place - 1]?.field === field ? 'path' : 'column' });
    }
    return parent;
  }

  function entryIn(row: SheetRow, title: string): Entry | null {
    const read = holdersIn(row, table, values, day);
    if (read === null) {
      left.push(row.number);
      return null;
    }
    if (title === '') {
      gaps.push({ entries: list.length, department: current });
      return table.report('cell-missing', row.number, 'title');
    }
    const whole = table.short(row, 'title');
    const units = unitsOf(row);
    if (whole === null) return null;
    const acting = isActing(whole, table);
    const held = acting ? postHeld(whole, table) : null;
    if (acting) table.report('table-acting', row.number, 'title', { post: held ?? '' }, 'warning');
    const { title: words, grade, code } = withoutGrade(held ?? whole, table);
    return {
      row: row.number,
      department: current,
      title: plainWording(words, table),
      grade: table.short(row, 'grade', longest.grade) ?? grade,
      units,
      pay: payOfRow(row),
      place: table.short(row, 'place'),
      code: table.short(row, 'positionCode', longest.number) ?? code,
      note: table.short(row, 'note', 1000),
      acting: held !== null,
      holders: held === null ? read.holders : read.holders.map((one) => ({ ...one, holder: { ...one.holder, acting: true } })),
      vacant: read.vacant,
      superiors: superiorFields.flatMap((field) => {
        const text = table.short(row, field);
        return text === null ? [] : [{ field, text }];
      }),
    };
  }

  function unitsOf(row: SheetRow): number | null {
    if (!table.has('units')) return null;
    const units = unitsIn(table.cell(row, 'units'));
    if (units !== null) return units;
    gaps.push({ entries: list.length, department: current });
    if (table.text(row, 'units') !== '') return table.report('cell-not-units', row.number, 'units');
    return table.report('cell-missing', row.number, 'units', {}, 'warning');
  }

  function payOfRow(row: SheetRow): Money | null {
    if (table.has('payMin') || table.has('payMax')) {
      const [min, max] = (['payMin', 'payMax'] as const).map((field) => {
        const text = table.text(row, field);
        return text === '' ? undefined : (amountIn(table.cell(row, field)) ?? table.report('cell-not-money', row.number, field));
      });
      if (min === null || max === null) return null;
      if (min !== undefined && max !== undefined && max < min) return table.report('cell-pay-reversed', row.number, 'payMin', { min, max });
      if (min !== undefined || max !== undefined) return payOf(min ?? max ?? 0, max, terms);
    }
    const text = table.text(row, 'pay');
    if (text === '' || /^[-–—]+$/.test(text)) return null;
    const read = payIn(table.cell(row, 'pay'), terms, words);
    if (read === null) return table.report('cell-not-money', row.number, 'pay');
    return 'reversed' in read ? table.report('cell-pay-reversed', row.number, 'pay', read.reversed) : read.pay;
  }

  /** A row with a person alone is one more holder of the position above it. */
  function continueEntry(row: SheetRow): void {
    const last = list.at(-1);
    const read = holdersIn(row, table, values, day);
    if (read === null) left.push(row.number);
    if (!last || read === null) return;
    const units = unitsIn(table.cell(row, 'units'));
    list[list.length - 1] = {
      ...last,
      units: units === null || last.units === null ? last.units : rounded(last.units + units),
      holders: [...last.holders, ...read.holders],
      vacant: last.vacant + read.vacant,
    };
  }
}

/** A sum whose currency nobody names is in that of the country. */
function payTermsOf(table: Table): PayTerms {
  const usual: PayTerms = { currency: null, per: table.language === 'en' ? 'year' : 'month' };
  const column = table.headings.columns.get('pay') ?? table.headings.columns.get('payMin');
  return column === undefined ? usual : termsIn(table.headings.names[column] ?? '', table.words.values, usual);
}
