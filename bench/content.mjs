/**
 * The words of a document tree without its structure of classes: what every peer is given to print, in reading order.
 *
 * lines      { style, align, lines }                       requisites, stamp, title, headings, leads, notes
 * clauses    { clauses: [{ number, text, items: [{ label, text }] }] }
 * table      { caption, shares, header, rows }             cells are texts, their paragraphs divided by \n
 * signature  { lead, cells: [{ share, text, caption }] }
 *
 * `blanks` are the blanks among the words that are drawn to a pattern with letters in it, such as «__» ________ 20__ г.
 */
import { contents } from '../dist/index.js';

/** The plain content of a document tree; throws on a block that the peers have no counterpart for. */
export function contentOf(document) {
  const parts = [];
  for (const block of document.blocks) addBlock(parts, block);
  const blanks = [...contents(document.blocks)].flat().flatMap(({ pattern }) => pattern ?? []);
  return { title: document.title, author: document.author, blanks, parts: parts.map((part, at) => ({ id: `part${at}`, ...part })) };
}

const add = {
  title: (parts, { lines }) => parts.push(linesOf('title', lines.map(words), 'center')),
  paragraph: (parts, { style, align, content }) => parts.push(linesOf(style, [words(content)], align)),
  stamps: (parts, { left, right }) => [left, right].forEach((stamp) => stamp && parts.push(linesOf('stamp', stamp.lines.map(words)))),
  section(parts, { number, heading, children }) {
    parts.push(linesOf('heading', [number ? `${number} ${words(heading)}` : words(heading)], 'center'));
    for (const child of children) addBlock(parts, child);
  },
  clause(parts, { number, content, children }) {
    if (parts.at(-1)?.kind !== 'clauses') parts.push({ kind: 'clauses', clauses: [] });
    parts.at(-1).clauses.push({ number, text: words(content), items: [] });
    for (const child of children) addBlock(parts, child);
  },
  list(parts, { items }) {
    if (parts.at(-1)?.kind !== 'clauses') throw new Error('A list outside a clause has no counterpart in the peers.');
    parts
      .at(-1)
      .clauses.at(-1)
      .items.push(...items.map(({ label, content }) => ({ label, text: words(content) })));
  },
  table: (parts, { caption, captionHidden, columns, header, rows }) =>
    parts.push({
      kind: 'table',
      caption: captionHidden ? null : caption && words(caption),
      shares: columns.map(({ share }) => share),
      header: header.map(cellWords),
      rows: rows.map(({ cells }) => cells.map(cellWords)),
    }),
  signature: (parts, { lead, cells }) =>
    parts.push({
      kind: 'signature',
      lead: words(lead),
      cells: cells.map(({ share, content, caption }) => ({ share, text: words(content), caption: caption ?? '' })),
    }),
};

function addBlock(parts, block) {
  if (!(block.type in add)) throw new Error(`The peers have no counterpart for a ${block.type}.`);
  add[block.type](parts, block);
}

const linesOf = (style, lines, align = null) => ({ kind: 'lines', style, align, lines });

/** An underscore of 12 pt is 2.1 mm wide; a blank that fills its line gets a dozen. */
const underscores = (millimetres) => '_'.repeat(millimetres > 0 ? Math.round(millimetres / 2.1) : 12);

const words = (inlines) =>
  inlines
    .map((inline) =>
      ({
        text: () => inline.value,
        field: () => inline.pattern ?? underscores(inline.width),
        checkbox: () => (inline.checked ? '[x]' : '[ ]'),
        break: () => ' ',
      })[inline.type](),
    )
    .join('');

const cellWords = ({ children }) =>
  children
    .flatMap((child) =>
      child.type === 'list' ? child.items.map(({ label, content }) => `${label} ${words(content)}`) : [words(child.content)],
    )
    .join('\n');

/** Every piece of text that a printed document must contain, word for word; numbers, labels and blanks are apart. */
export function pieces({ parts, blanks }) {
  const texts = parts.flatMap((part) => textsOf[part.kind](part));
  return texts.map((text) => blanks.reduce((rest, blank) => rest.replace(blank, ''), text));
}

const textsOf = {
  lines: ({ style, lines }) => (style === 'heading' ? lines.map((line) => line.replace(/^[\d.]+ /, '')) : lines),
  clauses: ({ clauses }) => clauses.flatMap(({ text, items }) => [text, ...items.map((item) => item.text)]),
  table: ({ caption, header, rows }) => [caption ?? '', ...header, ...rows.flat()],
  signature: ({ lead, cells }) => [lead, ...cells.flatMap(({ text, caption }) => [text, caption])],
};
