/** What a role of version 1 leaves open, and only people can settle: version 2 asks for one answer where it allowed several. */
import type { Locale } from '../document/document.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { told } from '../read/data.js';
import type { ParsedFile } from '../read/data.js';
import { finding } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';

/** Words by language with which a text leaves a matter open, such as “depending on”; a star at the end stands for any ending. */
export type Deferrals = Readonly<Record<Locale, readonly string[]>>;

/** Warnings for a role or an overlay, in the order of the file. */
export const undecidedIn = (parsed: ParsedFile, deferrals: Deferrals): Diagnostic[] =>
  told([...anySuperior(parsed.data), ...openTexts(parsed.data, deferrals)], parsed);

function anySuperior(data: unknown): Finding[] {
  const reportsTo = isRecord(data) ? data.reportsTo : null;
  return isRecord(reportsTo) && reportsTo.mode === 'any'
    ? [finding('migrate-any-superior', '/reportsTo/mode', {}, { severity: 'warning' })]
    : [];
}

interface Wording {
  readonly text: string;
  /** Null when the file does not tell. */
  readonly language: string | null;
  readonly pointer: string;
}

function openTexts(data: unknown, deferrals: Deferrals): Finding[] {
  const patterns = new Map(Object.entries(deferrals).map(([language, phrases]) => [language, patternOf(phrases)]));
  const any = patternOf(Object.values(deferrals).flat());
  return wordingsIn(data, '', onlyLanguage(data)).flatMap(({ text, language, pointer }) => {
    const words = ((language !== null && patterns.get(language)) || any).exec(text)?.[0];
    return words === undefined ? [] : [finding('migrate-open-wording', pointer, { words }, { severity: 'warning' })];
  });
}

/** Whole words; a star stands for any ending. */
const patternOf = (phrases: readonly string[]): RegExp => {
  const parts = phrases.map((one) => one.replace(/[()]/g, '\\$&').replace(/\*$/, '\\p{L}*'));
  return new RegExp(`(?<!\\p{L})(?:${parts.join('|')})(?!\\p{L})`, 'iu');
};

const onlyLanguage = (data: unknown): string | null =>
  isRecord(data) && Array.isArray(data.languages) && data.languages.length === 1 ? String(data.languages[0]) : null;

/** Notes on where a role comes from are in no paper. */
const notPrinted = ['source', 'sources', 'why', '$schema'];

function wordingsIn(value: unknown, pointer: string, language: string | null): Wording[] {
  if (typeof value === 'string') return [{ text: value, language, pointer }];
  if (Array.isArray(value)) return value.flatMap((one, at) => wordingsIn(one, `${pointer}/${at}`, language));
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .filter(([key]) => !notPrinted.includes(key))
    .flatMap(([key, one]) => wordingsIn(one, pointer + segment(key), isLanguage(key) ? key : language));
}

const isLanguage = (key: string): boolean => /^[a-z]{2}$/.test(key);
