/** `generate --watch`: what is made again when a file is saved, and what is told of it. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { noted } from '../src/workspace/noted.js';
import { watchPlaces } from '../src/workspace/stirs.js';
import { smallRoles } from './small-roles.js';
import { command } from './command.js';
import type { Told } from './command.js';

const shelf = packageWorkspace();
const files = {
  ...smallRoles,
  'rolewright.yaml': 'schema: 2\n',
  'organisation.yaml': shelf.readText('examples/organisation.gb.yaml').replace(/^logo:\n( .*\n)*/m, ''),
  'person.yaml': shelf.readText('examples/person.gb.yaml'),
};
const line = 'generate sales-manager hr-manager --kind onboarding-checklist --locale en --format html --person person.yaml --watch';
const docs = ['sales-manager', 'hr-manager'].map((id) => `out/${id}/onboarding-checklist.en.html`);
const [ofSales = '', ofHr = ''] = docs;
const salesManager = 'roles/sales-manager.yaml';

interface Watched {
  workspace: ReturnType<typeof memoryWorkspace>;
  /** The documents of the last round. */
  files(): string[];
  /** The codes of the last round. */
  codes(): string[];
  /** What the command waits for. */
  places(): readonly string[];
  /** Puts a text in the place of another and waits until the command has done with it. */
  save(path: string, text: string | null): Promise<void>;
  /** Ctrl-C. */
  stop(): Promise<number>;
}

/** A command that runs while files are saved around it. */
async function watching(over: Record<string, string> = {}, asked = line): Promise<Watched> {
  const workspace = memoryWorkspace({ ...files, ...over });
  const asking = new AbortController();
  const rounds: { files: { path: string }[]; diagnostics: { code: string }[] }[] = [];
  let waits = (): void => {};
  let watched: { places: readonly string[]; stirred: () => void } | null = null;
  const nextWait = (): Promise<void> => new Promise((resolve) => (waits = resolve));
  const firstWait = nextWait();
  const ended = command(`${asked} --json`, {
    workspace,
    out: (text) => void rounds.push(JSON.parse(text) as (typeof rounds)[number]),
    interruption: () => ({ signal: asking.signal, end: () => {} }),
    watch(places, stirred) {
      watched = { places, stirred };
      // What has changed already is looked for at once, before anybody may save again.
      queueMicrotask(() => waits());
      return { end: () => (watched = null) };
    },
  });
  await Promise.race([firstWait, ended]);
  return {
    workspace,
    files: () => rounds.at(-1)?.files.map(({ path }) => path) ?? [],
    codes: () => rounds.at(-1)?.diagnostics.map(({ code }) => code) ?? [],
    places: () => watched?.places ?? [],
    async save(path, text) {
      if (text === null) workspace.files.delete(path);
      else workspace.files.set(path, new TextEncoder().encode(text));
      rounds.length = 0;
      const done = nextWait();
      watched?.stirred();
      await done;
    },
    async stop() {
      asking.abort();
      return (await ended).code;
    },
  };
}

const textOf = ({ workspace }: Watched, path: string): string => workspace.readText(path);
const renamed = (id: string): string => (smallRoles[`roles/${id}.yaml`] ?? '').replace('en: purchasing manager', 'en: renamed manager');

