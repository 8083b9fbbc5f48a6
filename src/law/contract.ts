/** The employment contract that counts, and how long its term is: limits of the law depend on it. */
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Person } from '../person/person.generated.js';
import { addDays, addMonths, daysBetween } from './dates.js';

/** Who is employed by whom; null where it is not known. */
export interface Employment {
  person: Person | null;
  organisation: Organisation | null;
}

/** For an indefinite time, for so many months, or for a fixed term that ends on no day of the calendar. */
export type Term = { kind: 'indefinite' } | { kind: 'months'; months: number } | { kind: 'open-end' };

/**
 * The term of the person’s own contract, otherwise of the organisation’s usual one; null where neither is known. A
 * contract with its last day is as long as it is from the first day of work, and of unknown length without that. One on call
 * of which nobody says how long it is may be either.
 */
export function termOf({ person, organisation }: Employment): Term | null {
  const contract = person?.contract ?? organisation?.contract;
  if (!contract) return null;
  if (contract.kind === 'indefinite') return { kind: 'indefinite' };
  if (contract.months !== undefined) return { kind: 'months', months: contract.months };
  const endDate = person?.contract?.endDate;
  if (endDate === undefined) return contract.kind === 'on-call' ? null : { kind: 'open-end' };
  return person?.hireDate === undefined ? null : { kind: 'months', months: monthsThrough(person.hireDate, endDate) };
}

/** The last day of a fixed term that begins on the first day of work; null where it ends on no known day. */
export function endOfContract(firstDay: string, { person, organisation }: Employment): string | null {
  const contract = person?.contract ?? organisation?.contract;
  if (!contract || contract.kind === 'indefinite') return null;
  const endDate = person?.contract?.endDate;
  if (endDate !== undefined) return endDate;
  return contract.months === undefined ? null : lastDayOf(firstDay, Math.floor(contract.months));
}

/**
 * Months from one day through another, both of them included: from 4 December through 3 June they are six. What is over
 * whole months counts as a part of one, of 31 days, so that it is never a month.
 */
export function monthsThrough(from: string, last: string): number {
  let whole = 0;
  while (lastDayOf(from, whole + 1) <= last) whole += 1;
  return whole + daysBetween(lastDayOf(from, whole), last) / 31;
}

const lastDayOf = (from: string, months: number): string => addDays(addMonths(from, months), -1);

/** Whether no hours are certain: the usual ones are then not those of whoever is employed so. */
export const isOnCall = ({ person, organisation }: Employment): boolean => (person?.contract ?? organisation?.contract)?.kind === 'on-call';
