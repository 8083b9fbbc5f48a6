/** Files that are named inside other files: with real links, pipes and folders, none leads out of its place. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { openWorkspace } from '../src/workspace/disk.js';
import { png } from './png.js';

const seller = readFileSync(new URL('./corpus/overlay/roles/seller.yaml', import.meta.url), 'utf8');
const toys = (base: string): string =>
  `schema: 2\nextends: ${base}\nbase: { version: 1.2.0 }\nid: toys\nversion: 1.0.0\nchanges:\n  - remove: wrap\n`;
const shop = 'schema: 2\nname: The Shop\njurisdiction: gb\nlanguages: [en]\n';
const withLogo = (file: string): string => `${shop}logo:\n  alt: The Shop\n  file: ${JSON.stringify(file)}\n`;
const withOverlay = (file: string): string =>
  `${shop}departments:\n  - id: toys\n    name: Toys\n    overlays:\n      seller: ${JSON.stringify(file)}\n`;

const top = mkdtempSync(join(tmpdir(), 'rolewright-named-'));
const project = join(top, 'project');

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
}
const link = (path: string, target: string): void => {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  symlinkSync(target, join(project, path));
};

/** A project beside files that it has nothing to do with, and links of all sorts inside it. */
beforeEach(() => {
  rmSync(top, { recursive: true, force: true });
  write('roles/seller.yaml', seller);
  write('logo.png', png(2));
  write('toys.yaml', toys('seller'));
  write('shop.yaml', shop);
  write('../outside/logo.png', png(2));
  write('../outside/toys.yaml', toys('seller'));
  write('../outside/seller.yaml', seller);
  write('../outside/shop.yaml', shop);
  mkdirSync(join(project, 'folder'));
  link('away', '../outside');
  for (const name of ['logo.png', 'toys.yaml', 'seller.yaml', 'shop.yaml']) {
    link(`linked-${name}`, `../outside/${name}`);
    link(`chain-${name}`, `linked-${name}`);
  }
  link('loop', 'pool');
  link('pool', 'loop');
  link('zero', '/dev/zero');
  link('own-logo.png', 'logo.png');
  link('own-toys.yaml', './toys.yaml');
  link('own-shop.yaml', 'shop.yaml');
  execFileSync('mkfifo', [join(project, 'pipe')]);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

async function rolewright(line: string): Promise<{ code: number; err: string }> {
  let err = '';
  const code = await run({
    argv: line.split(' '),
    environment: { LANG: 'en' },
    errIsTerminal: false,
    workspace: openWorkspace(project),
    milliseconds: () => 0,
    folder: project,
    out: () => {},
    err: (text) => {
      err += text;
    },
  });
  return { code, err };
}

/** Ways out, by the name of the file that is wanted. */
const waysOut = (name: string): string[] => [
  `../outside/${name}`,
  `folder/../../outside/${name}`,
  `..\\outside\\${name}`,
  join(top, 'outside', name),
  `C:\\outside\\${name}`,
  `C:${name}`,
  `\\\\server\\share\\${name}`,
  `away/${name}`,
  `away\\${name}`,
  `linked-${name}`,
  `chain-${name}`,
];

describe('the logo of an organisation', () => {
  const generate = 'generate seller --kind job-description --locale en --format html --dry-run --organisation organisation.yaml';
  const errOf = async (file: string): Promise<string> => {
    write('organisation.yaml', withLogo(file));
    return (await rolewright(generate)).err;
  };

  it('may stand beside its file, be a link to what does, and be named as on Windows', async () => {
    write('folder/logo.png', png(2));
    for (const file of ['logo.png', './own-logo.png', 'folder/logo.png', 'folder\\logo.png', 'folder/../logo.png'])
      expect(await errOf(file), file).not.toContain('error');
  });

  it.each(waysOut('logo.png'))('is not taken from outside: %s', async (file) => {
    expect(await errOf(file)).toContain('organisation.yaml:7:9: error logo-outside');
  });

  it.each([
    ['nowhere.png', 'file-missing'],
    ['folder', 'not-a-file'],
    ['pipe', 'not-a-file'],
    ['loop', 'file-unreadable'],
    ['zero', 'logo-outside'],
  ])('is told of where it is named when it cannot be read: %s', async (file, code) => {
    expect(await errOf(file)).toContain(`organisation.yaml:7:9: error ${code}`);
  });
});

describe('the overlay of a department', () => {
  const errOf = async (file: string): Promise<string> => {
    write('organisation.yaml', withOverlay(file));
    return (await rolewright('resolve seller --organisation organisation.yaml --department toys')).err;
  };

  it('may be a link to a file of the same folder', async () => {
    for (const file of ['toys.yaml', 'own-toys.yaml', '.\\toys.yaml']) expect(await errOf(file), file).not.toContain('error');
  });

  it.each(waysOut('toys.yaml'))('is not taken from outside: %s', async (file) => {
    expect(await errOf(file)).toContain('organisation.yaml:9:15: error department-overlay-outside');
  });
});

describe('the role that an overlay extends', () => {
  const errOf = async (base: string): Promise<string> => {
    write('overlays/mine.yaml', toys(JSON.stringify(base)));
    return (await rolewright('resolve overlays/mine.yaml')).err;
  };

  it('may be anywhere in the working folder', async () => {
    for (const base of ['../roles/seller.yaml', '..\\roles\\seller.yaml', 'seller']) expect(await errOf(base), base).not.toContain('error');
  });

  it.each(waysOut('seller.yaml').map((way) => (/^([A-Z]:|[\\/])/.test(way) ? way : `../${way}`)))(
    'is not taken from outside: %s',
    async (base) => {
      expect(await errOf(base)).toContain('overlays/mine.yaml:2:10: error overlay-base-outside');
    },
  );

  it('is not taken from outside where its id is that of a link', async () => {
    link('roles/other.yaml', '../../outside/seller.yaml');
    expect(await errOf('other')).toContain('overlays/mine.yaml:2:10: error overlay-base-outside');
  });

  it.each(['loop.yaml', 'pipe.yaml'])('does not keep anybody waiting: %s', async (base) => {
    link('overlays/loop.yaml', 'loop.yaml');
    link('overlays/pipe.yaml', '../pipe');
    expect(await errOf(`./${base}`)).toMatch(/error (file-unreadable|not-a-file|overlay-base-missing)/);
  });
});

describe('the organisation of a project', () => {
  const errOf = async (file: string): Promise<string> => {
    write('rolewright.yaml', `schema: 2\norganisation: ${JSON.stringify(file)}\n`);
    return (await rolewright('lint roles/seller.yaml --no-spelling')).err;
  };

  it('may be a link to a file of the same folder', async () => {
    for (const file of ['shop.yaml', 'own-shop.yaml']) expect(await errOf(file), file).not.toContain(' error ');
  });

  // Every lint takes its time; the check is that of the others.
  it.each(['../outside/shop.yaml', 'away\\shop.yaml', 'chain-shop.yaml'])('is not taken from outside: %s', async (file) => {
    expect(await errOf(file)).toContain('rolewright.yaml:2:15: error project-organisation-outside');
  });
});

describe('a file of the command line', () => {
  it('may be anywhere', async () => {
    write('../outside/organisation.yaml', withLogo('logo.png'));
    const { code, err } = await rolewright(
      `generate ${join(top, 'outside/seller.yaml')} --kind job-description --locale en --format html --dry-run --organisation ../outside/organisation.yaml`,
    );
    expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
  });

  it.each(['pipe', 'zero', 'folder'])('has to be a file: %s', async (file) => {
    expect((await rolewright(`validate ./${file}`)).err).toContain('error not-a-file');
    expect((await rolewright(`batch ./${file} --role seller --dry-run`)).err).toContain('error not-a-file');
  });

  it.each(['manifest.json', '.rolewright/journal.jsonl', '.rolewright/running'])(
    'has to be a file in the folder of a batch: %s',
    async (name) => {
      write('people.csv', 'Last name,First name\nSmith,Jane\n');
      mkdirSync(dirname(join(project, 'out', name)), { recursive: true });
      execFileSync('mkfifo', [join(project, 'out', name)]);
      const { code, err } = await rolewright('batch people.csv --role seller --locale en --format html --force');
      expect([code, err]).toEqual([1, expect.stringContaining(`out/${name}: error not-a-file`)]);
    },
  );

  it('is not kept waiting for by a pipe in the place of a document', async () => {
    mkdirSync(join(project, 'out/seller'), { recursive: true });
    execFileSync('mkfifo', [join(project, 'out/seller/job-description.en.html')]);
    const { err } = await rolewright('generate seller --kind job-description --locale en --format html --force');
    expect(err).toContain('error not-a-file');
  });
});
