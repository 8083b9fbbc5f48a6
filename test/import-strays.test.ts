/** Paragraphs that change the subject without a heading, titles with more beside them, columns and rows that are left over. */
import { describe, expect, it } from 'vitest';
import { locales } from '../src/document/document.js';
import type { Locale } from '../src/document/document.js';
import { understand } from '../src/import/understand.js';
import type { Understanding } from '../src/import/understand.js';
import { importWords as words } from './import-words.js';
import { writtenWord } from './written-word.js';

const read = (locale: Locale, ...lines: string[]): Understanding => understand(writtenWord(lines), { words, fileName: 'a.docx', locale });
const homesOf = ({ report }: Understanding, start: string): string[] =>
  report.entries.filter(({ text }) => text.startsWith(start)).flatMap(({ parts }) => parts.flatMap(({ to }) => to));
const unplaced = ({ draft }: Understanding): string[] => (draft.unplaced ?? []).map(({ text }) => String(text));

const head: Readonly<Record<Locale, readonly string[]>> = {
  en: ['= Job description', '= Ferry steward', '## Main duties', '- Checks tickets at the gangway.', '- Counts passengers.'],
  ru: ['= Должностная инструкция', '= Стюард парома', '## Обязанности', '- Проверяет билеты у трапа.', '- Считает пассажиров.'],
  nl: ['= Functieomschrijving', '= Veerbootsteward', '## Taken', '- Controleert kaartjes bij de loopplank.', '- Telt passagiers.'],
};

