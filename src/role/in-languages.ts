/** A file in several languages cut down to some of them, at its very characters: comments, order and quotes stay as they were. */
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import { locales } from '../document/document.js';
import type { Locale } from '../document/document.js';
import { edited } from '../read/edits.js';
import type { Edit } from '../read/edits.js';

/**
 * The text of a valid file with only the wordings of some languages left; with one, each text becomes a plain string.
 * American wording stays beside the English one.
 */
export function inLanguages(text: string, wanted: readonly Locale[]): string {
  const document: Document.Parsed = parseDocument(text);
  const edits: Edit[] = [];
  const replace = (node: unknown, words: string): void => {
    const range = (node as Node | null)?.range;
    if (range) edits.push({ start: range[0], end: range[1], with: words });
  };
  const written = (node: unknown): string => {
    const range = (node as Node | null)?.range;
    return range ? text.slice(range[0], range[1]) : '';
  };
  visit(document, {
    Pair(_, pair) {
      if (keyOf(pair) !== 'languages') return undefined;
      replace(pair.value, `[${wanted.join(', ')}]`);
      return visit.SKIP;
    },
    Map(_, map) {
      if (!isTexts(map)) return undefined;
      const left = map.items.filter((item) => wanted.some((locale) => keyOf(item) === locale || keyOf(item).startsWith(`${locale}-`)));
      const [only] = left;
      replace(
        map,
        left.length === 1 && wanted.length === 1
          ? written(only?.value)
          : `{ ${left.map((item) => `${keyOf(item)}: ${written(item.value)}`).join(', ')} }`,
      );
      return visit.SKIP;
    },
  });
  return edited(text, edits);
}

const languages: ReadonlySet<string> = new Set([...locales, 'en-US']);

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');

const isTexts = (map: YAMLMap): boolean =>
  map.items.length > 0 && map.items.every((item) => languages.has(keyOf(item)) && isScalar(item.value) && !isMap(item.value));
