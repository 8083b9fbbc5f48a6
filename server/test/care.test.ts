/** Looking after a service: accounts and links, back-ups, mails, the certificate of the seal, what may go, the first steps, who did what. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '../src/access/accounts.js';
import { passwordLink } from '../src/http/entrance.js';
import type { FirstSteps, ServiceShown } from '../src/http/care-routes.js';
import type { DeedsPage } from '../src/http/care-account-routes.js';
import type { RetentionShown } from '../src/http/tasks-care.js';
import { begin } from '../src/register/begin.js';
import { openAuthority, passphrase } from './authority.js';
import type { Authority } from './authority.js';
import { careDoor } from './care-door.js';
import { client } from './client.js';
import type { Client } from './client.js';
import { madeService } from './service.js';
import type { Made } from './service.js';

let made: Made;
let authority: Authority;
let admin: Client;
let hr: Client;
const environment: Record<string, string> = {};

async function comeIn(login: string, role: 'administrator' | 'hr'): Promise<Client> {
  const grants = [{ role, department: null, until: null }];
  const row = await createAccount({ login, name: `Name of ${login}`, language: 'en', grants }, made.edge, made.storage);
  const link = await made.storage.change((db) => passwordLink(row?.id ?? '', made.edge, db));
  const one = client(made.app);
  expect((await one.post('/api/v1/password', { link, password: 'lamp orchard nine' })).status).toBe(204);
  return one;
}
const read = async <T>(path: string, who = admin): Promise<T> => {
  const answer = await who.get(`/api/v1/studio/${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as T;
};
const sent = async <T>(path: string, body?: unknown, who = admin): Promise<T> => {
  const answer = await who.send('POST', path, body);
  const text = await answer.text();
  expect([path, answer.status, answer.status < 300 ? '' : text]).toEqual([path, answer.status < 300 ? answer.status : 200, '']);
  return JSON.parse(text) as T;
};

beforeAll(async () => {
  authority = openAuthority();
  made = await madeService({ door: (parts) => careDoor(parts, environment) });
  await begin(made.storage, { organisation: 'North Wind', today: '2026-12-01' });
  admin = await comeIn('root', 'administrator');
  hr = await comeIn('anna', 'hr');
  const answer = await hr.post('/api/v1/people', {
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
        names: { last: 'Visser', first: 'Piet' },
        number: '1002',
        gender: 'male',
        role: 'sales-manager',
        department: 'sales',
        language: 'nl',
      },
    ],
  });
  expect(answer.status).toBe(200);
  const { known } = (await answer.json()) as { known: string[] };
  await sent('/api/v1/documents', { formats: ['pdf'] }, hr);
  await hr.get(`/api/v1/people/${known[0] ?? ''}`);
  expect((await hr.post(`/api/v1/people/${known[0] ?? ''}/leaving`, { on: '2026-11-30' })).status).toBeLessThan(300);
}, 120_000);
afterAll(async () => {
  authority.close();
  await made.close();
  rmSync(made.folder, { recursive: true, force: true });
});

it('shows to each the screens that they have a right to', async () => {
  expect((await read<{ screens: string[] }>('frame')).screens).toEqual(['setup', 'accounts', 'keys', 'care', 'audit']);
  expect((await read<{ screens: string[] }>('frame', hr)).screens).toEqual(['organisation', 'keys']);
});

it('makes links by which an account is opened, each in the place of the one before', async () => {
  const { id } = await sent<{ id: string }>('/api/v1/accounts', { login: 'piet', name: 'Piet Visser', grants: [] });
  const first = await sent<{ link: string; until: string }>(`/api/v1/accounts/${id}/invitation`);
  const second = await sent<{ link: string }>(`/api/v1/accounts/${id}/invitation`);
  const secretIn = ({ link }: { link: string }): string => link.split('/set-up/')[1] ?? '';
  expect(first.link).toMatch(/^https:\/\/hr\.example\.com\/set-up\/[\w-]{43}$/);
  const shown = (await (await admin.get(`/api/v1/accounts/${id}`)).json()) as { invitedUntil: string | null; hasPassword: boolean };
  expect([shown.invitedUntil?.slice(0, 10), shown.hasPassword]).toEqual([first.until.slice(0, 10), false]);
  const one = client(made.app);
  expect(await one.code('POST', '/api/v1/password', { link: secretIn(first), password: 'lamp orchard nine' })).toBe('410 http-link-over');
  expect(await one.code('POST', '/api/v1/password', { link: secretIn(second), password: 'lamp orchard nine' })).toBe('204');
  const after = (await (await admin.get(`/api/v1/accounts/${id}`)).json()) as { invitedUntil: string | null; hasPassword: boolean };
  expect([after.invitedUntil, after.hasPassword]).toEqual([null, true]);
  expect(await admin.code('POST', '/api/v1/accounts/a_0/invitation')).toBe('404 http-not-found');
});

it('makes a back-up that can be read, keeps git out of it, and says when it was', async () => {
  const before = await read<ServiceShown>('care/service');
  expect(before.backups.kept).toEqual([]);
  const backup = await sent<{ folder: string; events: number; files: number; lacking: number }>('/api/v1/studio/care/back-up');
  expect(backup).toMatchObject({ events: before.events, lacking: 0 });
  const place = join(made.folder, 'backups');
  expect(readFileSync(join(place, '.gitignore'), 'utf8')).toBe('*\n');
  expect(existsSync(join(place, backup.folder, 'register.db'))).toBe(true);
  const { readBackup } = await import('../src/storage/backup.js');
  expect((await readBackup(join(place, backup.folder))).files).toBe(backup.files);
  rmSync(join(place, backup.folder, 'backup.json'));
  expect((await read<ServiceShown>('care/service')).backups.kept).toEqual([{ folder: backup.folder, note: null }]);
});

it('verifies the register, in words', async () => {
  expect(await sent('/api/v1/studio/care/verify')).toMatchObject({ whole: true, faults: [] });
});

it('says why no mail is sent, and then queues one that shows whether mails arrive', async () => {
  const none = await read<ServiceShown>('care/service');
  expect([none.mail.value, none.mail.wrong?.[0]?.code]).toEqual([null, 'register-no-mail-server']);
  expect(await admin.code('POST', '/api/v1/studio/care/mail', { to: 'me@example.org' })).toBe('422 register-no-mail-server');
  Object.assign(environment, { SMTP_URL: 'smtp://user:geheim@mail.example.org:2525', MAIL_FROM: 'hr@example.org' });
  expect(await admin.code('POST', '/api/v1/studio/care/mail', { to: 'me@example.org\nBcc: x@y' })).toBe('422 register-bad-address');
  await sent('/api/v1/studio/care/mail', { to: 'me@example.org' });
  const shown = await read<ServiceShown>('care/service');
  expect(shown.mail.value).toEqual({ from: 'hr@example.org', host: 'mail.example.org', port: 2525, isSecret: true });
  expect(shown).toMatchObject({ waiting: 1, lastTest: { to: 'me@example.org', state: 'queued' } });
  expect(JSON.stringify(shown)).not.toContain('geheim');
});

it('shows the certificate of the seal with its end, and why one does not seal', async () => {
  expect((await read<ServiceShown>('care/service')).seal.value).toBe('none');
  for (const name of ['valid.p12', 'soon.p12', 'expired.p12']) writeFileSync(join(made.folder, name), authority.bytes(name));
  const path = join(made.folder, 'organisation.yaml');
  const text = readFileSync(path, 'utf8');
  const sealedWith = async (name: string): Promise<ServiceShown['seal']> => {
    writeFileSync(path, `${text}\nseal:\n  key: ${name}\n  level: B-B\n`);
    return (await read<ServiceShown>('care/service')).seal;
  };
  environment['ROLEWRIGHT_PASSPHRASE'] = passphrase;
  const { value } = await sealedWith('valid.p12');
  expect(value).toMatchObject({ level: 'B-B', until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
  const wrong = await sealedWith('expired.p12');
  expect([wrong.value, wrong.wrong?.[0]?.code]).toEqual([null, 'seal-key-refused']);
  writeFileSync(path, text);
});

it('tells those who may not see people how many may go, and HR nothing of the service', async () => {
  const shown = await read<RetentionShown>('care/retention');
  expect(shown).toMatchObject({ left: 1, looked: 1, held: 0, people: [] });
  expect(JSON.stringify(shown)).not.toMatch(/Bakker|Sanne|1001/);
  expect(shown.kinds.length).toBeGreaterThan(5);
  expect(await hr.code('GET', '/api/v1/studio/care/retention')).toBe('403 http-no-right');
});

it('knows which of the first steps are done', async () => {
  const steps = await read<FirstSteps>('care/steps');
  expect(steps).toMatchObject({ registerBegun: true, mail: true, mailTested: false, seal: false, backedUp: false });
  expect(steps.organisation).not.toBeNull();
  expect(await admin.code('POST', '/api/v1/studio/care/brand', { accent: 'FFFF00', font: null })).toMatch(/^422 /);
  await sent('/api/v1/studio/care/brand', { accent: '8A3B0C', font: 'serif' });
  expect((await read<FirstSteps>('care/steps')).brand).toEqual({ accent: '8A3B0C', font: 'serif' });
  expect((await read<{ accent: string }>('frame')).accent).toBe('#8A3B0C');
  // Digits alone, or what YAML would read as a number, stay a colour.
  for (const accent of ['123456', '1E5587']) {
    await sent('/api/v1/studio/care/brand', { accent, font: null });
    expect((await read<FirstSteps>('care/steps')).brand.accent).toBe(accent);
  }
  await sent('/api/v1/studio/care/brand', { accent: null, font: null });
  expect(readFileSync(join(made.folder, 'organisation.yaml'), 'utf8')).not.toContain('8A3B0C');
});

it('lists who did what in words, people by number alone for those who may not see them', async () => {
  const { items, more } = await read<DeedsPage>('care/audit?limit=200');
  expect(more).toBe(false);
  expect((items[0]?.at ?? '') >= (items.at(-1)?.at ?? '')).toBe(true);
  expect(items).toContainEqual(expect.objectContaining({ who: 'Name of anna', deed: 'One person', of: '№ 1001' }));
  expect(items).toContainEqual(expect.objectContaining({ who: 'Name of root', deed: 'Made a back-up', of: 'the whole register' }));
  expect(JSON.stringify(items)).not.toContain('Bakker');
  expect((await read<DeedsPage>('care/audit?limit=1')).more).toBe(true);
});

it('finds a person to give an account to by the number, and tells no name', async () => {
  const found = await read<object>('care/person?number=1002');
  expect(Object.keys(found)).toEqual(['id']);
  expect(await admin.code('GET', '/api/v1/studio/care/person?number=9999')).toMatch(/^4\d\d http-unknown/);
});

it('begins with nothing: the employer, the register and all else come from the screens', async () => {
  const before = [made, admin] as const;
  made = await madeService({
    door(parts) {
      for (const name of ['organisation.yaml', 'rolewright.yaml']) rmSync(join(parts.folder, name));
      return careDoor(parts);
    },
  });
  admin = await comeIn('root', 'administrator');
  expect(await read<FirstSteps>('care/steps')).toMatchObject({ organisation: null, registerBegun: false, accounts: 0, backedUp: false });
  expect((await read<ServiceShown>('care/service')).mail.wrong).not.toBeNull();
  expect(await admin.code('POST', '/api/v1/studio/care/brand', { accent: '8A3B0C', font: null })).toBe('422 register-needs-organisation');
  const head = { post: 'director', last: 'Smith', first: 'Anna', middle: '' };
  const firm = { name: 'North Wind', place: 'York', country: 'gb', languages: ['en'], head };
  await sent('/api/v1/studio/care/firm', firm);
  expect(await admin.code('POST', '/api/v1/studio/care/firm', firm)).toMatch(/studio-firm-there$/);
  await sent('/api/v1/studio/care/register');
  expect(await read<FirstSteps>('care/steps')).toMatchObject({ organisation: 'North Wind', registerBegun: true });
  expect(await sent('/api/v1/studio/care/verify')).toMatchObject({ whole: true, events: 1 });
  await made.close();
  rmSync(made.folder, { recursive: true, force: true });
  [made, admin] = before;
});
