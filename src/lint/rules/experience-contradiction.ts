/** Lengths of experience in the texts of the requirements, against one another, against `requirements.experience` and against “no experience”. */
import type { LintCheck, LintContext, LintFinding, PhraseFinding } from '../rule.js';
import { monthsOf } from '../values.js';

/** Between the two ends of a range: “1 to 2 years”, «от 1 до 2 лет», “1–2 jaar”. */
const range = /\d\s*(?:[-–—]|to|до|tot|и|and|en|or|или|of)\s*$/iu;

export const rule: LintCheck = (context) => {
  const experience = context.role?.requirements.experience;
  const minimum =
    !experience || experience.desirable || experience.min === null
      ? null
      : experience.unit === 'month'
        ? experience.min / 12
        : experience.min;
  const phrases = context.phrases();
  const seen = new Map<string, number>();
  const lengths = phrases
    .filter((one) => one.mark === '' && !isUpperEnd(one) && !isCalendarYear(one))
    .flatMap((one): LintFinding[] => {
      const years = parseInt(String(one.args?.words), 10);
      const first = seen.get(one.pointer);
      if (first === undefined) seen.set(one.pointer, years);
      const other = first ?? minimum;
      return other === null || other === years ? [] : [{ pointer: one.pointer, range: one.range, args: { ...one.args, years, other } }];
    });
  return [...lengths, ...noneAndSome(phrases, context)];
};

/** “No experience needed” beside “at least two years” in one text. */
function noneAndSome(phrases: readonly PhraseFinding[], context: LintContext): LintFinding[] {
  const seen = new Set<string>();
  return phrases
    .filter(({ mark }) => mark === 'none')
    .flatMap(({ pointer, range: at, args, passage }): LintFinding[] => {
      const other = phrases.some((one) => one.pointer === pointer && one.mark === 'least') ? longestIn(passage, context) : null;
      if (other === null || other < 1 || seen.has(pointer)) return [];
      seen.add(pointer);
      return [{ pointer, range: at, args: { ...args, years: 0, other } }];
    });
}

/** The longest time that a text names, in whole years; null when none. */
function longestIn(passage: PhraseFinding['passage'], context: LintContext): number | null {
  const months = [...context.meaning(passage).values.values()].flatMap((one) => monthsOf(one) ?? []);
  return months.length === 0 ? null : Math.round(Math.max(...months) / 12);
}

const isUpperEnd = ({ passage, range: { start } }: PhraseFinding): boolean =>
  range.test(passage.text.slice(Math.max(0, start - 12), start));

const isCalendarYear = ({ args }: PhraseFinding): boolean => parseInt(String(args?.words), 10) > 60;
