/** The words that a draft says where a part of the file went: its texts, what its values mean in words, and what papers write of their own. */
import { isLetters, levelled } from './words.js';
import type { Given, Target } from './ledger.js';
import type { WordLists } from './import-words.js';
import type { Rules } from './rules.js';
import type { Work } from './work.js';

/** A word or a figure, with signs within a word. */
export const wordPattern = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/** Words compared by how they begin: «начальнику» and «начальник» are one. */
export class WordSet {
  readonly #byStart = new Map<string, Set<string>>();
  readonly #forms = new Set<string>();

  readonly #others: WordSet[];

  constructor(others: readonly WordSet[] = []) {
    this.#others = [...others];
  }

  /** All words of another set are said too. */
  include(other: WordSet): this {
    this.#others.push(other);
    return this;
  }

  add(text: string): this {
    for (const [word] of levelled(text).matchAll(wordPattern))
      for (const part of [word, ...(word.includes('-') ? word.split('-') : [])]) this.#put(part);
    return this;
  }

  /** Words that are said in this form alone. */
  addForms(words: readonly string[]): this {
    for (const word of words) this.#forms.add(levelled(word));
    return this;
  }

  #put(word: string): void {
    const key = word.slice(0, startLength);
    const known = this.#byStart.get(key);
    if (known) known.add(word);
    else this.#byStart.set(key, new Set([word]));
  }

  /** Whether a word is said; one that means nothing of its own always is. */
  has(word: string): boolean {
    const level = levelled(word);
    if (isEmpty(level)) return true;
    return this.#said(level) || (level.includes('-') && level.split('-').every((part) => isEmpty(part) || this.#said(part)));
  }

  #said(word: string): boolean {
    if (this.#forms.has(word)) return true;
    for (const known of this.#byStart.get(word.slice(0, startLength)) ?? []) if (areOne(word, known)) return true;
    return this.#others.some((set) => set.#said(word));
  }
}

const startLength = 3;

/** A letter or two say nothing that could be lost; a figure does. */
export const isEmpty = (word: string): boolean => word.length < 3 && !/\p{N}/u.test(word);

/** Whether a text has no word but those that join others: «и», “per”. */
export function meansNothing(text: string, rules: Rules): boolean {
  const { empty } = known(rules);
  return (levelled(text).match(wordPattern) ?? []).every((word) => isEmpty(word) || empty.has(word));
}

/** How much of the longer of two words has to be alike; “electrical” and “electrician” are two. */
const shareOf = (word: string): number => (/^\p{Script=Cyrillic}/u.test(word) ? 0.6 : 0.75);
const sharedBy = (word: string): number => Math.max(startLength, Math.ceil(word.length * shareOf(word)));

/** One word in two forms: they begin alike for three fifths of the longer. */
export function areOne(word: string, known: string): boolean {
  if (word === known) return true;
  if (!isLetters(word) || !isLetters(known)) return false;
  const longest = Math.max(word.length, known.length);
  let shared = 0;
  while (shared < longest && word[shared] === known[shared]) shared++;
  return shared >= Math.max(startLength, Math.ceil(longest * shareOf(word)));
}

/** How every word begins that may be one with this one. */
export const startOf = (word: string): string => (isLetters(word) ? word.slice(0, sharedBy(word)) : word);

/** The starts of all words that may be one with this one: a figure is one with itself alone. */
export const startsOf = (word: string): readonly string[] =>
  isLetters(word) ? Array.from({ length: Math.max(1, word.length - startLength + 1) }, (_, at) => word.slice(0, startLength + at)) : [word];

/** The words that stand beside a value of this key and need not be said again. */
export function wordsBeside(key: string, rules: Rules): WordSet {
  const said = new WordSet([usualWords(rules)]);
  addMeaning(key, said, rules);
  return said;
}

/** What the targets of a part say, with what the papers write around them. */
export function rolesWords(given: Given, work: Work): WordSet {
  const said = new WordSet([usualWords(work.rules)]);
  for (const target of given.to) addTarget(target, said, work);
  // The words that spoke for a guess are those of the file, and say nothing of what the draft has.
  for (const [key, value] of Object.entries(given.why.args)) if (key !== 'words') said.add(value);
  for (const { args } of given.changes) for (const value of Object.values(args)) said.add(value);
  const { title } = work.draft;
  if (title !== null) said.add(title).add(initialsOf(title).join(' '));
  return said;
}

/** The words by which a file says that nobody reports to the holder. */
export function nobodysWords({ rules, draft }: Work): WordSet {
  const { sentences, labels, patterns } = rules.words;
  const said = new WordSet([usualWords(rules)]);
  for (const list of [
    sentences.noSubordinates?.cues,
    labels.subordinates,
    patterns.nobody,
    patterns.subjects,
    sentences.subordinates?.cues,
  ])
    for (const phrase of list ?? []) said.add(String(phrase).replaceAll('*', ''));
  return draft.title === null ? said : said.add(draft.title);
}

/** The words that an introduction may have and be left out: its own, those of headings, and all that the draft says. */
export function leadsWords(work: Work): WordSet {
  const { words } = work.rules;
  const said = new WordSet([usualWords(work.rules)]);
  for (const list of [words.leads, words.headings, words.labels])
    for (const all of Object.values(list)) for (const phrase of all) said.add(String(phrase));
  for (const { cues } of Object.values(words.sentences)) for (const cue of cues) said.add(cue);
  for (const list of [words.document, words.patterns.bareLeads, words.patterns.dutyStarts]) for (const phrase of list) said.add(phrase);
  addValue({ ...work.draft, rules: null, unplaced: null }, said, work, 0);
  return said;
}

