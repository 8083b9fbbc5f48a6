/** Taking a document out of force: by one or two at a desk, or by two who are each at their own. */
import type { Draft } from '../life/events.js';
import type { Life } from '../life/fold.js';
import { samePerson } from '../life/people.js';
import { isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import { voidAskedIn } from '../life/voiding.js';
import type { VoidAsked } from '../life/voiding.js';
import type { DocumentRow } from '../storage/queries.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';
import { isFor } from './status.js';
import { holdersIn } from './wanted.js';

export interface Voided {
  /** People in whose post it was in force. */
  readonly held: number;
  /** Requests for it that had been acknowledged, and those that waited and are taken back. */
  readonly acknowledged: number;
  readonly waiting: number;
  /** Whether it was the record of a refusal: nothing shows that any more, and the person is to be asked anew. */
  readonly refusal: boolean;
}

/** The request whose refusal a document puts on record; null for what is no such record, or none that counts. */
async function refusedBy({ id, person }: DocumentRow, tx: Transaction): Promise<Life<'request'> | null> {
  if (person === null) return null;
  for (const request of await tx.requestsOf({ person })) {
    if (request.state !== 'refused') continue;
    const life = await lifeOf('request', request.id, tx);
    const { 'refusal-recorded': recorded, 'refusal-amended': amended } = life.last;
    if ((amended?.payload?.document ?? recorded?.payload?.document) === id) return life;
  }
  return null;
}

/** Takes a document out of force. Its number stays in the list. */
export const voidDocument = (
  row: DocumentRow,
  { reason, second }: { readonly reason: string; readonly second: string | undefined },
  setting: Setting,
): Promise<Voided> =>
  setting.storage.transaction((tx) =>
    voided(row, { reason, by: setting.actor.name, ...(second !== undefined && { second }) }, setting, tx),
  );

/** The first of two asks for a document to be declared void. What is asked last counts. Gives the seq of the event. */
export async function askVoiding(row: DocumentRow, reason: string, { storage, actor, today }: Setting): Promise<number> {
  return await storage.transaction(async (tx) => {
    const payload = { reason, by: actor.name };
    const draft = { actor: actor.id, kind: 'void-asked', object: row.id, payload } as const;
    const life = await lifeOf('document', row.id, tx);
    await tx.append([permitted<'void-asked'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
    return (await tx.head()).seq;
  });
}

/** What somebody has asked for is not done: they have thought better of it, or the second person does not agree. */
export async function dropVoiding(row: DocumentRow, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'void-dropped', object: row.id, payload: { by: actor.name } } as const;
    const life = await lifeOf('document', row.id, tx);
    await tx.append([permitted<'void-dropped'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
  });
}

/**
 * The second of two decides: the document is void, as the first has asked. `seen` is the seq of what they were shown. Throws a Refusal
 * where something else was asked meanwhile, nothing is, or both are one person.
 */
export async function confirmVoiding(row: DocumentRow, seen: number, setting: Setting): Promise<Voided> {
  const { storage, actor } = setting;
  return await storage.transaction(async (tx) => {
    const asked = voidAskedIn((await lifeOf('document', row.id, tx)).last);
    if (asked?.seq !== seen || asked.payload === null) throw refusal('register/void-not-asked');
    const { by, reason } = asked.payload;
    if (samePerson({ actor: asked.actor, name: by }, { actor: actor.id, name: actor.name }))
      throw refusal('register/same-person', { name: by });
    return await voided(row, { reason, by, second: actor.name }, setting, tx);
  });
}

/** What waits for a second person; null where nothing does. */
export const voidingOf = async ({ id }: DocumentRow, { storage: { read } }: Pick<Setting, 'storage'>): Promise<VoidAsked | null> =>
  voidAskedIn((await lifeOf('document', id, read)).last);

async function voided(
  row: DocumentRow,
  payload: { readonly reason: string; readonly by: string; readonly second?: string },
  { actor, today }: Setting,
  tx: Transaction,
): Promise<Voided> {
  const { reason } = payload;
  const held = row.state === 'issued' ? (await holdersIn(tx, {}, today)).filter((holder) => isFor(row, holder)).length : 0;
  const rules = await rulesIn(tx);
  const draft = { actor: actor.id, kind: 'voided', object: row.id, payload } as const;
  const drafts: Draft[] = [permitted<'voided'>({ life: await lifeOf('document', row.id, tx), draft, context: { today, rules } })];
  const requests = await tx.requestsOf({ document: row.id });
  for (const { id, state } of requests)
    if (isOpen(state as State<'request'>) && state !== 'checked') {
      const cancelled = { actor: actor.id, kind: 'cancelled', object: id, payload: { reason } } as const;
      drafts.push(permitted<'cancelled'>({ life: await lifeOf('request', id, tx), draft: cancelled, context: { today, rules } }));
    }
  const waiting = drafts.length - 1;
  const refused = await refusedBy(row, tx);
  if (refused) {
    const lifted = {
      actor: actor.id,
      kind: 'refusal-voided',
      object: refused.object ?? '',
      payload: { document: row.id, ...payload },
    } as const;
    drafts.push(permitted<'refusal-voided'>({ life: refused, draft: lifted, context: { today, rules } }));
  }
  await tx.append(drafts);
  const acknowledged = requests.filter(({ state }) => state === 'acknowledged').length;
  return { held, acknowledged, waiting, refusal: refused !== null };
}
