import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { declinePhrase, phraseIn } from '../src/language/cases.js';
import type { RussianCase } from '../src/language/cases.js';

const cases: RussianCase[] = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'];

const corpus = (file: string): string[][] =>
  (parse(readFileSync(new URL(`corpus/language/${file}`, import.meta.url), 'utf8')) as { forms: string[]; tail?: string }[]).map(
    ({ forms, tail }) => forms.map((form) => (tail ? `${form} ${tail}` : form)),
  );

describe.each(['titles.yaml', 'departments.yaml'])('the cases in %s', (file) => {
  it.each(corpus(file).map((forms) => [forms[0] ?? '', forms] as const))('%s', (title, forms) => {
    expect(cases.map((wanted) => declinePhrase(title, wanted))).toEqual(forms);
  });
});

describe('phraseIn', () => {
  it('prefers the form that the data give', () => {
    expect(phraseIn('дворецкий', 'dative', { dative: 'дворецкому по сервису' })).toBe('дворецкому по сервису');
  });

  it('derives a form that the data leave out', () => {
    expect(phraseIn('генеральный директор', 'instrumental', { dative: 'генеральному директору' })).toBe('генеральным директором');
  });

  it('leaves the nominative alone', () => {
    expect(phraseIn('менеджер', 'nominative', { genitive: 'менеджера' })).toBe('менеджер');
  });
});
