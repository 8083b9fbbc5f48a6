/**
 * Files that the program writes for people to go on with: the overlay that a department starts from, and a role cut down to one
 * language. `UPDATE=1` writes the corpus anew.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.js';
import { labelOf, wordsOf } from '../src/role/entry-label.js';
import { inOneLanguage } from '../src/role/one-language.js';
import { withRecord, writtenStamps } from '../src/role/overlay/stamps.js';
import { checkRole } from '../src/role/read.js';
import { memoryWorkspace } from '../src/workspace/memory.js';

const role = readFileSync(new URL('./corpus/papers/role.yaml', import.meta.url), 'utf8');

function expectFile(name: string, actual: string): void {
  const file = new URL(`./corpus/role-texts/${name}`, import.meta.url);
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(actual).toBe(readFileSync(file, 'utf8'));
}

async function customise(text: string, locale: string, more: Record<string, string> = {}, full = false): Promise<string> {
  let out = '';
  const organisation = more['organisation.yaml'] === undefined ? '' : ' --organisation organisation.yaml';
  await run({
    argv: `customise storekeeper --department cold --locale ${locale}${organisation}${full ? ' --full' : ''}`.split(' '),
    environment: {},
    errIsTerminal: false,
    workspace: memoryWorkspace({ 'roles/storekeeper.yaml': text, ...more }),
    milliseconds: () => 0,
    out: (words) => {
      out += words;
    },
    err: () => {},
  });
  return out;
}

describe('the overlay that a department starts from', () => {
  test('of a role in several languages', async () => {
    expectFile('starter.en.yaml', await customise(role, 'en', {}, true));
  });

  test('of a role in one language, with the name of the department', async () => {
    const own = 'schema: 2\nname: The Firm\njurisdiction: gb\nlanguages: [en]\ndepartments: [{ id: cold, name: Cold store }]\n';
    expectFile('starter.only-en.yaml', await customise(inOneLanguage(role, 'en'), 'en', { 'organisation.yaml': own }));
  });

  test('of a role that lacks most of what there are examples for', async () => {
    const small = role
      .replace(/^(kpis|onboarding|guidedBy|procedures|relations|reports|conditions):\n(?:[ \t].*\n)*/gm, '')
      .replace(/ {2}- id: know-places\n.*\n/, '')
      .replace('version: 2.1.0', 'version: 3.0.0');
    expect(checkRole(small, 'storekeeper.yaml').diagnostics).toEqual([]);
    const text = await customise(small, 'nl');
    expect(text.match(/^ {2}# - (\w+)/gm)).toEqual(['add', 'change', 'replace', 'move'].map((verb) => `  # - ${verb}`));
    expect(text).toContain('\n  version: 3.0.0\n');
  });
});

describe('a role in one language', () => {
  test.each(['ru', 'en', 'nl'] as const)('is the same file with the words of that language: %s', (locale) => {
    const text = inOneLanguage(role, locale);
    expect(checkRole(text, 'storekeeper.yaml').diagnostics).toEqual([]);
    if (locale === 'en') expectFile('only.en.yaml', text);
    expect(text.startsWith(role.split('\n', 1)[0] ?? '')).toBe(true);
  });

  test('keeps forms in their map, and leaves out what has no wording in it', () => {
    const before = [
      '# A role.',
      'languages: [ru, en]',
      'title: { ru: врач, en: doctor }',
      'titleForms:',
      '  ru: { genitive: врача }',
      '  en: { article: a }',
      'level: { ru: старший }',
      'synonyms: [{ ru: медик, en: medic }, { ru: лекарь }]',
      'notes: {}',
      '',
    ].join('\n');
    expect(inOneLanguage(before, 'en')).toBe(
      [
        '# A role.',
        'languages: [ en ]',
        'title: doctor',
        'titleForms:',
        '  en: { article: a }',
        'synonyms: [ medic, { ru: лекарь } ]',
        'notes: {}',
        '',
      ].join('\n'),
    );
  });
});

