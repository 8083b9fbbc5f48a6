/**
 * Somebody who can write the database and the files, but not the anchors, changes the register, and puts the guards back where they
 * were: `verify` finds each of these ways, and says what it is.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Anchor } from '../src/chain/anchor.js';
import { commitmentOf, hashOf } from '../src/chain/link.js';
import type { Draft } from '../src/life/events.js';
import { append } from '../src/storage/append.js';
import type { Dialect } from '../src/storage/dialect.js';
import { openFiles } from '../src/storage/files.js';
import type { Files } from '../src/storage/files.js';
import { connect } from '../src/storage/open.js';
import type { Target } from '../src/storage/open.js';
import { queriesOf } from '../src/storage/queries.js';
import type { Queries } from '../src/storage/queries.js';
import { rowsDigest, rowsOf } from '../src/storage/rows.js';
import { proofTables } from '../src/storage/tables.js';
import type { Tables } from '../src/storage/tables.js';
import { verify } from '../src/verify/verify.js';
import type { Verdict } from '../src/verify/verify.js';
import type { FaultCode } from '../src/verify/fault.js';
import { onBothDatabases } from './databases.js';
import { actor, bytesOf, madeEdge, madeRegister } from './made-register.js';
import type { Made } from './made-register.js';

const now = new Date('2026-12-31T00:00:00.000Z');

interface Scene extends Omit<Made, 'storage' | 'edge'> {
  /** A connection that no guard hinders. */
  readonly db: Kysely<Tables>;
  readonly read: Queries;
  /** The files, of which these are a copy. */
  readonly store: Files;
  /** What the program itself would do, in the hands of somebody who must not use it. */
  readonly append: (drafts: readonly Draft[]) => Promise<unknown>;
  readonly anchors: readonly Anchor[];
  /** Seq of the first event of a kind. */
  readonly seqOf: (kind: string) => Promise<number>;
}

/** What is done, and what has to be found among all that is. */
type Way = readonly [deed: string, found: FaultCode, tamper: (scene: Scene) => Promise<unknown>];

const set = (db: Kysely<Tables>, text: string): Promise<unknown> => sql.raw(text).execute(db);
const other = (digit: string): string => digit.repeat(64);

/** Hashes all links anew from one on, as whoever knows how may do. */
async function rehash({ db }: Scene, from: number): Promise<void> {
  const links = await db
    .selectFrom('event')
    .selectAll()
    .where('seq', '>=', from - 1)
    .orderBy('seq')
    .execute();
  const rest = links.filter(({ seq }) => seq >= from);
  let prev = links.find(({ seq }) => seq < from)?.hash ?? '0'.repeat(64);
  // Twice, since no two links may have the same link before them for a moment either.
  for (const { seq } of rest) await set(db, `update event set prev = 'moved ${seq}' where seq = ${seq}`);
  let last;
  for (const link of rest) {
    const hash = hashOf({ ...link, prev });
    await set(db, `update event set prev = '${prev}', hash = '${hash}' where seq = ${link.seq}`);
    prev = hash;
    last = { seq: link.seq, at: link.at, hash };
  }
  if (last !== undefined) await db.updateTable('chain_head').set(last).execute();
}

/** Takes out all events after one, with all that came of them, and moves the head. */
async function cutTail(scene: Scene, after: number): Promise<void> {
  const { db } = scene;
  for (const table of Object.keys(proofTables)) await set(db, `delete from ${table} where event > ${after}`);
  await set(db, `delete from event_payload where seq > ${after}`);
  await set(db, `delete from event where seq > ${after}`);
  const last = await db.selectFrom('event').selectAll().where('seq', '=', after).executeTakeFirstOrThrow();
  await db.updateTable('chain_head').set({ seq: last.seq, at: last.at, hash: last.hash }).execute();
}

