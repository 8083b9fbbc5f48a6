/** A written PDF taken apart: its objects as they stand in the file, for what no reader tells. */
import { inflateSync } from 'node:zlib';

export interface WrittenObject {
  number: number;
  /** All before the stream. */
  dictionary: string;
  /** The unpacked stream, a character per byte. */
  stream: string | null;
}

/** The objects of a file that pdfkit wrote, in their order. */
export function objectsOf(bytes: Uint8Array): WrittenObject[] {
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj$/gmsu)].map(([, number, body = '']): WrittenObject => {
    const [dictionary = '', packed] = body.split(/\nstream\n/u, 2);
    const data = packed === undefined ? null : Buffer.from(packed.replace(/\nendstream$/u, ''), 'latin1');
    const stream = data && (dictionary.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
    return { number: Number(number), dictionary, stream };
  });
}

/** The object that `key` of a dictionary refers to. */
export function referred(objects: readonly WrittenObject[], { dictionary }: WrittenObject, key: string): WrittenObject | undefined {
  const number = new RegExp(`/${key} \\[?(\\d+) 0 R`, 'u').exec(dictionary)?.[1];
  return objects.find((one) => one.number === Number(number));
}
