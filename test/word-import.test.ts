/** The descriptions that people have as Word files: with one command they are a project, and nothing of them is lost. */
import { strToU8, zipSync } from 'fflate';
import { parse, stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { locales } from '../src/document/document.js';
import { readRole } from '../src/desk/roles.js';
import type { Role } from '../src/role/role.generated.js';
import type { Converter } from '../src/workspace/office-suite.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { wordFile } from './word-files.js';
import { roleWith } from './sample-role.js';

interface Answer {
  code: number;
  out: string;
  err: string;
}

async function tell(
  workspace: ReturnType<typeof memoryWorkspace>,
  line: readonly string[],
  language = 'en',
  convert?: Converter,
): Promise<Answer> {
  let [out, err] = ['', ''];
  const code = await run({
    argv: [...line, '--lang', language],
    environment: {},
    errIsTerminal: false,
    workspace,
    ...(convert && { convert }),
    milliseconds: () => 0,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { code, out, err };
}

/** Our own papers, as somebody else would send them: by name, without a role. */
async function papers(
  asked: Record<string, readonly [role: string, locale: string, ...country: string[]]>,
): Promise<Record<string, Uint8Array>> {
  const made: Record<string, Uint8Array> = {};
  for (const [file, [role, locale, ...country]] of Object.entries(asked)) {
    const workspace = memoryWorkspace({});
    await tell(workspace, ['generate', role, '--kind', 'job-description', '--format', 'docx', '--locale', locale, ...country]);
    made[file] = [...workspace.files].find(([path]) => path.endsWith('.docx'))?.[1] ?? new Uint8Array();
  }
  return made;
}

const files = await papers({
  'old/ДИ менеджера.docx': ['sales-manager', 'ru'],
  'old/sub/Sales executive.docx': ['sales-manager', 'en'],
  'old/functie v3.docx': ['office-manager', 'nl'],
});
/** A short description, where it matters how files are taken and not what is in them: a paper of ours takes ten times as long. */
const short = (title: string): Uint8Array =>
  wordFile({
    document: [
      'Job description',
      `Job title: ${title}`,
      'Duties',
      '1. To check all deliveries & report shortages.',
      '2. Keep stock records.',
      'Curios',
      'Oysters glitter greenly.',
    ]
      .map((text) => `<w:p><w:r>${/^[DC]/.test(text) ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t>${text.replace('&', '&amp;')}</w:t></w:r></w:p>`)
      .join(''),
  });
const store = short('Storekeeper');
const three = {
  'old/a.docx': store,
  'old/sub/Sales executive.docx': short('Sales executive'),
  'old/functie v3.docx': short('Office manager'),
};
const textOf = (workspace: ReturnType<typeof memoryWorkspace>, path: string): string => new TextDecoder().decode(workspace.files.get(path));

describe('a folder of Word files', () => {
  it('becomes a project whose roles are valid, with a report on each', async () => {
    const workspace = memoryWorkspace({ ...files, 'old/~$ open.docx': 'x', 'old/scan.pdf': '%PDF-1.4' });
    const { code, out, err } = await tell(workspace, ['import', 'old']);
    expect(code, err).toBe(0);
    expect(out.trim().split('\n').sort()).toEqual([
      'roles/menedzher-po-prodazham.yaml',
      'roles/officemanager.yaml',
      'roles/sales-executive.yaml',
    ]);
    for (const path of out.trim().split('\n')) {
      expect(readRole(workspace, path).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(textOf(workspace, path).split('\n')[0]).toBe('# yaml-language-server: $schema=../schemas/role.schema.json');
    }
    expect(parse(textOf(workspace, 'rolewright.yaml'))).toEqual({ schema: 2, languages: ['en', 'nl', 'ru'] });
    expect(workspace.files.has('schemas/role.schema.json')).toBe(true);
    expect(err).toContain('old/scan.pdf');
    expect((await tell(workspace, ['validate'])).code).toBe(0);
    // The project has three languages now, and this role one.
    const printed = await tell(workspace, ['generate', 'officemanager', '--kind', 'job-description', '--format', 'html']);
    expect(printed.code, printed.err).toBe(0);
    expect([...workspace.files.keys()].filter((path) => path.startsWith('out/'))).toEqual(['out/officemanager/job-description.nl.html']);
  });

  it.each(locales)('is reported on in %s, with every word of the file', async (language) => {
    const workspace = memoryWorkspace(files);
    const { out } = await tell(workspace, ['import', 'old/functie v3.docx', '--json'], language);
    const [file] = (JSON.parse(out) as { files: { report: { entries: { text: string }[] } }[] }).files;
    const page = textOf(workspace, 'import/officemanager.html').replaceAll('&amp;', '&').replace(/\s+/gu, ' ');
    const texts = file?.report.entries.map(({ text }) => text.replace(/\s+/gu, ' ')).filter((text) => text.trim() !== '') ?? [];
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter((text) => !page.includes(text))).toEqual([]);
    expect(page).toContain(`<html lang="${language}">`);
  });
});

describe('the page on a file', () => {
  const said = (html: string): string =>
    html
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&amp;', '&')
      .replace(/\s+/gu, ' ');

  it('shows first what is to be decided, each with a link to its place', async () => {
    const workspace = memoryWorkspace({ 'store.docx': store });
    await tell(workspace, ['import', 'store.docx']);
    const page = textOf(workspace, 'import/storekeeper.html');
    const contents = /<nav[^]*<\/nav>/.exec(page)?.[0] ?? '';
    const order = [...page.matchAll(/<h2 id="([a-z]+)"/g)].map(([, id]) => id);
    const asked = [...contents.matchAll(/href="#([a-z]+)"/g)].map(([, id]) => id);
    expect(order).toEqual(['first', ...asked, 'wording', 'beside', ...order.slice(order.indexOf('beside') + 1)]);
    const links = [...page.matchAll(/href="#(piece-\d+)"/g)].map(([, id]) => id ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const id of links) expect(page).toContain(`id="${id}"`);
    expect(page).not.toMatch(/<script/);
  });

  it('opens the parts with a question, and folds the others', async () => {
    const workspace = memoryWorkspace(files);
    await tell(workspace, ['import', 'old/sub/Sales executive.docx']);
    const page = textOf(workspace, 'import/sales-executive.html');
    const groups = [...page.matchAll(/<details( open="")?><summary>[^]*?<\/details>/g)].filter(([whole]) =>
      whole.includes('class="pairs"'),
    );
    expect(groups.length).toBeGreaterThan(4);
    for (const [whole, open] of groups) expect(/class="pair[^"]*(?:unplaced|guessed)/.test(whole), whole).toBe(open !== undefined);
  });

  it('stands beside what the paper will say, in the words of both, and the paper says that', async () => {
    const workspace = memoryWorkspace({ 'store.docx': store });
    await tell(workspace, ['import', 'store.docx']);
    const page = textOf(workspace, 'import/storekeeper.html');
    expect(page).toContain('<del>To check</del><ins>Check</ins> all deliveries &amp; report shortages');
    await tell(workspace, ['generate', 'storekeeper', '--kind', 'job-description', '--format', 'html']);
    const paper = said(textOf(workspace, 'out/storekeeper/job-description.en.html'));
    const right = [...page.matchAll(/<p class="says">([^]*?)<\/p>/g)].map(([, one]) =>
      said((one ?? '').replace(/<del>[^]*?<\/del>/g, '')).trim(),
    );
    expect(right.length).toBeGreaterThan(2);
    expect(page.slice(page.indexOf('<h2 id="added">'))).toContain('[say here what the position is for]');
    for (const one of right.map((text) => text.replace(/^[\d.]+ /, ''))) expect(paper.replaceAll(' : ', ': ')).toContain(one);
  });

  it('has nothing that the paper adds to a paper of our own, and does without a paper where none can be made', async () => {
    const workspace = memoryWorkspace(files);
    await tell(workspace, ['import', 'old/functie v3.docx'], 'nl');
    expect(textOf(workspace, 'import/officemanager.html')).not.toContain('<h2 id="added">');
    // A template that is broken is for `validate` to tell.
    const broken = memoryWorkspace({ ...files, 'rolewright.yaml': 'schema: 2\n', 'templates/nl/job-description.hbs': '{{#if}}' });
    const { code, err } = await tell(broken, ['import', 'old/functie v3.docx']);
    expect(code, err).toBe(0);
    expect(textOf(broken, 'import/officemanager.html')).not.toContain('class="says"');
  });
});

describe('American files', () => {
  it('make a project of America', async () => {
    const workspace = memoryWorkspace(await papers({ 'us/a.docx': ['sales-manager', 'en', '--jurisdiction', 'us'] }));
    await tell(workspace, ['import', 'us']);
    expect(parse(textOf(workspace, 'rolewright.yaml'))).toEqual({ schema: 2, languages: ['en'], jurisdiction: 'us' });
  });
});

describe('what is there already', () => {
  it('stays, and the other files are made', async () => {
    const workspace = memoryWorkspace({ ...three, 'roles/sales-executive.yaml': 'mine' });
    const { code, out, err } = await tell(workspace, ['import', 'old']);
    expect(code).toBe(1);
    expect(err).toContain('would-overwrite');
    expect(out).not.toContain('sales-executive');
    expect(textOf(workspace, 'roles/sales-executive.yaml')).toBe('mine');
    expect(workspace.files.has('import/sales-executive.html')).toBe(false);
    expect(workspace.files.has('roles/office-manager.yaml')).toBe(true);

    expect((await tell(workspace, ['import', 'old', '--force'])).code).toBe(0);
    expect(textOf(workspace, 'roles/sales-executive.yaml')).not.toBe('mine');
  });

  it('is not touched by a dry run', async () => {
    const workspace = memoryWorkspace(three);
    const before = workspace.files.size;
    expect((await tell(workspace, ['import', 'old', '--dry-run'])).code).toBe(0);
    expect(workspace.files.size).toBe(before);
  });
});

describe('names', () => {
  it('are those that the user gives, for one file', async () => {
    const workspace = memoryWorkspace(three);
    expect((await tell(workspace, ['import', 'old/functie v3.docx', '--into', 'manager-office', '--out', 'drafts'])).out).toBe(
      'drafts/manager-office.yaml\n',
    );
    expect((await tell(workspace, ['import', 'old', '--into', 'one'])).err).toContain('import-into-many');
    expect((await tell(workspace, ['import', 'old/functie v3.docx', '--into', 'Not An Id'])).code).toBe(2);
  });

  it('are not given twice', async () => {
    const same = short('Office manager');
    const workspace = memoryWorkspace({ 'a.docx': same, 'b.docx': same });
    const { out, err } = await tell(workspace, ['import', 'a.docx', 'b.docx', 'a.docx']);
    expect(out).toBe('roles/office-manager.yaml\nroles/office-manager-2.yaml\n');
    expect(err).toContain('import-same-id');
  });
});

describe('with a base', () => {
  it('a file becomes an overlay that says only what differs, and puts together to what the file says', async () => {
    const workspace = memoryWorkspace(files);
    const { code, out, err } = await tell(workspace, [
      'import',
      'old/ДИ менеджера.docx',
      '--base',
      'sales-team-leader',
      '--into',
      'seller',
      '--locale',
      'ru',
    ]);
    expect(code, err).toBe(0);
    expect(out).toBe('departments/seller.yaml\n');
    const overlay = parse(textOf(workspace, 'departments/seller.yaml')) as {
      extends: string;
      title: string;
      changes: Record<string, string>[];
    };
    expect([overlay.extends, overlay.title]).toEqual(['sales-team-leader', 'менеджер по продажам']);
    const { role, diagnostics } = readRole(workspace, 'departments/seller.yaml');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);

    await tell(workspace, ['import', 'old/ДИ менеджера.docx', '--into', 'whole']);
    const alone = readRole(workspace, 'roles/whole.yaml').role;
    const inRussia = ({ jurisdictions }: { jurisdictions?: string[] }): boolean => jurisdictions?.includes('ru') ?? true;
    const duties = (one: typeof role): string[] =>
      (one?.duties ?? [])
        .filter(inRussia)
        .flatMap((group) => group.duties.filter(inRussia).map(({ text }) => ruOf(text)))
        .sort();
    expect(duties(role)).toEqual(duties(alone));
  });

  it('stands beside the paper that it makes on its base', async () => {
    const workspace = memoryWorkspace({ 'old/Sales executive.docx': files['old/sub/Sales executive.docx'] ?? '' });
    await tell(workspace, ['import', 'old/Sales executive.docx', '--base', 'sales-manager', '--json']);
    const page = textOf(workspace, [...workspace.files.keys()].find((path) => /^import\/.*\.html$/.test(path)) ?? '');
    expect(page.match(/class="says"/g)?.length).toBeGreaterThan(30);
    expect(page).not.toContain('No paper');
  });

  it('that has no wording in the language of the file, or is not there, nothing is made', async () => {
    const workspace = memoryWorkspace({ ...files, 'roles/sample.yaml': roleWith({ language: 'nl' }) });
    expect((await tell(workspace, ['import', 'old/ДИ менеджера.docx', '--base', 'roles/sample.yaml'])).err).toContain(
      'language-not-in-role',
    );
    expect((await tell(workspace, ['import', 'old/ДИ менеджера.docx', '--base', 'nobody'])).code).toBe(2);
  });
});

const ruOf = (text: unknown): string => (typeof text === 'string' ? text : ((text as Record<string, string>).ru ?? ''));

/** The beginning of a file of Word 97, and the part by which a file of LibreOffice is known. */
const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('WordDocument', 'utf16le')]);
const openDocument = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<x/>') });

