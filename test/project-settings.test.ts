/** What a project says once holds for every command, and options win over it. */
import { describe, expect, it } from 'vitest';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import type { Told } from './command.js';

const organisation = 'schema: 2\nname: Harbour Ltd\njurisdiction: gb\nlanguages: [en]\n';
const person = 'schema: 2\nname: { last: Smith, first: Jo }\nhireDate: 2027-01-11\n';

async function inProject(line: string, files: Record<string, string>): Promise<Told & { made: readonly string[]; text: string }> {
  const workspace = memoryWorkspace(files);
  const told = await command(line, { workspace, today: () => '2026-11-29' });
  const made = [...workspace.files].filter(([path]) => !(path in files));
  const text = made.map(([, bytes]) => new TextDecoder().decode(bytes).replaceAll('\u00a0', ' ')).join('\n');
  return { ...told, made: made.map(([path]) => path), text };
}

describe('the project file', () => {
  const settings = 'schema: 2\norganisation: firm.yaml\nlanguages: [en]\nkinds: [acknowledgement-sheet]\nformats: [html]\nout: papers\n';
  const files = { 'rolewright.yaml': settings, 'firm.yaml': organisation };

  it('names employer, languages, kinds, formats and folder', async () => {
    const { made, text, err } = await inProject('generate sales-manager', files);
    expect(made, err).toEqual(['papers/sales-manager/acknowledgement-sheet.en.html']);
    expect(text).toContain('Harbour Ltd');
  });

  it('gives way to options', async () => {
    const line = 'generate sales-manager --no-organisation --locale nl --kind job-description --format txt --out other';
    expect((await inProject(`${line} --jurisdiction nl --format html`, files)).made).toEqual([
      'other/sales-manager/job-description.nl.html',
    ]);
  });

  it.each([
    ['today', '29 ноября 2026'],
    ['hire-date', '11 января 2027'],
  ])('dates documents: %s', async (date, words) => {
    const dated = { ...files, 'rolewright.yaml': `${settings}date: ${date}\n`, 'person.yaml': person };
    expect(
      (await inProject('generate sales-manager --person person.yaml --kind job-description --locale ru --jurisdiction ru', dated)).text,
    ).toContain(words);
    const asked = await inProject(
      'generate sales-manager --person person.yaml --kind job-description --locale ru --jurisdiction ru --date 2026-12-05',
      dated,
    );
    expect(asked.text).toContain('5 декабря 2026');
  });

  it('reads staff lists with columns and titles of its own', async () => {
    const staffList = 'staffList:\n  columns: { hireDate: Eintritt, role: Stelle }\n  titles: { Verkäufer: sales-manager }\n';
    const people = 'Name;Stelle;Eintritt\nJo Smith;Verkäufer;2027-01-11\n';
    const { err } = await inProject('batch people.csv --dry-run', {
      ...files,
      'rolewright.yaml': `${settings}${staffList}`,
      'people.csv': people,
    });
    expect(err).toContain('1 could be made, 0 failed');
  });

  it.each(['../..', '/tmp/x'])('puts nothing outside: out: %s', async (out) => {
    const { code, err } = await inProject('generate sales-manager', { 'rolewright.yaml': `schema: 2\nout: '${out}'\n` });
    expect(code).toBe(1);
    expect(err).toMatch(/rolewright\.yaml:2:\d+: error project-out-outside/);
  });

  it('is refused with its mistakes', async () => {
    const { code, err, made } = await inProject('generate sales-manager', { 'rolewright.yaml': 'schema: 2\nformats: [doc]\n' });
    expect([code, made]).toEqual([1, []]);
    expect(err).toMatch(/rolewright\.yaml:2:\d+: error not-one-of/);
  });
});

describe('an organisation file that nobody names', () => {
  const line = 'generate sales-manager --kind acknowledgement-sheet --format html --locale en';

  it('is used where it is the only one, and a line says so where it has no usual name', async () => {
    const { err, text } = await inProject(line, { 'harbour.yaml': organisation });
    expect(err).toMatch(/organisation-found\n.*harbour\.yaml/);
    expect(text).toContain('Harbour Ltd');
    const usual = await inProject(line, { 'organisation.yaml': organisation });
    expect(usual.text).toContain('Harbour Ltd');
    expect(usual.err).not.toContain('organisation-found');
  });

  it('is left aside where there are several, or none is wanted', async () => {
    const several = await inProject(line, { 'a.yaml': organisation, 'b.yaml': organisation });
    expect(several.err).toContain('organisations-several');
    expect(several.text).not.toContain('Harbour Ltd');
    expect((await inProject(`${line} --no-organisation`, { 'a.yaml': organisation })).text).not.toContain('Harbour Ltd');
  });

  it('is not passed over where it is broken', async () => {
    const { code, err } = await inProject(line, { 'organisation.yaml': `${organisation}layuot: uk\n` });
    expect(code).toBe(1);
    expect(err).toContain('organisation.yaml:5:1: error unknown-key');
  });
});

