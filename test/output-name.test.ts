/** Names of output files that mean the same on every system, and what is said of others. */
import { expect, test } from 'vitest';
import { outputNameProblems } from '../src/workspace/output-name.js';

const told = (...paths: string[]): unknown[] => outputNameProblems(paths, 'out').map(({ code, args, file }) => [code, args, file]);

test.each([
  'x.pdf',
  'a/b/x.pdf',
  'console.pdf',
  'Contract.pdf',

  'x (2).pdf',
  'Щукина/é.pdf',
  'a.b.c',
  '..x',
  'x..pdf',
  'ab/.x',
])('%j is one', (path) => {
  expect(told(path)).toEqual([]);
});

test.each(['', '/x.pdf', '/', 'a/', '../x', 'a/../b', '..', 'a//b', './x', 'a/./b', 'a/.'])(
  '%j leads out of the folder, or nowhere',
  (path) => {
    expect(told(path)).toEqual([['output-outside', { name: path }, 'out']]);
  },
);

test.each([
  ['a/CON', 'CON'],
  ['com9.txt/x', 'com9.txt'],
  ['lpt1', 'lpt1'],
  ['x ', 'x '],
  ['x./y', 'x.'],
  ['a\u0007b', 'a\u0007b'],
  ['a\ud800b', 'a\ud800b'],
  ...[...'<>:"|?*\\'].map((sign) => [`a/b${sign}`, `b${sign}`]),
])('%j has a name that some system does not know', (path, name) => {
  expect(told(path)).toEqual([['bad-file-name', { name, limit: 255 }, 'out']]);
});

test('a name has 255 bytes at most, each part by itself', () => {
  const longest = 'x'.repeat(255);
  expect(told(`${longest}/${longest}`)).toEqual([]);
  expect(told(`a/${longest}x`)).toEqual([['bad-file-name', { name: `${longest}x`, limit: 255 }, 'out']]);
  expect(told('ж'.repeat(127))).toEqual([]);
  expect(told('ж'.repeat(128))).toHaveLength(1);
});

test('two names that differ in capitals or in how their letters are made are one', () => {
  expect(told('a/x.pdf', 'b/x.pdf', 'A/X.pdf', 'a/x.pdf')).toEqual([
    ['same-target', { name: 'A/X.pdf', first: 'a/x.pdf' }, 'out'],
    ['same-target', { name: 'a/x.pdf', first: 'A/X.pdf' }, 'out'],
  ]);
  expect(told('Zoë'.normalize('NFD'), 'zoë'.normalize('NFC'))).toHaveLength(1);
});

test('every bad name is told, in the order of the files', () => {
  expect(outputNameProblems(['../a', 'good', 'nul', 'GOOD'], 'out').map(({ code }) => code)).toEqual([
    'output-outside',
    'bad-file-name',
    'same-target',
  ]);
});
