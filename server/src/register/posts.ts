/**
 * The posts of a person, as a list has them: what is held stays, with its data put right where the list has them otherwise. That somebody
 * has moved is believed where a day says since when; a department that was only named otherwise is no move.
 */
import { addDays, nearest, slugOf } from 'rolewright';
import type { Diagnostic, PersonRow } from 'rolewright';
import type { Draft } from '../life/events.js';
import type { Queries } from '../storage/queries.js';
import type { Transaction } from '../storage/storage.js';
import type { ViewRow } from '../storage/tables.js';
import { lifeOf, livesOf, permitted } from './ask.js';
import { nameIn } from './find.js';
import type { Someone } from './find.js';
import type { PeopleOptions } from './people.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';
import { departmentLabel, roleTitle } from './titles.js';

/** A post as a row of a list names it. */
export interface Post {
  readonly role: string;
  readonly department: string | undefined;
  readonly position: string | undefined;
  /** The first day that the row names, which is that of hiring as a rule. */
  readonly from: string | undefined;
}

type Holding = ViewRow<'holding'>;

/** Posts that are given up for others, or for none. */
export interface Move {
  readonly row: number;
  readonly person: string;
  readonly before: readonly Holding[];
  readonly after: readonly Post[];
  /** The first day in the new posts; null where nobody has said it. */
  readonly day: string | null;
}

export interface Posting {
  /** One for each post. */
  readonly rows: readonly PersonRow[];
  readonly id: string;
  readonly held: readonly Holding[];
  readonly options: Pick<PeopleOptions, 'on' | 'isDayOfList' | 'movesOn' | 'putRight'>;
}

export interface Posted {
  readonly drafts: readonly Draft[];
  /** Null where nobody moves. */
  readonly move: Move | null;
}

/** What a list changes about the posts of a person; nothing of a move that has no day. */
export async function postsOf({ rows, id, held, options }: Posting, setting: Setting, tx: Transaction): Promise<Posted> {
  const open = new Set(held);
  const take = (fits: (one: Holding) => boolean): Holding | undefined => {
    const found = [...open].find(fits);
    if (found) open.delete(found);
    return found;
  };
  const named = rows.map(({ person, role }) => ({
    role,
    department: departmentIn(person),
    position: person.position,
    from: person.hireDate,
  }));
  const stays = named.map((post) => take((one) => isPost(one, post)));
  const drafts: Draft[] = [];
  const after: Post[] = [];
  for (const [at, post] of named.entries()) {
    const exact = stays[at];
    if (!exact && held.some((other) => isPost(other, post))) continue;
    const one = exact ?? take((other) => isSlipOf(other, post, options.putRight ?? false, setting));
    if (!one) after.push(post);
    else if (options.putRight) drafts.push(...(await healed(one, post, id, setting, tx)));
    else drafts.push(...(await corrected(one, { ...post, ...(await movedTo(one, id, tx)) }, setting, tx)));
  }
  // A post that is held twice comes from a row that stood twice in a list: the second never was one.
  for (const one of open)
    if (stays.some((other) => other && other.role === one.role && other.department === one.department && other.position === one.position)) {
      open.delete(one);
      drafts.push(await neverHeld(one, setting, tx));
    }
  const before = [...open];
  if (held.length === 0 || (after.length === 0 && before.length === 0))
    return { drafts: [...drafts, ...(await taken(after, id, ({ from }) => from ?? options.on, setting, tx))], move: null };
  if (options.putRight) return { drafts: [...drafts, ...(await exchanged({ before, after, id, options }, setting, tx))], move: null };
  // Whoever has another post besides begins in it when the list says, if only by the day that it is of.
  const said = options.isDayOfList && !isNamedOtherwise(before, after, setting) ? options.on : null;
  const day = options.movesOn ?? dayOf(after, held) ?? (before.length === 0 ? options.on : said);
  const move = before.length === 0 ? null : { row: rows[0]?.row ?? 0, person: id, before, after, day };
  if (day === null) return { drafts: [], move };
  for (const one of before) {
    const last = addDays(day, -1);
    const to = last < (one.from_day ?? '') ? (one.from_day ?? day) : last;
    drafts.push(await givenUp(one, to, setting, tx));
  }
  return { drafts: [...drafts, ...(await taken(after, id, () => day, setting, tx))], move };
}

/** Whether it is rather the department that is called otherwise, since none is called as it was. */
const isNamedOtherwise = (before: readonly Holding[], after: readonly Post[], setting: Setting): boolean =>
  (setting.workplace.organisation?.departments ?? []).length > 0 &&
  before.some(
    ({ role, department }) => department !== null && !isDepartment(department, setting) && after.some((post) => post.role === role),
  );

/** The day that the rows name themselves for posts that are new: one after those of the posts that were held. */
function dayOf(after: readonly Post[], held: readonly Holding[]): string | null {
  const before =
    held
      .map(({ from_day }) => from_day ?? '')
      .sort()
      .at(-1) ?? '';
  const days = after.flatMap(({ from }) => (from === undefined ? [] : [from])).sort();
  const [first] = days;
  return first !== undefined && days.length === after.length && first > before ? first : null;
}

