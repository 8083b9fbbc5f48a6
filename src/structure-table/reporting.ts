/** Whom each position of a table reports to: as it says, as the heads of departments have it, or the top. */
import type { Entries } from './entries.js';
import type { Grouped } from './grouping.js';
import type { Heads } from './heads.js';
import type { Superior } from './superiors.js';
import type { Table } from './table.js';

/** What the file says of the superior of a position. */
export interface WrittenSuperior {
  /** The place of a position; null for nobody; undefined where the file leaves it to the head of the department. */
  readonly to: number | null | undefined;
  /** Why, where the table does not say it; null where it does. */
  readonly inferred: 'reportsToHead' | 'reportsToTop' | 'isTop' | null;
}

export interface Reporting {
  readonly written: readonly WrittenSuperior[];
  /** The superior of each position after all, by its place. */
  readonly superiorOf: readonly (number | null)[];
  /** Superiors that follow from heads of departments alone, in a table that names none. */
  readonly implied: number;
}

interface Found {
  readonly entries: Entries;
  readonly superiors: readonly Superior[];
  readonly heads: Heads;
  readonly grouped: Grouped;
  /** Whether the table names superiors at all. */
  readonly stated: boolean;
}

export function placesOf({ entries, superiors, heads, grouped, stated }: Found, table: Table): Reporting {
  const { departments, list } = entries;
  const { positions, ofRow } = grouped;
  const top = heads.top === null ? null : (ofRow[heads.top] ?? null);
  const headOf = new Map([...heads.of].map(([department, { entry }]) => [department, ofRow[entry] ?? -1]));
  /** Positions whose superior has been told of as wrong. */
  const open = new Set<number>();
  const said = positions.map(({ rows }, at) => saidOf(rows, at));
  const places = positions.map((_, at) => placeOf(at));
  tellCircles(places.map(({ superior }) => superior));
  return {
    written: places.map(({ to, inferred }) => ({ to, inferred })),
    superiorOf: places.map(({ superior }) => superior),
    implied: places.filter(({ implied }) => implied).length,
  };

  /** What the rows of a position say together: a position, nobody, or nothing. */
  function saidOf(rows: readonly number[], at: number): number | null | undefined {
    let found: number | null | undefined;
    for (const row of rows) {
      const one = superiors[row];
      if (one === undefined || one.kind === 'unsaid' || one.kind === 'wrong') continue;
      const superior = one.kind === 'nobody' ? null : onePosition(one, row, at);
      if (superior === undefined) continue;
      if (found === undefined) found = superior;
      else if (found !== superior)
        table.report(
          'cell-superior-differs',
          list[row]?.row ?? 0,
          one.kind === 'rows' ? one.field : 'superior',
          {
            followed: found === null ? '–' : (positions[found]?.first.title ?? ''),
            row: found === null ? '' : (positions[found]?.first.row ?? ''),
          },
          'warning',
        );
    }
    return found;
  }

  function onePosition({ rows, field }: Superior & { kind: 'rows' }, row: number, at: number): number | undefined {
    const all = [...new Set(rows.map((one) => ofRow[one] ?? -1))];
    const [first, ...more] = all.length > 1 ? all.filter((one) => one !== at) : all;
    if (first === at) table.report('cell-own-superior', list[row]?.row ?? 0, field);
    else if (more.length > 0)
      table.report('cell-superior-unclear', list[row]?.row ?? 0, field, {
        count: more.length + 1,
        known: [first ?? 0, ...more].slice(0, 6).map(shown).join('; '),
      });
    else return first;
    open.add(at);
    return undefined;
  }

  function shown(position: number | null): string {
    if (position === null) return '–';
    const one = positions[position]?.first;
    const department = one?.department == null ? undefined : departments.list[one.department]?.name;
    return `${one?.title ?? ''}${department === undefined ? '' : ` (${department})`}, ${one?.row ?? 0}`;
  }

  /** As the file is understood: the head of the department, or of the nearest that it is a part of. */
  function impliedFor(at: number): number | null {
    const home = positions[at]?.first.department ?? null;
    if (home === null) return null;
    for (const department of [home, ...departments.above(home)]) {
      const head = headOf.get(department);
      if (head !== undefined && head !== at) return head;
    }
    return null;
  }

  function placeOf(at: number): WrittenSuperior & { readonly superior: number | null; readonly implied: boolean } {
    const implied = impliedFor(at);
    const stating = said[at];
    const wrong = (open.has(at) || positions[at]?.rows.some((row) => superiors[row]?.kind === 'wrong')) ?? false;
    if (stating === null) {
      if (at !== top) tellAnotherTop(at);
      return { to: null, inferred: null, superior: null, implied: false };
    }
    if (stating !== undefined) return { to: stating === implied ? undefined : stating, inferred: null, superior: stating, implied: false };
    // An empty cell at the top of a table that names superiors says that nobody is above.
    if (at === top) return { to: null, inferred: stated ? null : 'isTop', superior: null, implied: false };
    if (wrong) return { to: undefined, inferred: null, superior: null, implied: false };
    if (implied !== null) return { to: undefined, inferred: stated ? 'reportsToHead' : null, superior: implied, implied: !stated };
    if (top !== null && !stated) return { to: top, inferred: 'reportsToTop', superior: top, implied: false };
    tellAnotherTop(at);
    return { to: undefined, inferred: null, superior: null, implied: false };
  }

  function tellAnotherTop(at: number): void {
    const one = positions[at]?.first;
    const first = top === null || top === at ? '' : (positions[top]?.first.title ?? '');
    table.report(
      'table-no-superior',
      one?.row ?? 0,
      table.has('superior') ? 'superior' : 'title',
      { title: one?.title ?? '', first },
      'warning',
    );
  }

  /** Each circle once, at the first of its rows that says whom it reports to. */
  function tellCircles(superiorOf: readonly (number | null)[]): void {
    const done = new Set<number>();
    for (const start of superiorOf.keys()) {
      const way: number[] = [];
      const on = new Map<number, number>();
      let at: number | null = start;
      while (at !== null && !done.has(at) && !on.has(at)) {
        on.set(at, way.length);
        way.push(at);
        at = superiorOf[at] ?? null;
      }
      if (at !== null && !done.has(at)) {
        const circle = way.slice(on.get(at));
        const teller = circle.find((one) => said[one] != null) ?? at;
        const row = positions[teller]?.rows.find((one) => superiors[one]?.kind === 'rows') ?? positions[teller]?.rows[0] ?? 0;
        const superior = superiors[row];
        const names = circle.slice(0, 8).map((one) => positions[one]?.first.title ?? '');
        table.report('cell-circle', list[row]?.row ?? 0, superior?.kind === 'rows' ? superior.field : 'title', {
          positions: [...names, ...(circle.length > 8 ? ['…'] : []), positions[circle[0] ?? 0]?.first.title ?? ''].join(' → '),
        });
      }
      for (const one of way) done.add(one);
    }
  }
}
