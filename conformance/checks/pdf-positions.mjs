import { walk } from '../../dist/index.js';
import { standsInLine } from '../pdf-reader.mjs';

/** How far a measure may be off, in millimetres and in points. */
const slip = { mm: 0.3, pt: 0.05, pitch: 0.25 };

/** How far below the upper margin the first line of a page may stand, mm: the air above a heading or inside a cell. */
const firstLine = 12;

/** Single spacing of the fonts, as a multiple of the size. */
const single = 1.15;

const mm = (points) => (points * 25.4) / 72;
const shown = (length) => `${(Math.round(length * 100) / 100).toFixed(2)} mm`;

/** Measured where pdf.js finds the words, sheet, margins, indents, spacing, sizes and page numbers are those of the layout profile. */
export const pdfPositions = {
  name: 'pdf-positions',
  formats: ['pdf'],
  // A chart is a drawing, which has measures of its own.
  about: ({ tree }) => tree.kind !== 'org-chart',
  programs: [],
  async find(document, { pdf, press }) {
    const { tree } = document;
    const theme = press.theme(tree);
    const { pages } = await pdf(document);
    const elements = pages.map((page) => elementsOf(page));
    return [
      ...pages.flatMap((page) => sheet(page, theme)),
      ...pages.flatMap((page) => insideMargins(page, theme)),
      ...edges(pages, tree, theme),
      ...pages.flatMap((page) => pageNumber(page, pages.length, tree, theme)),
      ...sizes(pages, theme),
      ...elements.flatMap((own) => clauseNumbers(own, theme)),
      ...elements.flatMap((own) => lineSpacing(own, theme)),
      ...stamp(elements[0] ?? [], tree, theme),
    ];
  },
};

const wrong = (place, what, is, should) => ({ place, message: `${what} is ${shown(is)} and should be ${shown(should)}` });
const off = (is, should, by = slip.mm) => Math.abs(is - should) > by;
const onPage = ({ number }) => `page ${number}`;

function sheet(page, { page: { width, height } }) {
  return [
    ['width', width],
    ['height', height],
  ]
    .filter(([side, should]) => off(mm(page[side]), should, 0.1))
    .map(([side, should]) => wrong(onPage(page), `the ${side} of the sheet`, mm(page[side]), should));
}

const words = ({ runs }) => runs.filter(({ text, mark }) => mark !== null && text.trim() !== '');
const aside = ({ runs }) => runs.filter(({ text, mark }) => mark === null && text.trim() !== '');
/** Without the space at the end of a line, which nobody sees. */
const rightOf = ({ x, width }) => x + width;

function insideMargins(page, { page: { width, height, margin } }) {
  const place = onPage(page);
  const say = ({ text }, where) => ({ place, message: `“${text}” stands ${where}` });
  const lines = words(page);
  // A table that goes on repeats its head, which is not read again.
  const [first] = page.runs
    .filter(({ text, top }) => text.trim() !== '' && mm(top) >= margin.top - slip.mm)
    .sort((one, other) => one.top - other.top);
  return [
    ...lines
      .filter(({ x }) => mm(x) < margin.left - slip.mm)
      .map((run) => say(run, `${shown(margin.left - mm(run.x))} into the left margin`)),
    ...lines
      .filter((run) => mm(rightOf(run)) > width - margin.right + slip.mm)
      .map((run) => say(run, `${shown(mm(rightOf(run)) - width + margin.right)} into the right margin`)),
    ...lines
      .filter(({ top }) => mm(top) < margin.top - slip.mm)
      .map((run) => say(run, `${shown(margin.top - mm(run.top))} into the upper margin`)),
    ...lines
      .filter(({ y }) => mm(y) > height - margin.bottom + slip.mm)
      .map((run) => say(run, `${shown(mm(run.y) - height + margin.bottom)} into the lower margin`)),
    ...(first && page.number > 1 && mm(first.top) > margin.top + firstLine
      ? [say(first, `more than ${firstLine} mm below the upper margin`)]
      : []),
  ];
}

/** Letters that fill more than a line of text. */
const longerThanALine = 150;

