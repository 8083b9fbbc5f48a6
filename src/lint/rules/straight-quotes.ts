/** Typewriter quotes and apostrophes; those of a pair are mended by the quotes of the language. */
import type { Locale } from '../../document/document.js';
import { findAll, mendedBy } from '../place.js';
import type { LintCheck } from '../rule.js';

const quotes: Record<Locale, readonly [string, string]> = { ru: ['«', '»'], en: ['“', '”'], nl: ['‘', '’'] };

export const rule: LintCheck = (context) => [
  ...findAll(context, /"/g, (match, { text, language }) => {
    const all = text.split('"').length - 1;
    const before = text.slice(0, match.index).split('"').length - 1;
    // With an odd one nobody can tell which of them opens.
    return all % 2 === 0 ? mendedBy(match, quotes[language][before % 2] ?? '') : {};
  }),
  ...findAll(
    context,
    { en: /(?<=\p{L})'(?=\p{L}|\s|$)/gu, nl: /(?<=\p{L})'(?=\p{L}|\s|$)|(?<=^|\s)'(?=[stnkmr]\b)/gu },
    (match, { text }) => {
      // «'word'» is a pair of quotes, told below.
      const opened = /(?:^|[\s(])'[^']{1,200}$/u.test(text.slice(Math.max(0, match.index - 201), match.index));
      return opened && !/^\p{L}/u.test(text.slice(match.index + 1)) ? null : mendedBy(match, '’');
    },
  ),
  ...findAll(context, /(?<=^|[\s(])'(?![stnkmr][\s-])([^']{1,200})'(?!\p{L})/gu, (match, { language }) => {
    const [open, close] = quotes[language];
    return mendedBy(match, `${open}${match[1] ?? ''}${close}`);
  }),
];
