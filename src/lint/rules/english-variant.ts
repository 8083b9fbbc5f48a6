/** British English in a document under American law, and the reverse; told once for each word. */
import { americanTag } from '../../language/american.js';
import { findAll } from '../place.js';
import type { LintCheck, LintContext, LintFinding, Passage } from '../rule.js';
import { variantOf } from '../spelling.js';
import type { Variant } from '../spelling.js';

/** Suggestions take their time. */
const mostSuggested = 20;

export const rule: LintCheck = (context) => [...otherSpellings(context), ...otherWords(context)];

/** The English of the only countries that print a passage; null where two kinds of English do. */
function wantedIn({ jurisdictions }: Passage): Variant | null {
  const wanted = new Set(jurisdictions.map((one) => variantOf('en', one)));
  const [variant = null] = wanted;
  return wanted.size === 1 ? variant : null;
}

/** American papers write what is written for all as America does. */
const isConverted = (words: string, variant: Variant, { pointer }: Passage, { american }: LintContext): boolean =>
  variant === 'en-US' && !pointer.endsWith(`/${americanTag}`) && american(words) !== words;

/** Words that only the dictionary of the other country knows. */
function otherSpellings(context: LintContext): LintFinding[] {
  const { spelling } = context;
  if (!spelling) return [];
  const told = new Set<string>();
  return findAll(context, { en: /(?<![\p{L}\p{N}’'-])\p{Ll}{4,40}(?![\p{L}\p{N}’'-])/gu }, (match, passage) => {
    const [word] = match;
    const variant = wantedIn(passage);
    if (variant === null || told.has(word) || isConverted(word, variant, passage, context)) return null;
    const other = variant === 'en-US' ? 'en-GB' : 'en-US';
    if (spelling.knows(word, variant) || !spelling.knows(word, other)) return null;
    told.add(word);
    const suggested = told.size > mostSuggested ? [] : spelling.suggest(word, variant);
    // “programmes” is not “programmed”: the other spelling ends alike.
    const nearest = suggested.find((one) => one.at(-1) === word.at(-1) && one.length <= word.length + 1) ?? '';
    return { args: { american: String(variant === 'en-US'), nearest } };
  });
}

/** Words that both dictionaries know and one country uses. */
function otherWords(context: LintContext): LintFinding[] {
  const told = new Set<string>();
  return context.phrases().flatMap(({ pointer, range, passage, mark }): LintFinding[] => {
    const [country, nearest = ''] = mark.split('/');
    const variant = wantedIn(passage);
    const words = passage.text.slice(range.start, range.end);
    const key = words.toLowerCase();
    const isForeign = variant !== null && (variant === 'en-US') === (country === 'british');
    if (!isForeign || told.has(key) || isConverted(words, variant, passage, context)) return [];
    told.add(key);
    return [{ pointer, range, args: { words, american: String(variant === 'en-US'), nearest } }];
  });
}
