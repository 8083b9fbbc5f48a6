/** Kinds of document, countries, themes, words and lint rules that a project brings along: a corpus of files beside their reports. `UPDATE=1` rewrites these. */
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { walk } from '../src/document/reading.js';
import type { Locale } from '../src/document/document.js';
import { createPress } from '../src/press/press.js';
import { readRole } from '../src/desk/roles.js';
import { openLibrary } from '../src/shelf/library.js';
import { createAbbreviations } from '../src/language/abbreviations.js';
import { createPhrases } from '../src/language/phrases.js';
import { readRuleFile } from '../src/lint/rule-file.js';
import { ownData } from '../src/read/own-data.js';
import { loadMessages, reportText } from '../src/report/report.js';
import { readJurisdiction } from '../src/shelf/jurisdiction-file.js';
import { readKind } from '../src/shelf/kind-file.js';
import { mergedPhrases, mergedWords, readWords } from '../src/shelf/phrase-file.js';
import type { Words } from '../src/shelf/phrase-file.js';
import { readTheme } from '../src/shelf/theme-file.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import { layered } from '../src/workspace/layered.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { runs } from './every.js';

const folder = new URL('./corpus/shelf/', import.meta.url);
const corpus = openWorkspace(folder.pathname);
const ours = packageWorkspace();
const languages: readonly Locale[] = ['ru', 'en', 'nl'];
const catalogues = languages.map((language) => loadMessages(ours, language));
const wordsOf = (locale: Locale): Words => ownData(ours, `locales/${locale}.yaml`) as Words;
const ourWords: Record<Locale, Words> = { ru: wordsOf('ru'), en: wordsOf('en'), nl: wordsOf('nl') };

/** Who signs in a place that is called otherwise. */
const places: Record<string, string> = {
  acquaintance: 'employee',
  employer: 'approver',
  superior: 'manager',
  'mentor-signature': 'mentor',
  head: 'approver',
  agreement: 'employee',
  'witness-1': 'witness',
  'witness-2': 'witness',
};
const press = createPress(openLibrary(ours), () => expect.fail('nothing is laid out here'));

type Read = (workspace: typeof ours, path: string) => { diagnostics: readonly Diagnostic[]; value: object | null };
const readers: Record<string, Read> = {
  jurisdictions(workspace, path) {
    const { diagnostics, jurisdiction: value } = readJurisdiction(workspace, path, ['own', 'nl']);
    return { diagnostics, value };
  },
  themes(workspace, path) {
    const { diagnostics, theme: value } = readTheme(workspace, path);
    return { diagnostics, value };
  },
  kinds(workspace, path) {
    const { diagnostics, data: value } = readKind(workspace, path);
    return { diagnostics, value };
  },
  locales(workspace, path) {
    const { diagnostics, words: value } = readWords(workspace, path, ourWords);
    return { diagnostics, value };
  },
  lint(workspace, path) {
    const { diagnostics, data: value } = readRuleFile(workspace, path, layered(ours, null));
    return { diagnostics, value };
  },
};

const filesIn = (kind: string): string[] => corpus.list(kind).filter((file) => file.endsWith('.yaml'));

describe.each(Object.entries(readers))('the corpus of %s', (kind, read) => {
  test.each(filesIn(kind))('%s is told as its reports say', (file) => {
    const { diagnostics, value } = read(corpus, `${kind}/${file}`);
    for (const [at, catalogue] of catalogues.entries()) {
      const report = new URL(`${kind}/${file.replace('.yaml', '')}.report.${languages[at] ?? ''}.txt`, folder);
      const text = reportText(diagnostics, catalogue, { colour: false });
      if (process.env.UPDATE === '1') writeFileSync(report, text);
      expect(text).toBe(readFileSync(report, 'utf8'));
    }
    expect(value === null).toBe(diagnostics.length > 0);
  });
});

