/** People of the register: what may be erased of them, what is undone when it was noted by mistake, and what programs and screens are told. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'rolewright';
import { expect, it } from 'vitest';
import { createAccount } from '../src/access/accounts.js';
import { registerId } from '../src/life/ids.js';
import { actorNamed, actorNames, introducing } from '../src/register/actor.js';
import { acknowledgeInPerson, undoAcknowledgement } from '../src/register/answers.js';
import { printSheet, scan } from '../src/register/scans.js';
import { issue } from '../src/register/issue.js';
import { leave, undoLeaving } from '../src/register/leaving.js';
import { takePeople } from '../src/register/people.js';
import { request } from '../src/register/requests.js';
import { anchor, erasableOf, erase } from '../src/register/retention.js';
import { statusOf } from '../src/register/status.js';
import { hasAdministrator } from '../src/storage/administrators.js';
import { todayOf } from '../src/studio/hr/today.js';
import { anna, codeOf, issued, openOffice, papersIn, personOf, rowOf } from './office.js';
import { sheetScan } from './visit.js';

it('counts no term from an acknowledgement that was taken back', async () => {
  const office = await openOffice([rowOf(anna)]);
  const setting = await office.setting();
  const [paper] = await papersIn(office, setting);
  // Kept for two years from the day on which it was signed.
  if (paper) await issue({ ...paper, retention: 'signing/2' }, '2026-12-01', setting, []);
  const rows = await statusOf({}, setting);
  const [asked] = await request(rows, { method: 'in-person', due: undefined }, setting);
  const found = asked && (await office.storage.read.request(asked.id));
  if (!found) throw new Error('nobody was asked');
  const { document, holder } = asked.row;
  const meant = { request: found, document, person: holder.person };
  await acknowledgeInPerson(meant, { statement: 'I have read it', on: '2026-12-01' }, setting);
  await leave(await personOf('1001', office), '2026-12-01', setting);
  const later = { ...setting, today: '2040-01-01' };
  const of = async () => (await erasableOf(await personOf('1001', office), later)).kept.map(({ why }) => why);
  expect(await of()).toEqual([]);
  await undoAcknowledgement(meant, { reason: 'Another paper was shown', second: undefined }, setting);
  expect(await of()).toEqual(['in-force']);
});

it('gives back the posts that somebody gave up by leaving, and no other that ended on that day', async () => {
  const two = [rowOf(anna), rowOf(anna, 2, 'hr-manager')];
  const office = await openOffice(two);
  const setting = await office.setting();
  const posts = async (): Promise<Readonly<Record<string, string | null>>> =>
    Object.fromEntries(
      (await office.storage.read.holdingsOf((await personOf('1001', office)).id)).map(({ role, to_day }) => [role ?? '', to_day]),
    );
  // The list of the next day names one post alone.
  await takePeople(two.slice(0, 1), { on: '2026-12-02', isDayOfList: true, complete: false, newcomers: false }, setting, []);
  expect(await posts()).toEqual({ 'sales-manager': null, 'hr-manager': '2026-12-01' });
  await leave(await personOf('1001', office), '2026-12-01', setting);
  await leave(await personOf('1001', office), '2026-11-27', setting);
  expect(await posts()).toEqual({ 'sales-manager': '2026-11-27', 'hr-manager': '2026-12-01' });
  await leave(await personOf('1001', office), '2026-12-01', setting);
  await undoLeaving(await personOf('1001', office), 'An old list', setting);
  expect(await posts()).toEqual({ 'sales-manager': null, 'hr-manager': '2026-12-01' });
});

it('erases nobody with whose account the last administrator would go', async () => {
  const office = await openOffice([rowOf(anna)]);
  const { storage, edge } = office;
  const setting = await office.setting();
  const { id } = await personOf('1001', office);
  await leave(await personOf('1001', office), '2026-11-30', setting);
  await erase(await personOf('1001', office), setting);
  const grants = [{ role: 'administrator', department: null, until: null }] as const;
  const erased = { ...anna, id, known: null, leftOn: null, externalId: null };
  // Nothing closes the account of somebody whose last day is not known any more.
  await createAccount({ login: 'anna', name: 'Anna', person: id, grants }, edge, storage);
  expect(await codeOf(erase(erased, setting))).toBe('http-last-administrator');
  expect(await storage.look(hasAdministrator)).toBe(true);
  await createAccount({ login: 'ben', name: 'Ben', grants }, edge, storage);
  expect(await codeOf(erase(erased, setting))).toBe('done');
});

it('tells programs whom it did not take over and why, and which last day was noted before', async () => {
  const office = await openOffice([rowOf(anna)]);
  interface Taken {
    readonly known: readonly string[];
    readonly leftOut: readonly number[];
    readonly problems: readonly { readonly code: string; readonly row?: number }[];
  }
  const people = [
    { names: { last: 'Visser', first: 'Ben' }, number: '1002', role: 'sales-manager' },
    { names: { last: 'Bakker', first: 'Anna' }, number: '1009', role: 'sales-manager' },
  ];
  const { known, leftOut, problems } = await office.ask<Taken>('POST', '/api/v1/people', { people });
  expect([known.length, leftOut]).toEqual([1, [2]]);
  expect(problems).toContainEqual({ code: 'register-person-doubtful', severity: 'warning', row: 2 });
  const { id } = await personOf('1001', office);
  const path = `/api/v1/people/${id}/leaving`;
  expect(await office.ask('POST', path, { on: '2026-12-18' })).toEqual({ person: id, on: '2026-12-18', before: null, plansEnded: 0 });
  expect(await office.ask('POST', path, { on: '2026-12-08' })).toEqual({
    person: id,
    on: '2026-12-08',
    before: '2026-12-18',
    plansEnded: 0,
  });
  const { seq } = await office.storage.read.head();
  await office.ask('POST', path, { on: '2026-12-08' });
  expect((await office.storage.read.head()).seq).toBe(seq);
});

it('says what the record of a refusal waits for', async () => {
  const office = await openOffice([rowOf(anna)]);
  await issued(office);
  const { items } = await office.ask<{ items: readonly { readonly id: string }[] }>('POST', '/api/v1/requests', {});
  const path = `/api/v1/requests/${items[0]?.id}/refusal`;
  expect(await office.ask('POST', path, {})).toMatchObject({ act: null, waits: 'words' });
  expect(await office.ask('POST', path, { close: true })).toMatchObject({ waits: null, waitsForAct: false });
});

it('shows the signed sheet of a former version among those that wait', async () => {
  const office = await openOffice([rowOf({ ...anna, department: 'export' })]);
  const setting = await office.setting();
  await issued(office);
  const { items } = await office.ask<{ items: readonly { readonly id: string }[] }>('POST', '/api/v1/requests', {});
  const request = await office.storage.read.request(items[0]?.id ?? '');
  const document = await office.storage.read.document(request?.document ?? '');
  if (!request || !document) throw new Error('nobody was asked');
  const meant = { request, document, person: await personOf('1001', office) };
  await printSheet(meant, 'ABCD-EFGH-JKMN', setting);
  await scan(meant, new TextEncoder().encode(sheetScan('signed')), 'ABCD-EFGH-JKMN', setting);
  // The same paper in other words.
  const [next] = await papersIn(office, setting, '2026-12-02');
  if (!next) throw new Error('nothing to issue');
  const told: Diagnostic[] = [];
  await issue({ ...next, fingerprint: 'e'.repeat(64) }, '2026-12-02', setting, told);
  expect(told.map(({ code, args }) => [code, args?.['people']])).toEqual([['register-sheets-wait', 'Anna Bakker (1001)']]);
  expect((await office.storage.read.document(document.id))?.state).toBe('replaced');
  expect((await todayOf(setting)).scans.first.map(({ name }) => name)).toEqual(['Anna Bakker']);
});

it('warns programs as it warns at the command line, and says whom a void paper concerned', async () => {
  const office = await openOffice([rowOf(anna)]);
  interface Made {
    readonly items: readonly { readonly document: { readonly id: string } }[];
    readonly problems: readonly { readonly code: string }[];
  }
  const plan = { who: 'everybody', kinds: [], languages: [], formats: ['docx'], on: '2026-12-24' };
  const told = async (): Promise<readonly string[]> =>
    (await office.ask<{ told: readonly { readonly code: string }[] }>('POST', '/api/v1/studio/hr/issue/plan', plan)).told.map(
      ({ code }) => code,
    );
  expect(await told()).toContain('register-dated-ahead');
  const ahead = { formats: ['docx'], on: '2026-12-24', request: true };
  const { items, problems } = await office.ask<Made>('POST', '/api/v1/documents', ahead);
  expect(problems.map(({ code }) => code)).toContain('register-dated-ahead');
  // Where nothing is left to issue, there is nothing to say of its day.
  expect(await told()).not.toContain('register-dated-ahead');
  const document = items[0]?.document.id ?? '';
  expect(await office.ask('POST', `/api/v1/documents/${document}/voiding`, { reason: 'The wrong post' })).toEqual({
    ...{ document, held: 1, acknowledged: 0, waiting: 1, refusal: false },
  });
  const path = join(office.folder, 'roles/customer-service-manager.yaml');
  const text = readFileSync(path, 'utf8');
  const base = createHash('sha256').update(text).digest('hex');
  const content = text.replace('nl: commercieel medewerker binnendienst', 'nl: verkoopmedewerker binnendienst');
  expect(content).not.toBe(text);
  const said = { role: 'customer-service-manager', summary: 'Shorter', base };
  const proposed = (of: string) => office.ask<Made>('POST', '/api/v1/proposals', { ...said, content: of });
  const codes = async (of: string) => (await proposed(of)).problems.map(({ code }) => code);
  expect(await codes(content)).toEqual(['register-version-same']);
});

it('writes down by name who writes through the service for the first time, once', async () => {
  const office = await openOffice([rowOf(anna)]);
  await office.ask('POST', '/api/v1/documents', { formats: ['docx'], request: true });
  const { id } = await personOf('1001', office);
  await office.ask('POST', `/api/v1/people/${id}/leaving`, { on: '2026-12-18' });
  const helen = await actorNamed('Helen Carter', office.storage.read);
  expect([...(await actorNames(office.storage.read))]).toEqual([[helen.id, 'Helen Carter']]);
  const named = (await office.storage.read.eventsOf(registerId)).filter(({ kind }) => kind === 'actor-named');
  expect(named).toHaveLength(1);
});

it('takes no spelling without «ё», accents or in another order for the slip of a pen', async () => {
  const office = await openOffice([rowOf({ ...anna, name: { last: 'Фёдоров', first: 'Пётр' } })]);
  const as = async (name: string): Promise<string> => {
    const actor = await actorNamed(name, office.storage.read);
    const storage = introducing(office.storage, actor, { today: '2026-12-01', isNew: false, tell: () => {} });
    return await codeOf(anchor('outside', { ...(await office.setting()), storage, actor }));
  };
  expect(await as('Федоров Петр')).toBe('done');
  expect(await as('Федорев Петр')).toBe('register-actor-near');
});
