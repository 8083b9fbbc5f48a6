/** Where people stand with a paper, until when it is due, and who has to sign when it changes. */
import fc from 'fast-check';
import { createWorkCalendar, openLibrary, packageWorkspace } from 'rolewright';
import { describe, expect, it } from 'vitest';
import { consequenceOf } from '../src/life/again.js';
import { isOverdue, lastDayOf, usualPolicy } from '../src/life/due.js';
import type { DatePolicy } from '../src/life/due.js';
import { knownOf } from '../src/life/person.js';
import { classOf, keepingOf, mayGoOn } from '../src/life/retention.js';
import { policyOf, rulesOf, usualRules } from '../src/life/rules.js';
import { askingOf, standOf, standings } from '../src/life/standing.js';
import type { Asking, Looking, Wanted } from '../src/life/standing.js';
import type { Recorded } from '../src/life/events.js';
import { isOpen, states } from '../src/life/transitions.js';
import { samples } from './life-samples.js';
import { eventsOf, lifeOf } from './lives.js';
import type { Told } from './lives.js';
import { runs } from '../../test/every.js';

const calendarOf = (country: 'ru' | 'nl') => createWorkCalendar(openLibrary(packageWorkspace()).jurisdiction(country).calendar, null);
const russian = calendarOf('ru');
const looking = (today: string, policy: Partial<DatePolicy> = {}): Looking => ({
  today,
  policy: { ...usualPolicy, ...policy },
  calendar: russian,
});

/** A change issued on Monday 30 November 2026. */
const wanted: Wanted = { fingerprints: ['new-ru', 'new-en'], since: '2026-11-30', newcomer: false };

let requests = 0;
const asking = (
  state: Asking['state'],
  fingerprint: string,
  more: Partial<Omit<Asking, 'document'>> = {},
  of: Asking['document']['state'] = 'issued',
): Asking => ({
  request: `r_${(requests += 1)}`,
  state,
  due: null,
  on: state === 'acknowledged' || state === 'refused' ? '2026-12-01' : null,
  document: { id: 'd_1', fingerprint, state: of },
  ...more,
});

