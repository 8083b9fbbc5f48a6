/** Titles, paragraphs, sections, clauses, lists and pictures. */
import { ImageRun } from 'docx';
import { plainText } from '../../document/reading.js';
import type {
  Block,
  Clause,
  Figure,
  Inline,
  Item,
  List,
  Orientation,
  Paragraph,
  Revision,
  Section,
  Title,
} from '../../document/document.js';
import { within } from './context.js';
import type { Context } from './context.js';
import type { Space } from './flow.js';
import { runs } from './inline.js';
import type { Blanks } from './inline.js';
import { leaveRoom } from './insides.js';
import { clauseEdge } from './numbering.js';
import type { ListStyle, Numbers, Placed } from './numbering.js';
import { pointTwips, twips } from './ooxml.js';
import { paragraphProperties } from './paragraph.js';
import type { ParagraphOptions } from './paragraph.js';
import { refuseUnprintable, sealed } from './printable.js';
import { formerly, tracked } from './tracks.js';
import type { Change, Tracks } from './tracks.js';
import { alignments } from './styles.js';
import { syllablesIn } from './syllables.js';
import type { StyleId } from './styles.js';

/** Inline content as a paragraph of `style` takes it, in the place that the context is at. */
export function content(
  inlines: readonly Inline[],
  style: StyleId,
  context: Context,
  over: Partial<Blanks> = {},
): Pick<ParagraphOptions, 'children' | 'tabStop' | 'mark'> {
  const { text, font } = context.styles[style];
  const blanks: Blanks = {
    font: font ?? context.theme.font.body,
    size: text.size,
    align: text.align,
    edge: context.left + context.width,
    lines: context.cell ? 'cell' : 'blank',
    ...over,
  };
  const { cell, theme, width } = context;
  const syllables = cell && !cell.heading ? syllablesIn(width / pointTwips(1), theme) : null;
  return { ...runs(inlines, blanks, { ...context, syllables }), ...tracked(context.revision, context.tracks) };
}

export function title({ lines }: Title, context: Context): void {
  lines.forEach((line, at) => {
    const style = at === 0 ? 'Title' : 'Subtitle';
    context.flow.paragraph(style, content(line, style, context), at < lines.length - 1 ? { after: 0 } : {});
  });
}

const paragraphStyle: Record<Paragraph['style'], StyleId> = { body: 'BodyText', lead: 'Lead', requisite: 'Requisite', note: 'Note' };

export function paragraph(block: Paragraph, context: Context): void {
  const { cell, styles, flow } = context;
  const style = cell ? (cell.heading ? 'TableHeading' : 'TableText') : paragraphStyle[block.style];
  const align = block.align ?? cell?.align ?? null;
  flow.paragraph(style, {
    ...content(block.content, style, context, align ? { align } : {}),
    ...(align && align !== styles[style].text.align && { alignment: alignments[align] }),
    ...kept(block, context),
    // The first-line indent belongs to running text; centred or right-aligned it would only look off the mark.
    ...indented(context, align === 'center' || align === 'right'),
  });
}

/** Whole on the page of what follows. */
const kept = (one: Block | Item, { bound }: Context): Pick<ParagraphOptions, 'keepNext' | 'keepLines'> =>
  bound.has(one) ? { keepNext: true, keepLines: true } : {};

const indented = ({ left }: Context, flush: boolean): Pick<ParagraphOptions, 'indent'> =>
  left > 0 || flush ? { indent: { ...(left > 0 && { 'w:left': left }), ...(flush && { 'w:firstLine': 0 }) } } : {};

export function section(block: Section, context: Context): void {
  const style = block.level === 1 ? 'Heading1' : 'Heading2';
  const carriesNumber = context.styles[style].level !== undefined;
  context.flow.paragraph(style, {
    ...content(block.heading, style, context),
    ...(block.breakBefore && { pageBreakBefore: true }),
    ...(block.number !== null &&
      numbered(context.numbering.place(0, numbersOf({ ...block, number: block.number }, context)), style, context)),
    ...(block.number === null && carriesNumber && { numbering: false }),
  });
  context.write(block.children, context);
}

export function clause(block: Clause, context: Context): void {
  const { theme, flow, numbering } = context;
  const style = block.level === 1 ? 'Clause' : 'Clause2';
  flow.paragraph(style, {
    ...content(block.content, style, context),
    ...numbered(numbering.place(block.level, numbersOf(block, context)), style, context),
    ...(introduces(block) && { keepNext: true }),
    ...kept(block, context),
  });
  const edge = clauseEdge(theme, block.level);
  context.write(block.children, { ...context, left: edge, width: context.width + context.left - edge });
}

