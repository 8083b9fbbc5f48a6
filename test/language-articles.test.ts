import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dutchArticle, withDefinite, withIndefinite } from '../src/language/articles.js';

const corpus = parse(readFileSync(new URL('corpus/language/articles.yaml', import.meta.url), 'utf8')) as {
  en: Record<string, string[]>;
  nl: Record<string, string[]>;
};
const examples = (language: 'en' | 'nl'): (readonly [string, string])[] =>
  Object.entries(corpus[language]).flatMap(([article, titles]) => titles.map((title) => [article, title] as const));

describe('English', () => {
  it.each(examples('en'))('%s %s', (article, title) => {
    expect(withIndefinite(title)).toBe(`${article} ${title}`);
  });

  it('takes the article that the data give', () => {
    expect(withIndefinite('herbalist', 'an')).toBe('an herbalist');
  });
});

describe('Dutch', () => {
  it.each(examples('nl'))('%s %s', (article, title) => {
    expect(dutchArticle(title)).toBe(article);
  });

  it('takes the article that the data give', () => {
    expect([withDefinite('verkoop', 'het'), withDefinite('verkoop')]).toEqual(['het verkoop', 'de verkoop']);
  });
});
