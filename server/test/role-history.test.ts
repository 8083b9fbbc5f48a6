/** The versions of a role in the repository of its project: told as git has them, and compared in the words of whoever approves. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openGit } from 'rolewright';
import { openProject } from '../src/cli/project.js';
import type { Setting } from '../src/register/setting.js';
import { historyOf, versionsCompared } from '../src/studio/history.js';
import { studioFolder } from './studio-browser.js';

const path = 'roles/office-manager.yaml';
const words = { newRole: 'new', otherBytes: 'the same words' };
let folder: string;
const run = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ann Lee', '-c', 'user.email=ann@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });
const git = (of = folder) => openGit(of, process.env);
const write = (from: string | RegExp, to: string): void =>
  writeFileSync(join(folder, path), readFileSync(join(folder, path), 'utf8').replace(from, to));
const setting = (of = folder): Setting =>
  openProject({ folder: of, project: '.', target: { folder: join(of, 'register') } }, () => new Date(0)).setting(
    { id: 'a_1', name: 'Ann Lee' },
    'en',
    '2026-12-01',
    {} as Setting['storage'],
  );
function recorded(): void {
  run('init', '-q');
  run('add', '.');
  run('commit', '-q', '-m', 'The first <b>version</b>');
  write(/^version: .*$/m, 'version: 3.0.0');
  run('commit', '-qam', 'A new version\n\nand why');
}
beforeEach(() => {
  folder = studioFolder('en');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('has none where there is no repository', () => {
  expect(historyOf({ path }, git())).toEqual({ versions: null, isChanged: false });
  expect(historyOf({ path }, () => null)).toEqual({ versions: null, isChanged: false });
});

it('has none of a file that was not recorded yet', () => {
  run('init', '-q');
  expect(historyOf({ path }, git())).toEqual({ versions: [], isChanged: false });
});

it('tells the newest first, with what is not recorded yet', () => {
  recorded();
  const history = historyOf({ path }, git());
  expect(history.versions?.map(({ by, summary }) => [by, summary])).toEqual([
    ['Ann Lee', 'A new version'],
    ['Ann Lee', 'The first <b>version</b>'],
  ]);
  expect(history.isChanged).toBe(false);
  write(/^version: .*$/m, 'version: 4.0.0');
  expect(historyOf({ path }, git()).isChanged).toBe(true);
});

it('compares any two, and the file as it is', () => {
  recorded();
  const [second, first] = historyOf({ path }, git()).versions ?? [];
  const compared = (before: string | null, after: string | null) =>
    versionsCompared({ path }, { before, after }, words, setting(), git()).text;
  expect(compared(first?.id ?? '', second?.id ?? '')).toMatch(/\{\+3\.0\.0\+\}|→ .*3\.0\.0/);
  expect(compared(second?.id ?? '', null)).toBe('the same words\n');
  write(/^version: .*$/m, 'version: 4.0.0');
  expect(compared(second?.id ?? '', null)).toContain('4.0.0');
  expect(() => compared('a'.repeat(40), null)).toThrow('git-no-revision');
});

it('goes by the folder of the project, wherever that lies in the repository', () => {
  run('init', '-q');
  const below = join(folder, 'hr');
  mkdirSync(join(below, 'roles'), { recursive: true });
  for (const name of ['rolewright.yaml', 'organisation.yaml', 'logo.png', path])
    writeFileSync(join(below, name), readFileSync(join(folder, name)));
  run('add', '.');
  run('commit', '-q', '-m', 'Below');
  const [only] = historyOf({ path }, git(below)).versions ?? [];
  expect(only?.summary).toBe('Below');
  const asked = { before: only?.id ?? null, after: null };
  expect(versionsCompared({ path }, asked, words, setting(below), git(below)).text).toBe('the same words\n');
});
