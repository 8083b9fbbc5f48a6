/**
 * The onboarding of a person, folded from its events: what is to be done by whom and when, and what became of it. Devices tick without a
 * connection and send later, so two may differ: the later tick counts, by the time at which it was made, and both stay to be read.
 */
import { addDays, answersFor } from 'rolewright';
import type { Payloads, Recorded } from './events.js';
import { withoutTurns } from './plain-text.js';
import { isMoment } from './shape.js';

/** In whose name somebody acts on a plan. */
export type PlanPart = Payloads['task-ticked']['as'];
export type PlannedTask = Payloads['plan-begun']['items'][number];

/** What somebody did to a task. */
export interface Deed {
  readonly seq: number;
  readonly actor: string;
  readonly as: PlanPart | null;
  /** Empty where it has been erased. */
  readonly by: string;
  /** When it was made on the device; UTC. */
  readonly made: string;
  /** What the clock of the device said, where that cannot be; null where `made` is what it said. */
  readonly said: string | null;
  /** When the register received it. */
  readonly received: string;
}

export interface Tick extends Deed {
  readonly done: boolean;
}

export interface Note extends Deed {
  readonly words: string;
}

export interface Filed extends Deed {
  readonly name: string;
  readonly type: Payloads['task-filed']['type'];
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export interface Checked extends Deed {
  readonly result: Payloads['task-checked']['result'];
  readonly words: string | null;
}

export interface TaskState extends PlannedTask {
  /** The tick that counts, where the task is done. */
  readonly done: Tick | null;
  /** All ticks, those that were taken back too, in the order in which they were received. */
  readonly ticks: readonly Tick[];
  readonly notes: readonly Note[];
  readonly files: readonly Filed[];
  /** Results in the order in which they were made; the last one counts. */
  readonly checks: readonly Checked[];
}

export type Helper = Payloads['helper-named'];

export interface PlanState {
  readonly id: string;
  readonly state: 'running' | 'ended';
  readonly person: string;
  readonly holding: string;
  readonly role: string;
  readonly firstDay: string;
  /** When the plan was begun; UTC. */
  readonly begun: string;
  readonly tasks: readonly TaskState[];
  readonly helpers: readonly Helper[];
  /** Of everything that a device has sent: what comes twice is known by it. */
  readonly marks: ReadonlySet<string>;
}

/** A plan, folded from all of its events; null where it has none, or where it has been erased what it was. */
export function planOf(events: readonly Recorded<'plan'>[]): PlanState | null {
  const [first] = events;
  if (first?.kind !== 'plan-begun' || first.payload === null) return null;
  const { person, holding, role } = first.payload;
  let { firstDay, items } = first.payload;
  let state: PlanState['state'] = 'running';
  const ticks = new Map<string, Tick[]>();
  const notes = new Map<string, Note[]>();
  const files = new Map<string, Filed[]>();
  const checks = new Map<string, Checked[]>();
  const helpers = new Map<string, Helper>();
  const marks = new Set<string>();
  const put = <T>(of: Map<string, T[]>, item: string, one: T): void => void of.set(item, [...(of.get(item) ?? []), one]);
  for (const event of events) {
    if (event.kind === 'plan-ended') state = 'ended';
    if (event.kind === 'plan-resumed') state = 'running';
    if (event.payload === null) continue;
    const { payload } = event;
    if ('mark' in payload && payload.mark !== undefined) marks.add(payload.mark);
    switch (event.kind) {
      case 'plan-moved': {
        const kept = items.filter(({ id }) => latest(ticks.get(id))?.done === true);
        const ids = new Set(kept.map(({ id }) => id));
        // In the order in which they are to be done now; what is done stands where it was done.
        items = [...kept, ...event.payload.items.filter(({ id }) => !ids.has(id))];
        firstDay = event.payload.firstDay;
        break;
      }
      case 'helper-named':
        helpers.set(event.payload.as, event.payload);
        break;
      case 'task-ticked':
      case 'task-unticked':
        put(ticks, event.payload.item, { ...deed(event, event.payload), done: event.kind === 'task-ticked' });
        break;
      case 'task-noted':
        put(notes, event.payload.item, { ...deed(event, event.payload), words: withoutTurns(event.payload.words) });
        break;
      case 'task-filed': {
        const { name, type, sha256, size } = event.payload;
        put(files, event.payload.item, { ...deed(event, event.payload), name, type, sha256, size });
        break;
      }
      case 'task-checked':
        put(checks, event.payload.item, {
          ...deed(event, event.payload),
          ...{ result: event.payload.result, words: event.payload.words === undefined ? null : withoutTurns(event.payload.words) },
        });
        break;
      default:
    }
  }
  const tasks = items.map((item): TaskState => {
    const own = ticks.get(item.id) ?? [];
    const last = latest(own);
    return {
      ...item,
      ...{
        done: last?.done ? last : null,
        ticks: own,
        notes: notes.get(item.id) ?? [],
        files: files.get(item.id) ?? [],
        checks: byTime(checks.get(item.id) ?? []),
      },
    };
  });
  return { id: first.object, state, person, holding, role, firstDay, begun: first.at, tasks, helpers: [...helpers.values()], marks };
}

/** The plan with ticks that follow from what stands elsewhere in the register; what was ticked or taken back later goes before them. */
export const tickedBesides = (state: PlanState, found: ReadonlyMap<string, Tick>): PlanState => ({
  ...state,
  tasks: state.tasks.map((task) => {
    const one = found.get(task.id);
    if (!one) return task;
    const ticks = [...task.ticks, one];
    const last = latest(ticks);
    return { ...task, ticks, done: last?.done ? last : null };
  }),
});

/** A clock that is ahead would have the last word for ever: nothing was made after it was received. */
const deed = (
  { seq, at, actor }: Pick<Recorded, 'seq' | 'at' | 'actor'>,
  { as, by, made, said }: Pick<Payloads['task-ticked'], 'as' | 'by' | 'made' | 'said'>,
): Deed => ({ seq, actor, as, by: withoutTurns(by), made: made > at ? at : made, said: said ?? null, received: at });

/** A clock may be so far ahead without anybody noticing; milliseconds. */
const drift = 5 * 60_000;

/**
 * When something was made, by the clock of a device, if that can be: not before the plan was begun, nor after it is received. Otherwise it was
 * made when it is received, and what the clock said is kept beside it. All are UTC.
 */
export function madeAt(
  said: string | undefined,
  { begun, now }: { readonly begun: string; readonly now: string },
): { readonly made: string; readonly said?: string } {
  if (said === undefined || !isMoment(said)) return { made: now };
  if (said >= begun && said <= now) return { made: said };
  return said > now && Date.parse(said) - Date.parse(now) <= drift ? { made: now } : { made: now, said };
}

const byTime = <T extends Deed>(deeds: readonly T[]): readonly T[] =>
  [...deeds].sort((one, other) => (one.made === other.made ? one.seq - other.seq : one.made < other.made ? -1 : 1));

const latest = (ticks: readonly Tick[] = []): Tick | undefined => byTime(ticks).at(-1);

/** The next tasks of somebody: what is not done, by day. `mine` says whose they are. */
export const openTasks = (tasks: readonly TaskState[], mine: (task: TaskState) => boolean): readonly TaskState[] =>
  tasks.filter((task) => mine(task) && !isSettled(task)).sort((one, other) => (one.due === other.due ? 0 : one.due < other.due ? -1 : 1));

/** Whether nothing is left to do: a step that is ticked, a check that was passed. */
export const isSettled = ({ what, done, checks }: TaskState): boolean =>
  what === 'check' ? checks.at(-1)?.result === 'passed' || done !== null : done !== null;

/** Whether a task is for somebody to tick or to judge: their own; the head has those of the mentor as well, and personnel writes down for everybody. */
export function isTheirs(as: PlanPart, owner: string): boolean {
  if (as === 'hr') return true;
  if (as === 'mentor') return owner === 'mentor';
  return answersFor(as === 'new-hire' ? 'new-hire' : 'manager', owner);
}

/** Whether somebody is shown a task: what the law wants of the employer, whoever does it; how the probation ends, also the head, who decides on it. */
export const isShownTo = ({ of, owner }: PlannedTask, as: PlanPart): boolean =>
  of === undefined || isTheirs(as, owner) || (of === 'probation' && as === 'head');

/** Whether a task is open after its day; what has none that is set is never late. */
export const isLate = (task: TaskState, today: string): boolean => task.loose !== true && task.due < today && !isSettled(task);

/** Days for which a link goes on opening a plan after its last one. */
const daysAfter = 30;

/** The last day on which links to a plan hold. What the law wants of the employer may be due a year later, and is nobody’s who has a link. */
export const openUntil = ({ tasks }: PlanState, today: string): string =>
  addDays([today, ...tasks.flatMap(({ of, due }) => (of === undefined ? [due] : []))].sort().at(-1) ?? today, daysAfter);
