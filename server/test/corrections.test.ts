/** What HR puts right through the API and on its screens, as on the command line; and what takes two people, each at their own desk or both at one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setRules } from '../src/register/begin.js';
import { answerByLink, openByLink } from '../src/register/by-link.js';
import { distanceOf } from '../src/register/distance.js';
import { requestMeant } from '../src/register/find.js';
import { verify } from '../src/verify/verify.js';
import { onBothDatabases } from './databases.js';
import { anna, issued, on, openOffice, personOf, rowOf } from './office.js';
import type { Office } from './office.js';
import { sheetScan } from './visit.js';

const bert = { name: { last: 'Smit', first: 'Bert' }, personnelNumber: '1002', department: 'sales' };

interface Item {
  readonly id: string;
}
interface Person {
  readonly id: string;
  readonly number: string | null;
  readonly leftOn: string | null;
  readonly posts: readonly { readonly role: string; readonly department: string | null; readonly to: string | null }[];
}
interface Paper {
  readonly state: string;
  readonly voiding: { readonly seq: number; readonly by: string; readonly reason: string } | null;
}
interface Page {
  readonly moved: boolean;
  readonly held: boolean;
  readonly email: string | null;
  readonly papers: readonly {
    readonly document: string;
    readonly inForce: boolean;
    readonly voiding: object | null;
    readonly request: { readonly id: string; readonly state: string; readonly disagrees: boolean; readonly undoable: boolean } | null;
  }[];
}

/** What refuses it; `done` where nothing does. */
const told = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

