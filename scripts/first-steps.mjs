/**
 * The first steps of a user: installs the package in an empty folder, where npm may neither refuse nor warn, weighs it and
 * does with it what the README shows, in formats and languages that need all that it carries and asks for.
 * `npm run first-steps`; with `-- --nodes 20.19.0,22,24` the same steps are gone with these versions of Node.js as well, which npm
 * fetches (Linux, x64). The last line counts them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addServer, fetchNodes, install } from './installed.mjs';
import { weigh } from './size.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const folder = install();
weigh(folder);
const command = join(folder, 'node_modules/rolewright/bin/rolewright.cjs');

/** With spelling, whose dictionaries are packages of their own, a role of the library has something to tell. */
const told = [0, 3];
const steps = [
  { of: 'validate' },
  {
    of: 'generate hr-manager --kind usual --locale ru --format docx,pdf,html --date 2026-12-01',
    leaves: 'out/hr-manager/job-description.ru.pdf',
  },
  { of: 'generate hr-manager --kind kpi-scorecard --locale nl --format xlsx', leaves: 'out/hr-manager/kpi-scorecard.nl.xlsx' },
  { of: 'batch --example --out people.xlsx', leaves: 'people.xlsx' },
  {
    of: 'batch people.xlsx --organisation organisation.yaml --date 2026-12-01 --jobs 2 --transliterate --out people',
    leaves: 'people/manifest.json',
  },
  { of: 'lint sales-manager --jurisdiction ru', ends: told },
  { of: 'lint sales-manager --jurisdiction nl', ends: told },
  { of: 'lint sales-manager --jurisdiction gb', ends: told },
  { of: 'resolve key-account-manager' },
  { of: 'schema role' },
];
const programs = [...readme.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code]) => code);
const typed = [...readme.matchAll(/^npx rolewright (register .*)$/gm)].map(([, words]) => words);
const registerProgram = `import { randomBytes } from 'node:crypto';
  import { openStorage, verify } from 'rolewright-server';
  const edge = { now: () => new Date(), randomBytes };
  const storage = await openStorage({ folder: 'register' }, edge, { create: true });
  const began = { actor: 'program', kind: 'began', object: 'register', payload: { organisation: 'Acme' } };
  await storage.transaction((tx) => tx.append([began]));
  const { whole, events } = await verify(storage, { anchors: [], now: edge.now() });
  await storage.close();
  process.exitCode = whole && events === 1 ? 0 : 1;`;

let passed = 0;
let failed = 0;
/** Runs a program in a folder, and counts whether it ended as it should and left what it should. */
function step(name, argv, { node = process.execPath, cwd, ends = [0], leaves }) {
  const { status, stdout, stderr } = spawnSync(node, argv, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ROLEWRIGHT_USER: 'Anna Bell' },
  });
  const isGood = ends.includes(status) && (leaves === undefined || existsSync(join(cwd, leaves)));
  if (isGood) passed += 1;
  else failed += 1;
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name}${isGood ? '' : `\n${stdout}${stderr}`}`);
}
const written = (file, text) => {
  writeFileSync(file, text);
  return [file];
};
const begun = (name, node) => {
  step(`rolewright init ${name}`, [command, 'init', name], { node, cwd: folder, leaves: `${name}/organisation.yaml` });
  return join(folder, name);
};

/** What the package does alone. */
function withoutServer(name, node) {
  const cwd = begun(name, node);
  for (const { of, ends, leaves } of steps) step(`rolewright ${of}`, [command, ...of.split(' ')], { node, cwd, ends, leaves });
  for (const [at, code] of programs.entries())
    step(`the program of the README, ${at + 1}`, written(join(cwd, `example-${at}.mjs`), code), { node, cwd });
}

/** What the server adds; the commands of the README have a project of their own, since a program begins a register too. */
function withServer(name, node) {
  const cwd = join(folder, name);
  step('a register, with the server beside it', written(join(cwd, 'register.mjs'), registerProgram), { node, cwd });
  const office = begun(`${name}-office`, node);
  for (const line of ['batch --example --out people.xlsx', ...typed])
    step(`rolewright ${line}`, [command, ...line.split(' ')], { node, cwd: office });
}

withoutServer('acme');
addServer(folder);
withServer('acme');
const at = process.argv.indexOf('--nodes');
for (const [version, node] of at < 0 ? [] : fetchNodes((process.argv[at + 1] ?? '').split(','))) {
  console.log(`\nNode.js ${version}`);
  withoutServer(`acme-${version}`, node);
  withServer(`acme-${version}`, node);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
