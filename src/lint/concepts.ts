/**
 * Concepts: what a text can speak of, whatever its words. `lint/concepts/*.txt` holds their lexicons:
 *
 *     == pension: пенсия / retirement / pensioen
 *     ru: пенсия, до пенсии …2 лет
 *     en: pension, retire*
 *
 * An entry is a row of words: `пенсия` with any ending (by its stem), `retire*`, `*boete` and `*verlof*` by their letters,
 * `=fine` as it stands, `he|she` one of several, `any?` that may be absent, `…` up to four words of any kind, `…2` up to
 * two; `<n>` a number in figures or words, `<money>`, `<time>`, `<percent>` a value; `^ *s` the first word of the text. A row never goes on over the end of a
 * sentence. All concepts of a language are looked for in one walk over the words: an entry is tried only where its first
 * word stands.
 */
import type { Locale } from '../document/document.js';
import type { Words } from './phrase.js';
import { stemsOf } from './stems.js';
import type { Stem } from './stems.js';
import { valuesOf } from './values.js';
import type { Unit, Value, ValueWords } from './values.js';

/** Places of words in a text, the last one not included. */
export interface Place {
  start: number;
  end: number;
  /** What a row skipped: between the halves of a Dutch verb stands the rest of the sentence. */
  skipped?: readonly { start: number; end: number }[] | undefined;
}

/** What a text speaks of: the places of each concept, in the order of the text. */
export interface Meaning {
  places: ReadonlyMap<string, readonly Place[]>;
  values: ReadonlyMap<number, Value>;
}

export interface Lexicon {
  /** The ids of all concepts. */
  ids(): ReadonlySet<string>;
  meaning(words: Words, language: Locale): Meaning;
}

interface Written {
  id: string;
  lines: Record<Locale, string[]>;
}

const order: readonly Locale[] = ['ru', 'en', 'nl'];

/** Concepts with their lines, by id. The files are ours and tested: an Error tells what is not well written. */
function writtenIn(texts: readonly string[]): Map<string, Written> {
  const written = new Map<string, Written>();
  for (const text of texts) {
    let current: Written | null = null;
    for (const line of text.split('\n')) {
      const head = /^== ([a-z0-9.-]+)(?:: .+)?$/.exec(line);
      if (head) {
        const [, id = ''] = head;
        current = written.get(id) ?? { id, lines: { ru: [], en: [], nl: [] } };
        written.set(id, current);
      } else if (line.trim() !== '' && !line.startsWith('#')) {
        const language = order.find((one) => line.startsWith(`${one}: `));
        if (!language || !current) throw new Error(`no line of a lexicon: ${line}`);
        current.lines[language].push(line.slice(4));
      }
    }
  }
  return written;
}

/** The lexicon of these texts; `lookups` has those of languages that the build has made of them already. */
export function lexiconOf(texts: readonly string[], lookups: (language: Locale) => Lookup | null = () => null): Lexicon {
  let read: ReadonlyMap<string, Written> | null = null;
  const written = (): ReadonlyMap<string, Written> => (read ??= writtenIn(texts));
  const indexes = new Map<Locale, Index>();
  const indexOf = (language: Locale): Index => {
    const ready = indexes.get(language) ?? indexed(lookups(language) ?? lookupOf([...written().values()], language), language);
    indexes.set(language, ready);
    return ready;
  };
  const meanings = new WeakMap<Words, Meaning>();
  return {
    ids: () => new Set(written().keys()),
    meaning(words, language) {
      const ready = meanings.get(words) ?? meant(words, indexOf(language));
      meanings.set(words, ready);
      return ready;
    },
  };
}

interface Entry {
  concept: string;
  /** Whether it has to stand at the beginning of the text. */
  atStart: boolean;
  slots: readonly Slot[];
}

/** Entries, each behind the id of its concept and a space, by what their first word has to be. */
export interface Lookup {
  /** By the stem of a word that may have any ending. */
  readonly stems: Readonly<Record<string, readonly string[]>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** By the letters before an asterisk. */
  readonly beginnings: Readonly<Record<string, readonly string[]>>;
  /** Those with an asterisk before their letters. */
  readonly endings: readonly string[];
  readonly values: readonly string[];
  /** The words of values: the id that tells what they are, and the word. */
  readonly units: readonly (readonly [string, string])[];
}

interface Index {
  stem: Stem;
  values: ValueWords;
  /** Entries that begin with a value. */
  ofValues: readonly Entry[];
  /** The entries whose first word a word can be; worked out once for each word, of which a role has a few thousand. */
  openedBy(plain: string): readonly Entry[];
}

const letters = (written: string): string => written.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");

const ofValue = /^(number|unit|span|currency|percent)(?:-(.+))?$/;

