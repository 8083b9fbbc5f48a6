/** The words of errors: a corpus of bad files beside their reports, and the three catalogues. `UPDATE=1` rewrites the reports. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { diagnostic } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { loadMessages, reportJson, reportText, wordsOf } from '../src/report/report.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { readPerson } from '../src/person/person.js';
import { readRole } from '../src/desk/roles.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import type { Workspace } from '../src/workspace/workspace.js';
import { facts } from './facts.js';

const languages = ['en', 'ru', 'nl'] as const;
const catalogues = languages.map((language) => loadMessages(packageWorkspace(), language));
const [english] = catalogues as [(typeof catalogues)[number]];

const update = process.env.UPDATE === '1';
const folder = new URL('./corpus/errors/', import.meta.url);

function expectFile(name: string, actual: string): void {
  const file = new URL(name, folder);
  if (update) writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}

describe('corpus of bad files', () => {
  const workspace = openWorkspace(folder.pathname);
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml'))) {
    test(name, () => {
      const read = name.startsWith('organisation')
        ? (files: Workspace, path: string) => readOrganisation(files, path, packageWorkspace())
        : name.startsWith('person')
          ? readPerson
          : readRole;
      const { diagnostics } = read(workspace, name);
      expectFile(name.replace('.yaml', '.txt'), reportText(diagnostics, english, { colour: false }));
    });
  }
});

describe('catalogues', () => {
  test.each(catalogues)('$language has the codes of all', ({ codes }) => {
    expect(Object.keys(codes)).toEqual(Object.keys(facts));
  });

  test.each(catalogues)('$language says every code with its facts', (messages) => {
    const told = Object.entries(facts).flatMap(([code, cases]) =>
      cases.map((args) => {
        const { message, hint } = wordsOf(diagnostic(code, args), messages);
        expect(`${message} ${hint ?? ''}`.replace('{{* …}}', ''), code).not.toMatch(/…|undefined/);
        return `${code}\n  ${message}\n  → ${hint ?? ''}\n`;
      }),
    );
    expectFile(`words.${messages.language}.txt`, told.join('\n'));
  });

  test.each(catalogues)('$language speaks of nothing but the facts of a code', ({ codes }) => {
    for (const [code, { message, hint }] of Object.entries(codes)) {
      const known = Object.keys(facts[code]?.[0] ?? {});
      for (const name of [...variables(message), ...variables(hint)]) {
        const fact = name.replace(/^has([A-Z])/, (_, first: string) => first.toLowerCase());
        expect(known, `${code} does not have ${name}`).toContain(fact);
      }
    }
  });

  test('every code in the source has words', () => {
    const source = new URL('../src/', import.meta.url);
    const used = new Set<string>();
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts'))) {
      const text = readFileSync(new URL(file, source), 'utf8');
      for (const match of text.matchAll(/\b(?:diagnostic|finding|refusal)\(\s*'([a-z0-9-]+)'/g)) used.add(match[1] ?? '');
    }
    expect(used.size).toBeGreaterThan(50);
    expect([...used].filter((code) => !Object.hasOwn(facts, code))).toEqual([]);
  });
});

/** The type of plain words in a parsed phrase. */
const literal = 0;

function variables(phrase: string): string[] {
  type Element = ReturnType<IntlMessageFormat['getAst']>[number];
  const names = (element: Element): string[] => [
    ...('value' in element && Number(element.type) !== literal ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap((option) => option.value.flatMap(names)) : []),
  ];
  return new IntlMessageFormat(phrase, 'en', undefined, { ignoreTag: true }).getAst().flatMap(names);
}

describe('report', () => {
  const report = (one: Diagnostic, colour = false): string[] => reportText([one], english, { colour }).split('\n');
  const at = (sourceLine: string, column: number, length: number): Diagnostic =>
    diagnostic('empty-text', {}, { file: 'roles/a.yaml', line: 7, column, length, sourceLine, path: 'title' });

  test('shows place, words, line and caret', () => {
    expect(report(at("title: ''", 8, 2))).toEqual([
      'roles/a.yaml:7:8: error empty-text',
      '  There is no text here.',
      "    7 │ title: ''",
      '      │        ^^',
      '  → Write the text, or delete the key if it may be left out.',
      '',
    ]);
  });

  test.each([
    ['tabs', '\ta:\tb', 5, 1, '    a:  b', '        ^'],
    ['wide characters', '名前: x', 5, 1, '名前: x', '      ^'],
    ['emoji', '🙂: x', 4, 1, '🙂: x', '    ^'],
    ['combining characters', 'и\u0306: x', 5, 1, 'и\u0306: x', '   ^'],
    ['hidden characters', 'a\u202Eb\u0007: x', 7, 1, 'a\uFFFDb\u2407: x', '      ^'],
    ['the end of a line', 'a: ', 4, 1, 'a: ', '   ^'],
  ])('puts the caret right after %s', (_, source, column, length, line, caret) => {
    const [, , shown, pointer] = report(at(source, column, length));
    expect([shown?.slice(8), pointer?.slice(8)]).toEqual([line, caret]);
  });

  const source = Array.from({ length: 100_000 }, (_, n) => `word${String(n).padStart(5, '0')} `).join('');
  test.each([
    [1, 5],
    [40, 200],
    [500, 3],
    [999, 1],
    [999_990, 4],
  ])('cuts a long line around column %i', (column, length) => {
    const [, , shown = '', pointer = ''] = report(at(source, column, length));
    const caret = pointer.indexOf('^');
    expect(shown.length).toBeLessThan(112);
    expect(source.slice(column - 1)).toContain(shown.slice(caret, caret + Math.min(length, 40)).replace('…', ''));
    expect(shown.charAt(caret)).toBe(source.charAt(column - 1));
  });

  test('never passes control characters on', () => {
    const lines = report(
      diagnostic(
        'unknown-key',
        { key: 'a\u001b[31m', nearest: '', known: '' },
        { file: 'x\u001b[2J.yaml', line: 1, column: 1, sourceLine: 'a\u001b[31m: 1' },
      ),
    );
    expect(lines.join('\n')).not.toContain('\u001b');
  });

  test('colours only when asked', () => {
    expect(report(at("title: ''", 8, 2), true).join('')).toContain('\u001b[');
  });

  test('tells a code without words, and a fact that is missing', () => {
    expect(report(diagnostic('never-heard-of', { name: 'x' }))[1]).toBe('  never-heard-of · name: x');
    expect(report(diagnostic('unknown-role', {}))[1]).toBe('  There is no role “…”.');
  });

  test('gives programs a stable shape', () => {
    expect(reportJson([diagnostic('no-roles', {}, {}, 'warning'), at("title: ''", 8, 2)], english)).toEqual([
      {
        code: 'no-roles',
        severity: 'warning',
        message: 'There are no roles to choose from.',
        hint: 'Put the YAML file of a role into the folder “roles”, or give the path of one.',
        file: null,
        line: null,
        column: null,
        path: null,
      },
      {
        code: 'empty-text',
        severity: 'error',
        message: 'There is no text here.',
        hint: 'Write the text, or delete the key if it may be left out.',
        file: 'roles/a.yaml',
        line: 7,
        column: 8,
        path: 'title',
      },
    ]);
  });

  test('says nothing for nothing', () => {
    expect(reportText([], english, { colour: true })).toBe('');
  });
});
