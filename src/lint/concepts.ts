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
 * word begins with the same letters.
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
}

/** What a text speaks of: the places of each concept, in the order of the text. */
export interface Meaning {
  places: ReadonlyMap<string, readonly Place[]>;
  values: ReadonlyMap<number, Value>;
}

export interface Lexicon {
  /** The ids of all concepts. */
  ids: ReadonlySet<string>;
  /** The name of a concept in a language, by its id. */
  names(language: Locale): ReadonlyMap<string, string>;
  /** How many entries there are in a language. */
  size(language: Locale): number;
  meaning(words: Words, language: Locale): Meaning;
}

interface Written {
  id: string;
  names: readonly string[];
  lines: Record<Locale, string[]>;
}

const order: readonly Locale[] = ['ru', 'en', 'nl'];

/** Reads the texts of lexicon files. They are ours and tested: an Error tells what is not well written. */
export function lexiconOf(texts: readonly string[]): Lexicon {
  const written = new Map<string, Written>();
  for (const text of texts) {
    let current: Written | null = null;
    for (const line of text.split('\n')) {
      const head = /^== ([a-z0-9.-]+)(?:: (.+))?$/.exec(line);
      if (head) {
        const [, id = '', names = ''] = head;
        current = written.get(id) ?? { id, names: names.split(' / '), lines: { ru: [], en: [], nl: [] } };
        written.set(id, current);
      } else if (line.trim() !== '' && !line.startsWith('#')) {
        const language = order.find((one) => line.startsWith(`${one}: `));
        if (!language || !current) throw new Error(`no line of a lexicon: ${line}`);
        current.lines[language].push(line.slice(4));
      }
    }
  }
  const indexes = new Map<Locale, Index>();
  const indexOf = (language: Locale): Index => {
    const ready = indexes.get(language) ?? indexed([...written.values()], language);
    indexes.set(language, ready);
    return ready;
  };
  const meanings = new WeakMap<Words, Meaning>();
  return {
    ids: new Set(written.keys()),
    names: (language) => new Map([...written.values()].map(({ id, names }) => [id, names[order.indexOf(language)] ?? id])),
    size: (language) => [...indexOf(language).entries.values()].reduce((sum, list) => sum + list.length, 0),
    meaning(words, language) {
      const ready = meanings.get(words) ?? meant(words, indexOf(language));
      meanings.set(words, ready);
      return ready;
    },
  };
}

interface Entry {
  concept: string;
  written: string;
  /** Whether it has to stand at the beginning of the text. */
  atStart: boolean;
  /** With what every word begins that its first word takes. */
  opening: string;
  /** Worked out when it is first tried: most entries never are. */
  slots: readonly Slot[] | null;
}

interface Index {
  stem: Stem;
  values: ValueWords;
  /** Entries by the first letters of their first word; `#` those that begin with a value, `*` those of the middle of words. */
  entries: ReadonlyMap<string, readonly Entry[]>;
  /** The entries whose first word a word can be; worked out once for each word, of which a role has a few thousand. */
  openedBy(plain: string): readonly Entry[];
}

const keyLength = 3;

const letters = (written: string): string => written.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");

function indexed(all: readonly Written[], language: Locale): Index {
  const entries = new Map<string, Entry[]>();
  const values = { numbers: new Map<string, number>(), units: new Map<Unit, string[]>(), spans: new Map<string, number>() };
  const others: Record<'currency' | 'percent', string[]> = { currency: [], percent: [] };
  for (const { id, lines } of all) {
    const [, kind = '', amount = ''] = /^(number|unit|span|currency|percent)(?:-(.+))?$/.exec(id) ?? [];
    for (const line of lines[language]) {
      for (const written of letters(line).split(/\s*,\s*/)) {
        if (written === '') continue;
        if (kind === 'number') values.numbers.set(written, Number(amount));
        else if (kind === 'span') values.spans.set(written, Number(amount));
        else if (kind === 'unit') values.units.set(amount as Unit, [...(values.units.get(amount as Unit) ?? []), written]);
        else if (kind === 'currency' || kind === 'percent') others[kind].push(written);
        else {
          const atStart = written.startsWith('^ ');
          const row = atStart ? written.slice(2) : written;
          const entry: Entry = { concept: id, written: row, atStart, opening: openingOf(row), slots: null };
          for (const key of keysOf(row)) {
            const list = entries.get(key);
            if (!list) entries.set(key, [entry]);
            else if (list.at(-1) !== entry) list.push(entry);
          }
        }
      }
    }
  }
  const stem = stemsOf(language);
  return { stem, values: { ...values, ...others }, entries, openedBy: openings(entries, stem) };
}

