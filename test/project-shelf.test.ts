/** A project brings a kind of document, a partial, words, a look and a country of its own, without any code. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { projectFolder } from '../src/workspace/project-folder.js';
import { openParts } from './opened-docx.js';
import { smallRoles } from './small-roles.js';
import { command } from './command.js';
import type { Told } from './command.js';

const own = packageWorkspace();
const corpus = new URL('corpus/project/', import.meta.url).pathname;

/** A land that is nowhere, with the law of the Netherlands. */
const country = own
  .readText('jurisdictions/nl.yaml')
  .replace(/^id: nl$/m, 'id: zz')
  .replace(/^layout: nl$/m, 'layout: zz');
const files: Record<string, string> = {
  ...smallRoles,
  ...Object.fromEntries(
    readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.\w+$/.test(path))
      .map((path) => [path, readFileSync(join(corpus, path), 'utf8')]),
  ),
  'jurisdictions/zz.yaml': country,
  'themes/zz.yaml': own.readText('themes/nl.yaml').replace(/^id: nl$/m, 'id: zz'),
};

/** The project without its country. */
const abroad = { 'jurisdictions/zz.yaml': null, 'themes/zz.yaml': null, 'rolewright.yaml': 'schema: 2\n' };

interface Made extends Told {
  made: Map<string, Uint8Array>;
}

async function rolewright(line: string, over: Record<string, string | null> = {}, project?: string): Promise<Made> {
  const given = Object.entries({ ...files, ...over }).filter((entry): entry is [string, string] => entry[1] !== null);
  const workspace = memoryWorkspace(Object.fromEntries(given));
  const told = await command(line, { workspace, ...(project !== undefined && { project }) });
  return { ...told, made: new Map([...workspace.files].filter(([path]) => !given.some(([one]) => one === path))) };
}

const wordsOf = (bytes: Uint8Array | undefined): string =>
  [
    ...openParts(bytes ?? new Uint8Array())
      .source('word/document.xml')
      .matchAll(/<w:t[^>]*>([^<]*)/g),
  ]
    .map(([, text]) => text)
    .join('')
    .replaceAll('\u00a0', ' ');

describe('a kind of one’s own', () => {
  it.each(['ru', 'nl', 'gb', 'us', 'zz'])('is made in three languages for %s', async (law) => {
    const { code, err, made } = await rolewright(`generate sales-manager --kind notice --jurisdiction ${law} --format docx`);
    expect(code, err).toBe(0);
    expect([...made.keys()].sort()).toEqual([
      'out/sales-manager/Bericht.nl.docx',
      'out/sales-manager/Notice.en.docx',
      'out/sales-manager/Извещение.ru.docx',
    ]);
    expect(wordsOf(made.get('out/sales-manager/Notice.en.docx'))).toContain('Notice of a post: purchasing manager');
    expect(wordsOf(made.get('out/sales-manager/Извещение.ru.docx'))).toContain('О чём работа');
  });

  it('is listed with its file, and is a paper that people sign', async () => {
    expect((await rolewright('list kinds --origin --lang nl')).out).toContain(
      'notice                   bericht over een functie  (kinds/notice.yaml)\n',
    );
    const { papers } = JSON.parse((await rolewright('resolve sales-manager --locale en --json')).out) as {
      papers: { kind: string; jurisdiction: string }[];
    };
    expect(papers.filter(({ kind }) => kind === 'notice').map(({ jurisdiction }) => jurisdiction)).toEqual(['gb']);
  });

  it('prints what only some people have, as text', async () => {
    const person = { schema: 2, name: { last: 'Lee', first: 'Ann' }, custom: { badge: '<b>7</b> {{role.id}}' } };
    const line = 'generate sales-manager --kind notice --locale en --jurisdiction gb --format docx --person person.yaml';
    const { made, err } = await rolewright(line, { 'person.yaml': JSON.stringify(person) });
    expect(wordsOf(made.get('out/sales-manager/Notice.en.docx')), err).toContain('Badge: &lt;b&gt;7&lt;/b&gt; {{role.id}}');
    expect(
      wordsOf(
        (await rolewright(line, { 'person.yaml': '{ schema: 2, name: { last: Lee, first: Ann } }' })).made.get(
          'out/sales-manager/Notice.en.docx',
        ),
      ),
    ).not.toContain('Badge');
  });

  it('needs no code of ours', async () => {
    const { code, err } = await rolewright('validate --lang en');
    expect(err).toContain('nothing wrong');
    expect(code).toBe(0);
  });
});

