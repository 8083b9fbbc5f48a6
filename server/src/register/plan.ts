/** Onboardings as they are lived: begun, moved, ticked, noted, checked, ended. */
import { addDays, formatDate } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Draft, Payloads, Recorded } from '../life/events.js';
import type { Helper, PlanPart, PlanState } from '../life/plan.js';
import { isShownTo, madeAt, planOf } from '../life/plan.js';
import type { State } from '../life/transitions.js';
import { dayInWords } from '../life/words.js';
import type { Queries } from '../storage/queries.js';
import type { Transaction } from '../storage/storage.js';
import type { ViewRow } from '../storage/tables.js';
import { lifeOf, permitted } from './ask.js';
import { localeOf } from './distance.js';
import { nameIn, someone } from './find.js';
import type { Someone } from './find.js';
import { spellingsOf } from './named.js';
import { mentorMeant } from './plan-mentor.js';
import { namedAlone } from './plan-files.js';
import { withAcknowledgements } from './plan-acquaintance.js';
import { plannedIn, seenPlan, toldPlan } from './plan-words.js';
import type { SeenPlan } from './plan-words.js';
import { employerOf, refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';
import { holdersIn } from './wanted.js';
import type { Holder } from './wanted.js';

/** A plan, whose it is, and in which post. */
export interface PlanMeant {
  readonly state: PlanState;
  readonly holder: Holder;
}

/** A plan by its id; null where there is none, or what it says has been erased. */
export async function planById(id: string, read: Queries): Promise<PlanMeant | null> {
  const lived = planOf((await read.eventsOf(id)) as readonly Recorded<'plan'>[]);
  if (!lived) return null;
  const state = await withAcknowledgements(lived, read);
  const [person, holding] = [await read.person(state.person), await read.holding(state.holding)];
  return person && holding ? { state, holder: { person: someone(person), holding } } : null;
}

/**
 * The plan of a person that runs, the one begun last where there are several; of those that have ended the last one, where it is to be read
 * alone. Throws a Refusal where there is none.
 */
export async function planMeant(
  person: Someone,
  { storage: { read }, language }: Pick<Setting, 'storage' | 'language'>,
  { ended = false }: { readonly ended?: boolean } = {},
): Promise<PlanMeant> {
  const plans = await read.plansOf(person.id);
  const running = plans.filter(({ state }) => state === 'running');
  const [last] = (running.length > 0 || !ended ? running : [...plans]).sort((one, other) => other.last_event - one.last_event);
  const found = last && (await planById(last.id, read));
  if (!found) throw refusal('register-no-plan', { person: nameIn(person, language), handle: person.externalId ?? person.id.slice(0, 10) });
  return found;
}

/** In which languages a plan is told: that which is asked for, the person’s, those of the employer. */
export const localesFor = (person: Someone, setting: Pick<Setting, 'workplace'>, asked?: Locale): readonly Locale[] => {
  const organisation = employerOf(setting);
  return [...(asked ? [asked] : []), localeOf(person, organisation), ...organisation.languages];
};

/** The plan in words. Throws a Refusal where the role cannot be read any more. */
export const shownPlan = ({ state, holder }: PlanMeant, setting: Pick<Setting, 'workplace' | 'desk' | 'press'>, asked?: Locale): SeenPlan =>
  seenPlan(
    state,
    toldPlan(holder, { locales: localesFor(holder.person, setting, asked), firstDay: state.firstDay, helpers: state.helpers }, setting),
  );

/** The post whose onboarding is meant. Throws a Refusal where the person holds none, or several. */
async function postMeant(person: Someone, role: string | undefined, { storage: { read }, today, language }: Setting): Promise<Holder> {
  const held = await holdersIn(read, { person: person.id, ...(role !== undefined && { role }) }, today);
  const [only, ...more] = held;
  const args = { person: nameIn(person, language), role: role ?? 'none' };
  if (!only) throw refusal('register-plan-no-post', args);
  if (more.length > 0)
    throw refusal('register-plan-which-post', { ...args, roles: held.map(({ holding }) => holding.role ?? '').join(', ') });
  return only;
}

export interface PlanBegun {
  readonly role?: string | undefined;
  /** The first day of work; that of the post where it is left out. */
  readonly firstDay?: string | undefined;
  /** As the list says where it is left out; null where there is to be none. */
  readonly mentor?: Omit<Helper, 'as'> | null | undefined;
}

/** Begins the onboarding of somebody in their post. Gives the id of the plan. */
export async function beginPlan(person: Someone, { role, firstDay, mentor }: PlanBegun, setting: Setting): Promise<string> {
  const holder = await postMeant(person, role, setting);
  const { holding } = holder;
  const { told, job } = toldPlan(holder, { locales: localesFor(person, setting), firstDay }, setting);
  const { storage, actor, today } = setting;
  return await storage.transaction(async (tx) => {
    const object = tx.newId('plan');
    const payload = {
      ...{ person: person.id, holding: holding.id, role: holding.role ?? job.role.id, roleVersion: job.role.version },
      ...{ firstDay: firstDay ?? holding.from_day ?? told.firstDay, items: plannedIn(told) },
    };
    const row = await tx.person(person.id);
    const running = (await tx.plansOf(person.id)).some((one) => one.state === 'running' && one.holding === holding.id);
    const seen = { state: (row?.state ?? null) as State<'person'> | null, leftOn: row?.left_on ?? null };
    const context = { today, rules: await rulesIn(tx), person: seen, running };
    const draft = { actor: actor.id, kind: 'plan-begun', object, payload } as const;
    await tx.append([
      permitted<'plan-begun'>({ life: await lifeOf('plan', object, tx), draft, context }),
      ...(await daysOfPost(holding, payload.firstDay, setting, tx)),
    ]);
    const meant = mentorMeant(mentor, person.known ?? {});
    if (meant) await tx.append([await naming(object, { as: 'mentor', ...meant }, person, setting, tx)]);
    return object;
  });
}

/**
 * A plan that counts from another first day moves the first day of its post as well, where that is to come: papers count from it. Whoever
 * works already has begun on the day that is written down.
 */
async function daysOfPost(holding: ViewRow<'holding'>, firstDay: string, { actor, today }: Setting, tx: Transaction): Promise<Draft[]> {
  if (holding.from_day === firstDay || hasBegunWork(holding, today)) return [];
  const draft = { actor: actor.id, kind: 'post-corrected', object: holding.id, payload: { from: firstDay } } as const;
  return [
    permitted<'post-corrected'>({ life: await lifeOf('holding', holding.id, tx), draft, context: { today, rules: await rulesIn(tx) } }),
  ];
}

/** Whether the first day in a post has come. */
const hasBegunWork = ({ from_day }: Pick<ViewRow<'holding'>, 'from_day'>, today: string): boolean => from_day !== null && from_day <= today;

/** Whether a plan that is to count from a day moves the first day of its post with it. */
export const movesPost = ({ holder: { holding } }: PlanMeant, firstDay: string, { today }: Pick<Setting, 'today'>): boolean =>
  holding.from_day !== firstDay && !hasBegunWork(holding, today);

/** People are taken in within so many days, as a rule. */
const usual = 92;

/** Throws a Refusal where an onboarding would count from a day long past, with all of it late at once, or from a day off: that is asked about. */
export async function refuseStrangeDay(person: Someone, { role, firstDay }: PlanBegun, setting: Setting): Promise<void> {
  const holder = await postMeant(person, role, setting);
  const { holding } = holder;
  if (firstDay !== undefined) refuseDayOff(holder, firstDay, setting);
  const from = firstDay ?? holding.from_day;
  if (from === null || from >= addDays(setting.today, -usual)) return;
  throw refusal('register-plan-long-ago', { person: nameIn(person, setting.language), day: dayInWords(from, setting.language) });
}

/**
 * Throws a Refusal where a plan is to count from a day off, by the calendar of the organisation: it would count from the next working day, and
 * whoever typed the date may have meant another.
 */
export function refuseDayOff(holder: Holder, firstDay: string, setting: Setting): void {
  const { told } = toldPlan(holder, { locales: localesFor(holder.person, setting), firstDay }, setting);
  if (told.firstDay === firstDay) return;
  const { language } = setting;
  const inWords = (day: string): string => formatDate(day, language, 'weekday');
  throw refusal('register-plan-day-off', { day: inWords(firstDay), next: inWords(told.firstDay) });
}

/**
 * Counts a plan anew, from another first day or, without one, from that of the post: what is not done moves, what is done stays. It follows
 * the role as it is now. Throws a Refusal for another day than that of the post once that has come.
 */
export async function movePlan({ state, holder }: PlanMeant, firstDay: string | undefined, setting: Setting): Promise<void> {
  const day = firstDay ?? holder.holding.from_day ?? state.firstDay;
  if (firstDay !== undefined && firstDay !== holder.holding.from_day && hasBegunWork(holder.holding, setting.today))
    throw refusal('register-plan-works', {
      person: nameIn(holder.person, setting.language),
      day: dayInWords(holder.holding.from_day ?? '', setting.language),
    });
  const { told } = toldPlan(holder, { locales: localesFor(holder.person, setting), firstDay: day, helpers: state.helpers }, setting);
  const { storage, actor, today } = setting;
  await storage.transaction(async (tx) => {
    const payload = { firstDay: day, items: plannedIn(told) };
    const draft = { actor: actor.id, kind: 'plan-moved', object: state.id, payload } as const;
    await tx.append([
      permitted<'plan-moved'>({ life: await lifeOf('plan', state.id, tx), draft, context: { today, rules: await rulesIn(tx) } }),
      ...(await daysOfPost(holder.holding, day, setting, tx)),
    ]);
  });
}

async function naming(plan: string, payload: Helper, newcomer: Someone, { actor, today }: Setting, tx: Transaction): Promise<Draft> {
  const draft = { actor: actor.id, kind: 'helper-named', object: plan, payload } as const;
  const context = { today, rules: await rulesIn(tx), names: spellingsOf(newcomer) };
  return permitted<'helper-named'>({ life: await lifeOf('plan', plan, tx), draft, context });
}

/** Notes who accompanies the newcomer. */
export const nameHelper = async ({ state, holder }: PlanMeant, helper: Helper, setting: Setting): Promise<void> =>
  setting.storage.transaction(async (tx) => void (await tx.append([await naming(state.id, helper, holder.person, setting, tx)])));

export async function endPlan({ state }: PlanMeant, reason: string | undefined, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const payload = { by: actor.name, ...(reason !== undefined && { reason }) };
    const draft = { actor: actor.id, kind: 'plan-ended', object: state.id, payload } as const;
    await tx.append([
      permitted<'plan-ended'>({ life: await lifeOf('plan', state.id, tx), draft, context: { today, rules: await rulesIn(tx) } }),
    ]);
  });
}

