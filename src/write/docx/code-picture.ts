/** A code as a picture: a PNG of one bit per pixel, drawn by hand so that the same squares give the same bytes. */
import { zlibSync } from 'fflate';
import { crc32 } from 'node:zlib';

/** Pixels of a square on each side; sharp on paper, small in the file. */
const scale = 8;

/** The bytes of a PNG file, dark where `squares` are true. */
export function pictureOf(squares: readonly (readonly boolean[])[]): Uint8Array {
  const side = squares.length * scale;
  // As many pixels as a byte has bits make one square: a row is its filter, which is none, and a byte per square.
  const rows = squares.flatMap((row) => Array.from({ length: scale }, () => [0, ...row.map((dark) => (dark ? 0x00 : 0xff))])).flat();
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.concat([number(side), number(side), Buffer.from([1, 0, 0, 0, 0])])),
      chunk('IDAT', Buffer.from(zlibSync(Uint8Array.from(rows), { level: 9 }))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(name: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([number(data.length), content, number(crc32(content))]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
