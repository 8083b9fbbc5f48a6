/**
 * What anybody may bring is looked at in a process of its own: what is made to be slow, deep or large ends that process, and neither
 * the service nor a thread that prints. A thread would not do: whoever fills its memory ends the whole program.
 */
import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { apartTasks } from '../http/tasks-apart.js';
import type { Apart, ApartName } from '../http/tasks-apart.js';

/** What the process is told. */
export interface ApartErrand {
  readonly task: ApartName;
  readonly input: unknown;
}

/** Milliseconds: a paper of ours takes half a second of them. */
const patience = 10_000;
/** Megabytes of the heap. */
const heap = 256;
/** Processes at once: each holds a whole file. */
const most = 2;

/** What a stranger brings comes after what people here wait for. */
function stepBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system lets nobody.
  }
}

/** Lets so many do their work at once; the others wait for their turn, the first first. */
export function inTurn(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever waits takes the place over.
      if (next) next();
      else running -= 1;
    }
  };
}

const turn = inTurn(most);

/** Does a task in a process of its own; gives what is answered otherwise where it comes to no end or ends without an answer. */
export const inProcess: Apart = (task, input) => turn(() => asked({ task, input })) as never;

async function asked(errand: ApartErrand): Promise<unknown> {
  const { otherwise } = apartTasks[errand.task];
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
    return await new Promise((resolve) => {
      looker.once('message', resolve);
      looker.once('error', () => resolve(otherwise));
      looker.once('exit', () => resolve(otherwise));
      // It may have ended before it has taken everything: `exit` tells of that.
      looker.send(errand, () => {});
    });
  } finally {
    clearTimeout(late);
    looker.kill('SIGKILL');
  }
}
