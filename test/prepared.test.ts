/** What a build prepares gives what working it out gives, and is passed over where it was made from something else. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
// @ts-expect-error A script of the build, without types.
import { bundle } from '../scripts/prepare/bundle.mjs';
// @ts-expect-error A script of the project, without types.
import { carriedByPages, licences, serverLicences } from '../scripts/licences.mjs';
import { createAssembler } from '../src/press/assemble.js';
import { createHelpers } from '../src/template/helpers.js';
import { precompileTemplate } from '../src/template/template-check.js';
import { createTemplates, knownHelpers } from '../src/template/template.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { isRealDate } from '../src/language/dates.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { jurisdictionIds, locales, openLibrary } from '../src/shelf/library.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { openPrepared } from '../src/read/prepared.js';
import type { Prepared } from '../src/read/prepared.js';
import { createPress } from '../src/press/press.js';
import { parseText } from '../src/read/data.js';
import { dialect, schemaErrors } from '../src/read/schema.js';
import type { SchemaName } from '../src/read/schema.js';
import { keepsTo } from '../src/read/schema-verdict.js';
import { readRole } from '../src/desk/roles.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { kinds, kindsIn } from './own-kinds.js';
import { linkPackage } from './package-copy.js';
import { runs, some } from './every.js';

const root = new URL('..', import.meta.url).pathname;
const shelf = packageWorkspace();
const folder = mkdtempSync(join(tmpdir(), 'rolewright-prepared-'));
const load = createRequire(import.meta.url);
const piecesIn = (place: string): Prepared => openPrepared((path) => load(`${folder}/${place}/${path}`) as unknown);
const pieces = (): Prepared => piecesIn('dist/prepared');
const none = piecesIn('nothing');
const yamlFiles = (place: string): string[] =>
  readdirSync(root + place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${place}/${file}`);
const parsed = (file: string): unknown => parseText(readFileSync(root + file, 'utf8'), file).parsed?.data;

beforeAll(() => cpSync(inject('pieces'), `${folder}/dist/prepared`, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('prepared data', () => {
  it('are those of the files, as long as these are the same', () => {
    const files = ['locales', 'jurisdictions', 'kinds', 'themes'].flatMap(yamlFiles);
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const text = shelf.readText(file);
      expect(pieces().data(file, text), file).toStrictEqual(parse(text));
      expect(pieces().data(file, `${text}\n`), file).toBeUndefined();
      // As long as before.
      expect(
        pieces().data(
          file,
          text.replace(/[a-z]/, (letter) => (letter === 'x' ? 'y' : 'x')),
        ),
        file,
      ).toBeUndefined();
      expect(none.data(file, text), file).toBeUndefined();
    }
  });
});

describe('the short way through a schema', () => {
  const names: SchemaName[] = ['role', 'organisation', 'person', 'overlay', 'project'];

  it('judges as the validator does, whatever the file', () => {
    const files = ['roles', 'examples', 'test/corpus/errors', 'test/corpus/overlay']
      .flatMap(yamlFiles)
      .map((file) => ({ file, data: parsed(file) }));
    const judged = names.flatMap((name) =>
      files.map(({ file, data }) => {
        const good = keepsTo(name, data);
        expect(good, `${name}: ${file}`).toBe(schemaErrors(name, '', data).length === 0);
        return good;
      }),
    );
    expect(judged.filter(Boolean).length).toBeGreaterThan(20);
    expect(judged.filter((good) => !good).length).toBeGreaterThan(20);
  });

  it.each([
    ['role', 'roles/sales-manager.yaml'],
    ['organisation', 'examples/organisation.ru.yaml'],
    ['person', 'examples/person.ru.yaml'],
  ] as const)('judges as the validator does when something is changed: %s', (name, file) => {
    const text = JSON.stringify(parsed(file));
    const marks = [...text.matchAll(/(?<=[:,[])(?:"(?:[^"\\]|\\.)*"(?!:)|-?\d[\d.]*|true|false)/g)];
    const other = fc.constantFrom(
      '""',
      '"x"',
      '"2025-02-29"',
      '"2026-11-22"',
      '"A b"',
      '[]',
      '{}',
      'null',
      '7',
      '-1',
      '0.5',
      'true',
      '["x","x"]',
      '{"ru":"x"}',
      JSON.stringify('\u{1F600}'.repeat(300)),
    );
    fc.assert(
      fc.property(fc.nat(marks.length - 1), other, (at, value) => {
        const mark = marks[at];
        if (!mark) return;
        const data: unknown = JSON.parse(text.slice(0, mark.index) + value + text.slice(mark.index + mark[0].length));
        expect(keepsTo(name, data)).toBe(schemaErrors(name, '', data).length === 0);
      }),
      { numRuns: runs(60) },
    );
  });

  it('knows the days that there are', () => {
    const year = fc.oneof(fc.integer({ min: 100, max: 9999 }), fc.constantFrom(1900, 2000, 2024, 2100));
    const date = fc
      .tuple(year, fc.nat(13), fc.nat(32))
      .map(([y, m, d]) => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    const { date: pattern } = dialect.formats as { date: RegExp };
    fc.assert(
      fc.property(date, (one) => pattern.test(one) === isRealDate(one)),
      { numRuns: runs(2000) },
    );
    expect(['0000-01-01', '2026-1-1', '2026-11-22 ', '2026-11-22\n'].filter((one) => pattern.test(one))).toEqual([]);
  });
});

/** Only job descriptions have templates of most countries; of the others one country each will do. */
function countriesOf(kind: string, turn: number): JurisdictionId[] {
  const has = jurisdictionIds.filter((country) => kindsIn(country).includes(kind));
  return kind === 'job-description' ? has : [has[turn % has.length] ?? 'ru'];
}

