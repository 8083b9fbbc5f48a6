/** `register plan …`: the onboarding of somebody, from its beginning to its end. */
import { answersFor, diagnostic, nearest } from 'rolewright';
import { makePlanLink, planReaders, revokePlanLinks } from '../../access/plan-links.js';
import type { PlanReader } from '../../access/plan-links.js';
import { isLate, isSettled, openUntil } from '../../life/plan.js';
import { addressOf } from '../../post/by-link.js';
import { mailPlan } from '../../post/plan-mail.js';
import { nameIn, personMeant } from '../../register/find.js';
import type { Someone } from '../../register/find.js';
import {
  beginPlan,
  endPlan,
  forgetNotes,
  movePlan,
  movesPost,
  nameHelper,
  notePlan,
  planById,
  planMeant,
  refuseDayOff,
  refuseStrangeDay,
  shownPlan,
} from '../../register/plan.js';
import type { Made, PlanMeant } from '../../register/plan.js';
import type { SeenPlan } from '../../register/plan-words.js';
import { orRefuse, refusal } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { table } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { distanceFor } from './by-link.js';

export interface PlanOptions extends CommonOptions {
  readonly role?: string;
  readonly mentor?: string;
  readonly head?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly undo?: boolean;
  readonly note?: string;
  readonly result?: string;
  readonly for?: string;
  readonly reason?: string;
  /** Goes on where something is asked about. */
  readonly yes?: boolean;
}

interface Asked {
  readonly person: Someone;
  readonly task: string | undefined;
  readonly options: PlanOptions;
  readonly setting: Setting;
  readonly counter: Counter;
}

type Own = Exclude<keyof PlanOptions, keyof CommonOptions> | 'on';

/** What can be done with a plan, and which options say more of it. */
const deeds: Readonly<Record<string, { readonly run: (asked: Asked) => Promise<Answer>; readonly takes: readonly Own[] }>> = {
  start: { run: start, takes: ['on', 'role', 'mentor', 'email', 'phone', 'yes'] },
  show: {
    run: async ({ person, setting, counter }) => shown(await planMeant(person, setting, { ended: true }), setting, counter),
    takes: [],
  },
  tick: { run: tick, takes: ['note', 'result', 'undo', 'yes'] },
  move: { run: move, takes: ['on', 'yes'] },
  helper: { run: helper, takes: ['mentor', 'head', 'email', 'phone'] },
  link: { run: link, takes: ['for'] },
  mail: { run: mail, takes: ['for'] },
  revoke: { run: revoke, takes: ['for'] },
  end: { run: end, takes: ['reason'] },
  forget: { run: forget, takes: [] },
};
const all: readonly Own[] = ['on', 'role', 'mentor', 'head', 'email', 'phone', 'note', 'result', 'undo', 'for', 'reason', 'yes'];

/** Throws a Refusal for an option that says nothing of a deed: it would be passed over in silence. */
function refuseOther(deed: string, takes: readonly Own[], options: PlanOptions): void {
  const other = all.find((one) => options[one] !== undefined && !takes.includes(one));
  if (other === undefined) return;
  const known = takes.map((one) => `--${one}`).join(', ');
  throw refusal('register-plan-option', { option: `--${other}`, deed, known: known === '' ? 'none' : known });
}

export const planDeeds = Object.keys(deeds).join('|');

export async function planOf(
  deed: string,
  written: string,
  task: string | undefined,
  options: PlanOptions,
  counter: Counter,
): Promise<Answer> {
  const found = Object.hasOwn(deeds, deed) ? deeds[deed] : undefined;
  const known = Object.keys(deeds);
  if (!found)
    orRefuse([
      diagnostic('unknown-option-value', { option: 'plan', value: deed, known: known.join(', '), nearest: nearest(deed, known, 2) ?? '' }),
    ]);
  return await counter.withRegister(options, async (setting) => {
    if (!found) throw new TypeError(`no deed ${deed}`);
    refuseOther(deed, found.takes, options);
    const person = await personMeant(written, setting);
    return await found.run({ person, task, options, setting, counter });
  });
}

const named = ({ person, counter: { language } }: Asked): { readonly person: string } => ({ person: nameIn(person, language) });

