/**
 * Sealing: a PAdES signature into a prepared field, as an addition behind the file that leaves every byte of it where it was.
 * @libpdf/core reads the file and writes the addition. Its own `sign` is not used: it moves the field to an empty place on the first page,
 * draws nothing into it, writes a time among what is signed, and says B-LT where nothing proves that.
 */
import { createHash } from 'node:crypto';
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import type { PdfRef } from '@libpdf/core';
import { drawNothing, drawSign, tellCharacters } from './appearance.js';
import type { Look, Sign } from './appearance.js';
import type { SealKey } from './keys.js';
import { makeCms } from './make-cms.js';
import type { StampTime } from './make-cms.js';
import { openPdf } from './read/file.js';
import type { PdfFile } from './read/file.js';
import { entriesOf, nameOf, PdfFault, textOf } from './read/values.js';
import type { FaultCode, PdfValue } from './read/values.js';
import { fieldsOf, signaturesOf } from './signatures.js';
import { verifyPdf } from './verify.js';
import type { Level } from './verify.js';

export interface SealOrder {
  /** The prepared field that is signed; null for one of its own that is not seen. */
  readonly field: string | null;
  readonly now: Date;
  /** What must be reached. */
  readonly level: 'B-B' | 'B-T';
  /** Null for B-B. Throws what the authority of time throws. */
  readonly stampTime: StampTime | null;
  /** What is drawn into the field, by how the paper looks; null for nothing. */
  readonly sign: ((look: Look) => Sign) | null;
  /** Of the field that is not seen, for who reads the file by ear. */
  readonly label: string;
}

export type SealFault =
  | { readonly code: 'unreadable'; readonly fault: FaultCode }
  | { readonly code: 'not-extendable' }
  | { readonly code: 'no-field'; readonly fields: readonly string[] }
  | { readonly code: 'signed-already'; readonly field: string }
  | { readonly code: 'too-large' }
  | { readonly code: 'level-not-reached'; readonly level: Level | null };

export interface Sealed {
  readonly bytes: Uint8Array;
  readonly field: string;
  readonly isSeen: boolean;
  /** As it was found in the finished file. */
  readonly level: SealOrder['level'];
  /** Of the time-stamp; null without one. */
  readonly stamped: Date | null;
}

/** Fields that a seal can go into, with what they are called for people, and the signed ones. */
export function sealFields(
  bytes: Uint8Array,
): readonly { readonly name: string; readonly label: string; readonly isSigned: boolean }[] | FaultCode {
  try {
    const file = openPdf(bytes);
    const signed = new Set(signaturesOf(file).map(({ field }) => field.name));
    return fieldsOf(file)
      .filter(({ type }) => type === 'Sig')
      .map(({ name, label }) => ({ name, label, isSigned: signed.has(name) }));
  } catch (error) {
    if (error instanceof PdfFault) return error.code;
    throw error;
  }
}

/** Seals a file and looks whether it worked. The key has to be checked before (`faultOfKey`). */
export async function sealPdf(bytes: Uint8Array, key: SealKey, order: SealOrder): Promise<Sealed | SealFault> {
  const fields = sealFields(bytes);
  if (typeof fields === 'string') return { code: 'unreadable', fault: fields };
  const { field } = order;
  const wanted = fields.find(({ name }) => name === field);
  if (field !== null && !wanted) return { code: 'no-field', fields: fields.map(({ name }) => name) };
  if (wanted?.isSigned) return { code: 'signed-already', field: wanted.name };
  const pdf = await drawn(bytes, order);
  if (pdf.canSaveIncrementally() !== null) return { code: 'not-extendable' };
  const name = field ?? freeName(fields.map((one) => one.name));
  const room = roomFor(key, order.stampTime !== null);
  const addition = await prepared(pdf, bytes, name, room, order, key);
  if (!addition) return { code: 'not-extendable' };
  const cms = await makeCms(addition.digest, key, order.stampTime);
  if (cms.length > room) return { code: 'too-large' };
  addition.bytes.set(Buffer.from(Buffer.from(cms).toString('hex'), 'latin1'), addition.contents);
  return await inspected(addition.bytes, name, field !== null && order.sign !== null, order);
}

/** Bytes for the certificates, the signature, and the answer of an authority of time with its certificates. */
const roomFor = ({ certificate, chain }: SealKey, stamped: boolean): number =>
  [certificate, ...chain].reduce((sum, { der }) => sum + der.length, 0) + 2048 + (stamped ? 16_384 : 0);

function freeName(names: readonly string[]): string {
  let name = 'seal';
  for (let count = 2; names.includes(name); count += 1) name = `seal-${count}`;
  return name;
}

/** As many digits as ByteRange may come to need. */
const widest = 9_999_999_999;

interface Addition {
  readonly bytes: Uint8Array;
  /** Where the digits of the signature go. */
  readonly contents: number;
  readonly digest: Uint8Array;
}

