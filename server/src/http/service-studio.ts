/** The studio of a service with accounts: its frame, and the screens of those who look after it. */
import type { Studio } from '../studio/studio.js';
import { careAccountRoutes } from './care-account-routes.js';
import { careRoutes } from './care-routes.js';
import type { Care } from './care.js';
import { employerRoutes } from './employer-routes.js';
import { serviceFrame } from './frame-route.js';
import type { Route } from './route.js';

export const serviceStudioRoutes = (care: Care, studio: Studio): readonly Route[] => [
  serviceFrame(studio),
  ...careRoutes(care, studio),
  ...careAccountRoutes(studio),
  ...employerRoutes(studio),
];
