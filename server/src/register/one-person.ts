/** One person put right or moved, without a list: another name, another post. */
import type { Names, PersonRow } from 'rolewright';
import { lifeOf, permitted } from './ask.js';
import { postsOf } from './posts.js';
import type { Someone } from './find.js';
import { rulesIn } from './setting.js';
import type { Setting } from './setting.js';

/** Notes another name, or another spelling of it; papers that were issued keep theirs. Throws a Refusal where the person has left. */
export async function rename(person: Someone, names: Names, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'person-changed', object: person.id, payload: { names } } as const;
    const context = { today, rules: await rulesIn(tx) };
    await tx.append([permitted<'person-changed'>({ life: await lifeOf('person', person.id, tx), draft, context })]);
  });
}

export interface Transfer {
  readonly role: string;
  readonly department?: string | undefined;
  /** The first day in the new post: YYYY-MM-DD. The posts held until then end the day before. */
  readonly from: string;
}

/** Moves somebody to another post, in place of all that they hold. Gives whether anything changed. */
export async function transfer(person: Someone, { role, department, from }: Transfer, setting: Setting): Promise<boolean> {
  return await setting.storage.transaction(async (tx) => {
    const held = (await tx.holdingsOf(person.id)).filter(({ to_day }) => to_day === null);
    const row: PersonRow = {
      ...{ row: 1, role, locale: null },
      person: { name: person.known?.names ?? { last: '' }, hireDate: from, ...(department !== undefined && { department }) },
    };
    const options = { on: from, isDayOfList: true, movesOn: from };
    const { drafts } = await postsOf({ rows: [row], id: person.id, held, options }, setting, tx);
    await tx.append(drafts);
    return drafts.length > 0;
  });
}
