/** Accounts: coming in, staying in and being out; tries that are counted, rights with their reach and end, keys, deputies, the audit. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount, grantsOf } from '../src/access/accounts.js';
import { createLink } from '../src/access/links.js';
import { commonFrom, hasherHere, passwordFault } from '../src/access/passwords.js';
import { grantFrom, reset } from '../src/cli/serve/accounts.js';
import { narrowest, reachOf, rights } from '../src/access/rights.js';
import { accountsDoor } from '../src/http/accounts-door.js';
import { openApp } from '../src/http/app.js';
import { cookieName } from '../src/http/cookies.js';
import { routesOf } from '../src/http/api.js';
import { passwordPurpose } from '../src/http/entrance.js';
import { servicePages } from '../src/http/pages.js';
import type { AccountsDoor } from '../src/http/accounts-door.js';
import { onBothDatabases } from './databases.js';
import { madeService, ownFolder } from './service.js';
import type { Made } from './service.js';
import { client } from './client.js';
import type { Client } from './client.js';

const hour = 3_600_000;

onBothDatabases('accounts', ({ next }) => {
  let made: Made;
  let door: AccountsDoor;
  let admin: Client;
  const guest = (): Client => client(made.app);

  const account = async (login: string, grants: Parameters<typeof createAccount>[0]['grants'] = [], person?: string): Promise<string> => {
    const row = await createAccount({ login, name: `Name of ${login}`, grants, ...(person && { person }) }, made.edge, made.storage);
    if (!row) throw new Error(login);
    return row.id;
  };
  const linkFor = (id: string): Promise<string> =>
    made.storage.change((db) => createLink({ subject: id, purpose: passwordPurpose, lasts: hour }, made.edge, db));
  const entered = async (id: string, password = 'lamp orchard nine'): Promise<Client> => {
    const one = guest();
    expect((await one.post('/api/v1/password', { link: await linkFor(id), password })).status).toBe(204);
    return one;
  };

  beforeAll(async () => {
    made = await madeService({
      target: await next(),
      door: (parts) => (door = accountsDoor({ ...parts, hasher: hasherHere({ memory: 64, rounds: 1 }) })),
    });
    admin = await entered(await account('admin', [{ role: 'administrator', department: null, until: null }]));
  }, 60_000);
  afterAll(() => made.close());

  it('begin by a link, which looking at uses up for nobody, and choosing once', async () => {
    const id = await account('Анна');
    const link = await linkFor(id);
    const one = guest();
    expect(await one.code('POST', '/api/v1/password', { link, password: 'short' })).toBe('422 http-password');
    expect(await one.code('POST', '/api/v1/password', { link, password: 'Password2026!' })).toBe('422 http-password');
    const both = await Promise.all([1, 2].map(() => guest().post('/api/v1/password', { link, password: 'lamp orchard nine' })));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect(await one.code('POST', '/api/v1/password', { link, password: 'lamp orchard nine' })).toBe('410 http-link-over');
    expect((await one.post('/api/v1/session', { login: ' АННА ', password: 'lamp orchard nine' })).status).toBe(204);
    expect(await (await one.get('/api/v1/session')).json()).toMatchObject({ name: 'Name of Анна', rights: [] });
    const kept = await made.storage.look((db) =>
      db.selectFrom('account').select('password').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(kept.password).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  });

  it('are counted when they are tried, at once too, and told nothing by', async () => {
    await entered(await account('tried'));
    const wrong = await Promise.all(
      Array.from({ length: 14 }, () => guest().code('POST', '/api/v1/session', { login: 'tried', password: 'wrong wrong' })),
    );
    expect(wrong.filter((one) => one === '401 http-sign-in-failed')).toHaveLength(10);
    const late = await guest().post('/api/v1/session', { login: 'tried', password: 'lamp orchard nine' });
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await guest().code('POST', '/api/v1/session', { login: 'nobody', password: 'x' })).toBe('401 http-sign-in-failed');
    made.edge.wait(16 * 60_000);
    expect((await guest().post('/api/v1/session', { login: 'tried', password: 'lamp orchard nine' })).status).toBe(204);
  });

  it('are counted alike whether they are there or not, in whatever letters they are asked for', async () => {
    const full = (name: string) => [...name].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('');
    const spellings = [(name: string) => name, (name: string) => name.toUpperCase(), (name: string) => ` ${name}  `, full];
    await entered(await account('real'));
    for (const name of ['ghost', 'real']) {
      const codes: string[] = [];
      for (let turn = 0; turn < 12; turn++) {
        const login = spellings[turn % spellings.length]?.(name) ?? name;
        codes.push(await guest().code('POST', '/api/v1/session', { login, password: 'wrong wrong' }));
      }
      expect([name, codes.filter((one) => one === '429 http-too-many').length]).toEqual([name, 2]);
    }
    made.edge.wait(16 * 60_000);
  });

  it('come in from one place as often as they like; only tries that fail are counted there', async () => {
    await entered(await account('often'));
    const counted = async (): Promise<number> =>
      Number(
        (await made.storage.look((db) => db.selectFrom('attempt').select('count').where('id', 'like', 'from:%').executeTakeFirst()))?.count,
      );
    made.edge.wait(16 * 60_000);
    const after: number[] = [];
    for (const password of ['wrong wrong', 'lamp orchard nine', 'lamp orchard nine', 'wrong wrong']) {
      await guest().post('/api/v1/session', { login: 'often', password });
      after.push(await counted());
    }
    await entered(await account('oftener'));
    expect([...after, await counted()]).toEqual([1, 1, 1, 2, 2]);
    made.edge.wait(16 * 60_000);
  });

  it('prove who they are whatever strangers try at their name, and are counted when they do', async () => {
    const inside = await entered(await account('busy'));
    const proof = (password: string): Promise<string> => inside.code('POST', '/api/v1/session/proof', { password });
    const wrong = { login: 'busy', password: 'wrong wrong' };
    for (let turn = 0; turn < 11; turn++) await guest().post('/api/v1/session', wrong);
    expect(await guest().code('POST', '/api/v1/session', wrong)).toBe('429 http-too-many');
    expect(await proof('lamp orchard nine')).toBe('204');
    // Nor does a proof let strangers try again.
    expect(await guest().code('POST', '/api/v1/session', wrong)).toBe('429 http-too-many');
    const codes: string[] = [];
    for (let turn = 0; turn < 12; turn++) codes.push(await proof('wrong wrong'));
    expect(codes.filter((one) => one === '429 http-too-many')).toHaveLength(2);
    expect(await inside.code('PUT', '/api/v1/session/password', { old: 'lamp orchard nine', password: 'river bench seven' })).toBe(
      '429 http-too-many',
    );
    made.edge.wait(16 * 60_000);
  });

  it('have sessions of their own that end: by silence, by age, by signing out, by a lock, by leaving', async () => {
    const again = async (login: string): Promise<Client> => {
      const one = guest();
      expect((await one.post('/api/v1/session', { login, password: 'lamp orchard nine' })).status).toBe(204);
      return one;
    };
    const id = await account('short');
    await entered(id);
    const planted = guest();
    planted.cookie = '__Host-rolewright-session=planted-by-somebody-else-0123456789abcdefghij';
    await planted.post('/api/v1/session', { login: 'short', password: 'lamp orchard nine' });
    expect(planted.cookie).not.toContain('planted');
    const first = planted.cookie;
    await planted.post('/api/v1/session', { login: 'short', password: 'lamp orchard nine' });
    const old = guest();
    old.cookie = first;
    expect((await old.get('/api/v1/session')).status).toBe(401);

    const silent = await again('short');
    made.edge.wait(hour + 1000);
    expect((await silent.get('/api/v1/session')).status).toBe(401);
    const busy = await again('short');
    for (let hours = 0; hours < 12; hours += 0.5) {
      expect((await busy.get('/api/v1/session')).status).toBe(200);
      made.edge.wait(hour / 2);
    }
    expect((await busy.get('/api/v1/session')).status).toBe(401);

    const [here, there] = [await again('short'), await again('short')];
    await here.send('DELETE', '/api/v1/session');
    expect([(await here.get('/api/v1/session')).status, (await there.get('/api/v1/session')).status]).toEqual([401, 200]);
    await (await again('short')).send('DELETE', '/api/v1/session?everywhere=true');
    expect((await there.get('/api/v1/session')).status).toBe(401);

    const last = await again('short');
    await admin.post('/api/v1/session', { login: 'admin', password: 'lamp orchard nine' });
    expect((await admin.send('PUT', `/api/v1/accounts/${id}`, { state: 'locked' })).status).toBe(200);
    expect((await last.get('/api/v1/session')).status).toBe(401);
    expect(await guest().code('POST', '/api/v1/session', { login: 'short', password: 'lamp orchard nine' })).toBe(
      '401 http-sign-in-failed',
    );

    const person = `p_${'1'.repeat(32)}`;
    const actor = { id: 'a_1', name: 'HR' };
    await made.storage.transaction((tx) =>
      tx.append([{ actor: actor.id, kind: 'person-known', object: person, payload: { names: { last: 'Hall' } } }]),
    );
    const leaver = await entered(await account('leaver', [], person));
    expect((await leaver.get('/api/v1/session')).status).toBe(200);
    await made.storage.transaction((tx) =>
      tx.append([{ actor: actor.id, kind: 'person-left', object: person, payload: { on: '2026-11-30' } }]),
    );
    expect((await leaver.get('/api/v1/session')).status).toBe(401);
  });

  it('are administered by those who have the right, who prove who they are, and are never nobody', async () => {
    const hr = await entered(await account('hr', [{ role: 'hr', department: null, until: null }]));
    expect(await hr.code('GET', '/api/v1/accounts')).toBe('403 http-no-right');
    const wanted = { login: 'peter', name: 'Peter Hall', grants: [{ role: 'head', department: 'sales', until: null }] };
    made.edge.wait(20 * 60_000);
    expect(await admin.code('POST', '/api/v1/accounts', wanted)).toBe('403 http-proof-needed');
    expect(await admin.code('POST', '/api/v1/session/proof', { password: 'wrong' })).toBe('401 http-sign-in-failed');
    expect((await admin.post('/api/v1/session/proof', { password: 'lamp orchard nine' })).status).toBe(204);
    const created = await admin.post('/api/v1/accounts', wanted);
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    expect(await admin.code('POST', '/api/v1/accounts', { ...wanted, login: 'PETER' })).toBe('409 http-login-taken');
    expect(await admin.code('POST', '/api/v1/accounts', { ...wanted, state: 'active' })).toBe('400 http-body');
    for (const [from, until] of [
      ['2025-99-99', '2033-01-01'],
      ['2027-02-31', '2027-03-01'],
      ['2027-01-01', '2027-02-30'],
    ])
      expect(await admin.code('POST', '/api/v1/deputies', { account: id, deputy: id.replace(/.$/, '0'), from, until })).toBe(
        '400 http-body',
      );
    expect(await admin.code('PUT', `/api/v1/accounts/${id}`, { password: 'x' })).toBe('400 http-body');
    expect(await admin.code('PUT', `/api/v1/accounts/${id}`, { grants: [{ role: 'head', department: 'nowhere', until: null }] })).toBe(
      '422 http-unknown',
    );
    const { id: own } = ((await (await admin.get('/api/v1/accounts')).json()) as { items: { id: string; login: string }[] }).items.find(
      ({ login }) => login === 'admin',
    ) ?? { id: '' };
    expect(await admin.code('PUT', `/api/v1/accounts/${own}`, { grants: [] })).toBe('409 http-last-administrator');
    expect(await admin.code('PUT', `/api/v1/accounts/${own}`, { state: 'locked' })).toBe('409 http-last-administrator');
    expect(await made.storage.look((db) => grantsOf(own, db))).toHaveLength(1);
    const audit = (await (await admin.get('/api/v1/audit?object=' + id)).json()) as { items: { deed: string }[] };
    expect(audit.items.map(({ deed }) => deed)).toEqual(['account-created']);
  });

  it('are left to an administrator who stays: one with an end, of a department or who has left is none', async () => {
    await admin.post('/api/v1/session/proof', { password: 'lamp orchard nine' });
    const ended = `p_${'3'.repeat(32)}`;
    const event = { actor: 'a_1', object: ended } as const;
    await made.storage.transaction((tx) => tx.append([{ ...event, kind: 'person-known', payload: { names: { last: 'Kok' } } }]));
    await made.storage.transaction((tx) => tx.append([{ ...event, kind: 'person-left', payload: { on: '2026-11-30' } }]));
    await account('left', [{ role: 'administrator', department: null, until: null }], ended);
    await account('until', [{ role: 'administrator', department: null, until: '2026-12-31' }]);
    await account('over', [{ role: 'administrator', department: null, until: '2026-11-30' }]);
    await account('part', [{ role: 'administrator', department: 'sales', until: null }]);
    const own = ((await (await admin.get('/api/v1/session')).json()) as { account: string }).account;
    for (const change of [
      { state: 'locked' },
      { grants: [] },
      { grants: [{ role: 'administrator', department: null, until: '2026-12-31' }] },
    ])
      expect([change, await admin.code('PUT', `/api/v1/accounts/${own}`, change)]).toEqual([change, '409 http-last-administrator']);
    const second = await account('second', [{ role: 'administrator', department: null, until: null }]);
    expect(await admin.code('PUT', `/api/v1/accounts/${second}`, { state: 'locked' })).toBe('200');
  });

  it('are administered for all of the service or not at all', async () => {
    expect(() => grantFrom('administrator:sales', { day: (day) => day })).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'http-administrator-everywhere' })] }),
    );
    expect(grantFrom('administrator::2027-01-31', { day: (day) => day })).toMatchObject({ department: null, until: '2027-01-31' });
    await admin.post('/api/v1/session/proof', { password: 'lamp orchard nine' });
    const wanted = { login: 'local', name: 'Local', grants: [{ role: 'administrator', department: 'sales', until: null }] };
    expect(await admin.code('POST', '/api/v1/accounts', wanted)).toBe('422 http-administrator-everywhere');
    // One that was granted before it was refused opens nothing; nor does what HR of a department has.
    const local = await entered(
      await account('local', [
        { role: 'administrator', department: 'sales', until: null },
        { role: 'hr', department: 'sales', until: null },
      ]),
    );
    for (const [method, path] of [
      ['GET', '/api/v1/accounts'],
      ['GET', '/api/v1/audit'],
      ['GET', '/api/v1/events'],
      ['POST', '/api/v1/register/verification'],
    ] as const)
      expect([path, await local.code(method, path)]).toEqual([path, '403 http-no-right']);
    expect(await (await local.get('/api/v1/keys')).json()).toEqual({ items: [] });
    // A key for departments verifies nothing either, whoever it acts for.
    const whole = await entered(await account('whole', [{ role: 'hr', department: null, until: null }]));
    const { key } = (await (
      await whole.post('/api/v1/keys', { name: 'narrow', scopes: ['register.verify'], departments: ['sales'] })
    ).json()) as { key: string };
    const program = guest();
    program.key = key;
    expect(await program.code('POST', '/api/v1/register/verification')).toBe('403 http-no-right');
  });

  it('have programs act for them with fewer rights, never to decide, and not for longer than they have these themselves', async () => {
    const id = await account('boss', [
      { role: 'hr', department: 'sales', until: null },
      { role: 'approver', department: null, until: null },
    ]);
    const boss = await entered(id);
    expect(await boss.code('POST', '/api/v1/keys', { name: 'x', scopes: ['proposals.decide'] })).toBe('400 http-body');
    expect(await admin.code('POST', '/api/v1/keys', { name: 'x', scopes: ['people.read'] })).toBe('403 http-no-right');
    const { id: name, key } = (await (
      await boss.post('/api/v1/keys', { name: 'payroll', scopes: ['people.read'], departments: ['sales', 'support'] })
    ).json()) as { id: string; key: string };
    const program = guest();
    program.key = key;
    expect(await (await program.get('/api/v1/session')).json()).toMatchObject({
      rights: [{ right: 'people.read', departments: ['sales'] }],
      token: null,
    });
    // A cookie beside it adds nothing; nor does the id of the key open anything.
    program.cookie = admin.cookie;
    expect(await program.code('GET', '/api/v1/accounts')).toBe('403 http-no-right');
    const wrong = guest();
    wrong.key = name;
    expect((await wrong.get('/api/v1/session')).status).toBe(401);
    expect(await program.code('POST', '/api/v1/keys', { name: 'y', scopes: ['people.read'] })).toBe('403 http-no-right');
    for (const [method, path] of [
      ['GET', '/api/v1/keys'],
      ['DELETE', `/api/v1/keys/${name}`],
      ['GET', '/api/v1/deputies'],
      ['DELETE', '/api/v1/deputies/dp_1'],
      ['DELETE', '/api/v1/session'],
    ] as const)
      expect([method, path, await program.code(method, path)]).toEqual([method, path, '403 http-no-right']);
    expect((await (await guest().get('/api/v1/keys')).json()) as object).toMatchObject({ code: 'http-not-signed-in' });
    expect(JSON.stringify(await (await boss.get('/api/v1/keys')).json())).not.toContain(key);
    expect((await boss.send('DELETE', `/api/v1/keys/${name}`)).status).toBe(204);
    expect((await program.get('/api/v1/session')).status).toBe(401);
  });

  it('lose their keys with their password, by a change, a link and a reset', async () => {
    const id = await account('keys', [{ role: 'hr', department: null, until: null }]);
    const owner = await entered(id);
    const program = async (): Promise<Client> => {
      const one = guest();
      one.key = ((await (await owner.post('/api/v1/keys', { name: 'x', scopes: ['people.read'] })).json()) as { key: string }).key;
      expect((await one.get('/api/v1/people')).status).toBe(200);
      return one;
    };
    const changed = await program();
    const words = { old: 'lamp orchard nine', password: 'river bench seven' };
    expect((await owner.send('PUT', '/api/v1/session/password', words)).status).toBe(204);
    expect((await changed.get('/api/v1/people')).status).toBe(401);
    const byLink = await program();
    await entered(id, 'quiet harbour six');
    expect((await byLink.get('/api/v1/people')).status).toBe(401);
    await owner.post('/api/v1/session', { login: 'keys', password: 'quiet harbour six' });
    const taken = await program();
    // Of all that a command works with, this one needs the register, the clock and words.
    const counter = {
      withStorage: (work: (storage: Made['storage']) => unknown) => work(made.storage),
      edge: made.edge,
      own: ownFolder,
      language: 'en',
    };
    await reset('keys', { address: 'https://hr.example.com/' }, counter as never);
    expect((await taken.get('/api/v1/people')).status).toBe(401);
  });

  it('stand in for one another until a day, but for no administrator', async () => {
    const head = await account('head', [{ role: 'head', department: 'sales', until: null }]);
    const other = await account('other');
    const one = await entered(other);
    const absent = await entered(head);
    const allowed = async (): Promise<string[]> =>
      ((await (await one.get('/api/v1/session')).json()) as { rights: { right: string }[] }).rights.map(({ right }) => right);
    expect(await allowed()).toEqual([]);
    expect(await one.code('POST', '/api/v1/deputies', { account: head, deputy: other, from: '2026-12-01', until: '2026-12-05' })).toBe(
      '403 http-no-right',
    );
    const longest = { deputy: other, from: '2026-12-01' };
    expect(await absent.code('POST', '/api/v1/deputies', { ...longest, until: '2027-03-03' })).toBe('400 http-body');
    expect(await absent.code('POST', '/api/v1/deputies', { ...longest, until: '2026-11-30' })).toBe('400 http-body');
    const most = (await (await absent.post('/api/v1/deputies', { ...longest, until: '2027-03-02' })).json()) as { id: string };
    expect((await absent.send('DELETE', `/api/v1/deputies/${most.id}`)).status).toBe(204);
    const { id } = (await (await absent.post('/api/v1/deputies', { deputy: other, from: '2026-12-01', until: '2026-12-05' })).json()) as {
      id: string;
    };
    expect(await allowed()).toContain('people.read');
    expect((await one.send('DELETE', `/api/v1/deputies/${id}`)).status).toBe(404);
    expect((await absent.send('DELETE', `/api/v1/deputies/${id}`)).status).toBe(204);
    expect(await allowed()).toEqual([]);
    await absent.post('/api/v1/deputies', { deputy: other, from: '2026-11-01', until: '2026-11-30' });
    expect(await allowed()).toEqual([]);
    // Whoever has left lends nothing.
    const gone = `p_${'2'.repeat(32)}`;
    const event = { actor: 'a_1', object: gone } as const;
    await made.storage.transaction((tx) => tx.append([{ ...event, kind: 'person-known', payload: { names: { last: 'Vos' } } }]));
    await absent.post('/api/v1/deputies', { deputy: other, from: '2026-12-01', until: '2026-12-05' });
    await made.storage.change((db) => db.updateTable('account').set({ person: gone }).where('id', '=', head).execute());
    expect(await allowed()).toContain('people.read');
    await made.storage.transaction((tx) => tx.append([{ ...event, kind: 'person-left', payload: { on: '2026-11-30' } }]));
    expect(await allowed()).toEqual([]);
  });

  it('come in by pages without script, which no other site can fill in', async () => {
    const app = openApp(made.service, routesOf(made.service), [{ path: '/', app: servicePages({ entrance: door.entrance, places: [] }) }]);
    const ask = (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) =>
      Promise.resolve(
        app.request(`https://hr.example.com${path}`, {
          ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
          headers: { ...(form && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '100' }), ...headers },
        }),
      );
    const id = await account('page"><script>', []);
    const link = await linkFor(id);
    for (const language of ['ru', 'en', 'nl']) {
      const text = await (await ask(`/set-up/${link}`, undefined, { 'accept-language': language })).text();
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).not.toMatch(/undefined|\{\w+\}|style=|<script/);
    }
    expect((await ask('/set-up', { link, password: 'lamp orchard nine', again: 'lamp orchard ten' })).status).toBe(422);
    expect(
      (await ask('/set-up', { link, password: 'lamp orchard nine', again: 'lamp orchard nine' }, { origin: 'https://evil.example' }))
        .status,
    ).toBe(403);
    const chosen = await ask('/set-up', { link, password: 'lamp orchard nine', again: 'lamp orchard nine' });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/']);
    const cookie = (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(chosen.headers.get('set-cookie')).toMatch(/^__Host-rolewright-session=.*Secure/);
    const home = await (await ask('/', undefined, { cookie })).text();
    expect(home).toContain('Name of page&quot;&gt;&lt;script&gt;');
    const wrong = await ask('/sign-in', { login: '"><script>alert(1)</script>', password: 'x' });
    expect([wrong.status, (await wrong.text()).includes('<script')]).toEqual([401, false]);
    expect((await ask('/sign-out', { token: 'x' }, { cookie })).status).toBe(403);
    const token = /name="token" value="([^"]+)"/.exec(home)?.[1] ?? '';
    expect((await ask('/sign-out', { token }, { cookie })).status).toBe(303);
    expect((await ask('/', undefined, { cookie })).headers.get('location')).toBe('/sign-in');
  });
});

it('cookies of services at one host are apart: by port, by path, by use', () => {
  const uses = ['session', 'signer', 'language', 'oidc'] as const;
  const origins = ['http://127.0.0.1:8080', 'http://127.0.0.1:8081', 'https://hr.example.com', 'https://hr.example.com:8443'];
  const paths = ['', '/hr', '/hr/nl', '/hr.nl', '/signer', '/language', '/8443', '/8443/hr'] as const;
  const names = uses.flatMap((use) => origins.flatMap((origin) => paths.map((path) => cookieName(use, origin, path))));
  expect(new Set(names).size).toBe(names.length);
  // RFC 6265, 4.1.1: a name is a token.
  expect(names.filter((name) => !/^[\w!#$%&'*+.^`|~-]+$/.test(name))).toEqual([]);
  expect(names.filter((name) => name.startsWith('__Host-'))).toHaveLength(names.length / 2);
});

it('rights reach as far as they are granted', () => {
  const granted = [
    { role: 'head', department: 'sales' },
    { role: 'reader', department: 'support' },
  ] as const;
  expect(reachOf('people.read', granted)).toEqual(['sales', 'support']);
  expect(reachOf('requests.make', granted)).toEqual(['sales']);
  expect(reachOf('people.change', granted)).toBeNull();
  expect(narrowest(['a', 'b'], ['b', 'c'])).toEqual(['b']);
  expect(new Set(rights).size).toBe(rights.length);
});

it('passwords are looked at for what is tried first', () => {
  const common = commonFrom(ownFolder.readText('data/common-passwords.txt'));
  const fault = (password: string): string | null => passwordFault(password, { common, own: ['ivanov', 'Anna Smith'] });
  expect([
    fault('short'),
    fault('пароль123!'),
    fault('Welkom01!!'),
    fault('ivanov1985'),
    fault('aaaaaaaaaaaa'),
    fault('x'.repeat(300)),
  ]).toEqual(['short', 'common', 'common', 'own', 'common', 'long']);
  expect([fault('lamp orchard nine'), fault('тихий поезд у моря'), fault('annasmith likes tea and trains')]).toEqual([null, null, null]);
});
