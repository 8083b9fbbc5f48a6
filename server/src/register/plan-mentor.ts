/** Mentors as staff lists name them: whoever begins an onboarding need not name them again, and one that runs follows the list. */
import { fullName, spelt } from 'rolewright';
import type { Diagnostic, Locale, Person } from 'rolewright';
import type { Draft } from '../life/events.js';
import { may } from '../life/may.js';
import { sameName } from '../life/people.js';
import type { Known } from '../life/person.js';
import type { Helper } from '../life/plan.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf } from './ask.js';
import { isAddress } from './contact.js';
import { everybody, someone } from './find.js';
import { spellingsOf } from './named.js';
import { rulesIn } from './setting.js';
import type { Setting } from './setting.js';

/** The mentor of a row of a list, as the register keeps it. */
export const listedMentor = ({ mentor }: Person, locale: Locale): Pick<Known, 'mentor'> =>
  mentor === undefined
    ? {}
    : { mentor: { name: fullName(spelt(mentor.name, locale), locale), ...(mentor.email !== undefined && { email: mentor.email }) } };

/** Who accompanies a newcomer: as somebody says; of whom the list says the same, with the address that it has. */
export function mentorMeant(said: Omit<Helper, 'as'> | null | undefined, { mentor }: Pick<Known, 'mentor'>): Omit<Helper, 'as'> | null {
  if (said === undefined) return mentor ?? null;
  return said !== null && said.email === undefined && mentor !== undefined && sameName(said.name, mentor.name)
    ? { ...mentor, ...said }
    : said;
}

/** Names another mentor in the onboardings of somebody that run, once the list has another; one that cannot be is told of. */
export async function followMentor(
  person: string,
  drafts: readonly Draft[],
  { actor, today }: Pick<Setting, 'actor' | 'today'>,
  tx: Transaction,
): Promise<readonly Diagnostic[]> {
  const changed = drafts.find(({ kind }) => kind === 'person-changed');
  const mentor = changed?.kind === 'person-changed' ? changed.payload.mentor : undefined;
  if (mentor == null) return [];
  const row = await tx.person(person);
  const names = row ? spellingsOf(someone(row)) : [];
  const problems: Diagnostic[] = [];
  for (const { id, state } of await tx.plansOf(person)) {
    if (state !== 'running') continue;
    const draft = { actor: actor.id, kind: 'helper-named', object: id, payload: { as: 'mentor', ...mentor } } as const;
    const verdict = may<'helper-named'>({ life: await lifeOf('plan', id, tx), draft, context: { today, rules: await rulesIn(tx), names } });
    if (verdict.ok) await tx.append([draft]);
    else problems.push({ code: `register/${verdict.code}`, severity: 'warning', args: verdict.facts });
  }
  return problems;
}

/** The address of somebody who is known by name alone, where the register has one person of that name with one. All people are read. */
export async function addressByName(name: string, { storage: { read } }: Pick<Setting, 'storage'>): Promise<string | null> {
  const found = (await everybody(read)).filter(
    (one) => one.leftOn === null && spellingsOf(one).some((spelling) => sameName(spelling, name)),
  );
  const email = found.length === 1 ? found[0]?.known?.email : undefined;
  return email !== undefined && isAddress(email) ? email : null;
}
