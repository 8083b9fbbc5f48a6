/** Values out of sentences: targets, education, wishes, and the posts of superiors. What cannot be read for sure stays in words. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/document/document.js';
import { periodOf, targetOf, unitOfName } from '../src/import/measure.js';
import { inOne } from '../src/import/draft-values.js';
import { rulesOf } from '../src/import/rules.js';
import { understand } from '../src/import/understand.js';
import { writtenWord } from './written-word.js';
import { importWords as words } from './import-words.js';

const rules = (locale: Locale) => rulesOf(locale, words[locale]);

describe('a target', () => {
  it.each([
    ['en', 'Emergency jobs within 24 hours 100%', 'equal', 100, 'percent'],
    ['en', 'Docs recorded within 2 days of closing – 100%', 'equal', 100, 'percent'],
    ['en', 'Average days to complete 14 or fewer', 'at-most', 14, 'count'],
    ['en', 'Title ordered within 1 business day of contract', 'at-most', 1, 'working-day'],
    ['en', 'Unplanned downtime: under 4% of scheduled hours', 'at-most', 4, 'percent'],
    ['en', 'Recordables: zero', 'equal', 0, 'count'],
    ['en', '98 orders per hour', 'equal', 98, 'count'],
    ['en', 'over £250k', 'at-least', 250_000, 'money'],
    ['en', '95%+', 'at-least', 95, 'percent'],
    ['nl', 'max. 3%', 'at-most', 3, 'percent'],
    ['nl', 'min. 4', 'at-least', 4, 'count'],
    ['nl', 'hooguit 2 dagen', 'at-most', 2, 'calendar-day'],
    ['nl', '5 of minder', 'at-most', 5, 'count'],
    ['nl', 'Offertes binnen 2 werkdagen beantwoord: 95%', 'equal', 95, 'percent'],
    ['ru', 'повторные отказы в течение 30 дней после ремонта – не более 2 случаев в месяц', 'at-most', 2, 'count'],
    ['ru', 'время от заявки до выезда 40 минут', 'equal', 40, 'minute'],
    ['ru', 'не менее 4 чертежей', 'at-least', 4, 'count'],
    ['ru', '1,5 млн руб.', 'equal', 1_500_000, 'money'],
    ['ru', '3-х рабочих дней', 'equal', 3, 'working-day'],
    ['ru', 'нет', 'equal', 0, 'count'],
    ['en', '3 minor defects', 'equal', 3, 'count'],
    ['en', '5 dayshift injuries', 'equal', 5, 'count'],
    ['en', '5 day-shift injuries', 'equal', 5, 'count'],
    ['en', '2 mins.', 'equal', 2, 'minute'],
    ['ru', 'не более 2 частичных отказов', 'at-most', 2, 'count'],
    ['ru', '4 баллона', 'equal', 4, 'count'],
    ['ru', '6 календ. дн.', 'equal', 6, 'calendar-day'],
    ['ru', '2 суток', 'equal', 2, 'calendar-day'],
    ['ru', '300 рублей', 'equal', 300, 'money'],
    ['nl', '3 dagelijkse rondes', 'equal', 3, 'count'],
    ['nl', '10 minuten', 'equal', 10, 'minute'],
  ] as const)('in %s: “%s”', (locale, text, operator, value, unit) => {
    expect(targetOf(text, rules(locale))).toEqual({ operator, value, unit });
  });

  it.each([
    ['en', 'from 3 to 5 days', 3, 5, 'calendar-day'],
    ['nl', '10–15 %', 10, 15, 'percent'],
    ['ru', 'от 5 % до 7 %', 5, 7, 'percent'],
  ] as const)('is a range in %s: “%s”', (locale, text, value, max, unit) => {
    expect(targetOf(text, rules(locale))).toEqual({ operator: 'between', value, max, unit });
  });

  it.each([
    ['en', '95% in spring, 98% in autumn'],
    ['en', 'by the 5th of each month'],
    ['nl', 'uiterlijk de 3e werkdag'],
    ['ru', 'до 5-го числа'],
    ['ru', 'рейтинг карточек топ-20'],
    ['ru', 'к 12:30'],
  ] as const)('is none where no figure surely is: %s “%s”', (locale, text) => {
    expect(targetOf(text, rules(locale)).value).toBeNull();
  });

  it('has the unit that the name of its measure ends with', () => {
    expect(unitOfName('Доля брака, %', rules('ru'))).toBe('percent');
    expect(unitOfName('Срок исполнения, дн.', rules('ru'))).toBe('calendar-day');
    expect(unitOfName('Дежурства, дневные', rules('ru'))).toBeNull();
    expect(unitOfName('Response time (hours)', rules('en'))).toBe('hour');
    expect(unitOfName('Meetings, internal', rules('en'))).toBeNull();
  });
});

describe('a period', () => {
  it('is said by an adverb or by a noun behind what makes it one; in its column a noun is enough', () => {
    expect(periodOf('100%, ежемесячно', rules('ru'))).toBe('month');
    expect(periodOf('2 случаев в месяц', rules('ru'))).toBe('month');
    expect(periodOf('5 per week', rules('en'))).toBe('week');
    expect(periodOf('average days to complete', rules('en'))).toBeNull();
    expect(periodOf('within 1 business day', rules('en'))).toBeNull();
    expect(periodOf('maand', rules('nl'), true)).toBe('month');
    expect(periodOf('maand', rules('nl'))).toBeNull();
  });
});

/** A job description of these lines of requirements. */
const required = (locale: Locale, ...lines: string[]) => {
  const heads = {
    en: ['= Job description', '= Gardener', '## Requirements'],
    nl: ['= Functieomschrijving', '= Tuinman', '## Functie-eisen'],
    ru: ['= Должностная инструкция', '= Садовник', '## Требования'],
  };
  const { draft, report } = understand(writtenWord([...heads[locale], ...lines]), { words, fileName: 'a.docx', locale });
  const options = draft.requirements.education.options.map(({ level, field }) => [level, field]);
  return { draft, report, options, experience: draft.requirements.experience };
};