describe('a stand', () => {
  const standing = (askings: readonly Asking[], today = '2026-12-02', policy: Partial<DatePolicy> = {}) =>
    standOf(wanted, askings, looking(today, policy));

  it('is to do while nobody asks', () => {
    expect(standing([])).toEqual({ standing: 'to-do', asking: null, due: '2026-12-07', overdue: false, daysLate: 0 });
    expect(standing([], '2026-12-07')).toMatchObject({ overdue: false, daysLate: 0 });
    expect(standing([], '2026-12-09')).toMatchObject({ overdue: true, daysLate: 2 });
  });

  it.each(['cancelled', 'expired', 'superseded'] as const)('is to do again when the request was %s', (state) => {
    expect(standing([asking(state, 'new-ru')])).toMatchObject({ standing: 'to-do', asking: null });
  });

  it.each(states.request.filter(isOpen))('is requested while the request is %s', (state) => {
    const open = asking(state, 'new-en', { due: '2026-12-04' });
    expect(standing([open])).toEqual({ standing: 'requested', asking: open, due: '2026-12-04', overdue: false, daysLate: 0 });
    expect(standing([open], '2026-12-05')).toMatchObject({ standing: 'requested', overdue: true, daysLate: 1 });
  });

  it('is due by the policy where a request names no day', () => {
    expect(standing([asking('opened', 'new-ru')])).toMatchObject({ standing: 'requested', due: '2026-12-07' });
  });

  it.each(['acknowledged', 'refused'] as const)('is current once %s, in any of the languages', (state) => {
    for (const fingerprint of wanted.fingerprints) {
      const settled = asking(state, fingerprint);
      expect(standing([settled], '2030-01-01')).toEqual({ standing: 'current', asking: settled, due: null, overdue: false, daysLate: 0 });
    }
  });

  it('is current where the same words were acknowledged in a document that was replaced', () => {
    expect(standing([asking('acknowledged', 'new-ru', {}, 'replaced')])).toMatchObject({ standing: 'current' });
  });

  it('counts nothing of a voided document', () => {
    expect(standing([asking('acknowledged', 'new-ru', {}, 'voided')])).toMatchObject({ standing: 'to-do', asking: null });
    expect(standing([asking('opened', 'new-ru', {}, 'voided')])).toMatchObject({ standing: 'to-do' });
  });

  it('is outdated where other words were acknowledged, and requested once these are asked for', () => {
    const old = asking('acknowledged', 'old', { on: '2025-02-03' });
    const open = asking('requested', 'new-ru');
    expect(standing([old])).toMatchObject({ standing: 'outdated', asking: old, due: '2026-12-07' });
    expect(standing([old], '2026-12-08')).toMatchObject({ standing: 'outdated', overdue: true });
    expect(standing([old, open])).toMatchObject({ standing: 'requested', asking: open });
    expect(standing([old, asking('opened', 'old')])).toMatchObject({ standing: 'outdated', asking: old });
  });

  it('is not requested by a document that is not in force', () => {
    expect(standing([asking('requested', 'new-ru', {}, 'replaced')])).toMatchObject({ standing: 'to-do' });
  });

  it('expires where acknowledgements are to be renewed, on the day itself', () => {
    const year = { renewalMonths: 12 };
    const signed = asking('acknowledged', 'new-ru', { on: '2026-12-01' });
    const renewed = asking('requested', 'new-ru', { due: '2027-12-20' });
    expect(standing([signed], '2027-11-30', year)).toMatchObject({ standing: 'current' });
    expect(standing([signed], '2027-12-01', year)).toMatchObject({
      standing: 'expired',
      asking: signed,
      due: '2027-12-01',
      overdue: false,
    });
    expect(standing([signed], '2027-12-03', year)).toMatchObject({ standing: 'expired', overdue: true, daysLate: 2 });
    expect(standing([signed, renewed], '2027-12-03', year)).toMatchObject({ standing: 'requested', asking: renewed });
    expect(standing([asking('acknowledged', 'new-ru', { on: null })], '2099-01-01', year)).toMatchObject({ standing: 'current' });
  });

  it('is the latest of what was acknowledged', () => {
    const early = asking('acknowledged', 'new-ru', { on: '2026-12-01' });
    const late = asking('acknowledged', 'new-en', { on: '2026-12-03' });
    const sameDay = asking('refused', 'new-en', { on: '2026-12-03' });
    expect(standing([late, early]).asking).toBe(late);
    expect(standing([early, late]).asking).toBe(late);
    expect(standing([early, late, sameDay]).asking).toBe(sameDay);
  });

  it('is one of five, whatever happened', () => {
    const any = fc.record({
      state: fc.constantFrom(...states.request),
      fingerprint: fc.constantFrom('new-ru', 'new-en', 'old'),
      of: fc.constantFrom(...states.document),
      on: fc.constantFrom('2025-01-10', '2026-12-01'),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), fc.constantFrom(null, 12), (all, renewalMonths) => {
        const askings = all.map(({ state, fingerprint, of, on }) => {
          const made = asking(state, fingerprint, {}, of);
          return made.on === null ? made : { ...made, on };
        });
        const stand = standing(askings, '2026-12-02', { renewalMonths });
        seen.add(stand.standing);
        expect(stand.overdue).toBe(isOverdue(stand.due, '2026-12-02'));
        expect(stand.daysLate > 0).toBe(stand.overdue);
        expect(stand.due === null).toBe(stand.standing === 'current');
        // A stand hangs on no more than what the words and the answers are.
        expect(standing([...askings, asking('cancelled', 'new-ru')], '2026-12-02', { renewalMonths })).toEqual(stand);
      }),
      { numRuns: runs(500) },
    );
    expect([...seen].sort()).toEqual([...standings].sort());
  });
});

