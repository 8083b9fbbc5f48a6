/** The pixels of a PNG file, a byte for each sample. */
import { bitsOfPixel, passesOf, rowLength, rowsOf } from './png.js';
import type { Pass, Png } from './png.js';

export interface Pixels {
  /** Samples of a pixel: grey, or red, green and blue. */
  readonly colors: 1 | 3;
  /** Row by row. */
  readonly samples: Uint8Array;
  /** From 0 to 255, a byte for each pixel; null where nothing is see-through. */
  readonly opacity: Uint8Array | null;
}

/** Unpacks a file that was read. Colours of a palette come as red, green and blue; of 16 bits the upper eight are taken. */
export function pixelsOf(png: Png): Pixels {
  const { width, height, bits, palette, alpha, transparency } = png;
  const colors = palette ? 3 : png.colors;
  const samples = new Uint8Array(width * height * colors);
  const opacity = alpha || transparency ? new Uint8Array(width * height).fill(255) : null;
  const plain = bits === 8 && !palette && !transparency;
  const put = putting(png, samples, opacity);
  const rows = rowsOf(png) ?? new Uint8Array();
  let at = 0;
  for (const pass of passesOf(png)) {
    const length = rowLength(png, pass);
    let above = new Uint8Array(length);
    for (let row = 0; row < pass.height; row++) {
      const own = rows.slice(at + 1, at + 1 + length);
      unfilter(rows[at] ?? 0, own, above, Math.max(1, bitsOfPixel(png) >> 3));
      if (plain) putPlainRow(png, pass, row, own, samples, opacity);
      else putRow(png, pass, row, own, put);
      above = own;
      at += 1 + length;
    }
  }
  return { colors, samples, opacity: opacity?.some((one) => one < 255) ? opacity : null };
}

/**
 * Undoes the filter of a row (ISO/IEC 15948, 9.2): each byte was told apart from those before and above it. One loop for
 * each filter: a large picture has tens of millions of bytes.
 */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, distance: number): void {
  const { length } = row;
  const own = (at: number): number => row[at] ?? 0;
  const up = (at: number): number => above[at] ?? 0;
  // Nothing stands before the first pixel.
  const first = Math.min(distance, length);
  if (filter === 1) for (let at = first; at < length; at++) row[at] = own(at) + own(at - distance);
  if (filter === 2) for (let at = 0; at < length; at++) row[at] = own(at) + up(at);
  if (filter === 3) {
    for (let at = 0; at < first; at++) row[at] = own(at) + (up(at) >> 1);
    for (let at = first; at < length; at++) row[at] = own(at) + ((own(at - distance) + up(at)) >> 1);
  }
  if (filter === 4) {
    for (let at = 0; at < first; at++) row[at] = own(at) + up(at);
    for (let at = first; at < length; at++) row[at] = own(at) + nearest(own(at - distance), up(at), up(at - distance));
  }
}

/** Paeth’s predictor. */
function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

/** Puts a pixel at its place; `of` gives its samples by their number, as wide as the file has them. */
type Put = (pixel: number, of: (sample: number) => number) => void;

function putRow(png: Png, pass: Pass, row: number, bytes: Uint8Array, put: Put): void {
  const { bits } = png;
  const perPixel = bitsOfPixel(png) / bits;
  let first = 0;
  const of = (sample: number): number => {
    const at = first + sample;
    if (bits === 8) return bytes[at] ?? 0;
    if (bits === 16) return ((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0);
    const bit = at * bits;
    return ((bytes[bit >> 3] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
  };
  const start = (pass.y + row * pass.down) * png.width + pass.x;
  for (let column = 0; column < pass.width; column++) {
    first = column * perPixel;
    put(start + column * pass.across, of);
  }
}

/** The same for rows that have a byte for each sample, as nearly all large pictures do: it takes half the time. */
function putPlainRow(
  { width, colors }: Png,
  { x, y, across, down, width: columns }: Pass,
  row: number,
  bytes: Uint8Array,
  samples: Uint8Array,
  opacity: Uint8Array | null,
): void {
  let pixel = (y + row * down) * width + x;
  let at = 0;
  for (let column = 0; column < columns; column++) {
    for (let color = 0; color < colors; color++) samples[pixel * colors + color] = bytes[at++] ?? 0;
    if (opacity) opacity[pixel] = bytes[at++] ?? 255;
    pixel += across;
  }
}

function putting(png: Png, samples: Uint8Array, opacity: Uint8Array | null): Put {
  const { bits, colors, palette, alpha, transparency } = png;
  const most = (1 << bits) - 1;
  const byteOf = (sample: number): number => (bits === 8 ? sample : bits === 16 ? sample >> 8 : Math.round((sample * 255) / most));
  if (palette)
    return (pixel, of) => {
      const entry = of(0);
      for (let color = 0; color < 3; color++) samples[3 * pixel + color] = palette[3 * entry + color] ?? 0;
      if (opacity) opacity[pixel] = transparency?.[entry] ?? 255;
    };
  const unseen =
    transparency && Array.from({ length: colors }, (_, at) => ((transparency[2 * at] ?? 0) << 8) | (transparency[2 * at + 1] ?? 0));
  return (pixel, of) => {
    for (let color = 0; color < colors; color++) samples[colors * pixel + color] = byteOf(of(color));
    if (!opacity) return;
    if (alpha) opacity[pixel] = byteOf(of(colors));
    else if (unseen?.every((value, color) => of(color) === value)) opacity[pixel] = 0;
  };
}
