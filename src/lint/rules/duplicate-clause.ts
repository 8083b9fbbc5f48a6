/** Entries of one list that say the same in the same words; and what an overlay removes from its base and adds again. */
import { clauseId } from '../clause.js';
import { passagesOf } from '../passages.js';
import { canMeet, comparable, isEntry, plainText } from '../sameness.js';
import type { LintCheck, LintContext, LintFinding } from '../rule.js';

export const rule: LintCheck = (context) => [
  ...comparable(context).flatMap((entries) => {
    const seen = new Map<string, typeof entries>();
    return entries.flatMap((entry): LintFinding[] => {
      const key = plainText(entry.text);
      const earlier = seen.get(key) ?? [];
      const other = earlier.find((one) => canMeet(one, entry));
      // A few are enough to meet every law.
      if (earlier.length < 4) seen.set(key, [...earlier, entry]);
      return other && key !== ''
        ? [{ pointer: entry.pointer, args: { words: entry.text, where: 'role', other: clauseId(context.role, other.clause) } }]
        : [];
    });
  }),
  ...addedAgain(context),
];

function addedAgain({ role, base, passages }: LintContext): LintFinding[] {
  if (!role || !base) return [];
  const entriesOf = passages.filter(isEntry);
  const kept = new Set(entriesOf.map((one) => clauseId(role, one.clause)));
  const before = passagesOf('role', base, () => [])
    .filter(isEntry)
    .map((one) => ({ ...one, id: clauseId(base, one.clause) }));
  const ids = new Set(before.map((one) => one.id));
  const removed = new Map(
    before.filter((one) => !kept.has(one.id)).map((one) => [`${one.language} ${one.section} ${plainText(one.text)}`, one.id]),
  );
  return entriesOf.flatMap((entry): LintFinding[] => {
    const other = removed.get(`${entry.language} ${entry.section} ${plainText(entry.text)}`);
    return other === undefined || ids.has(clauseId(role, entry.clause))
      ? []
      : [{ pointer: entry.pointer, args: { words: entry.text, where: 'base', other } }];
  });
}
