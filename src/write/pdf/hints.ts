/**
 * TrueType letters carry programs that fit them to the dots of coarse screens. They are half of what a font takes in
 * the file; printers and today's screens do without.
 */
/** What is used of fontkit's subsets beyond its types. */
export interface Subset {
  font: object;
  /** Of the whole font, by their number in the subset. */
  glyphs: number[];
  /** The number of a glyph in the subset, by its number in the font. */
  mapping: Record<number, number>;
  /** Gives the number of a glyph, which joins the subset if it has to. */
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
  /** The outlines written so far, and their length. */
  glyf: Uint8Array[];
  offset: number;
  /** Writes the outline of a glyph and returns its place. */
  _addGlyph(glyph: number): number;
}

/** Lets a subset be written without these programs. The parsed font stays as it is, other files share it. */
export function leaveHintsOut(subset: Subset): void {
  subset.font = Object.create(subset.font, {
    'cvt ': { value: undefined },
    fpgm: { value: undefined },
    prep: { value: undefined },
  }) as object;
  const addGlyph = subset._addGlyph.bind(subset);
  subset._addGlyph = (glyph) => {
    const index = addGlyph(glyph);
    const outline = subset.glyf[index];
    if (outline && outline.length > headLength) {
      const bare = withoutProgram(outline);
      subset.glyf[index] = bare;
      subset.offset -= outline.length - bare.length;
    }
    return index;
  };
}

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
