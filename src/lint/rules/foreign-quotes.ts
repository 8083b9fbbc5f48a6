/** Quotes that another language uses. */
import { findAll, mendedBy } from '../place.js';
import type { LintCheck } from '../rule.js';

/** A pair of quotes without quotes inside, in each language those that it does not use. */
const pairs = {
  ru: /[“‘”]([^“”‘’«»„]{1,200})[”’]/gu,
  en: /[«»]([^«»]{1,200})[»«]|„([^„“”]{1,200})[“”]/gu,
  nl: /[«»]([^«»]{1,200})[»«]/gu,
};

export const rule: LintCheck = (context) =>
  findAll(context, pairs, (match, { language }) => {
    const inside = match[1] ?? match[2] ?? '';
    return mendedBy(match, language === 'ru' ? `«${inside}»` : language === 'en' ? `“${inside}”` : `‘${inside}’`);
  });
