/** The pages on what is stored of people say what the program does: renew them with UPDATE=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allTables } from '../src/storage/tables.js';
import { tablesOfPeople } from '../src/storage/forget.js';
import { languages } from './life-words.js';
import { groups, pageName, privacyPage, wordsOf } from './privacy-page.js';

describe.each(languages)('in %s', (language) => {
  it('the page is the one that the data give', () => {
    const path = new URL(`../../docs/${pageName(language)}`, import.meta.url);
    const page = privacyPage(language);
    if (process.env['UPDATE']) writeFileSync(path, page);
    expect(readFileSync(path, 'utf8')).toBe(page);
    expect(page).not.toMatch(/undefined|\{\w+\}/);
  });

  it('every law that is named has its source and the day on which it was looked up', () => {
    const cited = wordsOf(language).rest.match(/^- \[.*$/gm) ?? [];
    expect(cited.length).toBeGreaterThan(4);
    expect(cited.filter((line) => !/\]\(https?:\/\/\S+\).*20\d\d/.test(line))).toEqual([]);
  });
});

it('names each table in one place: what comes new has to say whose data it holds, why and how long', () => {
  const named = Object.values(groups).flat();
  expect([...named].sort()).toEqual([...allTables].sort());
  expect(tablesOfPeople.filter((one) => !(named as readonly string[]).includes(one))).toEqual([]);
});
