/** The house rules of imports: data flows one way, and the edge stays at the edge. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = new URL('../src', import.meta.url).pathname;

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));

const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative(source, join(source, dirname(file), path)).replace(/\.js$/, '.ts'),
  );

/** The room of a file: its folder, each writer by itself, or the file at the top. */
function room(file: string): string {
  const [folder = '', inside] = file.replace(/\.ts$/, '').split('/');
  return folder === 'write' ? `write/${inside}` : folder;
}

/**
 * The rooms from the ground up, and which others each may import from. A room knows only rooms that stand above its own
 * line here: nothing flows back.
 */
const house: Record<string, readonly string[]> = {
  // Values, which import nothing, and what the outside world looks like.
  packages: [],
  diagnostic: [],
  document: [],
  content: ['packages'],
  workspace: ['content', 'diagnostic', 'packages'],
  theme: ['content', 'document'],
  // Files become data, data become a role, an organisation, a person.
  read: ['content', 'diagnostic', 'document', 'packages', 'workspace'],
  role: ['content', 'diagnostic', 'document', 'read', 'workspace'],
  person: ['content', 'read', 'role', 'workspace'],
  organisation: ['content', 'diagnostic', 'person', 'read', 'role', 'theme', 'workspace'],
  structure: ['content', 'diagnostic', 'document', 'organisation', 'person', 'read', 'role', 'workspace'],
  project: ['read', 'role', 'workspace'],
  // What the law says, and how it is said.
  law: ['content', 'diagnostic', 'document', 'organisation', 'person', 'role'],
  language: ['diagnostic', 'document', 'packages', 'person', 'role'],
  report: ['diagnostic', 'document', 'language', 'packages', 'read', 'workspace'],
  // From what a template may see to the tree.
  view: ['content', 'diagnostic', 'document', 'language', 'law', 'organisation', 'person', 'role'],
  template: ['content', 'diagnostic', 'document', 'language', 'organisation', 'packages', 'read', 'role', 'theme', 'view'],
  shelf: ['content', 'diagnostic', 'document', 'language', 'law', 'read', 'role', 'template', 'theme', 'workspace'],
  paper: ['content', 'document', 'organisation', 'person', 'role'],
  // From the tree to pages and files.
  layout: ['content', 'diagnostic', 'document', 'language', 'packages', 'theme'],
  // From a structure to the tree: a drawing is made for its page.
  chart: ['document', 'language', 'layout', 'person', 'role', 'structure', 'theme'],
  ooxml: ['diagnostic', 'theme'],
  picture: ['document', 'packages'],
  'write/docx': ['content', 'diagnostic', 'document', 'language', 'ooxml', 'theme'],
  'write/pdf': ['content', 'diagnostic', 'document', 'layout', 'picture', 'theme'],
  'write/html': ['content', 'diagnostic', 'document', 'language', 'picture', 'theme'],
  'write/xlsx': ['document', 'theme'],
  'write/ics': ['document'],
  'write/pasted': ['document'],
  // Judging and comparing.
  lint: [
    'content',
    'diagnostic',
    'document',
    'language',
    'law',
    'organisation',
    'packages',
    'project',
    'read',
    'report',
    'role',
    'shelf',
    'workspace',
  ],
  diff: ['content', 'document', 'language', 'law', 'paper', 'read', 'role'],
  redline: ['diff', 'document'],
  // From a Word file as it was read to a draft of a role.
  import: ['diagnostic', 'document', 'language', 'ooxml', 'organisation', 'person', 'role'],
  // From a version of files to the next one.
  migrate: ['diagnostic', 'document', 'packages', 'read', 'workspace'],
  // From a role to bytes, and what a door needs to serve a user.
  press: [
    ...['content', 'diagnostic', 'document', 'language', 'law', 'layout', 'organisation', 'paper', 'person', 'role', 'shelf', 'template'],
    ...['theme', 'view', 'write/docx', 'write/html', 'write/ics', 'write/pasted', 'write/pdf', 'write/xlsx'],
  ],
  'staff-list': ['content', 'diagnostic', 'document', 'language', 'law', 'ooxml', 'organisation', 'person', 'role'],
  'structure-table': ['diagnostic', 'document', 'language', 'law', 'person', 'read', 'role', 'staff-list', 'structure'],
  output: ['content', 'diagnostic', 'document', 'person', 'staff-list', 'workspace'],
  desk: [
    ...[
      'chart',
      'content',
      'diagnostic',
      'diff',
      'document',
      'import',
      'language',
      'law',
      'layout',
      'lint',
      'migrate',
      'ooxml',
      'organisation',
      'output',
      'packages',
      'paper',
    ],
    ...[
      'person',
      'picture',
      'press',
      'project',
      'read',
      'redline',
      'report',
      'role',
      'shelf',
      'staff-list',
      'structure',
      'structure-table',
      'template',
      'workspace',
    ],
    ...['write/docx', 'write/html', 'write/pdf', 'write/xlsx'],
  ],
  // Doors.
  cli: [
    ...[
      'content',
      'desk',
      'diagnostic',
      'diff',
      'document',
      'language',
      'law',
      'lint',
      'migrate',
      'packages',
      'paper',
      'press',
      'project',
      'read',
      'report',
      'role',
    ],
    ...['shelf', 'staff-list', 'structure', 'workspace'],
  ],
  index: [
    ...[
      'desk',
      'diagnostic',
      'diff',
      'document',
      'language',
      'law',
      'organisation',
      'paper',
      'person',
      'press',
      'project',
      'read',
      'redline',
      'report',
      'role',
    ],
    ...['shelf', 'structure', 'theme', 'workspace', 'write/docx'],
    ...['staff-list', 'view'],
  ],
};
const rooms = Object.keys(house);

