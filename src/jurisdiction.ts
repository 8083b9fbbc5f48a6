/** A country's law and paper, as `jurisdictions/*.yaml` hold it. Language and law combine freely. */
import type { Locale } from './document.js';
import type { Jurisdiction as JurisdictionId, Liability } from './role/role.generated.js';

export type { JurisdictionId };

type Words = Record<Locale, string>;

export interface Jurisdiction {
  id: JurisdictionId;
  name: Words;
  /** Id of the layout profile that documents have unless the organisation names another. */
  layout: string;
  /** BCP 47 tag of each language as this country writes it. */
  languages: Record<Locale, string>;
  limits: { probationMonths: ProbationLimits };
  laws: LawReference[];
  /** What the law adds to a responsibility of a kind, printed after its text. */
  responsibility: Partial<Record<Liability['kind'], LegalText>>;
  /** Printed once after the list of responsibilities. */
  liabilityNotes: LegalText[];
  /** Closing provisions by the legal form of the document. */
  final: Record<DocumentForm, (LegalText & { id: string })[]>;
  /** The line above the employee's signature: an ICU phrase with `gender`. */
  acknowledgement: Record<DocumentForm, Words>;
  /** What the law wants to be said where a mentor is named. */
  mentorNote: LegalText | null;
  /** What the law wants to be done when somebody starts, in the order of work. */
  starting: readonly StartingDuty[];
  probation: ProbationLaw;
  /** What new employees read and sign for besides the papers of their role. */
  policies: readonly (LegalText & { id: string })[];
  calendar: CalendarLaw;
}

export interface StartingDuty {
  id: string;
  /** Ids of the law references that it rests on. */
  laws: readonly string[];
  text: Words;
  /** By when, in words. */
  when: Words;
  /** By when, counted from the first day of work, where that can be reckoned: 0 is that day itself. */
  until?: { value: number; unit: 'working-day' | 'calendar-day' | 'week' | 'month' };
  /** What else must be kept in mind, such as ink on paper. */
  note?: Words;
}

/** How a probation ends. */
export interface ProbationLaw {
  /** Whether the parties may make it longer. */
  extension: boolean;
  /** How many calendar days before its end notice of a failed probation is given at the latest; null where contracts decide. */
  noticeDays: number | null;
  rules: readonly LegalText[];
}

/** How a country tells days of work from days off. */
export interface CalendarLaw {
  /** ISO 3166 code of the country. */
  country: string;
  /** IANA name of the zone that most of its employers live in. */
  timeZone: string;
  /** Parts of the country with holidays of their own, by the names that organisations use; the first is the usual one. */
  regions?: Record<string, string>;
  /** Days that contracts or collective agreements may make holidays: how the library of holidays writes each. */
  extraHolidays?: Record<string, string>;
  /** What becomes of a holiday on a weekend where the library of holidays does not say it. */
  weekendHolidays?: 'next-working-day';
  /** Where the state moves days off year by year: its decree of each year. A year that is not here cannot be reckoned. */
  years?: Record<string, CalendarYear>;
}

export interface CalendarYear {
  source: string;
  address?: string;
  /** As with law references. */
  checked?: string | null;
  /** Days off moved from one day to another. A plain weekend day that loses its rest is worked. */
  transfers?: readonly { from: string; to: string }[];
  /** Working days that are an hour shorter. */
  shortened?: readonly string[];
}

/** The longest probation in months; null where the law sets no limit. */
export interface ProbationLimits {
  law: string | null;
  general: number | null;
  topManagement: number | null;
  /** Shorter limits of fixed-term contracts: the first that fits counts. `through` includes a contract of that many months, `below` does not. */
  fixedTerm?: readonly { through?: number; below?: number; limit: number }[];
}

export type DocumentForm = 'annex' | 'local-act';

export interface LegalText {
  /** Id of the law reference that the text rests on; null when it is custom. */
  law: string | null;
  text: Words;
}

export interface LawReference {
  id: string;
  citation: string;
  /** How documents name it in each language, where they do. */
  named?: Words;
  about: string;
  address: string | null;
  /** When the reference was last compared with its source, YYYY-MM or YYYY-MM-DD; null when nobody has yet. */
  checked: string | null;
}
