/** Which boxes of a sheet stand in rows, and which hang in columns; how high the rows are. */
import { columnsOf, depthOf, fewestColumns } from './columns.js';
import type { Column } from './columns.js';
import { besideOneAnother, slip, space } from './space.js';
import type { Paper, Shown } from './space.js';

/** What a sheet shows: whoever it is about, below a box that leads upwards; without either, trees side by side. */
export interface Scene<S extends Shown> {
  readonly above: S | null;
  readonly about: S | null;
  readonly below: readonly S[];
}

/** A box of a row, or a column, which may reach over several rows; each takes the width of its sort. */
export interface Item<S extends Shown> {
  readonly shown: S | null;
  readonly column: Column<S> | null;
  /** The rest of a column, beside a lower row: only its place counts. */
  readonly rest: boolean;
  readonly row: number;
  readonly width: number;
  /** Whoever it hangs from. */
  readonly superior: S | null;
  readonly below: readonly Item<S>[];
}

export interface Plan<S extends Shown> {
  /** The one at the top, which is nobody where trees stand side by side. */
  readonly top: Item<S>;
  /** The upper edge of each row, and of what comes below the last. */
  readonly rows: readonly number[];
}

/** How many generations below have others below them. */
export const generationsIn = (all: readonly Shown[]): number =>
  all.reduce((most, { below }) => (below.length === 0 ? most : Math.max(most, 1 + generationsIn(below))), 0);

/**
 * The plan with so many generations in rows, counted from those below whoever the sheet is about; null where columns have
 * no room.
 */
export function planOf<S extends Shown>({ above, about, below }: Scene<S>, generations: number, paper: Paper): Plan<S> | null {
  const firstRow = (above ? 1 : 0) + (about ? 1 : 0);
  const standing = (all: readonly S[], generation: number): readonly S[] => standingIn(all, generation, generations, paper);

  const heights: number[] = [above, about].flatMap((one) => (one ? [one.height] : []));
  const measure = (all: readonly S[], generation: number): void => {
    for (const one of standing(all, generation)) {
      heights[firstRow + generation] = Math.max(heights[firstRow + generation] ?? 0, one.height);
      measure(belowOf(one), generation + 1);
    }
  };
  measure(below, 0);
  const rows = [0];
  for (const height of heights) rows.push((rows.at(-1) ?? 0) + height + space.rows);

  let fits = true;
  const hanging = (all: readonly S[], superior: S | null, generation: number): Item<S>[] => {
    const row = firstRow + generation;
    const top = rows[row] ?? 0;
    const width = paper.box + space.indent * Math.max(...all.map(depthOf));
    const most = besideOneAnother(paper, width);
    const fewest = fewestColumns(all, paper.height - top + slip);
    if (fewest === null || fewest > most) {
      fits = false;
      return [];
    }
    // Whoever has the sheet alone has the whole width of it.
    return columnsOf(all, all === below ? most : fewest).map((column) => columnItem(column, superior, row, width));
  };
  const columnItem = (column: Column<S>, superior: S | null, row: number, width: number, rest = false, top = rows[row] ?? 0): Item<S> => {
    const next = rows[row + 1];
    const reaches = next !== undefined && next < top + column.height + space.rows;
    return {
      ...{ shown: null, column, rest, row, width, superior },
      below: reaches ? [columnItem(column, superior, row + 1, width, true, top)] : [],
    };
  };
  const itemsOf = (all: readonly S[], superior: S | null, generation: number): Item<S>[] => {
    if (all.length === 0) return [];
    const inRow = new Set(standing(all, generation));
    if (inRow.size === 0) return hanging(all, superior, generation);
    const others = all.filter((one) => !inRow.has(one));
    return all.flatMap((one) =>
      inRow.has(one) ? [boxItem(one, superior, generation)] : one === others[0] ? hanging(others, superior, generation) : [],
    );
  };
  const boxItem = (shown: S, superior: S | null, generation: number): Item<S> =>
    itemAbove(shown, superior, firstRow + generation, itemsOf(belowOf(shown), shown, generation + 1), paper);

  const items = itemsOf(below, about, 0);
  const main = itemAbove(about, above, firstRow - 1, items, paper);
  const top = above ? itemAbove(above, null, 0, [main], paper) : main;
  return fits ? { top, rows } : null;
}

/** Whoever has but one column stands at its left edge, from where the line goes down. */
function itemAbove<S extends Shown>(shown: S | null, superior: S | null, row: number, below: readonly Item<S>[], { box }: Paper): Item<S> {
  const [only, ...others] = below;
  const width = only?.column && others.length === 0 ? Math.max(box, only.width) : box;
  return { shown, column: null, rest: false, row, width: shown ? width : 0, superior, below };
}

/**
 * Those of a generation who stand in its row; the others hang in a column beside them, and where nobody stands all of them
 * hang. Whoever leads others stands; so does one who leads nobody, alone among them; and so do those below whoever the
 * sheet is about, when nobody leads and the row has room for all.
 */
function standingIn<S extends Shown>(all: readonly S[], generation: number, generations: number, paper: Paper): readonly S[] {
  const leading = all.filter(({ below }) => below.length > 0);
  if (leading.length === 0) return generation === 0 && all.length <= besideOneAnother(paper, paper.box) ? all : [];
  if (generation >= generations) return [];
  return all.length - leading.length === 1 ? all : leading;
}

/** Those below a box are boxes of its sort. */
export const belowOf = <S extends Shown>({ below }: S): readonly S[] => below as readonly S[];
