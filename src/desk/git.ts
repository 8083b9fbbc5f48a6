/** Running git: one of the two other programs that the command starts. */
import type { Git } from './revision.js';
import { childProcess } from '../packages/installed.js';

/** Milliseconds; reading from a repository takes a few. */
const patience = 20_000;

/** What a repository may name to be run: it came with the folder, and whoever opens a folder has not agreed to its programs. */
const withoutPrograms = ['core.fsmonitor=false', 'core.hooksPath=/dev/null'].flatMap((one) => ['-c', one]);

/** Without a shell, so that no name can become a command; without the programs that a repository names; and without asking or fetching anything. */
export function openGit(folder: string, environment: Readonly<Record<string, string | undefined>>): Git {
  return (args, limit) => {
    // Few commands start another program, and Node.js would load half of its network for it.
    const { error, status, stdout } = childProcess().spawnSync('git', ['--no-pager', ...withoutPrograms, ...args], {
      cwd: folder,
      env: { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' },
      maxBuffer: limit,
      timeout: patience,
      shell: false,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const reason = error && 'code' in error ? error.code : undefined;
    if (reason === 'ENOENT') return null;
    return { code: status ?? 1, out: new Uint8Array(stdout ?? []), cut: reason === 'ENOBUFS' };
  };
}
