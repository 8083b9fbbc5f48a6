/** Taking an acknowledgement back by two who are each at their own desk: one asks for it, and another who was shown it decides. */
import { samePerson } from '../life/people.js';
import { undoAskedIn } from '../life/voiding.js';
import type { UndoAsked } from '../life/voiding.js';
import { lifeOf, permitted } from './ask.js';
import type { RequestMeant } from './find.js';
import { spellingsOf } from './named.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';

type Meant = Pick<RequestMeant, 'request' | 'person'>;

/** The first of two asks for it. What is asked last counts. Gives the seq of the event. */
export async function askUndoing({ request: { id: object }, person }: Meant, reason: string, setting: Setting): Promise<number> {
  const { storage, actor, today } = setting;
  return await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'undo-asked', object, payload: { reason, by: actor.name } } as const;
    const context = { today, rules: await rulesIn(tx), names: spellingsOf(person) };
    await tx.append([permitted<'undo-asked'>({ life: await lifeOf('request', object, tx), draft, context })]);
    return (await tx.head()).seq;
  });
}

/** What somebody has asked for is not done: they have thought better of it, or the second person does not agree. */
export async function dropUndoing({ request: { id: object } }: Pick<Meant, 'request'>, setting: Setting): Promise<void> {
  const { storage, actor, today } = setting;
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'undo-dropped', object, payload: { by: actor.name } } as const;
    await tx.append([
      permitted<'undo-dropped'>({ life: await lifeOf('request', object, tx), draft, context: { today, rules: await rulesIn(tx) } }),
    ]);
  });
}

/**
 * The second of two decides: the acknowledgement counts no more, as the first has asked. `seen` is the seq of what they were shown. Throws
 * a Refusal where something else was asked meanwhile, nothing is, or both are one person.
 */
export async function confirmUndoing({ request: { id: object }, person }: Meant, seen: number, setting: Setting): Promise<void> {
  const { storage, actor, today } = setting;
  await storage.transaction(async (tx) => {
    const life = await lifeOf('request', object, tx);
    const asked = undoAskedIn(life.last);
    if (asked?.seq !== seen || asked.payload === null) throw refusal('register/undo-not-asked');
    const { by, reason } = asked.payload;
    if (samePerson({ actor: asked.actor, name: by }, { actor: actor.id, name: actor.name }))
      throw refusal('register/same-person', { name: by });
    const draft = { actor: actor.id, kind: 'acknowledgement-undone', object, payload: { reason, by, second: actor.name } } as const;
    const context = { today, rules: await rulesIn(tx), names: spellingsOf(person) };
    await tx.append([permitted<'acknowledgement-undone'>({ life, draft, context })]);
  });
}

/** What waits for a second person; null where nothing does. */
export const undoingOf = async (request: string, { storage: { read } }: Pick<Setting, 'storage'>): Promise<UndoAsked | null> =>
  undoAskedIn((await lifeOf('request', request, read)).last);
