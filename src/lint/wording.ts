/** A text as messages quote it: in the first of the languages that it has. */
import type { Locale } from '../document/document.js';
import type { Text } from '../role/role.generated.js';

export function wording(text: Text, languages: readonly Locale[]): string {
  if (typeof text === 'string') return text;
  const language = languages.find((one) => text[one] !== undefined);
  return (language && text[language]) ?? '';
}
