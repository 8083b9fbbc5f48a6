/** A thread that hashes passwords: a tenth of a second each, which nobody else’s request has to wait for. */
import { Worker } from 'node:worker_threads';
import type { Hasher } from '../access/passwords.js';
import { refuse } from '../http/problem.js';

export type HashingTask =
  | { readonly id: number; readonly password: string; readonly salt: Uint8Array }
  | { readonly id: number; readonly password: string; readonly hash: string };

export type HashingAnswer = { readonly id: number } & ({ readonly done: string | boolean } | { readonly failed: string });

/** Passwords that may wait to be hashed: some ten seconds. Whoever comes after them is asked to come again. */
const longestQueue = 60;

export function openHasher(): Hasher & { close(): Promise<void> } {
  const waiting = new Map<number, { resolve(value: string | boolean): void; reject(error: Error): void }>();
  let count = 0;
  let worker: Worker | undefined;
  const fail = (error: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = (): Worker => {
    if (worker) return worker;
    const made = new Worker(new URL('hash-worker.js', import.meta.url));
    made.on('message', (answer: HashingAnswer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('failed' in answer) one?.reject(new Error(answer.failed));
      else one?.resolve(answer.done);
    });
    made.on('error', fail);
    // It keeps no process alive.
    made.unref();
    worker = made;
    return made;
  };
  type Asking = { readonly password: string } & ({ readonly salt: Uint8Array } | { readonly hash: string });
  const ask = async (asking: Asking): Promise<string | boolean> => {
    if (waiting.size >= longestQueue) throw refuse('http-too-many', { seconds: 10, minutes: 1 });
    const id = (count += 1);
    return await new Promise<string | boolean>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      started().postMessage({ id, ...asking });
    });
  };
  return {
    hash: async (password, salt) => String(await ask({ password, salt })),
    matches: async (password, hash) => (await ask({ password, hash })) === true,
    async close() {
      await worker?.terminate();
    },
  };
}
