/** Synonyms of the title in the texts of the role, as whole words. */
import { wordsOf } from '../phrase.js';
import { within } from '../phrase-book.js';
import type { LintCheck, LintFinding } from '../rule.js';
import { wording } from '../wording.js';

/** Where other names belong. */
const elsewhere = [
  'synonyms',
  'titleNotes',
  'questions',
  'evaluation',
  'posts',
  'title',
  'titleForms',
  'context',
  'tables',
  'pay',
  'relations',
  'level',
  'department',
  'grade',
];

export const rule: LintCheck = (context) => {
  const { role } = context;
  if (!role?.synonyms) return [];
  const { synonyms } = role;
  return context.languages.flatMap((language) => {
    const title = wording(role.title, [language]);
    const own = wordsOf(title).joined;
    const list = (Array.isArray(synonyms) ? synonyms : (synonyms[language] ?? []))
      .map((one) => wordsOf(one).joined)
      .filter((one) => one !== '' && !own.includes(one));
    if (list.length === 0) return [];
    return context.passages
      .filter((one) => one.language === language && !elsewhere.some((section) => within(one.section, section)))
      .flatMap((passage): LintFinding[] => {
        const { pointer } = passage;
        const words = context.cut(passage);
        const name = list.find((one) => ` ${words.joined} `.includes(` ${one} `));
        if (name === undefined) return [];
        const before = ` ${words.joined} `.indexOf(` ${name} `);
        const first = words.joined.slice(0, before).split(' ').filter(Boolean).length;
        const [from, to] = [words.list[first], words.list[first + name.split(' ').length - 1]];
        return from && to ? [{ pointer, range: { start: from.start, end: to.end }, args: { title } }] : [];
      });
  });
};
