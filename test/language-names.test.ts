import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { RussianCase } from '../src/language/cases.js';
import { fullName, genderDecides, gendersOf, initialsFirst, nameInCase, surname, surnameFirst } from '../src/language/names.js';
import type { Gender, PersonName } from '../src/person/person.generated.js';

const cases = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

interface Example {
  name: PersonName;
  gender?: Gender;
  case: RussianCase;
  forms: string[];
}

const corpus = (file: string): Example[] => parse(readFileSync(new URL(`corpus/language/${file}`, import.meta.url), 'utf8')) as Example[];

describe('Russian names in cases', () => {
  it.each(corpus('names.yaml').map((one) => [fullName(one.name, 'ru'), one] as const))('%s', (_, { name, gender, forms }) => {
    expect(cases.map((wanted) => nameInCase(name, wanted, 'full', gender))).toEqual(forms.map((form) => ({ form })));
  });

  it.each(corpus('names-ambiguous.yaml').map((one) => [fullName(one.name, 'ru'), one] as const))('asks about %s', (whole, example) => {
    const [first, second] = example.forms;
    expect(nameInCase(example.name, example.case, 'full', example.gender)).toEqual({
      ambiguous: { name: whole, case: example.case, first, second },
    });
  });

  it('declines the surname before initials', () => {
    expect(nameInCase({ last: 'Римский-Корсаков', first: 'Николай', middle: 'Андреевич' }, 'instrumental', 'short')).toEqual({
      form: 'Римским-Корсаковым\u00A0Н.А.',
    });
  });

  it('asks nothing about a first name that only its initial stands for', () => {
    const name = { last: 'Айтматова', first: 'Айгуль', middle: 'Чингизовна' };
    expect(nameInCase(name, 'genitive', 'short')).toEqual({ form: 'Айтматовой\u00A0А.Ч.' });
  });

  it('takes the forms that the data give', () => {
    const name = { last: 'Заяц', first: 'Иван', middle: 'Петрович' };
    const forms = { full: { genitive: 'Зайца Ивана Петровича' }, short: { genitive: 'Зайца И.П.' } };
    expect(nameInCase(name, 'genitive', 'full', 'male', forms)).toEqual({ form: 'Зайца Ивана Петровича' });
    expect(nameInCase(name, 'genitive', 'short', 'male', forms)).toEqual({ form: 'Зайца И.П.' });
    expect(nameInCase(name, 'dative', 'short', 'male', forms)).toHaveProperty('ambiguous.second', 'Зайцу\u00A0И.П.');
  });

  it('keeps degrees as they are, and declines titles that are words', () => {
    const anna = { last: 'Иванова', first: 'Анна', middle: 'Петровна' };
    const inGenitive = (title: string) => nameInCase({ ...anna, title }, 'genitive', 'full');
    expect(inGenitive('к.э.н.')).toEqual({ form: 'к.э.н.\u00A0Ивановой Анны Петровны' });
    expect(inGenitive('профессор')).toEqual({ form: 'профессора\u00A0Ивановой Анны Петровны' });
    expect(inGenitive('к.т.н., доцент')).toEqual({ form: 'к.т.н., доцента\u00A0Ивановой Анны Петровны' });
    expect(inGenitive('к.т.н. доцент')).toEqual({ form: 'к.т.н. доцента\u00A0Ивановой Анны Петровны' });
    expect(inGenitive('швец')).toHaveProperty('ambiguous');
  });

  it('knows whether the gender alone would decide', () => {
    expect(genderDecides({ last: 'Ким', first: 'Саша' }, 'genitive', 'full')).toBe(true);
    expect(genderDecides({ last: 'Заяц', first: 'Саша' }, 'genitive', 'full')).toBe(false);
  });

  it('has no doubt about the nominative', () => {
    expect(nameInCase({ last: 'Смит', first: 'Саша' }, 'nominative', 'full')).toEqual({ form: 'Смит Саша' });
  });

  it('leaves a name in other letters as it is', () => {
    expect(nameInCase({ last: 'Smith', first: 'Jane' }, 'dative', 'full', 'female')).toEqual({ form: 'Smith Jane' });
  });

  it.each([
    ['Ильич', ['male']],
    ['Мамед оглы', ['male']],
    ['Андреевна', ['female']],
    ['Ильинична', ['female']],
    ['Мамед кызы', ['female']],
    ['', ['male', 'female']],
  ])('reads the gender from the patronymic «%s»', (middle, genders) => {
    expect(gendersOf({ last: 'Ким', middle })).toEqual(genders);
  });
});