async function taken(
  posts: readonly Post[],
  person: string,
  since: (post: Post) => string,
  { actor, today }: Setting,
  tx: Transaction,
): Promise<readonly Draft[]> {
  // The person is made known in the same breath.
  const context = { today, rules: await rulesIn(tx), person: { state: 'employed', leftOn: null } } as const;
  const drafts: Draft[] = [];
  for (const post of posts) {
    const object = tx.newId('holding');
    const { role, department, position } = post;
    const payload = { person, role, from: since(post), ...(department && { department }), ...(position !== undefined && { position }) };
    const draft = { actor: actor.id, kind: 'post-taken', object, payload } as const;
    drafts.push(permitted<'post-taken'>({ life: await lifeOf('holding', object, tx), draft, context }));
  }
  return drafts;
}

async function givenUp({ id }: Holding, to: string, { actor, today }: Setting, tx: Transaction): Promise<Draft> {
  const draft = { actor: actor.id, kind: 'post-left', object: id, payload: { to } } as const;
  return permitted<'post-left'>({ life: await lifeOf('holding', id, tx), draft, context: { today, rules: await rulesIn(tx) } });
}

/** Posts that were noted wrongly never were: those that the list names were held in their place from their first day on. */
async function exchanged(
  { before, after, id, options }: Pick<Move, 'before' | 'after'> & Pick<Posting, 'id' | 'options'>,
  setting: Setting,
  tx: Transaction,
): Promise<readonly Draft[]> {
  const first = before.map(({ from_day }) => from_day ?? options.on).sort()[0];
  const drafts: Draft[] = [];
  for (const one of before) drafts.push(await neverHeld(one, setting, tx));
  return [...drafts, ...(await taken(after, id, ({ from }) => first ?? from ?? options.on, setting, tx))];
}

/** The day before the first is the last of a post that was never begun. */
const neverHeld = (one: Holding, setting: Setting, tx: Transaction): Promise<Draft> =>
  givenUp(one, addDays(one.from_day ?? setting.today, -1), setting, tx);

/** Whether somebody was in the post at all. */
const isBegun = ({ from_day, to_day }: Holding): boolean => to_day === null || from_day === null || to_day >= from_day;

/**
 * A post with what the list has otherwise of it. Where it was noted as one that somebody moved to, only since its department was called as
 * none is, they have held it from the first day of the one before.
 */
async function healed(one: Holding, post: Post, person: string, setting: Setting, tx: Transaction): Promise<readonly Draft[]> {
  const before = (await beforeMove(one, person, tx)).filter(
    ({ role, department }) => role === one.role && !isDepartment(department, setting),
  );
  const [first] = before;
  if (first?.from_day == null) return await corrected(one, { ...post, ...(await movedTo(one, person, tx)) }, setting, tx);
  const gone: Draft[] = [];
  for (const other of before) gone.push(await neverHeld(other, setting, tx));
  return [...gone, ...(await corrected(one, { ...post, from: first.from_day }, setting, tx))];
}

type Moves = Pick<Queries, 'holdingsOf' | 'eventsOfEach'>;

/** The posts that were given up in the same breath as this one was taken. */
export async function beforeMove(one: Holding, person: string, read: Moves): Promise<readonly Holding[]> {
  const holdings = await read.holdingsOf(person);
  const lives = await livesOf(
    'holding',
    holdings.map(({ id }) => id),
    read,
  );
  const at = lives.get(one.id)?.last['post-taken']?.at;
  return holdings.filter(
    (other) => other.id !== one.id && other.to_day !== null && isBegun(other) && lives.get(other.id)?.last['post-left']?.at === at,
  );
}

/** Whether the post that somebody holds is one that they were noted as having moved to, which can be taken back. */
export async function hasMoved(person: string, read: Moves): Promise<boolean> {
  for (const one of await read.holdingsOf(person)) if (one.to_day === null && (await beforeMove(one, person, read)).length > 0) return true;
  return false;
}

/**
 * Somebody was noted as having moved who has not: they hold the posts from before, and were never in those after. Gives the posts that
 * they hold again. Throws a Refusal where no move was noted.
 */
export async function undoMove(person: Someone, setting: Setting): Promise<readonly Holding[]> {
  const { storage, actor, today, language } = setting;
  return await storage.transaction(async (tx) => {
    const held = (await tx.holdingsOf(person.id)).filter(({ to_day }) => to_day === null);
    const moves = [];
    for (const one of held) moves.push({ one, before: await beforeMove(one, person.id, tx) });
    const noted = moves.filter(({ before }) => before.length > 0);
    const last = noted
      .map(({ one }) => one.from_day ?? '')
      .sort()
      .at(-1);
    const undone = noted.filter(({ one }) => one.from_day === last);
    if (undone.length === 0) throw refusal('register-no-move', { person: nameIn(person, language) });
    const again = [...new Map(undone.flatMap(({ before }) => before.map((one) => [one.id, one] as const))).values()];
    const context = { today, rules: await rulesIn(tx) };
    const drafts: Draft[] = [];
    for (const { one } of undone) drafts.push(await neverHeld(one, setting, tx));
    for (const { id } of again) {
      const draft = { actor: actor.id, kind: 'post-restored', object: id, payload: {} } as const;
      drafts.push(permitted<'post-restored'>({ life: await lifeOf('holding', id, tx), draft, context }));
    }
    await tx.append(drafts);
    return again;
  });
}

