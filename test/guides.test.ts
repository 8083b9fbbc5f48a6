/** The guides can be followed: each command does, and prints, what they say. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageWorkspace } from '../src/workspace/disk.js';
import { firstTable, workThrough } from './guide.js';

const languages = [
  { ending: '', language: 'en_GB.UTF-8' },
  { ending: '.ru', language: 'ru_RU.UTF-8' },
  { ending: '.nl', language: 'nl_NL.UTF-8' },
];

/** The usual run takes every fifth: one of each language. The guides for HR are worked through by those that go on in the project that they make. */
const guides = [
  { path: 'docs/new.md', language: 'en_GB.UTF-8' },
  { path: 'README.md', language: 'en_GB.UTF-8' },
  { path: 'docs/structure.ru.md', language: 'ru_RU.UTF-8', example: 'examples/structure-table.ru.csv' },
  { path: 'docs/guide-heads.md', language: 'en_GB.UTF-8', after: 'docs/guide-hr.md' },
  { path: 'README.ru.md', language: 'ru_RU.UTF-8' },
  { path: 'docs/guide-heads.ru.md', language: 'ru_RU.UTF-8', after: 'docs/guide-hr.ru.md' },
  { path: 'docs/guide-new-hires.nl.md', language: 'nl_NL.UTF-8', after: 'docs/guide-hr.nl.md' },
  { path: 'README.nl.md', language: 'nl_NL.UTF-8' },
  { path: 'docs/guide-heads.nl.md', language: 'nl_NL.UTF-8', after: 'docs/guide-hr.nl.md' },
  { path: 'docs/new.ru.md', language: 'ru_RU.UTF-8' },
  { path: 'docs/structure.nl.md', language: 'nl_NL.UTF-8', example: 'examples/structure-table.nl.csv' },
  { path: 'docs/structure.md', language: 'en_GB.UTF-8', example: 'examples/structure-table.gb.csv' },
  { path: 'docs/new.nl.md', language: 'nl_NL.UTF-8' },
  { path: 'docs/guide-new-hires.md', language: 'en_GB.UTF-8', after: 'docs/guide-hr.md' },
  { path: 'docs/guide-new-hires.ru.md', language: 'ru_RU.UTF-8', after: 'docs/guide-hr.ru.md' },
];

/** What the guides lead on to: followed by the full run alone. */
const pages = ['overlays', 'batch', 'papers', 'onboarding', 'diff', 'lint', 'status'].flatMap((page) =>
  languages.map(({ ending, language }) => ({ path: `docs/${page}${ending}.md`, language, example: undefined, after: undefined })),
);

const home = mkdtempSync(join(tmpdir(), 'rolewright-guides-'));
afterAll(() => rmSync(home, { recursive: true }));

const tried = process.env.FULL === undefined ? guides.filter((_, at) => at % 5 === 0) : [...guides, ...pages];

describe.each(tried)('$path', ({ path, language, example, after }) => {
  it('does what it says', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(home, 'guide-'));
    const begun = after === undefined ? null : await workThrough(after, language, folder);
    expect((await workThrough(path, language, begun?.folder ?? folder)).commands).toBeGreaterThan(0);
  });

  it.runIf(example)('shows the table that its example has', () => {
    const shelf = packageWorkspace();
    const rows = shelf.readText(example ?? '').split('\n');
    const [, ...shown] = firstTable(shelf.readText(path));
    for (const cells of shown)
      expect(
        rows.some((row) => inOrder(cells, row)),
        cells.join(' | '),
      ).toBe(true);
  });
});

/** Whether a row has these cells one behind another, with others between them or not. */
function inOrder(cells: readonly string[], row: string): boolean {
  let from = 0;
  return cells.every((cell) => {
    const at = row.indexOf(cell, from);
    from = at + cell.length;
    return at >= 0;
  });
}
