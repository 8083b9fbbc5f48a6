/** What one reader sees of a plan on a day: what is next, what is theirs to tick, and who helps. Words of the page are not its matter. */
import { answersFor } from 'rolewright';
import type { ToldContact } from 'rolewright';
import type { PlanReader } from '../access/plan-links.js';
import { isLate, isSettled, isShownTo, openTasks } from '../life/plan.js';
import type { SeenPlan, SeenStage, SeenTask } from '../register/plan-words.js';

export interface SheetTask extends SeenTask {
  /** Whether the reader ticks it. */
  readonly mine: boolean;
  /** Whether the reader notes its result. */
  readonly judged: boolean;
  readonly isDone: boolean;
  readonly isLate: boolean;
}

export interface SheetStage extends Omit<SeenStage, 'tasks'> {
  readonly tasks: readonly SheetTask[];
  /** What others do, told to a newcomer without boxes. */
  readonly others: readonly SheetTask[];
  readonly done: number;
  readonly count: number;
  /** Whether it is the one to look at now. */
  readonly isOpen: boolean;
}

export interface Sheet {
  readonly done: number;
  readonly count: number;
  /** What the reader does next; null where nothing is left. */
  readonly next: SheetTask | null;
  readonly after: readonly SheetTask[];
  readonly stages: readonly SheetStage[];
  /** Whoever helps with what is next. */
  readonly helper: ToldContact | null;
  readonly contacts: readonly ToldContact[];
}

/** So many tasks are told after the next one. */
const told = 2;

/** Whose part a reader plays: the head has that of everybody who answers to them, and of the mentor where there is none. */
function isTheirs(owner: string, reader: PlanReader, contacts: readonly ToldContact[]): boolean {
  if (reader === 'new-hire') return answersFor('new-hire', owner);
  if (reader === 'mentor') return owner === 'mentor';
  const hasMentor = contacts.some(({ id, name }) => id === 'mentor' && name !== null);
  return answersFor('manager', owner) && !(owner === 'mentor' && hasMentor);
}

export function sheetFor(plan: SeenPlan, reader: PlanReader, today: string): Sheet {
  const seen = (task: SeenTask): SheetTask => {
    const isStep = task.what === 'step';
    return {
      ...task,
      mine: isStep && isTheirs(task.owner, reader, plan.contacts),
      judged: !isStep && reader !== 'new-hire' && isTheirs(task.owner, reader, plan.contacts),
      isDone: isSettled(task),
      isLate: isLate(task, today),
    };
  };
  const isNewcomer = reader === 'new-hire';
  const whole = plan.stages.map(({ tasks, ...stage }) => {
    const all = tasks.filter((task) => isShownTo(task, reader)).map(seen);
    const others = isNewcomer ? all.filter(({ mine, what, due }) => !mine && what === 'step' && due >= plan.firstDay) : [];
    const own = isNewcomer ? all.filter(({ mine, what }) => mine || what === 'check') : all;
    return { ...stage, tasks: own, others, done: own.filter(({ isDone }) => isDone).length, count: own.length };
  });
  const all = whole.flatMap(({ tasks }) => tasks);
  const waiting = openTasks(all, (task) =>
    all.some((one) => one.id === task.id && (one.mine || one.judged || isNewcomer)),
  ) as readonly SheetTask[];
  const next = waiting.find(({ mine, judged }) => mine || judged) ?? null;
  const counted = all.filter(({ mine, judged }) => mine || judged);
  const current = whole.find(({ tasks }) => tasks.some((one) => (next === null ? !one.isDone : one.id === next.id)));
  return {
    ...{ done: counted.filter(({ isDone }) => isDone).length, count: counted.length, next },
    after: waiting.filter((one) => one !== next && one.due >= (next?.due ?? '')).slice(0, told),
    stages: whole
      .filter(({ tasks, others }) => tasks.length + others.length > 0)
      .map((one) => ({ ...one, isOpen: one.id === current?.id })),
    helper: helperOf(plan.contacts, isNewcomer),
    contacts: plan.contacts.filter(({ name, email, phone }) => (name ?? email ?? phone) !== null),
  };
}

/** The mentor, or else the manager; nobody is told to ask themselves. */
const helperOf = (contacts: readonly ToldContact[], isNewcomer: boolean): ToldContact | null => {
  const order = isNewcomer ? ['mentor', 'manager', 'hr'] : ['hr'];
  return order.flatMap((id) => contacts.filter((one) => one.id === id && one.name !== null))[0] ?? null;
};
