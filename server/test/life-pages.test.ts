/** The pages on states say what the program does: renew them with UPDATE=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kinds, thingOf } from '../src/life/events.js';
import { inWords } from '../src/life/words.js';
import { states } from '../src/life/transitions.js';
import { namedCodes, pageName, statesPage } from './life-pages.js';
import { languages, wordsIn } from './life-words.js';

describe.each(languages)('in %s', (language) => {
  it('the page is the one that the table gives', () => {
    const path = new URL(`../../docs/${pageName(language)}`, import.meta.url);
    const page = statesPage(language);
    if (process.env['UPDATE']) writeFileSync(path, page);
    expect(readFileSync(path, 'utf8')).toBe(page);
    expect(page).not.toContain('undefined');
  });

  it('everything has a word of its own', () => {
    const words = wordsIn(language);
    expect(Object.keys(words.kinds)).toEqual(kinds.map((kind) => expect.stringContaining(kind) as string));
    expect(Object.keys(words.codes).sort()).toEqual([...new Set(namedCodes())].sort());
    for (const [thing, own] of Object.entries(states)) {
      const names = Object.entries(words.states[thing as keyof typeof states]);
      expect(names.map(([state]) => state)).toEqual([...own]);
      expect(new Set(names.map(([, name]) => name)).size).toBe(own.length);
    }
    for (const thing of Object.keys(states)) {
      const own = kinds.filter((kind) => thingOf(kind) === thing).map((kind) => words.kinds[kind]);
      expect(new Set(own).size).toBe(own.length);
    }
  });
});

it('words that the catalogue lacks are told by their ids', () => {
  const { facts } = inWords({ code: 'not-now', facts: { thing: 'request', state: 'lost', kind: 'constructor' } }, wordsIn('en'), 'en');
  expect(facts).toMatchObject({ thingName: 'request to acknowledge', stateName: 'lost', kindName: 'constructor' });
});

it('facts are told in words, days as they are written, and what is not known as none', () => {
  const facts = { methods: 'paper, link', day: '2026-12-09', due: '', version: '12026-12-09', state: 'nothing', given: 2 };
  expect(inWords({ code: 'x', facts }, wordsIn('nl'), 'nl').facts).toEqual({
    ...{ methods: 'paper, link', methodNames: 'op papier, via een link', day: '9 december 2026', due: 'none' },
    ...{ version: '12026-12-09', state: 'nothing', stateName: 'er niet', given: 2 },
  });
  const dayIn = (language: 'en' | 'ru'): unknown =>
    inWords({ code: 'x', facts: { day: '2026-12-09' } }, wordsIn(language), language).facts['day'];
  expect([dayIn('en'), dayIn('ru')]).toEqual(['9 December 2026', '09.12.2026']);
});
