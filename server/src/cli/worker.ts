/** A thread of the crew: opens the project and the register for itself, and does what it is told. */
import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { tasks } from '../http/all-tasks.js';
import type { Crew } from '../http/service.js';
import { perform } from '../http/tasks.js';
import type { Outcome, Task, Tasks } from '../http/tasks.js';
import { machine } from './edge.js';
import type { ProjectPlace } from './project.js';
import { exampleTasks } from './studio/example.js';
import type { ExampleErrand } from './studio/example.js';
import { openWorkshops } from './workshops.js';

interface Errand {
  readonly task: string;
  readonly input: unknown;
  readonly by: Parameters<Crew['run']>[2];
}

const place = workerData as ProjectPlace;
/** Those of the service, and that of the firm to try. */
const all: Tasks = {
  ...tasks,
  ...Object.fromEntries(
    Object.entries(exampleTasks).map(([name, task]): [string, Task] => [name, (asked: ExampleErrand, { own }) => task(asked, own, place)]),
  ),
};
const workshops = openWorkshops(place, machine, process.env);

export default async function errand({ task, input, by }: Errand): Promise<Outcome> {
  const outcome = await perform(all, task, input, () => workshops.workshop(by, task));
  await workshops.keepReadings();
  return outcome;
}
