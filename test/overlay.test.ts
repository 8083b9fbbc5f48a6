/** Overlays: a corpus of overlays beside what comes of them, and what no overlay may do. `UPDATE=1` rewrites the results. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.js';
import { schemaOf } from '../src/read/schema.js';
import { stampOf } from '../src/role/stamp.js';
import { listsIn, sections } from '../src/role/overlay/lists.js';
import { writtenStamps } from '../src/role/overlay/stamps.js';
import { checkRole } from '../src/role/read.js';
import { readRole } from '../src/desk/roles.js';
import { openWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import type { Workspace } from '../src/workspace/workspace.js';
import { runs } from './every.js';

const folder = new URL('./corpus/overlay/', import.meta.url);
const seller = readFileSync(new URL('roles/seller.yaml', folder), 'utf8');
const head = (base = 'seller', version = '1.2.0'): string =>
  `schema: 2\nextends: ${base}\nbase: { version: ${version} }\nid: x\nversion: 1.0.0\n`;

const must = <T>(value: T | null): T => {
  if (value === null) throw new Error('not valid');
  return value;
};

/** The role that an overlay in a folder of its own makes of the seller. */
const overlaid = (text: string, files: Record<string, string> = {}) =>
  readRole(memoryWorkspace({ 'roles/seller.yaml': seller, 'departments/x.yaml': text, ...files }), 'departments/x.yaml');

const codes = (text: string, files: Record<string, string> = {}): string[] => overlaid(text, files).diagnostics.map((one) => one.code);

