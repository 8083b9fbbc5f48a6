/** Tables and labelled values: rows of cells, each a small flow of its own. */
import type { Cell, Facts, Inline, Table } from '../document/document.js';
import { columnWidths } from '../document/columns.js';
import { add, append, free, heightOf, newFlow, stronger, withNext, withinParagraph } from './flow.js';
import type { Flow, Head, Hold, Strip } from './flow.js';
import { mm, moved } from './page.js';
import type { Box } from './page.js';
import { setParagraph, wordingOf } from './paragraph.js';
import { within } from './room.js';
import type { CellLook, Room } from './room.js';
import { element } from './structure.js';
import type { Element } from './structure.js';
import { styleOf } from './styles.js';
import { tracksOf } from './tracks.js';
import type { Track } from './tracks.js';

/** So wide that a syllable can be read in it. */
export const leastTrack = (padding: number, size: number): number => 2 * padding + 2.5 * size;

/** Lines of a grid and rules between rows, pt. */
const hairline = 0.5;

export function layTable(table: Table, room: Room): void {
  const { theme } = room.setting;
  const outer: Room = { ...room, path: within(room, table.id), parent: element('Table', room.parent) };
  room.flow.gap += theme.table.before;
  if (table.caption && !table.captionHidden) layCaption(table.caption, outer);
  const padding = mm(theme.table.padding);
  const tracks = tracksOf(
    columnWidths(table, { width: room.width, padding, size: theme.table.size, family: theme.font.body }),
    room.left,
    room.width,
    leastTrack(padding, theme.table.size),
  );
  const grid = theme.table.border === 'grid';

  const setRow = (cells: readonly Cell[], id: string | null, header: boolean): SetRow => {
    const row = element('TR', outer.parent);
    const flows = tracks.map((track, at): Flow => {
      const own = table.columns[at]?.align ?? 'left';
      const look: CellLook = {
        align: header && grid ? 'center' : own,
        bold: header,
        color: header ? theme.color.tableHead : theme.color.text,
        size: theme.table.size,
        spacing: theme.table.spacing,
      };
      const cell = header ? element('TH', row, { scope: 'Column' }) : element('TD', row);
      return setCell(cells[at], cell, {
        ...outer,
        path: within(outer, id),
        left: track.left + padding,
        width: track.width - 2 * padding,
        cell: look,
      });
    });
    return { flows, height: Math.max(0, ...flows.map(heightOf)) + 2 * padding };
  };

  const look: RowLook = { tracks, padding, grid, rule: theme.color.rule, shade: theme.table.headerShade ? theme.color.shade : null };
  let head: Head | null = null;
  if (table.header.length > 0) {
    const set = setRow(table.header, null, true);
    // A head that takes half of the page is not worth repeating.
    if (set.height > room.setting.pageHeight / 2) {
      addRow(set, look, room, 0, withNext);
    } else {
      const boxes = [...frameOf(set.height, look, true, true, true), ...boxesOf(set, look, grid)];
      add(room.flow, set.height, boxes, 0, withNext);
      head = { height: set.height, boxes: boxes.map((box) => ({ ...box, mark: 'pagination' })) };
    }
  }
  table.rows.forEach((row, index) => {
    const set = setRow(row.cells, row.id, false);
    const lonely = table.rows.length > 2 && (index === 0 || index === table.rows.length - 2);
    const strips = addRow(set, look, room, head?.height ?? 0, lonely ? withinParagraph : free);
    for (const strip of strips) strip.head = head;
  });
  room.flow.gap = theme.table.after;
}

function layCaption(caption: readonly Inline[], room: Room): void {
  const { theme } = room.setting;
  const style = { size: theme.table.size, align: 'left', spacing: theme.table.spacing, before: 0, after: theme.table.size / 4 } as const;
  setParagraph(wordingOf(caption, element('Caption', room.parent), style, room, { hold: withNext, divide: false }), room);
}

/** A cell of one paragraph needs no paragraph element inside. */
function setCell(cell: Cell | undefined, mark: Element, room: Room): Flow {
  const flow = newFlow();
  const inner: Room = { ...room, flow, parent: mark };
  const [only, ...more] = cell?.children ?? [];
  if (only?.type === 'paragraph' && more.length === 0) {
    const style = styleOf(only.style, inner);
    setParagraph(wordingOf(only.content, mark, style, inner, { align: only.align ?? style.align, divide: !room.cell?.bold }), inner);
  } else {
    room.setting.lay(cell?.children ?? [], inner);
  }
  return flow;
}

interface SetRow {
  flows: Flow[];
  /** With padding. */
  height: number;
}

interface RowLook {
  tracks: readonly Track[];
  padding: number;
  grid: boolean;
  rule: string;
  shade: string | null;
}

/**
 * A row is one strip. Only one that is taller than half a page is cut between its lines: kept whole, it would leave as
 * much of a page empty.
 */
