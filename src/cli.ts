/** The command: the only place with the process. A launcher that the build puts beside this file calls it. */
import { openGit } from './desk/git.js';
import { availableParallelism, homedir } from 'node:os';
import { run } from './cli/program.js';
import { installedServer } from './cli/server.js';
import { exit } from './cli/terminal.js';
import { openSuite } from './workspace/office-suite.js';
import { projectFile } from './project/project.js';
import { openWorkspace } from './workspace/disk.js';
import { projectFolder } from './workspace/project-folder.js';
import { watchPlaces } from './workspace/stirs.js';

/** Runs the command that the process was started for. The launcher may want to know when there is much to do: `longWork`. */
export async function main(longWork: () => void = () => {}): Promise<void> {
  // Whoever reads the output may have read enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await run({
    argv: process.argv.slice(2),
    environment: process.env,
    locale: () => new Intl.DateTimeFormat().resolvedOptions().locale,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    errIsTerminal: process.stderr.isTTY ?? false,
    outIsTerminal: process.stdout.isTTY ?? false,
    // Help that goes into a pager is read on the terminal that messages go to.
    ...columns(process.stdout.columns ?? process.stderr.columns),
    git: openGit(process.cwd(), process.env),
    convert: openSuite(process.env),
    server: installedServer,
    workspace: openWorkspace(process.cwd()),
    project: projectFolder(process.cwd(), { file: projectFile, home: home(), owner: process.getuid?.() ?? null }),
    folder: process.cwd(),
    today,
    time,
    milliseconds: () => Number(process.hrtime.bigint() / 1000n) / 1000,
    cores: availableParallelism(),
    longWork,
    watch: (places, stirred) => watchPlaces(process.cwd(), places, stirred),
    interruption() {
      const asked = new AbortController();
      const stop = (): void => {
        if (asked.signal.aborted) process.exit(exit.interrupted);
        asked.abort();
      };
      process.on('SIGINT', stop);
      return { signal: asked.signal, end: () => process.off('SIGINT', stop) };
    },
  });
}

/** The day of the user, wherever they are. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(twoDigits).join('-');
}

/** Some terminals do not know their width, and say that it is nothing. */
const columns = (known: number | undefined): { columns?: number } => (known ? { columns: known } : {});
/** The time on their clock. */
function time(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(':');
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A user without an entry in the list of users, as in some containers, has none. */
function home(): string | null {
  try {
    return homedir();
  } catch {
    return null;
  }
}
