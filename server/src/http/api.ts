/** All routes of a service: those of its door, and those of the register. */
import { correctionRoutes } from './routes-corrections.js';
import { distanceRoutes } from './routes-distance.js';
import { documentRoutes } from './routes-documents.js';
import { erasureRoutes } from './routes-erasure.js';
import { peopleRoutes } from './routes-people.js';
import { registerRoutes } from './routes-register.js';
import { requestRoutes } from './routes-requests.js';
import { roleRoutes } from './routes-roles.js';
import { rulesRoutes } from './routes-rules.js';
import { description, session } from './routes-self.js';
import { undoingRoutes } from './routes-undoing.js';
import { voidingRoutes } from './routes-voiding.js';
import type { Route } from './route.js';
import type { Service } from './service.js';

export function routesOf({ door }: Pick<Service, 'door'>): readonly Route[] {
  const people = [...peopleRoutes, ...correctionRoutes, ...undoingRoutes, ...erasureRoutes];
  const papers = [...documentRoutes, ...voidingRoutes, ...requestRoutes, ...distanceRoutes];
  const register = [...people, ...roleRoutes, ...papers, ...registerRoutes, ...rulesRoutes];
  const all: readonly Route[] = [...door.routes, session, description(() => all), ...register];
  return all;
}