async function start(asked: Asked): Promise<Answer> {
  const { person, options, setting, counter } = asked;
  const { role, mentor, email, phone } = options;
  const helper =
    mentor === undefined ? undefined : { name: mentor, ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
  const firstDay = options.on === undefined ? undefined : counter.day(options.on);
  if (options.yes !== true) await refuseStrangeDay(person, { role, firstDay }, setting);
  const id = await beginPlan(person, { role, firstDay, mentor: helper }, setting);
  const meant = await planById(id, setting.storage.read);
  if (!meant) throw new TypeError(`no plan ${id}`);
  const { data, lines = [] } = await shown(meant, setting, counter);
  const count = meant.state.tasks.length;
  return { data, lines, note: counter.say('told.planBegun', { ...named(asked), count, day: counter.dayInWords(meant.state.firstDay) }) };
}

/** So many of what is to do next are told with what was done. */
const mostNext = 3;

/** The plan as it is, a line for each task in the order of their days; or for the one that something was done to. */
async function shown(meant: PlanMeant, setting: Setting, counter: Counter, only?: string): Promise<Answer> {
  const { state, holder } = meant;
  const plan = shownPlan(meant, setting, counter.language);
  const { say } = counter;
  const all = plan.stages
    .flatMap(({ title, tasks }) => tasks.map((task) => ({ stage: title, ...task })))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
  const rows = all.filter(({ id }) => only === undefined || id === only);
  const next = only === undefined ? [] : all.filter((task) => task.id !== only && !isSettled(task)).slice(0, mostNext);
  const word = (task: (typeof rows)[number]): string =>
    say(
      `plan.${isSettled(task) ? 'done' : task.checks.at(-1)?.result === 'failed' ? 'failed' : isLate(task, setting.today) ? 'late' : 'open'}`,
    );
  return {
    data: {
      ...{
        plan: state.id,
        state: state.state,
        person: holder.person.id,
        role: state.role,
        firstDay: state.firstDay,
        helpers: state.helpers,
      },
      tasks: plan.stages
        .flatMap(({ title, tasks }) => tasks.map((task) => ({ stage: title, ...task })))
        .map(({ id, what, stage, text, owner, due, of, loose, when, basis, done, ticks, notes, files, checks }) => ({
          ...{ id, what, stage, text, owner, due, of: of ?? 'role', dated: loose !== true, when, basis },
          ...{ done: done?.made ?? null, ticks, notes, files, checks },
        })),
    },
    lines: table([
      [say('columns.state'), say('columns.due'), say('columns.task'), say('columns.who'), say('columns.id')],
      ...rows.map((task) => [
        word(task),
        task.loose ? say('plan.noDay') : task.due,
        task.loose ? `${task.text} (${task.when})` : task.text,
        task.by,
        task.id,
      ]),
    ]),
    note: [
      progress(plan, counter),
      ...next.map(({ id, due, text, by }) => say('told.planNext', { id, day: counter.dayInWords(due), text, by })),
      ...state.helpers.map((one) => say('told.planLooksAfter', { name: one.name, as: one.as })),
      ...(state.state === 'running' && state.tasks.some((task) => task.of === 'acquaintance' && !isSettled(task))
        ? [say('told.planAcquaints')]
        : []),
      ...(state.state === 'ended' ? [say('told.planOver')] : []),
    ].join('\n'),
  };
}

function progress({ stages }: SeenPlan, { say }: Counter): string {
  const own = stages.flatMap(({ tasks }) => tasks).filter(({ owner }) => answersFor('new-hire', owner));
  return say('told.planProgress', { done: own.filter(isSettled).length, count: own.length });
}

/** Ticks a task, takes the tick back, or notes words or a result: for whoever could not do so. */
async function tick(asked: Asked): Promise<Answer> {
  const { person, task, options, setting } = asked;
  const meant = await planMeant(person, setting);
  if (task === undefined) throw refusal('register-plan-task', { tasks: meant.state.tasks.map(({ id }) => id).join(', ') });
  const { note, result, undo } = options;
  refuseEarly(meant, task, asked);
  if (result !== undefined && result !== 'passed' && result !== 'failed')
    orRefuse([diagnostic('unknown-option-value', { option: '--result', value: result, known: 'passed, failed', nearest: '' })]);
  const made: Made[] =
    result !== undefined
      ? [{ kind: 'task-checked', item: task, result: result as 'passed' | 'failed', words: note }]
      : [
          ...(note !== undefined ? [{ kind: 'task-noted', item: task, words: note } as const] : []),
          ...(note !== undefined && undo !== true ? [] : [{ kind: undo ? 'task-unticked' : 'task-ticked', item: task } as const]),
        ];
  await notePlan(meant.state.id, made, { as: 'hr', name: setting.actor.name }, setting);
  return await again(asked);
}

/** What belongs to the days after the first one is hardly done before it: that is asked about. Papers may be read ahead. */
function refuseEarly({ state }: PlanMeant, id: string, { options, setting, counter, person }: Asked): void {
  const isWords = options.note !== undefined && options.result === undefined;
  if (options.yes === true || options.undo === true || isWords || setting.today >= state.firstDay) return;
  const task = state.tasks.find((one) => one.id === id);
  if (task === undefined || task.due <= state.firstDay || !answersFor('new-hire', task.owner)) return;
  throw refusal('register-plan-early', { person: nameIn(person, counter.language), day: counter.dayInWords(state.firstDay) });
}

async function again({ person, task, setting, counter }: Asked): Promise<Answer> {
  return await shown(await planMeant(person, setting), setting, counter, task);
}

async function move(asked: Asked): Promise<Answer> {
  const { person, options, setting, counter } = asked;
  const meant = await planMeant(person, setting);
  const day = options.on === undefined ? undefined : counter.day(options.on);
  if (day !== undefined && options.yes !== true) refuseDayOff(meant.holder, day, setting);
  const post = day !== undefined && movesPost(meant, day, setting) ? 'moved' : 'same';
  await movePlan(meant, day, setting);
  const answer = await again({ ...asked, task: undefined });
  const now = await planMeant(person, setting);
  const kept = now.state.tasks.filter(isSettled).length;
  return { ...answer, note: counter.say('told.planMoved', { ...named(asked), day: counter.dayInWords(now.state.firstDay), kept, post }) };
}

async function helper(asked: Asked): Promise<Answer> {
  const { person, options, setting, counter } = asked;
  const { mentor, head, email, phone } = options;
  const name = mentor ?? head;
  if (name === undefined) throw refusal('register-plan-helper');
  const meant = await planMeant(person, setting);
  const as = mentor === undefined ? 'head' : 'mentor';
  await nameHelper(meant, { as, name, ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) }, setting);
  return { data: { plan: meant.state.id, as, name }, note: counter.say('told.planHelper', { ...named(asked), name }) };
}

