/** The package as a user gets it: packed, and installed in an empty folder. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** On Windows npm is a script of the shell. */
const shell = process.platform === 'win32';

/** Gives the folder that has it in its node_modules, and removes it when the program ends. Throws where npm refuses or warns. */
export function install() {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-installed-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8', shell });
  // What the build says stands before it.
  const [{ filename }] = JSON.parse(packed.slice(packed.search(/^\[/m)));
  writeFileSync(join(folder, 'package.json'), '{}');
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['install', '--engine-strict', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`],
    {
      cwd: folder,
      encoding: 'utf8',
      shell,
    },
  );
  if (status !== 0 || /warn/i.test(stderr)) throw new Error(`npm does not install it in peace:\n${stdout}${stderr}`);
  return folder;
}
