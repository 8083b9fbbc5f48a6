/** What a PDF is made of (ISO 32000-1, 7.3), as plain values. */

export type PdfValue = null | boolean | number | PdfName | PdfString | PdfReference | PdfArray | PdfDictionary | PdfStream;

export interface PdfName {
  readonly type: 'name';
  readonly name: string;
}

/** Bytes, one in each character. */
export interface PdfString {
  readonly type: 'string';
  readonly bytes: string;
}

export interface PdfReference {
  readonly type: 'reference';
  readonly number: number;
  readonly generation: number;
}

export interface PdfArray {
  readonly type: 'array';
  readonly items: readonly PdfValue[];
}

export type Entries = ReadonlyMap<string, PdfValue>;

export interface PdfDictionary {
  readonly type: 'dictionary';
  readonly entries: Entries;
}

export interface PdfStream {
  readonly type: 'stream';
  readonly entries: Entries;
  /** As they stand in the file, not unpacked. */
  readonly data: Uint8Array;
}

/** Why a file is not read: nothing is guessed, since what two readers guess differently is how signed files are forged. */
export type FaultCode =
  | 'not-a-pdf'
  | 'broken-syntax'
  | 'broken-references'
  | 'broken-stream'
  | 'encrypted'
  | 'too-deep'
  | 'too-large'
  | 'no-pages';

export class PdfFault extends Error {
  constructor(
    readonly code: FaultCode,
    /** Bytes from the start of the file, where it is known. */
    readonly at: number | null = null,
  ) {
    super(at === null ? code : `${code} at ${at}`);
  }
}

export const entriesOf = (value: PdfValue | undefined): Entries | null =>
  typeof value === 'object' && value !== null && (value.type === 'dictionary' || value.type === 'stream') ? value.entries : null;
export const itemsOf = (value: PdfValue | undefined): readonly PdfValue[] | null =>
  typeof value === 'object' && value?.type === 'array' ? value.items : null;
export const nameOf = (value: PdfValue | undefined): string | null =>
  typeof value === 'object' && value?.type === 'name' ? value.name : null;
export const bytesOf = (value: PdfValue | undefined): string | null =>
  typeof value === 'object' && value?.type === 'string' ? value.bytes : null;
export const isReference = (value: PdfValue | undefined): value is PdfReference => typeof value === 'object' && value?.type === 'reference';

/** The text of a string: UTF-16 with its mark, UTF-8 with its mark, else Latin. */
export function textOf(value: PdfValue | undefined): string | null {
  const bytes = bytesOf(value);
  if (bytes === null) return null;
  const raw = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xFE\xFF')) return new TextDecoder('utf-16be').decode(raw.subarray(2));
  if (bytes.startsWith('\xEF\xBB\xBF')) return new TextDecoder().decode(raw.subarray(3));
  return bytes;
}
