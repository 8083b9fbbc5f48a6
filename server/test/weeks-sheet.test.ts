/** What each reader of a plan sees of it: what the employer has to do is no matter of the newcomer’s. */
import { expect, it } from 'vitest';
import type { PlannedTask } from '../src/life/plan.js';
import type { SeenPlan, SeenTask } from '../src/register/plan-words.js';
import { sheetFor } from '../src/weeks/sheet.js';

const task = (id: string, owner: string, more: Partial<PlannedTask> = {}): SeenTask => ({
  ...{ id, what: 'step', owner, due: '2026-12-07', text: id, done: null, ticks: [], notes: [], files: [], checks: [] },
  ...{ by: owner, when: null, basis: null, note: null, proof: null, passMark: null, onFailure: null, questions: [] },
  ...more,
});
const plan: SeenPlan = {
  ...{ locale: 'en', role: 'Sales manager', goal: null, firstDay: '2026-12-07', contacts: [], probation: null, provisional: null },
  stages: [
    {
      ...{ id: 'first', title: 'First day', from: '2026-12-07', to: '2026-12-07', goal: null, topics: [] },
      tasks: [task('meet', 'new-hire'), task('show', 'manager')],
    },
    {
      ...{ id: 'of-law', title: 'The law', from: '2026-12-07', to: '2026-12-14', goal: null, topics: [] },
      tasks: [
        task('law-contract', 'hr', { of: 'law', loose: true }),
        task('law-briefing', 'manager', { of: 'law', loose: true }),
        task('probation-end', 'hr', { of: 'probation', due: '2027-03-07' }),
      ],
    },
  ],
};
const seenBy = (reader: 'new-hire' | 'mentor' | 'head'): string[] =>
  sheetFor(plan, reader, '2027-01-01').stages.flatMap(({ tasks, others }) => [...tasks, ...others].map(({ id }) => id));

it('shows what the law wants of the employer to whoever does it alone, and the end of the probation to the head', () => {
  expect(seenBy('new-hire')).toEqual(['meet', 'show']);
  expect(seenBy('mentor')).toEqual(['meet', 'show']);
  expect(seenBy('head')).toEqual(['meet', 'show', 'law-briefing', 'probation-end']);
});

it('calls nothing late that the law gives no day for', () => {
  const late = sheetFor(plan, 'head', '2027-01-01').stages.flatMap(({ tasks }) => tasks.filter((one) => one.isLate));
  expect(late.map(({ id }) => id)).toEqual(['meet', 'show']);
});
