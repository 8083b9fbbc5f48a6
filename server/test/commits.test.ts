/** What is saved in the studio, as commits of a real repository: those files alone, by whoever saved them, and nothing lost where git fails. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGit, openWorkspace } from 'rolewright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Visitor } from '../src/access/visitor.js';
import { hrRoutes } from '../src/http/hr-routes.js';
import { routesOf } from '../src/http/api.js';
import { studioRoutes } from '../src/http/studio-routes.js';
import { commitSaved } from '../src/studio/commit.js';
import { openStudio } from '../src/studio/studio.js';
import { madeService } from './service.js';
import type { Made } from './service.js';

/** As on a machine where nobody has told git who they are. */
const environment = (folder: string) => ({ PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' });
const gitIn = (folder: string) => openGit(folder, environment(folder));
let folder: string;
const run = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', env: environment(folder) }).trim();
const begin = (): void => {
  run('init', '-q', '-b', 'main');
  run('add', '.');
  run('-c', 'user.name=Git', '-c', 'user.email=git@example.com', 'commit', '-q', '--allow-empty', '-m', 'first');
};
const log = (format = '%an <%ae> %s'): readonly string[] => run('log', `--format=${format}`).split('\n');
const filesOf = (revision = 'HEAD'): readonly string[] => run('show', '--name-only', '--format=', revision).split('\n');

describe('a commit', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rolewright-commits-'));
    mkdirSync(join(folder, 'roles'));
    writeFileSync(join(folder, 'roles/seller.yaml'), 'id: seller\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const saving = (...paths: readonly string[]) =>
    commitSaved({ paths, by: 'Анна <Бак\nкер>', mail: null, message: `# Save ${paths.join()}` }, gitIn(folder));

  it('is made where there is a repository, and nowhere else', () => {
    expect(saving('roles/seller.yaml')).toBeNull();
    expect(existsSync(join(folder, '.git'))).toBe(false);
    begin();
    appendFileSync(join(folder, 'roles/seller.yaml'), 'version: 2.0.0\n');
    expect(saving('roles/seller.yaml')).toBeNull();
    expect(log()).toEqual(['Анна Бак кер <> # Save roles/seller.yaml', 'Git <git@example.com> first']);
    expect(commitSaved({ paths: ['roles/seller.yaml'], by: 'A', mail: null, message: '' }, () => null)).toBeNull();
  });

  it('has nothing of what others have changed or staged', () => {
    begin();
    for (const [name, text] of [
      ['notes.txt', 'staged'],
      ['roles/other.yaml', 'id: other\n'],
      ['roles/[seller].yaml', 'id: a-new-one\n'],
    ] as const)
      writeFileSync(join(folder, name), text);
    run('add', 'notes.txt');
    expect(saving('roles/[seller].yaml')).toBeNull();
    expect(filesOf()).toEqual(['roles/[seller].yaml']);
    expect(run('status', '--porcelain').split('\n')).toEqual(['A  notes.txt', '?? roles/other.yaml']);
    // Nothing has changed: there is nothing to commit.
    expect(saving('roles/[seller].yaml')).toBeNull();
    expect(log()).toHaveLength(2);
  });

  it('runs no program that a repository names, which came with the folder', () => {
    begin();
    const ran = join(folder, 'ran');
    const program = join(folder, '.git/program');
    writeFileSync(program, `#!/bin/sh\ntouch "${ran}"\ncat\n`);
    chmodSync(program, 0o755);
    for (const key of ['core.fsmonitor', 'filter.theirs.clean', 'filter.theirs.process', 'core.pager', 'diff.external'])
      run('config', key, program);
    run('config', 'core.hooksPath', join(folder, '.git'));
    cpSync(program, join(folder, '.git/pre-commit'));
    appendFileSync(join(folder, 'roles/seller.yaml'), 'version: 2.0.0\n');
    expect(saving('roles/seller.yaml')).toBeNull();
    writeFileSync(join(folder, '.gitattributes'), '*.yaml filter=theirs\n');
    appendFileSync(join(folder, 'roles/seller.yaml'), 'title: x\n');
    expect(saving('roles/seller.yaml')).toMatchObject({ code: 'studio-not-committed' });
    expect([existsSync(ran), readFileSync(join(folder, 'roles/seller.yaml'), 'utf8')]).toEqual([
      false,
      expect.stringContaining('title: x'),
    ]);
    for (const key of ['core.fsmonitor', 'core.pager']) run('config', '--unset', key);
    expect(log()).toHaveLength(2);
  });

  it('has no file that git passes over, and none that is no text of ours', () => {
    writeFileSync(join(folder, '.gitignore'), 'register/\n');
    begin();
    mkdirSync(join(folder, 'register'));
    for (const path of ['register/people.yaml', 'roles/scan.pdf']) writeFileSync(join(folder, path), 'x');
    expect(saving('register/people.yaml', 'roles/scan.pdf')).toBeNull();
    expect(log()).toHaveLength(1);
  });

  it('is none of a repository that merely lies around the folder', () => {
    begin();
    const outer = folder;
    folder = join(outer, 'firm');
    mkdirSync(join(folder, 'roles'), { recursive: true });
    writeFileSync(join(folder, 'roles/seller.yaml'), 'id: seller\n');
    expect(saving('roles/seller.yaml')).toBeNull();
    expect(run('log', '--format=%s')).toBe('first');
    run('add', 'roles');
    expect(saving('roles/seller.yaml')).toBeNull();
    expect(filesOf()).toEqual(['firm/roles/seller.yaml']);
    folder = outer;
  });

  it('names the mail that is known, and runs nothing of the repository', () => {
    begin();
    run('config', 'user.name', 'Ann Lee');
    run('config', 'user.email', 'ann@example.com');
    run('config', 'commit.gpgsign', 'true');
    writeFileSync(join(folder, '.git/hooks/pre-commit'), `#!/bin/sh\ntouch "${folder}/ran"\nexit 1\n`);
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    for (const [by, mail, author] of [
      ['ann lee', null, 'ann lee <ann@example.com>'],
      ['Piet Vos', null, 'Piet Vos <>'],
      ['Piet Vos', 'piet@example.com', 'Piet Vos <piet@example.com>'],
    ] as const) {
      appendFileSync(join(folder, 'roles/seller.yaml'), `# ${author}\n`);
      expect(commitSaved({ paths: ['roles/seller.yaml'], by, mail, message: 'm' }, gitIn(folder))).toBeNull();
      expect(log('%an <%ae> by %cn')[0]).toBe(`${author} by Ann Lee`);
    }
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  it('that cannot be made is told, and takes nothing back', () => {
    begin();
    appendFileSync(join(folder, 'roles/seller.yaml'), 'version: 2.0.0\n');
    writeFileSync(join(folder, '.git/index.lock'), '');
    expect(saving('roles/seller.yaml')).toMatchObject({
      ...{ code: 'studio-not-committed', severity: 'warning', args: { reason: 'refused', files: 'roles/seller.yaml' } },
    });
    rmSync(join(folder, '.git/index.lock'));
    writeFileSync(join(folder, '.git/MERGE_HEAD'), `${run('rev-parse', 'HEAD')}\n`);
    expect(saving('roles/seller.yaml')).toMatchObject({ args: { reason: 'merging' } });
    expect(readFileSync(join(folder, 'roles/seller.yaml'), 'utf8')).toContain('version: 2.0.0');
    expect(log()).toHaveLength(1);
  });
});

describe('the studio of a folder in a repository', () => {
  let made: Made;
  const visitor: Omit<Visitor, 'actor'> = {
    ...{ account: null, by: 'session', language: 'nl', token: 'token', isFresh: true },
    reach: () => 'everywhere',
  };
  beforeEach(async () => {
    made = await madeService({
      git: gitIn,
      door({ folder: at, own, edge }) {
        const studio = openStudio({ workspace: openWorkspace(at), own, project: '.', now: () => edge.now().getTime() });
        return {
          recognise: async () => ({ ...visitor, actor: { id: 'a_1', name: 'Helen Carter' } }),
          routes: [...studioRoutes(studio), ...hrRoutes(studio)],
          hosts: [],
        };
      },
    });
    ({ folder } = made);
    writeFileSync(join(folder, '.gitignore'), 'register/\n');
    begin();
  });
  afterEach(async () => {
    await made.close();
    rmSync(folder, { recursive: true, force: true });
  });
  async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const answer = await made.app.request(`https://hr.example.com/api/v1/studio/${path}`, {
      method,
      headers: { cookie: '__Host-rolewright-session=any', 'x-rolewright-token': visitor.token, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    expect([answer.status, path]).toEqual([200, path]);
    return (await answer.json()) as T;
  }
  const id = 'customer-service-manager';
  const edits = [{ do: 'set', at: ['version'], value: '9.1.0' }];

  it('commits a role that is saved, by whoever saves it', async () => {
    const { base } = await ask<{ base: string }>('GET', `roles/${id}`);
    expect(routesOf(made.service).some(({ path }) => path.endsWith('/save'))).toBe(true);
    expect(await ask('POST', `roles/${id}/save`, { base, edits })).toMatchObject({ outcome: 'saved' });
    expect(log()).toEqual([`Helen Carter <> roles/${id}.yaml opgeslagen in de studio`, 'Git <git@example.com> first']);
    expect([filesOf(), run('status', '--porcelain')]).toEqual([[`roles/${id}.yaml`], '']);
    // A role that is taken over is a new file.
    await ask('POST', 'roles/office-manager/take');
    expect(filesOf()).toEqual(['roles/office-manager.yaml']);
  });

  it('says what git has not taken, and has saved it all the same', async () => {
    const { base } = await ask<{ base: string }>('GET', `roles/${id}`);
    writeFileSync(join(folder, '.git/index.lock'), '');
    const saved = await ask<{ outcome: string; notCommitted: { code: string; message: string } }>('POST', `roles/${id}/save`, {
      base,
      edits,
    });
    expect([saved.outcome, saved.notCommitted.code]).toEqual(['saved', 'studio-not-committed']);
    expect(saved.notCommitted.message).toContain(`roles/${id}.yaml`);
    expect(readFileSync(join(folder, `roles/${id}.yaml`), 'utf8')).toContain('version: 9.1.0');
  });

  it('commits the file of the employer too, and nothing where the project does not want it', async () => {
    interface Shown {
      readonly base: string;
      readonly form: { readonly texts: object };
    }
    const shown = await ask<Shown>('GET', 'hr/employer');
    const form = { ...shown.form, texts: { ...shown.form.texts, place: { ru: 'г. Гаага', en: 'The Hague', nl: 'Den Haag' } } };
    await ask('POST', 'hr/employer', { base: shown.base, form });
    expect([log()[0], filesOf()]).toEqual(['Helen Carter <> organisation.yaml opgeslagen in de studio', ['organisation.yaml']]);
    appendFileSync(join(folder, 'rolewright.yaml'), 'commit: false\n');
    made.edge.wait(2000);
    const { base } = await ask<{ base: string }>('GET', `roles/${id}`);
    expect(await ask('POST', `roles/${id}/save`, { base, edits })).toMatchObject({ outcome: 'saved' });
    expect(log()).toHaveLength(2);
  });
});
