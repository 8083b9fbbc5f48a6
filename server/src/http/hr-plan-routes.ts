/** The onboarding of one person on their own screen: begun, and ticked by HR. */
import type { PlanReader } from '../access/plan-links.js';
import type { PlanMailed } from '../post/plan-mail.js';
import { someone } from '../register/find.js';
import { beginPlan, notePlan, planById } from '../register/plan.js';
import { attachmentTypes, filesIn } from '../register/plan-files.js';
import { refuse } from './problem.js';
import { bodyOf, visitorOf } from './route.js';
import type { Route } from './route.js';
import { changing, once, reading, work } from './studio-route.js';
import type { PersonPlan } from './tasks-person-plan.js';
import { personFound } from './within.js';

export interface PersonPlans {
  readonly plans: readonly PersonPlan[];
  /** Whether links can be made: somebody has said where the service is reached. */
  readonly hasAddress: boolean;
}

export const hrPlanRoutes: readonly Route[] = [
  reading('hr-plan', 'hr/people/{person}/plan', 'people.read', {}, async (asked): Promise<PersonPlans> => {
    const { id } = await personFound(asked);
    return await work<PersonPlans>(asked, 'person-plan', { id });
  }),
  {
    ...{ id: 'hr-plan-file', method: 'GET', path: '/api/v1/studio/hr/people/{person}/plan/{plan}/files/{file}', right: 'people.read' },
    ...{ answers: 'file', audited: true },
    run: async (asked) => {
      const person = await personFound(asked);
      const { read, files } = asked.service.storage;
      const meant = await planById(asked.params['plan'] ?? '', read);
      const isTheirs = meant?.holder.person.id === person.id;
      const file = isTheirs ? filesIn(meant.state).find(({ seq }) => String(seq) === asked.params['file']) : undefined;
      if (!file) throw refuse('http-not-found');
      return { file: { bytes: await files.read(file.sha256), type: attachmentTypes[file.type], name: file.name }, about: [person.id] };
    },
  },
  once(
    changing('hr-plan-begin', 'hr/people/{person}/plan', 'requests.make', 'studio-hr#HrPlanBegun', async (asked) => {
      const person = someone(await personFound(asked));
      const { role, mentor } = bodyOf<{ role: string; mentor: string }>(asked);
      // The screen shows whom the list has: nobody there is nobody.
      const helper = mentor.trim() === '' ? null : { name: mentor.trim() };
      return { id: await beginPlan(person, { role, mentor: helper }, asked.setting()) };
    }),
  ),
  once(
    changing('hr-plan-mail', 'hr/people/{person}/plan/mail', 'requests.make', 'studio-hr#HrPlanMail', async (asked) => {
      const { id } = await personFound(asked);
      const { readers } = bodyOf<{ readers: readonly PlanReader[] }>(asked);
      return await work<PlanMailed>(asked, 'plan-mail', { person: id, readers });
    }),
  ),
  changing('hr-plan-tick', 'hr/people/{person}/plan/tick', 'requests.make', 'studio-hr#HrPlanTick', async (asked) => {
    const person = await personFound(asked);
    const { plan, task, done } = bodyOf<{ plan: string; task: string; done: boolean }>(asked);
    const isTheirs = (await asked.service.storage.read.plansOf(person.id)).some(({ id }) => id === plan);
    if (!isTheirs) throw refuse('http-not-found');
    const kind = done ? 'task-ticked' : 'task-unticked';
    await notePlan(plan, [{ item: task, kind }], { as: 'hr', name: visitorOf(asked).actor.name }, asked.setting());
    return {};
  }),
];
