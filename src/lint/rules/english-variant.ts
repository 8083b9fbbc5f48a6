/** British spelling in a document under American law, and the reverse; told once for each word. */
import { americanTag } from '../../language/american.js';
import { findAll } from '../place.js';
import type { LintCheck } from '../rule.js';
import { variantOf } from '../spelling.js';

/** Suggestions take their time. */
const mostSuggested = 20;

export const rule: LintCheck = (context) => {
  const { spelling, american } = context;
  if (!spelling) return [];
  const told = new Set<string>();
  return findAll(context, { en: /(?<![\p{L}\p{N}’'-])\p{Ll}{4,40}(?![\p{L}\p{N}’'-])/gu }, (match, { jurisdictions, pointer }) => {
    const [word] = match;
    const wanted = new Set(jurisdictions.map((one) => variantOf('en', one)));
    const [variant] = wanted;
    if (wanted.size !== 1 || variant === undefined || told.has(word)) return null;
    const other = variant === 'en-US' ? 'en-GB' : 'en-US';
    // American papers spell what is written for all as America does.
    if (variant === 'en-US' && !pointer.endsWith(`/${americanTag}`) && american(word) !== word) return null;
    if (spelling.knows(word, variant) || !spelling.knows(word, other)) return null;
    told.add(word);
    const suggested = told.size > mostSuggested ? [] : spelling.suggest(word, variant);
    // “programmes” is not “programmed”: the other spelling ends alike.
    const nearest = suggested.find((one) => one.at(-1) === word.at(-1) && one.length <= word.length + 1) ?? '';
    return { args: { american: String(variant === 'en-US'), nearest } };
  });
};
