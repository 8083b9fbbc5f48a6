/** Unpacking of the streams that a reader needs for finding its way: of references and of objects. */
import { inflateSync } from 'node:zlib';
import { entriesOf, itemsOf, nameOf, PdfFault } from './values.js';
import type { PdfStream, PdfValue } from './values.js';

/** Bytes of an unpacked stream: a small file must not fill the memory. */
const largest = 64 << 20;

/** The bytes of a stream that is packed with FlateDecode, or not at all. Throws a PdfFault for other packing. */
export function unpacked({ entries, data }: PdfStream): Uint8Array {
  const filter = entries.get('Filter') ?? null;
  const filters = itemsOf(filter) ?? (filter === null ? [] : [filter]);
  if (filters.length === 0) return data;
  if (filters.length > 1 || nameOf(filters[0]) !== 'FlateDecode') throw new PdfFault('broken-stream');
  const parameters = entries.get('DecodeParms') ?? null;
  return unpredicted(inflated(data), entriesOf(itemsOf(parameters)?.[0] ?? parameters));
}

function inflated(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: largest });
  } catch {
    throw new PdfFault('broken-stream');
  }
}

const whole = (value: PdfValue | undefined, usual: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1 << 16 ? value : usual;

/** Undoes the predictors of PNG (ISO 32000-1, 7.4.4.4). */
function unpredicted(bytes: Uint8Array, parameters: ReadonlyMap<string, PdfValue> | null): Uint8Array {
  const predictor = whole(parameters?.get('Predictor'), 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw new PdfFault('broken-stream');
  const columns = whole(parameters?.get('Columns'), 1);
  const step = Math.max(1, (whole(parameters?.get('Colors'), 1) * whole(parameters?.get('BitsPerComponent'), 8)) >> 3);
  const width = columns * step;
  const rows = Math.floor(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column >= step ? (out[at - step] ?? 0) : 0;
      const up = row > 0 ? (out[at - width] ?? 0) : 0;
      const corner = row > 0 && column >= step ? (out[at - width - step] ?? 0) : 0;
      out[at] = (bytes[row * (width + 1) + 1 + column] ?? 0) + guess(kind, left, up, corner);
    }
  }
  return out;
}

function guess(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const all = left + up - corner;
      const [a, b, c] = [Math.abs(all - left), Math.abs(all - up), Math.abs(all - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      throw new PdfFault('broken-stream');
  }
}
