/** Files to start from: valid, short, printable at once, and not to be mistaken for finished ones. */
import { parse } from 'yaml';
import { describe, expect, it, test } from 'vitest';
import { locales } from '../src/document/document.js';
import type { Locale } from '../src/document/document.js';
import { readRole } from '../src/desk/roles.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { run } from '../src/cli/program.js';

interface World {
  workspace: ReturnType<typeof memoryWorkspace>;
  text(path: string): string;
  /** Runs a command in this world, in English unless said otherwise. */
  tell(argv: string | readonly string[], language?: Locale): Promise<{ code: number; out: string; err: string }>;
}

function world(files: Record<string, string> = {}): World {
  const workspace = memoryWorkspace(files);
  return {
    workspace,
    text: (path) => new TextDecoder().decode(workspace.files.get(path)),
    async tell(argv, language = 'en') {
      let [out, err] = ['', ''];
      const code = await run({
        argv: [...(typeof argv === 'string' ? argv.split(' ') : argv), '--lang', language],
        environment: {},
        errIsTerminal: false,
        workspace,
        milliseconds: () => 0,
        out: (text) => void (out += text),
        err: (text) => void (err += text),
      });
      return { code, out, err };
    },
  };
}

/** What lint says of a file, without looking at spelling, which takes its time. */
async function lintCodes({ tell }: World, path: string): Promise<{ severity: string; code: string }[]> {
  const { out } = await tell(`lint ${path} --no-spelling --json`);
  return (JSON.parse(out) as { diagnostics: { severity: string; code: string }[] }).diagnostics;
}

const project = { 'rolewright.yaml': 'schema: 2\n' };
const titles: Record<Locale, string> = { ru: 'Кладовщик', en: 'Storekeeper', nl: 'Magazijnmedewerker' };
const small = (title: string): string => title.toLowerCase();
const countries: Record<Locale, string[]> = { ru: ['ru'], en: ['gb', 'us'], nl: ['nl'] };
const mark: Record<Locale, string> = { ru: '[напишите здесь', en: '[say here', nl: '[schrijf hier' };

