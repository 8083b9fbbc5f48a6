/** Back-ups while others write, and what comes of them: rehearsed from either database into either. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { erasureLine, readErasures } from '../src/storage/erasure-log.js';
import { restore } from '../src/storage/restore.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import { verify } from '../src/verify/verify.js';
import { onBothDatabases, postgresServer } from './databases.js';
import { actor, bytesOf, madeEdge, madeRegister, numbered } from './made-register.js';
import { fully, triesPostgres } from './programs.js';

const now = new Date('2027-12-31T00:00:00.000Z');
const afterwards = () => madeEdge('restored', '2027-02-01T00:00:00.000Z');

/** Everything that can be asked, but what is said of restoring. */
const contents = async (storage: Storage, until: number): Promise<unknown> => ({
  events: (await storage.read.eventsAfter(0, 10_000)).filter(({ seq }) => seq <= until),
  people: await storage.read.people({ limit: 100 }),
  documents: await storage.read.documents({ limit: 100 }),
  totals: await storage.read.requestTotals('2027-01-01'),
});

onBothDatabases('a back-up', ({ next, folder, dialect }) => {
  const into = dialect === 'sqlite' || triesPostgres ? (['sqlite', 'postgres'] as const) : [];

  it.each(into)('is restored into %s as it was, and goes on', async (other) => {
    const { storage, people } = await madeRegister(await next());
    const anchor = await storage.read.head();
    const place = join(folder(), 'backup');
    const note = await storage.backUp(place);
    expect(note).toMatchObject({ from: dialect, head: anchor, files: 11, lacking: [] });
    const before = await contents(storage, anchor.seq);
    await storage.close();

    const target = {
      folder: join(folder(), 'again'),
      ...(other === 'postgres' && { postgres: await (await postgresServer()).database() }),
    };
    const restored = await restore(place, target, afterwards(), { actor, erasures: [] });
    expect(await contents(restored, anchor.seq)).toEqual(before);
    expect((await restored.read.eventsAfter(anchor.seq, 10)).map(({ kind, payload }) => ({ kind, payload }))).toEqual([
      { kind: 'restored', payload: { from: `${anchor.seq} ${anchor.hash}` } },
    ]);
    const number = await restored.transaction(async (tx) => {
      const next = await tx.nextNumber('JD/2026');
      await tx.append([numbered(tx.newId('document'), people[0] ?? '', next)]);
      return next;
    });
    expect(number).toBe(7);
    expect(await verify(restored, { anchors: [anchor], now })).toMatchObject({ whole: true, faults: [], files: 11 });
    await restored.close();
  });

  fully('is of one moment, while others go on writing', async () => {
    const target = await next();
    const { storage } = await madeRegister(target, 2);
    const writer = await openStorage(target, madeEdge('writer', '2026-12-05T00:00:00.000Z'));
    let over = false;
    let written = 0;
    const writing = (async () => {
      while (!over) {
        const file = await writer.files.put(bytesOf(`written ${written}`));
        await writer.transaction(async (tx) => {
          const id = tx.newId('document');
          await tx.append([
            numbered(id, 'p_1', await tx.nextNumber('B'), 'B'),
            { actor, kind: 'issued', object: id, payload: { files: [{ format: 'pdf', sha256: file, size: 9 }] } },
          ]);
        });
        written += 1;
      }
    })();
    const notes = [];
    for (let at = 0; at < 3; at += 1) {
      const place = join(folder(), 'backup');
      notes.push({ place, note: await storage.backUp(place) });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    over = true;
    await writing;
    expect(written).toBeGreaterThan(0);
    const last = await storage.read.head();
    expect(notes.at(-1)?.note.head.seq).toBeGreaterThan(notes[0]?.note.head.seq ?? 0);
    for (const { place, note } of notes) {
      expect(note.lacking).toEqual([]);
      const restored = await restore(place, { folder: join(folder(), 'again') }, afterwards(), { actor, erasures: [] });
      expect(await verify(restored, { anchors: [note.head], now })).toMatchObject({ whole: true, faults: [] });
      // What came after it is missing, of which an anchor tells.
      if (last.seq > note.head.seq)
        expect([...(await verify(restored, { anchors: [last], now })).counts.keys()].join()).toBe('anchor-restored');
      await restored.close();
    }
    await writer.close();
    await storage.close();
  });

  fully('has again what was erased since, until it is erased again from what was kept outside', async () => {
    const { storage, people, files } = await madeRegister(await next());
    const [person = ''] = people;
    const place = join(folder(), 'backup');
    await storage.backUp(place);
    const { seq: from } = await storage.read.head();
    const events = (await storage.read.eventsAbout(person)).filter(({ kind }) => ['person-known', 'acknowledged'].includes(kind));
    const [evidence = ''] = files.slice(4);
    // Something that the back-up knows nothing of is erased as well.
    const [changed] = await storage.transaction((tx) =>
      tx.append([{ actor, kind: 'person-changed', object: person, payload: { phone: '112' } }]),
    );
    await storage.transaction((tx) =>
      tx.erase({ actor, person, class: 'evidence', seqs: [...events.map(({ seq }) => seq), changed?.seq ?? 0], files: [evidence] }),
    );
    const lines = (await storage.read.erasuresAfter(from)).map(erasureLine).join('\n');
    await storage.close();

    const { erasures, strange } = readErasures(`# kept with the anchors\n${lines}\n\nwhat is this\n`);
    expect(strange).toEqual([4]);
    const restored = await restore(place, { folder: join(folder(), 'again') }, afterwards(), { actor, erasures });
    expect(await restored.read.person(person)).toMatchObject({ data: null });
    expect((await restored.read.eventsAbout(person)).filter(({ payload }) => payload === null)).toHaveLength(2);
    await expect(restored.files.read(evidence)).rejects.toMatchObject({ code: 'file-missing' });
    expect(await verify(restored, { anchors: [], now })).toMatchObject({ whole: true, faults: [] });
    // Erased again by the same lines, after the register went on with the same numbers for other events: nothing of those goes.
    await restored.transaction((tx) =>
      tx.append(['1', '2', '3'].map((phone) => ({ actor, kind: 'person-changed', object: people[2] ?? '', payload: { phone } }) as const)),
    );
    const second = join(folder(), 'backup');
    await restored.backUp(second);
    await restored.close();
    const twice = await restore(second, { folder: join(folder(), 'twice') }, afterwards(), { actor, erasures });
    expect(await twice.read.person(people[2] ?? '')).toMatchObject({ data: expect.stringContaining('"phone":"3"') as string });
    await twice.close();
  });

  it('is refused where it is not whole, or something stands in its place', async () => {
    const target = await next();
    const { storage } = await madeRegister(target, 1);
    const place = join(folder(), 'backup');
    await storage.backUp(place);
    await expect(storage.backUp(place)).rejects.toMatchObject({ code: 'register-exists' });
    await storage.close();
    const put = { actor, erasures: [] };
    await expect(restore(place, target, afterwards(), put)).rejects.toMatchObject({ code: 'register-exists' });
    if (target.postgres !== undefined)
      await expect(restore(place, { ...target, folder: join(folder(), 'empty') }, afterwards(), put)).rejects.toMatchObject({
        code: 'register-exists',
      });
    const empty = { folder: join(folder(), 'again') };
    await expect(restore(folder(), empty, afterwards(), put)).rejects.toMatchObject({ code: 'backup-unusable' });
    writeFileSync(join(place, 'register.db'), 'cut', { flag: 'a' });
    await expect(restore(place, empty, afterwards(), put)).rejects.toMatchObject({
      code: 'backup-unusable',
      args: { reason: 'register.db' },
    });
    expect(existsSync(join(empty.folder, 'register.db'))).toBe(false);
  });

  it('says which files it could not have, and the restored register that they are missing', async () => {
    const { storage, files } = await madeRegister(await next(), 1);
    const [lost = ''] = files;
    rmSync(storage.files.pathOf(lost));
    const place = join(folder(), 'backup');
    expect(await storage.backUp(place)).toMatchObject({ lacking: [lost], files: 4 });
    await storage.close();
    const restored = await restore(place, { folder: join(folder(), 'again') }, afterwards(), { actor, erasures: [] });
    expect((await verify(restored, { anchors: [], now })).faults).toEqual([{ code: 'file-missing', of: lost }]);
    expect(readdirSync(join(place, 'files'), { recursive: true }).some((name) => String(name).endsWith('.part'))).toBe(false);
    await restored.close();
  });
});
