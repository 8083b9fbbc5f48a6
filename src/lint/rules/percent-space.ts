/** Russian has a space before a percent sign; English and Dutch have none. */
import { findAll, mendedBy } from '../place.js';
import type { LintCheck } from '../rule.js';

export const rule: LintCheck = (context) =>
  findAll(context, { ru: /\d%/g, en: /\d[ \u00A0\u202F]+%/g, nl: /\d[ \u00A0\u202F]+%/g }, (match, { language }) =>
    mendedBy(match, language === 'ru' ? `${match[0].slice(0, 1)} %` : `${match[0].slice(0, 1)}%`),
  );
