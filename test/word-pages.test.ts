/** What a Word file tells Word about pages: the foot, what stays with the signatures, where long words of cells divide. */
import { describe, expect, test } from 'vitest';
import type { Identity } from '../src/document/document.js';
import { identityLine } from '../src/document/identity.js';
import { writeDocx } from '../src/write/docx.js';
import { blank, clause, document, section, signature, table } from './builders.js';
import { child, descendants, openDocx, textOf } from './opened-docx.js';
import type { OpenedDocx } from './opened-docx.js';
import { theme } from './paper.js';

const written = async (over: Parameters<typeof document>, look: string): Promise<OpenedDocx> =>
  openDocx(await writeDocx(document(...over), theme(look)));

const identity: Identity = { title: 'Job description: sales manager', marks: ['No. 12', 'version 1.0.0'], page: ['page ', ' of ', ''] };

test.each(['uk', 'gost-2025'])('the foot of every page says whose it is, and Word counts the pages: %s', async (look) => {
  const file = await written([[section('a', '1.', 'Duties')], { identity }], look);
  for (const path of file.paths.filter((one) => /^word\/footer\d\.xml$/u.test(one))) {
    expect(textOf(file.part(path))).toContain('Job description: sales manager · No. 12 · version 1.0.0');
    expect(file.source(path)).toMatch(/PAGE[^]* of [^]*NUMPAGES/u);
  }
  expect(file.paths.some((one) => one.startsWith('word/footer'))).toBe(true);
});

describe('a line that has no room for all', () => {
  test('loses the end of its title', () => {
    expect(identityLine(identity, (line) => line.length <= 45)).toMatch(/^Job description: .*… · No\. 12 · version 1\.0\.0$/u);
  });

  test('ends anywhere where even its marks are too long', () => {
    expect(identityLine(identity, (line) => line.length <= 8)).toBe('No. 12…');
  });
});

test('the last clauses stay on the page of the signatures', async () => {
  const clauses = Array.from({ length: 30 }, (_, at) =>
    clause(`c${at}`, `1.${at + 1}`, `Clause ${at + 1} says what it says at some length.`),
  );
  const file = await written(
    [[section('a', '1.', 'Final', ...clauses), signature('s', 'Employee', [1, blank('s', 'Signature', 'signature', 0), '(signature)'])]],
    'uk',
  );
  const kept = file.paragraphs
    .filter(({ style, text }) => style === 'Clause' && text.startsWith('Clause'))
    .map(({ xml }) => child(child(xml, 'w:pPr'), 'w:keepNext') !== undefined);
  expect(kept.slice(-3)).toEqual([true, true, true]);
  expect(kept.slice(0, 10)).not.toContain(true);
});

test('a word that is wider than its cell divides at its syllables, in its column’s head never', async () => {
  const head = 'Managementrapportage';
  const file = await written(
    [[table('t', [1, 14], [head, 'x'], ['Onboardingchecklists', 'kort'])], { language: 'nl-NL', locale: 'nl' }],
    'nl',
  );
  const soft = (style: string): number =>
    file.paragraphs.filter((one) => one.style === style).flatMap(({ xml }) => [...descendants(xml, 'w:softHyphen')]).length;
  expect(soft('TableHeading')).toBe(0);
  // The column is as wide as its head, and so wide enough for the word.
  expect(soft('TableText')).toBe(0);
  const narrow = await written(
    [[table('t', [1, 14], ['x', 'y'], ['Onboardingchecklists', 'kort'])], { language: 'nl-NL', locale: 'nl' }],
    'nl',
  );
  expect(narrow.paragraphs.some(({ xml }) => [...descendants(xml, 'w:softHyphen')].length > 0)).toBe(true);
  expect(narrow.paragraphs.map(({ text }) => text)).toContain('Onboardingchecklists');
});