/** The number in each version that the paragraph is in. */
function numbersOf({ number, formerNumber = number }: { number: string; formerNumber?: string }, { revision, tracks }: Context): Numbers {
  refuseUnprintable(number);
  return { now: revision === 'deleted' ? null : number, before: revision === 'inserted' || !tracks.ofTwo ? null : formerNumber };
}

/** The numbering of a paragraph; where the older version counted it in another one, that is a tracked change as well. */
function numbered({ place, former }: Placed, style: StyleId, { tracks }: Context): Pick<ParagraphOptions, 'numbering' | 'former'> {
  return { numbering: place, ...(former && { former: formerly(paragraphProperties({ style, numbering: former }), tracks) }) };
}

const introduces = (entry: { content: readonly Inline[]; children: readonly unknown[] }): boolean =>
  entry.children.length > 0 || plainText(entry.content).trimEnd().endsWith(':');

export function list(block: List, context: Context): void {
  const { theme, flow, numbering, cell, depth, left, width } = context;
  // A first-line indent as wide as that of a page would leave nothing of a cell.
  const look: ListStyle = cell ? { style: 'hanging', indent: 0, hang: theme.list.hang } : theme.list;
  const style = cell ? 'TableList' : block.marker === 'decimal' ? 'ListNumber' : 'ListBullet';
  const places = numbering.list(
    block.items.map((item) => numbersOf({ number: item.label, formerNumber: item.formerLabel ?? item.label }, within(item, context))),
    depth,
    left,
    look,
  );
  const inner = look.style === 'hanging' ? twips(look.indent + look.hang) : 0;
  // What follows a list stands as far from it as paragraphs from each other.
  const end = cell ? {} : { after: Math.max(theme.list.after, theme.text.after) };
  block.items.forEach((item, at) => {
    const placed = places[at];
    const inside = within(item, context);
    const options = {
      ...content(item.content, style, inside),
      ...(placed && numbered(placed, style, context)),
      ...(introduces(item) && { keepNext: true }),
      ...kept(item, context),
    };
    flow.paragraph(style, options, at === block.items.length - 1 && item.children.length === 0 ? end : {});
    context.write(item.children, { ...inside, depth: depth + 1, left: left + inner, width: width - inner });
  });
}

/** Pixels of the library in a millimetre. */
const pixels = 96 / 25.4;
/** English metric units in a pixel of the library. */
const emu = 9525;

/** A picture is mirrored first and turned then, clockwise by these degrees. */
const turns: Readonly<Record<Orientation, { rotation: number; flip?: { horizontal?: boolean; vertical?: boolean } }>> = {
  1: { rotation: 0 },
  2: { rotation: 0, flip: { horizontal: true } },
  3: { rotation: 180 },
  4: { rotation: 0, flip: { vertical: true } },
  5: { rotation: 90, flip: { vertical: true } },
  6: { rotation: 90 },
  7: { rotation: 90, flip: { horizontal: true } },
  8: { rotation: 270 },
};

/** The room that a picture lying on its side needs beyond the size in which it is stored, in English metric units. */
function roomBeyond({ width, height }: { width: number; height: number }): { left: number; right: number; top: number; bottom: number } {
  const beyond = (seen: number, stored: number): number => Math.max(0, Math.round(((seen - stored) / 2) * emu));
  const [across, down] = [beyond(height, width), beyond(width, height)];
  return { left: across, right: across, top: down, bottom: down };
}

/** What the library calls an insertion or a deletion. */
function changed(revision: Revision, tracks: Tracks): { insertion: Change } | { deletion: Change } {
  const change = tracks.change();
  const own = { ...change, author: sealed(change.author) };
  return revision === 'inserted' ? { insertion: own } : { deletion: own };
}

export function figure(block: Figure, context: Context, space: Partial<Space> = {}): void {
  refuseUnprintable(block.alt);
  const number = String(context.pictures.next());
  const scale = Math.min(1, context.width / twips(block.width)) * pixels;
  const { orientation = 1 } = block;
  const [width, height] = [block.width * scale, block.height * scale];
  const stored = orientation < 5 ? { width, height } : { width: height, height: width };
  const image = new ImageRun({
    type: block.format === 'png' ? 'png' : 'jpg',
    data: block.data,
    transformation: { ...stored, ...turns[orientation] },
    altText: { id: number, name: number, description: sealed(block.alt) },
    ...(context.revision && changed(context.revision, context.tracks)),
  });
  if (orientation >= 5) leaveRoom(image, roomBeyond(stored));
  context.flow.paragraph(
    'Figure',
    {
      children: [image],
      ...tracked(context.revision, context.tracks),
      ...(block.align !== 'left' && { alignment: alignments[block.align] }),
      ...indented(context, false),
    },
    space,
  );
}
