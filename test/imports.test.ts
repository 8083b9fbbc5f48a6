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
  sha256: [],
  brand: ['contrast', 'document', 'theme'],
  'output-name': ['diagnostic'],
  workspace: ['diagnostic', 'nearest', 'output-name'],
  prepared: [],
  'own-data': ['prepared', 'read', 'workspace'],
  'diagnostic-report': ['diagnostic', 'document', 'language', 'own-data', 'workspace'],
  language: ['document', 'diagnostic', 'person.generated', 'role'],
  read: ['diagnostic', 'nearest', 'prepared', 'workspace'],
  role: ['diagnostic', 'document', 'nearest', 'read', 'workspace', 'organisation.generated', 'person.generated', 'sha256'],
  paper: ['document', 'organisation.generated', 'person.generated', 'role', 'sha256'],
  'organisation.generated': ['role', 'person.generated'],
  'person.generated': ['role'],
  organisation: ['contrast', 'nearest', 'organisation.generated', 'read', 'role', 'workspace'],
  person: ['person.generated', 'read', 'workspace'],
  jurisdiction: ['document', 'role'],
  'project.generated': ['role'],
  project: ['project.generated', 'read', 'workspace'],
  lint: [
    'diagnostic',
    'diagnostic-report',
    'document',
    'jurisdiction',
    'language',
    'nearest',
    'organisation.generated',
    'project.generated',
    'read',
    'role',
    'workspace',
  ],
  calendar: ['diagnostic', 'jurisdiction', 'organisation.generated'],
  batch: [
    'diagnostic',
    'document',
    'jurisdiction',
    'language',
    'nearest',
    'organisation.generated',
    'output-name',
    'person.generated',
    'role',
    'sha256',
  ],
  plan: ['calendar', 'diagnostic', 'jurisdiction', 'organisation.generated', 'role'],
  assemble: [
    'agenda',
    'calendar',
    'diagnostic',
    'document',
    'jurisdiction',
    'kept',
    'language',
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
  layout: ['diagnostic', 'document', 'language', 'theme'],
  write: ['agenda', 'contrast', 'diagnostic', 'document', 'kept', 'language', 'layout', 'sha256', 'theme', 'workbook'],
  diff: ['assemble', 'document', 'jurisdiction', 'language', 'paper', 'read', 'role', 'write'],
  redline: ['diff', 'document'],
  library: ['assemble', 'document', 'jurisdiction', 'language', 'own-data', 'prepared', 'theme', 'workspace'],
  papers: ['diff', 'document', 'library', 'organisation.generated', 'paper', 'press', 'role'],
  press: [
    'agenda',
    'assemble',
    'brand',
    'calendar',
    'diagnostic',
    'document',
    'jurisdiction',
    'kept',
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
    const inside = files.filter(({ file }) => !['cli', 'workspace'].includes(room(file)));
    const offenders = inside.filter(({ text }) =>
      /from 'node:(fs|process|child_process|net|http|https)'|new Date\(\)|Date\.now\(|Math\.random\(|\bprocess\./.test(text),
    );
    expect(offenders.map(({ file }) => file)).toEqual([]);
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
