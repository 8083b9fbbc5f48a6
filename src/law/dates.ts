/** Reckoning with calendar dates written as `2026-11-22`; no clock and no time zone is involved. */

const dayLength = 86_400_000;

const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** So many calendar days later, or earlier where the number is negative. */
export const addDays = (date: string, days: number): string => dateAt(timeOf(date) + days * dayLength);

/** Calendar days from one date to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((timeOf(to) - timeOf(from)) / dayLength);

/** Monday is 1, Sunday is 7, as ISO 8601 numbers them. */
export const weekday = (date: string): number => new Date(timeOf(date)).getUTCDay() || 7;

export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The same day so many months later, or the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day, lastDay));
  return target.toISOString().slice(0, 10);
}
