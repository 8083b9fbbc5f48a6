/** Tables, labelled values and stamps. */
import { columnWidths } from '../../document/columns.js';
import { plainText } from '../../document/reading.js';
import type { Cell, Facts, Stamp, Stamps, Table } from '../../document/document.js';
import { within } from './context.js';
import type { Context } from './context.js';
import { openFlow } from './flow.js';
import { element, divide, points, pointTwips, twips, value } from './ooxml.js';
import type { Element } from './ooxml.js';
import { keptWithNext } from './paragraph.js';
import { content } from './prose.js';
import { tracked } from './tracks.js';

/** A cell; its properties stand in the order of the standard (ISO/IEC 29500-1, annex A.1), as those of rows and tables do. */
export interface GridCell {
  readonly children: readonly Element[];
  /** Six hexadecimal digits. */
  readonly shade?: string;
  /** The colour of a line at the foot of the cell. */
  readonly line?: string;
  /** Beyond what all cells leave on the right, in twips. */
  readonly right?: number;
  readonly align?: 'center' | 'bottom';
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** Repeated on each page. */
  readonly heads?: boolean;
  /** pt, at least. */
  readonly height?: number;
  readonly mark?: Element;
  /** On the page of what follows. */
  readonly keepNext?: boolean;
}

/** What a screen reader says of a table: whether its first row or its first column names the rest, and what it shows. */
interface Reading {
  names: 'row' | 'column' | null;
  caption: string;
}

/** Only places things side by side: no row and no column names what stands in the others. */
const layoutOnly: Reading = { names: null, caption: '' };

/**
 * A table with columns of fixed widths, in twips. Everything is given in absolute numbers, because Word, LibreOffice
 * and Pages each have their own idea of the rest.
 */
export function fixedTable(
  widths: readonly number[],
  rows: readonly GridRow[],
  style: string,
  left: number,
  keepNext: boolean,
  { names, caption } = layoutOnly,
): Element {
  const look = { ...fixedLook, 'w:firstRow': `${names === 'row'}`, 'w:firstColumn': `${names === 'column'}` };
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      value('w:tblStyle', style),
      measure(
        'w:tblW',
        widths.reduce((sum, width) => sum + width, 0),
      ),
      measure('w:tblInd', left),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblLook', look),
      ...(caption === '' ? [] : [value('w:tblCaption', caption)]),
    ),
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    ...rows.map((row, at) => rowOf({ ...row, keepNext: row.keepNext || (keepNext && at === rows.length - 1) }, widths)),
  );
}

const fixedLook = {
  'w:firstRow': '',
  'w:lastRow': 'false',
  'w:firstColumn': '',
  'w:lastColumn': 'false',
  'w:noHBand': 'true',
  'w:noVBand': 'true',
};

const measure = (name: string, width: number): Element => element(name, { 'w:type': 'dxa', 'w:w': width });

const rowOf = ({ cells, heads, height, mark, keepNext }: GridRow, widths: readonly number[]): Element =>
  element(
    'w:tr',
    {},
    element(
      'w:trPr',
      {},
      element('w:cantSplit'),
      ...(heads ? [element('w:tblHeader')] : []),
      ...(height === undefined ? [] : [element('w:trHeight', { 'w:val': pointTwips(height), 'w:hRule': 'atLeast' })]),
      ...(mark ? [mark] : []),
    ),
    ...cells.map((cell, column) => cellElement(cell, widths[column] ?? 0, keepNext === true)),
  );

function cellElement({ children, shade, line, right, align }: GridCell, width: number, keepNext: boolean): Element {
  // Word wants a paragraph in every cell.
  const content = children.length > 0 ? children : [element('w:p')];
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      measure('w:tcW', width),
      ...(line === undefined ? [] : [element('w:tcBorders', {}, element('w:bottom', { 'w:val': 'single', 'w:color': line, 'w:sz': 4 }))]),
      ...(shade === undefined ? [] : [element('w:shd', { 'w:fill': shade, 'w:color': 'auto', 'w:val': 'clear' })]),
      ...(right === undefined ? [] : [element('w:tcMar', {}, measure('w:right', right))]),
      ...(align ? [value('w:vAlign', align)] : []),
    ),
    ...(keepNext ? content.map((one) => (one.name === 'w:p' ? keptWithNext(one) : one)) : content),
  );
}

/** The least space between two texts side by side, mm. */
export const gutter = 4;

/** No row is left alone at the foot or the head of a page. */
const together = (at: number, rows: number): boolean => rows > 1 && (at === 0 || at === rows - 2);

