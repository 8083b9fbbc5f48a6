/** What the studio asks for heads about their newcomers: how far each is, a plan to begin, a link to hand over. */
import type { PlanReader } from '../access/plan-links.js';
import { reaches } from '../access/rights.js';
import { hasBegun } from '../register/begin.js';
import { someone } from '../register/find.js';
import type { Someone } from '../register/find.js';
import { beginPlan } from '../register/plan.js';
import type { PlanMailed } from '../post/plan-mail.js';
import { refuse } from './problem.js';
import { bodyOf } from './route.js';
import type { Asked, Route } from './route.js';
import { changing, once, placed, work } from './studio-route.js';
import type { Newcomers, PlanLinkMade } from './tasks-plans.js';

/** Somebody of the department, within reach of whoever asks. Throws a Refusal for anybody else. */
async function personHere(asked: Asked, id: string): Promise<Someone> {
  const { read } = asked.service.storage;
  const department = placed(asked, 'department');
  const row = await read.person(id);
  const isHere = (await read.holdingsOf(id)).some((one) => one.department === department);
  if (!row || !isHere || !reaches(asked.reach, department)) throw refuse('http-not-found');
  return someone(row);
}

export const studioPlanRoutes: readonly Route[] = [
  {
    ...{ id: 'studio-newcomers', method: 'GET', path: '/api/v1/studio/departments/{department}/newcomers', right: 'register.read' },
    ...{ answers: 'studio#Answer', audited: true },
    run: async (asked) => {
      const department = placed(asked, 'department');
      if (!reaches(asked.reach, department)) throw refuse('http-not-found');
      const begun = await hasBegun(asked.service.storage.read);
      const data = begun ? await work<Newcomers>(asked, 'newcomers', { department }) : { rows: [], hasAddress: false };
      return { data, about: data.rows.map(({ person }) => person) };
    },
  },
  changing('studio-plan-begin', 'departments/{department}/newcomers', 'requests.make', 'studio#PlanBegun', async (asked) => {
    const { person, role, mentor } = bodyOf<{ person: string; role: string; mentor?: string }>(asked);
    const found = await personHere(asked, person);
    const id = await beginPlan(found, { role, mentor: mentor === undefined ? null : { name: mentor } }, asked.setting());
    return { id };
  }),
  changing('studio-plan-link', 'departments/{department}/newcomers/link', 'requests.make', 'studio#PlanLink', async (asked) => {
    const { person, reader } = bodyOf<{ person: string; reader: PlanReader }>(asked);
    const { id } = await personHere(asked, person);
    return await work<PlanLinkMade>(asked, 'plan-link', { person: id, reader });
  }),
  once(
    changing('studio-plan-mail', 'departments/{department}/newcomers/mail', 'requests.make', 'studio#PlanMail', async (asked) => {
      const { person, readers } = bodyOf<{ person: string; readers: readonly PlanReader[] }>(asked);
      const { id } = await personHere(asked, person);
      return await work<PlanMailed>(asked, 'plan-mail', { person: id, readers });
    }),
  ),
];
