import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Locale } from '../src/document/document.js';
import { createAbbreviations } from '../src/language/abbreviations.js';
import type { AbbreviationTable, Piece } from '../src/language/abbreviations.js';

const locales: readonly Locale[] = ['ru', 'en', 'nl'];
const tables = Object.fromEntries(
  locales.map((locale) => {
    const file = readFileSync(new URL(`../locales/${locale}.yaml`, import.meta.url), 'utf8');
    return [locale, (parse(file) as { abbreviations: AbbreviationTable }).abbreviations];
  }),
) as Record<Locale, AbbreviationTable>;
const corpus = parse(readFileSync(new URL('corpus/language/abbreviations.yaml', import.meta.url), 'utf8')) as Record<Locale, string[]>;
const examples = locales.flatMap((locale) => corpus[locale].map((text) => [locale, text] as const));

const own = new Map([
  ['ООО', 'общество с ограниченной ответственностью'],
  ['B.V.', 'besloten vennootschap'],
  ['BV', 'besloten vennootschap'],
]);
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, expansion }) => (expansion === null ? text : `{${text}|${expansion}}`)).join('');
const written = (example: string): string => example.replace(/\{(.*?)\|.*?\}/gu, '$1');

describe('abbreviations', () => {
  it.each(examples)('%s: %s', (locale, example) => {
    expect(shown(createAbbreviations(tables[locale], locale)(own)()(written(example)))).toBe(example);
  });

  it('are found with the spaces that typesetting leaves', () => {
    for (const [locale, example] of examples) {
      const pieces = createAbbreviations(tables[locale], locale)(own)()(written(example).replaceAll(' ', '\u00A0'));
      expect(shown(pieces).replaceAll('\u00A0', ' ')).toBe(example);
    }
  });

  it('are all said: each sense of the table can be met and has words', () => {
    for (const locale of locales) {
      for (const [form, senses] of Object.entries(tables[locale])) {
        for (const sense of [senses].flat()) {
          const spoken = typeof sense === 'string' ? sense : (sense as { spoken: string }).spoken;
          const [piece] = createAbbreviations({ [form]: spoken }, locale)()()(`7 ${form}`).filter(({ expansion }) => expansion !== null);
          expect(piece?.text, `${locale} ${form}`).toBe(form);
          expect(piece?.expansion, `${locale} ${form}`).toMatch(/\p{L}{3}/u);
        }
      }
    }
  });

  it('begin anew with each document', () => {
    const abbreviations = createAbbreviations(tables.en, 'en')();
    const first = abbreviations();
    expect([shown(first('HR')), shown(first('HR')), shown(abbreviations()('HR'))]).toEqual([
      '{HR|human resources}',
      'HR',
      '{HR|human resources}',
    ]);
  });

  it('leave the text as it is', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(...locales.flatMap((locale) => Object.keys(tables[locale])), ' ', '\u00A0', '5', 'А', '«', ','),
        fc.string({ unit: 'grapheme' }),
      ),
      { maxLength: 12 },
    );
    const readings = locales.map((locale) => createAbbreviations(tables[locale], locale)(own)());
    fc.assert(
      fc.property(words, fc.nat(2), (parts, at) => {
        const text = parts.join('');
        const pieces = readings[at]?.(text) ?? [];
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });

  it('take no longer for an unbroken line', () => {
    const started = process.cpuUsage();
    for (const line of ['1 000 '.repeat(5_000), 'ст. '.repeat(2_000), '1 '.repeat(5_000) + 'мин'])
      createAbbreviations(tables.ru, 'ru')()()(line);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });
});
