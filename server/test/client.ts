/** A browser or a program that asks the service: keeps its cookie, shows the token, and says where it comes from. */
import type { Hono } from 'hono';
import type { ShellEnv } from '../src/http/app.js';

export interface Client {
  cookie: string;
  /** An API key; empty for none. */
  key: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The status and, of a problem, its code. */
  code(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<string>;
}

export const origin = 'https://hr.example.com';

export function client(app: Hono<ShellEnv>): Client {
  let token = '';
  let tokenOf = '';
  const ask = async (
    method: string,
    path: string,
    body: string | Uint8Array | undefined,
    more: Record<string, string>,
  ): Promise<Response> => {
    const answer = await app.request(`${origin}${path}`, {
      method,
      ...(body !== undefined && { body: body as string }),
      headers: {
        ...(one.cookie !== '' && { cookie: one.cookie }),
        ...(one.key !== '' && { authorization: `Bearer ${one.key}` }),
        ...(method !== 'GET' && { origin, 'sec-fetch-site': 'same-origin' }),
        ...more,
      },
    });
    const set = answer.headers.get('set-cookie');
    if (set !== null) one.cookie = /Max-Age=0/.test(set) ? '' : (set.split(';')[0] ?? '');
    return answer;
  };
  const one: Client = {
    cookie: '',
    key: '',
    get: (path, headers = {}) => ask('GET', path, undefined, headers),
    post: (path, body, headers = {}) => one.send('POST', path, body, headers),
    async send(method, path, body, headers = {}) {
      if (one.cookie !== '' && one.key === '' && tokenOf !== one.cookie) {
        tokenOf = one.cookie;
        token = String(((await (await one.get('/api/v1/session')).json()) as { token?: string }).token ?? '');
      }
      const isBytes = body instanceof Uint8Array;
      return await ask(method, path, body === undefined ? undefined : isBytes ? body : JSON.stringify(body), {
        ...(body !== undefined && !isBytes && { 'content-type': 'application/json' }),
        ...(token !== '' && { 'x-rolewright-token': token }),
        ...headers,
      });
    },
    async code(method, path, body, headers) {
      const answer = await one.send(method, path, body, headers);
      const text = await answer.text();
      return `${answer.status} ${text === '' ? '' : ((JSON.parse(text) as { code?: string }).code ?? '')}`.trim();
    },
  };
  return one;
}
