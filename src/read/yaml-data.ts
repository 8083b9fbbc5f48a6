/** YAML nodes → plain data, with the way back: every JSON pointer into the data has its place in the file. */
import type { Document, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { usualBounds } from './bounds.js';
import { codePointName, printable, unprintableIn } from './printable.js';
import type { SourceText } from './source-text.js';
import { yaml } from '../packages/installed.js';

const mostAliases = 100;

/** Which part of a key and its value a diagnostic is about. */
export type Side = 'key' | 'value';
/** Gives the place of a JSON pointer such as `/duties/0/id`; in a list an id may stand for the number. */
export type Locate = (pointer: string, side?: Side) => Place;

export interface YamlData {
  /** Mappings are objects without a prototype, so that no key can reach anything but what the file says. */
  data: unknown;
  diagnostics: Diagnostic[];
  locate: Locate;
  /** A text, number or the like as it stands in the file: `1.0` where the data have 1. */
  written(pointer: string): string;
  /** The offset of a pointer, to put findings in order before their places are worked out. */
  offsetOf(pointer: string, side?: Side): number;
}

/**
 * Texts come out in Unicode’s composed form and on one line: where lines break is for the document to say. Throws a
 * Refusal beyond the bounds.
 * @internal
 */
export function dataOf(document: Document.Parsed, source: SourceText, mostValues = usualBounds.values): YamlData {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  const anchors = new Map<string, ParsedNode>();
  const open = new Set<ParsedNode>();
  const diagnostics: Diagnostic[] = [];
  let aliases = 0;
  let values = 0;

  const report = (
    code: string,
    args: Diagnostic['args'],
    node: { range?: readonly number[] | null | undefined },
    severity?: Diagnostic['severity'],
  ): void => {
    diagnostics.push(diagnostic(code, args, source.placeAt(node.range?.[0] ?? 0, node.range?.[1]), severity));
  };

  function build(node: ParsedNode | null): unknown {
    if (node === null) return null;
    if (++values > mostValues) throw new Refusal([diagnostic('too-many-values', {}, source.placeAt(node.range[0]))]);
    if (isAlias(node)) return follow(node.source, node);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (node.tag !== undefined) reportTag(node.range[0]);
    if (isScalar(node)) return scalar(node);
    open.add(node);
    const value = isMap(node) ? mapping(node) : isSeq(node) ? node.items.map(build) : null;
    open.delete(node);
    return value;
  }

  function reportTag(before: number): void {
    const tag = /!!?[^!]*$/.exec(source.text.slice(Math.max(0, before - 200), before));
    const start = before - (tag?.[0].length ?? 0);
    const name = /^\S+/.exec(tag?.[0] ?? '!')?.[0] ?? '!';
    report('yaml-tag', { tag: name }, { range: [start, start + name.length] });
  }

  function follow(name: string, node: ParsedNode): unknown {
    const target = anchors.get(name);
    if (++aliases > mostAliases)
      throw new Refusal([diagnostic('too-many-aliases', { limit: mostAliases }, source.placeAt(node.range[0], node.range[1]))]);
    if (!target || open.has(target)) {
      report(target ? 'yaml-circular-alias' : 'yaml-unknown-alias', { name }, node);
      return null;
    }
    return build(target);
  }

  function mapping(node: YAMLMap.Parsed): unknown {
    const out = Object.create(null) as Record<string, unknown>;
    const seen = new Map<string, Scalar.Parsed>();
    for (const pair of node.items) {
      const keyNode = pair.key as Scalar.Parsed;
      const key = keyOf(pair);
      const first = seen.get(key);
      if (key === '__proto__') report('forbidden-key', { key }, keyNode);
      else if (key === '') report('yaml-empty-key', {}, pair.value ?? node);
      else if (key.trim() !== key)
        report('yaml-odd-space', { key: key.trim(), codePoint: codePointName(/\s/u.exec(key)?.[0] ?? ' ') }, keyNode);
      else if (first) report('duplicate-key', { key, firstLine: source.lineAt(first.range[0]) }, keyNode);
      else {
        seen.set(key, keyNode);
        out[key] = build(pair.value);
      }
    }
    return out;
  }

  function scalar(node: Scalar.Parsed): unknown {
    if (typeof node.value !== 'string') return node.value;
    // Characters that stand in the file are found there; here only escapes such as "\u202E" can bring them in.
    const written = source.text.slice(node.range[0], node.range[1]);
    for (const codePoint of written.includes('\\') ? unprintableIn(node.value) : [])
      report('unprintable-character', { codePoint, text: printable(node.value) }, node);
    if (node.type === 'PLAIN' && node.comment !== undefined && node.comment !== null && /^\S/.test(node.comment)) {
      report('text-cut-by-comment', { text: written.slice(0, 40), comment: `#${node.comment.slice(0, 40)}` }, node, 'warning');
    }
    const value = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL' ? node.value.trimEnd() : node.value;
    return value.replace(/[ \t]*[\t\n]\s*/g, ' ').normalize('NFC');
  }

  const data = build(document.contents);
  const pairs = new Map<YAMLMap.Parsed, Map<string, Pair<ParsedNode, ParsedNode | null>>>();

  /** Of a key that stands twice the first. */
  function pairOf(node: YAMLMap.Parsed, key: string): Pair<ParsedNode, ParsedNode | null> | undefined {
    let known = pairs.get(node);
    if (!known) pairs.set(node, (known = new Map([...node.items].reverse().map((one) => [keyOf(one), one]))));
    return known.get(key);
  }

  function find(pointer: string): {
    node: ParsedNode | null;
    pair: Pair<ParsedNode, ParsedNode | null> | null;
    path: string[];
    whole: boolean;
  } {
    let node: ParsedNode | null = document.contents;
    let pair: Pair<ParsedNode, ParsedNode | null> | null = null;
    const path: string[] = [];
    for (const segment of segmentsOf(pointer)) {
      if (isAlias(node)) node = anchors.get(node.source) ?? null;
      if (isMap(node)) {
        const next = pairOf(node, segment);
        if (!next) return { node, pair, path, whole: false };
        [pair, node] = [next, next.value];
        path.push(segment);
      } else if (isSeq(node)) {
        const items: ParsedNode[] = node.items;
        const next = items[Number(segment)] ?? items.find((item) => idOf(item) === segment);
        if (!next) return { node, pair, path, whole: false };
        [pair, node] = [null, next];
        path.push(idOf(next) ?? String(items.indexOf(next) + 1));
      } else return { node, pair, path, whole: false };
    }
    return { node, pair, path, whole: true };
  }

  /** A whole mapping or list is shown by the key it stands under, or by its first line. */
  function rangeOf(pointer: string, side: Side): { start: number; end: number; path: string } {
    const { node, pair, path, whole } = find(pointer);
    const key = pair && (isMap(node) || isSeq(node) || node === null || side === 'key' || !whole) ? pair.key : null;
    const range = (key ?? node)?.range ?? [0, 1];
    return { start: range[0], end: range[1], path: path.join('/') };
  }

  return {
    data,
    diagnostics,
    written(pointer) {
      const { node, whole } = find(pointer);
      return whole && isScalar(node) ? source.text.slice(node.range[0], node.range[1]) : '';
    },
    offsetOf: (pointer, side = 'value') => rangeOf(pointer, side).start,
    locate(pointer, side = 'value') {
      const { start, end, path } = rangeOf(pointer, side);
      return { ...source.placeAt(start, end), path };
    },
  };
}

/** The decoded steps of a JSON pointer. */
export const segmentsOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .split('/')
        .slice(1)
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A step of a JSON pointer, encoded. */
export function segment(key: string | number): string {
  const words = String(key);
  // Nearly all keys hold neither sign, and a large file has hundreds of thousands of them.
  return /[~/]/.test(words) ? `/${words.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${words}`;
}

const keyOf = (pair: Pair<ParsedNode, ParsedNode | null>): string => {
  const key = yaml().isScalar(pair.key) ? (pair.key as Scalar).value : '';
  return typeof key === 'string' ? key.normalize('NFC') : String((key as number | boolean | null) ?? '');
};

function idOf(node: ParsedNode): string | undefined {
  const id: unknown = yaml().isMap(node) ? node.get('id') : undefined;
  return typeof id === 'string' ? id : undefined;
}
