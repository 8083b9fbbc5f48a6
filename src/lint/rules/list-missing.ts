/** A colon at the end, or words such as “as follows”, where no entries follow. */
import { isRecord } from '../../read/schema-walk.js';
import type { LintCheck, LintFinding, Passage } from '../rule.js';

export const rule: LintCheck = (context) => {
  const announced = context.phrases().filter(({ passage, range }) => /^[\s:.,—–-]*$/.test(passage.text.slice(range.end)));
  const known = new Set(announced.map((one) => one.pointer));
  const colons = context.passages
    .filter(({ text, pointer }) => /:\s*$/.test(text) && !known.has(pointer))
    .map((passage): LintFinding & { passage: Passage } => {
      const start = passage.text.trimEnd().lastIndexOf(' ') + 1;
      return { pointer: passage.pointer, range: { start, end: passage.text.trimEnd().length }, passage };
    });
  return [...announced, ...colons].filter(({ passage }) => !hasEntries(context.role, passage));
};

/** The lead of a group has the duties below it; a clause may have items. */
function hasEntries(role: unknown, { clause, section }: Passage): boolean {
  const holder = clause
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], role);
  if (!isRecord(holder)) return false;
  return ['items', 'steps', 'questions'].some((key) => Array.isArray(holder[key]) && holder[key].length > 0) || section === 'duties/lead';
}
