/** Synonyms of the title in the texts of the role, as whole words. */
import type { Locale } from '../../document/document.js';
import { americanTag } from '../../language/american.js';
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
  const known = new Map<string, { title: string; list: string[] }>();
  const namesIn = (tag: Locale | typeof americanTag): { title: string; list: string[] } => {
    const ready = known.get(tag);
    if (ready) return ready;
    const language = tag === americanTag ? 'en' : tag;
    const title = (typeof role.title === 'string' ? role.title : role.title[tag]) ?? wording(role.title, [language]);
    const own = wordsOf(title).joined;
    const list = (Array.isArray(synonyms) ? synonyms : (synonyms[language] ?? []))
      .map((one) => wordsOf(one).joined)
      .filter((one) => one !== '' && !own.includes(one));
    known.set(tag, { title, list });
    return { title, list };
  };
  return context.passages
    .filter(({ section }) => !elsewhere.some((other) => within(section, other)))
    .flatMap((passage): LintFinding[] => {
      const { pointer, language } = passage;
      const { title, list } = namesIn(pointer.endsWith(`/${americanTag}`) ? americanTag : language);
      const words = context.cut(passage);
      const name = list.find((one) => ` ${words.joined} `.includes(` ${one} `));
      if (name === undefined) return [];
      const before = ` ${words.joined} `.indexOf(` ${name} `);
      const first = words.joined.slice(0, before).split(' ').filter(Boolean).length;
      const [from, to] = [words.list[first], words.list[first + name.split(' ').length - 1]];
      return from && to ? [{ pointer, range: { start: from.start, end: to.end }, args: { title } }] : [];
    });
};
