/**
 * Where everything stands in plain YAML, by the reader that read it: to have the parser of all YAML find ten mistakes
 * among ten thousand positions would take seconds.
 */
import { usualBounds } from './bounds.js';
import type { Bounds } from './bounds.js';
import { plainYaml } from './plain-yaml.js';
import type { Watch } from './plain-yaml.js';
import { isRecord } from './schema-walk.js';
import type { SourceText } from './source-text.js';
import { segmentsOf } from './yaml-data.js';
import type { Side, YamlData } from './yaml-data.js';

export type Places = Pick<YamlData, 'locate' | 'offsetOf' | 'written'>;

/**
 * All values by number, each before its parts, with what lies from one offset to another in UTF-16 units. Objects for
 * three hundred thousand values would keep the memory busy for longer than all the rest takes.
 */
interface Values {
  /** Where its key stands; −1 for what has none. */
  readonly keyStarts: readonly number[];
  readonly keyEnds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The number behind its last part. */
  readonly nexts: readonly number[];
}

/** What is told where everything stands while a text is read, and then knows. */
export interface PlaceNotes {
  readonly watch: Watch;
  /** The places of the data: the same that `dataOf` finds. */
  placesOf(data: unknown): Places;
}

export function openPlaceNotes(source: SourceText): PlaceNotes {
  const { watch, values } = notedValues(source.text);
  return { watch, placesOf: (data) => placesOf(data, values, source) };
}

/** The places of data that `plainYaml` has read from a text under the same bounds. */
export function placesIn(data: unknown, source: SourceText, bounds: Bounds): Places {
  const notes = openPlaceNotes(source);
  plainYaml(source.text, bounds, notes.watch);
  return notes.placesOf(data);
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the comments of a text stand, and each key with its value and each item of a list, what holds others before them;
 * null when that takes the parser of all YAML, which needs six times as long.
 */
export function outlineOf(text: string): { comments: readonly Span[]; entries: readonly Span[] } | null {
  const { watch, values, lines } = notedValues(text);
  const comments: Span[] = [];
  const comment = (line: number, column: number): void => {
    const end = text.indexOf('\n', lines[line]);
    comments.push({ start: (lines[line] ?? 0) + column, end: end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end });
  };
  if (plainYaml(text, usualBounds, { ...watch, comment }) === null) return null;
  const { keyStarts, starts, ends } = values;
  const entries = starts.map((start, value): Span => {
    const key = keyStarts[value] ?? -1;
    return { start: key < 0 ? start : key, end: ends[value] ?? start };
  });
  return { comments, entries: entries.slice(1) };
}

function placesOf(data: unknown, { keyStarts, keyEnds, starts, ends, nexts }: Values, source: SourceText): Places {
  const { text } = source;
  /** The parts of mappings by key and of lists by number, as far as somebody has asked for them. */
  const known = new Map<number, Map<string | number, number>>();

  function partsOf(value: number): ReadonlyMap<string | number, number> {
    const ready = known.get(value);
    if (ready) return ready;
    const parts = new Map<string | number, number>();
    for (let part = value + 1; part < (nexts[value] ?? 0); part = nexts[part] ?? Infinity) parts.set(keyOf(part) ?? parts.size, part);
    known.set(value, parts);
    return parts;
  }

  function keyOf(value: number): string | null {
    const start = keyStarts[value] ?? -1;
    if (start < 0) return null;
    const key = text.slice(start, keyEnds[value]);
    return key.startsWith('"') ? key.slice(1, -1) : key;
  }

  /** The value of a pointer, or what holds it as far as it leads. */
  function find(pointer: string): { value: number; one: unknown; path: string[]; whole: boolean } {
    const path: string[] = [];
    let [value, one] = [0, data];
    for (const step of segmentsOf(pointer)) {
      const name: string | number = Array.isArray(one) ? numberOf(step, one) : step;
      const part = partsOf(value).get(name);
      if (part === undefined) return { value, one, path, whole: false };
      value = part;
      one = (one as Record<string | number, unknown>)[name];
      path.push(typeof name === 'number' ? (idOf(one) ?? String(name + 1)) : step);
    }
    return { value, one, path, whole: true };
  }

  /** A whole mapping or list is shown by the key it stands under, or by its first line. */
  function rangeOf(pointer: string, side: Side): { start: number; end: number; path: string } {
    const { value, one, path, whole } = find(pointer);
    const isKey = (keyStarts[value] ?? -1) >= 0 && (isWhole(one) || side === 'key' || !whole);
    const [from, to] = isKey ? [keyStarts, keyEnds] : [starts, ends];
    return { start: from[value] ?? 0, end: to[value] ?? 1, path: path.join('/') };
  }

  return {
    written(pointer) {
      const { value, one, whole } = find(pointer);
      return whole && !isWhole(one) ? text.slice(starts[value], ends[value]) : '';
    },
    offsetOf: (pointer, side = 'value') => rangeOf(pointer, side).start,
    locate(pointer, side = 'value') {
      const { start, end, path } = rangeOf(pointer, side);
      return { ...source.placeAt(start, end), path };
    },
  };
}

const isWhole = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** In a list an id may stand for the number; −1 where there is neither. */
function numberOf(step: string, list: readonly unknown[]): number {
  const number = Number(step);
  return Number.isInteger(number) && number >= 0 && number < list.length ? number : list.findIndex((one) => idOf(one) === step);
}

const idOf = (value: unknown): string | undefined => (isRecord(value) && typeof value.id === 'string' ? value.id : undefined);

function notedValues(text: string): { watch: Watch; values: Values; lines: readonly number[] } {
  const lines = lineStarts(text);
  const [keyStarts, keyEnds, starts, ends, nexts]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  /** Of mappings and lists that have not ended. */
  const open: number[] = [];
  let [keyStart, keyEnd, behind] = [-1, -1, -1];
  const offset = (line: number, column: number): number => (lines[line] ?? text.length) + column;

  function put(start: number, end: number): void {
    keyStarts.push(keyStart);
    keyEnds.push(keyEnd);
    starts.push(start);
    ends.push(end);
    nexts.push(starts.length);
    keyStart = -1;
    keyEnd = -1;
  }

  /** A key that nothing has followed has an empty value. */
  function endKey(): void {
    if (keyStart < 0) return;
    put(behind, behind);
    reach(behind);
  }

  /** What is open goes as far as what was read in it last. */
  function reach(end: number): void {
    const around = open.at(-1);
    if (around !== undefined) ends[around] = end;
  }

  const watch: Watch = {
    open(line, column) {
      const start = offset(line, column);
      put(start, start);
      open.push(starts.length - 1);
    },
    close() {
      endKey();
      const ended = open.pop();
      if (ended === undefined) return;
      nexts[ended] = starts.length;
      reach(ends[ended] ?? 0);
    },
    key(line, column, end, next) {
      endKey();
      [keyStart, keyEnd, behind] = [offset(line, column), offset(line, end), offset(line, next)];
    },
    value(line, column, end) {
      const to = offset(line, end);
      put(offset(line, column), to);
      reach(to);
    },
    endsAt: (line, column) => reach(offset(line, column)),
  };
  return { watch, values: { keyStarts, keyEnds, starts, ends, nexts }, lines };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
