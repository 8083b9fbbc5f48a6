/** Lives for tests: things as they are after some events, and drafts of what may happen to them next. */
import { thingOf } from '../src/life/events.js';
import type { Draft, Kind, Payloads, Recorded } from '../src/life/events.js';
import { fold } from '../src/life/fold.js';
import type { Life } from '../src/life/fold.js';
import type { Thing } from '../src/life/ids.js';
import type { Asked } from '../src/life/guards.js';
import { objectOf, samples } from './life-samples.js';

export const today = '2026-12-10';

/** What happened: a kind with what its sample says, or with other words in some places, and by whom. */
export type Told = { [K in Kind]: K | { readonly kind: K; readonly actor?: string; readonly says?: Partial<Payloads[K]> | null } }[Kind];

const kindOf = (told: Told): Kind => (typeof told === 'string' ? told : told.kind);
const thingTold = (told: Told): Thing => thingOf(kindOf(told)) ?? 'register';
const payloadOf = (told: Told): object | null =>
  typeof told === 'string' ? samples[told] : told.says === null ? null : { ...samples[told.kind], ...(told.says as object | undefined) };
const actorOf = (told: Told): string => (typeof told === 'string' ? 'a_1' : (told.actor ?? 'a_1'));

/** An event, told at its place among others, a minute after the one before. */
export const eventOf = (told: Told, at: number): Recorded =>
  ({
    seq: at + 1,
    at: new Date(Date.UTC(2026, 11, 1, 9, at)).toISOString(),
    actor: actorOf(told),
    kind: kindOf(told),
    object: objectOf[thingTold(told)] ?? '',
    payload: payloadOf(told),
  }) as Recorded;

export const eventsOf = (...told: readonly Told[]): readonly Recorded[] => told.map(eventOf);

/** A thing after what happened to it. */
export const lifeOf = <T extends Thing>(thing: T, ...told: readonly Told[]): Life<T> =>
  fold(thing, eventsOf(...told) as readonly Recorded<T>[]);

export const draftOf = (told: Told): Draft => {
  const { actor, kind, object, payload } = eventOf(told, 0);
  return { actor, kind, object, payload: payload ?? {} } as Draft;
};

/** A context in which nothing stands against anything that follows the samples. */
export const goodContext = {
  today,
  rules: { approvalByTwo: true, voidByTwo: true, scanByTwo: true, approvedOnly: true },
  held: false,
  mayGoOn: today,
  person: { state: 'employed', leftOn: null },
  current: samples.proposed.base ?? null,
  approved: true,
  replaced: 'issued',
  successor: 'issued',
  document: { state: 'issued', person: null, dated: '2026-11-30' },
  waiting: false,
  methods: ['in-person', 'paper', 'link'],
  strongerBy: null,
  law: { act: true, witnesses: 2 },
  askedOn: '2026-12-01',
  desk: { by: 'Анна Иванова', names: ['Мария Кузнецова'], askedOn: '2026-12-01', printedOn: '2026-12-01' },
  names: ['Мария Кузнецова'],
  code: samples.printed.code,
  running: false,
  task: { owner: 'new-hire', what: 'check', result: null },
} as const;

/** A question in a good context, with what is otherwise in it. */
export const askedOf = (before: readonly Told[], told: Told, otherwise: object = {}): Asked<Kind> => ({
  life: lifeOf(thingTold(told), ...before),
  draft: draftOf(told),
  context: { ...goodContext, ...(kindOf(told) === 'released' ? { held: true } : {}), ...otherwise },
});