describe('a role that was edited since its import', () => {
  const file = 'old/Sales executive.docx';
  let imported: ReadonlyMap<string, Uint8Array> | undefined;
  const edited = async (change: (role: Role) => void): Promise<{ workspace: ReturnType<typeof memoryWorkspace>; path: string }> => {
    if (!imported) {
      const first = memoryWorkspace({ [file]: files['old/sub/Sales executive.docx'] ?? '' });
      await tell(first, ['import', file, '--into', 'seller']);
      imported = first.files;
    }
    const workspace = memoryWorkspace(Object.fromEntries(imported));
    const path = 'roles/seller.yaml';
    const role = parse(textOf(workspace, path)) as Role;
    change(role);
    workspace.files.set(path, strToU8(stringify(role)));
    return { workspace, path };
  };
  const figures = async (workspace: ReturnType<typeof memoryWorkspace>): Promise<Record<string, number>> => {
    const { code, out, err } = await tell(workspace, ['import', file, '--compare', 'seller', '--json']);
    expect(code, err).toBe(0);
    return (JSON.parse(out) as { comparison: { figures: Record<string, number> } }).comparison.figures;
  };

  it('is compared with its file, and stays as it is', async () => {
    const { workspace, path } = await edited(() => undefined);
    const before = textOf(workspace, path);
    const untouched = await figures(workspace);
    expect(untouched).toMatchObject({ gone: 0, reworded: 0 });
    expect(untouched.same).toBeGreaterThan(40);
    expect(textOf(workspace, path)).toBe(before);
    expect(textOf(workspace, 'import/seller.compared.html')).not.toContain('No longer in the role');

    const reworded = await edited(({ duties: [area] }) => {
      if (area) area.essence = 'sweep the yard every morning';
    });
    const after = await figures(reworded.workspace);
    expect([after.reworded, after.same], JSON.stringify(after)).toEqual([1, (untouched.same ?? 0) - 1]);
    expect(textOf(reworded.workspace, 'import/seller.compared.html')).toMatch(/weep the yard every morning/);

    const shorter = await edited(({ criteria, requirements: { extra } }) => {
      criteria?.pop();
      extra?.pop();
    });
    expect((await figures(shorter.workspace)).gone).toBeGreaterThan(0);
    expect(textOf(shorter.workspace, 'import/seller.compared.html')).toContain('No longer in the role');
  });

  it('is one of one file, and must be there', async () => {
    const { workspace } = await edited(() => undefined);
    expect((await tell(workspace, ['import', file, '--compare', 'nobody'])).code).not.toBe(0);
    workspace.files.set('old/other.docx', files['old/functie v3.docx'] ?? new Uint8Array());
    expect((await tell(workspace, ['import', 'old', '--compare', 'seller'])).err).toContain('import-into-many');
  });
});

