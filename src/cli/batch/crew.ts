/** Who makes the documents: this thread alone, or several beside it. */
import { fileURLToPath } from 'node:url';
import type { Library } from '../../library.js';
import { createMaker } from './maker.js';
import type { Maker } from './maker.js';
import type { Setup } from './setup.js';

export interface Crew extends Maker {
  /** People whose documents may be asked for at once: enough that nobody waits, few enough that memory stays flat. */
  room: number;
  /** `make` fails only when a thread came to its end, which ends the batch. */
  close(): Promise<void>;
}

/** With one job no thread is started: it would only cost its start and its memory. */
export async function openCrew(setup: Setup, jobs: number, library: Library): Promise<Crew> {
  if (jobs === 1) return { ...(await createMaker(setup, 'main', library)), room: 1, close: () => Promise.resolve() };
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    workerData: setup,
    minThreads: jobs,
    maxThreads: jobs,
    // Threads stay for the whole batch; each has its fonts and templates in memory.
    idleTimeout: Infinity,
    concurrentTasksPerWorker: 1,
  });
  return { make: (task) => pool.run(task) as ReturnType<Maker['make']>, room: jobs * 2, close: () => pool.destroy() };
}
