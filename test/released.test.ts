/** A project as each released version made it, lifted to this one: what its owners wrote stays, and papers come of it. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../src/workspace/disk.js';
import { command } from './command.js';
import type { Told } from './command.js';

const corpus = new URL('corpus/released/', import.meta.url).pathname;
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** The project in a folder of its own, and commands there. */
function projectOf(version: string): { folder: string; run: (line: string) => Promise<Told> } {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-released-'));
  made.push(folder);
  cpSync(join(corpus, version), folder, { recursive: true });
  return { folder, run: (line) => command(line, { workspace: openWorkspace(folder), folder }) };
}

const yamlIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort();

const codesIn = ({ out }: Told): readonly string[] =>
  (JSON.parse(out) as { diagnostics: readonly { code: string }[] }).diagnostics.map(({ code }) => code);

/** What a paper of the role says. */
const paper = (folder: string, file: string): string => readFileSync(join(folder, 'out', file), 'utf8');

describe.each(readdirSync(corpus))('a project of %s', (version) => {
  const usual = 'sales-manager --person person.yaml --organisation organisation.yaml --date 2026-12-01 --format html --locale';
  const locale = version === '0.1.0' ? 'nl' : 'en';

  it('prints nothing before it is lifted, and says for each file how it is', async () => {
    const { folder, run } = projectOf(version);
    const checked = await run('validate --json');
    expect(checked.code).toBe(3);
    expect(new Set(codesIn(checked))).toEqual(new Set(['schema-version-old']));
    expect(codesIn(checked)).toHaveLength(yamlIn(folder).length);
    const { code, err } = await run(`generate ${usual} ${locale}`);
    expect([code, err]).toEqual([1, expect.stringContaining('rolewright migrate')]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('is lifted by one command, which adds the version and renames one key, and prints its papers then', async () => {
    const { folder, run } = projectOf(version);
    expect((await run('migrate')).code).toBe(0);
    expect(await run('validate')).toMatchObject({ code: 0 });
    for (const path of yamlIn(folder)) {
      const lifted = readFileSync(join(folder, path), 'utf8');
      expect(lifted.replace('schema: 2\n', '').replace(/^flsa: \{ status: (.+) \}$/mu, 'flsaStatus: $1')).toBe(
        readFileSync(join(corpus, version, path), 'utf8'),
      );
    }
    expect((await run(`generate ${usual} ${locale} --kind job-description,onboarding-checklist`)).code).toBe(0);
    const words = locale === 'nl' ? 'Zuiderlicht Handelsmaatschappij' : 'Harbour &amp; Hill';
    expect(paper(folder, `sales-manager/job-description.${locale}.html`)).toContain(words);
    expect(existsSync(join(folder, `out/sales-manager/onboarding-checklist.${locale}.html`))).toBe(true);
  });
});

describe('what a department of a project of 0.2.0 had changed', () => {
  it('is in its papers, and what a batch of that version had made is made anew', async () => {
    const { folder, run } = projectOf('0.2.0');
    await run('migrate');
    const resumed = await run('batch people.csv --date 2026-12-01 --out documents --format html --locale en --resume');
    expect([resumed.code, resumed.err]).toEqual([0, expect.stringContaining('People: 3 made, 0 unchanged, 0 failed.')]);
    const { files } = JSON.parse(readFileSync(join(folder, 'documents/manifest.json'), 'utf8')) as { files: readonly { path: string }[] };
    const before = JSON.parse(readFileSync(join(corpus, '0.2.0/documents/manifest.json'), 'utf8')) as typeof files & {
      files: typeof files;
    };
    expect(files.map(({ path }) => path)).toEqual(before.files.map(({ path }) => path));
    const own = readFileSync(join(folder, 'documents', files.find(({ path }) => /Smith.*job-description/.test(path))?.path ?? ''), 'utf8');
    expect(own).toContain('the stand at the trade fairs of the region');
    expect(own).toContain('wholesale customers in the region');
    expect(own).not.toContain('search for prospective customers, define the target group');
  });
});
