/** The helpers that templates may call: words, forms and lists; none of them can reach anything else. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import type { Phrases } from '../language/phrases.js';
import { asItem, asSentence, joinList, lowerFirst, upperFirst } from '../language/sentences.js';
import { made } from '../view/lazily.js';
import type { PostForms } from '../view/wording.js';
import { badArgument } from './given.js';
import type { Helper } from './watch.js';

/** What helpers need to know of the document being made; templates are compiled once, so it comes in by a lookup. */
export interface HelperContext {
  locale: Locale;
  /** The language as the country writes it: en-GB, en-US. */
  tag: string;
  phrase: Phrases;
}

export function createHelpers(current: () => HelperContext): Record<string, Helper> {
  const locale = (): Locale => current().locale;
  return {
    phrase(key: unknown, options: Handlebars.HelperOptions) {
      return current().phrase(string(key), options.hash as Record<string, string | number>);
    },
    form: (post: PostForms, form: unknown) => inForm(post, string(form)),
    posts(list: PostForms[], form: unknown, conjunction: unknown) {
      if (!Array.isArray(list)) throw badArgument(list);
      if (list.length === 0) return none;
      return joinList(
        list.map((post) => inForm(post, string(form))),
        current().tag,
        string(conjunction) === 'or' ? 'or' : 'and',
      );
    },
    orNone: (value: unknown) => (value === null || value === '' ? none : value),
    or: (first: unknown, second: unknown) => first || second,
    sentence: (words: unknown) => asSentence(string(words), locale()),
    intro: (words: unknown) => `${upperFirst(string(words), locale())}:`,
    colon: (words: unknown) => `${string(words)}:`,
    item: (words: unknown, last: unknown) => asItem(string(words), last === true),
    upperFirst: (words: unknown) => upperFirst(string(words), locale()),
    lowerFirst: (words: unknown) => lowerFirst(string(words)),
    upper: (words: unknown) => string(words).toLocaleUpperCase(locale()),
    join: (list: unknown, separator: unknown) => entriesOf(list).map(string).join(string(separator)),
    concat: (...parts: unknown[]) => parts.slice(0, -1).map(string).join(''),
  };
}

/** What an absent value is called in phrases: `{proposed, select, none {} other {…}}`. */
const none = 'none';

function entriesOf(list: unknown): unknown[] {
  if (!Array.isArray(list)) throw badArgument(list);
  return list;
}

function inForm(post: PostForms, form: string): string {
  if (typeof post !== 'object' || (post as unknown) === null) throw badArgument(post);
  const found = Object.hasOwn(post, form) ? (made(post[form as keyof PostForms]) as string) : undefined;
  if (found === undefined) throw new Refusal([diagnostic('template-missing-value', { name: form })]);
  return found;
}

function string(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw badArgument(value);
}
