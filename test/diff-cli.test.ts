/** `rolewright diff` as users meet it: ids, paths, overlays and revisions; reports, pages and Word files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGit } from '../src/desk/git.js';
import { run } from '../src/cli/program.js';
import type { RoleDiff } from '../src/diff/change.js';
import type { Terminal } from '../src/cli/terminal.js';
import { openWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import type { Workspace } from '../src/workspace/workspace.js';
import { openDocx } from './opened-docx.js';
import { settledDocx } from './settled-docx.js';

const source = readFileSync(new URL('corpus/diff/roles/seller.yaml', import.meta.url), 'utf8');
const newer = source
  .replace('version: 1.0.0', 'version: 1.1.0')
  .replace('en: greet customers', 'en: welcome all customers')
  .replace('value: 10', 'value: 12');
const overlay = 'schema: 2\nextends: seller\nbase: { version: 1.0.0 }\nid: wholesale\nversion: 1.0.0\nchanges:\n  - remove: refuse\n';
const project = { 'roles/seller.yaml': source, 'newer.yaml': newer, 'roles/wholesale.yaml': overlay };

async function rolewright(
  line: string,
  workspace: Workspace,
  over: Partial<Terminal> = {},
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await run({
    argv: line
      .split(' ')
      .filter(Boolean)
      .map((one) => one.replaceAll('+', ' ')),
    environment: { LANG: 'en_GB.UTF-8' },
    errIsTerminal: false,
    workspace,
    milliseconds: () => 0,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...over,
  });
  return { code, out, err };
}

/** Under one law, which says the same in less time. */
const diff = (line: string, over: Partial<Terminal> = {}) => rolewright(`diff ${line} --jurisdiction gb`, memoryWorkspace(project), over);

