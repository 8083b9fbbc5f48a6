/** What storage promises, on both databases. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connect } from '../src/storage/open.js';
import { migrationsFor } from '../src/storage/migrate.js';
import { restore } from '../src/storage/restore.js';
import { openStorage } from '../src/storage/storage.js';
import { proofTables } from '../src/storage/tables.js';
import { verify } from '../src/verify/verify.js';
import { onBothDatabases, postgresServer } from './databases.js';
import { triesPostgres } from './programs.js';
import { actor, bytesOf, madeEdge, madeRegister, numbered } from './made-register.js';

const now = new Date('2026-12-31T00:00:00.000Z');

onBothDatabases('storage', ({ next, dialect, folder }) => {
  it('keeps what was appended, in a chain that holds', async () => {
    const target = await next();
    const { storage, requests, people, documents } = await madeRegister(target);
    const verdict = await verify(storage, { anchors: [], now });
    expect(verdict).toMatchObject({ whole: true, faults: [], events: 43 });
    expect((await storage.read.eventsOf(requests[0] ?? '')).map(({ kind }) => kind)).toEqual(['requested', 'opened', 'acknowledged']);
    expect((await storage.read.eventsAbout(people[0] ?? '')).map(({ kind }) => kind)).toEqual([
      ...['person-known', 'post-taken', 'numbered', 'issued', 'requested', 'opened', 'acknowledged'],
    ]);
    expect((await storage.read.documentsOf(people[0] ?? '')).map(({ id, number, state }) => ({ id, number, state }))).toEqual([
      { id: documents[0], number: 1, state: 'issued' },
    ]);
    expect((await storage.read.personByExternalId('03'))?.id).toBe(people[3]);
    await storage.close();

    const again = await openStorage(target, madeEdge());
    expect(await again.read.head()).toEqual(verdict.head);
    await again.close();
  });

  it('tells of open requests that are due page by page, and of how many there are', async () => {
    const { storage, requests } = await madeRegister(await next());
    const first = await storage.read.overdue('2026-12-14', { limit: 2 });
    expect(first.map(({ due }) => due)).toEqual(['2026-12-11', '2026-12-12']);
    const rest = await storage.read.overdue('2026-12-31', { limit: 10, after: first[1] });
    expect(rest.map(({ id }) => id)).toEqual([requests[4], requests[5]]);
    const totals = await storage.read.requestTotals('2026-12-14');
    expect(totals.find(({ state }) => state === 'acknowledged')).toEqual({ state: 'acknowledged', count: 2, overdue: 0 });
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(totals.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(2);
    await storage.close();
  });

  it('tells of all times that people were asked, with the day on which that was settled', async () => {
    const { storage, people, requests, documents } = await madeRegister(await next());
    const refused = { act: 'a'.repeat(64), by: 'Anna', witnesses: ['Peter', 'Olga'] };
    await storage.transaction((tx) => tx.append([{ actor, kind: 'refusal-recorded', object: requests[1] ?? '', payload: refused }]));
    const told = await storage.read.askings(people.slice(0, 3));
    expect(told.map(({ request, document, state, on }) => ({ request, document, state, on }))).toEqual([
      { request: requests[0], document: documents[0], state: 'acknowledged', on: '2026-12-02' },
      { request: requests[1], document: documents[1], state: 'refused', on: '2026-12-01' },
      { request: requests[2], document: documents[2], state: 'requested', on: null },
    ]);
    expect(await storage.read.askings([])).toEqual([]);
    await storage.close();
  });

  it('keeps nothing of a transaction that does not come to its end, and gives its number to the next', async () => {
    const { storage, people } = await madeRegister(await next());
    const before = await storage.read.head();
    await expect(
      storage.transaction(async (tx) => {
        await tx.append([numbered(tx.newId('document'), people[0] ?? '', await tx.nextNumber('JD/2026'))]);
        throw new Error('the printer burns');
      }),
    ).rejects.toThrow('the printer burns');
    expect(await storage.read.head()).toEqual(before);
    expect(await storage.transaction((tx) => tx.nextNumber('JD/2026'))).toBe(7);
    await storage.close();
  });

  it('lets several number at once without a gap or a double', async () => {
    const target = await next();
    const { storage } = await madeRegister(target, 0);
    const others = await Promise.all(['a', 'b', 'c'].map((seed) => openStorage(target, madeEdge(seed))));
    const numbers = await Promise.all(
      Array.from({ length: 30 }, async (_, at) =>
        others[at % 3]?.transaction(async (tx) => {
          const number = await tx.nextNumber('A');
          await tx.append([numbered(tx.newId('document'), 'p_1', number, 'A')]);
          return number;
        }),
      ),
    );
    expect(numbers.sort((one, other) => Number(one) - Number(other))).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    expect(await verify(storage, { anchors: [], now })).toMatchObject({ whole: true, events: 33 });
    for (const one of [...others, storage]) await one.close();
  });

  it('reads while a transaction writes, and sees nothing of it before its end', async () => {
    const { storage } = await madeRegister(await next(), 1);
    const before = await storage.read.head();
    await storage.transaction(async (tx) => {
      await tx.append([{ actor, kind: 'exported', object: 'register', payload: { person: 'p_1' } }]);
      expect(await storage.read.head()).toEqual(before);
      expect((await tx.head()).seq).toBe(before.seq + 1);
    });
    expect((await storage.read.head()).seq).toBe(before.seq + 1);
    await storage.close();
  });

  it('refuses to change or delete what is proof, and to turn back what counts', async () => {
    const target = await next();
    const { storage, people } = await madeRegister(target);
    await storage.transaction(async (tx) => {
      const head = await tx.head();
      await tx.append([{ actor, kind: 'anchored', object: 'register', payload: { seq: head.seq, hash: head.hash, sink: 'mail' } }]);
      const [known] = await tx.eventsOf(people[2] ?? '');
      await tx.erase({
        actor,
        person: people[2] ?? '',
        class: 'contact',
        seqs: [known?.seq ?? 0],
        files: [await storage.files.put(bytesOf('x'))],
      });
    });
    const db = connect(target, 'write');
    for (const table of ['event', ...Object.keys(proofTables)]) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(db);
      expect(rows.length, table).toBeGreaterThan(0);
      const column = table === 'event' ? 'actor' : 'event';
      await expect(sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`.execute(db), table).rejects.toThrow(
        'no update',
      );
      await expect(sql`delete from ${sql.table(table)}`.execute(db), table).rejects.toThrow('no delete');
    }
    await expect(sql`update event_payload set json = '{}'`.execute(db)).rejects.toThrow('no update');
    await expect(sql`update series set next = next - 1`.execute(db)).rejects.toThrow(/no (return|update)/);
    await expect(sql`update chain_head set seq = seq - 1`.execute(db)).rejects.toThrow(/no (return|update)/);
    await expect(sql`delete from chain_head`.execute(db)).rejects.toThrow('no delete');
    await expect(sql`insert into approval select * from approval`.execute(db)).rejects.toThrow();
    if (dialect === 'sqlite')
      await expect(sql`insert or replace into approval select * from approval`.execute(db)).rejects.toThrow('no delete');
    else await expect(sql`truncate event_payload`.execute(db)).rejects.toThrow('no truncate');
    await db.destroy();
    expect(await verify(storage, { anchors: [], now })).toMatchObject({ whole: true });
    await storage.close();
  });

  it('erases what events say and leaves the chain whole', async () => {
    const { storage, people, requests, files } = await madeRegister(await next());
    const [person = '', request = ''] = [people[0], requests[0]];
    const events = await storage.read.eventsAbout(person);
    const seqs = events.filter(({ kind }) => ['person-known', 'acknowledged'].includes(kind)).map(({ seq }) => seq);
    const evidence = files.at(-3) ?? '';
    const erased = await storage.transaction((tx) => tx.erase({ actor, person, class: 'evidence', seqs, files: [evidence] }));
    expect(erased).toMatchObject({ kind: 'erased', payload: { person, seqs, files: [evidence] } });
    expect(await storage.read.person(person)).toMatchObject({ data: null, external_id: null });
    expect((await storage.read.eventsOf(request)).map(({ payload }) => payload === null)).toEqual([false, false, true]);
    expect(await storage.read.request(request)).toMatchObject({ state: 'acknowledged', open: 0 });
    await expect(storage.files.read(evidence)).rejects.toMatchObject({ code: 'file-missing' });
    expect(await verify(storage, { anchors: [], now })).toMatchObject({ whole: true, faults: [] });
    // Once more is nothing more.
    expect(await storage.transaction((tx) => tx.erase({ actor, person, class: 'evidence', seqs }))).toBeNull();
    const [numbers] = await storage.read.documentsOf(person);
    await expect(
      storage.transaction((tx) => tx.erase({ actor, person, class: 'evidence', seqs: [numbers?.event ?? 0] })),
    ).rejects.toMatchObject({ code: 'not-erasable', args: { kind: 'numbered' } });
    await storage.close();
  });

  it('leaves no trace of what was erased in the files of the database', async () => {
    const target = await next();
    const { storage, people } = await madeRegister(target);
    const [known] = await storage.read.eventsOf(people[0] ?? '');
    await storage.transaction((tx) => tx.erase({ actor, person: people[0] ?? '', class: 'contact', seqs: [known?.seq ?? 0] }));
    if (dialect === 'sqlite')
      for (const end of ['', '-wal'])
        expect(readFileSync(join(target.folder, `register.db${end}`), 'latin1').includes('Smith 0'), end).toBe(false);
    await storage.close();
  });

  it('goes on in the order of time when the clock is put right, and refuses one that is wrong', async () => {
    const { storage, edge } = await madeRegister(await next(), 1);
    const before = await storage.read.head();
    const say = () => storage.transaction((tx) => tx.append([{ actor, kind: 'exported', object: 'register', payload: { person: 'p_1' } }]));
    edge.wait(-120_000);
    expect((await say())[0]?.at).toBe(before.at);
    edge.wait(-3_600_000);
    await expect(say()).rejects.toMatchObject({ code: 'clock-behind' });
    await storage.close();
  });

  it('writes nothing that is no event', async () => {
    const { storage } = await madeRegister(await next(), 0);
    const wrong = { actor: 'Anna', kind: 'exported', object: 'register', payload: { person: 'p_1' } } as const;
    await expect(storage.transaction((tx) => tx.append([wrong]))).rejects.toThrow('actor has to be id of an actor');
    await storage.close();
  });

  it('has a document once under its key, and a word to a request once', async () => {
    const { storage, documents, requests } = await madeRegister(await next(), 1);
    const again = numbered('d_2', 'p_1', 9);
    const key = (await storage.read.document(documents[0] ?? ''))?.key ?? '';
    await expect(
      storage.transaction((tx) => tx.append([{ ...again, payload: { ...again.payload, key } } as typeof again])),
    ).rejects.toThrow();
    const word = { actor, kind: 'declined', object: requests[0] ?? '', payload: { reason: 'No', how: 'paper' } } as const;
    await expect(storage.transaction((tx) => tx.append([word]))).rejects.toThrow('declined cannot happen to what is acknowledged');
    expect((await storage.read.acknowledgementsOf(requests[0] ?? '')).map(({ outcome }) => outcome)).toEqual(['acknowledged']);
    await storage.close();
  });

  it('is made only where that is wanted', async () => {
    const target = await next();
    await expect(openStorage(target, madeEdge())).rejects.toMatchObject({ code: 'register-missing' });
    if (dialect === 'sqlite') expect(existsSync(target.folder)).toBe(false);
  });

  it('is backed up before a migration, and refused by a program that is older than it', async () => {
    const target = await next();
    const { storage } = await madeRegister(target);
    await storage.close();
    const migrations = {
      ...migrationsFor(dialect),
      '900-colour': {
        up: async (db: { schema: unknown }) => {
          await sql`create table colour (id text primary key)`.execute(db as never);
        },
      },
    };
    const later = await openStorage(target, madeEdge('later', '2027-01-01T00:00:00.000Z'), { migrations });
    await later.close();
    const note = JSON.parse(readFileSync(join(target.folder, 'before-900-colour/backup.json'), 'utf8')) as { head: object };
    expect(note.head).toMatchObject({ seq: 43 });
    await expect(openStorage(target, madeEdge())).rejects.toMatchObject({ code: 'register-newer', args: { migrations: '900-colour' } });
  });

  it('learns the codes of sheets from the events of a register that an older program began', async () => {
    const target = await next();
    const { storage, requests } = await madeRegister(target);
    // Two that wait for an answer.
    const [, , first = '', , , second = ''] = requests;
    const printed = (object: string, code: string) => ({ actor, kind: 'printed', object, payload: { code } }) as const;
    await storage.transaction((tx) => tx.append([printed(first, 'AAAA-BBBB-CCCC'), printed(second, 'DDDD-EEEE-FFFF')]));
    await storage.transaction((tx) => tx.append([printed(first, 'GGGG-HHHH-JJJJ')]));
    await storage.close();
    const older = connect(target, 'write');
    for (const line of [
      'drop index document_file_of_sha256',
      'drop index request_of_state',
      'create index request_of_state on request (state)',
      'drop index request_of_code',
      'alter table request drop column code',
      'drop table plan',
      "delete from kysely_migration where name in ('004-sheet-codes', '005-plans', '006-indexes')",
    ])
      await sql.raw(line).execute(older);
    await older.destroy();

    const again = await openStorage(target, madeEdge('later', '2026-12-02T00:00:00.000Z'));
    expect((await again.read.requestsByCode('GGGG-HHHH-JJJJ')).map(({ id }) => id)).toEqual([first]);
    expect(await again.read.requestsByCode('AAAA-BBBB-CCCC')).toEqual([]);
    expect(await verify(again, { anchors: [], now })).toMatchObject({ whole: true, faults: [] });
    await again.close();
    // What it was before is kept, and can be restored by this program.
    const before = join(target.folder, 'before-004-sheet-codes');
    const restored = await restore(before, { folder: join(folder(), 'again') }, madeEdge('back', '2026-12-02T00:00:00.000Z'), {
      actor,
      erasures: [],
    });
    expect((await restored.read.request(first))?.code).toBe('GGGG-HHHH-JJJJ');
    expect(await verify(restored, { anchors: [], now })).toMatchObject({ whole: true, faults: [] });
    await restored.close();
  });

  it('tells the events of several objects together, as of each by itself', async () => {
    const { storage, requests, people } = await madeRegister(await next());
    const asked = [...requests, people[0] ?? '', 'r_0'];
    const told = await storage.read.eventsOfEach(asked);
    expect([...told.keys()]).toEqual(asked);
    for (const [object, events] of told) expect(events).toEqual(await storage.read.eventsOf(object));
    expect(told.get('r_0')).toEqual([]);
    const [first, ...rest] = await storage.read.requests({ limit: 2 });
    expect(await storage.read.requests({ after: first?.id ?? '', limit: 1 })).toEqual(rest);
    await storage.close();
  });

  it('leaves nothing of a migration that fails', async () => {
    const target = await next();
    const { storage } = await madeRegister(target, 0);
    await storage.close();
    const migrations = {
      ...migrationsFor(dialect),
      '900-colour': {
        up: async (db: { schema: unknown }) => {
          await sql`create table colour (id text primary key)`.execute(db as never);
          throw new Error('no colour');
        },
      },
    };
    await expect(openStorage(target, madeEdge('later', '2027-01-01T00:00:00.000Z'), { migrations })).rejects.toThrow('no colour');
    const again = await openStorage(target, madeEdge('later', '2027-01-01T00:00:00.000Z'));
    await expect(again.snapshot((db) => sql`select * from colour`.execute(db))).rejects.toThrow('colour');
    await again.close();
  });
});

describe.skipIf(!triesPostgres)('storage in PostgreSQL', () => {
  it('has no right to change proof where the tables belong to another', async () => {
    const server = await postgresServer();
    const owner = await server.database();
    const postgres = await server.as(owner, 'program');
    const target = { folder: '/nowhere', postgres, owner };
    const storage = await openStorage(target, madeEdge(), { create: true });
    await storage.transaction((tx) => tx.append([{ actor, kind: 'began', object: 'register', payload: { organisation: 'Northwind' } }]));
    const db = connect(target, 'write');
    await expect(sql`update event set actor = 'a_2'`.execute(db)).rejects.toThrow('permission denied');
    await expect(sql`delete from event`.execute(db)).rejects.toThrow('permission denied');
    await expect(sql`truncate document`.execute(db)).rejects.toThrow('permission denied');
    await expect(sql`alter table event disable trigger all`.execute(db)).rejects.toThrow('must be owner');
    await db.destroy();
    expect(await verify(storage, { anchors: [], now })).toMatchObject({ whole: true, events: 1 });
    await storage.close();
    const again = await openStorage({ folder: '/nowhere', postgres }, madeEdge());
    expect((await again.read.head()).seq).toBe(1);
    await again.close();
  });

  it('says so when nobody is there, and not what the password was', async () => {
    const nobody = { folder: '/nowhere', postgres: 'postgres://hr:secret@127.0.0.1:1/register' };
    const refused = openStorage(nobody, madeEdge(), { create: true });
    await expect(refused).rejects.toMatchObject({ code: 'database-unreachable' });
    await expect(refused).rejects.not.toThrow('secret');
  });
});
