/** Routes about the visit itself: who one is here, and what all routes are. */
import { rights } from '../access/rights.js';
import { openApi } from './openapi.js';
import type { Route } from './route.js';
import { visitorOf } from './route.js';

/** Who is signed in, what they may do and where, and the token that changes have to show. */
export const session: Route = {
  id: 'session',
  method: 'GET',
  path: '/api/v1/session',
  right: 'signed-in',
  anyKey: true,
  answers: 'session#Session',
  run: async (asked) => {
    const visitor = visitorOf(asked);
    const allowed = rights.flatMap((right) => {
      const reach = visitor.reach(right);
      return reach === null ? [] : [{ right, departments: reach === 'everywhere' ? null : [...reach] }];
    });
    return {
      data: {
        name: visitor.actor.name,
        account: visitor.account,
        language: asked.language,
        rights: allowed,
        token: visitor.by === 'session' ? visitor.token : null,
      },
    };
  },
};

/** The description of a table of routes, as one of them. */
export const description = (routes: () => readonly Route[]): Route => ({
  id: 'description',
  method: 'GET',
  path: '/api/v1/openapi.json',
  right: 'anyone',
  answers: 'session#Description',
  run: async ({ service, language }) => ({ data: openApi(routes(), service, language) }),
});