describe('new role', () => {
  const sorts: [string, Locale, readonly Locale[], number][] = [
    ...locales.map((one): [string, Locale, readonly Locale[], number] => [one, one, [one], 60]),
    ['three languages', 'en', locales, 90],
  ];

  test.each(sorts)('in %s is short, valid, names its parts, and prints as a form to be filled in', async (_, reader, languages, limit) => {
    const here = world();
    const asked = languages.flatMap((one) => ['--title', `${one}:${titles[one]}`]);
    const made = await here.tell(['new', 'role', 'storekeeper', '--locale', languages.join(','), ...asked], reader);
    expect([made.code, made.out]).toEqual([0, 'roles/storekeeper.yaml\n']);
    expect(made.err).toContain('rolewright generate storekeeper');

    const text = here.text('roles/storekeeper.yaml');
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(limit);
    expect(lines[0]).toBe('# yaml-language-server: $schema=../schemas/role.schema.json');
    const unnamed = lines.flatMap((line, at) => {
      const [, key = ''] = /^(\w+):/.exec(line) ?? [];
      const isNamed = / # \S/.test(line) || /^# \S/.test(lines[at - 1] ?? '');
      return key === '' || ['schema', 'id', 'version', 'languages'].includes(key) || isNamed ? [] : [key];
    });
    expect(unnamed).toEqual([]);

    const { role, diagnostics } = readRole(here.workspace, 'roles/storekeeper.yaml');
    expect(diagnostics).toEqual([]);
    expect([role?.id, role?.languages]).toEqual(['storekeeper', languages]);
    const found = await lintCodes(here, 'roles/storekeeper.yaml');
    // One line for all that is left to be written, not one for each.
    expect(found.map(({ code }) => code).sort()).toEqual(['lint/missing-section', 'lint/starter-text']);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);

    for (const locale of languages)
      for (const country of countries[locale]) {
        const line = `generate storekeeper --kind job-description --format html --locale ${locale} --jurisdiction ${country} --force`;
        const { code, err } = await here.tell(line);
        expect(code, err).toBe(0);
        const page = here.text(`out/storekeeper/job-description.${locale}.html`);
        expect(page.toLowerCase()).toContain(small(titles[locale]));
        expect(page.toLowerCase().split(mark[locale]).length).toBeGreaterThan(10);
      }
  });

  it('speaks the language of messages and writes that of the role', async () => {
    const here = world();
    await here.tell('new role x --locale nl', 'ru');
    expect(here.text('roles/x.yaml')).toMatch(/^department: "\[schrijf hier de afdeling\]" # Подразделение$/m);
  });

  it('has the languages of the project when nobody says', async () => {
    const here = world({ 'rolewright.yaml': 'schema: 2\nlanguages: [nl, ru]\n' });
    await here.tell('new role x');
    await here.tell('new person');
    expect([parse(here.text('roles/x.yaml')), parse(here.text('person.yaml'))]).toMatchObject([
      { languages: ['nl', 'ru'] },
      { language: 'nl' },
    ]);
  });

  it('makes the id of the title, and the title as it stands in a sentence', async () => {
    const here = world();
    expect((await here.tell(['new', 'role', '--title', 'Старший кладовщик'], 'ru')).out).toBe('roles/starshii-kladovshchik.yaml\n');
    expect(here.text('roles/starshii-kladovshchik.yaml')).toContain('\ntitle: "старший кладовщик" #');
    expect((await here.tell(['new', 'role', 'Кладовщик'], 'ru')).out).toBe('roles/kladovshchik.yaml\n');
    expect(here.text('roles/kladovshchik.yaml')).toContain('\nid: kladovshchik\n');
    expect(here.text('roles/kladovshchik.yaml')).toContain('\ntitle: "кладовщик" #');
    await here.tell(['new', 'role', '--title', 'HR manager', '--category', 'managers']);
    expect(here.text('roles/hr-manager.yaml')).toMatch(/^title: "HR manager" #.*\ncategory: managers #/m);
  });

  it('leaves a place for the titles of other languages, and takes each in its own', async () => {
    const here = world();
    await here.tell('new role x --locale nl,en --title clerk');
    expect(parse(here.text('roles/x.yaml'))).toMatchObject({
      languages: ['nl', 'en'],
      title: { en: 'clerk', nl: '[schrijf hier de functienaam]' },
    });
  });

  it('lies where the user says, and brings a schema only where its editor will find it', async () => {
    const here = world();
    expect((await here.tell('new role x --out drafts/x.yaml')).err).toContain('rolewright generate drafts/x.yaml');
    expect([...here.workspace.files.keys()]).toEqual(['drafts/x.yaml']);
    expect(here.text('drafts/x.yaml')).not.toContain('$schema');
    await here.tell('new role y');
    expect([...here.workspace.files.keys()].sort()).toEqual(['drafts/x.yaml', 'roles/y.yaml', 'schemas/role.schema.json']);
    await here.tell('new role x --out drafts/x.yaml --force');
    expect(here.text('drafts/x.yaml')).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/role\.schema\.json\n/);
  });
});