describe('our own files', () => {
  test.each(ours.list('jurisdictions'))('jurisdictions/%s would pass', (file) => {
    const themes = ours.list('themes').map((one) => one.replace('.yaml', ''));
    const { diagnostics, jurisdiction } = readJurisdiction(ours, `jurisdictions/${file}`, themes);
    expect(diagnostics).toEqual([]);
    expect(jurisdiction).toEqual(ownData(ours, `jurisdictions/${file}`));
  });

  test.each(ours.list('kinds'))('kinds/%s would pass, and name those who sign', (file) => {
    const { diagnostics, data: kind } = readKind(ours, `kinds/${file}`);
    expect(diagnostics).toEqual([]);
    expect(kind).toEqual(ownData(ours, `kinds/${file}`));
    const { role } = readRole(ours, 'roles/account-manager.yaml');
    const job = { locale: 'en', organisation: null, person: null, date: null, logo: null } as const;
    const signs = kind?.signs ?? [];
    const named = signs.map(({ who }) => who);
    // In one country the employer adopts a job description, in another the manager issues it; some sign in one country only.
    const some = signs.some((one) => one.countries) && kind?.for !== 'post' ? (['ru', 'gb', 'nl'] as const) : (['gb', 'nl'] as const);
    const countries = kind?.jurisdictions ?? (signs.every((one) => one.countries) && signs.length > 0 ? (['ru'] as const) : some);
    const signing = countries.flatMap((jurisdiction) => {
      const { blocks } = press.assemble({
        ...{ ...job, locale: jurisdiction === 'ru' ? ('ru' as const) : job.locale },
        ...{ jurisdiction, kind: kind?.id ?? '', role: role as NonNullable<typeof role> },
      });
      return [...walk(blocks)].flatMap((block) =>
        block.type === 'signature' && !block.id.startsWith('visa-')
          ? [named.includes(block.id as (typeof named)[number]) ? block.id : (places[block.id] ?? block.id)]
          : block.type === 'stamps' && kind?.form !== 'annex'
            ? ['approver']
            : [],
      );
    });
    // On a sheet for several people each signs in a row of the table.
    expect([...new Set([...signing, ...(kind?.for === 'people' ? ['employee'] : [])])].sort()).toEqual([...named].sort());
  });

  test.each(ours.list('themes'))('themes/%s would pass', (file) => {
    const { diagnostics, theme } = readTheme(ours, `themes/${file}`);
    expect(diagnostics).toEqual([]);
    expect(theme).toEqual(ownData(ours, `themes/${file}`));
  });

  test.each(languages)('locales/%s.yaml would pass', (locale) => {
    expect(readWords(ours, `locales/${locale}.yaml`, ourWords).diagnostics).toEqual([]);
  });
});

describe('a file that is read', () => {
  test('cannot be edited', () => {
    const { jurisdiction } = readJurisdiction(corpus, 'jurisdictions/xa.yaml');
    expect(Object.isFrozen(jurisdiction?.calendar.holidays)).toBe(true);
  });

  test('is asked for its theme only where somebody knows which there are', () => {
    expect(readJurisdiction(corpus, 'jurisdictions/xa.yaml').diagnostics).toEqual([]);
    expect(readJurisdiction(corpus, 'jurisdictions/xa.yaml', ['nl']).diagnostics).toMatchObject([
      { code: 'broken-reference', args: { kind: 'theme', name: 'own' } },
    ]);
  });

  test('may be missing, which is told as well', () => {
    for (const [kind, read] of Object.entries(readers))
      expect(read(memoryWorkspace({}), `${kind}/nl.yaml`)).toMatchObject({ diagnostics: [{ code: 'file-missing' }], value: null });
  });

  const numbered = (count: number, line: (n: number) => string): string => Array.from({ length: count }, (_, n) => line(n)).join('');
  test.each([
    [
      'jurisdictions',
      'names that refer to no other of as many',
      `calendar: { regions: [${numbered(25_000, (n) => `a${n},`)}], holidays: [{ regions: [${numbered(25_000, (n) => `b${n},`)}] }] }`,
    ],
    [
      'locales',
      'wrong phrases in groups of groups',
      `phrases:\n${numbered(43, (n) => `${' '.repeat(n + 1)}a:\n`)}${numbered(9000, (n) => `${' '.repeat(44)}k${n}: 7\n`)}`,
    ],
    [
      'lint',
      'phrases that could stand anywhere',
      `phrases: { en: [${numbered(30, () => `{ match: [${numbered(600, () => '"a …9 a …9 b",')}], sections: [${numbered(600, (n) => `s${n},`)}] },`)}] }`,
    ],
    ['locales', 'choices in choices', `phrases: { a: '${'{a,select,other{'.repeat(230)}${'}}'.repeat(230)}' }`],
  ])('is soon done with, however hostile: %s, %s', (kind, _, text) => {
    const begun = process.cpuUsage();
    readers[kind]?.(memoryWorkspace({ 'nl.yaml': text }), 'nl.yaml');
    // Processor time: a busy machine is not a slow reader.
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
  });

  test.each([
    ['jurisdictions', 'xa.yaml'],
    ['themes', 'own.yaml'],
    ['locales', 'nl.yaml'],
    ['lint', 'own-words.yaml'],
  ])('bears any value in any place: %s/%s', (kind, file) => {
    const data = parse(corpus.readText(`${kind}/${file}`)) as object;
    const places = pointersOf(data);
    const value = fc.oneof(
      fc.constantFrom(null, '', 'x', '{', 0, -1, 1e9, true, [], {}, [null], [{}], { id: 1 }, { ru: null }, { spoken: {}, before: '[' }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...places), value), { minLength: 1, maxLength: 3 }), (changes) => {
        const changed = structuredClone(data);
        for (const [place, to] of changes) replace(changed, place, to);
        const { diagnostics, value: read } = readers[kind]?.(memoryWorkspace({ [file]: JSON.stringify(changed) }), file) ?? {};
        expect(read === null).toBe(diagnostics?.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: runs(60), seed: 20_261_129 },
    );
  });

  const pointersOf = (value: unknown, before: readonly string[] = []): string[][] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [[...before, key], ...pointersOf(inner, [...before, key])]);

  function replace(data: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
    if (typeof data !== 'object' || data === null) return;
    const holder = data as Record<string, unknown>;
    if (rest.length === 0) holder[key] = value;
    else replace(holder[key], rest, value);
  }
});

