/** The walk along the chain: links, what they say, the proof that they left, the anchors that hold them. */
import type { Kysely } from 'kysely';
import { commitmentOf, faultsOf, start } from '../chain/link.js';
import type { Head, Link } from '../chain/link.js';
import type { Anchor } from '../chain/anchor.js';
import { readEvent, thingOf } from '../life/events.js';
import type { Recorded } from '../life/events.js';
import { isErasable } from '../storage/erase.js';
import type { Tables } from '../storage/tables.js';
import { openAnchors } from './anchors.js';
import type { Findings } from './fault.js';
import { openHolds } from './holds.js';
import { openProof } from './proof.js';

/** So many events are in memory at a time. */
const atOnce = 2000;

export interface Walk {
  readonly db: Kysely<Tables>;
  readonly findings: Findings;
  /** In the order of their seq. */
  readonly anchors: readonly Anchor[];
  /** What the clock says; events may not be ahead of it. */
  readonly now: string;
  readonly told?: (events: number) => void;
}

type Stored = Link & { readonly salt: string | null; readonly json: string | null };

export interface Walked {
  readonly events: number;
  /** Where the chain ends. */
  readonly head: Head;
  /** The seq of the last anchor that fits; 0 where none does. */
  readonly anchoredTo: number;
}

/** Walks from the first event to the last. */
export async function walkChain({ db, findings, anchors, now, told }: Walk): Promise<Walked> {
  const proof = openProof(db, findings);
  const holds = openHolds();
  const holding = openAnchors(anchors);
  let head = start;
  let events = 0;
  for (;;) {
    const page = await pageAfter(db, events === 0 ? null : head.seq);
    const [first] = page;
    const last = page.at(-1);
    if (first === undefined || last === undefined) break;
    await proof.read(first.seq, last.seq, events === 0);
    for (const stored of page) {
      for (const code of faultsOf(head, stored)) findings.add({ code, seq: stored.seq });
      if (stored.at > now) findings.add({ code: 'ahead-of-clock', seq: stored.seq });
      if ((events === 0) !== (stored.kind === 'began')) findings.add({ code: 'no-beginning', seq: stored.seq });
      holding.pass(stored);
      const event = said(stored, proof.erasureOf(stored.seq), findings);
      proof.compare(stored.seq, event);
      if (event !== undefined) {
        holds.fold(event);
        holding.hear(event);
      }
      head = { seq: stored.seq, at: stored.at, hash: stored.hash };
      events += 1;
    }
    told?.(events);
  }
  await proof.end(events === 0 ? null : head.seq);
  await holds.compare(db, findings);
  await compareHead(db, head, findings);
  await strayPayloads(db, findings);
  const anchoredTo = holding.end(findings);
  return { events, head, anchoredTo };
}

const pageAfter = (db: Kysely<Tables>, seq: number | null): Promise<readonly Stored[]> =>
  db
    .selectFrom('event')
    .leftJoin('event_payload', 'event_payload.seq', 'event.seq')
    .selectAll('event')
    .select(['event_payload.salt', 'event_payload.json'])
    .$if(seq !== null, (query) => query.where('event.seq', '>', seq))
    .orderBy('event.seq')
    .limit(atOnce)
    .execute();

/** The event as it can be trusted: what it says if that is what it is committed to, null if it was rightly erased. */
function said(stored: Stored, erasedBy: number | undefined, findings: Findings): Recorded | undefined {
  const { seq, kind, commitment, salt, json } = stored;
  if (thingOf(kind) === undefined) {
    findings.add({ code: 'kind-unknown', seq });
    return undefined;
  }
  if (salt === null || json === null) {
    if (erasedBy === undefined) findings.add({ code: 'payload-missing', seq });
    else if (erasedBy <= seq || !isErasable(kind)) findings.add({ code: 'erasure-impossible', seq });
  } else {
    if (erasedBy !== undefined) findings.add({ code: 'payload-left', seq });
    if (!/^[0-9a-f]{64}$/.test(salt) || commitmentOf(salt, json) !== commitment) {
      findings.add({ code: 'payload-changed', seq });
      return undefined;
    }
  }
  const read = readEvent(stored);
  if ('fault' in read) {
    findings.add({ code: 'event-unreadable', seq, of: read.fault.path });
    return undefined;
  }
  return read.event;
}

async function compareHead(db: Kysely<Tables>, head: Head, findings: Findings): Promise<void> {
  const kept = await db.selectFrom('chain_head').selectAll().execute();
  const [one] = kept;
  if (kept.length !== 1 || one?.seq !== head.seq || one.hash !== head.hash || one.at !== head.at)
    findings.add({ code: 'head-differs', table: 'chain_head', seq: head.seq });
}

async function strayPayloads(db: Kysely<Tables>, findings: Findings): Promise<void> {
  const strays = await db
    .selectFrom('event_payload')
    .leftJoin('event', 'event.seq', 'event_payload.seq')
    .select('event_payload.seq')
    .where('event.seq', 'is', null)
    .limit(1000)
    .execute();
  for (const { seq } of strays) findings.add({ code: 'payload-stray', seq });
}
