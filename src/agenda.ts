/** An onboarding as a calendar: days, words and people settled, for writers that know nothing of roles. It imports nothing. */

export interface Agenda {
  title: string;
  description: string;
  /** BCP 47 tag of all words. */
  language: string;
  /** IANA name of the zone whose days are meant: `Europe/Amsterdam`. */
  timeZone: string;
  edition: Edition;
  /** The one who asks for all this; without one nobody is named as invited. */
  organiser: Participant | null;
  /** In the order of their days. */
  entries: AgendaEntry[];
}

/** Which export this is: a calendar program takes the entry with the higher number for the newer one. */
export interface Edition {
  /** YYYY-MM-DD */
  date: string;
  number: number;
}

export interface Participant {
  name: string;
  email: string;
}

/** Something that takes whole days. */
export interface AgendaEntry {
  /** The same in every export of the same matter, and nothing can be read from it. */
  uid: string;
  summary: string;
  description: string;
  /** The first day, YYYY-MM-DD. */
  from: string;
  /** The day after the last one. */
  until: string;
  categories: string[];
  /** Whether those who may look into the calendar see that time is taken but not for what. */
  confidential: boolean;
  attendees: Participant[];
  reminders: Reminder[];
}

/** A reminder at an hour of a day before the first one; on that day itself with 0. */
export interface Reminder {
  daysBefore: number;
  /** 0–23 */
  hour: number;
}
