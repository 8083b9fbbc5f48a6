/** What goes for every request: headers, origins, problems, logs, limits, where it comes from, and leaving. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hono } from 'hono';
import { locales } from 'rolewright';
import { basePathFrom, originFrom, seenFrom, trustFrom, trustsNobody } from '../src/http/address.js';
import { dispositionOf } from '../src/http/answer.js';
import { openApp } from '../src/http/app.js';
import type { ShellEnv } from '../src/http/app.js';
import { openChecks } from '../src/http/check.js';
import { hasherHere } from '../src/access/passwords.js';
import { openEntrance } from '../src/http/entrance.js';
import { servicePages } from '../src/http/pages.js';
import { deskDoor } from '../src/http/desk-door.js';
import { listen } from '../src/http/listen.js';
import { hashed, openLog, withoutSecrets } from '../src/http/log.js';
import type { Route } from '../src/http/route.js';
import { languageAsked } from '../src/http/texts.js';
import { madeService, ownFolder } from './service.js';
import type { Made } from './service.js';

const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE';
const origin = 'http://127.0.0.1:8080';
const door = () => deskDoor({ actor: async () => ({ id: 'a_1', name: 'Helen Carter' }), language: 'en', secret, first: '/' });

let made: Made;
let app: Hono<ShellEnv>;
const thrown: Route = {
  ...{ id: 'session', method: 'GET', path: '/fault', right: 'anyone', answers: 'nothing' },
  run: async () => {
    throw new Error('Anna Smith could not be read');
  },
};
const taking: Route = {
  ...{ id: 'session', method: 'POST', path: '/take', right: 'signed-in', body: 'session#Session', answers: 'nothing' },
  query: { limit: { type: 'integer', minimum: 1, maximum: 10 } },
  run: async () => ({}),
};
const sending: Route = {
  ...{
    id: 'session',
    method: 'POST',
    path: '/send',
    right: 'signed-in',
    upload: { types: ['image/png'], limit: 1000 },
    answers: 'nothing',
  },
  run: async ({ bytes }) => ({ data: { size: bytes.length } }),
};

const request = (path: string, init: RequestInit & { readonly headers?: Record<string, string> } = {}): Promise<Response> =>
  Promise.resolve(app.request(`${origin}${path}`, { ...init, headers: { host: '127.0.0.1:8080', ...init.headers } }));

let cookie = '';
let token = '';
beforeAll(async () => {
  made = await madeService({ placement: { origin: null }, door });
  const own = made.service.door.routes;
  const { session, description } = await import('../src/http/routes-self.js');
  app = openApp(made.service, [...own, session, description(() => own), thrown, taking, sending]);
  const entered = await request(`/enter?key=${secret}`);
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  token = ((await (await request('/api/v1/session', { headers: { cookie } })).json()) as { token: string }).token;
}, 60_000);
afterAll(() => made.close());

describe('every answer', () => {
  it('bears the headers of security, whatever it is', async () => {
    for (const path of ['/healthz', '/api/v1/session', '/nowhere', '/fault', '/enter']) {
      const { headers } = await request(path);
      const csp = headers.get('content-security-policy') ?? '';
      expect(csp).toContain("default-src 'none'");
      expect(csp).toContain("frame-ancestors 'self'");
      expect(csp).not.toContain('unsafe');
      expect(headers.get('strict-transport-security')).toContain('max-age=63072000');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('tells what is wrong as problem+json in the language of the request, and nothing of the insides', async () => {
    const titles = new Set<string>();
    for (const language of locales) {
      const answer = await request('/api/v1/session', { headers: { 'accept-language': `${language}-XX, de;q=0.5` } });
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-language')]).toEqual([
        401,
        'application/problem+json',
        language,
      ]);
      const body = (await answer.json()) as { code: string; title: string; status: number };
      expect([body.code, body.status]).toEqual(['http-not-signed-in', 401]);
      titles.add(body.title);
    }
    expect(titles.size).toBe(3);
    const fault = await request('/fault');
    const text = await fault.text();
    expect(fault.status).toBe(500);
    expect(text).not.toMatch(/Anna|shell\.test|at /);
    const logged = made.log.find(({ event }) => event === 'fault');
    expect(JSON.stringify(logged)).not.toContain('Anna');
    expect(String(logged?.['where'])).toContain('http-shell.test.ts');
  });

  it('says which methods there are', async () => {
    const answer = await request('/api/v1/session', { method: 'DELETE', headers: { cookie } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('has a tag, and is not sent again to who has it', async () => {
    const first = await request('/api/v1/session', { headers: { cookie } });
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect((await request('/api/v1/session', { headers: { cookie, 'if-none-match': `"x", W/${tag}` } })).status).toBe(304);
    expect((await request('/api/v1/session', { headers: { cookie, 'if-none-match': '"x"' } })).status).toBe(200);
  });
});

describe('a change', () => {
  const json = { 'content-type': 'application/json' };
  const good = { name: 'A', account: null, language: 'en', rights: [], token: null };
  const take = (headers: Record<string, string>, body: unknown = good, path = '/take'): Promise<Response> =>
    request(path, { method: 'POST', headers: { ...json, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const codeOf = async (answer: Promise<Response>): Promise<string> => {
    const { status, ...rest } = await answer.then(async (one) => ({ status: one.status, ...((await one.json()) as { code: string }) }));
    return `${status} ${rest.code}`;
  };
  const own = () => ({ cookie, 'x-rolewright-token': token });

  it('that another site asks for is refused, even with the cookie and the token', async () => {
    expect((await take(own())).status).toBe(204);
    expect((await take({ ...own(), origin, 'sec-fetch-site': 'same-origin' })).status).toBe(204);
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:8081' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(await codeOf(take({ ...own(), ...headers }))).toBe('403 http-foreign-origin');
    expect(await codeOf(take({ cookie }))).toBe('403 http-token-missing');
    expect(await codeOf(take({ cookie, 'x-rolewright-token': `${token}x` }))).toBe('403 http-token-missing');
    expect(await codeOf(take({}))).toBe('401 http-not-signed-in');
  });

  it('says only what its schema knows', async () => {
    expect(await codeOf(take(own(), { ...good, admin: true }))).toBe('400 http-body');
    expect(await codeOf(take(own(), '{"name":"A","account":null,"language":"en","rights":[],"token":null,"__proto__":{"x":1}}'))).toBe(
      '400 http-body',
    );
    expect(await codeOf(take(own(), { ...good, name: 7 }))).toBe('400 http-body');
    expect(await codeOf(take(own(), '{"name":'))).toBe('400 http-body');
    expect(await codeOf(take({ ...own(), 'content-type': 'text/plain' }))).toBe('415 http-media-type');
    expect(await codeOf(take(own(), good, '/take?limit=11'))).toBe('400 http-query');
    expect(await codeOf(take(own(), good, '/take?limit=1&limit=2'))).toBe('400 http-query');
    expect(await codeOf(take(own(), good, '/take?__proto__=1'))).toBe('400 http-query');
    expect((await take(own(), good, '/take?limit=7')).status).toBe(204);
    expect(await codeOf(take(own(), { ...good, name: 'x'.repeat(1 << 20) }))).toBe('413 http-too-large');
  });

  it('with a file is of the right sort and not too large, whatever its length is said to be', async () => {
    const send = (size: number, type: string, more: Record<string, string> = {}): Promise<Response> =>
      request('/send', { method: 'POST', headers: { ...own(), 'content-type': type, ...more }, body: new Uint8Array(size) });
    expect(await (await send(1000, 'image/png')).json()).toEqual({ size: 1000 });
    expect((await send(1001, 'image/png')).status).toBe(413);
    expect((await send(1001, 'image/png', { 'content-length': '5' })).status).toBe(413);
    expect((await send(10, 'text/html')).status).toBe(415);
  });
});

describe('the door of a desk', () => {
  it('opens for the secret alone, under no name but those of this machine', async () => {
    for (const key of ['', 'x', `${secret}x`, secret.toLowerCase()]) expect((await request(`/enter?key=${key}`)).status).toBe(401);
    expect((await request('/api/v1/session', { headers: { cookie: `rolewright-session-8080=${secret}` } })).status).toBe(401);
    expect((await request('/api/v1/session', { headers: { cookie, host: 'evil.example' } })).status).toBe(403);
    expect((await request('/api/v1/session', { headers: { cookie, host: 'localhost:8080' } })).status).toBe(200);
  });

  it('gives a cookie that no script sees', async () => {
    const set = (await request(`/enter?key=${secret}`)).headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^rolewright-session-8080=[\w-]{43}; /);
    // Another project at another port has a cookie of its own, and takes none of this one’s place.
    const other = await app.request(`http://127.0.0.1:8081/enter?key=${secret}`, { headers: { host: '127.0.0.1:8081' } });
    expect(other.headers.get('set-cookie')).toMatch(/^rolewright-session-8081=/);
    const there = { host: '127.0.0.1:8081', cookie };
    expect((await app.request('http://127.0.0.1:8081/api/v1/session', { headers: there })).status).toBe(401);
    expect(set).toContain('HttpOnly');
    expect(set).toContain('SameSite=Lax');
    expect(set).not.toContain(secret);
  });
});

describe('the log', () => {
  it('has no secret in it, and one line for whatever is asked', async () => {
    const token32 = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFy';
    await request(`/s/${token32}?code=123456`);
    await request(`/enter?key=${secret}`);
    await request('/x%0A{"level":"error"}');
    const lines: string[] = [];
    const write = openLog(
      (line) => lines.push(line),
      () => new Date('2026-12-01T08:00:00Z'),
    );
    for (const entry of made.log) write(entry);
    const all = lines.join('');
    expect(all).not.toContain(token32);
    expect(all).not.toContain(secret);
    expect(all).not.toContain('123456');
    expect(all).toContain(hashed(token32));
    expect(lines.every((line) => line.endsWith('}\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
    expect(withoutSecrets(`/api/v1/people/p_${'a1'.repeat(16)}`, '')).toContain(`p_${'a1'.repeat(16)}`);
  });
});

describe('where a request comes from', () => {
  const headers = (more: Record<string, string>): Headers => new Headers({ host: 'hr.example.com', ...more });
  it('is believed of trusted proxies alone, and of them only what they have written', () => {
    const trusts = trustFrom('loopback, 10.0.0.0/8, 2001:db8::/32') ?? trustsNobody;
    const at = (peer: string, more: Record<string, string>) => seenFrom(peer, headers(more), { basePath: '', origin: null, trusts });
    expect(at('203.0.113.9', { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-proto': 'https' })).toEqual({
      from: '203.0.113.9',
      origin: 'http://hr.example.com',
    });
    expect(at('::ffff:127.0.0.1', { 'x-forwarded-for': '1.1.1.1, 198.51.100.1, 10.0.0.3', 'x-forwarded-proto': 'https' })).toEqual({
      from: '198.51.100.1',
      origin: 'https://hr.example.com',
    });
    expect(at('127.0.0.1', { 'x-forwarded-for': 'evil, 10.0.0.3' }).from).toBe('10.0.0.3');
    expect(at('127.0.0.1', { 'x-forwarded-host': 'a.example, b.example' }).origin).toBe('http://b.example');
    expect(at('127.0.0.1', { 'x-forwarded-host': 'b.example/../' }).origin).not.toContain('..');
    expect([trustFrom('nonsense'), trustFrom('10.0.0.0/33'), trustFrom('10.0.0.0/8/8'), trustFrom('')]).toEqual([null, null, null, null]);
  });

  it('reads paths and addresses that make sense', () => {
    expect([basePathFrom('/'), basePathFrom('hr/'), basePathFrom('/a/b'), basePathFrom('/../x'), basePathFrom('/a b')]).toEqual([
      '',
      '/hr',
      '/a/b',
      null,
      null,
    ]);
    expect([
      originFrom('https://hr.example.com/'),
      originFrom('https://hr.example.com/x'),
      originFrom('ftp://x'),
      originFrom('hr'),
    ]).toEqual(['https://hr.example.com', null, null, null]);
    expect([languageAsked('de, nl;q=0.5, ru;q=0.7', 'en'), languageAsked('nl;q=0', 'en'), languageAsked(null, 'ru')]).toEqual([
      'ru',
      'en',
      'ru',
    ]);
  });

  it('lies below a path of its own, where nothing is found above it', async () => {
    const below = await madeService({ placement: { basePath: '/hr', origin: null }, door });
    const at = openApp(below.service, below.service.door.routes);
    const ask = (path: string) => at.request(`${origin}${path}`, { headers: { host: '127.0.0.1' } });
    expect([(await ask('/hr/healthz')).status, (await ask('/healthz')).status]).toEqual([200, 404]);
    expect((await ask(`/hr/enter?key=${secret}`)).headers.get('location')).toBe('/hr/');
    const entrance = openEntrance({ hasher: hasherHere({ memory: 64, rounds: 1 }), common: new Set() });
    const paged = openApp(below.service, [], [{ path: '/', app: servicePages({ entrance, places: [] }) }]);
    for (const path of ['/hr', '/hr/'])
      expect((await paged.request(`${origin}${path}`, { headers: { host: '127.0.0.1' } })).headers.get('location')).toBe('/hr/sign-in');
    await below.close();
  });
});

it('names files so that no name ends the header', () => {
  expect(dispositionOf('Должностная "инструкция"\r\nX: y.pdf')).toMatch(
    /^attachment; filename="[A-Za-z0-9._-]+"; filename\*=UTF-8''[A-Za-z0-9%._-]+$/,
  );
});

it('has schemas that are schemas', () => {
  expect(openChecks(ownFolder).fault('session#Problem', { type: 'x', title: 'y', status: 400, code: 'z' })).toBeNull();
});

it('lets what runs come to its end before it leaves', async () => {
  let go: (() => void) | undefined;
  const slow: Route = {
    ...{ id: 'session', method: 'GET', path: '/slow', right: 'anyone', answers: 'nothing' },
    run: async () => {
      await new Promise<void>((resolve) => (go = resolve));
      return { data: { done: true } };
    },
  };
  const listening = await listen(openApp(made.service, [slow]), { host: '127.0.0.1', port: 0 });
  const running = fetch(`${listening.address}/slow`);
  while (go === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  const left = listening.leave(10_000);
  await expect(fetch(`${listening.address}/healthz`)).rejects.toThrow();
  go();
  expect(await (await running).json()).toEqual({ done: true });
  await left;
});
