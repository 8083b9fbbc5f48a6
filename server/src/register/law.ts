/** What a country asks of acknowledgements, where it asks anything. */
import type { Method } from '../life/events.js';

export interface RefusalLaw {
  /** Whether a refusal is recorded by an act. */
  readonly act: boolean;
  readonly witnesses: number;
}

const acts: Readonly<Record<string, RefusalLaw>> = { ru: { act: true, witnesses: 2 } };
const note: RefusalLaw = { act: false, witnesses: 0 };

export const refusalLawOf = (jurisdiction: string): RefusalLaw => acts[jurisdiction] ?? note;

/** No law of ours forbids a way of acknowledging that a person has read a paper. */
export const methodsAllowed: readonly Method[] = ['in-person', 'paper', 'link'];
