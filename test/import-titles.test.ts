/** The title of a draft: which line of a file it is, in the nominative, and with small letters where the file has capitals. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/document/document.js';
import { nominativeOf } from '../src/import/nominative.js';
import { understand } from '../src/import/understand.js';
import { writtenWord } from './written-word.js';
import { importWords as words } from './import-words.js';

const below: Readonly<Record<Locale, readonly string[]>> = {
  ru: [
    '## 1. Должностные обязанности',
    '- Ведёт учёт инструмента.',
    '- Следит за сроками поверки.',
    '## 2. Права',
    '- Вносить предложения.',
  ],
  en: ['## Main duties', '- Keeps the register of tools.', '- Checks the dates of calibration.'],
  nl: ['## Taken', '- Houdt de lijst van gereedschap bij.', '- Bewaakt de data van ijking.'],
};
const titleOf = (locale: Locale, ...head: string[]): unknown =>
  understand(writtenWord([...head, ...below[locale]]), { words, fileName: 'a.docx', locale }).draft.title;

describe('the nominative of a title', () => {
  it.each([
    ['токаря-расточника 4-го разряда', 'токарь-расточник 4-го разряда'],
    ['кладовщика-комплектовщика', 'кладовщик-комплектовщик'],
    ['младшей медицинской сестры по уходу за больными', 'младшая медицинская сестра по уходу за больными'],
    ['медицинской сестры процедурной', 'медицинская сестра процедурная'],
    ['техника производственно-технического отдела', 'техник производственно-технического отдела'],
    ['помощника воспитателя', 'помощник воспитателя'],
    ['заместителя главного бухгалтера', 'заместитель главного бухгалтера'],
    ['ведущего инженера-программиста', 'ведущий инженер-программист'],
    ['медицинского регистратора', 'медицинский регистратор'],
    ['управляющего отделения банка', 'управляющий отделения банка'],
    ['кухонного рабочего', 'кухонный рабочий'],
    ['заведующей складом', 'заведующая складом'],
    ['сестры-хозяйки', 'сестра-хозяйка'],
    ['портного', 'портной'],
  ])('%s is %s', (genitive, nominative) => {
    expect(nominativeOf(genitive, 'genitive')).toBe(nominative);
  });

  it('comes from the dative and the instrumental too', () => {
    expect(nominativeOf('старшему мастеру участка', 'dative')).toBe('старший мастер участка');
    expect(nominativeOf('слесарем-сантехником', 'instrumental')).toBe('слесарь-сантехник');
    expect(nominativeOf('старшей медсестрой', 'instrumental')).toBe('старшая медсестра');
  });

  it('is none of a phrase that stands in it already', () => {
    for (const title of ['оператор котельной', 'медицинская сестра процедурной', 'медсестра процедурной', 'старший мастер участка'])
      expect(nominativeOf(title, 'genitive')).toBeNull();
  });
});

describe('the letters of a title', () => {
  it.each<[Locale, string, string]>([
    ['en', 'Tenancy Support Officer', 'tenancy support officer'],
    ['en', 'Head of Purchasing and Stores', 'head of purchasing and stores'],
    ['en', 'HR Business Partner (North West)', 'HR business partner (North West)'],
    ['en', 'Office Manager', 'office manager'],
    ['en', 'Lead Python Developer', 'lead Python developer'],
    ['en', 'Night Porter, 3rd Floor', 'night porter, 3rd floor'],
    ['en', 'Laboratory technician Grade C', 'laboratory technician Grade C'],
    ['en', 'LEGAL ASSISTANT (Real Estate)', 'legal assistant (Real Estate)'],
    ['nl', 'Senior Medewerker Vergunningen II', 'senior medewerker vergunningen II'],
    ['nl', 'Adviseur Wonen en Zorg', 'adviseur wonen en zorg'],
  ])('in %s: %s is %s', (locale, written, title) => {
    expect(titleOf(locale, locale === 'nl' ? '= Functiebeschrijving' : '= Job description', `= ${written}`)).toBe(title);
  });
});

describe('the line of the title', () => {
  it('may stand in quotes', () => {
    expect(titleOf('ru', '= Инструкция для должности «Кладовщик-комплектовщик»')).toBe('кладовщик-комплектовщик');
  });

  it('is not the unit that is named above it', () => {
    const understood = understand(writtenWord(['Отдел сбыта', 'Кладовщик склада', ...below.ru]), { words, fileName: 'a.docx' });
    expect(understood.draft.title).toBe('кладовщик склада');
    expect(understood.draft.department).toBe('отдел сбыта');
  });

  it.each<[Locale, string, string, string]>([
    ['ru', 'Специалист по рекламе', 'Должностная инструкция, ООО «Тёплый дом», версия от 3 июня 2024', 'специалист по рекламе'],
    ['en', 'Stores clerk', 'Job description, Northgate Tools Ltd, version 3', 'stores clerk'],
    ['nl', 'Magazijnbeheerder', 'Functiebeschrijving, Van Dam B.V., vastgesteld in 2024', 'magazijnbeheerder'],
  ])('is not the employer, the version or the year behind the sort of document: %s', (locale, title, document, expected) => {
    expect(titleOf(locale, `= ${title}`, document)).toBe(expected);
    expect(titleOf(locale, `= ${document}`, `= ${title}`)).toBe(expected);
  });

  it.each<[Locale, string, string]>([
    ['ru', 'Должностная инструкция: Кладовщик (40 часов в неделю)', 'кладовщик'],
    ['en', 'Job description: Stores clerk (30 hours)', 'stores clerk'],
    ['nl', 'Vacature: Medewerker debiteurenbeheer (24–32 uur)', 'medewerker debiteurenbeheer'],
  ])('has no hours in brackets: %s', (locale, written, title) => {
    expect(titleOf(locale, `= ${written}`)).toBe(title);
  });

  it('is not the system by which the post was described', () => {
    expect(titleOf('nl', 'Conciërge', 'Functiebeschrijving volgens FUWA-PO', '| Schaal | 4 |')).toBe('conciërge');
  });
});

describe('the subject of a letter', () => {
  it.each([
    ['en', ['** Tri-County Recycling', 'To: Personnel file', 'Re:\tSort Line Lead – duties'], 'sort line lead'],
    ['en', ['** Tri-County Recycling', 'Subject: Night Porter'], 'night porter'],
    ['nl', ['** Kwekerij Zonnehof', 'Betreft: Medewerker kas – taken'], 'medewerker kas'],
  ] as const)('is the title, without what it says of the letter, in %s: %s', (locale, head, title) => {
    expect(titleOf(locale, ...head)).toBe(title);
  });
});

describe('what stands around a title', () => {
  it.each([
    ['ru', 'Менеджер по туризму: что делаем и за что отвечаем', 'менеджер по туризму'],
    ['en', 'Tool Room Keeper: what you do and who asks for it', 'tool room keeper'],
    ['nl', 'Servicemonteur: hoe zit dat bij ons', 'servicemonteur'],
  ] as const)('in %s a question behind a colon is no part of it: %s', (locale, line, title) => {
    expect(titleOf(locale, `= ${line}`)).toBe(title);
  });

  it.each([
    ['nl', '| Managementsysteem (ISO 9001 / VCA*) | TAAKOMSCHRIJVING | Versie 6, 09-10-2023 |', 'Servicemonteur', 'servicemonteur'],
    ['en', '| Management system (ISO 9001) | JOB DESCRIPTION |', 'Tool Room Keeper', 'tool room keeper'],
    ['ru', '| Система менеджмента (ISO 9001) | ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ |', 'Кладовщик', 'кладовщик'],
  ] as const)('in %s the block of a management system above it is none: %s', (locale, block, line, title) => {
    expect(titleOf(locale, block, `= ${line}`)).toBe(title);
  });
});

describe('a line on who answers to whom', () => {
  it('names no post', () => {
    const { draft } = understand(writtenWord(['= Boatyard Foreman', '## Who answers to whom', ...below.en]), {
      words,
      fileName: 'a.docx',
      locale: 'en',
    });
    expect(Object.values(draft.posts).map(({ title }) => title)).not.toContain('whom');
  });
});

describe('Russian lines of what “we” do', () => {
  it('are duties below a heading that has a word of pay', () => {
    const { draft } = understand(
      writtenWord([
        '= Кладовщик',
        '# Продажа',
        '- отвечаем на заявку за час',
        '- узнаём бюджет',
        '- заключаем договор',
        '# После оплаты',
        'Бронируем в тот же день.',
      ]),
      { words, fileName: 'a.docx', locale: 'ru' },
    );
    expect(draft.duties.map(({ duties }) => duties.length)).toEqual([3, 1]);
    expect(draft.conditions).toBeUndefined();
  });
});
