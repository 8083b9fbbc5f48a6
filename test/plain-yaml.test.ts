/** The quick reader of plain YAML says what the parser says, or nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainYaml } from '../src/read/plain-yaml.js';
import { sourceText } from '../src/read/source-text.js';
import { dataOf } from '../src/read/yaml-data.js';
import { parseYaml } from '../src/read/yaml.js';
import { runs, some } from './every.js';

const root = new URL('..', import.meta.url).pathname;

/** What the parser makes of a text; null when it finds anything to tell. */
function parsed(text: string): { data: unknown } | null {
  const source = sourceText('test.yaml', text);
  const { document, diagnostics } = parseYaml(source);
  if (!document || diagnostics.length > 0) return null;
  const read = dataOf(document, source);
  return read.diagnostics.length > 0 ? null : { data: read.data };
}

function expectTheSame(text: string): boolean {
  const quick = plainYaml(text);
  if (quick === null) return false;
  expect({ data: quick }, text).toStrictEqual(parsed(text));
  return true;
}

describe('plain YAML', () => {
  it('reads the roles of the library and the examples at once, as the parser does', () => {
    const files = ['roles', 'examples'].flatMap((folder) =>
      readdirSync(`${root}${folder}`)
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => `${folder}/${file}`),
    );
    expect(some(files).filter((file) => !expectTheSame(readFileSync(root + file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['a: 1\r\nb: x\r\n', { a: 1, b: 'x' }],
    ['a:\n- 1\n- b: x\n  c: y\n', { a: [1, { b: 'x', c: 'y' }] }],
    ['a: "x: y" # note\nb: it is [fine]\n', { a: 'x: y', b: 'it is [fine]' }],
    ['a: { b: [1, two], "c d": null }\nd:\n', { a: { b: [1, 'two'], 'c d': null }, d: null }],
    ['a: -1.5\nb: 00042x\nc: 2026-11-22\nd: true\n', { a: -1.5, b: '00042x', c: '2026-11-22', d: true }],
    ['c: a \\', { c: 'a \\' }],
    ['# first\n\n  # second\na: «слова», “words” \n', { a: '«слова», “words”' }],
  ])('reads %j', (text, data) => {
    expect(JSON.parse(JSON.stringify(plainYaml(text)))).toEqual(data);
    expect(expectTheSame(text)).toBe(true);
  });

  it.each([
    'a: b: c',
    'a:\tb',
    'a: &x 1',
    'a: *x',
    'a: !!str 1',
    'a: |\n  x',
    'a: x\n  y',
    'a: x #y',
    'a: "x\\n"',
    "a: 'it''s'",
    'a: 1\na: 2',
    '__proto__: 1',
    '- a',
    'a',
    '',
    'a: [1,\n 2]',
    'a: [1',
    'a: {b}',
    'a: 0x1F',
    'a: 1e3',
    'a: .inf',
    'a: ~',
    'a:\n  - b\n c: 1',
    'a: 1\n b: 2',
    '---\na: 1',
    '%YAML 1.2',
    'a: e\u0301',
    'a: -',
    'a: - b',
    '? a',
    'a: @b',
    'a: x\rb',
    ' a: 1',
    'a: "b" c',
    '"a ": 1',
    'null: 1',
    `a: ${'['.repeat(60)}${']'.repeat(60)}`,
  ])('leaves %j to the parser', (text) => {
    expect(plainYaml(text)).toBeNull();
  });

  it('never says anything else than the parser', () => {
    const piece = fc.constantFrom(
      'a',
      'b:',
      'c: ',
      '- ',
      '-',
      '  ',
      '    ',
      '\n',
      '\n',
      '\n',
      '\n  ',
      '\n- ',
      ' # x',
      '#',
      '"',
      "'",
      '"q"',
      "'s'",
      '[',
      ']',
      '{',
      '}',
      ', ',
      ',',
      ': ',
      ':',
      '1',
      '-2',
      '0.5',
      '01',
      '1.0',
      'true',
      'null',
      'Null',
      '~',
      'слово',
      '№',
      'é',
      'e\u0301',
      '\u00A0',
      '?',
      '|',
      '>',
      '&',
      '*',
      '!',
      '%',
      '@',
      '`',
      '---',
      '...',
      '\t',
      '\r\n',
      '\\',
      'x: y',
      '\n  k: v',
      '\n  - k: v',
      '\n    l: w',
      '<<: a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => void expectTheSame(pieces.join(''))),
      { numRuns: runs(3000) },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => void expectTheSame(`a:\n  - b: ${pieces.join('')}\n    c: 1\nd: 2\n`)),
      { numRuns: 1500 },
    );
  });

  it('says what the parser says, or nothing, of a role that somebody has broken', () => {
    const lines = readFileSync(`${root}roles/sales-manager.yaml`, 'utf8').split('\n');
    const start = lines.findIndex((line) => line.startsWith('duties:'));
    const text = [...lines.slice(0, 40), ...lines.slice(start, start + 30)].join('\n');
    const edit = fc.tuple(
      fc.nat(text.length),
      fc.nat(3),
      fc.constantFrom('', ' ', '  ', '\n', '- ', ': ', '#', ' # ', '"', "'", '[', '}', ',', 'x', '1', ':', '\n\n', '\n- x\n'),
    );
    fc.assert(
      fc.property(edit, ([at, gone, come]) => void expectTheSame(text.slice(0, at) + come + text.slice(at + gone))),
      { numRuns: runs(150) },
    );
  });
});
