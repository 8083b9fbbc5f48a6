/** What the studio asks for heads about their newcomers: how far each is, a plan to begin, a link to hand over. */
import { makePlanLink } from '../access/plan-links.js';
import type { PlanReader } from '../access/plan-links.js';
import { reaches } from '../access/rights.js';
import { openUntil } from '../life/plan.js';
import { hasBegun } from '../register/begin.js';
import { someone } from '../register/find.js';
import type { Someone } from '../register/find.js';
import { beginPlan, planMeant } from '../register/plan.js';
import { employerOf, refusal } from '../register/setting.js';
import { refuse } from './problem.js';
import { bodyOf } from './route.js';
import type { Asked, Route } from './route.js';
import { changing, placed, work } from './studio-route.js';
import type { NewcomerRow } from './tasks-plans.js';

export interface NewcomersShown {
  readonly rows: readonly NewcomerRow[];
  /** Whether links can be made: somebody has said where the service is reached. */
  readonly hasAddress: boolean;
}

export interface PlanLinkMade {
  readonly link: string;
  readonly until: string;
}

/** Somebody of the department, within reach of whoever asks. Throws a Refusal for anybody else. */
async function personHere(asked: Asked, id: string): Promise<Someone> {
  const { read } = asked.service.storage;
  const department = placed(asked, 'department');
  const row = await read.person(id);
  const isHere = (await read.holdingsOf(id)).some((one) => one.department === department);
  if (!row || !isHere || !reaches(asked.reach, department)) throw refuse('http-not-found');
  return someone(row);
}

const addressIn = (asked: Asked): string | null => employerOf(asked.setting()).distance?.address?.replace(/\/+$/, '') ?? null;

export const studioPlanRoutes: readonly Route[] = [
  {
    ...{ id: 'studio-newcomers', method: 'GET', path: '/api/v1/studio/departments/{department}/newcomers', right: 'register.read' },
    ...{ answers: 'studio#Answer', audited: true },
    run: async (asked) => {
      const department = placed(asked, 'department');
      if (!reaches(asked.reach, department)) throw refuse('http-not-found');
      const begun = await hasBegun(asked.service.storage.read);
      const rows = begun ? await work<readonly NewcomerRow[]>(asked, 'newcomers', { department }) : [];
      const data: NewcomersShown = { rows, hasAddress: begun && addressIn(asked) !== null };
      return { data, about: rows.map(({ person }) => person) };
    },
  },
  changing('studio-plan-begin', 'departments/{department}/newcomers', 'requests.make', 'studio#PlanBegun', async (asked) => {
    const { person, role, mentor } = bodyOf<{ person: string; role: string; mentor?: string }>(asked);
    const found = await personHere(asked, person);
    const id = await beginPlan(found, { role, mentor: mentor === undefined ? undefined : { name: mentor } }, asked.setting());
    return { id };
  }),
  changing('studio-plan-link', 'departments/{department}/newcomers/link', 'requests.make', 'studio#PlanLink', async (asked) => {
    const { person, reader } = bodyOf<{ person: string; reader: PlanReader }>(asked);
    const found = await personHere(asked, person);
    const setting = asked.setting();
    const address = addressIn(asked);
    if (address === null) throw refusal('register-no-address');
    const { state } = await planMeant(found, setting);
    const until = openUntil(state, setting.today);
    const { edge, change } = asked.service.storage;
    const lasts = Date.parse(`${until}T23:59:59.999Z`) - edge.now().getTime();
    const secret = await change((db) => makePlanLink({ plan: state.id, person: found.id, reader, lasts }, edge, db));
    return { link: `${address}/w/${secret}/`, until } satisfies PlanLinkMade;
  }),
];