/** Changes what an event says, and what it is committed to. */
async function say({ db }: Scene, seq: number, change: (payload: Record<string, unknown>) => void): Promise<void> {
  const { salt, json } = await db.selectFrom('event_payload').selectAll().where('seq', '=', seq).executeTakeFirstOrThrow();
  const payload = JSON.parse(json) as Record<string, unknown>;
  change(payload);
  const text = JSON.stringify(payload, Object.keys(payload).sort());
  await db.updateTable('event_payload').set({ json: text }).where('seq', '=', seq).execute();
  await db
    .updateTable('event')
    .set({ commitment: commitmentOf(salt, text) })
    .where('seq', '=', seq)
    .execute();
}

const pathOf = ({ store, files }: Scene, at: number): string => store.pathOf(files[at] ?? '');

const ways: readonly Way[] = [
  // Events.
  ['another actor', 'changed', async ({ db, seqOf }) => set(db, `update event set actor = 'a_9' where seq = ${await seqOf('approved')}`)],
  [
    'another kind',
    'changed',
    async ({ db, seqOf }) => set(db, `update event set kind = 'declined' where seq = ${await seqOf('acknowledged')}`),
  ],
  [
    'another object',
    'changed',
    async ({ db, seqOf, requests }) => set(db, `update event set object = '${requests[2]}' where seq = ${await seqOf('acknowledged')}`),
  ],
  ['the clock moved', 'changed', ({ db }) => set(db, `update event set at = '2026-11-01T08:00:00.000Z' where seq = 5`)],
  ['the clock moved back', 'back-in-time', ({ db }) => set(db, `update event set at = '2026-11-01T08:00:00.000Z' where seq = 5`)],
  ['a time that is none', 'no-time', ({ db }) => set(db, `update event set at = 'yesterday' where seq = 5`)],
  ['another commitment', 'payload-changed', ({ db }) => set(db, `update event set commitment = '${other('a')}' where seq = 5`)],
  ['another hash', 'broken', ({ db }) => set(db, `update event set hash = '${other('a')}' where seq = 5`)],
  [
    'an event less',
    'gap',
    async ({ db, seqOf }) => {
      const seq = await seqOf('declined');
      for (const table of ['acknowledgement', 'event_payload', 'event'])
        await set(db, `delete from ${table} where ${table === 'acknowledgement' ? 'event' : 'seq'} = ${seq}`);
    },
  ],
  [
    'an event more',
    'broken',
    async ({ db, requests }) => {
      const head = await db.selectFrom('chain_head').selectAll().executeTakeFirstOrThrow();
      const text = '{"how":"in-person","reason":"No"}';
      const link = {
        seq: head.seq + 1,
        at: head.at,
        actor,
        kind: 'declined',
        object: requests[2] ?? '',
        commitment: commitmentOf(other('1'), text),
        prev: other('b'),
      };
      await db
        .insertInto('event')
        .values({ ...link, hash: hashOf(link) })
        .execute();
      await db
        .insertInto('event_payload')
        .values({ seq: link.seq, salt: other('1'), json: text })
        .execute();
    },
  ],
  [
    'two events swapped',
    'changed',
    async ({ db }) => {
      for (const [one, to] of [
        [5, 500],
        [6, 5],
        [500, 6],
      ] as const) {
        await set(db, `update event set seq = ${to} where seq = ${one}`);
        await set(db, `update event_payload set seq = ${to} where seq = ${one}`);
      }
    },
  ],
  [
    'an event before the first',
    'order',
    async ({ db }) => {
      await set(db, `update event_payload set seq = 0 where seq = 7`);
      await set(db, `update event set seq = 0 where seq = 7`);
    },
  ],
  [
    'the beginning cut',
    'no-beginning',
    async ({ db }) => {
      await set(db, 'delete from event_payload where seq = 1');
      await set(db, 'delete from event where seq = 1');
    },
  ],
  [
    'an event and its hash changed',
    'broken',
    async (scene) => {
      await say(scene, 3, (payload) => (payload.by = 'Somebody'));
      const link = await scene.db.selectFrom('event').selectAll().where('seq', '=', 3).executeTakeFirstOrThrow();
      await set(scene.db, `update event set hash = '${hashOf(link)}' where seq = 3`);
    },
  ],
  [
    'all hashed anew after a change',
    'anchor-differs',
    async (scene) => {
      await say(scene, 3, (payload) => (payload.by = 'Somebody'));
      await rehash(scene, 3);
    },
  ],
  [
    'all hashed anew after the last event changed',
    'anchor-differs',
    async (scene) => {
      const { seq } = await scene.read.head();
      await set(scene.db, `update event set actor = 'a_9' where seq = ${seq}`);
      await rehash(scene, seq);
    },
  ],
  ['the tail cut', 'anchor-beyond', (scene) => cutTail(scene, 30)],
  [
    'the last event cut, with its views',
    'anchor-beyond',
    async (scene) => {
      const { seq } = await scene.read.head();
      await cutTail(scene, seq - 1);
      await set(scene.db, `update hold set held = 1, last_event = ${seq - 1}`);
    },
  ],
  [
    'the tail cut and other events put in its place',
    'anchor-differs',
    async (scene) => {
      const { seq } = await scene.read.head();
      await cutTail(scene, seq - 1);
      await set(scene.db, `update hold set held = 1, last_event = ${seq - 1}`);
      await scene.append([{ actor, kind: 'exported', object: 'register', payload: { person: scene.people[0] ?? '' } }]);
    },
  ],
  [
    'all wiped',
    'anchor-beyond',
    async ({ db }) => {
      for (const table of [
        'event_payload',
        ...Object.keys(proofTables).reverse(),
        'event',
        'person',
        'holding',
        'proposal',
        'document_state',
        'request',
        'hold',
        'series',
      ])
        await set(db, `delete from ${table}`);
      await set(db, `update chain_head set seq = 0, at = '', hash = '${other('0')}'`);
    },
  ],
  ['the head moved back', 'head-differs', ({ db }) => set(db, 'update chain_head set seq = seq - 1')],
  ['the head changed', 'head-differs', ({ db }) => set(db, `update chain_head set hash = '${other('c')}'`)],
  [
    'an event of tomorrow',
    'ahead-of-clock',
    async (scene) => {
      await set(scene.db, `update event set at = '2027-06-01T08:00:00.000Z' where seq = (select max(seq) from event)`);
      await rehash(scene, (await scene.read.head()).seq);
    },
  ],
  // What they say.
  [
    'other words',
    'payload-changed',
    async ({ db, seqOf }) => set(db, `update event_payload set json = '{}' where seq = ${await seqOf('declined')}`),
  ],
  ['another salt', 'payload-changed', ({ db }) => set(db, `update event_payload set salt = '${other('d')}' where seq = 4`)],
  ['a salt that is none', 'payload-changed', ({ db }) => set(db, `update event_payload set salt = 'zz' where seq = 4`)],
  [
    'words erased without an erasure',
    'payload-missing',
    async ({ db, seqOf }) => set(db, `delete from event_payload where seq = ${await seqOf('approved')}`),
  ],
  [
    'words erased with a row of an erasure alone',
    'row-stray',
    async ({ db, seqOf }) => {
      const seq = await seqOf('declined');
      await set(db, `delete from event_payload where seq = ${seq}`);
      await set(db, `insert into erased_payload (event, seq, rows) values (${await seqOf('erased')}, ${seq}, '${other('e')}')`);
    },
  ],
  [
    'words erased that hold the register together',
    'erasure-impossible',
    async ({ read, append, db, seqOf, people }) => {
      const seq = await seqOf('numbered');
      const event = (await read.eventsAfter(seq - 1, 1))[0];
      await append([
        {
          actor,
          kind: 'erased',
          object: 'register',
          payload: { person: people[0] ?? '', class: 'contact', seqs: [seq], rows: [rowsDigest(rowsOf(event as never))], files: [] },
        },
      ]);
      await set(db, `delete from event_payload where seq = ${seq}`);
    },
  ],
  [
    'words that were erased put back',
    'payload-left',
    ({ db }) => set(db, `insert into event_payload (seq, salt, json) select seq, '${other('1')}', '{}' from erased_payload limit 1`),
  ],
  [
    'words of no event',
    'payload-stray',
    ({ db }) => set(db, `insert into event_payload (seq, salt, json) values (999, '${other('1')}', '{}')`),
  ],
  [
    'words that are none, hashed anew',
    'event-unreadable',
    async (scene) => {
      await say(scene, 3, (payload) => delete payload.by);
      await rehash(scene, 3);
    },
  ],
  [
    'a kind that there is not, hashed anew',
    'kind-unknown',
    async (scene) => {
      await set(scene.db, `update event set kind = 'praised' where seq = 3`);
      await rehash(scene, 3);
    },
  ],
  [
    'what cannot have happened, hashed anew',
    'impossible',
    async (scene) => {
      await set(scene.db, `update event set kind = 'expired' where seq = ${await scene.seqOf('opened')}`);
      await rehash(scene, 3);
    },
  ],
  // Rows of proof.
  [
    'a document of somebody else',
    'row-changed',
    ({ db, people }) => set(db, `update document set person = '${people[2]}' where number = 1`),
  ],
  ['a document of another day', 'row-changed', ({ db }) => set(db, `update document set dated = '2026-01-01' where number = 1`)],
  [
    'a document less',
    'row-missing',
    async ({ db, documents }) => {
      await set(db, `delete from document_file where document = '${documents[5]}'`);
      await set(db, `delete from document where id = '${documents[5]}'`);
    },
  ],
  [
    'a document more',
    'row-stray',
    ({ db }) =>
      set(
        db,
        `insert into document select 900, 'd_900', 'key 900', kind, role, role_version, fingerprint, locale, jurisdiction, form, series, 7, dated, person, replaces, retention from document where number = 1`,
      ),
  ],
  [
    'a document more, of an event that has none',
    'row-stray',
    ({ db }) =>
      set(
        db,
        `insert into document select 2, 'd_900', 'key 900', kind, role, role_version, fingerprint, locale, jurisdiction, form, series, 7, dated, person, replaces, retention from document where number = 1`,
      ),
  ],
  ['a number twice', 'number-gap', async ({ db }) => set(db, `update document set number = 9 where number = 6`)],
  [
    'another file for a document',
    'row-changed',
    ({ db, documents }) => set(db, `update document_file set size = 1 where document = '${documents[0]}'`),
  ],
  [
    'another hash for a file of a document',
    'row-missing',
    ({ db, documents, files }) => set(db, `update document_file set sha256 = '${files[0]}' where document = '${documents[0]}'`),
  ],
  [
    'a word that nobody gave',
    'row-stray',
    ({ db, requests }) =>
      set(
        db,
        `insert into acknowledgement (event, request, outcome, how, locale, dated) values (2, '${requests[2]}', 'acknowledged', 'in-person', 'en', '2026-12-02')`,
      ),
  ],
  [
    'a word of another day',
    'row-changed',
    ({ db, requests }) => set(db, `update acknowledgement set dated = '2026-12-09' where request = '${requests[3]}'`),
  ],
  [
    'a word of another day, whose event was erased',
    'row-changed',
    ({ db, requests }) => set(db, `update acknowledgement set dated = '2026-12-09' where request = '${requests[0]}'`),
  ],
  [
    'a word less, whose event was erased',
    'row-changed',
    ({ db, requests }) => set(db, `delete from acknowledgement where request = '${requests[0]}'`),
  ],
  ['an approval for a refusal', 'row-changed', ({ db }) => set(db, `update approval set decision = 'returned'`)],
  ['a file that nothing names any more', 'row-missing', ({ db, files }) => set(db, `delete from blob where sha256 = '${files[3]}'`)],
  ['an anchor changed', 'row-changed', ({ db }) => set(db, `update anchor set hash = '${other('9')}'`)],
  ['an anchor less', 'row-missing', ({ db }) => set(db, 'delete from anchor')],
  ['an erasure less', 'payload-missing', ({ db }) => set(db, 'delete from erased_payload')],
  // Views and counters.
  [
    'a request that is done',
    'view-differs',
    ({ db, requests }) => set(db, `update request set state = 'acknowledged', open = 0 where id = '${requests[2]}'`),
  ],
  [
    'a request due later',
    'view-differs',
    ({ db, requests }) => set(db, `update request set due = '2027-12-31' where id = '${requests[2]}'`),
  ],
  ['a request less', 'view-missing', ({ db, requests }) => set(db, `delete from request where id = '${requests[2]}'`)],
  [
    'a request more',
    'view-stray',
    ({ db }) => set(db, `insert into request (id, last_event, state, open) values ('r_zz', 1, 'requested', 1)`),
  ],
  ['another name', 'view-differs', ({ db, people }) => set(db, `update person set data = '{}' where id = '${people[3]}'`)],
  ['a post in another department', 'view-differs', ({ db }) => set(db, `update holding set department = 'board'`)],
  [
    'a document that is void',
    'view-differs',
    ({ db, documents }) => set(db, `update document_state set state = 'voided' where id = '${documents[0]}'`),
  ],
  ['a proposal that waits', 'view-differs', ({ db }) => set(db, `update proposal set state = 'proposed'`)],
  ['a hold', 'view-differs', ({ db }) => set(db, 'update hold set held = 1')],
  ['a hold less', 'view-missing', ({ db }) => set(db, 'delete from hold')],
  ['a series moved back', 'series-differs', ({ db }) => set(db, 'update series set next = next - 2')],
  ['a series moved on', 'series-differs', ({ db }) => set(db, 'update series set next = next + 1')],
  ['a series less', 'series-differs', ({ db }) => set(db, 'delete from series')],
  ['a series more', 'series-differs', ({ db }) => set(db, `insert into series (id, next) values ('JD/2027', 2)`)],
  // Files.
  [
    'a file with one byte changed',
    'file-changed',
    async (scene) => {
      const bytes = readFileSync(pathOf(scene, 3));
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      writeFileSync(pathOf(scene, 3), bytes);
    },
  ],
  ['a file emptied', 'file-changed', async (scene) => writeFileSync(pathOf(scene, 3), '')],
  ['a file less', 'file-missing', async (scene) => rmSync(pathOf(scene, 3))],
  [
    'two files swapped',
    'file-changed',
    async (scene) => {
      const [one, two] = [readFileSync(pathOf(scene, 2)), readFileSync(pathOf(scene, 3))];
      writeFileSync(pathOf(scene, 2), two);
      writeFileSync(pathOf(scene, 3), one);
    },
  ],
  [
    'a file less, with a row that says it was erased',
    'row-stray',
    async (scene) => {
      rmSync(pathOf(scene, 3));
      await set(scene.db, `insert into erased_file (event, sha256) values (${await scene.seqOf('erased')}, '${scene.files[3]}')`);
    },
  ],
  ['a file that was erased put back', 'file-left', async ({ store }) => store.put(bytesOf('evidence 0'))],
];