onBothDatabases('what is put right', ({ next }) => {
  /** Anna, with her paper issued and asked for. */
  async function asked(): Promise<{ readonly office: Office; readonly id: string; readonly paper: string; readonly request: string }> {
    const office = await openOffice([rowOf({ ...anna, department: 'sales' })], await next());
    const [{ document } = { document: { id: '' } }] = await issued(office);
    const { id } = await personOf('1001', office);
    const { items } = await office.ask<{ items: readonly Item[] }>('POST', '/api/v1/requests', { person: id });
    return { office, id, paper: document.id, request: items[0]?.id ?? '' };
  }
  const whole = async ({ storage, edge }: Office): Promise<void> =>
    expect(await verify(storage, { anchors: [], now: edge.now() })).toMatchObject({ whole: true, faults: [] });

  it('leaves a paper to two people, each in their own name: one asks, and another who saw it decides', async () => {
    const { office, id, paper, request } = await asked();
    const { ask, sitDown } = office;
    const at = `/api/v1/documents/${paper}/voiding`;
    await setRules({ voidByTwo: true }, await office.setting());
    expect(await told(ask('POST', at, { reason: 'Wrong form' }))).toBe('register/second-missing');
    expect(await told(ask('DELETE', `${at}/asking`))).toBe('register/void-not-asked');
    const first = await ask<{ seq: number }>('POST', `${at}/asking`, { reason: 'Wrong form' });
    expect(await told(ask('POST', `${at}/confirmation`, { seen: first.seq }))).toBe('register/same-person');
    expect(await ask<Paper>('GET', `/api/v1/documents/${paper}`)).toMatchObject({
      state: 'issued',
      voiding: { seq: first.seq, by: 'Helen Carter', reason: 'Wrong form' },
    });
    // Another spelling is nobody else, and what was asked anew has to be seen anew.
    await sitDown('CARTER  Helen');
    expect(await told(ask('POST', `${at}/confirmation`, { seen: first.seq }))).toBe('register/same-person');
    await sitDown('Peter Hall');
    await ask('DELETE', `${at}/asking`);
    expect(await ask<Paper>('GET', `/api/v1/documents/${paper}`)).toMatchObject({ state: 'issued', voiding: null });
    expect(await told(ask('POST', `${at}/confirmation`, { seen: first.seq }))).toBe('register/void-not-asked');
    await sitDown('Helen Carter');
    const { seq } = await ask<{ seq: number }>('POST', `${at}/asking`, { reason: 'Wrong form' });
    await sitDown('Peter Hall');
    const page = await ask<Page>('GET', `/api/v1/studio/hr/people/${id}`);
    expect(page.papers[0]?.voiding).toEqual({ seq, by: 'Helen Carter', reason: 'Wrong form' });
    expect(await told(ask('POST', `${at}/confirmation`, { seen: first.seq }))).toBe('register/void-not-asked');
    expect(await ask('POST', `${at}/confirmation`, { seen: seq })).toMatchObject({ waiting: 1, acknowledged: 0 });
    expect(await ask<Paper>('GET', `/api/v1/documents/${paper}`)).toMatchObject({ state: 'voided', voiding: null });
    const voided = (await office.storage.read.eventsOf(paper)).find(({ kind }) => kind === 'voided');
    expect(voided?.payload).toEqual({ reason: 'Wrong form', by: 'Helen Carter', second: 'Peter Hall' });
    expect((await office.storage.read.request(request))?.state).toBe('cancelled');
    await whole(office);
  });

  it('asks back before it voids what people have acknowledged, and knows whom it is told as the second at one desk', async () => {
    const { office, paper, request } = await asked();
    const { ask } = office;
    await setRules({ voidByTwo: true }, await office.setting());
    await ask('POST', `/api/v1/requests/${request}/acknowledgement`, {});
    const at = `/api/v1/studio/hr/documents/${paper}/void`;
    const said = { reason: 'Wrong form', second: 'Peter Hall' };
    expect(await told(ask('POST', at, { ...said, second: 'H. Carter' }))).toBe('register/same-person');
    expect(await told(ask('POST', at, said))).toBe('register-second-unknown');
    // One answer is no answer to the other question.
    expect(await told(ask('POST', at, { ...said, sure: ['register-second-unknown'] }))).toBe('register-void-asks');
    expect(await told(ask('POST', `/api/v1/documents/${paper}/voiding/asking`, { reason: 'Wrong form' }))).toBe('register-void-asks');
    await ask('POST', at, { ...said, sure: ['register-second-unknown', 'register-void-asks'] });
    expect((await ask<Paper>('GET', `/api/v1/documents/${paper}`)).state).toBe('voided');
    await whole(office);
  });

  it('looks who is said to compare a scan, as on the command line', async () => {
    const { office, id, request } = await asked();
    const { ask } = office;
    await setRules({ scanByTwo: true }, await office.setting());
    await office.app.request(`https://hr.example.com/api/v1/requests/${request}/sheet`, {
      method: 'POST',
      headers: { cookie: '__Host-rolewright-session=any', 'x-rolewright-token': 'token' },
    });
    await office.app.request(`https://hr.example.com/api/v1/requests/${request}/scan`, {
      method: 'POST',
      headers: { cookie: '__Host-rolewright-session=any', 'x-rolewright-token': 'token', 'content-type': 'application/pdf' },
      body: new TextEncoder().encode(sheetScan('signed')),
    });
    const at = `/api/v1/studio/hr/requests/${request}/check`;
    expect(await told(ask('POST', at, { matches: true, by: 'Helen Carter' }))).toBe('register/own-scan');
    expect(await told(ask('POST', at, { matches: true, by: 'helen carter' }))).toBe('register/own-scan');
    expect(await told(ask('POST', at, { matches: true, by: 'H. Carter' }))).toBe('register/same-person');
    expect(await told(ask('POST', at, { matches: true, by: 'Peter Hall' }))).toBe('register-second-unknown');
    expect(await told(ask('POST', at, { matches: true, by: 'Anna Bakker' }))).toBe('register/own-signature');
    await ask('POST', at, { matches: true, by: 'Peter Hall', sure: ['register-second-unknown'] });
    const page = await ask<Page>('GET', `/api/v1/studio/hr/people/${id}`);
    expect(page.papers[0]?.request).toMatchObject({ state: 'acknowledged', undoable: true });
    // A scan is no evidence of an answer by a link.
    expect(await told(ask('GET', `/api/v1/requests/${request}/evidence`))).toBe('http-not-found');
    expect(await told(ask('GET', `/api/v1/requests/${request}/evidence/page`))).toBe('http-not-found');
    // Who has acted once is known.
    const undo = `/api/v1/studio/hr/requests/${request}/undo`;
    await setRules({ voidByTwo: true }, await office.setting());
    expect(await told(ask('POST', undo, { reason: 'A colleague of that name' }))).toBe('register/second-missing');
    await ask('POST', undo, { reason: 'A colleague of that name', second: 'Peter Hall' });
    expect((await office.storage.read.request(request))?.state).toBe('undone');
    await whole(office);
  });

  it('records that somebody does not agree, which is no refusal and leaves the request open', async () => {
    const { office, id, request } = await asked();
    const { ask } = office;
    const at = `/api/v1/requests/${request}/disagreement`;
    expect(await told(ask('POST', at, { reason: ' ' }))).toBe('http-body');
    expect(await told(ask('POST', at, { reason: 'Too much travel', on: '2027-01-01' }))).toBe('register/day-to-come');
    await ask('POST', at, { reason: 'Too much travel', identifiedBy: 'known in person' });
    const page = await ask<Page>('GET', `/api/v1/studio/hr/people/${id}`);
    expect(page.papers[0]?.request).toMatchObject({ state: 'declined', disagrees: true, undoable: false });
    await ask('POST', `/api/v1/requests/${request}/acknowledgement`, {});
    await ask('POST', `/api/v1/requests/${request}/acknowledgement/undoing`, { reason: 'She did not say so' });
    expect((await office.storage.read.request(request))?.state).toBe('undone');
    expect(await told(ask('POST', `/api/v1/requests/${request}/acknowledgement/undoing`, { reason: 'Once more' }))).toMatch(/^register\//);
    await whole(office);
  });

  it('corrects the record of a refusal, and takes witnesses whose post nobody knows', async () => {
    const { office, request } = await asked();
    const { ask } = office;
    const at = `/api/v1/requests/${request}/refusal`;
    expect(await told(ask('POST', `${at}/amendment`, { reason: 'Not hers' }))).toMatch(/^register\//);
    await ask('POST', at, { reason: 'Not my work', witnesses: [{ name: 'Olga Peters' }] });
    const amended = await ask<{ act: string }>('POST', `${at}/amendment`, { witnesses: [{ name: 'Ivan Sand', post: 'clerk' }] });
    expect(amended.act).toBe('2');
    expect((await office.storage.read.request(request))?.state).toBe('refused');
    await whole(office);
  });

  it('takes back that somebody left or moved, gives the number that is theirs, and keeps data from being erased', async () => {
    const { office, id } = await asked();
    const { ask } = office;
    const at = `/api/v1/people/${id}`;
    const person = (): Promise<Person> => ask('GET', at);
    const page = (): Promise<Page> => ask('GET', `/api/v1/studio/hr${at.slice('/api/v1'.length)}`);

    // Nobody leaves before their papers unasked.
    expect(await told(ask('POST', `${at}/leaving`, { on: '2026-11-01' }))).toBe('register-leave-asks');
    expect(await told(ask('POST', `${at}/leaving/undoing`, { reason: 'An old list' }))).toBe('register-not-left');
    await ask('POST', `${at}/leaving`, { on: '2026-11-10', sure: ['register-leave-asks'] });
    expect(await person()).toMatchObject({ leftOn: '2026-11-10', posts: [{ to: '2026-11-10' }] });
    await ask('POST', `${at}/leaving/undoing`, { reason: 'An old list' });
    expect(await person()).toMatchObject({ leftOn: null, posts: [{ to: null }] });

    const row = { names: anna.name, number: '1001', role: 'sales-manager' };
    expect(await told(ask('POST', `${at}/move/undoing`))).toBe('register-no-move');
    await ask('POST', '/api/v1/people', { people: [{ ...row, department: 'service' }], movesOn: '2026-11-20' });
    expect((await page()).moved).toBe(true);
    const again = await ask<{ posts: readonly { department: string; to: string | null }[] }>('POST', `${at}/move/undoing`);
    expect(again.posts).toMatchObject([{ department: 'sales', to: null }]);
    expect((await person()).posts.filter(({ to }) => to === null)).toMatchObject([{ department: 'sales' }]);
    expect((await page()).moved).toBe(false);
    // No move: it was always the other department.
    await ask('POST', '/api/v1/people', { people: [{ ...row, department: 'service' }], putRight: true });
    expect((await person()).posts.filter(({ to }) => to === null)).toMatchObject([{ department: 'service', from: on }]);
    expect((await page()).moved).toBe(false);

    await ask('PUT', `${at}/number`, { number: ' 2001 ' });
    expect((await person()).number).toBe('2001');
    expect(await told(ask('PUT', `${at}/contact`, { email: 'no address' }))).toBe('register-bad-address');
    await ask('PUT', `${at}/contact`, { email: 'anna@example.com', phone: '+31 20 555' });
    expect((await page()).email).toBe('anna@example.com');
    await ask('PUT', `${at}/contact`, { email: null });
    expect((await page()).email).toBeNull();

    await ask('POST', `${at}/hold`, { reason: 'A dispute' });
    expect([(await page()).held, await told(ask('POST', `${at}/hold`, { reason: 'Again' }))]).toEqual([true, 'register/held-already']);
    await ask('POST', `${at}/hold/release`, { reason: 'Settled' });
    expect((await page()).held).toBe(false);
    await whole(office);
  });

  it('asks by a link as the command line does: with the page to read and the mail to get there, and hands out what came of it', async () => {
    const office = await openOffice([rowOf({ ...anna, department: 'sales', email: 'anna@example.com' }), rowOf(bert, 2)], await next());
    await issued(office);
    const { ask } = office;
    const [one, two] = [await personOf('1001', office), await personOf('1002', office)];
    expect(await told(ask('POST', '/api/v1/requests', { method: 'link' }))).toBe('register-no-address');
    expect((await ask<{ items: readonly Item[] }>('GET', `/api/v1/requests?person=${one.id}`)).items).toEqual([]);
    const file = join(office.folder, 'organisation.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\ndistance: { address: "https://hr.example.com", sender: hr@example.com }\n`);
    office.goOn();
    const made = await ask<{ items: readonly Item[]; withoutAddress: readonly string[] }>('POST', '/api/v1/requests', { method: 'link' });
    expect([made.items.length, made.withoutAddress]).toEqual([2, [two.id]]);
    const mails = await office.storage.look((db) => db.selectFrom('mail').select(['kind', 'recipient', 'person']).execute());
    expect(mails).toEqual([{ kind: 'request', recipient: 'anna@example.com', person: one.id }]);
    const setting = await office.setting();
    const meant = await requestMeant({ person: '1001', paper: undefined, states: ['requested'] }, setting);
    const [requested] = await office.storage.read.eventsOf(meant.request.id);
    const { shown } = requested?.payload as { shown: string };
    expect(new TextDecoder().decode(await office.storage.files.read(shown))).toContain('<h');

    const at = `/api/v1/requests/${meant.request.id}/evidence`;
    expect(await told(ask('GET', at))).toBe('http-not-found');
    await openByLink(meant, setting);
    const when = office.edge.now().toISOString();
    const identification = { channel: 'mail', given: 'a•••@example.com', proof: 'code', at: when, codeTo: null, pinSet: null } as const;
    const answering = { outcome: 'acknowledged', statement: 'I have read it', locale: 'en', device: null, version: '1' } as const;
    await answerByLink(meant, { ...answering, identification }, distanceOf(setting, {}, 'UTC'), setting, async () => {});
    expect(await ask('GET', at)).toMatchObject({ format: 'rolewright-evidence/1', outcome: 'acknowledged', person: { id: one.id } });
    // The page is a worker’s to make.
    expect(await told(ask('GET', `${at}/page`))).toBe('http-not-found');
    await whole(office);
  });
});