/** Modules of Node.js that rooms may use; those that only compute are free to all. */
const harmless = ['node:buffer', 'node:path', 'node:stream', 'node:url', 'node:util', 'node:zlib', 'node:timers/promises'];
const nodeModules: Record<string, readonly string[]> = {
  packages: ['node:fs', 'node:module', 'node:child_process', 'node:crypto', 'node:zlib'],
  workspace: ['node:fs', 'node:os', 'node:process'],
  output: ['node:fs', 'node:crypto', 'node:process', 'node:readline'],
  desk: ['node:crypto', 'node:worker_threads'],
  cli: ['node:os'],
};

describe('imports', () => {
  it('stand in order: no room knows one that stands below it here', () => {
    for (const [at, name] of rooms.entries())
      expect(
        house[name]?.filter((other) => rooms.indexOf(other) >= at),
        name,
      ).toEqual([]);
  });

  it('lie in rooms, but for the two doors', () => {
    expect(files.map(({ file }) => file).filter((file) => !file.includes('/'))).toEqual(['cli.ts', 'index.ts']);
  });

  it('takes for the shelf no more of roles than the shape of a text', () => {
    const ofRoles = files
      .filter(({ file }) => room(file) === 'shelf')
      .flatMap(({ text }) => [...text.matchAll(/^import (.*) from '(\.\.\/role\/[^']+)'/gm)]);
    expect(ofRoles.map(([, names, path]) => [names, path])).toEqual([['type { Text }', '../role/role.generated.js']]);
  });

  it('fill no room with more than a fifth of the lines', () => {
    const written = files.filter(({ file }) => !file.endsWith('.generated.ts'));
    const linesOf = (all: typeof files): number => all.reduce((sum, { text }) => sum + text.split('\n').length, 0);
    for (const name of rooms) expect(linesOf(written.filter(({ file }) => room(file) === name)), name).toBeLessThan(linesOf(written) / 5);
  });

  it.each(files.map(({ file, text }) => ({ file, text })))('$file imports only what its room may know', ({ file, text }) => {
    const known = house[room(file)];
    expect(known, `${room(file)} has no rule`).toBeDefined();
    const strangers = importsOf(file, text).filter((imported) => room(imported) !== room(file) && !known?.includes(room(imported)));
    expect(strangers).toEqual([]);
  });

  it('know of Node.js only what their room may know', () => {
    const offenders = files.flatMap(({ file, text }) =>
      [...text.matchAll(/^import (?!type\b)[^;]*? from '(node:[^']+)'/gm)].flatMap(([, name = '']) =>
        [...harmless, ...(nodeModules[room(file)] ?? [])].includes(name) ? [] : [`${file}: ${name}`],
      ),
    );
    expect(offenders).toEqual([]);
  });

  it('leave the process, the clock and chance to the edge', () => {
    const offenders = files.filter(
      ({ file, text }) =>
        room(file) !== 'cli' && /new Date\(\)|Date\.now\(|Math\.random\(|\bprocess\.(?!js)/.test(text.replace(/^ *(?:\*|\/\/).*$/gm, '')),
    );
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  it('lets one module know where it stands and load packages by their names', () => {
    const offenders = files.filter(
      ({ file, text }) => file !== 'packages/installed.ts' && /\bcreateRequire\b|import\.meta|\brequire\(|\bimport\((?!'\.)/.test(text),
    );
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  it('has in the bundled command the same module by another', () => {
    const exported = (text: string): string[] => [...text.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name).sort();
    const inBundle = readFileSync(new URL('../scripts/prepare/installed.mjs', import.meta.url), 'utf8');
    expect(exported(inBundle)).toEqual(exported(files.find(({ file }) => file === 'packages/installed.ts')?.text ?? ''));
    expect(exported(inBundle).length).toBeGreaterThan(20);
  });

  it('leaves the flags of the engine to the launcher', () => {
    expect(files.filter(({ text }) => /setFlagsFromString|node:v8/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('uses the insides of libraries in one file for each', () => {
    const insides = /insides\.ts$/;
    const cast =
      /as unknown as|\b(?:kit|font|document|page|reference|subset|glyph|engine|Packer)\._?\w*\._\w+|\._(?:root|write|offsets?|acroform|refEnd|cmapProcessor|addGlyph|decode|values)\b/;
    const offenders = files.filter(({ file, text }) => !insides.test(file) && cast.test(text)).map(({ file }) => file);
    // Casts of our own data: a role as a record of its sections.
    expect(offenders).toEqual(['diff/entries.ts', 'diff/reading.ts', 'diff/variant.ts', 'lint/rules/missing-section.ts']);
  });

  it('keeps writers apart from one another and from roles and templates', () => {
    for (const { file, text } of files.filter((one) => one.file.startsWith('write/'))) {
      const own = file.split('/')[1]?.replace(/\.ts$/, '');
      const others = importsOf(file, text).filter((imported) => imported.startsWith('write/') && !imported.startsWith(`write/${own}`));
      expect(others, file).toEqual([]);
    }
  });

  it('has no cycles between files', () => {
    const graph = new Map(files.map(({ file, text }) => [file, importsOf(file, text)]));
    const done = new Set<string>();
    const visit = (file: string, path: string[]): void => {
      expect(path.includes(file), [...path, file].join(' → ')).toBe(false);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const { file } of files) visit(file, []);
  });
});
