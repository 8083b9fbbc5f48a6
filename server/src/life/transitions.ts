/**
 * The life of everything in the register, as data: which event leads from which state to which, and whose work that is. The
 * pages `docs/register-states*.md` are written from it, and nothing else decides what may follow what.
 */
import type { Kind } from './events.js';
import { things } from './ids.js';
import type { Thing } from './ids.js';

/** The states of each thing. An open request waits for somebody; a final state is left no more. */
export const states = {
  register: ['begun'],
  person: ['employed', 'left'],
  holding: ['held', 'given-up'],
  proposal: ['proposed', 'returned', 'approved', 'withdrawn'],
  document: ['numbered', 'issued', 'replaced', 'voided'],
  request: [
    'requested',
    'opened',
    'printed',
    'scanned',
    'checked',
    'declined',
    'acknowledged',
    'undone',
    'refused',
    'act-voided',
    'cancelled',
    'expired',
    'superseded',
  ],
  plan: ['running', 'ended'],
} as const satisfies { readonly [T in Thing]: readonly string[] };

export type State<T extends Thing = Thing> = { [One in Thing]: One extends T ? (typeof states)[One][number] : never }[Thing];

/** Whose work it is: those who do it for the organisation, the person who is asked, whoever accompanies them, or the day that comes. */
export type Doer = 'author' | 'approver' | 'hr' | 'person' | 'helper' | 'clock';

export interface Transition<T extends Thing = Thing> {
  /** Nothing: a thing can begin with it. */
  readonly from: readonly (State<T> | 'nothing')[];
  /** Same: it stays what it is. */
  readonly to: State<T> | 'same';
  readonly by: readonly Doer[];
  /** It takes back what was noted by mistake: a state is final all the same that can be left in this way alone. */
  readonly corrects?: true;
}

/** What still waits for the person, with nothing signed in anybody’s hands. */
const unsigned = ['requested', 'opened', 'printed', 'declined'] as const;