describe('corpus', () => {
  const workspace = openWorkspace(folder.pathname);
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml')))
    test(name, async () => {
      let [out, err] = ['', ''];
      await run({
        argv: ['resolve', name, '--lang', 'en'],
        environment: {},
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
      const file = new URL(name.replace('.yaml', '.txt'), folder);
      // What papers say is not only up to the role.
      const told = [err, out.replace(/(?<=^# Content code )[0-9a-f]{12}/gm, '…')].filter((part) => part !== '').join('\n');
      if (process.env.UPDATE === '1') writeFileSync(file, told);
      expect(told).toBe(readFileSync(file, 'utf8'));
    });
});

describe('an overlay', () => {
  test('gives a role that is valid by itself', () => {
    const { role } = overlaid(readFileSync(new URL('every-change.yaml', folder), 'utf8'));
    expect(checkRole(JSON.stringify(role), 'x.yaml').diagnostics).toEqual([]);
    expect(overlaid(head()).role).toEqual({ ...must(checkRole(seller, 'seller.yaml').role), id: 'x', version: '1.0.0' });
  });

  test('has the place of every value: number or id, key or value', () => {
    const { locate } = overlaid(`${head()}changes:\n  - change: turnover\n    value: 105\n    name: { en: sales }\n  - remove: wrap\n`);
    expect(locate('/kpis/turnover/value')).toMatchObject({
      file: 'departments/x.yaml',
      line: 8,
      path: 'kpis/turnover/value',
      sourceLine: '    value: 105',
    });
    expect(locate('/kpis/0/value', 'key')).toMatchObject({ file: 'departments/x.yaml', line: 8, column: 5 });
    expect(locate('/kpis/0/name/en')).toMatchObject({ file: 'departments/x.yaml', line: 9 });
    expect(locate('/kpis/0/name/ru')).toMatchObject({ file: 'roles/seller.yaml', line: 46 });
    expect(locate('/duties/1/duties/0/text/en')).toMatchObject({
      file: 'roles/seller.yaml',
      line: 38,
      path: 'duties/order/duties/tidy/text/en',
    });
    expect(locate('/id')).toMatchObject({ file: 'departments/x.yaml', line: 4 });
  });

  test('keeps no forms of a title that it replaces', () => {
    expect(overlaid(`${head()}title: { ru: кассир, en: cashier }\n`).role?.titleForms).toBeUndefined();
    expect(overlaid(`${head()}purpose: { ru: касса, en: the till }\n`).role?.titleForms).toEqual({
      ru: { genitive: 'продавца' },
      en: { article: 'a' },
    });
  });

  test('sets to null what may be null, and takes away what may be absent', () => {
    const { role } = overlaid(
      `${head()}changes:\n  - { change: turnover, value: null, measures: null }\n  - { change: propose, limits: null }\n`,
    );
    expect(role?.kpis?.[0]).toMatchObject({ value: null });
    expect(role?.kpis?.[0]).not.toHaveProperty('measures');
    expect(role?.rights[0]).not.toHaveProperty('limits');
  });

  test('takes the last entry of a list away with the list, unless a role needs one', () => {
    expect(overlaid(`${head()}changes:\n  - remove: shifts\n`).role).not.toHaveProperty('conditions');
    expect(overlaid(`${head()}changes:\n  - remove: propose\n`).diagnostics).toMatchObject([
      { code: 'empty-list', file: 'departments/x.yaml', line: 7 },
    ]);
  });

  test('lets references follow what is replaced and go with what is removed', () => {
    const { role, diagnostics } = overlaid(
      `${head()}changes:\n  - replace: wrap\n    with: { id: pack, text: { ru: пакует, en: pack } }\n  - remove: advise\n`,
    );
    expect(role?.kpis?.[0]?.measures).toEqual(['pack']);
    expect(role?.onboarding?.stages[0]?.steps[0]).not.toHaveProperty('prepares');
    expect(diagnostics).toMatchObject([
      { code: 'overlay-reference-dropped', severity: 'info', line: 9, args: { id: 'advise', entries: 'meet, turnover', count: 2 } },
    ]);
    const own = `${head()}changes:\n  - remove: advise\n  - change: turnover\n    measures: [advise]\n`;
    expect(overlaid(own).diagnostics.find((one) => one.severity === 'error')).toMatchObject({
      code: 'broken-reference',
      file: 'departments/x.yaml',
      line: 9,
    });
  });

  test('repeats no warning that its base gives by itself', () => {
    const late = seller.replace('due: { day: 3 }', 'due: { day: 30 }');
    expect(checkRole(late, 'seller.yaml').diagnostics).toMatchObject([{ code: 'step-outside-stage' }]);
    expect(codes(`${head()}title: { ru: кассир, en: cashier }\n`, { 'roles/seller.yaml': late })).toEqual([]);
  });

  test('that changes one language keeps the others; American wording goes with the English one that it said otherwise', () => {
    const american = seller.replace('en: advise customers }', 'en: advise customers, en-US: counsel customers }');
    const id = 'advise';
    const text = (change: string): unknown =>
      must(overlaid(`${head()}changes:\n  - change: ${id}\n    text: ${change}\n`, { 'roles/seller.yaml': american }).role)
        .duties.flatMap(({ duties }) => duties)
        .find((duty) => duty.id === id)?.text;
    const [ru, en, us] = ['консультирует покупателей', 'advise customers', 'counsel customers'];
    expect(text('{ ru: советует }')).toEqual({ ru: 'советует', en, 'en-US': us });
    expect(text('{ en: other }')).toEqual({ ru, en: 'other' });
    expect(text('{ en: other, en-US: both }')).toEqual({ ru, en: 'other', 'en-US': 'both' });
    expect(text('{ en-US: alone }')).toEqual({ ru, en, 'en-US': 'alone' });
  });

  test('changes what schema 2 brings as it changes the rest', () => {
    const change = (values: string) => overlaid(`${head()}changes:\n  - change: advise\n    ${values}\n`);
    expect(change('core: true').diagnostics).toEqual([]);
    expect(
      must(change('core: true').role)
        .duties.flatMap(({ duties }) => duties)
        .find(({ id }) => id === 'advise')?.core,
    ).toBe(true);
  });

  test('may have the id of the role in the library that it extends', () => {
    const own = `schema: 2\nextends: sales-manager\nbase: { version: 2.0.0 }\nid: sales-manager\nversion: 1.1.0\nreview: { months: 6 }\n`;
    const { role, diagnostics, locate } = readRole(memoryWorkspace({ 'roles/sales-manager.yaml': own }), 'roles/sales-manager.yaml');
    expect(diagnostics).toEqual([]);
    expect(role).toMatchObject({ version: '1.1.0', review: { months: 6 } });
    expect(locate('/category').file).toBe('rolewright/roles/sales-manager.yaml');
  });

  test('reads no file outside the folder, by whatever path', () => {
    for (const base of ['../../etc/x.yaml', '/etc/x.yaml', 'C:/x.yaml', '..\\..\\x.yaml', './../../x.yaml'])
      expect(codes(head(base), { '../x.yaml': seller }), base).toEqual(['overlay-base-outside']);
    for (const base of ['none.yaml', './', '../departments']) expect(codes(head(base)), base).toEqual(['overlay-base-missing']);
  });
});

describe('a folder with links', () => {
  test('gives no file from elsewhere, and one from within', () => {
    const root = mkdtempSync(join(tmpdir(), 'rolewright-'));
    try {
      for (const folder of ['project/departments', 'project/roles']) mkdirSync(join(root, folder), { recursive: true });
      for (const file of ['secret.yaml', 'project/roles/seller.yaml']) writeFileSync(join(root, file), seller);
      symlinkSync('../../secret.yaml', join(root, 'project/departments/outside.yaml'));
      symlinkSync('../../', join(root, 'project/departments/up'));
      symlinkSync('../roles/seller.yaml', join(root, 'project/departments/inside.yaml'));
      for (const [base, code] of [
        ['outside.yaml', 'overlay-base-outside'],
        ['up/secret.yaml', 'overlay-base-outside'],
        ['inside.yaml', undefined],
        ['../roles/seller.yaml', undefined],
      ] as const) {
        writeFileSync(join(root, 'project/departments/x.yaml'), `${head(base)}review: { months: 3 }\n`);
        expect(readRole(openWorkspace(join(root, 'project')), 'departments/x.yaml').diagnostics[0]?.code, base).toBe(code);
        const above = base.startsWith('..') || base === 'inside.yaml' ? 'overlay-base-outside' : code;
        expect(readRole(openWorkspace(join(root, 'project/departments')), 'x.yaml').diagnostics[0]?.code, base).toBe(above);
      }
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});

describe('chains', () => {
  const chain = (length: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length }, (_, n) => [
        `departments/c${n}.yaml`,
        head(n === 0 ? 'seller' : `c${n - 1}.yaml`, n === 0 ? '1.2.0' : '1.0.0').replace('id: x', `id: c${n}`) +
          'context: { ru: опт, en: wholesale }\n',
      ]),
    );

  test('of eight files are read, of nine are not', () => {
    expect(readRole(memoryWorkspace({ 'roles/seller.yaml': seller, ...chain(7) }), 'departments/c6.yaml').diagnostics).toEqual([]);
    expect(readRole(memoryWorkspace({ 'roles/seller.yaml': seller, ...chain(8) }), 'departments/c7.yaml').diagnostics).toMatchObject([
      { code: 'overlay-too-deep', file: 'departments/c0.yaml', line: 2 },
    ]);
    expect(readRole(memoryWorkspace({ 'roles/seller.yaml': seller, ...chain(500) }), 'departments/c499.yaml').diagnostics).toMatchObject([
      { code: 'overlay-too-deep' },
    ]);
  });

  test('in a circle are refused, also of one file', () => {
    expect(codes(head('x.yaml'))).toEqual(['overlay-cycle']);
    expect(codes(head('y.yaml'), { 'departments/y.yaml': head('./x.yaml') })).toEqual(['overlay-cycle']);
    expect(readRole(memoryWorkspace({ 'roles/own.yaml': head('own') }), 'roles/own.yaml').diagnostics.map((one) => one.code)).toEqual([
      'overlay-cycle',
    ]);
  });
});

describe('hostile overlays', () => {
  const many = (count: number, change: (n: number) => string): string =>
    `${head()}changes:\n${Array.from({ length: count }, (_, n) => `  - ${change(n)}\n`).join('')}`;

  test.each<[string, string, string]>([
    ['too many changes', many(9000, (n) => `{ remove: e${n} }`), 'too-many-items'],
    ['many additions of a wrong kind', many(1000, (n) => `{ add: { id: e${n}, a: 1, b: 2, c: 3 }, in: duties }`), 'missing-key'],
    ['many unknown ids', many(1000, (n) => `{ remove: ${'x'.repeat(60)}${n} }`), 'overlay-unknown-id'],
    [
      'many entries in one',
      `${head()}changes:\n  - add: { id: g, heading: { ru: г, en: g }, duties: [${Array.from({ length: 6_000 }, (_, n) => `{id: d${n}}`).join(',')}] }\n    in: duties\n`,
      'missing-key',
    ],
    ['moves back and forth', many(1000, (n) => `{ move: advise, ${n % 2 ? 'after' : 'before'}: wrap }`), ''],
  ])('with %s cost little time', (_, text, code) => {
    // Processor time: a busy machine is not a slow reader.
    const started = process.cpuUsage();
    const { diagnostics } = overlaid(text);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
    expect(diagnostics.length).toBeLessThanOrEqual(400);
    if (code === '') expect(diagnostics).toEqual([]);
    else expect(diagnostics.map((one) => one.code)).toContain(code);
  });

  test('never throw, and give a valid role or errors', () => {
    const id = fc.constantFrom(
      'selling',
      'advise',
      'wrap',
      'tidy',
      'order',
      'turnover',
      'first-week',
      'talk',
      'new',
      'constructor',
      'toString',
      '__proto__x',
      'x'.repeat(70),
    );
    const place = fc.oneof(
      id,
      fc.constantFrom('duties', 'rights', 'kpis', 'onboarding.stages', 'first-week.steps', 'a.b.c', 'constructor', 'duties.x'),
    );
    const entry = fc.oneof(
      fc.record({ id, text: fc.constant({ ru: 'слово', en: 'word' }) }),
      fc.record({
        id,
        heading: fc.constant({ ru: 'слово', en: 'word' }),
        duties: fc.array(fc.record({ id, text: fc.constant({ ru: 'а', en: 'a' }) }), { maxLength: 2 }),
      }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const where = fc.record({ in: place, at: fc.constantFrom('first', 'last', 'middle'), before: id, after: id }, { requiredKeys: [] });
    const change = fc.oneof(
      fc.tuple(entry, where).map(([add, at]) => ({ add, ...at })),
      fc.tuple(id, where).map(([move, at]) => ({ move, ...at })),
      fc
        .tuple(
          id,
          fc.dictionary(
            fc.constantFrom('text', 'value', 'weight', 'duties', 'deadline', 'name', 'steps', 'measures', 'cells', 'valueOf'),
            fc.jsonValue({ maxDepth: 2 }),
            { maxKeys: 2 },
          ),
        )
        .map(([one, values]) => ({ ...values, change: one })),
      fc.tuple(id, entry).map(([replace, other]) => ({ replace, with: other })),
      id.map((remove) => ({ remove })),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const values = fc.dictionary(
      fc.constantFrom('title', 'languages', 'posts', 'sources', 'onboarding', 'experience', 'reportsTo', 'review', 'extends', 'changes'),
      fc.jsonValue({ maxDepth: 2 }),
      { maxKeys: 2 },
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), values, (changes, more) => {
        const text = JSON.stringify({
          schema: 2,
          extends: 'seller',
          base: { version: '1.2.0' },
          id: 'x',
          version: '1.0.0',
          changes,
          ...more,
        });
        const { role, diagnostics, locate } = overlaid(text);
        expect(role === null).toBe(diagnostics.some((one) => one.severity === 'error'));
        for (const one of diagnostics) expect(one.file === undefined || (one.line ?? 1) >= 1).toBe(true);
        if (role) {
          expect(checkRole(JSON.stringify(role), 'x.yaml').diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
          expect(locate('/duties/0/duties/0/id').file).toBeDefined();
        }
      }),
      { numRuns: runs(150), seed: 4 },
    );
  });
});

describe('the schema', () => {
  test('lets every key of every kind of entry be changed', () => {
    const known = Object.keys(schemaOf('overlay').definitions?.alteration?.properties ?? {});
    const kinds = new Set([...sections().values()].map(({ kind }) => kind));
    for (const kind of kinds) for (const inner of listsIn(kind).values()) kinds.add(inner);
    expect(kinds.size).toBeGreaterThan(18);
    for (const kind of kinds) for (const key of Object.keys(kind.properties ?? {})) if (key !== 'id') expect(known, key).toContain(key);
  });

  test('knows every single value of a role', () => {
    const own = Object.keys(schemaOf('overlay').properties ?? {});
    const lists = new Set([...sections().keys()].map((path) => path.split('.')[0]));
    // Texts without a place are settled in the role that was drawn from their file.
    const keys = Object.keys(schemaOf('role').properties ?? {}).filter((key) => key !== 'unplaced' && !lists.has(key));
    for (const key of keys) expect(own, key).toContain(key);
  });
});

describe('stamps', () => {
  test('leave out the source and what has a stamp of its own', () => {
    const entry = { id: 'a', text: 'x', source: 'added', items: [{ id: 'b', text: 'y' }] };
    expect(stampOf(entry, ['items'])).toBe(stampOf({ text: 'x', id: 'a' }, []));
    expect(stampOf(entry, [])).not.toBe(stampOf(entry, ['items']));
  });

  test('stamps that look like numbers are written as text', () => {
    const text = `${head().replace(
      'base: { version: 1.2.0 }',
      `base:\n  version: 1.2.0\n  clauses: ${writtenStamps(
        new Map([
          ['advise', '12345678'],
          ['wrap', '1234e567'],
          ['tidy', '0ab0e123'],
          ['12', 'abcdefab'],
        ]),
        '  ',
        '\n',
      )}`,
    )}review: { months: 3 }\n`;
    expect(codes(text)).toEqual([]);
  });
});

/** What other files of a workspace the reader of overlays looks at. */
test('an overlay reads its chain and nothing else', () => {
  const inner = memoryWorkspace({
    'roles/seller.yaml': seller,
    'roles/other.yaml': seller,
    'departments/x.yaml': `${head()}review: { months: 3 }\n`,
  });
  const read: string[] = [];
  const workspace: Workspace = { ...inner, readText: (path, limit) => (read.push(path), inner.readText(path, limit)) };
  readRole(workspace, 'departments/x.yaml');
  expect(read).toEqual(['departments/x.yaml', 'roles/seller.yaml']);
});
