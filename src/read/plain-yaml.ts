/**
 * The YAML that nearly all role files are made of, read in one pass and without positions: block mappings and lists,
 * words on one line, short lists in brackets. Whatever else there is, the reader gives up, and the file goes through
 * the parser that knows all of YAML and can say what is wrong with it. On a cold start this saves most of the time
 * that reading a role takes.
 */

import { usualBounds } from './bounds.js';
import type { Bounds } from './bounds.js';

/** Thrown and caught here: not a mistake, but a file for the other parser. One for all, so that no stack is written down. */
const beyond = new Error('Beyond plain YAML');

const deepest = 20;

const keyAndValue = /(?:([\w$][\w.$-]*)|"([^"\\]*)"):(?: +|$)/y;
/** Words that the core schema of YAML takes for something else than words. */
const word = /^(?:null|true|false|~)$/i;
const number = /^(?:[-+]?(?:0o[0-7]+|0x[\da-f]+|(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|\.inf)|\.nan)$/i;
const simpleNumber = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,7})\.\d{0,6}[1-9])$/;

/** Is told where everything stands that is read: lines and columns are counted from 0, in UTF-16 units. */
export interface Watch {
  /** A mapping or a list. */
  open(line: number, column: number): void;
  close(): void;
  /** `behind` is where its value would begin. */
  key(line: number, column: number, end: number, behind: number): void;
  value(line: number, column: number, end: number): void;
  /** What was opened last ends there: in brackets, behind the closing one. */
  endsAt(line: number, column: number): void;
  /** A comment, from its hash sign to the end of the line. */
  comment?(line: number, column: number): void;
}

interface Lines {
  texts: readonly string[];
  /** The line that comes next, with its indent; behind the last line the indent is −1. */
  at: number;
  indent: number;
  values: number;
  mostValues: number;
  watch: Watch | null;
}

/**
 * The data of a text, mappings without a prototype; null when it takes more than this reader to know them. A file is read
 * with a `watch` when somebody asks for a place in it, which few files need.
 */
export function plainYaml(text: string, { plain: most }: Bounds = usualBounds, watch: Watch | null = null): unknown {
  const unix = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  // Tabs, odd line ends and decomposed letters are for the other parser as well.
  if (unix.includes('\t') || unix.includes('\r') || unix.normalize('NFC') !== unix) return null;
  const texts = unix.split('\n');
  if (texts.length > most.lines) return null;
  const lines: Lines = { texts, at: -1, indent: -1, values: 0, mostValues: most.values, watch };
  try {
    advance(lines);
    if (lines.indent !== 0) return null;
    const data = mapping(lines, 0, 0, 0);
    return lines.at === texts.length ? data : null;
  } catch (error) {
    if (error !== beyond) throw error;
    return null;
  }
}

/** On to the next line that says something. */
function advance(lines: Lines): void {
  const { texts } = lines;
  for (let at = lines.at + 1; at < texts.length; at += 1) {
    const line = texts[at] ?? '';
    let indent = 0;
    while (line.charCodeAt(indent) === 0x20) indent += 1;
    if (indent === line.length) continue;
    if (line.charCodeAt(indent) === 0x23) {
      if (!isComment(line, indent)) throw beyond;
      lines.watch?.comment?.(at, indent);
      continue;
    }
    lines.at = at;
    lines.indent = indent;
    return;
  }
  lines.at = texts.length;
  lines.indent = -1;
}

/** A block mapping whose keys stand at `indent`; the first of them may come after a dash, at `from` of its line. */
function mapping(lines: Lines, indent: number, from: number, depth: number): unknown {
  if (depth > deepest) throw beyond;
  const out = Object.create(null) as Record<string, unknown>;
  const { watch } = lines;
  watch?.open(lines.at, from);
  let start = from;
  do {
    const line = lines.texts[lines.at] ?? '';
    keyAndValue.lastIndex = start;
    const match = keyAndValue.exec(line);
    if (!match) throw beyond;
    const key = keyOf(match);
    if (key in out) throw beyond;
    const rest = keyAndValue.lastIndex;
    watch?.key(lines.at, start, start + widthOf(match), rest);
    if (rest < line.length) {
      out[key] = inLine(lines, line, rest);
      advance(lines);
      // Deeper lines would go on with the words.
      if (lines.indent > indent) throw beyond;
    } else {
      advance(lines);
      out[key] = below(lines, indent, depth + 1);
    }
    start = indent;
  } while (lines.indent === indent && !isDash(lines));
  if (lines.indent > indent) throw beyond;
  watch?.close();
  return out;
}

