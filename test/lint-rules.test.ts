/** Every rule is tested by the examples in its own data; and the data are well formed. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales } from '../src/shelf/library.js';
import { checks } from '../src/lint/checks.js';
import { readRuleFile } from '../src/lint/rule-file.js';
import type { RuleData } from '../src/lint/rule.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { layered } from '../src/workspace/layered.js';
import { idsOf, lintExample, lintText, rules } from './lint-sample.js';
import { roleWith } from './sample-role.js';

const shelf = layered(packageWorkspace(), null);

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
      for (const example of data.examples?.bad ?? []) {
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
      for (const example of data.examples?.good ?? []) expect(idsOf(lintExample(example, only)), JSON.stringify(example)).not.toContain(id);
    });
  });
});

/** What is wrong with the data of a rule, by what is asked of those of a project and by what we ask of ours besides. */
function problemsOf(file: string, data: RuleData): string[] {
  const { data: read, diagnostics } = readRuleFile(shelf, `lint/${file}.yaml`, shelf);
  const found = diagnostics.map((one) => JSON.stringify(one));
  expect(read).toEqual({ ...data });
  for (const words of [data.title, data.advice])
    for (const locale of locales) if (!words[locale]?.trim()) found.push(`no words in ${locale}`);
  // Only what the research notes say was read in its source may claim a check.
  for (const { checked } of data.citations) if (checked !== null && !/^2026-11(-\d{2})?$/.test(checked)) found.push(`checked ${checked}`);
  for (const language of data.languages ?? locales) {
    if (!data.examples?.bad?.some((one) => one.language === language)) found.push(`no bad example in ${language}`);
    if (!data.examples?.good?.some((one) => one.language === language)) found.push(`no good example in ${language}`);
  }
  return found;
}
