/** Additions behind a PDF, as forgers and honest programs write them. */
import { openPdf } from '../src/sign/read/file.js';
import { lastStart } from '../src/sign/read/references.js';
import { isReference } from '../src/sign/read/values.js';
import type { PdfValue } from '../src/sign/read/values.js';

export interface Addition {
  /** What objects are from now on, by number: what stands between `obj` and `endobj`. */
  readonly objects: Readonly<Record<number, string>>;
  /** Another root, or no link back. */
  readonly root?: number;
  readonly unlinked?: boolean;
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Adds a version behind a file. */
export function added(bytes: Uint8Array, { objects, root, unlinked = false }: Addition): Uint8Array {
  const file = openPdf(bytes);
  const parts: Buffer[] = [Buffer.from(bytes), latin('\n')];
  let at = bytes.length + 1;
  const places: [number, number][] = [];
  for (const [number, body] of Object.entries(objects)) {
    const part = latin(`${number} 0 obj\n${body}\nendobj\n`);
    places.push([Number(number), at]);
    parts.push(part);
    at += part.length;
  }
  const rows = places.map(([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = Math.max(nextNumber(bytes), ...places.map(([number]) => number + 1));
  const info = numberOf(file.trailer.get('Info'));
  const link = unlinked ? '' : `/Prev ${lastStart(bytes).start}`;
  parts.push(
    latin(
      `xref\n${rows}trailer\n<</Size ${size}/Root ${root ?? numberOf(file.trailer.get('Root'))} 0 R/Info ${info} 0 R${link}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

export const numberOf = (value: PdfValue | undefined): number => (isReference(value) ? value.number : -1);

/** A number that no object has. */
export const nextNumber = (bytes: Uint8Array): number =>
  Math.max(...openPdf(bytes).sections.flatMap(({ places }) => [...places.keys()])) + 1;

/** What stands between `obj` and `endobj` of an object. */
export function bodyOf(bytes: Uint8Array, number: number): string {
  const span = openPdf(bytes).spanOf(number);
  if (!span) throw new Error(`no object ${number}`);
  return Buffer.from(bytes.subarray(...span))
    .toString('latin1')
    .replace(/^\d+ \d+ obj\s*/, '')
    .replace(/\s*endobj$/, '');
}

/** Replaces bytes by as many others. */
export function patched(bytes: Uint8Array, from: RegExp, to: (match: RegExpExecArray) => string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const match = from.exec(text);
  if (!match) throw new Error(`nothing is ${String(from)}`);
  const other = to(match);
  if (other.length !== match[0].length) throw new Error(`${other.length} for ${match[0].length}`);
  return new Uint8Array(latin(text.slice(0, match.index) + other + text.slice(match.index + match[0].length)));
}
