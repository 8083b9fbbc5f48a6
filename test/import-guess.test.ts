/** What is guessed by the words of texts alone: that it is a guess, says by which words, and is left alone where they say little. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { locales } from '../src/document/document.js';
import type { Locale } from '../src/document/document.js';
import { reasonText } from '../src/import/report.js';
import type { ReportPart } from '../src/import/report.js';
import { guessedKeys, guesserOf } from '../src/import/section-guess.js';
import type { GuessedKey } from '../src/import/section-guess.js';
import { countsOf } from '../src/import/section-training.js';
import type { KnownTexts } from '../src/import/section-training.js';
import { understand } from '../src/import/understand.js';
import type { Understanding } from '../src/import/understand.js';
import { fully } from './every.js';
import { importWords as words } from './import-words.js';
import { writtenWord } from './written-word.js';

const understood = (...lines: string[]): Understanding => understand(writtenWord(lines), { words, fileName: 'a.docx' });
const understoodIn = (locale: Locale, ...lines: string[]): Understanding =>
  understand(writtenWord(lines), { words, fileName: 'a.docx', locale });
const partsOf = ({ report }: Understanding, start: string): readonly ReportPart[] =>
  report.entries.find(({ text }) => text.startsWith(start))?.parts ?? [];
const homeOf = (result: Understanding, start: string): string =>
  partsOf(result, start)
    .flatMap(({ to }) => to)
    .join(' ');

const file = {
  en: {
    head: ['= Job description', '= Lock keeper', '## Main duties', '- Opens the gates for barges.'],
    rights: ['## Elbow room', 'You may close the lock in a storm without asking. Spending above 400 needs the approval of the manager.'],
    vague: ['## Bric-a-brac', 'Oysters, umbrellas.'],
  },
  ru: {
    head: ['= Должностная инструкция', '= Смотритель шлюза', '## Обязанности', '- Открывает ворота для барж.'],
    rights: ['## Простор', 'Можешь закрыть шлюз в шторм без согласования. Траты дороже 4 000 рублей – только с согласия начальника.'],
    vague: ['## Всячина', 'Устрицы, зонты.'],
  },
  nl: {
    head: ['= Functieomschrijving', '= Sluiswachter', '## Taken', '- Opent de deuren voor schepen.'],
    rights: [
      '## Manoeuvreerruimte',
      'Je mag de sluis sluiten bij storm zonder te vragen. Boven 400 euro is toestemming van de manager nodig.',
    ],
    vague: ['## Allerhande', 'Oesters, paraplu’s.'],
  },
} as const;

describe('a block under a heading that nobody knows', () => {
  it.each(locales)('goes by its words to its section in %s, and says by which', (locale) => {
    const { head, rights } = file[locale];
    const result = understoodIn(locale, ...head, ...rights);
    expect(homeOf(result, rights[1].slice(0, 12))).toMatch(/\/(?:rights|limits)\/0/);
    const [heading] = partsOf(result, rights[0].slice(3));
    expect(heading).toMatchObject({ certainty: 'guessed' });
    expect(partsOf(result, rights[1].slice(0, 12)).every(({ certainty }) => certainty === 'guessed')).toBe(true);
    for (const reader of locales) expect(reasonText(heading?.why ?? { code: 'sign', args: {} }, words[reader])).not.toMatch(/[{}]/);
  });

  it.each(locales)('stays without a place in %s where its words say nothing', (locale) => {
    const { head, vague } = file[locale];
    expect(understoodIn(locale, ...head, ...vague).draft.unplaced?.map(({ text }) => text)).toEqual([vague[0].slice(3), vague[1]]);
  });

  it('says the words that spoke for it as they stand in the file', () => {
    const text = 'Salary between 28,000 and 32,000 a year, a pension scheme and free parking.';
    const [part] = partsOf(understood(...file.en.head, '## Sweeteners', text), 'Sweeteners');
    expect(part?.why.code).toMatch(/^heading-/);
    const told = guesserOf(words.en.sections ?? { texts: {}, headings: {}, traits: {} }).block('Sweeteners', [text]);
    expect(told?.key).toBe('conditions');
    expect(told?.words.length).toBeGreaterThan(1);
    for (const word of told?.words ?? []) expect(text.toLowerCase()).toContain(word);
  });

  it('goes by its lines where the heading only resembles a known one', () => {
    const lines = [
      'A diploma in welding and two years of experience.',
      'Ability to read drawings; a driving licence.',
      'Knowledge of safety rules.',
    ];
    const result = understood(...file.en.head, '## Duties of the heart', ...lines.map((line) => `- ${line}`));
    expect(homeOf(result, '- Ability')).toContain('/requirements/');
  });
});

describe('a sentence that says a fact', () => {
  it.each([
    ['en', 'Your boss is the harbour master.', 'harbour master'],
    ['ru', 'Твой руководитель – начальник порта.', 'начальник порта'],
    ['nl', 'Je baas is de havenmeester.', 'havenmeester'],
  ] as const)('names the superior in %s', (locale, text, title) => {
    const { draft } = understoodIn(locale, ...file[locale].head, '## Who’s who', text);
    expect(Object.values(draft.posts ?? {}).map((post) => post.title)).toContain(title);
  });

  it.each([
    ['en', 'You lead nobody.'],
    ['ru', 'Подчинённых у тебя нет.'],
    ['nl', 'Zelf geef je geen leiding.'],
  ] as const)('says that nobody is led in %s', (locale, text) => {
    expect(partsOf(understoodIn(locale, ...file[locale].head, '## Bric-a-brac', text), text)[0]?.why.code).toBe('nobody');
  });

  it('says who is led before the words for it', () => {
    const { draft } = understood(...file.en.head, '## Who’s who', 'The deck hand reports to you.');
    expect(Object.values(draft.posts ?? {}).map((post) => post.title)).toContain('deck hand');
  });
});

describe('a title in the first line', () => {
  it.each([
    ['Could you be our next Lock Keeper?', 'lock keeper'],
    ['Lock Keeper: notes on the role', 'lock keeper'],
  ])('is taken out of “%s”', (line, title) => {
    expect(understood(`= ${line}`, '## Main duties', '- Opens the gates for barges.', '- Writes down each passage.').draft.title).toBe(
      title,
    );
  });

  it('is no line that begins with an ornament', () => {
    const { draft } = understood('= Job description', '👋 Hello there', 'Lock Keeper', '## Main duties', '- Opens the gates for barges.');
    expect(draft.title).toBe('lock keeper');
  });
});

describe('what somebody typed before a text', () => {
  it('stands in the report as the file has it', () => {
    const result = understood(...file.en.head, '## ✅ Qualifications', '- A diploma in welding.');
    expect(result.report.entries.map(({ text }) => text)).toContain('✅ Qualifications');
    expect(homeOf(result, '- A diploma')).toContain('/requirements/');
  });
});

describe('the counts of words', () => {
  fully('are those of the texts that are known, by the words of each section', async () => {
    // @ts-expect-error The texts are gathered by a script without types.
    const { knownTexts } = (await import('../scripts/sections/texts.mjs')) as {
      knownTexts: (root: string, language: Locale) => Record<GuessedKey, KnownTexts>;
    };
    const root = fileURLToPath(new URL('..', import.meta.url));
    for (const language of locales)
      expect(countsOf(knownTexts(root, language)), `${language}: npm run sections`).toEqual(words[language].sections);
  });

  it('tell most of the sections of texts that they were not made of', () => {
    const texts: readonly (readonly [GuessedKey, string])[] = [
      ['duties', 'Checks the brakes of the wagons and writes the faults into the book.'],
      ['rights', 'You may spend up to 200 without asking.'],
      ['responsibility', 'Is accountable for the safety of the passengers.'],
      ['requirements', 'A degree in physics and three years of experience.'],
      ['conditions', '38 hours a week, with shifts at weekends and a pension scheme.'],
      ['kpis', 'Trains on time: at least 95 percent.'],
      ['deputising', 'In the absence of the guard the deputy takes over.'],
      ['about', 'We are a family firm with three shops.'],
    ];
    const guesser = guesserOf(words.en.sections ?? { texts: {}, headings: {}, traits: {} });
    expect(texts.map(([, text]) => guesser.line(text)?.key)).toEqual(texts.map(([key]) => key));
    expect(guessedKeys).toEqual(expect.arrayContaining(texts.map(([key]) => key)));
  });
});

describe('a table whose heads nobody knows', () => {
  const placesOf = (result: Understanding): readonly string[] =>
    result.report.entries.filter(({ place }) => place.cells.length > 0).flatMap(({ parts }) => parts.flatMap(({ to }) => to));

  it('is one of measures where a column adds up to a hundred, and that is a guess', () => {
    const result = understood(
      ...file.en.head,
      '## Performance measures',
      '| What we look at | Where it should be | How heavy |',
      '| Barges through the lock | 40 or more | 60% |',
      '| Minutes of waiting | 15 or under | 40% |',
    );
    expect(result.draft.kpis).toMatchObject([
      { name: 'barges through the lock', value: 40, weight: 60 },
      { name: 'minutes of waiting', value: 15, weight: 40 },
    ]);
    const cells = result.report.entries.filter(({ place }) => (place.cells.at(-1)?.row ?? 0) > 1);
    expect(new Set(cells.flatMap(({ parts }) => parts.map(({ certainty }) => certainty)))).toEqual(new Set(['guessed']));
  });

  it('tells wishes from conditions by its boxes', () => {
    const { draft } = understood(
      ...file.en.head,
      '## Requirements',
      '| What we look for | Must have | Nice |',
      '| Can swim | ☒ | ☐ |',
      '| Speaks some French | ☐ | ☒ |',
    );
    expect(draft.criteria).toMatchObject([{ text: 'can swim' }, { desirable: true }]);
    expect(draft.criteria?.[0]?.desirable ?? false).toBe(false);
  });

  it('has the level of each quality under which a box is ticked, and no cell is lost', () => {
    const result = understoodIn(
      'nl',
      ...file.nl.head,
      '## Competenties',
      '| Competentie | Omschrijving | Basis | Gevorderd |',
      '| Initiatief | Wacht niet op een opdracht | ☐ | ☒ |',
      '| Plannen | Verdeelt de tijd | ☒ | ☐ |',
    );
    expect(result.draft.requirements?.qualities?.map(({ text }) => text)).toEqual([
      'initiatief: wacht niet op een opdracht (Gevorderd)',
      'plannen: verdeelt de tijd (Basis)',
    ]);
    expect(placesOf(result).filter((to) => to.includes('/qualities/'))).toHaveLength(8);
  });
});

describe('a grade', () => {
  it('that says what it pays is pay too', () => {
    const { draft } = understood(
      '= Job description',
      'Job title: Lock keeper',
      'Grade: 11 ($19.42 to $26.07 per hour)',
      '## Duties',
      '- Opens gates.',
    );
    expect(draft.pay?.components?.map(({ text }) => text)).toEqual(['Grade: 11 ($19.42 to $26.07 per hour)']);
  });
});
