/**
 * Entries of one list that share nearly all of their words, in whatever order and form. Words count by their first five
 * letters. Only entries that share one of their rarest words are compared, so that long lists take little time.
 */
import { clauseId } from '../clause.js';
import type { Words } from '../phrase.js';
import { canMeet, comparable, plainText } from '../sameness.js';
import type { LintCheck, LintFinding, Passage } from '../rule.js';

const stemLength = 5;
const shortest = 4;
const fewest = 4;
/** Words shared, of all words of both. */
const alike = 0.8;
/** A word in more entries than this tells nothing. */
const common = 40;

const stemsOf = ({ list }: Words): Set<string> =>
  new Set(
    list
      .map((one) => one.plain)
      .filter((one) => one.length >= shortest)
      .map((one) => one.slice(0, stemLength)),
  );

export const rule: LintCheck = (context) =>
  comparable(context).flatMap((entries): LintFinding[] => {
    const known: { entry: Passage; stems: Set<string> }[] = [];
    const holders = new Map<string, number[]>();
    return entries.flatMap((entry): LintFinding[] => {
      const stems = stemsOf(context.cut(entry));
      if (stems.size < fewest) return [];
      const rivals = new Set(
        [...stems].flatMap((stem) => {
          const numbers = holders.get(stem) ?? [];
          return numbers.length <= common ? numbers : [];
        }),
      );
      const other = [...rivals]
        .map((number) => known[number])
        .find(
          (one) =>
            one && canMeet(one.entry, entry) && likeness(one.stems, stems) >= alike && plainText(one.entry.text) !== plainText(entry.text),
        );
      for (const stem of stems) {
        const numbers = holders.get(stem) ?? [];
        numbers.push(known.length);
        holders.set(stem, numbers);
      }
      known.push({ entry, stems });
      return other ? [{ pointer: entry.pointer, args: { words: entry.text, other: clauseId(context.role, other.entry.clause) } }] : [];
    });
  });

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of one) if (other.has(stem)) shared += 1;
  return shared / (one.size + other.size - shared);
}
