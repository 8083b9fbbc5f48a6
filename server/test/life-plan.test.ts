/** What an onboarding is, folded from its events: two devices, a first day that moves, what was erased. */
import { describe, expect, it } from 'vitest';
import type { Recorded } from '../src/life/events.js';
import { plainWords } from '../src/life/plain-text.js';
import { isLate, isSettled, madeAt, openTasks, planOf, tickedBesides } from '../src/life/plan.js';
import type { PlanState, TaskState } from '../src/life/plan.js';
import { eventsOf } from './lives.js';
import type { Told } from './lives.js';

const plan = (...told: readonly Told[]): PlanState => {
  const found = planOf(eventsOf('plan-begun', ...told) as readonly Recorded<'plan'>[]);
  if (!found) throw new Error('no plan');
  return found;
};
const task = ({ tasks }: PlanState, id = 'learn-products'): TaskState => {
  const found = tasks.find((one) => one.id === id);
  if (!found) throw new Error(`no task ${id}`);
  return found;
};
/** Events of these tests are received from 09:00 on 1 December on, a minute after one another. */
const tick = (made: string, done = true, by = 'Amelia Stone'): Told => ({
  kind: done ? 'task-ticked' : 'task-unticked',
  says: { made: `2026-11-30T${made}:00.000Z`, by },
});

describe('a task', () => {
  it('is open until it is ticked, and open again once the tick is taken back', () => {
    expect(task(plan()).done).toBeNull();
    expect(task(plan(tick('10:00'))).done).toMatchObject({ by: 'Amelia Stone', made: '2026-11-30T10:00:00.000Z' });
    expect(task(plan(tick('10:00'), tick('11:00', false))).done).toBeNull();
  });

  it('is as the later tick says, whichever device sends first, and both stay to be read', () => {
    // The telephone ticked at 12:00 without a connection; at the desk the tick was taken back at 11:00, which arrived first.
    for (const order of [
      [tick('11:00', false, 'desk'), tick('12:00', true, 'telephone')],
      [tick('12:00', true, 'telephone'), tick('11:00', false, 'desk')],
    ]) {
      const found = task(plan(...order));
      expect(found.done?.by).toBe('telephone');
      expect(found.ticks.map(({ by }) => by).sort()).toEqual(['desk', 'telephone']);
    }
    expect(task(plan(tick('12:00', false), tick('11:00'))).done).toBeNull();
  });

  it('is not held by a clock that is ahead: nothing was made after it was received', () => {
    const ahead: Told = { kind: 'task-ticked', says: { made: '2099-01-01T00:00:00.000Z' } };
    const back: Told = { kind: 'task-unticked', says: { made: '2099-01-01T00:00:00.000Z' } };
    expect(task(plan(ahead)).done?.made).toBe('2026-12-01T09:01:00.000Z');
    expect(task(plan(ahead, back)).done).toBeNull();
  });

  it('of one moment is as what was received last says', () => {
    expect(task(plan(tick('10:00'), tick('10:00', false))).done).toBeNull();
    expect(task(plan(tick('10:00', false), tick('10:00'))).done).not.toBeNull();
  });

  it('has its notes, and the result that was found last', () => {
    const failed: Told = { kind: 'task-checked', says: { result: 'failed', made: '2026-11-30T09:00:00.000Z' } };
    const found = task(plan('task-checked', failed, 'task-noted'), 'first-test');
    // The sample was made later, though it was received first.
    expect(found.checks.map(({ result }) => result)).toEqual(['failed', 'passed']);
    expect(isSettled(found)).toBe(true);
    expect(isSettled(task(plan(failed), 'first-test'))).toBe(false);
    expect(task(plan('task-noted')).notes).toMatchObject([{ words: 'The catalogue is out of date', as: 'new-hire' }]);
  });

  it('keeps what was done to it where the words were erased, as far as anything is left', () => {
    const gone: Told = { kind: 'task-noted', says: null };
    expect(task(plan(gone, tick('10:00'))).notes).toEqual([]);
    expect(planOf(eventsOf({ kind: 'plan-begun', says: null }, tick('10:00')) as readonly Recorded<'plan'>[])).toBeNull();
    expect(planOf([])).toBeNull();
  });
});