/** Whether some text runs over more than one line; a sheet of cells and short lines need not reach the right margin. */
const runsOn = ({ blocks }) =>
  [...walk(blocks)].some(
    ({ type, content = [] }) =>
      (type === 'paragraph' || type === 'clause') &&
      content.reduce((letters, { type: kind, value = '' }) => letters + (kind === 'text' ? value.length : 0), 0) > longerThanALine,
  );

/** Text begins at the left margin, or where paragraphs of one line are indented; where it is justified, it ends at the right one. */
function edges(pages, tree, { page: { width, margin }, text }) {
  const all = pages.flatMap(words);
  if (all.length === 0) return [{ place: 'pages', message: 'there are no words' }];
  const left = mm(Math.min(...all.map(({ x }) => x)));
  const right = mm(Math.max(...all.map(rightOf)));
  return [
    ...(off(left, margin.left) && (runsOn(tree) || off(left, margin.left + text.indent))
      ? [wrong('pages', 'the left margin', left, margin.left)]
      : []),
    ...(text.align === 'justify' && runsOn(tree) && off(width - right, margin.right)
      ? [wrong('pages', 'the right margin', width - right, margin.right)]
      : []),
  ];
}

/**
 * The number where the profile has it. A document with a line at the foot of each page says it there in words, and by
 * itself only where the profile wants it above the text.
 */
function pageNumber(page, count, { identity }, theme) {
  const { place: wanted, total } = theme.pageNumber;
  const bare = total ? `${page.number} / ${count}` : `${page.number}`;
  return [
    ...(identity && wanted !== 'top-center' ? [] : numberAlone(page, bare, theme)),
    ...(identity ? numberInWords(page, count, identity, theme) : []),
  ];
}

function numberAlone(page, text, { page: { width, height, margin }, pageNumber: { place: wanted, from, distance, size } }) {
  const place = onPage(page);
  const found = aside(page).filter((run) => run.text.trim() === text && !off(run.size, size, slip.pt));
  if (page.number < from) return found.length === 0 ? [] : [{ place, message: `has its number, which starts on page ${from}` }];
  if (found.length !== 1) return [{ place, message: `its number “${text}” is there ${found.length} times` }];
  const [run] = found;
  const middle = mm(run.x + run.width / 2);
  const [side, is, should] =
    wanted === 'bottom-right'
      ? ['right edge of the page number', mm(rightOf(run)), width - margin.right]
      : ['middle of the page number', middle, (margin.left + width - margin.right) / 2];
  const edge = wanted === 'top-center' ? mm(run.top) : height - mm(run.bottom);
  return [
    ...(off(is, should) ? [wrong(place, `the ${side}`, is, should)] : []),
    ...(off(edge, distance) ? [wrong(place, 'the distance of the page number from the edge', edge, distance)] : []),
  ];
}

/** In words at the end of the foot, and at the right edge where the profile has its numbers there. */
function numberInWords(page, count, { page: [before, between, after] }, { page: { width, height, margin }, pageNumber, furniture }) {
  const place = onPage(page);
  const text = plain(`${before}${page.number}${between}${count}${after}`);
  const size = pageNumber.place === 'top-center' ? furniture.size : pageNumber.size;
  const apart = pageNumber.place === 'bottom-right';
  const found = aside(page).filter(
    (run) => (apart ? plain(run.text) === text : plain(run.text).endsWith(` ${text}`)) && !off(run.size, size, slip.pt),
  );
  if (found.length !== 1) return [{ place, message: `its number “${text}” is there ${found.length} times` }];
  const [run] = found;
  const edge = height - mm(run.bottom);
  return [
    ...(apart && off(mm(rightOf(run)), width - margin.right)
      ? [wrong(place, 'the right edge of the page number', mm(rightOf(run)), width - margin.right)]
      : []),
    ...(off(edge, pageNumber.distance) ? [wrong(place, 'the distance of the foot from the edge', edge, pageNumber.distance)] : []),
  ];
}

const plain = (text) => text.replaceAll('\u00A0', ' ').trim();