/** Each kind of event has one place to lead to, so that a state never hangs on what an event says. */
export const transitions: { readonly [T in Thing]: { readonly [K in Kind<T>]: Transition<T> } } = {
  register: {
    began: { from: ['nothing'], to: 'begun', by: ['hr'] },
    'rules-set': { from: ['begun'], to: 'same', by: ['hr'] },
    anchored: { from: ['begun'], to: 'same', by: ['hr', 'clock'] },
    erased: { from: ['begun'], to: 'same', by: ['hr'] },
    held: { from: ['begun'], to: 'same', by: ['hr'] },
    released: { from: ['begun'], to: 'same', by: ['hr'] },
    exported: { from: ['begun'], to: 'same', by: ['hr'] },
    restored: { from: ['begun'], to: 'same', by: ['hr'] },
    'actor-named': { from: ['begun'], to: 'same', by: ['hr'] },
  },
  person: {
    'person-known': { from: ['nothing', 'left'], to: 'employed', by: ['hr'] },
    'person-changed': { from: ['employed', 'left'], to: 'same', by: ['hr'] },
    'contact-set': { from: ['employed'], to: 'same', by: ['hr'] },
    'person-left': { from: ['employed', 'left'], to: 'left', by: ['hr'] },
    'leaving-undone': { from: ['left'], to: 'employed', by: ['hr'], corrects: true },
  },
  holding: {
    'post-taken': { from: ['nothing'], to: 'held', by: ['hr'] },
    'post-left': { from: ['held', 'given-up'], to: 'given-up', by: ['hr'] },
    'post-restored': { from: ['given-up'], to: 'held', by: ['hr'], corrects: true },
    'post-corrected': { from: ['held', 'given-up'], to: 'same', by: ['hr'], corrects: true },
  },
  proposal: {
    proposed: { from: ['nothing', 'returned'], to: 'proposed', by: ['author'] },
    approved: { from: ['proposed'], to: 'approved', by: ['approver'] },
    returned: { from: ['proposed'], to: 'returned', by: ['approver'] },
    withdrawn: { from: ['proposed', 'returned'], to: 'withdrawn', by: ['author'] },
  },
  document: {
    numbered: { from: ['nothing'], to: 'numbered', by: ['hr'] },
    issued: { from: ['numbered'], to: 'issued', by: ['hr'] },
    replaced: { from: ['issued'], to: 'replaced', by: ['hr'] },
    'void-asked': { from: ['numbered', 'issued'], to: 'same', by: ['hr'] },
    'void-dropped': { from: ['numbered', 'issued'], to: 'same', by: ['hr'] },
    voided: { from: ['numbered', 'issued'], to: 'voided', by: ['hr'] },
  },
  request: {
    requested: { from: ['nothing'], to: 'requested', by: ['hr'] },
    sent: { from: [...unsigned], to: 'same', by: ['hr', 'clock'] },
    opened: { from: ['requested'], to: 'opened', by: ['person'] },
    asked: { from: [...unsigned], to: 'same', by: ['person'] },
    printed: { from: [...unsigned], to: 'printed', by: ['hr'] },
    scanned: { from: ['printed'], to: 'scanned', by: ['hr'] },
    'scan-checked': { from: ['scanned'], to: 'checked', by: ['hr'] },
    'scan-rejected': { from: ['scanned'], to: 'printed', by: ['hr'] },
    acknowledged: { from: [...unsigned, 'scanned', 'checked'], to: 'acknowledged', by: ['person', 'hr'] },
    'acknowledgement-undone': { from: ['acknowledged'], to: 'undone', by: ['hr'], corrects: true },
    'undo-asked': { from: ['acknowledged'], to: 'same', by: ['hr'], corrects: true },
    'undo-dropped': { from: ['acknowledged'], to: 'same', by: ['hr'], corrects: true },
    declined: { from: ['requested', 'opened', 'printed'], to: 'declined', by: ['person', 'hr'] },
    'reason-given': { from: ['declined'], to: 'same', by: ['hr'] },
    'refusal-recorded': { from: ['declined'], to: 'refused', by: ['hr'] },
    'refusal-amended': { from: ['refused'], to: 'refused', by: ['hr'] },
    'refusal-voided': { from: ['refused'], to: 'act-voided', by: ['hr'], corrects: true },
    'sheet-returned': { from: ['superseded'], to: 'printed', by: ['hr'], corrects: true },
    cancelled: { from: [...unsigned, 'scanned'], to: 'cancelled', by: ['hr'] },
    expired: { from: [...unsigned], to: 'expired', by: ['clock', 'hr'] },
    superseded: { from: [...unsigned, 'scanned'], to: 'superseded', by: ['hr'] },
  },
  plan: {
    'plan-begun': { from: ['nothing'], to: 'running', by: ['hr'] },
    'plan-moved': { from: ['running'], to: 'same', by: ['hr'] },
    'helper-named': { from: ['running'], to: 'same', by: ['hr'] },
    'task-ticked': { from: ['running'], to: 'same', by: ['person', 'helper', 'hr'] },
    'task-unticked': { from: ['running'], to: 'same', by: ['person', 'helper', 'hr'] },
    'task-noted': { from: ['running'], to: 'same', by: ['person', 'helper', 'hr'] },
    'task-filed': { from: ['running'], to: 'same', by: ['person', 'helper', 'hr'] },
    'task-checked': { from: ['running'], to: 'same', by: ['helper', 'hr'] },
    'plan-ended': { from: ['running'], to: 'ended', by: ['hr'] },
    'plan-resumed': { from: ['ended'], to: 'running', by: ['hr'], corrects: true },
  },
};

/** The transition of a kind of event, seen from outside: states are words. */
export interface AnyTransition {
  readonly thing: Thing;
  readonly kind: Kind;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly Doer[];
  readonly corrects?: true;
}

/** All transitions, in the order of the table. */
export const allTransitions: readonly AnyTransition[] = things.flatMap((thing) =>
  Object.entries<Omit<AnyTransition, 'thing' | 'kind'>>(transitions[thing]).map(([kind, one]) => ({ thing, kind: kind as Kind, ...one })),
);

const transitionOf: ReadonlyMap<string, AnyTransition> = new Map(allTransitions.map((one) => [one.kind, one]));

/**
 * The state after an event of a kind; null where such an event cannot happen in that state. Null stands for a thing of which
 * nothing has been told yet.
 */
export function stateAfter(state: State | null, kind: Kind): State | null {
  const found = transitionOf.get(kind);
  if (!found?.from.includes(state ?? 'nothing')) return null;
  return found.to === 'same' ? state : (found.to as State);
}

/** Whether nothing leads out of a state any more; what was written down of it can still be corrected. */
export const isFinal = (thing: Thing, state: State): boolean =>
  states[thing].length > 1 &&
  allTransitions.every((one) => one.thing !== thing || !one.from.includes(state) || one.to === state || one.corrects);

/** Whether a request waits for the person, with nothing signed in anybody’s hands. */
export const waitsUnsigned = (state: string | null): boolean => unsigned.some((one) => one === state);

/** Whether the signed sheet of a request has come back, and waits for whoever looks at it. */
export const cameBack = (state: string | null): boolean => state === 'scanned' || state === 'checked';

/** Whether a request still waits for the person, or for somebody who looks at the scan. */
export const isOpen = (state: State<'request'>): boolean => !isFinal('request', state);
