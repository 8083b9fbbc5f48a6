/** Rights of people: all that is known of one, what may be erased and when, and what keeps it. */
import type { Library } from 'rolewright';
import { registerId } from '../life/ids.js';
import { may } from '../life/may.js';
import { keepingOf, mayGoOn } from '../life/retention.js';
import type { Reached } from '../life/retention.js';
import { settledOn } from '../life/standing.js';
import { isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import type { Recorded } from '../life/events.js';
import { hasAdministrator } from '../storage/administrators.js';
import { isErasable } from '../storage/erase.js';
import type { DocumentRow, Queries } from '../storage/queries.js';
import { lifeOf, permitted } from './ask.js';
import { decisionsOf } from './decisions.js';
import type { Decisions } from './decisions.js';
import { countIn } from './law.js';
import { groupedBy } from './find.js';
import type { Someone } from './find.js';
import { namedAlone } from './plan-files.js';
import { filedUnder, rejectedIn } from './scans.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';

/** Puts a legal hold on a person’s data, or lifts it. */
export async function hold(person: Someone, what: 'held' | 'released', reason: string, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: what, object: registerId, payload: { person: person.id, reason } } as never;
    const context = { today, rules: await rulesIn(tx), held: await tx.isHeld(person.id) } as never;
    await tx.append([permitted<'held'>({ life: await lifeOf('register', registerId, tx), draft, context })]);
  });
}

/** Why something of a person is kept. */
export interface Kept {
  readonly document: DocumentRow;
  /** The first day on which it may go; null while that is not known: the person is still there, or nobody says how long it is kept. */
  readonly until: string | null;
  readonly why: 'employed' | 'no-term' | 'in-force' | 'term';
}

export interface Erasable {
  readonly held: boolean;
  /** Papers that keep the data; those whose term is over are not among them. */
  readonly kept: readonly Kept[];
  /** The first day on which all may go; null where it is not known yet. */
  readonly mayGoOn: string | null;
  /** What they decided for the employer: of the seqs below those of decisions that may go. */
  readonly decisions: Omit<Decisions, 'seqs'>;
  readonly seqs: readonly number[];
  readonly files: readonly string[];
}

/** What is there to erase of a person, and what keeps it. */
export async function erasableOf(
  person: Someone,
  setting: Pick<Setting, 'today' | 'desk'> & { readonly storage: { readonly read: Queries } },
  also: readonly string[] = [],
): Promise<Erasable> {
  const {
    storage: { read },
    today,
    desk: { library },
  } = setting;
  const events = [...(await read.eventsAbout(person.id)), ...(await read.holdsOn(person.id))];
  const own = events.filter((event) => event.payload !== null && isErasable(event.kind)).map(({ seq }) => seq);
  const decisions = await decisionsOf(person, { also, own: new Set(events.map(({ seq }) => seq)) }, setting);
  const documents = new Map<string, { row: DocumentRow; signedOn: string | null }>();
  for (const { id } of await read.documentsOf(person.id)) await note(id, null);
  for (const { id, document } of await read.requestsOf({ person: person.id })) {
    if (document !== null) await note(document, settledOn(await lifeOf('request', id, read)));
  }
  async function note(id: string, signedOn: string | null): Promise<void> {
    const row = documents.get(id)?.row ?? (await read.document(id));
    if (row) documents.set(id, { row, signedOn: signedOn ?? documents.get(id)?.signedOn ?? null });
  }
  const terms: Kept[] = [];
  // Nothing of somebody who was erased waits for a term any more; what was left then, or was written since, may go.
  const isErased = person.known === null;
  if (!isErased) for (const { row, signedOn } of documents.values()) terms.push(await keptBy(row, signedOn, person, read, library));
  const days = terms.map(({ until }) => until);
  const known = days.filter((day): day is string => day !== null);
  const last = [person.leftOn === null ? '' : person.leftOn, ...known].sort().at(-1) ?? '';
  return {
    held: await read.isHeld(person.id),
    kept: terms.filter(({ until }) => until === null || until > today),
    mayGoOn: isErased ? today : person.leftOn === null || days.includes(null) ? null : last,
    decisions,
    seqs: [...own, ...decisions.seqs].sort((one, other) => one - other),
    files: await read.filesAmong(await filesOf(events, person, read)),
  };
}

