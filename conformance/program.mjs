/** Running programs of other people. */
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and returns its exit code, output and messages. Rejects when it cannot be started; kills it
 * with all that it has started after `timeout` milliseconds and returns the code null.
 */
export function run(program, args, { timeout = 60_000, folder, environment = {} } = {}) {
  return new Promise((resolve, reject) => {
    // A group of its own: an office suite starts processes that would outlive their parent.
    const child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...environment },
    });
    const output = [];
    const messages = [];
    const alarm = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), timeout);
    child.stdout.on('data', (bytes) => output.push(bytes));
    child.stderr.on('data', (bytes) => messages.push(bytes));
    child.on('error', (error) => {
      alarm.close();
      reject(error);
    });
    child.on('close', (code) => {
      alarm.close();
      resolve({ code, output: Buffer.concat(output), messages: Buffer.concat(messages).toString() });
    });
  });
}

/** Gives each of `all` to `work`, two at a time, and returns the results in the order of `all`. */
export async function twoAtATime(all, work) {
  const results = [];
  let next = 0;
  const hand = async () => {
    while (next < all.length) {
      const at = next++;
      results[at] = await work(all[at]);
    }
  };
  await Promise.all([hand(), hand()]);
  return results;
}
