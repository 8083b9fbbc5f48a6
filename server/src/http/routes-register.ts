/** The register as a whole: where everybody stands, the journal, the events, and whether it is what it was. */
import { locales } from 'rolewright';
import { shownStandings } from '../register/status.js';
import { day, limit, pageOf, slug } from './paging.js';
import { mediaTypes } from './routes-documents.js';
import { refuse } from './problem.js';
import { visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import { seesPerson } from './within.js';

const by = (asked: Asked) => ({ actor: visitorOf(asked).actor, language: asked.language });

/** In the audit, where an answer is about all whom the journal names. */
const everybody = 'register';

export const registerRoutes: readonly Route[] = [
  {
    id: 'status',
    method: 'GET',
    path: '/api/v1/register/status',
    right: 'register.read',
    query: {
      ...{ limit, role: slug, department: slug, kind: slug, overdue: { type: 'boolean' }, standing: { enum: shownStandings } },
      ...{
        offset: { type: 'integer', minimum: 0, maximum: 10_000_000, default: 0 },
        person: { type: 'string', pattern: '^p_[0-9a-z]{1,64}$' },
      },
    },
    answers: 'register#Status',
    audited: true,
    async run(asked) {
      const { person } = asked.query as { person?: string };
      if (person !== undefined && !(await seesPerson(person, asked))) throw refuse('http-not-found');
      const input = { ...asked.query, limit: pageOf(asked).limit, offset: asked.query['offset'] ?? 0, reach: asked.reach };
      const data = await asked.service.crew.run<{ items: readonly { person: string }[] }>('status', input, by(asked));
      return { data, about: data.items.map((one) => one.person) };
    },
  },
  {
    ...{ id: 'changes', method: 'GET', path: '/api/v1/register/changes', right: 'register.read', answers: 'register#Changes' },
    query: { role: slug, department: slug, kind: slug, language: { enum: locales }, on: day },
    audited: true,
    async run(asked) {
      const input = { ...asked.query, reach: asked.reach };
      const data = await asked.service.crew.run<{ people: readonly { person: string }[] }>('changes', input, by(asked));
      return { data, about: data.people.map(({ person }) => person) };
    },
  },
  {
    id: 'journal',
    method: 'GET',
    path: '/api/v1/register/journal',
    right: 'journal.read',
    query: { from: day, to: day, role: slug, department: slug },
    answers: 'register#Journal',
    audited: true,
    async run(asked) {
      const { from, to, ...scope } = asked.query as { from?: string; to?: string };
      const input = { ...scope, from: from ?? null, to: to ?? asked.service.today(), reach: asked.reach, format: null };
      const { rows } = await asked.service.crew.run<{ rows: readonly object[] }>('journal', input, by(asked));
      return { data: { items: rows }, about: [everybody] };
    },
  },
  {
    id: 'journalFile',
    method: 'GET',
    path: '/api/v1/register/journal/{format}',
    right: 'journal.read',
    query: { from: day, to: day, role: slug, department: slug },
    answers: 'file',
    audited: true,
    async run(asked) {
      const format = asked.params['format'] ?? '';
      if (!['pdf', 'docx', 'xlsx'].includes(format)) throw refuse('http-not-found');
      const { from, to, ...scope } = asked.query as { from?: string; to?: string };
      const input = { ...scope, from: from ?? null, to: to ?? asked.service.today(), reach: asked.reach, format };
      const { name, bytes } = await asked.service.crew.run<{ name: string; bytes: Uint8Array }>('journal', input, by(asked));
      return { file: { bytes, name, type: mediaTypes[format] ?? 'application/octet-stream' }, about: [everybody] };
    },
  },
  {
    id: 'listEvents',
    method: 'GET',
    path: '/api/v1/events',
    right: 'events.read',
    query: { limit, after: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 } },
    answers: 'register#Events',
    async run(asked) {
      const { limit: most } = pageOf(asked);
      const from = typeof asked.query['after'] === 'number' ? asked.query['after'] : 0;
      const events = await asked.service.storage.read.eventsAfter(from, most);
      // What they say of people is read where it belongs, and noted there.
      const items = events.map(({ seq, at, actor, kind, object }) => ({ seq, at, actor, kind, object }));
      return { data: { items, next: events.length < most ? null : (events.at(-1)?.seq ?? null) } };
    },
  },
  {
    id: 'verify',
    method: 'POST',
    path: '/api/v1/register/verification',
    right: 'register.verify',
    answers: 'register#Verdict',
    async run(asked) {
      const now = asked.service.edge.now().toISOString();
      return { data: await asked.service.crew.run<object>('verify', { now }, by(asked)) };
    },
  },
];
