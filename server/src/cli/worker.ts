/** A thread of the crew: opens the project and the register for itself, and does what it is told. */
import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { openWorkspace, ownData } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Crew } from '../http/service.js';
import { perform } from '../http/tasks.js';
import type { Outcome, Workshop } from '../http/tasks.js';
import { tasks } from '../http/all-tasks.js';
import type { LifeWords } from '../life/words.js';
import type { Setting } from '../register/setting.js';
import { openStorage } from '../storage/storage.js';
import type { Storage } from '../storage/storage.js';
import { localDay, machine, packageFolder } from './edge.js';
import { openProject } from './project.js';
import type { ProjectPlace } from './project.js';
import { withSeal } from './seal/service-seal.js';

interface Errand {
  readonly task: string;
  readonly input: unknown;
  readonly by: Parameters<Crew['run']>[2];
}

const place = workerData as ProjectPlace;
const project = openProject(place, machine.now);
const own = openWorkspace(packageFolder);
let opened: Promise<Storage> | undefined;

const workshop = async ({ actor, language }: Errand['by'], task: string): Promise<Workshop> => {
  const storage = await (opened ??= openStorage(place.target, machine));
  const plain = (): Setting => project.setting(actor, language, localDay(machine.now()), storage);
  const sealed = task === 'issue' ? await withSeal(plain(), place, { edge: machine, environment: process.env }) : null;
  return {
    get setting() {
      return sealed?.setting ?? plain();
    },
    problems: sealed?.problems ?? [],
    desk: project.desk,
    own,
    life: (of: Locale) => ownData(own, `locales/register.${of}.yaml`) as LifeWords,
    randomBytes: machine.randomBytes,
  };
};

export default async function errand({ task, input, by }: Errand): Promise<Outcome> {
  return await perform(tasks, task, input, () => workshop(by, task));
}
