/** The API: a firm’s walk through it, all routes as each kind of user and as nobody, and nothing of another department. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '../src/access/accounts.js';
import { createKey } from '../src/access/keys.js';
import { createLink } from '../src/access/links.js';
import { reachOf } from '../src/access/rights.js';
import type { Granted, Right } from '../src/access/rights.js';
import { routesOf } from '../src/http/api.js';
import { openChecks } from '../src/http/check.js';
import { passwordPurpose } from '../src/http/entrance.js';
import type { Route } from '../src/http/route.js';
import { begin } from '../src/register/begin.js';
import { careDoor } from './care-door.js';
import { client } from './client.js';
import type { Client } from './client.js';
import { madeService, ownFolder } from './service.js';
import type { Made } from './service.js';
import { sheetScan } from './visit.js';

let made: Made;
let routes: readonly Route[];
const checks = openChecks(ownFolder);
const users = {
  hr: [{ role: 'hr', department: null }],
  hrOfSales: [{ role: 'hr', department: 'sales' }],
  headOfSales: [{ role: 'head', department: 'sales' }],
  approver: [{ role: 'approver', department: null }],
  readerOfSales: [{ role: 'reader', department: 'sales' }],
  administrator: [{ role: 'administrator', department: null }],
  nothing: [],
} as const satisfies Record<string, readonly Granted[]>;
type User = keyof typeof users;
const names = Object.keys(users) as User[];
let inside: Readonly<Record<User, Client>>;
let accounts: Readonly<Record<User, string>>;

/** What a route answers has to be as it says. */
async function asked<T>(user: User, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
  const answer = await inside[user].send(method, path, body, headers);
  const text = await answer.text();
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  const route = routeOf(method, path);
  const data = text === '' ? undefined : (JSON.parse(text) as unknown);
  expect([method, path, route.answers.includes('#') ? checks.fault(route.answers as never, data) : null]).toEqual([method, path, null]);
  return data as T;
}

const prove = async (user: User): Promise<void> => {
  expect((await inside[user].post('/api/v1/session/proof', { password: 'lamp orchard nine' })).status).toBe(204);
};

const patternOf = ({ path }: Route): RegExp => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
function routeOf(method: string, path: string): Route {
  const bare = path.split('?')[0] ?? '';
  // A fixed path before one with names in it.
  const found = [...routes]
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)
    .find((one) => one.method === method && patternOf(one).test(bare));
  if (!found) throw new Error(`no route ${method} ${path}`);
  return found;
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly person: string | null; readonly number: string }[];
}
let people: Readonly<Record<'sales' | 'service', string>>;
let documents: Readonly<Record<'sales' | 'service', string>>;
let requests: Readonly<Record<'sales' | 'service', string>>;

beforeAll(async () => {
  made = await madeService({ door: (parts) => careDoor(parts) });
  routes = routesOf(made.service);
  await begin(made.storage, { organisation: 'North Wind', today: '2026-12-01' });
  const clients: Partial<Record<User, Client>> = {};
  const ids: Partial<Record<User, string>> = {};
  for (const name of names) {
    const grants = users[name].map((one) => ({ ...one, until: null }));
    const row = await createAccount({ login: name, name: `Name of ${name}`, language: 'en', grants }, made.edge, made.storage);
    if (!row) throw new Error(name);
    const link = await made.storage.change((db) =>
      createLink({ subject: row.id, purpose: passwordPurpose, lasts: 3_600_000 }, made.edge, db),
    );
    const one = client(made.app);
    expect((await one.post('/api/v1/password', { link, password: 'lamp orchard nine' })).status).toBe(204);
    [clients[name], ids[name]] = [one, row.id];
  }
  inside = clients as Record<User, Client>;
  accounts = ids as Record<User, string>;

  const taken = await asked<{ known: string[] }>('hr', 'POST', '/api/v1/people', {
    people: [
      {
        names: { last: 'Bakker', first: 'Sanne' },
        number: '1001',
        gender: 'female',
        role: 'sales-manager',
        department: 'sales',
        language: 'nl',
      },
      {
        names: { last: 'Verborgen', first: 'Willem' },
        number: '2002',
        gender: 'male',
        role: 'customer-service-manager',
        department: 'service',
        language: 'nl',
      },
    ],
  });
  expect(taken.known).toHaveLength(2);
  const [sales = '', service = ''] = taken.known;
  people = { sales, service };
  const issued = await asked<{ items: { document: { id: string; role: string } }[]; requested: string[] }>(
    'hr',
    'POST',
    '/api/v1/documents',
    { formats: ['pdf'], request: true },
    { 'idempotency-key': 'issue-all-of-december' },
  );
  const idOf = (role: string): string => issued.items.find(({ document }) => document.role === role)?.document.id ?? '';
  documents = { sales: idOf('sales-manager'), service: idOf('customer-service-manager') };
  const requestOf = async (person: string): Promise<string> =>
    (await asked<Listed>('hr', 'GET', `/api/v1/requests?person=${person}`)).items[0]?.id ?? '';
  requests = { sales: await requestOf(sales), service: await requestOf(service) };
}, 120_000);
afterAll(async () => {
  await made.close();
  rmSync(made.folder, { recursive: true, force: true });
});

