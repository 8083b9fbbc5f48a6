/** Taking a document out of force. */
import type { Draft } from '../life/events.js';
import type { Life } from '../life/fold.js';
import { isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import type { DocumentRow } from '../storage/queries.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import { rulesIn } from './setting.js';
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
export async function voidDocument(
  row: DocumentRow,
  { reason, second }: { readonly reason: string; readonly second: string | undefined },
  { storage, actor, today }: Setting,
): Promise<Voided> {
  return await storage.transaction(async (tx) => {
    const held = row.state === 'issued' ? (await holdersIn(tx, {}, today)).filter((holder) => isFor(row, holder)).length : 0;
    const rules = await rulesIn(tx);
    const payload = { reason, by: actor.name, ...(second !== undefined && { second }) };
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
  });
}