describe('validate without arguments', () => {
  const broken = {
    'rolewright.yaml': 'schema: 2\n',
    'organisation.yaml': `${organisation}layuot: uk\n`,
    'people/jo.yaml': `${person}gender: x\n`,
    'structure.yaml': 'schema: 2\nlanguages: [en]\npositions: { a: { title: head, reportsTo: b } }\n',
    'departments/toys.yaml':
      'schema: 2\nextends: sales-manager\nid: toys\nversion: 1.0.0\nlanguages: [en]\nchanges:\n  - remove: nothing-there\nbase: { version: 2.0.0 }\n',
  };

  it('finds the mistakes of every file of the project, whatever folder it lies in', async () => {
    const { code, err } = await inProject('validate', broken);
    expect(code).toBe(3);
    for (const path of Object.keys(broken).slice(1)) expect(err).toMatch(new RegExp(`^${path}.*: error`, 'm'));
  });

  it('passes over what was made, and what belongs to others', async () => {
    const files = {
      'rolewright.yaml': 'schema: 2\nout: made\n',
      'made/organisation.yaml': 'layuot',
      'node_modules/a/person.yaml': `${person}x: 1\n`,
    };
    expect((await inProject('validate', files)).code).toBe(0);
  });

  it('takes folders', async () => {
    expect((await inProject('validate people', broken)).err).toContain('people/jo.yaml');
  });
});

describe('a file is known by what it is', () => {
  const files = { 'organisation.yaml': organisation, 'person.yaml': person };
  it.each([
    ['generate organisation.yaml', 'is an organisation, and a role is needed'],
    ['generate sales-manager --organisation person.yaml', 'is a person, and an organisation is needed'],
    ['generate sales-manager --person organisation.yaml', 'is an organisation, and a person is needed'],
  ])('%s', async (line, words) => {
    const { err } = await inProject(line, files);
    expect(err).toContain(words);
    expect(err.match(/: error /g)).toHaveLength(1);
  });
});

describe('what is wrong in many files', () => {
  it('is told once, with the others', async () => {
    const role = 'schema: 2\nid: x\nversion: 1.0.0\nlanguages: [de]\n';
    const files = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [`roles/${id}.yaml`, role]));
    const { err } = await inProject('validate', { 'rolewright.yaml': 'schema: 2\n', ...files });
    expect(err.match(/error not-one-of/g)).toHaveLength(1);
    expect(err).toContain('The same in 4 more files: roles/b.yaml:4, roles/c.yaml:4, roles/d.yaml:4 …');
    const { out } = await inProject('validate --json', { 'rolewright.yaml': 'schema: 2\n', ...files });
    expect(out.match(/"not-one-of"/g)).toHaveLength(5);
  });
});

describe('what is not known', () => {
  it.each([
    ['--lang de', 'list roles --lang de', 'ru, en, nl'],
    ['an option', 'list roles --nonsense', '--json'],
  ])('is refused with what is: %s', async (_, line, known) => {
    const { code, err } = await inProject(line, {});
    expect(code).toBe(2);
    expect(err).toContain(known);
  });
});

describe('folders of a project', () => {
  it('beside which no project file stands are not used without a word', async () => {
    const files = { 'templates/acknowledgement-sheet.hbs': '= own', 'people.csv': 'Full name,Role\nAnn Abel,sales-manager\n' };
    for (const asked of ['generate sales-manager', 'batch people.csv']) {
      const line = `${asked} --kind acknowledgement-sheet --format html --dry-run`;
      expect((await inProject(line, files)).err).toMatch(/warning project-folders-unused\n.*templates\//);
      expect((await inProject(line, { ...files, 'rolewright.yaml': 'schema: 2\n' })).err).not.toContain('project-folders-unused');
    }
  });
});

describe('the day of papers', () => {
  const line = 'generate sales-manager --kind job-description --format html --locale en --date';

  it.each(['14-12-2026', '14.12.2026', '12/14/2026', '2026-12-14', '20261214', '14-dec-2026'])('may be written %s', async (day) => {
    expect((await inProject(`${line} ${day}`, {})).text).toContain('14 December 2026');
  });

  it('is asked for where it may be two, with both, and where it is none', async () => {
    const unclear = await inProject(`${line} 04-05-2026`, {});
    expect([unclear.code, unclear.made]).toEqual([2, []]);
    expect(unclear.err).toMatch(/date-two-readings\n.*2026-05-04.*2026-04-05/);
    for (const none of ['31.02.2026', '45000', 'tomorrow']) expect((await inProject(`${line} ${none}`, {})).err).toContain('bad-date');
    expect((await inProject('structure check --date 04/05/2026', {})).err).toContain('date-two-readings');
  });
});

describe('numbers of documents', () => {
  it('under a name that no role has are told of, with the nearest', async () => {
    const numbering = 'numbering: { pattern: "JD-{number}", numbers: { sales-manager: "1", sales-manger: "2" } }\n';
    const { err } = await inProject('validate organisation.yaml', { 'organisation.yaml': organisation + numbering });
    expect(err.match(/number-of-nobody/g)).toHaveLength(1);
    expect(err).toContain('sales-manager”?');
  });
});

describe('a new project', () => {
  it('is told of with the next command, which works', async () => {
    const workspace = memoryWorkspace({});
    const { err } = await command('init firm --lang ru', { workspace });
    expect(err).toContain('по-русски в файле firm/README.md');
    expect(err).toContain('cd firm && npx rolewright generate sales-manager --person person.yaml');
  });
});
