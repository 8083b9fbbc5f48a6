/** Paragraphs and tables of one text, in reading order, into the pieces of the file. */
import { childOf, elementsOf, isOn, xml } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';
import { chosenAmong } from './alternatives.js';
import { controlOf } from './controls.js';
import type { Anchored } from './drawing.js';
import { readInline } from './inline.js';
import type { Draft } from './inline.js';
import { lookOf, mostly } from './paragraph-look.js';
import { listedIn } from './paragraph-number.js';
import type { Listed } from './paragraph-number.js';
import { grow, isProperty, noted } from './reading.js';
import type { Story } from './reading.js';
import type { ParagraphStyle } from './style-sheet.js';
import { gridOf } from './table-grid.js';
import { valOf } from '../xml-tree.js';
import type { WordCell, WordNumber, WordPiece, WordPlace, WordSpan } from './word-text.js';

/** A paragraph whose end is deleted, so that it goes on in the next one. */
interface Unended {
  readonly draft: Draft;
  readonly properties: Xml | undefined;
}

/** Reads everything in the element, which stands in these cells. */
export function readBlocks(parent: Xml, story: Story, cells: readonly WordCell[] = [], isHidden = story.isHidden): void {
  const { reading } = story;
  const first = reading.pieces.length;
  let unended: Unended | null = null;

  function walk(nodes: Xml['children']): void {
    for (const one of nodes) if (typeof one !== 'string') visit(one);
  }

  function visit(one: Xml): void {
    switch (one.name) {
      case 'w:p':
        return paragraph(one);
      case 'w:tbl':
        end();
        return readTable(one, story, cells, isHidden);
      case 'w:sdt':
        story.controls.push(controlOf(one));
        walk(childOf(one, 'w:sdtContent')?.children ?? []);
        story.controls.pop();
        return;
      case 'mc:AlternateContent':
        return walk(chosenAmong(one));
      case 'w:altChunk': {
        const name = story.relationships.get(one.attributes['r:id'] ?? '')?.target ?? '';
        end();
        return hang([{ kind: 'unread', what: 'embedded-file', name }], null);
      }
      case 'w:del':
      case 'w:moveFrom':
        return;
      case 'w:r':
        // Words outside of a paragraph, which only damaged files have.
        return paragraph(xml('w:p', {}, one));
      default:
        if (!isProperty(one)) walk(one.children);
    }
  }

  function paragraph(one: Xml): void {
    const properties = childOf(one, 'w:pPr');
    const mark = childOf(properties, 'w:rPr');
    const draft: Draft = unended?.draft ?? { spans: [], anchored: [], references: [] };
    const style = reading.styles.paragraph(valOf(childOf(properties, 'w:pStyle')));
    readInline(one, style, story, draft);
    if (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) {
      noted(reading, 'joined-paragraphs');
      unended = { draft, properties };
      return;
    }
    unended = null;
    finish(draft, properties, style);
  }

  /** What was to go on ends here: nothing is left of it unless it has words. */
  function end(isNeeded = false): void {
    if (!unended) return;
    const { draft, properties } = unended;
    unended = null;
    if (isNeeded || draft.spans.length > 0 || draft.anchored.length > 0)
      finish(draft, properties, reading.styles.paragraph(valOf(childOf(properties, 'w:pStyle'))));
  }

  function finish(draft: Draft, properties: Xml | undefined, style: ParagraphStyle): void {
    const letters = reading.styles.letters(style, childOf(properties, 'w:rPr'));
    const spans = withBreaks(draft.spans);
    const text = textOf(spans);
    const isUnseen = isHidden || (draft.spans.length > 0 ? spans.every((one) => one.hidden) : letters.hidden);
    const listed = listedIn(properties, style, reading.numbering);
    const language = mostly(spans, (one) => one.language) ?? letters.language;
    const number = isUnseen && !isHidden ? null : numberOf(listed, language);
    const breaks = isOn([properties, ...style.properties].map((one) => childOf(one, 'w:pageBreakBefore')).find((one) => one !== undefined));
    const seen = spans.filter((one) => !one.hidden);
    const startsPage = story.startsPage || breaks || seen[0]?.kind === 'page';
    // A break behind everything else sends the next paragraph to a new page, and so does one that stands alone.
    story.startsPage = seen.at(-1)?.kind === 'page';
    if (!isUnseen && (text.trim() !== '' || number)) story.count.paragraphs += 1;
    const index = add({
      kind: 'paragraph',
      place: placeOf(null),
      number,
      typed: null,
      text,
      spans,
      look: lookOf(properties, style, listed, spans, letters.size),
      language,
      hidden: isUnseen,
      startsPage: startsPage && !(seen.length === 1 && seen[0]?.kind === 'page' && !breaks),
    });
    for (const reference of draft.references) reference.piece = index;
    hang(draft.anchored, index);
    if (childOf(properties, 'w:sectPr')) {
      story.section += 1;
      const start = reading.sectionStarts[story.section] ?? 'continuous';
      story.startsPage ||= start !== 'continuous' && start !== 'nextColumn';
    }
  }

  function numberOf(listed: Listed | null, language: string | null): WordNumber | null {
    if (!listed) return null;
    if (!listed.definition) noted(reading, 'unknown-lists');
    return story.counters.next(listed.numId, listed.level, language, () => noted(reading, 'numbers-in-figures'));
  }

  function hang(anchored: readonly Anchored[], on: number | null): void {
    for (const one of anchored) {
      if (one.kind === 'box' || one.kind === 'lines') readBox(one, story, cells, on, isHidden);
      else add({ ...one, place: placeOf(on) });
    }
  }

  function add(piece: WordPiece): number {
    grow(reading);
    return reading.pieces.push(piece) - 1;
  }
  const placeOf = (on: number | null): WordPlace => ({
    ...story.place,
    paragraph: story.count.paragraphs,
    cells,
    hangsOn: on ?? story.place.hangsOn,
  });

  walk(parent.children);
  end(cells.length > 0 && reading.pieces.length === first);
}

