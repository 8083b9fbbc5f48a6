/** A program that uses the library finds its process as it was: a library must not mend its host. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, expect, it } from 'vitest';
import { linkPackage } from './package-copy.js';

const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'rolewright-host-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the host has of its own, looked at before and after the library has made documents in all formats. */
const host = `
import { createRequire, syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';

const flags = [];
const setFlags = v8.setFlagsFromString;
v8.setFlagsFromString = (flag) => (flags.push(flag), setFlags(flag));
syncBuiltinESMExports();

const names = ['intl-messageformat', '@formatjs/icu-messageformat-parser', 'docx', 'pdfkit', 'fontkit', 'handlebars',
  'handlebars/runtime.js', 'ajv', 'yaml', 'fflate', 'saxes', 'uqr', 'lvovich', 'petrovich', 'russian-nouns-js', 'indefinite',
  'picocolors'];
const require = createRequire(import.meta.url);
const libraries = Object.fromEntries(await Promise.all(names.flatMap((name) => [
  import(name).then((library) => ['import ' + name, library]),
  ['require ' + name, require(name)],
])));

/** All that hangs on classes and tables: the names, and what each leads to. */
function look() {
  const found = new Map();
  const seen = new Set();
  const note = (path, thing) => {
    if (seen.has(thing)) return;
    seen.add(thing);
    for (const key of Reflect.ownKeys(thing)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(thing, key);
      found.set(path + '.' + String(key), [value, get, set]);
      if (typeof value === 'function' && value.prototype && /^[A-Z]/.test(String(key))) {
        note(path + '.' + String(key), value);
        note(path + '.' + String(key) + '.prototype', value.prototype);
      }
    }
  };
  note('globalThis', globalThis);
  note('Intl', Intl);
  for (const [name, library] of Object.entries(libraries)) {
    note(name, library);
    if (library.default) note(name + ' default', library.default);
    if (library.default?.prototype) note(name + ' default.prototype', library.default.prototype);
    for (const table of ['helpers', 'partials', 'decorators']) if (library.default?.[table]) note(name + ' ' + table, library.default[table]);
  }
  const listeners = Object.fromEntries(process.eventNames().map((event) => [event, process.listenerCount(event)]));
  return { found, state: JSON.stringify([process.env, process.execArgv, process.argv, process.cwd(), process.exitCode, process.umask(), listeners]) };
}

const before = look();
const rolewright = await import('./dist/packages/index.js');
const { IntlMessageFormat } = libraries['import intl-messageformat'];

const workspace = rolewright.packageWorkspace();
const library = rolewright.openLibrary(workspace);
const press = rolewright.createPress(library, rolewright.readFonts);
const { role } = rolewright.readRole(workspace, 'roles/sales-manager.yaml');
const { organisation } = rolewright.readOrganisation(workspace, 'examples/organisation.ru.yaml');
const { person } = rolewright.readPerson(workspace, 'examples/person.ru.yaml');
const made = [];
for (const [kind, formats] of [['job-description', ['docx', 'pdf', 'html']], ['onboarding-checklist', ['xlsx']]]) {
  const job = { role, kind, locale: 'ru', jurisdiction: 'ru', organisation, person, date: '2026-06-01', logo: null };
  for (const format of formats) {
    const { bytes } = format === 'xlsx' ? await press.transfer(job, format) : await press.print(press.assemble(job), format);
    made.push(format, bytes.length > 1000);
  }
}
// Calendars of work come from the command line.
const { run } = await import('./dist/packages/program.js');
const quiet = { environment: {}, errIsTerminal: false, milliseconds: () => 0, out: () => {}, err: () => {} };
const own = rolewright.memoryWorkspace(Object.fromEntries(['organisation', 'person'].map((name) => [name + '.yaml', workspace.readText('examples/' + name + '.gb.yaml').replace(/^logo:\\n(?: .*\\n)+/m, '')])));
const argv = 'generate sales-manager --kind onboarding-plan-manager --locale en --format ics --organisation organisation.yaml --person person.yaml --date 2026-01-12'.split(' ');
made.push('ics', await run({ ...quiet, argv, workspace: own }) === 0);
const wrong = rolewright.memoryWorkspace({ 'a.yaml': 'schema: 2\\nname: { last: 7 }\\nfirstName: Anna\\n' });
const messages = rolewright.loadMessages(workspace, 'nl');
made.push('errors', rolewright.reportText(rolewright.readPerson(wrong, 'a.yaml').diagnostics, messages, { colour: true }).length > 100);

const after = look();
const changed = [...new Set([...before.found.keys(), ...after.found.keys()])].filter((path) => {
  const [one, other] = [before.found.get(path), after.found.get(path)];
  return !one || !other || one.some((value, at) => !Object.is(value, other[at]));
});
console.log(JSON.stringify({
  made,
  looked: before.found.size > 3000,
  changed,
  state: before.state === after.state,
  flags,
  message: new IntlMessageFormat('{n, number}', ['de-XX', 'en']).format({ n: 1000 }),
}));
`;

// It packs the package first.
it.skipIf(process.env.FULL !== '1')(
  'finds no class, table, flag, variable or listener changed after documents in all formats',
  async () => {
    const build = await rolldown({
      input: { index: join(root, 'src/index.ts'), program: join(root, 'src/cli/program.ts') },
      platform: 'node',
      logLevel: 'silent',
      resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
      external: /^[@\w](?!:)/,
    });
    // As deep as the module that knows where it stands.
    await build.write({ dir: join(folder, 'dist/packages'), format: 'esm' });
    await build.close();
    linkPackage(root, folder);
    writeFileSync(join(folder, 'host.mjs'), host);
    const found: unknown = JSON.parse(
      execFileSync(process.execPath, ['host.mjs'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    expect(found).toEqual({
      made: ['docx', true, 'pdf', true, 'html', true, 'xlsx', true, 'ics', true, 'errors', true],
      looked: true,
      changed: [],
      state: true,
      flags: [],
      message: '1.000',
    });
  },
  60_000,
);
