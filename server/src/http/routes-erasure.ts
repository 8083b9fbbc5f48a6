/** What is known of somebody goes: what keeps it, and erasing it for good. */
import { personFound } from './within.js';
import { refuse } from './problem.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import type { EraseAsked } from './tasks-erasure.js';

const right = 'people.change';
const path = '/api/v1/people/{person}/erasure';

/** What somebody decided for the employer lies in all departments: it is seen, and goes, for those alone who see all of them. */
async function personOfAll(asked: Asked): Promise<string> {
  const { id } = await personFound(asked);
  if (asked.reach !== 'everywhere') throw refuse('http-no-right', { right });
  return id;
}

const work = (asked: Asked, task: string, input: EraseAsked): Promise<object> =>
  asked.service.crew.run<object>(task, input, { actor: visitorOf(asked).actor, language: asked.language });

export const erasureRoutes: readonly Route[] = [
  {
    ...{ id: 'readErasure', method: 'GET', path, right, answers: 'register#Erasable', audited: true },
    query: { name: { type: 'string', minLength: 1, maxLength: 300 } },
    async run(asked) {
      const person = await personOfAll(asked);
      const { name } = asked.query as { name?: string };
      return { data: await work(asked, 'erasable', { person, also: name === undefined ? [] : [name] }), about: [person] };
    },
  },
  {
    ...{ id: 'erasePerson', method: 'POST', path, right, body: 'register#Erasing', answers: 'register#Erased' },
    ...{ fresh: true, once: true, readBy: 'readErasure', audited: true },
    async run(asked) {
      const person = await personOfAll(asked);
      const { names = [], sure = [] } = bodyOf<{ names?: readonly string[]; sure?: readonly string[] }>(asked);
      const isSure = sure.includes('register-erase-asks');
      return { data: await work(asked, 'erase', { person, also: names, isSure }), about: [person] };
    },
  },
];
