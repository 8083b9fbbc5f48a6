/** What was noted wrongly is put right: that somebody left, or moved, or acknowledged; numbers, addresses, and the hold on somebody’s data. */
import { undoAcknowledgement } from '../register/answers.js';
import { setContact } from '../register/contact.js';
import { someone } from '../register/find.js';
import { undoLeaving } from '../register/leaving.js';
import { undoMove } from '../register/posts.js';
import { renumber } from '../register/renumber.js';
import { hold } from '../register/retention.js';
import { plainHolding } from './plain.js';
import { bodyOf } from './route.js';
import type { Asked, Route } from './route.js';
import { personFound, requestFound } from './within.js';

const right = 'people.change';

const reasonIn = (asked: Asked): string => bodyOf<{ reason: string }>(asked).reason;

const holding = (id: string, path: Route['path'], what: 'held' | 'released'): Route => ({
  ...{ id, method: 'POST', path, right, body: 'register#Reason', answers: 'nothing', once: true },
  async run(asked) {
    await hold(someone(await personFound(asked)), what, reasonIn(asked), asked.setting());
    return {};
  },
});

export const correctionRoutes: readonly Route[] = [
  {
    ...{ id: 'undoLeaving', method: 'POST', path: '/api/v1/people/{person}/leaving/undoing', right },
    ...{ body: 'register#Reason', answers: 'nothing', once: true },
    async run(asked) {
      await undoLeaving(someone(await personFound(asked)), reasonIn(asked), asked.setting());
      return {};
    },
  },
  {
    ...{ id: 'undoMove', method: 'POST', path: '/api/v1/people/{person}/move/undoing', right, answers: 'register#HeldAgain', once: true },
    async run(asked) {
      const posts = await undoMove(someone(await personFound(asked)), asked.setting());
      return { data: { posts: posts.map((one) => plainHolding({ ...one, to_day: null })) } };
    },
  },
  {
    ...{ id: 'renumberPerson', method: 'PUT', path: '/api/v1/people/{person}/number', right, body: 'register#Number', answers: 'nothing' },
    async run(asked) {
      const person = someone(await personFound(asked));
      const number = bodyOf<{ number: string }>(asked).number.trim();
      if (person.externalId !== number) await renumber(person, number, asked.setting());
      return {};
    },
  },
  {
    ...{ id: 'setContact', method: 'PUT', path: '/api/v1/people/{person}/contact', right, body: 'register#Contact', answers: 'nothing' },
    async run(asked) {
      const person = someone(await personFound(asked));
      await setContact(person, bodyOf<{ email?: string | null; phone?: string | null }>(asked), asked.setting());
      return {};
    },
  },
  holding('holdPerson', '/api/v1/people/{person}/hold', 'held'),
  holding('releasePerson', '/api/v1/people/{person}/hold/release', 'released'),
  {
    ...{ id: 'undoAcknowledgement', method: 'POST', path: '/api/v1/requests/{request}/acknowledgement/undoing' },
    ...{ right: 'answers.record', body: 'register#Reason', answers: 'nothing', once: true, readBy: 'readRequest', fresh: true },
    async run(asked) {
      const meant = await requestFound(asked);
      // Where it takes two, a name that somebody types is no second person here: the other decides in their own name.
      await undoAcknowledgement(meant, { reason: reasonIn(asked), second: undefined }, asked.setting());
      return {};
    },
  },
];