function addRow(set: SetRow, look: RowLook, room: Room, headHeight: number, hold: Hold): Strip[] {
  const page = room.setting.pageHeight - headHeight;
  if (set.height <= page / 2) {
    const small = set.height < page / 20;
    return [
      add(room.flow, set.height, [...frameOf(set.height, look, false, true, true), ...boxesOf(set, look, false)], 0, small ? hold : free),
    ];
  }
  const bands = Math.max(...set.flows.map((flow) => flow.strips.length));
  return Array.from({ length: bands }, (_, at): Strip => {
    const above = at === 0 ? look.padding : 0;
    const below = at === bands - 1 ? look.padding : 0;
    const parts = set.flows.map((flow) => flow.strips[at]);
    const height = above + Math.max(...parts.map((part) => (part ? part.before + part.height : 0))) + below;
    const strip = add(room.flow, height, frameOf(height, look, false, at === 0, at === bands - 1));
    strip.slice = { row: set, cells: parts.map((part) => part?.boxes.map((box) => moved(box, above + part.before)) ?? []) };
    if (at < bands - 1) strip.hold = parts.reduce((most, part) => stronger(most, part?.hold ?? free), strip.hold);
    strip.closing = horizontals(look, height, false);
    return strip;
  });
}

/** Shade and borders of a row. */
function frameOf(height: number, look: RowLook, header: boolean, top: boolean, bottom: boolean): Box[] {
  const { tracks, grid, rule, shade } = look;
  const boxes: Box[] = [];
  if (tracks.length === 0) return boxes;
  const left = tracks[0]?.left ?? 0;
  const right = (tracks.at(-1)?.left ?? 0) + (tracks.at(-1)?.width ?? 0);
  if (header && shade !== null) boxes.push({ type: 'fill', mark: 'layout', x: left, y: 0, width: right - left, height, color: shade });
  if (grid) {
    for (const x of [...tracks.map((track) => track.left), right]) {
      boxes.push({
        type: 'fill',
        mark: 'layout',
        x: x - hairline / 2,
        y: -hairline / 2,
        width: hairline,
        height: height + hairline,
        color: rule,
      });
    }
    if (top) boxes.push(...horizontals(look, 0, false));
  }
  if (bottom) boxes.push(...horizontals(look, height, header && !grid));
  return boxes;
}

function horizontals(look: RowLook, y: number, strong: boolean): Box[] {
  const left = look.tracks[0]?.left ?? 0;
  const right = (look.tracks.at(-1)?.left ?? 0) + (look.tracks.at(-1)?.width ?? 0);
  const thickness = strong ? 2 * hairline : hairline;
  const inset = look.grid ? hairline / 2 : 0;
  return [
    {
      type: 'fill',
      mark: 'layout',
      x: left - inset,
      y: y - thickness / 2,
      width: right - left + 2 * inset,
      height: thickness,
      color: look.rule,
    },
  ];
}

/** The contents of all cells, one after the other, level at the top or in the middle. */
function boxesOf(set: SetRow, look: RowLook, middle: boolean): Box[] {
  return set.flows.flatMap((flow) => {
    const slack = set.height - 2 * look.padding - heightOf(flow);
    return stacked(flow, look.padding + (middle ? slack / 2 : 0));
  });
}

/** All boxes of a flow, one strip under the other from `y`. */
export function stacked(flow: Flow, y: number): Box[] {
  let at = y;
  return flow.strips.flatMap((strip) => {
    const top = at + strip.before;
    at = top + strip.height;
    return strip.boxes.map((box) => moved(box, top));
  });
}

/** Two columns without lines: labels in bold, values beside them. */
export function layFacts(facts: Facts, room: Room): void {
  const { theme } = room.setting;
  const structure = element('Table', room.parent);
  const padding = mm(theme.facts.padding);
  const gutter = mm(4);
  const labelWidth = room.width * theme.facts.labelShare;
  const look: CellLook = { align: 'left', bold: false, color: theme.color.text, size: theme.facts.size, spacing: theme.text.spacing };
  facts.rows.forEach((fact, index) => {
    const row = element('TR', structure);
    const setHalf = (content: readonly Inline[], mark: Element, left: number, width: number, bold: boolean): Flow => {
      const inner: Room = { ...room, flow: newFlow(), left, width, cell: { ...look, bold } };
      setParagraph(wordingOf(content, mark, styleOf('body', inner), inner, { divide: !bold }), inner);
      return inner.flow;
    };
    const label = setHalf(fact.label, element('TH', row, { scope: 'Row' }), room.left, labelWidth - gutter, true);
    const value = setHalf(fact.value, element('TD', row), room.left + labelWidth, room.width - labelWidth, false);
    const height = Math.max(heightOf(label), heightOf(value)) + 2 * padding;
    const last = index === facts.rows.length - 1;
    if (height > room.setting.pageHeight) append(room.flow, [label, value]);
    else
      add(
        room.flow,
        height,
        [...stacked(label, padding), ...stacked(value, padding)],
        0,
        last ? free : index === 0 ? withNext : withinParagraph,
      );
  });
  room.flow.gap = theme.table.after;
}