/** «Начальник ОМТС» for «начальник отдела материально-технического снабжения»: the last words of a title by their first letters. */
function initialsOf(title: string): string[] {
  const letters = (title.match(/\p{L}+/gu) ?? []).map((word) => word.slice(0, 1));
  return letters.map((_, at) => letters.slice(at).join('')).filter((short) => short.length > 2);
}

function addTarget({ owner, key }: Target, said: WordSet, work: Work): void {
  // Of an entry all keys are asked: a contact and what it is about are one line of the file.
  addValue(key === null || owner !== work.draft ? owner : (Reflect.get(owner, key) as unknown), said, work, 0);
  if (key !== null) addMeaning(key, said, work.rules);
  // A weight of 40 percent may stand there as 0,4.
  const weight: unknown = key === 'weight' ? Reflect.get(owner, key) : null;
  if (typeof weight === 'number') said.add(String(weight / 100));
}

/** Texts as they stand, posts by their titles, and what a value of a list means in words. */
function addValue(value: unknown, said: WordSet, work: Work, depth: number): void {
  if (typeof value === 'string') {
    said.add(value);
    const post = Object.hasOwn(work.draft.posts, value) ? work.draft.posts[value] : undefined;
    if (typeof post?.title === 'string') said.add(post.title);
    addMeaning(value, said, work.rules);
  } else if (typeof value === 'number') {
    said.add(String(value)).add(String(value).replace('.', ','));
    addMeaning(String(value), said, work.rules);
  } else if (Array.isArray(value)) {
    for (const one of value as readonly unknown[]) addValue(one, said, work, depth + 1);
  } else if (typeof value === 'object' && value !== null && depth < 4) {
    for (const [key, inner] of Object.entries(value)) {
      addValue(inner, said, work, depth + 1);
      if (inner !== false && inner !== null) addMeaning(key, said, work.rules);
    }
  }
}

function addMeaning(key: string, said: WordSet, rules: Rules): void {
  const meaning = meaningsOf(rules).get(key);
  if (meaning) said.include(meaning);
}

/** What is made of the words of a language once. */
interface Known {
  readonly usual: WordSet;
  readonly meanings: ReadonlyMap<string, WordSet>;
  readonly empty: ReadonlySet<string>;
}

const made = new WeakMap<Rules, Known>();

function known(rules: Rules): Known {
  const before = made.get(rules);
  if (before) return before;
  const usual = new WordSet();
  for (const word of [...rules.words.little, ...rules.words.neutral, ...rules.words.joints, ...rules.words.patterns.subjects])
    usual.add(word);
  usual.addForms(rules.words.empty);
  for (const word of [...(rules.words.usual.everywhere ?? []), ...rules.words.legalForms]) usual.add(String(word));
  const { empty, little, joints } = rules.words;
  const now = { usual, meanings: meanings(rules), empty: new Set([...empty, ...little, ...joints]) };
  made.set(rules, now);
  return now;
}

const usualWords = (rules: Rules): WordSet => known(rules).usual;
const meaningsOf = (rules: Rules): ReadonlyMap<string, WordSet> => known(rules).meanings;

/** What the values and the keys of a role are in the words of the language. */
function meanings({ words }: Rules): ReadonlyMap<string, WordSet> {
  const found = new Map<string, WordSet>();
  const put = (key: string, phrases: readonly (string | number)[] | undefined): void => {
    const set = found.get(key) ?? new WordSet();
    found.set(key, set);
    for (const one of phrases ?? []) set.add(String(one).replaceAll('*', ''));
  };
  const { sentences, labels, leads, experience, kpi, patterns } = words;
  const lists: readonly WordLists[] = [
    words.categories,
    words.instruments,
    words.absences,
    words.assessed,
    kpi.units,
    kpi.periods,
    kpi.periodNouns,
    experience.numbers,
  ];
  for (const list of [...lists, patterns.spans]) for (const [key, phrases] of Object.entries(list)) put(key, phrases);
  for (const [key, phrases] of Object.entries(words.counts)) put(key, phrases);
  for (const [key, phrases] of Object.entries(words.usual)) put(key, phrases);
  const sides = { superiors: 'reportsTo', subordinates: 'subordinates', deputising: 'deputising', category: 'category' } as const;
  for (const [key, fact] of Object.entries({ ...sides, appointment: 'appointment', purpose: 'purpose' })) {
    put(key, sentences[fact]?.cues);
    put(key, labels[fact]);
  }
  put('professional', [...patterns.professionals, ...(sentences.reportsTo?.cues ?? [])]);
  put('superiors', patterns.professionals);
  put('deputising', [
    ...patterns.deputiesBefore,
    ...patterns.absents,
    ...patterns.covers,
    ...patterns.deputies,
    ...(labels.deputisedBy ?? []),
  ]);
  put('appointment', [...patterns.hires]);
  put('transfersRights', words.transfers);
  put('0', kpi.zero);
  put('none', words.education.none);
  for (const key of ['proposedBy', 'consentOf']) put(key, words.proposal);
  for (const key of ['min', 'experience'])
    put(key, [...experience.words, ...experience.year, ...experience.month, ...experience.none, ...kpi['at-least']]);
  put('level', [...patterns.schoolingLevels, ...patterns.schoolingNouns]);
  for (const key of ['party', 'purpose']) put(key, [...patterns.relationStarts, ...patterns.relationJoints, ...patterns.subjectStarts]);
  put('desirable', [...(leads.desirable ?? []), ...patterns.wishMarks]);
  put('external', [...words.external, ...patterns.outsides]);
  for (const operator of ['at-least', 'at-most'] as const) put(operator, [...kpi[operator], ...kpi[`${operator}-behind`]]);
  return found;
}