async function keptBy(row: DocumentRow, signedOn: string | null, person: Someone, read: Queries, library: Library): Promise<Kept> {
  if (person.leftOn === null) return { document: row, until: null, why: 'employed' };
  const keeping = row.retention === null ? null : keepingOf(row.retention);
  if (!keeping) return { document: row, until: null, why: 'no-term' };
  const { last } = await lifeOf('document', row.id, read);
  const reached: Reached = {
    'end-of-work': person.leftOn,
    replacement: (last.replaced ?? last.voided)?.at.slice(0, 10) ?? null,
    signing: signedOn,
  };
  const until = mayGoOn(keeping, reached, countIn(row.jurisdiction, library));
  return { document: row, until, why: until === null ? 'in-force' : 'term' };
}

/** Scans and other evidence, and the files of papers that are for this person alone. */
async function filesOf(events: readonly Recorded[], person: Someone, read: Queries): Promise<readonly string[]> {
  const own: string[] = [];
  const rejected = new Set([...groupedBy(events, ({ object }) => object).values()].flatMap((of) => [...rejectedIn(of)]));
  for (const event of events) {
    if (event.kind === 'scanned' && event.payload) {
      const { sha256 } = event.payload;
      // What was filed here by mistake is the evidence of somebody else by now.
      const isOthers = rejected.has(event.seq) && (await filedUnder(sha256, read)).length > 0;
      if (!isOthers) own.push(sha256);
    }
    if ((event.kind === 'acknowledged' || event.kind === 'declined') && event.payload?.evidence !== undefined)
      own.push(event.payload.evidence);
    if (event.kind === 'refusal-recorded' && event.payload?.act !== undefined) own.push(event.payload.act);
  }
  const attached = events.flatMap((event) => (event.kind === 'task-filed' && event.payload ? [event.payload.sha256] : []));
  own.push(...(await namedAlone([...new Set(attached)], new Set(events.map(({ seq }) => seq)), read)));
  for (const { id } of await read.documentsOf(person.id)) own.push(...(await read.documentFiles(id)).map(({ sha256 }) => sha256));
  return [...new Set(own)];
}

/** Erases all that may go. Throws a Refusal where a hold or a term forbids it; gives how much went. */
export async function erase(
  person: Someone,
  setting: Setting,
  also: readonly string[] = [],
): Promise<{ readonly events: number; readonly files: number }> {
  const { storage, actor, today, desk } = setting;
  return await storage.transaction(async (tx) => {
    const { held, mayGoOn: day, seqs, files } = await erasableOf(person, { storage: { read: tx }, today, desk }, also);
    const payload = { person: person.id, seqs: [...seqs], class: 'end-of-work' };
    const draft = { actor: actor.id, kind: 'erased', object: registerId, payload } as const;
    const context = { today, rules: await rulesIn(tx), held, mayGoOn: day };
    permitted<'erased'>({ life: await lifeOf('register', registerId, tx), draft, context });
    // Nobody is left to answer: what still waits would be overdue for ever.
    for (const { id, due, state } of await tx.requestsOf({ person: person.id })) {
      if (!isOpen(state as State<'request'>) || due === null || due >= today) continue;
      const expired = { actor: actor.id, kind: 'expired', object: id, payload: {} } as const;
      const life = await lifeOf('request', id, tx);
      if (may<'expired'>({ life, draft: expired, context: { today, rules: context.rules } }).ok) await tx.append([expired]);
    }
    // With the person’s data goes their account, which may be the last one that can let others in.
    const was = await hasAdministrator(tx.db);
    const event = await tx.erase({ actor: actor.id, person: person.id, class: 'end-of-work', seqs, files });
    if (was && !(await hasAdministrator(tx.db))) throw refusal('http-last-administrator');
    return event === null ? { events: 0, files: 0 } : { events: seqs.length, files: files.length };
  });
}

/** Notes that everything about a person was handed out. */
export async function exported(person: Someone, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'exported', object: registerId, payload: { person: person.id } } as const;
    await tx.append([
      permitted<'exported'>({ life: await lifeOf('register', registerId, tx), draft, context: { today, rules: await rulesIn(tx) } }),
    ]);
  });
}

/** Takes the end of the chain down, to be kept outside. */
export async function anchor(
  sink: string,
  { storage, actor, today }: Setting,
): Promise<{ readonly seq: number; readonly hash: string; readonly at: string }> {
  return await storage.transaction(async (tx) => {
    const head = await tx.head();
    const draft = { actor: actor.id, kind: 'anchored', object: registerId, payload: { seq: head.seq, hash: head.hash, sink } } as const;
    await tx.append([
      permitted<'anchored'>({ life: await lifeOf('register', registerId, tx), draft, context: { today, rules: await rulesIn(tx) } }),
    ]);
    return head;
  });
}
