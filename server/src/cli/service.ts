/** Opening a service on this machine, and running it until it is told to stop. */
import { eachHour, threadsHere, toldToStop, localDay, version } from './edge.js';
import type { Counter } from './counter.js';
import { openCrew } from './crew.js';
import { openProject } from './project.js';
import type { ProjectPlace } from './project.js';
import { sweep } from './sweep.js';
import { noteDeed } from '../access/audit.js';
import { routesOf } from '../http/api.js';
import { openApp } from '../http/app.js';
import type { Mount } from '../http/app.js';
import type { Placement } from '../http/address.js';
import { listen } from '../http/listen.js';
import { openLog } from '../http/log.js';
import type { Route } from '../http/route.js';
import type { Door, Service } from '../http/service.js';
import { openTexts } from '../http/texts.js';
import { openStorage } from '../storage/storage.js';

/** Milliseconds that requests which run get to come to their end. */
const patience = 25_000;

/** A door, and what is to be closed with it. */
type OpenDoor = Door & { close?(): Promise<void> };

export interface ServiceOptions {
  readonly placement: Placement;
  /** Threads beside that of the server; one for each that the machine has, but one, where nobody says it. */
  readonly threads?: number;
  readonly organisation?: string;
  readonly doorFor: (parts: Pick<Service, 'storage' | 'edge' | 'own' | 'today'>) => OpenDoor | Promise<OpenDoor>;
  readonly mounts?: readonly Mount[];
  /** Whether a register is made where there is none yet. */
  readonly create?: boolean;
  /** Whether nothing is told but faults: whoever sits before it wants no log. */
  readonly quiet?: boolean;
}

export interface OpenService {
  readonly service: Service;
  readonly mounts: readonly Mount[];
  /** What has to come to its end before a route is asked; null for nothing. */
  readonly before?: (route: Route) => Promise<unknown> | null;
  /** From now on nothing new should come. */
  leave(): void;
  close(): Promise<void>;
}

/** Opens the register and all that serves it. */
export async function openService(
  counter: Counter,
  { placement, threads, organisation, doorFor, mounts = [], create = false, quiet = false }: ServiceOptions,
): Promise<OpenService> {
  const { edge, target, terminal, own } = counter;
  const place: ProjectPlace = {
    folder: terminal.folder ?? '.',
    ...(terminal.project !== undefined && { project: terminal.project }),
    ...(organisation !== undefined && { organisation }),
    target,
  };
  const storage = await openStorage(target, edge, { create });
  const log = openLog(terminal.out, edge.now);
  const project = openProject(place, edge.now);
  const crew = openCrew(place, threads ?? Math.max(1, threadsHere() - 1));
  let leaving = false;
  const today = (): string => localDay(edge.now());
  const door = await doorFor({ storage, edge, own, today });
  const service: Service = {
    ...{ storage, edge, own, placement, crew, door, version, today },
    texts: openTexts(own),
    log: quiet ? (entry) => (entry.level === 'error' ? log(entry) : undefined) : log,
    desk: project.desk,
    setting: (actor, language) => project.setting(actor, language, today(), storage),
    noteReading: ({ visitor, route, people }) =>
      storage.change((db) => noteDeed({ account: visitor.actor.id, deed: route, objects: people }, edge, db)),
    isLeaving: () => leaving,
  };
  const forget = (): Promise<void> =>
    sweep(edge.now(), storage).catch((error: unknown) => service.log({ level: 'error', event: 'not-swept', reason: String(error) }));
  await forget();
  const stopForgetting = eachHour(() => void forget());
  return {
    service,
    mounts,
    leave: () => (leaving = true),
    async close() {
      stopForgetting();
      await door.close?.();
      await crew.close();
      await storage.close();
    },
  };
}

/** Listens until the process is told to stop; then what runs comes to its end. `ready` is given the address. */
export async function runUntilStopped(
  { service, mounts, before, leave, close }: OpenService,
  { host, port, ready }: { readonly host: string; readonly port: number; readonly ready: (address: string) => void },
): Promise<void> {
  try {
    const listening = await listen(
      openApp(service, before ? routesOf(service).map((route) => after(before(route), route)) : routesOf(service), mounts),
      { host, port },
    );
    service.log({ level: 'info', event: 'listening', address: listening.address });
    ready(listening.address);
    const signal = await toldToStop();
    service.log({ level: 'info', event: 'leaving', signal });
    leave();
    await listening.leave(patience);
    service.log({ level: 'info', event: 'left' });
  } finally {
    await close();
  }
}

/** The same route, asked once something has come to its end. */
const after = (ready: Promise<unknown> | null, route: Route): Route =>
  ready === null
    ? route
    : {
        ...route,
        async run(asked) {
          await ready;
          return await route.run(asked);
        },
      };