const departmentIn = ({ department }: PersonRow['person']): string | undefined =>
  typeof department === 'string' ? slugOf(department) : undefined;

const isPost = (one: Holding, { role, department, position }: Post): boolean =>
  one.role === role && (department === undefined || one.department === department) && (position === undefined || one.position === position);

/** So many letters of the name of a department may be a slip. */
const slip = 2;

const isDepartment = (id: string | null, { workplace }: Setting): boolean =>
  workplace.organisation?.departments?.some((one) => one.id === id) ?? false;

/** What a department is called, as ids. */
function callingsOf(id: string, { workplace }: Setting): readonly string[] {
  const name = workplace.organisation?.departments?.find((one) => one.id === id)?.name;
  const names = name === undefined ? [] : typeof name === 'string' ? [name] : Object.values(name);
  return [id, ...names.map(slugOf)];
}

const isCalled = (was: string, callings: readonly string[]): boolean => callings.includes(was) || nearest(was, callings, slip) !== '';

/**
 * Whether a post is the one that is held, put right: its department or position was open, or its department was called as none is, and as
 * this one is or nearly so. Where somebody has said that posts were noted wrongly, any other department of the same role.
 */
function isSlipOf(one: Holding, { role, department, position }: Post, putRight: boolean, setting: Setting): boolean {
  const was = one.department;
  const isSameDepartment =
    putRight ||
    department === undefined ||
    was === null ||
    was === department ||
    (!isDepartment(was, setting) && isCalled(was, callingsOf(department, setting)));
  const isSamePosition = putRight || position === undefined || one.position === null || one.position === position;
  return one.role === role && isSameDepartment && isSamePosition;
}

/** Whoever moved into a post began there on another day than the one on which they were hired, which a list goes on naming. */
async function movedTo(one: Holding, id: string, tx: Transaction): Promise<{ readonly from?: undefined }> {
  const others = (await tx.holdingsOf(id)).filter((other) => other.id !== one.id);
  return others.some((other) => other.to_day !== null && isBegun(other)) ? { from: undefined } : {};
}

/** What a list has otherwise of a post that stays. */
async function corrected(one: Holding, { department, position, from }: Post, { actor, today }: Setting, tx: Transaction): Promise<Draft[]> {
  const payload = {
    ...(from !== undefined && from !== one.from_day && { from }),
    ...(department !== undefined && department !== one.department && { department }),
    ...(position !== undefined && position !== one.position && { position }),
  };
  if (Object.keys(payload).length === 0) return [];
  // The last correction says all that the ones before it did of the first day, which guards go by.
  const said = one.from_day === null ? payload : { from: one.from_day, ...payload };
  const draft = { actor: actor.id, kind: 'post-corrected', object: one.id, payload: said } as const;
  const context = { today, rules: await rulesIn(tx) };
  return [permitted<'post-corrected'>({ life: await lifeOf('holding', one.id, tx), draft, context })];
}

/** So many of those who seem to have moved are named. */
const shown = 8;

/** Asks of whom nobody has said from which day on they are in another post. */
export function movesAsked(
  asks: readonly Move[],
  everyone: readonly Someone[],
  { file }: Pick<PeopleOptions, 'file'>,
  setting: Setting,
): readonly Diagnostic[] {
  if (asks.length === 0) return [];
  const people = asks.slice(0, shown).map((move) => movedInWords(move, everyone, setting));
  return [
    {
      code: 'register-moves-asked',
      severity: 'warning',
      args: { count: asks.length, people: `${people.join('; ')}${asks.length > shown ? ' …' : ''}` },
      ...(file !== undefined && { file }),
    },
  ];
}

/** `sales manager, [purchasing]`: a department that the organisation lacks is shown all the same. */
export const postInWords = (
  { role, department }: { readonly role: string | null; readonly department?: string | null | undefined },
  { language, workplace, desk }: Setting,
): string =>
  [roleTitle(role ?? '', null, language, { workplace, desk }), departmentLabel(department ?? null, language, { workplace })]
    .filter(Boolean)
    .join(', ');

/** `Anna Smith (sales manager, Sales → sales manager, Field sales)`. */
export function movedInWords({ person, before, after }: Move, everyone: readonly Someone[], setting: Setting): string {
  const one = everyone.find(({ id }) => id === person);
  const called = (posts: readonly Parameters<typeof postInWords>[0][]): string =>
    posts.map((post) => postInWords(post, setting)).join(' + ');
  const to = after.length === 0 ? '–' : called(after);
  return `${one ? nameIn(one, setting.language) : person} (${called(before)} → ${to})`;
}
