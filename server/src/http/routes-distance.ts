/** Answers at a distance: links that are handed over, reminders, and the mails that bring people there. */
import { revokeLinks } from '../register/links.js';
import { limit, pageOf } from './paging.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import type { RemindAsked } from './tasks-distance.js';
import { requestFound, seen, seesPerson } from './within.js';

const states = ['queued', 'sent', 'refused', 'failed'] as const;

const by = (asked: Asked) => ({ actor: visitorOf(asked).actor, language: asked.language });

const reminding = (asked: Asked, send: boolean): Promise<{ items: readonly { person: string }[]; sent: readonly string[] }> =>
  asked.service.crew.run('remind', { reach: asked.reach, send } satisfies RemindAsked, by(asked));

export const distanceRoutes: readonly Route[] = [
  {
    // Whoever holds the slip can come to the page: it is made by those who might as well note an answer themselves.
    ...{ id: 'printLink', method: 'POST', path: '/api/v1/requests/{request}/link', right: 'answers.record', answers: 'file' },
    async run(asked) {
      const { request } = await requestFound(asked);
      const { bytes, until } = await asked.service.crew.run<{ bytes: Uint8Array; until: string }>(
        'link',
        { request: request.id },
        by(asked),
      );
      return { file: { bytes, type: 'application/pdf', name: `${request.id} ${until}.pdf` } };
    },
  },
  {
    ...{
      id: 'revokeLinks',
      method: 'DELETE',
      path: '/api/v1/requests/{request}/link',
      right: 'requests.make',
      answers: 'register#Revoked',
    },
    async run(asked) {
      const { request } = await requestFound(asked);
      const { storage, edge } = asked.service;
      const revoked = await storage.change((db) => revokeLinks({ request: request.id }, edge.now(), db));
      return { data: { request: request.id, revoked } };
    },
  },
  {
    ...{
      id: 'listReminders',
      method: 'GET',
      path: '/api/v1/reminders',
      right: 'requests.read',
      answers: 'register#Reminders',
      audited: true,
    },
    async run(asked) {
      const { items } = await reminding(asked, false);
      return { data: { items }, about: items.map(({ person }) => person) };
    },
  },
  {
    ...{ id: 'remind', method: 'POST', path: '/api/v1/reminders', right: 'requests.make', answers: 'register#Reminded', once: true },
    async run(asked) {
      return { data: await reminding(asked, true) };
    },
  },
  {
    ...{ id: 'listMails', method: 'GET', path: '/api/v1/mails', right: 'requests.read', answers: 'register#Mails', audited: true },
    query: { limit, after: { type: 'string', pattern: '^[0-9a-f]{32}$' }, state: { enum: states } },
    async run(asked) {
      const { storage } = asked.service;
      const { state, after = '' } = asked.query as { state?: string; after?: string };
      const { rows, next } = await seen(
        ({ after: from, limit: most }) =>
          storage.look((db) =>
            db
              .selectFrom('mail')
              .select(['id', 'kind', 'recipient', 'person', 'request', 'state', 'tries', 'created_at', 'answer'])
              .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
              .$if(from !== undefined, (query) => query.where('id', '>', from ?? ''))
              .orderBy('id')
              .limit(most)
              .execute(),
          ),
        // A mail to nobody of the register, such as one that only tries the server, is for those who see everything.
        async ({ person }) => (person === null ? asked.reach === 'everywhere' : await seesPerson(person, asked)),
        { after, limit: pageOf(asked).limit },
      );
      const items = rows.map(({ created_at: at, recipient: to, ...row }) => ({ ...row, at, to, tries: Number(row.tries) }));
      return { data: { items, next }, about: rows.flatMap(({ person }) => (person === null ? [] : [person])) };
    },
  },
  {
    ...{ id: 'testMail', method: 'POST', path: '/api/v1/mails/test', right: 'service.manage', body: 'register#TestMail' },
    ...{ answers: 'register#MailQueued', once: true },
    async run(asked) {
      const { to } = bodyOf<{ to: string }>(asked);
      return { status: 201, data: { id: await asked.service.crew.run<string>('test-mail', { to }, by(asked)) } };
    },
  },
];