/**
 * The lookup of each language in the texts of lexicon files. To find the stems of ten thousand entries takes 0.1 s, so the
 * build does it: that takes a tenth off the linting of a role.
 */
export const lookupsOf = (texts: readonly string[]): Record<Locale, Lookup> => {
  const written = [...writtenIn(texts).values()];
  return { ru: lookupOf(written, 'ru'), en: lookupOf(written, 'en'), nl: lookupOf(written, 'nl') };
};

function lookupOf(all: readonly Written[], language: Locale): Lookup {
  const stem = stemsOf(language);
  const [stems, words, beginnings] = [new Map<string, string[]>(), new Map<string, string[]>(), new Map<string, string[]>()];
  const endings: string[] = [];
  const values: string[] = [];
  const units: [string, string][] = [];
  for (const { id, lines } of all) {
    const rows = lines[language].flatMap((line) => letters(line).split(',')).map((one) => one.trim());
    for (const row of rows.filter((one) => one !== '')) {
      if (ofValue.test(id)) units.push([id, row]);
      else put(`${id} ${row}`, row.replace(/^\^ /, '').split(' ', 1)[0] ?? '');
    }
  }
  return { stems: tableOf(stems), words: tableOf(words), beginnings: tableOf(beginnings), endings, values, units };

  function put(entry: string, first: string): void {
    if (first.startsWith('<')) values.push(entry);
    else
      for (const word of first.split('|')) {
        if (word.startsWith('*')) endings.push(entry);
        else if (word.startsWith('=')) add(words, word.slice(1), entry);
        else if (word.endsWith('*')) add(beginnings, word.slice(0, -1), entry);
        else add(stems, stem(word), entry);
      }
  }
}

const add = (lists: Map<string, string[]>, key: string, entry: string): void => {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
};

const tableOf = (lists: ReadonlyMap<string, string[]>): Lookup['stems'] => Object.fromEntries(lists);

function indexed({ stems, words, beginnings, endings, values, units }: Lookup, language: Locale): Index {
  const stem = stemsOf(language);
  const known = new Map<string, Entry>();
  const entryOf = (written: string): Entry => {
    const ready = known.get(written);
    if (ready) return ready;
    const [concept = ''] = written.split(' ', 1);
    const row = written.slice(concept.length + 1);
    const atStart = row.startsWith('^ ');
    const entry = { concept, atStart, slots: slotsOf(atStart ? row.slice(2) : row, stem) };
    known.set(written, entry);
    return entry;
  };
  const longest = Math.max(0, ...Object.keys(beginnings).map((one) => one.length));
  const endingEntries = endings.map(entryOf);
  const opened = new Map<string, readonly Entry[]>();
  return {
    stem,
    values: valueWordsOf(units),
    ofValues: values.map(entryOf),
    openedBy(plain) {
      const ready = opened.get(plain);
      if (ready) return ready;
      // A set, as an entry is met twice where two of its first words fit.
      const found = new Set<Entry>();
      const fits = (entry: Entry): void => {
        const [first] = entry.slots;
        if (first?.kind === 'word' && !found.has(entry) && first.takes(plain)) found.add(entry);
      };
      for (const written of under(stems, stem(plain))) fits(entryOf(written));
      for (const written of under(words, plain)) fits(entryOf(written));
      for (let length = Math.min(longest, plain.length); length > 0; length -= 1)
        for (const written of under(beginnings, plain.slice(0, length))) fits(entryOf(written));
      for (const entry of endingEntries) fits(entry);
      const list = [...found];
      if (opened.size >= mostRemembered) opened.clear();
      opened.set(plain, list);
      return list;
    },
  };
}

function valueWordsOf(units: Lookup['units']): ValueWords {
  const of = (kind: string): [string, string][] =>
    units.flatMap(([id, written]): [string, string][] => {
      const [, is, amount = ''] = ofValue.exec(id) ?? [];
      return is === kind ? [[amount, written]] : [];
    });
  const numbers = (kind: string): Map<string, number> => new Map(of(kind).map(([amount, written]) => [written, Number(amount)]));
  const named = (kind: string): string[] => of(kind).map(([, written]) => written);
  const byUnit = new Map<Unit, string[]>();
  for (const [unit, written] of of('unit')) byUnit.set(unit as Unit, [...(byUnit.get(unit as Unit) ?? []), written]);
  return { numbers: numbers('number'), spans: numbers('span'), units: byUnit, currency: named('currency'), percent: named('percent') };
}

const under = (table: Lookup['stems'], key: string): readonly string[] => (Object.hasOwn(table, key) ? table[key] : undefined) ?? none;
const none: readonly string[] = [];

/** No more words are remembered than a long run has; a file has fewer. */
const mostRemembered = 20_000;

