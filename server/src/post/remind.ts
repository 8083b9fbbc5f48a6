/** Reminders, from whichever door: to whoever was sent a link and has a day of reminding today. */
import { nameIn } from '../register/find.js';
import type { Someone } from '../register/find.js';
import { toRemind } from '../register/remind.js';
import type { ToRemind } from '../register/remind.js';
import type { Setting } from '../register/setting.js';
import { letterTo } from './letters.js';
import { putMail } from './outbox.js';

export interface Reminded {
  /** The requests whose reminder is queued. */
  readonly sent: readonly string[];
  /** Those to whom no mail can be sent. */
  readonly without: readonly Someone[];
}

/** Queues the reminders of today, each once. */
export const remind = async (setting: Setting): Promise<Reminded> => remindOf(await toRemind(setting), setting);

/** The same for some of those whose day it is. */
export async function remindOf(wanted: readonly ToRemind[], setting: Setting): Promise<Reminded> {
  const { storage, today } = setting;
  const sent: string[] = [];
  const without: Someone[] = [];
  for (const one of wanted) {
    const letter = await letterTo('reminder', { ...one, changed: false }, setting, one.late);
    if (letter === null) {
      without.push(one.person);
      continue;
    }
    await storage.change(async (db) => {
      const before = await db
        .selectFrom('mail')
        .select('facts')
        .where('request', '=', one.request)
        .where('kind', '=', 'reminder')
        .execute();
      if (before.some(({ facts }) => (JSON.parse(facts) as { on?: string }).on === today)) return;
      await putMail({ ...letter, facts: { ...letter.facts, on: today } }, storage, db);
      sent.push(one.request);
    });
  }
  return { sent, without };
}

export const namesWithout = ({ without }: Reminded, { language }: Pick<Setting, 'language'>): readonly string[] =>
  without.map((one) => nameIn(one, language));
