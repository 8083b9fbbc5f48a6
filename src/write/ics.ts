/** Writes an agenda as a calendar file (RFC 5545). */
import type { Agenda, AgendaEntry, Participant, Reminder } from '../document/agenda.js';
import { line, listLine, mailto, textLine } from './ics/lines.js';

/**
 * The agenda as the text of an .ics file. Every entry takes whole days, so no time zone has to be defined; the calendar
 * only names the one that its owner lives in. There is no METHOD: with PUBLISH nobody could be named as invited, and
 * REQUEST would send invitations (RFC 5546, section 3.2). The same agenda gives the same text.
 */
export function writeIcs(agenda: Agenda): string {
  const { title, description, language, timeZone } = agenda;
  return [
    line('BEGIN', 'VCALENDAR'),
    line('VERSION', '2.0'),
    line('PRODID', '-//Rolewright//Onboarding//EN'),
    line('CALSCALE', 'GREGORIAN'),
    // RFC 7986 has names for these; most programs know only the older ones.
    textLine('NAME', title, language),
    textLine('X-WR-CALNAME', title),
    textLine('DESCRIPTION', description, language),
    line('X-WR-TIMEZONE', timeZone),
    ...agenda.entries.flatMap((entry) => event(entry, agenda)),
    line('END', 'VCALENDAR'),
  ].join('');
}

function event(entry: AgendaEntry, { edition, language, organiser }: Agenda): string[] {
  return [
    line('BEGIN', 'VEVENT'),
    line('UID', entry.uid),
    line('DTSTAMP', `${basic(edition.date)}T000000Z`),
    line('SEQUENCE', edition.number),
    line('DTSTART', basic(entry.from), { VALUE: 'DATE' }),
    line('DTEND', basic(entry.until), { VALUE: 'DATE' }),
    textLine('SUMMARY', entry.summary, language),
    textLine('DESCRIPTION', entry.description, language),
    listLine('CATEGORIES', entry.categories, language),
    line('CLASS', entry.confidential ? 'PRIVATE' : 'PUBLIC'),
    // Work on a task of the plan does not make anybody unavailable for a whole day.
    line('TRANSP', 'TRANSPARENT'),
    ...(organiser && entry.attendees.length > 0 ? people(organiser, entry.attendees) : []),
    ...entry.reminders.flatMap((reminder) => alarm(reminder, entry, language)),
    line('END', 'VEVENT'),
  ];
}

/** Everybody gets a file of their own, so that servers must not send invitations as well (RFC 6638, section 7.1). */
const people = (organiser: Participant, attendees: readonly Participant[]): string[] => [
  line('ORGANIZER', mailto(organiser.email), { CN: organiser.name, 'SCHEDULE-AGENT': 'NONE' }),
  ...attendees.map(({ name, email }) =>
    line('ATTENDEE', mailto(email), {
      CN: name,
      CUTYPE: 'INDIVIDUAL',
      ROLE: 'REQ-PARTICIPANT',
      PARTSTAT: 'NEEDS-ACTION',
      RSVP: 'FALSE',
      'SCHEDULE-AGENT': 'NONE',
    }),
  ),
];

const alarm = (reminder: Reminder, { summary }: AgendaEntry, language: string): string[] => [
  line('BEGIN', 'VALARM'),
  line('ACTION', 'DISPLAY'),
  line('TRIGGER', fromMidnight(reminder)),
  textLine('DESCRIPTION', summary, language),
  line('END', 'VALARM'),
];

/** From midnight, at which a whole day begins wherever its reader is (section 3.8.6.3): nine on the day before is fifteen hours earlier. */
function fromMidnight({ daysBefore, hour }: Reminder): string {
  const hours = daysBefore * 24 - hour;
  const days = Math.floor(Math.abs(hours) / 24);
  const rest = Math.abs(hours) % 24;
  const duration = `${days > 0 ? `${days}D` : ''}${rest > 0 || days === 0 ? `T${rest}H` : ''}`;
  return `${hours > 0 ? '-' : ''}P${duration}`;
}

const basic = (date: string): string => date.replaceAll('-', '');