describe('what stands elsewhere in the register', () => {
  const besides = (made: string) =>
    new Map([
      [
        'learn-products',
        { seq: 99, actor: 'a_1', as: null, by: '', made: `2026-11-30T${made}:00.000Z`, said: null, received: '', done: true },
      ],
    ]);
  const after = (state: PlanState, made: string): boolean => task(tickedBesides(state, besides(made))).done !== null;

  it('ticks a task, and what somebody says later goes before it', () => {
    expect(after(plan(), '11:00')).toBe(true);
    expect(after(plan(tick('10:00', false)), '11:00')).toBe(true);
    expect(after(plan(tick('12:00', false)), '11:00')).toBe(false);
    expect(task(tickedBesides(plan(), besides('11:00'))).ticks).toHaveLength(1);
    expect(task(tickedBesides(plan(), besides('11:00')), 'first-test').done).toBeNull();
  });
});

it('is late after its day, unless its day only puts it in its place', () => {
  const one = task(plan());
  expect([isLate(one, one.due), isLate(one, '2026-12-31'), isLate({ ...one, loose: true }, '2026-12-31')]).toEqual([false, true, false]);
  expect(isLate(task(plan(tick('10:00'))), '2026-12-31')).toBe(false);
});

it('was made when its device says so, if that can be, and else when it is received', () => {
  const at = { begun: '2026-12-01T09:00:00.000Z', now: '2026-12-09T15:00:00.000Z' };
  expect(madeAt('2026-12-08T12:00:00.000Z', at)).toEqual({ made: '2026-12-08T12:00:00.000Z' });
  expect(madeAt(undefined, at)).toEqual({ made: at.now });
  // A clock that is minutes ahead is nobody’s fault.
  expect(madeAt('2026-12-09T15:04:00.000Z', at)).toEqual({ made: at.now });
  for (const said of ['1970-01-01T00:00:07.000Z', '2026-12-01T08:59:59.000Z', '2099-01-01T00:00:00.000Z'])
    expect(madeAt(said, at)).toEqual({ made: at.now, said });
  for (const said of ['now', '', '0', '2026-12-08', '2026-12-08T12:00:00Z']) expect(madeAt(said, at)).toEqual({ made: at.now });
});

describe('words', () => {
  it('are kept up to the last whole character that fits', () => {
    const long = `${'x'.repeat(3999)}😀 and more`;
    expect(plainWords(long)).toBe('x'.repeat(3999));
    expect(plainWords('😀'.repeat(2500))).toBe('😀'.repeat(2000));
    expect(plainWords('half \ud83d of one')).toBe('half  of one');
  });

  it('turn nothing that stands around them, in what was kept before as well', () => {
    const turned = 'passed\u202e dessap ton\u2066\u200f';
    expect(plainWords(turned)).toBe('passed dessap ton');
    const noted = plan({ kind: 'task-noted', says: { words: turned, by: 'A\u202eB' } });
    expect(task(noted).notes).toMatchObject([{ words: 'passed dessap ton', by: 'AB' }]);
    const found = plan({ kind: 'task-checked', says: { words: turned } });
    expect(task(found, 'first-test').checks).toMatchObject([{ words: 'passed dessap ton' }]);
  });
});

describe('another first day', () => {
  it('moves what is not done and keeps what is done', () => {
    const moved = plan(tick('10:00'), 'plan-moved');
    expect(moved.firstDay).toBe('2026-12-14');
    expect(Object.fromEntries(moved.tasks.map(({ id, due }) => [id, due]))).toEqual({
      'learn-products': '2026-12-09',
      'prepare-place': '2026-12-11',
      'first-test': '2026-12-18',
    });
  });

  it('brings tasks that the role has got since, and takes those that it has lost, unless they are done', () => {
    const items = [{ id: 'new-task', what: 'step', owner: 'new-hire', due: '2026-12-20', text: 'Something new' }] as const;
    const moved = plan(tick('10:00'), { kind: 'plan-moved', says: { items } });
    expect(moved.tasks.map(({ id }) => id)).toEqual(['learn-products', 'new-task']);
  });
});

it('what comes next is what is open and somebody’s own, by day', () => {
  const next = (as: string, one = plan()): string[] => openTasks(one.tasks, ({ owner }) => owner === as).map(({ id }) => id);
  expect(next('new-hire')).toEqual(['learn-products']);
  expect(next('new-hire', plan(tick('10:00')))).toEqual([]);
  expect(openTasks(plan().tasks, () => true).map(({ due }) => due)).toEqual(['2026-12-04', '2026-12-09', '2026-12-11']);
});

it('knows helpers by what was said last, what devices have sent, and its end', () => {
  const other: Told = { kind: 'helper-named', says: { name: 'Priya Sharma' } };
  expect(plan('helper-named', other).helpers).toMatchObject([{ as: 'mentor', name: 'Priya Sharma' }]);
  expect([...plan('task-ticked').marks]).toEqual(['0123456789abcdef0123456789abcdef']);
  expect([plan().state, plan('plan-ended').state]).toEqual(['running', 'ended']);
});
