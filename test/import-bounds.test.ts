/** Files that are large or made to be slow: what an import does grows with what a file says. */
import { describe, expect, it } from 'vitest';
import { Ledger, reason } from '../src/import/ledger.js';
import { checkRepeats } from '../src/import/repeats.js';
import { rulesOf } from '../src/import/rules.js';
import { saidBefore } from '../src/import/said-before.js';
import { WordSet, wordPattern } from '../src/import/said-words.js';
import { withPlaces } from '../src/import/placing.js';
import { understand } from '../src/import/understand.js';
import { gatherUnplaced } from '../src/import/unplaced.js';
import { RoleDraft } from '../src/import/draft.js';
import { OrganisationDraft } from '../src/import/organisation-draft.js';
import type { Work } from '../src/import/work.js';
import { linesOf } from '../src/import/lines.js';
import { levelled } from '../src/import/words.js';
import { fully, runs } from './every.js';
import { expectSteadyGrowth } from './growth.js';
import { writtenWord } from './written-word.js';
import { importWords as words } from './import-words.js';

function workOn(lines: readonly string[]): {
  work: Work;
  read: ReturnType<typeof writtenWord>;
} {
  const read = writtenWord(lines);
  const rules = rulesOf('en', words.en);
  return {
    read,
    work: {
      ...{
        rules,
        ledger: new Ledger(read),
        draft: new RoleDraft(rules),
        organisation: new OrganisationDraft(rules.patterns),
      },
      ...{ homes: new Map(), sourceOf: () => 'a:1', amongOthers: () => null },
    },
  };
}

const told = (lines: readonly string[], areRepeated: (at: number) => boolean = () => true): readonly string[][] => {
  const { work, read } = workOn(lines);
  read.pieces.forEach((piece, at) => {
    if (piece.kind === 'paragraph' && areRepeated(at)) for (const line of linesOf(piece, at)) work.ledger.leaveOut(line, 'repeated');
  });
  checkRepeats(read, work);
  return read.pieces.map((_, at) => work.ledger.of(at).map(({ certainty }) => certainty));
};

describe('texts that repeat others', () => {
  fully('are compared in a time that grows as the file does', () => {
    expectSteadyGrowth(runs(1000), (size) => {
      const lines = Array.from({ length: size }, (_, at) => `The Site Manager reports to the Director of area ${at}.`);
      const found = told([...lines, ...lines]);
      expect(found.slice(0, size).flat()).not.toContain('left-out');
      expect(found.slice(size).flat()).not.toContain('unplaced');
    });
  });

  it('are found in whatever form their words have, as a set of words finds them', () => {
    const said = ['Electrician of the night-shift', 'начальнику отдела 12', 'cost-effective electrical repairs'];
    const before = saidBefore();
    for (const text of said) before.add(levelled(text));
    const asked = [
      'electricians',
      'Electrical',
      'shift night',
      'shift-night',
      'начальник отделом',
      'начальник 1',
      'cost',
      'effective-cost',
      'of',
    ];
    for (const text of asked) {
      const all = text.match(wordPattern) ?? [];
      const isSaid = said.some((one) => all.every((word) => new WordSet().add(one).has(word)));
      expect([text, before.isSaid(levelled(text))]).toEqual([text, isSaid]);
    }
  });

  it('are all that was said of a paragraph before it counts as said itself', () => {
    const lines = ['Buys timber.', 'Sells zebras.\nBuys timber.', 'Sells zebras.'];
    expect(told(lines, (at) => at > 0)).toEqual([[], ['unplaced', 'left-out'], ['left-out']]);
  });
});

describe('a paragraph of very many sentences', () => {
  it('is kept whole where one part without a place has all of them', () => {
    const { work, read } = workOn(['A horse slept. '.repeat(200_000)]);
    const [piece] = read.pieces;
    if (piece?.kind !== 'paragraph') throw new Error('no paragraph');
    work.ledger.give(
      { piece: 0, start: 0, text: piece.text, paragraph: piece, isFirst: true },
      { certainty: 'unplaced', why: reason('no-home') },
    );
    gatherUnplaced(read, work);
    expect(work.draft.unplaced).toHaveLength(1);
  });

  fully('is gathered in a time that grows with their number', () => {
    const sentence = 'A horse slept. ';
    expectSteadyGrowth(runs(25_000), (size) => {
      const { work, read } = workOn([sentence.repeat(size)]);
      const [piece] = read.pieces;
      if (piece?.kind !== 'paragraph') throw new Error('no paragraph');
      for (let start = 0; start + sentence.length <= piece.text.length; start += sentence.length) {
        const part = { piece: 0, paragraph: piece, isFirst: false };
        work.ledger.give({ ...part, start, text: 'A horse' }, { certainty: 'left-out', why: reason('personal') });
        work.ledger.give({ ...part, start: start + 8, text: 'slept.' }, { certainty: 'unplaced', why: reason('not-taken') });
      }
      gatherUnplaced(read, work);
      expect(work.draft.unplaced).toHaveLength(size);
    });
  });
});

describe('what somebody decides', () => {
  fully('is gathered and settled in a time that grows with how much there is', () => {
    expectSteadyGrowth(runs(5_000), (size) => {
      const contacts = `${'Sales, '.repeat(4 * size)}transport about loading`;
      const lost = Array.from({ length: size }, (_, at) => `Zq ${at} xv.`);
      const understood = understand(writtenWord(['** Duties', '- Answer the telephone.', '** Contacts', contacts]), {
        ...{ words, fileName: 'a.docx', locale: 'en' },
      });
      const draft = {
        ...understood.draft,
        unplaced: lost.map((text) => ({ text })),
      };
      const placed = withPlaces({ ...understood, draft }, new Map([[1, 'out']]), rulesOf('en', words.en));
      expect(placed.draft.unplaced?.length).toBe(size - 1);
    });
  });
});

describe('a paragraph that is long', () => {
  const shapes = ['A = bb ', 'a, ', 'x; ', 'a (', 'supervises 2 clerks (1) ', 'does not supervise and cannot ', '☐ a ☒ b ', ' '];
  fully.each(shapes)('of “%s” is read in a time that grows as it does', (shape) => {
    for (const lead of ['', 'Duties: ', 'Supervises: '])
      expectSteadyGrowth(runs(15_000), (size) => {
        const line = `${lead}${shape.repeat(Math.floor(size / shape.length))}x`;
        understand(writtenWord(['** Job description', 'Clerk', line, '** Duties', '- Answer the telephone.']), {
          ...{ words, fileName: 'a.docx', locale: 'en' },
        });
      });
  });
});
