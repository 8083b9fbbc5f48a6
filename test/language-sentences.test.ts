import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Locale } from '../src/document/document.js';
import { asItem, asSentence, joinList, lowerFirst, upperFirst, withRemark } from '../src/language/sentences.js';

interface Example {
  locale: Locale;
  text: string;
  sentence: string;
  item: string;
  last: string;
}

const corpus = parse(readFileSync(new URL('corpus/language/sentences.yaml', import.meta.url), 'utf8')) as Example[];

describe('sentences and items', () => {
  it.each(corpus.map((one) => [one.text, one] as const))('%s', (text, { locale, sentence, item, last }) => {
    expect({ sentence: asSentence(text, locale), item: asItem(text, false), last: asItem(text, true) }).toEqual({ sentence, item, last });
  });

  it.each(corpus.map((one) => [one.sentence, one.locale] as const))('leaves the sentence «%s» as it is', (sentence, locale) => {
    expect(asSentence(sentence, locale)).toBe(sentence);
  });
});

describe('remarks in brackets', () => {
  it.each([
    ['ведёт журнал.', 'ведёт журнал (ежедневно)'],
    ['ведёт журнал', 'ведёт журнал (ежедневно)'],
    ['ведёт журналы, карты и т.д.', 'ведёт журналы, карты и т.д. (ежедневно)'],
  ])('stand before the full stop of «%s»', (text, expected) => {
    expect(withRemark(text, 'ежедневно')).toBe(expected);
  });
});

describe('first letters', () => {
  it.each(['info@oak.example answers', 'https://oak.example', 'www.oak.example/jobs', 'oak.example, the site', 'node.js developer'])(
    'are left to addresses: %s',
    (text) => {
      expect(asSentence(text, 'en')).toBe(`${text}.`);
    },
  );

  it('are raised before a full stop inside a sentence', () => {
    expect(upperFirst('e.g. this', 'en')).toBe('E.g. this');
    expect(upperFirst('т.е. это', 'ru')).toBe('Т.е. это');
  });

  it.each([
    ['Менеджер', 'менеджер'],
    ['CRM-система', 'CRM-система'],
    ['HR', 'HR'],
    ['ИТ-отдел', 'ИТ-отдел'],
    ['И.О. Фамилия', 'И.О. Фамилия'],
    ['«Ромашка»', '«Ромашка»'],
    ['В отделе', 'в отделе'],
    ['JavaScript', 'JavaScript'],
    ['A manager', 'a manager'],
    ['I agree', 'I agree'],
    ['X-ray', 'X-ray'],
    ['Imported goods', 'imported goods'],
    ['Отдел ИТ', 'отдел ИТ'],
    ['IJzerhandel', 'ijzerhandel'],
    ['Ёлка', 'ёлка'],
    ['1С', '1С'],
    ['', ''],
  ])('lowers «%s» to «%s»', (text, lowered) => {
    expect(lowerFirst(text)).toBe(lowered);
  });

  it.each([
    ['ru', '«ромашка»', '«Ромашка»'],
    ['en', '(optional)', '(Optional)'],
    ['en', 'ijsbrand', 'Ijsbrand'],
    ['nl', 'ijs', 'IJs'],
    ['nl', "'s ochtends en 's avonds", "'s Ochtends en 's avonds"],
    ['nl', "'s Ochtends en 's avonds", "'s Ochtends en 's avonds"],
    ['nl', 'één', 'Eén'],
    ['nl', '(‘één’)', '(‘Eén’)'],
    ['nl', "('s ochtends)", "('s Ochtends)"],
    ['nl', "‘'t ijs’", "‘'t IJs’"],
    ['nl', '(ijs)', '(IJs)'],
    ['nl', '3 ijsjes', '3 ijsjes'],
    ['en', '(iPhone)', '(iPhone)'],
    ['en', '3 iPhones', '3 iPhones'],
  ] as const)('%s: raises «%s» to «%s»', (locale, text, raised) => {
    expect(upperFirst(text, locale)).toBe(raised);
  });
});

describe('joinList', () => {
  it.each([
    ['ru', 'and', 'цены, сроки и условия'],
    ['ru', 'or', 'цены, сроки или условия'],
    ['en-GB', 'and', 'цены, сроки and условия'],
    ['en-GB', 'or', 'цены, сроки or условия'],
    ['en-US', 'and', 'цены, сроки, and условия'],
    ['nl', 'and', 'цены, сроки en условия'],
    ['nl', 'or', 'цены, сроки of условия'],
  ] as const)('%s, %s: %s', (tag, word, joined) => {
    expect(joinList(['цены', 'сроки', 'условия'], tag, word)).toBe(joined);
  });

  it('joins two, one and none', () => {
    expect([['a', 'b'], ['a'], []].map((items) => joinList(items, 'en', 'and'))).toEqual(['a and b', 'a', '']);
  });
});
