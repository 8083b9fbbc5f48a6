/** Clauses of a role as templates print them: one text each, with what the role says beside the text put into words. */
import { withRemark } from '../language/sentences.js';
import type { Clause, Duty, DutyGroup, Liability, Right, Span } from '../role/role.generated.js';
import type { Wording } from './wording.js';

export interface Statement {
  id: string;
  text: string;
  items: Statement[];
}

export interface DutyGroupEntry {
  id: string;
  heading: string;
  lead: string | null;
  goal: string | null;
  result: string | null;
  measure: string | null;
  /** In percent of working time. */
  share: number | null;
  duties: Statement[];
}

export const entries = (clauses: readonly Clause[] | undefined, wording: Wording): Statement[] =>
  (clauses ?? []).filter(wording.applies).map((clause) => ({
    id: clause.id,
    text: wording.say(clause.text),
    items: entries(clause.items, wording),
  }));

/** Duty groups with the duties that `wanted` keeps; groups left empty go. */
export function dutyGroups(groups: readonly DutyGroup[], wording: Wording, wanted: (duty: Duty) => boolean = () => true): DutyGroupEntry[] {
  return groups
    .filter(wording.applies)
    .map((group) => ({
      id: group.id,
      heading: wording.say(group.heading),
      lead: wording.sayMaybe(group.lead),
      goal: wording.sayMaybe(group.goal),
      result: wording.sayMaybe(group.result),
      measure: wording.sayMaybe(group.measure),
      share: group.share ?? null,
      duties: dutyEntries(group.duties.filter(wanted), wording),
    }))
    .filter((group) => group.duties.length > 0);
}

export const dutyEntries = (duties: readonly Duty[], wording: Wording): Statement[] =>
  duties.filter(wording.applies).map((duty) => {
    const remarks = remarksOf(duty, wording);
    const text = wording.say(duty.text);
    return {
      id: duty.id,
      text: remarks.length > 0 ? withRemark(text, remarks.join('; ')) : text,
      items: dutyEntries(duty.items ?? [], wording),
    };
  });

export const rightEntries = (rights: readonly Right[], wording: Wording): Statement[] =>
  rights.filter(wording.applies).map((right) => ({
    id: right.id,
    text: [wording.say(right.text), wording.sayMaybe(right.limits)].filter(Boolean).join(' '),
    items: entries(right.items, wording),
  }));

/** The limits that the law sets to a kind of responsibility stand in every clause, as inspectors expect to see them. */
export const liabilityEntries = (liabilities: readonly Liability[], wording: Wording): Statement[] =>
  liabilities.filter(wording.applies).map((liability) => {
    const limit = wording.jurisdiction.responsibility[liability.kind]?.text[wording.locale];
    const text = wording.say(liability.text);
    return { id: liability.id, text: limit ? limited(text, limit, wording) : text, items: entries(liability.items, wording) };
  });

/** The limit belongs to the responsibility itself, so it stands before any sentence that explains it further. */
function limited(text: string, limit: string, wording: Wording): string {
  const [, first = text, rest = ''] = /^(.*?)(\. \p{Lu}.*)$/su.exec(text) ?? [];
  return wording.phrase('responsibility.limited', { text: first, limit }) + rest;
}

/** When, how often, by when, by what means and whom to tell: what stands in brackets after a duty. */
function remarksOf(duty: Duty, wording: Wording): string[] {
  const { phrase } = wording;
  const remarks: (string | null)[] = [
    wording.sayMaybe(duty.condition),
    duty.frequency ? phrase(`frequency.${duty.frequency.every}`, { times: duty.frequency.times ?? 1 }) : null,
    duty.deadline === undefined
      ? null
      : isSpan(duty.deadline)
        ? within(duty.deadline, wording)
        : phrase('duty.deadline', { deadline: wording.say(duty.deadline) }),
    wording.sayMaybe(duty.channel),
    duty.escalateTo ? phrase('duty.escalate', { post: wording.post(duty.escalateTo).dative }) : null,
  ];
  return remarks.filter((remark) => remark !== null);
}

const isSpan = (deadline: NonNullable<Duty['deadline']>): deadline is Span => typeof deadline === 'object' && 'value' in deadline;

/** «в течение 1 часа с момента …», “within 1 hour of …”. */
export function within(span: Span, wording: Wording): string {
  const time = wording.phrase(`within.${span.unit}`, { n: span.value });
  return span.from ? wording.phrase('within.from', { within: time, from: wording.say(span.from) }) : time;
}
