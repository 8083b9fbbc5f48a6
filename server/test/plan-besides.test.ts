/** What a plan has from elsewhere: that papers were signed for, from the requests of the register; the mentor, from a staff list. */
import { expect, it } from 'vitest';
import type { PlanState } from '../src/life/plan.js';
import { withAcknowledgements } from '../src/register/plan-acquaintance.js';
import { listedMentor, mentorMeant } from '../src/register/plan-mentor.js';

const task = (id: string, of?: 'law' | 'acquaintance') => ({
  ...{ id, what: 'step', owner: 'hr', due: '2026-12-07', text: id, done: null, ticks: [], notes: [], files: [], checks: [] },
  ...(of && { of }),
});
const state = { person: 'p_1', role: 'welder', tasks: [task('meet'), task('law-papers', 'law'), task('law-sign', 'acquaintance')] };

/** Which steps are ticked once requests stand so. */
async function ticked(
  ...asked: readonly { readonly state: string; readonly role?: string; readonly former?: boolean }[]
): Promise<string[]> {
  const read = {
    askings: async () => asked.map((one, at) => ({ request: `r_${at}`, role: 'welder', former: false, document_state: 'issued', ...one })),
    eventsOfEach: async (ids: readonly string[]) =>
      new Map(ids.map((id, at) => [id, [{ kind: 'acknowledged', seq: 10 + at, at: `2026-12-0${at + 1}T09:00:00.000Z`, actor: 'a_1' }]])),
  };
  const { tasks } = await withAcknowledgements(state as unknown as PlanState, read as never);
  return tasks.filter(({ done }) => done !== null).map(({ id, done }) => `${id} ${done?.made.slice(0, 10)}`);
}

it('ticks the step on signing once everything that was asked for in the post is acknowledged, and no other', async () => {
  expect(await ticked()).toEqual([]);
  expect(await ticked({ state: 'requested' })).toEqual([]);
  expect(await ticked({ state: 'acknowledged' }, { state: 'opened' })).toEqual([]);
  expect(await ticked({ state: 'acknowledged' }, { state: 'refused' })).toEqual([]);
  expect(await ticked({ state: 'acknowledged' }, { state: 'acknowledged' })).toEqual(['law-sign 2026-12-02']);
  expect(await ticked({ state: 'acknowledged' }, { state: 'cancelled' }, { state: 'requested', role: 'driver' })).toEqual([
    'law-sign 2026-12-01',
  ]);
  // What somebody signed for before they came back is of another employment.
  expect(await ticked({ state: 'acknowledged', former: true })).toEqual([]);
});

it('takes the mentor as somebody says, else as the list does, with the address that the list has of the same one', () => {
  const list = listedMentor(
    { name: { last: 'A' }, mentor: { name: { last: 'Grant', first: 'Oliver' }, email: 'oliver@example.org' } },
    'en',
  );
  expect(list).toEqual({ mentor: { name: 'Oliver Grant', email: 'oliver@example.org' } });
  expect(listedMentor({ name: { last: 'A' } }, 'en')).toEqual({});
  expect(mentorMeant(undefined, list)).toEqual(list.mentor);
  expect(mentorMeant(undefined, {})).toBeNull();
  expect(mentorMeant(null, list)).toBeNull();
  expect(mentorMeant({ name: 'Oliver Grant' }, list)).toEqual(list.mentor);
  expect(mentorMeant({ name: 'Priya Sharma' }, list)).toEqual({ name: 'Priya Sharma' });
});