describe('what an entry is called', () => {
  test('is the first of its words that it has, in the language or in another', () => {
    for (const key of ['text', 'heading', 'title', 'name', 'party', 'event', 'industry', 'field', 'level', 'region'])
      expect(labelOf({ id: 'x', [key]: { ru: 'слово', en: 'word' } }, 'en'), key).toBe('word');
    expect(labelOf({ name: 'b', text: 'a' }, 'en')).toBe('a');
    expect(labelOf({ text: null, name: 'b' }, 'en')).toBe('b');
    expect(labelOf({ id: 'x' }, 'en')).toBe('');
    expect(labelOf('words', 'en')).toBe('');
    expect(wordsOf('words', 'nl')).toBe('words');
    expect(wordsOf({ ru: 'слово' }, 'nl')).toBe('слово');
    expect([wordsOf({}, 'nl'), wordsOf(7, 'nl'), wordsOf({ nl: 7 }, 'nl')]).toEqual(['', '', '']);
  });
});

describe('the record of an overlay', () => {
  const stamps = new Map(Array.from({ length: 9 }, (_, at) => [`entry-${at}`, `abcdef0${at}`]));

  test('has as many stamps on a line as there is room for', () => {
    const pair = 'entry-0: abcdef00,';
    const perLine = 6;
    expect(
      writtenStamps(stamps, '', '\n')
        .split('\n')
        .map((line) => line.length),
    ).toEqual([1, 2 + perLine * (pair.length + 1) - 1, 2 + 3 * (pair.length + 1) - 1, 1]);
    expect(writtenStamps(new Map(), '  ', '\n')).toBe('{}');
    // A line may be just as long as the lines of a role, and no longer.
    const exact = (length: number): number =>
      writtenStamps(
        new Map([
          ['a', '12ab'],
          ['b'.repeat(length), 'abcd'],
        ]),
        '',
        '\n',
      ).split('\n').length;
    const first = 'a: 12ab,'.length;
    const rest = ': abcd,'.length + 3;
    expect([exact(120 - first - rest), exact(121 - first - rest)]).toEqual([3, 4]);
  });

  const few = new Map([['a', 'abcd']]);

  test.each([
    ['a mapping on lines', 'base:\n  version: 1.0.0\nid: x\n', 'base:\n  version: 2.0.0\n  clauses: {\n    a: abcd,\n  }\nid: x\n'],
    [
      'an older record',
      'base:\n  clauses: { b: 1234 } # old\n  version: 1.0.0\n',
      'base:\n  clauses: {\n    a: abcd,\n  } # old\n  version: 2.0.0\n',
    ],
    ['a mapping in braces', 'base: { version: 1.0.0 }\nid: x\n', 'base: { version: 2.0.0, clauses: {\n    a: abcd,\n  } }\nid: x\n'],
    [
      'a record that is empty',
      'base:\n  version: 1.0.0\n  clauses:\nid: x\n',
      'base:\n  version: 2.0.0\n  clauses: {\n    a: abcd,\n  }\nid: x\n',
    ],
    ['no line break at its end', 'base:\n  version: 1.0.0', 'base:\n  version: 2.0.0\n  clauses: {\n    a: abcd,\n  }'],
    [
      'a comment behind the version',
      'base:\n  version: 1.0.0 # as of May\n',
      'base:\n  version: 2.0.0 # as of May\n  clauses: {\n    a: abcd,\n  }\n',
    ],
    [
      'the lines of Windows',
      'base:\r\n  version: 1.0.0\r\nid: x\r\n',
      'base:\r\n  version: 2.0.0\r\n  clauses: {\r\n    a: abcd,\r\n  }\r\nid: x\r\n',
    ],
    ['no base at all', 'id: x\n', 'id: x\n'],
    ['a base without a version', 'base:\n  clauses: {}\n', 'base:\n  clauses: {\n    a: abcd,\n  }\n'],
    ['a base with nothing in it', 'base: {}\n', 'base: {}\n'],
  ])('goes into %s, and nothing else changes', (_, before, after) => {
    expect(withRecord(before, '2.0.0', few)).toBe(after);
  });
});
