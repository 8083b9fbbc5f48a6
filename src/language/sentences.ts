/** Texts made into sentences and items of lists: capitals, full stops, semicolons and the words between items. */
import type { Locale } from '../document/document.js';

/** Abbreviations whose full stop is their own, at the end of an item and before a capital. */
const ABBREVIATION =
  /(?:^|[\s(.-])(?:\p{L}|т\. ?[депкн]|др|пр|гг?|руб|коп|тыс|стр|рис|табл|гл|ст|пп?|ул|обл|им|см|ср|напр|кв|корп|etc|e\.g|i\.e|vs|no|nos|art|para|pp?|mr|mrs|ms|dr|inc|ltd|co|enz|e\.d|d\.d|o\.a|m\.b\.t|t\.a\.v|nr|blz|dhr|mevr|mw|drs|ing|ir|bijv|resp)\.$/iu;
/** An e-mail or web address at the start, which is written as it is. */
const ADDRESS = /^[^\p{L}\d]*(?:[^\s@]+@[^\s@]+\.|[a-z]+:\/\/|(?:[a-z\d-]+\.)+[a-z]{2,}(?![\p{L}\d]))/u;
/** What ends a text, whatever closes behind it. */
const STOPPED = /[.!?…:][)\]}»”"’]*$/u;
const EXCLAIMED = /[!?…:][)\]}»”"’]*$/u;

/**
 * The text with a capital at its start. Dutch keeps «’s» small and raises the word after it («’s Ochtends»), has one
 * letter IJ and writes «één» as «Eén». A first word with a capital of its own further on (iPhone) stays as it is.
 */
export function upperFirst(text: string, locale: Locale): string {
  // Most texts are asked about in vain, and often.
  if (/^\p{Lu}/u.test(text) || ADDRESS.test(text)) return text;
  if (/^[^\p{L}\d]*\p{Ll}+\p{Lu}/u.test(text)) return text;
  if (locale === 'nl') {
    if (/^[^\p{L}\d]*['’][stnkmr](?=[\s-])/u.test(text)) return text.replace(/(?<=^[^\p{L}\d]*['’]\p{L}\s)(?:ij|\p{Ll})/u, upper);
    // The accent of stress is not written on a capital: «Eén».
    return text.replace(/^([^\p{L}\d]*)éé/u, '$1Eé').replace(/^[^\p{L}\d]*(?:ij|\p{Ll})/u, upper);
  }
  return text.replace(/^[^\p{L}\d]*\p{Ll}/u, upper);
}

/** The text with a small letter at its start, unless it begins with an abbreviation, an initial or a quoted name. */
export function lowerFirst(text: string): string {
  const word = /^[\p{L}\d]+/u.exec(text)?.[0] ?? '';
  if (/^IJ\p{Ll}/u.test(word)) return `ij${text.slice(2)}`;
  const keeps = /^.+\p{Lu}/u.test(word) || /^\p{Lu}[.-]/u.test(text) || /^I$/u.test(word);
  return keeps ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The text as a sentence: a capital at the start, a full stop at the end unless another sign ends it. */
export function asSentence(text: string, locale: Locale): string {
  const trimmed = text.trim().replace(/[;,]$/u, '');
  return trimmed === '' ? '' : upperFirst(stopped(trimmed), locale);
}

/** A remark in brackets behind the text, before the full stop and not after it. */
export function withRemark(text: string, remark: string): string {
  const trimmed = text.trim();
  return `${/[.;,]$/u.test(trimmed) && !ABBREVIATION.test(trimmed) ? trimmed.slice(0, -1) : trimmed} (${remark})`;
}

/**
 * The text as an item of a list whose items end in semicolons and the last in a full stop. An item of several
 * sentences ends in a full stop wherever it stands.
 */
export function asItem(text: string, last: boolean): string {
  const trimmed = text.trim().replace(/[;,]$/u, '');
  if (trimmed === '') return '';
  if (last || hasSeveralSentences(trimmed)) return stopped(trimmed);
  if (EXCLAIMED.test(trimmed)) return trimmed;
  return `${trimmed.endsWith('.') && !ABBREVIATION.test(trimmed) ? trimmed.slice(0, -1) : trimmed};`;
}

const stopped = (text: string): string => (STOPPED.test(text) ? text : `${text}.`);

function hasSeveralSentences(text: string): boolean {
  for (const end of text.matchAll(/[.!?…][)\]»”"’]*(?=\s+[«“"(]?\p{Lu})/gu)) {
    if (!ABBREVIATION.test(text.slice(0, end.index + 1))) return true;
  }
  return false;
}

const lists = new Map<string, Intl.ListFormat>();

/**
 * «цены, сроки и условия», “prices, terms or conditions”. `tag` is the language as the country writes it: British English
 * has no comma before the last “and”, American English has one.
 */
export function joinList(items: readonly string[], tag: string, word: 'and' | 'or'): string {
  // Most lists of posts have one, and the rules of a language take several milliseconds to load.
  if (items.length === 1) return items[0] ?? '';
  const key = `${tag} ${word}`;
  const format = lists.get(key) ?? new Intl.ListFormat(tag, { type: word === 'and' ? 'conjunction' : 'disjunction' });
  lists.set(key, format);
  return format.format(items);
}

const upper = (letter: string): string => letter.toUpperCase();
