/** What is written from data is up to date, and what the README promises is there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script of the project, without types
import * as reference from '../scripts/generate-reference.mjs';
import { openWorkspace } from '../src/workspace/disk.js';

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
  const { scripts, bin } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: Record<string, string>;
    bin: Record<string, string>;
  };

  it('links to files that are there', () => {
    const pagesWithLinks = [
      'README.md',
      ...workspace
        .list('docs')
        .filter((file) => file.endsWith('.md'))
        .map((file) => `docs/${file}`),
    ];
    for (const page of pagesWithLinks) {
      const folder = page.includes('/') ? 'docs/' : '';
      for (const [, target = ''] of workspace.readText(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
        expect(workspace.exists(`${folder}${target}`), `${page} → ${target}`).toBe(true);
    }
  });

  it('names scripts that there are', () => {
    for (const [, name = ''] of readme.matchAll(/npm run (\w+)/g)) expect(scripts[name], name).toBeDefined();
    expect(scripts.demo).toContain('generate --all');
    expect(bin.rolewright).toBe('dist/cli.cjs');
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
