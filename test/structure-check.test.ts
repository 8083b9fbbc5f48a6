/** What is doubtful in a structure: a corpus of structures beside their reports, which `UPDATE=1` rewrites, and the command. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { openDesk } from '../src/desk/desk.js';
import { structureAsked } from '../src/desk/structure-asked.js';
import { checkStructure } from '../src/desk/structure-check.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { loadMessages, reportText } from '../src/report/report.js';
import type { Signed } from '../src/structure/check/inspected.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import type { Told } from './command.js';

const folder = new URL('./corpus/structure/', import.meta.url);
const sample = readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8');
const messages = loadMessages(packageWorkspace(), 'en');

/** The small role under another name; `more` stands behind its id. */
const role = (id: string, more = ''): string => sample.replace('\nid: sample\n', `\nid: ${id}\n${more}`);
const leader = role('leader', 'subordinates: [buyer, storekeeper]\n')
  .replace('posts: [head-of-purchasing]', 'posts: [director]')
  .replace(
    '\nposts:\n',
    '\nposts:\n  buyer: { title: { ru: закупщик, en: buyer, nl: inkoper } }\n  storekeeper: { title: { ru: кладовщик, en: storekeeper, nl: magazijnmedewerker } }\n',
  );
const roles = { 'roles/buyer.yaml': role('buyer'), 'roles/driver.yaml': role('driver'), 'roles/leader.yaml': leader };

function checked(
  structure: string,
  date?: string,
  signed: Signed | null = null,
  more: Record<string, string> = roles,
): readonly Diagnostic[] {
  const desk = openDesk(memoryWorkspace({ 'structure.yaml': structure, ...more }));
  const problems: Diagnostic[] = [];
  const asked = structureAsked({ names: ['structure.yaml'], organisation: undefined, date }, desk, problems);
  return [...problems, ...(asked ? checkStructure(asked, desk, { signed }).diagnostics : [])];
}
const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);

describe('what is told of a structure', () => {
  it('names titles in the language of the reader, and ids where two are called alike', async () => {
    const structure = [
      'schema: 2',
      'languages: [ru, en]',
      'departments:',
      '  - { id: sales, name: { ru: отдел продаж, en: sales } }',
      'positions:',
      '  head-of-sales: { title: { ru: начальник отдела продаж, en: head of sales }, department: sales, units: 2, reportsTo: null }',
      '  clerk: { title: { ru: специалист, en: clerk }, department: sales, reportsTo: head-of-sales, deputies: [clerk] }',
      '  clerk-2: { title: { ru: специалист, en: clerk }, department: sales, reportsTo: head-of-sales, deputies: [clerk-2] }',
    ].join('\n');
    const world = { workspace: memoryWorkspace({ 'structure.yaml': structure }) };
    const { err } = await command('structure check --lang ru', world);
    expect(err).toContain('Должности «начальник отдела продаж» подчинены 2 должности');
    expect(err).toContain('Должность «специалист (clerk-2)» замещает сама себя');
    expect((await command('structure check', world)).err).toContain('report to “head of sales”');
  });
});

describe('corpus of structures', () => {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml')))
    test(name, () => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const wanted = ['roles.yaml', 'words.yaml'].includes(name);
      const found = checked(text, '2026-11-29', null, wanted ? roles : {}).filter(
        // A corpus on one subject need not have roles, nor people for every position.
        ({ code }) =>
          wanted
            ? code !== 'structure-vacancies'
            : code !== 'positions-without-role' && (name === 'holders.yaml' || code !== 'structure-vacancies'),
      );
      const report = reportText(found, messages, { colour: false });
      const file = new URL(name.replace('.yaml', '.txt'), folder);
      if (process.env.UPDATE === '1') writeFileSync(file, report);
      expect(report).toBe(readFileSync(file, 'utf8'));
    });
});

const head = 'schema: 2\nlanguages: [en]\npositions:\n  director: { title: director, reportsTo: null }\n';

