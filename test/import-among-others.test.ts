/** What is told of a line by the lines around it: the best row of sections, what is learnt of it, and where a line without a rule goes. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { locales } from '../src/document/document.js';
import { bestRow, lineModelOf, lineSections, sectionsOfLines } from '../src/import/line-sections.js';
import type { LineWeights } from '../src/import/line-sections.js';
import { weightsOfLines } from '../src/import/line-training.js';
import type { KnownLine } from '../src/import/line-training.js';
import { reasonText } from '../src/import/report.js';
import { understand } from '../src/import/understand.js';
import { fully } from './every.js';
import { importWords } from './import-words.js';
import { writtenWord } from './written-word.js';

const root = new URL('..', import.meta.url).pathname;
const weightsIn = (locale: string): LineWeights =>
  parse(readFileSync(new URL(`../locales/lines.${locale}.yaml`, import.meta.url), 'utf8')) as LineWeights;

const count = lineSections.length;
const score = fc.integer({ min: -500, max: 500 });
const row = fc.array(score, { minLength: count, maxLength: count });

describe('the best row of sections', () => {
  it('is the best of all rows, and its margin is what the next one with another section lacks', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 2 }),
        fc.array(row, { minLength: count + 1, maxLength: count + 1 }),
        (said, follows) => {
          const worth = (sections: readonly number[]): number =>
            sections.reduce(
              (sum, section, at) =>
                sum + (said[at]?.[section] ?? 0) + (follows[at === 0 ? count : (sections[at - 1] ?? 0)]?.[section] ?? 0),
              0,
            );
          const all =
            said.length === 1
              ? lineSections.map((_, one) => [one])
              : lineSections.flatMap((_, one) => lineSections.map((__, other) => [one, other]));
          const found = bestRow(said, follows);
          const best = Math.max(...all.map(worth));
          found.forEach(({ section, margin }, at) => {
            const own = Math.max(...all.filter((sections) => lineSections[sections[at] ?? 0] === section).map(worth));
            const other = Math.max(...all.filter((sections) => lineSections[sections[at] ?? 0] !== section).map(worth));
            expect(own).toBe(best);
            expect(margin).toBeCloseTo((best - other) / 100);
          });
        },
      ),
    );
  });

  it('of no lines is empty', () => expect(bestRow([], [])).toEqual([]));
});

const line = (text: string, section: KnownLine['section']): KnownLine => ({
  text,
  section,
  number: '',
  isBold: section === 'heading',
  isOutlined: false,
  cell: null,
});
const taught = [
  [
    line('Oysters', 'heading'),
    line('opens oysters for guests', 'duties'),
    line('Umbrellas', 'heading'),
    line('a licence to carry umbrellas', 'requirements'),
  ],
  [
    line('Umbrellas', 'heading'),
    line('a licence for large umbrellas', 'requirements'),
    line('Oysters', 'heading'),
    line('opens oysters at night', 'duties'),
  ],
];

describe('what is learnt', () => {
  it('holds for files that were not there, and is the same each time', () => {
    const weights = weightsOfLines(taught);
    const unseen = [line('Oysters', null), line('opens many oysters', null), line('Umbrellas', null), line('a licence', null)];
    expect(sectionsOfLines(unseen, lineModelOf(weights)).map(({ section }) => section)).toEqual([
      'heading',
      'duties',
      'heading',
      'requirements',
    ]);
    expect(weightsOfLines(taught)).toEqual(weights);
  });

  fully('is what the files say', { timeout: 300_000 }, async () => {
    // @ts-expect-error The files are read by a script without types.
    const { knownFiles } = (await import('../scripts/sections/files.mjs')) as {
      readonly knownFiles: (root: string, language: string) => readonly (readonly KnownLine[])[];
    };
    const files = ['en', 'ru', 'nl'].flatMap((language) => knownFiles(root, language));
    const learnt = weightsOfLines(files);
    const all = new Set(learnt.traits.split('\n'));
    for (const locale of locales) {
      const kept = weightsIn(locale);
      expect(kept.follows.trimEnd()).toBe(learnt.follows);
      expect(
        kept.traits
          .trimEnd()
          .split('\n')
          .filter((one) => !all.has(one)),
      ).toEqual([]);
    }
  });
});

describe('a line that no rule has a place for', () => {
  const nonsense = 'Oysters glitter greenly';
  const file = ['= Lock keeper', '## Main duties', '- Opens the gates for barges.', '## Bric-a-brac', nonsense];
  /** What a file says of oysters, as files that were learnt have it: they are what one answers for. */
  const lesson = [line('Opens the gates for barges.', 'duties'), line('Bric-a-brac', 'heading'), line(nonsense, 'responsibility')];
  const read = (lines?: LineWeights) =>
    understand(writtenWord(file), {
      words: { ...importWords, en: { ...importWords.en, ...(lines && { lines }) } },
      ...{ fileName: 'a.docx', locale: 'en' },
    });

  it('goes where its words and the others say, as a guess, and says so in each language', () => {
    const { report, draft } = read(weightsOfLines(Array.from({ length: 20 }, () => lesson)));
    expect(report.entries.find(({ text }) => text === nonsense)?.parts).toMatchObject([
      { to: ['role:/responsibility/0/text'], certainty: 'guessed', why: { code: 'among-others' } },
    ]);
    expect(draft.responsibility).toMatchObject([{ text: nonsense.toLowerCase() }]);
    for (const locale of locales)
      for (const code of ['among-others', 'only-heading'] as const)
        expect(reasonText({ code, args: { section: 'duties' } }, importWords[locale])).not.toMatch(/[{}]/);
  });

  it.each([
    ['without anything learnt', undefined],
    ['when none of its words was ever seen', weightsIn('en')],
  ])('stays where it is %s', (_, lines) => {
    expect(read(lines).draft.unplaced?.map(({ text }) => text)).toContain(nonsense);
  });
});
