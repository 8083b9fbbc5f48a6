/**
 * TrueType letters carry programs that fit them to the dots of coarse screens. They are half of what a font takes in
 * the file; printers and today's screens do without.
 */
import { withoutPrograms } from '../../layout/fontkit-insides.js';
import type { Subset } from '../../layout/fontkit-insides.js';

/** Lets a subset be written without these programs. The parsed font stays as it is, other files share it. */
export const leaveHintsOut = (subset: Subset): void =>
  withoutPrograms(subset, (outline) => (outline.length > headLength ? withoutProgram(outline) : outline));

/** Number of contours and bounds, before the outline itself. */
const headLength = 10;

function withoutProgram(outline: Uint8Array): Uint8Array {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const contours = view.getInt16(0);
  if (contours < 0) return withoutProgramAfterParts(outline, view);
  const at = headLength + 2 * contours;
  const points = outline.subarray(at + 2 + view.getUint16(at));
  return even(at + 2 + points.length, (bare) => {
    bare.set(outline.subarray(0, at));
    bare.set(points, at + 2);
  });
}

/** Flags of one part of a letter that is made of others, such as й. */
const wideOffsets = 0x01;
const scaled = 0x08;
const moreParts = 0x20;
const scaledTwice = 0x40;
const turned = 0x80;
const programFollows = 0x100;

function withoutProgramAfterParts(outline: Uint8Array, view: DataView): Uint8Array {
  const flagsAt: number[] = [];
  let at = headLength;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    flagsAt.push(at);
    at += 4 + (flags & wideOffsets ? 4 : 2) + (flags & scaled ? 2 : flags & scaledTwice ? 4 : flags & turned ? 8 : 0);
    more = (flags & moreParts) !== 0;
  }
  return even(at, (bare) => {
    bare.set(outline.subarray(0, at));
    const flags = new DataView(bare.buffer);
    for (const place of flagsAt) flags.setUint16(place, view.getUint16(place) & ~programFollows);
  });
}

/** Letters begin at even places. */
function even(length: number, write: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = new Uint8Array(length + (length % 2));
  write(bytes);
  return bytes;
}
