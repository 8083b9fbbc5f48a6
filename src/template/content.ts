/** The words and tags between the braces of a template: each tag gets its place, and what the markup has not is refused. */
import { closest } from 'fastest-levenshtein';
import { tags } from './vocabulary.js';

/** Told of a mistake: the code of the diagnostic and its facts, line and column from 1, and how many characters are meant. */
export type Tell = (code: string, args: Record<string, string>, line: number, column: number, length: number) => void;

/**
 * What is printed, with an attribute `at` in each tag: the mark of the template, line and column. `original` is what the
 * author wrote at `start`, whose column is from 0; Handlebars takes line breaks from around blocks out of it.
 */
export function markTags(printed: string, original: string, start: { line: number; column: number }, mark: string, tell: Tell): string {
  const places = placesIn(original, start);
  for (const { name, written, line, column } of places) {
    if (name === undefined) tell('template-forbidden', { what: written }, line, column, written.length);
    else if (!Object.hasOwn(tags, name))
      tell('template-unknown-tag', { tag: name, nearest: closest(name, Object.keys(tags)) }, line, column, written.length);
  }
  const named = places.filter(({ name }) => name !== undefined);
  let next = 0;
  return printed.replace(tagStart, (written) => {
    const { line = start.line, column = 1 } = named[next++] ?? {};
    return `${written} at="${mark}:${line}:${column}"`;
  });
}

const tagStart = /<[A-Za-z][\w-]*/g;

/** The start of a tag, or of what the markup has not: a comment, a declaration, a tag whose name would be printed. */
const anyStart = /<(?:([A-Za-z][\w-]*)|(?!\/[A-Za-z])[^A-Za-z]?)/g;

interface Start {
  readonly written: string;
  /** Undefined for what is no tag. */
  readonly name: string | undefined;
  readonly line: number;
  readonly column: number;
}

function placesIn(original: string, start: { line: number; column: number }): Start[] {
  const places: Start[] = [];
  let { line } = start;
  /** Where the line begins, which may be before the text. */
  let lineStart = -start.column;
  let read = 0;
  for (const { 0: written, 1: name, index } of original.matchAll(anyStart)) {
    for (let end = original.indexOf('\n', read); end >= 0 && end < index; end = original.indexOf('\n', read)) {
      line += 1;
      lineStart = read = end + 1;
    }
    places.push({ written, name, line, column: index - lineStart + 1 });
  }
  return places;
}
