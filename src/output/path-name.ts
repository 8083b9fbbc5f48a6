/** Names of folders made of what people write in cells: harmless, and the same on Windows, macOS and Linux. */

export interface PathNameOptions {
  /** In characters; a name that is cut keeps whole letters. */
  longest: number;
  /** Turns letters of other scripts into Latin ones; null keeps them. */
  latin: ((text: string) => string) | null;
}

/** Letters, digits and the signs that names of people and departments need; no file system minds any of them. */
const unfit = /[^\p{L}\p{M}\p{N} .,'’()&№+_-]+/gu;
/** Devices of Windows, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|conin|conout)(?=$|[ .])/i;
/** Bytes; some encrypted file systems have room for no more. */
const mostBytes = 140;

/** The text as the name of one folder: never empty, never a path, never hidden, never a device. */
export function pathName(text: string, { longest, latin }: PathNameOptions): string {
  const whole = text.normalize('NFC');
  const plain = (latin ? latin(whole) : whole)
    .normalize('NFC')
    .replace(unfit, ' ')
    .replace(/(^|\s)\.+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ');
  const name = trimmed(cut(trimmed(plain), longest));
  if (name === '') return '_';
  return reserved.test(name) ? `_${name}` : name;
}

/** Names that some system takes for one and the same have the same key. */
export const nameKey = (name: string): string => name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');

/** A dot at the front hides a folder, a hyphen makes it an option; Windows drops dots and spaces at the end. */
const trimmed = (text: string): string => text.replace(/^[\s.\-\p{M}]+|[\s.]+$/gu, '');

function cut(text: string, longest: number): string {
  if (text.length <= longest && bytesOf(text) <= mostBytes) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text.slice(0, longest * 2))) {
    if (kept.length + segment.length > longest || bytesOf(kept + segment) > mostBytes) break;
    kept += segment;
  }
  return kept;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
