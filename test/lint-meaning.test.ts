/** Concepts, values and relations, and the texts that they were made from. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Locale } from '../src/document/document.js';
import { lexiconOf } from '../src/lint/concepts.js';
import { wordsOf } from '../src/lint/phrase.js';
import { conceptsOf, related, relation } from '../src/lint/relation.js';
import { monthsOf } from '../src/lint/values.js';
import { locales } from '../src/shelf/library.js';
import { idsOf, lintExample, rules } from './lint-sample.js';

const folder = new URL('../lint/concepts/', import.meta.url);
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const ours = lexiconOf(texts);

describe('our lexicons', () => {
  it('are well written', () => {
    const word = /^(?:=?[\p{L}\p{N}']+|\*?[\p{L}\p{N}']+\*?)$/u;
    const faults = texts
      .flatMap((text) => text.split('\n'))
      .filter((line) => /^(?:ru|en|nl): /.test(line))
      .flatMap((line) => line.slice(4).split(','))
      .flatMap((entry) =>
        entry
          .trim()
          .split(' ')
          .filter((part) => !/^(?:…\d{0,2}|<(?:n|money|time|percent)>|[\d.]+)$/.test(part))
          .filter(
            (part) =>
              !part
                .replace(/\?$/, '')
                .split('|')
                .every((one) => word.test(one)),
          )
          .map((part) => `${entry}: ${part}`),
      );
    expect(faults).toEqual([]);
  });

  it('have every concept that a rule speaks of', () => {
    const named = rules.flatMap(({ data }) => [
      ...(data.relations ?? []).flatMap((written) =>
        conceptsOf(relation(written) ?? { parts: [], excuses: [written], reach: 0, mark: '' }),
      ),
      ...(data.excused ?? []),
    ]);
    expect(named.filter((one) => !ours.ids.has(one))).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });
});

const meaningOf = (text: string, language: Locale) => ours.meaning(wordsOf(text), language);

describe('values', () => {
  it.each<[Locale, string, string, number]>([
    ['ru', 'первые сто двадцать дней', 'time', 120],
    ['ru', 'штраф 1 000 рублей', 'money', 1000],
    ['en', 'a charge of £5,000', 'money', 5000],
    ['en', 'twenty five years', 'time', 25],
    ['nl', 'het kost € 25', 'money', 25],
    ['nl', 'tien procent minder', 'percent', 10],
  ])('are read in %s: %s', (language, text, kind, amount) => {
    expect([...meaningOf(text, language).values.values()].map((one) => [one.kind, one.amount])).toEqual([[kind, amount]]);
  });

  it('are lengths of time in months', () => {
    const months = (text: string, language: Locale) => [...meaningOf(text, language).values.values()].map(monthsOf);
    expect(months('полгода', 'ru')).toEqual([6]);
    expect(months('two years', 'en')).toEqual([24]);
    expect(months('negentig dagen', 'nl')).toEqual([3]);
  });
});

const small = lexiconOf(['== fish: рыба / fish / vis\nen: fish, cod|haddock …2 dish*\n== sold\nen: sell, sold\n== mine\nen: my own\n']);

function found(written: string, text: string, section = 'duties'): string[] {
  const one = relation(written);
  if (!one) throw new Error(written);
  const words = wordsOf(text);
  return related([one], [], words, 'en', small, (name) => name === section).map(({ start, end }) => text.slice(start, end));
}

describe('relations', () => {
  it('hold between concepts, in any order or in one', () => {
    expect(found('fish + sold', 'He sells the fishes')).toEqual(['sells the fishes']);
    expect(found('fish > sold', 'He sells the fishes')).toEqual([]);
    expect(found('fish + sold', 'a cod in the dish is sold')).toEqual(['cod in the dish is sold']);
  });

  it('are excused by concepts, and hold in their sections and within their reach', () => {
    expect(found('fish + sold ! mine', 'sells my own fish')).toEqual([]);
    expect(found('fish + @duties', 'a fish')).toEqual(['fish']);
    expect(found('fish + @rights', 'a fish')).toEqual([]);
    expect(found('fish + sold ~1', 'sold one two three fish')).toEqual([]);
  });

  it('do not take words of one stem for one word', () => expect(meaningOf('politeness and tact', 'en').places.has('religion')).toBe(false));

  it('are refused when they are not well written', () => {
    expect(['', '@duties', 'fish +', 'fish ~x'].map(relation)).toEqual([null, null, null, null]);
  });
});

interface Text {
  locale: Locale;
  country: string;
  kind: string;
  level?: string;
  section: string;
  text: string;
}

const sections: Record<string, string> = {
  requirements: 'requirements/extra',
  qualities: 'requirements/qualities',
  duties: 'duties/duties',
  relations: 'duties/duties',
  onboarding: 'onboarding/stages/steps/text',
};

describe('texts that relations were made from', () => {
  const all = parse(readFileSync(new URL('./corpus/lint/round-1.yaml', import.meta.url), 'utf8')) as Text[];
  const law = new Set(rules.filter(({ data }) => data.group === 'law').map(({ data }) => data.id));
  const asked = new Set([...law, 'foreign-mechanics', ...all.map(({ kind }) => kind)]);
  const only = { rules: rules.filter(({ data }) => asked.has(data.id)) };
  const ids = ({ locale, country, section, text }: Text): string[] =>
    idsOf(lintExample({ language: locale, section: sections[section] ?? section, text, jurisdiction: country }, only));

  it.each([
    ['plain', 0.95],
    ['paraphrase', 0.9],
    ['implied', 0.6],
  ])('are still found: %s', (level, least) => {
    const traps = all.filter((one) => one.level === level);
    const missed = traps.filter((one) => !ids(one).includes(one.kind));
    expect(1 - missed.length / traps.length, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(least);
  });

  it('are still left alone where they are clean', () => {
    const clean = all.filter(({ kind }) => kind === 'none');
    expect(clean.filter((one) => ids(one).some((id) => law.has(id) || id === 'foreign-mechanics')).map(({ text }) => text)).toEqual([]);
    expect(clean.length).toBe(150);
    expect(locales.every((language) => clean.some(({ locale }) => locale === language))).toBe(true);
  });
});