describe('words of a project', () => {
  test('may use what ours uses in another language, and no more', () => {
    const say = (phrase: string): Words => ({ phrases: { seen: { by: phrase } }, abbreviations: {} });
    const all = { ru: say('{gender, select, male {видел {name}} other {видели}}'), en: say('seen'), nl: say('gezien') };
    const told = (phrase: string): unknown[] =>
      readWords(memoryWorkspace({ 'nl.yaml': `phrases: { seen: { by: '${phrase}' } }` }), 'nl.yaml', all).diagnostics.map(
        ({ args }) => args,
      );
    expect(told('{name}: {gender}')).toEqual([]);
    expect(told('{age}')).toEqual([{ value: 'age', known: 'gender, name' }]);
  });

  test('go over ours key by key, and change neither', () => {
    const own = { a: 'ours', group: { kept: 'kept', told: 'ours', deep: { one: '1' } } };
    const before = structuredClone(own);
    expect(mergedPhrases(own, { group: { told: 'theirs', added: 'new', deep: { two: '2' } }, more: { b: 'c' } })).toEqual({
      a: 'ours',
      group: { kept: 'kept', told: 'theirs', added: 'new', deep: { one: '1', two: '2' } },
      more: { b: 'c' },
    });
    expect(own).toEqual(before);
    expect(mergedPhrases(own, {})).toEqual(own);
    expect(mergedPhrases({ constructor: 'ours' }, { toString: 'theirs', constructor: '' })).toEqual({
      constructor: '',
      toString: 'theirs',
    });
  });

  test('are printed in place of ours', () => {
    const { words } = readWords(corpus, 'locales/nl.yaml', ourWords);
    const { phrases, abbreviations } = mergedWords(ourWords.nl, words ?? {});
    const phrase = createPhrases(phrases, 'nl');
    expect([phrase('section.duties'), phrase('section.rights')]).toEqual([
      'Taken',
      createPhrases(ourWords.nl.phrases, 'nl')('section.rights'),
    ]);
    expect(phrase('mededeling.lead', { naam: 'Anna', aantal: 2 })).toBe('Aan Anna, 2 bijlagen');
    const pieces = createAbbreviations(abbreviations, 'nl')()()('zie bijl. 12, art. 3');
    expect(pieces.flatMap(({ expansion }) => expansion ?? [])).toEqual(['bijlage', 'artikel']);
    expect(mergedWords(ourWords.nl, {})).toEqual({ phrases: ourWords.nl.phrases, abbreviations: ourWords.nl.abbreviations });
  });

  test('look for nothing that could take long', () => {
    const told = (pattern: string): readonly Diagnostic[] => {
      const file = `abbreviations: { x.: { spoken: x, before: ${JSON.stringify(pattern)} } }`;
      return readWords(memoryWorkspace({ 'en.yaml': file }), 'en.yaml', ourWords).diagnostics;
    };
    for (const slow of ['(a+)+', 'a*', 'a?', '(?:a|b){9}', '(a)(b)(c)', 'a{1,9}', 'x'.repeat(101), '[a-z]+', '(a|a)\\1(b)(c)'])
      expect(told(slow), slow).toHaveLength(1);
    for (const quick of ['\\d{4}', '[«A-Z\\d]', '(?<![a-z])[Vv]', '(?:see|in)\\s(?=a)', '\\p{Lu}', '[+*?]', '\\+', '\\d|«[а-я]»'])
      expect(told(quick), quick).toEqual([]);
    // Ours are known to be quick enough, whatever is in them.
    expect(told('[\\d№]|[A-Z]+-')).toEqual([]);
  });
});