describe('prepared templates', () => {
  const { role } = readRole(shelf, 'roles/sales-manager.yaml');
  if (!role) throw new Error('not valid');
  const { organisation } = readOrganisation(shelf, 'examples/organisation.ru.yaml');

  it('give the documents that the templates give', () => {
    const [ready, plain] = [openLibrary(shelf, pieces()), openLibrary(shelf, none)];
    const [quick, slow] = [createAssembler(ready.template, ready), createAssembler(plain.template, plain)];
    expect(ready.template('job-description')?.prepared).toBeTruthy();
    expect(plain.template('job-description')?.prepared).toBeNull();
    const cases = kinds.flatMap((kind, at) =>
      locales.flatMap((locale, number) =>
        countriesOf(kind, at + number).map((id) => ({
          kind,
          locale,
          number,
          id,
        })),
      ),
    );
    for (const { kind, locale, number, id } of some(cases)) {
      const jurisdiction = plain.jurisdiction(id);
      const person = number === 0 ? { name: { last: 'Ким', first: 'Пётр' }, gender: 'male' as const } : null;
      const request = {
        role,
        kind,
        locale,
        jurisdiction,
        theme: plain.theme(jurisdiction.layout),
        organisation: number === 1 ? null : organisation,
        person,
        date: '2026-06-01',
        logo: null,
      };
      expect(quick.assemble(request), `${kind} ${locale} ${id}`).toEqual(slow.assemble(request));
    }
  });

  it('are mixed with those that have been edited, and tell mistakes at the same places', () => {
    const library = openLibrary(shelf, pieces());
    const problem = (from: typeof library.template) => {
      const templates = createTemplates(
        from,
        createHelpers(() => ({ locale: 'en', tag: 'en-GB', phrase: (key) => key })),
      );
      try {
        return templates.render('acknowledgement-sheet', {});
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return error.diagnostics;
      }
    };
    const plain = openLibrary(shelf, none);
    expect(problem(library.template)).toEqual(problem(plain.template));
    const view = { words: 'a & b', list: ['x', 'y'] };
    const texts: Record<string, string> = {
      main: '<p>{{words}}{{#each list}}{{> part}}{{/each}}</p>',
      'partials/part': '<em>{{this}}</em>',
    };
    const source = (name: string) => ({ file: `templates/${name}.hbs`, text: texts[name] ?? '' });
    const half = (ready: string) =>
      createTemplates((name) => {
        const { partials, code } = precompileTemplate(source(name), 'p9', knownHelpers({}));
        return name === ready
          ? { ...source(name), prepared: { mark: 'p9', partials, specification: runInThisContext(`(${code})`) as object } }
          : source(name);
      }, {});
    for (const ready of ['main', 'partials/part']) {
      const templates = half(ready);
      const made = templates.render('main', view);
      expect(made.replaceAll(/ at="[^"]*"/g, '')).toBe('<p>a &amp; b<em>x</em><em>y</em></p>');
      const places = [...made.matchAll(/ at="([^"]*)"/g)].map(([, at = '']) => templates.placeOf(at));
      expect(places.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
        'templates/main.hbs:1:1',
        'templates/partials/part.hbs:1:1',
        'templates/partials/part.hbs:1:1',
      ]);
    }
  });
});