describe('a structure', () => {
  it('is not asked for days where none is named', () => {
    const holders = readFileSync(new URL('holders.yaml', folder), 'utf8');
    expect(codes(checked(holders, undefined, null, {}))).not.toContain('structure-acting-over');
    expect(codes(checked(holders, undefined, null, {}))).toContain('structure-acting-beside');
  });

  it('has holders who have not signed, as far as somebody keeps account of that', () => {
    const text = `${head}  buyer:\n    title: buyer\n    role: buyer\n    reportsTo: director\n    units: 2\n    holders:\n      - { name: { last: Fox, first: Max }, personnelNumber: '1' }\n      - { name: { last: Poe, first: Eva }, personnelNumber: '2' }\n`;
    const unsigned = (signed: Signed | null) => checked(text, '2026-11-29', signed).filter(({ code }) => code === 'structure-unsigned');
    expect(unsigned(null)).toEqual([]);
    expect(unsigned(() => true)).toEqual([]);
    const [one] = unsigned((position, { personnelNumber }) => position === 'buyer' && personnelNumber === '1');
    expect(one).toMatchObject({ args: { count: 1, positions: 'buyer' }, line: 10 });
  });

  it('has roles as its departments change them', () => {
    const departments = 'departments:\n  - { id: lab, name: lab, head: director, overlays: { buyer: lab.yaml } }\n';
    const text = `${head.replace('positions:', `${departments}positions:`)}  buyer: { title: buyer, role: buyer, department: lab }\n`;
    const overlay = 'schema: 2\nid: buyer\nextends: buyer\nbase: 1.0.0\nlanguages: [ru, en, nl]\nreportsTo: { posts: [director] }\n';
    expect(codes(checked(text.replace(/, overlays: .*lab.yaml }/, '')))).toContain('structure-superior-differs');
    expect(codes(checked(text, undefined, null, { ...roles, 'lab.yaml': overlay }))).not.toContain('structure-superior-differs');
  });

  it('with thousands of findings is told of two hundred, its errors first', () => {
    const positions = Array.from(
      { length: 300 },
      (_, at) => `  p${at}: { title: clerk, reportsTo: director, units: 0.5, holders: [{ name: { last: Fox, first: A${at} } }] }\n`,
    );
    const last = '  z: { title: clerk, reportsTo: director, deputies: [z] }\n';
    const found = checked(head + positions.join('') + last, undefined, null, {});
    expect(found).toHaveLength(201);
    expect(codes(found)).toContain('structure-own-deputy');
    expect(found.at(-1)).toMatchObject({ code: 'more-problems', severity: 'info', args: { count: 103 } });
  });
});

const files = {
  'structure.yaml': `${head}  buyer: { title: buyer, reportsTo: director, units: 2.5 }\n`,
  'organisation.yaml': 'schema: 2\nname: { en: Firm, nl: Firma }\njurisdiction: gb\nlanguages: [en, nl]\nstructure: structure.yaml\n',
};
const run = (line: string, more: Record<string, string> = {}): Promise<Told> =>
  command(line, { workspace: memoryWorkspace({ ...files, ...more }) });

describe('rolewright structure check', () => {
  it('ends with what the table comes to, and finds the usual file by itself', async () => {
    const { code, err, out } = await run('structure check');
    expect([code, out]).toEqual([0, '']);
    expect(err.trimEnd().split('\n').at(-1)).toBe('2 positions, 3.5 units, 0 held, 3.5 vacant; 0 errors, 2 warnings.');
  });

  it('says so in the language of the user', async () => {
    const { err } = await run('structure check --lang ru');
    expect(err.trimEnd().split('\n').at(-1)).toBe('2 должности, 3,5 шт. ед., занято 0, вакантно 3,5; 0 ошибок, 2 предупреждения.');
  });

  it('gives programs the same as data', async () => {
    const { out, code } = await run('structure check --organisation organisation.yaml --json');
    const told = JSON.parse(out) as { diagnostics: { code: string }[] };
    expect(told).toMatchObject({ file: 'structure.yaml', positions: 2, units: 3.5, held: 0, vacant: 3.5, errors: 0, warnings: 2 });
    expect(told.diagnostics.map((one) => one.code)).toContain('structure-lacks-language');
    expect(code).toBe(0);
  });

  it('ends with 3 for errors, with 2 for a wrong command line', async () => {
    expect(
      (await run('structure check', { 'structure.yaml': `${head}  a: { title: x, reportsTo: director, deputies: [a] }\n` })).code,
    ).toBe(3);
    expect((await run('structure check no.yaml')).code).toBe(3);
    expect((await run('structure check --date 2026-02-30')).code).toBe(2);
    expect((await run('structure check a.yaml b.yaml')).code).toBe(2);
    expect(
      (
        await run('structure check --organisation other.yaml', {
          'other.yaml': 'schema: 2\nname: Firm\njurisdiction: gb\nlanguages: [en]\n',
        })
      ).code,
    ).toBe(2);
    const { code, err } = await command('structure check', { workspace: memoryWorkspace({}) });
    expect([code, err]).toEqual([2, expect.stringContaining('structure-not-named')]);
  });

  it('takes the organisation of the project, and the structure that it names', async () => {
    const project = { 'rolewright.yaml': 'schema: 2\norganisation: organisation.yaml\n' };
    expect((await run('structure check', project)).err).toContain('structure-lacks-language');
    const named = { ...project, 'other.yaml': files['structure.yaml'].replace('buyer:', 'other:') };
    expect((await run('structure check other.yaml', named)).err).toContain('other');
  });
});

