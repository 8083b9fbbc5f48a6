/**
 * The onboarding of somebody in words: as the paper checklist says it, by the same computation, so that paper and screen are one plan.
 * What the events say of days and of what is done goes before what the role says now.
 */
import { openCalendars, ordersForAims, wantedBy } from 'rolewright';
import type { Diagnostic, Job, Locale, Person, ToldContact, ToldOnboarding, ToldTask } from 'rolewright';
import { Refusal } from 'rolewright';
import { cutTo } from '../life/plain-text.js';
import type { Helper, PlannedTask, PlanState, TaskState } from '../life/plan.js';
import { employerOf, orRefuse, refusal } from './setting.js';
import type { Setting } from './setting.js';
import { personOf, placedIn } from './wanted.js';
import type { Holder } from './wanted.js';

/** The kind of the paper that newcomers get. */
export const checklistKind = 'onboarding-checklist';

type Reading = Pick<Setting, 'workplace' | 'desk' | 'press'>;

export interface PlanWanted {
  /** In the order of preference; the first that the role has. */
  readonly locales: readonly Locale[];
  /** The first day of work; that of the post where it is left out. */
  readonly firstDay?: string | undefined;
  readonly helpers?: readonly Helper[] | undefined;
}

export interface ToldPlan {
  readonly job: Job;
  readonly told: ToldOnboarding;
}

/** What the papers of the onboarding say. Throws a Refusal where the role has none, or cannot be read. */
export function toldPlan(holder: Holder, { locales, firstDay, helpers = [] }: PlanWanted, setting: Reading): ToldPlan {
  const { workplace, desk, press } = setting;
  const { holding } = holder;
  const role = workplace.role(holding.role ?? '', holding.department);
  if (!role) throw refusal('register-plan-no-role', { role: holding.role ?? '' });
  const organisation = employerOf(setting);
  const { known, position } = placedIn(holding, setting);
  const person = personOf(holder, known, givenOf(holder, firstDay, helpers));
  const usage: Diagnostic[] = [];
  const wanted = wantedBy({ kind: checklistKind, format: 'html' }, desk.library, usage);
  orRefuse(usage);
  const told: Diagnostic[] = [];
  const aims = [{ role: role.role, bases: role.bases, locate: role.locate, position }];
  const common = { organisation, logo: null, structure: workplace.structure, fingerprint: false, date: null, detail: wanted.detail };
  const spoken = { locales: [...new Set(locales)], localesOfProject: true };
  const orders = ordersForAims(aims, { ...wanted, ...spoken }, { ...common, person, department: known }, desk, told);
  const order = locales.map((locale) => orders.find(({ job }) => job.locale === locale)).find((one) => one !== undefined);
  if (!order) {
    const errors = told.filter(({ severity }) => severity === 'error');
    throw errors.length > 0 ? new Refusal(errors) : refusal('register-plan-no-onboarding', { role: role.role.id });
  }
  const job = { ...order.job, calendar: openCalendars(desk.library)(order.job) };
  return { job, told: press.onboarding(job) };
}

/** What is known of the person besides the register: the day that the plan counts from, and who accompanies them. */
function givenOf({ person, holding }: Holder, firstDay: string | undefined, helpers: readonly Helper[]): Person {
  const colleague = (as: Helper['as']) => {
    const found = helpers.find((one) => one.as === as);
    return found && { name: { last: found.name }, ...(found.email !== undefined && { email: found.email }) };
  };
  const [mentor, manager] = [colleague('mentor'), colleague('head')];
  return {
    name: person.known?.names ?? { last: '' },
    ...((firstDay ?? holding.from_day) !== null && { hireDate: firstDay ?? holding.from_day ?? '' }),
    ...(mentor && { mentor }),
    ...(manager && { manager }),
  };
}

/** The tasks as an event has them. */
export const plannedIn = ({ stages, office }: ToldOnboarding): readonly PlannedTask[] =>
  [...stages, ...office]
    .flatMap(({ tasks }) => tasks)
    .map(({ id, what, owner, due, text, of, dated }) => ({
      ...{ id, what, owner, due, text: cutTo(text, 2000) },
      ...(of !== 'role' && { of }),
      ...(!dated && { loose: true }),
    }));

/** A task in words, with what became of it. */
export interface SeenTask extends TaskState {
  readonly by: string;
  /** How the law says when, on what it rests and what it says besides. */
  readonly when: string | null;
  readonly basis: string | null;
  readonly note: string | null;
  readonly proof: string | null;
  readonly passMark: string | null;
  readonly onFailure: string | null;
  readonly questions: readonly string[];
}

export interface SeenStage {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly goal: string | null;
  readonly topics: readonly string[];
  readonly tasks: readonly SeenTask[];
}

export interface SeenPlan {
  readonly locale: Locale;
  readonly role: string;
  readonly goal: string | null;
  readonly firstDay: string;
  readonly stages: readonly SeenStage[];
  readonly contacts: readonly ToldContact[];
  readonly probation: ToldOnboarding['probation'];
  readonly provisional: string | null;
}

/** The plan as people see it. What the role has lost since stands in its last stage, in the words that it had. */
export function seenPlan(state: PlanState, { job, told }: ToldPlan): SeenPlan {
  const left = new Map(state.tasks.map((task) => [task.id, task]));
  const seen = (all: typeof told.stages): readonly SeenStage[] =>
    all.map(({ tasks, ...stage }) => ({
      ...stage,
      tasks: tasks.flatMap((words) => {
        const task = left.get(words.id);
        left.delete(words.id);
        return task ? [inWords(task, words)] : [];
      }),
    }));
  const [stages, office] = [seen(told.stages), seen(told.office).filter(({ tasks }) => tasks.length > 0)];
  const lost = [...left.values()].map((task) => inWords(task, null));
  const own = lost.filter(({ of }) => of === undefined);
  const whole = withLost(
    [...withLost(stages, own), ...office],
    lost.filter(({ of }) => of !== undefined),
  );
  return {
    ...{ locale: job.locale, role: told.role, goal: told.goal, firstDay: told.firstDay, stages: whole },
    ...{ probation: told.probation, provisional: told.provisional },
    contacts: told.contacts.map((contact) => {
      const helper = state.helpers.find(({ as }) => contact.id === (as === 'head' ? 'manager' : as));
      return helper
        ? { ...contact, name: helper.name, email: helper.email ?? contact.email, phone: helper.phone ?? contact.phone }
        : contact;
    }),
  };
}

function withLost(stages: readonly SeenStage[], lost: readonly SeenTask[]): readonly SeenStage[] {
  const last = stages.at(-1);
  return last && lost.length > 0 ? [...stages.slice(0, -1), { ...last, tasks: [...last.tasks, ...lost] }] : stages;
}

const inWords = (task: TaskState, words: ToldTask | null): SeenTask => ({
  ...task,
  ...{ text: words?.text ?? task.text, by: words?.by ?? '', proof: words?.proof ?? null },
  ...{ when: words?.when ?? null, basis: words?.basis ?? null, note: words?.note ?? null },
  ...{ passMark: words?.passMark ?? null, onFailure: words?.onFailure ?? null, questions: words?.questions ?? [] },
});
