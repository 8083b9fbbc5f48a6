/** Small images, as bytes of PNG files. */
import { crc32, deflateSync } from 'node:zlib';
import { bytes, four } from './jpeg.js';

/** Two by two pixels: colour type 2 is RGB, 6 has transparency. */
export function png(colorType: 2 | 6): Uint8Array {
  const row = colorType === 6 ? [0, 200, 0, 0, 128, 0, 200, 0, 255] : [0, 200, 0, 0, 0, 200, 0];
  return file(2, 2, 8, colorType, [...row, ...row]);
}

/** Three by two pixels of two bits each, after a palette of black, red and see-through blue. */
export const pngWithPalette = (): Uint8Array =>
  file(
    3,
    2,
    2,
    3,
    [0, 0b00_01_10_00, 0, 0b10_01_00_00],
    [
      ['PLTE', [0, 0, 0, 255, 0, 0, 0, 0, 255]],
      ['tRNS', [255, 255, 0]],
    ],
  );

function file(
  width: number,
  height: number,
  bits: number,
  colorType: number,
  rows: number[],
  before: [string, number[]][] = [],
): Uint8Array {
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.from([0, 0, 0, width, 0, 0, 0, height, bits, colorType, 0, 0, 0])),
      ...before.map(([name, data]) => chunk(name, Buffer.from(data))),
      chunk('IDAT', deflateSync(Buffer.from(rows))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

export function chunk(name: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}

interface Made {
  width?: number;
  height?: number;
  bits?: number;
  type?: number;
  interlaced?: boolean;
  rows?: readonly number[];
  extra?: readonly Uint8Array[];
}

/** A picture of any kind; two by two grey pixels where nothing is said. */
export function pngOf({
  width = 2,
  height = 2,
  bits = 8,
  type = 0,
  interlaced = false,
  rows = [0, 1, 2, 0, 3, 4],
  extra = [],
}: Made): Uint8Array {
  const header = [...four(width), ...four(height), bits, type, 0, 0, interlaced ? 1 : 0];
  return bytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', Uint8Array.from(header)),
    ...extra,
    chunk('IDAT', deflateSync(Uint8Array.from(rows))),
    chunk('IEND', new Uint8Array()),
  );
}
