/**
 * The rows of proof that an event leaves, as a pure function of it: what is written when the event is appended, and what
 * `verify` expects to find.
 */
import { createHash } from 'node:crypto';
import type { Event, EventOf, Kind } from '../life/events.js';
import type { ProofRow } from './tables.js';

/** What an event of each kind leaves; a kind that is not named leaves nothing but itself and the files that it names. */
const leaves: { readonly [K in Kind]?: (event: EventOf<K>) => readonly ProofRow[] } = {
  numbered: ({ seq, object, payload }) => [
    {
      table: 'document',
      values: {
        event: seq,
        id: object,
        key: payload.key,
        kind: payload.kind,
        role: payload.role,
        role_version: payload.roleVersion,
        fingerprint: payload.fingerprint,
        locale: payload.locale,
        jurisdiction: payload.jurisdiction,
        form: payload.form,
        series: payload.series,
        number: payload.number,
        dated: payload.dated,
        person: payload.person ?? null,
        replaces: payload.replaces ?? null,
        retention: payload.retention ?? null,
      },
    },
  ],
  issued: ({ seq, object, payload }) =>
    payload.files.map(({ format, sha256, size }) => ({
      table: 'document_file',
      values: { event: seq, document: object, format, sha256, size },
    })),
  approved: ({ seq, object, payload: { seen } }) => [
    { table: 'approval', values: { event: seq, proposal: object, decision: 'approved', seen } },
  ],
  returned: ({ seq, object, payload: { seen } }) => [
    { table: 'approval', values: { event: seq, proposal: object, decision: 'returned', seen } },
  ],
  acknowledged: ({ seq, object, payload: { how, locale, on, evidence } }) => [
    outcome(seq, object, 'acknowledged', { how, locale, dated: on, evidence: evidence ?? null }),
  ],
  declined: ({ seq, object, payload: { how, locale, evidence } }) => [
    outcome(seq, object, 'declined', { how, locale: locale ?? null, evidence: evidence ?? null }),
  ],
  'refusal-recorded': ({ seq, at, object, payload: { act, on } }) => [
    outcome(seq, object, 'refusal-recorded', { dated: on ?? at.slice(0, 10), evidence: act ?? null }),
  ],
  scanned: ({ seq, object, payload: { sha256 } }) => [outcome(seq, object, 'scanned', { how: 'paper', evidence: sha256 })],
  'scan-checked': ({ seq, object }) => [outcome(seq, object, 'scan-checked', { how: 'paper' })],
  'scan-rejected': ({ seq, object }) => [outcome(seq, object, 'scan-rejected', { how: 'paper' })],
  anchored: ({ seq: event, payload: { seq, hash, sink } }) => [{ table: 'anchor', values: { event, seq, hash, sink } }],
  erased: ({ seq: event, payload: { seqs, rows, files } }) => [
    ...seqs.map((seq, at): ProofRow => ({ table: 'erased_payload', values: { event, seq, rows: rows?.[at] ?? '' } })),
    ...(files ?? []).map((sha256): ProofRow => ({ table: 'erased_file', values: { event, sha256 } })),
  ],
};

type Outcome = Extract<ProofRow, { table: 'acknowledgement' }>['values'];

const outcome = (event: number, request: string, of: string, more: Partial<Outcome>): ProofRow => ({
  table: 'acknowledgement',
  values: { event, request, outcome: of, how: null, locale: null, dated: null, evidence: null, ...more },
});

/** The files that an event names, as SHA-256, each once. */
export function filesOf(event: Event): readonly string[] {
  switch (event.kind) {
    case 'proposed':
      return [event.payload.content, event.payload.diff, ...(event.payload.base === undefined ? [] : [event.payload.base])];
    case 'issued':
      return [...new Set(event.payload.files.map(({ sha256 }) => sha256))];
    case 'requested':
      return event.payload.shown === undefined ? [] : [event.payload.shown];
    case 'acknowledged':
    case 'declined':
      return event.payload.evidence === undefined ? [] : [event.payload.evidence];
    case 'refusal-recorded':
      return event.payload.act === undefined ? [] : [event.payload.act];
    case 'scanned':
    case 'task-filed':
      return [event.payload.sha256];
    default:
      return [];
  }
}

/** All rows of proof that an event leaves. */
export function rowsOf(event: Event): readonly ProofRow[] {
  const left = (leaves[event.kind] as ((event: Event) => readonly ProofRow[]) | undefined)?.(event) ?? [];
  return [...left, ...filesOf(event).map((sha256): ProofRow => ({ table: 'blob', values: { event: event.seq, sha256 } }))];
}

/** One hash for rows, in whatever order they come: what stays comparable of an event whose payload is erased. */
export const rowsDigest = (rows: readonly ProofRow[]): string =>
  createHash('sha256')
    .update(JSON.stringify(rows.map(rowText).sort()))
    .digest('hex');

/** A row as a text that equal rows have in common. */
const rowText = ({ table, values }: ProofRow): string =>
  JSON.stringify([table, ...Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))]);
