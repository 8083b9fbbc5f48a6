/** The command line as users meet it: what is printed where, what is written, and with which exit code. */
import { describe, expect, it } from 'vitest';
import type { Terminal } from '../src/cli/terminal.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { company } from './company-docx.js';
import { openDocx } from './opened-docx.js';
import { smallRoles } from './small-roles.js';
import { command } from './command.js';
import type { Told } from './command.js';
import { some } from './every.js';

const shelf = packageWorkspace();
const salesManager = shelf.readText('roles/sales-manager.yaml');
const organisation = shelf.readText('examples/organisation.ru.yaml');

interface Result extends Told {
  files: string[];
  workspace: ReturnType<typeof memoryWorkspace>;
}

async function rolewright(line: string, files: Record<string, string | Uint8Array> = {}, over: Partial<Terminal> = {}): Promise<Result> {
  const workspace = memoryWorkspace(files);
  const told = await command(line, { workspace, ...over });
  return { ...told, files: [...workspace.files.keys()].filter((file) => !(file in files)), workspace };
}

describe('generate', () => {
  it('writes DIR/<role>/<kind>.<locale>.<format> and names the files on standard output', async () => {
    const { code, out, err, files } = await rolewright('generate sales-manager --locale nl,ru --format docx --out docs');
    expect(code).toBe(0);
    const expected = ['job-description.ru', 'job-description.nl', 'onboarding-checklist.ru', 'onboarding-checklist.nl'].map(
      (name) => `docs/sales-manager/${name}.docx`,
    );
    expect(files.sort()).toEqual([...expected].sort());
    expect(out.trim().split('\n').sort()).toEqual([...expected].sort());
    expect(err).toContain('4 files in docs');
  });

  it('makes Word and PDF files when nobody names a format, and a page for the screen when asked', async () => {
    const made = async (line: string): Promise<string[]> =>
      (await rolewright(`generate sales-manager --kind onboarding-checklist --locale en ${line}`, smallRoles)).files.sort();
    const name = 'out/sales-manager/onboarding-checklist.en';
    expect(await made('')).toEqual([`${name}.docx`, `${name}.pdf`]);
    expect(await made('--format html')).toEqual([`${name}.html`]);
  });

  it('goes by the usual country of a language, the organisation, then the flag', async () => {
    const countries = async (line: string, files = {}): Promise<string[]> => {
      const { out } = await rolewright(`generate sales-manager --kind job-description --format docx --dry-run --json ${line}`, {
        ...smallRoles,
        ...files,
      });
      return (JSON.parse(out) as { files: { locale: string; jurisdiction: string }[] }).files.map(
        (file) => `${file.locale} ${file.jurisdiction}`,
      );
    };
    expect(await countries('--locale ru,en,nl')).toEqual(['ru ru', 'en gb', 'nl nl']);
    expect(await countries('--locale nl --organisation o.yaml', { 'o.yaml': organisation })).toEqual(['nl ru']);
    expect(await countries('--organisation o.yaml', { 'o.yaml': organisation })).toEqual(['ru ru']);
    expect(await countries('--locale nl --organisation o.yaml --jurisdiction us', { 'o.yaml': organisation })).toEqual(['nl us']);
  });

  it('writes nothing with --dry-run', async () => {
    const { code, files, err } = await rolewright('generate sales-manager --locale en --format docx --dry-run', smallRoles);
    expect([code, files]).toEqual([0, []]);
    expect(err).toContain('Nothing written');
  });

  it('overwrites nothing without --force, and then leaves all as it was', async () => {
    const there = { ...smallRoles, 'out/sales-manager/job-description.en.docx': 'mine' };
    const refused = await rolewright('generate sales-manager --locale en --format docx', there);
    expect(refused.code).toBe(1);
    expect(refused.files).toEqual([]);
    expect(refused.err).toContain('would-overwrite');
    expect(new TextDecoder().decode(refused.workspace.files.get('out/sales-manager/job-description.en.docx'))).toBe('mine');
    const forced = await rolewright('generate sales-manager --locale en --format docx --force', there);
    expect(forced.code).toBe(0);
    expect(forced.workspace.files.get('out/sales-manager/job-description.en.docx')?.length).toBeGreaterThan(5000);
  });

  it('without roles is a usage error that lists them', async () => {
    const { code, err } = await rolewright('generate');
    expect(code).toBe(2);
    for (const id of ['account-manager', 'hr-manager', 'lead-sales-specialist', 'sales-manager']) expect(err).toContain(id);
  });

  it('names the nearest role, kind, language, format and country', async () => {
    expect((await rolewright('generate sales-manger')).err).toContain('sales-manager');
    const { code, err } = await rolewright(
      'generate sales-manager --kind job-descriptoin --locale n1 --format pfd --jurisdiction uk --date 2026-02-30',
    );
    expect(code).toBe(2);
    for (const words of ['job-descriptoin', 'job-description', 'n1', 'pfd', 'uk', '2026-02-30']) expect(err).toContain(words);
  });

  it('takes a role of the project before one of the library', async () => {
    const mine = salesManager.replace('version: 1.0.0', 'version: 9.9.9');
    const { out } = await rolewright('generate sales-manager --locale en --format docx --kind job-description --json', {
      'roles/sales-manager.yaml': mine,
    });
    expect(JSON.parse(out)).toMatchObject({ files: [{ role: 'sales-manager' }], diagnostics: [] });
  });

  it('reports every mistake of every file in one run and writes nothing', async () => {
    const broken = salesManager.replace('category: specialists', 'category: specialist').replace('\nduties:', '\nduteis:');
    const { code, err, files } = await rolewright('generate my.yaml --organisation o.yaml', {
      'my.yaml': broken,
      'o.yaml': organisation.replace('jurisdiction: ru', 'jurisdiction: rus'),
    });
    expect(code).toBe(1);
    expect(files).toEqual([]);
    expect(err).toMatch(/my\.yaml:\d+:\d+/);
    expect(err).toMatch(/o\.yaml:\d+:\d+/);
    expect(err).toContain('duties');
    expect(err).toContain('specialists');
    expect(err).toContain('^');
  });

  it('takes the look of Word files from --reference-doc, and says what is wrong with it', async () => {
    const line = 'generate sales-manager --locale ru --kind job-description --reference-doc company.docx';
    const dressed = await rolewright(`${line} --format docx`, { ...smallRoles, 'company.docx': await company() });
    expect([dressed.code, dressed.err.includes('error')]).toEqual([0, false]);
    expect(openDocx(dressed.workspace.files.get('out/sales-manager/job-description.ru.docx')!).source('word/header1.xml')).toContain(
      'Ромашка',
    );
    const broken = await rolewright(`${line} --format docx`, { ...smallRoles, 'company.docx': '%PDF-1.7' });
    expect([broken.code, broken.files]).toEqual([1, []]);
    expect(broken.err).toMatch(/^company\.docx: error reference-not-docx/);
    const unused = await rolewright(`${line} --format pdf --dry-run`, { ...smallRoles, 'company.docx': '%PDF-1.7' });
    expect(unused.code).toBe(0);
    expect(unused.err).toContain('warning reference-unused');
    expect((await rolewright(`${line} --format docx`)).err).toContain('file-missing');
  });

  it('shows progress on a terminal only', async () => {
    const line = 'generate sales-manager --locale en,nl --format docx --kind job-description';
    expect((await rolewright(line, smallRoles)).err).not.toContain('\r');
    expect((await rolewright(line, smallRoles, { errIsTerminal: true })).err).toContain('1 of 2');
  });

  it('prints PDF files with their pages, the same bytes each time', async () => {
    const line = 'generate lead-sales-specialist --locale ru --format pdf,docx --kind job-description --json --date 2026-12-01';
    const [first, second] = [await rolewright(line), await rolewright(line)];
    expect(first.code).toBe(0);
    const { files } = JSON.parse(first.out) as { files: { path: string; pages: number | null }[] };
    expect(files.find((file) => file.path.endsWith('.pdf'))?.pages).toBeGreaterThan(3);
    for (const { path } of files)
      expect(Buffer.compare(first.workspace.files.get(path) ?? Buffer.of(1), second.workspace.files.get(path) ?? Buffer.of(2))).toBe(0);
  });
});

