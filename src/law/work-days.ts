/** The days on which one person works: a week of their own, or a rota, in the calendar of the organisation. */
import { departmentOf } from '../organisation/superior.js';
import type { Placed } from '../organisation/superior.js';
import type { Role, WorkDays } from '../role/role.generated.js';
import { daysBetween, weekday } from './dates.js';
import { movesOver } from './work-calendar.js';
import type { DayOff, WorkCalendar } from './work-calendar.js';

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/**
 * What is agreed with the person, then what holds for the position here, then what the work itself asks for, then what is
 * usual in the department and in the organisation; null where nobody says.
 */
export function workDaysOf(role: Role, placed: Placed): WorkDays | null {
  const { organisation, person } = placed;
  const layers = [person, organisation?.positions?.[role.id], role, departmentOf(placed), organisation];
  return layers.map((layer) => layer?.facts?.days).find((days) => days !== undefined) ?? null;
}

/**
 * The calendar of somebody who begins on a day: until then that of the organisation, whose people prepare; from then on the
 * person’s own days, without the holidays and free days of all. A rota goes on over weekends. Terms of the law do not follow it.
 */
export function ownCalendar(company: WorkCalendar, days: WorkDays | null, firstDay: string): WorkCalendar {
  if (days === null) return company;
  const isWorked = Array.isArray(days) ? inWeek(days) : inRota(days, firstDay);
  const dayOff = (date: string): DayOff | null => {
    const reason = company.dayOff(date);
    if (date < firstDay || (reason !== null && reason !== 'weekend')) return reason;
    return isWorked(date) ? null : 'own';
  };
  return { ...company, dayOff, ...movesOver(dayOff) };
}

const inWeek = (days: readonly (typeof week)[number][]) => {
  const worked = new Set(days.map((day) => week.indexOf(day) + 1));
  return (date: string): boolean => worked.has(weekday(date));
};

const inRota = ({ on, off, from }: Exclude<WorkDays, readonly unknown[]>, firstDay: string) => {
  const length = on + off;
  const begin = from ?? firstDay;
  return (date: string): boolean => ((daysBetween(begin, date) % length) + length) % length < on;
};
