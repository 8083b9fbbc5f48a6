/** One function per kind of block: what it looks like, and what it is to a reader who hears it. */
import { text } from '../document/document.js';
import { plainText } from '../document/reading.js';
import type { Block, Clause, Figure, Inline, Item, List, Paragraph, Section, Title } from '../document/document.js';
import { faceOf } from './atoms.js';
import { layChart } from './chart.js';
import { add, free, withNext } from './flow.js';
import { mm } from './page.js';
import type { Box } from './page.js';
import { setParagraph, wordingOf } from './paragraph.js';
import type { Label, Wording } from './paragraph.js';
import { within } from './room.js';
import type { Room } from './room.js';
import { laySignature, layStamps } from './signing.js';
import { element } from './structure.js';
import type { Element, Role } from './structure.js';
import { headingLettering, letteringOf, styleOf } from './styles.js';
import { layFacts, layTable } from './table.js';

const layBlock: { [K in Block['type']]: (block: Extract<Block, { type: K }>, room: Room) => void } = {
  title: layTitle,
  paragraph: layParagraph,
  section: laySection,
  clause: (clause, room) => {
    layClauses([clause], room);
  },
  list: layList,
  table: layTable,
  facts: layFacts,
  stamps: layStamps,
  signature: laySignature,
  figure: layFigure,
  chart: layChart,
};

/** Lays blocks one under the other; neighbouring clauses become one list. */
export function layBlocks(blocks: readonly Block[], room: Room): void {
  let clauses: Clause[] = [];
  for (const block of blocks) {
    if (block.type === 'clause') {
      clauses.push(block);
      continue;
    }
    if (clauses.length > 0) layClauses(clauses, room);
    clauses = [];
    (layBlock[block.type] as (block: Block, room: Room) => void)(block, room);
  }
  if (clauses.length > 0) layClauses(clauses, room);
}

function layTitle(title: Title, room: Room): void {
  const { theme } = room.setting;
  const heading = headingElement(room, 1);
  const lettering = headingLettering(theme, theme.title);
  title.lines.forEach((line, index) => {
    const last = index === title.lines.length - 1;
    // Lines of one heading are parted by a space for those who hear it.
    const content: readonly Inline[] = last ? line : [...line, text(' ')];
    setParagraph(
      wordingOf(content, heading, theme.title, room, {
        lettering,
        before: index === 0 ? theme.title.before : 0,
        after: last ? theme.title.after : 0,
        divide: false,
        hold: withNext,
      }),
      room,
    );
  });
}

/** Levels start at 1 and never skip one, whatever came before. */
function headingElement(room: Room, wanted: number): Element {
  const level = Math.min(wanted, room.setting.heading.last + 1);
  room.setting.heading.last = level;
  const roles: readonly Role[] = ['H1', 'H2', 'H3'];
  return element(roles[level - 1] ?? 'H3', room.parent);
}

function layParagraph(paragraph: Paragraph, room: Room): void {
  const { theme } = room.setting;
  const style = styleOf(paragraph.style, room);
  const align = paragraph.align ?? style.align;
  const indented = !room.cell && (paragraph.style === 'body' || paragraph.style === 'lead') && (align === 'justify' || align === 'left');
  setParagraph(
    wordingOf(paragraph.content, element('P', room.parent), style, room, {
      align,
      indent: indented ? mm(theme.text.indent) : 0,
      hold: paragraph.style === 'lead' || endsWithColon(paragraph.content) ? withNext : free,
    }),
    room,
  );
}

/** Such words introduce what comes next, whatever it is. */
const endsWithColon = (content: readonly Inline[]): boolean => plainText(content).trimEnd().endsWith(':');

function laySection(section: Section, room: Room): void {
  const { theme } = room.setting;
  const style = theme.heading[section.level];
  const path = within(room, section.id);
  const inner: Room = { ...room, path, parent: element('Sect', room.parent) };
  const heading = headingElement(inner, room.setting.heading.section + section.level - 1);
  const content: readonly Inline[] = section.number === null ? section.heading : [text(`${section.number}\u00A0`), ...section.heading];
  if (section.breakBefore) room.flow.newPage = true;
  const lettering = headingLettering(theme, style);
  const [first] = setParagraph(
    wordingOf(content, heading, style, inner, {
      lettering,
      indent: mm(style.indent),
      divide: false,
      hold: withNext,
      after: style.rule ? 0 : style.after,
    }),
    inner,
  );
  const title = plainText(content).replace(/\s+/gu, ' ').trim();
  if (first && title !== '') first.bookmark = { title, level: section.level };
  if (style.rule) addRule(inner, style.after);
  layBlocks(section.children, inner);
}

