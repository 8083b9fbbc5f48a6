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

/** The onboarding of a person in a post. */
export interface PlanTable extends OfObject {
  person: string | null;
  holding: string | null;
  role: string | null;
  first_day: string | null;
  state: string;
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

/** A secret by which one person comes to one paper. Rows of what follows are no proof: what counts of them is in events. */
export interface SignerLinkTable {
  id: string;
  /** SHA-256 of what stands in the link. */
  token_hash: string;
  request: string;
  person: string;
  /** answer: to read and answer; copy: to fetch what was answered. */
  purpose: string;
  /** mail: sent to the person’s own address; hand: printed and handed over by somebody. */
  channel: string;
  /** The address in part, or who handed it over. */
  given: string;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
}

/** What a link was exchanged for: it opens one request, for some minutes. */
export interface SignerSessionTable {
  id: string;
  /** SHA-256 of the cookie. */
  token_hash: string;
  link: string;
  begun_at: string;
  seen_at: string;
  /** pin, code or hand; null until the person has shown who they are. */
  proof: string | null;
  proved_at: string | null;
  /** Where a code was sent, in part. */
  code_to: string | null;
}

/** The PIN that a person has chosen; the id is the person’s. */
export interface SignerKeyTable {
  id: string;
  salt: string;
  hash: string;
  set_at: string;
}

/** A one-time code that was sent in a session. */
export interface OnceCodeTable {
  id: string;
  session: string;
  hash: string;
  expires_at: string;
  used_at: string | null;
}

/** How often something failed since a time: `pin/p_…`. */
export interface SignerTryTable {
  id: string;
  count: number;
  since: string;
}

/** Whoever may sign in. What is told of people here is no proof of anything and can be changed. */
export interface AccountTable {
  /** As events name who acts: `a_…`. */
  id: string;
  /** What is typed to sign in, folded; nobody else has it. */
  login: string;
  name: string;
  /** An argon2id hash with its parameters; null where there is none, or none yet. */
  password: string | null;
  /** Who vouches for the account, and what it is called there: OpenID Connect. */
  issuer: string | null;
  subject: string | null;
  /** The person of the register whose account it is. */
  person: string | null;
  language: string | null;
  state: string;
  created_at: string;
}

export interface AccessGrantTable {
  id: string;
  account: string;
  role: string;
  /** Null: all of the organisation. */
  department: string | null;
  /** The last day; null: no end. */
  until: string | null;
}

/** One acts for another from a day until a day. */
export interface DeputyTable {
  id: string;
  account: string;
  deputy: string;
  from_day: string;
  until_day: string;
}

/** `id` is the SHA-256 of what the browser holds. */
export interface SessionTable {
  id: string;
  account: string;
  created_at: string;
  seen_at: string;
  /** When the password was last given. */
  proved_at: string;
}

/** How often something was tried since a time. */
export interface AttemptTable {
  id: string;
  count: number;
  since: string;
}

/** A mail that is to be sent, or was: one for each recipient. */
export interface MailTable {
  id: string;
  /** See `post/mails.ts`. */
  kind: string;
  recipient: string;
  request: string | null;
  person: string | null;
  locale: string;
  /** JSON of what its words need besides. */
  facts: string;
  /** queued, sent, refused or failed. */
  state: string;
  /** How often it was tried. */
  tries: number;
  created_at: string;
  /** What the server answered last. */
  answer: string | null;
}

/** One attempt to send a mail. */
export interface DeliveryTable {
  id: string;
  mail: string;
  attempt: number;
  at: string;
  /** sending, while nobody knows yet; sent, refused or failed. */
  result: string;
  answer: string | null;
}

/** What is to be done by a worker, in SQLite; in PostgreSQL pg-boss has it. */
export interface JobTable {
  id: string;
  kind: string;
  about: string;
  due: string;
  /** Until when somebody is at it; null while nobody is. */
  lease: string | null;
  tries: number;
}

/** A page that was printed of an evidence; the id is the request’s. */
export interface EvidencePageTable {
  id: string;
  sha256: string;
}

/** A secret that was handed to somebody for one purpose; `id` is its SHA-256. */
export interface LinkTable {
  id: string;
  /** Whom it is for: an account or a person. */
  subject: string;
  purpose: string;
  /** What it is about. */
  object: string | null;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  revoked_at: string | null;
}

/** A program that acts for an account; `id` is its name for people, `secret` the SHA-256 of what it shows. */
export interface ApiKeyTable {
  id: string;
  secret: string;
  account: string;
  name: string;
  /** Rights, as a JSON list. */
  scopes: string;
  /** Departments, as a JSON list; null: wherever the account may. */
  departments: string | null;
  created_at: string;
  until: string | null;
  revoked_at: string | null;
}

/** Who read data of whom, and who changed an account. */
export interface AuditTable {
  id: string;
  at: string;
  account: string;
  deed: string;
  object: string;
}

/** What was answered to a change that bore an Idempotency-Key. */
export interface AnsweredTable {
  id: string;
  account: string;
  request: string;
  /** Null while it is under way. */
  answer: string | null;
  at: string;
}

export interface Tables {
  signer_link: SignerLinkTable;
  signer_session: SignerSessionTable;
  signer_key: SignerKeyTable;
  once_code: OnceCodeTable;
  signer_try: SignerTryTable;
  mail: MailTable;
  delivery: DeliveryTable;
  job: JobTable;
  evidence_page: EvidencePageTable;
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
  plan: PlanTable;
  hold: HoldTable;
  series: SeriesTable;
  chain_head: ChainHeadTable;
  account: AccountTable;
  access_grant: AccessGrantTable;
  deputy: DeputyTable;
  session: SessionTable;
  attempt: AttemptTable;
  link: LinkTable;
  api_key: ApiKeyTable;
  audit: AuditTable;
  answered: AnsweredTable;
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
export const viewTables = ['person', 'holding', 'proposal', 'document_state', 'request', 'plan', 'hold'] as const;

export type ViewTable = (typeof viewTables)[number];

/** What the service needs beside the register: accounts, and what comes with them. */
export const serviceTables = ['account', 'access_grant', 'deputy', 'session', 'attempt', 'link', 'api_key', 'audit', 'answered'] as const;

/** All, in the order in which they can be filled from another register. */
export const allTables: readonly (keyof Tables)[] = [
  'event',
  'event_payload',
  ...(Object.keys(proofTables) as ProofTable[]),
  ...viewTables,
  'signer_link',
  'signer_session',
  'signer_key',
  'once_code',
  'signer_try',
  'mail',
  'delivery',
  'job',
  'evidence_page',
  'series',
  'chain_head',
  ...serviceTables,
];

/** A row of proof, with its table. */
export type ProofRow = { [T in ProofTable]: { readonly table: T; readonly values: Readonly<Selectable<Tables[T]>> } }[ProofTable];

export type ViewRow<T extends ViewTable> = Readonly<Selectable<Tables[T]>>;
