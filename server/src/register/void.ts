/** Taking a document out of force. */
import type { Draft } from '../life/events.js';
import { isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import type { DocumentRow } from '../storage/queries.js';
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
    await tx.append(drafts);
    return { held, acknowledged: requests.filter(({ state }) => state === 'acknowledged').length, waiting: drafts.length - 1 };
  });
}
