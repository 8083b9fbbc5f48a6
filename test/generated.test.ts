/** What is written from data is up to date, and what the README promises is there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script of the project, without types
import * as reference from '../scripts/generate-reference.mjs';
import { contents, plainText } from '../src/document/reading.js';
import { createAssembler } from '../src/press/assemble.js';
import { readRole } from '../src/role/read.js';
import { openLibrary } from '../src/shelf/library.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';

const root = new URL('..', import.meta.url).pathname;
const workspace = openWorkspace(root);

describe('the reference', () => {
  it('is what `npm run reference` writes', async () => {
    const { pages } = reference as { pages(): Promise<Record<string, string>> };
    for (const [file, text] of Object.entries(await pages()))
      expect(workspace.readText(file) === text, `${file} is stale: npm run reference`).toBe(true);
  });
});

describe('the README', () => {
  const readme = workspace.readText('README.md');
  const { scripts, bin, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: Record<string, string>;
    bin: Record<string, string>;
    version: string;
  };

  it('names scripts that there are', () => {
    for (const [, name = ''] of readme.matchAll(/npm run (\w+)/g)) expect(scripts[name], name).toBeDefined();
    expect(scripts.demo).toContain('generate --all');
    expect(bin.rolewright).toBe('bin/rolewright.cjs');
  });

  it('installs the file that is packed', () => {
    expect(readme).toContain(`npm install ./rolewright-${version}.tgz`);
    expect(workspace.readText('server/README.md')).toContain(`npm install ./rolewright-${version}.tgz ./rolewright-server-${version}.tgz`);
  });

  it('names every role of the library', () => {
    for (const file of workspace.list('roles')) expect(readme).toContain(file.replace('.yaml', ''));
  });
});

describe('what a new language takes', () => {
  it('is told with all the files that know languages apart, and no others', () => {
    const page = workspace.readText('docs/extending.md');
    const section = page.slice(page.indexOf('## A language'), page.indexOf('## A kind of document'));
    const told = [...section.matchAll(/`src\/([\w/-]+\.ts)`/g)].map(([, file = '']) => file);
    const source = join(root, 'src');
    const knowing = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
      .filter((file) => {
        const code = readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
        // English is the language of what has none, so the other two tell.
        return /'(?:ru|nl)(?:-[A-Z]{2})?'|\b(?:ru|nl): /.test(code);
      });
    expect([...told].sort()).toEqual(knowing.sort());
  });
});

describe('the guide to templates', () => {
  const page = workspace.readText('docs/templates.md');
  const part = (heading: string): string =>
    page.slice(page.indexOf(`## ${heading}`), page.indexOf('\n## ', page.indexOf(`## ${heading}`) + 3));

  it('names every value that a template sees, and no other', () => {
    const shelf = packageWorkspace();
    const { role } = readRole(shelf, 'roles/account-manager.yaml', shelf);
    const seen = new Set<string>();
    const spy = '{{#each this}}<p>{{@key}}</p>{{/each}}';
    const library = openLibrary(shelf);
    const template = { file: 'spy.hbs', text: `<document title="x" subject="x">${spy}</document>` };
    const { blocks } = createAssembler(() => template, library).assemble({
      ...{
        role: role as NonNullable<typeof role>,
        kind: 'job-description',
        locale: 'en',
        person: null,
        organisation: null,
        date: null,
        logo: null,
      },
      ...{ jurisdiction: library.jurisdiction('gb'), theme: library.theme('uk') },
    });
    for (const words of contents(blocks)) seen.add(plainText(words));
    const told = part('What a template sees')
      .split('\n')
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
    expect(told.sort()).toEqual([...seen].sort());
  });

  it('names every part, and no other', () => {
    const told = [...part('Parts').matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name);
    const there = workspace.list('templates/partials').map((name) => name.replace('.hbs', ''));
    expect(told.sort()).toEqual(there.sort());
  });
});
