/** The state machine as a whole: whatever is tried, in whatever order, nothing impossible is reached and what is final stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds, thingOf, vocabulary } from '../src/life/events.js';
import type { Draft, Kind, Recorded } from '../src/life/events.js';
import { fold, next, unborn } from '../src/life/fold.js';
import type { Life } from '../src/life/fold.js';
import type { Asked } from '../src/life/guards.js';
import { things } from '../src/life/ids.js';
import type { Thing } from '../src/life/ids.js';
import { may } from '../src/life/may.js';
import { allTransitions, isFinal, isOpen, stateAfter, states } from '../src/life/transitions.js';
import type { State } from '../src/life/transitions.js';
import { hash, samples } from './life-samples.js';
import { draftOf, eventOf, eventsOf, goodContext, lifeOf } from './lives.js';
import type { Told } from './lives.js';
import { runs } from '../../test/every.js';
import { fully } from './programs.js';

const kindsOf = (thing: Thing): readonly Kind[] => kinds.filter((kind) => thingOf(kind) === thing);
const statesOf = (thing: Thing): readonly State[] => states[thing];

describe('the table', () => {
  it('names every kind of event once, and only states that there are', () => {
    expect(allTransitions.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
    for (const { thing, from, to, by } of allTransitions) {
      for (const state of from) expect(['nothing', ...statesOf(thing)]).toContain(state);
      expect(['same', ...statesOf(thing)]).toContain(to);
      expect(by.length).toBeGreaterThan(0);
    }
    expect(Object.keys(vocabulary)).toEqual([...things]);
  });

  it('leads to every state', () => {
    for (const thing of things) {
      const reached = new Set<State | null>([null]);
      for (const state of reached)
        for (const kind of kindsOf(thing)) {
          const after = stateAfter(state, kind);
          if (after !== null) reached.add(after);
        }
      expect([...reached].filter((state) => state !== null).sort()).toEqual([...statesOf(thing)].sort());
    }
  });

  it('ends where the design says', () => {
    const ends = Object.fromEntries(things.map((thing) => [thing, statesOf(thing).filter((state) => isFinal(thing, state))]));
    expect(ends).toEqual({
      register: [],
      person: [],
      holding: ['given-up'],
      proposal: ['approved', 'withdrawn'],
      document: ['replaced', 'voided'],
      request: ['acknowledged', 'undone', 'refused', 'act-voided', 'cancelled', 'expired', 'superseded'],
      plan: ['ended'],
    });
    expect(states.request.filter(isOpen)).toEqual(['requested', 'opened', 'printed', 'scanned', 'checked', 'declined']);
  });

  it('leaves a way out of every open state, and out of a checked scan the one to what was signed', () => {
    for (const thing of ['holding', 'proposal', 'document', 'request', 'plan'] as const)
      for (const state of statesOf(thing).filter((one) => !isFinal(thing, one)))
        expect(
          kindsOf(thing).some((kind) => {
            const after = stateAfter(state, kind);
            return after !== null && isFinal(thing, after);
          }),
          state,
        ).toBe(true);
    expect(kindsOf('request').filter((kind) => stateAfter('checked', kind) !== null)).toEqual(['acknowledged']);
  });

  it('keeps the data of whoever has left without hiring anew', () => {
    expect(stateAfter('left', 'person-changed')).toBe('left');
    expect(stateAfter('left', 'person-known')).toBe('employed');
    expect(stateAfter('employed', 'person-known')).toBeNull();
  });

  it('knows nothing of other kinds', () => {
    expect(stateAfter(null, 'signed' as Kind)).toBeNull();
  });
});

/** Something that may be tried: an event, in circumstances in which a guard may have something against it. */
interface Try {
  readonly draft: Draft;
  readonly context: object;
}

const name = fc.constantFrom('Анна Иванова', 'Пётр Смирнов', 'Ольга Петрова', 'Иван Сидоров');
const day = fc.constantFrom('2026-11-29', '2026-11-30', '2026-12-02', '2026-12-05', '2026-12-10', '2026-12-11');
const digest = fc.constantFrom('1', '3', '8').map(hash);
const method = fc.constantFrom('in-person', 'paper', 'link');

/** What differs between one try and another, for payloads of all kinds. */
const says = fc.record(
  {
    by: name,
    author: name,
    second: name,
    witnesses: fc.array(name, { maxLength: 3 }),
    on: day,
    due: day,
    to: day,
    how: method,
    method,
    seen: digest,
    evidence: digest,
    base: digest,
  },
  { requiredKeys: [] },
);

