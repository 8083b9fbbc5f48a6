/** The corpus of traps and clean texts. `npm run lint-figures` prints precision and recall for each rule. */
import { describe, expect, it } from 'vitest';
import { locales } from '../src/shelf/library.js';
import { corpus, figuresOf, heldOut, table, verdicts } from './lint-figures.js';
import type { CorpusEntry } from './lint-figures.js';

const all = corpus();
const isTrap = ({ rule }: CorpusEntry): boolean => rule !== undefined;
const list = verdicts(all);

describe('the corpus', () => {
  it('has as many clean texts as traps in every language, and every trap of the sources', () => {
    for (const language of locales) {
      const own = all.filter((entry) => entry.language === language);
      expect(own.filter((entry) => !isTrap(entry)).length, language).toBeGreaterThanOrEqual(own.filter(isTrap).length);
    }
    expect([...new Set(all.map(({ from }) => from))].filter(Boolean).sort()).toEqual(['000', '001', '002', '003', '004', 'digest', 'law']);
  });

  it('has no trap that is missed', () => {
    expect(
      list
        .filter(({ expected, found }) => !expected.every((rule) => found.includes(rule)))
        .map(({ entry, found }) => ({ ...entry, found })),
    ).toEqual([]);
  });

  it('has no clean text in which something is found', () => {
    expect(
      list.filter(({ expected, found }) => expected.length === 0 && found.length > 0).map(({ entry, found }) => ({ ...entry, found })),
    ).toEqual([]);
  });

  it('keeps precision and recall', () => {
    if (process.env.FIGURES === '1') console.log(table(figuresOf(list)));
    const sum = figuresOf(list).get('all') ?? { right: 0, wrong: 1, missed: 1 };
    expect(sum.right / (sum.right + sum.wrong)).toBeGreaterThan(0.9);
    expect(sum.missed).toBe(0);
  });
});

describe('sentences that no phrase was written from', () => {
  it.each(['en', 'nl'] as const)('are told apart in %s: Russian mechanics, and what looks like them', (language) => {
    const { traps, missed, clean, wrong } = heldOut(`mechanics-${language}`, language, 'foreign-mechanics');
    if (process.env.FIGURES === '1') console.log(language, { traps, missed, clean, wrong });
    expect(Math.min(traps, clean)).toBeGreaterThanOrEqual(40);
    expect(1 - missed.length / traps, missed.join('\n')).toBeGreaterThan(0.9);
    expect(1 - wrong.length / clean, wrong.join('\n')).toBeGreaterThan(0.97);
  });
});
