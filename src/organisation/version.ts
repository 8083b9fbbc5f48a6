/**
 * What an organisation says of a role by its id holds for each version of that role too, such as that of a department, as long as the
 * version and the organisation say nothing else of it.
 */
import type { Facts, Role } from '../role/role.generated.js';
import type { Organisation, Position } from './organisation.generated.js';

/** A role that another is a version of, with what an organisation may say otherwise. */
export type BaseRole = Pick<Role, 'id' | 'title' | 'facts' | 'grade' | 'level' | 'pay' | 'flsa' | 'evaluation' | 'answers'>;

/** Of a whole role no more is kept than that. */
export const baseRole = ({ id, title, facts, grade, level, pay, flsa, evaluation, answers }: BaseRole): BaseRole => ({
  ...{ id, title },
  ...(facts && { facts }),
  ...(grade && { grade }),
  ...(level !== undefined && { level }),
  ...(pay && { pay }),
  ...(flsa && { flsa }),
  ...(evaluation && { evaluation }),
  ...(answers && { answers }),
});

/** The organisation as the papers of a role see it that is a version of others, the nearest first: the organisation itself where it says nothing of these. */
export function forVersion(organisation: Organisation, role: BaseRole, bases: readonly BaseRole[]): Organisation {
  return bases.reduce((seen, base) => withThoseOf(base, role, seen), organisation);
}

function withThoseOf(base: BaseRole, role: BaseRole, organisation: Organisation): Organisation {
  const { positions = {}, superiors = {}, numbering } = organisation;
  const numbers = numbering?.numbers ?? {};
  const general = positions[base.id] && inherited(positions[base.id] ?? {}, base, role);
  const inherits = <T>(values: Readonly<Record<string, T>>): boolean => Object.hasOwn(values, base.id) && !Object.hasOwn(values, role.id);
  if (base.id === role.id || (!general && !inherits(superiors) && !inherits(numbers))) return organisation;
  return {
    ...organisation,
    ...(general && { positions: { ...positions, [role.id]: over(general, positions[role.id]) } }),
    ...(inherits(superiors) && { superiors: { ...superiors, [role.id]: superiors[base.id] ?? '' } }),
    ...(numbering && inherits(numbers) && { numbering: { ...numbering, numbers: { ...numbers, [role.id]: numbers[base.id] ?? '' } } }),
  };
}

/** What is said of the base, without what the version says itself. */
function inherited({ title, forms, facts, answers, flsa, evaluation, ...rest }: Position, base: BaseRole, role: BaseRole): Position {
  const own: readonly (keyof Facts)[] = (['grade', 'level', 'pay'] as const).filter((key) => !same(base[key], role[key]));
  const isCalledAlike = same(base.title, role.title);
  return {
    ...rest,
    ...(isCalledAlike && title !== undefined && { title }),
    ...(isCalledAlike && forms && { forms }),
    ...(facts && { facts: unchanged(facts, base.facts, role.facts, own) }),
    ...(answers && { answers: unchanged(answers, base.answers, role.answers) }),
    ...(flsa && same(base.flsa, role.flsa) && { flsa }),
    ...(evaluation && { evaluation: unchanged(evaluation, base.evaluation, role.evaluation) }),
  };
}

/** Those values of which two roles say the same. */
const unchanged = <T extends object>(
  values: T,
  one: Partial<T> | undefined,
  other: Partial<T> | undefined,
  but: readonly string[] = [],
): T =>
  Object.fromEntries(
    Object.entries(values).filter(([key]) => !but.includes(key) && same(one?.[key as keyof T], other?.[key as keyof T])),
  ) as T;

/** What is said of the version itself goes first; forms belong to the title that they are of. */
function over({ title, forms, ...general }: Position, own: Position = {}): Position {
  return {
    ...(own.title === undefined && { ...(title !== undefined && { title }), ...(forms && { forms }) }),
    ...general,
    ...own,
    ...((general.facts ?? own.facts) && { facts: { ...general.facts, ...own.facts } }),
    ...((general.answers ?? own.answers) && { answers: { ...general.answers, ...own.answers } }),
    ...((general.evaluation ?? own.evaluation) && { evaluation: { ...general.evaluation, ...own.evaluation } }),
  };
}

/** Whether a version says what its base says; it may have fewer languages, and one of them without its name. */
function same(base: unknown, own: unknown): boolean {
  if (base === own) return true;
  if (typeof base !== 'object' || base === null) return false;
  if (typeof own !== 'object' || own === null) return Object.values(base).includes(own);
  const [all, said] = [new Map(Object.entries(base)), new Map(Object.entries(own))];
  return (
    [...said].every(([key, value]) => all.has(key) && same(all.get(key), value)) &&
    [...all.keys()].every((key) => said.has(key) || languageKey.test(key))
  );
}

const languageKey = /^[a-z]{2}(?:-[A-Z]{2})?$/;
