/** A batch as an HR team meets it: good rows go on, bad rows are told and can be mended, and what is there is not made twice. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssembler } from '../src/press/assemble.js';
import { createMaker } from '../src/desk/batch/maker.js';
import { openLedger } from '../src/output/ledger.js';
import { run } from '../src/cli/program.js';
import type { Terminal } from '../src/cli/terminal.js';
import { plainText } from '../src/document/reading.js';
import { openLibrary } from '../src/shelf/library.js';
import type { Person } from '../src/person/person.generated.js';
import { readRole } from '../src/desk/roles.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import { smallRoles } from './small-roles.js';
import { some } from './every.js';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function project(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-batch-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function rolewright(
  folder: string,
  argv: readonly string[],
  over: Partial<Terminal> = {},
): Promise<{ code: number; out: string; err: string }> {
  let [out, err, clock] = ['', '', 0];
  const code = await run({
    argv,
    environment: { LANG: 'en_GB.UTF-8' },
    errIsTerminal: false,
    workspace: openWorkspace(folder),
    folder,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    milliseconds: () => (clock += 10),
    ...over,
  });
  return { code, out, err };
}

/** Pages for the screen are the quickest to make. */
const quick = ['--kind', 'job-description', '--format', 'html'];

function filesIn(folder: string, path = ''): string[] {
  return readdirSync(join(folder, path))
    .sort()
    .flatMap((name) => {
      const inner = path === '' ? name : `${path}/${name}`;
      return statSync(join(folder, inner)).isDirectory() ? filesIn(folder, inner) : [inner];
    });
}

interface Manifest {
  files: { path: string; row: number; bytes: number; pages: number | null; sha256: string; fingerprint: string }[];
  failed: { file: string } | null;
}
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

const list = `Full name,Role,Department,Hire date,E-mail,Badge
Jane Smith,sales manager,Sales,2026-03-02,jane@example.com,=1+1
Secretperson,sales manager,Sales,2026-03-02,,
Tom Brown,HR manager,../../CON,2026-03-09,tom@example.com,
Jane Smith,HR manager,Sales,2026-03-02,jane@example.com,
Jane Smith,sales manager,Sales,2026-04-01,jane.s@example.com,
Secret Person,sales manager,Sales,32.01.2026,,-5
`;

