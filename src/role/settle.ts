/**
 * A role as one organisation has it: its questions answered, so that entries which hang on another answer are gone and
 * texts can name the answers. A blank form keeps every entry and marks those that may not apply.
 */
import type { Answer, Answers, Question, Role } from './role.generated.js';
import type { Text } from './role.generated.js';

/** What stands behind an entry of a blank form that holds only under some answers; the form says what it means. */
export const openMark = '*';

/** Answers by the ids of the questions; null where nobody can have answered, as in a blank form. */
export type Settlement = Readonly<Record<string, Answer>> | null;

/** The default of a question under the law of a country; null where the role has none for it. */
export function defaultAnswer({ default: usual, amounts }: Question, jurisdiction: string): Answer | null {
  return usual ?? amounts?.[jurisdiction] ?? Object.values(amounts ?? {})[0] ?? null;
}

/**
 * What is answered to each question of a role. Later answers win: the defaults, then those of the organisation, of the
 * department, of the position there, and last those of the role itself, which an overlay gives.
 */
export function answersTo(role: Role, jurisdiction: string, given: readonly (Answers | undefined)[]): Readonly<Record<string, Answer>> {
  const layers = [...given, role.answers];
  return Object.fromEntries(
    (role.questions ?? []).flatMap((question) => {
      const answer = layers.reduce<Answer | null>(
        (before, layer) => (layer && Object.hasOwn(layer, question.id) ? (layer[question.id] ?? before) : before),
        defaultAnswer(question, jurisdiction),
      );
      return answer === null ? [] : [[question.id, answer] as const];
    }),
  );
}

/** The role with each entry gone that hangs on another answer; weights of the measures that stay add up to 100 again. */
export function settled(role: Role, answers: Settlement): Role {
  if (!role.questions || role.questions.length === 0) return role;
  const left = answers ? (kept(role, answers) as Role) : (marked(role) as Role);
  return answers && left.kpis ? { ...left, kpis: reweighted(left.kpis) } : left;
}

type When = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const holds = (when: When, answers: Readonly<Record<string, Answer>>): boolean =>
  Object.entries(when).every(([question, wanted]) => [wanted].flat().includes(answers[question]));

function kept(value: unknown, answers: Readonly<Record<string, Answer>>): unknown {
  if (Array.isArray(value))
    return value.filter((one) => !isObject(one) || !isCondition(one.when) || holds(one.when, answers)).map((one) => kept(one, answers));
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    // A table may have a column of that name: its cells are texts.
    .filter(([key, one]) => key !== 'when' || !isCondition(one))
    .map(([key, one]) => [key, kept(one, answers)] as const)
    // A list that is left empty is as if it had never been there, but for those that must be.
    .filter(([key, one]) => !Array.isArray(one) || one.length > 0 || key === 'duties' || !hadEntries(value[key]));
  return Object.fromEntries(entries);
}

/** What an entry hangs on; a text in several languages under the same key is none. */
const languages = new Set(['ru', 'en', 'nl', 'en-US']);
const isCondition = (value: unknown): value is When => isObject(value) && !Object.keys(value).every((key) => languages.has(key));

const hadEntries = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** The texts of an entry by which people know it. */
const headings = ['text', 'essence', 'topic', 'name', 'title', 'heading', 'party', 'event'];

function marked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marked);
  if (!isObject(value)) return value;
  const entry = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one)]));
  if (!isCondition(value.when)) return entry;
  for (const key of headings) if (entry[key] !== undefined) entry[key] = withMark(entry[key] as Text);
  return entry;
}

const withMark = (text: Text): Text =>
  typeof text === 'string'
    ? text + openMark
    : (Object.fromEntries(Object.entries(text).map(([language, words]) => [language, `${words}${openMark}`])) as Text);

/** Shares of measures that are gone go to the others in proportion, rounded to whole numbers that add up to 100. */
function reweighted(kpis: NonNullable<Role['kpis']>): NonNullable<Role['kpis']> {
  const sum = kpis.reduce((total, { weight = 0 }) => total + weight, 0);
  if (sum === 0 || sum === 100) return kpis;
  const exact = kpis.map(({ weight = 0 }) => (weight * 100) / sum);
  const whole = exact.map(Math.floor);
  const byRest = exact.map((share, at) => ({ at, rest: share % 1 })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  const left = 100 - whole.reduce((total, one) => total + one, 0);
  for (const { at } of byRest.slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return kpis.map((kpi, at) => (kpi.weight === undefined ? kpi : { ...kpi, weight: whole[at] ?? 0 }));
}
