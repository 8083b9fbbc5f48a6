/**
 * The ends of cells and of the text, where tracked changes need care: the last paragraph of a place cannot go, because
 * its mark is what ends the place. Word therefore keeps that mark and marks those before it; so does this.
 */
import { strFromU8, strToU8 } from 'fflate';
import { childOf, descendantsOf, elementsOf, parseXml, printXml, xml } from '../../ooxml/xml-tree.js';
import type { Node, Xml } from '../../ooxml/xml-tree.js';

/** Moves marks in the text of a redline, so that accepting or rejecting all of them leaves nothing behind. */
export function settleEnds(parts: Record<string, Uint8Array>): void {
  const texts = Object.keys(parts).filter((path) => /^word\/(?:document|header\d+|footer\d+)\.xml$/.test(path));
  const roots = texts.map((path) =>
    parseXml(strFromU8(parts[path] ?? new Uint8Array()), (fault) => {
      throw new Error(`${path}: ${fault}`);
    }),
  );
  let last = Math.max(
    0,
    ...roots.flatMap((root) => [...descendantsOf(root)].filter(isChange).map(({ attributes }) => Number(attributes['w:id']))),
  );
  const nextId = (): string => String((last += 1));
  roots.forEach((root, at) => {
    for (const place of descendantsOf(root)) {
      if (place.name === 'w:body') {
        closeBeforeTables(place, nextId);
        joinChanges(place, nextId);
        closeText(place);
      } else if (place.name === 'w:tc') closeCell(place, nextId);
    }
    parts[texts[at] ?? ''] = strToU8(printXml(root));
  });
}

const isChange = ({ name }: Xml): boolean => /^w:(?:ins|del|pPrChange|customXmlInsRangeStart)$/.test(name);

/** At the end of the text there is room for a paragraph that stays: a line nobody sees. */
function closeText(body: Xml): void {
  const last = tailOf(body).at(-1);
  if (last)
    body.children.splice(body.children.indexOf(last) + 1, 0, xml('w:p', {}, xml('w:pPr', {}, xml('w:pStyle', { 'w:val': 'Separator' }))));
}

/** A paragraph cannot be joined to a table, so that LibreOffice would leave it there, empty but numbered: it ends before it. */
function closeBeforeTables(body: Xml, nextId: () => string): void {
  const content = elementsOf(body);
  content.forEach((table, at) => {
    const last = content[at - 1];
    const mark = table.name === 'w:tbl' && last?.name === 'w:p' ? markOf(last) : undefined;
    if (!last || !mark) return;
    const start = content.slice(0, at).findLastIndex((one) => one.name !== 'w:p' || changeOf(one) !== mark.name);
    const before = content[start];
    if (before?.name === 'w:p' && changeOf(before) === null) shift(before, last, mark, nextId);
    else if (childOf(childOf(last, 'w:pPr'), 'w:numPr')) {
      // Between two tables it has to stay where it is; without a number at least it does not spoil those that follow.
      settleLook(unnumbered(last), last, mark, nextId);
      setMark(last, mark);
    }
  });
}

/**
 * Words that come at the end of a paragraph and the paragraphs that come behind it are one change, as when somebody types
 * on: its paragraph ends in the change. LibreOffice takes them for one in any case, and would join what follows.
 */
function joinChanges(body: Xml, nextId: () => string): void {
  const content = elementsOf(body);
  content.forEach((before, at) => {
    if (before.name !== 'w:p' || changeOf(before) !== null) return;
    const kind = elementsOf(before).at(-1)?.name;
    const behind = content.slice(at + 1);
    // A paragraph whose words stay may have the mark of a change that ends before a table: it is none of it.
    const end = behind.findIndex(
      (one) => one.name !== 'w:p' || changeOf(one) !== kind || elementsOf(one).some(({ name }) => name !== 'w:pPr' && name !== kind),
    );
    const last = behind[(end < 0 ? behind.length : end) - 1];
    const mark = last && markOf(last);
    if (last && mark) shift(before, last, mark, nextId);
  });
}

function unnumbered(paragraph: Xml): Xml {
  const look = lookOf(paragraph).map((one) =>
    typeof one !== 'string' && one.name === 'w:numPr' ? xml('w:numPr', {}, xml('w:numId', { 'w:val': 0 })) : one,
  );
  return { ...paragraph, children: [xml('w:pPr', {}, ...look)] };
}

function closeCell(cell: Xml, nextId: () => string): void {
  const tail = tailOf(cell);
  const last = tail.at(-1);
  // A row that comes or goes takes its cells along.
  if (!last || (tail.length === paragraphsOf(cell).length && tail.every((one) => changeOf(one) === changeOf(last)))) return;
  const mark = markOf(last);
  const before = elementsOf(cell)[elementsOf(cell).indexOf(tail[0] ?? last) - 1];
  const other = tail.findLast((one) => changeOf(one) !== changeOf(last)) ?? before;
  if (!mark || other?.name !== 'w:p') return;
  if (other === before) {
    shift(other, last, mark, nextId);
    return;
  }
  // The last of each version share one paragraph, whose mark belongs to both.
  settleLook(other, last, mark, nextId);
  last.children.splice(1, 0, ...other.children.filter((one) => one !== childOf(other, 'w:pPr')));
  cell.children.splice(cell.children.indexOf(other), 1);
}

/** The mark of what stays is the one that comes or goes, and the last one stays in its place. */
function shift(before: Xml, last: Xml, mark: Xml, nextId: () => string): void {
  settleLook(before, last, mark, nextId);
  setMark(before, mark);
}

/** The paragraph whose mark stays for both looks as the last one in its own version, and as the other in the other. */
function settleLook(other: Xml, last: Xml, mark: Xml, nextId: () => string): void {
  const [now, formerly] = mark.name === 'w:ins' ? [lookOf(last), lookOf(other)] : [lookOf(other), lookOf(last)];
  const changed = JSON.stringify(now) !== JSON.stringify(formerly);
  const properties = xml(
    'w:pPr',
    {},
    ...now,
    ...(changed ? [xml('w:pPrChange', { ...mark.attributes, 'w:id': nextId() }, xml('w:pPr', {}, ...formerly))] : []),
  );
  last.children.splice(0, 1, properties);
}

/** The paragraphs at the end that belong to one version only. */
function tailOf(place: Xml): Xml[] {
  const content = elementsOf(place).filter(({ name }) => name !== 'w:sectPr');
  return content.slice(content.findLastIndex((one) => one.name !== 'w:p' || changeOf(one) === null) + 1);
}

const paragraphsOf = (cell: Xml): Xml[] => elementsOf(cell).filter(({ name }) => name === 'w:p');

function markOf(paragraph: Xml): Xml | undefined {
  const run = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return childOf(run, 'w:ins') ?? childOf(run, 'w:del');
}

const changeOf = (paragraph: Xml): string | null => markOf(paragraph)?.name ?? null;

/** The properties of a paragraph without those of its mark and the older ones. */
const lookOf = (paragraph: Xml): Node[] =>
  (childOf(paragraph, 'w:pPr')?.children ?? []).filter(
    (one) => typeof one === 'string' || (one.name !== 'w:rPr' && one.name !== 'w:pPrChange'),
  );

function setMark(paragraph: Xml, mark: Xml): void {
  const properties = childOf(paragraph, 'w:pPr');
  const older = childOf(properties, 'w:pPrChange');
  const children = [...lookOf(paragraph), xml('w:rPr', {}, mark), ...(older ? [older] : [])];
  paragraph.children = [xml('w:pPr', {}, ...children), ...paragraph.children.filter((one) => one !== properties)];
}