const context = fc.record({
  today: fc.constantFrom('2026-11-30', '2026-12-10'),
  rules: fc.record({ approvalByTwo: fc.boolean(), voidByTwo: fc.boolean(), scanByTwo: fc.boolean(), approvedOnly: fc.boolean() }),
  held: fc.boolean(),
  mayGoOn: fc.constantFrom('2026-11-30', null),
  current: digest,
  approved: fc.boolean(),
  replaced: fc.constantFrom(...states.document),
  successor: fc.constantFrom(...states.document),
  document: fc.record({ state: fc.constantFrom('issued', 'voided'), person: fc.constant(null), dated: fc.constant('2026-11-30') }),
  waiting: fc.boolean(),
  law: fc.record({ act: fc.boolean(), witnesses: fc.nat({ max: 2 }) }),
  askedOn: fc.constantFrom('2026-11-30', '2026-12-01', null),
  code: fc.constantFrom(samples.printed.code, 'OTHER', null),
});

/** Payloads say only what theirs may say. */
const own = (kind: Kind, said: object): object =>
  Object.fromEntries(Object.entries(said).filter(([member]) => member in samples[kind] && !(kind === 'superseded' || kind === 'replaced')));

/** What ends a thing, or leaves it as it is, is tried less often, so that what leads on gets its turn. */
const kindIn = (thing: Thing): fc.Arbitrary<Kind> => {
  const of = allTransitions.filter((one) => one.thing === thing);
  const ends = of.filter((one) => one.to !== 'same' && !one.corrects && isFinal(thing, one.to as State)).map(({ kind }) => kind);
  const stays = of.filter(({ to }) => to === 'same').map(({ kind }) => kind);
  const others = kindsOf(thing).filter((kind) => !ends.includes(kind) && !stays.includes(kind));
  const weighed = [
    [7, others],
    [2, stays],
    [1, ends],
  ] as const;
  return fc.oneof(...weighed.flatMap(([weight, kinds]) => (kinds.length === 0 ? [] : [{ weight, arbitrary: fc.constantFrom(...kinds) }])));
};

const tryOf = (thing: Thing): fc.Arbitrary<Try> =>
  fc.record({ kind: kindIn(thing), actor: fc.constantFrom('a_1', 'a_2'), said: says, context }).map((one) => ({
    draft: draftOf({ kind: one.kind, actor: one.actor, says: own(one.kind, one.said) } as Told),
    context: { ...goodContext, ...one.context },
  }));

const triesOf = (thing: Thing): fc.Arbitrary<readonly Try[]> => fc.array(tryOf(thing), { maxLength: 40, size: 'max' });

const written = (life: Life<Thing>, draft: Draft): Recorded => ({ ...draft, seq: life.seq + 1, at: '2026-12-10T09:00:00.000Z' });

const corrects = (kind: Kind): boolean => allTransitions.some((one) => one.kind === kind && one.corrects);

const isAllowed = (life: Life<Thing>, { draft, context }: Try): boolean => may({ life, draft, context } as unknown as Asked<Kind>).ok;

/** Tries one after another; what may be happens. */
function lived(thing: Thing, tries: readonly Try[]): { readonly life: Life<Thing>; readonly events: readonly Recorded[] } {
  let life: Life<Thing> = unborn(thing);
  const events: Recorded[] = [];
  for (const one of tries)
    if (isAllowed(life, one)) {
      events.push(written(life, one.draft));
      life = next(life, written(life, one.draft));
    }
  return { life, events };
}