/** Fewer letters tell nothing. */
const leastKept = 3;

/**
 * Words of one stem need not be one word: "polite" is no politics. An ending is added to a word, at most in the place of
 * its last letters, of which these are what stays.
 */
const keptOf = (word: string): string =>
  word.slice(0, Math.max(leastKept, word.length - (/^[а-я]/.test(word) ? 2 : /[ey]$/.test(word) ? 1 : 0)));

type Slot =
  | { kind: 'word'; takes: (plain: string) => boolean; optional: boolean }
  | { kind: 'value'; of: Value['kind'] | 'number' }
  | { kind: 'gap'; most: number };

function slotsOf(written: string, stem: Stem): Slot[] {
  return written.split(/\s+/).map((part): Slot => {
    const gap = /^…(\d{0,2})$/.exec(part);
    if (gap) return { kind: 'gap', most: Number(gap[1] || 4) };
    const value = /^<(n|money|time|percent)>$/.exec(part)?.[1];
    if (value) return { kind: 'value', of: value === 'n' ? 'number' : (value as Value['kind']) };
    const optional = part.endsWith('?');
    const tests = (optional ? part.slice(0, -1) : part).split('|').map((one) => wordTest(one, stem));
    return { kind: 'word', optional, takes: (plain) => tests.some((fits) => fits(plain)) };
  });
}

function wordTest(one: string, stem: Stem): (plain: string) => boolean {
  const bare = one.replace(/^=/, '').replaceAll('*', '');
  const [open, close] = [one.startsWith('*'), one.endsWith('*')];
  if (open && close) return (plain) => plain.includes(bare);
  if (open) return (plain) => plain.endsWith(bare);
  if (close) return (plain) => plain.startsWith(bare);
  if (one.startsWith('=')) return (plain) => plain === bare;
  const kept = keptOf(bare);
  return (plain) => plain === bare || (plain.startsWith(kept) && stem(plain) === stem(bare));
}

function meant(words: Words, { values: valueWords, ofValues, openedBy }: Index): Meaning {
  const { list } = words;
  const values = valuesOf(words, valueWords);
  const places = new Map<string, Place[]>();
  let gaps: { start: number; end: number }[] = [];

  list.forEach(({ plain, sentence }, at) => {
    if (values.has(at)) for (const entry of ofValues) if (at === 0 || !entry.atStart) tried(entry, at, sentence);
    for (const entry of openedBy(plain)) if (at === 0 || !entry.atStart) tried(entry, at, sentence);
  });
  return { places, values };

  function tried({ concept, slots }: Entry, at: number, sentence: number): void {
    const second = slots[1];
    // Most rows fail at their second word.
    if (second?.kind === 'word' && !second.optional && slots[0]?.kind === 'word' && !slots[0].optional) {
      const next = list[at + 1];
      if (next?.sentence !== sentence || !second.takes(next.plain)) return;
    }
    gaps = [];
    const end = endOf(slots, 0, at, sentence);
    if (end === null) return;
    const place = gaps.length === 0 ? { start: at, end } : { start: at, end, skipped: gaps };
    const found = places.get(concept);
    if (found) found.push(place);
    else places.set(concept, [place]);
  }

  function endOf(slots: readonly Slot[], number: number, at: number, sentence: number): number | null {
    const slot = slots[number];
    if (!slot) return at;
    if (slot.kind === 'gap') {
      for (let skipped = 0; skipped <= slot.most; skipped += 1) {
        const end = endOf(slots, number + 1, at + skipped, sentence);
        if (end !== null) {
          if (skipped > 0) gaps.push({ start: at, end: at + skipped });
          return end;
        }
        if (list[at + skipped]?.sentence !== sentence) return null;
      }
      return null;
    }
    if (slot.kind === 'value') {
      const value = values.get(at);
      if (!value || list[at]?.sentence !== sentence) return null;
      if (slot.of === value.kind) return endOf(slots, number + 1, value.end, sentence);
      // A number stays one when its unit is named in the entry.
      return slot.of === 'number' && value.kind !== 'number' ? endOf(slots, number + 1, numberEnd(value), sentence) : null;
    }
    const word = list[at];
    if (word?.sentence === sentence && slot.takes(word.plain)) {
      const end = endOf(slots, number + 1, at + 1, sentence);
      if (end !== null) return end;
    }
    return slot.optional ? endOf(slots, number + 1, at, sentence) : null;
  }

  /** Where the number of a value ends, before the word for its unit. */
  function numberEnd({ start, end }: Value): number {
    const last = list[end - 1]?.plain ?? '';
    return end - start > 1 && !/^\d+$/.test(last) && !valueWords.numbers.has(last) ? end - 1 : end;
  }
}
