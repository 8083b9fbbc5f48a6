/**
 * What one file leaves for the next. All of it follows from its keys alone, so a file is the same, byte for byte,
 * whatever was written before it; without a memory everything is only made anew.
 */
import { bytesKey } from '../../content/content.js';
import type { Kept } from '../../content/kept.js';
import type { Face } from '../../layout/fonts.js';
import type { ImageBox } from '../../layout/page.js';
import { readyImage } from './image.js';
import type { ReadyImage } from './image.js';
import { packed } from './operators.js';
import { cutProgram } from './program.js';
import type { Program } from './program.js';

export interface Memory {
  /** A stream of one byte for each character, packed. For those that are the same in many files. */
  packed(stream: string): Uint8Array;
  /** The part of a face that has the glyphs for some letters, which are given by their codes. */
  program(face: Face, letters: readonly string[]): Program;
  /** A picture as files have it, made opaque or not: the logo of a batch is unpacked once. Throws a Refusal, see `readyImage`. */
  image(box: ImageBox, opaque: boolean): ReadyImage;
}

/** A width by its code, and its place in the list. */
const perWidth = 16;

/** For files in the faces of one set. A PDF that comes again takes a sixth more time without the programs, a tenth without the streams. */
export function openMemory(kept: Kept): Memory {
  const programs = kept.drawer<Program>(
    ({ file, unicode, glyphs, widths }) => file.length + unicode.length + glyphs.length + perWidth * widths.length,
  );
  const images = kept.drawer<ReadyImage>(({ stream, mask }) => stream.length + (mask?.length ?? 0));
  const streams = kept.drawer<Uint8Array>(({ length }) => length);
  return {
    packed: (stream) => streams.get(stream, () => packed(Buffer.from(stream, 'latin1'))),
    program: (face, letters) => programs.get(`${face.id} ${letters.join('\n')}`, () => cutProgram(face, letters)),
    image: (box, opaque) => images.get(`${opaque} ${bytesKey(box.data)}`, () => readyImage(box, opaque)),
  };
}
