/** From a table as people have it to a structure: what it says, what follows from it, and what is wrong at which cell. */
import { diagnostic, hasErrors, inOrder, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import type { Grid } from '../staff-list/grid.js';
import { textOf } from '../staff-list/sheet.js';
import type { Structure, StructureDepartment, StructurePosition } from '../structure/structure.generated.js';
import { aboveOf } from './above.js';
import { entriesOf, mostPositions } from './entries.js';
import type { Entries } from './entries.js';
import { grouped } from './grouping.js';
import type { Grouped, TablePosition } from './grouping.js';
import { headsOf, saysSuperiors } from './heads.js';
import type { Heads } from './heads.js';
import { departmentIds, positionNames } from './ids.js';
import type { PositionName } from './ids.js';
import type { KnownTitles } from './known-titles.js';
import { mergedTold } from './merged-rows.js';
import { placesOf } from './reporting.js';
import type { Reporting } from './reporting.js';
import { superiorsOf } from './superiors.js';
import { tableOf } from './table.js';
import type { Table, TableOptions } from './table.js';
import { checkTotals } from './totals.js';
import type { TableWords } from './words.js';

export interface ImportOptions extends Omit<TableOptions, 'words'> {
  readonly words: TableWords;
  /** What roles and posts are called in a country. */
  titlesIn(country: JurisdictionId): KnownTitles;
  /** The day for which holders are asked; that of the table where nobody says it. */
  readonly day: string | null;
}

/** A line of the structure file and what is said behind it: what was inferred there, or what the table has besides. */
export interface Remark {
  readonly pointer: string;
  readonly key: string;
  readonly args: Readonly<Record<string, string>>;
}

export interface Imported {
  /** Null where there are errors. */
  readonly structure: Structure | null;
  readonly remarks: readonly Remark[];
  readonly diagnostics: readonly Diagnostic[];
  /** For a summary. */
  readonly language: Table['language'];
}

/** Refuses a table without headings and one with more positions than anybody has. */
export function importedFrom(grid: Grid, options: ImportOptions): Imported {
  const problems: Diagnostic[] = [];
  const table = tableOf(grid, options, problems);
  tellLosses(table);
  problems.push(...mergedTold(table));
  const above = aboveOf(grid.rows.slice(0, table.headings.headingRow), table.words, table.jurisdiction);
  const entries = entriesOf(table, options.values, options.day ?? above.table.date ?? null);
  if (entries.list.length === 0) throw new Refusal([...problems, diagnostic('table-no-positions', {}, { file: grid.file })]);
  for (const one of entries.departments.settle()) {
    const { row = 0, column = 0, name = '' } = entries.departments.list[one] ?? {};
    table.report('table-department-circle', row, column, { department: name }, 'warning');
  }
  checkNumbers(entries, table);
  const superiors = superiorsOf(entries, table);
  const heads = headsOf(entries, superiors, table);
  const positions = grouped(entries, superiors, heads, table);
  if (positions.positions.length > mostPositions)
    throw new Refusal([diagnostic('table-too-long', { file: grid.file, limit: mostPositions }, { file: grid.file })]);
  checkTotals(entries, above.count, table);
  const reporting = placesOf({ entries, superiors, heads, grouped: positions, stated: saysSuperiors(superiors, table) }, table);
  const departments = departmentIds(entries.departments);
  const leading = new Set(reporting.superiorOf.flatMap((one) => (one === null ? [] : [one])));
  const top = heads.top === null ? null : (positions.ofRow[heads.top] ?? null);
  const names = positionNames(positions.positions, departments, options.titlesIn(table.jurisdiction), {
    leads: (one) => leading.has(one),
    top,
  });
  const made: Made = { entries, grouped: positions, heads, reporting, departments, names };
  const { structure, remarks } = structureOf(made, above.table, table);
  const told = [...inOrder(problems), ...summary(made, remarks, table)];
  return { structure: hasErrors(told) ? null : structure, remarks, diagnostics: told, language: table.language };
}

interface Made {
  readonly entries: Entries;
  readonly grouped: Grouped;
  readonly heads: Heads;
  readonly reporting: Reporting;
  readonly departments: readonly string[];
  readonly names: readonly PositionName[];
}

/** Somebody may hold two positions; two people cannot have one number. */
function checkNumbers({ list }: Entries, table: Table): void {
  const first = new Map<string, { readonly row: number; readonly last: string }>();
  for (const { name, row, holder } of list.flatMap(({ holders }) => holders)) {
    const number = holder.personnelNumber;
    if (number === undefined) continue;
    const known = first.get(number);
    if (!known) first.set(number, { row, last: name.last });
    else table.report('cell-number-twice', row, 'personnelNumber', { first: known.row }, known.last === name.last ? 'warning' : 'error');
  }
}

function structureOf(made: Made, titles: Structure['table'], table: Table): { structure: Structure; remarks: Remark[] } {
  const { entries, heads, departments: ids, names, grouped: groups, reporting } = made;
  const remarks: Remark[] = [];
  const departments = entries.departments.list.map(({ name, code, parent, reason }, at): StructureDepartment => {
    const head = heads.of.get(at);
    const headId = head === undefined ? undefined : names[groups.ofRow[head.entry] ?? -1]?.id;
    const pointer = `/departments/${at}`;
    if (headId !== undefined && head?.byTitle) remarks.push({ pointer: `${pointer}/head`, key: 'headByTitle', args: {} });
    if (parent !== null && reason !== null && reason !== 'column')
      remarks.push({ pointer: `${pointer}/parent`, key: parentRemarks[reason], args: {} });
    return {
      id: ids[at] ?? '',
      ...(code !== null && { code }),
      name,
      ...(parent !== null && { parent: ids[parent] ?? '' }),
      ...(headId !== undefined && { head: headId }),
    };
  });
  const positions = groups.positions.map((one, at) => positionOf(one, at));
  return {
    structure: {
      schema: 2,
      languages: [table.language],
      ...(titles && Object.keys(titles).length > 0 && { table: titles }),
      ...(departments.length > 0 && { departments }),
      positions: Object.fromEntries(positions.map((one, at) => [names[at]?.id ?? '', one])),
    },
    remarks,
  };

  function positionOf({ first, units, grade, pay, place, holders, differences }: TablePosition, at: number): StructurePosition {
    const name = names[at];
    const pointer = `/positions/${name?.id ?? ''}`;
    const remark = (key: string, field = '', args: Remark['args'] = {}): void => void remarks.push({ pointer: pointer + field, key, args });
    const written = reporting.written[at];
    if (written?.inferred) remark(written.inferred, written.to === undefined ? '' : '/reportsTo');
    if (name?.postInferred) remark('postByTitle', '/post');
    if (name && name.several.length > 0) remark('severalRoles', '', { roles: name.several.join(', ') });
    if (name?.elsewhere) remark('titleElsewhere', '', { role: name.elsewhere });
    for (const { what, said } of differences) remark(`differs.${what}`, '', { said: said.slice(0, 300) });
    if (first.note !== null) remark('note', '', { note: first.note });
    for (const [place, { remark: said }] of holders.entries()) if (said !== null) remark('note', `/holders/${place}`, { note: said });
    return {
      title: first.title,
      ...(first.code !== null && { code: first.code }),
      ...(name?.role != null && { role: name.role }),
      ...(name?.post != null && { post: name.post }),
      ...(first.department !== null && { department: ids[first.department] ?? '' }),
      ...(written?.to !== undefined && { reportsTo: written.to === null ? null : (names[written.to]?.id ?? '') }),
      ...(units !== 1 && { units }),
      ...(grade !== null && { grade }),
      ...(pay && { pay }),
      ...(place !== null && { place }),
      ...(holders.length > 0 && { holders: holders.map(({ name: person, holder }) => ({ name: person, ...holder })) }),
    };
  }
}

const parentRemarks = { code: 'parentByCode', path: 'parentByPath', heading: 'parentByHeading', total: 'parentByTotal' } as const;

/** What was inferred, left out and not used, each once for the whole table. */
function summary({ entries, heads, reporting, names }: Made, remarks: readonly Remark[], table: Table): Diagnostic[] {
  const { file } = table.grid;
  const by = [...heads.of.values()].filter(({ byTitle }) => byTitle).length;
  const inferred = reporting.written.filter(({ inferred: why }) => why !== null && why !== 'isTop').length + reporting.implied;
  const parents = remarks.filter(({ key }) => key.startsWith('parentBy')).length;
  const elsewhere = names.filter(({ elsewhere: role }) => role !== null).length;
  const several = names.filter(({ several: roles }) => roles.length > 0).length;
  const tell = (code: string, args: Diagnostic['args']): Diagnostic => diagnostic(code, args, { file }, 'info');
  const { unused } = table.headings;
  return [
    ...(by + inferred + parents > 0 ? [tell('table-inferred', { heads: by, superiors: inferred, parents })] : []),
    ...(several + elsewhere > 0 ? [tell('table-roles-open', { several, elsewhere })] : []),
    ...(entries.left.length > 0 ? [tell('table-left-out', { count: entries.left.length, rows: short(entries.left.map(String)) })] : []),
    ...(unused.length > 0
      ? [
          tell('table-columns-unused', {
            count: unused.length,
            columns: short(
              unused.map((one) => one.slice(0, 60)),
              '; ',
            ),
          }),
        ]
      : []),
  ];
}

/** Cells below the headings whose value is lost, in columns that something is taken from. */
function tellLosses({ grid, headings, report }: Table): void {
  const used = new Set(headings.columns.values());
  for (const { number, cells, faults } of grid.rows.slice(headings.firstRow)) {
    // In a text a sign within a cell has then divided it.
    const beyond = grid.name === null ? cells.findIndex((cell, at) => at >= headings.names.length && textOf(cell) !== '') : -1;
    if (beyond >= 0) report('cell-shifted', number, beyond);
    for (const [at, fault] of faults ?? []) if (used.has(at) || fault === 'cut-short') report(`cell-${fault}`, number, at);
  }
}

const short = (all: readonly string[], sign = ', '): string => [...all.slice(0, 12), ...(all.length > 12 ? ['…'] : [])].join(sign);
