/**
 * The comments of a file that somebody starts from. Our starters hold them in every language, and say which parts are for
 * some languages of the new file only:
 *
 * - `#en words`: a line of its own, for those who read English
 * - `#>en words`: what the next line holds; behind that line, or above it where the file has several languages and long lines
 * - `#for ru nl`, at the left: the part that follows, with the comments above it, is for files in one of these languages
 *
 * In templates comments stand between `{{!en` and `}}`.
 */
import { locales } from '../../document/document.js';
import type { Locale } from '../../document/document.js';

export interface CommentOptions {
  /** Who reads the comments. */
  readonly reader: Locale;
  /** The languages of the new file. */
  readonly languages: readonly Locale[];
  /** What stands in comments in braces: paths and ids of the new file. */
  readonly values: Readonly<Record<string, string>>;
}

interface Remark {
  readonly language: string;
  readonly words: string;
  /** Whether it is about the next line. */
  readonly ofNext: boolean;
  /** The line that it makes of words. */
  line(words: string): string;
}

const someLanguage = `(${locales.join('|')})`;
const inYaml = new RegExp(`^(\\s*)#(>?)${someLanguage} (.*)$`);
const inTemplate = new RegExp(`^(\\s*)\\{\\{!${someLanguage} (.*)\\}\\}$`);
const condition = /^#for (.+)$/;

function remarkIn(line: string): Remark | null {
  const yaml = inYaml.exec(line);
  if (yaml) {
    const [, indent = '', next, language = '', words = ''] = yaml;
    return { language, words, ofNext: next === '>', line: (said) => `${indent}# ${said}` };
  }
  const template = inTemplate.exec(line);
  if (!template) return null;
  const [, indent = '', language = '', words = ''] = template;
  return { language, words, ofNext: false, line: (said) => `${indent}{{! ${said}}}` };
}

/** The text of a starter as one reader gets it, for a file in some languages. */
export function withComments(text: string, { reader, languages, values }: CommentOptions): string {
  const filled = (words: string): string => words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const lines: string[] = [];
  let behind = '';
  for (const line of partsOf(text).flatMap((part) => linesFor(part, languages))) {
    const remark = remarkIn(line);
    if (!remark) {
      lines.push(line + behind);
      behind = '';
    } else if (remark.language === reader) {
      if (remark.ofNext && languages.length === 1) behind = ` # ${filled(remark.words)}`;
      else lines.push(remark.line(filled(remark.words)));
    }
  }
  return lines.join('\n');
}

/** What a starter says of each part, by the key at its left: the comment that stands before it. */
export function commentsByKey(text: string, reader: Locale): Map<string, string> {
  return new Map(
    partsOf(text).flatMap((part): [string, string][] => {
      const [key] = part.flatMap((line) => /^(\w+):/.exec(line)?.[1] ?? []);
      const remark = part.map(remarkIn).find((one) => one?.ofNext === true && one.language === reader);
      return key !== undefined && remark ? [[key, remark.words]] : [];
    }),
  );
}

/** Lines that belong together: what stands at the left, with the comments above it and all that is further right below it. */
function partsOf(text: string): string[][] {
  const parts: string[][] = [];
  for (const line of text.split('\n')) {
    const before = parts.at(-1);
    if (before && (/^\s|^$/.test(line) || before.at(-1)?.startsWith('#'))) before.push(line);
    else parts.push([line]);
  }
  return parts;
}

/** The lines of a part for a file in some languages: none where it is for others. */
function linesFor(part: readonly string[], languages: readonly Locale[]): readonly string[] {
  const meant = part.flatMap((line) => condition.exec(line)?.[1]?.split(' ') ?? []);
  if (meant.length > 0 && !languages.some((locale) => meant.includes(locale))) return [];
  return part.filter((line) => !condition.test(line));
}
