/** What the pages of the studio ask about roles. All of it is open at one’s own desk only. */
import { findingsOf } from '../studio/findings.js';
import type { AskedFindings, Count } from '../studio/findings.js';
import { formIn } from '../studio/form.js';
import { paperOf } from '../studio/paper.js';
import type { AskedPaper, PdfPaper } from '../studio/paper.js';
import { beginRole } from '../studio/new-role.js';
import type { AskedRole } from '../studio/new-role.js';
import { openRole, saveRole, takeOver } from '../studio/role-editor.js';
import { rolesIn, search } from '../studio/roles.js';
import type { Studio } from '../studio/studio.js';
import { readTyped, textWith } from '../studio/typed.js';
import type { AskedText } from '../studio/typed.js';
import { largestWordFile } from '../studio/word-files.js';
import { deskFrame } from './frame-route.js';
import { bodyOf } from './route.js';
import type { Asked, Route } from './route.js';
import { bringing, bringingWith, changing, placed, reading, work } from './studio-route.js';

const wordFile = {
  types: ['application/octet-stream'],
  limit: largestWordFile,
  query: {
    name: { type: 'string', maxLength: 400 },
    title: { type: 'string', minLength: 1, maxLength: 200 },
    id: { type: 'string', maxLength: 64 },
    base: { type: 'string', maxLength: 64 },
    places: { type: 'string', maxLength: 8000 },
  },
};
/** A thread beside the server reads the file. */
const wordFileWith = (task: string) => (asked: Asked) =>
  work<object>(asked, task, { ...asked.query, ...(asked.body as object | undefined), language: asked.language, bytes: asked.bytes });

export const studioRoutes = (studio: Studio): readonly Route[] => [
  deskFrame(studio),
  reading('studio-roles', 'roles', 'roles.read', {}, ({ language }) => rolesIn(language, studio)),
  reading('studio-search', 'search', 'roles.read', { q: { type: 'string', maxLength: 200 } }, ({ query }) =>
    search((query['q'] as string | undefined) ?? '', studio),
  ),
  reading('studio-form', 'form', 'roles.read', {}, ({ language }) => formIn(language, studio)),
  reading('studio-role', 'roles/{role}', 'roles.read', { country: { type: 'string', maxLength: 64 } }, (asked) =>
    openRole(placed(asked, 'role'), { language: asked.language, country: asked.query['country'] as string | undefined }, studio),
  ),
  reading('studio-count', 'roles/{role}/count', 'roles.read', {}, (asked) =>
    work<Count>(asked, 'studio-count', { role: placed(asked, 'role') }),
  ),
  changing('studio-paper', 'paper', 'roles.read', 'studio#PaperAsked', (asked) =>
    paperOf(bodyOf<AskedPaper>(asked), asked.language, studio),
  ),
  changing('studio-findings', 'findings', 'roles.read', 'studio#Draft', (asked) =>
    findingsOf(bodyOf<AskedFindings>(asked), asked.language, studio),
  ),
  {
    ...{
      id: 'studio-pdf',
      method: 'POST',
      path: '/api/v1/studio/roles/{role}/pdf',
      right: 'roles.read',
      body: 'studio#PaperAsked',
      answers: 'file',
    },
    async run(asked) {
      const paper = await work<PdfPaper>(asked, 'studio-pdf', { role: placed(asked, 'role'), asked: bodyOf<AskedPaper>(asked) });
      return { file: { ...paper, type: 'application/pdf' } };
    },
  },
  bringing('studio-word-look', 'word-files/look', 'proposals.make', wordFile, wordFileWith('word-look')),
  bringingWith('studio#WordTexts', bringing('studio-word-take', 'word-files/take', 'proposals.make', wordFile, wordFileWith('word-take'))),
  changing('studio-begin', 'roles', 'proposals.make', 'studio#Beginning', (asked) =>
    beginRole(bodyOf<AskedRole>(asked), asked.language, studio),
  ),
  changing('studio-save', 'roles/{role}/save', 'proposals.make', 'studio#Draft', (asked) =>
    saveRole(placed(asked, 'role'), bodyOf<AskedText>(asked), asked.language, studio),
  ),
  changing('studio-text', 'roles/{role}/text', 'roles.read', 'studio#Draft', (asked) =>
    textWith(placed(asked, 'role'), bodyOf<AskedText>(asked), studio),
  ),
  changing('studio-typed', 'roles/{role}/typed', 'roles.read', 'studio#TypedText', (asked) =>
    readTyped(placed(asked, 'role'), bodyOf<{ readonly text: string }>(asked).text, asked.language, studio),
  ),
  changing('studio-take', 'roles/{role}/take', 'proposals.make', null, (asked) => takeOver(placed(asked, 'role'), asked.language, studio)),
];
