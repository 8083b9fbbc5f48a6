import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Locale } from '../src/document/document.js';
import { forJustifiedLines, typeset } from '../src/language/typography.js';

const corpus = parse(readFileSync(new URL('corpus/language/typography.yaml', import.meta.url), 'utf8')) as Record<Locale, string[]>;
const examples = Object.entries(corpus).flatMap(([locale, texts]) => texts.map((text) => [locale as Locale, text] as const));

const pieces = [
  ' ',
  '\u00A0',
  '\n',
  'в',
  'и',
  'не',
  'На',
  '—',
  '–',
  '№',
  '5',
  '72',
  '500',
  'часа',
  'июня',
  '%',
  'ст.',
  'т.',
  'д.',
  'И.',
  'О.',
  'Фамилия',
  'г.',
  '20__',
  '«',
  '»',
  'бы',
  'РФ',
  'ООО',
  'days',
  'June',
  'a.m.',
  'Mr',
  'J.',
  'Smith',
  'art.',
  'lid',
  'd.d.',
  'van',
  'de',
  'der',
  'uur',
  '€',
  'слово',
  ',',
  '1',
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);
const locales = fc.constantFrom<Locale>('ru', 'en', 'nl');

describe('typeset', () => {
  it.each(examples)('%s: %s', (locale, text) => {
    expect(typeset(text.replaceAll('~', ' '), locale).replaceAll('\u00A0', '~')).toBe(text);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, locales, (text, locale) => {
        const once = typeset(text, locale);
        expect(typeset(once, locale)).toBe(once);
      }),
    );
  });

  it('changes nothing but spaces', () => {
    const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
    fc.assert(
      fc.property(texts, locales, (text, locale) => {
        expect(plain(typeset(text, locale))).toBe(plain(text));
      }),
    );
  });

  it.each([
    ['В~соответствии с~ним и~т.~д. не~позднее 72~часов', 'В соответствии с ним и~т.~д. не позднее 72~часов'],
    ['с~1~июня по~2~июня, он~же~— И.~О.~Фамилия', 'с~1~июня по~2~июня, он же~— И.~О.~Фамилия'],
  ])('lets only short words end a justified line of a word processor: %s', (text, wanted) => {
    expect(forJustifiedLines(text.replaceAll('~', '\u00A0')).replaceAll('\u00A0', '~')).toBe(wanted);
  });

  it('takes no longer for an unbroken line', () => {
    const started = process.cpuUsage();
    typeset('1 000 '.repeat(20_000), 'ru');
    typeset('a '.repeat(20_000), 'nl');
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });
});
