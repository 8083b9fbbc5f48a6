/** What an organisation asks of itself: where one person is enough, and where it takes two. */
import { usualPolicy } from './due.js';
import type { DatePolicy } from './due.js';
import type { Life } from './fold.js';

export interface Rules {
  /** Whether a proposal is approved by another than its author. */
  readonly approvalByTwo: boolean;
  /** Whether a document is voided by two people. */
  readonly voidByTwo: boolean;
  /** Whether a scan is compared with its paper by another than who scanned it. */
  readonly scanByTwo: boolean;
  /** Whether only roles whose proposal was approved are issued. */
  readonly approvedOnly: boolean;
}

/** Until the organisation says otherwise. A scan gets its second look, since nobody sees their own slips. */
export const usualRules: Rules = { approvalByTwo: false, voidByTwo: false, scanByTwo: true, approvedOnly: false };

/** The rules in force. A set whose words are gone counts as the usual one: rules are nobody’s personal data and are not erased. */
export const rulesOf = (register: Life<'register'>): Rules => register.last['rules-set']?.payload ?? usualRules;

/** The date policy in force; what the organisation has not set is as usual. */
export function policyOf(register: Life<'register'>): DatePolicy {
  const { newcomer, change, renewalMonths } = register.last['rules-set']?.payload ?? {};
  return {
    newcomer: newcomer ?? usualPolicy.newcomer,
    change: change ?? usualPolicy.change,
    renewalMonths: renewalMonths ?? usualPolicy.renewalMonths,
  };
}
