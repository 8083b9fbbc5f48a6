/** A service in a world of its own: a folder, a clock, a door, and no threads beside. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace, ownData, Refusal } from 'rolewright';
import type { Git } from 'rolewright';
import type { Hono } from 'hono';
import { openProject } from '../src/cli/project.js';
import { noteDeed } from '../src/access/audit.js';
import { tasks } from '../src/http/all-tasks.js';
import { routesOf } from '../src/http/api.js';
import { openApp } from '../src/http/app.js';
import type { ShellEnv } from '../src/http/app.js';
import { trustsNobody } from '../src/http/address.js';
import type { Placement } from '../src/http/address.js';
import type { LogEntry } from '../src/http/log.js';
import type { Crew, Door, Service } from '../src/http/service.js';
import { perform } from '../src/http/tasks.js';
import { openTexts } from '../src/http/texts.js';
import type { LifeWords } from '../src/life/words.js';
import { openStorage } from '../src/storage/storage.js';
import { openStudio } from '../src/studio/studio.js';
import type { Studio } from '../src/studio/studio.js';
import type { Storage } from '../src/storage/storage.js';
import type { Target } from '../src/storage/open.js';
import { madeEdge } from './made-register.js';

const root = new URL('../..', import.meta.url).pathname;
export const ownFolder = openWorkspace(new URL('..', import.meta.url).pathname);

export interface Made {
  readonly service: Service;
  readonly storage: Storage;
  readonly app: Hono<ShellEnv>;
  readonly log: LogEntry[];
  readonly folder: string;
  readonly edge: ReturnType<typeof madeEdge>;
  /** It is another day where the register is kept. */
  date(on: string): void;
  close(): Promise<void>;
}

export interface MakeOptions {
  readonly placement?: Partial<Placement>;
  readonly target?: Target;
  /** Asks the repository in which the folder is kept; it is in none where it is left out. */
  readonly git?: (folder: string) => Git;
  readonly door: (parts: Pick<Service, 'storage' | 'edge' | 'own' | 'today'> & { readonly folder: string }) => Door | Promise<Door>;
}

/** A firm of two departments in a folder of its own. */
export function firmFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-service-'));
  writeFileSync(join(folder, 'rolewright.yaml'), 'schema: 2\norganisation: organisation.yaml\n');
  cpSync(join(root, 'bench/batch/organisation.yaml'), join(folder, 'organisation.yaml'));
  cpSync(join(root, 'bench/batch/overlays'), join(folder, 'overlays'), { recursive: true });
  mkdirSync(join(folder, 'roles'));
  cpSync(join(root, 'roles/customer-service-manager.yaml'), join(folder, 'roles/customer-service-manager.yaml'));
  return folder;
}

export async function madeService({ placement = {}, target, git: gitIn, door }: MakeOptions): Promise<Made> {
  const folder = firmFolder();
  const git: Git = gitIn?.(folder) ?? (() => null);
  const edge = madeEdge('service');
  const where = target ?? { folder: join(folder, 'register') };
  const storage = await openStorage(where, edge, { create: true });
  const project = openProject({ folder, project: '.', target: where }, edge.now);
  const log: LogEntry[] = [];
  let day = '2026-12-01';
  const today = (): string => day;
  const own = ownFolder;
  const crew: Crew = {
    async run<T>(task: string, input: unknown, { actor, language }: Parameters<Crew['run']>[2]): Promise<T> {
      // As between threads: what is no plain data does not come through.
      let studio: Studio | undefined;
      const outcome = await perform(tasks, task, structuredClone(input), () => ({
        get setting() {
          return project.setting(actor, language, today(), storage);
        },
        by: { actor, language },
        desk: project.desk,
        git,
        studio: () => (studio ??= openStudio({ workspace: openWorkspace(folder), own, project: '.', now: () => edge.now().getTime() })),
        own,
        life: (of) => ownData(own, `locales/register.${of}.yaml`) as LifeWords,
        randomBytes: edge.randomBytes,
      }));
      if ('refused' in outcome) throw new Refusal(outcome.refused);
      return structuredClone(outcome.done) as T;
    },
    close: async () => {},
  };
  const service: Service = {
    ...{ storage, edge, own, crew, version: '0.0.0', today },
    placement: { basePath: '', origin: 'https://hr.example.com', trusts: trustsNobody, ...placement },
    texts: openTexts(own),
    door: await door({ storage, edge, own, today, folder }),
    log: (entry) => log.push(entry),
    desk: project.desk,
    setting: (actor, language) => project.setting(actor, language, today(), storage),
    noteReading: ({ visitor, route, people }) =>
      storage.change((db) => noteDeed({ account: visitor.actor.id, deed: route, objects: people }, edge, db)),
    isLeaving: () => false,
  };
  return {
    ...{ service, storage, log, folder, edge },
    date: (on) => void (day = on),
    app: openApp(service, routesOf(service)),
    close: () => storage.close(),
  };
}
