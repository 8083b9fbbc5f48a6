/** The workspace of a folder and that in memory, where files, folders and links stand in each other’s way. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { openWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import type { Workspace } from '../src/workspace/workspace.js';

const bytes = new TextEncoder().encode('new');
const roots: string[] = [];
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rolewright-workspace-'));
  roots.push(root);
});
afterAll(() => roots.forEach((one) => rmSync(one, { recursive: true, force: true })));

function refusalOf(step: () => unknown): unknown[] {
  try {
    step();
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics.map(({ code, args, file }) => [code, args, file]);
    throw error;
  }
  return [];
}

const put = (path: string, content = 'old'): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
};
const write = (paths: string[], options: Parameters<Workspace['writeAll']>[1] = {}): string[] =>
  openWorkspace(root).writeAll(
    paths.map((path) => ({ path, bytes })),
    options,
  );
const all = (): string[] => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();

describe('reading', () => {
  test('has a limit in bytes, and stays just within it', () => {
    put('a.yaml', 'x'.repeat(2048));
    for (const workspace of [openWorkspace(root), memoryWorkspace({ 'a.yaml': 'x'.repeat(2048) })]) {
      expect(workspace.readBytes('a.yaml', 2048)).toHaveLength(2048);
      expect(refusalOf(() => workspace.readText('a.yaml', 2047))).toEqual([
        ['file-too-large', { file: 'a.yaml', size: 2, limit: 2 }, 'a.yaml'],
      ]);
    }
  });

  test('says what is wrong with a file, and what may have been meant', () => {
    put('seller.yaml');
    mkdirSync(join(root, 'folder.yaml'));
    const workspace = openWorkspace(root);
    expect(refusalOf(() => workspace.readText('sellers.yaml'))).toEqual([
      ['file-missing', { file: 'sellers.yaml', nearest: 'seller.yaml' }, 'sellers.yaml'],
    ]);
    expect(refusalOf(() => workspace.readText('none/sellers.yaml'))).toEqual([
      ['file-missing', { file: 'none/sellers.yaml', nearest: '' }, 'none/sellers.yaml'],
    ]);
    expect(refusalOf(() => workspace.readText('folder.yaml'))).toEqual([['not-a-file', { file: 'folder.yaml' }, 'folder.yaml']]);
  });

  test('names the line where the letters of a file break off', () => {
    const broken = new Uint8Array([0x61, 0x0a, 0x62, 0x0a, 0xff, 0x0a]);
    expect(() => memoryWorkspace({ 'a.yaml': broken }).readText('a.yaml')).toThrow('not-utf8 {"file":"a.yaml"');
    try {
      memoryWorkspace({ 'a.yaml': broken }).readText('a.yaml');
    } catch (error) {
      expect((error as Refusal).diagnostics).toMatchObject([{ file: 'a.yaml', line: 3 }]);
    }
  });
});

describe('a list of files', () => {
  test('is sorted, without folders, and empty where there is no folder', () => {
    for (const path of ['b.yaml', 'a.yaml', 'c/d.yaml']) put(path);
    for (const workspace of [openWorkspace(root), memoryWorkspace({ 'b.yaml': '', './a.yaml': '', 'c/d.yaml': '' })]) {
      expect(workspace.list('.')).toEqual(['a.yaml', 'b.yaml']);
      expect(workspace.list('c')).toEqual(['d.yaml']);
      expect(workspace.list('none')).toEqual([]);
      expect([workspace.exists('c/d.yaml'), workspace.exists('./a.yaml'), workspace.exists('d.yaml')]).toEqual([true, true, false]);
    }
    expect(openWorkspace(root).list('a.yaml')).toEqual([]);
  });

  test('is refused where a folder cannot be read', () => {
    symlinkSync('loop', join(root, 'loop'));
    expect(refusalOf(() => openWorkspace(root).list('loop'))).toEqual([['folder-unreadable', { file: 'loop', reason: 'ELOOP' }, 'loop']]);
    expect(refusalOf(() => openWorkspace(root).readText('loop/a.yaml'))).toEqual([
      ['file-unreadable', { file: 'loop/a.yaml', reason: 'ELOOP' }, 'loop/a.yaml'],
    ]);
  });
});

describe('a list of folders', () => {
  test('is sorted, without files and links, and empty where there is no folder', () => {
    for (const path of ['b/x.yaml', 'a/deep/y.yaml', 'c.yaml']) put(path);
    symlinkSync(join(root, 'a'), join(root, 'link'));
    const inMemory = memoryWorkspace({ 'b/x.yaml': '', 'a/deep/y.yaml': '', 'c.yaml': '' });
    for (const workspace of [openWorkspace(root), inMemory])
      expect(['.', 'a', 'b', 'c.yaml', 'none'].map((folder) => workspace.folders(folder))).toEqual([['a', 'b'], ['deep'], [], [], []]);
  });
});

describe('a path', () => {
  test('is within a folder by where it really leads', () => {
    for (const path of ['in/a.yaml', 'inside/b.yaml', 'out/c.yaml']) put(path);
    symlinkSync(join(root, 'out'), join(root, 'in/link'));
    symlinkSync(join(root, 'in'), join(root, 'back'));
    symlinkSync('round', join(root, 'in/round'));
    const { within } = openWorkspace(root);
    expect(['in/a.yaml', 'in', 'in/new/x', 'back/a.yaml', 'out/../in/a.yaml', 'in/round'].map((path) => within(path, 'in'))).toEqual(
      Array(6).fill(true),
    );
    expect(
      ['inside/b.yaml', 'in/link/c.yaml', 'in/link/new.yaml', 'in/../out/c.yaml', '..', '/etc/passwd'].map((path) => within(path, 'in')),
    ).toEqual(Array(6).fill(false));
    expect(within('in/a.yaml', '/')).toBe(true);
    expect(within('in/a.yaml', 'none')).toBe(false);
  });

  test('is within a folder in memory by its name', () => {
    const { within } = memoryWorkspace({});
    expect(['in/a.yaml', 'in', 'in/../in/b', 'in/..hidden'].map((path) => within(path, 'in'))).toEqual(Array(4).fill(true));
    expect(['inside', 'in/..', 'in/../out', '../in'].map((path) => within(path, 'in'))).toEqual(Array(4).fill(false));
    expect([within('a', '.'), within('../a', '.')]).toEqual([true, false]);
  });
});

describe('writing', () => {
  test('goes to the workspace itself where no folder is named', () => {
    expect(write(['a/x.pdf', 'y.pdf'])).toEqual(['a/x.pdf', 'y.pdf']);
    expect(all()).toEqual(['a', 'a/x.pdf', 'y.pdf']);
    const memory = memoryWorkspace({});
    expect(memory.writeAll([{ path: 'y.pdf', bytes }])).toEqual(['y.pdf']);
    expect(memory.readText('y.pdf')).toBe('new');
  });

  test('tells of everything in the way, where it is', () => {
    put('out/there.pdf');
    put('out/file');
    mkdirSync(join(root, 'out/folder'));
    mkdirSync(join(root, 'private'));
    symlinkSync(join(root, 'private'), join(root, 'out/elsewhere'));
    symlinkSync('nowhere', join(root, 'out/broken'));
    const before = all();
    expect(
      refusalOf(() => write(['there.pdf', 'folder', 'file/x.pdf', 'elsewhere/x.pdf', 'broken/x.pdf', 'good.pdf'], { folder: 'out' })),
    ).toEqual([
      ['would-overwrite', { file: 'out/there.pdf' }, 'out/there.pdf'],
      ['not-a-file', { file: 'out/folder' }, 'out/folder'],
      ['folder-unwritable', { folder: 'out/file', reason: 'ENOTDIR' }, 'out/file'],
      ['output-outside', { name: 'out/elsewhere/x.pdf' }, 'out/elsewhere/x.pdf'],
      ['folder-unwritable', { folder: 'out/broken', reason: 'ENOENT' }, 'out/broken'],
    ]);
    // Not even by force.
    expect(refusalOf(() => write(['folder'], { folder: 'out', force: true }))).toHaveLength(1);
    expect(all()).toEqual(before);
    expect(refusalOf(() => memoryWorkspace({ 'a/x': 'old' }).writeAll([{ path: 'x', bytes }], { folder: 'a' }))).toEqual([
      ['would-overwrite', { file: 'a/x' }, 'a/x'],
    ]);
  });

  test('calls the workspace itself by a dot', () => {
    put('file');
    expect(refusalOf(() => openWorkspace(join(root, 'file')).writeAll([{ path: 'x.pdf', bytes }]))).toEqual([
      ['folder-unwritable', { folder: '.', reason: 'ENOTDIR' }, '.'],
    ]);
  });

  test('takes back what it has made when it fails half-way, folders too, and leaves what was there', () => {
    put('out/there.pdf');
    put('out/kept/old.pdf');
    const before = all();
    const refused = refusalOf(() =>
      write(['there.pdf', 'made/deep/new.pdf', 'kept/new.pdf', 'clash/new.pdf', 'clash'], { folder: 'out', force: true }),
    );
    expect(refused).toMatchObject([['write-failed', { file: 'out/clash', reason: 'EISDIR' }, 'out/clash']]);
    expect(all()).toEqual(before);
    expect(readFileSync(join(root, 'out/there.pdf'), 'utf8')).toBe('old');
  });

  test('only looks when asked to, and replaces when told to', () => {
    for (const workspace of [openWorkspace(root), memoryWorkspace({})]) {
      const files = [{ path: 'a/x.pdf', bytes }];
      expect(workspace.writeAll(files, { dryRun: true })).toEqual(['a/x.pdf']);
      expect(workspace.exists('a/x.pdf')).toBe(false);
      workspace.writeAll(files);
      expect(workspace.writeAll([{ path: 'a/x.pdf', bytes: new TextEncoder().encode('newer') }], { force: true })).toEqual(['a/x.pdf']);
      expect(workspace.readText('a/x.pdf')).toBe('newer');
    }
    expect(all()).toEqual(['a', 'a/x.pdf']);
  });

  test('leaves nothing beside its files', () => {
    put('there.pdf');
    write(['there.pdf', 'a/b/c.pdf'], { force: true });
    expect(all()).toEqual(['a', 'a/b', 'a/b/c.pdf', 'there.pdf']);
    expect(readFileSync(join(root, 'there.pdf'), 'utf8')).toBe('new');
  });

  test('replaces a link by a file, and leaves alone what it led to', () => {
    put('private.txt', 'mine');
    symlinkSync('private.txt', join(root, 'x.pdf'));
    expect(refusalOf(() => write(['x.pdf']))).toEqual([['would-overwrite', { file: 'x.pdf' }, 'x.pdf']]);
    write(['x.pdf'], { force: true });
    expect([readFileSync(join(root, 'private.txt'), 'utf8'), readFileSync(join(root, 'x.pdf'), 'utf8')]).toEqual(['mine', 'new']);
    expect(existsSync(join(root, 'x.pdf'))).toBe(true);
  });
});
