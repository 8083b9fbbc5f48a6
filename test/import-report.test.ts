/** What somebody goes through who imports a folder of files: the table, what to decide by weight, and where texts probably belong. */
import { parse, stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import type { Role } from '../src/role/role.generated.js';
import { decisionSorts } from '../src/desk/import/decisions.js';
import type { DecisionSort } from '../src/desk/import/decisions.js';
import { roleKeys } from '../src/import/role-keys.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { readFileSync } from 'node:fs';
import { wordFile } from './word-files.js';

type Folder = ReturnType<typeof memoryWorkspace>;

async function tell(
  workspace: Folder,
  argv: readonly string[],
  {
    environment = {},
    outIsTerminal = false,
  }: { readonly environment?: Readonly<Record<string, string>>; readonly outIsTerminal?: boolean } = {},
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await run({
    ...{ argv, environment, errIsTerminal: false, outIsTerminal, workspace, columns: 100 },
    milliseconds: () => 0,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { code, out, err };
}
const textOf = (workspace: Folder, path: string): string => new TextDecoder().decode(workspace.files.get(path));

/** Lines that begin with # are headings, those with - entries of a list that somebody numbered. */
const file = (lines: readonly string[]): Uint8Array =>
  wordFile({
    document: lines
      .map((line) =>
        line.startsWith('#')
          ? `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${line.slice(1)}</w:t></w:r></w:p>`
          : `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`,
      )
      .join(''),
  });

const poor = file([
  '#Job description',
  'Job title: Storekeeper',
  '#Duties',
  '1. Check all deliveries.',
  '#Bric-a-brac',
  'Oysters, umbrellas.',
]);
const good = file([
  ...['#Job description', 'Job title: Receptionist', 'Reports to: Office Manager', '#Purpose of the job', 'To welcome visitors.'],
  ...['#Duties', '1. Greet visitors.', '2. Answer calls.', '#Knowledge', '1. Knowledge of switchboards.'],
]);
const dutch = file([
  '#Functieomschrijving',
  'Functie: Magazijnmedewerker',
  '#Taken',
  '1. Controleert alle leveringen en meldt tekorten aan de leidinggevende.',
  '2. Houdt de voorraad van het magazijn bij en zorgt voor de orde in de hal.',
]);

interface Told {
  readonly sort: DecisionSort;
  readonly text: string;
  readonly pointer: string | null;
  readonly line: number | null;
  readonly belongs: string | null;
}
async function decisionsOf(
  bytes: Uint8Array,
): Promise<{ workspace: Folder; role: string; decisions: readonly Told[]; row: Record<string, number> }> {
  const workspace = memoryWorkspace({ 'a.docx': bytes });
  const { out } = await tell(workspace, ['import', 'a.docx', '--json']);
  const [{ role, decisions, row }] = (JSON.parse(out) as { files: [{ role: string; decisions: Told[]; row: Record<string, number> }] })
    .files;
  return { workspace, role, decisions, row };
}

describe('a folder of files', () => {
  const folder = (): Folder => memoryWorkspace({ 'in/a.docx': good, 'in/b.docx': poor, 'in/c.docx': dutch });

  it('is one table, the worst first, with what to do next, and no line of any file besides', async () => {
    const { err } = await tell(folder(), ['import', 'in']);
    const rows = [...err.matchAll(/^(in\/\w\.docx) +(\d+) +(\d+) +(\d+) +(\d+)$/gm)];
    expect(rows.map(([, name]) => name).sort()).toEqual(['in/a.docx', 'in/b.docx', 'in/c.docx']);
    expect(rows.at(-1)?.[1]).toBe('in/a.docx');
    const decide = rows.map((row) => Number(row[5]));
    expect(decide).toEqual([...decide].sort((one, other) => other - one));
    expect(err.split('\n').length).toBeLessThan(16);
    expect(err).not.toContain('import-filled');
    expect(err).toMatch(/^1\. Open import\/\S+\.html/m);
  });

  it('has all of each file with --verbose, and names roles to a pipe only', async () => {
    const verbose = await tell(folder(), ['import', 'in', '--verbose']);
    expect(verbose.err).toContain('import-filled');
    expect(verbose.err.match(/To decide first/g)).toHaveLength(3);
    expect(verbose.out.trim().split('\n')).toHaveLength(3);
    expect((await tell(folder(), ['import', 'in'], { outIsTerminal: true })).out).toBe('');
  });
});

describe('what is to decide', () => {
  it('stands in order of weight, each with its line in the role', async () => {
    const { workspace, role, decisions, row } = await decisionsOf(poor);
    expect(row.decisions).toBe(decisions.length);
    const order = decisions.map(({ sort }) => decisionSorts.indexOf(sort));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(new Set(decisions.map(({ sort }) => sort))).toEqual(new Set(['filled', 'unplaced', 'assumed']));
    const lines = textOf(workspace, role).split('\n');
    for (const { text, line, pointer } of decisions.filter(({ sort, pointer }) => sort === 'unplaced' || pointer === '/purpose'))
      expect(lines[(line ?? 0) - 1], pointer ?? '').toContain(text);
    expect(decisions.find(({ sort }) => sort === 'assumed')?.line).toBeGreaterThan(1);
  });

  it('is less where the file says more', async () => {
    const [one, other] = [await decisionsOf(good), await decisionsOf(poor)];
    expect(one.decisions.length).toBeLessThan(other.decisions.length);
    expect(one.decisions.map(({ pointer }) => pointer)).not.toContain('/purpose');
  });

  it('is told although a text of which words are missing holds a tab', async () => {
    const values = ['Class Code: 3315', 'Unit: General Employees', 'Established: 6/1998', 'Revised: 3/2017'];
    const paragraphs = [
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>PERMIT TECHNICIAN</w:t></w:r></w:p>',
      `<w:p><w:r>${values.map((one) => `<w:t xml:space="preserve">${one}</w:t>`).join('<w:tab/>')}</w:r></w:p>`,
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>EXAMPLES OF DUTIES</w:t></w:r></w:p>',
      '<w:p><w:r><w:t>Reviews applications for permits.</w:t></w:r></w:p>',
    ];
    const workspace = memoryWorkspace({ 'note.docx': wordFile({ document: paragraphs.join('') }) });
    const { code, err } = await tell(workspace, ['import', 'note.docx', '--out', 'out']);
    expect([code, /Established: 6\/1998/.test(err)]).toEqual([0, true]);
    expect([...workspace.files.keys()].filter((path) => path.endsWith('.html'))).toHaveLength(1);
  });

  it('has on a guessed heading one decision for all its texts', async () => {
    const { decisions } = await decisionsOf(
      file([
        ...[
          '#Job description',
          'Job title: Librarian',
          '#Duties',
          '1. Issue books.',
          '2. Answer enquiries.',
          '#People the postholder deals with',
        ],
        ...['Members of the public about memberships and loans', 'Schools about class visits', '#Knowledge', '1. Knowledge of catalogues.'],
      ]),
    );
    const guessed = decisions.filter(({ sort }) => sort === 'guessed');
    expect(guessed.map(({ text }) => text)).toEqual(['People the postholder deals with']);
  });
});

describe('a text without a place', () => {
  it('has the key where it probably belongs, in the report and above it in the role', async () => {
    const { workspace, role, decisions } = await decisionsOf(
      file([
        ...['#Job description', 'Job title: Storekeeper', '#Duties', '1. Check all deliveries.'],
        ...['#Induction', 'In the first week you meet the team and are shown the store.', '#About us', 'We are a family firm since 1920.'],
      ]),
    );
    const belongs = (words: string): string | null | undefined => decisions.find(({ text }) => text.startsWith(words))?.belongs;
    expect(belongs('In the first week')).toBe('onboarding');
    expect(belongs('We are a family')).toBeNull();
    expect(textOf(workspace, role)).toMatch(/# probably belongs under onboarding\n\s+- text: In the first week/);
  });

  it('is helped by a table of the guide, in three languages, with all keys', () => {
    for (const path of ['docs/import.md', 'docs/import.ru.md', 'docs/import.nl.md']) {
      const guide = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
      expect([path, [...new Set(Object.values(roleKeys))].filter((key) => !guide.includes(`\`${key}\` |`))]).toEqual([path, []]);
    }
  });
});

describe('the pages', () => {
  const languageOf = (workspace: Folder): string | undefined =>
    /<html lang="(\w+)"/.exec(textOf(workspace, [...workspace.files.keys()].find((path) => path.endsWith('.html')) ?? ''))?.[1];

  it('are in the language of the file, unless somebody chose another', async () => {
    const asked: readonly (readonly [string[], Record<string, string>, string])[] = [
      [[], { LANG: 'ru_RU.UTF-8' }, 'nl'],
      [['--lang', 'ru'], {}, 'ru'],
      [['--lang=en'], {}, 'en'],
      [[], { ROLEWRIGHT_LANG: 'ru' }, 'ru'],
    ];
    for (const [words, environment, language] of asked) {
      const workspace = memoryWorkspace({ 'c.docx': dutch });
      await tell(workspace, ['import', 'c.docx', ...words], { environment });
      expect([words, environment, languageOf(workspace)]).toEqual([words, environment, language]);
    }
  });

  it('tell what a role now says in other words: was, and now', async () => {
    const workspace = memoryWorkspace({ 'a.docx': good });
    await tell(workspace, ['import', 'a.docx']);
    const role = parse(textOf(workspace, 'roles/receptionist.yaml')) as Role;
    const [group] = role.duties;
    const [duty] = group?.duties ?? [];
    if (duty) duty.text = 'Welcome guests at the door and take their coats.';
    workspace.files.set('roles/receptionist.yaml', new TextEncoder().encode(stringify(role)));
    await tell(workspace, ['import', 'a.docx', '--compare', 'receptionist']);
    const page = textOf(workspace, 'import/receptionist.compared.html');
    const section = /<h2 id="reworded">[^]*?<\/section>/.exec(page)?.[0] ?? '';
    const said = section.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(said).toContain('was Greet visitors.');
    expect(said).toMatch(/now .*take their coats/);
    expect(page).toContain('href="#reworded"');
  });
});
