/** From a file to checked data: positions, bounds against hostile files, rules; and the workspace that files come from. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { organisationKind, readOrganisation } from '../src/organisation/organisation.js';
import { personKind, readPerson } from '../src/person/person.js';
import { findingsOf } from '../src/read/data.js';
import { notations } from '../src/read/schema-finding.js';
import { schemaOf } from '../src/read/schema.js';
import type { SchemaName } from '../src/read/schema.js';
import { occurrences } from '../src/read/schema-walk.js';
import { checkRole, listRoles, roleKind, unknownRole } from '../src/role/read.js';
import { readRole } from '../src/desk/roles.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { runs } from './every.js';

const valid = readFileSync(new URL('./corpus/errors/valid.yaml', import.meta.url), 'utf8');
const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map((one) => one.code);
const errorsOf = (text: string): string[] => codes(checkRole(text, 'a.yaml').diagnostics);

function refusalOf(step: () => unknown): readonly Diagnostic[] {
  try {
    step();
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics;
    throw error;
  }
  return [];
}

describe('a role', () => {
  test('without mistakes is read whole', () => {
    const { role, diagnostics } = checkRole(valid, 'valid.yaml');
    expect(diagnostics).toEqual([]);
    expect(role?.duties[0]?.duties[0]?.deadline).toEqual({ value: 1, unit: 'hour' });
  });

  test('knows the place of every value, by number or by id', () => {
    const { locate } = checkRole(valid, 'valid.yaml');
    const place = {
      file: 'valid.yaml',
      line: 26,
      column: 22,
      length: 24,
      path: 'duties/selling/duties/advise/text/ru',
      sourceLine: '        text: { ru: консультирует покупателей, en: advise customers }',
    };
    expect(locate('/duties/0/duties/0/text/ru')).toEqual({ ...place, column: 21, length: 25 });
    expect(locate('/duties/selling/duties/advise/text/ru')).toMatchObject({ line: 26, column: 21 });
    expect(locate('/duties/0/duties/0/text/ru', 'key')).toMatchObject({ line: 26, column: 17, length: 2 });
    expect(locate('/languages/1')).toMatchObject({ line: 4, column: 17, path: 'languages/2' });
    expect(locate('/posts/director')).toMatchObject({ line: 9, column: 3, length: 8 });
    expect(locate('/duties/9/text')).toMatchObject({ line: 21, path: 'duties' });
  });

  test('counts columns in characters', () => {
    const { locate } = checkRole('title: { ru: "🙂🙂", en: x }\n', 'a.yaml');
    expect(locate('/title/en')).toMatchObject({ line: 1, column: 24, length: 1 });
  });

  test('has its texts composed and on one line', () => {
    const role = checkRole(
      valid.replace('ru: продавец', 'ru: "краи\\u0306\\n  север"').replace('en: to sell goods', 'en: "to\\tsell  goods"'),
      'valid.yaml',
    ).role;
    expect(role?.title).toEqual({ ru: 'край север', en: 'seller' });
    expect(role?.purpose).toMatchObject({ en: 'to sell  goods' });
  });

  test('has objects in which only its own keys can be found', () => {
    const { role } = checkRole(
      valid.replace('director:', 'constructor:').replaceAll(/\bdirector\b(?=[,\]])/g, 'constructor'),
      'valid.yaml',
    );
    expect(Object.keys(role?.posts ?? {})).toEqual(['constructor']);
    expect(role?.posts.toString).toBeUndefined();
    expect(errorsOf('__proto__: { polluted: true }\n')).toContain('forbidden-key');
    expect({}).not.toHaveProperty('polluted');
  });

  test('in one language may use plain texts', () => {
    const plain = valid.replace('[ru, en]', '[en]').replace(/\{ ru: [^}]*, en: ([^}]*) \}/g, '$1');
    expect(errorsOf(plain)).toEqual([]);
  });

  test('is warned about when its file has another name', () => {
    const { role, diagnostics } = readRole(memoryWorkspace({ 'roles/other.yaml': valid }), 'roles/other.yaml');
    expect(diagnostics).toMatchObject([
      { code: 'file-name-differs', severity: 'warning', line: 2, column: 5, args: { id: 'valid', file: 'other' } },
    ]);
    expect(role).not.toBeNull();
  });

  test('has all its mistakes told in the order of the file, two hundred at most', () => {
    const many = valid + Array.from({ length: 300 }, (_, n) => `x${n}: 1\n`).join('');
    const { diagnostics } = checkRole(many, 'a.yaml');
    expect(diagnostics.map((one) => one.line)).toEqual(Array.from({ length: 201 }, (_, n) => 35 + n));
    expect(diagnostics.at(-1)).toMatchObject({ code: 'more-problems', severity: 'info', args: { count: 100 } });
  });

  test('may repeat a value by an alias', () => {
    const aliased = valid
      .replace('heading: { ru: продажи, en: selling }', 'heading: &sales { ru: продажи, en: selling }')
      .replace('{ ru: ассортимент, en: the range of goods }', '{ ru: ассортимент, en: x }');
    const { role, diagnostics } = checkRole(`${aliased}department: *sales\n`, 'valid.yaml');
    expect(diagnostics).toEqual([]);
    expect(role?.department).toEqual({ ru: 'продажи', en: 'selling' });
  });
});

describe('hostile files', () => {
  const mega = 1 << 20;
  const nested = (count: number): string => Array.from({ length: count }, (_, n) => `${' '.repeat(n)}a:\n`).join('');
  const bomb = Array.from(
    { length: 30 },
    (_, n) =>
      `a${n}: &a${n} [${
        n === 0
          ? 'x,x'
          : Array(9)
              .fill(`*a${n - 1}`)
              .join(',')
      }]\n`,
  ).join('');
  test.each<[string, string, string]>([
    ['brackets in brackets', '['.repeat(100_000), 'too-deep'],
    ['braces in braces', '{'.repeat(100_000), 'too-deep'],
    ['keys in braces', 'a: {a: '.repeat(50_000), 'too-deep'],
    ['lists in lists', '- '.repeat(mega / 2), 'too-deep'],
    ['keys of keys', '? '.repeat(mega / 2), 'too-deep'],
    ['indentation', nested(1400), 'too-deep'],
    ['closing brackets', ']'.repeat(mega), 'too-many-values'],
    ['different keys', Array.from({ length: 140_000 }, (_, n) => `k${n}:\n`).join(''), 'too-many-values'],
    ['values', `[${'1,'.repeat(mega / 2)}]`, 'too-many-values'],
    ['blank lines', '\n'.repeat(mega), 'too-many-values'],
    ['wrong escapes', `a: "${'\\q'.repeat(mega / 2)}"`, 'too-many-values'],
    ['documents', '---\n'.repeat(mega / 4), 'yaml-several-documents'],
    ['an alias bomb', bomb, 'too-many-aliases'],
    ['an alias of itself', 'a: &a [*a]\n', 'yaml-circular-alias'],
    ['NUL characters', '\0'.repeat(mega), 'unprintable-character'],
    ['a reversed reading order', 'id: \u202Ex\n', 'unprintable-character'],
    ['half a character', 'id: "\\uD800"\n', 'unprintable-character'],
    ['a directive', '%YAML 1.1\n---\nid: x\n', 'yaml-directive'],
    ['a tag', 'id: !!js/function "x"\n', 'yaml-tag'],
    ['merged keys', 'schema: 2\na: &a { id: x }\nposts: { <<: *a }\n', 'bad-key'],
    ['a key of 1,025 characters', `schema: 2\nid: &a x\n${'k'.repeat(1025)}: 1\n`, 'yaml-bad-key'],
    ['a key of 1,025 characters in braces', `schema: 2\n{${'k'.repeat(1025)}: 1}\n`, 'yaml-bad-key'],
    ['a plain key of 1,025 characters', `schema: 2\n${'k'.repeat(1025)}: 1\n`, 'unknown-key'],
  ])('%s end in a diagnostic within two seconds', (_, text, code) => {
    // Processor time: a busy machine is not a slow reader.
    const begun = process.cpuUsage();
    const { role, diagnostics } = checkRole(text, 'a.yaml');
    expect(role).toBeNull();
    expect(codes(diagnostics)).toContain(code);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
  });

  test('whatever the text, reading it ends and tells a place', () => {
    const piece = fc.constantFrom(
      '\n',
      '  ',
      '- ',
      ': ',
      ':',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      '&a ',
      '*a',
      '!t ',
      '|',
      '>',
      '\t',
      '? ',
      '%',
      '@',
      '---\n',
      '\\',
      'id',
      'title',
      'ru',
      '1',
      'null',
      'ж',
      '🙂',
      '\u0300',
      '\u00A0',
      '\r\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
        (text) => {
          const { role, diagnostics, locate } = checkRole(text, 'a.yaml');
          expect(role).toBeNull();
          expect(diagnostics.length).toBeGreaterThan(0);
          for (const one of diagnostics) if (one.code !== 'empty-file') expect(one.line).toBeGreaterThan(0);
          locate('/duties/0/id');
        },
      ),
      { numRuns: 400, seed: 20_261_122 },
    );
  });
});

describe('rules', () => {
  const rich = parse(readFileSync(new URL('./corpus/errors/references.yaml', import.meta.url), 'utf8')) as object;

  test('bear any value in any place', () => {
    const pointers = occurrences('role', rich)
      .map((one) => one.pointer)
      .filter((pointer) => pointer !== '');
    const value = fc.oneof(
      fc.constantFrom(null, '', ' ', 'x', 0, -1, 1.5, true, [], {}, [null], [{}], { id: 1 }, { ru: null }, { min: 'a', max: {} }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...pointers), value), { minLength: 1, maxLength: 4 }), (changes) => {
        const data = structuredClone(rich);
        for (const [pointer, changed] of changes) replace(data, pointer.split('/').slice(1), changed);
        for (const one of findingsOf(data, roleKind)) expect(one.pointer).toMatch(/^(\/|$)/);
      }),
      { numRuns: runs(300), seed: 20_261_122 },
    );
  });

  function replace(data: unknown, [key = '', ...rest]: string[], value: unknown): void {
    if (typeof data !== 'object' || data === null) return;
    const holder = data as Record<string, unknown>;
    if (rest.length === 0) holder[key] = value;
    else replace(holder[key], rest, value);
  }
});

describe('schemas', () => {
  const names: SchemaName[] = ['role', 'overlay', 'organisation', 'person', 'kind', 'jurisdiction', 'theme', 'locale', 'lint-rule'];

  test('have names for all their notations', () => {
    const used = names.flatMap((name) =>
      [...JSON.stringify(schemaOf(name)).matchAll(/"(?:pattern|format)":("(?:[^"\\]|\\.)*")/g)].map(
        (match) => JSON.parse(match[1] ?? '""') as string,
      ),
    );
    expect([...new Set(used)].filter((one) => one !== 'date').sort()).toEqual(Object.keys(notations).sort());
  });

  test('mean the same by the same name', () => {
    const [role, , organisation, person] = names.map((name) => schemaOf(name).definitions ?? {});
    for (const [one, other] of [
      [role, organisation],
      [role, person],
      [person, organisation],
    ])
      for (const name of Object.keys(one ?? {})) if (other?.[name]) expect(other[name], name).toEqual(one?.[name]);
  });

  test('describe every property', () => {
    const undescribed: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (
          path.endsWith('/properties') &&
          (typeof (inner as { title?: unknown }).title !== 'string' || typeof (inner as { description?: unknown }).description !== 'string')
        )
          undescribed.push(`${path}/${key}`);
        look(inner, `${path}/${key}`);
      }
    };
    for (const name of names) look(schemaOf(name), name);
    expect(undescribed).toEqual([]);
  });

  test('have their types generated', () => {
    expect(() =>
      execFileSync(process.execPath, ['scripts/generate-types.mjs', '--check'], { stdio: 'pipe', cwd: new URL('..', import.meta.url) }),
    ).not.toThrow();
  });

  test.each(['ru', 'nl', 'gb'])('hold for the examples of %s', (country) => {
    expect(readOrganisation(packageWorkspace(), `examples/organisation.${country}.yaml`).diagnostics).toEqual([]);
    expect(readPerson(packageWorkspace(), `examples/person.${country}.yaml`).diagnostics).toEqual([]);
  });

  test('let a contract of a person have one end, and not before it begins', () => {
    const found = (contract: object, hireDate?: string) => {
      const file = JSON.stringify({ schema: 2, name: { last: 'Smith', first: 'Anna' }, ...(hireDate && { hireDate }), contract });
      return readPerson(memoryWorkspace({ 'person.yaml': file }), 'person.yaml').diagnostics.map(({ code, path }) => `${code} ${path}`);
    };
    expect(found({ kind: 'fixed-term', endDate: '2026-12-04' }, '2026-12-04')).toEqual([]);
    expect(found({ kind: 'fixed-term', endDate: '2026-12-03' }, '2026-12-04')).toEqual(['contract-ends-early contract/endDate']);
    expect(found({ kind: 'fixed-term', endDate: '2026-12-03' })).toEqual([]);
    expect(found({ kind: 'fixed-term', months: 6 }, '2026-12-04')).toEqual([]);
    expect(found({ kind: 'fixed-term', months: 6, endDate: '2027-06-03' })).toEqual(['contract-two-terms contract/months']);
    expect(found({ kind: 'indefinite' })).toEqual([]);
    expect(found({ kind: 'indefinite', months: 6, endDate: '2027-06-03' })).toEqual([
      'contract-no-term contract/months',
      'contract-no-term contract/endDate',
    ]);
    expect(found({ kind: 'indefinite', months: 6 })).toEqual(['contract-no-term contract/months']);
  });

  test('check data that come from no file', () => {
    expect(findingsOf({ schema: 2, name: { last: 'Smith', first: 'Anna' } }, personKind)).toEqual([]);
    expect(findingsOf({ schema: 2, name: { last: 'Smith' }, hireDate: '2026-13-01' }, personKind)).toMatchObject([
      { code: 'bad-date', pointer: '/hireDate' },
      { code: 'name-incomplete', pointer: '/name' },
    ]);
    expect(
      findingsOf({ schema: 2, name: 'X', jurisdiction: 'gb', languages: ['en'], signatories: { hr: 'hr' } }, organisationKind),
    ).toMatchObject([{ code: 'broken-reference', pointer: '/signatories/hr' }]);
  });
});

describe('the library', () => {
  const workspace = memoryWorkspace({
    'roles/seller.yaml': valid,
    'roles/hr-manager.yml': valid,
    'roles/notes.txt': '',
    'roles/old/x.yaml': valid,
  });

  test('lists roles by the names of their files', () => {
    expect(listRoles(workspace)).toEqual([
      { id: 'hr-manager', path: 'roles/hr-manager.yml' },
      { id: 'seller', path: 'roles/seller.yaml' },
    ]);
    expect(listRoles(memoryWorkspace({}))).toEqual([]);
  });

  test('suggests the nearest role', () => {
    expect(unknownRole('sellers', ['hr-manager', 'seller'])).toMatchObject({
      code: 'unknown-role',
      args: { nearest: 'seller', known: 'hr-manager, seller' },
    });
    expect(unknownRole('sellers', [])).toMatchObject({ code: 'no-roles' });
  });
});

describe('the workspace of a folder', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'rolewright-'));
    writeFileSync(join(root, 'seller.yaml'), `\uFEFF${valid}`);
    writeFileSync(join(root, 'cp1251.yaml'), Buffer.from([0x69, 0x64, 0x3a, 0x0a, 0xef, 0xf0, 0xee]));
    writeFileSync(join(root, 'huge.yaml'), '');
    truncateSync(join(root, 'huge.yaml'), 100 * 1024 * 1024);
    mkdirSync(join(root, 'folder.yaml'));
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    symlinkSync('loop.yaml', join(root, 'loop.yaml'));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each<[string, object]>([
    ['none.yaml', { code: 'file-missing' }],
    ['sellers.yaml', { code: 'file-missing', args: { file: 'sellers.yaml', nearest: 'seller.yaml' } }],
    ['seller.yaml/x', { code: 'file-missing' }],
    ['folder.yaml', { code: 'not-a-file' }],
    ['pipe.yaml', { code: 'not-a-file' }],
    ['/dev/zero', { code: 'not-a-file' }],
    ['loop.yaml', { code: 'file-unreadable', args: { file: 'loop.yaml', reason: 'ELOOP' } }],
    ['a\0b', { code: 'file-unreadable' }],
    ['huge.yaml', { code: 'file-too-large', args: { file: 'huge.yaml', size: 102_400, limit: 1024 } }],
    ['cp1251.yaml', { code: 'not-utf8', line: 2 }],
  ])('refuses to read %s', (path, expected) => {
    const { role, diagnostics } = readRole(openWorkspace(root), path);
    expect(role).toBeNull();
    expect(diagnostics).toMatchObject([{ file: path, ...expected }]);
  });

  test('reads past a byte order mark, relative to its root or not', () => {
    expect(openWorkspace(root).readText('seller.yaml')).toBe(valid);
    expect(openWorkspace('/').readText(join(root, 'seller.yaml'))).toBe(valid);
    expect(openWorkspace(root).list('.')).toEqual(['cp1251.yaml', 'huge.yaml', 'loop.yaml', 'pipe.yaml', 'seller.yaml']);
    expect(openWorkspace(root).list('none')).toEqual([]);
    expect(openWorkspace(root).exists('seller.yaml/x')).toBe(false);
  });

  describe('writing', () => {
    const bytes = new TextEncoder().encode('new');
    let out = '';
    beforeAll(() => {
      out = join(root, 'out');
      mkdirSync(out);
      writeFileSync(join(out, 'there.pdf'), 'old');
      mkdirSync(join(root, 'private'));
      symlinkSync(join(root, 'private'), join(out, 'elsewhere'));
    });
    const all = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    const write = (paths: string[], options: object = {}): string[] =>
      openWorkspace(root).writeAll(
        paths.map((path) => ({ path, bytes })),
        { folder: 'out', ...options },
      );

    test('refuses whatever is in the way, and writes nothing', () => {
      const before = all(out);
      const paths = ['new.pdf', 'there.pdf', 'there.pdf/x.pdf', 'elsewhere/x.pdf'];
      expect(refusalOf(() => write(paths))).toMatchObject([
        { code: 'would-overwrite', args: { file: 'out/there.pdf' } },
        { code: 'folder-unwritable', args: { folder: 'out/there.pdf', reason: 'ENOTDIR' } },
        { code: 'output-outside', args: { name: 'out/elsewhere/x.pdf' } },
      ]);
      expect(all(out)).toEqual(before);
    });

    test.each([
      ['../x.pdf', 'output-outside'],
      ['/etc/x.pdf', 'output-outside'],
      ['a/../../x.pdf', 'output-outside'],
      ['', 'output-outside'],
      ['a//b', 'output-outside'],
      ['a\\b.pdf', 'bad-file-name'],
      ['C:x.pdf', 'bad-file-name'],
      ['nul.pdf', 'bad-file-name'],
      ['x\0.pdf', 'bad-file-name'],
      ['x.', 'bad-file-name'],
      [`${'ж'.repeat(128)}.pdf`, 'bad-file-name'],
    ])('refuses the name %j', (path, code) => {
      expect(codes(refusalOf(() => write([path], { force: true })))).toEqual([code]);
      expect(codes(refusalOf(() => memoryWorkspace({}).writeAll([{ path, bytes }])))).toEqual([code]);
    });

    test('refuses two files of one name', () => {
      expect(codes(refusalOf(() => write(['a.pdf', 'A.pdf'])))).toEqual(['same-target']);
    });

    test('only looks when asked to', () => {
      const before = all(out);
      expect(write(['deep/er/new.pdf', 'x.pdf'], { dryRun: true })).toEqual(['out/deep/er/new.pdf', 'out/x.pdf']);
      expect(all(out)).toEqual(before);
    });

    test('makes folders and replaces files by force', () => {
      expect(write(['there.pdf', 'made/here/new.pdf'], { force: true })).toEqual(['out/there.pdf', 'out/made/here/new.pdf']);
      expect(readFileSync(join(out, 'there.pdf'), 'utf8')).toBe('new');
      expect(all(out)).toEqual(['elsewhere', 'made', 'made/here', 'made/here/new.pdf', 'there.pdf']);
    });

    test('leaves everything as it was when it fails half-way', () => {
      writeFileSync(join(out, 'there.pdf'), 'old');
      // The second file needs a folder where the third is to be a file, which shows at the last step only.
      const [failure] = refusalOf(() => write(['there.pdf', 'clash/new.pdf', 'clash'], { force: true }));
      expect(failure).toMatchObject({ code: 'write-failed', args: { file: 'out/clash' } });
      expect(readFileSync(join(out, 'there.pdf'), 'utf8')).toBe('old');
      expect(existsSync(join(out, 'clash'))).toBe(false);
      expect(all(out).filter((name) => name.includes('rolewright'))).toEqual([]);
    });

    test.skipIf(process.getuid?.() === 0)('refuses a folder without permission', () => {
      mkdirSync(join(root, 'locked'));
      chmodSync(join(root, 'locked'), 0o555);
      expect(refusalOf(() => write(['x.pdf'], { folder: 'locked' }))).toMatchObject([
        { code: 'folder-unwritable', args: { folder: 'locked', reason: 'EACCES' } },
      ]);
    });
  });

  test('in memory behaves alike', () => {
    const workspace = memoryWorkspace({ 'a.yaml': 'x' });
    const file = { path: 'a.yaml', bytes: new TextEncoder().encode('y') };
    expect(codes(refusalOf(() => workspace.writeAll([file])))).toEqual(['would-overwrite']);
    expect(workspace.writeAll([file], { force: true, dryRun: true })).toEqual(['a.yaml']);
    expect(workspace.readText('a.yaml')).toBe('x');
    workspace.writeAll([file], { force: true });
    expect(workspace.readText('./a.yaml')).toBe('y');
    expect(codes(refusalOf(() => workspace.readText('b.yaml')))).toEqual(['file-missing']);
    expect(codes(refusalOf(() => workspace.readBytes('a.yaml', 0)))).toEqual(['file-too-large']);
  });
});
