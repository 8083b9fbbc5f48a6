/** Titles and names of departments as papers write them, from what tables have: capitals, numbers of positions, grades. */
import type { Table } from './table.js';
import { wordsOf } from './words.js';

/**
 * Without a capital at the start. In English and Dutch tables each word has one; those of names and abbreviations stay.
 * Russian ones have it at the start alone, unless all is in capitals.
 */
export function plainWording(text: string, { language, names }: Pick<Table, 'language' | 'names'>): string {
  const shouted = text === text.toUpperCase() && /\p{Lu}{6}/u.test(text) && /\s/.test(text);
  const pieces = text.split(/([\s/\-–(),&]+)/u);
  const lower = (word: string): string => {
    if (shouted) return word.toLowerCase();
    return /^\p{Lu}\p{Ll}*['’]?\p{Ll}*\.?$/u.test(word) && (word.length > 1 || language === 'ru') && !names.has(word.toLowerCase())
      ? word.toLowerCase()
      : word;
  };
  const [first = '', ...rest] = pieces;
  return language === 'ru' && !shouted ? [lower(first), ...rest].join('') : pieces.map(lower).join('');
}

/** The name of a department: where each word has a capital it may be the name of a place, and stays as it is. */
export function departmentWording(text: string, table: Pick<Table, 'language' | 'names'>): string {
  const words = text.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const isName =
    table.language !== 'ru' && words.length > 1 && words.slice(1).every((word) => /^\p{Lu}/u.test(word)) && text !== text.toUpperCase();
  return isName ? text : plainWording(text, table);
}

/** «слесарь 5 разряда» is a title and a grade; “P-00042 Sales Adviser” is a number of a position and a title. */
export function withoutGrade(text: string, { words }: Pick<Table, 'words'>): { title: string; grade: string | null; code: string | null } {
  const [, code = null, named = text] = /^(P(?:OS)?-?\d{2,12})\s+[-–]?\s*(\p{L}.*)$/u.exec(text) ?? [];
  const [, title, figure, sort] = /^(.*?\p{L}.*?),?\s+(\d{1,2}(?:-\d{1,2})?)(?:-?(?:го|й|ый|ой))?\s+(\p{L}+)\.?$/u.exec(named) ?? [];
  if (title === undefined || figure === undefined || sort === undefined || !words.values.grades.includes(wordsOf(sort)[0] ?? ''))
    return { title: named, grade: null, code };
  return { title, grade: `${figure} ${words.values.grades[1] ?? sort}`, code };
}
