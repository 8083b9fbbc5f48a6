/** What people do by a link: they open the paper, ask, acknowledge it or disagree. What follows from it is queued in the same breath. */
import type { Payloads } from '../life/events.js';
import type { State } from '../life/transitions.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import { evidenceBytes, evidenceOf } from './evidence.js';
import type { Answering } from './evidence.js';
import type { Distance } from './distance.js';
import type { RequestMeant } from './find.js';
import { rulesIn } from './setting.js';
import type { Setting } from './setting.js';

type Then = (tx: Transaction) => Promise<void>;

/** The person has the paper before their eyes; once is enough. */
export async function openByLink({ request }: RequestMeant, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const life = await lifeOf('request', request.id, tx);
    if (life.state !== 'requested') return;
    const draft = { actor: actor.id, kind: 'opened', object: request.id, payload: {} } as const;
    await tx.append([permitted<'opened'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
  });
}

/** A question; the request goes on waiting. */
export async function askByLink(
  { request }: RequestMeant,
  payload: Payloads['asked'],
  { storage, actor, today }: Setting,
  then: Then,
): Promise<void> {
  await storage.transaction(async (tx) => {
    const life = await lifeOf('request', request.id, tx);
    const draft = { actor: actor.id, kind: 'asked', object: request.id, payload } as const;
    await tx.append([permitted<'asked'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
    await then(tx);
  });
}

/** The person acknowledges the paper, or disagrees and says why; with the evidence of it. What was said before stays so. */
export async function answerByLink(
  meant: RequestMeant,
  answering: Answering,
  distance: Distance,
  setting: Setting,
  then: Then,
): Promise<void> {
  const { storage, actor, today } = setting;
  const { request, document } = meant;
  const outdated = await storage.transaction(async (tx) => {
    const life = await lifeOf('request', request.id, tx);
    const { outcome, statement, locale, identification } = answering;
    const evidence = await storage.files.put(evidenceBytes(await evidenceOf(meant, life, answering, distance, setting, tx)));
    const { channel, given, proof } = identification;
    const identifiedBy = `${proof}; ${channel}: ${given}`.slice(0, 300);
    const rules = await rulesIn(tx);
    if (outcome === 'declined') {
      const payload = { reason: statement, how: 'link', locale, evidence, identifiedBy } as const;
      const draft = { actor: actor.id, kind: 'declined', object: request.id, payload } as const;
      const seen = { state: document.state as State<'document'>, person: document.person, dated: document.dated };
      await tx.append([permitted<'declined'>({ life, draft, context: { today, rules, document: seen } })]);
    } else {
      const payload = { statement, locale, how: 'link', on: today, evidence, identifiedBy } as const;
      const draft = { actor: actor.id, kind: 'acknowledged', object: request.id, payload } as const;
      const now = await tx.document(document.id);
      const seen = { state: (now?.state ?? null) as State<'document'> | null, person: document.person, dated: document.dated };
      await tx.append([permitted<'acknowledged'>({ life, draft, context: { today, rules, document: seen } })]);
    }
    await tx.queue({ kind: 'evidence', about: request.id });
    await then(tx);
    // The page of an answer before this one is shown no more; that answer stays, with its evidence.
    return await tx.db.deleteFrom('evidence_page').where('id', '=', request.id).returning('sha256').execute();
  });
  for (const { sha256 } of outdated) await storage.files.remove(sha256);
}

/** The evidence of the last answer by a link; null where there is none, or no more. */
export async function evidenceFile(request: string, { storage }: Pick<Setting, 'storage'>): Promise<string | null> {
  const { last } = await lifeOf('request', request, storage.read);
  const answers = [last.acknowledged?.payload, last.declined?.payload];
  // That of a sheet is its scan.
  return answers.find((one) => one?.how === 'link' && one.evidence !== undefined)?.evidence ?? null;
}

/** The page that was printed of it, where that has been made. */
export async function evidencePage(request: string, { storage }: Pick<Setting, 'storage'>): Promise<string | null> {
  const page = await storage.look((db) => db.selectFrom('evidence_page').select('sha256').where('id', '=', request).executeTakeFirst());
  return page?.sha256 ?? null;
}
