/** What a country asks of acknowledgements, from its data; a country that says nothing asks for nothing. */
import type { Library } from 'rolewright';
import { methods } from '../life/events.js';
import type { Method } from '../life/events.js';
import type { Count } from '../life/retention.js';

export interface RefusalLaw {
  /** Whether a refusal is recorded by an act of its own. */
  readonly act: boolean;
  readonly witnesses: number;
}

type Laws = Pick<Library, 'jurisdiction'>;

export function refusalLawOf(jurisdiction: string, library: Laws): RefusalLaw {
  const { record, witnesses } = library.jurisdiction(jurisdiction).acknowledging?.refusal ?? { record: 'note', witnesses: 0 };
  return { act: record === 'act', witnesses };
}

/** The ways of acknowledging a paper that count. */
export const methodsAllowed = (jurisdiction: string, library: Laws): readonly Method[] =>
  library.jurisdiction(jurisdiction).acknowledging?.ways.map(({ way }) => way) ?? methods;

/** What wants somebody new to know a paper before the contract or on the first day, as it is cited; null where no law does. */
export function newcomerLawOf(jurisdiction: string, library: Laws): string | null {
  const { acknowledging, laws } = library.jurisdiction(jurisdiction);
  const term = acknowledging?.newcomers;
  return term === undefined ? null : (laws.find(({ id }) => id === term.law)?.citation ?? term.law);
}

/** From when years of keeping are counted. */
export const countIn = (jurisdiction: string, library: Laws): Count =>
  library.jurisdiction(jurisdiction).acknowledging?.keeping?.from ?? 'day';
