/** Days where the register is kept: the clock of events is that of UTC. */
import type { Setting } from './setting.js';

/** The zone of the organisation; else that of the machine, and UTC where nobody says it. */
export const zoneOf = ({ workplace, zone }: Pick<Setting, 'workplace' | 'zone'>): string =>
  workplace.organisation?.distance?.zone ?? zone ?? 'UTC';

/** The day of a moment in a zone, YYYY-MM-DD. */
export function dayIn(utc: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(utc),
  );
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
}

/** The day of an event as it is dated in the register: never after today, whatever the zone. Null for none. */
export function dayOfEvent(
  event: { readonly at: string } | undefined,
  setting: Pick<Setting, 'workplace' | 'zone' | 'today'>,
): string | null {
  if (!event) return null;
  const day = dayIn(event.at, zoneOf(setting));
  return day > setting.today ? setting.today : day;
}
