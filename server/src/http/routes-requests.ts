/** Requests to acknowledge, and what people answer before somebody of HR. */
import type { Method } from '../life/events.js';
import { statementFor } from '../papers/for-request.js';
import { acknowledgeInPerson, disagreeInPerson } from '../register/answers.js';
import { evidenceFile, evidencePage } from '../register/by-link.js';
import { cancel, expire, open, request, toAsk } from '../register/requests.js';
import { isScan } from '../register/scan-kind.js';
import { checkScan, rejectScan, scan } from '../register/scans.js';
import { refusal } from '../register/setting.js';
import { statusOf } from '../register/status.js';
import { undoingOf } from '../register/undoing.js';
import { reaches } from '../access/rights.js';
import { plainRequest, plainToCome } from './plain.js';
import { refuse } from './problem.js';
import { bodyOf, visitorOf } from './route.js';
import type { Asked, Reply, Route } from './route.js';
import { requestFound, seesDocument, seesPerson } from './within.js';

/** Bytes of a scan of a few pages in colour. */
const largestScan = 64 << 20;

const aName = { type: 'string', maxLength: 80, pattern: '^[a-z]_[0-9a-z]{1,64}$' } as const;

interface Asking {
  readonly role?: string;
  readonly department?: string;
  readonly person?: string;
  readonly kind?: string;
  readonly method?: Method;
  readonly due?: string;
}

interface Refusing {
  readonly reason?: string;
  readonly witnesses?: readonly { readonly name: string; readonly post?: string | null }[];
  readonly on?: string;
  readonly close?: boolean;
}

/** A file of the evidence of an answer by a link, once there is one. */
const evidenceRoute = (
  id: string,
  path: Route['path'],
  { type, ending }: { readonly type: string; readonly ending: string },
  find: (request: string, service: Asked['service']) => Promise<string | null>,
): Route => ({
  ...{ id, method: 'GET', path, right: 'requests.read', answers: 'file', audited: true },
  async run(asked) {
    const { request, person } = await requestFound(asked);
    const { storage } = asked.service;
    const sha256 = await find(request.id, asked.service);
    if (sha256 === null) throw refuse('http-not-found');
    return { file: { bytes: await storage.files.read(sha256), type, name: `${request.id}.${ending}` }, about: [person.id] };
  },
});

/** The record of a refusal is made, or corrected, by a worker: it is a paper of its own. */
async function refusing(asked: Asked, amends: boolean): Promise<Reply> {
  const { request } = await requestFound(asked);
  const { reason = null, witnesses = [], on, close } = bodyOf<Refusing>(asked);
  const seen = witnesses.map(({ name, post = null }) => ({ name, post }));
  const input = { request: request.id, amends, reason, witnesses: seen, on: on ?? asked.service.today(), ...(close && { close }) };
  const { actor } = visitorOf(asked);
  return { status: 201, data: await asked.service.crew.run<object>('refusal', input, { actor, language: asked.language }) };
}