describe('diff', () => {
  it('sees a version and its base from one place of the structure, so that only its words differ', async () => {
    const workspace = memoryWorkspace({
      ...project,
      'organisation.yaml': 'schema: 2\nname: Shop Ltd\njurisdiction: gb\nlanguages: [en]\nstructure: structure.yaml\n',
      'structure.yaml': [
        'schema: 2\nlanguages: [en]\ndepartments:\n  - { id: shop, name: shop, head: shop-head }\npositions:',
        '  shop-head: { title: head of the shop, department: shop, reportsTo: null, holders: [{ name: { last: Hughes, first: Megan } }] }',
        '  seller: { title: seller, role: seller, department: shop, grade: C, place: Leeds, deputies: [shop-head] }\n',
      ].join('\n'),
      'roles/wholesale.yaml': `${overlay.split('changes:')[0] ?? ''}changes:\n  - { change: conversion, value: 12 }\n`,
    });
    const { code, out } = await rolewright('diff roles/wholesale.yaml', workspace);
    expect(code).toBe(0);
    expect(out).toContain('To be signed again: KPI scorecard.\n');
  });

  it('says what changed, with marks where there are no colours', async () => {
    const { code, out, err } = await diff('seller newer.yaml');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('1 duty reworded; KPI “conversion”: at least 10% → at least 12%.');
    expect(out).toContain('[-greet-]{+welcome all+} customers');
    expect((await diff('seller newer.yaml', { outIsTerminal: true })).out).toContain('\u001B[');
    expect((await diff('seller newer.yaml', { outIsTerminal: true, environment: { NO_COLOR: '1' } })).out).not.toContain('\u001B[');
    expect((await diff('seller newer.yaml --lang ru')).out).toContain(
      'Переформулирована 1 обязанность; показатель «конверсия»: не менее 10 % → не менее 12 %.',
    );
    expect((await diff('seller newer.yaml --lang nl')).out).toContain(
      '1 taak anders geformuleerd; KPI ‘conversie’: minimaal 10% → minimaal 12%.',
    );
  });

  it('compares an overlay with its base', async () => {
    expect((await rolewright('diff roles/wholesale.yaml --jurisdiction ru', memoryWorkspace(project))).out).toContain('1 right removed.');
    // In a brief British paper limits stand in the place of rights.
    expect((await diff('roles/wholesale.yaml')).out).toContain('No change is material: nobody has to sign again.');
    const { code, err } = await diff('seller');
    expect(code).toBe(2);
    expect(err).toContain('diff-needs-two');
  });

  it('ends as git does with --exit-code', async () => {
    expect((await diff('seller seller --exit-code')).code).toBe(0);
    expect((await diff('seller newer.yaml --exit-code')).code).toBe(1);
    expect((await diff('seller nowhere.yaml --exit-code')).code).toBe(2);
    expect((await diff('seller newer.yaml')).code).toBe(0);
    expect((await diff('seller nowhere.yaml')).code).toBe(1);
    expect((await diff('seller selller')).code).toBe(2);
  });

  it('gives programs everything', async () => {
    const { out } = await diff('seller newer.yaml --json --locale ru');
    expect(JSON.parse(out)).toMatchObject({
      before: { id: 'seller', version: '1.0.0' },
      signed: 'ru',
      material: true,
      changes: [
        { section: 'version', material: false, reason: 'metadata' },
        {
          kind: 'reworded',
          id: 'greet',
          material: false,
          reason: 'translation',
          fields: [
            {
              field: 'text',
              language: 'en',
              words: [
                { kind: 'removed', text: 'greet' },
                { kind: 'added', text: 'welcome all' },
                { kind: 'same', text: ' customers' },
              ],
            },
          ],
        },
        { kind: 'changed', id: 'conversion', material: true, fields: [{ field: 'value', before: 10, after: 12 }] },
      ],
    });
  });

  it('gives programs the fingerprints of all papers, and the papers of each change', async () => {
    const { papers, changes } = JSON.parse((await diff('seller newer.yaml --json')).out) as RoleDiff;
    const told = papers.map(({ kind, jurisdiction, locale, signed, changed }) => [kind, jurisdiction, locale, signed, changed].join(' '));
    expect(told.filter((line) => / ru /.test(line))).toEqual([
      'job-description gb ru true false',
      'onboarding-checklist gb ru true false',
      'onboarding-plan-manager gb ru false false',
      'onboarding-plan-hr gb ru false false',
      'acknowledgement-sheet gb ru false false',
      'kpi-scorecard gb ru true true',
      'probation-review gb ru false true',
    ]);
    expect(changes.map(({ id, papers: seen }) => [id, seen.map(({ kind, locale }) => `${kind} ${locale}`)])).toEqual([
      [null, []],
      ['greet', ['job-description en']],
      // Measures stand in the scorecard; the brief description leaves them out.
      ['conversion', ['ru', 'en', 'nl'].map((locale) => `kpi-scorecard ${locale}`)],
    ]);
    for (const { before, after } of papers) for (const mark of [before, after]) expect(mark).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names the papers to sign, under the law of the organisation and with its titles', async () => {
    const organisation =
      'schema: 2\nname: Shop Ltd\njurisdiction: gb\nlanguages: [en]\nposts:\n  director: { title: owner }\n  deputy: { title: owner }\n';
    const files = {
      ...project,
      'other.yaml': source.replace('posts: [director] }', 'posts: [deputy] }'),
      'organisation.yaml': organisation,
    };
    const of = async (line: string): Promise<string> => (await rolewright(`diff seller other.yaml ${line}`, memoryWorkspace(files))).out;
    expect(await of('--no-organisation --jurisdiction nl')).toContain('\nTo be signed again: job description.\n');
    expect(await of('--no-organisation --jurisdiction nl --lang ru')).toContain(
      '\nОзнакомить под подпись заново: должностная инструкция.\n',
    );
    expect(await of('--no-organisation --jurisdiction nl --lang nl')).toContain('\nOpnieuw te ondertekenen: functieomschrijving.\n');
    expect(await of('--organisation organisation.yaml --locale en')).toContain('No change is material: nobody has to sign again.');
    expect(await of('--organisation organisation.yaml')).toContain('\nTo be signed again: job description (Russian, Dutch).\n');
    expect(await of('--no-organisation --jurisdiction nl --format html')).toContain('<p>To be signed again: job description.</p>');
  });

  it('says what is wrong with the law or the organisation', async () => {
    expect((await rolewright('diff seller newer.yaml --jurisdiction de', memoryWorkspace(project))).code).toBe(2);
    const { code, err } = await diff('seller newer.yaml --organisation nowhere.yaml');
    expect([code, err]).toEqual([1, expect.stringContaining('nowhere.yaml')]);
  });

  it('makes a page that needs nothing but itself', async () => {
    const workspace = memoryWorkspace(project);
    expect((await rolewright('diff seller newer.yaml --format html --out pages/x.html', workspace)).out).toBe('pages/x.html\n');
    const page = workspace.readText('pages/x.html');
    expect(page).toContain('<del>greet</del><ins>welcome all</ins> customers');
    expect(page).not.toMatch(/<script|https?:/);
    expect((await rolewright('diff seller newer.yaml --format html --out pages/x.html', workspace)).err).toContain('would-overwrite');
    expect((await diff('seller newer.yaml --format html')).out).toBe(page);
  });

  it('makes a Word file with tracked changes, the same bytes each time', async () => {
    const line = 'diff seller newer.yaml --format docx --out x.docx --author J.+Smith --date 2026-12-01 --locale en --jurisdiction gb';
    const [one, other] = [memoryWorkspace(project), memoryWorkspace(project)];
    expect(await rolewright(line, one)).toMatchObject({ code: 0, out: 'x.docx\n' });
    await rolewright(line, other);
    const bytes = one.readBytes('x.docx');
    expect(Buffer.compare(bytes, other.readBytes('x.docx'))).toBe(0);
    const words = (file: Uint8Array): string =>
      openDocx(file)
        .paragraphs.map(({ text }) => text)
        .join('\n');
    expect(words(settledDocx(bytes, 'accept'))).toContain('elcome all customers');
    expect(words(settledDocx(bytes, 'reject'))).toContain('reet customers');
    expect(openDocx(bytes).source('word/document.xml')).toContain('w:author="J. Smith" w:date="2026-12-01T00:00:00Z"');
  });

  it('guesses neither author nor day nor file', async () => {
    const { code, err } = await diff('seller newer.yaml --format docx');
    expect(code).toBe(2);
    for (const option of ['--author', '--date', '--out']) expect(err).toContain(option);
    expect((await diff('seller newer.yaml --format docx --author a --out x.docx --date 2026-02-30')).err).toContain('bad-date');
    expect((await diff('seller newer.yaml --locale de')).code).toBe(2);
  });
});

