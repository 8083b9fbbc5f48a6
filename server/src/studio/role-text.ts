/**
 * Edits of a role in its YAML file, at the very characters: comments, order, quotes and line ends of all the rest stay as they were.
 * What cannot be done that way is done on the parsed document, which keeps comments and order but not every space.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { withEdits } from './edits.js';
import type { Edit, Path, Value } from './edits.js';

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly with: string;
}

type Parsed = Document.Parsed;
type Holder = YAMLMap<Scalar, Node> | YAMLSeq<Node>;

/** The data of a file as the editor has them: texts as they are written, and not as papers set them. */
export const dataOf = (text: string): Value => parseDocument(text).toJS() as Value;

/** The text with the edits, and those that mean nothing in it. */
export function editedText(text: string, edits: readonly Edit[]): { readonly text: string; readonly lost: readonly Edit[] } {
  const { data: wanted, lost } = withEdits(dataOf(text), edits);
  const good = edits.filter((one) => !lost.includes(one));
  if (good.length === 0) return { text, lost };
  const exact = atCharacters(text, settledLast(good));
  // The file has to say what the editor shows, whatever way of writing somebody has found.
  if (exact !== null && isDeepStrictEqual(dataOf(exact), wanted)) return { text: exact, lost };
  return { text: rewritten(text, good), lost };
}

/** Of texts that were set time and again only the last: an edit for each keystroke would read the file as often. */
function settledLast(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((one, at) => {
    if (one.do !== 'set') return true;
    const next = edits.slice(at + 1).find((other) => other.do !== 'set' || samePath(other.at, one.at));
    return !(next?.do === 'set' && samePath(next.at, one.at));
  });
}

const samePath = (one: Path, other: Path): boolean => one.join('/') === other.join('/');

function atCharacters(text: string, edits: readonly Edit[]): string | null {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  let now = text;
  for (let at = 0; at < edits.length; ) {
    const document = parseDocument(now);
    if (document.errors.length > 0) return null;
    const splices: Splice[] = [];
    // Texts in place of texts do not disturb one another; whatever moves lines is done by itself.
    for (; at < edits.length; at += 1) {
      const edit = edits[at];
      const scalar = edit?.do === 'set' ? scalarAt(document, edit.at) : null;
      if (!edit || edit.do !== 'set' || scalar === null || typeof edit.value === 'object') break;
      if (splices.some(({ start }) => start === scalar.range?.[0])) break;
      const one = inPlaceOf(scalar, edit.value, now);
      if (one === null) return null;
      splices.push(one);
    }
    if (splices.length === 0) {
      const edit = edits[at];
      const one = edit && ofLines(document, edit, now, lineEnd);
      if (!one) return null;
      splices.push(...one);
      at += 1;
    }
    now = spliced(now, splices);
  }
  return now;
}

const spliced = (text: string, splices: readonly Splice[]): string =>
  [...splices].sort((a, b) => b.start - a.start).reduce((done, one) => done.slice(0, one.start) + one.with + done.slice(one.end), text);

function nodeAt(document: Parsed, path: Path): Node | null {
  let node: unknown = document.contents;
  for (const segment of path) {
    if (isMap(node)) node = pairOf(node as YAMLMap<Scalar, Node>, segment)?.value ?? null;
    else if (isSeq(node)) node = node.items[entryAt(node as YAMLSeq<Node>, segment)] ?? null;
    else return null;
  }
  return node as Node | null;
}

const pairOf = (map: YAMLMap<Scalar, Node>, key: string): Pair<Scalar, Node> | undefined =>
  map.items.find((one) => String(one.key.value) === key);

const entryAt = (list: YAMLSeq<Node>, segment: string): number =>
  segment.startsWith('#')
    ? list.items.findIndex((one) => isMap(one) && one.get('id') === segment.slice(1))
    : /^@\d+$/.test(segment) && Number(segment.slice(1)) < list.items.length
      ? Number(segment.slice(1))
      : -1;

const scalarAt = (document: Parsed, path: Path): Scalar | null => {
  const node = nodeAt(document, path);
  return isScalar(node) && node.range && !node.anchor && !node.tag ? node : null;
};

/** Words as they are written on one line; null where only a block would do. */
const onOneLine = (value: Value, inFlow: boolean): string =>
  stringify(value, { lineWidth: 0, collectionStyle: 'flow', defaultStringType: 'PLAIN', ...(inFlow && { singleQuote: null }) }).trimEnd();

