/** Work that the law keeps from people under eighteen: there their age is a condition of the law and no preference. */
import type { LintContext, PhraseFinding } from './rule.js';

/** Classes of the special assessment with harmful or dangerous conditions: 3.1 to 4 (Federal Law No. 426-FZ, article 14). */
const isHarmfulClass = (found: string | undefined): boolean => found !== undefined && Number(found) >= 3;

/** Whether the conditions of the role are harmful or dangerous, by their class or by what it says of safety. */
function isHarmful({ role, list, passages, cut }: LintContext): boolean {
  if (isHarmfulClass(role?.workingConditions?.class)) return true;
  const safety = new Set(role?.conditions?.flatMap((one, at) => (one.kind === 'safety' ? [`/conditions/${at}/text`] : [])));
  const words = list('harmful');
  return passages.some(
    (one) =>
      [...safety].some((pointer) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`)) &&
      cut(one).list.some(({ plain }) => words.some((word) => plain.startsWith(word))),
  );
}

/** Whether a phrase asks for no more than full age, and the work for it. */
export const isFullAge = (context: LintContext): ((found: PhraseFinding) => boolean) => {
  let harmful: boolean | null = null;
  const words = context.list('harmful');
  const saysSo = ({ passage }: PhraseFinding): boolean =>
    context.cut(passage).list.some(({ plain }) => words.some((word) => plain.startsWith(word)));
  return (found) => found.mark === 'full-age' && (saysSo(found) || (harmful ??= isHarmful(context)));
};
