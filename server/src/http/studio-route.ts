/** How the routes of the studio are made: what they have in common, and the workers they ask. The header of each request says its language. */
import type { Right } from '../access/rights.js';
import { beginIn } from '../register/begin.js';
import type { Studio } from '../studio/studio.js';
import { mailOf } from './committed.js';
import type { Service } from './service.js';
import { visitorOf } from './route.js';
import type { Asked, Reply, Route, SchemaId } from './route.js';

type Answering = (asked: Asked) => object | Promise<object>;

const base = '/api/v1/studio/';

const addressOf = (path: string): Route['path'] => `${base}${path}`;

/** Lists are sent inside an object, as everything is. */
const answering =
  (answer: Answering): Route['run'] =>
  async (asked): Promise<Reply> => ({ data: await answer(asked) });

export const reading = (id: string, path: string, right: Right, query: Route['query'], answer: Answering): Route => ({
  ...{ id, method: 'GET', path: addressOf(path), right, answers: 'studio#Answer', run: answering(answer) },
  ...(query && { query }),
});

export const changing = (id: string, path: string, right: Right, body: SchemaId | null, answer: Answering): Route => ({
  ...{ id, method: 'POST', path: addressOf(path), right, answers: 'studio#Answer', run: answering(answer) },
  ...(body && { body }),
});

/** A file is sent as it is, with what is said of it in the query. */
export const bringing = (
  id: string,
  path: string,
  right: Right,
  { query, ...upload }: NonNullable<Route['upload']> & Required<Pick<Route, 'query'>>,
  answer: Answering,
): Route => ({
  ...{ id, method: 'POST', path: addressOf(path), right, answers: 'studio#Answer', run: answering(answer), upload, query },
});

/** The same with more said of the file than an address holds: a form of both. */
export const bringingWith = (body: SchemaId, route: Route): Route => ({ ...route, body });

/** A change that, asked for twice with one Idempotency-Key, happens once. */
export const once = (route: Route): Route => ({ ...route, once: true });

/** What stands at a place of the path: the `role` of `roles/{role}`. */
export const placed = ({ params }: Asked, name: string): string => params[name] ?? '';

/** Has a worker do something in the name of whoever asks. */
export const work = <T>(asked: Asked, task: string, input: unknown): Promise<T> =>
  asked.service.crew.run<T>(task, input, { actor: visitorOf(asked).actor, language: asked.language });

/** The same for an editor: by the thread that is there for them, with all that the server’s own studio was told of. */
export const editsWith =
  (studio: Studio) =>
  async <T extends object>(asked: Asked, task: string, input: object): Promise<T> =>
    await work<T>(asked, task, { ...input, renewals: studio.renewals(), mail: await mailOf(asked) });

/** Lists that are being read, by what they are of. */
const underWay = new WeakMap<Service, Map<string, Promise<object>>>();

/**
 * The same as `work` for what reads all of the register: whoever asks for it while another’s answer is on its way has that, unless something
 * has happened since.
 */
export async function workTogether(task: string, by: Parameters<Service['crew']['run']>[2], service: Service): Promise<object> {
  const { seq } = await service.storage.read.head();
  const key = JSON.stringify([task, seq, service.today(), by]);
  const own = underWay.get(service) ?? new Map<string, Promise<object>>();
  underWay.set(service, own);
  const reading = own.get(key) ?? service.crew.run<object>(task, {}, by).finally(() => own.delete(key));
  own.set(key, reading);
  return await reading;
}

/** Begins the register; by nobody’s name, since there is no register yet that could tell who it is. */
export const beginRegister = (asked: Asked): Promise<boolean> =>
  beginIn({ ...asked.setting(), storage: asked.service.storage }, asked.service.texts(asked.language).say('studio.ignoreNote'));

/**
 * Posts whose papers are looked at anew in one answer, each in a tenth of a second: the first answer is there at once, those that go on leave a
 * thread to others twice in a second.
 */
export const [lookedFirst, lookedAtOnce] = [1, 6] as const;

export const paging = {
  offset: { type: 'integer', minimum: 0, maximum: 10_000_000, default: 0 },
  limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
} as const;

export const searched = {
  q: { type: 'string', maxLength: 200 },
  department: { type: 'string', maxLength: 100 },
  role: { type: 'string', maxLength: 100 },
} as const;