/** What `fill` writes, as the children of a cell `width` twips wide; paragraphs are `gap` pt apart at least. */
export function cellOf(context: Context, width: number, fill: (inside: Context) => void, gap = 0): GridCell {
  const flow = openFlow(context.styles, gap);
  fill({ ...context, flow, left: 0, width, depth: 0 });
  return { children: flow.close() };
}

export function table(block: Table, context: Context): void {
  // Word has no tables without rows.
  if (block.columns.length === 0 || (block.header.length === 0 && block.rows.length === 0)) return;
  const { theme, flow, left, width } = context;
  const { border, headerShade, before, after, padding, size } = theme.table;
  const grid = border === 'grid';
  const widths = divide(
    width,
    columnWidths(block, { width: width / pointTwips(1), padding: points(padding), size, family: theme.font.body }),
  );
  const captioned = block.caption !== null && !block.captionHidden;
  if (block.caption && captioned)
    flow.paragraph('Caption', { ...content(block.caption, 'Caption', context), ...(left > 0 && { indent: { 'w:left': left } }) });
  const cells = (row: readonly Cell[], heading: boolean, place: Context): GridCell[] =>
    block.columns.map(({ align }, at) => ({
      ...cellOf(
        place,
        (widths[at] ?? 0) - 2 * twips(padding),
        (inside) => place.write(row[at]?.children ?? [], { ...inside, cell: { heading, align: heading && grid ? 'center' : align } }),
        size / 4,
      ),
      ...(heading && headerShade && { shade: theme.color.shade }),
      ...(heading && { align: 'center' }),
    }));
  const rows: GridRow[] = [
    ...(block.header.length > 0
      ? [{ cells: cells(block.header, true, context), heads: true, keepNext: true, ...tracked(context.revision, context.tracks) }]
      : []),
    ...block.rows.map((row, at) => {
      const place = within(row, context);
      return {
        cells: cells(row.cells, false, place),
        keepNext: together(at, block.rows.length) || context.bound.has(row),
        ...tracked(place.revision, place.tracks),
      };
    }),
  ];
  const reading: Reading = { names: block.header.length > 0 ? 'row' : null, caption: plainText(block.caption ?? []).trim() };
  // The caption has its own space above and keeps close to its table.
  flow.table((keepNext) => fixedTable(widths, rows, grid ? 'TableGrid' : 'TableRows', left, keepNext, reading), {
    before: captioned ? 0 : before,
    after,
  });
  const last = block.rows.at(-1);
  if (last && context.bound.has(last)) flow.keepWithNext();
}

export function facts(block: Facts, context: Context): void {
  if (block.rows.length === 0) return;
  const { theme, flow, left, width } = context;
  const { labelShare } = theme.facts;
  const widths = divide(width, [labelShare, 1 - labelShare]);
  const [labelWidth = 0, valueWidth = 0] = widths;
  const rows = block.rows.map((row, at): GridRow => {
    const place = within(row, context);
    return {
      keepNext: together(at, block.rows.length),
      ...tracked(place.revision, place.tracks),
      cells: [
        {
          ...cellOf(place, labelWidth, (inside) => inside.flow.paragraph('FactLabel', content(row.label, 'FactLabel', inside))),
          right: twips(gutter),
        },
        cellOf(place, valueWidth, (inside) => inside.flow.paragraph('FactValue', content(row.value, 'FactValue', inside))),
      ],
    };
  });
  flow.table((keepNext) => fixedTable(widths, rows, 'TableFacts', left, keepNext, { names: 'column', caption: '' }), {
    before: 0,
    after: theme.table.after,
  });
}

export function stamps(block: Stamps, context: Context): void {
  if (!block.left && !block.right) return;
  const { theme, flow, left, width } = context;
  const both = block.left !== null && block.right !== null;
  const stamp = Math.min(twips(theme.stamp.width), both ? Math.floor((width - twips(gutter)) / 2) : width);
  const columns: { stamp: Stamp | null; width: number }[] = [
    ...(block.left ? [{ stamp: block.left, width: stamp }] : []),
    { stamp: null, width: width - (both ? 2 : 1) * stamp },
    ...(block.right ? [{ stamp: block.right, width: stamp }] : []),
  ].filter((column) => column.width > 0);
  const cells = columns.map((side) =>
    cellOf(context, side.width, (inside) => {
      for (const line of side.stamp?.lines ?? [[]]) inside.flow.paragraph('Stamp', content(line, 'Stamp', inside));
    }),
  );
  flow.table(
    (keepNext) =>
      fixedTable(
        columns.map((side) => side.width),
        [{ cells, ...tracked(context.revision, context.tracks) }],
        'TableLayout',
        left,
        keepNext,
      ),
    { before: theme.stamp.gapAfter, after: theme.stamp.gapAfter },
  );
}
