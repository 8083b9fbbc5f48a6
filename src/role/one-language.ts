/** A role file of several languages cut down to one, comments and order kept. */
import { locales } from '../document/document.js';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Document, Pair, YAMLMap } from 'yaml';
import type { Locale } from '../document/document.js';

const languages: ReadonlySet<string> = new Set([...locales, 'en-US']);

/** The text of a valid role file with only the wording of `locale` left: each text becomes a plain string. */
export function inOneLanguage(text: string, locale: Locale): string {
  const document: Document.Parsed = parseDocument(text);
  visit(document, {
    Pair(_, pair) {
      const { value } = pair;
      if (keyOf(pair) === 'languages') {
        pair.value = document.createNode([locale], { flow: true });
        return visit.SKIP;
      }
      if (!isMap(value) || !isTexts(value)) return undefined;
      const own = value.get(locale, true);
      // Grammatical forms stay in their map: they belong to a language, they are not a text.
      if (isMap(own)) {
        value.items = value.items.filter((item) => keyOf(item) === locale);
        return visit.SKIP;
      }
      // American wording stays beside the English one.
      if (own && locale === 'en' && value.has('en-US')) {
        value.items = value.items.filter((item) => keyOf(item).startsWith('en'));
        return visit.SKIP;
      }
      pair.value = own ?? null;
      return own ? visit.SKIP : visit.REMOVE;
    },
    Seq(_, seq) {
      seq.items = seq.items.map((item) => (isMap(item) && isTexts(item) ? (item.get(locale, true) ?? item) : item));
    },
  });
  return document.toString({ lineWidth: 120 });
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');

/** Sums of money by country have numbers under the same keys. */
const isTexts = (map: YAMLMap): boolean =>
  map.items.length > 0 &&
  map.items.every((item) => languages.has(keyOf(item)) && !(isScalar(item.value) && typeof item.value.value === 'number'));
