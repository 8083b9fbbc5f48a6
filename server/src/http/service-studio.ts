/** The studio of a service with accounts: its frame, and the screens of those who look after it. */
import type { Studio } from '../studio/studio.js';
import { careAccountRoutes } from './care-account-routes.js';
import { careRoutes } from './care-routes.js';
import type { Care } from './care.js';
import { committingRoutes } from './committed.js';
import { employerRoutes } from './employer-routes.js';
import { serviceFrame } from './frame-route.js';
import type { Route } from './route.js';

export const serviceStudioRoutes = (care: Care, studio: Studio): readonly Route[] => [
  serviceFrame(studio),
  ...committingRoutes(careRoutes(care, studio), studio),
  ...careAccountRoutes(studio),
  ...committingRoutes(employerRoutes(studio), studio),
];
