/** The pages hold together: links lead somewhere, in the repository and in the package, and what is for users exists in three languages. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageWorkspace } from '../src/workspace/disk.js';

const shelf = packageWorkspace();
const languages = ['ru', 'nl'];
const docs = shelf.list('docs').filter((file) => file.endsWith('.md'));
const pages = [
  ...['README.md', 'README.ru.md', 'README.nl.md', 'CHANGELOG.md', 'SECURITY.md', 'CONTRIBUTING.md'],
  ...docs.map((file) => `docs/${file}`),
];

/** A page without its blocks of code. */
const proseOf = (page: string): string => shelf.readText(page).replace(/^```[^]*?^```$/gm, '');

/** The anchors of a page: those that it sets itself, and those that GitHub makes of its headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const prose = proseOf(page);
  const own = [...prose.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id);
  const headings = [...prose.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...own, ...headings]);
}

interface Link {
  readonly page: string;
  /** Where it leads, from the root of the repository. */
  readonly target: string;
  readonly anchor: string;
}

const links: Link[] = pages.flatMap((page) =>
  [...proseOf(page).matchAll(/\]\((?!https?:|mailto:)([^)\s#]*)#?([^)\s]*)\)/g)].map(([, file = '', anchor = '']) => ({
    page,
    target: file === '' ? page : posix.join(posix.dirname(page), file),
    anchor: decodeURIComponent(anchor),
  })),
);

describe('links of the pages', () => {
  it('lead to files that are there, and to headings in them', () => {
    const anchors = new Map<string, ReadonlySet<string>>();
    const dead = links.filter(({ target, anchor }) => {
      if (!shelf.exists(target)) return true;
      if (anchor === '' || !target.endsWith('.md')) return false;
      if (!anchors.has(target)) anchors.set(target, anchorsOf(target));
      return !anchors.get(target)?.has(anchor);
    });
    expect(links.length).toBeGreaterThan(500);
    expect(dead).toEqual([]);
  });

  it('lead to nothing that the package leaves behind', () => {
    const { files } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { files: readonly string[] };
    // npm packs these whatever the list says.
    const always = /^(?:README|LICENSE)\b|^package\.json$/;
    const isPacked = (path: string): boolean => always.test(path) || files.some((one) => path === one || path.startsWith(`${one}/`));
    expect(links.filter(({ target }) => !isPacked(target))).toEqual([]);
  });
});

describe('pages for users', () => {
  const translated = docs.filter((file) => languages.some((language) => file.endsWith(`.${language}.md`)));
  const names = [...new Set(translated.map((file) => file.replace(/\.\w+\.md$/, '')))];

  it('exist in all three languages, and name one another', () => {
    expect(names).toEqual(expect.arrayContaining(['guide-hr', 'batch', 'papers', 'overlays', 'onboarding', 'roles', 'diff']));
    for (const name of names) {
      const three = [`${name}.md`, ...languages.map((language) => `${name}.${language}.md`)];
      for (const page of three)
        for (const other of three)
          if (other !== page)
            expect(
              links.some((link) => link.page === `docs/${page}` && link.target === `docs/${other}`),
              `${page} → ${other}`,
            ).toBe(true);
    }
  });

  it('are led to in their language', () => {
    for (const { page, target } of links) {
      const language = languages.find((one) => page.endsWith(`.${one}.md`));
      const name = /^docs\/([\w-]+)\.md$/.exec(target)?.[1];
      if (language === undefined || name === undefined || !names.includes(name) || page === `docs/${name}.${language}.md`) continue;
      expect(
        links.some((link) => link.page === page && link.target === `docs/${name}.${language}.md`),
        `${page} → ${target}`,
      ).toBe(true);
    }
  });
});
