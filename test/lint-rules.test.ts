/** Every rule is tested by the examples in its own data; and the data are well formed. */
import { readdirSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { locales } from '../src/shelf/library.js';
import { checks } from '../src/lint/checks.js';
import { phrase } from '../src/lint/phrase.js';
import { groups } from '../src/lint/rule.js';
import type { RuleData } from '../src/lint/rule.js';
import { idsOf, lintExample, lintText, rules } from './lint-sample.js';
import { roleWith } from './sample-role.js';

describe('the sample', () => {
  it.each(locales)('is clean in %s', (language) => {
    expect(lintText(roleWith({ language })).findings.map((one) => one.diagnostic)).toEqual([]);
  });
});

describe('rules', () => {
  it('have code only where there are data, one file each', () => {
    const ids = rules.map((rule) => rule.data.id);
    expect(Object.keys(checks).filter((id) => !ids.includes(id))).toEqual([]);
    const files = readdirSync(new URL('../src/lint/rules', import.meta.url)).map((name) => name.replace('.ts', ''));
    expect(files.sort()).toEqual(Object.keys(checks).sort());
  });

  describe.each(rules.map(({ data }) => [data.id, data] as const))('%s', (id, data) => {
    const only = { rules: rules.filter((rule) => rule.data.id === id) };

    it('is well formed', () => expect(problemsOf(id, data)).toEqual([]));

    it('finds its bad examples at their words', () => {
      for (const example of data.examples.bad) {
        const { findings } = lintExample(example, only);
        expect(findings.length, JSON.stringify(example)).toBeGreaterThan(0);
        if (example.text !== undefined)
          expect(
            findings.some((one) => example.text?.includes(String(one.diagnostic.args.words))),
            id,
          ).toBe(true);
      }
    });

    it('leaves its good examples alone', () => {
      for (const example of data.examples.good) expect(idsOf(lintExample(example, only)), JSON.stringify(example)).not.toContain(id);
    });
  });
});

/** What is wrong with the data of a rule. */
function problemsOf(file: string, data: RuleData): string[] {
  const found: string[] = [];
  const known = ['words', 'law', ...(data.args ?? [])];
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(data.id) || file !== data.id) found.push(`id ${data.id}`);
  if (!groups.includes(data.group)) found.push(`group ${data.group}`);
  if (!['error', 'warning', 'info'].includes(data.severity)) found.push(`severity ${data.severity}`);
  for (const words of [data.title, data.advice])
    for (const locale of locales) {
      if (!words[locale]?.trim()) found.push(`no words in ${locale}`);
      else
        for (const name of variables(words[locale]))
          if (!known.includes(name.replace(/^has([A-Z])/, (_, first: string) => first.toLowerCase())))
            found.push(`${locale} speaks of ${name}`);
    }
  for (const example of [...data.examples.bad, ...data.examples.good]) {
    // A comma in a text without quotes would make a second key of the rest of it.
    for (const key of Object.keys(example))
      if (!['language', 'jurisdiction', 'section', 'text', 'data', 'organisation', 'subject'].includes(key))
        found.push(`example with ${key}`);
  }
  for (const { checked, text, address } of data.citations) {
    if (!text || address === undefined) found.push('citation without text or address');
    // Only what the research notes say was read in its source may claim a check.
    if (checked !== null && !/^2026-11(-\d{2})?$/.test(checked)) found.push(`checked ${checked}`);
  }
  for (const lists of Object.values(data.phrases ?? {}))
    for (const { match, except = [], unless = [] } of lists)
      for (const written of [...match, ...except, ...unless]) expect(() => phrase(written), written).not.toThrow();
  for (const language of data.languages ?? locales) {
    if (!data.examples.bad.some((one) => one.language === language)) found.push(`no bad example in ${language}`);
    if (!data.examples.good.some((one) => one.language === language)) found.push(`no good example in ${language}`);
  }
  return found;
}

/** The type of plain words in a parsed phrase. */
const literal = 0;

function variables(written: string): string[] {
  type Element = ReturnType<IntlMessageFormat['getAst']>[number];
  const names = (element: Element): string[] => [
    ...('value' in element && Number(element.type) !== literal ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap((option) => option.value.flatMap(names)) : []),
  ];
  return new IntlMessageFormat(written, 'en', undefined, { ignoreTag: true }).getAst().flatMap(names);
}
