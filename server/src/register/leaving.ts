/** Somebody leaves: the last day of work, the posts that are given up by it, and how it is taken back. */
import { addDays } from 'rolewright';
import type { Draft } from '../life/events.js';
import { waitsUnsigned } from '../life/transitions.js';
import { dayInWords } from '../life/words.js';
import type { Transaction } from '../storage/storage.js';
import type { ViewRow } from '../storage/tables.js';
import { lifeOf, livesOf, permitted } from './ask.js';
import { forgetContact } from './contact.js';
import { nameIn } from './find.js';
import type { Someone } from './find.js';
import { endingPlans, resumingPlans } from './plan-leaving.js';
import { beforeMove } from './posts.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';

/**
 * Somebody leaves; `on` is the last day of work. Told again, it is corrected, with the posts that were given up by leaving. Onboardings that run
 * end with it, before the last day too, since their links do; gives how many.
 */
export async function leave(person: Someone, on: string, setting: Setting): Promise<number> {
  return await setting.storage.transaction(async (tx) => {
    const open = (await tx.holdingsOf(person.id)).filter(({ to_day }) => to_day === null);
    for (const one of open)
      if (one.from_day !== null && on < dayBefore(one.from_day) && (await beforeMove(one, person.id, tx)).length > 0)
        throw refusal('register-left-before-move', {
          ...{ person: nameIn(person, setting.language), handle: person.externalId ?? person.id.slice(0, 10) },
          ...{ from: dayInWords(one.from_day, setting.language), on: dayInWords(on, setting.language) },
        });
    const held = person.leftOn === null ? open : [...open, ...(await leftWith(person, tx))];
    await tx.append(await leaving({ person, on, held }, setting, tx));
    if (on <= setting.today) await tx.append(await closing(person.id, 'left', setting, tx));
    const plans = await endingPlans(person.id, setting, tx);
    await tx.append(plans);
    await forgetContact(person.id, setting, tx);
    return plans.length;
  });
}

/**
 * Somebody was noted as having left who has not: the note is taken back, with the posts that were given up by it. Addresses that went with
 * it are gone, and links to an onboarding, which is taken up again. Throws a Refusal where nobody noted it.
 */
export async function undoLeaving(person: Someone, reason: string, { storage, actor, today, language }: Setting): Promise<void> {
  if (person.leftOn === null) throw refusal('register-not-left', { person: nameIn(person, language) });
  await storage.transaction(async (tx) => {
    const context = { today, rules: await rulesIn(tx) };
    const draft = { actor: actor.id, kind: 'leaving-undone', object: person.id, payload: { reason } } as const;
    const drafts: Draft[] = [permitted<'leaving-undone'>({ life: await lifeOf('person', person.id, tx), draft, context })];
    for (const { id } of await leftWith(person, tx)) {
      const restored = { actor: actor.id, kind: 'post-restored', object: id, payload: {} } as const;
      drafts.push(permitted<'post-restored'>({ life: await lifeOf('holding', id, tx), draft: restored, context }));
    }
    await tx.append([...drafts, ...(await resumingPlans(person.id, { actor, today }, tx))]);
  });
}

/** The posts that somebody gave up by leaving, noted in one breath with it: what was given up before, be it on the same day, is none of it. */
async function leftWith({ id: person }: Someone, tx: Transaction): Promise<readonly ViewRow<'holding'>[]> {
  const leftAt = (await lifeOf('person', person, tx)).last['person-left']?.at;
  const holdings = await tx.holdingsOf(person);
  const lives = await livesOf(
    'holding',
    holdings.map(({ id }) => id),
    tx,
  );
  return holdings.filter(({ id, to_day }) => to_day !== null && leftAt !== undefined && lives.get(id)?.last['post-left']?.at === leftAt);
}

/** What is noted of somebody who leaves, with the posts that are given up by it. */
export async function leaving(
  { person, on, held }: { readonly person: Someone; readonly on: string; readonly held: readonly ViewRow<'holding'>[] },
  { actor, today }: Setting,
  tx: Transaction,
): Promise<Draft[]> {
  const rules = await rulesIn(tx);
  const drafts: Draft[] = [];
  for (const { id, from_day } of held) {
    const life = await lifeOf('holding', id, tx);
    // Whoever withdraws before the first day never was in the post.
    const isToCome = from_day !== null && from_day > today && on < from_day;
    const draft = { actor: actor.id, kind: 'post-left', object: id, payload: { to: isToCome ? dayBefore(from_day) : on } } as const;
    drafts.push(permitted<'post-left'>({ life, draft, context: { today, rules } }));
  }
  const life = await lifeOf('person', person.id, tx);
  const draft = { actor: actor.id, kind: 'person-left', object: person.id, payload: { on } } as const;
  drafts.push(permitted<'person-left'>({ life, draft, context: { today, rules } }));
  return drafts;
}

/**
 * The requests of somebody that nobody is to answer any more: of an employment that ends, or that has ended for whoever comes back. A sheet
 * that was printed may have been signed on the last day, and waits until then for its return.
 */
export async function closing(person: string, because: 'left' | 'returned', { actor, today }: Setting, tx: Transaction): Promise<Draft[]> {
  const rules = await rulesIn(tx);
  const drafts: Draft[] = [];
  for (const { id, state } of await tx.requestsOf({ person })) {
    if (!waitsUnsigned(state) || (because === 'left' && state === 'printed')) continue;
    const draft = { actor: actor.id, kind: 'cancelled', object: id, payload: { because } } as const;
    drafts.push(permitted<'cancelled'>({ life: await lifeOf('request', id, tx), draft, context: { today, rules } }));
  }
  return drafts;
}

const dayBefore = (day: string): string => addDays(day, -1);
