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
