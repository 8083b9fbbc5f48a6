/** Answers on paper: the sheet with its code, its scan, and a second look at that. */
import { createHash } from 'node:crypto';
import type { Payloads, Recorded } from '../life/events.js';
import { dayInWords } from '../life/words.js';
import type { Queries } from '../storage/queries.js';
import { printedOn, seenAtDesk } from './answers.js';
import type { Acknowledging } from './answers.js';
import { lifeOf, permitted } from './ask.js';
import { nameIn, paperLabel, someone } from './find.js';
import type { RequestMeant } from './find.js';
import { spellingsOf } from './named.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';

/** Signs without 0, O, 1, I and L, which people mistake: thirty-one of them. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code of twelve signs in groups of four, from bytes of chance; some 59 bits. */
export const codeFrom = (bytes: Uint8Array): string => {
  const signs = [...bytes.slice(0, 12)].map((byte) => letters[byte % letters.length]).join('');
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-');
};

/** Gives a request the code of its sheet. The sheet that was printed last counts. */
export async function printSheet(meant: RequestMeant, code: string, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'printed', object: meant.request.id, payload: { code } } as const;
    await tx.append([
      permitted<'printed'>({ life: await lifeOf('request', meant.request.id, tx), draft, context: { today, rules: await rulesIn(tx) } }),
    ]);
  });
}

/** The code of the sheet that was printed last. */
export async function codeOf({ request }: Pick<RequestMeant, 'request'>, { storage }: Setting): Promise<string | null> {
  return (await lifeOf('request', request.id, storage.read)).last.printed?.payload?.code ?? null;
}

/** The seqs of those scans of a request that were rejected: they say nothing of the person under whom they were filed. */
export function rejectedIn(events: readonly Pick<Recorded, 'seq' | 'kind'>[]): ReadonlySet<number> {
  const rejected = new Set<number>();
  let last: number | undefined;
  for (const { seq, kind } of events) {
    if (kind === 'scanned') last = seq;
    if (kind === 'scan-rejected' && last !== undefined) rejected.add(last);
  }
  return rejected;
}

/** The requests under which a scan is kept as the signed sheet: those where it was rejected are none of them. All events are read. */
export async function filedUnder(sha256: string, read: Pick<Queries, 'eventsSaying' | 'eventsOfEach'>): Promise<readonly string[]> {
  const scanned = (await read.eventsSaying((json) => json.includes(sha256))).filter(({ kind }) => kind === 'scanned');
  const lives = await read.eventsOfEach(scanned.map(({ object }) => object));
  return scanned.filter((one) => !rejectedIn(lives.get(one.object) ?? []).has(one.seq)).map(({ object }) => object);
}

/** Throws a Refusal for bytes that are kept as something else: the scan of another request, or a paper as it was issued. */
async function refuseKnown({ request }: RequestMeant, bytes: Uint8Array, setting: Setting): Promise<void> {
  const { read } = setting.storage;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if ((await read.filesAmong([sha256])).length === 0) return;
  const issued = await read.documentWithFile(sha256);
  if (issued) throw refusal('register-scan-issued', { paper: paperLabel(issued, setting) });
  // Whoever filed it under the wrong person, and rejected it there, files it where it belongs.
  const other = (await filedUnder(sha256, read)).find((object) => object !== request.id);
  const of = other === undefined ? undefined : await read.request(other);
  const person = of?.person == null ? undefined : await read.person(of.person);
  const document = of?.document == null ? undefined : await read.document(of.document);
  if (!document) return;
  throw refusal('register-scan-twice', {
    person: person ? nameIn(someone(person), setting.language) : 'none',
    paper: paperLabel(document, setting),
  });
}

/**
 * Takes the scan of a signed sheet; `code` is what was read from it, null where somebody says whose it is. The sheet of a paper that has been
 * replaced since is taken too, if it had been printed: it may have been signed before.
 */
export async function scan(meant: RequestMeant, bytes: Uint8Array, code: string | null, setting: Setting): Promise<string> {
  const { storage, actor, today } = setting;
  await refuseKnown(meant, bytes, setting);
  const sha256 = await storage.files.put(bytes);
  await storage.transaction(async (tx) => {
    const object = meant.request.id;
    const rules = await rulesIn(tx);
    const before = await lifeOf('request', object, tx);
    if (before.state === 'superseded') {
      const returned = { actor: actor.id, kind: 'sheet-returned', object, payload: { by: actor.name } } as const;
      await tx.append([permitted<'sheet-returned'>({ life: before, draft: returned, context: { today, rules } })]);
    }
    const draft = { actor: actor.id, kind: 'scanned', object, payload: { sha256, by: actor.name } } as const;
    await tx.append([permitted<'scanned'>({ life: await lifeOf('request', object, tx), draft, context: { today, rules, code } })]);
  });
  return sha256;
}

export interface Checking extends Pick<Acknowledging, 'statement'> {
  /** The day that stands beside the signature; null where nobody said: then it is known only of a sheet that was printed today. */
  readonly on: string | null;
}

/**
 * The second look: the scan is that of the paper and signed. Then the person has acknowledged, on the day that stands on it, which is given
 * back. Throws a Refusal where that day is not known.
 */
export async function checkScan(meant: RequestMeant, { statement, on: said }: Checking, setting: Setting): Promise<string> {
  const { storage, actor, today } = setting;
  const printed = await printedOn(meant, setting, storage.read);
  if (said === null && printed !== null && printed < today)
    throw refusal('register-check-day', { printed: dayInWords(printed, setting.language) });
  const on = said ?? today;
  await storage.transaction(async (tx) => {
    const rules = await rulesIn(tx);
    const object = meant.request.id;
    const draft = { actor: actor.id, kind: 'scan-checked', object, payload: { by: actor.name } } as const;
    const before = await lifeOf('request', object, tx);
    // One who was interrupted between the two has looked already.
    if (before.state !== 'checked')
      await tx.append([permitted<'scan-checked'>({ life: before, draft, context: { today, rules, names: spellingsOf(meant.person) } })]);
    const life = await lifeOf('request', object, tx);
    const evidence = life.last.scanned?.payload?.sha256;
    const payload: Payloads['acknowledged'] = {
      ...{ statement, locale: meant.document.locale as Payloads['acknowledged']['locale'], how: 'paper', on },
      ...(evidence !== undefined && { evidence }),
    };
    const acknowledged = { actor: actor.id, kind: 'acknowledged', object, payload } as const;
    const seen = await seenAtDesk(meant, life, setting, tx);
    await tx.append([permitted<'acknowledged'>({ life, draft: acknowledged, context: { today, rules, ...seen } })]);
  });
  return on;
}

/** The scan does not do: it is another paper, or nobody signed it. The sheet waits again. */
export async function rejectScan(meant: RequestMeant, reason: string, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'scan-rejected', object: meant.request.id, payload: { by: actor.name, reason } } as const;
    const life = await lifeOf('request', meant.request.id, tx);
    await tx.append([permitted<'scan-rejected'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
  });
}
