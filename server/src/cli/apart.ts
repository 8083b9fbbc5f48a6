/**
 * A file that anybody may bring is looked at in a process of its own: what is made to be slow, deep or large ends that process, and neither
 * the service nor a thread that prints. A thread would not do: whoever fills its memory ends the whole program.
 */
import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { PlainReport } from '../http/tasks-verify.js';

export interface LookAsked {
  readonly bytes: Uint8Array;
  /** UTC. */
  readonly now: string;
}

/** Milliseconds: a paper of ours takes half a second of them. */
const patience = 10_000;
/** Megabytes of the heap. */
const heap = 256;

/** What a stranger brings comes after what people here wait for. */
function stepBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system lets nobody.
  }
}

const notRead = (fault: PlainReport['fault']): PlainReport => ({ signatures: [], fault, hidden: 0, verdict: 'invalid' });

/** What a file says of itself; that it is too much to be read, where the process comes to no end or ends without an answer. */
export async function lookApart(asked: LookAsked): Promise<PlainReport> {
  const looker = fork(fileURLToPath(new URL('look-process.js', import.meta.url)), {
    // Nothing of the service is in it: no secret, no address of a database.
    env: {},
    execArgv: [`--max-old-space-size=${heap}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  stepBack(looker.pid);
  const late = setTimeout(() => looker.kill('SIGKILL'), patience);
  try {
    return await new Promise<PlainReport>((resolve) => {
      looker.once('message', (report) => resolve(report as PlainReport));
      looker.once('error', () => resolve(notRead('too-large')));
      looker.once('exit', () => resolve(notRead('too-large')));
      // It may have ended before it has taken everything: `exit` tells of that.
      looker.send(asked, () => {});
    });
  } finally {
    clearTimeout(late);
    looker.kill('SIGKILL');
  }
}
