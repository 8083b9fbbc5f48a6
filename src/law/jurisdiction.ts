/** A country's law and paper, as `jurisdictions/*.yaml` hold it. Language and law combine freely. */
import type { Locale } from '../document/document.js';
import type { Jurisdiction as JurisdictionId, Liability } from '../role/role.generated.js';

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
  /** By when, where that can be reckoned. */
  until?: LegalTerm;
  /** What else must be kept in mind, such as ink on paper. */
  note?: Words;
}

/** A term counted from the first day of work: 0 is that day itself. */
export interface LegalTerm {
  value: number;
  unit: 'working-day' | 'calendar-day' | 'week' | 'month';
}

/** Whose probation counts, and how it ends. */
export interface ProbationLaw {
  /**
   * Whether a probation is usual. Where it is not, papers speak of one only when it is agreed with the person or set by the
   * organisation; what a role states is a proposal.
   */
  usual: boolean;
  /** Whether the parties may make it longer. */
  extension: boolean;
  /** How many calendar days before its end notice of a failed probation is given at the latest; null where contracts decide. */
  noticeDays: number | null;
  rules: readonly LegalText[];
}

/** How a country tells days of work from days off. */
export interface CalendarLaw {
  /** IANA name of the zone that most of its employers live in. */
  timeZone: string;
  /** Parts of the country with holidays of their own; the first is the usual one. */
  regions?: readonly string[];
  holidays: readonly HolidayRule[];
  /** Where the state moves days off year by year: its decree of each year. A year that is not here cannot be reckoned. */
  years?: Record<string, CalendarYear>;
}

/** In the order of ISO 8601. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** On which day of each year a holiday falls. */
export type HolidayDay =
  /** Month and day: `12-25`. */
  | { day: string }
  /** Days after Easter Sunday, before it where the number is negative. */
  | { easter: number }
  /** The first (1) to fourth (4) or the last (-1) such weekday of a month. */
  | { nth: 1 | 2 | 3 | 4 | -1; weekday: Weekday; month: number }
  /** Single days of single years: what was proclaimed once. */
  | { dates: readonly string[] };

export type HolidayRule = HolidayDay & {
  id: string;
  /** Id of the law reference that it rests on. */
  law: string;
  /** The parts of the country that keep it; all when absent. */
  regions?: readonly string[];
  /** The first and the last year in which it is kept. */
  from?: number;
  until?: number;
  /** Where it is kept on another day when it falls on such a weekday: how many days later, or earlier when negative. */
  instead?: Partial<Record<Weekday, number>>;
  /** The day on which it was kept in a single year, by that year. */
  moved?: Record<string, string>;
  /** Which day is taken off as well when it falls on a weekend; none when absent. */
  weekend?: 'next-working-day';
  /** Whether it is a day off only where the contract or a collective agreement makes it one. */
  byContract?: boolean;
};

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
  /** The limit of a fixed term that ends on no day of the calendar, such as that of a project, where the law has one. */
  openEnd?: number;
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
