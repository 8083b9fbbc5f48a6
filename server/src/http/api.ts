/** All routes of a service: those of its door, and those of the register. */
import { description, session } from './routes-self.js';
import type { Route } from './route.js';
import type { Service } from './service.js';

export function routesOf({ door }: Pick<Service, 'door'>): readonly Route[] {
  const all: readonly Route[] = [...door.routes, session, description(() => all)];
  return all;
}