describe('validate', () => {
  it('is silent on standard output and ends with 0 when all is well', async () => {
    const { code, out, err } = await rolewright('validate');
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('nothing wrong');
  });

  it('ends with 3 when something is found', async () => {
    const { code, out } = await rolewright('validate a.yaml o.yaml --json', {
      'a.yaml': salesManager.replace('languages: [ru, en, nl]', 'languages: [ru, en]'),
      'o.yaml': organisation,
    });
    expect(code).toBe(3);
    const { diagnostics } = JSON.parse(out) as {
      diagnostics: { file: string; line: number; column: number; message: string; code: string; severity: string }[];
    };
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.find((one) => one.line)).toMatchObject({
      file: 'a.yaml',
      line: expect.any(Number) as unknown,
      column: expect.any(Number) as unknown,
      message: expect.any(String) as unknown,
      severity: 'error',
    });
  });

  it('tells organisation and person files from roles', async () => {
    const files = { 'organisation.yaml': organisation, 'person.yaml': shelf.readText('examples/person.nl.yaml') };
    expect((await rolewright('validate organisation.yaml person.yaml', files)).code).toBe(0);
  });

  it('says so when a file cannot be read', async () => {
    const { code, err } = await rolewright('validate roles/nowhere.yaml');
    expect(code).toBe(3);
    expect(err).toContain('nowhere.yaml');
  });
});

