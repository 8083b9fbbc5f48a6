/** Names, posts and articles in their forms: some six hundred surnames, four hundred posts, eight hundred titles with an article. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dutchArticle, isSureOfIndefinite, withIndefinite } from '../src/language/articles.js';
import { declinePhrase } from '../src/language/cases.js';
import { fullName, gendersOf, nameInCase } from '../src/language/names.js';
import type { Gender, PersonName } from '../src/person/person.generated.js';
import { nameParts } from '../src/staff-list/full-name.js';
import './same-cases.js';

const corpus = (file: string): unknown => parse(readFileSync(new URL(`corpus/language/forms/${file}.yaml`, import.meta.url), 'utf8'));
const cases = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

interface Group {
  gender: 'male' | 'female';
  mayAsk?: true;
  forms?: string[][];
  unchanged?: string[];
  endings?: string[];
  stems?: string[];
}

/** Names with all of their forms, the nominative first. */
const rowsOf = ({ forms = [], unchanged = [], endings = [], stems = [] }: Group): string[][] => [
  ...forms,
  ...unchanged.map((name) => Array.from({ length: 6 }, () => name)),
  ...stems.map((stem) => endings.map((ending) => stem + ending)),
];

/** The five forms as they are printed, and a question where one is asked. */
const formsOf = (name: PersonName, gender: Gender): string[] =>
  cases.map((wanted) => {
    const found = nameInCase(name, wanted, 'full', gender);
    return 'form' in found ? found.form : '?';
  });

/** What is not as expected; of names of which nobody knows the form a question will do. */
function wrongIn(groups: Group[], named: (written: string) => PersonName): string[] {
  return groups.flatMap((group) =>
    rowsOf(group).flatMap(([written = '', ...expected]) => {
      const forms = formsOf(named(written), group.gender);
      const wrong = forms.filter((form, at) => form !== expected[at] && !(group.mayAsk && form === '?'));
      return wrong.length > 0 ? [`${written}: ${forms.join(', ')}`] : [];
    }),
  );
}

describe('Russian names', () => {
  it('are declined by the ending of the surname and the gender, or asked about', () => {
    expect(wrongIn(corpus('surnames') as Group[], (last) => ({ last }))).toEqual([]);
  });

  it('are declined by the first name and the patronymic', () => {
    const groups = corpus('given-names') as Group[];
    const named = (written: string): PersonName => {
      const [first = '', ...middle] = written.split(' ');
      // A surname that never changes is cut off again below.
      return { last: '', first, middle: middle.join(' ') };
    };
    expect(wrongIn(groups, named)).toEqual([]);
  });

  it('tell the gender where the surname or the first name does', () => {
    const { either, ...known } = corpus('genders') as Record<'male' | 'female' | 'either', string[]>;
    const told = (written: string): string => gendersOf(nameParts(written, 'ru') ?? { last: '' }).join(' or ');
    for (const [gender, names] of Object.entries(known)) expect(names.filter((name) => told(name) !== gender)).toEqual([]);
    expect(either.filter((name) => told(name) !== 'male or female')).toEqual([]);
  });

  it('in capitals have the forms of those in small letters', () => {
    const names = (corpus('surnames') as Group[]).flatMap((group) => rowsOf(group).map(([last = '']) => ({ last, gender: group.gender })));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...cases), ({ last, gender }, wanted) => {
        const usual = nameInCase({ last, initials: 'А.П.' }, wanted, 'short', gender);
        const shouted = nameInCase({ last: last.toUpperCase(), initials: 'А.П.' }, wanted, 'short', gender);
        expect(JSON.stringify(shouted).toUpperCase()).toBe(JSON.stringify(usual).toUpperCase());
      }),
    );
  });

  it('of any letters are printed whole in the nominative, and never break a paper', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'аеёийоьюяжчцхвнскы-’ .АЦЮАІїa'), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(letters, fc.option(letters, { nil: undefined }), fc.constantFrom(...cases), (last, first, wanted) => {
        const name = { last, ...(first !== undefined && { first }) };
        expect(nameInCase(name, 'nominative', 'full')).toEqual({ form: fullName(name, 'ru') });
        const found = nameInCase(name, wanted, 'full');
        expect('form' in found ? found.form.length : found.ambiguous.first.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('Russian names of posts', () => {
  const inBraces = (title: string, at: number): string =>
    title.replace(/\{([^}]*)\}/g, (_, endings: string) => endings.split('|')[at] ?? '');

  it('change in every head and in what agrees with it', () => {
    const wrong = (corpus('titles') as string[]).flatMap((title) => {
      const [nominative = '', ...expected] = [0, 1, 2, 3].map((at) => inBraces(title, at));
      const forms = (['genitive', 'dative', 'instrumental'] as const).map((wanted) => declinePhrase(nominative, wanted));
      return forms.join() === expected.join() ? [] : [`${nominative}: ${forms.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('keep their signs, and whatever is not Russian', () => {
    const title = fc.array(
      fc.constantFrom('инженер', 'ведущий', 'по', 'КИПиА', '(', ')', ' – ', ' ', ', ', ' и ', 'сестра', 'HR', '№ 2', '«Мастер и друг»'),
      {
        maxLength: 8,
      },
    );
    const signs = (text: string): string => text.replace(/«[^»]*»/gu, '«»').replace(/\p{Script=Cyrillic}+/gu, 'x');
    fc.assert(
      fc.property(title, fc.constantFrom(...cases), (words, wanted) => {
        const written = words.join('');
        expect(signs(declinePhrase(written, wanted))).toBe(signs(written));
        expect(declinePhrase(written, 'nominative')).toBe(written);
      }),
    );
  });
});

describe('articles', () => {
  const { en, nl, 'en-US': american } = corpus('articles') as Record<'en' | 'nl' | 'en-US', Record<string, string[]>>;
  const wrongWith = (examples: Record<string, string[]>, articleOf: (title: string) => string | undefined): string[] =>
    Object.entries(examples).flatMap(([article, titles]) =>
      titles.map(String).flatMap((title) => (articleOf(title) === article ? [] : [`${String(articleOf(title))} ${title}`])),
    );

  it('in English go by the sound: of words, letters and figures', () => {
    expect(wrongWith(en, (title) => withIndefinite(title).split(' ')[0])).toEqual([]);
    expect(wrongWith(american, (title) => withIndefinite(title, undefined, 'en-US').split(' ')[0])).toEqual([]);
  });

  it('in English are sure but before acronyms that may be a word or not', () => {
    const titles = Object.values(en).flat().map(String);
    expect(titles.filter((title) => /^[A-Z]{2,3}\b/.test(title) && !isSureOfIndefinite(title))).toEqual([]);
    expect(['SEMA adviser', 'RUFA lead', 'UNTOP clerk', 'HOB fitter'].filter(isSureOfIndefinite)).toEqual([]);
  });

  it('in Dutch go by the head, and by the last part of a compound', () => {
    expect(wrongWith(nl, dutchArticle)).toEqual([]);
  });
});
