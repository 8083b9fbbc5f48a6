/** What a file denies, forbids or leaves open never becomes the opposite in the role. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/document/document.js';
import { inOne } from '../src/import/draft-values.js';
import { understand } from '../src/import/understand.js';
import { importWords as words } from './import-words.js';
import { writtenWord } from './written-word.js';

const heads = {
  en: ['= Job description', '= Gardener'],
  nl: ['= Functieomschrijving', '= Tuinman'],
  ru: ['= Должностная инструкция', '= Садовник'],
};
const read = (locale: Locale, ...lines: string[]) =>
  understand(writtenWord([...heads[locale], ...lines]), { words, fileName: 'a.docx', locale });

describe('what is forbidden', () => {
  it.each([
    ['ru', '## Чего нельзя', 'Ставить диагноз по телефону.', 'нельзя: ставить диагноз по телефону'],
    ['en', '## You cannot', '- Release keys to visitors', 'may not: release keys to visitors'],
    ['nl', '## Wat je niet mag', '- Recepten veranderen', 'mag niet: recepten veranderen'],
  ] as const)('below a heading in %s is a limit with its “not”: %s', (locale, heading, line, topic) => {
    const duties = { en: ['## Duties', '- Mow the lawns'], nl: ['## Taken', '- Maait het gazon'], ru: ['## Обязанности', '- Косит газон'] };
    const { draft } = read(locale, ...duties[locale], heading, line);
    expect(draft.limits?.map((one) => inOne(one.topic))).toEqual([topic]);
    expect(draft.duties.flatMap((group) => group.duties)).toHaveLength(1);
  });

  it.each([
    ['en', '## Your authority', 'You may not release a car on account.', 'you may not release a car on account'],
    ['en', '## Duties', 'The postholder cannot sign contracts.', 'the postholder cannot sign contracts'],
    ['nl', '## Bevoegdheden', '- Je mag niet tekenen voor orders', 'je mag niet tekenen voor orders'],
    ['ru', '## Права', '- Садовник не вправе давать гарантии', 'садовник не вправе давать гарантии'],
  ] as const)('in a sentence in %s below “%s” is a limit', (locale, heading, line, topic) => {
    const { draft } = read(locale, heading, line);
    expect(draft.limits?.map((one) => inOne(one.topic))).toEqual([topic]);
    expect(JSON.stringify([draft.duties, draft.rights])).not.toMatch(/release|contracts|orders|гарантии/u);
  });

  it('leads a list, and what follows at the level of the lead is allowed again', () => {
    const { draft } = read(
      'ru',
      '## Права',
      '1. Садовник вправе просить инвентарь',
      '2. Садовник не вправе:',
      '- рубить деревья',
      '3. Предлагать улучшения',
    );
    expect(draft.limits?.map((one) => inOne(one.topic))).toEqual(['нельзя: рубить деревья']);
    expect(draft.rights.map((one) => inOne(one.text))).toEqual(['садовник вправе просить инвентарь', 'предлагать улучшения']);
  });
});

describe('what goes on behind a prohibition', () => {
  it('is no prohibition of its own', () => {
    const { draft } = read('ru', '## Чего нельзя', 'Ставить диагноз по телефону. Даже если «вы же всё знаете».');
    expect(draft.limits?.map((one) => inOne(one.topic))).toEqual(['нельзя: ставить диагноз по телефону. Даже если «вы же всё знаете»']);
  });
});

describe('whom one leads', () => {
  const titles = ({ draft }: ReturnType<typeof read>) => (draft.subordinates ?? []).map((id) => inOne(draft.posts[id]?.title));

  it.each([
    [
      'en',
      '## Supervisory responsibilities',
      'This job has no supervisory responsibilities. Gives daily work direction to approximately 14 technicians.',
    ],
    ['en', '## Line management:', 'None'],
    ['en', '## Supervision', 'Does not supervise.'],
    ['en', '## Supervision', 'Has no direct supervision over staff.'],
    ['nl', 'Geeft leiding aan: n.v.t. (functionele aansturing van tekenaar)', ''],
    ['nl', 'Geeft leiding aan: geen', ''],
    ['ru', 'В подчинении: нет', ''],
  ] as const)('is nobody where the file in %s says so: %s %s', (locale, ...lines) => {
    const found = read(
      locale,
      ...lines.filter((one) => one !== ''),
      ...{ en: ['## Duties', '- Mow the lawns'], nl: ['## Taken', '- Maait'], ru: ['## Обязанности', '- Косит газон'] }[locale],
    );
    expect(titles(found)).toEqual([]);
    expect(JSON.stringify(found.report.entries)).toContain('/subordinates');
  });

  it.each([
    ['ru', ['В подчинении: Ассистент отдела продаж (1 чел.)'], ['ассистент отдела продаж'], 1],
    ['ru', ['Кто находится в подчинении: Ассистент (1 чел.)'], ['ассистент'], 1],
    ['ru', ['## Кому и кто в подчинении', 'Ассистент (2 чел.)'], ['ассистент'], 2],
    ['en', ['## Supervision', '9–12 beertenders report to the Gardener.'], ['beertenders'], undefined],
    ['en', ['## The job', 'You’ll report to Kyle (co-owner) and have 9 to 12 beertenders reporting to you.'], ['beertenders'], undefined],
  ] as const)('is who the file in %s says: %s', (locale, lines, posts, count) => {
    const found = read(locale, ...lines);
    expect(titles(found)).toEqual(posts);
    expect(found.draft.facts?.reports).toBe(count);
  });

  it('is nobody of a crew that reports to somebody else, who is no superior either', () => {
    const { draft } = read('en', '## Supervision', '9 drivers report to the shift lead.');
    expect(draft.subordinates).toBeUndefined();
    expect(JSON.stringify(draft.reportsTo)).not.toContain('shift');
  });
});

describe('experience', () => {
  const asked = (locale: Locale, line: string) => {
    const heading = { en: '## Requirements', nl: '## Functie-eisen', ru: '## Требования' }[locale];
    return read(locale, heading, line).draft;
  };
  const required = (locale: Locale, line: string) => asked(locale, line).requirements;

  it('has its own number, and no age', () => {
    const { requirements, knowledge } = asked('ru', 'От 18 лет, грамотная речь. Опыт в сервисе от полугода.');
    const { experience, ...others } = requirements;
    expect(experience).toMatchObject({ min: 6, unit: 'month' });
    expect(JSON.stringify([others, knowledge])).toContain('18 лет');
  });

  it.each([
    ['ru', 'Стаж работы на складе не менее двух лет. Работа на заводе будет преимуществом.', 2, 'заводе'],
    ['en', 'Two years of experience in sales. Spanish would be useful.', 2, 'Spanish'],
  ] as const)('has no wish in it, in %s: %s', (locale, line, min, wished) => {
    const { experience, ...others } = required(locale, line);
    expect(experience.min).toBe(min);
    expect(JSON.stringify(experience)).not.toContain(wished);
    expect(JSON.stringify(others.extra ?? others.skills)).toMatch(new RegExp(`${wished}.*"desirable":true`, 'iu'));
  });

  it.each([
    ['en', 'Two years of counter experience, preferably in a building office.'],
    ['ru', 'Опыт от 3 лет в продажах, из них не менее года в упаковке.'],
  ] as const)('of which a part is preferred or has a length of its own stands in its words, in %s', (locale, line) => {
    const { experience } = required(locale, line);
    expect(experience).toMatchObject({ min: null, field: line.slice(0, -1) });
  });

  it.each([
    ['en', 'You do not need experience.'],
    ['nl', 'Ervaring is niet nodig.'],
    ['ru', 'Опыт не нужен.'],
  ] as const)('is none where none is asked for, in %s', (locale, line) => {
    expect(required(locale, line).experience).toMatchObject({ min: 0 });
    expect(JSON.stringify(required(locale, line).experience)).not.toContain('field');
  });

  it.each([
    ['en', 'The Diploma in Funeral Arranging we will pay for.', 'Diploma'],
    ['ru', 'Английский – не требуется.', 'нглийский'],
  ] as const)('and what nobody asks for is no requirement, in %s: %s', (locale, line, word) => {
    expect(JSON.stringify(required(locale, line))).not.toContain(word);
  });
});

describe('a measure', () => {
  it('is what stands beside its figure, though the heads of the table say otherwise', () => {
    const rows = [
      '| Standard | Goal |',
      '| Calls answered within three rings | 95% |',
      '| Callback rate due to dispatch error | Less than 1% |',
    ];
    const { draft } = read('en', '## Performance standards', ...rows);
    expect(draft.kpis?.map(({ name, operator, value }) => [inOne(name), operator, value])).toEqual([
      ['calls answered within three rings', 'equal', 95],
      ['callback rate due to dispatch error', 'at-most', 1],
    ]);
  });

  it.each([
    ['en', '## Performance measures', 'Employment with Gulf Breeze is at will.'],
    ['en', '## Performance measures', 'This job description does not create a contract of employment.'],
    ['ru', '## Показатели эффективности', 'При невыполнении плана ниже 80% премия не начисляется.'],
  ] as const)('is no rule on pay or on the contract, in %s: %s %s', (locale, heading, line) => {
    expect(read(locale, heading, line).draft.kpis).toBeUndefined();
  });
});

describe('the time over which something is measured', () => {
  it.each([
    ['en', '## Performance measures', '- Stock losses below 1%', undefined],
    ['en', '## Performance measures', '- Stock losses below 1% a week', 'week'],
    ['nl', '## Prestatie-indicatoren', '- Verzuim lager dan 4%', undefined],
    ['ru', '## Показатели эффективности', '- Доля брака не более 2 % в квартал', 'quarter'],
    ['ru', '## Показатели эффективности', '- Доля брака не более 2 %', undefined],
  ] as const)('is said where the file says it, and nowhere else, in %s: %s %s', (locale, heading, line, period) => {
    expect(read(locale, heading, line).draft.kpis?.map((one) => one.period)).toEqual([period]);
  });
});

describe('the result of an area', () => {
  const heads = ['## Resultaatgebieden', '### Innen', '- Verwerkt betalingen', '- Verstuurt aanmaningen'];

  it.each([
    ['Resultaat: openstaand saldo maximaal 1,8% van het opgelegde bedrag.', ['at-most', 1.8], undefined],
    ['Resultaat: dossiers zijn compleet; foutpercentage lager dan 0,5.', ['at-most', 0.5], 'dossiers zijn compleet'],
    ['Resultaat: afwijkingen > 5% zijn vooraf gemeld.', null, 'afwijkingen > 5% zijn vooraf gemeld'],
    ['Resultaat: aanslagen zijn uiterlijk 28 februari verzonden.', null, 'aanslagen zijn uiterlijk 28 februari verzonden'],
  ] as const)('is a measure where it sets a target, which a date and a condition do not: %s', (line, target, rest) => {
    const { draft } = read('nl', ...heads, line);
    const [area] = draft.duties;
    expect(area?.result === undefined ? undefined : inOne(area.result)).toBe(rest);
    expect(draft.kpis?.map(({ operator, value, measures }) => [operator, value, measures])).toEqual(
      target === null ? undefined : [[...target, [area?.id]]],
    );
  });
});

describe('what one answers for', () => {
  it.each([
    [
      'nl',
      '## Verantwoordelijkheden en bevoegdheden',
      '- Verantwoordelijk voor de kwaliteit van het drukwerk',
      'de kwaliteit van het drukwerk',
    ],
    ['en', '## Requirements', 'The gardener is responsible for the keys of the greenhouse.', 'the keys of the greenhouse'],
  ] as const)('is neither a limit nor a requirement, in %s below “%s”', (locale, heading, line, text) => {
    const { draft } = read(locale, heading, line);
    expect(draft.responsibility.map((one) => inOne(one.text))).toEqual([text]);
  });
});

describe('who leads, asked by a form', () => {
  it('is no subordinate, and the post ends where the sentence does', () => {
    const { draft } = read(
      'ru',
      '| Кто руководит | Заведующая цехом. На спектакле – также помощник режиссёра, ведущий спектакль |',
      '| Кто подменяет | Второй садовник, закреплённый за тем же садом. На выезде – по договорённости с завцехом |',
    );
    const title = (id: string | undefined): string => inOne(draft.posts[id ?? '']?.title);
    expect(draft.reportsTo.posts.map(title)).toEqual(['заведующая цехом']);
    expect(draft.subordinates).toBeUndefined();
    expect(title(draft.deputising?.by)).toBe('второй садовник');
    expect(draft.unplaced?.map(({ text }) => text)).toContain('На спектакле – также помощник режиссёра, ведущий спектакль');
  });
});

describe('who stands in', () => {
  it('is a post, where a colleague has one', () => {
    const { draft } = read('nl', '## Vervanging', 'Bij afwezigheid wordt waargenomen door een collega-werkvoorbereider.');
    expect(inOne(draft.posts[draft.deputising?.by ?? '']?.title)).toBe('collega-werkvoorbereider');
  });

  it.each([
    ['en', '## Cover', 'When you are off, I do the arranging myself, so leave the diary straight.'],
    ['en', '## Cover', 'You cover for the other Service Advisor at holidays.'],
    ['nl', '## Vervanging', 'Bij afwezigheid vervangen gedragswetenschappers elkaar onderling.'],
  ] as const)('has no place where the role would not say it, in %s: %s %s', (locale, heading, line) => {
    const { draft, report } = read(locale, heading, line);
    expect(draft.deputising).toBeUndefined();
    const parts = report.entries.filter(({ text }) => text === line).flatMap((entry) => entry.parts);
    expect(parts.every(({ certainty }) => certainty === 'unplaced')).toBe(true);
  });
});

describe('what a file does not say', () => {
  const duties = { en: ['## Duties', '- Mow the lawns'], nl: ['## Taken', '- Maait het gazon'], ru: ['## Обязанности', '- Косит газон'] };

  it.each(['en', 'nl', 'ru'] as const)('of those one leads, the role does not say either: %s', (locale) => {
    expect(read(locale, ...duties[locale]).draft.facts?.reports).toBeNull();
  });

  it.each([
    ['en', 'Direct reports: none'],
    ['nl', 'Geeft leiding aan: niemand'],
    ['ru', 'В подчинении: нет'],
  ] as const)('and where it says nobody, it does: %s, %s', (locale, line) => {
    const { draft } = read(locale, line, ...duties[locale]);
    expect([draft.subordinates, draft.facts?.reports]).toEqual([undefined, undefined]);
  });
});

describe('a Dutch file of one page', () => {
  const spoken = (...lines: string[]) => read('nl', ...lines).draft;

  it('gives instructions to those whom it names', () => {
    const { subordinates = [], posts } = spoken('Geeft aanwijzingen aan: leerling-tuinman (1)', '## Taken', '- Maait het gazon');
    expect(subordinates.map((id) => inOne(posts[id]?.title))).toEqual(['leerling-tuinman']);
  });

  it('has a length of experience once', () => {
    const { experience } = spoken('## Functie-eisen', '- Minimaal 3 jaar ervaring op een zitmaaier of bosmaaier').requirements;
    expect(experience).toMatchObject({ min: 3, field: 'op een zitmaaier of bosmaaier' });
    const whole = spoken(
      '## Functie-eisen',
      '- Minimaal 3 jaar ervaring bij voorbeeld als hulp binnen een groot openbaar park',
    ).requirements;
    expect(whole.experience.min === null || !/3 jaar/u.test(inOne(whole.experience.field ?? ''))).toBe(true);
  });

  it('is no list of what one can do where no “te” follows', () => {
    const { skills = [], extra = [] } = spoken(
      '## Functie-eisen',
      '- Goed kleuronderscheid (test bij aanname)',
      '- Kan tillen tot 15 kg',
    ).requirements;
    expect([skills, extra.map(({ text }) => inOne(text))]).toEqual([
      [],
      ['goed kleuronderscheid (test bij aanname)', 'kan tillen tot 15 kg'],
    ]);
  });

  it('has noise and shifts apart from pay', () => {
    const { pay, conditions = [] } = spoken(
      '## Werkomstandigheden',
      'Ploegendienst 06.00-14.15 / 14.00-22.15, ploegentoeslag volgens cao. Geluid rond 84 dB(A), in de zomer warm.',
    );
    expect(pay?.components?.map(({ text }) => text)).toEqual(['ploegentoeslag volgens cao']);
    expect(conditions.map(({ text }) => text)).toEqual([
      'Ploegendienst 06.00-14.15 / 14.00-22.15',
      'Geluid rond 84 dB(A), in de zomer warm',
    ]);
  });

  it('keeps what one answers for under that heading, with the words before its colon', () => {
    const { duties: groups, responsibility } = spoken(
      '## Taken',
      '- Maait het gazon',
      '## Verantwoordelijkheden en bevoegdheden',
      '- Verantwoordelijk voor veilig werken: gehoorbescherming dragen, oplosmiddelen in een gesloten vat',
    );
    expect(groups).toHaveLength(1);
    expect(responsibility.map(({ text }) => inOne(text))).toEqual([
      'veilig werken: gehoorbescherming dragen, oplosmiddelen in een gesloten vat',
    ]);
  });
});