it('needs both roles in the language of the Word file', async () => {
  const inRussian = source.replaceAll(/\{ ru: ([^,}]+), en: [^}]*? \}/g, '$1').replace('[ru, en, nl]', '[ru]');
  const line = 'diff seller russian.yaml --format docx --out x.docx --author a --date 2026-12-01 --jurisdiction ru';
  const files = { ...project, 'russian.yaml': inRussian };
  expect((await rolewright(line, memoryWorkspace(files))).code).toBe(0);
  const { code, err } = await rolewright(`${line} --locale en`, memoryWorkspace(files));
  expect(code).toBe(1);
  expect(err).toContain('language-not-in-role');
});

describe('revisions', () => {
  let folder = '';
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rolewright-diff-'));
    mkdirSync(join(folder, 'hr/roles'), { recursive: true });
    git('init', '-q');
    for (const [file, text] of [
      ['hr/roles/seller.yaml', source],
      ['hr/roles/wholesale.yaml', overlay],
    ] as const)
      writeFileSync(join(folder, file), text);
    git('add', '.');
    git('commit', '-qm', 'one');
    writeFileSync(join(folder, 'hr/roles/seller.yaml'), newer);
    git('commit', '-qam', 'two');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const at = (inside: string, line: string) =>
    rolewright(`diff ${line} --jurisdiction gb`, openWorkspace(join(folder, inside)), { git: openGit(join(folder, inside), process.env) });

  it('are read from the repository, paths counted as git does', async () => {
    expect((await at('.', 'HEAD~1:hr/roles/seller.yaml HEAD:hr/roles/seller.yaml')).out).toContain('1 duty reworded');
    expect((await at('hr', 'HEAD~1:hr/roles/seller.yaml roles/seller.yaml')).out).toContain('1 duty reworded');
    expect((await at('hr', 'HEAD~1:./roles/seller.yaml seller')).out).toContain('1 duty reworded');
  });

  it('give an overlay the base that it had then', async () => {
    const { out, err } = await at('hr', 'HEAD~1:hr/roles/wholesale.yaml');
    expect(err).toBe('');
    expect(out).toContain('seller 1.0.0 → wholesale 1.0.0');
  });

  it('that are not there, or lead elsewhere, are told', async () => {
    const codes = async (name: string, inside = '.'): Promise<string> =>
      /^(?:\S+: )?error (\S+)/m.exec((await at(inside, `${name} hr/roles/seller.yaml`)).err)?.[1] ?? '';
    expect(await codes('HEAD~9:hr/roles/seller.yaml')).toBe('git-no-revision');
    expect(await codes('HEAD:hr/roles/nobody.yaml')).toBe('git-no-file');
    expect(await codes('HEAD:../seller.yaml')).toBe('git-bad-path');
    expect(await codes('HEAD:/etc/passwd')).toBe('git-bad-path');
    expect(await codes('HEAD;id:x.yaml')).toBe('git-bad-revision');
    expect(await codes('--output=x:y.yaml')).toBe('usage-unknown-option');
    expect((await rolewright('diff HEAD:a.yaml b.yaml', memoryWorkspace({}))).err).toContain('git-missing');
    expect((await rolewright('diff -- --output=x:a.yaml b.yaml', memoryWorkspace({}))).err).toContain('git-bad-revision');
  });

  it('outside a repository are told as well', async () => {
    const { err } = await rolewright('diff HEAD:a.yaml HEAD:b.yaml', memoryWorkspace({}), {
      git: openGit(tmpdir(), { ...process.env, GIT_CEILING_DIRECTORIES: '/' }),
    });
    expect(err).toContain('git-no-repository');
  });
});
