/** Staff lists as other systems and people leave them: each person is made rightly, or refused with a place and a way out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { openWorkspace } from '../src/workspace/disk.js';
import { smallRoles } from './small-roles.js';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

interface Told {
  readonly code: number;
  /** Of the whole list, and of rows: `3 cell-not-date`. */
  readonly findings: string[];
  readonly made: number[];
}

type Files = Readonly<Record<string, string>>;

/** Looks at a list without writing. */
async function batch(list: string, options: readonly string[], files: Files): Promise<{ code: number; out: string; err: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-lists-'));
  folders.push(folder);
  for (const [path, content] of Object.entries({ ...smallRoles, ...files, 'people.csv': list })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  let [out, err] = ['', ''];
  const code = await run({
    argv: ['batch', 'people.csv', '--kind', 'job-description', '--format', 'html', '--dry-run', ...options],
    environment: { LANG: 'en_GB.UTF-8' },
    errIsTerminal: false,
    workspace: openWorkspace(folder),
    folder,
    out: (text) => (out += text),
    err: (text) => (err += text),
    milliseconds: () => 0,
  });
  return { code, out, err };
}

/** What people are told. */
const said = async (list: string, options: readonly string[] = [], files: Files = {}): Promise<string> =>
  (await batch(list, options, files)).err;

async function look(list: string, options: readonly string[] = [], files: Files = {}): Promise<Told> {
  const { code, out, err } = await batch(list, [...options, '--json'], files);
  const usage = [...err.matchAll(/error ([a-z-]+)$/gm)].map(([, one = '']) => one);
  const events = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Event);
  const rows = events.filter(({ event }) => event === 'row').sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return {
    code,
    made: rows.filter(({ status }) => status === 'made').map(({ row = 0 }) => row),
    findings: [
      ...usage,
      ...events.filter(({ event }) => event === 'end').flatMap(({ diagnostics }) => diagnostics.map((one) => one.code)),
      ...rows.flatMap(({ row = 0, diagnostics }) => diagnostics.map((one) => `${row} ${one.code}`)),
    ],
  };
}

interface Event {
  readonly event: string;
  readonly row?: number;
  readonly status?: string;
  readonly diagnostics: readonly { readonly code: string }[];
}

describe('the headings of a list', () => {
  it('are found below titles, and said where', async () => {
    const list =
      'Staff report;;\nas of 1 March;;\n;;\nFull name;Role;Hire date\n1;2;3\nAnn Abel;sales-manager;2026-03-02\nFull name;Role;Hire date\nBen Bell;sales-manager;2026-03-02\n';
    expect(await look(list)).toMatchObject({ made: [6, 8], findings: ['headings-below'] });
    expect((await look(list, ['--header-row', '4'])).findings).toEqual([]);
    expect((await look(list, ['--header-row', '3'])).findings).toEqual(['header-row-missing']);
    expect((await look(list, ['--header-row', 'four'])).findings).toEqual(['bad-header-row']);
  });

  it('are known in the words of other systems', async () => {
    const frappe = 'Employee,Employee Name,Designation,Date of Joining,Reports to\nHR-EMP-1,Ann Abel,sales-manager,2026-03-02,HR-EMP-7\n';
    const bamboo = '"Employee #","Last name, First name","Hire Date","Job Title"\n7,"Abel, Ann",2026-03-02,sales-manager\n';
    expect(await look(frappe)).toMatchObject({ made: [2], findings: ['columns-unused'] });
    expect(await look(bamboo)).toMatchObject({ made: [2], findings: [] });
  });

  it('may be named, in the command and in the project file', async () => {
    const list = 'Full name,Role,Начало\nAnn Abel,sales-manager,32.03.2026\n';
    expect((await look(list)).findings).toEqual(['columns-unused']);
    expect((await look(list, ['--column', 'hireDate=Начало'])).findings).toEqual(['2 cell-not-date']);
    const project = { 'rolewright.yaml': 'schema: 2\nstaffList: { columns: { hireDate: Начало } }\n' };
    expect((await look(list, [], project)).findings).toEqual(['2 cell-not-date']);
    expect((await look(list, ['--column', 'hiredate=Начало'])).findings).toEqual(['bad-column']);
    expect((await look(list, ['--column', 'Начало'])).findings).toEqual(['bad-column']);
  });

  it('that nothing is read from are said once, with what they may be meant for', async () => {
    expect(await said('Full name,Role,Start dat,Badge,\nAnn Abel,sales-manager,2026-03-02,7,x\n')).toContain(
      'Not used: Start dat (Start date?), Badge, E.',
    );
    const template = { 'rolewright.yaml': 'schema: 2\n', 'templates/partials/own.html': '<p>{{custom.badge}}</p>\n' };
    expect((await look('Full name,Role,Badge\nAnn Abel,sales-manager,7\n', [], template)).findings).toEqual([]);
  });

  it('that miss one for the role are told once', async () => {
    const list = 'Badge id,Full name\n7,Ann Abel\n8,Ben Bell\n';
    expect(await look(list)).toMatchObject({ code: 1, findings: ['column-role-missing'] });
    expect((await look(list, ['--role', 'sales-manager'])).made).toEqual([2, 3]);
  });

  it('are told of where two say the same', async () => {
    const { made, findings } = await look('Full name,Position,Job title\nAnn Abel,grade 7,sales-manager\n');
    expect({ made, findings }).toEqual({ made: [2], findings: ['column-second', 'columns-unused'] });
  });
});

