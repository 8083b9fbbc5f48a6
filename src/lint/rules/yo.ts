/** Words written with е where only ё is possible, in a role that writes ё elsewhere. */
import { findAll } from '../place.js';
import type { LintCheck, LintContext } from '../rule.js';

const adjectiveEndings = 'ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ыми ими ых их ую юю'.split(' ');
const nounEndings = ['', ...'а у ом е ы ов ам ами ах'.split(' ')];

/** The right spelling of a word by its spelling with е; null when е may be right. */
function spellings(list: LintContext['list']): (word: string) => string | null {
  const forms = [
    ...list('words'),
    ...list('adjectives').flatMap((stem) => adjectiveEndings.map((ending) => stem + ending)),
    ...list('nouns').flatMap((stem) => nounEndings.map((ending) => stem + ending)),
  ];
  const exact = new Map(forms.map((form) => [form.replaceAll('ё', 'е'), form]));
  const stems = new Map(list('stems').map((stem) => [stem.replaceAll('ё', 'е'), stem]));
  const longest = Math.max(0, ...[...stems.keys()].map((stem) => stem.length));
  return (word) => {
    const whole = exact.get(word);
    if (whole !== undefined) return whole;
    for (let length = Math.min(word.length, longest); length > 2; length -= 1) {
      const stem = stems.get(word.slice(0, length));
      if (stem !== undefined) return stem + word.slice(length);
    }
    return null;
  };
}

export const rule: LintCheck = (context) => {
  // A role that never writes ё has chosen to.
  if (!context.passages.some((one) => one.text.includes('ё'))) return [];
  const rightly = spellings((name) => context.list(name));
  return findAll(context, { ru: /(?<![\p{L}])[а-яА-ЯёЁ]*[еЕ][а-яА-ЯёЁ]*/gu }, (match) => {
    const [word] = match;
    const right = word.includes('ё') ? null : rightly(word.toLowerCase());
    const at = right?.indexOf('ё') ?? -1;
    if (right === null || at < 0) return null;
    const start = match.index + at;
    return { args: { right }, fix: { start, end: start + 1, text: word[at] === 'Е' ? 'Ё' : 'ё' } };
  });
};
