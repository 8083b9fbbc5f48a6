import { describe, expect, it } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { createPhrases } from '../src/language/phrases.js';

function refusalOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics;
    throw error;
  }
  return [];
}

const NBSP = '\u00A0';

describe('Russian', () => {
  const say = createPhrases(
    {
      title: 'Должностная инструкция',
      days: '{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
      read: '{gender, select, male {ознакомлен} female {ознакомлена} other {ознакомлен(а)}}',
      sum: '{n, number} руб.',
      signature: { lead: 'С инструкцией {read}, {copies, plural, one {# экземпляр} other {# экземпляра}}' },
    },
    'ru',
  );

  it('says a plain phrase', () => expect(say('title')).toBe('Должностная инструкция'));

  it.each([
    [1, '1 день'],
    [3, '3 дня'],
    [5, '5 дней'],
    [11, '11 дней'],
    [21, '21 день'],
    [1500, `1${NBSP}500 дней`],
  ])('counts %d', (n, said) => {
    expect(say('days', { n })).toBe(said);
  });

  it.each([
    ['male', 'ознакомлен'],
    ['female', 'ознакомлена'],
    ['unspecified', 'ознакомлен(а)'],
  ])('agrees with %s', (gender, said) => {
    expect(say('read', { gender })).toBe(said);
  });

  it('writes numbers with a non-breaking space', () => expect(say('sum', { n: 1500 })).toBe(`1${NBSP}500 руб.`));

  it('finds nested phrases and fills them in', () => {
    expect(say('signature.lead', { read: 'ознакомлена', copies: 1 })).toBe('С инструкцией ознакомлена, 1 экземпляр');
  });
});

describe('English and Dutch', () => {
  const tree = {
    days: '{n, plural, =0 {none} one {# day} other {# days}}',
    sum: '{n, number}',
    bare: 'in {n}',
    markup: 'less than <5 & {n}',
    apostrophe: "'s ochtends",
  };

  it.each([
    [0, 'none'],
    [1, '1 day'],
    [1500, '1,500 days'],
  ])('counts %d', (n, said) => {
    expect(createPhrases(tree, 'en')('days', { n })).toBe(said);
  });

  it('writes numbers the way of the locale', () => {
    expect([createPhrases(tree, 'en')('sum', { n: 1500.5 }), createPhrases(tree, 'nl')('sum', { n: 1500.5 })]).toEqual([
      '1,500.5',
      '1.500,5',
    ]);
  });

  it('prints a bare figure as it is', () => expect(createPhrases(tree, 'en')('bare', { n: 2026 })).toBe('in 2026'));

  it('takes markup for text', () => expect(createPhrases(tree, 'nl')('markup', { n: '<b>' })).toBe('less than <5 & <b>'));

  it('keeps an apostrophe', () => expect(createPhrases(tree, 'nl')('apostrophe')).toBe("'s ochtends"));
});

describe('refusals', () => {
  const say = createPhrases({ group: { one: 'hello {name}' }, broken: 'hello {name', list: ['a'], number: 5 }, 'en');

  it.each(['absent', 'group', 'group.two', 'group.one.more', 'toString', 'group.constructor', 'number', 'list', ''])(
    'misses «%s»',
    (key) => {
      expect(refusalOf(() => say(key))).toMatchObject([{ code: 'phrase-missing', args: { key, locale: 'en' } }]);
    },
  );

  it('refuses a phrase that repeats its values beyond measure', () => {
    const phrase = createPhrases({ often: '{name}'.repeat(1000) }, 'en');
    expect(phrase('often', { name: 'x'.repeat(50) })).toHaveLength(50_000);
    expect(refusalOf(() => phrase('often', { name: 'x'.repeat(51) }))).toMatchObject([
      { code: 'phrase-too-long', args: { key: 'often', locale: 'en', limit: 50_000 } },
    ]);
  });

  it('names the argument without a value', () => {
    const expected = [{ code: 'phrase-argument-missing', args: { key: 'group.one', locale: 'en', argument: 'name' } }];
    expect(refusalOf(() => say('group.one'))).toMatchObject(expected);
    expect(refusalOf(() => say('group.one', { name: undefined }))).toMatchObject(expected);
  });

  it('names a malformed phrase', () => {
    expect(refusalOf(() => say('broken', { name: 'x' }))).toMatchObject([
      { code: 'phrase-malformed', args: { key: 'broken', locale: 'en' } },
    ]);
  });

  it('misses everything in an empty file', () => {
    expect(refusalOf(() => createPhrases(null, 'nl')('a.b'))).toMatchObject([
      { code: 'phrase-missing', args: { key: 'a.b', locale: 'nl' } },
    ]);
  });
});
