/** Names of things in the register: opaque, drawn by chance, so that they tell nobody who or what is meant. */
import { matching } from './shape.js';
import type { Shape } from './shape.js';

/** What events happen to. */
export const things = ['register', 'person', 'holding', 'proposal', 'document', 'request', 'plan'] as const;
export type Thing = (typeof things)[number];

/** What an id begins with, before the underscore. */
export const prefixes = { person: 'p', holding: 'h', proposal: 'pr', document: 'd', request: 'r', plan: 'pl', actor: 'a' } as const;
export type Identified = keyof typeof prefixes;

/** The register itself, of which there is one. */
export const registerId = 'register';

/** Who acts where nobody does: the clock, through the program. */
export const programActor = 'program';

/** Bytes of chance in an id. */
export const idBytes = 16;

/** Makes an id of bytes of chance: `d_` and hexadecimal digits. */
export const newId = (of: Identified, chance: Uint8Array): string =>
  `${prefixes[of]}_${[...chance].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** The shape of ids of one sort. */
export const idOf = (...of: readonly Identified[]): Shape<string> =>
  matching(new RegExp(`^(${of.map((one) => prefixes[one]).join('|')})_[0-9a-z]{1,64}$`), `id of ${of.join(' or ')}`);

export const actorId: Shape<string> = matching(/^(a_[0-9a-z]{1,64}|program)$/, 'id of an actor');

/** The shape of the ids that events about a thing have as their object. */
export const objectIdOf = (thing: Thing): Shape<string> => (thing === 'register' ? matching(/^register$/, 'register') : idOf(thing));
