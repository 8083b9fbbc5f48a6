/** Spelling: the dictionaries, the words of the trade and of the project, and the rule that asks them. */
import { describe, expect, it } from 'vitest';
import { locales } from '../src/shelf/library.js';
import { openSpelling, variantOf } from '../src/lint/spelling.js';
import { shippedWords } from '../src/lint/spelling-words.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { lintExample } from './lint-sample.js';

const shipped = shippedWords(packageWorkspace(), locales);
const spelling = await openSpelling(locales, { shipped, project: ['Флексоза', 'Qwertol'] });

describe('dictionaries', () => {
  it.each([
    ['ru', 'отгрузками', true],
    ['ru', 'онбордингом', true],
    ['ru', 'отгрузкку', false],
    ['ru', 'флексоза', true],
    ['nl', 'klanttevredenheidsonderzoek', true],
    ['nl', 'vakbijeenkomsten', true],
    ['nl', 'foto’s', true],
    ['nl', 'magazein', false],
    ['en-GB', 'organisation', true],
    ['en-GB', 'behavior', false],
    ['en-US', 'behavior', true],
    ['en-US', 'behaviour', false],
    ['en-GB', 'recieve', false],
    ['en-GB', 'customer’s', true],
    ['en-US', 'Qwertol', true],
  ] as const)('%s %s', (variant, word, known) => {
    expect(spelling.knows(word, variant)).toBe(known);
  });

  it('suggest what may have been meant', () => {
    expect(spelling.suggest('recieve', 'en-GB')[0]).toBe('receive');
    expect(spelling.suggest('отгрузкку', 'ru')).toContain('отгрузку');
  });

  it('follow the law of the document', () => {
    expect([variantOf('en', 'us'), variantOf('en', 'nl'), variantOf('ru', 'us')]).toEqual(['en-US', 'en-GB', 'ru']);
  });

  it('know nothing of a language that was not opened', async () => {
    const none = await openSpelling([], { shipped: {}, project: [] });
    expect(none.knows('отгрузкку', 'ru')).toBe(true);
  });

  it('take no time over endless words', () => {
    const before = process.cpuUsage();
    for (const variant of ['ru', 'nl', 'en-GB'] as const)
      for (let length = 40; length < 1000; length += 60) spelling.knows('werk'.repeat(length / 4), variant);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
  });
});

describe('the shipped words', () => {
  it.each(locales)('are sorted, and inflected like words that the dictionary knows, in %s', async (language) => {
    const bare = await openSpelling([language], { shipped: {}, project: [] });
    const lines = (shipped[language] ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect([...lines].sort((a, b) => a.localeCompare(b, language))).toEqual(lines);
    const variant = variantOf(language, 'gb');
    for (const [, model] of lines.map((line) => line.split('/')))
      if (model !== undefined) expect(bare.knows(model, variant), model).toBe(true);
  });
});

describe('the rule', () => {
  const found = (language: 'ru' | 'en' | 'nl', text: string, own = spelling): string[] =>
    lintExample({ language, section: 'knowledge', text }, { spelling: own })
      .findings.filter((one) => one.rule.id === 'spelling')
      .map((one) => String(one.diagnostic.args?.words));

  it('leaves names, abbreviations, addresses and numbers alone', () => {
    expect(found('ru', 'договоры с Кжижановскым, ГИБДДД, почта кто@где.рф, сайт www.примерр.рф, 25-го числа')).toEqual([]);
    expect(found('en', 'rules of Mr Kowalczyk, the XQZT form, see https://exmaple.org/recieve and iPhonne')).toEqual([]);
    expect(found('nl', 'arbeids-, contracten- en privacyrecht, HR-processen en B2B-verkoop')).toEqual([]);
  });

  it('takes the words of the project, and finds every other place', () => {
    expect(found('ru', 'свойства Флексозы и флексоза')).toEqual([]);
    expect(found('en', 'a wrod and another wrod')).toEqual(['wrod', 'wrod']);
    expect(found('nl', 'de voorraadd')).toEqual(['voorraadd']);
  });

  it('is silent when spelling is not looked at', () => {
    expect(lintExample({ language: 'en', section: 'knowledge', text: 'a wrod' }, { spelling: null }).findings).toEqual([]);
  });
});
