/** The phrases of one rule, compiled: matches less exceptions, in the sections that they are meant for. */
import type { Locale } from '../document/document.js';
import { phrase } from './phrase.js';
import type { Found, Phrase, Words } from './phrase.js';
import type { PhraseBook, PhraseList } from './rule.js';

/** Finds the phrases of a rule in a text, every place once, the earliest first. */
export type Matcher = (words: Words, section: string) => Found[];

/** The phrases of a rule in one language. */
export interface Phrases {
  matcher: Matcher;
  /** A matcher for texts made of these words, joined by spaces; null when no phrase can stand in them. */
  among(vocabulary: string): Matcher | null;
}

interface Compiled {
  match: readonly Phrase[];
  except(): readonly Phrase[];
  unless(): readonly Phrase[];
  list: PhraseList;
}

/** Compiles the phrases of each language when it is first asked for. */
export function phrasesOf(book: PhraseBook): (language: Locale) => Phrases {
  const known = new Map<Locale, Phrases>();
  return (language) => {
    const ready = known.get(language) ?? phrasesIn(book[language] ?? []);
    known.set(language, ready);
    return ready;
  };
}

function phrasesIn(book: readonly PhraseList[]): Phrases {
  const lists = book.map(
    (list): Compiled => ({
      match: list.match.map(phrase),
      except: once(() => (list.except ?? []).map(phrase)),
      unless: once(() => (list.unless ?? []).map(phrase)),
      list,
    }),
  );
  return {
    matcher: matcherOf(lists),
    among(vocabulary) {
      const possible = lists.flatMap((one) => {
        const match = one.match.filter((written) => written.mayStandIn(vocabulary));
        return match.length > 0 ? [{ ...one, match }] : [];
      });
      return possible.length > 0 ? matcherOf(possible) : null;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function matcherOf(lists: readonly Compiled[]): Matcher {
  // Thousands of texts stand in a few hundred sections, and most lists are meant for some sections only.
  const meant = new Map<string, Compiled[]>();
  const listsFor = (section: string): Compiled[] => {
    const ready =
      meant.get(section) ??
      lists.filter(
        ({ list }) =>
          (list.sections?.some((one) => within(section, one)) ?? true) && !(list.notSections ?? []).some((one) => within(section, one)),
      );
    meant.set(section, ready);
    return ready;
  };
  return (words, section) => {
    const found: Found[] = [];
    for (const one of listsFor(section)) addFound(one, words, found);
    return found.length < 2 ? found : withoutOverlaps(found);
  };
}

function addFound({ match, except, unless, list }: Compiled, words: Words, to: Found[]): void {
  const found: Found[] = [];
  for (const one of match) found.push(...one(words));
  if (found.length === 0) return;
  const excepted = joined(except().flatMap((one) => one(words)));
  const excused = new Set(
    unless()
      .flatMap((one) => one(words))
      .map((one) => one.sentence),
  );
  to.push(
    ...found
      .filter((one) => !excused.has(one.sentence) && !touches(excepted, one))
      .map((one) => (list.mark === undefined ? one : { ...one, mark: list.mark })),
  );
}

type Span = Pick<Found, 'start' | 'end'>;

/** Spans in their order, those that overlap made one. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && start < last.end) whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else whole.push({ start, end });
  }
  return whole;
}

/** Whether a span has a character in common with one of others, which are in order: the first that ends behind its start decides. */
function touches(spans: readonly Span[], { start, end }: Span): boolean {
  let [from, to] = [0, spans.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((spans[middle]?.end ?? 0) > start) to = middle;
    else from = middle + 1;
  }
  const next = spans[from];
  return next !== undefined && next.start < end;
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
