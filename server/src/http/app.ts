/**
 * The app: made of the table of routes, with what goes for all of them. A request is looked at in this order: host, origin, who it is, the
 * right, the token, query and body; then the route runs, and what it answers or refuses is sent.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { getPath } from 'hono/utils/url';
import { locales } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Reach } from '../access/rights.js';
import type { Visitor } from '../access/visitor.js';
import { seenFrom } from './address.js';
import type { Seen } from './address.js';
import { openChecks } from './check.js';
import type { Checks } from './check.js';
import { answered, stillMatches } from './answer.js';
import { hostName, isSafe, refuseForeign, refuseWithoutToken, tokenHeader } from './guard.js';
import { hashed, withoutSecrets } from './log.js';
import { onceOnly } from './once.js';
import { problemOf, refuse } from './problem.js';
import { sentIn } from './body.js';
import type { Asked, Route } from './route.js';
import type { Service, Shown } from './service.js';
import { sessionIn } from './cookies.js';
import { languageAsked } from './texts.js';

/** What the shell has found out about a request; pages that are mounted find it with `c.get`. */
export interface Found {
  readonly seen: Seen;
  readonly language: Locale;
  readonly visitor: Visitor | null;
  readonly service: Service;
}

export interface ShellEnv {
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } } };
  Variables: Found;
}

/** Pages of another room, below a path of their own: `/s` or `/studio`. */
export interface Mount {
  readonly path: `/${string}`;
  readonly app: Hono<ShellEnv>;
}

/** No script and no style but from here, and nothing that is written into a page. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  frameSrc: ["'self'", 'blob:'],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'self'"],
};

/** Two years, as browsers’ lists of hosts ask for. */
const strictTransport = `max-age=${2 * 365 * 24 * 3600}; includeSubDomains`;

/** The language that a page is read in, where its reader has chosen one there. */
const languageHeader = 'x-rolewright-language';
/** Who sits at a desk, where somebody has said it in this browser. */
const nameHeader = 'x-rolewright-name';

/** Answers with data are nobody’s to keep; mounted files may say otherwise. */
const notKept = 'no-store';

export function openApp(service: Service, routes: readonly Route[], mounts: readonly Mount[] = []): Hono<ShellEnv> {
  const checks = openChecks(service.own);
  const { basePath } = service.placement;
  // The service itself is at `/hr` and at `/hr/`, where it sends whoever has come in.
  const pathOf = (request: Request): string => {
    const path = getPath(request);
    return basePath !== '' && path === `${basePath}/` ? basePath : path;
  };
  const app = new Hono<ShellEnv>({ getPath: pathOf }).basePath(basePath) as Hono<ShellEnv>;
  app.use(requests(service));
  app.use(
    secureHeaders({
      contentSecurityPolicy,
      strictTransportSecurity: strictTransport,
      xFrameOptions: 'SAMEORIGIN',
      referrerPolicy: 'no-referrer',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [], payment: [], usb: [] },
      overwrite: false,
    }),
  );
  app.onError((error, c) => toldProblem(error, c, service));
  app.notFound((c) => toldProblem(refuse('http-not-found'), c, service));
  app.get('/healthz', (c) => c.json({ status: 'up' }));
  app.get('/readyz', async (c) => {
    if (service.isLeaving()) throw refuse('http-leaving');
    await service.storage.read.head();
    return c.json({ status: 'ready' });
  });
  for (const route of routes)
    app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => run(route, c, service, { checks, routes }));
  for (const [path, methods] of methodsByPath(routes))
    app.all(path, (c) => {
      c.header('Allow', methods.join(', '));
      throw refuse('http-method', { method: c.req.method.slice(0, 20), known: methods.join(', ') });
    });
  for (const { path, app: mounted } of mounts) app.route(path, mounted);
  return app;
}

function methodsByPath(routes: readonly Route[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const { method, path } of routes) {
    const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
    all.set(pattern, [...(all.get(pattern) ?? []), method, ...(method === 'GET' ? ['HEAD'] : [])]);
  }
  return all;
}

