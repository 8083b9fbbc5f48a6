/** What one rule looks for, compiled: phrases less exceptions, in the sections that they are meant for, and relations. */
import type { Locale } from '../document/document.js';
import type { Lexicon } from './concepts.js';
import { neededWords, phrase } from './phrase.js';
import type { Found, Phrase, Words } from './phrase.js';
import { isDenied, quotationsIn } from './polarity.js';
import { excusedAt, related, relation } from './relation.js';
import type { Relation } from './relation.js';
import type { PhraseList, RuleData } from './rule.js';
import type { TextIndex } from './text-index.js';

/** Finds the phrases of a rule in a text, every place once, the earliest first. */
export type Matcher = (words: Words, section: string) => Found[];

/** The phrases of a rule in one language. */
export interface Phrases {
  matcher: Matcher;
  /** A matcher for the texts of a file by their numbers, which tries in each only what may stand there. */
  over(index: TextIndex): (text: number, section: string) => Found[];
}

/** A phrase with the words that it needs, both made once and kept for all files. */
interface Looked {
  compiled(): Phrase;
  needed(): ReturnType<typeof neededWords>;
}

interface Compiled {
  looked: readonly Looked[];
  match(): readonly Phrase[];
  except(): readonly Phrase[];
  unless(): readonly Phrase[];
  list: PhraseList;
}

/** Compiles what a rule looks for in each language when it is first asked for. */
export function phrasesOf(
  rule: Pick<RuleData, 'phrases' | 'relations' | 'excused'>,
  lexicon: () => Lexicon,
): (language: Locale) => Phrases {
  const known = new Map<Locale, Phrases>();
  const meant = once(() => ({
    relations: (rule.relations ?? []).map((written) => {
      const one = relation(written);
      if (!one) throw new Error(`not a relation: ${written}`);
      return one;
    }),
    excused: rule.excused ?? [],
  }));
  return (language) => {
    const ready = known.get(language) ?? phrasesIn(rule.phrases?.[language] ?? [], language, meant(), lexicon);
    known.set(language, ready);
    return ready;
  };
}

interface Meant {
  relations: readonly Relation[];
  excused: readonly string[];
}

function phrasesIn(book: readonly PhraseList[], language: Locale, { relations, excused }: Meant, lexicon: () => Lexicon): Phrases {
  const lists = book.map((list): Compiled => {
    const looked = list.match.map(
      (written): Looked => ({ compiled: once(() => phrase(written)), needed: once(() => neededWords(written)) }),
    );
    return {
      looked,
      match: once(() => looked.map(({ compiled }) => compiled())),
      except: once(() => (list.except ?? []).map(phrase)),
      unless: once(() => (list.unless ?? []).map(phrase)),
      list,
    };
  });
  const usual = matcherOf(lists);

  /** Phrases that nothing excuses, and relations. */
  function said(worded: Found[], meant: readonly Relation[], words: Words, section: string): Found[] {
    if (relations.length === 0 && excused.length === 0) return worded;
    const sound = worded.length === 0 || excused.length === 0 ? worded : worded.filter((one) => !isExcused(one, words));
    const meantThere = meant.length === 0 ? [] : related(meant, excused, words, language, lexicon(), (name) => within(section, name));
    // Where a phrase says it already, its words are the exact ones.
    const found = [...sound, ...meantThere.filter((one) => !sound.some(({ start, end }) => start < one.end && one.start < end))];
    const unquoted = found.length === 0 ? found : withoutQuoted(found, words.text);
    return unquoted.length < 2 ? unquoted : withoutOverlaps(unquoted);
  }

  function isExcused({ start, end }: Found, words: Words): boolean {
    const first = words.list.findIndex((word) => word.end > start);
    const behind = words.list.findIndex((word) => word.start >= end);
    const place = { start: first, end: behind === -1 ? words.list.length : behind };
    const { places } = lexicon().meaning(words, language);
    return excused.includes('guarded') && isDenied(place, words, language, places) ? true : excusedAt(place, excused, words, places);
  }

  function over(index: TextIndex): (text: number, section: string) => Found[] {
    const worded = new Map<number, Map<PhraseList, Phrase[]>>();
    for (const { list, looked } of lists)
      for (const { compiled, needed } of looked)
        for (const text of index.textsWithAll(needed())) {
          const own = worded.get(text) ?? new Map<PhraseList, Phrase[]>();
          worded.set(text, own);
          const there = own.get(list);
          if (there) there.push(compiled());
          else own.set(list, [compiled()]);
        }
    const meant = new Map<number, Relation[]>();
    for (const one of relations)
      for (const text of index.textsOnAll(
        one.parts.filter((part) => !part.isSection).map(({ any }) => any),
        lexicon(),
      ))
        meant.set(text, [...(meant.get(text) ?? []), one]);

    return (text, section) => {
      const [own, relatedThere] = [worded.get(text), meant.get(text)];
      if (!own && !relatedThere) return [];
      const possible = own ? lists.flatMap((one) => (own.has(one.list) ? [{ ...one, match: () => own.get(one.list) ?? [] }] : [])) : [];
      const words = index.words(text);
      return said(possible.length === 0 ? [] : matcherOf(possible)(words, section), relatedThere ?? [], words, section);
    };
  }

  return { matcher: (words, section) => said(usual(words, section), relations, words, section), over };
}

/** What stands in quotes is named there, not said: a play is called «Секретарша». */
function withoutQuoted(found: Found[], text: string): Found[] {
  const quoted = quotationsIn(text);
  return quoted.length === 0 ? found : found.filter((one) => !quoted.some(({ start, end }) => start <= one.start && one.end <= end));
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
  for (const one of match()) found.push(...one(words));
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
