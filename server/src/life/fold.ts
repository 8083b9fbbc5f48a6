/** What is known of a thing: its events, folded one after another. */
import type { Kind, Recorded } from './events.js';
import type { Thing } from './ids.js';
import { stateAfter } from './transitions.js';
import type { State } from './transitions.js';

/** The last event of each kind. */
export type Last<T extends Thing> = { readonly [K in Kind<T>]?: Extract<Recorded, { readonly kind: K }> };

export interface Life<T extends Thing> {
  readonly thing: T;
  /** Null before the first event. */
  readonly state: State<T> | null;
  readonly last: Last<T>;
  /** The seq of the last event; 0 before the first. */
  readonly seq: number;
  readonly object: string | null;
  /** The first event that cannot have happened; it and what follows is not folded. */
  readonly fault: LifeFault | null;
}

/**
 * impossible: no such event in that state; order: it does not come after the one before; stranger: it happened to something else.
 */
export interface LifeFault {
  readonly what: 'impossible' | 'order' | 'stranger';
  readonly seq: number;
  readonly kind: Kind;
  readonly state: State | null;
}

/** A thing of which nothing has been told yet. */
export const unborn = <T extends Thing>(thing: T): Life<T> => ({ thing, state: null, last: {}, seq: 0, object: null, fault: null });

/** Folds one event more. Events written by anybody else than this program may be impossible: that is a fault, and the fold ends. */
export function next<T extends Thing>(life: Life<T>, event: Recorded<T>): Life<T> {
  if (life.fault) return life;
  const { seq, object, kind } = event as Recorded;
  const faulty = (what: LifeFault['what']): Life<T> => ({ ...life, fault: { what, seq, kind, state: life.state } });
  if (life.object !== null && life.object !== object) return faulty('stranger');
  if (seq <= life.seq) return faulty('order');
  const state = stateAfter(life.state, kind) as State<T> | null;
  return state === null ? faulty('impossible') : { ...life, state, last: { ...life.last, [kind]: event }, seq, object };
}

/** Folds the events of one thing, in their order. */
export const fold = <T extends Thing>(thing: T, events: Iterable<Recorded<T>>): Life<T> => {
  let life = unborn(thing);
  for (const event of events) life = next(life, event);
  return life;
};
