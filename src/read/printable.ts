/** Characters that no paper can show, that end a text early or that turn its reading order around. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceText } from './source-text.js';

const invisible = '\\p{Cc}\\p{Cs}\\p{Co}\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFF';
/** Tabs and line breaks only lay a file out. */
const inFile = new RegExp(`(?![\\t\\n]|\\r\\n)[${invisible}]`, 'gu');
const inValue = new RegExp(`(?![\\t\\n])[${invisible}]`, 'gu');
/** What is in the file wherever something is that must not be, and elsewhere hardly ever: to look for it takes a tenth of the time. */
const suspicious =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uD800-\uF8FF\uFEFF\uFFF9-\uFFFF]/;
const most = 20;

/** A diagnostic for every character of the file that must not be in it, at most twenty. */
export function unprintableInFile(source: SourceText): Diagnostic[] {
  if (!suspicious.test(source.text)) return [];
  const found: Diagnostic[] = [];
  for (const match of source.text.matchAll(inFile)) {
    const place = source.placeAt(match.index);
    found.push(diagnostic('unprintable-character', { codePoint: codePointName(match[0]), text: around(source.text, match.index) }, place));
    if (found.length === most) break;
  }
  return found;
}

/** The first words of a value without what cannot be printed. */
export const printable = (value: string): string => value.replace(inValue, '').slice(0, 40);

/** The names of the unprintable characters of a value, such as `U+0007`, each once. */
export const unprintableIn = (value: string): string[] => [...new Set(value.match(inValue) ?? [])].map(codePointName);

/** `U+202E` for the character of that number. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The words around a character, as far as its line goes. */
function around(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 20), at).replace(/^[^]*\n/, '');
  const after = text.slice(at, at + 20).replace(/\n[^]*$/, '');
  return (before + after).replace(inValue, '').trim();
}
