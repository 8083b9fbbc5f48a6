/** A country's law and paper, as `jurisdictions/*.yaml` hold it. Language and law combine freely. */
import type { DeepReadonly } from '../content/content.js';
import type { Jurisdiction as JurisdictionId } from '../role/role.generated.js';
import type * as Generated from './jurisdiction.generated.js';

export type { JurisdictionId };

export type LawReference = DeepReadonly<Generated.LawReference>;
export type LegalText = DeepReadonly<Generated.LegalText>;
export type StartingDuty = DeepReadonly<Generated.StartingDuty>;
export type LegalTerm = DeepReadonly<Generated.LegalTerm>;
export type ProbationLaw = DeepReadonly<Generated.ProbationLaw>;
export type ServiceLaw = DeepReadonly<Generated.ServiceLaw>;
export type BeforeEnd = DeepReadonly<Generated.BeforeEnd>;
export type ProbationLimits = DeepReadonly<Generated.ProbationLimits>;
export type CalendarYear = DeepReadonly<Generated.CalendarYear>;

/** The legal form of a document. */
export type DocumentForm = keyof Generated.Jurisdiction['final'];

export interface Jurisdiction extends DeepReadonly<Omit<Generated.Jurisdiction, 'calendar'>> {
  readonly calendar: CalendarLaw;
}

export interface CalendarLaw extends DeepReadonly<Omit<Generated.CalendarLaw, 'holidays'>> {
  readonly holidays: readonly HolidayRule[];
}

/** In the order of ISO 8601. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies Generated.Weekday[];
export type Weekday = Generated.Weekday;

/**
 * On which day of each year a holiday falls. The schema has these keys side by side, so that each mistake in them is told
 * by itself; that a rule has the keys of one line, and of no other, is checked beyond the schema.
 */
export type HolidayDay =
  /** Month and day: `12-25`. */
  | { readonly day: string }
  /** Days after Easter Sunday, before it where the number is negative. */
  | { readonly easter: number }
  /** The first (1) to fourth (4) or the last (-1) such weekday of a month. */
  | { readonly nth: NonNullable<Generated.HolidayRule['nth']>; readonly weekday: Weekday; readonly month: number }
  /** Single days of single years: what was proclaimed once. */
  | { readonly dates: readonly string[] };

export type HolidayRule = HolidayDay & DeepReadonly<Omit<Generated.HolidayRule, 'day' | 'easter' | 'nth' | 'weekday' | 'month' | 'dates'>>;
