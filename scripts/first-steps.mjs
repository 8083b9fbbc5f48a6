/**
 * The first steps of a user: installs the package in an empty folder, where npm may neither refuse nor warn, weighs it and
 * does with it what the README shows, in formats and languages that need all that it carries and asks for.
 * `npm run first-steps`. The last line counts them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addServer, install } from './installed.mjs';
import { weigh } from './size.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = install();
weigh(folder);

const command = join(folder, 'node_modules/rolewright/bin/rolewright.cjs');
const project = join(folder, 'acme');
/** With spelling, whose dictionaries are packages of their own, a role of the library has something to tell. */
const told = [0, 3];
const steps = [
  { of: ['init', 'acme'], in: folder, leaves: 'organisation.yaml' },
  { of: ['validate'] },
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

let failed = 0;
function check(name, { status, stdout, stderr }, ends = [0], leaves) {
  const good = ends.includes(status) && (leaves === undefined || existsSync(join(project, leaves)));
  if (!good) failed += 1;
  console.log(`${good ? 'ok    ' : 'FAILED'} ${name}${good ? '' : `\n${stdout}${stderr}`}`);
}
for (const { of, in: place = project, ends, leaves } of steps) {
  const argv = typeof of === 'string' ? of.split(' ') : of;
  mkdirSync(place, { recursive: true });
  check(`rolewright ${argv.join(' ')}`, spawnSync(process.execPath, [command, ...argv], { cwd: place, encoding: 'utf8' }), ends, leaves);
}

const examples = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code]) => code);
for (const [at, code] of examples.entries()) {
  const file = join(project, `example-${at}.mjs`);
  writeFileSync(file, code);
  check(`the program of the README, ${at + 1}`, spawnSync(process.execPath, [file], { cwd: project, encoding: 'utf8' }));
}

addServer(folder);
const register = join(project, 'register.mjs');
writeFileSync(
  register,
  `import { randomBytes } from 'node:crypto';
  import { openStorage, verify } from 'rolewright-server';
  const edge = { now: () => new Date(), randomBytes };
  const storage = await openStorage({ folder: 'register' }, edge, { create: true });
  const began = { actor: 'program', kind: 'began', object: 'register', payload: { organisation: 'Acme' } };
  await storage.transaction((tx) => tx.append([began]));
  const { whole, events } = await verify(storage, { anchors: [], now: edge.now() });
  await storage.close();
  process.exitCode = whole && events === 1 ? 0 : 1;`,
);
check('a register, with the server beside it', spawnSync(process.execPath, [register], { cwd: project, encoding: 'utf8' }));

// The commands of the README, in a project of their own: the program above has begun a register in the first one.
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const typed = [...readme.matchAll(/^npx rolewright (register .*)$/gm)].map(([, words]) => words.split(' '));
const office = join(folder, 'office');
for (const argv of [['init', 'office'], ['batch', '--example', '--out', 'people.xlsx'], ...typed]) {
  const options = { cwd: argv[0] === 'init' ? folder : office, encoding: 'utf8', env: { ...process.env, ROLEWRIGHT_USER: 'Anna Bell' } };
  check(`rolewright ${argv.join(' ')}`, spawnSync(process.execPath, [command, ...argv], options));
}
console.log(`${steps.length + examples.length + 3 + typed.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
