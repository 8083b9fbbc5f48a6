/** What the pages of the studio ask about roles. All of it is open at one’s own desk only. */
import type { Count } from '../studio/findings.js';
import { formIn } from '../studio/form.js';
import type { AskedPaper, PdfPaper } from '../studio/paper.js';
import type { AskedRole } from '../studio/new-role.js';
import type { OpenRole } from '../studio/role-editor.js';
import type { Studio } from '../studio/studio.js';
import type { AskedText } from '../studio/typed.js';
import { largestWordFile } from '../studio/word-files.js';
import { deskFrame } from './frame-route.js';
import { bodyOf } from './route.js';
import type { Asked, Route } from './route.js';
import { bringing, bringingWith, changing, editsWith, placed, reading, work } from './studio-route.js';

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

/** Roles of which bases were handed out: so many are remembered. */
const mostBases = 500;

export function studioRoutes(studio: Studio): readonly Route[] {
  const roleOf = new Map<string, string>();
  const handedOut = <T extends { readonly base?: string }>(role: string, answer: T): T => {
    if (answer.base !== undefined) roleOf.set(answer.base, role);
    const [oldest] = roleOf.keys();
    if (roleOf.size > mostBases && oldest !== undefined) roleOf.delete(oldest);
    return answer;
  };
  const edit = editsWith(studio);
  const ofBase = (asked: Asked) => {
    const body = bodyOf<{ readonly base: string }>(asked);
    return { role: roleOf.get(body.base), asked: body };
  };
  const inRole = (asked: Asked) => ({ role: placed(asked, 'role') });
  return [
    deskFrame(studio),
    reading('studio-roles', 'roles', 'roles.read', {}, (asked) => work<object>(asked, 'studio-roles', {})),
    reading('studio-search', 'search', 'roles.read', { q: { type: 'string', maxLength: 200 } }, (asked) =>
      work<object>(asked, 'studio-search', { q: (asked.query['q'] as string | undefined) ?? '' }),
    ),
    reading('studio-form', 'form', 'roles.read', {}, ({ language }) => formIn(language, studio)),
    reading('studio-role', 'roles/{role}', 'roles.read', { country: { type: 'string', maxLength: 64 } }, async (asked) =>
      handedOut(placed(asked, 'role'), await edit<OpenRole>(asked, 'edit-open', { ...inRole(asked), country: asked.query['country'] })),
    ),
    reading('studio-count', 'roles/{role}/count', 'roles.read', {}, (asked) => work<Count>(asked, 'studio-count', inRole(asked))),
    changing('studio-paper', 'paper', 'roles.read', 'studio#PaperAsked', (asked) => edit(asked, 'edit-paper', ofBase(asked))),
    changing('studio-findings', 'findings', 'roles.read', 'studio#Draft', (asked) => edit(asked, 'edit-findings', ofBase(asked))),
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
        const paper = await work<PdfPaper>(asked, 'studio-pdf', { ...inRole(asked), asked: bodyOf<AskedPaper>(asked) });
        return { file: { ...paper, type: 'application/pdf' } };
      },
    },
    bringing('studio-word-look', 'word-files/look', 'proposals.make', wordFile, wordFileWith('word-look')),
    bringingWith(
      'studio#WordTexts',
      bringing('studio-word-take', 'word-files/take', 'proposals.make', wordFile, wordFileWith('word-take')),
    ),
    changing('studio-begin', 'roles', 'proposals.make', 'studio#Beginning', (asked) =>
      edit(asked, 'edit-begin', { asked: bodyOf<AskedRole>(asked) }),
    ),
    changing('studio-save', 'roles/{role}/save', 'proposals.make', 'studio#Draft', async (asked) =>
      handedOut(
        placed(asked, 'role'),
        await edit<{ readonly base?: string }>(asked, 'edit-save', { ...inRole(asked), asked: bodyOf<AskedText>(asked) }),
      ),
    ),
    changing('studio-text', 'roles/{role}/text', 'roles.read', 'studio#Draft', (asked) =>
      edit(asked, 'edit-text', { ...inRole(asked), asked: bodyOf<AskedText>(asked) }),
    ),
    changing('studio-typed', 'roles/{role}/typed', 'roles.read', 'studio#TypedText', (asked) =>
      edit(asked, 'edit-typed', { ...inRole(asked), ...bodyOf<{ readonly text: string }>(asked) }),
    ),
    changing('studio-take', 'roles/{role}/take', 'proposals.make', null, (asked) => edit(asked, 'edit-take', inRole(asked))),
  ];
}