/** How wide a key is written, its quotation marks among it. */
const widthOf = ([, bare, quoted]: RegExpExecArray): number => bare?.length ?? (quoted ?? '').length + 2;

function keyOf([, bare, quoted]: RegExpExecArray): string {
  const key = bare ?? quoted ?? '';
  if (key === '' || key === '__proto__' || key.trim() !== key || (bare !== undefined && (word.test(key) || number.test(key)))) throw beyond;
  return key;
}

/** What stands below a key at `indent`: a mapping, a list, which may stand as far left as its key, or nothing. */
function below(lines: Lines, indent: number, depth: number): unknown {
  if (lines.indent > indent) return isDash(lines) ? list(lines, lines.indent, depth) : mapping(lines, lines.indent, lines.indent, depth);
  if (lines.indent === indent && isDash(lines)) return list(lines, indent, depth);
  count(lines);
  return null;
}

function list(lines: Lines, indent: number, depth: number): unknown[] {
  if (depth > deepest) throw beyond;
  const out: unknown[] = [];
  lines.watch?.open(lines.at, indent);
  do {
    const line = lines.texts[lines.at] ?? '';
    let from = indent + 1;
    while (line.charCodeAt(from) === 0x20) from += 1;
    if (from >= line.length) throw beyond;
    keyAndValue.lastIndex = from;
    if (keyAndValue.test(line)) out.push(mapping(lines, from, from, depth + 1));
    else {
      out.push(inLine(lines, line, from));
      advance(lines);
    }
  } while (lines.indent === indent && isDash(lines));
  if (lines.indent > indent) throw beyond;
  lines.watch?.close();
  return out;
}

/** Whether the line begins with a dash and a space. A dash alone is beyond this reader. */
function isDash({ texts, at, indent }: Lines): boolean {
  const line = texts[at] ?? '';
  return line.charCodeAt(indent) === 0x2d && line.charCodeAt(indent + 1) === 0x20;
}

function count(lines: Lines): void {
  if (++lines.values > lines.mostValues) throw beyond;
}

/** The value that takes the rest of a line, but for a comment after it. */
function inLine(lines: Lines, line: string, from: number): unknown {
  const first = line.charAt(from);
  if (first === '[' || first === '{') {
    const flow: Flow = { line, at: from, lines };
    const value = flowValue(flow, 0);
    if (!isEnd(lines, line, flow.at)) throw beyond;
    return value;
  }
  count(lines);
  if (first === '"' || first === "'") {
    const close = line.indexOf(first, from + 1);
    const words = line.slice(from + 1, close);
    if (close < 0 || words.includes('\\') || !isEnd(lines, line, close + 1)) throw beyond;
    lines.watch?.value(lines.at, from, close + 1);
    return words;
  }
  const comment = line.indexOf(' #', from);
  if (comment >= 0 && !isEnd(lines, line, comment)) throw beyond;
  let end = comment < 0 ? line.length : comment;
  while (line.charCodeAt(end - 1) === 0x20) end -= 1;
  const words = line.slice(from, end);
  if (words.includes(': ') || words.endsWith(':')) throw beyond;
  lines.watch?.value(lines.at, from, end);
  return plain(words);
}

/** One without a space after its sign may be words that were cut by mistake, of which the other parser warns. */
const isComment = (line: string, at: number): boolean =>
  line.charCodeAt(at) === 0x23 && (at + 1 === line.length || line.charCodeAt(at + 1) === 0x20);

