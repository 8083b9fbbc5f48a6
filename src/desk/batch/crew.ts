/** Who makes the documents: this thread alone, or several beside it. */
import { moduleFile, piscina } from '../../packages/installed.js';
import type { Library } from '../../shelf/library.js';
import { createMaker } from './maker.js';
import type { Maker } from './maker.js';
import type { Setup } from './setup.js';

/** `make` fails only when a thread came to its end, which ends the batch. */
export interface Crew extends Maker {
  /** People whose documents may be asked for at once, so that nobody waits for work. */
  atOnce: number;
  close(): Promise<void>;
}

/**
 * Megabytes that a thread may have. Under its own bounds, which most batches come nowhere near, V8 lets less garbage lie:
 * without them two threads take half as much memory again, and no less time. A document that asks for more ends the batch.
 */
const bounds = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };

/** With one job no thread is started: it would only cost its start and its memory. */
export async function openCrew(setup: Setup, jobs: number, library: Library): Promise<Crew> {
  if (jobs === 1) return { ...(await createMaker(setup, 'main', library)), atOnce: 1, close: () => Promise.resolve() };
  const { Piscina } = await piscina();
  const pool = new Piscina({
    filename: moduleFile('desk/batch/worker.js'),
    workerData: setup,
    minThreads: jobs,
    maxThreads: jobs,
    // Threads stay for the whole batch; each has its fonts and templates in memory.
    idleTimeout: Infinity,
    concurrentTasksPerWorker: 1,
    resourceLimits: bounds,
  });
  return { make: (task) => pool.run(task) as ReturnType<Maker['make']>, atOnce: 2 * jobs, close: () => pool.destroy() };
}
