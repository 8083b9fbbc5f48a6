/** What the API does besides asking and answering: erasing, rules, terms, links, mails, reminders, what changes mean, and undoing by two. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setRules } from '../src/register/begin.js';
import { requestMeant } from '../src/register/find.js';
import { leave } from '../src/register/leaving.js';
import { verify } from '../src/verify/verify.js';
import { onBothDatabases } from './databases.js';
import { anna, openOffice, personOf, rowOf } from './office.js';
import type { Office } from './office.js';

const bert = { name: { last: 'Smit', first: 'Bert' }, personnelNumber: '1002', department: 'sales' };

interface Item {
  readonly id: string;
}

/** What refuses it; `done` where nothing does. */
const told = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

onBothDatabases('the whole of it', ({ next }) => {
  const whole = async ({ storage, edge }: Office): Promise<void> =>
    expect(await verify(storage, { anchors: [], now: edge.now() })).toMatchObject({ whole: true, faults: [] });

  /** Anna and Bert, with their paper issued; links lead to the service. */
  async function office(role = 'sales-manager'): Promise<{ readonly at: Office; readonly anna: string; readonly bert: string }> {
    const rows = [rowOf({ ...anna, department: 'sales', email: 'anna@example.com' }, 1, role), rowOf(bert, 2, role)];
    const at = await openOffice(rows, await next());
    const file = join(at.folder, 'organisation.yaml');
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}\ndistance: { address: "https://hr.example.com", sender: hr@example.com, server: { host: 127.0.0.1 } }\n`,
    );
    at.goOn();
    await at.ask('POST', '/api/v1/documents', { formats: ['docx'] });
    return { at, anna: (await personOf('1001', at)).id, bert: (await personOf('1002', at)).id };
  }

  it('leaves the undoing of an acknowledgement to two people, each in their own name', async () => {
    const { at, anna: id } = await office();
    const { ask, sitDown } = at;
    await setRules({ voidByTwo: true }, await at.setting());
    const { items } = await ask<{ items: readonly Item[] }>('POST', '/api/v1/requests', { person: id });
    const request = items[0]?.id ?? '';
    const path = `/api/v1/requests/${request}/acknowledgement/undoing`;
    expect(await told(ask('POST', `${path}/asking`, { reason: 'Another paper' }))).toBe('register/not-now');
    await ask('POST', `/api/v1/requests/${request}/acknowledgement`, {});
    expect(await told(ask('POST', path, { reason: 'Another paper' }))).toBe('register/second-missing');
    expect(await told(ask('DELETE', `${path}/asking`))).toBe('register/undo-not-asked');
    const first = await ask<{ seq: number }>('POST', `${path}/asking`, { reason: 'Another paper' });
    const shown = () => ask<{ state: string; undoing: object | null }>('GET', `/api/v1/requests/${request}`);
    expect(await shown()).toMatchObject({
      state: 'acknowledged',
      undoing: { seq: first.seq, by: 'Helen Carter', reason: 'Another paper' },
    });
    expect(await told(ask('POST', `${path}/confirmation`, { seen: first.seq }))).toBe('register/same-person');
    await sitDown('CARTER  Helen');
    expect(await told(ask('POST', `${path}/confirmation`, { seen: first.seq }))).toBe('register/same-person');
    await sitDown('Peter Hall');
    await ask('DELETE', `${path}/asking`);
    expect((await shown()).undoing).toBeNull();
    expect(await told(ask('POST', `${path}/confirmation`, { seen: first.seq }))).toBe('register/undo-not-asked');
    // Nobody decides about their own signature.
    await sitDown('Bakker Anna');
    expect(await told(ask('POST', `${path}/asking`, { reason: 'I did not' }))).toBe('register/own-record');
    await sitDown('Helen Carter');
    const { seq } = await ask<{ seq: number }>('POST', `${path}/asking`, { reason: 'Another paper' });
    await sitDown('Peter Hall');
    await ask('POST', `${path}/confirmation`, { seen: seq });
    expect(await shown()).toMatchObject({ state: 'undone', undoing: null });
    const undone = (await at.storage.read.eventsOf(request)).find(({ kind }) => kind === 'acknowledgement-undone');
    expect(undone?.payload).toEqual({ reason: 'Another paper', by: 'Helen Carter', second: 'Peter Hall' });
    await whole(at);
  });

  it('erases somebody for good, says what keeps them before, and asks back', async () => {
    const { at, anna: id } = await office();
    const { ask } = at;
    const path = `/api/v1/people/${id}/erasure`;
    expect(await ask('GET', path)).toMatchObject({ keptBecause: 'employed', mayGoOn: null });
    expect(await told(ask('POST', path, {}))).toBe('register-still-employed');
    const { items } = await ask<{ items: readonly Item[] }>('POST', '/api/v1/requests', { person: id });
    await ask('POST', `/api/v1/requests/${items[0]?.id}/acknowledgement`, {});
    await leave(await personOf('1001', at), '2026-11-30', await at.setting());
    await ask('POST', `/api/v1/people/${id}/hold`, { reason: 'A dispute' });
    expect(await ask('GET', path)).toMatchObject({ keptBecause: 'held', held: true });
    await ask('POST', `/api/v1/people/${id}/hold/release`, { reason: 'Settled' });
    const kept = await ask<{ mayGoOn: string; kept: readonly { why: string; until: string }[] }>('GET', path);
    expect(kept).toMatchObject({ keptBecause: 'term', kept: [{ why: 'term', until: kept.mayGoOn }] });
    expect(await told(ask('POST', path, { sure: ['register-erase-asks'] }))).toBe('register/kept-for-now');
    at.date(kept.mayGoOn);
    const found = await ask<{ events: number }>('GET', `${path}?name=abakker`);
    expect(found).toMatchObject({ keptBecause: null, kept: [] });
    // She answered after the day that was noted as her last.
    expect(await told(ask('POST', path, {}))).toBe('register-erase-asks');
    const erased = await ask<{ events: number; log: readonly string[] }>('POST', path, { sure: ['register-erase-asks'] });
    expect(erased).toMatchObject({ person: id, events: found.events, problems: [] });
    expect(erased.log.map((line) => line.split(' ')[1])).toEqual([id]);
    expect((await at.storage.read.person(id))?.data).toBeNull();
    await whole(at);
  });

  it('sets rules, tells them and how long papers are kept', async () => {
    const { at } = await office();
    const { ask } = at;
    const path = '/api/v1/register/rules';
    expect(await ask('GET', path)).toMatchObject({ voidByTwo: false, scanByTwo: true, renewalMonths: 0, reminders: { before: [3, 1] } });
    const set = await ask<object>('PUT', path, {
      voidByTwo: true,
      changeDays: 10,
      renewalMonths: 12,
      reminders: { before: [2], after: [] },
    });
    expect(set).toMatchObject({ voidByTwo: true, scanByTwo: true, change: { value: 10, unit: 'working-day' }, renewalMonths: 12 });
    expect(await ask('GET', path)).toEqual(set);
    expect(await ask('PUT', path, { renewalMonths: 0 })).toEqual({ ...set, renewalMonths: 0 });
    expect(await told(ask('PUT', path, { renewalMonths: 121 }))).toBe('http-body');
    expect(await told(ask('PUT', path, { lenient: true }))).toBe('http-body');
    await leave(await personOf('1001', at), '2026-11-30', await at.setting());
    const kept = await ask<{ left: number; people: readonly { number: string }[] }>('GET', '/api/v1/register/retention');
    expect([kept.left, kept.people.map(({ number }) => number)]).toEqual([1, ['1001']]);
  });

  it('opens requests and lets them expire', async () => {
    const { at, anna: id, bert: other } = await office();
    const { ask } = at;
    await ask('POST', '/api/v1/requests', { due: '2026-12-01' });
    const requestOf = async (person: string): Promise<{ readonly id: string; readonly state: string }> => {
      const [found] = (await ask<{ items: readonly { id: string; state: string }[] }>('GET', `/api/v1/requests?person=${person}`)).items;
      return found ?? { id: '', state: '' };
    };
    const { id: request } = await requestOf(id);
    await ask('POST', `/api/v1/requests/${request}/opening`);
    expect((await requestOf(id)).state).toBe('opened');
    expect(await told(ask('POST', `/api/v1/requests/${request}/opening`))).toBe('register/not-now');
    expect(await ask('POST', '/api/v1/requests/expiry', {})).toEqual({ expired: 0 });
    at.date('2026-12-02');
    expect(await ask('POST', '/api/v1/requests/expiry', { person: other })).toEqual({ expired: 1 });
    expect([(await requestOf(id)).state, (await requestOf(other)).state]).toEqual(['opened', 'expired']);
    expect(await ask('POST', '/api/v1/requests/expiry', { role: 'sales-manager' })).toEqual({ expired: 1 });
    await whole(at);
  });

  it('hands out links and revokes them, reminds once a day, and tells what became of mails', async () => {
    const { at, anna: id, bert: other } = await office();
    const { ask } = at;
    await ask('POST', '/api/v1/requests', { method: 'link', due: '2026-12-04' });
    const { request } = await requestMeant({ person: '1002', paper: undefined, states: ['requested'] }, await at.setting());
    const slip = await at.app.request(`https://hr.example.com/api/v1/requests/${request.id}/link`, {
      method: 'POST',
      headers: { cookie: '__Host-rolewright-session=any', 'x-rolewright-token': 'token' },
    });
    expect([slip.status, Buffer.from(await slip.arrayBuffer()).toString('latin1', 0, 5)]).toEqual([200, '%PDF-']);
    expect(await ask('DELETE', `/api/v1/requests/${request.id}/link`)).toEqual({ request: request.id, revoked: 1 });
    expect(await ask('DELETE', `/api/v1/requests/${request.id}/link`)).toEqual({ request: request.id, revoked: 0 });

    const due = await ask<{ items: readonly { person: string; late: number }[] }>('GET', '/api/v1/reminders');
    expect(due.items.map(({ person, late }) => [person, late]).sort()).toEqual(
      [
        [id, -3],
        [other, -3],
      ].sort(),
    );
    const sent = await ask<{ items: readonly string[]; withoutAddress: readonly string[] }>('POST', '/api/v1/reminders');
    expect([sent.items.length, sent.withoutAddress]).toEqual([1, [other]]);
    expect((await ask<{ items: readonly string[] }>('POST', '/api/v1/reminders')).items).toEqual([]);

    const mails = await ask<{ items: readonly { kind: string; to: string; person: string; state: string }[]; next: null }>(
      'GET',
      '/api/v1/mails',
    );
    expect(mails.items.map(({ kind }) => kind).sort()).toEqual(['reminder', 'request']);
    expect(new Set(mails.items.map(({ to, person, state }) => `${to} ${person} ${state}`))).toEqual(
      new Set([`anna@example.com ${id} queued`]),
    );
    expect(await told(ask('POST', '/api/v1/mails/test', { to: 'no address' }))).toBe('register-bad-address');
    await ask('POST', '/api/v1/mails/test', { to: 'it@example.com' });
    const first = await ask<{ items: readonly object[]; next: string }>('GET', '/api/v1/mails?limit=2');
    const second = await ask<{ items: readonly object[]; next: null }>('GET', `/api/v1/mails?limit=2&after=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    expect((await ask<{ items: readonly object[] }>('GET', '/api/v1/mails?state=sent')).items).toEqual([]);
    await whole(at);
  });

  it('tells what a changed role means, and for whom', async () => {
    const { at, anna: id, bert: other } = await office('customer-service-manager');
    const { ask } = at;
    interface Changed {
      readonly papers: readonly { readonly role: string; readonly version: string; readonly versionBefore: string | null }[];
      readonly people: readonly { readonly person: string; readonly sign: string; readonly why: string }[];
    }
    const query = '/api/v1/register/changes?role=customer-service-manager';
    const { items } = await ask<{ items: readonly Item[] }>('POST', '/api/v1/requests', { person: id });
    await ask('POST', `/api/v1/requests/${items[0]?.id}/acknowledgement`, {});
    const file = join(at.folder, 'roles/customer-service-manager.yaml');
    // The first duty, in each language and detail.
    const duty = /^ +\S+: (?:Serves? customers at|receive customers|принимает клиентов|ontvangt klanten).*$/gim;
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace(/^version: .*$/m, 'version: 9.0.0')
        .replace(duty, '$& 2027'),
    );
    at.goOn();
    const { papers, people } = await ask<Changed>('GET', query);
    expect(new Set(papers.map(({ role: of, version }) => `${of} ${version}`))).toEqual(new Set(['customer-service-manager 9.0.0']));
    expect(papers.some(({ versionBefore }) => versionBefore !== null && versionBefore !== '9.0.0')).toBe(true);
    expect(Object.fromEntries(people.map(({ person, sign, why }) => [person, `${sign} ${why}`]))).toEqual({
      [id]: 'again other-words',
      [other]: 'first never',
    });
    expect((await ask<Changed>('GET', '/api/v1/register/changes?role=hr-manager')).people).toEqual([]);
    expect(await told(ask('GET', '/api/v1/register/changes?on=soon'))).toBe('http-query');
  });
});
