/**
 * The tables, the same in SQLite and PostgreSQL: texts and whole numbers alone. Times and days are ISO 8601 texts, which sort as they
 * are, salts and hashes are hexadecimal, lists are JSON.
 *
 * There are three sorts. Proof is insert-only, and each row of it belongs to an event (`event` is its seq), whose payload says
 * all that the row says: `rows.ts` makes it of the event, `verify` compares both ways. Views are folds over events, kept for
 * queries: `views.ts`. The rest is what the chain itself needs.
 */
import type { Selectable } from 'kysely';

/** What proof rows have in common: the event that they belong to. */
export interface OfEvent {
  event: number;
}

export interface EventTable {
  seq: number;
  at: string;
  actor: string;
  kind: string;
  object: string;
  commitment: string;
  prev: string;
  hash: string;
}

/** What an event says. The only row of proof that may be deleted, by an `erased` event. */
export interface EventPayloadTable {
  seq: number;
  salt: string;
  json: string;
}

export interface DocumentTable extends OfEvent {
  id: string;
  /** What is issued; a second try to issue the same finds it. */
  key: string;
  kind: string;
  role: string;
  role_version: string;
  fingerprint: string;
  locale: string;
  jurisdiction: string;
  form: string;
  series: string;
  number: number;
  dated: string;
  person: string | null;
  replaces: string | null;
  retention: string | null;
}

export interface DocumentFileTable extends OfEvent {
  document: string;
  format: string;
  sha256: string;
  size: number;
}

export interface ApprovalTable extends OfEvent {
  proposal: string;
  decision: string;
  /** The hash of the differences that were seen. */
  seen: string;
}

/** What came of a request: a word of the person, a refusal, a paper and its check. */
export interface AcknowledgementTable extends OfEvent {
  request: string;
  /** The kind of the event. */
  outcome: string;
  how: string | null;
  locale: string | null;
  /** The day that counts. */
  dated: string | null;
  evidence: string | null;
}

/** That an event names a file: one row for each, so that a file that two name has two. */
export interface BlobTable extends OfEvent {
  sha256: string;
}

/** The payload of the event `seq` was erased by the event `event`; `rows` is the hash of the proof that it had left. */
export interface ErasedPayloadTable extends OfEvent {
  seq: number;
  rows: string;
}

export interface ErasedFileTable extends OfEvent {
  sha256: string;
}

export interface AnchorTable extends OfEvent {
  seq: number;
  hash: string;
  sink: string;
}

/** What views have in common: the object whose events are folded, and the last of these. */
export interface OfObject {
  id: string;
  last_event: number;
}

export interface PersonTable extends OfObject {
  external_id: string | null;
  /** JSON of all that is known of the person, as the events have it; null when it has been erased. */
  data: string | null;
  left_on: string | null;
  state: string;
}

export interface HoldingTable extends OfObject {
  person: string | null;
  role: string | null;
  position: string | null;
  department: string | null;
  from_day: string | null;
  to_day: string | null;
  state: string;
}

export interface ProposalTable extends OfObject {
  role: string | null;
  path: string | null;
  base: string | null;
  content: string | null;
  state: string;
}

export interface DocumentStateTable extends OfObject {
  state: string;
  replaced_by: string | null;
}

export interface RequestTable extends OfObject {
  document: string | null;
  person: string | null;
  method: string | null;
  due: string | null;
  state: string;
  /** Whether it still waits for somebody: 1 or 0. */
  open: number;
  /** That of the sheet that was printed last; null where none was. */
  code: string | null;
}

/** A person whose data must be kept: a legal hold. */
export interface HoldTable extends OfObject {
  held: number;
}

export interface SeriesTable {
  id: string;
  next: number;
}

/** One row, which every writing transaction locks first: so all stand in one line. */
export interface ChainHeadTable {
  id: number;
  seq: number;
  at: string;
  hash: string;
}

export interface Tables {
  event: EventTable;
  event_payload: EventPayloadTable;
  document: DocumentTable;
  document_file: DocumentFileTable;
  approval: ApprovalTable;
  acknowledgement: AcknowledgementTable;
  blob: BlobTable;
  erased_payload: ErasedPayloadTable;
  erased_file: ErasedFileTable;
  anchor: AnchorTable;
  person: PersonTable;
  holding: HoldingTable;
  proposal: ProposalTable;
  document_state: DocumentStateTable;
  request: RequestTable;
  hold: HoldTable;
  series: SeriesTable;
  chain_head: ChainHeadTable;
}

/** Insert-only tables that events fill, with the columns that tell a row of one event from another of the same event. */
export const proofTables = {
  document: ['id'],
  document_file: ['document', 'format', 'sha256'],
  approval: ['proposal'],
  acknowledgement: ['request'],
  blob: ['sha256'],
  erased_payload: ['seq'],
  erased_file: ['sha256'],
  anchor: ['seq'],
} as const satisfies Partial<{ [T in keyof Tables]: readonly (keyof Tables[T])[] }>;

export type ProofTable = keyof typeof proofTables;

/** Tables that are folds of the events of one object each. */
export const viewTables = ['person', 'holding', 'proposal', 'document_state', 'request', 'hold'] as const;

export type ViewTable = (typeof viewTables)[number];

/** All, in the order in which they can be filled from another register. */
export const allTables: readonly (keyof Tables)[] = [
  'event',
  'event_payload',
  ...(Object.keys(proofTables) as ProofTable[]),
  ...viewTables,
  'series',
  'chain_head',
];

/** A row of proof, with its table. */
export type ProofRow = { [T in ProofTable]: { readonly table: T; readonly values: Readonly<Selectable<Tables[T]>> } }[ProofTable];

export type ViewRow<T extends ViewTable> = Readonly<Selectable<Tables[T]>>;