describe('what came of a request', () => {
  const document = { id: 'd_1', fingerprint: 'new-ru', state: 'issued' } as const;

  it('has the day that was written, or the day of the event where that is gone', () => {
    expect(askingOf(lifeOf('request', 'requested', 'acknowledged'), document)).toEqual({
      request: 'r_1',
      state: 'acknowledged',
      due: '2026-12-07',
      on: '2026-12-01',
      document,
    });
    const late = lifeOf('request', 'requested', { kind: 'acknowledged', says: { on: '2026-11-30' } });
    expect(askingOf(late, document)).toMatchObject({ on: '2026-11-30' });
    expect(askingOf(lifeOf('request', { kind: 'requested', says: null }, { kind: 'acknowledged', says: null }), document)).toMatchObject({
      due: null,
      on: '2026-12-01',
    });
    expect(askingOf(lifeOf('request', 'requested', 'declined', 'refusal-recorded'), document)).toMatchObject({
      state: 'refused',
      on: '2026-12-02',
    });
    const dayless = { kind: 'refusal-recorded', says: null } as const;
    expect(askingOf(lifeOf('request', 'requested', 'declined', dayless), document)).toMatchObject({ on: '2026-12-01' });
    const voided = lifeOf('request', 'requested', 'declined', 'refusal-recorded', 'refusal-voided');
    expect(askingOf(voided, document)).toMatchObject({ state: 'act-voided', on: null });
    expect(askingOf(lifeOf('request', 'requested', 'declined'), document)).toMatchObject({ state: 'declined', on: null });
  });

  it('is nothing where nobody was asked', () => {
    expect(askingOf(lifeOf('request'), document)).toBeNull();
  });
});

describe('the last day', () => {
  it.each([
    // Working days over the New Year holidays of Russia, 31 December to 10 January: 30 December and 11 to 14 January.
    ['2026-12-29', { value: 5, unit: 'working-day' }, '2027-01-14'],
    ['2026-11-27', { value: 5, unit: 'working-day' }, '2026-12-04'],
    ['2026-11-28', { value: 0, unit: 'working-day' }, '2026-11-30'],
    ['2026-11-30', { value: 0, unit: 'working-day' }, '2026-11-30'],
    ['2026-11-30', { value: 5, unit: 'calendar-day' }, '2026-12-07'],
    ['2026-11-30', { value: 4, unit: 'calendar-day' }, '2026-12-04'],
  ] as const)('from %s, %o, is %s', (from, term, last) => {
    expect(lastDayOf(term, from, russian)).toBe(last);
  });

  it('follows the calendar of the country', () => {
    const easter = lastDayOf({ value: 2, unit: 'working-day' }, '2027-03-25', calendarOf('nl'));
    expect(easter).toBe('2027-03-30');
    expect(lastDayOf({ value: 2, unit: 'working-day' }, '2027-03-25', russian)).toBe('2027-03-29');
  });

  it('is of the law where it wants newcomers to know the paper at once, on a day off too', () => {
    // A Saturday, and a fortnight that the organisation gives.
    const newcomer = { ...wanted, since: '2026-12-05', newcomer: true };
    const given = looking('2026-12-05', { newcomer: { value: 10, unit: 'working-day' } });
    expect(standOf(newcomer, [], given).due).toBe('2026-12-18');
    expect(standOf(newcomer, [], { ...given, newcomersAtOnce: true }).due).toBe('2026-12-05');
    expect(standOf({ ...newcomer, newcomer: false }, [], { ...given, newcomersAtOnce: true }).due).not.toBe('2026-12-05');
  });

  it('is of newcomers where somebody takes the post', () => {
    const newcomer = { ...wanted, newcomer: true };
    expect(standOf(newcomer, [], looking('2026-11-30'))).toMatchObject({ due: '2026-11-30', overdue: false });
    expect(standOf(newcomer, [], looking('2026-12-01'))).toMatchObject({ overdue: true });
  });
});

