/** Names spelled in Latin letters for ids and files, and words in another script than their text. */
import { describe, expect, it } from 'vitest';
import { languageRuns } from '../src/language/scripts.js';
import { slugOf } from '../src/language/slug.js';

describe('a short name', () => {
  it('spells each Russian letter as passports do', () => {
    const spelled: Record<string, string> = {
      абвгдеёжзий: 'abvgdeezhzii',
      клмнопрсту: 'klmnoprstu',
      фхцчшщ: 'fkhtschshshch',
      ъыьэюя: 'ieyeiuia',
    };
    for (const [letters, latin] of Object.entries(spelled)) {
      expect(slugOf(letters)).toBe(latin);
      expect(slugOf(letters.toUpperCase())).toBe(latin);
      expect(slugOf(letters.normalize('NFD'))).toBe(latin);
    }
  });

  it.each([
    ['Отдел продаж', 'otdel-prodazh'],
    ['  R & D — Zürich!  ', 'r-d-zurich'],
    ['--a  b--', 'a-b'],
    ['Café №2', 'cafe-2'],
    ['東京', ''],
    ['', ''],
  ])('%j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe('words in another script', () => {
  const marked = (text: string, language: string): string =>
    languageRuns(text, language)
      .map((one) => (one.language === null ? one.text : `<${one.language} ${one.text}>`))
      .join('');

  it.each([
    ['Ведёт учёт в Microsoft Word и CRM, сам', 'Ведёт учёт в <en-US Microsoft Word> и <en-US CRM>, сам'],
    ['e-mail', '<en-US e-mail>'],
    ['отдел R&D 2.0, O’Neill', 'отдел <en-US R&D> 2.0, <en-US O’Neill>'],
    ['только слова, 25 %', 'только слова, 25 %'],
    ['', ''],
  ])('in Russian: %j', (text, found) => {
    expect(marked(text, 'ru-RU')).toBe(found);
  });

  it.each([
    ['the company ООО «Северный ветер» of Moscow', 'the company <ru-RU ООО «Северный ветер>» of Moscow'],
    ['ТК РФ, art. 68', '<ru-RU ТК РФ>, art. 68'],
    ['form ЕФС-1.2 is due', 'form <ru-RU ЕФС-1.2> is due'],
    ['и', '<ru-RU и>'],
    ['и я', '<ru-RU и я>'],
    ['nothing of that kind', 'nothing of that kind'],
    ['', ''],
  ])('in English and Dutch: %j', (text, found) => {
    for (const language of ['en-GB', 'nl-NL']) expect(marked(text, language)).toBe(found);
  });

  it.each([
    ['Имя: שָׁלוֹם עוֹלָם, пишется так', 'ru-RU', 'Имя: <he-IL שָׁלוֹם עוֹלָם>, пишется так'],
    ['called محمد 12 علي (Ali)', 'en-GB', 'called <ar-SA محمد 12 علي> (Ali)'],
    ['Word и שלום', 'ru-RU', '<en-US Word> и <he-IL שלום>'],
  ])('from right to left, with what stands between them: %j', (text, language, found) => {
    expect(marked(text, language)).toBe(found);
    expect(languageRuns(text, language).map((one) => one.rightToLeft ?? false)).toEqual(
      languageRuns(text, language).map((one) => one.language === 'he-IL' || one.language === 'ar-SA'),
    );
  });

  it('gives a text at least one stretch, and no empty ones beside others', () => {
    expect(languageRuns('', 'ru-RU')).toEqual([{ text: '', language: null }]);
    expect(languageRuns('CRM', 'ru-RU')).toEqual([{ text: 'CRM', language: 'en-US' }]);
    expect(languageRuns('CRM это', 'ru-RU')).toEqual([
      { text: 'CRM', language: 'en-US' },
      { text: ' это', language: null },
    ]);
  });
});
