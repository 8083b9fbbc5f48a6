/** `register init` and `register rules`. */
import { choiceOf, diagnostic, openWorkplace } from 'rolewright';
import type { Diagnostic, Phrases } from 'rolewright';
import { begin, keepOut, nameOf, setRules } from '../../register/begin.js';
import { registerId } from '../../life/ids.js';
import { remindersOf } from '../../register/remind.js';
import type { Reminders } from '../../register/remind.js';
import { newcomerLawOf } from '../../register/law.js';
import { employerOf, orRefuse, policyIn, rulesIn } from '../../register/setting.js';
import type { Payloads } from '../../life/events.js';
import { placeOf } from '../../storage/open.js';
import { openStorage } from '../../storage/storage.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';

export async function init(options: CommonOptions, counter: Counter): Promise<Answer> {
  const { desk, target, edge, today, say } = counter;
  const told: Diagnostic[] = [];
  const workplace = openWorkplace(options, desk, told);
  orRefuse(told);
  const organisation = nameOf(employerOf({ workplace }));
  // Before there is anything that it should keep out.
  const isIgnoring = keepOut(desk, say('told.ignoreNote'));
  const storage = await openStorage(target, edge, { create: true });
  try {
    const isNew = await begin(storage, { organisation, today });
    const place = placeOf(target);
    const note = isNew ? say('told.begun', { organisation, place }) : say('told.begunAlready', { place });
    return { data: { begun: isNew, place, organisation }, note: isIgnoring ? `${note}\n${say('told.ignoring')}` : note };
  } finally {
    await storage.close();
  }
}

const ruleNames = ['approvalByTwo', 'voidByTwo', 'scanByTwo', 'approvedOnly'] as const;
/** How long people have, with the most that can be said. */
const terms = { newcomerDays: 366, changeDays: 366, renewalMonths: 120 } as const;
type Term = keyof typeof terms;
const termNames = Object.keys(terms) as readonly Term[];

export type RuleOptions = CommonOptions & Partial<Record<(typeof ruleNames)[number] | Term | 'remindBefore' | 'remindAfter', string>>;

/** `approvalByTwo` as it is typed. */
const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function wholeOf(name: Term, written: string, usage: Diagnostic[]): number {
  const most = terms[name];
  if (/^\d{1,3}$/.test(written) && Number(written) <= most) return Number(written);
  usage.push(diagnostic('unknown-option-value', { option: flagOf(name), value: written, known: `0–${most}`, nearest: '' }));
  return 0;
}

/** `3,1`; nothing is said with 0 days where 0 is none: `--remind-after none`. */
function daysIn(
  option: string,
  written: string | undefined,
  [least, most]: readonly [number, number],
  before: readonly number[],
  usage: Diagnostic[],
): readonly number[] {
  if (written === undefined) return before;
  if (written === 'none') return [];
  const days = written.split(',').map((one) => (/^\s*\d{1,2}\s*$/.test(one) ? Number(one) : -1));
  if (days.length <= most && days.every((day) => day >= least && day <= 60)) return days;
  usage.push(diagnostic('unknown-option-value', { option, value: written, known: 'none, 1, 3,1', nearest: '' }));
  return before;
}

function wantedRules(options: RuleOptions, before: Reminders, say: Phrases): Partial<Payloads['rules-set']> {
  const usage: Diagnostic[] = [];
  /** In the language of the user too. */
  const answers = new Map([
    [say('rules.yes').toLowerCase(), 'yes'],
    [say('rules.no').toLowerCase(), 'no'],
  ]);
  const plain = (written: string): string => answers.get(written.trim().toLowerCase()) ?? written;
  const wanted = Object.fromEntries(
    ruleNames.flatMap((name) =>
      options[name] === undefined ? [] : [[name, choiceOf(flagOf(name), plain(options[name]), ['yes', 'no'], usage) === 'yes']],
    ),
  );
  const days = (name: Term): { readonly value: number; readonly unit: 'working-day' } | undefined =>
    options[name] === undefined ? undefined : { value: wholeOf(name, options[name], usage), unit: 'working-day' };
  const [newcomer, change] = [days('newcomerDays'), days('changeDays')];
  const { renewalMonths } = options;
  const all = {
    ...wanted,
    ...(newcomer && { newcomer }),
    ...(change && { change }),
    ...(renewalMonths !== undefined && { renewalMonths: wholeOf('renewalMonths', renewalMonths, usage) }),
    ...((options.remindBefore !== undefined || options.remindAfter !== undefined) && {
      reminders: {
        before: daysIn('--remind-before', options.remindBefore, [0, 5], before.before, usage),
        after: daysIn('--remind-after', options.remindAfter, [1, 10], before.after, usage),
      },
    }),
  };
  orRefuse(usage);
  return all;
}

export const rules = (options: RuleOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const { read } = setting.storage;
    const remindersNow = async (): Promise<Reminders> => remindersOf(await read.eventsOf(registerId));
    const wanted = wantedRules(options, await remindersNow(), counter.say);
    if (Object.keys(wanted).length > 0) await setRules(wanted, setting);
    const reminders = await remindersNow();
    const [held, policy] = [await rulesIn(read), await policyIn(read)];
    const law = newcomerLawOf(employerOf(setting).jurisdiction, setting.desk.library);
    if (law !== null && policy.newcomer.value > 0)
      counter.problems.push({ code: 'register-newcomers-by-law', severity: 'warning', args: { law } });
    const { say } = counter;
    const said: Readonly<Record<Term, number | null>> = {
      newcomerDays: policy.newcomer.value,
      changeDays: policy.change.value,
      renewalMonths: policy.renewalMonths,
    };
    return {
      data: { rules: Object.fromEntries(ruleNames.map((name) => [name, held[name]])), terms: policy, reminders },
      lines: [
        ...ruleNames.map((name) => `${say(`rules.${name}`)}: ${say(held[name] ? 'rules.yes' : 'rules.no')}`),
        ...termNames.map((name) => `${say(`rules.${name}`)}: ${said[name] ?? say('rules.never')}`),
        `${say('rules.remindBefore')}: ${reminders.before.join(', ') || say('rules.never')}`,
        `${say('rules.remindAfter')}: ${reminders.after.join(', ') || say('rules.never')}`,
      ],
    };
  });
