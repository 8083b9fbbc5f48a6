/** Columns and cells of forms by what stands above or beside them: how often, points, what one answers for, who commands and stands in. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/document/document.js';
import { inOne } from '../src/import/draft-values.js';
import { understand } from '../src/import/understand.js';
import { writtenWord } from './written-word.js';
import { importWords as words } from './import-words.js';

const draftOf = (locale: Locale, ...lines: string[]): ReturnType<typeof understand>['draft'] =>
  understand(writtenWord(lines), { words, fileName: 'a.docx', locale }).draft;
const unplaced = ({ unplaced: all = [] }: ReturnType<typeof understand>['draft']): string[] => all.map(({ text }) => String(text));

describe('a table of relations', () => {
  it.each<[Locale, string[], string]>([
    [
      'ru',
      ['# Взаимодействие', '| С кем | По какому вопросу | Периодичность |', '| Аптечный склад | Получение препаратов | Еженедельно |'],
      'еженедельно',
    ],
    ['en', ['# Working relationships', '| Who | Why | How often |', '| Suppliers | Late deliveries | Weekly |'], 'weekly'],
    ['nl', ['# Contacten', '| Met wie | Waarover | Hoe vaak |', '| Adviesraad | Advies over beleid | per kwartaal |'], 'per kwartaal'],
  ])('keeps how often, in %s', (locale, lines, often) => {
    const draft = draftOf(locale, ...lines);
    expect(draft.relations).toMatchObject([{ purpose: expect.any(String) as string, nature: often }]);
    expect(unplaced(draft)).toEqual([]);
  });

  it('has it behind what sort of contact it is', () => {
    const draft = draftOf(
      'en',
      '# Working relationships',
      '| Who | Why | Nature | How often |',
      '| Suppliers | Deliveries | Negotiating | Weekly |',
    );
    expect(draft.relations).toMatchObject([{ nature: 'negotiating; weekly' }]);
  });
});

it('keeps points beside a measure, and does not take them for percent', () => {
  const draft = draftOf('ru', '# Показатели эффективности', '| Показатель | Целевое значение | Баллы |', '| Доля брака | ≤ 0,5 % | 3 |');
  expect(draft.kpis).toMatchObject([{ value: 0.5, operator: 'at-most', formula: 'Баллы: 3' }]);
  expect(draft.kpis?.[0]).not.toHaveProperty('weight');
});

it('parts what one answers for from what one may do, where they stand beside each other', () => {
  const head = ['# Accountability and Authority', '| Accountable for | Authority |'];
  const draft = draftOf(
    'en',
    ...head,
    '| Assigned tools and meter | May shut down any line |',
    '| Accuracy of records | May draw parts up to $750 |',
  );
  expect(draft.responsibility?.map(({ text }) => inOne(text).toLowerCase())).toEqual(['assigned tools and meter', 'accuracy of records']);
  expect(JSON.stringify([draft.rights, draft.limits])).toMatch(/shut down any line.*draw parts up to \$750/is);
});

describe('lines of command', () => {
  it('are nobody by the usual words', () => {
    const draft = draftOf(
      'ru',
      '= Кладовщик',
      '# Место в компании',
      'Кому подчиняется: начальнику склада',
      'Кто в подчинении: нет',
      '# Обязанности',
      '- Ведёт учёт.',
    );
    expect(draft.subordinates ?? []).toEqual([]);
    expect(draft.conditions ?? []).toEqual([]);
  });

  it('take the post before the first stop, and no word of the sentence behind it', () => {
    const draft = draftOf(
      'nl',
      '# Plaats in de organisatie',
      '| Leidinggevende | Teammanager Jeugd en Wmo. De teammanager geeft hiërarchisch leiding aan de functie. |',
      '| Vervanging | Wordt bij afwezigheid vervangen door de beleidsmedewerker onderwijs. |',
    );
    const title = (id: string | undefined): unknown => draft.posts[id ?? '']?.title;
    expect(draft.reportsTo.posts.map(title)).toEqual(['teammanager jeugd en wmo']);
    expect(title(draft.deputising?.by)).toBe('beleidsmedewerker onderwijs');
    expect(unplaced(draft).join()).toContain('De teammanager geeft');
  });

  it('have two posts where both are known as posts', () => {
    const superiors = (said: string): unknown[] => {
      const { reportsTo, posts } = draftOf('en', '= Stores clerk', `Reports to: ${said}`, '# Duties', '- Keep the register.');
      return reportsTo.posts.map((id) => posts[id]?.title);
    };
    expect(superiors('Head of Sales and Marketing')).toEqual(['head of sales and marketing']);
    expect(superiors('Plant Manager and CFO')).toEqual(['plant manager', 'CFO']);
  });
});