/** What goes for every request, of whatever page: a line in the log, who it is, and whether it may change anything. */
function requests(service: Service) {
  return async (c: Context<ShellEnv>, next: () => Promise<void>): Promise<void> => {
    const began = service.edge.now().getTime();
    const { headers } = c.req.raw;
    const seen = seenFrom(c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1', headers, service.placement);
    c.set('seen', seen);
    c.set('service', service);
    c.set('visitor', null);
    c.set('language', languageAsked(headers.get('accept-language'), 'en'));
    c.header('Cache-Control', notKept);
    c.header('Vary', 'Cookie, Authorization, Accept-Language');
    const work = async (): Promise<void> => {
      const { hosts } = service.door;
      if (hosts.length > 0 && !hosts.includes(hostName(headers.get('host') ?? ''))) throw refuse('http-foreign-origin');
      if (!isSafe(c.req.method)) refuseForeign(headers, seen.origin);
      const shown = shownBy(c);
      const visitor = shown.session === null && shown.key === null ? null : await service.door.recognise(shown);
      c.set('visitor', visitor);
      const chosen = locales.find((one) => one === headers.get(languageHeader)) ?? visitor?.language;
      if (chosen) c.set('language', chosen);
      await next();
    };
    try {
      await work();
    } catch (error) {
      c.res = toldProblem(error, c, service);
    }
    const url = new URL(c.req.url);
    service.log({
      level: c.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      method: c.req.method.slice(0, 20),
      path: withoutSecrets(url.pathname, url.search),
      status: c.res.status,
      ms: service.edge.now().getTime() - began,
      from: seen.from,
      account: c.get('visitor')?.account ?? null,
    });
  };
}

const shownBy = (c: Context<ShellEnv>): Shown => ({
  ...{ session: sessionIn(c), key: keyIn(c.req.raw.headers), name: nameIn(c.req.raw.headers) },
});

/** The name of whoever acts, as an address writes it: headers have letters of their own. */
function nameIn(headers: Headers): string | null {
  const said = headers.get(nameHeader);
  if (said === null || said.length > 2000) return null;
  try {
    const name = decodeURIComponent(said).replace(/\s+/gu, ' ').trim();
    return name === '' || name.length > 200 || /\p{Cc}/u.test(name) ? null : name;
  } catch {
    return null;
  }
}

/** `Authorization: Bearer …`. */
function keyIn(headers: Headers): string | null {
  const said = headers.get('authorization');
  return /^Bearer ([\w-]{20,200})$/i.exec(said ?? '')?.[1] ?? null;
}

/** How far the right of a route goes for whoever asks. Throws a Refusal where it is not there. */
function reachFor({ right, anyKey }: Pick<Route, 'right' | 'anyKey'>, visitor: Visitor | null): Reach {
  if (right === 'anyone') return [];
  if (!visitor) throw refuse('http-not-signed-in');
  if (right === 'signed-in') {
    // No scope names what is open to whoever is signed in, so no key has been given it.
    if (visitor.by === 'key' && !anyKey) throw refuse('http-no-right', { right });
    return [];
  }
  const reach = visitor.reach(right);
  if (reach === null || (reach !== 'everywhere' && reach.length === 0)) throw refuse('http-no-right', { right });
  return reach;
}

interface Table {
  readonly checks: Checks;
  readonly routes: readonly Route[];
}

async function run(route: Route, c: Context<ShellEnv>, service: Service, { checks, routes }: Table): Promise<Response> {
  const { visitor, language, seen } = c.var;
  const { headers } = c.req.raw;
  const reach = reachFor(route, visitor);
  if (visitor && !isSafe(route.method) && route.right !== 'anyone') refuseWithoutToken(visitor, headers.get(tokenHeader));
  if (route.fresh && visitor?.isFresh !== true) throw refuse('http-proof-needed');
  const asked: Asked = {
    ...{ service, visitor, reach, language, headers, from: seen.from, origin: seen.origin },
    shown: shownBy(c),
    params: c.req.param(),
    query: checks.query(route, new URL(c.req.url).searchParams),
    ...(await sentIn(c.req.raw, route)),
    setting() {
      if (!visitor) throw new TypeError('nobody acts here');
      return service.setting(visitor.actor, language);
    },
  };
  checks.body(route, asked.body);
  const reply = await onceOnly(route, asked, async () => {
    await refuseChanged(route, asked, routes);
    return await route.run(asked);
  });
  if (route.audited && visitor && reply.about && reply.about.length > 0)
    await service.noteReading({ visitor, route: route.id, people: reply.about });
  return answered(reply, c);
}

/** Where a change names the version that it is made for, it is refused once there is another, and where there are no versions to name. */
async function refuseChanged({ method, readBy }: Route, asked: Asked, routes: readonly Route[]): Promise<void> {
  const match = asked.headers.get('if-match');
  if (match === null || isSafe(method)) return;
  const reader = routes.find(({ id }) => id === readBy);
  if (!reader) throw refuse('http-query', { place: 'If-Match', expected: 'nothing' });
  if (!stillMatches(match, await reader.run(asked))) throw refuse('http-changed-meanwhile');
}

function toldProblem(error: unknown, c: Context<ShellEnv>, service: Service): Response {
  const problem = problemOf(error, c.get('language') ?? 'en', service.texts);
  if (problem.status === 500)
    service.log({
      level: 'error',
      event: 'fault',
      codes: problem.codes.join(' '),
      // What a fault says may have data of people in it: its kind and place are enough to find it.
      what: error instanceof Error ? error.name : typeof error,
      where: error instanceof Error ? placesIn(error.stack ?? '') : '',
      secret: error instanceof Error ? hashed(error.message) : '',
    });
  if (problem.status === 401) c.header('WWW-Authenticate', 'Bearer');
  if (problem.retryAfter !== null) c.header('Retry-After', String(problem.retryAfter));
  c.header('Content-Type', 'application/problem+json');
  c.header('Content-Language', c.get('language') ?? 'en');
  return c.body(JSON.stringify(problem.body), problem.status as 400);
}

/** Lines of a stack without what stands before them. */
const placesIn = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?\/\S*\/(?=[^/]+\/[^/]+$)/, '('))
    .join(' < ');