describe('a batch with a kind of one’s own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-own-kind-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const batch = async (): Promise<string> => {
    const { code, err } = await command(
      'batch people.csv --role sales-manager --kind notice --locale en --jurisdiction zz --format docx --jobs 1 --resume',
      { workspace: openWorkspace(folder), folder },
    );
    expect(code, err).toBe(0);
    return err;
  };

  it('takes a column of the list, and makes anew what the template says otherwise', async () => {
    for (const [path, text] of Object.entries(files)) write(path, text);
    write('people.csv', 'Full name,Badge\nAnn Lee,A-7\nBob Ray,\n');
    expect(await batch()).toContain('2 made, 0 unchanged');
    const printed = (name: string): string => wordsOf(readFileSync(join(folder, `out/No department/${name}/Notice.sales-manager.en.docx`)));
    expect([printed('Lee, Ann'), printed('Ray, Bob')].map((words) => /Badge: \S+/.exec(words)?.[0])).toEqual(['Badge: A-7', undefined]);
    expect(await batch()).toContain('0 made, 2 unchanged');
    write('templates/partials/badge.hbs', '<p>{{phrase "notice.what"}}</p>');
    expect(await batch()).toContain('2 made, 0 unchanged');
    expect(printed('Ray, Bob')).toMatch(/What the work is about$/);
  });
});

describe('what a project has', () => {
  it('comes before ours, file by file, word by word', async () => {
    const title =
      '<document title="x" subject="y"><title><line>{{phrase "own.greeting"}}: {{phrase "checklist.closed-manager"}}</line></title></document>';
    const before = await rolewright('generate sales-manager --kind job-description --locale en --jurisdiction gb --format docx');
    const after = await rolewright('generate sales-manager --kind job-description --locale en --jurisdiction gb --format docx', {
      'templates/job-description.hbs': title,
      'locales/en.yaml': `${files['locales/en.yaml'] ?? ''}  own: { greeting: Hello }\n`,
    });
    const words = ({ made }: Made): string => wordsOf(made.get('out/sales-manager/job-description.en.docx'));
    expect(after.err).toContain('1 file');
    expect(words(after)).toMatch(/^Hello: \S/);
    expect(words(before)).not.toContain('Hello');
    expect((await rolewright('list templates --origin', { 'templates/job-description.hbs': title })).out).toMatch(
      /^job-description +\(templates\/job-description\.hbs, in place of ours\)$/m,
    );
  });

  it('lies in the folder of the project, wherever below it somebody works', async () => {
    const below = Object.fromEntries(Object.entries(files).map(([path, text]) => [`../${path}`, text]));
    const nothing = Object.fromEntries(Object.keys(files).map((path) => [path, null]));
    const { code, err, made } = await rolewright(
      'generate sales-manager --kind notice --locale en --format html',
      { ...nothing, ...below },
      '..',
    );
    expect(code, err).toBe(0);
    expect([...made.keys()]).toEqual(['out/sales-manager/Notice.en.html']);
    expect((await rolewright('list kinds --origin', { ...nothing, ...below }, '..')).out).toContain('(../kinds/notice.yaml)');
  });

  it('counts only in a project', async () => {
    const { code, err } = await rolewright('generate sales-manager --kind notice', { 'rolewright.yaml': null });
    expect([code, err]).toEqual([2, expect.stringContaining('unknown-option-value')]);
    expect(err).toContain('project-folders-unused');
  });

  it('gives editors its countries and looks', async () => {
    const { out } = await rolewright('schema organisation');
    const { definitions } = JSON.parse(out) as { definitions: Record<string, { enum: string[] }> };
    expect(definitions.jurisdiction?.enum).toEqual(['ru', 'nl', 'gb', 'us', 'zz']);
    expect(definitions.layout?.enum).toContain('zz');
  });
});

