/** The YAML text behind a linted file: which characters of it make which words of a value, and which comments speak to the lint. */
import { isAlias, isMap, isScalar, isSeq, Lexer } from 'yaml';
import type { ParsedNode, Scalar } from 'yaml';
import type { Place } from '../diagnostic/diagnostic.js';
import { outlineOf } from '../read/plain-places.js';
import { sourceText } from '../read/source-text.js';
import type { SourceText } from '../read/source-text.js';
import { parseYaml } from '../read/yaml.js';

export interface Span {
  start: number;
  end: number;
}

export interface LintSource {
  file: string;
  text: string;
  /** The offset of a place in this file, from its line and column. */
  offsetOf(place: Place): number;
  placeAt(span: Span): Place;
  /** The text of a line, from 1, without its end. */
  line(number: number): string;
  /** The text value that begins at an offset, or null when there is none. */
  valueAt(offset: number): SourceValue | null;
  /** The comments, in a file where any of them speaks to the lint; else none. */
  readonly comments: readonly Comment[];
}

/** A text value as it stands in the file. */
export interface SourceValue {
  /** @internal */
  type: Scalar.Type | undefined;
  /** The value, quotes included. */
  span: Span;
  /** Where a part of the text stands; null when it cannot be told from the file, as with exotic escapes. */
  spanOf(text: string, part: Span): Span | null;
}

export interface Comment extends Span {
  /** Without the hash sign. */
  text: string;
  /** What the comment speaks about: the entry that begins on the next line, or on its own line when it ends one. */
  about: Span | null;
}

/** Looks into a text that has been found valid before. It is parsed again only when something is asked about it. */
export function lintSource(file: string, text: string): LintSource {
  const source = sourceText(file, text);
  const starts = lineStarts(text);
  const known = new Map<Scalar.Parsed, ReadAgain>();
  // A text with many findings is read again once.
  const again = (node: Scalar.Parsed): ReadAgain => {
    const ready = known.get(node) ?? readAgain(text, node);
    known.set(node, ready);
    return ready;
  };
  let parsed: Nodes | null = null;
  const nodes = (): Nodes => (parsed ??= nodesOf(source));
  let told: Comment[] | null = null;

  return {
    file,
    text,
    offsetOf({ line = 1, column = 1 }) {
      let at = starts[line - 1] ?? text.length;
      for (let left = column - 1; left > 0 && at < text.length; left -= 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      return at;
    },
    placeAt: ({ start, end }) => source.placeAt(start, end),
    line: (number) => text.slice(starts[number - 1] ?? text.length, starts[number] ?? text.length).replace(/\r?\n$/, ''),
    valueAt(offset) {
      const node = nodes().scalars.get(offset);
      if (!node) return null;
      return {
        type: node.type,
        span: { start: node.range[0], end: node.range[1] },
        spanOf: (value, part) => spanWithin(again(node), value, part),
      };
    },
    get comments() {
      if (told) return told;
      if (!text.includes('lint-ignore')) return (told = []);
      const outline = outlineOf(text);
      const comments = outline?.comments ?? commentsOf(text);
      const entries = outline ? byLine(outline.entries, source) : nodes().entries;
      return (told = comments.map(({ start, end }) => ({
        start,
        end,
        text: text.slice(start + 1, end),
        about: aboutOf({ start, end }, text, source.lineAt(start), starts, entries),
      })));
    },
  };
}

interface Nodes {
  /** Text values by their offset. */
  scalars: Map<number, Scalar.Parsed>;
  entries: ReadonlyMap<number, Span>;
}

function nodesOf(source: SourceText): Nodes {
  const scalars = new Map<number, Scalar.Parsed>();
  const entries: Span[] = [];
  noteNodes(parseYaml(source).document?.contents ?? null, scalars, (span) => {
    entries.push(span);
  });
  return { scalars, entries: byLine(entries, source) };
}

/** The outermost entry that begins on a line; those that hold others come before them. */
function byLine(spans: readonly Span[], source: SourceText): ReadonlyMap<number, Span> {
  const entries = new Map<number, Span>();
  for (const span of spans) {
    const line = source.lineAt(span.start);
    if (!entries.has(line)) entries.set(line, span);
  }
  return entries;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Calls `entry` for every key with its value and every item of a list, parents first. */
function noteNodes(node: ParsedNode | null, scalars: Map<number, Scalar.Parsed>, entry: (span: Span) => void): void {
  if (node === null || isAlias(node)) return;
  if (isScalar(node)) scalars.set(node.range[0], node);
  else if (isMap(node))
    for (const pair of node.items) {
      const key = pair.key;
      entry({ start: key.range[0], end: pair.value?.range[1] ?? key.range[1] });
      noteNodes(pair.value, scalars, entry);
    }
  else if (isSeq(node))
    for (const item of node.items) {
      entry({ start: item.range[0], end: item.range[1] });
      noteNodes(item, scalars, entry);
    }
}

/** A hash sign in a text is told from a comment by the lexer, which marks plain and block texts. */
function commentsOf(text: string): Span[] {
  const found: Span[] = [];
  let [at, isText] = [0, false];
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '\u001F') {
      isText = true;
      continue;
    }
    // Marks of the lexer that stand for no character of the file.
    if (lexeme === '\u0002' || lexeme === '\u0018') continue;
    if (!isText && lexeme.startsWith('#')) found.push({ start: at, end: at + lexeme.length });
    isText = false;
    at += lexeme.length;
  }
  return found;
}

