/** Tables, labelled values and stamps. */
import {
  HeightRule,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  XmlComponent,
} from 'docx';
import type { ITableCellOptions, ITableOptions, ITableRowOptions } from 'docx';
import { columnWidths } from '../../document/columns.js';
import { plainText } from '../../document/document.js';
import type { Cell, Facts, Stamp, Stamps, Table } from '../../document/document.js';
import { within } from './context.js';
import type { Context } from './context.js';
import { openFlow } from './flow.js';
import { divide, points, pointTwips, twips, value } from './ooxml.js';
import { sealed } from './printable.js';
import { content } from './prose.js';
import { trackedRow } from './tracks.js';

export type GridCell = Omit<ITableCellOptions, 'width'>;

interface GridRow {
  cells: GridCell[];
  options?: Omit<ITableRowOptions, 'children'>;
}

/** What a screen reader says of a table: whether its first row or its first column names the rest, and what it shows. */
interface Reading {
  names: 'row' | 'column' | null;
  caption: string;
}

/** Only places things side by side: no row and no column names what stands in the others. */
const layoutOnly: Reading = { names: null, caption: '' };

class ReadableTable extends WordTable {
  constructor(options: ITableOptions, { names, caption }: Reading) {
    super({
      ...options,
      tableLook: {
        firstRow: names === 'row',
        lastRow: false,
        firstColumn: names === 'column',
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
    });
    const properties: unknown = this.root[0];
    // The library has no option for it; it is the last of the properties.
    if (caption !== '' && properties instanceof XmlComponent) properties.addChildElement(value('w:tblCaption', sealed(caption)));
  }
}

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
  reading = layoutOnly,
): WordTable {
  return new ReadableTable(
    {
      style,
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      indent: { size: left, type: WidthType.DXA },
      columnWidths: widths,
      rows: rows.map(
        ({ cells, options }, at) =>
          new TableRow({
            cantSplit: true,
            ...(keepNext && at === rows.length - 1 && { keepNext }),
            ...options,
            children: cells.map((cell, column) => new TableCell({ ...cell, width: { size: widths[column] ?? 0, type: WidthType.DXA } })),
          }),
      ),
    },
    reading,
  );
}

/** The least space between two texts side by side, mm. */
export const gutter = 4;

/** No row is left alone at the foot or the head of a page. */
const together = (at: number, rows: number): { keepNext?: true } => (rows > 1 && (at === 0 || at === rows - 2) ? { keepNext: true } : {});

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
    flow.paragraph('Caption', { ...content(block.caption, 'Caption', context), ...(left > 0 && { indent: { left } }) });
  const cells = (row: readonly Cell[], heading: boolean, place: Context): GridCell[] =>
    block.columns.map(({ align }, at) => ({
      ...cellOf(
        place,
        (widths[at] ?? 0) - 2 * twips(padding),
        (inside) => place.write(row[at]?.children ?? [], { ...inside, cell: { heading, align: heading && grid ? 'center' : align } }),
        size / 4,
      ),
      ...(heading && headerShade && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: theme.color.shade } }),
      ...(heading && { verticalAlign: VerticalAlignTable.CENTER }),
    }));
  const rows: GridRow[] = [
    ...(block.header.length > 0
      ? [
          {
            cells: cells(block.header, true, context),
            options: { tableHeader: true, keepNext: true, ...trackedRow(context.revision, context.tracks) },
          },
        ]
      : []),
    ...block.rows.map((row, at) => {
      const place = within(row, context);
      return {
        cells: cells(row.cells, false, place),
        options: {
          ...together(at, block.rows.length),
          ...(context.bound.has(row) && { keepNext: true }),
          ...trackedRow(place.revision, place.tracks),
        },
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
      options: { ...together(at, block.rows.length), ...trackedRow(place.revision, place.tracks) },
      cells: [
        {
          ...cellOf(place, labelWidth, (inside) => inside.flow.paragraph('FactLabel', content(row.label, 'FactLabel', inside))),
          margins: { right: twips(gutter) },
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
        [{ cells, options: trackedRow(context.revision, context.tracks) }],
        'TableLayout',
        left,
        keepNext,
      ),
    { before: theme.stamp.gapAfter, after: theme.stamp.gapAfter },
  );
}

/** A row that is at least `height` pt high. */
export const rowHeight = (height: number): Pick<ITableRowOptions, 'height'> => ({
  height: { value: pointTwips(height), rule: HeightRule.ATLEAST },
});
