/** The door of a service with accounts, with the screens of those who look after it. */
import { openWorkspace } from 'rolewright';
import { openCare } from '../src/cli/care/care.js';
import { openCounter } from '../src/cli/counter.js';
import { hasherHere } from '../src/access/passwords.js';
import { accountsDoor } from '../src/http/accounts-door.js';
import type { AccountsDoor } from '../src/http/accounts-door.js';
import { serviceStudioRoutes } from '../src/http/service-studio.js';
import { openStudio } from '../src/studio/studio.js';
import type { MakeOptions } from './service.js';

export type Parts = Parameters<MakeOptions['door']>[0];

/** `environment` is that of the machine: where the mail server is. */
export function careDoor({ folder, ...parts }: Parts, environment: Readonly<Record<string, string>> = {}): AccountsDoor {
  const { edge, own } = parts;
  const silent = (): void => {};
  const workspace = openWorkspace(folder);
  const counter = openCounter({ environment, out: silent, err: silent, errIsTerminal: false, workspace, folder }, 'en', edge);
  const studio = openStudio({ workspace, own, now: () => edge.now().getTime() });
  const door = accountsDoor({ ...parts, hasher: hasherHere({ memory: 64, rounds: 1 }) });
  return { ...door, routes: [...door.routes, ...serviceStudioRoutes(openCare(counter), studio)] };
}
