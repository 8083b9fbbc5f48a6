/** The words of the server: the same in all languages, well-formed, all of them used, and none missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse as parseMessage } from '@formatjs/icu-messageformat-parser';
import { parse } from 'yaml';
import { createPhrases } from 'rolewright';
import type { Locale } from 'rolewright';

const server = new URL('..', import.meta.url).pathname;
const languages: readonly Locale[] = ['en', 'ru', 'nl'];
const read = (file: string): unknown => parse(readFileSync(join(server, 'locales', file), 'utf8'));

function leaves(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree as Record<string, unknown>).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

interface Piece {
  readonly value?: unknown;
  readonly type: number;
  readonly options?: Readonly<Record<string, { readonly value: readonly Piece[] }>>;
}

/** The arguments that a phrase names: 0 is text, 7 the number of a plural. */
const namesIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap(({ type, value, options = {} }) => [
    ...(type === 0 || type === 7 ? [] : [String(value)]),
    ...Object.values(options).flatMap((one) => namesIn(one.value)),
  ]);
const argumentsOf = (phrase: string): string[] => [...new Set(namesIn(parseMessage(phrase)))];

const source = readdirSync(join(server, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(server, 'src', file), 'utf8'))
  .join('\n');

/** All that stands in single quotes. */
const quoted = new Set([...source.matchAll(/'(?=([\w.-]+)')/g)].map(([, words = '']) => words));
/** Words that are chosen by the end of a name: `faults.lost-${what}`. */
const chosen = [...source.matchAll(/`([a-z.]+)\.([a-z]+-)\$\{/g)].map(([, of = '', start = '']) => [of, start] as const);

it.each([
  'cli',
  'papers',
  'messages',
  'http',
  'serve',
  'mail',
  'worker',
  'signer',
  'checker',
  'weeks',
  'studio',
  'studio-hr',
  'studio-organisation',
  'studio-care',
  'studio-command',
  'studio-told',
  'seal',
])('%s has the same words, with the same facts, in all languages', (name) => {
  const [english = []] = languages.map((language) => leaves(read(`${name}.${language}.yaml`)));
  for (const language of languages) {
    const own = leaves(read(`${name}.${language}.yaml`));
    expect(own.map(([key]) => key)).toEqual(english.map(([key]) => key));
    for (const [at, [key, phrase]] of own.entries()) {
      const known = argumentsOf(english[at]?.[1] ?? '');
      expect([language, key, argumentsOf(phrase).filter((one) => !known.includes(one) && one !== 'gender')]).toEqual([language, key, []]);
      // Whatever its facts are, it must be read without a fault.
      const facts = Object.fromEntries([...known, 'gender'].map((one) => [one, 3]));
      if (phrase !== '') expect(createPhrases({ phrase }, language)('phrase', facts), key).not.toBe('');
    }
  }
});

it.each(['cli', 'papers', 'http', 'serve', 'worker', 'signer', 'checker', 'weeks', 'studio-command', 'seal'])(
  'all words of %s are used',
  (name) => {
    const unused = leaves(read(`${name}.en.yaml`)).filter(([key]) => {
      const [group = '', ...rest] = key.split('.');
      const last = rest.at(-1) ?? '';
      if (quoted.has(key)) return false;
      // By a name in their middle: `calm.${name}.title`.
      const [middle = ''] = rest.slice(-2, -1);
      const stem = [group, ...rest.slice(0, -2)].join('.');
      if (
        source.includes(`\`${stem}.\${`) &&
        source.includes(`}.${last}\``) &&
        (source.includes(`'${middle}'`) || source.includes(`"${middle}"`))
      )
        return false;
      // Words that are chosen by a name: `faults.${code}`.
      const parent = [group, ...rest.slice(0, -1)].join('.');
      if (chosen.some(([of, start]) => of === parent && last.startsWith(start))) return false;
      return (
        !source.includes(`\`${parent}.\${`) ||
        (!source.includes(`'${last}'`) && !source.includes(`${last}:`) && !source.includes(`'${last} `))
      );
    });
    expect(unused.map(([key]) => key)).toEqual([]);
  },
);

it('each code that the server tells of has its words', () => {
  const codes = Object.keys((read('messages.en.yaml') as { codes: object }).codes);
  const told = [...source.matchAll(/(?:refus(?:al|e)\('|code: ')((?:register|http|studio|seal|verify)-[a-z-]+)'/g)].map(
    ([, code = '']) => code,
  );
  const storage = [...source.matchAll(/StorageRefusal\('([a-z-]+)'/g)].map(([, code = '']) => `storage/${code}`);
  expect([...new Set([...told, ...storage])].filter((code) => !codes.includes(code))).toEqual([]);
  expect(codes.filter((code) => !told.includes(code) && !storage.includes(code))).toEqual([]);
});

it('each fault that verifying finds has its words', () => {
  const [union = ''] = readFileSync(join(server, 'src/verify/fault.ts'), 'utf8').split('export interface');
  const codes = [...union.matchAll(/\| '([a-z-]+)'/g)].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect(Object.keys((read('cli.en.yaml') as { faults: object }).faults).sort()).toEqual(codes.sort());
});
