/** What the organisation asks of itself: where it takes two, how long people have, when they are reminded; and how long papers are kept. */
import { registerId } from '../life/ids.js';
import type { Payloads } from '../life/events.js';
import { setRules } from '../register/begin.js';
import { remindersOf } from '../register/remind.js';
import type { Reminders } from '../register/remind.js';
import { policyIn, rulesIn } from '../register/setting.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Reply, Route } from './route.js';

const path = '/api/v1/register/rules';

interface AskedRules extends Partial<Record<'approvalByTwo' | 'voidByTwo' | 'scanByTwo' | 'approvedOnly', boolean>> {
  /** Working days. */
  readonly newcomerDays?: number;
  readonly changeDays?: number;
  /** 0: never. */
  readonly renewalMonths?: number;
  readonly reminders?: Reminders;
}

async function told({ service: { storage } }: Asked): Promise<Reply> {
  const { read } = storage;
  const { approvalByTwo, voidByTwo, scanByTwo, approvedOnly } = await rulesIn(read);
  const { newcomer, change, renewalMonths } = await policyIn(read);
  const { before, after } = remindersOf(await read.eventsOf(registerId));
  return {
    data: {
      approvalByTwo,
      voidByTwo,
      scanByTwo,
      approvedOnly,
      newcomer,
      change,
      renewalMonths: renewalMonths ?? 0,
      reminders: { before, after },
    },
  };
}

/** As the register keeps them. */
function wanted({ newcomerDays, changeDays, ...rest }: AskedRules): Partial<Payloads['rules-set']> {
  const days = (value: number) => ({ value, unit: 'working-day' }) as const;
  return {
    ...rest,
    ...(newcomerDays !== undefined && { newcomer: days(newcomerDays) }),
    ...(changeDays !== undefined && { change: days(changeDays) }),
  };
}

export const rulesRoutes: readonly Route[] = [
  { id: 'readRules', method: 'GET', path, right: 'signed-in', anyKey: true, answers: 'register#Rules', run: told },
  {
    // Whoever works by the rules does not lift them: they are set by those who look after the service.
    ...{ id: 'setRules', method: 'PUT', path, right: 'service.manage', body: 'register#AskedRules', answers: 'register#Rules' },
    ...{ fresh: true, once: true, readBy: 'readRules' },
    async run(asked) {
      await setRules(wanted(bodyOf<AskedRules>(asked)), asked.setting());
      return await told(asked);
    },
  },
  {
    ...{ id: 'retention', method: 'GET', path: '/api/v1/register/retention', right: 'service.manage', answers: 'register#Retention' },
    audited: true,
    async run(asked) {
      const { actor, reach } = visitorOf(asked);
      const input = { withNames: reach('people.read') === 'everywhere' };
      const data = await asked.service.crew.run<{ people: readonly { id: string }[] }>('care-retention', input, {
        actor,
        language: asked.language,
      });
      return { data, about: data.people.map(({ id }) => id) };
    },
  },
];