/** Whom a link is for. Throws a Refusal for whom there is none. */
function readerIn<T extends string>(written: string, known: readonly T[]): T {
  const found = known.find((one) => one === written);
  if (found === undefined)
    throw refusal('unknown-option-value', {
      option: '--for',
      value: written,
      known: known.join(', '),
      nearest: nearest(written, known, 2) ?? '',
    });
  return found;
}

async function link(asked: Asked): Promise<Answer> {
  const { person, options, setting, counter } = asked;
  const reader: PlanReader = readerIn(options.for ?? 'new-hire', planReaders);
  const address = addressOf(distanceFor(setting, counter));
  const { state } = await planMeant(person, setting);
  const until = openUntil(state, setting.today);
  const { edge, change } = setting.storage;
  const lasts = Date.parse(`${until}T23:59:59.999Z`) - edge.now().getTime();
  const secret = await change((db) => makePlanLink({ plan: state.id, person: person.id, reader, lasts }, edge, db));
  const url = `${address}/w/${secret}/`;
  return {
    data: { plan: state.id, for: reader, link: url, until },
    lines: [url],
    note: counter.say('told.planLink', { ...named(asked), reader, until: counter.dayInWords(until) }),
  };
}

async function mail(asked: Asked): Promise<Answer> {
  const { person, options, setting, counter } = asked;
  const readers = options.for === undefined ? undefined : [readerIn(options.for, planReaders)];
  const meant = await planMeant(person, setting);
  const { sent, without } = await mailPlan(meant, { readers, environment: counter.terminal.environment }, setting);
  if (without.length > 0)
    counter.problems.push({
      code: 'register-plan-no-email',
      severity: 'warning',
      args: { people: without.map(({ name }) => name).join(', ') },
    });
  return {
    data: { plan: meant.state.id, sent, without },
    lines: sent.map(({ name, to }) => `${name} ${to}`),
    note: counter.say('told.planMailed', { ...named(asked), n: sent.length }),
  };
}

async function revoke(asked: Asked): Promise<Answer> {
  const { person, options, setting, counter } = asked;
  const { state } = await planMeant(person, setting, { ended: true });
  const which = options.for === undefined ? undefined : readerIn(options.for, [...planReaders, 'calendar' as const]);
  const of = which === 'calendar' ? { door: which } : { reader: which };
  const n = await setting.storage.change((db) => revokePlanLinks(state.id, of, setting.storage.edge.now(), db));
  return { data: { plan: state.id, revoked: n }, note: counter.say('told.planRevoked', { ...named(asked), n }) };
}

async function end(asked: Asked): Promise<Answer> {
  const { person, options, setting, counter } = asked;
  const meant = await planMeant(person, setting);
  await endPlan(meant, options.reason, setting);
  return { data: { plan: meant.state.id, state: 'ended' }, note: counter.say('told.planEnded', { ...named(asked), ...tally(meant) }) };
}

/** How many of all tasks are done. */
const tally = ({ state: { tasks } }: PlanMeant) => ({ done: tasks.filter(isSettled).length, count: tasks.length });

async function forget(asked: Asked): Promise<Answer> {
  const { person, setting, counter } = asked;
  const meant = await planMeant(person, setting, { ended: true });
  const n = await forgetNotes(meant, setting);
  return { data: { plan: meant.state.id, erased: n }, note: counter.say('told.planForgotten', { ...named(asked), n }) };
}
