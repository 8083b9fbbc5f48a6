/** PDF files that are small and made to cost much: what they would unpack, or have read again and again, is bounded. */
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { verifyPdf } from '../src/sign/verify.js';

const stream = (entries: string, data: Uint8Array): Buffer => {
  const packed = deflateSync(data, { level: 9 });
  return Buffer.concat([
    Buffer.from(`<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
};
const begin = Buffer.from('%PDF-1.7\n');
const object = (number: number, body: Uint8Array | string): Buffer =>
  Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body as string), Buffer.from('\nendobj\n')]);

const faultOf = async (bytes: Uint8Array): Promise<string | null> =>
  (await verifyPdf(bytes, { roots: [], certificates: [], lists: [], now: new Date('2026-12-01') })).fault;

it('knows no more objects in all versions of a file than any paper has', async () => {
  const size = 1 << 19;
  const parts: Buffer[] = [begin];
  let [length, before] = [begin.length, ''];
  for (let version = 0; version < 3; version += 1) {
    const section = object(1, stream(`/Type/XRef/W[0 1 0]/Size ${size}/Root 1 0 R${before}`, Buffer.alloc(size, 9)));
    before = `/Prev ${length}`;
    parts.push(section);
    length += section.length;
  }
  parts.push(Buffer.from(`startxref\n${before.slice('/Prev '.length)}\n%%EOF\n`));
  const file = Buffer.concat(parts);
  expect(file.length).toBeLessThan(8000);
  expect(await faultOf(file)).toBe('too-large');
});

it('reads no stretch of a pack of objects for many of them', async () => {
  /** Objects 7 and 8 in a pack, at these offsets. */
  const packed = (offsets: readonly [number, number]): Buffer => {
    const head = `7 ${offsets[0]} 8 ${offsets[1]} `;
    const parts = [
      begin,
      object(1, '<</Type/Catalog/Pages 2 0 R/AcroForm 7 0 R>>'),
      object(2, '<</Type/Pages/Kids[]/Count 0>>'),
      object(5, stream(`/Type/ObjStm/N 2/First ${head.length}`, Buffer.from(`${head}<<>> null`))),
    ];
    const at = parts.map((_, index) => parts.slice(0, index).reduce((sum, { length }) => sum + length, 0));
    const end = parts.reduce((sum, { length }) => sum + length, 0);
    const rows = Buffer.alloc(10 * 7);
    const put = (number: number, kind: number, where: number, index = 0): void => {
      rows[number * 7] = kind;
      rows.writeUInt32BE(where, number * 7 + 1);
      rows.writeUInt16BE(index, number * 7 + 5);
    };
    put(1, 1, at[1] ?? 0);
    put(2, 1, at[2] ?? 0);
    put(5, 1, at[3] ?? 0);
    put(7, 2, 5, 0);
    put(8, 2, 5, 1);
    put(9, 1, end);
    const references = object(9, stream('/Type/XRef/W[1 4 2]/Size 10/Root 1 0 R', rows));
    return Buffer.concat([...parts, references, Buffer.from(`startxref\n${end}\n%%EOF\n`)]);
  };
  expect(await faultOf(packed([0, 5]))).not.toBe('broken-stream');
  expect(await faultOf(packed([0, 0]))).toBe('broken-stream');
});
