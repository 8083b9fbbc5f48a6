/** What the papers of an imported role print: nothing twice, and nothing to write that the file has said. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/document/document.js';
import { understand } from '../src/import/understand.js';
import type { Understanding } from '../src/import/understand.js';
import { writtenWord } from './written-word.js';
import { importWords as words } from './import-words.js';

const heads = {
  en: ['= Job description', 'Job title: Site Manager', '** Duties', '- Check the boilers.'],
  nl: ['= Functieomschrijving', 'Functie: Huismeester', '** Hoofdtaken', '- Controleert de ketels.'],
  ru: ['= Должностная инструкция', '= мастера участка', '1. Обязанности', '1.1. Проверяет котлы.'],
};
const understood = (locale: Locale, ...lines: string[]): Understanding =>
  understand(writtenWord([...heads[locale], ...lines]), { words, fileName: 'a.docx', locale });

describe('authority', () => {
  it.each([
    ['en', '** Authority', '- May order parts up to £500.'],
    ['nl', '** Bevoegdheden', '- Mag bestellingen doen tot € 500.'],
  ] as const)('that the file states is not asked for again: %s', (locale, ...lines) => {
    const { draft, report } = understood(locale, ...lines);
    expect(draft.limits).toHaveLength(1);
    expect(report.filled).not.toContain('/rights/0');
    expect(draft.rights.map(({ jurisdictions }) => jurisdictions)).toEqual([['ru']]);
    const [part] = report.entries.at(-1)?.parts ?? [];
    expect(part?.certainty).toBe('mapped');
  });

  it('is asked for where the file says nothing of it', () => {
    const { draft, report } = understood('en');
    expect(report.filled).toContain('/rights/0');
    expect(draft.rights.map(({ jurisdictions }) => jurisdictions)).toEqual([undefined]);
  });
});

describe('words that papers write before a list', () => {
  const duty = (locale: Locale, heading: string, text: string): unknown =>
    understood(locale, `** ${heading}`, `- ${text}`).draft.responsibility.map((one) => one.text);

  it.each([
    ['en', 'Accountability', 'The Site Manager is accountable for the accuracy of the test records.', 'the accuracy of the test records'],
    ['en', 'Accountability', 'You are personally responsible for the keys.', 'the keys'],
    ['en', 'Accountability', 'The team leader is responsible for the keys.', 'the team leader is responsible for the keys'],
    ['nl', 'Verantwoordelijkheden', 'Is verantwoordelijk voor de kwaliteit van het onderhoud.', 'de kwaliteit van het onderhoud'],
    ['ru', 'Ответственность', 'Мастер несёт персональную ответственность за порчу инструмента.', 'за порчу инструмента'],
  ] as const)('are left out of what one answers for: %s %s “%s”', (locale, heading, text, said) => {
    expect(duty(locale, heading, text)).toEqual([said]);
  });

  it('are left out of knowledge, and told as a change', () => {
    const { draft, report } = understood('nl', '** Kennis', '- Kennis van dementie en onbegrepen gedrag.');
    expect(draft.knowledge.map(({ text }) => text)).toEqual(['dementie en onbegrepen gedrag']);
    expect(report.entries.at(-1)?.parts[0]?.changes).toContainEqual({ code: 'lead-word', args: { words: 'Kennis van' } });
    expect(understood('en', '** Knowledge', '- Knowledge of boilers.').draft.knowledge.map(({ text }) => text)).toEqual(['boilers']);
  });
});

describe('who is above and below', () => {
  const titles = ({ draft }: Understanding, ids: readonly string[] | undefined): unknown[] =>
    (ids ?? []).map((id) => draft.posts[id]?.title);

  it('are two posts where a semicolon parts them, of which one may be known', () => {
    const of = understood('en', '|Reports to|Managing Partner; day to day to the person in charge|');
    expect(titles(of, of.draft.reportsTo.posts)).toEqual(['managing partner', 'person in charge']);
  });

  it('are named without adverbs, spelled well or not', () => {
    for (const also of ['также', 'такжа']) {
      const of = understood(
        'ru',
        '2. Общие положения',
        `2.1. Мастер подчиняется начальнику цеха, по вопросам ремонта – ${also} главному механику завода.`,
      );
      expect(titles(of, [of.draft.reportsTo.professional ?? ''])).toEqual(['главный механик завода']);
    }
  });

  it('are those behind the colon, and not whose they are', () => {
    const of = understood('ru', '2. Общие положения', '2.1. В подчинении мастера находятся: уборщики помещений, дворник.');
    expect(titles(of, of.draft.subordinates)).toEqual(['уборщики помещений', 'дворник']);
  });
});

it('takes for no requirement what the employer stands for', () => {
  const said = 'The school is committed to safeguarding children and expects all staff to share this commitment.';
  const { draft } = understood('en', '** Requirements', '- Committed to the welfare of children.', said);
  expect(draft.unplaced?.map(({ text }) => text)).toEqual([said]);
  expect(JSON.stringify(draft.requirements)).toContain('committed to the welfare of children');
});
