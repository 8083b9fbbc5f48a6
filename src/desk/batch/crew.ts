/** Who makes the documents: this thread alone, or several beside it. */
import { moduleFile, piscina } from '../../packages/installed.js';
import type { Library } from '../../shelf/library.js';
import { createMaker } from './maker.js';
import type { Maker } from './maker.js';
import type { Setup } from './setup.js';

export interface Crew {
  /** Each keeps what its documents have in common. `make` fails only when a thread came to its end, which ends the batch. */
  makers: readonly Maker[];
  /** People whose documents a maker may be asked for at once, so that it never waits for the next. */
  depth: number;
  close(): Promise<void>;
}

/** With one job no thread is started: it would only cost its start and its memory. */
export async function openCrew(setup: Setup, jobs: number, library: Library): Promise<Crew> {
  if (jobs === 1) return { makers: [await createMaker(setup, 'main', library)], depth: 1, close: () => Promise.resolve() };
  const { Piscina } = await piscina();
  // A pool for each thread: only so can a person be sent to the thread that works for that role.
  const pools = Array.from(
    { length: jobs },
    () =>
      new Piscina({
        filename: moduleFile('desk/batch/worker.js'),
        workerData: setup,
        minThreads: 1,
        maxThreads: 1,
        // Threads stay for the whole batch; each has its fonts and templates in memory.
        idleTimeout: Infinity,
        concurrentTasksPerWorker: 1,
      }),
  );
  return {
    makers: pools.map((pool) => ({ make: (task) => pool.run(task) as ReturnType<Maker['make']> })),
    depth: 2,
    close: async () => void (await Promise.all(pools.map((pool) => pool.destroy()))),
  };
}
