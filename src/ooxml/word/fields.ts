/** Fields: an instruction that Word carries out, and the result that the file keeps (ECMA-376-1, 17.16). */
import { childOf, elementsOf, isOn, valOf } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';

/** A field that has begun and not ended. */
export interface OpenField {
  instruction: string;
  /** What follows is its result. */
  hasResult: boolean;
  readonly form: FormField | null;
  /** Something of its result has been seen. */
  isShown: boolean;
}

/** A field of a form of the older kind (17.16.17). */
export type FormField =
  | { readonly sort: 'box'; readonly name: string; readonly checked: boolean }
  | { readonly sort: 'list'; readonly name: string; readonly choices: readonly string[]; readonly chosen: number }
  | { readonly sort: 'text'; readonly name: string };

export function formIn(begin: Xml): FormField | null {
  const data = childOf(begin, 'w:ffData');
  if (!data) return null;
  const name = valOf(childOf(data, 'w:name')) ?? '';
  const box = childOf(data, 'w:checkBox');
  if (box) return { sort: 'box', name, checked: isOn(childOf(box, 'w:checked') ?? childOf(box, 'w:default')) };
  const list = childOf(data, 'w:ddList');
  if (!list) return { sort: 'text', name };
  const choices = elementsOf(list).flatMap((one) => (one.name === 'w:listEntry' ? [valOf(one) ?? ''] : []));
  return { sort: 'list', name, choices, chosen: Number(valOf(childOf(list, 'w:result') ?? childOf(list, 'w:default')) ?? 0) };
}

export const fieldName = (instruction: string): string => (/^\s*([^\s"\\]+)/.exec(instruction)?.[1] ?? '').toUpperCase();

/** Where a field for a link leads; null for another field. */
export function linkOf(instruction: string): string | null {
  if (fieldName(instruction) !== 'HYPERLINK') return null;
  const bookmark = /\\l\s+(?:"([^"]*)"|(\S+))/i.exec(instruction);
  const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/i.exec(instruction);
  const [to, within] = [address?.[1] ?? address?.[2] ?? '', bookmark?.[1] ?? bookmark?.[2]];
  return within === undefined ? to : `${to}#${within}`;
}

/** The code and the font of a sign that a field shows. */
export function signIn(instruction: string): { code: number; font: string } | null {
  if (fieldName(instruction) !== 'SYMBOL') return null;
  const [, code] = /^\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})/i.exec(instruction) ?? [];
  const font = /\\f\s+(?:"([^"]*)"|(\S+))/i.exec(instruction);
  return code === undefined ? null : { code: Number(code), font: font?.[1] ?? font?.[2] ?? '' };
}

/** What a field shows that has its words in the instruction. */
export const buttonIn = (instruction: string): string | null =>
  /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s?(.*)$/is.exec(instruction)?.[1] ?? null;

/** Fields that show nothing. */
const silent = new Set([
  '',
  'XE',
  'TC',
  'TA',
  'RD',
  'SET',
  'ASK',
  'FILLIN',
  'NEXT',
  'NEXTIF',
  'SKIPIF',
  'PRIVATE',
  'ADVANCE',
  'DATA',
  'BIDIOUTLINE',
]);
export const isSilent = (instruction: string): boolean => silent.has(fieldName(instruction));
