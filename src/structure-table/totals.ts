/** Whether the totals of a table are the sums of its positions. */
import { rounded } from './amounts.js';
import type { Above } from './above.js';
import type { Entries, Total } from './entries.js';
import type { Table } from './table.js';

/** Each is a sum over the whole table. */
const mostTotals = 1000;

/** Null where a row of the sum could not be read. */
type Sum = (upTo: number, within: ReadonlySet<number> | null) => number | null;

/** Tells of each total that is not the sum of what stands above it; not where a row of the sum has been told of itself. */
export function checkTotals({ list, departments, totals, gaps }: Entries, count: Above['count'], table: Table): void {
  const isIn = (department: number | null, within: ReadonlySet<number> | null): boolean =>
    within === null || (department !== null && within.has(department));
  const sum: Sum = (upTo, within) =>
    gaps.some((gap) => gap.entries < upTo && isIn(gap.department, within))
      ? null
      : rounded(
          list
            .slice(0, upTo)
            .filter(({ department }) => isIn(department, within))
            .reduce((all, { units }) => all + (units ?? 0), 0),
        );
  const differs = (row: number, column: number, right: number, department: number | null): null =>
    table.report(
      'cell-total-differs',
      row,
      column,
      { sum: right, department: department === null ? '' : (departments.list[department]?.name ?? '') },
      'warning',
    );

  const last = totals.filter(({ entries }) => entries === list.length).at(-1);
  for (const total of totals.slice(0, mostTotals)) {
    const choices = choicesOf(total, sum, departments);
    if (choices.some(([right]) => right === total.units)) continue;
    // The last total of all is one of all, the others are of what was open.
    const [right, of] = (total === last && total.department === null ? choices.at(-1) : choices[0]) ?? [null, null];
    if (right !== null) differs(total.row, total.column, right, of);
  }
  const all = sum(list.length, null);
  if (count && table.has('units') && all !== null && count.units !== all) differs(count.row, count.column, all, null);
}

/** Sums that a total may be, with the department that each is of. */
function choicesOf(
  { department, current, entries }: Total,
  sum: Sum,
  departments: Entries['departments'],
): (readonly [number | null, number | null])[] {
  const own = (one: number): (readonly [number | null, number | null])[] => [
    [sum(entries, departments.within(one)), one],
    [sum(entries, new Set([one])), one],
  ];
  if (department !== null) return own(department);
  return [...(current === null ? [] : [current, ...departments.above(current)].flatMap(own)), [sum(entries, null), null]];
}