describe('what is no Word file', () => {
  it.each(['doc', 'odt', 'rtf', 'pdf', 'pages', 'wps', 'html', 'txt'])('%s is told, with how to make one', async (ending) => {
    const { code, err } = await tell(memoryWorkspace({ [`old.${ending}`]: 'x' }), ['import', `old.${ending}`]);
    expect(code).toBe(1);
    expect(err).toContain('import-other-format');
    expect(err).toMatch(/\.docx|Word/);
  });

  it('is made into one where something can', async () => {
    const word = store;
    const workspace = memoryWorkspace({ 'old/a.doc': oldWord, 'old/b.odt': openDocument });
    const { out, err } = await tell(workspace, ['import', 'old'], 'en', (_, ending) => (ending === 'doc' ? word : null));
    expect(out).toBe('roles/storekeeper.yaml\n');
    expect(err).toContain('import-not-converted');
  });

  it('is known by its bytes, whatever it is called', async () => {
    const word = store;
    const workspace = memoryWorkspace({
      'a.doc': word,
      'b.docx': oldWord,
      'c.doc': '{\\rtf1 }',
      'd.docx': '<html><body>Sales</body></html>',
    });
    const asked: string[] = [];
    const { out, err } = await tell(workspace, ['import', 'a.doc', 'b.docx', 'c.doc', 'd.docx'], 'en', (_, ending) => {
      asked.push(ending);
      return null;
    });
    expect(out).toBe('roles/storekeeper.yaml\n');
    expect(asked).toEqual(['doc', 'rtf']);
    expect(err).toMatch(/d\.docx: error word-not-docx/);
  });

  it('is no mistake where it only lies in a folder', async () => {
    const workspace = memoryWorkspace({ ...three, 'old/scan.pdf': '%PDF-1.4', 'old/export.doc': '<html><body>Sales</body></html>' });
    const { code, err } = await tell(workspace, ['import', 'old']);
    expect(code, err).toBe(0);
    expect(err).toMatch(/scan\.pdf: warning import-other-format/);
    expect(err).toMatch(/export\.doc/);
  });

  it('does not keep the others back', async () => {
    const workspace = memoryWorkspace({ ...three, 'old/broken.docx': 'PK no archive' });
    const { code, out, err } = await tell(workspace, ['import', 'old']);
    expect(code).toBe(1);
    expect(err).toContain('old/broken.docx');
    expect(out.trim().split('\n')).toHaveLength(3);
  });

  it('is said where there is none at all', async () => {
    expect((await tell(memoryWorkspace({}), ['import'])).err).toContain('import-nothing');
    expect((await tell(memoryWorkspace({ 'empty/readme.yaml': 'a: 1' }), ['import', 'empty'])).err).toContain('import-empty-folder');
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`many/${at}.docx`, 'x']));
    expect((await tell(memoryWorkspace(many), ['import', 'many'])).err).toContain('import-too-many');
  });
});
