/** Documents with their numbers and files: issuing them, reading them. */
import { isAcknowledged } from 'rolewright';
import { voidingOf } from '../register/void.js';
import { shownNumber } from '../register/series.js';
import { reaches } from '../access/rights.js';
import { after, limit, pageOf, slug } from './paging.js';
import { plainDocument } from './plain.js';
import { refuse } from './problem.js';
import { bodyOf, visitorOf } from './route.js';
import type { Route } from './route.js';
import type { Packing } from './tasks-package.js';
import type { Issuing } from './tasks-papers.js';
import { documentFound, seen, seesDocument, seesPerson } from './within.js';

/** By the ending of a file. */
export const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  zip: 'application/zip',
};

export const documentRoutes: readonly Route[] = [
  {
    id: 'listDocuments',
    method: 'GET',
    path: '/api/v1/documents',
    right: 'documents.read',
    query: { after, limit, role: slug, kind: slug },
    answers: 'register#Documents',
    audited: true,
    async run(asked) {
      const { read } = asked.service.storage;
      const { role, kind } = asked.query as { role?: string; kind?: string };
      const page = pageOf(asked);
      const { rows, next } = await seen(
        (of) => read.documents({ ...of, ...(role !== undefined && { role }), ...(kind !== undefined && { kind }) }),
        (row) => seesDocument(row, asked),
        page,
      );
      return { data: { items: rows.map(plainDocument), next }, about: rows.flatMap(({ person }) => (person === null ? [] : [person])) };
    },
  },
  {
    id: 'readDocument',
    method: 'GET',
    path: '/api/v1/documents/{document}',
    right: 'documents.read',
    answers: 'register#DocumentShown',
    audited: true,
    async run(asked) {
      const row = await documentFound(asked);
      const files = await asked.service.storage.read.documentFiles(row.id);
      const { library } = asked.service.desk();
      const voiding = await voidingOf(row, asked.service);
      return {
        data: {
          ...plainDocument(row),
          files: files.map(({ format, sha256, size }) => ({ format, sha256, size })),
          acknowledged: isAcknowledged(library.kind(row.kind), row.jurisdiction),
          voiding: voiding && {
            seq: voiding.seq,
            at: voiding.at,
            by: voiding.payload?.by ?? null,
            reason: voiding.payload?.reason ?? null,
          },
        },
        about: row.person === null ? [] : [row.person],
      };
    },
  },
  {
    id: 'readDocumentFile',
    method: 'GET',
    path: '/api/v1/documents/{document}/files/{format}',
    right: 'documents.read',
    answers: 'file',
    audited: true,
    async run(asked) {
      const row = await documentFound(asked);
      const { read, files } = asked.service.storage;
      const file = (await read.documentFiles(row.id)).find(({ format }) => format === asked.params['format']);
      const [kept] = file ? await read.filesAmong([file.sha256]) : [];
      if (!file || kept === undefined) throw refuse('http-not-found');
      const type = mediaTypes[file.format] ?? 'application/octet-stream';
      return {
        file: { bytes: await files.read(file.sha256), type, name: `${row.kind} ${shownNumber(row)}.${file.format}` },
        about: row.person === null ? [] : [row.person],
      };
    },
  },
  {
    id: 'issue',
    method: 'POST',
    path: '/api/v1/documents',
    right: 'documents.issue',
    body: 'register#Issuing',
    answers: 'register#Issued',
    once: true,
    async run(asked) {
      const said = bodyOf<Omit<Issuing, 'reach' | 'requestReach'>>(asked);
      if (said.person !== undefined && !(await seesPerson(said.person, asked))) throw refuse('http-not-found');
      if (said.department !== undefined && !reaches(asked.reach, said.department)) throw refuse('http-not-found');
      const { actor, reach } = visitorOf(asked);
      // Who may print may not have people asked by that.
      const requestReach = reach('requests.make');
      if (said.request && requestReach === null) throw refuse('http-no-right', { right: 'requests.make' });
      const input: Issuing = { ...said, reach: asked.reach, requestReach: requestReach ?? [] };
      const data = await asked.service.crew.run<object>('issue', input, { actor, language: asked.language });
      return { status: 201, data };
    },
  },
  {
    id: 'packDocument',
    method: 'POST',
    path: '/api/v1/documents/{document}/package',
    // It names people with their answers, as the papers of personnel do.
    right: 'documents.issue',
    body: 'register#Packing',
    answers: 'register#Packed',
    audited: true,
    async run(asked) {
      const row = await documentFound(asked);
      const said = bodyOf<Packing>(asked);
      if (said.person !== undefined && !(await seesPerson(said.person, asked))) throw refuse('http-not-found');
      const { actor } = visitorOf(asked);
      const input = { ...said, document: row.id };
      const data = await asked.service.crew.run<object>('pack', input, { actor, language: asked.language });
      return { data, about: said.person === undefined ? [] : [said.person] };
    },
  },
];