describe('who has to sign', () => {
  const today = looking('2026-12-02', { renewalMonths: 12 });
  const of = (askings: readonly Asking[], paper: Wanted | null = wanted) => {
    const { sign, why, superseded } = consequenceOf({ person: 'p_1', wanted: paper, askings }, today);
    return { sign, why, superseded };
  };

  it('is whoever signed other words, or none, or too long ago', () => {
    expect(of([asking('acknowledged', 'old')])).toEqual({ sign: 'again', why: 'other-words', superseded: [] });
    expect(of([])).toEqual({ sign: 'first', why: 'never', superseded: [] });
    expect(of([asking('acknowledged', 'new-ru', { on: '2025-11-30' })])).toEqual({ sign: 'again', why: 'too-long-ago', superseded: [] });
  });

  it('is not who signed these words, or is asked for them', () => {
    expect(of([asking('acknowledged', 'new-ru', {}, 'replaced')])).toEqual({ sign: 'no', why: 'same-words', superseded: [] });
    expect(of([asking('refused', 'new-ru')])).toEqual({ sign: 'no', why: 'same-words', superseded: [] });
    expect(of([asking('opened', 'new-ru')])).toEqual({ sign: 'no', why: 'asked-already', superseded: [] });
  });

  it('leaves no request for words of yesterday', () => {
    const old = asking('printed', 'old');
    const open = asking('opened', 'new-ru');
    expect(of([old])).toEqual({ sign: 'first', why: 'never', superseded: [old.request] });
    expect(of([old, open])).toEqual({ sign: 'no', why: 'asked-already', superseded: [old.request] });
    expect(of([asking('acknowledged', 'new-ru'), open])).toEqual({ sign: 'no', why: 'same-words', superseded: [open.request] });
    expect(of([open], null)).toEqual({ sign: 'no', why: 'no-paper', superseded: [open.request] });
    // A sheet that came back signed is looked at first.
    for (const state of ['scanned', 'checked'] as const)
      expect([state, of([asking(state, 'old'), asking('cancelled', 'old')])]).toMatchObject([state, { superseded: [] }]);
  });
});

describe('rules', () => {
  it('are as usual until somebody sets them, and then as they were set last', () => {
    expect(rulesOf(lifeOf('register', 'began'))).toEqual(usualRules);
    expect(policyOf(lifeOf('register', 'began'))).toEqual(usualPolicy);
    const set = lifeOf('register', 'began', 'rules-set', { kind: 'rules-set', says: { approvalByTwo: false } });
    expect(rulesOf(set)).toMatchObject({ approvalByTwo: false, scanByTwo: true });
    expect(policyOf(set)).toEqual({ newcomer: samples['rules-set'].newcomer, change: samples['rules-set'].change, renewalMonths: 12 });
    const dateless = lifeOf('register', 'began', { kind: 'rules-set', says: { change: undefined } as never });
    expect(policyOf(dateless).change).toEqual(usualPolicy.change);
  });
});

describe('what is known of a person', () => {
  const known = (...told: readonly Told[]) => knownOf(eventsOf(...told) as readonly Recorded<'person'>[]);

  it('is what was told last', () => {
    expect(known()).toBeNull();
    expect(known('person-known', 'person-left')).toEqual(samples['person-known']);
    expect(known('person-known', 'person-changed')).toEqual({
      externalId: '00043',
      names: samples['person-changed'].names,
      locale: 'nl',
      zone: 'Europe/Amsterdam',
    });
    expect(known('person-known', 'person-left', { kind: 'person-known', says: { externalId: '7' } })).toMatchObject({ externalId: '7' });
  });

  it('is nothing once it is erased, until it is told anew', () => {
    expect(known({ kind: 'person-known', says: null }, 'person-left')).toBeNull();
    expect(known('person-known', { kind: 'person-changed', says: null })).toBeNull();
    expect(known({ kind: 'person-known', says: null }, { kind: 'person-changed', says: { names: undefined } as never })).toBeNull();
    expect(known({ kind: 'person-known', says: null }, 'person-changed')).toMatchObject({ names: samples['person-changed'].names });
  });
});

describe('retention', () => {
  const reached = { 'end-of-work': '2026-06-30', replacement: '2026-11-30', signing: null };

  it('is one word, which can be read back', () => {
    expect(classOf({ years: 50, after: 'end-of-work' })).toBe('end-of-work/50');
    expect(keepingOf('replacement/3')).toEqual({ years: 3, after: 'replacement' });
    for (const name of ['', 'replacement', 'replacement/', 'birth/3', 'replacement/3 ', 'replacement/1000', 'xreplacement/3'])
      expect(keepingOf(name), name).toBeNull();
  });

  it('ends after the day, or after the year', () => {
    expect(mayGoOn({ years: 2, after: 'end-of-work' }, reached, 'day')).toBe('2028-07-01');
    expect(mayGoOn({ years: 50, after: 'end-of-work' }, reached, 'next-january')).toBe('2077-01-01');
    expect(mayGoOn({ years: 0, after: 'replacement' }, reached, 'day')).toBe('2026-12-01');
    expect(mayGoOn({ years: 3, after: 'signing' }, reached, 'day')).toBeNull();
  });
});
