/** The onboardings of one person, post by post, with the steps that can be ticked. */
import { isLate, isSettled } from '../life/plan.js';
import { planById, shownPlan } from '../register/plan.js';
import { roleTitle } from '../register/titles.js';
import { holdersIn } from '../register/wanted.js';
import { addressIn } from './tasks-plans.js';
import type { Workshop } from './tasks.js';

export interface PlanTask {
  readonly id: string;
  readonly text: string;
  /** Who does it, in words. */
  readonly by: string;
  readonly due: string;
  /** How the law says when, of what has no day that could be reckoned; and on what it rests. */
  readonly when: string | null;
  readonly basis: string | null;
  /** Whether the register ticks it by itself, once what was asked has been acknowledged. */
  readonly isSignedFor: boolean;
  readonly isDone: boolean;
  readonly isLate: boolean;
  /** What was written on it, and the files that show something of it. */
  readonly notes: readonly { readonly by: string; readonly words: string }[];
  readonly files: readonly { readonly seq: number; readonly by: string; readonly name: string; readonly kilobytes: number }[];
  /** Whether it is a step, and not a check, which takes a result. */
  readonly isStep: boolean;
}

export interface PersonPlan {
  readonly role: string;
  readonly post: string;
  readonly from: string | null;
  /** Whom a list has as mentor. */
  readonly mentor: string | null;
  /** Null while none has begun. */
  readonly plan: {
    readonly id: string;
    readonly state: string;
    readonly mentor: string | null;
    readonly done: number;
    readonly count: number;
    readonly stages: readonly { readonly id: string; readonly title: string; readonly tasks: readonly PlanTask[] }[];
  } | null;
}

export const personPlanTask = async ({ id }: { readonly id: string }, workshop: Workshop) => ({
  plans: await plansOf(id, workshop),
  hasAddress: addressIn(workshop) !== null,
});

async function plansOf(id: string, { setting }: Workshop): Promise<readonly PersonPlan[]> {
  const { today, language, storage } = setting;
  const plans = await storage.read.plansOf(id);
  const rows: PersonPlan[] = [];
  for (const { person, holding } of await holdersIn(storage.read, { person: id }, today)) {
    const own = plans.filter((one) => one.holding === holding.id).sort((one, other) => other.last_event - one.last_event);
    const found = own.find(({ state }) => state === 'running') ?? own[0];
    const role = holding.role ?? '';
    const post = roleTitle(role, holding.department, language, setting);
    rows.push({
      role,
      post,
      from: holding.from_day,
      mentor: person.known?.mentor?.name ?? null,
      plan: found ? await planOf(found.id, found.state, setting) : null,
    });
  }
  return rows;
}

async function planOf(id: string, state: string, setting: Workshop['setting']): Promise<PersonPlan['plan']> {
  const meant = await planById(id, setting.storage.read);
  if (!meant) return null;
  const stages = shownPlan(meant, setting, setting.language).stages.map(({ id: stage, title, tasks }) => ({
    ...{ id: stage, title },
    tasks: tasks.map((task): PlanTask => {
      const isDone = isSettled(task);
      const { text, by, due, what, when, basis } = task;
      return {
        ...{ id: task.id, text, by, due, basis, isDone, when: task.loose ? when : null },
        ...{ isLate: isLate(task, setting.today), isStep: what === 'step', isSignedFor: task.of === 'acquaintance' },
        notes: task.notes.map((one) => ({ by: one.by, words: one.words })),
        files: task.files.map((one) => ({ seq: one.seq, by: one.by, name: one.name, kilobytes: Math.ceil(one.size / 1024) })),
      };
    }),
  }));
  const all = stages.flatMap(({ tasks }) => tasks);
  return {
    ...{ id, state, stages, mentor: meant.state.helpers.find(({ as }) => as === 'mentor')?.name ?? null },
    ...{ done: all.filter(({ isDone }) => isDone).length, count: all.length },
  };
}
