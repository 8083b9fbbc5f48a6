/** What the law wants done when somebody starts, in words and, where it can be reckoned, with dates. */
import { standingOf } from '../law/citation.js';
import type { Plan } from '../law/plan.js';
import type { Jurisdiction, StartingDuty } from '../law/jurisdiction.js';
import { endOfContract, isOnCall } from '../law/contract.js';
import { probationMonths } from '../law/probation.js';
import { concerns } from '../law/terms.js';
import { subordinatesOf } from '../organisation/team.js';
import type { Role } from '../role/role.generated.js';
import { branch } from '../language/phrases.js';
import { isMentored } from './mentoring.js';
import { actorName, dateInWords } from './onboarding.js';
import type { Parties } from './parties.js';
import { factsOf } from '../law/facts.js';
import type { Wording } from './wording.js';

/** What the law of the country wants when somebody starts. */
export function startingView(role: Role, parties: Parties, wording: Wording, plan: Plan | null) {
  const { jurisdiction, locale, phrase } = wording;
  const state = stateOf(parties, wording);
  const instruction = phrase('plan-hr.instruction', { category: branch(role.category) });
  const said = (words: string): string => words.replaceAll('{state}', state).replaceAll('{instruction}', instruction);
  const end = plan && endOfContract(plan.firstDay, parties);
  return (
    jurisdiction.starting
      .filter((duty) => concerns(duty, parties) && holdsFor(duty, role, parties, jurisdiction))
      // What is due after the contract has ended is never due.
      .filter(({ id }) => end === null || (plan?.legal.get(id) ?? end) <= end)
      .map(({ id, laws, text, when, note, acquaints = false, by = 'hr' }) => {
        const last = plan?.legal.get(id) ?? null;
        return {
          id,
          text: said(text[locale]),
          owner: by,
          by: actorName(by, wording),
          /** Whether it is that the new employee signs for the papers of the post. */
          acquaints,
          note: note?.[locale] ?? null,
          /** Empty where there is nothing that could be named. */
          basis: together(
            laws.flatMap((law) => namedLaw(law, wording) ?? []),
            wording,
          ).join('; '),
          when: said(when[locale]),
          until: last && dateInWords(last, wording),
          /** The same as a date. */
          last,
        };
      })
  );
}

/** The state of the organisation as a text of the law names it; “state” where it is not known. */
export const stateOf = ({ organisation }: Parties, wording: Wording): string =>
  wording.phrase('plan-hr.state', { state: wording.sayMaybe(organisation?.state) ?? 'none' });

function holdsFor({ onlyFor, states, exceptStates }: StartingDuty, role: Role, parties: Parties, jurisdiction: Jurisdiction): boolean {
  if ((states && !isIn(states, parties)) || (exceptStates && isIn(exceptStates, parties))) return false;
  switch (onlyFor) {
    case 'leaders':
      return subordinatesOf(role, parties.organisation) !== undefined;
    case 'staff':
      return subordinatesOf(role, parties.organisation) === undefined;
    case 'home-workers':
      return factsOf(role, parties).hybrid !== undefined;
    case 'probation':
      return probationMonths(role, parties, jurisdiction) !== 0;
    case 'mentored':
      return isMentored(role, parties);
    case 'on-call':
      return isOnCall(parties);
    case 'e-verify':
      return parties.organisation?.eVerify ?? false;
    default:
      return true;
  }
}

/** Whether the organisation is in one of these states, by any name that its file has for its own. */
function isIn(states: readonly string[], { organisation }: Parties): boolean {
  const { state = '' } = organisation ?? {};
  const names = (typeof state === 'string' ? [state] : Object.values(state)).map((name) => name.trim().toLowerCase());
  return states.some((one) => names.includes(one.toLowerCase()));
}

/** Articles of one act are said together: “art. 5 en 14 Arbowet”, «ст. 65 и 68 ТК РФ». */
function together(laws: readonly string[], wording: Wording): string[] {
  const parts = laws.map((law) => /^(art\.|ст\.) (\S+) (.+)$/u.exec(law));
  const acts = new Map<string, string[]>();
  for (const [at, law] of laws.entries()) {
    const [, sign = '', article = law, act = ''] = parts[at] ?? [];
    const key = parts[at] ? `${sign}|${act}` : law;
    acts.set(key, [...(acts.get(key) ?? []), article]);
  }
  return [...acts].map(([key, articles]) => {
    const [sign, act] = key.split('|');
    return act === undefined ? key : `${sign ?? ''} ${wording.join(articles, 'and')} ${act}`;
  });
}

/** The law of a reference as documents name it in their language: with its article only where somebody has read it. */
export function namedLaw(id: string, { jurisdiction, locale }: Pick<Wording, 'jurisdiction' | 'locale'>): string | null {
  const law = jurisdiction.laws.find((one) => one.id === id);
  if (!law) return null;
  return standingOf(law) === 'open' ? (law.act?.[locale] ?? null) : (law.named?.[locale] ?? law.citation);
}