describe('education', () => {
  it.each([
    ['en', '- GCSE English at grade 4, or equivalent experience.', 'GCSE English at grade 4, or equivalent experience'],
    [
      'ru',
      '- среднее професиональное образование и стаж не менее 1 года или среднее общее образование и стаж 3 года',
      'среднее професиональное образование и стаж не менее 1 года или среднее общее образование и стаж 3 года',
    ],
    [
      'ru',
      'На должность садовника назначается лицо, имеющее высшее образование без предъявления требований к стажу либо среднее профессиональное образование и стаж не менее 3 лет.',
      'высшее образование без предъявления требований к стажу либо среднее профессиональное образование и стаж не менее 3 лет',
    ],
    ['nl', '- een mbo-diploma of drie jaar ervaring in het groen', 'een mbo-diploma of drie jaar ervaring in het groen'],
  ] as const)('that offers several ways stays in the words of the file, with the experience of each: %s', (locale, line, field) => {
    const { options, experience, report } = required(locale, line);
    expect(options).toEqual([['stated', field]]);
    expect(experience).toEqual({ min: 0, desirable: true });
    expect(report.filled).not.toContain('/requirements/experience');
  });

  it('that is one of two levels, or has no level, names none that the file does not say', () => {
    expect(required('ru', '- высшее или среднее профессиональное образование').options).toEqual([
      ['stated', 'высшее или среднее профессиональное образование'],
    ]);
    expect(required('en', '- HS diploma, paralegal certificate a plus').options[0]?.[0]).toBe('stated');
    expect(required('en', '- Friendly').options[0]?.[0]).toBe('stated');
    expect(required('ru', '- среднее професиональное образование').options[0]?.[0]).toBe('vocational');
  });

  it('of one level and experience beside it are two', () => {
    const { options, experience } = required('ru', '- среднее профессиональное образование и стаж работы не менее 3 лет');
    expect(options[0]?.[0]).toBe('vocational');
    expect(experience.min).toBe(3);
  });

  it.each([
    ['en', '- No degree required'],
    ['nl', '- Opleiding maakt niet uit'],
    ['ru', '- Образование значения не имеет'],
  ] as const)('that does not matter is none: %s “%s”', (locale, line) => {
    expect(required(locale, line).options).toEqual([['none', undefined]]);
  });

  it('leaves what stands beside it where it belongs', () => {
    const { draft, experience } = required('en', '- At least a year in a busy call centre', '- Types 60 wpm, knows Word');
    expect(experience).toMatchObject({ min: 1, field: 'in a busy call centre' });
    expect(draft.requirements.skills?.map(({ text }) => text)).toEqual(['types 60 wpm, knows Word']);
  });
});

