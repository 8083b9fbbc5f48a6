/**
 * A strict reader of PDF files, for telling what was signed and what came after. Whatever a viewer would mend is a fault here: what two
 * readers mend differently is how signed files are forged.
 */
import { latin, skipWhite, value, word } from './lexer.js';
import type { Lexer } from './lexer.js';
import { lastStart, sectionsOf } from './references.js';
import type { Section, Where } from './references.js';
import { unpacked } from './unpack.js';
import { entriesOf, isReference, nameOf, PdfFault } from './values.js';
import type { Entries, PdfStream, PdfValue } from './values.js';

export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Newest first. */
  readonly sections: readonly Section[];
  readonly trailer: Entries;
  readonly root: Entries;
  /** Something stands behind the end of the file. */
  readonly trailing: boolean;
  /** The value behind a reference, and behind that; null for an object that there is not. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** Where the object of a number stands, from its first byte to behind its last; null within a stream of objects. */
  spanOf(number: number): readonly [number, number] | null;
}

/** Bytes; papers have a tenth of a megabyte, scans a few dozens. */
export const largestFile = 128 << 20;

/** Reads the references of a file; its objects are read when they are asked for. Throws a PdfFault. */
export function openPdf(bytes: Uint8Array): PdfFile {
  if (bytes.length > largestFile) throw new PdfFault('too-large');
  if (latin(bytes, 0, 5) !== '%PDF-') throw new PdfFault('not-a-pdf', 0);
  const known = new Map<number, PdfValue>();
  const packs = new Map<number, ReadonlyMap<number, { readonly number: number; readonly value: PdfValue }>>();
  /** Bytes that all streams of objects together may still unpack to: many small ones must not fill the memory either. */
  let budget = largestFile;
  const { trailing } = lastStart(bytes);
  const sections = sectionsOf(bytes, (at) => {
    const read = objectAt(bytes, at, null, () => null).value;
    if (typeof read !== 'object' || read?.type !== 'stream') throw new PdfFault('broken-references', at);
    return read;
  });
  const placeOf = (number: number): Where => {
    for (const { places } of sections) {
      const place = places.get(number);
      if (place !== undefined) return place;
    }
    return null;
  };

  function object(number: number, resolving: readonly number[] = []): PdfValue {
    const before = known.get(number);
    if (before !== undefined) return before;
    const place = placeOf(number);
    if (place === null) return null;
    const read =
      'at' in place
        ? objectAt(bytes, place.at, number, (length) => lengthOf(length, [...resolving, number])).value
        : inPack(place.within, place.index, number, resolving);
    known.set(number, read);
    return read;
  }

  function lengthOf(length: PdfValue, resolving: readonly number[]): PdfValue {
    if (!isReference(length)) return length;
    if (resolving.includes(length.number)) throw new PdfFault('broken-stream');
    return object(length.number, resolving);
  }

  function inPack(within: number, index: number, number: number, resolving: readonly number[]): PdfValue {
    if (resolving.includes(within)) throw new PdfFault('broken-references');
    let pack = packs.get(within);
    if (!pack) {
      const stream = object(within, [...resolving, within]);
      if (typeof stream !== 'object' || stream?.type !== 'stream' || nameOf(stream.entries.get('Type')) !== 'ObjStm')
        throw new PdfFault('broken-references');
      const bytes = unpacked(stream, budget);
      budget -= bytes.length;
      pack = packOf(stream, bytes);
      packs.set(within, pack);
    }
    const found = pack.get(index);
    if (found?.number !== number) throw new PdfFault('broken-references');
    return found.value;
  }

  const resolve = (given: PdfValue | undefined): PdfValue => {
    let value = given ?? null;
    for (let steps = 0; isReference(value); steps += 1) {
      if (steps > 32) throw new PdfFault('broken-references');
      value = object(value.number);
    }
    return value;
  };
  const trailer = sections[0]?.trailer ?? new Map<string, PdfValue>();
  const root = entriesOf(resolve(trailer.get('Root')));
  if (!root) throw new PdfFault('no-pages');
  return {
    ...{ bytes, sections, trailer, root, trailing, resolve },
    spanOf(number) {
      const place = placeOf(number);
      return place !== null && 'at' in place
        ? [place.at, objectAt(bytes, place.at, number, (length) => lengthOf(length, [number])).end]
        : null;
    },
  };
}

/** Reads `12 0 obj … endobj`; `number` is what it has to be, null for any. */
function objectAt(
  bytes: Uint8Array,
  at: number,
  number: number | null,
  lengthOf: (length: PdfValue) => PdfValue,
): { readonly value: PdfValue; readonly end: number } {
  const lexer: Lexer = { bytes, at };
  const [own, generation, start] = [word(lexer), word(lexer), word(lexer)];
  if (!/^\d{1,10}$/.test(own) || !/^\d{1,5}$/.test(generation) || start !== 'obj') throw new PdfFault('broken-references', at);
  if (number !== null && Number(own) !== number) throw new PdfFault('broken-references', at);
  const read = value(lexer);
  const next = word(lexer);
  if (next === 'endobj') return { value: read, end: lexer.at };
  const entries = entriesOf(read);
  if (next !== 'stream' || !entries) throw new PdfFault('broken-syntax', lexer.at);
  if (bytes[lexer.at] === 13) lexer.at += 1;
  if (bytes[lexer.at] === 10) lexer.at += 1;
  const given = entries.get('Length');
  const length = typeof given === 'number' ? given : lengthOf(given ?? null);
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || lexer.at + length > bytes.length)
    throw new PdfFault('broken-stream', at);
  const data = bytes.subarray(lexer.at, lexer.at + length);
  lexer.at += length;
  if (word(lexer) !== 'endstream' || word(lexer) !== 'endobj') throw new PdfFault('broken-stream', at);
  return { value: { type: 'stream', entries, data }, end: lexer.at };
}

function packOf(stream: PdfStream, bytes: Uint8Array): ReadonlyMap<number, { readonly number: number; readonly value: PdfValue }> {
  const [count, first] = [stream.entries.get('N'), stream.entries.get('First')];
  if (typeof count !== 'number' || typeof first !== 'number' || count < 0 || count * 4 > bytes.length + 4)
    throw new PdfFault('broken-stream');
  const head: Lexer = { bytes, at: 0 };
  const pack = new Map<number, { number: number; value: PdfValue }>();
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const [number, offset] = [Number(word(head)), Number(word(head))];
    if (!Number.isInteger(number) || !Number.isInteger(offset) || first + offset > bytes.length) throw new PdfFault('broken-stream');
    // They go up (ISO 32000-1, 7.5.7): many that begin in front of the same long gap would be read for hours.
    if (offset <= last) throw new PdfFault('broken-stream');
    last = offset;
    const lexer: Lexer = { bytes, at: first + offset };
    skipWhite(lexer);
    pack.set(index, { number, value: value(lexer) });
  }
  return pack;
}
