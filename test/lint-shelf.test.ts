/** A project brings lint rules of its own: words for the lint to look for, as data. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRules } from '../src/lint/catalogue.js';
import { phraseFault, wordsOf } from '../src/lint/phrase.js';
import { lexiconOf } from '../src/lint/concepts.js';
import { phrasesOf } from '../src/lint/phrase-book.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import { layered } from '../src/workspace/layered.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { roleWith } from './sample-role.js';
import { command } from './command.js';
import type { Told } from './command.js';

const own = packageWorkspace();

const houseStyle = `id: house-style
group: clarity
severity: warning
languages: [en]
title: { en: 'Not a word of ours: “{words}”' }
advice: { en: Take a plain word. }
citations: [{ text: House style, address: null, checked: null }]
phrases: { en: [{ match: [synergy, leverag*], sections: [duties] }] }
`;

/** A project with one role, in which one duty is `text`. */
const projectWith = (text: string, over: Record<string, string> = {}): Record<string, string> => ({
  'rolewright.yaml': 'schema: 2\n',
  'lint/house-style.yaml': houseStyle,
  'roles/sample.yaml': roleWith({ language: 'en', section: 'duties/duties', text }),
  ...over,
});

const rolewright = (line: string, files: Record<string, string>): Promise<Told> => command(line, { workspace: memoryWorkspace(files) });

interface Diagnostic {
  code: string;
  severity: string;
  message: string;
  hint: string;
  file?: string;
  line?: number;
}

async function linted(files: Record<string, string>, line = 'lint --no-spelling'): Promise<Diagnostic[]> {
  const { out, err } = await rolewright(`${line} --json`, files);
  expect(out, err).not.toBe('');
  return (JSON.parse(out) as { diagnostics: Diagnostic[] }).diagnostics;
}

const codesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);

const noConcepts = () => lexiconOf([]);

describe('a rule of a project', () => {
  it('finds its words, at their place, and says what it says', async () => {
    const { err, code } = await rolewright('lint --no-spelling', projectWith('leverage the stock'));
    expect(err).toMatch(/roles\/sample\.yaml:\d+:\d+: warning lint\/house-style\n {2}Not a word of ours: “leverage”\n/);
    expect(err).toContain('→ Take a plain word. (House style)');
    expect(code).toBe(0);
  });

  it('is told in a language that it has where it lacks the reader’s, and to code hosts as well', async () => {
    const [found] = await linted(projectWith('leverage the stock'), 'lint --no-spelling --lang nl');
    expect(found?.message).toBe('Not a word of ours: “leverage”');
    const { out } = await rolewright('lint --no-spelling --sarif --lang nl', projectWith('leverage the stock'));
    expect(out).toContain('"ruleId": "lint/house-style"');
  });

  it('looks in its sections and at its languages only', async () => {
    expect(
      await linted(
        projectWith('check the stock', { 'roles/sample.yaml': roleWith({ language: 'en', section: 'knowledge', text: 'synergy' }) }),
      ),
    ).toEqual([]);
  });

  it('counts in a project only', async () => {
    const files = Object.fromEntries(Object.entries(projectWith('leverage the stock')).filter(([path]) => path !== 'rolewright.yaml'));
    expect(await linted(files)).toEqual([]);
  });

  it('is set by the project file, and suppressed in place, as ours are', async () => {
    const settings = 'schema: 2\nlint: { rules: { house-style: error } }\n';
    const told = await rolewright('lint --no-spelling', projectWith('leverage the stock', { 'rolewright.yaml': settings }));
    expect([told.code, told.err]).toEqual([3, expect.stringContaining('error lint/house-style')]);
    const role = roleWith({ language: 'en', section: 'duties/duties', text: 'leverage the stock' });
    const suppressed = role.replace(/^( *)(- id: .*\n *text: leverage)/m, '$1# lint-ignore house-style: the name of a program\n$1$2');
    expect(suppressed).not.toBe(role);
    expect(await linted(projectWith('', { 'roles/sample.yaml': suppressed }))).toEqual([]);
  });

  it('hides ours of its name, file by file', async () => {
    const role = roleWith({ language: 'en', section: 'duties/duties', text: 'report to the chairman and to the boss' });
    const files = projectWith('', { 'roles/sample.yaml': role });
    expect(codesOf(await linted(files))).toEqual(['lint/gendered-title']);
    const rule = houseStyle.replace('house-style', 'gendered-title').replace('[synergy, leverag*]', '[boss]');
    expect((await linted({ ...files, 'lint/gendered-title.yaml': rule })).map(({ code, message }) => [code, message])).toEqual([
      ['lint/gendered-title', 'Not a word of ours: “boss”'],
    ]);
  });

  it('gives our code its words, where ours has code', async () => {
    const rule = own
      .readText('lint/repeated-word.yaml')
      .replace(/^severity: .*$/m, 'severity: info')
      .replace(/^ {2}allowed: .*$/m, '  allowed: [stock]');
    const found = (text: string): Promise<Diagnostic[]> => linted(projectWith(text, { 'lint/repeated-word.yaml': rule }));
    expect((await found('check the the stock')).map(({ code, severity }) => [code, severity])).toEqual([['lint/repeated-word', 'info']]);
    expect(await found('check the stock stock')).toEqual([]);
  });

  it('is listed with its file, as ours are', async () => {
    const files = { ...projectWith(''), 'lint/gendered-title.yaml': houseStyle.replace('house-style', 'gendered-title') };
    const { out } = await rolewright('list rules --origin', files);
    expect(out).toMatch(/^house-style +Not a word of ours +\(lint\/house-style\.yaml\)$/m);
    expect(out).toMatch(/^gendered-title +Not a word of ours +\(lint\/gendered-title\.yaml, in place of ours\)$/m);
    expect(out).toMatch(/^age +\S.*[^:“”] +\(ours\)$/m);
  });

  it('may be called as no rule of ours can be', async () => {
    const files = projectWith('leverage the stock', { 'lint/constructor.yaml': houseStyle.replace('house-style', 'constructor') });
    expect(codesOf(await linted(files))).toEqual(['lint/constructor', 'lint/house-style']);
  });
});