/** Whether nothing but a comment follows. */
function isEnd({ at: number, watch }: Lines, line: string, from: number): boolean {
  let at = from;
  while (line.charCodeAt(at) === 0x20) at += 1;
  if (at >= line.length) return true;
  if (at === from || !isComment(line, at)) return false;
  watch?.comment?.(number, at);
  return true;
}

const letter = /^[A-Za-z]/;
/** “false”; “.inf” and “.nan” begin with no letter. */
const longestSpecial = 5;

/** Words without quotes. What a sign at their start would mean is beyond this reader. */
function plain(words: string): unknown {
  // Nearly all words begin with a letter, which begins no sign and no number, and are longer than any special word.
  if (words.length > longestSpecial && letter.test(words)) return words;
  if (/^(?:[\s,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)/.test(words) || words === '') throw beyond;
  const first = words.charCodeAt(0);
  // Letters beyond ASCII, which begin most words, begin no number and none of the special words.
  if (first > 0x7e) return words;
  if (word.test(words)) {
    if (words === 'true') return true;
    if (words === 'false') return false;
    if (words === 'null') return null;
    throw beyond;
  }
  if (first > 0x39 || !number.test(words)) return words;
  if (!simpleNumber.test(words)) throw beyond;
  return Number(words);
}

interface Flow {
  line: string;
  at: number;
  lines: Lines;
}

/** A list or mapping in brackets, or the words in it. */
function flowValue(flow: Flow, depth: number): unknown {
  if (depth > deepest) throw beyond;
  const open = flow.line.charAt(flow.at);
  const { watch, at } = flow.lines;
  if (open === '[') {
    const out: unknown[] = [];
    watch?.open(at, flow.at);
    inBrackets(flow, ']', () => out.push(flowValue(flow, depth + 1)));
    return out;
  }
  if (open === '{') {
    const out = Object.create(null) as Record<string, unknown>;
    watch?.open(at, flow.at);
    inBrackets(flow, '}', () => {
      keyAndValue.lastIndex = flow.at;
      const match = keyAndValue.exec(flow.line);
      if (!match) throw beyond;
      const key = keyOf(match);
      if (key in out) throw beyond;
      watch?.key(at, flow.at, flow.at + widthOf(match), keyAndValue.lastIndex);
      flow.at = keyAndValue.lastIndex;
      out[key] = flowValue(flow, depth + 1);
    });
    return out;
  }
  return flowWords(flow);
}

function inBrackets(flow: Flow, close: string, entry: () => void): void {
  const { watch, at } = flow.lines;
  const end = (): void => {
    watch?.endsAt(at, flow.at);
    watch?.close();
  };
  skip(flow, 1);
  if (flow.line.charAt(flow.at) === close) {
    flow.at += 1;
    end();
    return;
  }
  for (;;) {
    entry();
    skip(flow, 0);
    const next = flow.line.charAt(flow.at);
    if (next !== ',' && next !== close) throw beyond;
    flow.at += 1;
    if (next === close) {
      end();
      return;
    }
    skip(flow, 0);
  }
}

function skip(flow: Flow, by: number): void {
  flow.at += by;
  while (flow.line.charCodeAt(flow.at) === 0x20) flow.at += 1;
}

/** Words in brackets, as far as they go. */
const inFlow = /[^,[\]{}]*/y;

function flowWords(flow: Flow): unknown {
  const { line, at } = flow;
  count(flow.lines);
  const quote = line.charAt(at);
  if (quote === '"' || quote === "'") {
    const close = line.indexOf(quote, at + 1);
    const words = line.slice(at + 1, close);
    if (close < 0 || words.includes('\\') || line.charAt(close + 1) === quote) throw beyond;
    flow.at = close + 1;
    flow.lines.watch?.value(flow.lines.at, at, flow.at);
    return words;
  }
  inFlow.lastIndex = at;
  inFlow.test(line);
  let to = inFlow.lastIndex;
  flow.at = to;
  while (line.charCodeAt(to - 1) === 0x20) to -= 1;
  const words = line.slice(at, to);
  if (words.includes(':') || words.includes('#')) throw beyond;
  flow.lines.watch?.value(flow.lines.at, at, to);
  return plain(words);
}
