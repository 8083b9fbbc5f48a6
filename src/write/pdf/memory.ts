/**
 * What one file leaves for the next. All of it follows from its keys alone, so a file is the same, byte for byte,
 * whatever was written before it; without a memory everything is only made anew.
 */
import { deflateSync } from 'node:zlib';
import { keep } from '../../kept.js';
import type { Kept } from '../../kept.js';
import type { Face } from '../../layout/fonts.js';
import { codesOf } from './codes.js';
import type { Coded } from './codes.js';
import { cutProgram } from './program.js';
import type { Program } from './program.js';

export interface Memory {
  /** A stream of one byte for each character, packed. */
  packed(stream: string): Uint8Array;
  /** A text as codes. */
  coded(text: string): Coded;
  /** The part of a face that has the glyphs for some letters, which are given by their codes. */
  program(face: Face, letters: readonly string[]): Program;
}

/** Characters of streams, texts, and parts of one face that are kept. */
const most = { streams: 4_000_000, texts: 5_000, programs: 16 };

/** Owned by the press, for all files that it prints; a part of 0 keeps nothing. */
export function openMemory(part = 1): Memory {
  const streams: Kept<string, Uint8Array> = keep(most.streams * part, (stream, bytes) => stream.length + bytes.length);
  const texts: Kept<string, Coded> = keep(most.texts * part, () => 1);
  const programs = new WeakMap<Face, Kept<string, Program>>();
  const programsOf = (face: Face): Kept<string, Program> => {
    const known = programs.get(face) ?? keep(most.programs * part, () => 1);
    programs.set(face, known);
    return known;
  };
  // A copy: what zlib gives holds on to a larger piece of memory.
  const packed = (stream: string): Uint8Array => streams(stream, () => new Uint8Array(deflateSync(Buffer.from(stream, 'latin1'))));
  return {
    packed,
    coded: (text) => texts(text, () => codesOf(text)),
    program: (face, letters) => programsOf(face)(letters.join('\n'), () => cutProgram(face, letters)),
  };
}
