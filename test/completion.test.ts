/** Completion: what is offered where, and that the scripts ask for it without a trace in the shell. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';

const organisation = 'schema: 2\nname: Hill Ltd\njurisdiction: gb\nlanguages: [en]\n';
const project = {
  'rolewright.yaml': 'schema: 2\norganisation: hill.yaml\n',
  'hill.yaml': `${organisation}departments:\n  - { id: wholesale, name: Wholesale trade }\n`,
  'other.yaml': `${organisation}departments:\n  - { id: legal, name: Legal }\n`,
  'roles/storekeeper.yaml': 'id: storekeeper\ntitle: { en: storekeeper, nl: magazijnmedewerker }\n',
  'roles/$(reboot).yaml': 'title: bad\n',
};

interface Offered {
  lines: string[];
  otherwise: string;
}

/** What is offered for the last of these words, and what the shell offers where that is nothing. */
async function offered(words: readonly string[], files: Record<string, string> = project, language = 'en'): Promise<Offered> {
  let [out, err] = ['', ''];
  const code = await run({
    argv: ['complete', '--', ...words.slice(0, -1), `word:${words.at(-1) ?? ''}`],
    environment: { LANG: language },
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    errIsTerminal: false,
    milliseconds: () => 0,
    workspace: memoryWorkspace(files),
  });
  expect([code, err]).toEqual([0, '']);
  const lines = out.trimEnd().split('\n');
  return { lines: lines.slice(0, -1), otherwise: lines.at(-1) ?? '' };
}

const values = async (...words: readonly string[]): Promise<string[]> =>
  (await offered(words)).lines.map((line) => line.split('\t')[0] ?? '');

describe('completion offers', () => {
  it('commands with what they do, in the language of messages', async () => {
    expect((await offered(['gen'])).lines).toEqual(['generate\tmake documents from roles']);
    expect((await offered(['gen'], {}, 'ru')).lines[0]).toMatch(/^generate\t[а-яё ]+$/);
    expect(await values('new', 'per')).toEqual(['person']);
    expect(await values('help', 'new', 'k')).toEqual(['kind']);
    expect(await values('complet')).toEqual(['completion']);
  });

  it('options of the command that are not there yet', async () => {
    expect(await values('generate', '--fo')).toEqual(['--format', '--force']);
    expect(await values('generate', '--force', '--fo')).toEqual(['--format']);
    expect(await values('new', 'role', '--title', 'x', '--ti')).toEqual(['--title']);
    expect(await values('list', '--l')).toEqual(['--lang']);
  });

  it('roles of the project and the library, else files', async () => {
    expect((await offered(['generate', 'store'])).lines).toEqual(['storekeeper\tstorekeeper']);
    expect((await offered(['generate', 'store'], project, 'nl')).lines).toEqual(['storekeeper\tmagazijnmedewerker']);
    expect(await values('generate', 'sales-')).toEqual(['sales-manager', 'sales-team-leader']);
    expect(await values('generate', 'sales-manager', 'sales-')).toEqual(['sales-team-leader']);
    expect(await values('batch', '--role', 'store')).toEqual(['storekeeper']);
    expect(await offered(['generate', 'roles/'])).toEqual({ lines: [], otherwise: ':files' });
    expect((await offered(['generate', '--out', ''])).otherwise).toBe(':folders');
    expect((await offered(['generate', '--date', ''])).otherwise).toBe(':nothing');
  });

  it('kinds, languages, formats and countries, also after a comma or an equals sign', async () => {
    expect(await values('generate', '--kind', 'job-d')).toEqual(['job-description']);
    expect(await values('generate', '--locale', 'nl,')).toEqual(['nl,ru', 'nl,en']);
    expect(await values('generate', '--locale=nl,r')).toEqual(['nl,ru']);
    expect(await values('generate', '--format', 'docx,p')).toEqual(['docx,pdf']);
    expect(await values('lint', '--jurisdiction', 'u')).toEqual(['us']);
    expect(await values('structure', '--format', '')).toEqual(['text', 'html', 'pdf']);
    expect(await values('generate', '--detail', '')).toEqual(['brief', 'full']);
    expect(await values('--lang', 'r')).toEqual(['ru']);
  });

  it('departments of the employer of the line, else of the project', async () => {
    expect((await offered(['generate', '--department', ''])).lines).toEqual(['wholesale\tWholesale trade']);
    expect(await values('generate', '--organisation', 'other.yaml', '--department', '')).toEqual(['legal']);
  });

  it('no name that a shell would take for more than a name', async () => {
    expect((await values('generate', '')).filter((value) => /[$()]/.test(value))).toEqual([]);
  });

  it('nothing, and no word of it, where the project is broken', async () => {
    const broken = { ...project, 'kinds/bad.yaml': 'id: [' };
    expect(await offered(['generate', '--kind', 'job'], broken)).toEqual({ lines: [], otherwise: ':nothing' });
    expect((await offered(['generate', '--department', ''], { ...project, 'hill.yaml': 'name: [' })).lines).toEqual([]);
  });
});

describe('the scripts', () => {
  const nowhere = { workspace: memoryWorkspace({}) };
  const script = (name: string): string => fileURLToPath(new URL(`../completion/${name}`, import.meta.url));
  const lacks = (shell: string): boolean => spawnSync(shell, ['--version']).status !== 0;
  /** What a shell prints on both streams. */
  function said(shell: string, ...argv: readonly string[]): { out: string; err: string } {
    const { stdout, stderr } = spawnSync(shell, argv, { encoding: 'utf8' });
    return { out: stdout, err: stderr };
  }

  it('are printed for four shells, and no others', async () => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { code, out } = await command(`completion ${shell}`, nowhere);
      expect([shell, code]).toEqual([shell, 0]);
      expect(out).toContain('rolewright complete ');
    }
    const { code, err } = await command('completion bush', nowhere);
    expect(code).toBe(2);
    expect(err).toContain('bash');
  });

  it.skipIf(lacks('bash'))('bash: read twice it is silent, puts split words together and runs nothing that is written', () => {
    const asked = `set -u
      source '${script('rolewright.bash')}'; source '${script('rolewright.bash')}'
      rolewright() { printf '<%s>' "$@" >&3; printf 'ru\\tRussian\\n:nothing\\n'; }
      COMP_WORDS=(rolewright generate '$(echo run >&3)' --locale = r) COMP_CWORD=5
      _rolewright 3>&1; echo "\${COMPREPLY[*]}"`;
    expect(said('bash', '--norc', '-c', asked)).toEqual({
      out: '<complete><--><generate><$(echo run >&3)><word:--locale=r>ru\n',
      err: '',
    });
  });

  it.skipIf(lacks('fish'))('fish: keeps what stands before an equals sign', () => {
    const asked = `function rolewright; printf 'ru\\tRussian\\n:nothing\\n'; end
      source '${script('rolewright.fish')}'; source '${script('rolewright.fish')}'
      complete -C 'rolewright generate --locale=r'`;
    expect(said('fish', '--no-config', '-c', asked)).toEqual({ out: '--locale=ru\tRussian\n', err: '' });
  });

  it.skipIf(lacks('zsh'))('zsh: is read without a word, even where completion is not switched on', () => {
    expect(said('zsh', '-f', '-c', `source '${script('rolewright.zsh')}'`)).toEqual({ out: '', err: '' });
  });
});
