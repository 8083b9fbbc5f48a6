/** What imported files have in common with each other and with roles that are there: told once, with how alike. */
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { clauseIndex } from '../src/import/likeness.js';
import type { Relatives } from '../src/desk/import/relatives.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { wordFile } from './word-files.js';

const paragraph = (text: string, isHeading = false): string =>
  `<w:p>${isHeading ? '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' : ''}<w:r>${isHeading ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A description with these duties. */
const description = (title: string, duties: readonly string[], more: readonly string[] = []): Uint8Array =>
  wordFile({
    document: [
      paragraph('Job description', true),
      paragraph(`Job title: ${title}`),
      paragraph('Duties', true),
      ...duties.map((one) => paragraph(one)),
      ...more.map((one) => paragraph(one)),
    ].join(''),
  });

const duties = [
  'Checks deliveries against purchase orders and reports shortages to the manager.',
  'Carries out weekly stock counts in the warehouse and investigates differences.',
  'Keeps the training records of the operatives of the day shift.',
  'Ensures that racking inspections are carried out every month.',
  'Plans the work of the shift with the operations manager.',
];
const files = {
  'old/a.docx': description('Storekeeper', duties),
  'old/b.docx': description('Senior storekeeper', [
    ...duties.slice(0, 4),
    'Plans the work of the shift with the production manager.',
    'Coaches new colleagues in the first month of their work.',
  ]),
  'old/c.docx': description('Driver', ['Drives the van to customers in the region.', 'Washes the van every week with the hose.']),
};

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function tell(workspace: ReturnType<typeof memoryWorkspace>, line: readonly string[], language = 'en'): Promise<Answer> {
  let [out, err] = ['', ''];
  const code = await run({
    argv: [...line, '--lang', language],
    environment: {},
    errIsTerminal: false,
    workspace,
    milliseconds: () => 0,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { code, out, err };
}

async function relativesOf(workspace: ReturnType<typeof memoryWorkspace>, paths: readonly string[]): Promise<Map<string, Relatives>> {
  const { out } = await tell(workspace, ['import', ...paths, '--json', '--dry-run', '--force']);
  const answer = JSON.parse(out) as { files: { id: string; relatives: Relatives }[] };
  return new Map(answer.files.map(({ id, relatives }) => [id, relatives]));
}

describe('files of one import', () => {
  it('are a family where one has at least half of its clauses from another, which is suggested once', async () => {
    // The table has no room for commands; the page of the file has it in any case.
    expect((await tell(memoryWorkspace(files), ['import', 'old'])).err).toContain('1 file says mostly what another role says');
    const { err } = await tell(memoryWorkspace(files), ['import', 'old', '--verbose']);
    expect(err.match(/--base/g)).toHaveLength(1);
    expect(err).toContain('old/b.docx: 4 of 6 clauses stand word for word in the role “storekeeper” of this import.');
    expect(err).toContain('npx rolewright import "old/b.docx" --base storekeeper --force');
  });

  it('tell how alike each clause is, and to which', async () => {
    const relatives = await relativesOf(memoryWorkspace(files), ['old']);
    const senior = relatives.get('senior-storekeeper');
    expect(senior?.base).toEqual({ id: 'storekeeper', origin: 'run', equal: 4, near: 1 });
    expect(senior?.shared.map(({ share, role }) => [role, share === 1])).toEqual([
      ...Array.from({ length: 4 }, () => ['storekeeper', true]),
      ['storekeeper', false],
    ]);
    expect(senior?.shared.at(-1)?.other.text).toContain('operations manager');
    expect(relatives.get('driver')).toEqual({ clauses: 2, shared: [], base: null });
    // The first of them is the base, and has none itself.
    expect(relatives.get('storekeeper')?.base).toBeNull();
  });

  it('become overlays of the base, and the whole role that is left is told', async () => {
    const workspace = memoryWorkspace(files);
    await tell(workspace, ['import', 'old']);
    const { code, err } = await tell(workspace, ['import', 'old/b.docx', '--base', 'storekeeper', '--force']);
    expect(code, err).toBe(0);
    const overlay = parse(new TextDecoder().decode(workspace.files.get('departments/senior-storekeeper.yaml'))) as { extends: string };
    expect(overlay.extends).toBe('storekeeper');
    expect(err).toContain('import-whole-left');
    expect(err).toContain('roles/senior-storekeeper.yaml');
  });
});

describe('roles that are there already', () => {
  it('of the project come first, and what the import itself writes again is none', async () => {
    const workspace = memoryWorkspace(files);
    await tell(workspace, ['import', 'old/a.docx']);
    const relatives = await relativesOf(workspace, ['old/b.docx']);
    expect(relatives.get('senior-storekeeper')?.base).toEqual({ id: 'storekeeper', origin: 'project', equal: 4, near: 1 });
    expect((await relativesOf(workspace, ['old/a.docx'])).get('storekeeper')?.shared).toEqual([]);
  });

  it('of this package are told too', async () => {
    const workspace = memoryWorkspace({});
    await tell(workspace, ['generate', 'sales-manager', '--kind', 'job-description', '--format', 'docx', '--locale', 'ru']);
    const [, bytes] = [...workspace.files].find(([path]) => path.endsWith('.docx')) ?? [];
    const relatives = await relativesOf(memoryWorkspace({ 'a.docx': bytes ?? '' }), ['a.docx']);
    const [own] = relatives.values();
    expect(own?.base).toMatchObject({ id: 'sales-manager', origin: 'library' });
    expect(own?.shared.length).toBeGreaterThan(20);
  });
});

describe('the index of clauses', () => {
  const known = (texts: readonly string[], list = 'duties') => texts.map((text, at) => ({ role: `r${at}`, list, id: `c${at}`, text }));

  it('finds the same words whatever their capitals, and nearly the same from four fifths on', () => {
    const index = clauseIndex(known(['keep the records of all visitors to the site', 'keep records']));
    const likeTo = (text: string, list = 'duties'): number[] => index.likeTo({ list, id: 'x', text }).map(({ share }) => share);
    expect(likeTo('Keep the records of all visitors to the site.')).toEqual([1]);
    expect(likeTo('keep the records of all visitors to the office')[0]).toBeGreaterThanOrEqual(0.8);
    expect(likeTo('keep the keys of all drivers in the depot')).toEqual([]);
    expect(likeTo('keep the records of all visitors to the site', 'rights')).toEqual([]);
    expect(likeTo('keep files')).toEqual([]);
  });

  it('is done with thousands of clauses of the same words', () => {
    const texts = Array.from({ length: 10_000 }, (_, at) => `prepare the report number ${at} for the manager of the branch`);
    const index = clauseIndex(known(texts));
    expect(index.likeTo({ list: 'duties', id: 'x', text: texts[77] ?? '' })[0]).toMatchObject({ share: 1, clause: { id: 'c77' } });
  });
});

describe('the law of a project', () => {
  const american = description(
    'Accounts payable specialist',
    ['Processes vendor invoices and check payments in color.'],
    ['FLSA Status: Non-exempt', 'Lakeside Tools, Inc. is an equal opportunity employer.'],
  );

  it('is not that of every file: American ones among British are told, with what prints them', async () => {
    const { err } = await tell(memoryWorkspace({ ...files, 'old/us.docx': american }), ['import', 'old', '--verbose']);
    expect(err.match(/import-other-law/g)).toHaveLength(1);
    expect(err).toMatch(/old\/us\.docx: warning import-other-law/);
    expect(err).toContain('--jurisdiction us');
  });

  it('is that of all files where they have one, and then nothing is told', async () => {
    const workspace = memoryWorkspace({ 'us.docx': american });
    expect((await tell(workspace, ['import', 'us.docx'])).err).not.toContain('import-other-law');
    // In a project of America it is a British file that is told.
    expect(
      (await tell(memoryWorkspace({ ...files, 'rolewright.yaml': 'schema: 2\njurisdiction: us\n' }), ['import', 'old/a.docx'])).err,
    ).toContain('import-other-law');
  });
});

describe('the employer of a project', () => {
  const of = (title: string, employer?: string): Uint8Array =>
    wordFile({
      document: [
        paragraph('Job description', true),
        ...(employer === undefined ? [] : [paragraph(`Employer: ${employer}`)]),
        paragraph(`Job title: ${title}`),
        paragraph('Duties', true),
        paragraph('Keeps the store in order.'),
      ].join(''),
    });

  it.each([
    ['different ones', of('Clerk', 'Brown and Sons Ltd'), ['Acme Ltd', 'Brown and Sons Ltd']],
    ['one, and a file that names none', of('Clerk'), ['Acme Ltd', 'b.docx']],
  ])('is nobody where files name %s, and that is told', async (_, other, told) => {
    const workspace = memoryWorkspace({ 'old/a.docx': of('Storekeeper', 'Acme Ltd'), 'old/b.docx': other });
    const { err } = await tell(workspace, ['import', 'old']);
    expect(err.match(/import-employers/gu)).toHaveLength(1);
    for (const one of told) expect(err).toContain(one);
    expect([...workspace.files.keys()]).not.toContain('organisation.yaml');
  });

  it('is that of all files, and nothing is told', async () => {
    const workspace = memoryWorkspace({ 'old/a.docx': of('Storekeeper', 'Acme Ltd'), 'old/b.docx': of('Clerk', 'Acme Ltd') });
    const { err } = await tell(workspace, ['import', 'old']);
    expect(err).not.toContain('import-employers');
    expect([...workspace.files.keys()]).toContain('organisation.yaml');
  });
});
