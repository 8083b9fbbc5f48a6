/**
 * Whether a register is what it was: the chain is walked and hashed anew, each row and view compared with the events that it comes from,
 * each file hashed, and the whole held against anchors from outside. It reads one moment of the database, changes nothing, and needs
 * the same memory for a hundred events as for a million.
 *
 * What somebody who can write database and files can do without being found: rewrite events after the last anchor, altogether
 * and with all that follows from them. So anchors are to be taken often, and kept where that one cannot write.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Anchor } from '../chain/anchor.js';
import type { Head } from '../chain/link.js';
import { erasedFilesIn, filesIn } from '../storage/named-files.js';
import type { Files } from '../storage/files.js';
import { faultyGuards } from '../storage/guards.js';
import type { Storage } from '../storage/storage.js';
import type { Tables } from '../storage/tables.js';
import { openFindings } from './fault.js';
import type { Fault, FaultCode, Findings } from './fault.js';
import { checkViews } from './views.js';
import { walkChain } from './walk.js';

export interface VerifyOptions {
  /** From outside; see `readAnchors`. */
  readonly anchors: readonly Anchor[];
  /** What the clock says. */
  readonly now: Date;
  /** So many faults are told one by one, and all are counted. 1000 by default. */
  readonly limit?: number;
  /** Without the files, whose bytes may be many. */
  readonly withoutFiles?: boolean;
  /** Told how many events have been walked along, now and then. */
  readonly told?: (events: number) => void;
}

export interface Verdict {
  readonly whole: boolean;
  readonly events: number;
  readonly files: number;
  readonly head: Head;
  /** The last anchor that fits: what is before it cannot have been changed. */
  readonly anchoredTo: number;
  readonly faults: readonly Fault[];
  readonly counts: ReadonlyMap<FaultCode, number>;
}

/** A clock is never quite that of another machine. Milliseconds. */
const leeway = 5 * 60_000;

export async function verify(
  { snapshot, files, dialect }: Pick<Storage, 'snapshot' | 'files' | 'dialect'>,
  { anchors, now, limit = 1000, withoutFiles = false, told }: VerifyOptions,
): Promise<Verdict> {
  const findings = openFindings(limit);
  const sorted = [...anchors].sort((one, other) => one.seq - other.seq);
  const found = await snapshot(async (db) => {
    for (const guard of await faultyGuards(db, dialect)) findings.add({ code: 'guard-missing', of: guard });
    const until = new Date(now.getTime() + leeway).toISOString();
    const walked = await walkChain({ db, findings, anchors: sorted, now: until, ...(told && { told }) });
    await checkOwnAnchors(db, findings);
    await checkViews(db, findings);
    await checkSeries(db, findings);
    return { ...walked, files: withoutFiles ? 0 : await checkFiles(db, files, findings) };
  });
  return {
    ...found,
    whole: findings.counts.size === 0,
    faults: findings.kept,
    counts: findings.counts,
  };
}

/** Anchors that the register itself knows of: the hash that was given away has to be the one that stands there. */
async function checkOwnAnchors(db: Kysely<Tables>, findings: Findings): Promise<void> {
  const unfit = await db
    .selectFrom('anchor')
    .leftJoin('event', 'event.seq', 'anchor.seq')
    .select('anchor.seq')
    .where((on) => on.or([on('event.hash', 'is', null), on('event.hash', '!=', on.ref('anchor.hash'))]))
    .execute();
  for (const { seq } of unfit) findings.add({ code: 'anchor-differs', seq, table: 'anchor' });
}

/** Each series has every number from 1 on once, and goes on with the one after the last. */
async function checkSeries(db: Kysely<Tables>, findings: Findings): Promise<void> {
  const used = await db
    .selectFrom('document')
    .select('series')
    .select([sql<number>`count(distinct number)`.as('count'), sql<number>`min(number)`.as('first'), sql<number>`max(number)`.as('last')])
    .groupBy('series')
    .execute();
  const next = new Map((await db.selectFrom('series').selectAll().execute()).map(({ id, next: number }) => [id, number]));
  for (const { series, count, first, last } of used) {
    if (first !== 1 || last !== count) findings.add({ code: 'number-gap', table: 'series', of: series });
    if (next.get(series) !== last + 1) findings.add({ code: 'series-differs', table: 'series', of: series });
    next.delete(series);
  }
  // A series of which no number was ever taken has no row: the first number and the row come together.
  for (const id of next.keys()) findings.add({ code: 'series-differs', table: 'series', of: id });
}

async function checkFiles(db: Kysely<Tables>, files: Files, findings: Findings): Promise<number> {
  let count = 0;
  for await (const sha256 of filesIn(db)) {
    count += 1;
    const state = await files.check(sha256);
    if (state !== 'whole') findings.add({ code: state === 'missing' ? 'file-missing' : 'file-changed', of: sha256 });
  }
  for await (const sha256 of erasedFilesIn(db))
    if ((await files.check(sha256)) !== 'missing') findings.add({ code: 'file-left', of: sha256 });
  return count;
}
