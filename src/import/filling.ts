/** Texts in brackets, which stand for what a file does not say, and the words that somebody writes in their place. */
import type { Role } from '../role/role.generated.js';
import { clauseOf } from './clause-form.js';
import { idsIn } from './comparison.js';
import { freeName } from './draft-values.js';
import type { ClauseForm } from './formed.js';
import { isRecord, valueAt } from './pointer.js';
import { postTitle } from './posts.js';
import type { Rules } from './rules.js';
import type { Understanding } from './understand.js';
import { longestText } from './work.js';

export interface Bracket {
  /** JSON pointer to the text in brackets: of a post, to its title. */
  readonly pointer: string;
  /** Where it stands in the role: of a post, where it is named. */
  readonly place: string;
  readonly text: string;
}

/** By the pointer of a text in brackets: the words for it. */
export type Texts = ReadonlyMap<string, string>;

const isBracketed = (text: string): boolean => text.includes('[');

/** All texts in brackets below a pointer that the draft had to fill. */
export function bracketsAt(draft: Role, filled: string): readonly Bracket[] {
  const found: Bracket[] = [];
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value === 'string') {
      const title = Object.hasOwn(draft.posts, value) ? draft.posts[value]?.title : undefined;
      if (typeof title === 'string' && isBracketed(title)) found.push({ pointer: `/posts/${value}/title`, place: filled, text: title });
      else if (isBracketed(value)) found.push({ pointer, place: pointer, text: value });
    } else if (Array.isArray(value)) value.forEach((one, at) => walk(one, `${pointer}/${at}`));
    else if (isRecord(value)) for (const [key, one] of Object.entries(value)) walk(one, `${pointer}/${key}`);
  };
  walk(valueAt(draft, filled), filled);
  return found;
}

/** The draft and its report with words in the place of brackets; ids that were made for brackets are made of the words. */
export function withTexts(understood: Understanding, texts: Texts, rules: Rules): Understanding {
  const draft = structuredClone(understood.draft);
  const filled = understood.report.filled.flatMap((pointer) => {
    const brackets = bracketsAt(draft, pointer);
    const open = brackets.filter((one) => !write(draft, one, texts.get(one.pointer) ?? '', rules));
    if (brackets.length === 0 || open.length === brackets.length) return [pointer];
    // How it is done was assumed together with who does it.
    const assumed = pointer === '/appointment' ? ['/appointment/instrument'] : [];
    return [...open.map(({ place }) => place.replace(/\/text$/, '')), ...assumed];
  });
  return { ...understood, draft, report: { ...understood.report, filled } };
}

/** The forms of texts that are more than a phrase. */
const forms: readonly (readonly [RegExp, ClauseForm])[] = [
  [/^\/knowledge\//, 'knowledge'],
  [/^\/duties\/\d+\/duties\//, 'duty'],
  [/^\/rights\//, 'right'],
  [/^\/responsibility\//, 'liability'],
];

/** False for what says nothing, is itself in brackets, or is too long. */
function write(draft: Role, { pointer }: Bracket, said: string, rules: Rules): boolean {
  if (said.trim() === '' || isBracketed(said) || said.length > longestText) return false;
  const [, post] = /^\/posts\/([^/]+)\/title$/.exec(pointer) ?? [];
  if (post !== undefined) return renamed(draft, post, postTitle(said, 'nominative', rules) ?? clauseOf(said, 'phrase', rules).text);
  const form = forms.find(([of]) => of.test(pointer))?.[1] ?? 'phrase';
  const { text } = clauseOf(said, form, rules);
  const steps = pointer.split('/');
  const owner = valueAt(draft, steps.slice(0, -1).join('/'));
  if (text === '' || typeof owner !== 'object' || owner === null) return false;
  Reflect.set(owner, steps.at(-1) ?? '', text);
  if (steps.length > 2 && isRecord(owner) && typeof owner['id'] === 'string') {
    const taken = new Set(idsIn(draft));
    Reflect.set(
      owner,
      'id',
      freeName(text, owner['id'], (one) => taken.has(one)),
    );
  }
  return true;
}

/** Gives a post its title, and the id that goes with it; a post of that title is it. */
function renamed(draft: Role, post: string, title: string): boolean {
  if (title === '') return false;
  const known = Object.entries(draft.posts).find(([id, one]) => id !== post && one.title === title)?.[0];
  const id = known ?? freeName(title, post, (one) => one !== post && Object.hasOwn(draft.posts, one));
  const posts = Object.entries(draft.posts).flatMap(([one, its]) =>
    one !== post ? [[one, its] as const] : known === undefined ? [[id, { ...its, title }] as const] : [],
  );
  Reflect.set(draft, 'posts', Object.fromEntries(posts));
  const replace = (value: unknown): unknown => {
    if (value === post) return id;
    if (Array.isArray(value)) return [...new Set(value.map(replace))];
    return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replace(one)])) : value;
  };
  for (const key of ['appointment', 'reportsTo', 'subordinates', 'deputising'] as const)
    if (draft[key] !== undefined) Reflect.set(draft, key, replace(draft[key]));
  return true;
}