describe('new role --from', () => {
  const ids = (list: readonly { id: string }[] = []): string[] => list.map(({ id }) => id);

  test.each([
    // Its rights are those of Russian papers alone.
    ['office-manager', 'en'],
    // An overlay, which answers a question of its base.
    ['key-account-manager', 'ru,nl'],
  ])('takes the structure of %s along in %s, valid and without errors of lint', async (from, asked) => {
    const here = world();
    await here.tell(`new role clerk --from ${from} --locale ${asked} --title clerk`);
    const { role, diagnostics } = readRole(here.workspace, 'roles/clerk.yaml');
    expect(diagnostics).toEqual([]);
    expect((await lintCodes(here, 'roles/clerk.yaml')).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([role?.id, role?.version, role?.languages]).toEqual(['clerk', '1.0.0', asked.split(',')]);
    expect(role?.duties.length).toBeGreaterThan(3);
    expect(role?.onboarding?.stages.length).toBeGreaterThan(2);
    expect(role).not.toHaveProperty('procedures');
    // Sources, other names and forms were those of the other role.
    expect(here.text('roles/clerk.yaml')).not.toMatch(/^ *(sources?|core|titleForms|synonyms|evaluation):/m);
  });

  it('leaves to be written what the other position is for', async () => {
    const here = world();
    await here.tell('new role clerk --from office-manager');
    expect(parse(here.text('roles/clerk.yaml'))).toMatchObject({
      title: '[say here the title]',
      department: '[say here the department]',
      purpose: '[say here what the position is for]',
      category: 'managers',
    });
    expect(here.text('roles/clerk.yaml')).toContain('# Taken from the role “office-manager”, version 2.0.0');
  });

  it('takes the core of what is signed, or with --full all that the countries of the languages have', async () => {
    const here = world();
    await here.tell('new role short --from office-manager --locale nl');
    await here.tell('new role long --from office-manager --locale nl --full');
    const [short, long] = ['short', 'long'].map((id) => readRole(here.workspace, `roles/${id}.yaml`).role);
    expect(ids(long?.duties)).toEqual(expect.arrayContaining(ids(short?.duties)));
    expect(ids(long?.knowledge).length).toBeGreaterThan(ids(short?.knowledge).length);
    expect(long?.procedures?.length).toBeGreaterThan(0);
    expect(here.text('roles/long.yaml')).not.toContain('Российск');
  });

  it('asks for a language that the other role has', async () => {
    const here = world({ 'roles/a.yaml': '' });
    await here.tell('new role a --locale nl --force');
    const { code, err } = await here.tell('new role b --from a --locale en');
    expect([code, err]).toEqual([1, expect.stringContaining('language-not-in-role') as string]);
    expect((await here.tell('new role b --from a')).code).toBe(0);
    expect(parse(here.text('roles/b.yaml'))).toMatchObject({ languages: ['nl'] });
  });
});

describe('new overlay', () => {
  it('lies with the departments, changes nothing yet, and lists what is often changed', async () => {
    const here = world();
    const { code, out, err } = await here.tell(['new', 'overlay', 'account-manager', '--department', 'Оптовый отдел'], 'ru');
    expect([code, out]).toEqual([0, 'departments/optovyi-otdel.yaml\n']);
    expect(err).toContain('overlays: {account-manager: departments/optovyi-otdel.yaml}');
    const { role, diagnostics } = readRole(here.workspace, 'departments/optovyi-otdel.yaml');
    expect([role?.id, diagnostics.map((one) => one.code)]).toEqual(['account-manager-optovyi-otdel', ['overlay-changes-nothing']]);
    const outline = (text: string): number => text.split('\n').filter((line) => line.startsWith('##   ')).length;
    const short = outline(here.text('departments/optovyi-otdel.yaml'));
    await here.tell('new overlay account-manager --department retail --full');
    expect(outline(here.text('departments/retail.yaml'))).toBeGreaterThan(3 * short);
  });
});

describe.each(locales)('in %s', (language) => {
  it('starts a person, unknown or by name', async () => {
    const here = world();
    const names: Record<Locale, string> = { ru: 'Иванова Анна Петровна', en: 'Jane Hill', nl: 'Jan de Vries' };
    expect((await here.tell('new person', language)).out).toBe('person.yaml\n');
    const { out } = await here.tell(['new', 'person', '--name', names[language]], language);
    expect(out).toMatch(/^persons\/[a-z-]+\.yaml\n$/);
    expect(await here.tell(['validate', 'person.yaml', out.trim()])).toMatchObject({
      code: 0,
      err: expect.stringContaining('nothing wrong') as string,
    });
    const known = {
      ru: { last: 'Иванова', middle: 'Петровна' },
      en: { last: 'Hill', first: 'Jane' },
      nl: { last: 'Vries', particle: 'de' },
    };
    expect(parse(here.text(out.trim()))).toMatchObject({
      name: known[language],
      language,
      gender: language === 'ru' ? 'female' : 'unspecified',
    });
    expect(here.text('person.yaml').split('\n').length).toBeLessThanOrEqual(20);
  });

  it('starts an organisation of the country of the language', async () => {
    const here = world();
    await here.tell('new organisation', language);
    expect(await here.tell('validate organisation.yaml')).toMatchObject({
      code: 0,
      err: expect.stringContaining('nothing wrong') as string,
    });
    const found = await lintCodes(here, 'organisation.yaml');
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['lint/starter-text']));
    expect(parse(here.text('organisation.yaml'))).toMatchObject({ languages: [language], jurisdiction: countries[language][0] });
    expect(here.text('organisation.yaml').split('\n').length).toBeLessThanOrEqual(30);
  });

  it('starts a kind of document', async () => {
    const here = world(project);
    const { code, out } = await here.tell('new kind equipment', language);
    expect([code, out]).toEqual([0, 'kinds/equipment.yaml\ntemplates/equipment.hbs\n']);
    expect(await here.tell('validate kinds/equipment.yaml')).toMatchObject({
      code: 0,
      err: expect.stringContaining('nothing wrong') as string,
    });
    expect(parse(here.text('kinds/equipment.yaml'))).toMatchObject({
      name: { [language]: expect.stringContaining(mark[language]) as string },
    });
  });

  it('helps with each sort, in words of the language', async () => {
    const { out } = await world().tell('new --help', language);
    const other = { ru: 'работодатель', en: 'the employer', nl: 'de werkgever' };
    expect(out).toContain(other[language]);
    for (const sort of ['role', 'overlay', 'person', 'organisation', 'kind', 'template']) {
      const help = await world().tell(`new ${sort} --help`, language);
      expect([help.code, help.err]).toEqual([0, '']);
      expect(help.out).toMatch(new RegExp(`^  rolewright new ${sort}`, 'm'));
      expect(help.out).not.toMatch(/phrase-missing|new\.|options\./);
    }
  });
});