/** Every size of letters is one that the profile has, and running text has its own. */
function sizes(pages, theme) {
  const known = [
    theme.text,
    theme.requisite,
    theme.note,
    theme.title,
    ...Object.values(theme.heading),
    theme.table,
    theme.facts,
    theme.stamp,
    theme.pageNumber,
    theme.furniture,
  ].map(({ size }) => size);
  const all = [...known, theme.signature.captionSize];
  const strange = pages.flatMap((page) =>
    page.runs.filter(({ text, size }) => text.trim() !== '' && all.every((one) => off(size, one, slip.pt))).map((run) => ({ page, run })),
  );
  const running = pages.flatMap(words).some(({ size }) => !off(size, theme.text.size, slip.pt));
  return [
    ...strange.map(({ page, run }) => ({
      place: onPage(page),
      message: `“${run.text}” is set in ${run.size} pt, which the profile does not know`,
    })),
    ...(running ? [] : [{ place: 'pages', message: `nothing is set in the ${theme.text.size} pt of running text` }]),
  ];
}

/** The elements of a page in reading order, each with its runs; elements inside a line belong to the one around. */
function elementsOf({ number, tree, runs }) {
  const found = [];
  const visit = (node, owner) => {
    if (node?.type === 'content') {
      owner?.runs.push(...runs.filter(({ mark, text }) => mark === node.id && text.trim() !== ''));
      return;
    }
    const own = owner && standsInLine(node?.role ?? '') ? owner : { number, role: node?.role, runs: [] };
    if (own !== owner) found.push(own);
    for (const child of node?.children ?? []) visit(child, own);
  };
  visit(tree, null);
  return found.filter((element) => element.runs.length > 0);
}

/** The numbers of clauses stand at the indent of the first line, or at the margin where they hang. */
function clauseNumbers(elements, { page: { margin }, text, clause }) {
  const should = margin.left + (clause.style === 'first-line' ? text.indent : 0);
  return elements
    .filter(({ role, runs: [{ text: label }] }) => role === 'Lbl' && /^\d+\.\d+\.?$/.test(label.trim()))
    .filter(({ runs: [{ x }] }) => off(mm(x), should))
    .map(({ number, runs: [{ x, text: label }] }) => wrong(`page ${number} clause ${label.trim()}`, 'its left edge', mm(x), should));
}

/** From line to line of a clause it is as far as the profile says. */
function lineSpacing(elements, { text: { size, spacing } }) {
  const should = size * single * spacing;
  return elements
    .filter(({ role }) => role === 'LBody')
    .flatMap(({ number, runs }) => {
      const lines = [...new Set(runs.filter((run) => !off(run.size, size, slip.pt)).map(({ y }) => y))];
      const wide = lines
        .slice(1)
        .map((y, at) => y - lines[at])
        .find((pitch) => pitch > slip.pitch && off(pitch, should, slip.pitch));
      return wide === undefined
        ? []
        : [
            {
              place: `page ${number} “${runs[0].text.slice(0, 30)}”`,
              message: `from line to line it is ${wide.toFixed(2)} pt and should be ${should.toFixed(2)} pt`,
            },
          ];
    });
}

/** The stamp at the right is as wide as the profile says and ends at the margin. */
function stamp(elements, { blocks }, { page: { width, margin }, stamp: { width: wide, align } }) {
  const [stamps] = [...walk(blocks)].filter(({ type }) => type === 'stamps');
  const [head] = stamps?.right?.lines ?? [];
  const words = head
    ?.map(({ value = '' }) => value)
    .join('')
    .trim();
  if (!words || align !== 'left') return [];
  // A line with a blank in it is written word by word.
  const [first] = plain(words).split(' ');
  const run = elements.flatMap(({ runs }) => runs).find(({ text }) => plain(text).startsWith(first));
  if (!run) return [{ place: 'stamp', message: `“${words}” is not on the first page` }];
  const should = width - margin.right - wide;
  return off(mm(run.x), should) ? [wrong('stamp', 'its left edge', mm(run.x), should)] : [];
}
