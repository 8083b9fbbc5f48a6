/** How the routes of HR’s screens are made: what they have in common, and the workers they ask. */
import { locales } from 'rolewright';
import type { Right } from '../access/rights.js';
import { visitorOf } from './route.js';
import type { Asked, Reply, Route, SchemaId } from './route.js';

type Answering = (asked: Asked) => object | Promise<object>;

const base = '/api/v1/studio/hr/';

/** The studio tells the language of its reader with each request; lists of other screens name it in the address as well. */
export const language = { enum: locales };

export const reading = (id: string, path: string, right: Right, query: Route['query'], answer: Answering): Route => ({
  ...{ id: `hr-${id}`, method: 'GET', path: `${base}${path}`, right, query: { language, ...query }, answers: 'studio#Answer' },
  run: async (asked): Promise<Reply> => ({ data: await answer(asked) }),
});

export const changing = (id: string, path: string, right: Right, body: SchemaId | null, answer: Answering): Route => ({
  ...{ id: `hr-${id}`, method: 'POST', path: `${base}${path}`, right, answers: 'studio#Answer', ...(body && { body }) },
  run: async (asked): Promise<Reply> => ({ data: await answer(asked) }),
});

/** A change that, asked for twice with one Idempotency-Key, happens once. */
export const once = (route: Route): Route => ({ ...route, once: true });

/** Has a worker do something in the name of whoever asks. */
export const work = <T>(asked: Asked, task: string, input: unknown): Promise<T> =>
  asked.service.crew.run<T>(task, input, { actor: visitorOf(asked).actor, language: asked.language });

export const paging = {
  offset: { type: 'integer', minimum: 0, maximum: 10_000_000, default: 0 },
  limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
} as const;

export const searched = {
  q: { type: 'string', maxLength: 200 },
  department: { type: 'string', maxLength: 100 },
  role: { type: 'string', maxLength: 100 },
} as const;
