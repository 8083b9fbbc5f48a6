/** The text of a template, and places in it. */
import type { Place } from '../diagnostic/diagnostic.js';
import type { PreparedTemplate } from '../read/prepared.js';

export interface TemplateSource {
  file: string;
  text: string;
  /** What a build has made of this very text. */
  prepared?: PreparedTemplate | null;
}

/** Line and column from 1, length in characters. */
export const placeAt = (source: TemplateSource, line: number, column: number, length = 1): Place => ({
  file: source.file,
  line,
  column,
  length,
  sourceLine: linesOf(source)[line - 1] ?? '',
});

/** The place of a character, counted from 0. */
export function placeOfCharacter(source: TemplateSource, at: number): Place {
  const before = source.text.slice(0, at).split('\n');
  return placeAt(source, before.length, (before.at(-1)?.length ?? 0) + 1);
}

/** Every tag of a document may ask for its place, and most are in the same few files. */
const lines = new WeakMap<TemplateSource, readonly string[]>();

function linesOf(source: TemplateSource): readonly string[] {
  const known = lines.get(source) ?? source.text.split('\n');
  lines.set(source, known);
  return known;
}