it('does what it says once, however often it is asked with the same key', async () => {
  const headers = { 'idempotency-key': 'issue-all-of-december' };
  const before = await asked<{ next: number | null; items: unknown[] }>('hr', 'GET', '/api/v1/events?limit=200');
  const again = await asked<{ items: { outcome: string }[] }>(
    'hr',
    'POST',
    '/api/v1/documents',
    { formats: ['pdf'], request: true },
    headers,
  );
  expect(again.items.map(({ outcome }) => outcome)).toEqual(['issued', 'issued']);
  expect((await asked<{ items: unknown[] }>('hr', 'GET', '/api/v1/events?limit=200')).items).toHaveLength(before.items.length);
  const other = await inside.hr.post('/api/v1/documents', { formats: ['docx'] }, headers);
  expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([409, 'http-asked-otherwise']);
  // Without a key, what is in force already is left as it is.
  expect(
    (await asked<{ items: { outcome: string }[] }>('hr', 'POST', '/api/v1/documents', { formats: ['pdf'] })).items.map(
      ({ outcome }) => outcome,
    ),
  ).toEqual(['unchanged', 'unchanged']);
});

it('lets everybody do what they may, and nothing else', async () => {
  const wrong: string[] = [];
  for (const route of routes) {
    // A proof is good for a while, and the walk is long.
    if (route.fresh) for (const name of names) await prove(name);
    const path = route.path.replaceAll(/\{(\w+)\}/g, 'x_0');
    // Signing out would end the walk.
    if (route.id === 'signOut') continue;
    const nobody = await client(made.app).code(route.method, path, route.method === 'GET' ? undefined : {});
    const open = route.right === 'anyone';
    if (open ? /^(401 http-not|403)/.test(nobody) : nobody !== '401 http-not-signed-in')
      wrong.push(`nobody: ${route.method} ${path} ${nobody}`);
    for (const name of names) {
      const answer = await inside[name].code(route.method, path, route.method === 'GET' ? undefined : { nothing: 'of this' });
      const reach = route.right === 'anyone' || route.right === 'signed-in' ? 'everywhere' : reachOf(route.right, users[name]);
      // The file of the employer is read and written as a whole: whoever may do so in one department alone may not.
      const may = route.id === 'hr-employer' ? reach === 'everywhere' : reach !== null;
      if (may ? /^(401|403)/.test(answer) : answer !== '403 http-no-right') wrong.push(`${name}: ${route.method} ${path} ${answer}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

it('shows nothing of another department, and finds nothing of it', async () => {
  for (const name of ['hrOfSales', 'headOfSales', 'readerOfSales'] as const) {
    for (const path of [
      '/api/v1/people',
      '/api/v1/documents',
      '/api/v1/register/status',
      '/api/v1/register/journal',
      '/api/v1/roles',
      '/api/v1/proposals',
      '/api/v1/register/changes',
      '/api/v1/reminders',
      '/api/v1/mails',
    ]) {
      const text = JSON.stringify(await asked(name, 'GET', path));
      expect([
        name,
        path,
        /Verborgen|2002|customer-service/.test(text),
        text.includes(people.service),
        text.includes(documents.service),
      ]).toEqual([...[name, path, false, false, false]]);
    }
    expect((await asked<Listed>(name, 'GET', '/api/v1/people')).items.map(({ id }) => id)).toEqual([people.sales]);
    const foreign = [
      ...[`/api/v1/people/${people.service}`, `/api/v1/documents/${documents.service}`, `/api/v1/documents/${documents.service}/files/pdf`],
      ...[
        `/api/v1/requests/${requests.service}`,
        `/api/v1/requests?person=${people.service}`,
        `/api/v1/requests?document=${documents.service}`,
      ],
      ...[`/api/v1/register/status?person=${people.service}`, '/api/v1/roles/customer-service-manager'],
    ];
    for (const path of foreign) expect([name, path, await inside[name].code('GET', path)]).toEqual([name, path, '404 http-not-found']);
    expect((await asked<{ items: unknown[] }>(name, 'GET', '/api/v1/register/status?department=service')).items).toEqual([]);
    expect((await asked<{ items: unknown[] }>(name, 'GET', '/api/v1/register/journal?department=service')).items).toEqual([]);
  }
  await prove('hrOfSales');
  for (const [path, body] of [
    [`/api/v1/people/${people.service}/leaving`, { on: '2026-12-01' }],
    [`/api/v1/people/${people.service}/export`, undefined],
    [`/api/v1/documents/${documents.service}/voiding`, { reason: 'x' }],
    [`/api/v1/documents/${documents.service}/package`, {}],
    [`/api/v1/documents/${documents.sales}/package`, { person: people.service }],
    ['/api/v1/documents', { person: people.service }],
    ['/api/v1/documents', { department: 'service' }],
    ['/api/v1/requests', { person: people.service }],
    [`/api/v1/requests/${requests.service}/cancellation`, { reason: 'x' }],
    [`/api/v1/requests/${requests.service}/acknowledgement`, {}],
    [`/api/v1/requests/${requests.service}/sheet`, undefined],
    [`/api/v1/requests/${requests.service}/scan/check`, { matches: true }],
    [`/api/v1/requests/${requests.service}/refusal`, {}],
    [`/api/v1/people/${people.service}/leaving/undoing`, { reason: 'x' }],
    [`/api/v1/people/${people.service}/move/undoing`, undefined],
    [`/api/v1/people/${people.service}/hold`, { reason: 'x' }],
    [`/api/v1/people/${people.service}/hold/release`, { reason: 'x' }],
    [`/api/v1/documents/${documents.service}/voiding/asking`, { reason: 'x' }],
    [`/api/v1/documents/${documents.service}/voiding/confirmation`, { seen: 1 }],
    [`/api/v1/requests/${requests.service}/disagreement`, { reason: 'x' }],
    [`/api/v1/requests/${requests.service}/acknowledgement/undoing`, { reason: 'x' }],
    [`/api/v1/requests/${requests.service}/refusal/amendment`, {}],
    [`/api/v1/requests/${requests.service}/acknowledgement/undoing/asking`, { reason: 'x' }],
    [`/api/v1/requests/${requests.service}/acknowledgement/undoing/confirmation`, { seen: 1 }],
    [`/api/v1/requests/${requests.service}/opening`, undefined],
    [`/api/v1/requests/${requests.service}/link`, undefined],
    ['/api/v1/requests/expiry', { person: people.service }],
    [`/api/v1/people/${people.service}/erasure`, {}],
  ] as const)
    expect([path, await inside.hrOfSales.code('POST', path, body)]).toEqual([path, '404 http-not-found']);
  for (const [method, path, body] of [
    ['PUT', `/api/v1/people/${people.service}/number`, { number: '9' }],
    ['PUT', `/api/v1/people/${people.service}/contact`, { email: null }],
    ['DELETE', `/api/v1/documents/${documents.service}/voiding/asking`, undefined],
    ['DELETE', `/api/v1/requests/${requests.service}/acknowledgement/undoing/asking`, undefined],
    ['DELETE', `/api/v1/requests/${requests.service}/link`, undefined],
    ['GET', `/api/v1/people/${people.service}/erasure`, undefined],
  ] as const)
    expect([path, await inside.hrOfSales.code(method, path, body)]).toEqual([path, '404 http-not-found']);
  // What somebody decided lies in all departments, and goes with them.
  expect(await inside.hrOfSales.code('POST', `/api/v1/people/${people.sales}/erasure`, {})).toBe('403 http-no-right');
  // Whoever moves is seen where they work now.
  await expect(asked('hrOfSales', 'POST', '/api/v1/people', { people: [{ names: { last: 'X' }, role: 'sales-manager' }] })).rejects.toThrow(
    '403',
  );
});

it('packs papers of the country that has packages, of what is sent to it', async () => {
  const path = `/api/v1/documents/${documents.sales}/package`;
  expect(await inside.hr.code('POST', path, { person: people.sales })).toBe('422 register-package-no-law');
  for (const body of [{ employerSignature: 'no Base64!' }, { employerSigned: 'today' }, { secret: 'x' }, { person: 'nobody' }])
    expect(await inside.hr.code('POST', path, body)).toBe('400 http-body');
});

it('shows papers as they were issued, with a tag, and notes who read what of whom', async () => {
  const file = await inside.headOfSales.get(`/api/v1/documents/${documents.sales}/files/pdf`);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
  expect(
    (await inside.headOfSales.get(`/api/v1/documents/${documents.sales}/files/pdf`, { 'if-none-match': file.headers.get('etag') ?? '' }))
      .status,
  ).toBe(304);
  expect(await inside.hr.code('GET', `/api/v1/documents/${documents.sales}/files/docx`)).toBe('404 http-not-found');
  await asked('readerOfSales', 'GET', `/api/v1/people/${people.sales}`);
  const { items } = await asked<{ items: { account: string; deed: string }[] }>(
    'administrator',
    'GET',
    `/api/v1/audit?object=${people.sales}&limit=200`,
  );
  expect(items).toContainEqual(expect.objectContaining({ account: accounts.readerOfSales, deed: 'readPerson' }));
});

it('records answers: in person, on paper with a second look, and a refusal; what is final stays so', async () => {
  await asked(
    'hr',
    'POST',
    `/api/v1/requests/${requests.sales}/acknowledgement`,
    { identifiedBy: 'passport' },
    { 'idempotency-key': 'acknowledged-1' },
  );
  await asked(
    'hr',
    'POST',
    `/api/v1/requests/${requests.sales}/acknowledgement`,
    { identifiedBy: 'passport' },
    { 'idempotency-key': 'acknowledged-1' },
  );
  expect(await inside.hr.code('POST', `/api/v1/requests/${requests.sales}/acknowledgement`, {})).toBe('409 register/final');
  expect(await inside.hr.code('POST', `/api/v1/requests/${requests.service}/acknowledgement`, { on: '2027-01-01' })).toBe(
    '409 register/day-to-come',
  );
  const sheet = await inside.hr.post(`/api/v1/requests/${requests.service}/sheet`, undefined);
  expect(Buffer.from(await sheet.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
  const scan = (text: string) =>
    inside.hr.send('POST', `/api/v1/requests/${requests.service}/scan`, new TextEncoder().encode(text), {
      'content-type': 'application/pdf',
    });
  expect((await scan('<html>')).status).toBe(422);
  expect((await scan(sheetScan('signed'))).status).toBe(201);
  expect(await inside.hr.code('POST', `/api/v1/requests/${requests.service}/scan/check`, { matches: true })).toBe('409 register/own-scan');
  await asked('hr', 'POST', `/api/v1/requests/${requests.service}/scan/check`, { matches: false, reason: 'Not signed' });
  const refused = await asked<{ act: string | null }>('hr', 'POST', `/api/v1/requests/${requests.service}/refusal`, {
    reason: 'Not my work',
  });
  expect(refused.act).not.toBeUndefined();
  const status = await asked<{ totals: object; count: number }>('hr', 'GET', '/api/v1/register/status?limit=1');
  expect(status.count).toBe(2);
  expect(await asked('hr', 'POST', '/api/v1/register/verification')).toMatchObject({ whole: true, faults: [] });
  const journal = await inside.hr.get('/api/v1/register/journal/xlsx');
  expect([journal.status, Buffer.from(await journal.arrayBuffer()).toString('latin1', 0, 2)]).toEqual([200, 'PK']);
}, 60_000);

it('takes proposals of those who hold the role, and decisions of those who saw what they decide', async () => {
  const role = await asked<{ base: string; text: string }>('hr', 'GET', '/api/v1/roles/customer-service-manager');
  const text = role.text.replace(/^version: .*$/m, 'version: 9.9.0');
  expect(text).not.toBe(role.text);
  const proposal = { role: 'customer-service-manager', content: text, summary: 'A new version', base: role.base };
  expect(await inside.headOfSales.code('POST', '/api/v1/proposals', proposal)).toBe('404 http-not-found');
  expect(await inside.hr.code('POST', '/api/v1/proposals', { ...proposal, base: 'a'.repeat(64) })).toBe('412 http-changed-meanwhile');
  expect((await inside.hr.code('POST', '/api/v1/proposals', { ...proposal, content: 'schema: [' })).startsWith('422')).toBe(true);
  expect(await inside.hr.code('POST', '/api/v1/proposals', { ...proposal, role: '../../etc/passwd' })).toBe('400 http-body');
  const renamed = role.text.replace(/^(title:.*?nl: )[^,}\n]+/ms, '$1klantadviseur');
  expect((await asked<{ problems: object[] }>('hr', 'POST', '/api/v1/proposals', { ...proposal, content: renamed })).problems).toEqual([
    { code: 'register-version-same', severity: 'warning' },
  ]);
  const { id, seen, problems } = await asked<{ id: string; seen: string; problems: object[] }>('hr', 'POST', '/api/v1/proposals', proposal);
  expect(problems).toEqual([]);
  expect(await inside.hr.code('POST', `/api/v1/proposals/${id}/approval`, { seen })).toBe('403 http-no-right');
  await prove('approver');
  expect(await inside.approver.code('POST', `/api/v1/proposals/${id}/approval`, { seen: 'b'.repeat(64) })).toBe(
    '409 register/other-changes-seen',
  );
  const shown = await asked<{ seen: string; author: string }>('approver', 'GET', `/api/v1/proposals/${id}`);
  expect([shown.seen, shown.author]).toEqual([seen, 'Name of hr']);
  await asked('approver', 'POST', `/api/v1/proposals/${id}/approval`, { seen });
  made.edge.wait(2000);
  expect((await asked<{ text: string }>('hr', 'GET', '/api/v1/roles/customer-service-manager')).text).toBe(text);
  made.edge.wait(20 * 60_000);
  expect(await inside.approver.code('POST', `/api/v1/proposals/${id}/approval`, { seen })).toBe('403 http-proof-needed');
}, 60_000);

it('goes through lists in pages, and lets programs do no more than their keys say', async () => {
  const first = await asked<Listed & { next: string }>('hr', 'GET', '/api/v1/people?limit=1');
  const second = await asked<Listed & { next: string | null }>('hr', 'GET', `/api/v1/people?limit=1&after=${first.next}`);
  expect([first.items.length, second.items.length, second.next]).toEqual([1, 1, null]);
  expect(first.items[0]?.id).not.toBe(second.items[0]?.id);
  const { secret } = await made.storage.change((db) =>
    createKey({ account: accounts.hr, name: 'payroll', scopes: ['people.read'], departments: ['sales'], until: null }, made.edge, db),
  );
  const program = client(made.app);
  program.key = secret;
  expect(((await (await program.get('/api/v1/people')).json()) as Listed).items.map(({ id }) => id)).toEqual([people.sales]);
  expect(await program.code('GET', '/api/v1/documents')).toBe('403 http-no-right');
  expect(await program.code('GET', `/api/v1/people/${people.service}`)).toBe('404 http-not-found');
});

it('has nobody asked by a program that may only print', async () => {
  const programWith = async (scopes: readonly Right[], account: User): Promise<Client> => {
    const key = { account: accounts[account], name: 'printer', scopes, departments: null, until: null };
    const { secret } = await made.storage.change((db) => createKey(key, made.edge, db));
    const program = client(made.app);
    program.key = secret;
    return program;
  };
  const printer = await programWith(['documents.issue'], 'hr');
  const asks = () => asked<Listed>('hr', 'GET', `/api/v1/requests?person=${people.sales}`);
  const before = await asks();
  expect(await printer.code('POST', '/api/v1/documents', { formats: ['pdf'], request: true })).toBe('403 http-no-right');
  expect(await asks()).toEqual(before);
  expect((await printer.post('/api/v1/documents', { formats: ['pdf'] })).status).toBe(201);
  const both = await programWith(['documents.issue', 'requests.make'], 'hr');
  expect((await both.post('/api/v1/documents', { formats: ['pdf'], request: true })).status).toBe(201);
});

it('voids and cancels once, for the version that was read, and after a proof', async () => {
  made.edge.wait(20 * 60_000);
  const paper = `/api/v1/documents/${documents.service}`;
  const voiding = { reason: 'Issued for the wrong post' };
  expect(await inside.hr.code('POST', `${paper}/voiding`, voiding)).toBe('403 http-proof-needed');
  await prove('hr');
  for (const other of ['headOfSales', 'readerOfSales', 'approver', 'administrator'] as const) {
    await prove(other);
    expect([other, await inside[other].code('POST', `${paper}/voiding`, voiding)]).toEqual([other, '403 http-no-right']);
  }
  const third = { names: { last: 'Vos', first: 'Anna' }, number: '3003', gender: 'female', role: 'sales-manager', department: 'sales' };
  const { known } = await asked<{ known: string[] }>('hr', 'POST', '/api/v1/people', { people: [{ ...third, language: 'nl' }] });
  await asked('hr', 'POST', '/api/v1/documents', { person: known[0], formats: ['pdf'], request: true });
  const asking = (await asked<Listed>('hr', 'GET', `/api/v1/requests?person=${known[0]}`)).items[0]?.id;
  const seen = (await inside.hr.get(`/api/v1/requests/${asking}`)).headers.get('etag') ?? '';
  const cancelled = (tag: string, key: string) =>
    inside.hr.code(...(['POST', `/api/v1/requests/${asking}/cancellation`, { reason: 'Asked too early' }] as const), {
      'if-match': tag,
      'idempotency-key': key,
    });
  expect(await cancelled('"of-another-version"', 'cancel-0001')).toBe('412 http-changed-meanwhile');
  expect(await cancelled(seen, 'cancel-0002')).toBe('204');
  expect(await cancelled(seen, 'cancel-0002')).toBe('204');
  expect(await cancelled(seen, 'cancel-0003')).toBe('412 http-changed-meanwhile');
  // A version that nothing can be compared with is no licence to change what is there.
  expect(await inside.hr.code('POST', '/api/v1/requests', {}, { 'if-match': '"any"' })).toBe('400 http-query');
  const tag = (await inside.hr.get(paper)).headers.get('etag') ?? '';
  const end = (headers: Record<string, string>) => inside.hr.code('POST', `${paper}/voiding`, voiding, headers);
  expect(await end({ 'if-match': `W/${tag}` })).toBe('412 http-changed-meanwhile');
  expect(await end({ 'if-match': `"x", ${tag}`, 'idempotency-key': 'void-00001' })).toBe('200');
  expect(await end({ 'if-match': `"x", ${tag}`, 'idempotency-key': 'void-00001' })).toBe('200');
  expect(await end({ 'if-match': tag })).toBe('412 http-changed-meanwhile');
  expect(await end({})).toBe('409 register/final');
  expect(await asked('hr', 'GET', paper)).toMatchObject({ state: 'voided' });
}, 60_000);

it('hands out everything about one person, to whoever may and has just said who they are', async () => {
  made.edge.wait(20 * 60_000);
  expect(await inside.hr.code('POST', `/api/v1/people/${people.sales}/export`)).toBe('403 http-proof-needed');
  await prove('hr');
  const zip = await inside.hr.post(`/api/v1/people/${people.sales}/export`, undefined);
  expect([zip.status, Buffer.from(await zip.arrayBuffer()).toString('latin1', 0, 2)]).toEqual([200, 'PK']);
}, 60_000);

it('is described: each route with its words, each schema that is named there', async () => {
  const description = (await (await client(made.app).get('/api/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, { operationId: string; summary: string }>>;
    components: { schemas: Record<string, unknown> };
  };
  const operations = Object.values(description.paths).flatMap((one) => Object.values(one));
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(routes.map(({ id }) => id).sort());
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  const named = [...JSON.stringify(description).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(description.components.schemas, name))).toEqual([]);
});
