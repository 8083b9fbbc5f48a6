/** Names of people in a text: they are found so that they stay out of roles. */
import type { PersonName } from '../person/person.generated.js';

import type { Patterns } from './patterns.js';

// Of a double name the second may have words of its own before it: “Hoekstra-de Wit”.
const word = String.raw`\p{Lu}\p{Ll}+(?:-(?:\p{Ll}{1,4} ){0,2}\p{Lu}\p{Ll}+)?`;
const initials = String.raw`(?:\p{Lu}\. ?){1,3}`;
/** «И.О. Фамилия», «Фамилия И.О.», “J. Smith”: a surname with initials, wherever it stands. */
const withInitials = new RegExp(String.raw`(?<![\p{L}.])(?:${initials}${word}(?![\p{L}.])|${word} \p{Lu}\. ?\p{Lu}\.)`, 'gu');

/** Where names stand; a firm by its legal form (“Logistics B.V.”) is nobody. */
export function namesIn(text: string, { fullName, legalForm }: Patterns): { from: number; to: number }[] {
  if (text.length > 4000) return [];
  return [...text.matchAll(fullName), ...text.matchAll(withInitials)]
    .filter(([found]) => !legalForm.test(found))
    .map((found) => ({ from: found.index, to: found.index + found[0].length }))
    .sort((a, b) => a.from - b.from)
    .filter((one, at, all) => at === 0 || one.from >= (all[at - 1]?.to ?? 0));
}

/** A text that is nothing but a name, taken apart; null where it is none. */
export function nameOf(text: string, { honorific, nameWord, patronymic, legalForm }: Patterns): PersonName | null {
  const words = text.trim().replace(honorific, '').split(/\s+/u);
  if (legalForm.test(text)) return null;
  if (words.length === 0 || words.length > 5 || words.some((one) => !nameWord.test(one))) return null;
  const [first = '', second = ''] = words;
  if (patronymic.test(words[2] ?? '') && words.length === 3) return { last: first, first: second, middle: words[2] ?? '' };
  if (words.length === 1) return null;
  if (/^(?:\p{Lu}\.)+$/u.test(words.slice(1).join(''))) return { last: first, initials: words.slice(1).join('') };
  const short = /^(?:\p{Lu}\. ?)+/u.exec(words.join(' '))?.[0];
  if (short) {
    const rest = words.join(' ').slice(short.length).trim();
    return rest === '' ? null : { last: rest, initials: short.replaceAll(' ', '') };
  }
  const at = words.findIndex((one, index) => index > 0 && /^\p{Ll}/u.test(one));
  if (at > 0) {
    const tail = words.slice(at);
    const capital = tail.findIndex((one) => /^\p{Lu}/u.test(one));
    return capital < 0
      ? null
      : { first: words.slice(0, at).join(' '), particle: tail.slice(0, capital).join(' '), last: tail.slice(capital).join(' ') };
  }
  return /\p{Script=Cyrillic}/u.test(first)
    ? { last: first, first: words.slice(1).join(' ') }
    : { first: words.slice(0, -1).join(' '), last: words.at(-1) ?? '' };
}