/** No more words are remembered than a long run has; a file has fewer. */
const mostRemembered = 20_000;

function openings(entries: ReadonlyMap<string, readonly Entry[]>, stem: Stem): (plain: string) => readonly Entry[] {
  const known = new Map<string, readonly Entry[]>();
  const opens = (entry: Entry, plain: string): boolean => {
    if (!plain.startsWith(entry.opening)) return false;
    const [first] = slotsIn(entry, stem);
    return first?.kind !== 'word' || first.optional || first.takes(plain);
  };
  return (plain) => {
    const ready = known.get(plain);
    if (ready) return ready;
    const found: Entry[] = [];
    for (let length = 1; length <= keyLength && length <= plain.length; length += 1)
      for (const entry of entries.get(plain.slice(0, length)) ?? []) if (opens(entry, plain)) found.push(entry);
    for (const entry of entries.get('*') ?? []) if (opens(entry, plain)) found.push(entry);
    if (known.size >= mostRemembered) known.clear();
    known.set(plain, found);
    return found;
  };
}

const slotsIn = (entry: Entry, stem: Stem): readonly Slot[] => (entry.slots ??= slotsOf(entry.written, stem));

/** Under which letters an entry is to be found. */
function keysOf(written: string): readonly string[] {
  const space = written.indexOf(' ');
  const first = space === -1 ? written : written.slice(0, space);
  if (first.startsWith('<')) return ['#'];
  return first.split('|').map((one) => {
    const word = one.startsWith('=') ? one.slice(1) : one;
    return word.startsWith('*') ? '*' : word.replace('*', '').slice(0, keyLength);
  });
}

/** Empty when nothing is sure. */
function openingOf(written: string): string {
  const space = written.indexOf(' ');
  const first = space === -1 ? written : written.slice(0, space);
  if (first.includes('|') || first.startsWith('<') || first.startsWith('*')) return '';
  if (first.startsWith('=')) return first.slice(1);
  return first.endsWith('*') ? first.slice(0, -1) : keptOf(first);
}

/**
 * Words of one stem need not be one word: "polite" is no politics. An ending is added to a word, at most in the place of
 * its last letters, of which these are what stays.
 */
const keptOf = (word: string): string =>
  word.slice(0, Math.max(keyLength, word.length - (/^[а-я]/.test(word) ? 2 : /[ey]$/.test(word) ? 1 : 0)));

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

function meant(words: Words, { stem, values: valueWords, entries, openedBy }: Index): Meaning {
  const { list } = words;
  const values = valuesOf(words, valueWords);
  const places = new Map<string, Place[]>();

  list.forEach(({ plain, sentence }, at) => {
    if (values.has(at)) for (const entry of entries.get('#') ?? []) tried(entry, at, sentence);
    for (const entry of openedBy(plain)) tried(entry, at, sentence);
  });
  return { places, values };

  function tried(entry: Entry, at: number, sentence: number): void {
    if (entry.atStart && at > 0) return;
    const end = endOf(slotsIn(entry, stem), 0, at, sentence);
    if (end === null) return;
    const found = places.get(entry.concept);
    if (found) found.push({ start: at, end });
    else places.set(entry.concept, [{ start: at, end }]);
  }

  function endOf(slots: readonly Slot[], number: number, at: number, sentence: number): number | null {
    const slot = slots[number];
    if (!slot) return at;
    if (slot.kind === 'gap') {
      for (let skipped = 0; skipped <= slot.most; skipped += 1) {
        const end = endOf(slots, number + 1, at + skipped, sentence);
        if (end !== null) return end;
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
