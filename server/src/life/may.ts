/** Whether something may happen: the one question that everything asks before it writes an event. */
import { draftFault } from './events.js';
import type { Draft, Kind } from './events.js';
import { guards } from './guards.js';
import type { Asked, Facts } from './guards.js';
import { isFinal, stateAfter } from './transitions.js';

export type Verdict = { readonly ok: true } | ({ readonly ok: false } & Denial);

/** Why something may not happen; `code` has its words in `locales/register.*.yaml`. */
export interface Denial {
  readonly code: string;
  readonly facts: Facts;
}

/** What may stand against an event of any kind, before its guards are asked. */
export const generalCodes = ['record-broken', 'not-well-formed', 'not-there', 'there-already', 'final', 'not-now'] as const;

const deny = (code: (typeof generalCodes)[number], facts: Facts): Verdict => ({ ok: false, code, facts });

/**
 * Whether an event may happen now: it says what such an event says, the state lets it, and no guard has anything against it. Throws
 * a TypeError where the draft is about something else than the life that is given.
 */
export function may<K extends Kind>({ life, draft, context }: Asked<K>): Verdict {
  const { kind, object } = draft as Draft;
  if (life.object !== null && life.object !== object) throw new TypeError(`${object} is not ${life.object}`);
  if (life.fault) return deny('record-broken', { object, seq: life.fault.seq });
  const fault = draftFault(draft);
  if (fault) return deny('not-well-formed', { path: fault.path, expected: fault.expected });
  if (stateAfter(life.state, kind) === null) {
    const { state, thing } = life;
    if (state === null) return deny('not-there', { thing });
    if (isFinal(thing, state)) return deny('final', { thing, state });
    return deny(stateAfter(null, kind) === null ? 'not-now' : 'there-already', { thing, state, kind });
  }
  for (const [code, guard] of Object.entries(guards[kind] ?? {})) {
    const facts = (guard as (asked: Asked<K>) => Facts | null)({ life, draft, context });
    if (facts) return { ok: false, code, facts };
  }
  return { ok: true };
}
