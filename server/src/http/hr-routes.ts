/** All that HR’s screens of the studio ask; what changes the register and has a route of the API is asked there. */
import type { Studio } from '../studio/studio.js';
import { committingRoutes } from './committed.js';
import { employerRoutes } from './employer-routes.js';
import { hrIssueRoutes } from './hr-issue-routes.js';
import { hrPeopleRoutes } from './hr-people-routes.js';
import { hrPlanRoutes } from './hr-plan-routes.js';
import { hrRegisterRoutes } from './hr-register-routes.js';
import type { Route } from './route.js';

export const hrRoutes = (studio: Studio): readonly Route[] => [
  ...committingRoutes(hrPeopleRoutes(studio), studio),
  ...hrIssueRoutes(studio),
  ...hrRegisterRoutes(),
  ...committingRoutes(employerRoutes(studio), studio),
  ...hrPlanRoutes,
];
