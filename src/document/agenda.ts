/** An onboarding as a calendar: days, words and people settled, for writers that know nothing of roles. It imports nothing. */

export interface Agenda {
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag of all words. */
  readonly language: string;
  /** IANA name of the zone whose days are meant: `Europe/Amsterdam`. */
  readonly timeZone: string;
  readonly edition: Edition;
  /** The one who asks for all this; without one nobody is named as invited. */
  readonly organiser: Participant | null;
  /** In the order of their days. */
  readonly entries: readonly AgendaEntry[];
}

/** Which export this is: a calendar program takes the entry with the higher number for the newer one. */
export interface Edition {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly number: number;
}

export interface Participant {
  readonly name: string;
  readonly email: string;
}

/** Something that takes whole days. */
export interface AgendaEntry {
  /** The same in every export of the same matter, and nothing can be read from it. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  /** The first day, YYYY-MM-DD. */
  readonly from: string;
  /** The day after the last one. */
  readonly until: string;
  readonly categories: readonly string[];
  /** Whether those who may look into the calendar see that time is taken but not for what. */
  readonly confidential: boolean;
  readonly attendees: readonly Participant[];
  readonly reminders: readonly Reminder[];
}

/** A reminder at an hour of a day before the first one; on that day itself with 0. */
export interface Reminder {
  readonly daysBefore: number;
  /** 0–23 */
  readonly hour: number;
}
