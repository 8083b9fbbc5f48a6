/**
 * The comments of a file that somebody starts from. Our starters hold them in every language, and say which parts are for
 * some languages of the new file only:
 *
 * - `#en words`: a line of its own, for those who read English
 * - `#>en words`: what the next line holds; behind that line, or above it where the file has several languages and long lines
 * - `#for ru nl`: the block that follows, with the comments above it, is for files in one of these languages
 *
 * In templates the same stand between `{{!` and `}}`.
 */
import type { Locale } from '../../document/document.js';

export interface CommentOptions {
  /** Who reads the comments. */
  readonly reader: Locale;
  /** The languages of the new file. */
  readonly languages: readonly Locale[];
  /** What stands in comments in braces: paths and ids of the new file. */
  readonly values: Readonly<Record<string, string>>;
}

const remark = /^(\s*)(?:#(>?)(ru|en|nl) (.*)|\{\{!()(ru|en|nl) (.*)\}\})$/;
const condition = /^(\s*)#for (.+)$/;

/** The text of a starter as one reader gets it, for a file in some languages. */
export function withComments(text: string, { reader, languages, values }: CommentOptions): string {
  const filled = (words: string): string => words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const lines: string[] = [];
  let behind: string | null = null;
  /** The indent of a block that is left out; its first line may still be to come. */
  let skipped: { indent: number; begun: boolean } | null = null;
  for (const line of text.split('\n')) {
    const only = condition.exec(line);
    if (only) {
      const wanted = (only[2] ?? '').split(' ').some((one) => languages.some((locale) => locale === one));
      skipped = wanted ? null : { indent: (only[1] ?? '').length, begun: false };
      continue;
    }
    const comment = remark.exec(line);
    if (skipped) {
      const isInside = comment !== null || indentOf(line) > skipped.indent;
      if (!skipped.begun || (isInside && comment === null)) {
        skipped = { ...skipped, begun: skipped.begun || comment === null };
        continue;
      }
      skipped = null;
    }
    if (comment) {
      const [, indent = '', next, language = comment[6], words = comment[7] ?? ''] = comment;
      if (language !== reader) continue;
      if (next === '>' && languages.length === 1) behind = filled(words);
      else lines.push(comment[6] === undefined ? `${indent}# ${filled(words)}` : `${indent}{{! ${filled(words)}}}`);
      continue;
    }
    lines.push(behind === null ? line : `${line} # ${behind}`);
    behind = null;
  }
  return lines.join('\n');
}

/** What a starter says of each part, by the key at its top: the comment that stands before it. */
export function commentsByKey(text: string, reader: Locale): Map<string, string> {
  const found = new Map<string, string>();
  let last = '';
  for (const line of text.split('\n')) {
    const [, , next, language, words = ''] = remark.exec(line) ?? [];
    if (next === '>' && language === reader) last = words;
    const [, key] = /^(\w+):/.exec(line) ?? [];
    if (key !== undefined) {
      if (last !== '') found.set(key, last);
      last = '';
    }
  }
  return found;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
