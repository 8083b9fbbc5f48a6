/** Signing in by a provider of the organisation, which the test is: codes, keys and tokens of its own, and some that are wrong. */
import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '../src/access/accounts.js';
import { hasherHere } from '../src/access/passwords.js';
import { accountsDoor } from '../src/http/accounts-door.js';
import type { AccountsDoor } from '../src/http/accounts-door.js';
import { openApp } from '../src/http/app.js';
import { mount, oidcPages } from '../src/http/oidc.js';
import { madeService } from './service.js';
import type { Made } from './service.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the provider says next. */
let says: { sub: string; email?: string; email_verified?: boolean; nonce?: string; aud?: string; forged?: boolean } = { sub: '1' };
let issuer = '';
let provider: Server;
let made: Made;
let app: ReturnType<typeof openApp>;
const codes = new Map<string, { nonce: string; challenge: string }>();

beforeAll(async () => {
  provider = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const send = (data: object, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(data));
    };
    if (url.pathname === '/.well-known/openid-configuration')
      return send({
        ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` },
        ...{ response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] },
      });
    if (url.pathname === '/keys') return send({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const form = new URLSearchParams(text);
      const code = codes.get(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (!code || code.challenge !== challenge) return send({ error: 'invalid_grant' }, 400);
      codes.delete(form.get('code') ?? '');
      const { forged, ...claims } = says;
      const now = Math.floor(Date.now() / 1000);
      const body = `${coded({ alg: 'RS256', kid: 'k' })}.${coded({ iss: issuer, aud: 'rolewright', iat: now, exp: now + 60, nonce: code.nonce, ...claims })}`;
      const signature = createSign('RSA-SHA256')
        .update(body)
        .sign(forged ? stranger : privateKey)
        .toString('base64url');
      send({ access_token: 'x', token_type: 'bearer', id_token: `${body}.${signature}` });
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  let door: AccountsDoor | undefined;
  made = await madeService({ door: (parts) => (door = accountsDoor({ ...parts, hasher: hasherHere({ memory: 64, rounds: 1 }) })) });
  if (!door) throw new Error('no door');
  const pages = oidcPages({ issuer: new URL(issuer), client: 'rolewright', secret: 'shared', insecure: true }, door.entrance);
  app = openApp(made.service, door.routes, [{ path: mount, app: pages }]);
  await createAccount({ login: 'anna@example.com', name: 'Anna', grants: [] }, made.edge, made.storage);
}, 60_000);
afterAll(async () => {
  provider.close();
  await made.close();
});

const ask = (path: string, cookie = ''): Promise<Response> =>
  Promise.resolve(app.request(`https://hr.example.com${path}`, { headers: cookie === '' ? {} : { cookie } }));
const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** Goes to the provider; gives the way back and the cookie of the browser. */
async function gone(): Promise<{ readonly back: string; readonly cookie: string }> {
  const answer = await ask('/oidc/start');
  const to = new URL(answer.headers.get('location') ?? '');
  expect([answer.status, to.origin, to.searchParams.get('redirect_uri')]).toEqual([303, issuer, 'https://hr.example.com/oidc/back']);
  const code = `code-${codes.size}-${to.searchParams.get('state') ?? ''}`;
  codes.set(code, { nonce: to.searchParams.get('nonce') ?? '', challenge: to.searchParams.get('code_challenge') ?? '' });
  return { back: `/oidc/back?code=${code}&state=${to.searchParams.get('state') ?? ''}`, cookie: cookieOf(answer) };
}

async function came(said: typeof says): Promise<number> {
  says = said;
  const { back, cookie } = await gone();
  const answer = await ask(back, cookie);
  return answer.status;
}

it('lets in whom the provider vouches for: first by a verified address, then by what it calls them', async () => {
  expect(await came({ sub: '7', email: 'anna@example.com' })).toBe(401);
  expect(await came({ sub: '7', email: 'anna@example.com', email_verified: false })).toBe(401);
  expect(await came({ sub: '7', email: 'Anna@Example.com', email_verified: true })).toBe(303);
  expect(await came({ sub: '7', email: 'other@example.com', email_verified: true })).toBe(303);
  // Whoever has got the address since is somebody else.
  expect(await came({ sub: '8', email: 'anna@example.com', email_verified: true })).toBe(401);
  expect(await came({ sub: '9', email: 'nobody@example.com', email_verified: true })).toBe(401);
  await made.storage.change((db) => db.updateTable('account').set({ state: 'locked' }).execute());
  expect(await came({ sub: '7' })).toBe(401);
  await made.storage.change((db) => db.updateTable('account').set({ state: 'active' }).execute());
});

it('believes no token that is forged, for another, of another visit, or comes twice', async () => {
  expect(await came({ sub: '7', forged: true })).toBe(401);
  expect(await came({ sub: '7', aud: 'another' })).toBe(401);
  expect(await came({ sub: '7', nonce: 'another' })).toBe(401);
  says = { sub: '7' };
  const mine = await gone();
  const theirs = await gone();
  // Their answer in my browser, and mine without my cookie.
  expect((await ask(theirs.back, mine.cookie)).status).toBe(401);
  expect((await ask(mine.back)).status).toBe(401);
  const in1 = await ask(mine.back, mine.cookie);
  expect([in1.status, in1.headers.get('location')]).toEqual([303, '/']);
  expect((await ask(mine.back, mine.cookie)).status).toBe(410);
  expect(JSON.stringify(made.log)).not.toContain(new URL(`https://x${mine.back}`).searchParams.get('state'));
});