describe('a mistake in a project is shown at its place, by validate and by generate', () => {
  const broken = (path: string, from: string | RegExp, to: string): Record<string, string> => ({
    [path]: (files[path] ?? '').replace(from, to),
  });
  it.each<[string, Record<string, string | null>, string]>([
    ['a key that no kind has', broken('kinds/notice.yaml', /$/, 'colour: red\n'), 'kinds/notice.yaml:7:1: error unknown-key'],
    ['a value that no kind has', broken('kinds/notice.yaml', 'for: post', 'for: everybody'), 'kinds/notice.yaml:5:6: error not-one-of'],
    [
      'another name than its file',
      broken('kinds/notice.yaml', 'id: notice', 'id: notise'),
      'kinds/notice.yaml:2:5: error shelf-name-differs',
    ],
    [
      'a calendar of nothing',
      broken('kinds/notice.yaml', /$/, 'formats: [docx, ics]\n'),
      'kinds/notice.yaml:7:17: error format-without-content',
    ],
    [
      'a country that there is not',
      broken('kinds/notice.yaml', /$/, 'jurisdictions: [zy]\n'),
      'kinds/notice.yaml:7:17: error broken-reference',
    ],
    ['a template that is empty', { 'templates/notice.hbs': '' }, 'templates/notice.hbs: error template-not-well-formed'],
    ['words behind the document', broken('templates/notice.hbs', /$/, 'more'), 'templates/notice.hbs: error template-not-well-formed'],
    ['files that no system can keep', broken('kinds/notice.yaml', /^file:.*$/m, 'file: CON'), 'kinds/notice.yaml:4:7: error bad-file-name'],
    [
      'a title without words',
      broken('locales/en.yaml', /title: .*/, "title: ''"),
      'templates/notice.hbs:1:1: error template-missing-attribute',
    ],
    [
      'a name that is a set’s',
      { 'kinds/usual.yaml': 'schema: 2\nid: usual\nname: { en: x }\nfor: post\n' },
      'kinds/usual.yaml:2:5: error kind-name-taken',
    ],
    [
      'files that are another kind’s',
      { 'kinds/own.yaml': 'schema: 2\nid: own\nname: { en: x }\nfor: post\nfile: Job-Description\n' },
      'kinds/own.yaml: error kind-file-taken',
    ],
    [
      'a section that does not end',
      broken('templates/notice.hbs', '</section>', ''),
      'templates/notice.hbs:3:3: error template-not-well-formed',
    ],
    [
      'a value that there is not',
      broken('templates/notice.hbs', 'role.purpose', 'role.purpos'),
      'templates/notice.hbs:4:37: error template-missing-value',
    ],
    ['a partial that there is not', { 'templates/partials/badge.hbs': null }, 'templates/notice.hbs:6:3: error template-missing'],
    [
      'a partial that never ends',
      broken('templates/partials/badge.hbs', /^/, '{{> badge}}'),
      'templates/partials/badge.hbs:1:1: error template-endless',
    ],
    [
      'a reach for the machinery',
      broken('templates/partials/badge.hbs', /^/, '{{constructor}}'),
      'templates/partials/badge.hbs:1:3: error template-missing-value',
    ],
    ['a brace that is not closed', broken('locales/en.yaml', '{title}', '{title'), 'locales/en.yaml:3:12: error phrase-not-icu'],
    ['a phrase that is not there', broken('locales/en.yaml', / +what:.*\n/, ''), 'templates/notice.hbs:3:43: error phrase-missing'],
    [
      'a look that there is not',
      broken('jurisdictions/zz.yaml', 'layout: zz', 'layout: zx'),
      'jurisdictions/zz.yaml:4:9: error broken-reference',
    ],
    ['a page without its size', broken('themes/zz.yaml', /^page:/m, 'pagina:'), 'themes/zz.yaml:2:1: error missing-key'],
  ])('%s', async (_, changed, place) => {
    // Every paper of a country of one's own is tried out: only mistakes in the country itself need that.
    const isOfCountry = /^(?:jurisdictions|themes)\/zz\.yaml$/.test(Object.keys(changed)[0] ?? '');
    const over = isOfCountry ? changed : { ...abroad, ...changed };
    const law = isOfCountry ? 'zz' : 'nl';
    const validated = await rolewright('validate', over);
    expect(validated.err).toContain(`${place}\n`);
    expect(validated.code).toBe(3);
    const made = await rolewright(`generate sales-manager --kind notice --locale en --jurisdiction ${law} --format docx`, over);
    expect(made.err).toContain(`${place}\n`);
    expect([1, 2]).toContain(made.code);
    expect(made.made.size).toBe(0);
  });

  it('a template that nothing calls is looked at all the same, and what nothing uses is named', async () => {
    const over = { 'templates/partials/unused.hbs': '{{#if x}}', 'templates/notise.hbs': '<document/>', 'kinds/other.yml': 'id: other\n' };
    const { err, code } = await rolewright('validate', over);
    expect(code).toBe(3);
    expect(err).toContain('templates/partials/unused.hbs:1:1: error template-syntax\n');
    expect(err).toContain('templates/notise.hbs: warning shelf-file-unused\n');
    expect(err).toContain('kinds/other.yml: warning shelf-file-unused\n');
  });

  it.each([
    ['a partial', 'templates/partials/open-entries.hbs'],
    ['a template', 'templates/probation-review.hbs'],
    ['a template of a country', 'templates/nl/job-description.hbs'],
  ])('%s in place of ours is tried out with papers of ours', async (_, path) => {
    const { err } = await rolewright('validate', { [path]: '{{nowhere}}' });
    expect(err).toContain(`${path}:1:3: error template-missing-value\n`);
  });

  it('a kind without a template is told at the kind', async () => {
    expect((await rolewright('validate', { 'templates/notice.hbs': null })).err).toContain('kinds/notice.yaml: error template-missing\n');
  });

  it('a country that there is not, wherever one is named', async () => {
    expect((await rolewright('validate', { 'rolewright.yaml': 'schema: 2\njurisdiction: zy\n' })).err).toContain(
      'rolewright.yaml:2:15: error not-one-of\n',
    );
    const organisation = 'schema: 2\nname: Northwind\njurisdiction: zy\nlanguages: [en]\n';
    expect((await rolewright('validate organisation.yaml', { 'organisation.yaml': organisation })).err).toContain(
      'organisation.yaml:3:15: error not-one-of\n',
    );
  });
});