describe('the gender of a Russian name', () => {
  it.each([
    [{ last: 'Иванова', initials: 'А.П.' }, ['female']],
    [{ last: 'Салтыков-Щедрин', initials: 'М.Е.' }, ['male']],
    [{ last: 'Алиева', first: 'Лейла', middle: 'Гасанкызы' }, ['female']],
    [{ last: 'Ким', first: 'Анна' }, ['female']],
    [{ last: 'Вяземский', first: 'П.' }, ['male']],
    [{ last: 'Дарвин', first: 'Эмма' }, ['male', 'female']],
    [{ last: 'Ким', initials: 'А.' }, ['male', 'female']],
    [{ last: 'Ким', first: 'Саша' }, ['male', 'female']],
    [{ last: 'Smith', first: 'Jane' }, ['male', 'female']],
  ] as const)('of %j', (name, genders) => {
    expect(gendersOf(name)).toEqual(genders);
  });
});

describe('formats of names', () => {
  const anna = { last: 'Иванова', first: 'Анна', middle: 'Петровна' };
  const joost = { last: 'Vries', first: 'Joost', particle: 'de', initials: 'J.P.' };
  const jane = { last: 'Smith', first: 'Jane' };

  it.each([
    [anna, 'ru', 'Иванова Анна Петровна', 'А.П.~Иванова', 'Иванова~А.П.'],
    [{ last: 'Смит', first: 'Джон' }, 'ru', 'Смит Джон', 'Д.~Смит', 'Смит~Д.'],
    [{ last: 'Иванова', initials: 'А.П.' }, 'ru', 'Иванова~А.П.', 'А.П.~Иванова', 'Иванова~А.П.'],
    [{ last: 'Jong', first: 'Sanne', particle: 'de' }, 'ru', 'de Jong Sanne', 'S.~de~Jong', 'de~Jong~S.'],
    [{ last: 'Йонг', first: 'Санне', particle: 'де' }, 'ru', 'де Йонг Санне', 'С.~де~Йонг', 'де~Йонг~С.'],
    [{ last: 'ибн Хаттаб', first: 'Умар' }, 'ru', 'ибн Хаттаб Умар', 'У.~ибн Хаттаб', 'ибн Хаттаб~У.'],
    [{ last: 'Хан', first: 'Саид', middle: 'ибн Али' }, 'ru', 'Хан Саид ибн Али', 'С.А.~Хан', 'Хан~С.А.'],
    [{ last: 'Гулиев', first: 'Рашид', middle: 'Мамед оглы' }, 'ru', 'Гулиев Рашид Мамед оглы', 'Р.М.~Гулиев', 'Гулиев~Р.М.'],
    [{ last: 'Белая', first: 'Анна-Мария' }, 'ru', 'Белая Анна-Мария', 'А.-М.~Белая', 'Белая~А.-М.'],
    [joost, 'nl', 'Joost de Vries', 'J.P.~de~Vries', 'Vries,~J.P.~de'],
    [{ last: 'Berg', first: 'Anneke', particle: 'van den' }, 'nl', 'Anneke van den Berg', 'A.~van~den~Berg', 'Berg,~A.~van~den'],
    [{ last: 'Bakker', first: 'IJsbrand Jan' }, 'nl', 'IJsbrand Jan Bakker', 'IJ.J.~Bakker', 'Bakker,~IJ.J.'],
    [jane, 'en', 'Jane Smith', 'J.~Smith', 'Smith,~J.'],
    [{ last: 'Smith' }, 'en', 'Smith', 'Smith', 'Smith'],
    [{ ...jane, title: 'Dr.', suffix: 'PhD' }, 'en', 'Dr.~Jane Smith~PhD', 'Dr.~J.~Smith~PhD', 'Smith,~J.'],
    [{ ...joost, title: 'ir.', suffix: 'MBA' }, 'nl', 'ir.~Joost de Vries~MBA', 'ir.~J.P.~de~Vries~MBA', 'Vries,~J.P.~de'],
    [{ ...anna, title: 'к.э.н.' }, 'ru', 'к.э.н.~Иванова Анна Петровна', 'А.П.~Иванова', 'Иванова~А.П.'],
    [{ ...anna, suffix: 'MBA' }, 'ru', 'Иванова Анна Петровна, MBA', 'А.П.~Иванова', 'Иванова~А.П.'],
    [{ last: 'Мамедов', first: 'Эльдар', middle: 'Гасан-оглы' }, 'ru', 'Мамедов Эльдар Гасан-оглы', 'Э.Г.~Мамедов', 'Мамедов~Э.Г.'],
  ] as const)('%j in %s', (name, locale, full, signature, running) => {
    const plain = (text: string): string => text.replaceAll('\u00A0', '~');
    expect([fullName(name, locale), initialsFirst(name, locale), surnameFirst(name, locale)].map(plain)).toEqual([
      full,
      signature,
      running,
    ]);
  });

  it('raises a Dutch particle that nothing precedes', () => {
    expect(surname(joost, 'nl')).toBe('De Vries');
    expect(surname({ last: 'Hof', particle: "van 't" }, 'nl')).toBe("Van 't Hof");
    expect(surname({ last: 'Hart', particle: "'t" }, 'nl')).toBe("'t Hart");
  });
});
