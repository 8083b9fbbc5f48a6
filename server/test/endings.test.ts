/**
 * How papers, requests and data end, through the command line on both databases: what is voided, taken back and expired, what a hold keeps,
 * and that of somebody who was erased no name is left but where the terms of others keep it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { onBothDatabases } from './databases.js';
import { traces } from './traces.js';
import { sheetScan, visiting } from './visit.js';
import type { Visiting } from './visit.js';
import { fully } from './programs.js';

const root = new URL('../..', import.meta.url).pathname;
const organisation = `schema: 2
name: Northwind
place: Hull
jurisdiction: gb
languages: [en]
departments:
  - { id: sales, name: sales }
`;
const list = (...rows: readonly string[]): string => ['Name,Gender,Personnel number,Job title,Department', ...rows, ''].join('\n');
const anna = 'Anna Smith,f,1001,sales-manager,sales';
const john = 'John Brown,m,1002,sales-manager,sales';
const zeph = 'Zephyrine Quillfeather,f,1003,sales-manager,sales';

interface Status {
  readonly totals: Readonly<Record<string, number>>;
  readonly rows: readonly { readonly number: string; readonly standing: string; readonly documentNumber: string }[];
}
interface Erasing {
  readonly person: string;
  readonly mayGoOn: string | null;
  readonly held: boolean;
  readonly events: number;
  readonly files: number;
  readonly decisions: {
    readonly kept: readonly { readonly role: string; readonly sort: string; readonly why: string }[];
    readonly withOthers: number;
  };
  readonly diagnostics: readonly { readonly code: string }[];
}

onBothDatabases('what ends', ({ next, dialect, folder }) => {
  const made: Visiting[] = [];
  afterAll(() => {
    for (const one of made) rmSync(one.folder, { recursive: true, force: true });
  });
  const address = async (hr: Visiting): Promise<void> => {
    const { postgres } = await next();
    if (postgres !== undefined) hr.environment['DATABASE_URL'] = postgres;
  };
  async function opened(...people: readonly string[]): Promise<Visiting> {
    const hr = visiting();
    made.push(hr);
    await address(hr);
    hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
    hr.write('organisation.yaml', organisation);
    hr.write('people.csv', list(...people));
    hr.write('roles/sales-manager.yaml', readFileSync(join(root, 'roles/sales-manager.yaml')));
    await hr.data('init');
    await hr.data('people people.csv --on 2026-11-02');
    await hr.data('issue --all --format pdf --on 2026-12-01');
    return hr;
  }
  const status = (hr: Visiting): Promise<Status> => hr.data<Status>('status');
  const whole = async (hr: Visiting, more = ''): Promise<void> => {
    expect(await hr.data(`verify ${more}`)).toMatchObject({ whole: true, faults: [] });
  };

  fully('voids a paper by two where that is asked, takes its requests back, and never gives its number again', async () => {
    const hr = await opened(anna, john);
    await hr.data('request --all --due 2026-12-08');
    await hr.data('acknowledge 1001');
    await hr.data('rules --void-by-two yes');
    expect((await hr.run('void 1 --reason "Wrong employer" --yes')).err).toContain('second-missing');
    expect((await hr.run('void 1 --reason "Wrong employer" --yes --second "helen  carter"')).err).toContain('same-person');
    expect((await status(hr)).totals).toMatchObject({ requested: 1, current: 1 });
    await hr.data('void 1 --reason "Wrong employer" --yes --second "Peter Hall" --new-actor');
    expect((await hr.run('void 1 --reason again --second "Peter Hall" --new-actor')).err).toContain('final');
    // Nothing is in force, so nobody stands anywhere; the request that waited is closed.
    expect((await status(hr)).rows).toEqual([]);
    expect((await hr.run('acknowledge 1002')).err).toContain('final');
    const { documents } = await hr.data<{ documents: { number: string; outcome: string }[] }>('issue --all --format pdf --on 2026-12-02');
    expect(documents).toMatchObject([{ number: '2', outcome: 'issued' }]);
    expect((await hr.data<{ documents: { shown: string; state: string }[] }>('documents')).documents).toMatchObject([
      { shown: '1', state: 'voided' },
      { shown: '2', state: 'issued' },
    ]);
    // What was acknowledged of a void paper does not count, though the words are the same.
    expect((await status(hr)).totals).toMatchObject({ toDo: 2, current: 0 });
    const { rows } = await hr.data<{ rows: { outcome: { sort: string }; since: string | null }[] }>('journal --format xlsx');
    expect(rows.map(({ outcome, since }) => [outcome.sort, since]).sort()).toEqual([
      ['cancelled', 'voided'],
      ['in-person', 'voided'],
    ]);
    await whole(hr);
  });

  fully('takes a request back and lets what is overdue expire, and asks anew after either', async () => {
    const hr = await opened(anna, john);
    expect((await hr.run('expire')).code).toBe(2);
    expect((await hr.run('cancel 1001 --reason x')).err).toContain('register-no-request');
    await hr.data('request --all --due 2026-12-08');
    await hr.data('cancel 1001 --reason "Asked too early"');
    expect((await hr.run('cancel 1001 --reason twice')).err).toContain('final');
    expect((await status(hr)).totals).toMatchObject({ toDo: 1, requested: 1, overdue: 0 });
    // Not before the last day has passed.
    hr.day('2026-12-08');
    expect(await hr.data('expire --all')).toMatchObject({ expired: 0 });
    hr.day('2026-12-09');
    expect((await status(hr)).totals).toMatchObject({ requested: 1, overdue: 2 });
    expect(await hr.data('expire --all')).toMatchObject({ expired: 1 });
    expect(await hr.data('expire --all')).toMatchObject({ expired: 0 });
    expect((await hr.run('acknowledge 1002')).err).toContain('final');
    expect((await status(hr)).totals).toMatchObject({ toDo: 2, requested: 0 });
    expect((await hr.data<{ requests: unknown[] }>('request --all')).requests).toHaveLength(2);
    await hr.data('acknowledge 1002');
    const { rows } = await hr.data<{ rows: { outcome: { sort: string } | null }[] }>('journal --format xlsx');
    expect(rows.map(({ outcome }) => outcome?.sort)).toEqual(expect.arrayContaining(['cancelled', 'expired', 'in-person', undefined]));
    await whole(hr);
  });

  fully('erases nothing while a hold stands, and erases again what a back-up brings back', async () => {
    const hr = await opened(anna, john);
    const outside = folder();
    const at = (name: string): string => join('..', '..', outside, name);
    await hr.data('request --all');
    await hr.data('acknowledge 1002 --identified-by "passport"');
    expect((await hr.run('release 1002 --reason x')).err).toContain('not-held');
    await hr.data('hold 1002 --reason "Brown against Northwind"');
    await hr.data('leave 1002 --on 2026-12-31');
    hr.day('2033-01-02');
    expect((await hr.run('erase 1002')).err).toContain('on-hold');
    expect(await hr.data<Erasing>('erase 1002 --dry-run')).toMatchObject({ held: true, mayGoOn: '2033-01-01' });
    await hr.data('release 1002 --reason "Settled with Brown"');
    await hr.data(`anchor --to ${at('anchors.txt')}`);
    await hr.data(`backup ${at('backup')}`);
    const { person, events } = await hr.data<Erasing>(`erase 1002 --log ${at('erased.txt')}`);
    expect(events).toBeGreaterThan(5);
    await whole(hr, `--anchors ${at('anchors.txt')}`);

    // The disk breaks; the back-up is from before.
    renameSync(join(hr.folder, 'register'), join(outside, 'broken'));
    await address(hr);
    expect((await hr.run(`restore ${at('backup')} --erasures ${at('nothing.txt')}`)).err).toContain('file-missing');
    writeFileSync(join(outside, 'strange.txt'), 'who was it\n');
    expect((await hr.run(`restore ${at('backup')} --erasures ${at('strange.txt')}`)).err).toContain('register-anchor-lines');
    await hr.data(`restore ${at('backup')} --erasures ${at('erased.txt')}`);
    await whole(hr, `--anchors ${at('anchors.txt')}`);
    const { people } = await hr.data<{ people: { id: string; number: string | null }[] }>('people');
    expect(people.find(({ id }) => id === person)).toMatchObject({ number: null });
    expect(traces(hr, /brown/i)).toEqual([]);
    // A hold whose reason was erased holds nobody, and another can be placed.
    expect(await hr.data('hold 1001 --reason "A claim"')).toMatchObject({ held: true });
    await whole(hr);
  });

  fully('leaves no name of somebody who was erased, but where papers of others rest on it', async () => {
    const hr = await opened(anna, john, zeph);
    const name = /quillfeather|zephyrine/i;
    const outside = folder();
    const anchors = join('..', '..', outside, 'anchors.txt');
    await hr.data('request --all');
    // She signs, and asks something of the court.
    await hr.data('acknowledge 1003 --identified-by "passport of Z. Quillfeather"');
    await hr.data('hold 1003 --reason "Ms Quillfeather’s claim"');
    await hr.data('release 1003 --reason "Quillfeather v Northwind is settled"');
    // She proposes, which is returned and comes to nothing …
    const role = readFileSync(join(hr.folder, 'roles/sales-manager.yaml'), 'utf8');
    const changed = (year: string): string =>
      role.replace(/(?<=^duties:\n)[^]*?(?=^ +- id: first-contact)/m, (duty) => duty.replace(/^( +(?:ru|en|nl): )/gm, `$1(${year}) `));
    hr.write('drafts/sales-manager.yaml', changed('2027'));
    const first = await hr.data<{ seen: string }>(
      'propose sales-manager drafts/sales-manager.yaml --summary "For Zephyrine"',
      'Zephyrine Quillfeather',
    );
    await hr.data(`return sales-manager --seen ${first.seen} --comment "Ms Quillfeather, see me"`, 'Peter Hall');
    // … she approves what another proposes, on which papers rest …
    hr.write('drafts/sales-manager.yaml', changed('2028'));
    const second = await hr.data<{ seen: string }>('propose sales-manager drafts/sales-manager.yaml --summary "Other words"', 'Peter Hall');
    await hr.data(`approve sales-manager --seen ${second.seen}`, 'Zephyrine Quillfeather');
    await hr.data('issue --all --request --format pdf --on 2026-12-02');
    hr.day('2026-12-02');
    // … and she scans what John has signed.
    const [sheet] = (await hr.data<{ sheets: { code: string }[] }>('paper 1002')).sheets;
    hr.write(`${sheet?.code ?? ''}.pdf`, sheetScan('signed by John'));
    await hr.data(`scan ${sheet?.code ?? ''}.pdf`, 'Zephyrine Quillfeather');
    await hr.data('check 1002', 'Peter Hall');
    await hr.data('acknowledge 1001');
    await hr.data(`anchor --to ${anchors}`);
    expect(traces(hr, name).length).toBeGreaterThan(0);

    await hr.data('leave 1003 --on 2026-12-31');
    hr.day('2033-01-02');
    const erased = await hr.data<Erasing>('erase 1003');
    expect(erased.decisions).toMatchObject({ kept: [{ role: 'sales-manager', sort: 'proposal', why: 'papers' }], withOthers: 1 });
    await whole(hr, `--anchors ${anchors}`);
    // What is left are the approval and the scan of John’s sheet, and nothing else.
    const left = await saying(hr, name);
    expect(left).toEqual(['approved', 'scanned']);

    // The others leave too, and the role gets other words: nothing rests on what she approved any more.
    hr.write('roles/sales-manager.yaml', changed('2029'));
    for (const number of ['1001', '1002']) await hr.data(`leave ${number} --on 2033-01-31`);
    hr.day('2039-02-01');
    await hr.data('void 2 --yes --reason "Nobody works here any more"');
    for (const number of ['1001', '1002']) await hr.data(`erase ${number}`);
    expect(await saying(hr, name)).toEqual(['approved']);
    // Nobody knows her name any more but whoever asks.
    expect(await hr.data<Erasing>(`erase ${erased.person} --dry-run`)).toMatchObject({ events: 0 });
    expect(await hr.data<Erasing>(`erase ${erased.person} --name "zephyrine quillfeather"`)).toMatchObject({
      events: 1,
      decisions: { kept: [], withOthers: 0 },
    });
    await whole(hr, `--anchors ${anchors}`);
    expect(traces(hr, name)).toEqual([]);
    expect(traces(hr, /John Brown|"Brown"|Anna Smith|"Smith"/)).toEqual([]);
  });

  /** The kinds of events whose words have a name. */
  async function saying(hr: Visiting, name: RegExp): Promise<string[]> {
    const { openStorage } = await import('../src/storage/storage.js');
    const { madeEdge } = await import('./made-register.js');
    const postgres = hr.environment['DATABASE_URL'];
    const storage = await openStorage({ folder: join(hr.folder, 'register'), ...(postgres !== undefined && { postgres }) }, madeEdge());
    try {
      return (await storage.read.eventsSaying((json) => name.test(json))).map(({ kind }) => kind);
    } finally {
      await storage.close();
    }
  }

  fully('sweeps away what killed writers have left, and tells of copies that still have what was erased', async () => {
    const hr = await opened(anna, john);
    const files = join(hr.folder, 'register/files');
    const part = (name: string, age: number): string => {
      const path = join(files, `${name}.part`);
      mkdirSync(files, { recursive: true });
      writeFileSync(path, 'half a file');
      utimesSync(path, new Date(`2026-12-0${age}T00:00:00Z`), new Date(`2026-12-0${age}T00:00:00Z`));
      return path;
    };
    const [old, young] = [part('old', 1), part('young', 2)];
    hr.day('2026-12-02');
    utimesSync(young, new Date('2026-12-02T07:59:00Z'), new Date('2026-12-02T07:59:00Z'));
    mkdirSync(join(hr.folder, 'register/before-004-sheet-codes'));
    await hr.data(`anchor --to ${join('..', '..', folder(), 'anchors.txt')}`);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
    await hr.data('leave 1002 --on 2026-12-02');
    hr.day('2026-12-03');
    const { diagnostics } = await hr.data<Erasing>('erase 1002');
    expect(diagnostics.map(({ code }) => code)).toEqual(['register-older-copy']);
    expect(existsSync(young)).toBe(false);
    expect(dialect === 'sqlite' ? traces(hr, /Brown/) : []).toEqual([]);
    await whole(hr);
  });
});
