/**
 * A file in the making. pdfkit writes it; what there is much of goes past the slow parts of pdfkit: bytes are gathered
 * without a stream, pages come packed, and objects can be written in words of our own.
 */
import { divert, fillPage, openKit, packProfile, silenceDrawing, takeNumbers, writeObject, writeTaken } from './insides.js';
import { openInk } from './ink.js';
import type { Ink } from './ink.js';
import type { Kit, KitReference } from './insides.js';
import type { Memory } from './memory.js';

export interface File {
  kit: Kit;
  /** For the content of a page, or of what looks like one: one after the other. */
  ink: Ink;
  /** Gives the page begun last its content, which is packed. */
  fill(content: Uint8Array): void;
  /** Writes an object: the entries of its dictionary, and perhaps a stream that is packed already, by zlib or as `filter` says. */
  write(reference: KitReference, entries: string, stream?: Uint8Array, filter?: string): void;
  /** Takes numbers for so many objects, for which pdfkit would make too much ado, and returns the first. */
  take(count: number): number;
  /** Writes an object by its number. */
  writeTaken(number: number, entries: string): void;
  /** All that is written. */
  bytes(): Buffer;
}

export function openFile(options: object, memory: Memory): File {
  const { kit, begun } = openKit(options);
  const parts: Uint8Array[] = [...begun];
  let lines = '';
  const endLines = (): void => {
    if (lines !== '') parts.push(Buffer.from(lines, 'latin1'));
    lines = '';
  };
  divert(kit, (data) => {
    if (typeof data === 'string') lines += `${data}\n`;
    else {
      endLines();
      parts.push(data);
    }
  });
  packProfile(kit, (content) => memory.packed(Buffer.from(content).toString('latin1')));

  silenceDrawing(kit);
  return {
    kit,
    ink: openInk(),
    fill: (packed) => fillPage(kit, packed),
    write: (reference, entries, stream, filter) => writeObject(kit, reference, entries, stream, filter),
    take: (count) => takeNumbers(kit, count),
    writeTaken: (number, entries) => writeTaken(kit, number, entries),
    bytes() {
      endLines();
      return Buffer.concat(parts);
    },
  };
}
