/** The thread of `hasher.ts`. */
import { parentPort } from 'node:worker_threads';
import { hasherHere } from '../access/passwords.js';
import type { HashingAnswer, HashingTask } from './hasher.js';

const hasher = hasherHere();
// One after another: each takes all of a processor and 19 MiB.
let last: Promise<void> = Promise.resolve();

async function answer(task: HashingTask): Promise<HashingAnswer> {
  try {
    const done = 'salt' in task ? await hasher.hash(task.password, task.salt) : await hasher.matches(task.password, task.hash);
    return { id: task.id, done };
  } catch (error) {
    return { id: task.id, failed: error instanceof Error ? error.name : 'failed' };
  }
}

parentPort?.on('message', (task: HashingTask) => {
  last = last.then(async () => parentPort?.postMessage(await answer(task)));
});
