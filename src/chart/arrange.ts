/**
 * Where boxes stand on a sheet, and the lines between them. The upper generations stand in rows, each over the middle of
 * those below; the others hang in columns, so that a firm is not one endless row. Lengths are in mm, from the upper left
 * corner of the chart.
 */
import type * as D3 from 'd3-hierarchy';
import type { ChartPoint } from '../document/document.js';
import { generationsIn, planOf } from './plan.js';
import type { Item, Plan, Scene } from './plan.js';
import { slip, space } from './space.js';
import type { Paper, Shown } from './space.js';

export interface Placed<S extends Shown> {
  readonly shown: S;
  readonly x: number;
  readonly y: number;
}

export interface Arrangement<S extends Shown> {
  readonly boxes: readonly Placed<S>[];
  readonly lines: readonly Line[];
  readonly height: number;
}

type Line = readonly ChartPoint[];

/** The layout of trees that this rests on, loaded when it is first needed. */
export type Trees = Pick<typeof D3, 'hierarchy' | 'tree'>;

/** The arrangement with the most generations in rows that the sheet has room for; null where it has none. */
export function arrange<S extends Shown>(scene: Scene<S>, paper: Paper, trees: Trees): Arrangement<S> | null {
  if (areaOf(scene.below) * paper.box > paper.width * paper.height) return null;
  for (let generations = generationsIn(scene.below); generations >= 0; generations--) {
    const plan = planOf(scene, generations, paper);
    const found = plan && laidOut(plan, paper, trees);
    if (found) return found;
  }
  return null;
}

const areaOf = (all: readonly Shown[]): number => all.reduce((sum, { height, below }) => sum + height + areaOf(below), 0);

/** An item with its left edge. */
interface Laid<S extends Shown> {
  readonly item: Item<S>;
  readonly left: number;
  readonly below: readonly Laid<S>[];
}

/** Null where the plan is wider or higher than the sheet. */
function laidOut<S extends Shown>({ top, rows }: Plan<S>, paper: Paper, { hierarchy, tree }: Trees): Arrangement<S> | null {
  // Items of one depth are kept apart as their widths want it, so that the unit of the layout is the millimetre.
  const layout = tree<Item<S>>()
    .nodeSize([1, 1])
    .separation(({ data: a }, { data: b }) => (a.width + b.width) / 2 + (a.superior === b.superior ? space.beside : space.apart));
  const root = layout(hierarchy(top, ({ below }) => below));
  const nodes = root.descendants();
  const left = Math.min(...nodes.map(({ x, data }) => x - data.width / 2));
  const right = Math.max(...nodes.map(({ x, data }) => x + data.width / 2));
  if (right - left > paper.width + slip) return null;
  const shift = (paper.width - (right - left)) / 2 - left;
  const laid = (node: D3.HierarchyPointNode<Item<S>>): Laid<S> => ({
    item: node.data,
    left: node.x - node.data.width / 2 + shift,
    below: (node.children ?? []).map(laid),
  });
  const boxes: Placed<S>[] = [];
  const lines: Line[] = [];
  draw(laid(root), { rows, paper, boxes, lines });
  const height = Math.max(0, ...boxes.map(({ shown, y }) => y + shown.height));
  return height > paper.height + slip ? null : { boxes, lines, height };
}

interface Drawing<S extends Shown> {
  readonly rows: readonly number[];
  readonly paper: Paper;
  readonly boxes: Placed<S>[];
  readonly lines: Line[];
}

/** Boxes go in before those below them, and columns from the top: the order in which people read. */
function draw<S extends Shown>({ item, left, below }: Laid<S>, drawing: Drawing<S>): void {
  const { rows, boxes } = drawing;
  const y = rows[item.row] ?? 0;
  if (item.shown) boxes.push({ shown: item.shown, x: left, y });
  if (item.column && !item.rest) drawColumn(item.column, left, y, item.superior !== null, drawing);
  if (item.shown) drawing.lines.push(...linesBelow(item.shown, left, y, below, drawing));
  for (const one of below) draw(one, drawing);
}

/** Lines from a box to those that stand or hang below it. */
function linesBelow<S extends Shown>(shown: S, left: number, y: number, below: readonly Laid<S>[], { rows, paper }: Drawing<S>): Line[] {
  const [only, ...others] = below;
  if (!only) return [];
  const bottom = y + shown.height;
  // The line of a single column goes straight down.
  if (only.item.column && others.length === 0)
    return [
      [
        [trunkOf(left), bottom],
        [trunkOf(left), rows[only.item.row] ?? 0],
      ],
    ];
  const from = left + paper.box / 2;
  const next = rows[only.item.row] ?? 0;
  const rail = next - space.rows / 2;
  const ends = below.map((one) => (one.item.column ? trunkOf(one.left) : one.left + paper.box / 2));
  const [first, last] = [Math.min(from, ...ends), Math.max(from, ...ends)];
  return [
    [
      [from, bottom],
      [from, rail],
    ],
    ...(last - first > slip
      ? [
          [
            [first, rail],
            [last, rail],
          ] as const,
        ]
      : []),
    ...ends.map(
      (end): Line => [
        [end, rail],
        [end, next],
      ],
    ),
  ];
}

/** Where the line of those runs that hang from a box or column with this left edge. */
const trunkOf = (left: number): number => left + space.indent / 2;

function drawColumn<S extends Shown>(
  column: NonNullable<Item<S>['column']>,
  left: number,
  top: number,
  led: boolean,
  { boxes, lines }: Drawing<S>,
): void {
  const leftOf = (depth: number): number => left + depth * space.indent;
  for (const { shown, depth, y } of column.entries) boxes.push({ shown, x: leftOf(depth), y: top + y });
  const middle = (entry: (typeof column.entries)[number]): number => top + entry.y + entry.shown.height / 2;
  for (const superior of [null, ...column.entries]) {
    const own = column.entries.filter((one) => one.superior === superior);
    const last = own.at(-1);
    if (!last || (superior === null && !led)) continue;
    const trunk = trunkOf(leftOf(superior?.depth ?? 0));
    lines.push([
      [trunk, superior ? top + superior.y + superior.shown.height : top],
      [trunk, middle(last)],
    ]);
    for (const one of own)
      lines.push([
        [trunk, middle(one)],
        [leftOf(one.depth), middle(one)],
      ]);
  }
}