describe('list and schema', () => {
  it('list what there is', async () => {
    expect((await rolewright('list roles')).out).toContain('sales-manager');
    expect((await rolewright('list roles --lang ru')).out).toContain('менеджер по продажам');
    expect(
      (await rolewright('list locales')).out
        .split('\n')
        .slice(0, 3)
        .map((line) => line.slice(0, 2)),
    ).toEqual(['ru', 'en', 'nl']);
    expect((await rolewright('list kinds --json')).out).toContain('"onboarding-checklist"');
    expect((await rolewright('list jurisdictions')).out).toContain('United Kingdom');
    expect((await rolewright('list roels')).code).toBe(2);
  });

  it('print schemas that name draft-07', async () => {
    for (const name of ['role', 'organisation', 'person']) {
      const { out } = await rolewright(`schema ${name}`);
      expect(JSON.parse(out)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
    }
  });
});

describe('init', () => {
  for (const lang of some(['ru', 'en', 'nl']))
    it(`makes a project in ${lang} that validates and generates`, async () => {
      const { code, workspace, files } = await rolewright(`init acme --lang ${lang}`);
      expect(code).toBe(0);
      const pictures = lang === 'nl' ? ['logo.png'] : [];
      expect(files.sort()).toEqual(
        [
          'README.md',
          'Studio.cmd',
          'Studio.command',
          ...pictures,
          'organisation.yaml',
          'person.yaml',
          'roles/sales-manager.yaml',
          'rolewright.yaml',
          ...[
            'competency',
            'jurisdiction',
            'kind',
            'lint-rule',
            'locale',
            'organisation',
            'overlay',
            'person',
            'project',
            'role',
            'structure',
            'theme',
          ].map((name) => `schemas/${name}.schema.json`),
          'structure.yaml',
          'studio.sh',
        ].map((file) => `acme/${file}`),
      );
      const project = Object.fromEntries([...workspace.files].map(([path, bytes]) => [path.replace('acme/', ''), bytes]));
      const text = (file: string): string => new TextDecoder().decode(project[file]);
      expect(text('roles/sales-manager.yaml')).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/role\.schema\.json/);
      expect(text('organisation.yaml')).toMatch(/^# yaml-language-server: \$schema=schemas\/organisation\.schema\.json/);
      expect(text('README.md').trim().split('\n').length).toBeLessThanOrEqual(10);
      expect(
        (await rolewright('validate roles/sales-manager.yaml organisation.yaml structure.yaml person.yaml rolewright.yaml', project)).err,
      ).toContain('nothing wrong');
      const made = await rolewright(
        'generate sales-manager --organisation organisation.yaml --person person.yaml --date 2026-12-01 --format docx',
        project,
      );
      expect(made.code, made.err).toBe(0);
      expect(made.files.sort()).toEqual([
        `out/sales-manager/job-description.${lang}.docx`,
        `out/sales-manager/onboarding-checklist.${lang}.docx`,
      ]);
    });

  it('overwrites nothing', async () => {
    const { code, err } = await rolewright('init .', { 'README.md': 'mine' });
    expect(code).toBe(1);
    expect(err).toContain('README.md');
  });
});

describe('usage', () => {
  it('help names every option, with examples, in the language of the user', async () => {
    const { code, out } = await rolewright('generate --help');
    expect(code).toBe(0);
    for (const option of [
      '--kind',
      '--locale',
      '--format',
      '--organisation',
      '--person',
      '--jurisdiction',
      '--date',
      '--reference-doc',
      '--out',
      '--force',
      '--dry-run',
      '--json',
    ])
      expect(out).toContain(option);
    expect(out).toContain('Examples:');
    expect((await rolewright('generate --help --lang ru')).out).toContain('Использование:');
    expect((await rolewright('--help --lang nl')).out).toContain('Opdrachten:');
    expect((await rolewright('list --help', {}, { environment: { LANG: 'ru_RU.UTF-8' } })).out).toContain('Параметры:');
  });

  it('messages are in the language of the system where the environment names none', async () => {
    const windows = { locale: () => 'ru-RU' };
    for (const [environment, told] of [
      [{}, 'Параметры:'],
      [{ LC_ALL: '', LANG: '' }, 'Параметры:'],
      [{ LC_ALL: '', LANG: 'nl_NL.UTF-8' }, 'Opties:'],
      [{ LANG: 'C.UTF-8' }, 'Options:'],
      [{ ROLEWRIGHT_LANG: 'nl', LC_ALL: 'en_GB.UTF-8' }, 'Opties:'],
    ] as const)
      expect((await rolewright('list --help', {}, { ...windows, environment })).out).toContain(told);
    expect((await rolewright('list --help --lang nl', {}, { ...windows, environment: {} })).out).toContain('Opties:');
    expect((await rolewright('list --help', {}, { environment: {} })).out).toContain('Options:');
  });

  it('wrong usage is a diagnostic with code 2 on standard error', async () => {
    for (const line of ['generat x', 'generate --locle ru', 'list', 'schema role extra', 'generate --kind', '']) {
      const { code, out, err } = await rolewright(line);
      expect([line, code, out]).toEqual([line, 2, '']);
      expect(err, line).toMatch(/^error /);
    }
    expect((await rolewright('generate --locle ru')).err).toContain('--locale');
    expect((await rolewright('generat x')).err).toContain('generate');
  });

  it('has a version', async () => {
    expect((await rolewright('--version')).out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