describe('rolewright structure show', () => {
  const firm = {
    'structure.yaml': `schema: 2
languages: [en, ru]
departments:
  - { id: board, name: { en: board, ru: дирекция }, head: director }
  - { id: sales, name: { en: sales, ru: продажи }, parent: board, head: head }
positions:
  seller:
    title: { en: seller, ru: продавец }
    department: sales
    units: 4.5
    vacantFrom: 2026-10-01
    holders: [{ name: { last: Abt, first: Jo } }, { name: { last: Bow, first: Al } }, { name: { last: Cox, first: Di } }, { name: { last: Day, first: Ed } }]
  director: { title: { en: director, ru: директор }, department: board, reportsTo: null, holders: [{ name: { last: Lee, first: Ann } }] }
  head:
    title: { en: head of sales, ru: начальник }
    department: sales
    holders:
      - { name: { last: Fox, first: Max }, absent: { from: 2026-10-01 } }
      - { name: { last: Roe, first: Tim }, acting: true, from: 2026-10-01, until: 2026-12-31 }
  clerk: { title: { en: clerk, ru: клерк }, department: board }
`,
  };

  it('prints a tree with holders, units and vacancies', async () => {
    expect((await run('structure show --date 2026-11-29', firm)).out).toBe(
      [
        'director · Ann Lee',
        '  head of sales · Max Fox (away), Tim Roe (acting)',
        '    seller · 4.5 units · Jo Abt, Al Bow, Di Cox and 1 other · 0.5 vacant since 2026-10-01',
        '  clerk · vacant',
        '',
      ].join('\n'),
    );
  });

  it('prints a department and what is below it, in a language that is asked for', async () => {
    expect((await run('structure show --department Sales --date 2026-01-01 --locale ru --lang ru', firm)).out).toBe(
      'начальник · Fox Max\n  продавец · 4,5 шт. ед. · Abt Jo, Bow Al, Cox Di и ещё 1 · вакантно 0,5 с 2026-10-01\n',
    );
    const { code, err } = await run('structure show --department nowhere', firm);
    expect([code, err]).toEqual([2, expect.stringContaining('unknown-department')]);
  });

  it('gives programs positions with superior, holders, and those below', async () => {
    const { out } = await run('structure show --json', firm);
    const { positions } = JSON.parse(out) as { positions: object[] };
    expect(positions).toHaveLength(4);
    expect(positions[2]).toMatchObject({
      id: 'head',
      superior: 'director',
      below: ['seller'],
      department: 'sales',
      units: 1,
      held: 1,
      vacant: 0,
    });
  });

  it('writes a file that is named, and no other that is there', async () => {
    const workspace = memoryWorkspace(firm);
    expect(await command('structure show --out tree.txt', { workspace })).toMatchObject({ code: 0, out: 'tree.txt\n' });
    expect(new TextDecoder().decode(workspace.files.get('tree.txt'))).toContain('director');
    expect((await command('structure show --out tree.txt', { workspace })).code).toBe(1);
  });
});
