/** What follows «несёт ответственность», “is responsible for” and ‘is verantwoordelijk voor’. */
import { findAll } from '../place.js';
import { sectionOf } from '../section.js';
import type { LintCheck } from '../rule.js';

const wrong = {
  ru: /^(?!за\s|в\s(?:пределах|случае|порядке)\s)\p{L}+/giu,
  en: /^(?:for|to|is|are|be|bears?|responsible|liable|accountable)\s/giu,
  nl: /^(?:voor|is|zijn|draagt|verantwoordelijk|aansprakelijk)\s/giu,
};

export const rule: LintCheck = (context) => findAll(sectionOf(context, ['responsibility/text']), wrong, () => ({}));
