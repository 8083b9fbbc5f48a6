/** A personnel number that was written down wrong. */
import { lifeOf, permitted } from './ask.js';
import { everybody, nameIn } from './find.js';
import type { Someone } from './find.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';

/** Gives somebody the personnel number that is theirs. Throws a Refusal where it is another’s. */
export async function renumber(person: Someone, number: string, { storage, actor, today, language }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const holder = (await everybody(tx)).find(({ id, externalId }) => id !== person.id && externalId === number);
    if (holder) throw refusal('register-number-of', { number, person: nameIn(holder, language) });
    const draft = { actor: actor.id, kind: 'person-changed', object: person.id, payload: { externalId: number } } as const;
    const context = { today, rules: await rulesIn(tx) };
    await tx.append([permitted<'person-changed'>({ life: await lifeOf('person', person.id, tx), draft, context })]);
  });
}
