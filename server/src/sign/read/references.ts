/** Where the objects of a file are: its tables of references, newest first (ISO 32000-1, 7.5.4 and 7.5.8). */
import { isWhite, latin, skipWhite, value, word } from './lexer.js';
import type { Lexer } from './lexer.js';
import { unpacked } from './unpack.js';
import { entriesOf, itemsOf, nameOf, PdfFault } from './values.js';
import type { Entries, PdfStream, PdfValue } from './values.js';

/** Where an object stands: at a place of the file, or in a stream of objects; null where it was given up. */
export type Where = { readonly at: number; readonly generation: number } | { readonly within: number; readonly index: number } | null;

/** One table: what a version of the file brought. */
export interface Section {
  readonly at: number;
  readonly places: ReadonlyMap<number, Where>;
  readonly trailer: Entries;
}

/** Reads a stream that stands at a place, which needs no table for that. */
export type ReadStream = (at: number) => PdfStream;

/** Versions of one file; signed ones have a handful. */
const mostSections = 1000;
/** In all versions together: a paper has a few hundred, a book some 100,000. */
const mostObjects = 1 << 20;

/** The last `startxref` and where it ends; nothing but white space may follow. Throws a PdfFault where there is none. */
export function lastStart(bytes: Uint8Array): { readonly start: number; readonly trailing: boolean } {
  const from = Math.max(0, bytes.length - 2048);
  const tail = latin(bytes, from, bytes.length);
  const found = /startxref[\0\t\n\f\r ]+(\d{1,12})[\0\t\n\f\r ]+%%EOF(?![^]*startxref)/.exec(tail);
  if (!found) throw new PdfFault('broken-references', bytes.length);
  const after = bytes.subarray(from + found.index + found[0].length);
  return { start: Number(found[1]), trailing: after.some((byte) => !isWhite(byte)) };
}

export function sectionsOf(bytes: Uint8Array, readStream: ReadStream): readonly Section[] {
  const sections: Section[] = [];
  let known = 0;
  const seen = new Set<number>();
  const queue = [lastStart(bytes).start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    // A ring would never end.
    if (seen.has(at) || seen.size >= mostSections || at >= bytes.length) throw new PdfFault('broken-references', at);
    seen.add(at);
    const section = latin(bytes, at, at + 4) === 'xref' ? tableAt({ bytes, at: at + 4 }, at) : streamAt(at, readStream);
    if (section.trailer.has('Encrypt')) throw new PdfFault('encrypted');
    sections.push(section);
    known += section.places.size;
    if (known > mostObjects) throw new PdfFault('too-large', at);
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.trailer.get(key);
      if (next === undefined) continue;
      if (typeof next !== 'number' || !Number.isInteger(next) || next < 0) throw new PdfFault('broken-references', at);
      queue.push(next);
    }
  }
  return sections;
}

function tableAt(lexer: Lexer, at: number): Section {
  const places = new Map<number, Where>();
  for (;;) {
    const first = word(lexer);
    if (first === 'trailer') break;
    const [start, count] = [count32(first, lexer), count32(word(lexer), lexer)];
    // An entry takes twenty bytes.
    if (count * 18 > lexer.bytes.length - lexer.at) throw new PdfFault('broken-references', lexer.at);
    for (let index = 0; index < count; index += 1) {
      const [place, generation, state] = [count32(word(lexer), lexer), count32(word(lexer), lexer), word(lexer)];
      if (state !== 'n' && state !== 'f') throw new PdfFault('broken-references', lexer.at);
      if (places.has(start + index)) throw new PdfFault('broken-references', lexer.at);
      places.set(start + index, state === 'n' ? { at: place, generation } : null);
    }
  }
  skipWhite(lexer);
  const trailer = entriesOf(value(lexer));
  if (!trailer) throw new PdfFault('broken-references', at);
  return { at, places, trailer };
}

function count32(digits: string, { at }: Lexer): number {
  if (!/^\d{1,10}$/.test(digits)) throw new PdfFault('broken-references', at);
  return Number(digits);
}

function streamAt(at: number, readStream: ReadStream): Section {
  const stream = readStream(at);
  const { entries } = stream;
  const widths = (itemsOf(entries.get('W')) ?? []).map((one) => small(one, at));
  if (nameOf(entries.get('Type')) !== 'XRef' || widths.length !== 3) throw new PdfFault('broken-references', at);
  const size = small(entries.get('Size'), at, mostObjects);
  const ranges = (itemsOf(entries.get('Index')) ?? [0, size]).map((one) => small(one, at, mostObjects));
  const rows = unpacked(stream);
  const places = new Map<number, Where>();
  let from = 0;
  const next = (width: number): number => {
    let read = 0;
    for (let index = 0; index < width; index += 1) read = read * 256 + (rows[from + index] ?? 0);
    from += width;
    return read;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2)
    for (let index = 0; index < (ranges[range + 1] ?? 0); index += 1) {
      if (from >= rows.length) throw new PdfFault('broken-references', at);
      const [kind, second, third] = [widths[0] === 0 ? 1 : next(widths[0] ?? 0), next(widths[1] ?? 0), next(widths[2] ?? 0)];
      const number = (ranges[range] ?? 0) + index;
      if (places.has(number)) throw new PdfFault('broken-references', at);
      if (kind === 0) places.set(number, null);
      else if (kind === 1) places.set(number, { at: second, generation: third });
      else if (kind === 2) places.set(number, { within: second, index: third });
    }
  return { at, places, trailer: entries };
}

function small(value: PdfValue | undefined, at: number, most = 8): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) throw new PdfFault('broken-references', at);
  return value;
}