describe('new kind', () => {
  it('comes with a template that prints, whatever its title', async () => {
    const here = world(project);
    await here.tell(['new', 'kind', 'equipment', '--title', 'Q & A <x> {{y}}']);
    await here.tell('generate sales-manager --kind equipment --format html --locale nl');
    expect(here.text('out/sales-manager/equipment.nl.html')).toContain('Q &amp; A &lt;x');
  });
});

describe('new template', () => {
  it('takes ours along, as a country has it', async () => {
    const here = world(project);
    const { out } = await here.tell('new template job-description --from job-description --jurisdiction nl');
    expect(out).toBe('templates/nl/job-description.hbs\n');
    expect(here.text('templates/nl/job-description.hbs')).toContain('Functieomschrijving in het kort');
    expect((await here.tell('new template job-advert')).out).toBe('templates/job-advert.hbs\n');
    expect(here.text('templates/job-advert.hbs')).toContain('<title><line>Job advert</line>');
  });
});

describe('mistakes', () => {
  test.each<[string | string[], number, string, Record<string, string>?]>([
    ['new stuff', 2, 'There are: role, overlay, person, organisation, kind, template'],
    ['new rol', 2, 'Did you mean “role”?'],
    ['new role x --titel y', 2, 'Did you mean --title?'],
    ['new', 2, 'usage-no-command'],
    ['new role', 2, 'new-needs-id'],
    [['new', 'role', '--title', '部'], 2, 'new-needs-id'],
    ['new role Store_Keeper', 2, 'such as “store-keeper”'],
    ['new role ../x', 2, 'new-bad-id'],
    ['new role x --locale de', 2, 'unknown-option-value'],
    ['new role x --locale nl --title en:clerk', 2, 'unknown-option-value'],
    ['new role x --category boss', 2, 'unknown-option-value'],
    ['new role x --from nobody', 2, 'unknown-role'],
    ['new overlay sales-manager', 2, 'usage-missing-option'],
    ['new person x --gender male', 2, 'usage-unknown-option'],
    ['new organisation --jurisdiction xx', 2, 'unknown-option-value'],
    ['new kind x', 1, 'new-needs-project'],
    ['new template job-advert', 1, 'new-needs-project'],
    ['new template x', 2, 'unknown-option-value', project],
    ['new role x', 1, 'would-overwrite', { 'roles/x.yaml': 'mine' }],
    ['new kind x', 1, 'would-overwrite', { ...project, 'templates/x.hbs': 'mine' }],
  ])('%s', async (line, code, words, files = {}) => {
    const here = world(files);
    const told = await here.tell(line);
    expect([told.code, told.out]).toEqual([code, '']);
    expect(told.err).toContain(words);
    // Nothing is written, and nothing lost.
    expect([...here.workspace.files.keys()]).toEqual(Object.keys(files));
  });

  it('says when a role takes the place of one of ours', async () => {
    expect((await world().tell('new role sales-manager')).err).toContain('new-hides-ours');
  });
});

describe('texts of a starter', () => {
  it('are told of once for each file when papers are made', async () => {
    const here = world();
    for (const line of ['new role clerk', 'new person', 'new organisation']) await here.tell(line);
    const line = 'generate clerk --organisation organisation.yaml --person person.yaml --format html --dry-run --json';
    const { diagnostics } = JSON.parse((await here.tell(line)).out) as { diagnostics: { code: string; message: string }[] };
    const told = diagnostics.filter(({ code }) => code === 'starter-text-left').map(({ message }) => message);
    expect(told).toHaveLength(3);
    expect(told.join('\n')).toMatch(/the role “clerk” \(\d{2}\).*\n.*the organisation file \(2\).*\n.*the person file \(2\)/);
  });

  it('are told of once in a batch', async () => {
    const here = world({ 'people.csv': 'Name\nJane Hill\nTom Reed\n' });
    await here.tell('new role clerk');
    const { out } = await here.tell('batch people.csv --role clerk --format html --dry-run --json --jobs 1');
    expect(out.split('starter-text-left')).toHaveLength(2);
  });
});
