/** Tasks of answers at a distance: a slip with a link, the reminders of today, and a mail that shows whether mails arrive. */
import type { Reach } from '../access/rights.js';
import { handLink } from '../post/hand-link.js';
import type { HandLink } from '../post/hand-link.js';
import { remindOf } from '../post/remind.js';
import { testMail } from '../post/test-mail.js';
import { distanceOf } from '../register/distance.js';
import { toRemind } from '../register/remind.js';
import type { ToRemind } from '../register/remind.js';
import { meantBy } from './tasks-papers.js';
import type { Tasks, Workshop } from './tasks.js';
import { isWithin } from './within.js';

export interface RemindAsked {
  readonly reach: Reach;
  /** Whether the mails are queued. */
  readonly send: boolean;
}

const plain = ({ request, person, document, due, late }: ToRemind): object => ({
  ...{ request, person: person.id, document: document.id, due, late },
});

export const distanceTasks = {
  async link({ request }: { readonly request: string }, { setting, own, environment = {} }: Workshop): Promise<HandLink> {
    const distance = distanceOf(setting, environment, setting.zone ?? 'UTC');
    return await handLink(await meantBy(request, setting), { distance, own }, setting);
  },

  async remind({ reach, send }: RemindAsked, { setting }: Workshop): Promise<object> {
    const { storage, today } = setting;
    const wanted: ToRemind[] = [];
    for (const one of await toRemind(setting)) if (isWithin(await storage.read.holdingsOf(one.person.id), reach, today)) wanted.push(one);
    if (!send) return { items: wanted.map(plain) };
    const { sent, without } = await remindOf(wanted, setting);
    return { items: sent, withoutAddress: without.map(({ id }) => id) };
  },

  async 'test-mail'({ to }: { readonly to: string }, { setting, environment = {} }: Workshop): Promise<string> {
    return await testMail(to, setting, environment);
  },
} satisfies Tasks;
