/** Overlays at the command line: resolve, customise, rebase, departments, the list of roles. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { slugOf } from '../src/language/slug.js';
import { withRecord } from '../src/role/overlay/stamps.js';
import { readRole } from '../src/desk/roles.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { comparedOfStaff } from './own-kinds.js';

const seller = readFileSync(new URL('./corpus/overlay/roles/seller.yaml', import.meta.url), 'utf8');
const organisation = `schema: 2
name: { ru: Лавка, en: The Shop }
jurisdiction: gb
languages: [ru, en]
departments:
  - id: toys
    name: { ru: отдел игрушек, en: toy department }
    overlays: { seller: departments/toys.yaml }
  - id: books
    name: { ru: отдел книг, en: book department }
`;
const toys = `# The toys.
schema: 2
extends: seller
base: { version: 1.2.0 }
id: seller-of-toys
version: 1.0.0
changes:
  - change: turnover # the till knows
    value: 110
  - remove: wrap
  - replace: tidy
    with: { id: shelves, text: { ru: расставляет игрушки, en: keep the shelves in order } }
  - add: { id: smile, text: { ru: улыбается, en: smile } }
    after: advise
`;
const files = { 'roles/seller.yaml': seller, 'departments/toys.yaml': toys, 'organisation.yaml': organisation };

interface Result {
  code: number;
  out: string;
  err: string;
  workspace: ReturnType<typeof memoryWorkspace>;
  text(path: string): string;
}

async function rolewright(line: string | string[], given: Record<string, string> = files): Promise<Result> {
  const workspace = memoryWorkspace(given);
  let [out, err] = ['', ''];
  const code = await run({
    argv: typeof line === 'string' ? line.split(' ') : line,
    environment: { LANG: 'en_GB.UTF-8' },
    errIsTerminal: false,
    workspace,
    milliseconds: () => 0,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err, workspace, text: (path) => new TextDecoder().decode(workspace.files.get(path)) };
}

describe('resolve', () => {
  it('prints YAML that is the role itself, in one language too', async () => {
    for (const line of ['resolve departments/toys.yaml', 'resolve departments/toys.yaml --locale en']) {
      const { code, out } = await rolewright(line);
      expect(code).toBe(0);
      const again = readRole(memoryWorkspace({ 'roles/seller-of-toys.yaml': out }), 'roles/seller-of-toys.yaml');
      expect(again.diagnostics).toEqual([]);
      expect(again.role?.kpis?.[0]).toMatchObject({ value: 110, name: line.endsWith('en') ? 'turnover' : { en: 'turnover' } });
    }
  });

  it('prints the origin of each value as JSON, and the fingerprint of each paper', async () => {
    const { code, out } = await rolewright('resolve departments/toys.yaml --json --locale ru --no-organisation');
    const { role, origins, papers } = JSON.parse(out) as {
      role: { kpis: { name: string }[] };
      origins: Record<string, unknown>;
      papers: { kind: string; jurisdiction: string; locale: string; fingerprint: string }[];
    };
    expect(code).toBe(0);
    expect(role.kpis[0]?.name).toBe('выручка');
    expect(origins['/kpis/0/value']).toEqual({ file: 'departments/toys.yaml', line: 9 });
    expect(origins['/kpis/0/name']).toEqual({ file: 'roles/seller.yaml', line: 46 });
    const digits = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(papers).toEqual(
      // This role has nothing that a handbook could hold.
      comparedOfStaff('ru')
        .filter((kind) => kind !== 'role-handbook')
        .map((kind) => ({
          kind,
          jurisdiction: 'ru',
          locale: 'ru',
          fingerprint: digits,
        })),
    );
  });

  it('takes the version of a department, by id or name', async () => {
    for (const name of ['toys', 'Toy Department', 'отдел игрушек']) {
      const { code, out, err } = await rolewright(['resolve', 'seller', '--department', name, '--organisation', 'organisation.yaml']);
      expect([code, /^id: (\S+)/m.exec(out)?.[1]]).toEqual([0, 'seller-of-toys']);
      expect(err).toContain('department-overlay-used');
    }
    expect((await rolewright('resolve seller --department books --organisation organisation.yaml')).out).toMatch(/^id: seller #/m);
  });

  it.each<[string, number, string]>([
    ['resolve sellr', 2, 'Did you mean “seller”?'],
    ['resolve seller --locale nl', 1, 'language-not-in-role'],
    ['resolve seller --locale xx', 2, 'unknown-option-value'],
    ['resolve seller --department toy --organisation organisation.yaml', 2, 'Did you mean “toys”?'],
    ['resolve seller --department toys --no-organisation', 2, 'department-needs-organisation'],
    ['resolve', 2, 'usage-missing-argument'],
  ])('%s ends with %i', async (line, code, words) => {
    const result = await rolewright(line);
    expect([result.code, result.out]).toEqual([code, '']);
    expect(result.err).toContain(words);
  });
});

describe('customise', () => {
  /** The examples of a starter, each as the lines between two explanations. */
  const examplesIn = (text: string): string[] =>
    text
      .slice(text.indexOf('\nchanges:\n') + 10, text.indexOf('\nbase:\n'))
      .split('\n\n')
      .map((part) =>
        part
          .split('\n')
          .filter((line) => line.startsWith('  # '))
          .map((line) => line.replace('# ', ''))
          .join('\n'),
      )
      .filter((part) => part !== '');

  for (const [role, locale] of [
    ['account-manager', 'ru'],
    ['sales-manager', 'nl'],
    ['seller', 'en'],
  ] as const)
    it(`starts an overlay of ${role} that validates, also with any of its examples`, async () => {
      const { code, out } = await rolewright(`customise ${role} --department toys --locale ${locale} --full`);
      expect(code).toBe(0);
      const read = (text: string) => readRole(memoryWorkspace({ ...files, 'departments/x.yaml': text }), 'departments/x.yaml');
      expect(read(out).diagnostics.map((one) => [one.code, one.severity])).toEqual([['overlay-changes-nothing', 'info']]);
      const examples = examplesIn(out);
      expect(examples.map((one) => /- (\w+)/.exec(one)?.[1]).sort()).toEqual([
        'add',
        'add',
        'change',
        'change',
        'move',
        'remove',
        'replace',
      ]);
      // One by one where a role is read in no time.
      for (const chosen of [...(role === 'seller' ? examples : []), examples.join('\n')]) {
        const { role: made, diagnostics } = read(out.replace('\nchanges:\n', `\nchanges:\n${chosen}\n`));
        expect(
          // The examples change duties alone, and say nothing of the short words beside them.
          diagnostics.filter((one) => one.severity !== 'info' && one.code !== 'overlay-essence-kept'),
          chosen,
        ).toEqual([]);
        expect(made).not.toBeNull();
      }
      expect(out).toContain(
        locale === 'ru'
          ? '## Роль «account-manager»'
          : locale === 'nl'
            ? '## De functie ‘sales-manager’'
            : '##     advise: advise customers',
      );
    });

  it('lists what is often changed, and all ids only when asked', async () => {
    const listed = (out: string): string[] => [...out.matchAll(/^## (duties|kpis|knowledge|rights)$/gm)].map(([, section = '']) => section);
    const [short, full] = await Promise.all(['', ' --full'].map((more) => rolewright(`customise seller --department toys${more}`)));
    expect(listed(short?.out ?? '')).toEqual(['duties', 'kpis']);
    expect(listed(full?.out ?? '').sort()).toEqual(['duties', 'knowledge', 'kpis', 'rights']);
  });

  it('writes a file, but not over another, and says what to do next', async () => {
    const made = await rolewright('customise seller --department books --organisation organisation.yaml --out departments/books.yaml');
    expect([made.code, made.out]).toEqual([0, 'departments/books.yaml\n']);
    expect(made.err).toContain('overlays: {seller: departments/books.yaml}');
    expect(made.text('departments/books.yaml')).toContain('\ndepartment: { ru: "отдел книг", en: "book department" }\n');
    expect(made.text('departments/books.yaml')).toMatch(/^# yaml-language-server: \$schema=\.\.\/schemas\/overlay\.schema\.json\n/);
    const again = await rolewright('customise seller --department toys --out departments/toys.yaml');
    expect([again.code, again.text('departments/toys.yaml')]).toEqual([1, toys]);
    expect((await rolewright('customise seller --department toys --out departments/toys.yaml --force')).code).toBe(0);
  });

  it('names a role by its path from the new file', async () => {
    expect(
      (await rolewright('customise roles/seller.yaml --department toys --out departments/deep/x.yaml')).text('departments/deep/x.yaml'),
    ).toContain('\nextends: ../../roles/seller.yaml\n');
    const ofOverlay = await rolewright('customise departments/toys.yaml --department dolls --out departments/dolls.yaml');
    expect(ofOverlay.text('departments/dolls.yaml')).toContain('\nextends: ./toys.yaml\nid: seller-of-toys-dolls\n');
    expect(readRole(ofOverlay.workspace, 'departments/dolls.yaml').role).not.toBeNull();
  });

  it('can do without an organisation, also where that is said', async () => {
    expect((await rolewright('customise seller --department toys --no-organisation')).code).toBe(0);
  });

  it('needs a department', async () => {
    const { code, err } = await rolewright('customise seller');
    expect(code).toBe(2);
    expect(err).toContain('--department');
  });

  it.each([
    ['Оптовый отдел', 'optovyi-otdel'],
    ['Café & Wijn', 'cafe-wijn'],
    ['HR', 'hr'],
    ['部', ''],
  ])('makes an id of «%s»', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe('rebase', () => {
  const moved = seller
    .replace('version: 1.2.0', 'version: 1.3.0')
    .replace('value: 100', 'value: 105')
    .replace('      - { id: wrap, text: { ru: упаковывает товар, en: wrap the goods } }\n', '')
    .replace('measures: [advise, wrap]', 'measures: [advise]')
    .replace('  - { id: prices,', '  - { id: brands, text: { ru: марки, en: the brands } }\n  - { id: prices,')
    .replace('en: the range of goods', 'en: the whole range of goods');
  const recorded = async (): Promise<string> => (await rolewright('rebase departments/toys.yaml --write')).text('departments/toys.yaml');
  const states = (out: string): Record<string, string> =>
    Object.fromEntries((JSON.parse(out) as { named: { id: string; state: string }[] }).named.map(({ id, state }) => [id, state]));

  it('finds nothing while the base stands still', async () => {
    const { code, out, text } = await rolewright('rebase departments/toys.yaml');
    expect([code, text('departments/toys.yaml')]).toEqual([0, toys]);
    expect(out).toContain('  unchanged: turnover (change, departments/toys.yaml:8)');
    expect(out).not.toContain('was not recorded');
  });

  it('does not know what it has no record of', async () => {
    const { code, out } = await rolewright('rebase departments/toys.yaml --json', { ...files, 'roles/seller.yaml': moved });
    expect(code).toBe(3);
    expect(states(out)).toEqual({ turnover: 'unrecorded', wrap: 'removed', tidy: 'unrecorded', advise: 'unchanged' });
    expect(JSON.parse(out)).toMatchObject({ extends: 'seller', recorded: '1.2.0', version: '1.3.0', followed: null, written: false });
    expect((await rolewright('rebase departments/toys.yaml', { ...files, 'roles/seller.yaml': moved })).out).toContain('was not recorded');
  });

  it('says what has changed under a change, what is gone, and what is followed', async () => {
    const now = { ...files, 'departments/toys.yaml': await recorded(), 'roles/seller.yaml': moved };
    const { code, out } = await rolewright('rebase departments/toys.yaml --json', now);
    expect(code).toBe(3);
    expect(states(out)).toEqual({ turnover: 'changed', wrap: 'removed', tidy: 'unchanged', advise: 'unchanged' });
    expect(JSON.parse(out)).toMatchObject({
      followed: { added: ['brands'], removed: [], changed: ['goods'] },
      named: [{ id: 'turnover', base: { value: 105 }, own: { value: 110 }, baseAt: 'roles/seller.yaml:46' }, {}, {}, {}],
    });
    const { out: told } = await rolewright('rebase departments/toys.yaml', now);
    expect(told).toContain('now (roles/seller.yaml:46): turnover; value: 105; weight: 60\n    here: value: 110\n');
    expect(told).toContain('New in the role and followed (1): brands');
  });

  it('sees what is new inside an entry that is taken away', async () => {
    const overlay = toys.replace('remove: wrap', 'remove: order').replace(/ {2}- replace: tidy\n.*\n/, '');
    const before = { ...files, 'departments/toys.yaml': overlay };
    const withRecordOf = (await rolewright('rebase departments/toys.yaml --write', before)).text('departments/toys.yaml');
    const grown = seller.replace('      - { id: tidy,', '      - { id: sweep, text: { ru: метёт, en: sweep } }\n      - { id: tidy,');
    const { code, out } = await rolewright('rebase departments/toys.yaml --json', {
      ...before,
      'departments/toys.yaml': withRecordOf,
      'roles/seller.yaml': grown,
    });
    expect([code, states(out)]).toEqual([3, { turnover: 'unchanged', order: 'unchanged', sweep: 'changed', advise: 'unchanged' }]);
  });

  it('is content after --write, and writes the same bytes again', async () => {
    const first = await rolewright('rebase departments/toys.yaml --write', {
      ...files,
      'roles/seller.yaml': moved,
      'departments/toys.yaml': (await recorded()).replace('  - remove: wrap\n', ''),
    });
    expect(first.err).toContain('version 1.3.0');
    const text = first.text('departments/toys.yaml');
    const second = await rolewright('rebase departments/toys.yaml --write', {
      ...files,
      'roles/seller.yaml': moved,
      'departments/toys.yaml': text,
    });
    expect([second.code, second.text('departments/toys.yaml')]).toEqual([0, text]);
    expect(readRole(second.workspace, 'departments/toys.yaml').diagnostics).toEqual([]);
  });

  const tail = `id:   'x'   # kept\nversion: "1.0.0"\n\n\n# a comment\nchanges:   [ {remove:   wrap} , ]  # odd, but kept   \n`;
  it.each<[string, string, string]>([
    [
      'a mapping',
      'base:\n    version: 1.2.0 # when\n    # between\n',
      'base:\n    version: 1.3.0 # when\n    clauses: {\n      a: 0000000a,\n    }\n    # between\n',
    ],
    ['a mapping in braces', 'base: { version: "1.2.0" } # so\n', 'base: { version: 1.3.0, clauses: {\n    a: 0000000a,\n  } } # so\n'],
    [
      'stamps in braces',
      'base:\n  clauses: { a: 00000001, b: 2222222a } # stamps\n  version: 1.2.0\n',
      'base:\n  clauses: {\n    a: 0000000a,\n  } # stamps\n  version: 1.3.0\n',
    ],
    [
      'stamps line by line',
      'base:\n  version: 1.2.0\n  clauses:\n    a: "00000001"\n    b: 2222222a\n',
      'base:\n  version: 1.3.0\n  clauses: {\n    a: 0000000a,\n  }\n',
    ],
    ['stamps without any', 'base:\n  version: 1.2.0\n  clauses:\n', 'base:\n  version: 1.3.0\n  clauses: {\n    a: 0000000a,\n  }\n'],
  ])('changes no byte besides the record: %s', (_, base, after) => {
    for (const eol of ['\n', '\r\n']) {
      const text = `# head\nextends: seller\n${base}${tail}`.replaceAll('\n', eol);
      expect(withRecord(text, '1.3.0', new Map([['a', '0000000a']]))).toBe(
        `# head\nextends: seller\n${after}${tail}`.replaceAll('\n', eol),
      );
    }
  });

  it.each<[string, number, string]>([
    ['rebase roles/seller.yaml', 1, 'not-an-overlay'],
    ['rebase none', 2, 'unknown-role'],
    ['rebase key-account-manager --write', 1, 'rebase-library'],
  ])('%s ends with %i', async (line, code, words) => {
    const result = await rolewright(line);
    expect(result.code).toBe(code);
    expect(result.err).toContain(words);
  });
});

describe('departments', () => {
  const generate = 'generate seller --kind job-description --locale en --organisation organisation.yaml';

  it('make documents from their own version of a role and say so', async () => {
    const { code, err, text } = await rolewright(`${generate} --format html --department toys --fingerprint`);
    expect(code).toBe(0);
    expect(err).toContain('department-overlay-used');
    const html = text('out/seller-of-toys/job-description.en.html').replaceAll('\u00a0', ' ');
    expect(html).toMatch(/keep the shelves in order/i);
    const resolve = 'resolve seller --department toys --organisation organisation.yaml';
    const { papers } = JSON.parse((await rolewright(`${resolve} --json`)).out) as {
      papers: { kind: string; locale: string; fingerprint: string }[];
    };
    const mark = papers.find(({ kind, locale }) => kind === 'job-description' && locale === 'en')?.fingerprint ?? '';
    expect(html).toContain(`Version 1.0.0, content code ${mark.slice(0, 12)}`);
    expect((await rolewright(resolve)).out).toContain(`# Content code ${mark.slice(0, 12)}: job description, United Kingdom, English\n`);
  });

  it('print the content code in every footer of a Word file, and only when asked', async () => {
    const footers = async (line: string): Promise<string[]> => {
      const { workspace } = await rolewright(line);
      const parts = unzipSync(workspace.files.get('out/seller/job-description.en.docx') ?? new Uint8Array());
      return Object.entries(parts)
        .filter(([name]) => /footer\d*\.xml$/.test(name))
        .map(([, part]) => strFromU8(part).replace(/<[^>]+>/g, ''));
    };
    const asked = await footers(`${generate} --format docx --fingerprint`);
    expect(asked.length).toBeGreaterThan(0);
    for (const footer of asked) expect(footer).toMatch(/content code [0-9a-f]{12}/);
    for (const footer of await footers(`${generate} --format docx`)) expect(footer).not.toContain('content code');
  });

  it('without their own version take the role, and are named in the document', async () => {
    const { code, err, text } = await rolewright(
      'generate seller --kind onboarding-checklist --locale en --format html --organisation organisation.yaml --department books',
    );
    expect([code, err]).toEqual([0, expect.not.stringContaining('department-overlay-used')]);
    expect(text('out/seller/onboarding-checklist.en.html').toLowerCase()).toContain('book department');
  });

  it('cannot lead out of the folder of the organisation', async () => {
    const outside = organisation.replace('departments/toys.yaml', '../toys.yaml');
    const { code, err } = await rolewright('validate organisation.yaml', { ...files, 'organisation.yaml': outside });
    expect(code).toBe(3);
    expect(err).toContain('organisation.yaml:8:25: error department-overlay-outside');
  });
});

describe('list and validate', () => {
  it('list what a role extends, under the title that it has from there', async () => {
    const own = { ...files, 'roles/toys.yaml': toys.replace('seller-of-toys', 'toys') };
    expect((await rolewright('list roles --lang ru', own)).out).toMatch(/^toys +продавец \(изменяет seller\)$/m);
    expect(JSON.parse((await rolewright('list roles --json', own)).out)).toContainEqual({ id: 'toys', name: 'seller', extends: 'seller' });
  });

  it('validate an overlay by its file', async () => {
    const { code, out } = await rolewright('validate departments/toys.yaml --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ errors: 0, warnings: 0, diagnostics: [{ code: 'overlay-reference-dropped', line: 10 }] });
  });
});
