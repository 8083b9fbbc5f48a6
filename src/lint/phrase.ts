/**
 * Phrases: what rules look for in a text, written so that a lawyer can read them. A phrase is a row of slots, each of
 * which takes a word of the text, whatever its capitals; ё counts as е. Time grows with the length of the text only.
 *
 * - `штраф*`, `*boete`, `*functie*`: a word that begins with, ends in or contains these letters; `fine`: this very word
 * - `he|she|they`: one of these words
 * - `<n>`: a number written in figures
 * - `…`: up to four words of any kind; `…2`: up to two
 * - `any?`: a word that may be absent
 * - `^` and `$`: the beginning and the end of the text
 *
 * Punctuation between words does not matter, except that a phrase never goes on over the end of a sentence.
 */

export interface Found {
  start: number;
  end: number;
  /** The number of the sentence it stands in. */
  sentence: number;
  /** That of the list of phrases. */
  mark?: string;
  /** The concepts of a relation, in the order of its parts. */
  concepts?: readonly string[];
}

export interface Word {
  start: number;
  end: number;
  /** In lower case, ё as е, the apostrophe straight. */
  plain: string;
  sentence: number;
}

/** A text cut into words; made once and asked many phrases. */
export interface Words {
  text: string;
  list: readonly Word[];
  /** All plain words with spaces between, to rule out quickly what is not there. */
  joined: string;
}

export interface Phrase {
  (words: Words): Found[];
  /** Whether texts made of these words, joined by spaces, could hold it at all. */
  mayStandIn(vocabulary: string): boolean;
}