describe('a column of dates', () => {
  const list =
    'Full name,Role,Hire date\nAnn Abel,sales-manager,03/30/2026\nBen Bell,sales-manager,04/08/2026\nCid Cole,sales-manager,05/06/2026\n';

  it('that has the month first in one cell is not guessed in the others', async () => {
    expect(await look(list)).toMatchObject({ made: [2], findings: ['3 cell-date-unclear', '4 cell-date-unclear'] });
    const err = await said(list);
    expect(err.match(/cell-date-unclear/g)).toHaveLength(1);
    expect(err).toContain('The same in one more row: 4.');
  });

  it('of which nothing tells the order is read with the day first where nobody names a country, and that is said', async () => {
    const silent = 'Full name,Role,Hire date\nAnn Abel,sales-manager,03/04/2026\n';
    expect(await look(silent)).toMatchObject({ made: [2], findings: ['dates-assumed'] });
    expect((await look(silent, ['--jurisdiction', 'us'])).findings).toEqual([]);
  });

  it('is told of the one date that can only be read the other way round', async () => {
    const odd = 'Full name,Role,Hire date\nAnn Abel,sales-manager,3/14/2026\nBen Bell,sales-manager,28.02.2026\n';
    expect(await look(odd, ['--jurisdiction', 'gb'])).toMatchObject({ made: [2, 3], findings: ['dates-otherwise'] });
    expect((await look(odd, ['--jurisdiction', 'us'])).findings).toEqual([]);
    expect((await look(odd.replaceAll('.', '/'), ['--jurisdiction', 'us'])).findings).toEqual(['dates-otherwise']);
    expect((await look(odd, ['--jurisdiction', 'gb', '--date-order', 'dmy'])).findings).not.toContain('dates-otherwise');
    expect((await look(list, ['--jurisdiction', 'gb'])).findings).not.toContain('dates-otherwise');
  });

  it('is read as the user says, in the command and in the project file', async () => {
    expect((await look(list, ['--date-order', 'mdy'])).made).toEqual([2, 3, 4]);
    expect((await look(list, ['--date-order', 'dmy'])).findings).toEqual(['2 cell-not-date']);
    expect((await look(list, [], { 'rolewright.yaml': 'schema: 2\nstaffList: { dateOrder: mdy }\n' })).made).toEqual([2, 3, 4]);
    expect((await look(list, ['--date-order', 'american'])).code).toBe(2);
  });
});

