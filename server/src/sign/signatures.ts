/** The signatures of a file, each with the bytes that it is over (ISO 32000-1, 12.8). */
import { latin } from './read/lexer.js';
import type { PdfFile } from './read/file.js';
import { bytesOf, entriesOf, isReference, itemsOf, nameOf, textOf } from './read/values.js';
import type { Entries, PdfValue } from './read/values.js';

export interface Field {
  /** Its full name. */
  readonly name: string;
  /** What it is called for people. */
  readonly label: string;
  readonly type: string;
  readonly entries: Entries;
  /** Of the object that it is; null for one that is written where it is used. */
  readonly number: number | null;
}

export interface Signature {
  readonly field: Field;
  readonly entries: Entries;
  /** Of the object that holds it; null where it is written within the field. */
  readonly number: number | null;
  readonly subFilter: string;
  /** What it holds: a signature with zeros behind it. */
  readonly contents: Uint8Array;
}

/** Fields in fields; forms have one or two levels. */
const deepest = 32;

/** All fields that have no fields below them, in the order of the form. */
export function fieldsOf(file: PdfFile): readonly Field[] {
  const found: Field[] = [];
  const seen = new Set<number>();
  const visit = (value: PdfValue, prefix: string, above: { readonly type: string }, depth: number): void => {
    if (isReference(value) && (seen.has(value.number) || depth > deepest)) return;
    if (isReference(value)) seen.add(value.number);
    const entries = entriesOf(file.resolve(value));
    if (!entries) return;
    const own = textOf(file.resolve(entries.get('T')));
    const name = own === null ? prefix : prefix === '' ? own : `${prefix}.${own}`;
    const type = nameOf(file.resolve(entries.get('FT'))) ?? above.type;
    const kids = itemsOf(file.resolve(entries.get('Kids'))) ?? [];
    const below = kids.filter((kid) => entriesOf(file.resolve(kid))?.has('T'));
    if (below.length > 0) for (const kid of below) visit(kid, name, { type }, depth + 1);
    else {
      const label = textOf(file.resolve(entries.get('TU'))) ?? name;
      found.push({ name, label, type, entries, number: isReference(value) ? value.number : null });
    }
  };
  for (const field of itemsOf(file.resolve(formOf(file)?.get('Fields'))) ?? []) visit(field, '', { type: '' }, 0);
  return found;
}

export const formOf = (file: PdfFile): Entries | null => entriesOf(file.resolve(file.root.get('AcroForm')));

/** The signed ones of its signature fields. */
export function signaturesOf(file: PdfFile): readonly Signature[] {
  return fieldsOf(file).flatMap((field) => {
    if (field.type !== 'Sig') return [];
    const value = field.entries.get('V');
    const entries = entriesOf(file.resolve(value));
    if (!entries) return [];
    return [
      {
        ...{ field, entries },
        number: isReference(value) ? value.number : null,
        subFilter: nameOf(file.resolve(entries.get('SubFilter'))) ?? '',
        contents: new Uint8Array(Buffer.from(bytesOf(file.resolve(entries.get('Contents'))) ?? '', 'latin1')),
      },
    ];
  });
}

/** What is wrong with the bytes that a signature says it is over. */
export type RangeFault = 'range-malformed' | 'range-not-from-start' | 'range-with-hole' | 'range-past-end' | 'contents-elsewhere';

export interface Covered {
  /** The bytes that are signed, put together. */
  readonly content: Uint8Array;
  /** Where the signed part of the file ends. */
  readonly end: number;
}

/** The signed bytes: from the first one on, with no gap but the signature itself; a fault for anything else. */
export function coveredBy(signature: Signature, file: PdfFile): Covered | RangeFault {
  const { bytes } = file;
  const range = itemsOf(file.resolve(signature.entries.get('ByteRange'))) ?? [];
  const numbers = range.filter((one): one is number => typeof one === 'number' && Number.isInteger(one) && one >= 0);
  const [start = 0, first = 0, second = 0, last = 0] = numbers;
  if (numbers.length !== 4 || range.length !== 4) return numbers.length > 4 ? 'range-with-hole' : 'range-malformed';
  if (start !== 0) return 'range-not-from-start';
  const end = second + last;
  if (end > bytes.length || second < first) return 'range-past-end';
  // The gap is the string of the signature, from its first sign to its last, and stands in the object of the signature.
  const gap = latin(bytes, first, second);
  if (!/^<[0-9A-Fa-f]*>$/.test(gap)) return 'range-with-hole';
  const number = signature.number ?? signature.field.number;
  const span = number === null ? null : file.spanOf(number);
  if (!span || first < span[0] || second > span[1]) return 'contents-elsewhere';
  if (!Buffer.from(gap.slice(1, -1), 'hex').equals(Buffer.from(signature.contents))) return 'contents-elsewhere';
  return { content: new Uint8Array(Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, end)])), end };
}
