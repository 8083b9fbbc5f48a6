/** Elements of the markup turned into the document tree, still without numbers. */
import { text } from '../document/document.js';
import type {
  Block,
  Cell,
  Column,
  Facts,
  Field,
  Figure,
  Inline,
  Item,
  List,
  Paragraph,
  Row,
  Section,
  Signature,
  Stamp,
  Stamps,
  Table,
  Text,
  Title,
  Clause,
} from '../document/document.js';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { PartAbbreviations } from '../language/abbreviations.js';
import type { Element } from './markup.js';
import { inlineTags } from './vocabulary.js';
import type { TagName } from './vocabulary.js';

export interface Typography {
  /** Puts non-breaking spaces where the language wants them. */
  typeset(words: string): string;
  abbreviations: PartAbbreviations;
}

export interface TreeContext extends Typography {
  logo: Omit<Figure, 'type' | 'align'> | null;
  /** How a blank date is drawn in this language, or an empty string for a plain line. */
  blankDate: string;
}

type BlockTag = 'title' | 'p' | 'section' | 'clause' | 'list' | 'table' | 'facts' | 'stamps' | 'signature' | 'logo';

/** The blocks of a `<document>`. Sections and clauses get empty numbers; see `number.ts`. */
export function buildBlocks(root: Element, context: TreeContext): Block[] {
  return blocksOf(root, context);
}

const builders: Record<BlockTag, (element: Element, context: TreeContext) => Block | null> = {
  title: (element, context): Title => ({ type: 'title', lines: named(element, 'line').map((line) => inlines(line, context)) }),

  p: (element, context): Paragraph => ({
    type: 'paragraph',
    style: choice(element, 'style', ['body', 'lead', 'requisite', 'note'], 'body'),
    align: element.attributes.align === undefined ? null : choice(element, 'align', ['left', 'center', 'right'] as const, 'left'),
    content: inlines(element, context),
  }),

  section: (element, context): Section => ({
    type: 'section',
    id: attribute(element, 'id'),
    level: choice(element, 'level', ['1', '2'], '1') === '2' ? 2 : 1,
    number: choice(element, 'number', ['yes', 'no'], 'yes') === 'no' ? null : '',
    heading: named(element, 'heading').flatMap((heading) => inlines(heading, context)),
    breakBefore: choice(element, 'break', ['page', 'none'], 'none') === 'page',
    children: blocksOf(element, context),
  }),

  clause: (element, context): Clause => ({
    type: 'clause',
    id: attribute(element, 'id'),
    level: 1,
    number: '',
    content: wordsOf(element, context),
    children: blocksOf(element, context),
  }),

  list: (element, context): List => ({
    type: 'list',
    marker: choice(element, 'marker', ['dash', 'bullet', 'decimal'], 'dash'),
    items: named(element, 'item').map(
      (item): Item => ({
        id: item.attributes.id ?? null,
        label: '',
        content: wordsOf(item, context),
        children: blocksOf(item, context),
      }),
    ),
  }),

  table: (element, context): Table => {
    // In the order of reading, which tells what is said for the first time.
    const caption = named(element, 'caption')[0];
    const captionWords = caption ? inlines(caption, context) : null;
    const header = named(element, 'header').flatMap((row) => named(row, 'cell').map((cell) => tableCell(cell, context)));
    const rows = named(element, 'row').map(
      (row): Row => ({ id: row.attributes.id ?? null, cells: named(row, 'cell').map((cell) => tableCell(cell, context)) }),
    );
    const columns = named(element, 'column').map(
      (column): Column => ({
        share: positive(column, 'share', 1),
        align: choice(column, 'align', ['left', 'center', 'right'], 'left'),
      }),
    );
    const uneven = [header, ...rows.map((row) => row.cells)].findIndex((cells) => cells.length !== columns.length);
    if (uneven >= 0) {
      const place = named(element, uneven === 0 ? 'header' : 'row')[Math.max(0, uneven - 1)]?.place ?? element.place;
      throw new Refusal([diagnostic('template-uneven-table', { table: attribute(element, 'id'), columns: columns.length }, place)]);
    }
    return {
      type: 'table',
      id: attribute(element, 'id'),
      caption: captionWords,
      ...(caption && choice(caption, 'print', ['yes', 'no'], 'yes') === 'no' && { captionHidden: true }),
      columns,
      header,
      rows,
    };
  },

  facts: (element, context): Facts => ({
    type: 'facts',
    rows: named(element, 'fact').map((fact) => ({
      label: setWords(text(attribute(fact, 'label')), context),
      value: inlines(fact, context),
    })),
  }),

  stamps: (element, context): Stamps | null => {
    const side = (wanted: string): Stamp | null => {
      const stamp = named(element, 'stamp').find((one) => choice(one, 'side', ['left', 'right'], 'right') === wanted);
      return stamp ? { lines: named(stamp, 'line').map((line) => inlines(line, context)) } : null;
    };
    const stamps: Stamps = { type: 'stamps', left: side('left'), right: side('right') };
    return stamps.left || stamps.right ? stamps : null;
  },

  signature: (element, context): Signature => ({
    type: 'signature',
    id: attribute(element, 'id'),
    lead: named(element, 'lead').flatMap((lead) => inlines(lead, context)),
    cells: named(element, 'cell').map((cell) => ({
      share: positive(cell, 'share', 1),
      content: inlines(cell, context),
      caption: cell.attributes.caption ? context.typeset(cell.attributes.caption) : null,
    })),
  }),

  logo: (element, { logo }): Figure | null =>
    logo && { type: 'figure', ...logo, align: choice(element, 'align', ['left', 'center', 'right'], 'left') },
};

