/** Length of service, where protection against dismissal hangs on it. */
import type { Employment } from './contract.js';
import { addDays, addMonths } from './dates.js';
import type { ServiceLaw } from './jurisdiction.js';

export interface ServiceDates {
  /** The day on which the service is complete: with it the protection begins. */
  readonly complete: string;
  /** The last day on which notice can be given that ends the employment before. */
  readonly notice: string;
}

/**
 * From the start of continuous employment on. Notice counts from the day after it is given; it must run out before the
 * service is complete, that of the contract as well as that of the statute, which is added where less was given (Great
 * Britain, Employment Rights Act 1996, ss. 97(2) and 108).
 */
export function serviceDates(
  firstDay: string,
  { person, organisation }: Employment,
  { months, since, noticeDays }: ServiceLaw,
): ServiceDates {
  const complete = addDays(addMonths(person?.continuousFrom ?? firstDay, months), -1);
  const dayBefore = addDays(complete, -1);
  // Before the rule applies, an end of employment is not under it, however long the service.
  const lastDay = since !== undefined && dayBefore < since ? addDays(since, -1) : dayBefore;
  const ofStatute = addDays(lastDay, -noticeDays);
  const ofContract = person?.contract?.notice ?? organisation?.contract?.notice;
  if (!ofContract) return { complete, notice: ofStatute };
  const { value, unit } = ofContract;
  const agreed = unit === 'week' ? addDays(lastDay, -7 * value) : addMonths(lastDay, -value);
  return { complete, notice: agreed < ofStatute ? agreed : ofStatute };
}
