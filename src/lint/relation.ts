/**
 * Relations: a concept in a frame. `age-words + is-wanted ! customers` finds age where it is wanted, unless customers are
 * meant. Each part names concepts, one of which has to be there; `+` in any order, `>` in this one; `@requirements|purpose`
 * is a part that the section itself fulfils: in a person specification everything named is asked for. `charged:yes` holds
 * only where it is not denied: “a fine is never charged” charges nobody. `~8` is how many words may stand between two
 * parts, twenty when left out. Behind `!` stand the concepts that excuse it.
 */
import type { Locale } from '../document/document.js';
import type { Lexicon, Place } from './concepts.js';
import type { Found, Words } from './phrase.js';
import { isDenied } from './polarity.js';

interface Part {
  /** Concepts, or sections, one of which has to be there. */
  any: readonly string[];
  isSection: boolean;
  inOrder: boolean;
  /** Whether it has to be said, not denied. */
  affirmed: boolean;
}

export interface Relation {
  parts: readonly Part[];
  excuses: readonly string[];
  reach: number;
  mark: string | undefined;
}

const usualReach = 20;

/** Texts up to this length are one thought: what excuses a finding may stand in another sentence. */
const oneThought = 45;

const pattern = /^(?:\[([a-z-]+)\] )?([^!~]+?)(?: ~(\d+))?(?: ! (.+))?$/u;

/** A relation as it is written; null when it is not well written, or names sections only. */
export function relation(written: string): Relation | null {
  const { mark, parts, reach, excuses } = read(written);
  const named = parts.flatMap(({ any }) => any);
  if (parts.every((one) => one.isSection) || !named.every((one) => /^[A-Za-z0-9/-]+$/.test(one))) return null;
  return { parts, reach: reach === undefined ? usualReach : Number(reach), mark, excuses: excuses === '' ? [] : excuses.split(/[, |]+/) };
}

/** Whether what is written has no concept that could be found: `@duties + @rights`. */
export const namesSectionsOnly = (written: string): boolean => read(written).parts.every((one) => one.isSection);

function read(written: string): { mark?: string; parts: Part[]; reach?: string; excuses: string } {
  const [, mark, body = '', reach, excuses = ''] = pattern.exec(written.trim()) ?? [];
  const pieces = body.split(/ ([+>]) /);
  const parts = pieces.flatMap((piece, at): Part[] =>
    at % 2 === 1
      ? []
      : [
          {
            any: piece.replace(/^@|:yes$/g, '').split('|'),
            isSection: piece.startsWith('@'),
            inOrder: at > 0 && pieces[at - 1] === '>',
            affirmed: piece.endsWith(':yes'),
          },
        ],
  );
  return { ...(mark !== undefined && { mark }), parts, ...(reach !== undefined && { reach }), excuses };
}

/** The concepts that a relation speaks of. */
export const conceptsOf = ({ parts, excuses }: Relation): string[] => [
  ...parts.filter((one) => !one.isSection).flatMap(({ any }) => any),
  ...excuses,
];

/** Finds relations in a text, each at the words of its concepts. */
export function related(
  relations: readonly Relation[],
  excuses: readonly string[],
  words: Words,
  language: Locale,
  lexicon: Lexicon,
  isIn: (section: string) => boolean,
): Found[] {
  const { places } = lexicon.meaning(words, language);
  if (places.size === 0) return [];
  return relations.flatMap((one) => {
    if (!one.parts.every((part) => part.isSection || part.any.some((concept) => places.has(concept)))) return [];
    const found = laidOver(one, places, isIn, (place) => isDenied(place, words, language, places));
    if (!found || excusedAt(found, [...one.excuses, ...excuses], words, places, found.at)) return [];
    const [first, last] = [words.list[found.start], words.list[found.end - 1]];
    if (!first || !last) return [];
    const { concepts } = found;
    return [
      { start: first.start, end: last.end, sentence: first.sentence, concepts, ...(one.mark === undefined ? {} : { mark: one.mark }) },
    ];
  });
}

/** The words that stand for a part of a relation. */
interface LaidPart extends Place {
  readonly concept: string;
}

interface Laid extends Place {
  concepts: string[];
  at: readonly LaidPart[];
}

type Places = ReadonlyMap<string, readonly Place[]>;

function laidOver(
  { parts, reach }: Relation,
  places: Places,
  isIn: (section: string) => boolean,
  denied: (place: Place) => boolean,
): Laid | null {
  const lexical = parts.filter((one) => !one.isSection);
  if (parts.some((one) => one.isSection && !one.any.some(isIn))) return null;
  const choices = lexical.map(({ any, affirmed }) =>
    any.flatMap((concept) =>
      (places.get(concept) ?? []).filter((place) => !affirmed || !denied(place)).map((place) => ({ ...place, concept })),
    ),
  );
  if (choices.some((list) => list.length === 0)) return null;
  return extend(0, null);

  function extend(number: number, laid: Laid | null): Laid | null {
    const part = lexical[number];
    if (!part) return laid;
    for (const { start, end, skipped, concept } of choices[number] ?? []) {
      if (laid?.at.some((one) => start < one.end && end > one.start && !isWithinGap(one, { start, end, skipped }))) continue;
      if (part.inOrder && start < (laid?.at.at(-1)?.end ?? 0)) continue;
      if (laid && Math.max(start - laid.end, laid.start - end) > reach) continue;
      const whole = laid
        ? {
            start: Math.min(start, laid.start),
            end: Math.max(end, laid.end),
            concepts: [...laid.concepts, concept],
            at: [...laid.at, { start, end, skipped, concept }],
          }
        : { start, end, concepts: [concept], at: [{ start, end, skipped, concept }] };
      const result = extend(number + 1, whole);
      if (result) return result;
    }
    return null;
  }
}

/**
 * Whether a concept that excuses a finding stands near it: in the same sentences, or anywhere in a short text. What a part
 * is made of excuses nothing: a customer's complaint is the fault that is fined, and no customer who pays.
 */
export function excusedAt(
  at: Place,
  excuses: readonly string[],
  { list }: Words,
  places: Places,
  parts: readonly LaidPart[] = [],
): boolean {
  const [from, to] = [list[at.start]?.sentence ?? 0, list[at.end - 1]?.sentence ?? 0];
  return excuses.some((concept) =>
    (places.get(concept) ?? []).some(({ start, end }) => {
      if (concept === 'duty-opening' && places.has('no-duty-opening')) return false;
      const denies = (places.get('denial') ?? []).some((one) => start <= one.start && one.end <= end);
      if (concept !== 'duty-opening' && parts.some((part) => isMadeOf(part, { start, end }) && (!denies || forbids.has(part.concept))))
        return false;
      const sentence = list[start]?.sentence ?? 0;
      return list.length <= oneThought || (sentence >= from && sentence <= to);
    }),
  );
}

/** The frames that are denials themselves: what they deny is no excuse. */
const forbids: ReadonlySet<string> = new Set(['ruled-out', 'excluded']);

/** Whether a part of a relation holds these words and more; the words that forbid are a frame of their own. */
const isMadeOf = (part: LaidPart, { start, end }: Place): boolean =>
  part.start <= start &&
  end <= part.end &&
  !gapHolds(part, { start, end }) &&
  (part.end - part.start > end - start || forbids.has(part.concept));

/** Whether one of two places stands where the words of the other leave a gap. */
const isWithinGap = (one: Place, other: Place): boolean => gapHolds(one, other) || gapHolds(other, one);

const gapHolds = ({ skipped = [] }: Place, { start, end }: Place): boolean => skipped.some((gap) => gap.start <= start && end <= gap.end);
