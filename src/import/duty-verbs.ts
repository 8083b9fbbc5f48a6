/** Whether a text begins as a duty does, with what is done. */
import { clauseOf } from './clause-form.js';
import { isInfinitive } from './verbs-russian.js';
import type { Work } from './work.js';
import { wordsOf } from './words.js';

export function startsWithVerb(text: string, work: Work): boolean {
  const word = wordsOf(text)[0] ?? '';
  const { patterns } = work.rules;
  const { verbs } = work.rules.words;
  if (work.rules.language === 'ru') return isInfinitive(word, patterns) || (patterns.finite.test(word) && word.length > 4);
  if (Array.isArray(verbs)) return clauseOf(text, 'duty', work.rules).changes.some(({ code }) => code === 'verb') || verbs.includes(word);
  return word in verbs || Object.values(verbs as Readonly<Record<string, string>>).some((finite) => finite.split('|')[0] === word);
}
