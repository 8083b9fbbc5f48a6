/**
 * A year of HR in one walk: people of six departments, their papers, what they answer, a changed role, the journal, one person’s data, a
 * back-up and the day on which it is needed. Ten people; three hundred with FULL=1, in PostgreSQL too.
 */
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect } from 'vitest';
// @ts-expect-error A script of a bench, without types.
import { staffList } from '../../bench/batch/people.mjs';
import { databaseFile } from '../src/storage/open.js';
import { onBothDatabases } from './databases.js';
import { fully, isFull } from './programs.js';
import { sheetScan, visiting } from './visit.js';
import type { Visiting } from './visit.js';

const root = new URL('../..', import.meta.url).pathname;

interface StatusRow {
  readonly person: string;
  readonly number: string;
  readonly department: string;
  readonly role: string;
  readonly document: string;
  readonly documentNumber: string;
  readonly standing: string;
  readonly overdue: boolean;
  readonly daysLate: number;
  readonly request: string | null;
}
interface Status {
  readonly totals: Readonly<Record<'toDo' | 'requested' | 'current' | 'expired' | 'outdated' | 'overdue', number>>;
  readonly rows: readonly StatusRow[];
}
interface IssuedDocuments {
  readonly documents: readonly {
    readonly outcome: string;
    readonly id: string;
    readonly role: string;
    readonly number: string;
    readonly locale: string;
  }[];
}
interface Changed {
  readonly papers: readonly { readonly role: string; readonly department: string | null; readonly before: string | null }[];
  readonly people: readonly { readonly number: string; readonly sign: string; readonly why: string }[];
}

