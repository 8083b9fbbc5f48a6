/** A thread of the crew: opens the project and the register for itself, and does what it is told. */
import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { tasks } from '../http/all-tasks.js';
import type { Crew } from '../http/service.js';
import { perform } from '../http/tasks.js';
import type { Outcome } from '../http/tasks.js';
import { machine } from './edge.js';
import type { ProjectPlace } from './project.js';
import { openWorkshops } from './workshops.js';

interface Errand {
  readonly task: string;
  readonly input: unknown;
  readonly by: Parameters<Crew['run']>[2];
}

const workshops = openWorkshops(workerData as ProjectPlace, machine, process.env);

export default async function errand({ task, input, by }: Errand): Promise<Outcome> {
  return await perform(tasks, task, input, () => workshops.workshop(by, task));
}