describe('a wish', () => {
  it.each([
    ['en', '- Knowledge of local geography would be useful'],
    ['nl', '- Een kettingzaagcertificaat is een pré'],
    ['ru', '- знание латинских названий желательно'],
  ] as const)('says so in its sentence: %s “%s”', (locale, line) => {
    const { draft } = required(locale, line);
    expect(draft.requirements.extra?.map(({ desirable }) => desirable)).toEqual([true]);
  });

  it.each([
    ['en', 'Essential', 'Desirable'],
    ['en', 'Required', 'Preferred'],
    ['nl', 'Vereist', 'Pré'],
  ] as const)('is what is ticked under its head: %s %s', (locale, essential, desirable) => {
    const { draft, report } = required(
      locale,
      `| | ${essential} | ${desirable}`,
      '| Forklift licence | ☒ | ☐',
      '| SAP EWM | ☐ | ☒',
      '| Excel | ☒ | ☒',
    );
    const found = (draft.criteria ?? []).map(({ text, desirable: wish }) => [text, wish ?? false]);
    expect(found).toEqual([
      [expect.stringMatching(/forklift licence/iu), false],
      ['SAP EWM', true],
      ['Excel', false],
    ]);
    const certainty = (text: string) => report.entries.find((one) => one.text === text)?.parts[0]?.certainty;
    expect([certainty('SAP EWM'), certainty('Excel')]).toEqual(['mapped', 'guessed']);
  });

  it('of a Russian table goes where the Russian paper prints it', () => {
    const { draft } = required(
      'ru',
      '| Требования | Обязательно | Желательно',
      '| Образование | Среднее профессиональное | Повышение квалификации по садоводству',
      '| Навыки | Обрезка деревьев | Работать с дроном',
      '| Личные качества | Аккуратность | –',
    );
    expect(draft.criteria).toBeUndefined();
    expect(draft.requirements).toMatchObject({
      education: { options: [{ level: 'vocational' }] },
      extra: [{ text: 'повышение квалификации по садоводству', desirable: true }, { text: 'обрезка деревьев' }],
      skills: [{ text: 'работать с дроном', desirable: true }],
      qualities: [{ text: 'аккуратность' }],
    });
  });
});

describe('conditions', () => {
  it('are parted from pay where both stand in one paragraph', () => {
    const { draft } = required('en', '## Working conditions', 'Mon–Fri 8:30 to 5:00, one hour lunch. $17–$21 per hour, 10 days PTO.');
    expect(draft.conditions?.map(({ kind, text }) => [kind, text])).toEqual([['regime', 'Mon–Fri 8:30 to 5:00, one hour lunch']]);
    expect(draft.pay?.components?.map(({ text }) => text)).toEqual(['$17–$21 per hour, 10 days PTO']);
  });
});

describe('a superior', () => {
  it.each([['Maintenance Supervisor, 2nd Shift', ['maintenance supervisor, 2nd shift']]])(
    'is a post with its shift: “%s”',
    (said, titles) => {
      const lines = ['= Job description', '= Gardener', `Reports To: ${said}`, '## Duties', '- Mow the lawns of the park'];
      const { draft } = understand(writtenWord(lines), { words, fileName: 'a.docx', locale: 'en' });
      expect(draft.reportsTo.posts.map((id) => inOne(draft.posts[id]?.title).toLowerCase())).toEqual(titles);
    },
  );
});