function aboutOf(comment: Span, text: string, line: number, starts: readonly number[], entries: ReadonlyMap<number, Span>): Span | null {
  const lineText = (number: number): string => text.slice(starts[number - 1] ?? text.length, starts[number] ?? text.length).trimEnd();
  const before = text.slice(starts[line - 1] ?? 0, comment.start);
  if (before.trim() !== '') return entries.get(line) ?? null;
  for (let next = line + 1; next <= starts.length; next += 1) if (!/^\s*(#.*)?$/.test(lineText(next))) return entries.get(next) ?? null;
  return null;
}

interface Unit extends Span {
  value: string;
}

interface ReadAgain {
  units: readonly Unit[];
  value: string;
  /** The number of the unit that holds each character (UTF-16) of the value. */
  unitOf: readonly number[];
}

/** Reads the value out of the file again, this time with the place of each character. */
function readAgain(text: string, node: Scalar.Parsed): ReadAgain {
  const units = composed(folded(unitsOf(text, node)));
  return {
    units,
    value: units.map((unit) => unit.value).join(''),
    unitOf: units.flatMap((unit, number) => Array.from({ length: unit.value.length }, () => number)),
  };
}

function spanWithin({ units, value, unitOf }: ReadAgain, wanted: string, part: Span): Span | null {
  const lead = value.length - value.trimStart().length;
  const from = value.startsWith(wanted) ? 0 : value.startsWith(wanted, lead) ? lead : -1;
  if (from < 0) return null;
  const [first, last] = [part.start, Math.max(part.start, part.end - 1)].map((offset) => units[unitOf[offset + from] ?? units.length]);
  if (first && last) return { start: first.start, end: part.end === part.start ? first.start : last.end };
  const end = units.at(-1)?.end;
  return end === undefined ? null : { start: first?.start ?? end, end };
}

function unitsOf(text: string, { range, type }: Scalar.Parsed): Unit[] {
  let [from, to] = [range[0], range[1]];
  if (type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE') [from, to] = [from + 1, to - 1];
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') {
    const header = text.indexOf('\n', from);
    if (header < 0 || header >= to) return [];
    from = header + 1;
    while (from < to && /[ \t\r\n]/.test(text.charAt(from))) from += 1;
  }
  const units: Unit[] = [];
  for (let at = from; at < to; ) {
    const unit =
      type === 'QUOTE_DOUBLE' && text[at] === '\\'
        ? escaped(text, at)
        : type === 'QUOTE_SINGLE' && text.startsWith("''", at)
          ? { value: "'", start: at, end: at + 2 }
          : { value: text.charAt(at), start: at, end: at + 1 };
    if (unit.value !== '') units.push(unit);
    at = unit.end;
  }
  return units;
}

const shortEscapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

function escaped(text: string, at: number): Unit {
  const kind = text.charAt(at + 1);
  const digits = { x: 2, u: 4, U: 8 }[kind];
  if (digits !== undefined) {
    const code = parseInt(text.slice(at + 2, at + 2 + digits), 16);
    return { value: Number.isNaN(code) || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code), start: at, end: at + 2 + digits };
  }
  const newline = /^\\\r?\n[ \t]*/.exec(text.slice(at, at + 400))?.[0];
  if (newline !== undefined) return { value: '', start: at, end: at + newline.length };
  return { value: shortEscapes[kind] ?? kind, start: at, end: at + 2 };
}

/** Line breaks with the blanks around them become one space, as in the value. */
function folded(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    let end = at;
    while (end < units.length && /[ \t\r\n]/.test(units[end]?.value ?? '')) end += 1;
    const run = units.slice(at, end);
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.some((unit) => /[\t\n]/.test(unit.value))) out.push({ value: ' ', start: first.start, end: last.end });
    else out.push(...run);
    const next = units[end];
    if (next) out.push(next);
    at = end + 1;
  }
  return out;
}

/** A letter and the marks after it become one character where Unicode has one, as in the value. */
function composed(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (const unit of units) {
    const last = out.at(-1);
    if (last && /^\p{M}$/u.test(unit.value))
      out[out.length - 1] = { value: (last.value + unit.value).normalize('NFC'), start: last.start, end: unit.end };
    else out.push(unit);
  }
  return out;
}