describe('a rule that is broken', () => {
  const broken = houseStyle.replace('leverag*', '"(a+)+"').replace('title: {', 'title: { fr: Non,');
  const places = ['lint/house-style.yaml:5:10: error unknown-language', 'lint/house-style.yaml:8:36: error lint-phrase-malformed'];

  it.each([
    'lint --no-spelling',
    'lint --no-spelling sample',
    'validate',
    'validate lint/house-style.yaml',
    'lint lint/house-style.yaml',
    'status',
  ])('is shown in place by %s, once', async (line) => {
    const { code, err } = await rolewright(line, projectWith('leverage synergy', { 'lint/house-style.yaml': broken }));
    for (const place of places) expect(err.split(place)).toHaveLength(2);
    expect(err).not.toContain('lint/house-style\n');
    // A status is no judgement.
    expect(code).toBe(line === 'status' ? 0 : 3);
  });

  it.each([
    ['a concept that no lexicon has', "relations: ['yuong + wanted']", ['lint-relation-malformed']],
    ['an excuse that is no concept', "relations: ['young + wanted ! gaurded']", ['lint-relation-malformed']],
    ['an excuse of all that is no concept', 'excused: [gaurded]', ['lint-relation-malformed']],
    ['sections only', "relations: ['@duties']", ['lint-relation-malformed']],
    ['several sections only', "relations: ['@duties + @rights']", ['lint-relation-malformed']],
    ['a mark and a section only', "relations: ['[x] @duties']", ['lint-relation-malformed']],
    ['a section only, with an excuse', "relations: ['@duties ! guarded']", ['lint-relation-malformed']],
    ['a choice of which a part lacks', "relations: ['young|']", ['bad-notation']],
    ['a choice with nothing within', "relations: ['young||old + wanted']", ['bad-notation']],
    ['a section that there is not', "relations: ['young + @dutys']", ['lint-section-unknown']],
    ['nothing wrong', "relations: ['young + wanted + @requirements ! guarded']", []],
  ])('names %s', async (_, line, codes) => {
    const files = projectWith('keep stock', { 'lint/house-style.yaml': `${houseStyle}${line}\n` });
    expect(codesOf(await linted(files))).toEqual(codes);
  });

  it('is still known by its name', async () => {
    const role = `# lint-ignore house-style: not yet\n${roleWith({ language: 'en' })}`;
    const files = projectWith('', {
      'rolewright.yaml': 'schema: 2\nlint: { rules: { house-style: "off" } }\n',
      'lint/house-style.yaml': broken,
      'roles/sample.yaml': role,
    });
    expect(codesOf(await linted(files))).toEqual(['unknown-language', 'lint-phrase-malformed']);
  });

  it('lies outside of the project, where somebody has put a link to it', () => {
    const place = mkdtempSync(join(tmpdir(), 'rolewright-lint-'));
    try {
      mkdirSync(join(place, 'project/lint'), { recursive: true });
      writeFileSync(join(place, 'house-style.yaml'), houseStyle);
      symlinkSync(join(place, 'house-style.yaml'), join(place, 'project/lint/house-style.yaml'));
      const { rules, diagnostics } = readRules(layered(own, { workspace: openWorkspace(join(place, 'project')), folder: '.' }));
      expect(diagnostics.map(({ code }) => code)).toEqual(['project-file-outside']);
      expect(rules.map(({ data }) => data.id)).not.toContain('house-style');
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
});

describe('a country without rules of law', () => {
  const law = own
    .readText('jurisdictions/nl.yaml')
    .replace(/^id: nl$/m, 'id: be')
    .replace(/^name: .*$/m, 'name: { ru: Бельгия, en: Belgium, nl: België }');
  const files = projectWith('a man aged under 30 takes orders from the chairman', {
    'jurisdictions/be.yaml': law,
    'rolewright.yaml': 'schema: 2\njurisdiction: be\n',
    'roles/other.yaml': roleWith({ language: 'en' }).replace(/^id: sample$/m, 'id: other'),
  });

  it('is told of once, and nothing is claimed about its law', async () => {
    const { err, code } = await rolewright('lint --no-spelling', files);
    expect(err).toContain(
      'note lint-without-law\n  There are no rules of law for Belgium: only language, clarity and completeness were looked at.\n',
    );
    expect(err.split('lint-without-law')).toHaveLength(2);
    expect(err).toContain('0 errors, 0 warnings, 1 note');
    expect(code).toBe(0);
    expect(codesOf(await linted({ ...files, 'rolewright.yaml': 'schema: 2\n' }))).toContain('lint/gendered-title');
  });

  it.each([
    ['ru', 'Для этой страны нет правил о соблюдении закона: Бельгия.'],
    ['nl', 'Voor België zijn er geen regels over het recht'],
  ])('is told of in %s', async (language, words) => {
    const [told, ...others] = await linted(files, `lint --no-spelling --lang ${language}`);
    expect(told).toMatchObject({ code: 'lint-without-law', severity: 'info' });
    expect(told?.message).toContain(words);
    expect(others).toEqual([]);
  });

  it('may be called as nothing of ours can be', async () => {
    const named = { 'jurisdictions/constructor.yaml': law.replace(/^id: be$/m, 'id: constructor') };
    expect(codesOf(await linted({ ...files, ...named }, 'lint --no-spelling --jurisdiction constructor'))).toEqual(['lint-without-law']);
  });

  it('is a note to code hosts', async () => {
    const { out } = await rolewright('lint --no-spelling --sarif', files);
    const { runs } = JSON.parse(out) as { runs: { results: { ruleId: string; level: string }[] }[] };
    expect(runs[0]?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([['lint-without-law', 'note']]);
  });

  it('may get rules of law from the project', async () => {
    const rule = houseStyle.replace('group: clarity', 'group: law\njurisdictions: [be]').replace('[synergy, leverag*]', '[aged]');
    expect(codesOf(await linted({ ...files, 'lint/house-style.yaml': rule }))).toEqual(['lint/house-style']);
  });

  it.each(['ru', 'nl', 'gb', 'us'])('is not %s', async (country) => {
    const told = codesOf(await linted(projectWith('check the stock'), `lint --no-spelling --jurisdiction ${country}`));
    expect(told).not.toContain('lint-without-law');
  });
});

describe('phrases that nobody has looked at', () => {
  /** How often the rules look at a word of a text. */
  function looksAt(phrases: readonly string[], text: string): number {
    let looks = 0;
    const words = wordsOf(text);
    const list = words.list.map((word) => ({
      ...word,
      get sentence() {
        looks += 1;
        return word.sentence;
      },
    }));
    phrasesOf(
      { phrases: { en: [{ match: [...phrases], except: ['b'], unless: ['c'] }] } },
      noConcepts,
    )('en').matcher({ ...words, list }, '');
    return looks;
  }

  const hostile = [
    'a a a a a a a a a …4 a …4 a …4 a a a b',
    'a? a? a? a? a? a? a? a b',
    '*a* …9 a* …9 *a b',
    'a …9 a a a a a a a a a a a a a a a a a b',
    '…9 …9 a b',
  ];

  it('cost no more for each word of a long text than of a short one', () => {
    for (const phrase of hostile) {
      expect(phraseFault(phrase), phrase).toBeNull();
      const [short, long] = [2000, 8000].map((words) => looksAt([phrase], `${'a '.repeat(words)}. B`)) as [number, number];
      expect(long / short, phrase).toBeLessThan(4.2);
      // Slots and gaps, not ways.
      expect(long / 8000, phrase).toBeLessThan(400);
    }
  });

  it('find the same, however they are looked for', () => {
    const found = (phrase: string, text: string): string[] =>
      phrasesOf(
        { phrases: { en: [{ match: [phrase] }] } },
        noConcepts,
      )('en')
        .matcher(wordsOf(text), '')
        .map(({ start, end }) => text.slice(start, end));
    // The gap that was in vain in one sentence is tried again in the next.
    expect(found('a …4 b …4 c d', 'a a b a c. A b c c d. A a b x c d')).toEqual(['A b c c d', 'A a b x c d']);
    expect(found('a …9 b? …4 c', 'a b x x a c a. C')).toEqual(['a b x x a c']);
  });

  it('are excepted in a time that grows with the text', () => {
    const text = 'a b '.repeat(40_000);
    const matcher = phrasesOf({ phrases: { en: [{ match: ['a'], except: ['b', 'a b a'] }] } }, noConcepts)('en').matcher;
    const begun = process.cpuUsage();
    // “a b a” covers the first and the third of three.
    expect(matcher(wordsOf(text), '')).toEqual([]);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
  });
});
