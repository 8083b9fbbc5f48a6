/** What `verify` finds. Each fault says what stands there and is not so, or is missing. */

export type FaultCode =
  // The chain.
  | 'gap'
  | 'order'
  | 'broken'
  | 'changed'
  | 'back-in-time'
  | 'no-time'
  | 'ahead-of-clock'
  | 'no-beginning'
  | 'head-differs'
  // What events say.
  | 'payload-missing'
  | 'payload-changed'
  | 'payload-left'
  | 'payload-stray'
  | 'event-unreadable'
  | 'kind-unknown'
  | 'erasure-impossible'
  // The proof that they leave, and the views.
  | 'row-missing'
  | 'row-changed'
  | 'row-stray'
  // What cannot have happened in the state in which a thing was.
  | 'impossible'
  | 'view-missing'
  | 'view-differs'
  | 'view-stray'
  | 'number-gap'
  | 'series-differs'
  // Files.
  | 'file-missing'
  | 'file-changed'
  | 'file-left'
  // What holds it from the outside, and from the inside.
  | 'anchor-differs'
  | 'anchor-beyond'
  // It was taken of events that were lost when a back-up was restored, as the register itself says.
  | 'anchor-restored'
  | 'guard-missing';

export interface Fault {
  readonly code: FaultCode;
  /** The event that it is about. */
  readonly seq?: number;
  /** The table, with the object or the file in it. */
  readonly table?: string;
  readonly of?: string;
}

/** Counts all faults and keeps the first ones: a register that was rewritten has as many as it has events. */
export interface Findings {
  add(fault: Fault): void;
  readonly kept: readonly Fault[];
  readonly counts: ReadonlyMap<FaultCode, number>;
}

export function openFindings(limit: number): Findings {
  const kept: Fault[] = [];
  const counts = new Map<FaultCode, number>();
  return {
    kept,
    counts,
    add(fault) {
      counts.set(fault.code, (counts.get(fault.code) ?? 0) + 1);
      if (kept.length < limit) kept.push(fault);
    },
  };
}
