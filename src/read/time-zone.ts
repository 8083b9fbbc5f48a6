/** Names of time zones, as files give them. */
import { nearest } from '../diagnostic/nearest.js';
import { finding, quoted } from './finding.js';
import type { Finding } from './finding.js';

/** Says so where a value is no IANA name of a time zone; a value of another type is left to the schema. */
export const unknownTimeZone = (zone: unknown, pointer: string): Finding[] =>
  typeof zone !== 'string' || zone === '' || isTimeZone(zone)
    ? []
    : [finding('unknown-time-zone', pointer, { value: quoted(zone), nearest: nearest(zone, Intl.supportedValuesOf('timeZone')) })];

/** Former names count, which the list of names leaves out; an offset such as +03:00 knows nothing of summer time. */
function isTimeZone(zone: string): boolean {
  if (!/^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(zone)) return zone === 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