describe('the folder of a project', () => {
  const place = mkdtempSync(join(tmpdir(), 'rolewright-project-'));
  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });
  const write = (path: string): void => {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), '');
    utimesSync(join(place, path), 0, 0);
  };
  const find = (
    from: string,
    { owner = process.getuid?.() ?? null, home = place }: { owner?: number | null; home?: string } = {},
  ): string | null => projectFolder(join(place, from), { file: 'rolewright.yaml', home, owner });
  for (const path of ['rolewright.yaml', 'a/b/x', 'repo/.git/x', 'repo/deep/x', 'firm/rolewright.yaml', 'firm/roles/x']) write(path);

  it.each([
    ['firm', '.'],
    ['firm/roles', '..'],
    ['a/b', '../..'],
    ['.', '.'],
    // The repository ends above.
    ['repo/deep', null],
    ['repo', null],
  ])('%s works in %s', (from, folder) => {
    expect(find(from)).toBe(folder);
  });

  it('is never above the home folder', () => {
    expect(find('a/b', { home: join(place, 'a') })).toBeNull();
  });

  it('is none where nobody may look, and for a user without a home', () => {
    // A file where a folder should be is as little to be looked into.
    expect(projectFolder(join(place, 'rolewright.yaml', 'x'), { file: 'rolewright.yaml', home: null, owner: 987_654 })).toBeNull();
  });

  it('is never that of somebody else, unless one works in it', () => {
    expect(find('a/b', { owner: 987_654 })).toBeNull();
    expect(find('firm', { owner: 987_654 })).toBe('.');
  });

  it('holds no files of elsewhere', async () => {
    const folder = join(place, 'firm');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const path of [
      'templates/notice.hbs',
      'kinds/notice.yaml',
      'themes/zz.yaml',
      'jurisdictions/zz.yaml',
      'locales/en.yaml',
      'roles/sales-manager.yaml',
    ]) {
      const elsewhere = join(place, `elsewhere-${path.replace('/', '-')}`);
      writeFileSync(elsewhere, files[path] ?? '');
      rmSync(join(folder, path));
      symlinkSync(elsewhere, join(folder, path));
      const { code, err } = await command('generate sales-manager --kind notice --jurisdiction zz --locale en --dry-run', {
        workspace: openWorkspace(folder),
      });
      expect(code, path).not.toBe(0);
      expect(err).toContain(`${path}: error project-file-outside\n`);
      rmSync(join(folder, path));
      writeFileSync(join(folder, path), files[path] ?? '');
    }
  });
});
