/** A hyphen where a dash belongs, or the dash of another language. */
import type { Locale } from '../../document/document.js';
import { findAll, mendedBy } from '../place.js';
import type { LintCheck } from '../rule.js';

const dashes: Record<Locale, string> = { ru: '—', en: '–', nl: '–' };

/** «1-2 дня», “30-60 days”: short numbers that no letter, sign or other number touches. */
const numbers = /(?<![\p{L}\d.,/№§+()-]|№ |§ )\d{1,3} ?[-—] ?\d{1,3}(?![\p{L}\d/-]|[.,]\d)/gu;

export const rule: LintCheck = (context) => [
  ...findAll(context, /(?<=\S)(?<!\d) (-{1,2}|–|—) (?=\S)|(?<=\d) (-{1,2}|–|—) (?=[^\s\d])/gu, (match, { language, jurisdictions }) => {
    const sign = match[1] ?? match[2];
    const isRight = sign === dashes[language] || (language === 'en' && sign === '—' && jurisdictions.includes('us'));
    return isRight ? null : { ...mendedBy(match, ` ${dashes[language]} `), args: { dash: dashes[language] } };
  }),
  ...findAll(context, numbers, (match) => ({ ...mendedBy(match, match[0].replace(/ ?[-—] ?/, '–')), args: { dash: '–' } })),
];
