/** The house rules of imports: data flows one way, the edge stays at the edge, and the other package is known by its name alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = new URL('../src', import.meta.url).pathname;

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));

const named = (text: string): string[] => [...text.matchAll(/(?:from |import\()'([^']+)'/g)].map(([, name = '']) => name);
const importsOf = (file: string, text: string): string[] =>
  named(text)
    .filter((name) => name.startsWith('.'))
    .map((path) => relative(source, join(source, dirname(file), path)).replace(/\.js$/, '.ts'))
    .map((path) => (/^(signer|checker|weeks)\//.test(path) && !files.some(({ file }) => file === path) ? `${path}x` : path));

const room = (file: string): string => file.replace(/\.tsx?$/, '').split('/')[0] ?? '';

/** The rooms from the ground up, and which others each may import from: those above its own line only. */
const house: Record<string, readonly string[]> = {
  life: [],
  chain: [],
  storage: ['chain', 'life'],
  verify: ['chain', 'life', 'storage'],
  register: ['chain', 'life', 'storage', 'verify'],
  papers: ['life', 'register'],
  access: ['life', 'storage'],
  sign: [],
  post: ['access', 'life', 'papers', 'register', 'storage'],
  studio: ['chain', 'life', 'papers', 'register', 'storage', 'verify'],
  http: ['access', 'chain', 'life', 'papers', 'post', 'register', 'sign', 'storage', 'studio', 'verify'],
  signer: ['access', 'http', 'life', 'papers', 'post', 'register', 'storage'],
  checker: ['access', 'http', 'register', 'sign', 'signer'],
  weeks: ['access', 'http', 'life', 'post', 'register'],
  cli: [
    'access',
    'chain',
    'checker',
    'http',
    'life',
    'papers',
    'post',
    'register',
    'sign',
    'signer',
    'storage',
    'studio',
    'verify',
    'weeks',
  ],
  index: [
    'access',
    'chain',
    'checker',
    'cli',
    'http',
    'life',
    'papers',
    'post',
    'register',
    'sign',
    'signer',
    'storage',
    'studio',
    'verify',
    'weeks',
  ],
};
const rooms = Object.keys(house);

/** Packages and modules of Node.js, by the rooms that may use them; those that only compute are free to all. */
const harmless = ['node:buffer', 'node:path', 'node:url', 'node:util', 'node:timers/promises'];
const strangers: Record<string, readonly string[]> = {
  life: ['rolewright'],
  chain: ['node:crypto'],
  storage: ['kysely', 'libsql', 'node:crypto', 'node:fs', 'node:fs/promises', 'pg', 'pg-boss'],
  verify: ['kysely'],
  register: ['kysely', 'node:crypto', 'rolewright'],
  papers: ['fflate', 'rolewright'],
  post: ['kysely', 'nodemailer', 'rolewright'],
  signer: ['hono', 'hono/cookie', 'hono/html', 'hono/jsx', 'kysely', 'node:crypto', 'rolewright'],
  checker: ['hono', 'hono/html', 'hono/jsx', 'node:crypto', 'rolewright'],
  weeks: ['hono', 'hono/html', 'hono/jsx', 'rolewright'],
  access: ['hash-wasm', 'kysely', 'node:crypto', 'rolewright'],
  sign: ['@libpdf/core', 'asn1js', 'node:crypto', 'node:zlib', 'pkijs'],
  studio: ['node:crypto', 'rolewright', 'yaml'],
  http: [
    '@hono/node-server',
    '@hono/node-server/serve-static',
    'ajv',
    'ajv/dist/2020.js',
    'kysely',
    'hono',
    'hono/cookie',
    'hono/html',
    'hono/secure-headers',
    'hono/utils/url',
    'node:crypto',
    'node:http',
    'node:net',
    'openid-client',
    'rolewright',
  ],
  cli: [
    'commander',
    'node:child_process',
    'node:crypto',
    'node:fs',
    'node:fs/promises',
    'node:net',
    'node:os',
    'node:process',
    'node:worker_threads',
    'piscina',
    'rolewright',
  ],
};

describe('imports of the server', () => {
  it('stand in order: no room knows one that stands below it here', () => {
    for (const [at, name] of rooms.entries())
      expect(
        house[name]?.filter((other) => rooms.indexOf(other) >= at && name !== 'index'),
        name,
      ).toEqual([]);
  });

  it('lie in rooms, but for the door of the library', () => {
    expect(files.map(({ file }) => file).filter((file) => !file.includes('/') && file !== 'index.ts')).toEqual([]);
  });

  it.each(files.map(({ file, text }) => ({ file, text })))('$file imports only what its room may know', ({ file, text }) => {
    const known = house[room(file)];
    expect(known, `${room(file)} has no rule`).toBeDefined();
    expect(importsOf(file, text).filter((other) => room(other) !== room(file) && !known?.includes(room(other)))).toEqual([]);
    const others = named(text).filter((name) => !name.startsWith('.') && !harmless.includes(name));
    expect(others.filter((name) => !strangers[room(file)]?.includes(name))).toEqual([]);
  });

  it('leave the process, the clock and chance to the edge', () => {
    const offenders = files.filter(
      ({ file, text }) =>
        room(file) !== 'cli' && /new Date\(\)|Date\.now\(|Math\.random\(|\bprocess\.(?!js)/.test(text.replace(/^ *(?:\*|\/\/).*$/gm, '')),
    );
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  it('has no cycles between files, but of types', () => {
    const graph = new Map(files.map(({ file, text }) => [file, importsOf(file, text.replaceAll(/^import type [^;]*;\n/gm, ''))] as const));
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      expect(path.includes(file), [...path, file].join(' → ')).toBe(false);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const { file } of files) visit(file, []);
  });
});