describe('people of a list', () => {
  it('with titles that no role has are told of by title, and the others are made', async () => {
    const rows = [
      'Ann Abel,Storeman',
      'Ben Bell,storeman',
      'Cid Cole,sales-manager',
      'Dee Dunn,Regional sales managers',
      'Eve Ely,eve@example.com',
    ];
    const list = ['Full name,Job title', ...rows, ''].join('\n');
    expect((await look(list)).made).toEqual([4]);
    const err = await said(list);
    expect(err.match(/cell-unknown-role/g)).toHaveLength(3);
    expect(err).toMatch(/: “Storeman”\.\n.*titles: \{ "Storeman": id-of-the-role \} \}\.\n {2}The same in one more row: 3\./);
    expect(err).toMatch(/“Regional sales managers”\.\n.*Near: (.*, )?sales-manager/);
    expect(err).not.toContain('eve@example.com');
    const project = { 'rolewright.yaml': 'schema: 2\nstaffList: { titles: { Storeman: sales-manager } }\n' };
    expect((await look(list, [], project)).made).toEqual([2, 3, 4]);
  });

  it('who share a personnel number are told of at each', async () => {
    const rows = [
      'Ann Abel,sales-manager,7',
      'Ben Bell,sales-manager,7',
      'A. Abel,hr-manager,7',
      'Cid Cole,sales-manager,8',
      'Dee Dunn,hr-manager,-',
      'Eve Ely,hr-manager,-',
    ];
    const { made, findings } = await look(['Full name,Role,Employee ID', ...rows, ''].join('\n'));
    expect(findings).toEqual(['2 cell-number-shared', '3 cell-number-shared', '4 cell-number-shared']);
    expect(made).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('do not fall with a row of theirs that is wrong', async () => {
    const organisation = { 'organisation.yaml': 'schema: 2\nname: Noord\njurisdiction: nl\nlanguages: [nl]\n' };
    const told = await look(
      'Naam;Functie;Taal\nAnn Abel;sales-manager;ru\nAnn Abel;sales-manager;nl\n',
      ['--organisation', 'organisation.yaml'],
      organisation,
    );
    expect(told.made).toContain(3);
  });

  it('are no totals and signatures below them', async () => {
    const list = 'No.,Full name,Role\n1,Ann Abel,sales-manager\nTotal: 1,,\nChecked by,,,T. Hill\n';
    expect(await look(list)).toMatchObject({ code: 0, made: [2], findings: ['columns-unused', 'rows-without-person'] });
    // A total in the place of a name, with a count in another column that is read.
    const counted = 'Full name,Role,E-mail\nAnn Abel,sales-manager,\nИтого,,1\n';
    expect(await look(counted)).toMatchObject({ code: 0, made: [2], findings: ['rows-without-person'] });
    expect((await look('Full name,Role\nAnn Abel,sales-manager\nTotal,sales-manager\n')).code).not.toBe(0);
  });

  it('are told what of a position cannot be read', async () => {
    const structure = {
      'organisation.yaml': 'schema: 2\nname: Noord\njurisdiction: gb\nlanguages: [en]\nstructure: structure.yaml\n',
      'structure.yaml':
        'schema: 2\nlanguages: [en]\npositions:\n  s1: { title: seller, role: sales-manager }\n  s2: { title: helper, reportsTo: s1 }\n',
    };
    const list = 'Full name,Position ID\nAnn Abel,s1\nBen Bell,s2\nCid Cole,s9\nDee Dunn,\n';
    const { made, findings } = await look(list, ['--organisation', 'organisation.yaml'], structure);
    expect(made).toEqual([2]);
    expect(findings.filter((one) => /cell/.test(one))).toEqual(['3 cell-position-roleless', '4 cell-position-roleless', '5 cell-missing']);
  });
});
