/** Pictures as files have them, and as they lie on a page. */
import { deflateSync } from 'node:zlib';
import { diagnostic, Refusal } from '../../diagnostic/diagnostic.js';
import type { ImageBox } from '../../layout/page.js';
import type { Orientation } from '../../document/document.js';
import { readPicture } from '../../picture/picture.js';
import { pixelsOf } from '../../picture/pixels.js';
import { readPng } from '../../picture/png.js';
import type { Png } from '../../picture/png.js';
import { hexadecimal } from './operators.js';

/** A picture in the form in which files have it. */
export interface ReadyImage {
  readonly entries: string;
  /** Packed, as `filter` says. */
  readonly stream: Uint8Array;
  readonly filter: 'FlateDecode' | 'DCTDecode';
  /** How far its pixels cover the paper, packed; null where all of them do. */
  readonly mask: Uint8Array | null;
  /** Of the mask, which is as large as the picture. */
  readonly width: number;
  readonly height: number;
}

/**
 * A picture as files have it. Where the file may hold nothing transparent, it is made `opaque`. Throws a Refusal when it is
 * damaged or has colours (CMYK) that the file's colour profile does not cover.
 */
export function readyImage(box: ImageBox, opaque: boolean): ReadyImage {
  const png = readPng(box.data);
  if (typeof png !== 'string') return readyPng(png, opaque);
  const picture = png === 'format' ? readPicture(box.data) : png;
  if (typeof picture === 'string') return refuse(box, picture === 'format' ? 'damaged' : picture);
  if (picture.colors === 4) refuse(box, 'cmyk');
  const { width, height, orientation, colors, data } = picture;
  const [columns, rows] = orientation >= 5 ? [height, width] : [width, height];
  return { entries: samplesOf(colors, 8), stream: data, filter: 'DCTDecode', mask: null, width: columns, height: rows };
}

const samplesOf = (colors: 1 | 3, bits: number): string => `/ColorSpace /Device${colors === 3 ? 'RGB' : 'Gray'}\n/BitsPerComponent ${bits}`;

function readyPng(png: Png, opaque: boolean): ReadyImage {
  const { width, height, bits, colors, alpha, interlaced, transparency, palette, packed } = png;
  const usual = { filter: 'FlateDecode', mask: null, width, height } as const;
  // Rows that a PDF can hold as they are; PDF 1.4 knows no sixteen bits.
  if (!alpha && !transparency && !interlaced && bits <= 8) {
    const rows = `/DecodeParms <<\n/Predictor 15\n/Colors ${colors}\n/BitsPerComponent ${bits}\n/Columns ${width}\n>>`;
    const space = palette
      ? `/ColorSpace [/Indexed /DeviceRGB ${palette.length / 3 - 1} <${hexadecimal(palette)}>]\n/BitsPerComponent ${bits}`
      : samplesOf(colors, bits);
    return { ...usual, entries: `${space}\n${rows}`, stream: packed };
  }
  const pixels = pixelsOf(png);
  const { samples, opacity } = pixels;
  if (opacity && opaque) onWhite(samples, opacity, pixels.colors);
  return {
    ...usual,
    entries: samplesOf(pixels.colors, 8),
    stream: new Uint8Array(deflateSync(samples)),
    mask: opacity && !opaque ? new Uint8Array(deflateSync(opacity)) : null,
  };
}

/** Puts pixels on white paper: their colours are mixed with white as far as they are see-through. */
function onWhite(samples: Uint8Array, opacity: Uint8Array, colors: number): void {
  for (let at = 0; at < samples.length; at++)
    samples[at] = Math.round(255 + (((samples[at] ?? 0) - 255) * (opacity[Math.floor(at / colors)] ?? 255)) / 255);
}

function refuse(box: ImageBox, reason: string): never {
  const text = typeof box.mark === 'string' ? '' : (box.mark.facts.alt ?? '');
  throw new Refusal([diagnostic('image-unusable', { reason, text })]);
}

/** Where the right and the upper edge of a stored picture come to lie, seen, and its lower left corner; parts of its sides. */
const turns: Readonly<
  Record<Orientation, readonly [right: readonly [number, number], up: readonly [number, number], corner: readonly [number, number]]>
> = {
  1: [
    [1, 0],
    [0, 1],
    [0, 0],
  ],
  2: [
    [-1, 0],
    [0, 1],
    [1, 0],
  ],
  3: [
    [-1, 0],
    [0, -1],
    [1, 1],
  ],
  4: [
    [1, 0],
    [0, -1],
    [0, 1],
  ],
  5: [
    [0, -1],
    [-1, 0],
    [1, 1],
  ],
  6: [
    [0, -1],
    [1, 0],
    [0, 1],
  ],
  7: [
    [0, 1],
    [1, 0],
    [0, 0],
  ],
  8: [
    [0, 1],
    [-1, 0],
    [1, 0],
  ],
};

/** The matrix that puts a picture, turned upright, into a rectangle of a page whose y grows downwards. */
export function imageMatrix({ x, y, width, height, orientation = 1 }: ImageBox): readonly number[] {
  const [right, up, corner] = turns[orientation];
  return [width * right[0], -height * right[1], width * up[0], -height * up[1], x + width * corner[0], y + height - height * corner[1]];
}
