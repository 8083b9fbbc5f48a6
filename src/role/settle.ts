/**
 * A role as one organisation has it: its questions answered, so that entries which hang on another answer are gone and
 * texts can name the answers. A blank form keeps every entry and marks those that may not apply.
 */
import { locales } from '../document/document.js';
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

/** The role with each entry gone that hangs on another answer, or that another country has. */
export function settled(role: Role, answers: Settlement, jurisdiction: string): Role {
  const left = reporting(kept(role, answers, jurisdiction) as Role, role.posts, answers);
  return answers || !role.questions ? left : (marked(left) as Role);
}

/** The role without the posts that report to it only under another answer. */
function reporting(role: Role, posts: Role['posts'], answers: Settlement): Role {
  if (answers === null || !role.subordinates) return role;
  const { subordinates, ...others } = role;
  const left = subordinates.filter((ref) => !isCondition(posts[ref]?.when) || holds(posts[ref].when, answers));
  return left.length > 0 ? { ...role, subordinates: left } : others;
}

type When = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const holds = (when: When, answers: Readonly<Record<string, Answer>>): boolean =>
  Object.entries(when).every(([question, wanted]) => [wanted].flat().includes(answers[question]));

/** What nothing is taken from stays the very same: to copy all of a role takes a tenth of the time in which its paper is assembled. */
function kept(value: unknown, answers: Settlement, jurisdiction: string): unknown {
  if (Array.isArray(value)) {
    const stays = (one: unknown): boolean => {
      if (!isObject(one)) return true;
      if (Array.isArray(one.jurisdictions) && !one.jurisdictions.includes(jurisdiction)) return false;
      return answers === null || !isCondition(one.when) || holds(one.when, answers);
    };
    const left = value.filter(stays).map((one) => kept(one, answers, jurisdiction));
    return left.length === value.length && left.every((one, at) => one === value[at]) ? (value as unknown) : left;
  }
  if (!isObject(value)) return value;
  let other: Record<string, unknown> | null = null;
  for (const key in value) {
    const one = value[key];
    if (typeof one !== 'object') continue;
    // A table may have a column of that name: its cells are texts.
    const isSettled = key === 'when' && answers !== null && isCondition(one);
    const left = kept(one, answers, jurisdiction);
    if (left === one && !isSettled) continue;
    // A list that is left empty is as if it had never been there, but for those that must be.
    const isGone = isSettled || (Array.isArray(left) && left.length === 0 && !required.has(key));
    other ??= { ...value };
    if (isGone) Reflect.deleteProperty(other, key);
    else other[key] = left;
  }
  return other ?? value;
}

/** Lists that a role cannot be without. */
const required = new Set(['duties', 'rights', 'responsibility', 'knowledge', 'stages', 'steps', 'options']);

/** What an entry hangs on; a text in several languages under the same key is none. */
const languages = new Set<string>([...locales, 'en-US']);
const isCondition = (value: unknown): value is When => isObject(value) && !Object.keys(value).every((key) => languages.has(key));

/** Whether some entry hangs on an answer. */
export const hasOpenEntries = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(hasOpenEntries)
    : isObject(value) && (isCondition(value.when) || Object.values(value).some(hasOpenEntries));

/** The texts of an entry by which people know it. */
const headings = ['text', 'essence', 'topic', 'name', 'title', 'heading', 'party', 'event'];

/** What has no such entry stays the very same. */
function marked(value: unknown): unknown {
  if (Array.isArray(value)) {
    const all = value.map(marked);
    return all.every((one, at) => one === value[at]) ? (value as unknown) : all;
  }
  if (!isObject(value)) return value;
  let other: Record<string, unknown> | null = null;
  for (const key in value) {
    const one = marked(value[key]);
    if (one !== value[key]) (other ??= { ...value })[key] = one;
  }
  if (!isCondition(value.when)) return other ?? value;
  const entry = other ?? { ...value };
  for (const key of headings) if (entry[key] !== undefined) entry[key] = withMark(entry[key] as Text);
  return entry;
}

const withMark = (text: Text): Text =>
  typeof text === 'string'
    ? text + openMark
    : Object.fromEntries(Object.entries(text).map(([language, words]) => [language, `${words}${openMark}`]));