describe.each(things)('whatever is tried with a %s', (thing) => {
  it('reaches no impossible state, and folds to the same from the first event on', () => {
    fc.assert(
      fc.property(triesOf(thing), (tries) => {
        const { life, events } = lived(thing, tries);
        expect(life.fault).toBeNull();
        expect(life.state === null).toBe(events.length === 0);
        expect(fold(thing, events)).toEqual(life);
      }),
      { numRuns: runs(300) },
    );
  });

  fully('comes everywhere', () => {
    const reached = new Set<State | null>();
    for (let seed = 21; seed < 221 && reached.size < statesOf(thing).length; seed += 1)
      for (const tries of fc.sample(triesOf(thing), { numRuns: 50, seed })) {
        let life: Life<Thing> = unborn(thing);
        for (const event of lived(thing, tries).events) reached.add((life = next(life, event)).state);
      }
    expect([...reached].sort()).toEqual([...statesOf(thing)].sort());
  });

  it('leaves what is final as it is', () => {
    fc.assert(
      fc.property(triesOf(thing), tryOf(thing), (tries, one) => {
        const { life } = lived(thing, tries);
        if (life.state !== null && isFinal(thing, life.state) && !corrects(one.draft.kind) && isAllowed(life, one))
          expect(stateAfter(life.state, one.draft.kind)).toBe(life.state);
      }),
      { numRuns: runs(300) },
    );
  });

  it('was at each moment what its events until then say', () => {
    fc.assert(
      fc.property(triesOf(thing), fc.nat(), (tries, at) => {
        const { events } = lived(thing, tries);
        const cut = events.length === 0 ? 0 : at % events.length;
        const before = fold(thing, events.slice(0, cut));
        expect(before.fault).toBeNull();
        expect(events.slice(cut).reduce<Life<Thing>>(next, before)).toEqual(fold(thing, events));
      }),
    );
  });

  it('is in the same state when what the events say is erased', () => {
    fc.assert(
      fc.property(triesOf(thing), fc.array(fc.boolean(), { minLength: 40, maxLength: 40, size: 'max' }), (tries, gone) => {
        const { life, events } = lived(thing, tries);
        const erased = events.map((event, at) => (gone[at] ? { ...event, payload: null } : event));
        expect(fold(thing, erased)).toMatchObject({ state: life.state, seq: life.seq, fault: null });
      }),
    );
  });

  it('can be asked what may be when what its events say is erased', () => {
    fc.assert(
      fc.property(triesOf(thing), tryOf(thing), (tries, one) => {
        const erased = fold(
          thing,
          lived(thing, tries).events.map((event) => ({ ...event, payload: null })),
        );
        expect(typeof isAllowed(erased, one)).toBe('boolean');
      }),
      { numRuns: runs(300) },
    );
  });

  it('comes to one end when two do something at once, whoever is first', () => {
    fc.assert(
      fc.property(triesOf(thing), tryOf(thing), tryOf(thing), (tries, one, other) => {
        const { events } = lived(thing, tries);
        for (const [first, second] of [
          [one, other],
          [other, one],
        ] as const) {
          const before = fold(thing, events);
          const both = [first, second].reduce(
            (life, asked) => (isAllowed(life, asked) ? next(life, written(life, asked.draft)) : life),
            before,
          );
          expect(both.fault).toBeNull();
          // Whoever comes second to an end finds it taken.
          const middle = isAllowed(before, first) ? next(before, written(before, first.draft)) : before;
          if (middle.state !== null && isFinal(thing, middle.state) && !corrects(second.draft.kind)) expect(both.state).toBe(middle.state);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('is told where somebody else has written the events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kindsOf(thing)), { maxLength: 12 }), (forged) => {
        const events = forged.map(eventOf);
        const life = fold(thing, events);
        let state: State | null = null;
        for (const [at, kind] of forged.entries()) {
          const after = stateAfter(state, kind);
          if (after === null) {
            expect(life).toMatchObject({ state, seq: at, fault: { what: 'impossible', seq: at + 1, kind, state } });
            return;
          }
          state = after;
        }
        expect(life).toMatchObject({ state, seq: forged.length, fault: null });
      }),
    );
  });
});

describe('a fold', () => {
  it('tells events out of order, twice, or of another', () => {
    const [asked, opened] = eventsOf('requested', 'opened') as readonly Recorded<'request'>[];
    if (!asked || !opened) return expect.fail('no events');
    expect(fold('request', [asked, { ...opened, seq: 1 }]).fault).toEqual({ what: 'order', seq: 1, kind: 'opened', state: 'requested' });
    expect(fold('request', [asked, { ...opened, object: 'r_2' }]).fault).toMatchObject({ what: 'stranger', seq: 2 });
    expect(fold('request', [{ ...asked, seq: 0 }]).fault).toMatchObject({ what: 'order', state: null });
  });

  it('ends at the first fault', () => {
    const life = lifeOf('request', 'requested', 'scanned', 'opened');
    expect(life).toMatchObject({ state: 'requested', seq: 1, fault: { kind: 'scanned' } });
    expect(Object.keys(life.last)).toEqual(['requested']);
  });

  it('keeps the last of each kind', () => {
    const life = lifeOf('proposal', 'proposed', 'returned', { kind: 'proposed', says: { summary: 'Again' } });
    expect(life.last.proposed).toMatchObject({ seq: 3, payload: { summary: 'Again' } });
    expect(life.last.returned).toMatchObject({ seq: 2 });
  });
});
