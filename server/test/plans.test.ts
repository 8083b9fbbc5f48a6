/** What screens ask of a register is found by indexes, however many events there are: no query but the totals reads all rows of a large table. */
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sqliteDialect } from '../src/storage/sqlite.js';
import { databaseFile } from '../src/storage/open.js';
import { queriesOf } from '../src/storage/queries.js';
import type { Queries } from '../src/storage/queries.js';
import type { Storage } from '../src/storage/storage.js';
import type { Tables } from '../src/storage/tables.js';
import { onBothDatabases } from './databases.js';
import { madeRegister, numbered } from './made-register.js';

onBothDatabases('queries', ({ next, dialect }) => {
  let storage: Storage;
  let looked: Kysely<Tables> | undefined;
  const asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
  beforeAll(async () => {
    const target = await next();
    ({ storage } = await madeRegister(target, 12));
    if (dialect === 'sqlite')
      looked = new Kysely<Tables>({
        dialect: sqliteDialect(databaseFile(target), 'read'),
        log: ({ query }) => void asked.push({ sql: query.sql, parameters: query.parameters }),
      });
  });
  afterAll(async () => {
    await looked?.destroy();
    await storage.close();
  });

  const questions: Readonly<Record<string, (read: Queries) => Promise<unknown>>> = {
    'the events of somebody': (read) => read.eventsAbout('p_1'),
    'the holds on somebody’s data': (read) => read.holdsOn('p_1'),
    'whether somebody acted before names were kept': (read) => read.hasActed('a_1', 3),
    'a page of people': (read) => read.people({ after: 'p_1', limit: 50 }),
    'what people were asked': (read) => read.askings(['p_1', 'p_2']),
    'what is overdue': (read) => read.overdue('2026-12-15', { limit: 50 }),
    'papers that concern somebody': (read) => read.documents({ limit: 50, concerning: 'p_1' }),
    'the papers in force of a few roles, and the first of each': async (read) => [
      await read.documentsInForce({ roles: ['one', 'two'] }),
      await read.documentsInForce({ kind: 'job-description' }),
      await read.firstDated(['job-description/one/-', 'job-description/two/-']),
    ],
    'the papers and requests of somebody': async (read) => [await read.documentsOf('p_1'), await read.requestsOf({ person: 'p_1' })],
    'the requests for a paper': (read) => read.requestsOf({ document: 'd_1' }),
    'a paper by its number, its key or a file': async (read) => [
      await read.documentByNumber('one', 1),
      await read.documentByKey('one'),
      await read.documentWithFile('a'.repeat(64)),
    ],
    'a request by the code of its sheet': (read) => read.requestsByCode('K7Q2-M4XT'),
  };

  it.skipIf(dialect !== 'sqlite').each(Object.keys(questions))('find %s without reading a table', async (name) => {
    if (!looked) throw new Error('not open');
    asked.length = 0;
    await questions[name]?.(queriesOf(looked));
    expect(asked.length).toBeGreaterThan(0);
    for (const { sql: text, parameters } of [...asked]) {
      const plan = sql<{ detail: string }>`explain query plan ${sql.raw(text.replaceAll(/\?/g, () => 'null'))}`;
      expect(parameters.length).toBe(text.split('?').length - 1);
      const { rows } = await plan.execute(looked);
      expect([
        text,
        rows.map(({ detail }) => detail).filter((detail) => /^SCAN (?!LIST|constant|wanted|\d+ CONSTANT ROW)/.test(detail)),
      ]).toEqual([text, []]);
    }
  });

  it('tell of papers in force alone, of the first of each, and how far numbers have come', async () => {
    const { read } = storage;
    const all = await read.documents({ limit: 1000 });
    const inForce = all.filter(({ state }) => state === 'issued');
    expect(inForce.length).toBeGreaterThan(1);
    expect(await read.documentsInForce()).toEqual(inForce);
    const [one] = inForce;
    expect(await read.documentsInForce({ roles: [one?.role ?? '', 'nobody’s'], kind: one?.kind })).toEqual(
      inForce.filter(({ role, kind }) => role === one?.role && kind === one.kind),
    );
    expect(await read.documentsInForce({ roles: ['nobody’s'] })).toEqual([]);
    const series = new Set(all.map((of) => of.series));
    expect(await read.highestNumbers()).toEqual(
      new Map([...series].map((of) => [of, Math.max(...all.filter((document) => document.series === of).map(({ number }) => number))])),
    );
  });

  it('tell the day of the first paper of each that was issued, whatever was numbered before it and lies beside it', async () => {
    const paper = 'job-description/sales-manager/export';
    const file = { format: 'pdf', sha256: await storage.files.put(new TextEncoder().encode('paper')), size: 5 } as const;
    const issued = async (key: string, dated: string, isIssued = true): Promise<void> => {
      await storage.transaction(async (tx) => {
        const object = tx.newId('document');
        const draft = numbered(object, 'p_1', await tx.nextNumber('JD/2026'));
        await tx.append([{ ...draft, payload: { ...draft.payload, key, dated } } as typeof draft]);
        if (isIssued) await tx.append([{ actor: draft.actor, kind: 'issued', object, payload: { files: [file] } }]);
      });
    };
    await issued(`${paper}-2/nl/brief/f/1`, '2026-01-01');
    await issued(`${paper}/nl/brief/f/1`, '2026-02-01', false);
    await issued(`${paper}/nl/brief/f/2`, '2026-04-01');
    await issued(`${paper}/en/brief/f/3`, '2026-03-01');
    expect(await storage.read.firstDated([paper, 'job-description/sales-manager', 'no/such/paper', `${paper}-2`])).toEqual(
      new Map([
        [paper, '2026-04-01'],
        ['job-description/sales-manager', '2026-01-01'],
        [`${paper}-2`, '2026-01-01'],
      ]),
    );
    expect(await storage.read.firstDated([])).toEqual(new Map());
  });

  it('count what is in a state, and what of it is late, in one index', async () => {
    const totals = await storage.read.requestTotals('2026-12-15');
    const all = await storage.look((db) => db.selectFrom('request').select(['state', 'open', 'due']).execute());
    expect(totals).toEqual(
      [...new Set(all.map(({ state }) => state))].sort().map((state) => ({
        state,
        count: all.filter((one) => one.state === state).length,
        overdue: all.filter((one) => one.state === state && one.open === 1 && one.due !== null && one.due < '2026-12-15').length,
      })),
    );
    expect(totals.length).toBeGreaterThan(1);
    expect(totals.some(({ overdue }) => overdue > 0)).toBe(true);
    if (!looked) return;
    const { rows } = await sql<{ detail: string }>`explain query plan
      select state, count(*), count(case when open = 1 and due < '2026' then 1 end) from request group by state order by state`.execute(
      looked,
    );
    expect(rows.map(({ detail }) => detail)).toEqual(['SCAN request USING COVERING INDEX request_of_state']);
  });
});