/** What somebody did to a task. `made` and `mark` are the device’s, where it told them. */
export type Made = { readonly item: string; readonly made?: string | undefined; readonly mark?: string | undefined } & (
  | { readonly kind: 'task-ticked' | 'task-unticked' }
  | { readonly kind: 'task-noted'; readonly words: string }
  | ({ readonly kind: 'task-filed' } & Pick<Payloads['task-filed'], 'name' | 'type' | 'sha256' | 'size'>)
  | { readonly kind: 'task-checked'; readonly result: 'passed' | 'failed'; readonly words?: string | undefined }
);

/**
 * Notes what was made on a device, all or nothing, in the order in which it was made; what has come before is passed over. Gives how much was new.
 * Throws a Refusal with what stands against it.
 */
export async function notePlan(
  plan: string,
  deeds: readonly Made[],
  by: { readonly as: PlanPart; readonly name: string },
  { storage, actor, today }: Setting,
): Promise<number> {
  return await storage.transaction(async (tx) => {
    const events = (await tx.eventsOf(plan)) as readonly Recorded<'plan'>[];
    const state = planOf(events);
    const life = await lifeOf('plan', plan, tx);
    const rules = await rulesIn(tx);
    const newcomer = state === null ? undefined : await tx.person(state.person);
    const names = newcomer ? spellingsOf(someone(newcomer)) : [];
    const now = storage.edge.now().toISOString();
    const drafts: Draft[] = [];
    const seen = new Set(state?.marks);
    for (const { item, made, mark, ...deed } of deeds) {
      if (mark !== undefined && seen.has(mark)) continue;
      if (mark !== undefined) seen.add(mark);
      const common = {
        item,
        as: by.as,
        by: by.name,
        ...madeAt(made, { begun: state?.begun ?? now, now }),
        ...(mark !== undefined && { mark }),
      };
      const { kind, ...said } = deed;
      const payload = { ...common, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
      const draft = { actor: actor.id, kind, object: plan, payload } as never;
      const context = { today, rules, names, task: taskSeen(state, item, by.as) };
      drafts.push(permitted<'task-ticked'>({ life, draft, context }));
    }
    await tx.append(drafts);
    return drafts.length;
  });
}

/** A task as life asks about it; what is not shown to somebody is not there for them. */
function taskSeen(state: PlanState | null, item: string, as: PlanPart) {
  const task = state?.tasks.find((one) => one.id === item && isShownTo(one, as));
  return task ? { owner: task.owner, what: task.what, result: task.checks.at(-1)?.result ?? null } : null;
}

/**
 * Erases what people wrote on a plan and attached to it, whenever somebody asks for it; who ticked what and when stays. Throws a Refusal where a
 * hold forbids it.
 */
export async function forgetNotes({ state, holder: { person } }: PlanMeant, { storage, actor }: Setting): Promise<number> {
  return await storage.transaction(async (tx) => {
    if (await tx.isHeld(person.id)) throw refusal('register/on-hold');
    const own = (await tx.eventsOf(state.id)).filter(
      ({ kind, payload }) => payload !== null && (kind === 'task-noted' || kind === 'task-filed'),
    );
    const seqs = own.map(({ seq }) => seq);
    const named = own.flatMap((event) => (event.kind === 'task-filed' && event.payload ? [event.payload.sha256] : []));
    const files = await namedAlone([...new Set(named)], new Set(seqs), tx);
    if (seqs.length > 0) await tx.erase({ actor: actor.id, person: person.id, class: 'notes', seqs, files });
    return seqs.length;
  });
}