const word = /\p{L}[\p{L}\p{M}]*(?:[’'][\p{L}\p{M}]+)*|\p{N}+/gu;
const sentenceEnd = /;|[.!?…]["»”’)]*\s+(?=[\p{Lu}«“‘"])/u;

const plainWord = (written: string): string => written.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").normalize('NFC');

/** Cuts a text into words. */
export function wordsOf(text: string): Words {
  const list: Word[] = [];
  let [sentence, last] = [0, 0];
  for (const match of text.matchAll(word)) {
    const between = text.slice(last, match.index + 1);
    if (list.length > 0 && between.length < 200 && sentenceEnd.test(between)) sentence += 1;
    last = match.index + match[0].length;
    list.push({ start: match.index, end: last, plain: plainWord(match[0]), sentence });
  }
  return { text, list, joined: list.map((one) => one.plain).join(' ') };
}

interface Slot {
  takes(plain: string): boolean;
  /** Letters of which one has to occur in the text; null when nothing can be ruled out by letters. */
  letters: readonly string[] | null;
  least: number;
  most: number;
  /** Whether it takes any words at all. */
  gap: boolean;
}

/** In how many ways a phrase may be laid over the words after its first one; keeps the time for each word bounded. */
const mostWays = 150;

/** With no more ways than a single gap gives, remembering what was tried costs more than trying it again. */
const fewWays = 10;

/** Why a phrase cannot be looked for. */
export type PhraseFault =
  /** A part that is no slot. */
  | { readonly reason: 'part'; readonly part: string }
  /** Nothing in it has to be there. */
  | { readonly reason: 'empty' }
  /** It has more slots than anybody needs. */
  | { readonly reason: 'long' }
  /** Gaps and words that may be absent make too many ways to lay it over a text. */
  | { readonly reason: 'ways' };

/** The most slots; with `mostWays`, what a phrase costs for each word of a text. */
export const mostSlots = 20;

interface Parsed {
  slots: readonly Slot[];
  ways: number;
  atStart: boolean;
  atEnd: boolean;
}

/** What is wrong with a phrase; null when it can be looked for. */
export function phraseFault(written: string): PhraseFault | null {
  const parsed = parse(written);
  return 'reason' in parsed ? parsed : null;
}

function parse(written: string): Parsed | PhraseFault {
  const parts = written.trim().split(/\s+/);
  const [atStart, atEnd] = [parts[0] === '^', parts.at(-1) === '$'];
  const inner = parts.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  if (inner.length > mostSlots) return { reason: 'long' };
  const slots: Slot[] = [];
  for (const part of inner) {
    const slot = slotOf(part);
    if (!slot) return { reason: 'part', part };
    slots.push(slot);
  }
  if (slots.every((slot) => slot.gap || slot.least === 0)) return { reason: 'empty' };
  const ways = slots.reduce((product, slot) => product * (slot.most - slot.least + 1), 1);
  return ways > mostWays ? { reason: 'ways' } : { slots, ways, atStart, atEnd };
}

/**
 * The words that have to be there for a phrase, as it is written: for each its choices, `штраф*` for all that begin so.
 * Read from the writing alone, so that most phrases need never be compiled.
 */
export const neededWords = (written: string): string[][] =>
  written
    .trim()
    .split(/\s+/)
    .filter((part) => !/^(?:\^|\$|<n>|…\d?|.*\?)$/u.test(part))
    .map((part) => part.split('|').map(plainWord));

/** Compiles a phrase. Throws an Error when it is not well written, which a test of all rules brings to light. */
export function phrase(written: string): Phrase {
  const parsed = parse(written);
  if ('reason' in parsed) throw new Error(`not a phrase: ${written}`);
  const { slots, ways, atStart, atEnd } = parsed;
  const needed = slots.filter((slot) => slot.least > 0).flatMap((slot) => (slot.letters ? [slot.letters] : []));

  /**
   * `dead` has the places from which the rest of the phrase has been tried in vain in this sentence: with many ways from
   * each of many words to the same place, that saves all but the first. Null where there are few ways.
   */
  function endOf(list: readonly Word[], at: number, number: number, sentence: number, dead: Set<number> | null): number | null {
    const place = at * slots.length + number;
    if (dead?.has(place)) return null;
    const end = triedFrom(list, at, number, sentence, dead);
    if (end === null) dead?.add(place);
    return end;
  }

  function triedFrom(list: readonly Word[], at: number, number: number, sentence: number, dead: Set<number> | null): number | null {
    const slot = slots[number];
    if (!slot) return !atEnd || at === list.length ? at : null;
    let there = 0;
    while (there < slot.most && takes(list[at + there], slot, sentence)) there += 1;
    // A gap is kept short; a word that may be absent is taken where it is there.
    for (let tried = 0; tried <= there; tried += 1) {
      const count = slot.gap ? tried : there - tried;
      if (count < slot.least) continue;
      const end = endOf(list, at + count, number + 1, sentence, dead);
      if (end !== null) return end;
    }
    return null;
  }

  const mayStandIn = (vocabulary: string): boolean => needed.every((letters) => letters.some((one) => vocabulary.includes(one)));
  const [opener] = slots;

  return Object.assign(
    ({ list, joined }: Words): Found[] => {
      if (!mayStandIn(joined)) return [];
      const found: Found[] = [];
      const dead = ways > fewWays ? new Set<number>() : null;
      let sentence = 0;
      for (let at = 0; at < (atStart ? Math.min(1, list.length) : list.length); at += 1) {
        const first = list[at];
        if (!first) break;
        if (opener && opener.least > 0 && !opener.takes(first.plain)) continue;
        if (first.sentence !== sentence) dead?.clear();
        ({ sentence } = first);
        const end = endOf(list, at, 0, sentence, dead);
        const last = end === null ? undefined : list[end - 1];
        if (end === null || !last || end === at) continue;
        found.push({ start: first.start, end: last.end, sentence: first.sentence });
        at = end - 1;
      }
      return found;
    },
    { mayStandIn },
  );
}

const takes = (next: Word | undefined, slot: Slot, sentence: number): boolean =>
  next !== undefined && next.sentence === sentence && slot.takes(next.plain);

/** Null when it is none. */
function slotOf(part: string): Slot | null {
  if (part === '<n>') return { takes: (plain) => /^\p{N}/u.test(plain), letters: null, least: 1, most: 1, gap: false };
  const gap = /^…(\d?)$/.exec(part);
  if (gap) return { takes: () => true, letters: null, least: 0, most: Number(gap[1] || 4), gap: true };
  const optional = part.endsWith('?');
  const choices = (optional ? part.slice(0, -1) : part).split('|').map(plainWord);
  if (choices.some((one) => !/^\*?[\p{L}\p{N}][\p{L}\p{M}\p{N}']*\*?$/u.test(one))) return null;
  const exact = new Set(choices.filter((one) => !one.includes('*')));
  const partial = choices
    .filter((one) => one.includes('*'))
    .map((one) => {
      const letters = one.replaceAll('*', '');
      const [open, close] = [one.startsWith('*'), one.endsWith('*')];
      return (plain: string): boolean =>
        open && close ? plain.includes(letters) : open ? plain.endsWith(letters) : plain.startsWith(letters);
    });
  return {
    takes: (plain) => exact.has(plain) || partial.some((fits) => fits(plain)),
    letters: choices.map((one) => one.replaceAll('*', '')),
    least: optional ? 0 : 1,
    most: 1,
    gap: false,
  };
}