function blocksOf(element: Element, context: TreeContext): Block[] {
  return childElements(element).flatMap((child) => {
    const build = Object.hasOwn(builders, child.name) ? builders[child.name as BlockTag] : null;
    const block = build?.(child, context);
    return block ? [block] : [];
  });
}

function tableCell(cell: Element, context: TreeContext): Cell {
  const blocks = blocksOf(cell, context) as (Paragraph | List)[];
  const own = wordsOf(cell, context);
  if (own.length > 0 || blocks.length === 0) blocks.unshift({ type: 'paragraph', style: 'body', align: null, content: own });
  return { children: blocks };
}

/** The words of a clause, item or cell: those of its `<text>`, or those that stand directly in it. */
function wordsOf(element: Element, context: TreeContext): Inline[] {
  const own = named(element, 'text')[0];
  return inlines(own ?? element, context);
}

/** A run of words that is still to grow and to lose its spaces. */
type Draft = { -readonly [K in keyof Text]: Text[K] };

/** White space collapses as in HTML, but non-breaking spaces stay. */
function inlines(element: Element, context: TreeContext): Inline[] {
  const runs: (Draft | Exclude<Inline, Text>)[] = [];
  collect(element, { strong: false, emphasis: false }, runs, context);
  const joined: typeof runs = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.type === 'text' && last?.type === 'text' && last.strong === run.strong && last.emphasis === run.emphasis)
      last.value += run.value;
    else joined.push(run);
  }
  let openSpace = true;
  for (const run of joined) {
    if (run.type !== 'text') {
      openSpace = run.type === 'break';
      continue;
    }
    // All but the single spaces, of which most texts have nothing else.
    run.value = run.value.replace(/ [ \t\r\n]+|[\t\r\n][ \t\r\n]*/g, ' ');
    if (openSpace) run.value = run.value.replace(/^ /, '');
    if (run.value !== '') openSpace = run.value.endsWith(' ');
  }
  joined.forEach((run, at) => {
    const next = joined[at + 1];
    if (run.type === 'text' && (!next || next.type === 'break')) run.value = run.value.replace(/ $/, '');
  });
  return joined
    .filter((run) => run.type !== 'text' || run.value !== '')
    .flatMap((run): Inline[] => (run.type === 'text' ? setWords(run, context) : [run]));
}

/** A run with the spaces that its language wants, in parts where it has abbreviations. */
export function setWords(run: Text, { typeset, abbreviations }: Typography): Text[] {
  return abbreviations(typeset(run.value)).map(({ text: value, expansion }) => ({
    ...run,
    value,
    ...(expansion !== null && { expansion }),
  }));
}

function collect(
  element: Element,
  style: { strong: boolean; emphasis: boolean },
  into: (Draft | Exclude<Inline, Text>)[],
  context: TreeContext,
): void {
  for (const child of element.children) {
    if (typeof child === 'string') into.push({ type: 'text', value: child, ...style });
    else if (child.name === 'strong') collect(child, { ...style, strong: true }, into, context);
    else if (child.name === 'em') collect(child, { ...style, emphasis: true }, into, context);
    else if (child.name === 'br') into.push({ type: 'break' });
    else if (child.name === 'field') into.push(fieldOf(child, context));
    else if (child.name === 'checkbox')
      into.push({
        type: 'checkbox',
        name: attribute(child, 'name'),
        label: attribute(child, 'label'),
        checked: choice(child, 'checked', ['yes', 'no'], 'no') === 'yes',
      });
    else if (!(inlineTags as readonly string[]).includes(child.name)) continue;
  }
}

/** A blank date takes the form that custom gives it wherever there is room for one, mm. */
const roomForDatePattern = 30;

function fieldOf(element: Element, { blankDate }: TreeContext): Field {
  const kind = choice(element, 'kind', ['text', 'date', 'signature'], 'text');
  const width = positive(element, 'width', 40, true);
  const field: Field = { type: 'field', name: attribute(element, 'name'), label: attribute(element, 'label'), kind, width };
  return kind === 'date' && blankDate !== '' && width >= roomForDatePattern ? { ...field, pattern: blankDate } : field;
}

const childElements = (element: Element): Element[] => element.children.filter((child): child is Element => typeof child !== 'string');
const named = (element: Element, name: TagName): Element[] => childElements(element).filter((child) => child.name === name);
const attribute = (element: Element, name: string): string => element.attributes[name] ?? '';

function choice<T extends string>(element: Element, name: string, allowed: readonly T[], otherwise: T): T {
  const value = element.attributes[name] ?? otherwise;
  return allowed.find((one) => one === value) ?? badValue(element, name, value, allowed.join(', '));
}

function positive(element: Element, name: string, otherwise: number, orZero = false): number {
  const written = element.attributes[name];
  if (written === undefined) return otherwise;
  const value = Number(written);
  if (!Number.isFinite(value) || value < 0 || (value === 0 && !orZero)) badValue(element, name, written, '> 0');
  return value;
}

function badValue(element: Element, attributeName: string, value: string, expected: string): never {
  throw new Refusal([diagnostic('template-bad-value', { tag: element.name, attribute: attributeName, value, expected }, element.place)]);
}
