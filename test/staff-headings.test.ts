/** The headings of staff lists: what they mean however they are written, and in which row they stand. */
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { headingRowIn } from '../src/staff-list/heading-row.js';
import { headingKey, meaningsOf } from '../src/staff-list/heading-words.js';
import type { ColumnWords } from '../src/staff-list/columns.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const words = parse(packageWorkspace().readText('locales/columns.yaml')) as ColumnWords;
const meaningOf = meaningsOf(words);
const fieldOf = (heading: string): string | undefined => meaningOf(heading)?.field;

describe('a heading', () => {
  it.each([
    ['Employee #', 'personnelNumber'],
    ['Employee No.', 'personnelNumber'],
    ['EmployeeNr', 'personnelNumber'],
    ['employee_id', 'personnelNumber'],
    ['Сотрудник №', 'personnelNumber'],
    ['Employee', 'name'],
    ['Last name, First name', 'name'],
    ['\ufeffФИО*', 'name'],
    ['Дата\u00a0приёма:', 'hireDate'],
    ['START_DATE (required)', 'hireDate'],
    ['Start date (dd/mm/yyyy)', 'hireDate'],
    ['Дата приема (ДД.ММ.ГГГГ)', 'hireDate'],
    ['Ingangsdatum dd-mm-jjjj', 'hireDate'],
    ['3. Дата выхода [обязательно]', 'hireDate'],
    ['ФИО / Full name', 'name'],
    ['Дата приёма\nHire date', 'hireDate'],
    ['DateOfJoining', 'hireDate'],
    ['Designation', 'role'],
    ['Job Position', 'role'],
    ['Employee First Name', 'first'],
    ['Фамилия сотрудника', 'last'],
    ['Employee status', undefined],
    ['Department/Display Name', 'department'],
    ['Uren per week', 'hours'],
    ['Contracturen', 'hours'],
    ['Arbeidsduur', 'hours'],
    ['Hours per week', 'hours'],
    ['Contracted hours', 'hours'],
    ['WeeklyHours', 'hours'],
    ['Часов в неделю', 'hours'],
    ['Норма часов', 'hours'],
    ['Parttime %', 'fte'],
    ['Deeltijdfactor', 'fte'],
    ['FTE', 'fte'],
    ['Ставка', 'fte'],
    ['Доля ставки', 'fte'],
    ['Количество ставок', 'fte'],
    ['Werkdagen', 'workDays'],
    ['Working days', 'workDays'],
    ['Рабочие дни', 'workDays'],
    ['Geslacht (M/V)', 'gender'],
    ['М/Ж', 'gender'],
    ['Functie (m/v)', 'role'],
    ['Персонал', undefined],
    ['Name (manager)', undefined],
    ['ФИО / Должность', undefined],
    ['', undefined],
    ['***', undefined],
  ])('%j is %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field);
  });

  it('is the one that the user names, and then no other is', () => {
    const chosen = meaningsOf(words, { hireDate: 'Выход' });
    expect(chosen('выход:')?.field).toBe('hireDate');
    expect(chosen('Дата приёма')).toBeNull();
  });

  it('has one meaning in the whole list of words', () => {
    const seen = new Map<string, string>();
    for (const [field, byLocale] of Object.entries(words.columns))
      for (const name of Object.values(byLocale).flat()) {
        expect(seen.get(headingKey(name)) ?? field, name).toBe(field);
        seen.set(headingKey(name), field);
      }
  });
});

describe('the row of headings', () => {
  it.each<[string, string[][], number | null]>([
    [
      'is the first as a rule',
      [
        ['ФИО', 'Должность'],
        ['Иванова Анна', 'кладовщик'],
      ],
      0,
    ],
    [
      'stands below titles',
      [['Служебный отчёт'], ['на 01.06.2026', '', 'ООО «Север»'], ['ФИО', 'Должность'], ['Иванова Анна', 'кладовщик']],
      2,
    ],
    [
      'stands below the headings of groups',
      [
        ['Person', '', 'Job'],
        ['Last name', 'First name', 'Job title'],
      ],
      1,
    ],
    ['may have one heading', [['Names of new people'], ['Full name'], ['Ann Smith']], 1],
    [
      'may lack the name',
      [
        ['Wie', 'Functie', 'Afdeling'],
        ['Jan', 'verkoper', 'Verkoop'],
      ],
      0,
    ],
    ['is not there', [['Please fill in the second sheet'], ['Sales', 'Support']], null],
  ])('%s', (_, rows, at) => {
    expect(headingRowIn(rows, words)).toBe(at);
  });

  it('is looked for in the first twenty rows only', () => {
    const above = (count: number) => [...Array.from({ length: count }, () => ['x']), ['Full name', 'Role']];
    expect(headingRowIn(above(19), words)).toBe(19);
    expect(headingRowIn(above(20), words)).toBeNull();
  });
});
