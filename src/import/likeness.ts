/** How alike two wordings are, and which of many known clauses one is. */
import type { SpokenClause } from './clause-lists.js';
import { plain, stemOf, wordsOf } from './words.js';

/** A clause that is known, and the role that has it. */
export interface KnownClause extends SpokenClause {
  readonly role: string;
}

export interface Likeness {
  readonly clause: KnownClause;
  /** 1 for the same words; else the part of their stems that two wordings have in common, below 1. */
  readonly share: number;
}

/** From here on a reader takes two clauses for one that was reworded: a figure or a name differs. */
export const nearly = 0.8;

/** Two or three words that are alike by chance would be found everywhere. */
const fewestStems = 4;

/** Of a clause that stands in thousands of files so many are looked at, those with its rarest stems first. */
const mostCompared = 500;

export const stemsOf = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map(stemOf));

/** The part of two sets that they have in common: 1 for all of both, 0 for none or where both are empty. */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

export interface ClauseIndex {
  /** The known clauses of the same list that are the same or nearly so, the likest first; of a role the likest alone. */
  likeTo(clause: SpokenClause, without?: string): Likeness[];
}

/**
 * Made once for a set of clauses. A clause is compared with those that share one of its rarest stems with it: by the
 * arithmetic of the share no other can be nearly the same. Two thousand files of forty clauses would else be billions of pairs.
 */
export function clauseIndex(known: readonly KnownClause[]): ClauseIndex {
  const stems = known.map(({ text }) => stemsOf(text));
  const exact = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  known.forEach((clause, at) => {
    push(exact, keyOf(clause), at);
    for (const stem of stems[at] ?? []) push(byStem, `${clause.list} ${stem}`, at);
  });
  return {
    likeTo(clause, without) {
      const own = stemsOf(clause.text);
      const best = new Map<string, Likeness>();
      const add = (at: number, share: number): void => {
        const other = known[at];
        if (!other || other.role === without || (best.get(other.role)?.share ?? 0) >= share) return;
        best.set(other.role, { clause: other, share });
      };
      for (const at of exact.get(keyOf(clause)) ?? []) add(at, 1);
      if (own.size >= fewestStems) {
        const rarest = [...own].map((stem) => byStem.get(`${clause.list} ${stem}`) ?? []).sort((a, b) => a.length - b.length);
        const needed = Math.ceil((nearly / (2 - nearly)) * own.size);
        for (const at of new Set(
          rarest
            .slice(0, own.size - needed + 1)
            .flat()
            .slice(0, mostCompared),
        )) {
          const share = shareOf(own, stems[at] ?? new Set());
          // The same stems in other words, or in another order, are not the same words.
          if (share >= nearly) add(at, Math.min(share, 0.99));
        }
      }
      return [...best.values()].sort((a, b) => b.share - a.share);
    },
  };
}

const keyOf = ({ list, text }: SpokenClause): string => `${list} ${plain(text)}`;

function push(index: Map<string, number[]>, key: string, at: number): void {
  const there = index.get(key);
  if (there) there.push(at);
  else index.set(key, [at]);
}
