/** PNG files, chunk by chunk (ISO/IEC 15948). */
import { zlib } from '../packages/installed.js';
import { orientationIn } from './exif.js';
import { mostPixels } from './facts.js';
import type { PictureFault } from './facts.js';

export interface Png {
  readonly width: number;
  readonly height: number;
  /** Of a sample, or of the number of a colour in the palette. */
  readonly bits: number;
  /** Samples of a pixel, its opacity not counted. */
  readonly colors: 1 | 3;
  readonly alpha: boolean;
  readonly interlaced: boolean;
  /** Three bytes for each colour; null where pixels have their own. */
  readonly palette: Uint8Array | null;
  /** The opacity of each colour of the palette, or the one colour that is not seen, in two bytes for each sample. */
  readonly transparency: Uint8Array | null;
  /** The rows of the pixels, packed. */
  readonly packed: Uint8Array;
  /** The file with nothing but pixels and colours. */
  readonly clean: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Colour types, by what is counted in a pixel, and the bits that each may have. */
const colorTypes: Readonly<Record<number, { colors: 1 | 3; alpha: boolean; palette: boolean; bits: readonly number[] }>> = {
  0: { colors: 1, alpha: false, palette: false, bits: [1, 2, 4, 8, 16] },
  2: { colors: 3, alpha: false, palette: false, bits: [8, 16] },
  3: { colors: 1, alpha: false, palette: true, bits: [1, 2, 4, 8] },
  4: { colors: 1, alpha: true, palette: false, bits: [8, 16] },
  6: { colors: 3, alpha: true, palette: false, bits: [8, 16] },
};

/** What is kept of a file, in its order: without texts, times, notes of cameras and the frames of an animation. */
const keptChunks: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'iCCP']);

export function readPng(data: Uint8Array): Png | PictureFault {
  if (signature.some((byte, at) => data[at] !== byte)) return 'format';
  const chunks = chunksOf(data);
  if (!chunks) return 'damaged';
  const contentOf = (name: string): Uint8Array | null => chunks.find((one) => one.name === name)?.content ?? null;
  const header = contentOf('IHDR');
  if (chunks[0]?.name !== 'IHDR' || header?.length !== 13) return 'damaged';
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const [width, height, bits, type, , , interlace] = [view.getUint32(0), view.getUint32(4), ...header.subarray(8)];
  const kind = colorTypes[type ?? -1];
  if (!width || !height || !kind || bits === undefined || !kind.bits.includes(bits)) return 'damaged';
  if (width * height > mostPixels) return 'pixels';
  const notes = contentOf('eXIf');
  if (notes && orientationIn(notes) !== 1) return 'turned';
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content));
  const palette = kind.palette ? contentOf('PLTE') : null;
  if (kind.palette && (!palette || palette.length === 0 || palette.length % 3 !== 0)) return 'damaged';
  const clean = Buffer.concat([signature, ...chunks.filter(({ name }) => keptChunks.has(name)).map(({ whole }) => whole)]);
  const png: Png = {
    ...{ width, height, bits, colors: kind.colors, alpha: kind.alpha, interlaced: interlace === 1, palette },
    ...{ transparency: kind.alpha ? null : contentOf('tRNS'), packed, clean: new Uint8Array(clean) },
  };
  return rowsOf(png) ? png : 'damaged';
}

interface Chunk {
  readonly name: string;
  readonly content: Uint8Array;
  /** With its length, name and check sum. */
  readonly whole: Uint8Array;
}

/** All chunks up to the last; null where one is cut or its sum is wrong, which browsers and Word look at. */
function chunksOf(data: Uint8Array): readonly Chunk[] | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signature.length; at + 12 <= data.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > data.length) return null;
    const name = Buffer.from(data.subarray(at + 4, at + 8)).toString('latin1');
    if (zlib().crc32(data.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    chunks.push({ name, content: data.subarray(at + 8, end - 4), whole: data.subarray(at, end) });
    if (name === 'IEND') return chunks;
    at = end;
  }
  return null;
}

export interface Pass {
  /** The first column and row of the picture, and the steps to the next. */
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
  /** Pixels of it. */
  readonly width: number;
  readonly height: number;
}

/** Adam7 (ISO/IEC 15948, 8.2). */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The smaller pictures that a file is made of: one, or seven. */
export const passesOf = ({ width, height, interlaced }: Pick<Png, 'width' | 'height' | 'interlaced'>): Pass[] =>
  (interlaced ? adam7 : ([[0, 0, 1, 1]] as const))
    .map(([x, y, across, down]) => ({ x, y, across, down, width: Math.ceil((width - x) / across), height: Math.ceil((height - y) / down) }))
    .filter((pass) => pass.width > 0 && pass.height > 0);

export const bitsOfPixel = ({ bits, colors, alpha }: Png): number => bits * (colors + (alpha ? 1 : 0));

/** Bytes of a row, the name of its filter not counted. */
export const rowLength = (png: Png, { width }: Pass): number => Math.ceil((width * bitsOfPixel(png)) / 8);

/** The rows as they are filtered, one pass after the other; null where some are missing or there are more than the header says. */
export function rowsOf(png: Png): Uint8Array | null {
  const length = passesOf(png).reduce((sum, pass) => sum + pass.height * (1 + rowLength(png, pass)), 0);
  try {
    const rows = zlib().inflateSync(png.packed, { maxOutputLength: length });
    return rows.length === length ? rows : null;
  } catch {
    return null;
  }
}
