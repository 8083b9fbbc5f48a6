/** What the letters stand for that an organisation has in its name: its legal form. */
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

/**
 * Written form → what is said. Letters that are the initials of the legal form, or of its first words, stand for it:
 * «ООО» for «общество с ограниченной ответственностью», “B.V.” for “besloten vennootschap”. The words are those of the
 * language of the document, the letters may be of another.
 */
export function legalForms({ organisation }: Pick<Parties, 'organisation'>, wording: Wording): Map<string, string> {
  const form = organisation?.legalForm;
  const spoken = wording.sayMaybe(form);
  if (!form || !spoken) return new Map();
  const names = typeof form === 'string' ? [form] : Object.values(form);
  return new Map(
    names
      .flatMap((name) => lettersOf(name))
      .flatMap((letters) => [
        [letters.join(''), spoken],
        [`${letters.join('.')}.`, spoken],
      ]),
  );
}

/** The capitals of the first two words, of the first three, and so on; words of one letter, such as «с», have none. */
function lettersOf(name: string): string[][] {
  const letters = name
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
    .map((word) => word.charAt(0).toUpperCase());
  return letters.slice(1).map((_, at) => letters.slice(0, at + 2));
}
