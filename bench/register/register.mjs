/** What the trials of the register share: the server as it was built, children at work, chance that can be repeated. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where the compiled server is; tests have one of their own. */
const built = process.env.ROLEWRIGHT_SERVER ?? fileURLToPath(new URL('../../server/dist', import.meta.url));
const load = (path) => import(pathToFileURL(`${built}/${path}.js`).href);

export const { openStorage } = await load('storage/storage');
export const { verify } = await load('verify/verify');
export const { newId } = await load('life/ids');

export const edge = { now: () => new Date(), randomBytes };
export const id = (of) => newId(of, randomBytes(16));
export const actor = 'a_1';

/** What a document says of itself where that is of no matter. */
export const numbered = (object, { key, series, number, person, fingerprint = 'f'.repeat(64) }) => ({
  actor,
  kind: 'numbered',
  object,
  payload: {
    ...{ key, series, number, person, fingerprint, kind: 'job-description', role: 'sales-manager', roleVersion: '1.0.0' },
    ...{ locale: 'en', jurisdiction: 'gb', form: 'brief', dated: '2026-12-01', retention: 'end-of-work/6' },
  },
});

/** A new register in the place of what stood there. */
export async function begin(target) {
  rmSync(target.folder, { recursive: true, force: true });
  const storage = await openStorage(target, edge, { create: true });
  await storage.transaction((tx) => tx.append([{ actor, kind: 'began', object: 'register', payload: { organisation: 'Northwind Ltd' } }]));
  return storage;
}

/**
 * A process at work on a register. `heard` gets each line that it says, as JSON; `first` is fulfilled with the first of them, `end` with the
 * code or signal of its end. What it said before it was killed has been heard by then.
 */
export function startChild(errand, heard) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('child.mjs', import.meta.url)), JSON.stringify(errand)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let hear;
  const first = new Promise((resolve) => {
    hear = resolve;
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    // Of a line that was being said when it was killed there may be a part.
    if (!line.endsWith('}')) return;
    heard(JSON.parse(line));
    hear();
  });
  const closed = new Promise((resolve) => lines.once('close', resolve));
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  const end = Promise.all([exited, closed]).then(([how]) => how);
  return { pid: child.pid, first: Promise.race([first, end]), end, kill: () => child.kill('SIGKILL') };
}

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A trial that did not come out as it has to ends with a word on it. */
export function must(holds, what) {
  if (!holds) throw new Error(`not so: ${what}`);
}