describe('a paragraph behind a list that is of another section', () => {
  it.each<[Locale, string, RegExp]>([
    ['en', 'You may refuse boarding to anyone without a ticket, and no approval is needed for it.', /^role:\/(?:rights|limits)\//],
    ['en', 'Salary is $41,000 a year with paid holidays, health insurance and a uniform.', /^role:\/(?:conditions|pay)\//],
    ['ru', 'Можно отказать в посадке без согласования, дороже 3 000 рублей – только с согласия капитана.', /^role:\/(?:rights|limits)\//],
    ['ru', 'Оклад 52 000 рублей и премия раз в квартал, график два через два, отпуск 28 дней.', /^role:\/(?:conditions|pay)\//],
    ['nl', 'Je mag zelf iemand weigeren; boven 250 euro is toestemming van de kapitein nodig.', /^role:\/(?:rights|limits)\//],
    ['nl', 'Salaris volgens de cao, 25 vakantiedagen, een pensioenregeling en werkkleding van ons.', /^role:\/(?:conditions|pay)\//],
  ])('goes there, in %s: %s', (locale, text, home) => {
    const homes = homesOf(read(locale, ...head[locale], text), text.slice(0, 20));
    expect(homes.length).toBeGreaterThan(0);
    for (const one of homes) expect(one).toMatch(home);
  });

  it.each<[Locale, string]>([
    ['en', 'This description is not contractual and may change after consultation with the postholder.'],
    ['ru', 'Инструкция пересматривается не реже раза в четыре года и хранится в отделе кадров.'],
    ['nl', 'Aan deze omschrijving kunnen geen rechten worden ontleend en zij wordt elk jaar herzien.'],
  ])('is no duty where it speaks of the document, in %s', (locale, text) => {
    const result = read(locale, ...head[locale], text);
    expect(homesOf(result, text.slice(0, 20)).filter((to) => to.startsWith('role:/duties'))).toEqual([]);
  });

  it.each(locales)('stays where it is when it has a number, in %s', (locale) => {
    const items = {
      en: '- May be asked to stay on board for the last crossing, and helps to clean the deck.',
      ru: '- Остаётся на борту до последнего рейса и помогает убирать палубу.',
      nl: '- Blijft aan boord tot de laatste overtocht en helpt het dek schoon te maken.',
    };
    const homes = homesOf(read(locale, ...head[locale], items[locale]), items[locale]);
    expect(homes).toEqual([expect.stringMatching(/^role:\/duties\//)]);
  });
});

describe('a legend of letters', () => {
  it.each<[Locale, string]>([
    ['en', 'Key: A = application, I = interview, R = references'],
    ['ru', 'О = обязательно, Ж = желательно, П = проверяется при приёме'],
    ['nl', 'B = brief, G = gesprek, T = test'],
  ])('is asked of nobody, in %s', (locale, text) => {
    const heading = { en: '## Requirements', ru: '## Требования', nl: '## Functie-eisen' }[locale];
    expect(unplaced(read(locale, ...head[locale], heading, text))).toContain(text);
  });
});

describe('a title', () => {
  it.each<[Locale, string, string]>([
    ['en', 'Night Cook – Harbour Kitchens Ltd', 'night cook'],
    ['en', 'Trail Guide – Pine Ridge Outfitters (Bend, OR)', 'trail guide'],
    ['en', 'Farrier – how we see the work', 'farrier'],
    ['en', 'Help wanted: Deckhand', 'deckhand'],
    ['en', 'Sales Manager – North', 'sales manager – north'],
    ['nl', 'Gevraagd: Zeilmaker (24 – 32 uur)', 'zeilmaker'],
    ['nl', 'Stukadoor – Kalk & Zonen B.V.', 'stukadoor'],
    ['ru', 'Срочно требуется: Флорист', 'флорист'],
    ['ru', 'Переплётчик – ООО «Старая книга»', 'переплётчик'],
  ])('ends before the employer or a clause, in %s: %s', (locale, line, title) => {
    expect(read(locale, `= ${line}`, ...head[locale].slice(2)).draft.title).toBe(title);
  });

  it.each<[Locale, string, string, string]>([
    ['ru', 'ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ', 'экономиста по заработной плате', 'экономист по заработной плате'],
    ['en', 'JOB DESCRIPTION', 'Pay and Benefits Adviser', 'pay and benefits adviser'],
  ])('only resembles a heading below the sort of document, in %s', (locale, document, line, title) => {
    expect(read(locale, `= ${document}`, `= ${line}`, ...head[locale].slice(2)).draft.title).toBe(title);
  });

  it('is not the address above it', () => {
    const lines = ['= Кофейня «Зерно», ул. Лесная, 4', '| Должность | Бариста |', ...head.ru.slice(2)];
    expect(read('ru', ...lines).draft.title).toBe('бариста');
  });

  it('stands behind a tab and a colon', () => {
    const lines = ['= Functieomschrijving', 'Functienaam\t: Kuiper', 'Geeft leiding aan\t: n.v.t. (wel begeleiding van leerlingen)'];
    const { draft, report } = read('nl', ...lines, ...head.nl.slice(2));
    expect(draft.title).toBe('kuiper');
    const below = report.entries.find(({ text }) => text.startsWith('Geeft leiding'));
    expect(below?.parts.map(({ why, certainty }) => `${certainty} ${why.code}`)).toEqual([
      'mapped label',
      'mapped nobody',
      'unplaced no-home',
    ]);
  });
});

describe('a column with a head that nobody knows', () => {
  it.each<[Locale, string[]]>([
    ['en', ['## Competencies', '| Competency | So we notice it |', '| Tact | Hears people out before answering |']],
    ['ru', ['## Компетенции', '| Компетенция | Так мы это замечаем |', '| Такт | Сначала выслушивает, потом отвечает |']],
    ['nl', ['## Competenties', '| Competentie | Zo valt het op |', '| Tact | Laat mensen uitspreken |']],
  ])('shows a competency, in %s', (locale, lines) => {
    const result = read(locale, ...head[locale], ...lines);
    expect(unplaced(result)).toEqual([]);
    expect(JSON.stringify(result.draft.requirements?.qualities)).toMatch(/: /u);
  });

  it.each<[Locale, string[], string]>([
    ['en', ['## Working relationships', '| Who | Why | Rhythm |', '| Harbour office | Berths | Each tide |'], 'each tide'],
    ['ru', ['## Взаимодействие', '| С кем | По какому вопросу | Ритм |', '| Диспетчер порта | Причалы | Раз в смену |'], 'раз в смену'],
    ['nl', ['## Contacten', '| Met wie | Waarover | Ritme |', '| Havendienst | Ligplaatsen | Elk getij |'], 'elk getij'],
  ])('says how a contact goes, in %s', (locale, lines, nature) => {
    expect(read(locale, ...head[locale], ...lines).draft.relations).toMatchObject([{ nature }]);
  });
});

it('keeps a second grade as a condition with its label', () => {
  const result = read('nl', '| Functie | Kuiper |', '| Functiegroep | 4 |', '| Schaal | 6 |', ...head.nl.slice(2));
  expect(unplaced(result)).toEqual([]);
  expect(JSON.stringify([result.draft.conditions, result.draft.pay, result.draft.facts])).toMatch(/6/u);
});
