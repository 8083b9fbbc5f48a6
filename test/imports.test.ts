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

/** The room of a file: its folder, or the file itself at the top. */
const room = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, ''));

/** Which rooms a room may import from; itself always. */
const allowed: Record<string, string[]> = {
  document: [],
  diagnostic: [],
  theme: [],
  agenda: [],
  workbook: [],
  nearest: [],
  contrast: [],
  kept: [],
  sha256: ['installed'],
  content: ['sha256'],
  brand: ['contrast', 'document', 'theme'],
  'output-name': ['diagnostic'],
  installed: [],
  workspace: ['diagnostic', 'installed', 'nearest', 'output-name'],
  'named-file': ['diagnostic', 'read', 'workspace'],
  prepared: ['installed'],
  'own-data': ['content', 'installed', 'prepared', 'workspace'],
  'diagnostic-report': ['diagnostic', 'document', 'installed', 'language', 'own-data', 'workspace'],
  language: ['document', 'diagnostic', 'installed', 'person.generated', 'role'],
  read: ['diagnostic', 'installed', 'nearest', 'prepared', 'workspace'],
  role: [
    'content',
    'diagnostic',
    'document',
    'named-file',
    'nearest',
    'read',
    'workspace',
    'organisation.generated',
    'person.generated',
    'sha256',
  ],
  paper: ['document', 'organisation.generated', 'person.generated', 'role', 'sha256'],
  'organisation.generated': ['role', 'person.generated'],
  'person.generated': ['role'],
  organisation: ['content', 'contrast', 'named-file', 'nearest', 'organisation.generated', 'read', 'role', 'workspace'],
  person: ['content', 'person.generated', 'read', 'workspace'],
  law: ['diagnostic', 'document', 'organisation.generated', 'person.generated', 'role'],
  'project.generated': ['role'],
  project: ['project.generated', 'read', 'workspace'],
  lint: [
    'diagnostic',
    'diagnostic-report',
    'document',
    'installed',
    'language',
    'law',
    'nearest',
    'organisation.generated',
    'project.generated',
    'read',
    'role',
    'workspace',
  ],
  batch: [
    'diagnostic',
    'document',
    'installed',
    'language',
    'law',
    'nearest',
    'organisation.generated',
    'output-name',
    'person.generated',
    'role',
    'sha256',
  ],
  plan: ['law', 'role'],
  assemble: [
    'agenda',
    'content',
    'diagnostic',
    'document',
    'installed',
    'kept',
    'language',
    'law',
    'nearest',
    'organisation.generated',
    'person.generated',
    'plan',
    'prepared',
    'role',
    'sha256',
    'theme',
    'workbook',
  ],
  layout: ['content', 'diagnostic', 'document', 'installed', 'kept', 'language', 'theme'],
  write: ['agenda', 'content', 'contrast', 'diagnostic', 'document', 'kept', 'language', 'layout', 'sha256', 'theme', 'workbook'],
  diff: ['assemble', 'document', 'law', 'language', 'paper', 'read', 'role', 'write'],
  redline: ['diff', 'document'],
  library: ['assemble', 'document', 'language', 'law', 'own-data', 'prepared', 'theme', 'workspace'],
  output: ['batch', 'workspace', 'diagnostic', 'document', 'output-name', 'person.generated'],
  desk: [
    'output',
    'layout',
    'batch',
    'content',
    'diagnostic',
    'diff',
    'document',
    'installed',
    'kept',
    'language',
    'law',
    'library',
    'lint',
    'named-file',
    'nearest',
    'organisation',
    'organisation.generated',
    'output-name',
    'own-data',
    'papers',
    'person',
    'person.generated',
    'plan',
    'press',
    'project',
    'project.generated',
    'read',
    'redline',
    'role',
    'workspace',
    'write',
  ],
  papers: ['diff', 'document', 'library', 'organisation.generated', 'paper', 'press', 'role'],
  press: [
    'agenda',
    'assemble',
    'brand',
    'content',
    'diagnostic',
    'document',
    'kept',
    'law',
    'layout',
    'library',
    'organisation.generated',
    'paper',
    'person.generated',
    'role',
    'sha256',
    'theme',
    'workbook',
    'write',
  ],
};
const edge = ['cli', 'index'];

describe('imports', () => {
  for (const { file, text } of files) {
    if (edge.includes(room(file))) continue;
    it(`${file} imports only what its room may know`, () => {
      const rooms = allowed[room(file)];
      expect(rooms, `${room(file)} has no rule`).toBeDefined();
      const strangers = importsOf(file, text).filter((imported) => room(imported) !== room(file) && !rooms?.includes(room(imported)));
      expect(strangers).toEqual([]);
    });
  }

  it('lets only the edge touch the process, the file system and the clock', () => {
    const inside = files.filter(({ file }) => !['cli', 'installed', 'output', 'workspace'].includes(room(file)));
    const offenders = inside.filter(({ text }) =>
      /from 'node:(fs|process|child_process|net|http|https)'|new Date\(\)|Date\.now\(|Math\.random\(|\bprocess\./.test(text),
    );
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  it('lets one module know where it stands and load packages by their names', () => {
    const offenders = files.filter(
      ({ file, text }) => file !== 'installed.ts' && /\bcreateRequire\b|import\.meta|\brequire\(|\bimport\((?!'\.)/.test(text),
    );
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  it('has in the bundled command the same module by another', () => {
    const exported = (text: string): string[] => [...text.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name).sort();
    const inBundle = readFileSync(new URL('../scripts/prepare/installed.mjs', import.meta.url), 'utf8');
    expect(exported(inBundle)).toEqual(exported(files.find(({ file }) => file === 'installed.ts')?.text ?? ''));
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
