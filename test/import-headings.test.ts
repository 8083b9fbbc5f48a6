/** Headings that nobody knows, forms, and tables whose heads are not known: what is made of them, and that a guess says so. */
import { describe, expect, it } from 'vitest';
import { locales } from '../src/document/document.js';
import { patternLists } from '../src/import/import-words.js';
import { understand } from '../src/import/understand.js';
import type { Understanding } from '../src/import/understand.js';
import { writtenWord } from './written-word.js';
import { importWords as words } from './import-words.js';

const understood = (...lines: string[]): Understanding => understand(writtenWord(lines), { words, fileName: 'a.docx' });
const head = ['= Job description', '= Gardener', '## Main duties', '- Mows the lawns of the park.'];

describe('the words of a language', () => {
  it('have every list that texts are taken apart by, and cues of known sections only', () => {
    for (const locale of locales) {
      const { patterns, headings, headingCues, sentenceCues } = words[locale];
      expect(Object.keys(patterns).sort()).toEqual([...patternLists, 'spans'].sort());
      for (const key of [...Object.keys(headingCues), ...Object.keys(sentenceCues)]) expect(Object.keys(headings), locale).toContain(key);
    }
  });
});

describe('a heading that is not known', () => {
  it('is told by its words, and that is a guess', () => {
    const { draft, report } = understood(...head, '## Things you may settle by your own authority', 'Closes paths after storms.');
    expect(draft.limits?.map(({ topic }) => topic)).toEqual(['closes paths after storms']);
    expect(report.entries[4]?.parts[0]).toMatchObject({ certainty: 'guessed', why: { code: 'heading-words' } });
  });

  it('is told by the lines below it', () => {
    const { draft, report } = understood(...head, '## Numbers', '- Fewer than 3 complaints below 2%', '- At least 95% of paths passable');
    expect(draft.kpis).toHaveLength(2);
    expect(report.entries[4]?.parts[0]).toMatchObject({
      certainty: 'guessed',
      why: { code: 'heading-below', args: { heading: 'Performance measures' } },
    });
  });

  it('keeps its text where neither says anything', () => {
    const { draft } = understood(...head, '## Lorem', 'Ipsum dolor sit amet.');
    expect(draft.unplaced?.map(({ text }) => text)).toEqual(['Lorem', 'Ipsum dolor sit amet.']);
  });

  it('of the level of an area of duties stays one', () => {
    const { draft } = understood(
      '= Functieprofiel',
      '= Coach',
      '** Doel',
      'Het ondersteunen van de teams in de zorg met een goede planning.',
      '** Taken',
      '** Teams',
      '- Bewaakt de planning.',
      '** Kwaliteit',
      '- Bewaakt verbeteracties.',
    );
    expect(draft.duties.map(({ heading }) => heading)).toEqual(['teams', 'kwaliteit']);
  });
});

describe('a form', () => {
  it('has its sections beside their names', () => {
    const { draft } = understood(
      '= Functiebeschrijving',
      '| ** Functie | Kok |',
      '| ** Taken | Bereidt maaltijden.; Bestelt groenten. |',
      '| ** Waarover beslis je zelf | Beslist over het dagmenu. |',
    );
    expect(draft.title).toBe('kok');
    expect(draft.duties.flatMap(({ duties }) => duties)).toHaveLength(2);
    expect(draft.limits).toHaveLength(1);
  });
});

describe('tables', () => {
  it('of competencies keep what shows each, and its level', () => {
    const { draft } = understood(...head, '## Competencies', '| Competency | Indicators | Level |', '| Care | Handles plants gently | 3 |');
    expect(draft.requirements.qualities?.map(({ text }) => text)).toEqual(['care: handles plants gently (3)']);
  });

  it('of physical demands say how often', () => {
    const { draft } = understood(
      ...head,
      '## Physical demands',
      '| Activity | Rarely | Often |',
      '| Kneeling | | X |',
      '| Climbing | X | |',
    );
    expect(draft.physicalDemands?.map(({ text }) => text)).toEqual(['Kneeling: Often', 'Climbing: Rarely']);
  });

  it('of two columns among contacts are a party and its subject', () => {
    const { draft } = understood(...head, '## Key contacts', '| Schools | Tours of the park |', '| Suppliers | Seeds and tools |');
    expect(draft.relations).toMatchObject([{ party: 'schools', purpose: 'tours of the park' }, { party: 'suppliers' }]);
  });
});

describe('sentences', () => {
  it('on what the deputy takes over belong to the deputy', () => {
    const { draft } = understood(
      '= Должностная инструкция',
      '= кладовщика',
      '** 1. Общие положения',
      '1.1. На время отсутствия кладовщика его замещает бригадир. Он приобретает соответствующие права и несёт ответственность за склад.',
    );
    expect(draft.deputising).toMatchObject({ transfersRights: true });
    expect(JSON.stringify(draft.responsibility)).not.toContain('склад');
  });

  it('keep the whole name of a post', () => {
    const { draft } = understood(
      '= Должностная инструкция',
      '= медицинской сестры',
      '** 1. Общие положения',
      '1.1. Медицинская сестра назначается на должность приказом руководителя Медицинской организации.',
    );
    expect(draft.posts[draft.appointment.by]?.title).toBe('руководитель Медицинской организации');
  });
});

describe('a form of several sections side by side', () => {
  it('keeps results and their criteria apart, row by row', () => {
    const { draft } = understood(
      '= Functiebeschrijving',
      '= Medewerker afvalbrengstation',
      '| DOEL VAN DE FUNCTIE',
      '| Bezoekers ontvangen, zodat het terrein veilig blijft.',
      '| RESULTAATGEBIEDEN | RESULTAATCRITERIA',
      '| ** Ontvangst; - controleren van de milieupas. | - wachttijd korter dan 10 minuten',
      '| ** Scheiden; - herkennen van chemisch afval. | - percentage restafval',
      '| BEVOEGDHEDEN',
      '| Mag afval weigeren.',
    );
    expect(draft.duties.map(({ heading, duties }) => [heading, duties.length])).toEqual([
      ['ontvangst', 1],
      ['scheiden', 1],
    ]);
    expect(draft.kpis?.map(({ name }) => name)).toEqual(['wachttijd korter dan 10 minuten', 'percentage restafval']);
  });

  it('reads an area and its share of time out of one row', () => {
    const { draft } = understood(
      '= Job description',
      '= Harbor dispatcher',
      '## Essential functions',
      '| # | Duty | % of time',
      '| 1 | ** Vessel traffic; Answers calls on the marine radio. | 60%',
      '| 2 | ** Records; Enters fees in the harbor log. | 40%',
    );
    expect(draft.duties.map(({ heading, share }) => [heading, share])).toEqual([
      ['vessel traffic', 60],
      ['records', 40],
    ]);
  });

  it('reads how criteria are assessed below the initials of the ways', () => {
    const { draft } = understood(
      ...head,
      '## Person specification',
      '| Criteria | Requirement | E / D | A / I / T',
      '| Skills | Ability to draw a plan | E | A, T',
      '| Experience | Work in a public garden | D | I',
    );
    expect(draft.criteria?.map(({ assessed }) => assessed)).toEqual([['application', 'task'], ['interview']]);
  });

  it('leaves the name of the holder out below any heading', () => {
    const { draft, report } = understood(...head, '## What we offer', '- A pension.', 'Current postholder: Martha Ellwood (until March)');
    expect(JSON.stringify(draft)).not.toContain('Ellwood');
    expect(report.entries.at(-1)?.parts.map(({ certainty }) => certainty)).not.toContain('unplaced');
  });
});
