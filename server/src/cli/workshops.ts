/** What tasks of the crew work with: the project and the register of one place, for whoever acts. */
import { openGit, openWorkspace, ownData } from 'rolewright';
import type { Locale } from 'rolewright';
import { issuing, issuingPerhaps } from '../http/all-tasks.js';
import type { Crew } from '../http/service.js';
import type { Workshop } from '../http/tasks.js';
import type { LifeWords } from '../life/words.js';
import type { Setting } from '../register/setting.js';
import type { Edge } from '../storage/edge.js';
import { openStudio } from '../studio/studio.js';
import { openStorage } from '../storage/storage.js';
import type { Storage } from '../storage/storage.js';
import { localDay, migrationBackups, packageFolder, version } from './edge.js';
import { openProject } from './project.js';
import type { ProjectPlace } from './project.js';
import { openReadings } from './readings.js';
import type { Readings } from './readings.js';
import { withSeal, withSealLater } from './seal/service-seal.js';
import type { Terminal } from './terminal.js';

export interface Workshops {
  /** Throws a Refusal where the task issues and the key of the organisation must not seal. */
  workshop(by: Parameters<Crew['run']>[2], task: string): Promise<Workshop>;
  /** What was read is kept for the next thread. */
  keepReadings(): Promise<void>;
  close(): Promise<void>;
}

export function openWorkshops(place: ProjectPlace, edge: Edge, environment: Terminal['environment']): Workshops {
  const project = openProject(place, edge.now);
  const own = openWorkspace(packageFolder);
  const git = openGit(place.folder, environment);
  let opened: Promise<Storage> | undefined;
  let readings: Readings | undefined;
  const now = (): number => edge.now().getTime();
  const files = openWorkspace(place.folder, now);
  const studio = openStudio({ workspace: files, own, now, ...(place.project !== undefined && { project: place.project }) });
  return {
    async workshop({ actor, language }, task) {
      const storage = await (opened ??= openStorage(place.target, edge));
      readings ??= openReadings(storage.aside, version);
      await readings.recall(project.workspace);
      await readings.recall(studio.workspace);
      const plain = (): Setting => project.setting(actor, language, localDay(edge.now()), storage);
      const world = { edge, environment };
      const sealed = issuing.has(task) ? await withSeal(plain(), place, world) : null;
      const maySeal = issuingPerhaps.has(task);
      return {
        get setting() {
          return sealed?.setting ?? (maySeal ? withSealLater(plain(), place, world) : plain());
        },
        by: { actor, language },
        problems: sealed?.problems ?? [],
        desk: project.desk,
        git,
        studio: () => studio,
        own,
        life: (of: Locale) => ownData(own, `locales/register.${of}.yaml`) as LifeWords,
        randomBytes: edge.randomBytes,
        olderCopies: () => migrationBackups(place.target.folder),
        environment,
      };
    },
    keepReadings: async () => await readings?.keep(),
    async close() {
      await (await opened)?.close();
    },
  };
}
