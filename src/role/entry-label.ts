/** What an entry of a role is called when it is listed: its own words in a language. */
import type { Locale } from '../document/document.js';
import { isRecord } from '../read/schema-walk.js';

/** The keys whose words stand for an entry, the first that it has. */
const keys = ['text', 'heading', 'title', 'name', 'party', 'topic', 'event', 'industry', 'field', 'level', 'region'];

/** The words of an entry in `locale`, or in another language when it has none in that. */
export function labelOf(entry: unknown, locale: Locale): string {
  if (!isRecord(entry)) return '';
  const named = keys.map((key) => entry[key]).find((value) => value !== undefined && value !== null);
  return wordsOf(named, locale);
}

/** A text in `locale`, or in another language when it has none in that. */
export function wordsOf(text: unknown, locale: Locale): string {
  if (typeof text === 'string') return text;
  if (!isRecord(text)) return '';
  const words = text[locale] ?? Object.values(text)[0];
  return typeof words === 'string' ? words : '';
}
