/** From Word files to drafts of roles: where each piece goes, and that none is lost. */
import { readdirSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { locales } from '../src/document/document.js';
import { changeCodes, numberOfUnplaced, reasonCodes } from '../src/import/report.js';
import type { ReportEntry } from '../src/import/report.js';
import { tellsOf, understand } from '../src/import/understand.js';
import type { Understanding } from '../src/import/understand.js';
import { checkRole } from '../src/role/read.js';
import { runs } from './every.js';
import { writtenWord } from './written-word.js';
import { importWords as words } from './import-words.js';

const root = new URL('..', import.meta.url).pathname;
const understood = (lines: readonly string[], fileName = 'a.docx'): Understanding => understand(writtenWord(lines), { words, fileName });

/** The place of a piece as the keys name it. */
function placesOf({ parts }: ReportEntry): string[] {
  return parts.flatMap(({ to, certainty }) => {
    if (certainty === 'left-out') return ['out'];
    if (certainty === 'unplaced') return ['unplaced'];
    return to.length === 0 ? ['heading', 'subordinates'] : to.map(placeOf);
  });
}

const placeOf = (pointer: string): string => {
  const [draft = '', path = ''] = pointer.split(':');
  if (draft !== 'role') return draft;
  const [, first = '', second = ''] = path.split('/');
  return first === 'requirements' ? second : first === 'physicalDemands' ? 'physical' : first;
};

interface Keyed {
  readonly file: string;
  readonly lines: readonly string[];
  readonly keys: readonly string[];
}

const folder = `${root}test/corpus/import/`;
const corpus: readonly Keyed[] = readdirSync(folder).map((file) => {
  const rows = readFileSync(folder + file, 'utf8')
    .trim()
    .split('\n');
  return { file, lines: rows.map((row) => row.replace(/ => \w+$/, '')), keys: rows.map((row) => / => (\w+)$/.exec(row)?.[1] ?? '') };
});

/** Paragraphs that went elsewhere than their key says; the cells of a row share its key, and one of them is enough. */
function astray({ lines, keys }: Keyed, { report }: Understanding): string[] {
  let at = 0;
  return lines.flatMap((line, index) => {
    const count = line.startsWith('|')
      ? line
          .slice(1)
          .replace(/\|\s*$/, '')
          .split('|')
          .flatMap((cell) => cell.split('; ')).length
      : 1;
    const places = report.entries.slice(at, at + count).flatMap(placesOf);
    at += count;
    return places.includes(keys[index] ?? '') ? [] : [`${line} => ${keys[index] ?? ''}, not ${[...new Set(places)].join(' ')}`];
  });
}

describe('import', () => {
  it.each(corpus)('puts the paragraphs of $file where they belong', (one) => {
    const result = understood(one.lines, one.file);
    expect(result.language).toBe(one.file.slice(0, 2).replace(/gb|us/, 'en'));
    const wrong = astray(one, result);
    expect(wrong.length / one.lines.length, wrong.join('\n')).toBeLessThanOrEqual(0.1);
  });

  it('loses no character of any file: the parts of a piece are the piece', () => {
    for (const { file, lines } of corpus)
      for (const { text, typed, parts } of understood(lines).report.entries)
        expect(typed + parts.map((part) => part.text).join(''), file).toBe(text);
  });

  it('keeps under “unplaced” whatever has no place, with its source', () => {
    for (const { file, lines } of corpus) {
      const { draft, report } = understood(lines, file);
      const parts = report.entries.flatMap((entry) => entry.parts).filter(({ certainty }) => certainty === 'unplaced');
      const said = parts.map((part) => draft.unplaced?.[numberOfUnplaced(part) ?? -1]?.text ?? '');
      parts.forEach(({ text }, at) => expect(said[at], file).toContain(text.trim()));
      expect([...new Set(said)], file).toEqual([...new Set((draft.unplaced ?? []).map(({ text }) => text))]);
      for (const { source } of draft.unplaced ?? []) expect(source).toMatch(/^[a-z0-9-]+:\d+$/);
    }
  });

  it.each(corpus)('makes a valid role of $file', ({ file, lines }) => {
    const { diagnostics } = checkRole(stringify(understood(lines, file).draft), `${file}.yaml`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'unplaced-texts').length <= 1).toBe(true);
  });

  it('points at what it says that it made', () => {
    for (const { file, lines } of corpus) {
      const { draft, report } = understood(lines, file);
      // Where nobody reports to the holder the role leaves them out.
      const parts = report.entries.flatMap((entry) => entry.parts.filter(({ why }) => why.code !== 'nobody'));
      for (const pointer of parts.flatMap(({ to }) => to).filter((one) => one.startsWith('role:')))
        expect(valueAt(draft, pointer.slice('role:'.length)), `${file} ${pointer}`).toBeDefined();
    }
  });

  it('leaves people out of the role, and gives them back as drafts', () => {
    const { draft, organisation, person, diagnostics } = understood([
      'ООО «Ромашка»',
      'УТВЕРЖДАЮ',
      'Генеральный директор',
      '____________ Петров А.С.',
      '= ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ',
      '= кладовщика',
      'Работник: Сидорова Анна Павловна',
      '1. Общие положения',
      '1.1. Кладовщик подчиняется непосредственно начальнику склада Иванову И.И.',
      '2. Обязанности',
      '2.1. Принимает товар.',
    ]);
    expect(JSON.stringify(draft)).not.toMatch(/Петров|Сидоров|Иванов/);
    expect(organisation).toMatchObject({ name: 'ООО «Ромашка»', posts: { approver: { holder: { last: 'Петров', initials: 'А.С.' } } } });
    expect(person).toMatchObject({ name: { last: 'Сидорова', first: 'Анна', middle: 'Павловна' } });
    expect(diagnostics.map(({ code }) => code)).toContain('import-personal-data');
  });

  it('gives clauses the form of their section and tells each change', () => {
    const duties = (lines: readonly string[]): unknown[] =>
      understood(lines).draft.duties.flatMap((group) => group.duties.map(({ text }) => text));
    expect(duties(['** Должностные обязанности', '- Принимать и регистрировать заявки, отвечать на них в срок;', '- Вести учёт.'])).toEqual(
      ['принимает и регистрирует заявки, отвечает на них в срок', 'ведёт учёт'],
    );
    expect(duties(['** Duties', '- To ensure that the records are correct.', '- Prepares reports and sends them to the manager.'])).toEqual(
      ['ensure that the records are correct', 'prepare reports and send them to the manager'],
    );
    expect(
      duties([
        '** Hoofdtaken',
        '- Het beheren van de voorraad.',
        '- Je maakt offertes voor de klanten van het bedrijf.',
        '- Opstellen van rapporten.',
      ]),
    ).toEqual(['beheert de voorraad', 'maakt offertes voor de klanten van het bedrijf', 'stelt rapporten op']);
    const [, changed] = understood(['** Duties', '- To ensure that the records of the team are correct.']).report.entries;
    expect(changed?.parts[0]?.changes).toEqual([
      { code: 'stop', args: {} },
      { code: 'lead-word', args: { words: 'To' } },
    ]);
  });

  it('says what it could not do', () => {
    const codes = (lines: readonly string[]): string[] => {
      const made = understood(lines);
      return [...made.diagnostics, ...tellsOf(made, 'a.docx')].map(({ code }) => code);
    };
    expect(codes(['Lorem ipsum dolor sit amet', 'Consectetur adipiscing elit, sed do eiusmod tempor.'])).toEqual([
      'import-language-unsure',
      'import-no-duties',
      'import-filled',
      'import-unplaced',
    ]);
  });

  it('is done with many and hostile paragraphs', () => {
    const many = Array.from({ length: runs(10_000) }, (_, at) => `- Prepares the report ${at} and sends it to the manager`);
    expect(understood(['** Duties', ...many]).draft.duties[0]?.duties).toHaveLength(runs(10_000));
    for (const sign of ['(', ' ', '_', 'А', 'и ', 'а, ', '. ', ': ', '; ', '1.', 'и. ', 'Ив И.'])
      understood(['** Обязанности', sign.repeat(runs(20_000)), `- ${sign.repeat(5000)}`]);
  });

  it('has words for every reason and change in every language', () => {
    for (const locale of locales) {
      expect(Object.keys(words[locale].reasons).sort()).toEqual([...reasonCodes].sort());
      expect(Object.keys(words[locale].changes).sort()).toEqual([...changeCodes].sort());
    }
  });
});

const valueAt = (data: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), data);

it('keeps a duty that speaks of what a usual phrase speaks of', () => {
  const { draft } = understood([
    '** Duties',
    '- Coordinates requests for reasonable accommodation and keeps medical information in separate files',
    '- This job description is not exhaustive and the duties may change',
  ]);
  expect(draft.duties.flatMap(({ duties }) => duties.map(({ text }) => text))).toEqual([
    'coordinate requests for reasonable accommodation and keep medical information in separate files',
  ]);
});
