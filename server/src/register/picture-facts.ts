/**
 * Pictures without what cameras write into them: where and when they were taken, with which telephone, a preview of what was cut off. Only what
 * is needed to show them stays: the picture, its colours, and which side is up. Formats: ITU-T T.81 annex B and CIPA DC-008 for JPEG, the PNG
 * specification (third edition, 2025).
 */
import { isScan, scanEnding } from './scan-kind.js';

export interface CleanFile {
  readonly type: 'jpg' | 'png' | 'pdf';
  readonly bytes: Uint8Array;
}

/** What a file is by its bytes, without what a camera has written; a PDF as it is. Null for what is none of these, or not whole. */
export function cleanFile(bytes: Uint8Array): CleanFile | null {
  const type = scanEnding(bytes);
  const clean = type === 'jpg' ? jpegAlone(bytes) : type === 'png' ? pngAlone(bytes) : type === 'pdf' && isScan(bytes) ? bytes : null;
  return type === null || clean === null ? null : { type, bytes: clean };
}

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const latin = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1');

const [startOfImage, endOfImage, startOfScan, comment] = [0xd8, 0xd9, 0xda, 0xfe];
/** Segments of programs, which are named by what they begin with: those that change how the picture looks. */
const looks: Readonly<Record<number, string>> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' };
const isOfPrograms = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

function jpegAlone(bytes: Uint8Array): Uint8Array | null {
  const head: Uint8Array[] = [];
  const rest: Uint8Array[] = [];
  let side: number | null = null;
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // A marker may have signs before it that fill room.
    if (marker === 0xff) at += 1;
    else if (marker === endOfImage)
      // What telephones hang on behind the picture, a film among it, goes with the rest.
      return Buffer.concat([
        Buffer.from([0xff, startOfImage]),
        ...head,
        ...(side !== null && side > 1 ? [sideUp(side)] : []),
        ...rest,
        Buffer.from([0xff, endOfImage]),
      ]);
    else if (isAlone(marker)) at += 2;
    else {
      const to = at + 2 + u16(bytes, at + 2);
      if (u16(bytes, at + 2) < 2 || to > bytes.length) return null;
      const end = marker === startOfScan ? endOfScan(bytes, to) : to;
      const segment = bytes.subarray(at, end);
      if (marker === 0xe1 && latin(segment, 4, 6) === 'Exif\0\0') side ??= sideIn(segment.subarray(10));
      const sign = looks[marker];
      if (isOfPrograms(marker) ? sign !== undefined && latin(segment, 4, sign.length) === sign : marker !== comment)
        (marker === 0xe0 ? head : rest).push(segment);
      at = end;
    }
  }
  return null;
}

/** Where the data of a scan end: before the next marker that is no part of them. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes.indexOf(0xff, at);
    if (next === -1) return bytes.length;
    const marker = bytes[next + 1] ?? 0;
    if (marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7)) return next;
    at = next + 2;
  }
  return bytes.length;
}

/** The tag of the side that is up, 1 to 8; null where it is not said. */
function sideIn(tiff: Uint8Array): number | null {
  const order = latin(tiff, 0, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = order === 'II';
  if (tiff.length < 10) return null;
  const at = view.getUint32(4, little);
  if (at + 2 > tiff.length) return null;
  const count = view.getUint16(at, little);
  for (let entry = at + 2; entry + 12 <= tiff.length && entry < at + 2 + 12 * count; entry += 12)
    if (view.getUint16(entry, little) === 0x0112) {
      const side = view.getUint16(entry + 8, little);
      return side >= 1 && side <= 8 ? side : null;
    }
  return null;
}

/** A segment that says nothing but which side is up. */
const sideUp = (side: number): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0MM\0*', 'latin1'),
    Buffer.from([0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0, 0, 0, 0, 0]),
  ]);

/** The parts of a PNG that show something. */
const shown: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

function pngAlone(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (latin(bytes, 12, 4) !== 'IHDR') return null;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = latin(bytes, at + 4, 4);
    if (shown.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  return null;
}
