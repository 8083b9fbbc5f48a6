/** What the program tells of so seldom that no other test comes to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { parseMarkup } from '../src/template/markup.js';
import { columnsOf } from '../src/staff-list/columns.js';
import type { ColumnWords } from '../src/staff-list/columns.js';
import { csvSheet } from '../src/staff-list/csv.js';
import { readPerson } from '../src/staff-list/people.js';
import { roleFinder } from '../src/staff-list/role-titles.js';
import * as crew from '../src/desk/batch/crew.js';
import { run } from '../src/cli/program.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { openLibrary } from '../src/shelf/library.js';
import { createPress } from '../src/press/press.js';
import { checkRole } from '../src/role/read.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import type { Workspace } from '../src/workspace/workspace.js';
import { document, p } from './builders.js';
import { company } from './company-docx.js';
import { fonts } from './paper.js';
import { smallRoles } from './small-roles.js';

const shelf = packageWorkspace();
const role = smallRoles['roles/hr-manager.yaml'] ?? '';

interface Told {
  code: string;
  severity: string;
  message: string;
}

/** What a command tells, as programs get it. */
async function told(line: string, workspace: Workspace, folder?: string): Promise<Told[]> {
  let out = '';
  await run({
    argv: `${line} --json`.split(' '),
    environment: { LANG: 'en_GB.UTF-8' },
    out: (text) => {
      out += text;
    },
    err: () => {},
    errIsTerminal: false,
    workspace,
    ...(folder !== undefined && { folder }),
    milliseconds: () => 0,
  });
  // One value, or an event on each line.
  const values = out.startsWith('{\n') ? [out] : out.trim().split('\n');
  return values.flatMap((value) => (JSON.parse(value) as { diagnostics?: Told[] }).diagnostics ?? []);
}

const refusalOf = (step: () => unknown): readonly Diagnostic[] => {
  try {
    step();
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics;
    throw error;
  }
  return [];
};

test('a figure that must be above another, and is not', () => {
  const table =
    'tables:\n  - id: t\n    title: { ru: т, en: t, nl: t }\n    columns: [{ id: c, title: { ru: к, en: c, nl: k }, share: 0 }]\n    rows: [{ id: r, cells: { c: { ru: я, en: c, nl: c } } }]\n';
  expect(checkRole(role + table, 'hr-manager.yaml').diagnostics).toMatchObject([
    { code: 'not-above', path: 'tables/t/columns/c/share', args: { value: 0, limit: 0 } },
  ]);
});

test('a role without measures, of which a scorecard is wanted', async () => {
  const without = role.replace(/^kpis:\n(?:[ \t].*\n)*/m, '');
  expect(
    await told('generate hr-manager --locale nl --kind kpi-scorecard --format html', memoryWorkspace({ 'roles/hr-manager.yaml': without })),
  ).toMatchObject([{ code: 'no-kpis', severity: 'warning' }]);
});

test('a content code that the footer of the company’s document leaves no room for', async () => {
  const line = 'generate hr-manager --locale nl --kind job-description --format docx --reference-doc company.docx';
  const files = { ...smallRoles, 'company.docx': await company() };
  expect((await told(`${line} --fingerprint`, memoryWorkspace(files))).map(({ code }) => code)).toContain('reference-no-fingerprint');
  expect((await told(line, memoryWorkspace(files))).map(({ code }) => code)).not.toContain('reference-no-fingerprint');
});

test('two versions in one document, in a format that cannot show them', async () => {
  const press = createPress(openLibrary(shelf), () => fonts);
  const tree = document([p('words')], { redline: { author: 'A', date: '2026-11-29' } });
  for (const format of ['pdf', 'html'] as const)
    await expect(press.print(tree, format)).rejects.toMatchObject({ diagnostics: [{ code: 'redline-only-word', args: { format } }] });
});

test('markup that is none', () => {
  expect(refusalOf(() => parseMarkup('<document title="a" subject="b"><p>x</document>', () => ({ line: 7 })))).toContainEqual(
    expect.objectContaining({ code: 'template-not-well-formed', line: 7 }),
  );
  expect(refusalOf(() => parseMarkup('', () => ({})))).toMatchObject([{ code: 'template-not-well-formed' }]);
});

describe('a row of a staff list', () => {
  const words = parse(shelf.readText('locales/columns.yaml')) as ColumnWords;
  const roleOf = roleFinder(
    ['hr-manager', 'hr-adviser'].map((id) => ({ id, titles: [id.replace('-', ' ')], synonyms: ['people person'] })),
    new Map(),
  );

  async function codesOf(headings: string, cells: string): Promise<string[]> {
    const sheet = await csvSheet(`${headings}\n${cells}\n`, 'people.csv');
    const columns = columnsOf(sheet, words, {}, []);
    const found: string[] = [];
    for await (const row of sheet.rows) {
      const { diagnostics } = readPerson(row, sheet, columns, {
        words,
        role: null,
        organisation: null,
        jurisdiction: 'gb',
        locale: 'en',
        roleOf,
      });
      found.push(...diagnostics.map(({ code, args }) => `${code} ${args.column}`));
    }
    return found;
  }

  test('in which a cell is empty that must not be', async () => {
    expect(await codesOf('Full name,Role', ',hr manager')).toEqual(['cell-missing Full name']);
    expect(await codesOf('Full name,Role', 'Jane Smith,')).toEqual(['cell-missing Role']);
    expect(await codesOf('Surname,First name,Role', 'Smith,,hr manager')).toEqual(['cell-missing First name']);
  });

  test('in which a cell says too much', async () => {
    expect(await codesOf('Full name,Role,Employee ID', `Jane Smith,hr manager,${'7'.repeat(41)}`)).toEqual(['cell-too-long Employee ID']);
    expect(await codesOf('Full name,Role,Employee ID', `Jane Smith,hr manager,${'7'.repeat(40)}`)).toEqual([]);
  });

  test('whose role could be one of several', async () => {
    expect(await codesOf('Full name,Role', 'Jane Smith,People person')).toEqual(['cell-role-unclear Role']);
  });
});

describe('a batch', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  async function batch(list: string, files: Record<string, string> = {}, more = ''): Promise<Told[]> {
    const folder = mkdtempSync(join(tmpdir(), 'rolewright-rare-'));
    folders.push(folder);
    for (const [path, content] of Object.entries({ ...smallRoles, ...files, 'people.csv': list })) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const line = `batch people.csv --role hr-manager --locale en --kind job-description --format html --jobs 1${more}`;
    return told(line, openWorkspace(folder), folder);
  }

  test('with one person twice', async () => {
    const list = 'Full name,Hire date\nJane Smith,2026-03-02\nAnn Green,2026-03-02\nJane Smith,2026-03-02\n';
    const found = await batch(list);
    expect(found).toMatchObject([{ code: 'row-twice' }]);
    expect(found[0]?.message).toContain('row 2');
  });

  test('that finds a file where a folder should be', async () => {
    const list = 'Full name,Department\nJane Smith,Sales\nAnn Green,HR\n';
    expect(await batch(list, { 'out/Sales': 'in the way' })).toMatchObject([{ code: 'row-write-failed' }]);
  });

  test('that loses the thread which makes the documents', async () => {
    const lost = vi.spyOn(crew, 'openCrew').mockResolvedValue({
      make: () => Promise.reject(new Error('the thread is gone')),
      atOnce: 1,
      close: () => Promise.resolve(),
    });
    try {
      expect((await batch('Full name\nJane Smith\n')).map(({ code }) => code)).toContain('batch-worker-lost');
    } finally {
      lost.mockRestore();
    }
  });
});
