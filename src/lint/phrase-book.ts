/** The phrases of one rule, compiled: matches less exceptions, in the sections that they are meant for. */
import type { Locale } from '../document.js';
import { phrase } from './phrase.js';
import type { Found, Phrase, Words } from './phrase.js';
import type { PhraseBook, PhraseList } from './rule.js';

export type Matcher = (words: Words, language: Locale, section: string) => Found[];

interface Compiled {
  match: Phrase[];
  except: Phrase[];
  unless: Phrase[];
  list: PhraseList;
}

/** A matcher that gives every finding once, the earliest first. */
export function matcherOf(book: PhraseBook): Matcher {
  const compiled = new Map<Locale, Compiled[]>();
  const listsOf = (language: Locale): Compiled[] => {
    const ready = compiled.get(language);
    if (ready) return ready;
    const made = (book[language] ?? []).map((list) => ({
      match: list.match.map(phrase), except: (list.except ?? []).map(phrase), unless: (list.unless ?? []).map(phrase), list,
    }));
    compiled.set(language, made);
    return made;
  };
  return (words, language, section) => withoutOverlaps(listsOf(language)
    .filter(({ list }) => (list.sections?.some((one) => within(section, one)) ?? true) && !(list.notSections ?? []).some((one) => within(section, one)))
    .flatMap(({ match, except, unless, list }) => {
      const found: Found[] = match.flatMap((one) => one(words));
      if (found.length === 0) return [];
      const excepted = except.flatMap((one) => one(words));
      const excused = new Set(unless.flatMap((one) => one(words)).map((one) => one.sentence));
      return found.filter((one) => !excused.has(one.sentence) && !excepted.some((other) => other.start < one.end && one.start < other.end))
        .map((one) => (list.mark === undefined ? one : { ...one, mark: list.mark }));
    }));
}

/** Whether a section is the named one or a part of it. An empty name means texts of examples that stand nowhere. */
export const within = (section: string, name: string): boolean => section === name || section.startsWith(`${name}/`);

function withoutOverlaps(found: Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
  }
  return kept;
}