/** Boxes count their numbers apart, and go on counting paragraphs. */
function readBox(
  box: Anchored & { kind: 'box' | 'lines' },
  story: Story,
  cells: readonly WordCell[],
  on: number | null,
  isHidden: boolean,
): void {
  story.reading.boxes += 1;
  const place = { ...story.place, box: story.reading.boxes, hangsOn: on };
  const inside: Story = {
    ...story,
    place,
    counters: story.reading.numbering.counters(),
    fields: [],
    controls: [],
    startsPage: false,
    isHidden,
  };
  const content =
    box.kind === 'box'
      ? box.content
      : xml('w:txbxContent', {}, ...box.lines.map((line) => xml('w:p', {}, xml('w:r', {}, xml('w:t', { 'xml:space': 'preserve' }, line)))));
  readBlocks(content, inside, cells, isHidden);
}

function readTable(table: Xml, story: Story, cells: readonly WordCell[], isHidden: boolean): void {
  const { reading } = story;
  const { rows, columns, headingRows, deletedRows } = gridOf(table);
  noted(reading, 'deleted-rows', deletedRows);
  if (rows.length === 0) return;
  const number = reading.tables.length + 1;
  reading.tables.push({ number, within: cells.at(-1)?.table ?? null, rows: rows.length, columns, headingRows });
  for (const [at, row] of rows.entries())
    for (const cell of row.cells) {
      const place = { table: number, row: at + 1, column: cell.column, rows: cell.rows, columns: cell.columns };
      // What another cell covers is not seen; mostly there is nothing.
      if (!cell.isCovered || hasWords(cell.content))
        readBlocks(cell.content, story, [...cells, place], isHidden || row.isHidden || cell.isCovered);
    }
}

const hasWords = (one: Xml): boolean => one.name === 'w:t' || elementsOf(one).some(hasWords);

/** A break of a page parts words like the end of a line, and is nothing where there are none to part. */
function withBreaks(spans: readonly WordSpan[]): WordSpan[] {
  const isWords = (one: WordSpan): boolean => !one.hidden && one.kind !== 'page' && one.kind !== 'column' && one.text !== '';
  const [first, last] = [spans.findIndex(isWords), spans.findLastIndex(isWords)];
  return spans.map((one, at) =>
    (one.kind === 'page' || one.kind === 'column') && (first < 0 || at < first || at > last) ? { ...one, text: '' } : one,
  );
}

export const textOf = (spans: readonly WordSpan[]): string =>
  spans
    .filter((one) => !one.hidden)
    .map((one) => one.text)
    .join('');
