/** Lengths of experience in the texts of the requirements, against one another and against `requirements.experience`. */
import type { LintCheck, LintFinding, PhraseFinding } from '../rule.js';

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
  const seen = new Map<string, number>();
  return context
    .phrases()
    .filter((one) => !isUpperEnd(one) && !isCalendarYear(one))
    .flatMap((one): LintFinding[] => {
      const years = parseInt(String(one.args?.words), 10);
      const first = seen.get(one.pointer);
      if (first === undefined) seen.set(one.pointer, years);
      const other = first ?? minimum;
      return other === null || other === years ? [] : [{ pointer: one.pointer, range: one.range, args: { ...one.args, years, other } }];
    });
};

const isUpperEnd = ({ passage, range: { start } }: PhraseFinding): boolean =>
  range.test(passage.text.slice(Math.max(0, start - 12), start));

const isCalendarYear = ({ args }: PhraseFinding): boolean => parseInt(String(args?.words), 10) > 60;