describe('the bundle', () => {
  const dist = `${folder}/dist`;
  /** The folders of the packages in it, by name. */
  let carried: ReadonlyMap<string, string>;

  beforeAll(async () => {
    mkdirSync(dist, { recursive: true });
    linkPackage(root, folder);
    const make = bundle as (from: string, extension: string, dist: string) => Promise<typeof carried>;
    carried = await make(join(root, 'src'), '.ts', dist);
  });

  it('carries no package without the text of its licence', async () => {
    const texts = (licences as (packages: typeof carried) => string)(carried);
    expect(carried.size).toBeGreaterThan(30);
    const inPages = await (carriedByPages as () => Promise<typeof carried>)();
    expect([...inPages.keys()]).toEqual(expect.arrayContaining(['preact', '@codemirror/view']));
    const ofServer = (serverLicences as (packages: typeof carried) => string)(inPages);
    expect(readFileSync(join(root, 'server/LICENSES.txt'), 'utf8'), 'npm run licences').toBe(ofServer);
    expect(shelf.readText('LICENSES.txt') === texts, 'LICENSES.txt is stale: npm run licences').toBe(true);
  });

  it.runIf(process.env.FULL)(
    'makes the same bytes, with and without compiled code, and says the same',
    async () => {
      const command = [
        'generate',
        'sales-manager',
        '--kind',
        'job-description',
        '--locale',
        'nl',
        '--format',
        'docx,html',
        '--date',
        '2026-06-01',
        '--force',
        '--out',
        'out',
      ];
      const run = (environment: NodeJS.ProcessEnv = {}): Buffer[] => {
        execFileSync(process.execPath, [`${dist}/cli.cjs`, ...command], {
          cwd: folder,
          stdio: 'ignore',
          env: { ...process.env, ...environment },
        });
        return ['docx', 'html'].map((format) => readFileSync(`${folder}/out/sales-manager/job-description.nl.${format}`));
      };
      const library = openLibrary(shelf, none);
      const press = createPress(library, () => {
        throw new Error('no fonts here');
      });
      const { role } = readRole(shelf, 'roles/sales-manager.yaml');
      if (!role) throw new Error('not valid');
      const tree = press.assemble({
        role,
        kind: 'job-description',
        locale: 'nl',
        jurisdiction: 'nl',
        organisation: null,
        person: null,
        date: '2026-06-01',
        logo: null,
      });
      const expected = await Promise.all(
        (['docx', 'html'] as const).map(async (format) => Buffer.from((await press.print(tree, format)).bytes)),
      );
      const kept = `${dist}/bundle/cli.cjs.${process.version}.code`;
      expect(run({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(expected);
      expect(existsSync(kept)).toBe(false);
      expect(run()).toEqual(expected);
      expect(existsSync(kept)).toBe(true);
      expect(run()).toEqual(expected);
      // Code that is not of this Node.js, and a template that is not that of the build.
      writeFileSync(kept, readFileSync(kept).subarray(0, 2000).fill(7));
      cpSync(`${root}templates`, `${folder}/own-templates`, { recursive: true });
      rmSync(`${folder}/templates`);
      symlinkSync(`${folder}/own-templates`, `${folder}/templates`);
      writeFileSync(`${folder}/own-templates/nl/job-description.hbs`, '<document title="a" subject="b"><p>Nieuw</p></document>\n');
      expect(run()[1]?.toString()).toContain('Nieuw');

      const fails = (): string => {
        try {
          return execFileSync(process.execPath, [`${dist}/cli.cjs`, 'generate', 'nosuch', '--lang', 'nl'], {
            cwd: folder,
            encoding: 'utf8',
            stdio: 'pipe',
          });
        } catch (error) {
          return (error as { stderr: string }).stderr;
        }
      };
      expect(fails()).toContain('unknown-role');
    },
    60_000,
  );
});
