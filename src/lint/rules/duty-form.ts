/** The grammatical form of duties, by the ending of the first word. */
import type { Locale } from '../../document/document.js';
import { findAll } from '../place.js';
import { sectionOf } from '../section.js';
import type { LintCheck } from '../rule.js';

const wrong: Record<Locale, RegExp> = {
  // Infinitives, nouns made of verbs, imperatives, the plural.
  ru: /(?:[аяеиоуыэ]ть|[аяеиоуы]ться|сти|сть|зти|йти|стись|чь|чься|[аяе]ние|[аяис]тие|[аоия]ция|йте|[иь]те|ют|ут|ят|ются|утся|ятся)$/u,
  en: /^to$|ing$|[^suia]s$|^(?:responsible|responsibility|must|shall|will|should|has|is|are|the)$/u,
  nl: /^(?:te|het|om|verantwoordelijk|moet|dient|zal)$|en$/u,
};

export const rule: LintCheck = (context) => {
  const others = new Set(context.list('others'));
  return findAll(sectionOf(context, ['duties/duties/text']), /^\p{L}+/gu, (match, { text, language }) => {
    const word = match[0].toLowerCase();
    if (others.has(word) || !wrong[language].test(word)) return null;
    // «dient aanvragen in» is a duty, «dient aanvragen te bewaren» is not.
    return /^(?:dient|moet|zal)$/.test(word) && !/\ste\s/.test(text) ? null : {};
  });
};