describe('batch', () => {
  it('makes what it can, tells what it cannot, and makes the rest when the list of failures is mended', async () => {
    const folder = project({ 'people.csv': `\ufeff${list}` });
    const first = await rolewright(folder, ['batch', 'people.csv', ...quick]);
    expect(first.code, first.err).toBe(3);
    expect(new Set(filesIn(join(folder, 'out')))).toEqual(
      new Set([
        'Sales/Smith, Jane (2)/job-description.sales-manager.en.html',
        'Sales/Smith, Jane/job-description.hr-manager.en.html',
        'Sales/Smith, Jane/job-description.sales-manager.en.html',
        '_CON/Brown, Tom/job-description.hr-manager.en.html',
        'failed.csv',
        'manifest.json',
      ]),
    );
    expect(first.err).toContain('People: 4 made, 0 unchanged, 2 failed');
    expect(first.err).toContain('people.csv:3:1: error cell-name-unclear');
    expect(first.err).toContain('people.csv:7:4: error cell-not-date');

    const failed = readFileSync(join(folder, 'out/failed.csv'), 'utf8');
    expect(failed.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffFull name,Role,Department,Hire date,E-mail,Badge,What to mend',
      expect.stringMatching(/^Secretperson,sales manager,Sales,2026-03-02,,,"It cannot be told/),
    ]);
    expect(failed).toContain(",'-5,");
    writeFileSync(join(folder, 'out/failed.csv'), failed.replace('Secretperson', 'Ann Green').replace('32.01.2026', '2026-01-30'));
    const second = await rolewright(folder, ['batch', 'out/failed.csv', ...quick, '--resume']);
    expect(second.code, second.err).toBe(0);
    expect(manifestOf(join(folder, 'out')).files.map((file) => file.path)).toEqual(
      filesIn(join(folder, 'out'))
        .filter((path) => path.endsWith('.html'))
        .sort(),
    );
    expect(manifestOf(join(folder, 'out'))).toMatchObject({ failed: null });
  });

  it('writes the same bytes as generate, and a manifest that says what they are', async () => {
    const person = JSON.stringify({
      schema: 2,
      name: { last: 'Smith', first: 'Jane' },
      gender: 'female',
      personnelNumber: '7',
      hireDate: '2026-03-02',
    });
    const folder = project({ 'people.csv': 'Full name,Gender,Employee ID,Hire date\nJane Smith,f,7,2026-03-02\n', 'person.yaml': person });
    const options = ['--locale', 'en', '--kind', 'onboarding-checklist', '--format', 'docx,pdf,html'];
    const batch = await rolewright(folder, ['batch', 'people.csv', '--role', 'sales-manager', ...options]);
    expect(batch.code, batch.err).toBe(0);
    expect((await rolewright(folder, ['generate', 'sales-manager', '--person', 'person.yaml', '--out', 'one', ...options])).code).toBe(0);
    const { files } = manifestOf(join(folder, 'out'));
    expect(files.length).toBe(3);
    // The person’s paper is that of everybody, whatever file it stands in.
    const { papers } = JSON.parse((await rolewright(folder, ['resolve', 'sales-manager', '--locale', 'en', '--json'])).out) as {
      papers: { kind: string; fingerprint: string }[];
    };
    const paper = papers.find(({ kind }) => kind === 'onboarding-checklist');
    for (const { path, bytes, pages, fingerprint } of files) {
      const own = readFileSync(join(folder, 'out', path));
      const name = (path.split('/').at(-1) ?? '').replace('.sales-manager.', '.');
      expect(own.equals(readFileSync(join(folder, 'one/sales-manager', name))), name).toBe(true);
      expect(own.length).toBe(bytes);
      expect(pages !== null).toBe(path.endsWith('.pdf'));
      expect(fingerprint).toBe(paper?.fingerprint);
    }
  });

  it('measures each contract of the list by the law, and tells what the organisation’s brings once', async () => {
    const rows = ['Anna Jansen;bepaalde tijd;03-06-2027', 'Bram de Wit;onbepaalde tijd;', 'Cas Vos;;', 'Dirk Smit;;'];
    const folder = project({
      'people.csv': ['Naam;Contract;Einddatum contract;Datum in dienst', ...rows.map((row) => `${row};04-12-2026`), ''].join('\n'),
      'organisation.yaml':
        'schema: 2\nname: Noord\njurisdiction: nl\nlanguages: [nl]\ncontract: { kind: fixed-term, months: 12 }\nprobation: { months: 2 }\n',
    });
    const line = 'batch people.csv --role sales-manager --organisation organisation.yaml --kind onboarding-checklist --format html';
    const { code, err } = await rolewright(folder, line.split(' '));
    expect(code, err).toBe(0);
    const warned = [...err.matchAll(/people\.csv:(\d): warning probation-too-long\n.* \((none|1 month)\)\./g)].map(([, row, limit]) => [
      row,
      limit,
    ]);
    expect(warned).toEqual([
      ['2', 'none'],
      ['4', '1 month'],
    ]);
  });

  it('says nothing of a person unless asked', async () => {
    const russian = 'ФИО,Роль,Язык\nСкрытник Саша,sales-manager,ru\nТайнов Секрет Секретович,sales-manager,ru\nТайнов,sales-manager,ru\n';
    const folder = project({ ...smallRoles, 'people.csv': russian });
    const said = async (...more: string[]): Promise<string> => {
      const { out, err } = await rolewright(folder, [
        'batch',
        'people.csv',
        '--kind',
        'probation-review',
        '--format',
        'html',
        '--force',
        ...more,
      ]);
      return out + err;
    };
    for (const quiet of [await said(), await said('--json'), await said('--dry-run')]) {
      expect(quiet).toContain('row-name-forms');
      expect(quiet).not.toMatch(/Скрытник|Саш|Тайнов|Секрет/);
    }
    expect(await said('--verbose')).toMatch(/Скрытник[\s\S]*|Тайнов Секрет/);
    expect(readFileSync(join(folder, 'out/manifest.json'), 'utf8')).not.toMatch(/Скрытник|Саш/);
  });

  it('asks for the form of a name for papers that print it, and says that the gender is enough', async () => {
    const folder = project({ ...smallRoles, 'people.csv': 'ФИО,Роль,Язык\nКим А.,sales-manager,ru\n' });
    const made = await rolewright(folder, ['batch', 'people.csv', ...quick, '--lang', 'en']);
    expect(made.code, made.err).toBe(0);
    const review = ['--kind', 'probation-review', '--format', 'html', '--force', '--lang', 'en'];
    const asked = await rolewright(folder, ['batch', 'people.csv', ...review]);
    expect(asked.code, asked.err).toBe(3);
    expect(asked.err).toContain('Fill in the gender: that alone decides.');
    writeFileSync(join(folder, 'people.csv'), 'ФИО,Роль,Язык\nСалтыков-Щедрин М.Е.,sales-manager,ru\nХорошая Анна,sales-manager,ru\n');
    expect(await rolewright(folder, ['batch', 'people.csv', ...review])).toHaveProperty('code', 0);
    const papers = filesIn(join(folder, 'out')).filter((file) => file.endsWith('.html'));
    const printed = papers.map((file) => readFileSync(join(folder, 'out', file), 'utf8')).join('');
    for (const form of ['Салтыкова-Щедрина', 'Хорошей Анны']) expect(printed).toContain(form);
  });

  it('makes nothing twice, and again what has changed', async () => {
    const folder = project({
      ...smallRoles,
      'people.csv': 'Full name,Role,Employee ID,Department\nJane Smith,sales-manager,1,Sales\nTom Brown,sales-manager,2,Sales\n',
    });
    const batch = (...more: string[]) => rolewright(folder, ['batch', 'people.csv', ...quick, ...more]);
    await batch();
    const refused = await batch();
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('batch-out-used')]);
    const before = statSync(join(folder, 'out/Sales/Brown, Tom 2/job-description.sales-manager.en.html')).mtimeMs;
    expect((await batch('--resume')).err).toContain('0 made, 2 unchanged');
    rmSync(join(folder, 'out/Sales/Smith, Jane 1/job-description.sales-manager.en.html'));
    expect((await batch('--resume')).err).toContain('1 made, 1 unchanged');
    writeFileSync(
      join(folder, 'people.csv'),
      'Full name,Role,Employee ID,Department\nNew Person,sales-manager,3,Sales\nJane Smith,hr-manager,1,Sales\nTom Brown,sales-manager,2,Sales\n',
    );
    expect((await batch('--resume')).err).toContain('2 made, 1 unchanged');
    expect(
      manifestOf(join(folder, 'out')).files.map(({ path, row }) => [path.replace('Sales/', '').replace('job-description.', ''), row]),
    ).toEqual([
      ['Brown, Tom 2/sales-manager.en.html', 4],
      ['Person, New 3/sales-manager.en.html', 2],
      ['Smith, Jane 1/hr-manager.en.html', 3],
      ['Smith, Jane 1/sales-manager.en.html', 2],
    ]);
    expect(statSync(join(folder, 'out/Sales/Brown, Tom 2/job-description.sales-manager.en.html')).mtimeMs).toBe(before);
    expect((await batch('--resume', '--date', '2026-12-01')).err).toContain('3 made, 0 unchanged');
  });

  it('tells of papers that the list no longer gives, and leaves them', async () => {
    const list = (jane: string): string => `Full name,Role,Employee ID,Department\n${jane}Tom Brown,sales-manager,2,Sales\n`;
    const folder = project({ ...smallRoles, 'people.csv': list('Jane Smith,sales-manager,1,Sales\n') });
    const batch = (...more: string[]) => rolewright(folder, ['batch', 'people.csv', ...quick, ...more]);
    expect((await batch()).err).not.toContain('batch-left-behind');
    const [named, old] = [join(folder, 'out/left-behind.txt'), 'Sales/Smith, Jane 1/job-description.sales-manager.en.html'];
    for (const jane of ['Jane Smith,hr-manager,1,Sales\n', 'Jane Miller,sales-manager,1,Buying\n', '']) {
      writeFileSync(join(folder, 'people.csv'), list(jane));
      expect((await batch('--resume')).err, jane).toContain('batch-left-behind');
      expect(readFileSync(named, 'utf8').split('\n')).toContain(old);
    }
    // Whose papers a row that fails would have been is not known.
    writeFileSync(join(folder, 'people.csv'), list('Jane Smith,nobody,1,Sales\n'));
    expect((await batch('--resume')).err).not.toContain('batch-left-behind');
    expect(existsSync(join(folder, 'out', old))).toBe(true);
    expect(existsSync(named)).toBe(false);
  });

  it('leaves alone what others made or changed', async () => {
    const folder = project({
      ...smallRoles,
      'people.csv': 'Full name,Role\nJane Smith,sales-manager\n',
      'out/No department/Smith, Jane/job-description.sales-manager.en.html': 'mine',
    });
    const file = join(folder, 'out/No department/Smith, Jane/job-description.sales-manager.en.html');
    const batch = (...more: string[]) => rolewright(folder, ['batch', 'people.csv', ...quick, ...more]);
    expect((await batch()).err).toContain('row-file-there');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await batch('--force')).code).toBe(0);
    writeFileSync(file, 'edited by hand');
    const kept = await batch('--resume');
    expect([kept.code, kept.err]).toEqual([0, expect.stringContaining('warning row-file-changed')]);
    expect((await batch('--resume', '--date', '2026-12-01')).code).toBe(3);
    expect(readFileSync(file, 'utf8')).toBe('edited by hand');
  });

  it('stops at Ctrl-C with 130, and goes on from there', async () => {
    const names = ['Ann', 'Bob', 'Cid', 'Dan', 'Eve', 'Fay'].map((name) => `${name} Smith,sales-manager`);
    const folder = project({ ...smallRoles, 'people.csv': ['Full name,Role', ...names].join('\n') });
    const asked = new AbortController();
    let rows = 0;
    const out = (text: string): void => {
      if (text.includes('"event":"row"') && (rows += 1) === 2) asked.abort();
    };
    const stopped = await rolewright(folder, ['batch', 'people.csv', ...quick, '--json'], {
      out,
      interruption: () => ({ signal: asked.signal, end: () => {} }),
    });
    expect(stopped.code).toBe(130);
    expect(existsSync(join(folder, 'out/manifest.json'))).toBe(false);
    const made = filesIn(join(folder, 'out')).filter((path) => path.endsWith('.html')).length;
    expect(made).toBeGreaterThanOrEqual(2);
    expect(made).toBeLessThan(6);
    expect((await rolewright(folder, ['batch', 'people.csv', ...quick])).err).toContain('batch-unfinished');
    expect((await rolewright(folder, ['batch', 'people.csv', ...quick, '--resume'])).err).toContain(`${6 - made} made, ${made} unchanged`);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['No department', 'manifest.json']);
  });

  it('ends when the folder is gone, without making it again', async () => {
    const folder = project({ ...smallRoles, 'people.csv': 'Full name,Role\nAnn Smith,sales-manager\nBob Smith,sales-manager\n' });
    const out = (text: string): void => {
      if (text.includes('"event":"row"')) rmSync(join(folder, 'out'), { recursive: true });
    };
    expect((await rolewright(folder, ['batch', 'people.csv', ...quick, '--json'], { out })).code).toBe(1);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('takes a cut line of the journal for one that is not there', async () => {
    const folder = project({ ...smallRoles, 'people.csv': 'Full name,Role\nAnn Smith,sales-manager\nBob Smith,sales-manager\n' });
    await rolewright(folder, ['batch', 'people.csv', ...quick]);
    const lines = readFileSync(join(folder, 'out/manifest.json'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{"path"'))
      .map((line) => line.replace(/,$/, ''));
    rmSync(join(folder, 'out/manifest.json'));
    mkdirSync(join(folder, 'out/.rolewright'));
    writeFileSync(
      join(folder, 'out/.rolewright/journal.jsonl'),
      `{"begun":"No department/Smith, Bob"}\n${lines[0]}\n${(lines[1] ?? '').slice(0, 40)}`,
    );
    const { err } = await rolewright(folder, ['batch', 'people.csv', ...quick, '--resume']);
    expect(err).toContain('1 made, 1 unchanged');
    expect(manifestOf(join(folder, 'out')).files).toHaveLength(2);
  });

  it('is done by one run at a time', () => {
    const folder = project({ 'out/.rolewright/running': String(process.ppid) });
    expect(() => openLedger(join(folder, 'out'), { shown: 'out', goOn: true })).toThrow(/batch-running/);
  });

  it('packs everything into an archive when asked, the same each time', async () => {
    const folder = project({ ...smallRoles, 'people.csv': 'ФИО,Роль\nИванова Анна Петровна,sales-manager\n' });
    const batch = async (...more: string[]): Promise<Buffer> => {
      expect((await rolewright(folder, ['batch', 'people.csv', ...quick, '--zip', '--transliterate', ...more])).code).toBe(0);
      return readFileSync(join(folder, 'out/documents.zip'));
    };
    const [first, second] = [await batch(), await batch('--force')];
    expect(first.equals(second)).toBe(true);
    expect(Object.keys(unzipSync(first))).toEqual(['Bez otdela/Ivanova Anna Petrovna/job-description.sales-manager.ru.html']);
  });

  it('takes the version that a department has of a role', async () => {
    const folder = project({
      'people.csv': 'Full name,Role,Department\nJane Smith,sales manager,Abroad\nTom Brown,sales manager,Home\n',
      'organisation.yaml':
        'schema: 2\nname: x\njurisdiction: gb\nlanguages: [en]\ndepartments:\n  - { id: export, name: Abroad, overlays: { sales-manager: export.yaml } }\n  - { id: home, name: Home }\n',
      'export.yaml': `schema: 2\nextends: sales-manager\nbase: { version: ${/version: (.*)/.exec(readFileSync('roles/sales-manager.yaml', 'utf8'))?.[1]} }\nid: export-manager\nversion: 1.0.0\ntitle: { ru: менеджер по экспорту, en: export manager, nl: exportmanager }\n`,
    });
    const { code, err } = await rolewright(folder, ['batch', 'people.csv', '--organisation', 'organisation.yaml', ...quick]);
    expect(code, err).toBe(0);
    expect(manifestOf(join(folder, 'out')).files.map(({ path }) => path)).toEqual([
      'Abroad/Smith, Jane/job-description.export-manager.en.html',
      'Home/Brown, Tom/job-description.sales-manager.en.html',
    ]);
    expect(readFileSync(join(folder, 'out/Abroad/Smith, Jane/job-description.export-manager.en.html'), 'utf8')).toContain('xport manager');
  });

  it('makes one order for all roles of the list, and one list for all who hold a role', async () => {
    const people = 'ФИО,Роль\nИванова Анна,sales-manager\nПетров Пётр,hr-manager\nСидорова Вера,sales-manager\n';
    const folder = project({ 'people.csv': people });
    const kinds = ['--kind', 'approval-order,acquaintance-list', '--format', 'html', '--locale', 'ru'];
    expect((await rolewright(folder, ['batch', 'people.csv', ...kinds])).code).toBe(0);
    const read = (name: string): string =>
      readFileSync(join(folder, 'out', name), 'utf8')
        .replaceAll('\u00a0', ' ')
        .replaceAll('\u00ad', '');
    const order = read('approval-order.ru.html');
    expect([order.includes('менеджера по продажам'), order.includes('менеджера по персоналу')]).toEqual([true, true]);
    const holders = read('acquaintance-list.sales-manager.ru.html');
    expect(['Иванова', 'Петров', 'Сидорова'].filter((name) => holders.includes(name))).toEqual(['Иванова', 'Сидорова']);
    expect(filesIn(join(folder, 'out')).filter((path) => path.endsWith('.html')).length).toBe(3);
  });

  it('is wrong usage without a list, with two kinds of nonsense', async () => {
    const folder = project();
    for (const line of [
      ['batch'],
      ['batch', 'x.csv', '--jobs', 'many'],
      ['batch', 'x.csv', '--encoding', 'latin'],
      ['batch', 'x.csv', '--role', 'no-such-role'],
      ['batch', '--example', '--out', 'x.doc'],
    ])
      expect((await rolewright(folder, line)).code, line.join(' ')).toBe(2);
    expect((await rolewright(folder, ['batch', 'nowhere.csv'])).code).toBe(1);
  });
});

describe('a person whose document meets a fault', () => {
  it('does not stop the others', async () => {
    const maker = await createMaker(
      {
        roles: {},
        organisation: null,
        logo: null,
        date: null,
        fingerprint: false,
        profile: '2a',
        flat: false,
        reference: null,
        language: 'en',
        project: null,
        shelf: null,
        out: null,
      },
      'test',
      openLibrary(packageWorkspace()),
    );
    const made = await maker.make({
      row: 2,
      role: 'none',
      person: { name: { last: 'x' } },
      folder: 'a/b',
      orders: [{ kind: 'job-description', locale: 'en', jurisdiction: 'gb', format: 'html', name: 'x' }],
    });
    expect(made).toMatchObject({ documents: [], hopeless: false, problems: [{ code: 'row-fault' }] });
  });
});

describe('a column of one’s own', () => {
  it('is there for templates, and empty for those who have none', () => {
    const library = openLibrary(packageWorkspace());
    const text =
      '<document title="t" subject="s"><p>[{{custom.номер_пропуска}}][{{custom.none}}]{{#if custom.gone}}x{{/if}}</p></document>';
    const { assemble } = createAssembler(
      (name) =>
        name === 'job-description' ? { file: 'own.hbs', text } : name.endsWith('/job-description') ? null : library.template(name),
      library,
    );
    const { role } = readRole(packageWorkspace(), 'roles/sales-manager.yaml');
    if (!role) throw new Error('no role');
    const printed = (person: Person | null): string => {
      const { blocks } = assemble({
        role,
        kind: 'job-description',
        locale: 'en',
        jurisdiction: library.jurisdiction('gb'),
        theme: library.theme('uk'),
        organisation: null,
        person,
        logo: null,
        date: null,
      });
      return plainText(blocks.flatMap((block) => ('content' in block ? block.content : [])));
    };
    expect(printed({ name: { last: 'x' }, custom: { номер_пропуска: '<b>12' } })).toBe('[<b>12][]');
    expect(printed(null)).toBe('[][]');
  });
});

describe('the sample list', () => {
  for (const lang of some(['en', 'ru', 'nl']))
    it(`in ${lang} runs clean, as CSV and as a spreadsheet`, async () => {
      const folder = project();
      for (const [file, kinds] of [
        ['people.csv', lang === 'ru' ? 'all' : 'job-description,onboarding-checklist'],
        ['people.xlsx', 'job-description'],
      ] as const) {
        expect((await rolewright(folder, ['batch', '--example', '--lang', lang, '--out', file])).out).toBe(`${file}\n`);
        const { code, err } = await rolewright(folder, [
          'batch',
          file,
          '--kind',
          kinds,
          '--format',
          'html',
          '--out',
          file.replace('.', '-'),
          '--lang',
          lang,
        ]);
        expect(code, err).toBe(0);
        expect(err).not.toMatch(/warning|note|предупреждение|примечание|waarschuwing|opmerking/);
      }
      const made = (name: string): string[] =>
        manifestOf(join(folder, name))
          .files.filter(({ path }) => path.includes('/job-description.'))
          .map(({ path, sha256 }) => `${path} ${sha256}`);
      expect(manifestOf(join(folder, 'people-csv')).files.length).toBeGreaterThan(lang === 'ru' ? 15 : 9);
      expect(made('people-xlsx')).toHaveLength(5);
      expect(made('people-csv')).toEqual(made('people-xlsx'));
    });
});

describe('a manifest that somebody forged', () => {
  it.each([
    ['{"path":"../../etc/passwd","bytes":1}'],
    ['{"path":"/etc/passwd","bytes":1}'],
    ['{"path":"a/../../b","bytes":1}'],
    ['"failed": {"file":"../people.csv","sha256":""}'],
    ['{"path":'],
  ])('with %s is refused', (line) => {
    const folder = project({ 'out/manifest.json': `{\n"files": [\n${line}\n]}\n` });
    expect(() => openLedger(join(folder, 'out'), { shown: 'out', goOn: true })).toThrow(/batch-manifest-damaged/);
  });
});
