/** What the pages of the studio ask about roles. All of it is open at one’s own desk only. */
import { locales } from 'rolewright';
import type { Locale } from 'rolewright';
import { countOf, findingsOf } from '../studio/findings.js';
import type { AskedFindings } from '../studio/findings.js';
import { formIn } from '../studio/form.js';
import { frameOf } from '../studio/frame.js';
import { paperOf } from '../studio/paper.js';
import type { AskedDraft, AskedPaper } from '../studio/paper.js';
import { beginRole } from '../studio/new-role.js';
import type { AskedRole } from '../studio/new-role.js';
import { openRole, saveRole, takeOver } from '../studio/role-editor.js';
import { rolesIn, search } from '../studio/roles.js';
import type { Studio } from '../studio/studio.js';
import { largestWordFile } from '../studio/word-files.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Reply, Route } from './route.js';

const language = { enum: [...locales] };
const spoken = { language };
const languageOf = ({ query, language: usual }: Asked): Locale => (query['language'] as Locale | undefined) ?? usual;
const idOf = ({ params }: Asked): string => params['role'] ?? '';

const wordFile = {
  name: { type: 'string', maxLength: 400 },
  title: { type: 'string', minLength: 1, maxLength: 200 },
  id: { type: 'string', maxLength: 64 },
  base: { type: 'string', maxLength: 64 },
  places: { type: 'string', maxLength: 8000 },
};

/** Lists are sent inside an object, as everything is. */
const told = (data: object): Reply => ({ data });

export function studioRoutes(studio: Studio): readonly Route[] {
  const read = (id: string, path: string, query: Route['query'], run: (asked: Asked) => object | Promise<object>): Route => ({
    ...{ id, method: 'GET', path: `/api/v1/studio/${path}`, right: 'roles.read', answers: 'studio#Answer' },
    query: { ...spoken, ...query },
    run: async (asked) => told(await run(asked)),
  });
  const ask = (id: string, path: string, body: Route['body'] & string, run: (asked: Asked) => object | Promise<object>): Route => ({
    ...{ id, method: 'POST', path: `/api/v1/studio/${path}`, right: 'roles.read', body, answers: 'studio#Answer' },
    run: async (asked) => told(await run(asked)),
  });
  /** A file is sent, with what was said of it in the query; a thread beside the server reads it. */
  const send = (id: string, path: string, task: string): Route => ({
    ...{ id, method: 'POST', path: `/api/v1/studio/${path}`, right: 'proposals.make', answers: 'studio#Answer' },
    upload: { types: ['application/octet-stream'], limit: largestWordFile },
    query: { ...spoken, ...wordFile },
    async run(asked) {
      const { actor } = visitorOf(asked);
      const input = { ...asked.query, language: languageOf(asked), bytes: asked.bytes };
      return told(await asked.service.crew.run<object>(task, input, { actor, language: asked.language }));
    },
  });
  const change = (route: Route): Route => ({ ...route, right: 'proposals.make' });
  return [
    read('studio-frame', 'frame', {}, (asked) => frameOf(languageOf(asked), asked.service.today(), studio)),
    read('studio-roles', 'roles', {}, (asked) => rolesIn(languageOf(asked), studio)),
    read('studio-search', 'search', { q: { type: 'string', maxLength: 200 } }, ({ query }) =>
      search((query['q'] as string | undefined) ?? '', studio),
    ),
    read('studio-form', 'form', {}, (asked) => formIn(languageOf(asked), studio)),
    read('studio-role', 'roles/{role}', { country: { type: 'string', maxLength: 64 } }, (asked) =>
      openRole(idOf(asked), { language: languageOf(asked), country: asked.query['country'] as string | undefined }, studio),
    ),
    read('studio-count', 'roles/{role}/count', {}, (asked) => countOf(studio.role(idOf(asked)), studio)),
    ask('studio-paper', 'paper', 'studio#PaperAsked', (asked) => paperOf(bodyOf<AskedPaper>(asked), studio)),
    ask('studio-findings', 'findings', 'studio#Draft', (asked) => findingsOf(bodyOf<AskedFindings>(asked), studio)),
    send('studio-word-look', 'word-files/look', 'word-look'),
    send('studio-word-take', 'word-files/take', 'word-take'),
    change(ask('studio-begin', 'roles', 'studio#Beginning', (asked) => beginRole(bodyOf<AskedRole>(asked), studio))),
    change(ask('studio-save', 'roles/{role}/save', 'studio#Draft', (asked) => saveRole(idOf(asked), bodyOf<AskedDraft>(asked), studio))),
    change(
      ask('studio-take', 'roles/{role}/take', 'studio#Taking', (asked) =>
        takeOver(idOf(asked), bodyOf<{ readonly language: Locale }>(asked).language, studio),
      ),
    ),
  ];
}
