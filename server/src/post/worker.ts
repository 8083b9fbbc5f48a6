/** A worker: takes one job after another, whoever else does so, and can be ended at any moment. */
import { setTimeout as wait } from 'node:timers/promises';
import { jobKinds } from '../storage/jobs.js';
import type { JobKind, TakenJob } from '../storage/jobs.js';
import type { Storage } from '../storage/storage.js';

/** What is done for a job of a kind; it ends the job itself, in the transaction that keeps what came of it. */
export type Handlers = { readonly [K in JobKind]: (job: TakenJob) => Promise<unknown> };

export interface WorkerOptions {
  /** Ends once nothing is due any more. */
  readonly once: boolean;
  readonly signal?: AbortSignal;
  /** Told of what a handler could not do. */
  readonly failed: (job: TakenJob, error: unknown) => void;
}

/** Milliseconds until somebody looks for jobs again where there were none. */
const idle = 1000;
/** Seconds until a job is tried again that could not be done. */
const pause = 120;

/** Works until it is told to stop, or until nothing is due; gives how many jobs it has done. */
export async function work(storage: Storage, handlers: Handlers, { once, signal, failed }: WorkerOptions): Promise<number> {
  let count = 0;
  while (!signal?.aborted) {
    const job = await storage.jobs.take(jobKinds);
    if (job === null) {
      if (once) return count;
      await wait(idle, undefined, signal ? { signal } : {}).catch(() => undefined);
      continue;
    }
    try {
      await handlers[job.kind](job);
      count += 1;
    } catch (error) {
      failed(job, error);
      await storage.change((db) => storage.jobs.again(db, job, pause));
    }
  }
  return count;
}
