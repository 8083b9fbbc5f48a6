/** Onboardings of somebody who leaves: there is nobody left to take in. What was done stays to be read. */
import type { Draft } from '../life/events.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import { rulesIn } from './setting.js';
import type { Setting } from './setting.js';

/** Ends those that run. */
export async function endingPlans(person: string, { actor, today }: Pick<Setting, 'actor' | 'today'>, tx: Transaction): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const { id, state } of await tx.plansOf(person)) {
    if (state !== 'running') continue;
    const draft = { actor: actor.id, kind: 'plan-ended', object: id, payload: { by: actor.name, because: 'left' } } as const;
    const context = { today, rules: await rulesIn(tx) };
    drafts.push(permitted<'plan-ended'>({ life: await lifeOf('plan', id, tx), draft, context }));
  }
  return drafts;
}

/** Takes up those again that ended with a leaving which is taken back. */
export async function resumingPlans(person: string, { actor, today }: Pick<Setting, 'actor' | 'today'>, tx: Transaction): Promise<Draft[]> {
  const known = (await lifeOf('person', person, tx)).last['person-known']?.seq ?? 0;
  const drafts: Draft[] = [];
  for (const { id, state } of await tx.plansOf(person)) {
    const life = await lifeOf('plan', id, tx);
    const ended = life.last['plan-ended'];
    // What ended with an employment before this one is over.
    if (state !== 'ended' || ended?.payload?.because !== 'left' || ended.seq < known) continue;
    const draft = { actor: actor.id, kind: 'plan-resumed', object: id, payload: {} } as const;
    drafts.push(permitted<'plan-resumed'>({ life, draft, context: { today, rules: await rulesIn(tx) } }));
  }
  return drafts;
}