onBothDatabases('a walk through a year', ({ next, folder: newFolder, dialect }) => {
  let hr: Visiting;
  const count = isFull ? 300 : 10;
  const outside = newFolder();
  const address = async (): Promise<void> => {
    const target = await next();
    if (target.postgres !== undefined) hr.environment['DATABASE_URL'] = target.postgres;
  };
  const status = (line = ''): Promise<Status> => hr.data<Status>(`status ${line}`);

  beforeAll(async () => {
    hr = visiting();
    await address();
    hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\nlanguages: [nl, en, ru]\n');
    cpSync(join(root, 'bench/batch/organisation.yaml'), join(hr.folder, 'organisation.yaml'));
    cpSync(join(root, 'bench/batch/overlays'), join(hr.folder, 'overlays'), { recursive: true });
    hr.write('roles/customer-service-manager.yaml', readFileSync(join(root, 'roles/customer-service-manager.yaml')));
    hr.write('people.csv', (staffList as (count: number) => { text: string })(count).text);
  });
  afterAll(() => rmSync(hr.folder, { recursive: true, force: true }));

  fully('begins, and keeps people out of git', async () => {
    hr.write('.gitignore', 'node_modules/\n/out/');
    expect((await hr.run('status')).err).toMatch(/There is no register/);
    await hr.data('init');
    const ignored = readFileSync(join(hr.folder, '.gitignore'), 'utf8').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['node_modules/', '/out/', '/register/', '*.csv', '*.xlsx', 'person.yaml', '/persons/']),
    );
    expect(ignored.filter((line) => line === '/out/')).toHaveLength(1);
    expect(await hr.data('init')).toMatchObject({ begun: false });
    expect(readFileSync(join(hr.folder, '.gitignore'), 'utf8').split('\n')).toEqual(ignored);
  });

  fully('takes everybody over once, whatever the list is read twice for', async () => {
    expect(await hr.data<{ known: string[] }>('people people.csv')).toMatchObject({ unchanged: 0, doubtful: 0 });
    expect(await hr.data<{ known: string[] }>('people people.csv')).toMatchObject({
      known: [],
      moved: [],
      changed: [],
      unchanged: count,
    });
    expect((await hr.data<{ people: unknown[] }>('people')).people).toHaveLength(count);
  });

  fully('issues each paper once, and asks everybody', async () => {
    const { documents } = await hr.data<IssuedDocuments>('issue --all --format pdf --on 2026-12-01');
    expect(new Set(documents.map(({ outcome }) => outcome))).toEqual(new Set(['issued']));
    // Every number once, from 1 on.
    expect(documents.map(({ number }) => Number(number)).sort((a, b) => a - b)).toEqual(documents.map((_, at) => at + 1));
    const again = await hr.data<IssuedDocuments>('issue --all --format pdf --on 2026-12-02');
    expect(new Set(again.documents.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(again.documents.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));

    expect((await status()).totals).toMatchObject({ toDo: count, requested: 0 });
    const { requests } = await hr.data<{ requests: unknown[] }>('request --all --due 2026-12-08');
    expect(requests).toHaveLength(count);
    expect((await status()).totals).toMatchObject({ toDo: 0, requested: count, overdue: 0 });
    expect((await hr.data<{ requests: unknown[] }>('request --all')).requests).toEqual([]);
  });

  fully('hears answers in person, on paper with a second look, and refusals', async () => {
    const numbers = (await status()).rows.map(({ number }) => number);
    const [refuser = '', signer = '', late = '', ...others] = numbers;
    for (const number of others) await hr.data(`acknowledge ${number}`);
    const twice = await hr.run(`acknowledge ${others[0] ?? ''}`);
    expect([twice.code, twice.err.includes('final')]).toEqual([1, true]);

    expect(await hr.data<{ act: string | null }>(`refuse ${refuser} --reason "Not my work"`)).toMatchObject({ act: '1' });
    const [sheet] = (await hr.data<{ sheets: { code: string; file: string }[] }>(`paper ${signer}`)).sheets;
    expect(readFileSync(join(hr.folder, sheet?.file ?? ''), 'latin1').startsWith('%PDF-')).toBe(true);
    hr.write(`${sheet?.code ?? ''}.pdf`, sheetScan('a signed sheet'));
    hr.write('scan.txt', 'no scan');
    expect((await hr.run('scan scan.txt')).err).toContain('PDF, PNG or JPEG');
    expect((await hr.run(`scan ${sheet?.code ?? ''}.pdf ${late}`)).code).toBe(1);
    await hr.data(`scan ${sheet?.code ?? ''}.pdf`);
    expect((await hr.run(`check ${signer}`)).err).toContain('own-scan');
    await hr.data(`check ${signer} --reject "Not signed"`, 'Peter Hall');
    await hr.data(`scan ${sheet?.code ?? ''}.pdf ${signer}`);
    await hr.data(`check ${signer} --on 2026-12-01`, 'Peter Hall');

    hr.day('2026-12-10');
    const { totals, rows } = await status();
    expect(totals).toEqual({
      toDo: 0,
      toCome: 0,
      requested: 1,
      current: count - 2,
      refused: 1,
      noPaper: 0,
      expired: 0,
      outdated: 0,
      overdue: 1,
    });
    expect(rows.filter(({ overdue }) => overdue)).toMatchObject([{ number: late, standing: 'requested', daysLate: 2 }]);
    expect((await status('--overdue')).rows).toHaveLength(1);
  });

  fully('tells who signs again when a role changes, and who need not', async () => {
    const before = await hr.data<Changed>('changes');
    expect(before.papers).toEqual([]);
    const file = join(hr.folder, 'roles/customer-service-manager.yaml');
    const text = readFileSync(file, 'utf8');
    // No reader of the paper sees it.
    writeFileSync(file, `# Looked through.\n${text}`);
    expect((await hr.data<Changed>('changes')).papers).toEqual([]);

    // The first duty, in each language and detail.
    const duty = /^ +\S+: (?:Serves? customers at|receive customers|принимает клиентов|ontvangt klanten).*$/gim;
    const draft = text.replace(/^version: .*$/m, 'version: 9.0.0').replace(duty, '$& 2027');
    hr.write('draft.yaml', draft);
    const { seen } = await hr.data<{ seen: string }>('propose customer-service-manager draft.yaml --summary "A duty in other words"');
    const shown = await hr.run('show customer-service-manager');
    expect(shown.out).toContain('2027');
    expect(shown.out).toContain(seen.slice(0, 12));
    await hr.data('rules --approval-by-two yes');
    expect((await hr.run(`approve customer-service-manager --seen ${seen.slice(0, 12)}`)).err).toContain('own-proposal');
    expect((await hr.run('approve customer-service-manager --seen 000000000000', 'Peter Hall')).err).toContain('other-changes-seen');
    await hr.data(`approve customer-service-manager --seen ${seen.slice(0, 12)}`, 'Peter Hall');
    expect(readFileSync(file, 'utf8')).toBe(draft);
    // It is approved once: what somebody has written since stays.
    writeFileSync(file, `${draft}# Later.\n`);
    expect((await hr.run(`approve customer-service-manager --seen ${seen.slice(0, 12)}`, 'Peter Hall')).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toContain('# Later.');
    writeFileSync(file, draft);

    const holders = (await status()).rows.filter(({ role }) => role === 'customer-service-manager');
    expect(holders.length).toBeGreaterThan(0);
    const after = await hr.data<Changed>('changes');
    expect(new Set(after.papers.map(({ role }) => role))).toEqual(new Set(['customer-service-manager']));
    const again = after.people.filter(({ sign }) => sign !== 'no');
    expect(again.map(({ number }) => number).sort()).toEqual(holders.map(({ number }) => number).sort());
    expect(new Set(after.people.filter(({ sign }) => sign === 'no').map(({ why }) => why))).toEqual(
      new Set([...(after.people.some(({ why }) => why === 'asked-already') ? ['asked-already'] : []), 'same-words']),
    );

    await hr.data('issue customer-service-manager --format pdf --request --on 2026-12-10');
    const now = await status('--role customer-service-manager');
    expect(now.rows.map(({ standing }) => standing)).toEqual(holders.map(() => 'requested'));
    expect((await hr.data<Changed>('changes')).papers).toEqual([]);
  });

  fully('prints the journal and hands out all about one person', async () => {
    const { files, rows } = await hr.data<{ files: string[]; rows: { outcome: { sort: string } | null }[] }>(
      `journal --format docx,pdf,xlsx --locale nl --out ${join('out', 'journal')}`,
    );
    expect(files.map((one) => existsSync(join(hr.folder, one)))).toEqual([true, true, true]);
    const sorts = rows.map(({ outcome }) => outcome?.sort);
    expect(sorts).toEqual(expect.arrayContaining(['in-person', 'paper', 'refused', undefined]));
    const word = unzipSync(readFileSync(join(hr.folder, files[0] ?? '')))['word/document.xml'];
    expect(new TextDecoder().decode(word)).toContain('Op papier getekend');

    const person = (await status()).rows.find(({ standing }) => standing === 'current')?.number ?? '';
    const { file } = await hr.data<{ file: string }>(`export ${person}`);
    const archive = unzipSync(readFileSync(join(hr.folder, file)));
    expect(Object.keys(archive)).toEqual(expect.arrayContaining(['index.html', 'data.json']));
    const data = JSON.parse(new TextDecoder().decode(archive['data.json'])) as { known: { externalId: string }; events: unknown[] };
    expect(data.known.externalId).toBe(person);
    expect((await hr.run(`erase ${person}`)).err).toContain('register-still-employed');
    const page = new TextDecoder().decode(archive['index.html']);
    expect(page).not.toMatch(/>(job-description|worker-instruction)[,<]/);
  });

  fully('is backed up, breaks, is restored, and is whole again', async () => {
    const anchors = join(outside, 'anchors.txt');
    const relative = (path: string): string => join('..', '..', path);
    await hr.data(`anchor --to ${relative(anchors)}`);
    expect(await hr.data(`verify --anchors ${relative(anchors)}`)).toMatchObject({ whole: true });
    await hr.data(`backup ${relative(join(outside, 'backup'))}`);

    const register = join(hr.folder, 'register');
    const files = join(register, 'files');
    rmSync(files, { recursive: true });
    const broken = await hr.run(`verify --anchors ${relative(anchors)}`);
    expect([broken.code, broken.err.includes('not what it was')]).toEqual([3, true]);
    if (dialect === 'sqlite') {
      writeFileSync(databaseFile({ folder: register }), 'gone');
      // A small register may still stand in the log beside it, as a whole.
      rmSync(`${databaseFile({ folder: register })}-wal`, { force: true });
      expect((await hr.run('status')).err).toContain('database-unreachable');
    }
    expect((await hr.run(`restore ${relative(join(outside, 'backup'))}`)).err).toContain('register-exists');
    renameSync(register, join(outside, 'broken'));
    await address();
    await hr.data(`restore ${relative(join(outside, 'backup'))}`);
    expect(await hr.data(`verify --anchors ${relative(anchors)}`)).toMatchObject({ whole: true });
    expect((await status()).rows).toHaveLength(count);
  });
});
