/** Files of paragraphs rather than of headings: notes, letters and forms say by all their words what each of them is about. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/document/document.js';
import { inOne } from '../src/import/draft-values.js';
import { understand } from '../src/import/understand.js';
import type { Understanding } from '../src/import/understand.js';
import { importWords as words } from './import-words.js';
import { writtenWord } from './written-word.js';

const read = (locale: Locale, ...lines: string[]): Understanding => understand(writtenWord(lines), { words, fileName: 'a.docx', locale });

describe('a paragraph without a heading', () => {
  const note = [
    '= Sort Line Lead',
    'The Sort Line Lead keeps the container line running and the bales clean enough to sell.',
    'A normal shift: walk the line before start-up, check the guards with the checklist, place people at the stations, start the belts. Clear jams, but only locked out. Pull batteries and log them.',
    'We look at contamination under 4%, downtime under 45 minutes a shift, and no lost time.',
  ];

  it('goes where all of its words say, and not where one of them does', () => {
    const { draft } = read('en', ...note);
    expect(inOne(draft.summary ?? '')).toMatch(/^The Sort Line Lead keeps/u);
    expect(draft.duties.flatMap(({ duties }) => duties.map(({ text }) => inOne(text))).join('\n')).toMatch(
      /walk the line before start-up/u,
    );
    expect(draft.kpis).toHaveLength(1);
    expect(JSON.stringify([draft.conditions, draft.requirements.skills])).not.toMatch(/belts|container|downtime/u);
  });

  it('is a guess, and says by which words', () => {
    const { report } = read('en', ...note);
    const [part] = report.entries.find(({ text }) => text.startsWith('A normal shift'))?.parts ?? [];
    expect([part?.certainty, part?.why.code]).toEqual(['guessed', 'guess']);
  });

  it('stays without a place where its words do not tell', () => {
    const line = 'We never had anything on paper for this, so here it is as Marcus and I talked it over.';
    expect(read('en', '= Sort Line Lead', line, '## Duties', '- Start the belts').draft.unplaced?.map(({ text }) => text)).toContain(line);
  });
});

describe('what goes on behind a usual phrase', () => {
  it.each([
    [
      'en',
      '## Requirements',
      'The profile is an outline only. It may change as the service changes, after discussion with you.',
      'It may change',
    ],
    ['en', '## Hours', 'This is not a contract of employment. It was written by the office for the file.', 'It was written'],
  ] as const)('is of the open section only where its words say so, in %s below %s', (locale, heading, line, start) => {
    const { draft } = read(locale, '= Gardener', '## Duties', '- Mow the lawns', heading, line);
    expect(JSON.stringify([draft.requirements, draft.conditions, draft.duties])).not.toContain(start);
    expect(draft.unplaced?.some(({ text }) => text.startsWith(start))).toBe(true);
  });
});

describe('a heading', () => {
  it('of a table names the areas, where a second column says what is done, and the third what is to come of it', () => {
    const { draft } = read(
      'nl',
      '= Functieomschrijving',
      '= Drukker',
      '| Taken | Wat doe je dan | Norm / resultaat |',
      '| Instellen | Inktzones en papierloop instellen. | Inschiet max. 250 vel per vorm |',
      '| Onderhoud | Rubberdoeken wassen en vervangen. | Kaart wekelijks afgetekend |',
    );
    expect(draft.duties.map(({ heading, duties }) => [inOne(heading), duties.length])).toEqual([
      ['instellen', 1],
      ['onderhoud', 1],
    ]);
    expect(draft.kpis?.map(({ value, measures }) => [value, measures])).toEqual([[250, [draft.duties[0]?.id]]]);
    expect(inOne(draft.duties[1]?.result ?? '')).toBe('kaart wekelijks afgetekend');
  });

  it('that only resembles one on deputies is none above what is done', () => {
    const { draft } = read(
      'ru',
      '= Должностная инструкция',
      '= Костюмер',
      '** Во время',
      '- одевать артистов',
      '- следить за костюмами',
      '- сдавать костюмы',
    );
    expect(draft.duties.flatMap(({ duties }) => duties)).toHaveLength(3);
    expect(draft.deputising).toBeUndefined();
  });

  it('above who leads is no duty', () => {
    const { draft } = read('nl', '= Medewerker binnendienst', '## Waar sta je in het team?', 'Je valt onder de kantoormanager.');
    expect(draft.reportsTo.posts.map((id) => inOne(draft.posts[id]?.title))).toEqual(['kantoormanager']);
  });
});

describe('what a file ends with', () => {
  it.each([
    ['en', '## Requirements', 'Issue 4'],
    ['en', '## Requirements', '3/10/18'],
    ['en', '## Hours', 'Page 2 of 3'],
    ['nl', '## Werkomstandigheden', 'Versie 2.1'],
    ['ru', '## Условия труда', 'Редакция 3'],
  ] as const)('is of the issue, and no entry of its last section, in %s below %s: %s', (locale, heading, line) => {
    const { report, draft } = read(locale, '= Gardener', '## Duties', '- Mow the lawns', heading, '- Forty hours, outdoors.', line);
    expect(report.entries.at(-1)?.parts.map(({ why }) => why.code)).toEqual(['requisite']);
    expect(JSON.stringify(draft)).not.toContain(line);
  });

  it('is an entry where it says more than that', () => {
    const { draft } = read('en', '= Gardener', '## Requirements', '- Patience.', 'Level 2 food hygiene');
    expect(JSON.stringify(draft.requirements)).toContain('evel 2 food hygiene');
  });
});

describe('a sentence of which words are missing', () => {
  it('is never told to be certain', () => {
    const cut =
      read('en', '= Gardener', '## Cover', 'During annual leave the foreman covers, and the yard stays shut on Mondays.').report.entries.at(
        -1,
      )?.parts ?? [];
    expect(cut.map(({ certainty }) => certainty)).toContain('unplaced');
    expect(cut.map(({ certainty }) => certainty)).not.toContain('mapped');
  });
});

describe('schooling and experience in one line', () => {
  it.each([
    // The whole phrase says it: a figure beside it would say it twice.
    ['High school diploma or GED; two years of dispatch, call center or trades office experience', null, 'two years of dispatch'],
    ['Degree in horticulture, three years of experience in parks, gardens or nurseries', 3, 'parks'],
  ])('are parted before the length, and at no comma behind it: %s', (line, years, words) => {
    const { draft } = read('en', '= Gardener', '## Qualifications', `- ${line}`);
    expect(draft.requirements.experience?.min).toBe(years);
    expect(draft.requirements.experience?.field).toContain(words);
    expect(draft.requirements.education.options).toHaveLength(1);
    expect(JSON.stringify(draft.requirements.extra ?? [])).not.toMatch(/gardens|call center/u);
    expect(JSON.stringify(draft.requirements.education.options)).not.toMatch(/years|office|parks/u);
  });
});

describe('a full paper', () => {
  it('has every criterion of the file among its requirements, each once', () => {
    const { draft } = read(
      'en',
      '= Job description',
      '= Library assistant',
      '## Person specification',
      '| Criteria | Essential | Desirable |',
      '| Skills | Handling cash | ECDL |',
      '| Other | Basic DBS check | Full driving licence |',
    );
    const { skills = [], extra = [], qualities = [] } = draft.requirements;
    const said = [...skills, ...extra, ...qualities].map(({ text, desirable }) => [inOne(text), desirable === true]);
    expect(said.sort()).toEqual([
      ['ECDL', true],
      ['basic DBS check', false],
      ['full driving licence', true],
      ['handling cash', false],
    ]);
    expect(draft.criteria).toHaveLength(4);
  });
});
