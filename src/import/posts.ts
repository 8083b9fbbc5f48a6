/** Titles of other posts out of sentences and cells: without articles, brackets and names, in the nominative. */
import { namesIn } from './people.js';
import { nominativeOf } from './nominative.js';
import { inSmallLetters } from './title-letters.js';
import { small } from './clause-form.js';
import { baseOf } from './verbs-english.js';
import type { Patterns } from './patterns.js';
import type { Rules } from './rules.js';

export type PostCase = 'nominative' | 'dative' | 'genitive' | 'instrumental';

/** Null where nothing is left that could be a title. */
export function postTitle(written: string, from: PostCase, rules: Rules): string | null {
  const { patterns } = rules;
  let text = written.replace(/\t/g, ' ').trim();
  for (const { from: start, to } of namesIn(text, patterns).toReversed()) text = text.slice(0, start) + text.slice(to);
  text = withoutFirstNames(text, patterns)
    .replace(patterns.postAside, '')
    .replace(patterns.titleHours, '')
    // «Водитель-экспедитор»: what is all in quotes is the title, in the middle they stand around the name of an employer.
    .replace(/^[\s:–—-]*[«"“„]([^«»"“”„]*)[»"”][\s.,;]*$/u, '$1')
    .replace(/[«"“„][^»"”]*[»"”]/gu, '')
    .replace(patterns.postEmployer, '')
    .replace(patterns.postStart, '')
    .replace(/[\s.,;:–—-]+$/u, '')
    .replace(/^[\s.,;:–—-]+/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!text.includes(' ') && patterns.question.test(text)) return null;
  if (!/\p{L}{2}/u.test(text) || text.length > 120 || /^_+$/u.test(text) || text.split(' ').length > 12) return null;
  if (isTitleShouted(text)) text = lowered(text);
  if (from === 'dative') text = withoutAdverb(text, patterns);
  const nominative = from === 'nominative' ? text : (nominativeOf(small(text, rules), from) ?? text);
  return small(inSmallLetters(nominative, rules), rules);
}

/** «такжа механику»: a word before the title that does not stand in its case says how, and is no part of it. */
function withoutAdverb(text: string, { dative }: Patterns): string {
  const [first = '', second = ''] = text.split(' ', 2);
  return /^\p{Script=Cyrillic}{4,}$/u.test(first) &&
    !dative.test(first) &&
    (dative.test(second) || isOfAdjective.test(second)) &&
    !isOfAdjective.test(first)
    ? text.slice(first.length + 1)
    : text;
}

/** Endings of Russian adjectives, and of nouns of the first declension, in the dative. */
const isOfAdjective = /(?:ому|ему|ой|ей|ым|им|ам|ям|[еи])$/u;

/** “our Office Manager, Denise”, «логисту Оксане», ‘(Henk)’: who holds a post is no part of it. */
const withoutFirstNames = (text: string, { firstName }: Patterns): string =>
  text
    .replace(/(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}+(?![\p{L}\p{N}-])/gu, (word) => (firstName.test(word) ? '' : word))
    .replace(/\(\s*\)/gu, '')
    .replace(/(?:,\s*)+(?=[,.]|$)/gu, '')
    .replace(/^\s*,\s*/u, '');

/** “Priya (COO)”, ‘Gerben, onze servicecoördinator’: the post stands behind the name of who holds it. */
export function withoutHolder(text: string, { patterns }: Rules): string {
  const found = /^(\p{Lu}\p{Ll}+)(?:,\s+|\s*\()/u.exec(text);
  if (!found || !patterns.firstName.test(found[1] ?? '')) return text;
  return text.slice(found[0].length);
}

const bracketed = /\([^()]*\)/gu;

/** In capitals, whatever stands in brackets: “LEGAL ASSISTANT (Real Estate)”. */
function isTitleShouted(text: string): boolean {
  const open = text.replace(bracketed, '').trim();
  return open === open.toUpperCase() && open.length > 4;
}

/** In small letters, but for what stands in brackets in letters of its own. */
const lowered = (text: string): string =>
  text === text.toUpperCase() ? text.toLowerCase() : text.replace(/[^()]+(?=\(|$)/gu, (part) => part.toLowerCase());

/** Several posts in one phrase: «секретарь, курьер и уборщик», “secretary, courier and cleaner”. */
export function postTitles(written: string, from: PostCase, rules: Rules): string[] {
  const listed: string[] = [];
  for (const part of written.split(rules.patterns.postJoint)) {
    const before = listed.at(-1);
    // “Maintenance Supervisor, 2nd Shift”: a part with an ordinal before it says which, and is no post.
    if (before !== undefined && /^\s*\d+-?\p{L}/u.test(part)) listed[listed.length - 1] = `${before}, ${part.trim()}`;
    else listed.push(part);
  }
  const titles = listed.map((one) => postTitle(one, from, rules)).filter((one): one is string => one !== null);
  return titles.length === listed.filter((one) => one.trim() !== '').length ? [...new Set(titles)] : [];
}

/** How many words a title may have and hold two posts or more than a post: what is longer is cut at the word that joins. */
const longestTitle = 7;

/** Where a phrase about a post ends: at a bracket, a full stop, the words that begin another thought, or “and” with a verb behind it. */
export function postEnd(text: string, rules: Rules): number {
  const end = rules.patterns.postEnd.exec(text)?.index ?? text.length;
  const phrase = text.slice(0, end);
  const joints = [...phrase.matchAll(rules.patterns.joints)];
  const verb = joints.find(({ index, 0: joint }) => isFinite(/^\p{Ll}+/u.exec(phrase.slice(index + joint.length))?.[0] ?? '', rules));
  if (verb) return verb.index;
  if (phrase.trim().split(/\s+/u).length <= longestTitle) return end;
  return joints[0]?.index ?? end;
}

/** «пьёт», “drinks”, ‘drinkt’: what somebody does, told by its ending or by the list of verbs. */
function isFinite(word: string, { language, patterns, verbs, words }: Rules): boolean {
  if (word.length < 4) return false;
  if (language === 'ru') return patterns.verbEnd.test(word);
  if (language === 'en') return word.endsWith('s') && baseOf(word, verbs) !== null;
  return Object.values(words.verbs as Readonly<Record<string, string>>).some((finite) => finite.split('|')[0] === word);
}
