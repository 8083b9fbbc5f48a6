/** Threads beside that of the server, which print and pack. */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Refusal } from 'rolewright';
import type { Crew } from '../http/service.js';
import { isEditing } from '../http/tasks.js';
import type { Outcome } from '../http/tasks.js';
import { isApart } from '../http/tasks-apart.js';
import { inProcess } from './apart.js';
import type { ProjectPlace } from './project.js';

/** Megabytes that a thread may have: a document that asks for more ends its thread, and not the service. */
const bounds = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };

/** Errands that may wait; more would be answered long after anybody waits for them. */
const longestQueue = 500;

/** A thread that has nothing to do for so long is let go with its memory; to read the lists of 10,000 people anew takes a second. Milliseconds. */
const idle = 600_000;

export function openCrew(place: ProjectPlace, threads: number): Crew {
  const poolOf = (maxThreads: number): Piscina =>
    new Piscina({
      filename: fileURLToPath(new URL('worker.js', import.meta.url)),
      workerData: place,
      minThreads: 0,
      maxThreads,
      maxQueue: longestQueue,
      idleTimeout: idle,
      concurrentTasksPerWorker: 1,
      resourceLimits: bounds,
    });
  // Whoever types waits for nobody’s papers; the thread begins with the first role that is opened.
  const [pool, editors] = [poolOf(threads), poolOf(1)];
  return {
    async run<T>(task: string, input: unknown, by: Parameters<Crew['run']>[2]): Promise<T> {
      if (isApart(task)) return (await inProcess(task, input as never)) as T;
      const outcome = (await (isEditing(task) ? editors : pool).run({ task, input, by })) as Outcome;
      if ('refused' in outcome) throw new Refusal(outcome.refused);
      return outcome.done as T;
    },
    async close() {
      await Promise.all([pool.destroy(), editors.destroy()]);
    },
  };
}