function inPlaceOf(scalar: Scalar, value: Value, text: string): Splice | null {
  const range = scalar.range;
  if (!range) return null;
  const block = scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL';
  const inFlow = /[[{]/.test(lineUpTo(text, range[0]).replace(/(['"]).*?\1/g, ''));
  const plain = onOneLine(value, inFlow);
  const quote = scalar.type === 'QUOTE_DOUBLE' || (inFlow && typeof value === 'string' && /[,[\]{}]/.test(value));
  const words = quote && typeof value === 'string' ? JSON.stringify(value) : plain;
  // The end of a block is the line behind it.
  return { start: range[0], end: range[1], with: block ? `${words}${text.slice(range[0], range[1]).endsWith('\n') ? '\n' : ''}` : words };
}

const startOfLine = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
const lineUpTo = (text: string, offset: number): string => text.slice(startOfLine(text, offset), offset);
const endOfLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
};

/** The lines of an item of a block collection, from its own to that of the next: with the comments above it that are its own. */
function linesOf(holder: Holder, at: number, text: string): { readonly start: number; readonly end: number } | null {
  if (holder.flow || !holder.range) return null;
  const startOf = (number: number): number | null => {
    const item = holder.items[number];
    const node = item && ('key' in item ? (item as Pair<Scalar>).key : item);
    return node?.range ? startOfLine(text, node.range[0]) : null;
  };
  const start = startOf(at);
  if (start === null) return null;
  const last = holder.items[at];
  const node = last && ('key' in last ? ((last as Pair<Scalar, Node>).value ?? (last as Pair<Scalar>).key) : last);
  if (!node?.range) return null;
  const end = node.range[1];
  const isAtStart = end > 0 && text[end - 1] === '\n';
  return { start, end: isAtStart ? end : endOfLine(text, end) };
}

function ofLines(document: Parsed, edit: Edit, text: string, lineEnd: string): readonly Splice[] | null {
  if (edit.do === 'add') return adding(document, edit, text, lineEnd);
  const last = edit.at.at(-1) ?? '';
  const holder = nodeAt(document, edit.at.slice(0, -1));
  if (edit.do === 'set') {
    if (isMap(holder)) return setting(holder as YAMLMap<Scalar, Node>, last, edit.value, text, lineEnd);
    const lines = isSeq(holder) ? linesOf(holder as Holder, entryAt(holder as YAMLSeq<Node>, last), text) : null;
    const indent = lines ? (/^ */.exec(text.slice(lines.start))?.[0] ?? '') : '';
    return lines && [{ ...lines, with: indented(stringify([edit.value], { lineWidth: 0 }), indent, lineEnd) }];
  }
  if (!isMap(holder) && !isSeq(holder)) return null;
  const own = holder as Holder;
  const at = isSeq(own) ? entryAt(own, last) : own.items.findIndex((one) => String((one as Pair<Scalar>).key.value) === last);
  // A collection must not be left without anything: what is written then is another thing.
  const lines = own.items.length > 1 ? linesOf(own, at, text) : null;
  if (!lines) return null;
  // The first key of an entry stands behind its dash.
  if (isMap(own) && /-\s*$/.test(lineUpTo(text, (own.items[at] as Pair<Scalar>).key.range?.[0] ?? 0))) return null;
  if (edit.do === 'remove') return [{ ...lines, with: '' }];
  if (!isSeq(own)) return null;
  const cut = text.slice(lines.start, lines.end);
  const rest = own;
  const target = edit.before === null ? rest.items.length : entryAt(rest, `#${edit.before}`);
  if (target < 0 || target === at || target === at + 1) return null;
  const there = target < rest.items.length ? linesOf(rest, target, text)?.start : linesOf(rest, rest.items.length - 1, text)?.end;
  if (there === undefined || (!cut.endsWith('\n') && target < rest.items.length)) return null;
  return [
    { ...lines, with: '' },
    { start: there, end: there, with: cut },
  ];
}

/** A key that is not there yet, or another value for one that holds more than a word. */
function setting(map: YAMLMap<Scalar, Node>, key: string, value: Value, text: string, lineEnd: string): readonly Splice[] | null {
  if (map.flow || map.items.length === 0) return null;
  const [first] = map.items;
  const column = first?.key.range ? first.key.range[0] - startOfLine(text, first.key.range[0]) : 0;
  const indent = ' '.repeat(column);
  const at = map.items.findIndex((one) => String(one.key.value) === key);
  const written = indented(stringify({ [key]: value }, { lineWidth: 0 }), indent, lineEnd);
  if (at >= 0) {
    const lines = linesOf(map, at, text);
    const start = map.items[at]?.key.range?.[0];
    return lines && start !== undefined ? [{ start, end: lines.end, with: written.slice(column) }] : null;
  }
  const end = linesOf(map, placeForNew(map), text)?.end;
  if (end === undefined) return null;
  const before = end > 0 && text[end - 1] !== '\n' ? lineEnd : '';
  return [{ start: end, end, with: before + written }];
}

/** Behind which item a new key goes: the last one; in an overlay, whose changes and record stand by themselves, the last of its values. */
function placeForNew({ items }: YAMLMap<Scalar, Node>): number {
  const names = items.map(({ key }) => String(key.value));
  const last = names.includes('extends') ? names.findLastIndex((name) => name !== 'changes' && name !== 'base') : -1;
  return last < 0 ? items.length - 1 : last;
}

const indented = (written: string, indent: string, lineEnd: string): string =>
  written
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line) + lineEnd)
    .join('');

function adding(document: Parsed, edit: Extract<Edit, { do: 'add' }>, text: string, lineEnd: string): readonly Splice[] | null {
  const list = nodeAt(document, edit.at);
  if (list === null) {
    const holder = nodeAt(document, edit.at.slice(0, -1));
    const key = edit.at.at(-1);
    return isMap(holder) && key !== undefined ? setting(holder as YAMLMap<Scalar, Node>, key, [edit.value], text, lineEnd) : null;
  }
  if ((isScalar(list) && list.value === null) || (isSeq(list) && list.items.length === 0)) return beginning(document, edit, text, lineEnd);
  if (!isSeq(list) || list.flow || list.items.length === 0) return null;
  const entries = list as YAMLSeq<Node>;
  const at = edit.before === null ? entries.items.length : entryAt(entries, `#${edit.before}`);
  const first = linesOf(entries, 0, text);
  if (at < 0 || !first) return null;
  const indent = /^ */.exec(text.slice(first.start))?.[0] ?? '';
  const written = indented(stringify([edit.value], { lineWidth: 0 }), indent, lineEnd);
  const there = at < entries.items.length ? linesOf(entries, at, text)?.start : linesOf(entries, entries.items.length - 1, text)?.end;
  if (there === undefined) return null;
  const before = there > 0 && text[there - 1] !== '\n' ? lineEnd : '';
  return [{ start: there, end: there, with: before + written }];
}

/** The first entry of a list that is empty, or is only named: right below its key, before whatever comments say of it. */
function beginning(document: Parsed, { at, value }: Extract<Edit, { do: 'add' }>, text: string, lineEnd: string): readonly Splice[] | null {
  const holder = nodeAt(document, at.slice(0, -1));
  const pair = isMap(holder) && !holder.flow ? pairOf(holder as YAMLMap<Scalar, Node>, at.at(-1) ?? '') : undefined;
  if (!pair?.key.range || !pair.value?.range) return null;
  const colon = text.indexOf(':', pair.key.range[1]) + 1;
  const there = Math.max(endOfLine(text, colon), pair.value.range[1]);
  const indent = ' '.repeat(pair.key.range[0] - startOfLine(text, pair.key.range[0]) + 2);
  const before = there > 0 && text[there - 1] !== '\n' ? lineEnd : '';
  return [
    { start: colon, end: Math.max(colon, pair.value.range[1]), with: '' },
    { start: there, end: there, with: before + indented(stringify([value], { lineWidth: 0 }), indent, lineEnd) },
  ];
}

/** The edits on the parsed document, written anew. */
function rewritten(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text);
  for (const edit of edits) onDocument(document, edit);
  return document.toString({ lineWidth: 0, flowCollectionPadding: /\{ /.test(text) });
}

function onDocument(document: Parsed, edit: Edit): void {
  const last = edit.at.at(-1) ?? '';
  if (edit.do === 'add') {
    const list = nodeAt(document, edit.at);
    if (!isSeq(list)) return document.setIn(keysOf(document, edit.at), document.createNode([edit.value]));
    const at = edit.before === null ? list.items.length : entryAt(list as YAMLSeq<Node>, `#${edit.before}`);
    list.items.splice(at, 0, document.createNode(edit.value));
    return;
  }
  if (edit.do === 'set') {
    const scalar = scalarAt(document, edit.at);
    if (scalar && typeof edit.value !== 'object') scalar.value = edit.value;
    else document.setIn(keysOf(document, edit.at), document.createNode(edit.value));
    return;
  }
  if (edit.do === 'remove') {
    document.deleteIn(keysOf(document, edit.at));
    return;
  }
  const list = nodeAt(document, edit.at.slice(0, -1)) as YAMLSeq<Node>;
  const [moved] = list.items.splice(entryAt(list, last), 1);
  const at = edit.before === null ? list.items.length : entryAt(list, `#${edit.before}`);
  if (moved) list.items.splice(at, 0, moved);
}

/** A path with numbers in the place of ids. */
function keysOf(document: Parsed, path: Path): (string | number)[] {
  return path.map((segment, at) => {
    const holder = nodeAt(document, path.slice(0, at));
    return isSeq(holder) ? entryAt(holder as YAMLSeq<Node>, segment) : segment;
  });
}
