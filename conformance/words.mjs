/** The words of a tree as a reader of the finished document must meet them, and of a document as programs extract them. */

/**
 * Words without what programs are free to change: how wide spaces are, where a word may be divided, how a hyphen is
 * coded. Blanks and boxes to tick go too, since each format draws them in its own way.
 */
export const plain = (words) =>
  words
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u2060\uFEFF_☐☒☑]/gu, '')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * How a format is read aloud.
 * - `signatures`: `by cell` when what is written in a cell comes with the caption under it, `by row` when all cells
 *   come first and all captions after them
 * - `signs`: what stands for the sign of an unnumbered list, and of one inside its items; null when it is the tree's own
 * - `patterns`: whether the form of a blank, such as «__» ________ 20__ г., is text; else the blank is a field
 * - `hidden`: whether captions that are not printed are text
 * - `drawings`: whether the words of drawings are read, those that lead elsewhere after all others
 */
export const readings = {
  pdf: { signatures: 'by cell', signs: null, patterns: false, hidden: false, drawings: true },
  // The text that LibreOffice saves has signs of its own for all lists, one for each level.
  docx: { signatures: 'by row', signs: ['•', '◦'], patterns: true, hidden: false, drawings: false },
  html: { signatures: 'by cell', signs: null, patterns: false, hidden: true, drawings: false },
};

/**
 * The passages of a tree in reading order: every heading, clause, item, cell and line with its number or label, and
 * its place in the document. Empty ones are left out.
 */
export function passagesOf(tree, reading) {
  return [...passagesIn(tree.blocks, '', reading)]
    .map(({ place, words }) => ({ place, words: plain(words) }))
    .filter(({ words }) => words !== '');
}

const readBlock = {
  *title({ lines }, place, reading) {
    for (const line of lines) yield passage(`${place}title`, line, reading);
  },
  *paragraph({ style, content }, place, reading) {
    yield passage(`${place}${style}`, content, reading);
  },
  *section({ id, number, heading, children }, place, reading) {
    yield passage(`${place}${id}`, heading, reading, number ?? '');
    yield* passagesIn(children, `${place}${id}/`, reading);
  },
  *clause({ id, number, content, children }, place, reading) {
    yield passage(`${place}${id}`, content, reading, number);
    yield* passagesIn(children, `${place}${id}/`, reading);
  },
  *list({ items }, place, reading) {
    for (const { id, label, content, children } of items) {
      const own = `${place}${id ?? 'item'}`;
      yield passage(own, content, reading, /\d/.test(label) ? label : (reading.signs?.[0] ?? label));
      yield* passagesIn(children, `${own}/`, { ...reading, signs: reading.signs?.slice(1) ?? null });
    }
  },
  *table({ id, caption, captionHidden, header, rows }, place, reading) {
    if (caption && (!captionHidden || reading.hidden)) yield passage(`${place}${id}/caption`, caption, reading);
    for (const cell of header) yield* passagesIn(cell.children, `${place}${id}/header/`, reading);
    for (const row of rows) for (const cell of row.cells) yield* passagesIn(cell.children, `${place}${id}/${row.id ?? 'row'}/`, reading);
  },
  *facts({ rows }, place, reading) {
    for (const { label, value } of rows) {
      yield passage(`${place}facts`, label, reading);
      yield passage(`${place}facts`, value, reading);
    }
  },
  *stamps({ left, right }, place, reading) {
    for (const stamp of [left, right]) for (const line of stamp?.lines ?? []) yield passage(`${place}stamp`, line, reading);
  },
  *signature({ id, lead, cells }, place, reading) {
    const own = `${place}${id}`;
    yield passage(own, lead, reading);
    const contents = cells.map(({ content }) => passage(own, content, reading));
    const captions = cells.map(({ caption }) => ({ place: own, words: caption ?? '' }));
    yield* reading.signatures === 'by row' ? [...contents, ...captions] : contents.flatMap((one, at) => [one, captions[at]]);
  },
  *figure() {
    // A picture has no words of its own.
  },
  *chart({ id, boxes }, place, { drawings }) {
    if (!drawings) return;
    const texts = boxes.flatMap((box) => box.texts.map((text) => ({ ...text, leads: box.leadsTo !== null && text.tone === 'link' })));
    for (const leads of [false, true])
      for (const { value } of texts.filter((text) => text.leads === leads)) yield { place: `${place}${id}`, words: value };
  },
};

function* passagesIn(blocks, place, reading) {
  for (const block of blocks) yield* readBlock[block.type](block, place, reading);
}

const passage = (place, content, reading, label = '') => ({
  place,
  words: `${label} ${content.map((inline) => wordsOf(inline, reading)).join('')}`,
});

const wordsOf = (inline, { patterns }) =>
  inline.type === 'text' ? inline.value : inline.type === 'break' ? ' ' : inline.type === 'field' && patterns ? (inline.pattern ?? '') : '';

/** How far behind the place where a passage should stand it is looked for, in characters. */
const slack = 300;

/** How much of a text a message shows, in characters. */
const shown = 70;

/**
 * Follows the passages through the text of a document: each has to stand there, in its order, and nothing between them.
 * Returns what is wrong, each with the place of the passage. Without `spaces`, only letters and signs are compared.
 */
export function follow(passages, text, { spaces = true } = {}) {
  const compact = (one) => (spaces ? one : one.replaceAll(' ', ''));
  const find = spaces ? findWords : findLetters;
  const words = compact(plain(text));
  const findings = [];
  let at = 0;
  let lost = 0;
  const extra = (place, end) => {
    const between = words.slice(at, end).trim();
    if (between !== '' && lost === 0) findings.push({ place, message: `here the document also says ${quoted(between)}` });
  };
  for (const { place, words: written } of passages) {
    const wanted = compact(written);
    const found = find(wanted, words, at);
    if (found === -1 || found > at + lost + slack) {
      const elsewhere = find(wanted, words, 0) === -1 ? '' : ', which stands elsewhere,';
      findings.push({
        place,
        message: `${quoted(wanted)}${elsewhere} is not where it belongs; there the document says ${quoted(words.slice(at + lost, at + lost + shown + 1).trim())}`,
      });
      lost += wanted.length + 1;
      continue;
    }
    extra(place, found);
    at = found + wanted.length;
    lost = 0;
  }
  extra('end', words.length);
  return findings;
}

/** Where `wanted` stands as whole words: `1.` must not be found in `11.`. */
function findWords(wanted, words, from) {
  for (let at = words.indexOf(wanted, from); at !== -1; at = words.indexOf(wanted, at + 1)) {
    const before = words[at - 1] ?? ' ';
    const after = words[at + wanted.length] ?? ' ';
    if (before === ' ' && after === ' ') return at;
  }
  return -1;
}

const findLetters = (wanted, words, from) => words.indexOf(wanted, from);

const quoted = (words) => `“${words.length > shown ? `${words.slice(0, shown)}…` : words}”`;
