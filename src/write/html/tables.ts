/** Tables and labelled values. */
import { columnWidths } from '../../document/columns.js';
import { contents, plainText, walk } from '../../document/reading.js';
import type { Block, Cell, Column, Facts, Inline, Row, Table } from '../../document/document.js';
import type { Context } from './context.js';
import { inlines, wording } from './inline.js';
import { classes, element, lines } from './markup.js';
import type { Child, Markup } from './markup.js';

/**
 * On a narrow screen rows become cards, each value under its column's name. Elements alone say what is a row and a cell:
 * browsers of today (Safari since 17) tell screen readers so however a table is drawn, and HTML forbids to say it again.
 */
export function table(block: Table, context: Context): Markup | null {
  const { columns, header, rows } = block;
  if (columns.length === 0 || (header.length === 0 && rows.length === 0)) return null;
  const inside = { ...context, labelled: true };
  const names = columns.map((_, at) => wordsOf(header[at]));
  const look = classes(context.measures.columns(columnWidths(block, context.table)), fits(block) && 'whole');
  return element(
    'table',
    { id: context.anchor(block.id), class: look },
    lines([
      ...(block.caption ? [element('caption', block.captionHidden ? { class: 'unseen' } : {}, inlines(block.caption, context))] : []),
      element(
        'colgroup',
        {},
        columns.map(() => element('col')),
      ),
      ...(header.length > 0
        ? [
            element(
              'thead',
              {},
              element(
                'tr',
                {},
                header.map((cell, at) => heading(cell, columns[at], inside)),
              ),
            ),
          ]
        : []),
      ...(rows.length > 0 ? [element('tbody', {}, lines(rows.map((row) => bodyRow(row, columns, names, inside))))] : []),
    ]),
  );
}

/** Characters that stand side by side on a screen that shows a table as a table, and those that a field takes. */
const row = 80;
const field = 18;

/** No word has to be broken for its column: the longest of all columns have room side by side. */
function fits({ columns, header, rows }: Table): boolean {
  const longest = columns.map((_, at) => Math.max(...[header, ...rows.map(({ cells }) => cells)].map((cells) => longestIn(cells[at]))));
  return longest.reduce((sum, one) => sum + one, 0) <= row;
}

function longestIn(cell: Cell | undefined): number {
  const content = [...contents(cell?.children ?? [])].flat();
  const words = content.flatMap((inline) => (inline.type === 'text' ? inline.value.split(/[ -]+/) : []));
  return Math.max(content.some(({ type }) => type === 'field') ? field : 0, ...words.map((word) => word.length));
}

/** A cell without words heads nothing. */
function heading(cell: Cell, column: Column | undefined, context: Context): Markup {
  const words = cellContent(cell, context);
  const attributes = { class: alignment(column) };
  return wordsOf(cell) === '' ? element('td', attributes, words) : element('th', { scope: 'col', ...attributes }, words);
}

/** The longest words that stand beside others on a telephone, in characters. */
const brief = 24;

function isBrief(cell: Cell): boolean {
  const { length } = wordsOf(cell);
  return length > 0 && length <= brief && [...contents(cell.children)].flat().every((inline) => inline.type === 'text');
}

/** A card begins with what the row is about, beside its box if it has one, and needs no names for these. */
function bodyRow({ id, cells }: Row, columns: readonly Column[], names: readonly string[], context: Context): Markup {
  const subject = cells.findIndex((cell) => !isTick(cell));
  return element(
    'tr',
    { id: context.anchor(id), class: cells.some(isTick) ? 'step' : null },
    cells.map((cell, at) => {
      const named = at !== subject && !isTick(cell);
      return element(
        'td',
        {
          class: classes(alignment(columns[at]), isTick(cell) && 'tick', at === subject && 'subject', named && isBrief(cell) && 'brief'),
          'data-label': (named && names[at]) || null,
        },
        cellContent(cell, context),
      );
    }),
  );
}

const alignment = (column: Column | undefined): string | null => (column && column.align !== 'left' ? column.align : null);

const wordsOf = (cell: Cell | undefined): string => [...contents(cell?.children ?? [])].map(plainText).join(' ').trim();

/** A step to tick: what it is, and the first short value beside it, such as its day, under the name of that column. */
export interface Step {
  readonly id: string | null;
  readonly subject: string;
  readonly brief: { readonly label: string; readonly words: string } | null;
}

/** The first row with a box, in any table of the sections; null where there is none. */
export function firstStep(blocks: readonly Block[]): Step | null {
  for (const block of walk(blocks)) {
    if (block.type !== 'table') continue;
    const row = block.rows.find(({ cells }) => cells.some(isTick));
    if (row) return stepOf(row, block.header);
  }
  return null;
}

function stepOf({ id, cells }: Row, header: readonly Cell[]): Step {
  const at = cells.findIndex((cell) => !isTick(cell));
  const [first] = [...contents(cells[at]?.children ?? [])];
  const short = cells.findIndex((cell, column) => column !== at && !isTick(cell) && isBrief(cell) && wordsOf(header[column]) !== '');
  return {
    id,
    subject: plainText(first ?? []),
    brief: short < 0 ? null : { label: wordsOf(header[short]), words: wordsOf(cells[short]) },
  };
}

/** A cell for a box to tick and nothing else. */
function isTick({ children }: Cell): boolean {
  const [first, ...rest] = [...contents(children)].flat();
  return first?.type === 'checkbox' && rest.length === 0;
}

function cellContent({ children }: Cell, context: Context): Child {
  const [only, ...rest] = children;
  const plain = only?.type === 'paragraph' && only.style === 'body' && only.align === null && rest.length === 0;
  return plain ? wording(only.content, context) : context.write(children, context);
}

export function facts({ rows }: Facts, context: Context): Markup | null {
  if (rows.length === 0) return null;
  const list = element(
    'dl',
    {},
    lines(
      rows.map(({ label, value }) =>
        element(
          'div',
          {},
          element('dt', {}, inlines(label, context)),
          element('dd', {}, inlines(value, { ...context, labelled: saysSomething(label) })),
        ),
      ),
    ),
  );
  // Open, so that nothing is hidden where the script does not run.
  return context.folded === null ? list : element('details', { open: true }, lines([element('summary', {}, context.folded), list]));
}

const saysSomething = (content: readonly Inline[]): boolean => plainText(content).trim() !== '';
