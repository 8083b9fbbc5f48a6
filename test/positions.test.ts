/** What an organisation says of the positions of roles is held against the roles, and told at its place. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { answerProblems, titleProblems } from '../src/desk/positions.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { checkRole } from '../src/role/read.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import { roleOf } from './sample-role.js';

const questions = [
  { id: 'base', kind: 'yes-no', text: 'Is there a base?', default: true },
  { id: 'limit', kind: 'number', unit: 'percent', text: 'What limit?', default: 5 },
  {
    id: 'channel',
    kind: 'choice',
    options: [
      { id: 'field', text: 'in the field' },
      { id: 'phone', text: 'by telephone' },
    ],
    text: 'Which channel?',
    default: 'field',
  },
  { id: 'range', kind: 'text', text: 'Which range?', default: 'all' },
];
const titleNotes = [{ id: 'note', title: 'purchasing director', jurisdictions: ['gb'], text: 'A purchasing director sits on the board' }];
const text = (more: object = {}): string => stringify(roleOf({ language: 'en', data: { questions, titleNotes, ...more } }));
const role = checkRole(text(), 'sample.yaml').role ?? expect.fail('not valid');

const firm = readFileSync(new URL('../examples/organisation.gb.yaml', import.meta.url), 'utf8').replace(/^positions:\n(?: .*\n)*/m, '');
const firmWith = (more: object): string => `${firm}${stringify(more)}`;
const employing = (more: object) => {
  const { organisation, diagnostics, locate } = readOrganisation(memoryWorkspace({ 'firm.yaml': firmWith(more) }), 'firm.yaml');
  return { organisation: organisation ?? expect.fail(JSON.stringify(diagnostics)), locate };
};
const pathsOf = (problems: readonly { code: string; path?: string }[]) => problems.map(({ code, path }) => `${code} ${path}`);

describe('answers', () => {
  it('of the wrong kind, and options that there are not, are told where they stand', () => {
    const problems = answerProblems(
      [role],
      employing({
        answers: { base: 'yes', limit: 7, channel: 'fone', range: 'tools', 'asked-elsewhere': 1 },
        positions: { sample: { answers: { limit: '7' } } },
      }),
    );
    expect(pathsOf(problems)).toEqual([
      'answer-not-fitting answers/base',
      'answer-not-fitting answers/channel',
      'answer-not-fitting positions/sample/answers/limit',
    ]);
    expect(problems[1]).toMatchObject({ severity: 'error', file: 'firm.yaml', args: { nearest: 'phone', known: 'field, phone' } });
  });

  it('of the role itself and its defaults are looked at with the role', () => {
    const wrong = text({ answers: { limit: true, unasked: 1 }, questions: [{ ...questions[0], default: 'x' }, questions[1]] });
    expect(pathsOf(checkRole(wrong, 'sample.yaml').diagnostics)).toEqual(
      expect.arrayContaining([
        'answer-not-fitting answers/limit',
        'broken-reference answers/unasked',
        'answer-not-fitting questions/base/default',
      ]),
    );
  });

  it.each(['generate sample --organisation firm.yaml --dry-run', 'validate firm.yaml', 'validate'])('are told by “%s”', async (line) => {
    const files = {
      'firm.yaml': firmWith({ positions: { sample: { answers: { limit: 'lots' } } } }),
      'rolewright.yaml': 'schema: 2\norganisation: firm.yaml\n',
      'roles/sample.yaml': text(),
    };
    const { err, code } = await command(line, { workspace: memoryWorkspace(files) });
    expect(code).not.toBe(0);
    expect(err).toMatch(
      /firm\.yaml:\d+:\d+: error answer-not-fitting\n {2}“lots” is no answer to the question “limit”, which wants a number\./,
    );
  });
});

describe('a title that means another role', () => {
  const called = (title: unknown) => titleProblems([role], employing({ positions: { sample: { title } } }));

  it('is told in the words of the role, in its country', () => {
    const [problem] = called({ en: 'Purchasing Director' });
    expect(problem).toMatchObject({
      code: 'title-means-otherwise',
      severity: 'info',
      args: { title: 'Purchasing Director', inEnglish: 'A purchasing director sits on the board' },
    });
    expect(called({ en: 'Buyer' })).toEqual([]);
    const abroad = { ...role, titleNotes: [{ ...titleNotes[0], jurisdictions: ['nl'] }] } as typeof role;
    expect(titleProblems([abroad], employing({ positions: { sample: { title: { en: 'purchasing director' } } } }))).toEqual([]);
  });

  it.each([
    [
      'en',
      'generate sales-manager --organisation firm.yaml --dry-run',
      /note title-means-otherwise\n.*“Sales Manager” usually means another role/,
    ],
    ['nl', 'lint firm.yaml --no-spelling', /title-means-otherwise\n.*‘Sales Manager’ betekent in dit land meestal/],
    ['ru', 'lint firm.yaml --no-spelling', /title-means-otherwise\n.*«Sales Manager» в этой стране обычно означает/],
  ])('is told in %s by “%s”', async (language, line, words) => {
    const files = { 'firm.yaml': firmWith({ positions: { 'sales-manager': { title: { en: 'Sales Manager' } } } }) };
    const { err } = await command(`${line} --lang ${language}`, { workspace: memoryWorkspace(files) });
    expect(err).toMatch(words);
  });
});

describe('a competency', () => {
  it('that the dictionary lacks is told at its place', () => {
    const { diagnostics } = checkRole(text({ competencies: [{ id: 'persuation', level: 2 }] }), 'sample.yaml', packageWorkspace());
    expect(diagnostics).toMatchObject([{ code: 'broken-reference', args: { kind: 'competency', nearest: 'persuasion' } }]);
  });
});

describe('the list of roles', () => {
  it('names a role by its title, and by the name that its id has in words', async () => {
    const { out } = await command('list roles', { workspace: memoryWorkspace({}) });
    expect(out).toMatch(/^sales-manager +sales executive \(also “sales manager”\)$/m);
    expect(out).toMatch(/^office-manager +office manager$/m);
    const { out: json } = await command('list roles --json', { workspace: memoryWorkspace({}) });
    expect(JSON.parse(json)).toContainEqual(
      expect.objectContaining({ id: 'sales-manager', name: 'sales executive', also: 'sales manager' }),
    );
  });
});