onBothDatabases('tampering', ({ dialect, next, folder }) => {
  let made: Made;
  let target: Target;
  let anchors: readonly Anchor[];

  beforeAll(async () => {
    target = await next();
    made = await madeRegister(target);
    const { storage, people, files } = made;
    const early = await storage.read.head();
    const seqs = (await storage.read.eventsAbout(people[0] ?? '')).filter(({ kind }) => kind === 'acknowledged').map(({ seq }) => seq);
    await storage.transaction(async (tx) => {
      await tx.append([{ actor, kind: 'anchored', object: 'register', payload: { seq: early.seq, hash: early.hash, sink: 'mail' } }]);
      // The evidence of the first person, of which there is a file.
      await tx.erase({ actor, person: people[0] ?? '', class: 'evidence', seqs, files: [files[4] ?? ''] });
      await tx.append([
        { actor, kind: 'held', object: 'register', payload: { person: people[1] ?? '', reason: 'Another claim' } },
        { actor, kind: 'released', object: 'register', payload: { person: people[1] ?? '', reason: 'Settled too' } },
      ]);
    });
    anchors = [early, await storage.read.head()];
    expect(await verify(storage, { anchors, now })).toMatchObject({ whole: true, faults: [], anchoredTo: anchors[1]?.seq });
    await storage.close();
  }, 60_000);

  let db: Kysely<Tables>;
  beforeAll(async () => {
    db = connect(target, 'write');
    if (dialect === 'sqlite') await set(db, 'pragma foreign_keys = off');
  });
  afterAll(() => db.destroy());

  /** What is found after somebody was at it: in a transaction that is taken back. */
  async function found(tamper: (trx: Kysely<Tables>) => Promise<Files | void>): Promise<Verdict> {
    let verdict: Verdict | undefined;
    const undone = new Error('undone');
    const tried = db.transaction().execute(async (trx) => {
      const files = (await tamper(trx)) ?? made.storage.files;
      verdict = await verify({ snapshot: (work) => work(trx), files, dialect }, { anchors, now });
      throw undone;
    });
    await expect(tried).rejects.toBe(undone);
    return verdict as unknown as Verdict;
  }

  /** The same after a way, with a copy of the files. */
  const after = (tamper: (scene: Scene) => Promise<unknown>): Promise<Verdict> =>
    found(async (trx) => {
      const copied = join(folder(), 'files');
      cpSync(join(target.folder, 'files'), copied, { recursive: true });
      const store = openFiles(copied, () => 'part');
      const putBack = await takeGuardsOff(trx, dialect);
      const seqOf = async (kind: string): Promise<number> =>
        (await trx.selectFrom('event').select('seq').where('kind', '=', kind).orderBy('seq').executeTakeFirstOrThrow()).seq;
      const read = queriesOf(trx);
      const edge = madeEdge('tamperer', '2026-12-02T00:00:00.000Z');
      const add = async (drafts: readonly Draft[]): Promise<unknown> => append(trx, edge, await read.head(), drafts);
      await tamper({ ...made, db: trx, read, store, anchors, seqOf, append: add });
      await putBack();
      return store;
    });

  it('of nothing finds nothing', async () => {
    expect((await after(async () => undefined)).whole).toBe(true);
    // Nor of what the program does itself.
    const added = await after(({ append: add, people }) =>
      add([{ actor, kind: 'person-changed', object: people[0] ?? '', payload: { phone: '112' } }]),
    );
    expect(added).toMatchObject({ whole: true, events: (anchors[1]?.seq ?? 0) + 1 });
  });

  it.each(ways)('is found: %s (%s)', async (_, code, tamper) => {
    const { whole, counts } = await after(tamper);
    expect([...counts.keys()]).toContain(code);
    expect(whole).toBe(false);
  });

  it('is found where a guard is taken off, or does nothing', async () => {
    const off = await found(async (trx) => {
      await set(trx, dialect === 'sqlite' ? 'drop trigger event_no_update' : 'alter table event disable trigger event_no_update');
    });
    expect(off.faults).toEqual([{ code: 'guard-missing', of: 'event_no_update' }]);
    const idle = await found(async (trx) => {
      if (dialect === 'postgres')
        await set(trx, 'create or replace function register_refuses() returns trigger language plpgsql as $$ begin return new; end $$');
      else {
        await set(trx, 'drop trigger event_no_update');
        await set(trx, 'create trigger event_no_update before update on event begin select 1; end');
      }
    });
    expect([...idle.counts.keys()]).toEqual(['guard-missing']);
  });

  it('has more than thirty ways', () => expect(ways.length).toBeGreaterThan(30));
});

/** Lets everything be changed in a transaction; gives what makes it look as if nothing had been. */
async function takeGuardsOff(db: Kysely<Tables>, dialect: Dialect): Promise<() => Promise<void>> {
  if (dialect === 'postgres') {
    // As its owner may.
    await set(db, 'set local session_replication_role = replica');
    return async () => {
      await set(db, 'set local session_replication_role = origin');
    };
  }
  const { rows } = await sql<{ name: string; sql: string }>`select name, sql from sqlite_master where type = 'trigger'`.execute(db);
  for (const { name } of rows) await set(db, `drop trigger ${name}`);
  return async () => {
    for (const { sql: text } of rows) await set(db, text);
  };
}
