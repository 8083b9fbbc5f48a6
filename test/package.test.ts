/** The package as a user gets it: what it exports, what its command says before there is a build, when a build is stale, which limits it tells. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
// @ts-expect-error A script of the build, without types.
import { isBuilt, noteBuilt } from '../scripts/prepare/built-from.mjs';
// @ts-expect-error A script of the build, without types.
import { keepPublicTypes } from '../scripts/prepare/types.mjs';
import { deepest } from '../src/role/overlay/overlay.js';
import { bounds } from '../src/template/bounds.js';
import { bytesLimit, textLimit } from '../src/workspace/workspace.js';

const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'rolewright-package-'));
const installed = join(folder, 'node_modules/rolewright');
const write = (path: string, content: unknown): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
};
afterAll(() => rmSync(folder, { recursive: true }));

/** What the compiler finds wrong. The compiler of the latest TypeScript, which takes a quarter of the time of ours. */
function compile(project: string, ...options: string[]): string {
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', project, ...options], { encoding: 'utf8' });
  return stdout + stderr;
}

it('has types with which the examples of the README compile where no other package is installed', () => {
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  const types = join(installed, 'dist/types');
  expect(compile(join(root, 'tsconfig.build.json'), '--noCheck', '--emitDeclarationOnly', '--declarationDir', types)).toBe('');
  (keepPublicTypes as (folder: string) => void)(types);

  const examples = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code = '']) => code);
  expect(examples.length).toBeGreaterThan(0);
  for (const [at, code] of examples.entries()) write(`example-${at}.ts`, code);
  write('package.json', { type: 'module' });
  const files = examples.map((_, at) => `example-${at}.ts`);
  write('examples.json', { compilerOptions: { module: 'NodeNext', strict: true, skipLibCheck: false, types: [], noEmit: true }, files });
  expect(compile(join(folder, 'examples.json'))).toBe('');
});

it('exports its schemas and its package.json', () => {
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  symlinkSync(join(root, 'schemas'), join(installed, 'schemas'));
  const require = createRequire(join(folder, 'program.js'));
  expect(require('rolewright/package.json')).toMatchObject({ name: 'rolewright' });
  expect(require('rolewright/schemas/role.schema.json')).toMatchObject({ title: 'Role' });
});

it('builds nothing when it is installed, which npm would warn of', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  expect(['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => Object.hasOwn(scripts, name))).toEqual([]);
});

it('has a command that says what to run where nothing is built', () => {
  mkdirSync(join(folder, 'clone/bin'), { recursive: true });
  cpSync(join(root, 'bin/rolewright.cjs'), join(folder, 'clone/bin/rolewright.cjs'));
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'clone/bin/rolewright.cjs'), 'list', 'roles'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr.match(/npm ci && npm run build/g)).toHaveLength(3);
});

it('is built anew when its code has changed, and only then', () => {
  const clone = join(folder, 'sources');
  const settings = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'server/package.json',
    'server/tsconfig.build.json',
  ];
  for (const file of [...settings, 'scripts/a.mjs', 'src/a/b.ts', 'server/src/a/b.ts', 'dist/x']) write(`sources/${file}`, file);
  const built = (): boolean => (isBuilt as (place: string) => boolean)(clone);
  const build = noteBuilt as (place: string) => void;
  expect(built()).toBe(false);
  build(clone);
  expect(built()).toBe(true);
  write('sources/locales/ru.yaml', 'words');
  expect(built()).toBe(true);
  write('sources/src/a/b.ts', 'changed');
  expect(built()).toBe(false);
  build(clone);
  write('sources/src/c.ts', '');
  expect(built()).toBe(false);
  build(clone);
  rmSync(join(clone, 'src/a/b.ts'));
  expect(built()).toBe(false);
  build(clone);
  write('sources/server/src/a/b.ts', 'changed');
  expect(built()).toBe(false);
});

it('tells in SECURITY.md the limits that the code has', () => {
  const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');
  const number = new Intl.NumberFormat('en').format;
  const { source, steps, depth, tags, characters } = bounds;
  const template = `${number(source)} characters, ${number(steps)} steps, ${depth} levels, ${number(tags)} tags, ${number(characters)} characters of markup`;
  for (const told of [template, `| ${textLimit / 2 ** 20} MiB |`, `| ${bytesLimit / 2 ** 20} MiB |`, `| ${deepest}; `])
    expect(page).toContain(told);
});
