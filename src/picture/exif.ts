/** The one fact of a camera’s notes that changes how a picture looks (Exif 2.32, 4.6; TIFF 6.0). */
import type { Orientation } from '../document/document.js';

const orientationTag = 0x0112;
const entryLength = 12;

/** The orientation in a block of notes, which begins with the mark of its byte order; 1 where it says none. */
export function orientationIn(block: Uint8Array): Orientation {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const little = block[0] === 0x49;
  if (block.length < 8 || block[1] !== block[0] || !(little || block[0] === 0x4d)) return 1;
  const directory = view.getUint32(4, little);
  if (directory + 2 > block.length) return 1;
  const count = view.getUint16(directory, little);
  for (let at = directory + 2; at < directory + 2 + count * entryLength && at + entryLength <= block.length; at += entryLength) {
    if (view.getUint16(at, little) !== orientationTag) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** Notes that say nothing but the orientation. */
export const notesOf = (orientation: Orientation): Uint8Array =>
  Uint8Array.of(...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8], ...[0, 1], ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], ...[0, 0, 0, 0]);
