/** Tables as a grid: which cell stands in which row and column, and how many of them it covers (ECMA-376-1, 17.4). */
import { childOf, elementsOf, isOn, valOf } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';
import { chosenAmong } from './alternatives.js';

export interface TableGrid {
  readonly columns: number;
  readonly headingRows: number;
  readonly rows: readonly GridRow[];
  /** Rows that a tracked change deletes. */
  readonly deletedRows: number;
}

export interface GridRow {
  readonly isHidden: boolean;
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  /** The w:tc. */
  readonly content: Xml;
  /** From 1. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  /** Another cell, above or before, covers it. */
  readonly isCovered: boolean;
}

interface Draft {
  content: Xml;
  column: number;
  columns: number;
  rows: number;
  isCovered: boolean;
  goesOn: boolean;
}

/** Wider and taller than any program makes them. */
const most = 1000;

export function gridOf(table: Xml): TableGrid {
  const all = [...insideOf(table, 'w:tr')];
  const kept = all.filter((row) => !childOf(childOf(row, 'w:trPr'), 'w:del'));
  const rows = kept.map(cellsOf);
  /** The cell that goes on downwards, by its column. */
  let open = new Map<number, Draft>();
  for (const row of rows) {
    const next = new Map<number, Draft>();
    for (const cell of row) {
      const above = cell.goesOn ? open.get(cell.column) : undefined;
      if (above) {
        above.rows += 1;
        cell.isCovered = true;
        next.set(cell.column, above);
      } else if (!cell.isCovered) next.set(cell.column, cell);
    }
    open = next;
  }
  const firstBody = kept.findIndex((row) => !isOn(childOf(childOf(row, 'w:trPr'), 'w:tblHeader')));
  const declared = elementsOf(childOf(table, 'w:tblGrid') ?? table).filter((one) => one.name === 'w:gridCol').length;
  const used = rows.flat().reduce((widest, { column, columns }) => Math.max(widest, column + columns - 1), 0);
  return {
    columns: used || declared,
    headingRows: firstBody < 0 ? kept.length : firstBody,
    rows: rows.map((cells, at) => ({ isHidden: isOn(childOf(childOf(kept[at], 'w:trPr'), 'w:hidden')), cells })),
    deletedRows: all.length - kept.length,
  };
}

function cellsOf(row: Xml): Draft[] {
  const cells: Draft[] = [];
  const whole = (value: string | undefined, least: number): number => Math.min(most, Math.max(least, Number(value ?? least) || least));
  let column = 1 + whole(valOf(childOf(childOf(row, 'w:trPr'), 'w:gridBefore')), 0);
  for (const content of insideOf(row, 'w:tc')) {
    const properties = childOf(content, 'w:tcPr');
    if (childOf(properties, 'w:cellDel')) continue;
    const columns = whole(valOf(childOf(properties, 'w:gridSpan')), 1);
    const before = cells.at(-1);
    const isGoingOn = (name: string): boolean => {
      const merge = childOf(properties, name);
      return merge !== undefined && (valOf(merge) ?? 'continue') === 'continue';
    };
    const isCovered = before !== undefined && isGoingOn('w:hMerge');
    if (isCovered) before.columns += columns;
    cells.push({ content, column, columns, rows: 1, isCovered, goesOn: isGoingOn('w:vMerge') });
    column += columns;
  }
  return cells;
}

/** Rows of a table, cells of a row: controls and marks of other programs may stand around them. */
function* insideOf(parent: Xml, name: 'w:tr' | 'w:tc'): Generator<Xml> {
  for (const one of elementsOf(parent)) {
    if (one.name === name) yield one;
    else if (one.name === 'mc:AlternateContent') yield* insideOf({ ...one, children: chosenAmong(one) }, name);
    else if (around.has(one.name)) yield* insideOf(one, name);
  }
}
const around = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);
