/** What a country asks of acknowledgements, from its data; a country that says nothing asks for nothing. */
import type { Library, Locale, Organisation } from 'rolewright';
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

/**
 * What asks for more than a simple signature under a paper, as it is cited; null where nothing does. A paper that is part of the
 * contract is agreed to, not only acknowledged.
 */
export function strongerBy(
  kind: string,
  jurisdiction: string,
  organisation: Organisation | null,
  library: Laws & Pick<Library, 'kind'>,
): string | null {
  const form = library.kind(kind).form ?? organisation?.documentForm ?? 'local-act';
  const law = library.jurisdiction(jurisdiction);
  const { agreements } = law.acknowledging ?? {};
  if (form !== 'annex' || agreements?.signature !== 'advanced') return null;
  return agreements.laws.map((id) => law.laws.find((one) => one.id === id)?.citation ?? id).join(', ');
}

/** On what acknowledging in one way rests, as it is cited; nothing where no law was read. */
export function lawsOf(way: Method, jurisdiction: string, library: Laws): readonly string[] {
  const { acknowledging, laws } = library.jurisdiction(jurisdiction);
  const ids = acknowledging?.ways.find((one) => one.way === way)?.laws ?? [];
  return ids.map((id) => laws.find((one) => one.id === id)?.citation ?? id);
}

/** What wants the employee’s own signature where a paper is acknowledged in one way, as it is cited; null where nothing does. */
export function signatureLawOf(way: Method, jurisdiction: string, library: Laws): string | null {
  const isWanted = library.jurisdiction(jurisdiction).acknowledging?.ways.some((one) => one.way === way && one.signed) ?? false;
  return isWanted ? lawsOf(way, jurisdiction, library).join('; ') : null;
}

/** What wants somebody new to know a paper before the contract or on the first day, as it is cited; null where no law does. */
export function newcomerLawOf(jurisdiction: string, library: Laws): string | null {
  const { acknowledging, laws } = library.jurisdiction(jurisdiction);
  const term = acknowledging?.newcomers;
  return term === undefined ? null : (laws.find(({ id }) => id === term.law)?.citation ?? term.law);
}

/** Whom somebody may turn to about how their data is handled, with what gives the right; null where nobody has looked. */
export function complaintsIn(jurisdiction: string, locale: Locale, library: Laws): string | null {
  const { complaints, laws } = library.jurisdiction(jurisdiction);
  if (!complaints) return null;
  const cited = complaints.laws.map((id) => laws.find((one) => one.id === id)?.citation ?? id);
  return `${complaints.text[locale]} (${cited.join('; ')})`;
}

/** From when years of keeping are counted. */
export const countIn = (jurisdiction: string, library: Laws): Count =>
  library.jurisdiction(jurisdiction).acknowledging?.keeping?.from ?? 'day';