async function prepared(
  pdf: PDF,
  original: Uint8Array,
  name: string,
  room: number,
  order: SealOrder,
  key: SealKey,
): Promise<Addition | null> {
  const signature = pdf.register(
    PdfDict.of({
      Type: PdfName.of('Sig'),
      Filter: PdfName.of('Adobe.PPKLite'),
      SubFilter: PdfName.of('ETSI.CAdES.detached'),
      ByteRange: PdfArray.of(PdfNumber.of(0), ...[1, 2, 3].map(() => PdfNumber.of(widest))),
      Contents: PdfString.fromHex('00'.repeat(room)),
      M: PdfString.fromString(pdfDate(order.now)),
      Name: PdfString.fromString(key.certificate.subject),
    }),
  );
  const form = order.field === null ? ownField(pdf, name, signature, order.label) : intoField(pdf, name, signature);
  if (!form) return null;
  // There are signatures, and whoever saves has to add behind them (ISO 32000-1, table 219).
  form.set('SigFlags', PdfNumber.of(3));
  const bytes = new Uint8Array(await pdf.save({ incremental: true, subsetFonts: true }));
  const added = Buffer.from(bytes.buffer, bytes.byteOffset + original.length, bytes.length - original.length);
  const range = added.indexOf(`[0${` ${widest}`.repeat(3)}]`);
  const contents = added.indexOf(`<${'00'.repeat(room)}>`);
  if (range < 0 || contents < 0 || !Buffer.from(bytes.subarray(0, original.length)).equals(Buffer.from(original))) return null;
  const [start, end] = [original.length + contents, original.length + contents + room * 2 + 2];
  const numbers = [start, end, bytes.length - end].map((one) => ` ${String(one)}`).join('');
  bytes.set(Buffer.from(`[0${numbers}]`.padEnd(2 + 3 * 11 + 1), 'latin1'), original.length + range);
  const digest = createHash('sha256').update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest();
  return { bytes, contents: start + 1, digest };
}

/** The file with the sign in its field, which is not signed yet. */
async function drawn(bytes: Uint8Array, { field, sign }: SealOrder): Promise<PDF> {
  const pdf = await PDF.load(bytes);
  const dictionary = field === null ? undefined : pdf.getForm()?.getSignatureField(field)?.getDict();
  if (!dictionary || !sign || pdf.canSaveIncrementally() !== null) return pdf;
  const file = openPdf(bytes);
  const made = drawSign(pdf, dictionary, sign(lookOf(file)));
  if (!made) return pdf;
  dictionary.set('AP', PdfDict.of({ N: made.appearance }));
  if (!isOfPart1(file)) return pdf;
  // What a font holds is known when it is written, so this part is written first.
  const written = await PDF.load(new Uint8Array(await pdf.save({ incremental: true, subsetFonts: true })));
  tellCharacters(written, made.font);
  return written;
}

/** Whether a file says that it keeps PDF/A-1. */
function isOfPart1(file: PdfFile): boolean {
  const metadata = file.resolve(file.root.get('Metadata'));
  const packet = typeof metadata === 'object' && metadata?.type === 'stream' ? Buffer.from(metadata.data).toString('latin1') : '';
  return /pdfaid:part(?:>|=["'])1\b/.test(packet);
}

/** Signs a field where it stands: its place, its flags and its page are the paper’s. Gives the form. */
function intoField(pdf: PDF, name: string, signature: PdfRef): PdfDict | null {
  const dictionary = pdf.getForm()?.getSignatureField(name)?.getDict();
  const form = formOf(pdf);
  if (!dictionary || !form) return null;
  dictionary.set('V', signature);
  return form;
}

/** A field that is not seen and has no place on a page, for papers that have none prepared. */
function ownField(pdf: PDF, name: string, signature: PdfRef, label: string): PdfDict | null {
  const [page] = pdf.getPages();
  if (!page) return null;
  const field = pdf.register(
    PdfDict.of({
      Type: PdfName.of('Annot'),
      Subtype: PdfName.of('Widget'),
      FT: PdfName.of('Sig'),
      T: PdfString.fromString(name),
      TU: PdfString.fromString(label),
      // Printed and locked.
      F: PdfNumber.of(132),
      Rect: PdfArray.of(...[0, 0, 0, 0].map((one) => PdfNumber.of(one))),
      P: page.ref,
      V: signature,
      AP: PdfDict.of({ N: drawNothing(pdf) }),
    }),
  );
  const form = formOf(pdf);
  if (!form) {
    const made = PdfDict.of({ Fields: PdfArray.of(field) });
    pdf.getCatalog().set('AcroForm', pdf.register(made));
    return made;
  }
  const fields = form.getArray('Fields', (ref) => pdf.getObject(ref));
  if (fields) fields.push(field);
  else form.set('Fields', PdfArray.of(field));
  return form;
}

const formOf = (pdf: PDF): PdfDict | null => pdf.getCatalog().getDict('AcroForm', (ref) => pdf.getObject(ref)) ?? null;

/** Of what look a paper is, by what it says of itself and the fonts that it carries. */
function lookOf(file: PdfFile): Look {
  const numbers = new Set(file.sections.flatMap(({ places }) => [...places.keys()]));
  const fonts = [...numbers].map((number) => {
    const entries = entriesOf(file.resolve({ type: 'reference', number, generation: 0 } satisfies PdfValue));
    return nameOf(entries?.get('Type')) === 'FontDescriptor' ? (nameOf(entries?.get('FontName')) ?? '') : '';
  });
  const serif = fonts.filter((font) => /Tinos|Times|Serif(?!.*Sans)/.test(font)).length;
  const sans = fonts.filter((font) => /Arimo|Arial|Helvetica|Sans/.test(font)).length;
  return { language: textOf(file.resolve(file.root.get('Lang'))) ?? '', family: serif > sans ? 'serif' : 'sans' };
}

/** Opens the finished file anew and judges its newest signature: the level is what is in it, not what was meant. */
async function inspected(bytes: Uint8Array, field: string, isSeen: boolean, { level, now }: SealOrder): Promise<Sealed | SealFault> {
  const { signatures } = await verifyPdf(bytes, { roots: [], certificates: [], lists: [], now });
  const own = signatures.find((one) => one.field === field);
  if (!own?.coversAll || own.level !== level) return { code: 'level-not-reached', level: own?.level ?? null };
  return { bytes, field, isSeen, level, stamped: own.stamp?.time ?? null };
}

/** A time as PDF writes it (ISO 32000-1, 7.9.4). */
const pdfDate = (time: Date): string => `D:${time.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