/** A rule under a heading, as wide as the text. */
function addRule(room: Room, after: number): void {
  const { theme } = room.setting;
  const thickness = 0.6;
  const rule: Box = { type: 'fill', mark: 'layout', x: room.left, y: 1.5, width: room.width, height: thickness, color: theme.color.rule };
  add(room.flow, 1.5 + thickness, [rule], 0, withNext);
  room.flow.gap = after;
}

function layClauses(clauses: readonly Clause[], room: Room): void {
  const { theme } = room.setting;
  const list = element('L', room.parent, { numbering: 'Decimal' });
  const hanging = theme.clause.style === 'hanging';
  const hang = hanging
    ? hangFor(
        clauses.map((clause) => clause.number),
        mm(theme.clause.hang),
        room,
      )
    : 0;
  for (const clause of clauses) {
    const path = within(room, clause.id);
    layEntry(
      {
        label: clause.number,
        content: clause.content,
        children: clause.children,
        at: hanging ? 0 : mm(theme.text.indent),
        hang,
        hanging,
        after: theme.clause.after,
        depth: 0,
      },
      list,
      { ...room, path },
    );
  }
}

/** A column of labels is wide enough for all of them, so that their texts stand in line. */
function hangFor(labels: readonly string[], least: number, room: Room): number {
  const { size } = styleOf('body', room);
  const face = faceOf(room, letteringOf(room.setting.theme, size), false, false);
  return Math.max(least, ...labels.map((label) => (face.measure(label).width + face.space) * size));
}

/** A clause or an item of a list: a label, its text, and what is inside. */
interface ListEntry {
  label: string;
  content: readonly Inline[];
  children: readonly Block[];
  /** From the left edge of the room to the label, and from there to the text, pt. */
  at: number;
  hang: number;
  /** The label stands in a column of its own, and all that is inside beside it; else it runs into the text. */
  hanging: boolean;
  after: number;
  /** In how many lists all that is inside stands. */
  depth: number;
}

function layEntry(entry: ListEntry, list: Element, room: Room): void {
  const item = element('LI', list);
  const lbl = element('Lbl', item);
  const body = element('LBody', item);
  // However deep lists nest, most of the width is for text.
  const edge = entry.hanging ? Math.min(entry.at + entry.hang, room.width / 4) : 0;
  const inner: Room = { ...room, left: room.left + edge, width: room.width - edge, parent: body };
  const label: Label = { text: entry.label, mark: lbl, at: entry.at - edge, textAt: entry.hanging ? 0 : entry.at + entry.hang };
  const style = styleOf('body', room);
  const introduces = entry.children.length > 0 || endsWithColon(entry.content);
  const over: Partial<Wording> = { label, after: entry.after, before: 0, hold: introduces ? withNext : free };
  setParagraph(wordingOf(entry.content, body, style, inner, over), inner);
  layBlocks(entry.children, { ...(entry.hanging ? inner : { ...room, parent: body }), depth: entry.depth });
  room.flow.gap = Math.max(room.flow.gap, entry.after);
}

const listNumbering = { dash: 'None', bullet: 'Disc', decimal: 'Decimal' } as const;

function layList(list: List, room: Room): void {
  const { theme } = room.setting;
  const structure = element('L', room.parent, { numbering: listNumbering[list.marker] });
  const hanging = room.cell !== null || theme.list.style === 'hanging';
  const least = mm(theme.list.hang);
  const hang = hanging
    ? hangFor(
        list.items.map((item) => item.label),
        least,
        room,
      )
    : least;
  const labelled = (item: Item): ListEntry => ({
    label: item.label,
    content: item.content,
    children: item.children,
    // Where all text begins at the margin, the labels alone show which list is inside which, as in the Word file.
    at: room.cell ? 0 : Math.min(mm(theme.list.indent) + (hanging ? 0 : least * (room.depth ?? 0)), room.width / 3),
    hang,
    hanging,
    after: room.cell ? 0 : theme.list.after,
    depth: (room.depth ?? 0) + 1,
  });
  for (const item of list.items) layEntry(labelled(item), structure, { ...room, path: within(room, item.id) });
  if (!room.cell) room.flow.gap = Math.max(room.flow.gap, theme.text.after);
}

function layFigure(figure: Figure, room: Room): void {
  const scale = Math.min(1, room.width / mm(figure.width), room.setting.pageHeight / mm(figure.height));
  const width = mm(figure.width) * scale;
  const height = mm(figure.height) * scale;
  const slack = room.width - width;
  const x = room.left + (figure.align === 'center' ? slack / 2 : figure.align === 'right' ? slack : 0);
  const mark = element('Figure', room.parent, { alt: figure.alt });
  const { data, format, orientation } = figure;
  add(room.flow, height, [{ type: 'image', mark, x, y: 0, width, height, data, format, ...(orientation && { orientation }) }]);
  room.flow.gap = room.setting.theme.text.after;
}