export const requestRoutes: readonly Route[] = [
  {
    id: 'listRequests',
    method: 'GET',
    path: '/api/v1/requests',
    right: 'requests.read',
    query: { person: aName, document: aName },
    answers: 'register#Requests',
    audited: true,
    async run(asked) {
      const { read } = asked.service.storage;
      const { person, document } = asked.query as { person?: string; document?: string };
      if ((person === undefined) === (document === undefined)) throw refuse('http-query', { place: 'person | document', expected: 'once' });
      if (person !== undefined && !(await seesPerson(person, asked))) throw refuse('http-not-found');
      const row = document === undefined ? undefined : await read.document(document);
      if (document !== undefined && (!row || !(await seesDocument(row, asked)))) throw refuse('http-not-found');
      const found = await read.requestsOf(person === undefined ? { document: document ?? '' } : { person });
      const rows: (typeof found)[number][] = [];
      for (const one of found) if (one.person !== null && (await seesPerson(one.person, asked))) rows.push(one);
      return { data: { items: rows.map(plainRequest) }, about: rows.flatMap((one) => one.person ?? []) };
    },
  },
  {
    id: 'readRequest',
    method: 'GET',
    path: '/api/v1/requests/{request}',
    right: 'requests.read',
    answers: 'register#RequestShown',
    audited: true,
    async run(asked) {
      const meant = await requestFound(asked);
      const events = await asked.service.storage.read.eventsOf(meant.request.id);
      const undoing = await undoingOf(meant.request.id, asked.service);
      return {
        data: {
          ...plainRequest(meant.request),
          events: events.map(({ seq, at, kind }) => ({ seq, at, kind })),
          undoing: undoing && {
            ...{ seq: undoing.seq, at: undoing.at, by: undoing.payload?.by ?? null, reason: undoing.payload?.reason ?? null },
          },
        },
        about: [meant.person.id],
      };
    },
  },
  evidenceRoute('readEvidence', '/api/v1/requests/{request}/evidence', { type: 'application/json', ending: 'json' }, evidenceFile),
  evidenceRoute('readEvidencePage', '/api/v1/requests/{request}/evidence/page', { type: 'application/pdf', ending: 'pdf' }, evidencePage),
  {
    id: 'request',
    method: 'POST',
    path: '/api/v1/requests',
    right: 'requests.make',
    body: 'register#Asking',
    answers: 'register#AskedRequests',
    once: true,
    async run(asked) {
      const { method = 'in-person', due, ...scope } = bodyOf<Asking>(asked);
      if (scope.person !== undefined && !(await seesPerson(scope.person, asked))) throw refuse('http-not-found');
      if (method === 'link') {
        const { actor } = visitorOf(asked);
        const input = { scope, reach: asked.reach, ...(due !== undefined && { due }) };
        return { status: 201, data: await asked.service.crew.run<object>('ask-by-link', input, { actor, language: asked.language }) };
      }
      const setting = asked.setting();
      const rows = (await statusOf(scope, setting)).filter(({ holder }) => reaches(asked.reach, holder.holding.department));
      const byName = scope.person !== undefined;
      const made = await request(toAsk(rows, { byName }), { method, due }, setting);
      const items = made.map(({ id, row, due: by }) => ({ id, person: row.holder.person.id, document: row.document.id, due: by }));
      return { status: 201, data: { items, toCome: byName ? [] : plainToCome(rows), withoutAddress: [] } };
    },
  },
  {
    ...{ id: 'expireRequests', method: 'POST', path: '/api/v1/requests/expiry', right: 'requests.make', once: true },
    ...{ body: 'register#Scope', answers: 'register#Expired' },
    async run(asked) {
      const scope = bodyOf<Pick<Asking, 'role' | 'department' | 'person' | 'kind'>>(asked);
      if (scope.person !== undefined && !(await seesPerson(scope.person, asked))) throw refuse('http-not-found');
      const setting = asked.setting();
      const rows = (await statusOf(scope, setting)).filter(({ holder }) => reaches(asked.reach, holder.holding.department));
      return { data: { expired: await expire(rows, setting) } };
    },
  },
  {
    ...{ id: 'openRequest', method: 'POST', path: '/api/v1/requests/{request}/opening', right: 'answers.record' },
    ...{ answers: 'nothing', once: true, readBy: 'readRequest' },
    async run(asked) {
      await open(await requestFound(asked), asked.setting());
      return {};
    },
  },
  {
    id: 'cancelRequest',
    method: 'POST',
    path: '/api/v1/requests/{request}/cancellation',
    right: 'requests.make',
    body: 'register#Reason',
    answers: 'nothing',
    once: true,
    readBy: 'readRequest',
    async run(asked) {
      await cancel(await requestFound(asked), bodyOf<{ reason: string }>(asked).reason, asked.setting());
      return {};
    },
  },
  {
    id: 'acknowledge',
    method: 'POST',
    path: '/api/v1/requests/{request}/acknowledgement',
    right: 'answers.record',
    body: 'register#Acknowledging',
    answers: 'register#Acknowledged',
    once: true,
    async run(asked) {
      const meant = await requestFound(asked);
      const { on, identifiedBy } = bodyOf<{ on?: string; identifiedBy?: string }>(asked);
      const setting = asked.setting();
      const statement = await statementFor(meant, setting, asked.service.own);
      const day = on ?? setting.today;
      await acknowledgeInPerson(meant, { statement, on: day, identifiedBy }, setting);
      return { status: 201, data: { request: meant.request.id, statement, on: day } };
    },
  },
  {
    ...{ id: 'disagree', method: 'POST', path: '/api/v1/requests/{request}/disagreement', right: 'answers.record' },
    ...{ body: 'register#Disagreeing', answers: 'nothing', once: true },
    async run(asked) {
      const meant = await requestFound(asked);
      const { reason, on, identifiedBy } = bodyOf<{ reason: string; on?: string; identifiedBy?: string }>(asked);
      const setting = asked.setting();
      await disagreeInPerson(meant, { reason, on: on ?? setting.today, identifiedBy }, setting);
      return {};
    },
  },
  {
    id: 'printSheet',
    method: 'POST',
    path: '/api/v1/requests/{request}/sheet',
    right: 'answers.record',
    answers: 'file',
    async run(asked) {
      const meant = await requestFound(asked);
      const { actor } = visitorOf(asked);
      const bytes = await asked.service.crew.run<Uint8Array>('sheet', { request: meant.request.id }, { actor, language: asked.language });
      return { file: { bytes, type: 'application/pdf', name: `${meant.request.id}.pdf` } };
    },
  },
  {
    id: 'scan',
    method: 'POST',
    path: '/api/v1/requests/{request}/scan',
    right: 'answers.record',
    upload: { types: ['application/pdf', 'image/png', 'image/jpeg'], limit: largestScan },
    answers: 'register#Scanned',
    once: true,
    async run(asked) {
      const meant = await requestFound(asked);
      // What it is, its bytes say.
      if (!isScan(asked.bytes)) throw refusal('register-scan-kind', { file: meant.request.id });
      const sha256 = await scan(meant, asked.bytes, null, asked.setting());
      return { status: 201, data: { request: meant.request.id, sha256 } };
    },
  },
  {
    id: 'checkScan',
    method: 'POST',
    path: '/api/v1/requests/{request}/scan/check',
    right: 'answers.record',
    body: 'register#Checking',
    answers: 'nothing',
    async run(asked) {
      const meant = await requestFound(asked);
      const { matches, on, reason } = bodyOf<{ matches: boolean; on?: string; reason?: string }>(asked);
      const setting = asked.setting();
      if (matches) await checkScan(meant, { statement: await statementFor(meant, setting, asked.service.own), on: on ?? null }, setting);
      else await rejectScan(meant, reason ?? '', setting);
      return {};
    },
  },
  {
    ...{ id: 'recordRefusal', method: 'POST', path: '/api/v1/requests/{request}/refusal', right: 'answers.record' },
    ...{ body: 'register#Refusing', answers: 'register#Refused', once: true },
    run: (asked) => refusing(asked, false),
  },
  {
    ...{ id: 'amendRefusal', method: 'POST', path: '/api/v1/requests/{request}/refusal/amendment', right: 'answers.record' },
    ...{ body: 'register#Refusing', answers: 'register#Refused', once: true },
    run: (asked) => refusing(asked, true),
  },
];
