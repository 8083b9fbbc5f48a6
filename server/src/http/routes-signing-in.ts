/** Signing in and out, and passwords. */
import { endSessions } from '../access/accounts.js';
import { endSession } from '../access/sessions.js';
import type { Entrance } from './entrance.js';
import { bodyOf, visitorOf } from './route.js';
import type { Route } from './route.js';

export const signingInRoutes = (entrance: Entrance): readonly Route[] => [
  {
    id: 'signIn',
    method: 'POST',
    path: '/api/v1/session',
    right: 'anyone',
    body: 'accounts#SignIn',
    answers: 'nothing',
    run: (asked) => entrance.signIn(bodyOf<{ login: string; password: string }>(asked), asked),
  },
  {
    id: 'signOut',
    method: 'DELETE',
    path: '/api/v1/session',
    right: 'signed-in',
    query: { everywhere: { type: 'boolean' } },
    answers: 'nothing',
    async run(asked) {
      const { account, by } = visitorOf(asked);
      const { session } = asked.shown;
      if (by === 'session' && account !== null && session !== null)
        await asked.service.storage.change((db) =>
          asked.query['everywhere'] === true ? endSessions(account, db) : endSession(session, db),
        );
      return { session: null };
    },
  },
  {
    id: 'prove',
    method: 'POST',
    path: '/api/v1/session/proof',
    right: 'signed-in',
    body: 'accounts#Proof',
    answers: 'nothing',
    async run(asked) {
      await entrance.prove(bodyOf<{ password: string }>(asked).password, visitorOf(asked), asked);
      return {};
    },
  },
  {
    id: 'changePassword',
    method: 'PUT',
    path: '/api/v1/session/password',
    right: 'signed-in',
    body: 'accounts#PasswordChange',
    answers: 'nothing',
    run: (asked) => entrance.changePassword(bodyOf<{ old: string; password: string }>(asked), visitorOf(asked), asked),
  },
  {
    id: 'choosePassword',
    method: 'POST',
    path: '/api/v1/password',
    right: 'anyone',
    body: 'accounts#PasswordByLink',
    answers: 'nothing',
    run: (asked) => entrance.choosePassword(bodyOf<{ link: string; password: string }>(asked), asked),
  },
];
