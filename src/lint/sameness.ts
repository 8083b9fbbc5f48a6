/** Which texts of a role can repeat one another: entries of one list, in one language, under one law. */
import { wordsOf } from './phrase.js';
import type { Condition, LintContext, Passage } from './rule.js';

/** Lists in which every entry has to say something of its own. Elsewhere the same words may well return. */
const lists = new Set([
  'duties/essence',
  'duties/duties/text',
  'limits/topic',
  'criteria/text',
  'rights/text',
  'responsibility/text',
  'knowledge/text',
  'requirements/skills/text',
  'requirements/qualities/text',
  'requirements/extra/text',
  'guidedBy/text',
  'conditions/text',
]);

export const isEntry = ({ section }: Passage): boolean => lists.has(section);

/** Entries that may repeat one another, list by list. */
export function comparable(context: LintContext): Passage[][] {
  const groups = new Map<string, Passage[]>();
  for (const passage of context.passages.filter(isEntry)) {
    const key = `${passage.language} ${passage.section}`;
    groups.set(key, [...(groups.get(key) ?? []), passage]);
  }
  return [...groups.values()];
}

/** Clauses for different countries, or under different answers to one question, never stand in one document. */
export const canMeet = (one: Passage, other: Passage): boolean =>
  one.jurisdictions.some((id) => other.jurisdictions.includes(id)) &&
  one.when.every((condition) => other.when.every((another) => canBothHold(condition, another)));

const canBothHold = (one: Condition, other: Condition): boolean =>
  Object.entries(one).every(
    ([question, wanted]) => !Object.hasOwn(other, question) || [wanted].flat().some((answer) => [other[question]].flat().includes(answer)),
  );

/** The words of a text without capitals, signs and the difference of е and ё. */
export const plainText = (text: string): string =>
  wordsOf(text)
    .list.map((one) => one.plain)
    .join(' ');
