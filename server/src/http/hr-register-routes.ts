/** HR’s screens of the register: where everybody stands, one person with all papers, what is decided there, today, and what a file is. */
import { createHash } from 'node:crypto';
import { statementFor } from '../papers/for-request.js';
import { sameName } from '../life/people.js';
import { actorNamed, refuseUnknownSecond } from '../register/actor.js';
import { undoAcknowledgement } from '../register/answers.js';
import { voidDocument } from '../register/void.js';
import { refuseSigned } from '../register/void-doubts.js';
import { scanEnding } from '../register/scan-kind.js';
import { checkScan, rejectScan } from '../register/scans.js';
import type { Setting } from '../register/setting.js';
import { shownStandings } from '../register/status.js';
import { scanOf } from '../studio/hr/person-page.js';
import { changing, lookedAtOnce, lookedFirst, once, paging, reading, searched, work, workTogether } from './studio-route.js';
import { refuse } from './problem.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import { mediaTypes } from './routes-documents.js';
import type { PlainReport } from './tasks-apart.js';
import { documentFound, personFound, requestFound } from './within.js';

const scanTypes: Readonly<Record<string, string>> = { ...mediaTypes, png: 'image/png', jpg: 'image/jpeg' };
/** Bytes of a paper with its pictures. */
const largestPdf = 64 << 20;

/** Codes of what HR was asked, and is sure of. */
type Sure = readonly string[] | undefined;

/** Where it takes two at one desk, the second sits down at it and is named: somebody who is known here, and not the first one otherwise spelt. */
const refuseStranger = (name: string, sure: Sure, { actor, storage }: Setting): Promise<void> =>
  refuseUnknownSecond(name, actor, sure?.includes('register-second-unknown') ?? false, storage.read);

/** What is done here is done in the name of whoever is named: at a desk, a second person sits down at the same one. */
async function inTheNameOf(name: string | undefined, sure: Sure, asked: Asked): Promise<Setting> {
  const setting = asked.setting();
  if (name === undefined || name.trim() === '' || sameName(name, setting.actor.name)) return setting;
  await refuseStranger(name, sure, setting);
  return asked.service.setting(await actorNamed(name, setting.storage.read), asked.language);
}

/** Who decides with whoever sits here; nobody where nobody was named. */
async function secondOf(name: string | undefined, sure: Sure, setting: Setting): Promise<string | undefined> {
  const second = name?.trim() ?? '';
  if (second === '') return undefined;
  await refuseStranger(second, sure, setting);
  return second;
}

interface Checked {
  readonly matches: boolean;
  readonly on?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly sure?: readonly string[];
}

interface Deciding {
  readonly reason: string;
  readonly second?: string;
  readonly sure?: readonly string[];
}

export function hrRegisterRoutes(): readonly Route[] {
  return [
    reading('hr-today', 'hr/today', 'register.read', {}, (asked) =>
      workTogether('hr-today', { actor: visitorOf(asked).actor, language: asked.language }, asked.service),
    ),
    reading('hr-today-at-once', 'hr/today/at-once', 'register.read', {}, (asked) => work<object>(asked, 'hr-today-at-once', {})),
    reading('hr-to-issue', 'hr/to-issue', 'register.read', { goesOn: { type: 'boolean', default: false } }, (asked) =>
      work<object>(asked, 'hr-to-issue', { most: asked.query['goesOn'] === true ? lookedAtOnce : lookedFirst }),
    ),
    reading(
      'hr-register',
      'hr/register',
      'register.read',
      { ...paging, ...searched, kind: { type: 'string', maxLength: 100 }, state: { enum: [...shownStandings, 'overdue', 'declined'] } },
      (asked) => work<object>(asked, 'hr-register', asked.query),
    ),
    reading('hr-person', 'hr/people/{person}', 'people.read', {}, async (asked) =>
      work<object>(asked, 'hr-person', { id: (await personFound(asked)).id }),
    ),
    once(
      changing('hr-check', 'hr/requests/{request}/check', 'answers.record', 'studio-hr#HrChecking', async (asked) => {
        const meant = await requestFound(asked);
        const { matches, on, reason = '', by, sure } = bodyOf<Checked>(asked);
        const setting = await inTheNameOf(by, sure, asked);
        const statement = await statementFor(meant, setting, asked.service.own);
        if (matches) await checkScan(meant, { statement, on: on ?? null }, setting);
        else await rejectScan(meant, reason, setting);
        return {};
      }),
    ),
    once(
      changing('hr-undo', 'hr/requests/{request}/undo', 'answers.record', 'studio-hr#HrDeciding', async (asked) => {
        const meant = await requestFound(asked);
        const { reason, second, sure } = bodyOf<Deciding>(asked);
        const setting = asked.setting();
        await undoAcknowledgement(meant, { reason, second: await secondOf(second, sure, setting) }, setting);
        return {};
      }),
    ),
    {
      ...{ id: 'hr-scan', method: 'GET', path: '/api/v1/studio/hr/requests/{request}/scan', right: 'answers.record', answers: 'file' },
      async run(asked) {
        const { request } = await requestFound(asked);
        const sha256 = await scanOf(request.id, asked.setting());
        if (sha256 === null) throw refuse('http-not-found');
        const bytes = await asked.service.storage.files.read(sha256);
        const ending = scanEnding(bytes) ?? 'pdf';
        return { file: { bytes, type: scanTypes[ending] ?? 'application/octet-stream', name: `${request.id}.${ending}` } };
      },
    },
    once(
      changing('hr-void', 'hr/documents/{document}/void', 'documents.issue', 'studio-hr#HrDeciding', async (asked) => {
        const row = await documentFound(asked);
        const { reason, second, sure } = bodyOf<Deciding>(asked);
        const setting = asked.setting();
        const other = await secondOf(second, sure, setting);
        if (!sure?.includes('register-void-asks')) await refuseSigned(row, setting);
        return await voidDocument(row, { reason, second: other }, setting);
      }),
    ),
    changing('hr-verify', 'hr/verify', 'register.verify', null, (asked) =>
      work<object>(asked, 'hr-verify', { now: asked.service.edge.now().toISOString() }),
    ),
    {
      ...{
        id: 'hr-verify-file',
        method: 'POST',
        path: '/api/v1/studio/hr/verify-file',
        right: 'register.verify',
        answers: 'studio#Answer',
      },
      upload: { types: ['application/pdf', 'application/octet-stream'], limit: largestPdf },
      async run(asked) {
        const { bytes, service } = asked;
        const report = await work<PlainReport>(asked, 'check-file', { bytes, now: service.edge.now().toISOString() });
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return { data: await work<object>(asked, 'hr-verify-file', { sha256, report }) };
      },
    },
  ];
}
