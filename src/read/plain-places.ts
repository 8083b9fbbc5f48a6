/**
 * Where everything stands in plain YAML, by the reader that read it: to have the parser of all YAML find ten mistakes
 * among ten thousand positions would take thirty times as long.
 */
import type { Bounds } from './bounds.js';
import { plainYaml } from './plain-yaml.js';
import type { Watch } from './plain-yaml.js';
import { isRecord } from './schema-walk.js';
import type { SourceText } from './source-text.js';
import { segmentsOf } from './yaml-data.js';
import type { Side, YamlData } from './yaml-data.js';

export type Places = Pick<YamlData, 'locate' | 'offsetOf' | 'written'>;

/** From one offset to another, in UTF-16 units. */
interface Range {
  start: number;
  end: number;
}

/** A value in its place. */
interface PlacedValue extends Range {
  /** Null for what is not part of a mapping. */
  readonly key: Range | null;
  /** Of a mapping by key, of a list by number; null for what is neither. */
  readonly parts: ReadonlyMap<string, PlacedValue> | readonly PlacedValue[] | null;
}

/** The places of data that `plainYaml` has read from a text under the same bounds: the same that `dataOf` finds. */
export function placesIn(data: unknown, source: SourceText, bounds: Bounds): Places {
  const root = placedValues(source.text, bounds);

  /** The value of a pointer, or what holds it as far as it leads. */
  function find(pointer: string): { value: PlacedValue; path: string[]; whole: boolean } {
    const path: string[] = [];
    let [value, one]: [PlacedValue, unknown] = [root, data];
    for (const step of segmentsOf(pointer)) {
      const name: string | number = Array.isArray(one) ? numberOf(step, one) : step;
      const next = value.parts instanceof Map ? value.parts.get(step) : (value.parts as readonly PlacedValue[] | null)?.[Number(name)];
      if (!next) return { value, path, whole: false };
      value = next;
      one = (one as Record<string | number, unknown>)[name];
      path.push(typeof name === 'number' ? (idOf(one) ?? String(name + 1)) : step);
    }
    return { value, path, whole: true };
  }

  /** A whole mapping or list is shown by the key it stands under, or by its first line. */
  function rangeOf(pointer: string, side: Side): Range & { path: string } {
    const { value, path, whole } = find(pointer);
    const { start, end } = value.parts !== null || side === 'key' || !whole ? (value.key ?? value) : value;
    return { start, end, path: path.join('/') };
  }

  return {
    written(pointer) {
      const { value, whole } = find(pointer);
      return whole && value.parts === null ? source.text.slice(value.start, value.end) : '';
    },
    offsetOf: (pointer, side = 'value') => rangeOf(pointer, side).start,
    locate(pointer, side = 'value') {
      const { start, end, path } = rangeOf(pointer, side);
      return { ...source.placeAt(start, end), path };
    },
  };
}

/** In a list an id may stand for the number; −1 where there is neither. */
function numberOf(step: string, list: readonly unknown[]): number {
  const number = Number(step);
  return Number.isInteger(number) && number >= 0 && number < list.length ? number : list.findIndex((one) => idOf(one) === step);
}

const idOf = (value: unknown): string | undefined => (isRecord(value) && typeof value.id === 'string' ? value.id : undefined);

function placedValues(text: string, bounds: Bounds): PlacedValue {
  const starts = lineStarts(text);
  const offset = (line: number, column: number): number => (starts[line] ?? text.length) + column;
  const root: PlacedValue[] = [];
  const open: { value: PlacedValue; parts: Map<string, PlacedValue> | PlacedValue[] }[] = [];
  let key: { name: string; range: Range } | null = null;

  function put(value: PlacedValue): void {
    const parts = open.at(-1)?.parts ?? root;
    if (Array.isArray(parts)) parts.push(value);
    else if (key) parts.set(key.name, value);
    key = null;
  }

  /** What is open goes as far as what was read in it last. */
  function reach(end: number): void {
    const around = open.at(-1);
    if (around) around.value.end = end;
  }

  const watch: Watch = {
    open(kind, line, column) {
      const start = offset(line, column);
      const parts = kind === 'list' ? [] : new Map<string, PlacedValue>();
      const value: PlacedValue = { start, end: start, key: key?.range ?? null, parts };
      put(value);
      open.push({ value, parts });
    },
    close() {
      const ended = open.pop();
      if (ended) reach(ended.value.end);
    },
    key(name, line, column, end, behind) {
      const range = { start: offset(line, column), end: offset(line, end) };
      key = { name, range };
      // Where nothing follows, the value is an empty one.
      const nothing = offset(line, behind);
      const parts = open.at(-1)?.parts;
      if (parts instanceof Map) parts.set(name, { start: nothing, end: nothing, key: range, parts: null });
      reach(nothing);
    },
    value(line, column, end) {
      const range = { start: offset(line, column), end: offset(line, end) };
      put({ ...range, key: key?.range ?? null, parts: null });
      reach(range.end);
    },
    endsAt: (line, column) => reach(offset(line, column)),
  };
  plainYaml(text, bounds, watch);
  const [data] = root;
  if (!data) throw new Error('Plain YAML stays plain');
  return data;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
