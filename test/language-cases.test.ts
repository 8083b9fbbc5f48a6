import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { declinePhrase } from '../src/language/cases.js';
import type { RussianCase } from '../src/language/cases.js';
import { formsOf } from '../src/view/wording.js';
import type { PostForms } from '../src/view/wording.js';

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

describe('forms of a post', () => {
  const formsIn = (name: string, given: object): PostForms => formsOf(name, { ru: given }, { locale: 'ru', declined: declinePhrase });

  it('are those that the data give', () => {
    expect(formsIn('дворецкий', { dative: 'дворецкому по сервису' }).dative).toBe('дворецкому по сервису');
  });

  it('are derived where the data leave them out', () => {
    expect(formsIn('генеральный директор', { dative: 'генеральному директору' }).instrumental).toBe('генеральным директором');
  });
});
