/** Lifting files of version 1: folders as they were beside what becomes of them. `UPDATE=1` rewrites the results. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPair } from '../src/desk/comparison.js';
import { openDesk } from '../src/desk/desk.js';
import { migrate } from '../src/desk/migration.js';
import { readRole } from '../src/desk/roles.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { vanishedIn, vanishedNames } from '../src/migrate/vanished-names.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import type { Told } from './command.js';

const corpus = new URL('corpus/migrate/', import.meta.url).pathname;

type Files = Record<string, Uint8Array>;

const filesIn = (folder: string): Files =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );

/** Each with its byte order mark, if it has one. */
const textsOf = (files: Files): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]));

/** Runs a command over files, and gives what it says and how they are then. */
async function after(line: string, files: Record<string, string | Uint8Array>): Promise<Told & { files: Record<string, string> }> {
  const workspace = memoryWorkspace(files);
  const told = await command(line, { workspace });
  return { ...told, files: textsOf(Object.fromEntries(workspace.files)) };
}

function expectFolder(folder: string, files: Record<string, string>): void {
  if (process.env.UPDATE === '1') {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  expect(files).toEqual(textsOf(filesIn(folder)));
}

describe.each(readdirSync(corpus))('the folder %s', (name) => {
  const before = filesIn(join(corpus, name, 'before'));

  it('becomes what stands beside it, to the byte, and says what is left to decide', async () => {
    const { code, out, err, files } = await after('migrate', before);
    const changed = Object.fromEntries(Object.entries(files).filter(([path, text]) => text !== textsOf(before)[path]));
    expectFolder(join(corpus, name, 'after'), { ...changed, 'told.txt': `${out}${err}exit code ${code}\n` });
  });

  it('is only told of with --check', async () => {
    const { out, code, files } = await after('migrate --check --json', before);
    const { lifted, written } = JSON.parse(out) as { lifted: object[]; written: boolean };
    expect(files).toEqual(textsOf(before));
    expect([written, code === 1]).toEqual([false, lifted.length > 0 || ['newer', 'broken'].includes(name)]);
  });

  it('stays as it is the second time', async () => {
    const once = await after('migrate', before);
    const twice = await after('migrate --json', once.files);
    expect(twice.files).toEqual(once.files);
    expect(JSON.parse(twice.out)).toMatchObject({ lifted: [], decisions: 0 });
  });
});

describe('roles that were lifted', () => {
  it.each(['comments', 'crlf', 'bom', 'anchors', 'version-1-written', 'project', 'overlays'])('can be read: %s', async (name) => {
    const { files } = await after('migrate', filesIn(join(corpus, name, 'before')));
    for (const path of Object.keys(files).filter((one) => /^(roles|departments)\//.test(one) && !one.endsWith('books.yaml'))) {
      const workspace = memoryWorkspace(files);
      const codes = readRole(workspace, path).diagnostics.map((one: Diagnostic) => `${path} ${one.code}`);
      expect(codes.filter((one) => !one.endsWith('file-name-differs'))).toEqual([]);
    }
  });
});

describe('paths', () => {
  const role = filesIn(join(corpus, 'comments/before'))['roles/seller.yaml'] as Uint8Array;
  const files = {
    'roles/a.yaml': role,
    'roles/b.yaml': role,
    'deep/er/c.yml': role,
    'deep/note.yaml': 'title: x\n',
    'deep/node_modules/of/rolewright.yaml': '{}\n',
    'deep/list.csv': 'duties:\nlanguages:\n',
  };
  const lifted = async (line: string): Promise<string[]> => (await after(line, files)).out.trim().split('\n');

  it('are files, or folders with all of ours in them', async () => {
    expect(await lifted('migrate roles/b.yaml')).toEqual(['roles/b.yaml']);
    expect(await lifted('migrate deep')).toEqual(['deep/er/c.yml']);
    expect(await lifted('migrate deep ./roles roles/a.yaml')).toEqual(['deep/er/c.yml', 'roles/a.yaml', 'roles/b.yaml']);
  });

  it('that lead to nothing, or to what says no version, are told', async () => {
    expect((await after('migrate roles/c.yaml', files)).err).toContain('roles/c.yaml: error file-missing');
    const { code, err } = await after('migrate themes/own.yaml', { 'themes/own.yaml': 'id: own\n' });
    expect([code, err]).toEqual([0, expect.stringContaining('themes/own.yaml: note migrate-no-version')]);
  });

  it('say in three languages what is left to decide', async () => {
    const decisions = filesIn(join(corpus, 'decisions/before'));
    expect((await after('migrate --lang ru', decisions)).err).toContain('Вам осталось решить 7 вопросов.');
    expect((await after('migrate --lang nl', decisions)).err).toContain('Er blijven 7 punten over');
    expect((await after('migrate', decisions)).err).toContain('7 matters are left');
  });
});

describe('names that vanished from what templates see', () => {
  it('are found between braces, whole', () => {
    const table = { 'role.old': 'role.new' };
    expect(vanishedIn('{{role.old}} role.old {{role.older}} {{phrase "role.old"}} {{#if role.old.x}}{{/if}}', table)).toEqual([
      { name: 'role.old', instead: 'role.new', start: 2 },
      { name: 'role.old', instead: 'role.new', start: 65 },
    ]);
  });

  it('are told at their places in the templates of a project', () => {
    const desk = openDesk(memoryWorkspace(filesIn(join(corpus, 'project/before'))));
    const { diagnostics } = migrate({ paths: [], write: false }, desk, { 'role.flsaStatus': 'facts.flsa' });
    expect(diagnostics).toMatchObject([
      { code: 'migrate-name-gone', severity: 'warning', file: 'templates/notice.hbs', line: 1, args: { instead: 'facts.flsa' } },
    ]);
  });

  it('are in none of our own templates', () => {
    const shelf = packageWorkspace();
    for (const folder of ['templates', 'templates/partials', ...['ru', 'nl', 'gb', 'us'].map((country) => `templates/${country}`)])
      for (const name of shelf.list(folder)) expect(vanishedIn(shelf.readText(`${folder}/${name}`), vanishedNames), name).toEqual([]);
  });
});

it('compares a committed role of version 1 with the role as it is now', () => {
  const old = filesIn(join(corpus, 'project/before'))['roles/seller.yaml'] as Uint8Array;
  const now = readFileSync(join(corpus, 'project/after/roles/seller.yaml'), 'utf8').replace('version: 1.2.0', 'version: 1.3.0');
  const answers: Record<string, Uint8Array> = { 'rev-parse': new TextEncoder().encode('abc\n'), 'cat-file': old };
  const problems: Diagnostic[] = [];
  const pair = readPair(
    ['HEAD:roles/seller.yaml', 'roles/seller.yaml'],
    openDesk(memoryWorkspace({ 'roles/seller.yaml': now })),
    ([name = '', option]) => ({
      code: 0,
      out: option === '--show-prefix' ? new Uint8Array() : (answers[name] ?? new Uint8Array()),
      cut: false,
    }),
    problems,
  );
  expect(problems).toEqual([]);
  expect([pair?.before.version, pair?.after.version]).toEqual(['1.2.0', '1.3.0']);
});