describe('generate --watch', () => {
  it('makes everything once, waits, and ends well at Ctrl-C', async () => {
    const watch = await watching();
    expect(watch.files()).toEqual(docs);
    expect(await watch.stop()).toBe(0);
  });

  it('makes again the documents of the role that was saved and no others', async () => {
    const watch = await watching();
    await watch.save(salesManager, renamed('sales-manager'));
    expect(watch.files()).toEqual([ofSales]);
    expect(textOf(watch, ofSales)).toContain('enamed manager');
    expect(textOf(watch, ofHr)).not.toContain('enamed manager');
    await watch.stop();
  });

  it.each([
    ['the organisation', 'organisation.yaml', files['organisation.yaml'].replace(/^name: .*$/m, 'name: Another Limited')],
    ['the person', 'person.yaml', files['person.yaml'].replace('Smith-Adeyemi', 'Nobody')],
    ['the project file', 'rolewright.yaml', 'schema: 2\nkinds: [job-description]\njurisdiction: us\n'],
    ['words of the project that were not there before', 'locales/en.yaml', 'phrases:\n  document:\n    version: "edition {version}"\n'],
    ['a template that hides ours', 'templates/onboarding-checklist.hbs', `${shelf.readText('templates/onboarding-checklist.hbs')}\n`],
  ])('makes all again after a change of %s', async (_, path, text) => {
    const watch = await watching();
    await watch.save(path, text);
    expect(watch.files(), watch.codes().join()).toEqual(docs);
    await watch.stop();
  });

  it('follows the project into another folder', async () => {
    const watch = await watching();
    await watch.save('rolewright.yaml', 'schema: 2\nout: papers\n');
    expect(watch.files()).toEqual(docs.map((path) => path.replace('out/', 'papers/')));
    await watch.stop();
  });

  it('finds a role that comes to the folder and hides ours', async () => {
    const watch = await watching({}, line.replace('hr-manager', 'office-manager'));
    await watch.save('roles/office-manager.yaml', renamed('hr-manager').replace('id: hr-manager', 'id: office-manager'));
    expect(watch.files()).toEqual(['out/office-manager/onboarding-checklist.en.html']);
    await watch.stop();
  });

  it('tells what is wrong with a file and leaves the documents, until it is mended', async () => {
    const watch = await watching();
    const before = textOf(watch, ofSales);
    await watch.save(salesManager, 'id: "half');
    expect(watch.codes()).toContain('yaml-unclosed-quote');
    expect(watch.files()).toEqual([]);
    expect(textOf(watch, ofSales)).toBe(before);
    await watch.save(salesManager, renamed('sales-manager'));
    expect(watch.files()).toEqual([ofSales]);
    await watch.stop();
  });

  it('bears that a file is away for a while', async () => {
    const watch = await watching({}, line.replace('sales-manager hr-manager', salesManager));
    await watch.save(salesManager, null);
    expect(watch.codes()).toContain('file-missing');
    await watch.save(salesManager, renamed('sales-manager'));
    expect(watch.files()).toEqual([ofSales]);
    await watch.stop();
  });

  it('waits for a file that is broken from the start', async () => {
    const watch = await watching({ [salesManager]: 'id: "half' });
    expect(watch.files()).toEqual([]);
    await watch.save(salesManager, smallRoles[salesManager] ?? '');
    expect(watch.files()).toEqual(docs);
    await watch.stop();
  });

  it('mends a kind of the project in the same way', async () => {
    const kind = shelf.readText('kinds/onboarding-checklist.yaml');
    const watch = await watching({ 'kinds/onboarding-checklist.yaml': 'id: "half' });
    expect(watch.files()).toEqual([]);
    await watch.save('kinds/onboarding-checklist.yaml', kind);
    expect(watch.files()).toEqual(docs);
    await watch.stop();
  });

  it('replaces what it has made itself and nothing that somebody else has put there', async () => {
    const watch = await watching();
    watch.workspace.files.set(ofSales, new TextEncoder().encode('theirs'));
    await watch.save(salesManager, renamed('sales-manager'));
    expect(watch.codes()).toContain('would-overwrite');
    expect(textOf(watch, ofSales)).toBe('theirs');
    await watch.stop();
  });

  it('ends at once when saving a file could not help', async () => {
    const there = await watching({ [ofSales]: 'theirs' });
    expect(there.codes()).toContain('would-overwrite');
    expect(await there.stop()).toBe(1);
    const unknown = await watching({}, 'generate nobody --watch');
    expect(await unknown.stop()).toBe(2);
  });

  it('says for each round what was saved, when, and how many files that made', async () => {
    const told = await saidOf((save) => save(salesManager, renamed('sales-manager')));
    expect(told.err.match(/^12:00:00.*$/gm)).toEqual(['12:00:00 2 files, 0 s', '12:00:00 roles/sales-manager.yaml: 1 file, 0 s']);
    expect(told.out.trim().split('\n')).toEqual([...docs, ofSales]);
    expect(told.err).not.toContain('organisation-found');
  });

  it('says nothing of files that editors put beside the one that they save', async () => {
    const told = await saidOf((save) => save('roles/.sales-manager.yaml.swp', 'x'));
    expect(told.err.match(/^12:00:00.*$/gm)).toHaveLength(1);
  });
});

/** What people read when one file is saved and the command then ends. */
async function saidOf(act: (save: (path: string, text: string) => void) => void): Promise<Told> {
  const workspace = memoryWorkspace(files);
  const asking = new AbortController();
  let waits = 0;
  return command(line, {
    workspace,
    time: () => '12:00:00',
    interruption: () => ({ signal: asking.signal, end: () => {} }),
    watch(_, stirred) {
      waits += 1;
      if (waits > 1) queueMicrotask(() => asking.abort());
      else
        queueMicrotask(() => {
          act((path, text) => workspace.files.set(path, new TextEncoder().encode(text)));
          stirred();
        });
      return { end: () => {} };
    },
  });
}

describe('notes of what was read', () => {
  const changed = (act: (files: Map<string, Uint8Array>) => void): unknown => {
    const world = memoryWorkspace({ 'roles/a.yaml': 'one', 'b.png': new Uint8Array([1]) });
    const notes = noted(world);
    notes.workspace.readText('roles/a.yaml');
    notes.workspace.readBytes('b.png');
    notes.workspace.list('roles');
    notes.workspace.exists('c.yaml');
    act(world.files);
    return notes.changes();
  };
  const bytes = new TextEncoder();

  it('say which files and folders are otherwise now', () => {
    expect(changed((world) => world.set('roles/a.yaml', bytes.encode('two')))).toEqual([{ path: 'roles/a.yaml', isFile: true }]);
    expect(changed((world) => world.set('b.png', new Uint8Array([2])))).toEqual([{ path: 'b.png', isFile: true }]);
    expect(changed((world) => world.set('c.yaml', bytes.encode('')))).toEqual([{ path: 'c.yaml', isFile: false }]);
    expect(changed((world) => world.set('roles/d.yaml', bytes.encode('')))).toEqual([{ path: 'roles', isFile: false }]);
    expect(changed((world) => world.delete('b.png'))).toEqual([{ path: 'b.png', isFile: true }]);
  });

  it('find no change in a file that is saved as it was, or that nobody has read', () => {
    expect(changed((world) => world.set('roles/a.yaml', bytes.encode('one')).set('else.yaml', bytes.encode('x')))).toEqual([]);
  });
});

describe('places on the disk', () => {
  it.each([
    ['is written over', (file: string) => writeFileSync(file, 'another text')],
    [
      'is replaced by another with its name, as editors save',
      (file: string) => {
        writeFileSync(`${file}~`, 'text');
        renameSync(`${file}~`, file);
      },
    ],
    ['goes', (file: string) => rmSync(file)],
  ])('stir when a file %s', async (_, act) => {
    const folder = mkdtempSync(join(tmpdir(), 'rolewright-watch-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'role.yaml'), 'text');
    await new Promise<void>((resolve) => {
      const watch = watchPlaces(folder, ['role.yaml', 'roles'], () => {
        watch.end();
        resolve();
      });
      act(join(folder, 'role.yaml'));
    });
  });
});
