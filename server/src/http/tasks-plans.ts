/** The newcomers of a department, and how far each of them is in their plan. */
import { addDays, answersFor } from 'rolewright';
import { makePlanLink } from '../access/plan-links.js';
import type { PlanReader } from '../access/plan-links.js';
import { isLate, isSettled, openTasks, openUntil } from '../life/plan.js';
import { distanceOf } from '../register/distance.js';
import { nameIn, someone } from '../register/find.js';
import { planById, planMeant, shownPlan } from '../register/plan.js';
import { refusal } from '../register/setting.js';
import { roleTitle } from '../register/titles.js';
import { holdersIn } from '../register/wanted.js';
import { mailPlan } from '../post/plan-mail.js';
import type { PlanMailed } from '../post/plan-mail.js';
import type { Workshop } from './tasks.js';

export interface NewcomerRow {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly post: string;
  /** YYYY-MM-DD */
  readonly from: string;
  /** Whom a list has as mentor. */
  readonly mentor: string | null;
  /** Null while none has begun. */
  readonly plan: NewcomerPlan | null;
}

export interface NewcomerPlan {
  readonly id: string;
  readonly mentor: string | null;
  /** Of the newcomer’s own steps. */
  readonly done: number;
  readonly count: number;
  /** Open tasks whose day is over, whoever does them. */
  readonly late: number;
  /** What the newcomer does next. */
  readonly next: { readonly text: string; readonly due: string } | null;
  /** What manager and mentor do next. */
  readonly ours: { readonly text: string; readonly due: string; readonly by: string } | null;
  /** Checks that were not passed yet. */
  readonly failed: readonly string[];
}

/** Days before and after their first one within which somebody without a plan is new. */
const [ahead, behind] = [90, 60];

export interface Newcomers {
  readonly rows: readonly NewcomerRow[];
  /** Whether links can be made: somebody has said where the service is reached. */
  readonly hasAddress: boolean;
}

export const newcomersTask = async ({ department }: { readonly department: string }, workshop: Workshop): Promise<Newcomers> => ({
  rows: await newcomersOf(department, workshop.setting),
  hasAddress: addressIn(workshop) !== null,
});

/** With what links begin; null where nobody has said it. */
export const addressIn = ({ setting, environment = {} }: Workshop): string | null =>
  distanceOf(setting, environment, setting.zone ?? 'UTC').address;

export interface PlanLinkMade {
  readonly link: string;
  readonly until: string;
}

/** Makes a link to the plan of a person. Throws a Refusal where links have no address, or no plan runs. */
export async function planLinkTask(
  { person: id, reader }: { readonly person: string; readonly reader: PlanReader },
  workshop: Workshop,
): Promise<PlanLinkMade> {
  const { setting } = workshop;
  const { storage, today } = setting;
  const address = addressIn(workshop);
  if (address === null) throw refusal('register-no-address');
  const row = await storage.read.person(id);
  if (!row) throw refusal('register-nobody', { person: id });
  const { state } = await planMeant(someone(row), setting);
  const until = openUntil(state, today);
  const lasts = Date.parse(`${until}T23:59:59.999Z`) - storage.edge.now().getTime();
  const secret = await storage.change((db) => makePlanLink({ plan: state.id, person: id, reader, lasts }, storage.edge, db));
  return { link: `${address}/w/${secret}/`, until };
}

/** Sends links to the plan of a person by mail. */
export async function planMailTask(
  { person: id, readers }: { readonly person: string; readonly readers?: readonly PlanReader[] },
  { setting, environment = {} }: Workshop,
): Promise<PlanMailed> {
  const row = await setting.storage.read.person(id);
  if (!row) throw refusal('register-nobody', { person: id });
  return await mailPlan(await planMeant(someone(row), setting), { readers, environment }, setting);
}

async function newcomersOf(department: string, setting: Workshop['setting']): Promise<readonly NewcomerRow[]> {
  const { today, language, storage } = setting;
  const { read } = storage;
  const rows: NewcomerRow[] = [];
  for (const { person, holding } of await holdersIn(read, { department }, today)) {
    const from = holding.from_day;
    const running = (await read.plansOf(person.id)).find((one) => one.state === 'running' && one.holding === holding.id);
    const isNew = from !== null && from >= addDays(today, -behind) && from <= addDays(today, ahead);
    if (!running && !isNew) continue;
    const role = holding.role ?? '';
    const post = roleTitle(role, holding.department, language, setting);
    const plan = running ? await planRow(running.id, setting) : null;
    rows.push({
      ...{ person: person.id, name: nameIn(person, language), role, post, mentor: person.known?.mentor?.name ?? null },
      from: running?.first_day ?? from ?? today,
      plan,
    });
  }
  return rows.sort((one, other) => (one.from === other.from ? 0 : one.from < other.from ? -1 : 1));
}

async function planRow(id: string, setting: Workshop['setting']): Promise<NewcomerPlan | null> {
  const meant = await planById(id, setting.storage.read);
  if (!meant) return null;
  const tasks = shownPlan(meant, setting, setting.language).stages.flatMap((stage) => stage.tasks);
  const own = tasks.filter(({ owner, what }) => what === 'step' && answersFor('new-hire', owner));
  const words = new Map(tasks.map((task) => [task.id, task]));
  const nextOf = (mine: (owner: string) => boolean) => {
    const [task] = openTasks(tasks, ({ owner }) => mine(owner));
    return task ? { text: task.text, due: task.due, by: words.get(task.id)?.by ?? '' } : null;
  };
  return {
    ...{ id, mentor: meant.state.helpers.find(({ as }) => as === 'mentor')?.name ?? null },
    ...{ done: own.filter(isSettled).length, count: own.length },
    late: tasks.filter((task) => isLate(task, setting.today)).length,
    next: nextOf((owner) => answersFor('new-hire', owner)),
    ours: nextOf((owner) => answersFor('manager', owner)),
    failed: tasks.filter((task) => !isSettled(task) && task.checks.at(-1)?.result === 'failed').map(({ text }) => text),
  };
}
