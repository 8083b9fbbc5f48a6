/** That a newcomer signs for the papers of the post is known to the register by itself: it asked for it, and has what came of that. */
import { tickedBesides } from '../life/plan.js';
import type { PlanState, Tick } from '../life/plan.js';
import type { Queries } from '../storage/queries.js';

/** What was asked and came to nothing counts neither for nor against it. */
const dropped: ReadonlySet<string> = new Set(['cancelled', 'expired', 'superseded', 'undone', 'act-voided']);

/**
 * The plan with that step ticked, once everything that was asked of the person in this post has been acknowledged: at the moment at which the
 * register came to know of the last of it. Whoever takes the tick back later is right.
 */
export async function withAcknowledgements(state: PlanState, read: Queries): Promise<PlanState> {
  const steps = state.tasks.filter(({ of }) => of === 'acquaintance');
  if (steps.length === 0) return state;
  const asked = (await read.askings([state.person])).filter(
    ({ role, former, state: one, document_state }) => role === state.role && !former && !dropped.has(one) && document_state !== 'voided',
  );
  if (asked.length === 0 || asked.some((one) => one.state !== 'acknowledged')) return state;
  const events = await read.eventsOfEach(asked.map(({ request }) => request));
  const answers = [...events.values()].flatMap((of) => of.findLast(({ kind }) => kind === 'acknowledged') ?? []);
  const last = answers.reduce<(typeof answers)[number] | null>((one, other) => (one && one.seq > other.seq ? one : other), null);
  if (!last) return state;
  const { seq, at, actor } = last;
  const tick: Tick = { ...{ seq, actor, as: null, by: '', made: at, said: null, received: at }, done: true };
  return tickedBesides(state, new Map(steps.map(({ id }) => [id, tick])));
}
