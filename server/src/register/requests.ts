/** Asking people to acknowledge, and all that can become of it before they answer. */
import type { Draft, Method } from '../life/events.js';
import { lastDayOf } from '../life/due.js';
import { isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import type { DocumentRow } from '../storage/queries.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import type { RequestMeant, Someone } from './find.js';
import { methodsAllowed, strongerBy } from './law.js';
import { lookingFrom, policyIn, refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';
import { shownNumber } from './series.js';
import type { StatusRow } from './status.js';

/**
 * Whom there is anything to ask: who has not been asked for these words, or whose answer does not count any more. Whoever is asked by name is
 * asked again after a refusal, since people change their minds, and before the first day in the post, as where the contract is signed.
 */
export const toAsk = (rows: readonly StatusRow[], { byName = false }: { readonly byName?: boolean } = {}): readonly StatusRow[] =>
  rows.filter(
    ({ holder: { person }, stand: { standing, asking }, startsOn }) =>
      (person.leftOn === null || byName) &&
      ((standing === 'to-do' && (startsOn === null || byName)) ||
        standing === 'outdated' ||
        standing === 'expired' ||
        (byName && standing === 'current' && asking?.state === 'refused')),
  );

/**
 * The last day, looked at before the papers are numbered: afterwards they would be in force, and nobody asked. Throws a Refusal where it has
 * passed.
 */
export function refusePastDue(due: string | undefined, { today }: Pick<Setting, 'today'>): void {
  if (due !== undefined && due < today) throw refusal('register/due-is-past', { due });
}

export interface Asked {
  readonly id: string;
  readonly row: StatusRow;
  readonly due: string | null;
}

/** What is shown on the screen of whoever answers by a link: see `papers/screen.ts`. */
export interface Screen {
  /** The SHA-256 of the page; null where the paper has none. */
  (document: DocumentRow, held: DocumentRow | null): Promise<string | null>;
}

/** The document that somebody acknowledged last of those of a paper, before this one. */
export async function heldBefore({ askings, document }: StatusRow, { storage }: Pick<Setting, 'storage'>): Promise<DocumentRow | null> {
  const answered = askings
    .filter(({ state, document: { id } }) => state === 'acknowledged' && id !== document.id)
    .sort((one, other) => ((one.on ?? '') < (other.on ?? '') ? -1 : 1));
  const last = answered.at(-1);
  return last ? ((await storage.read.document(last.document.id)) ?? null) : null;
}

/** Asks everybody in these rows, in one transaction. Whoever is asked by a link is shown what `screen` makes. */
export async function request(
  rows: readonly StatusRow[],
  {
    method,
    due,
    screen,
    then,
  }: {
    readonly method: Method;
    readonly due: string | undefined;
    readonly screen?: Screen;
    /** What follows from it, in the same transaction. */
    readonly then?: (asked: readonly Asked[], tx: Transaction) => Promise<void>;
  },
  setting: Setting,
): Promise<readonly Asked[]> {
  const { storage, actor, today, desk } = setting;
  const pages = method === 'link' && screen ? await pagesFor(rows, screen, setting) : new Map<StatusRow, Page>();
  return await storage.transaction(async (tx) => {
    const rules = await rulesIn(tx);
    const { policy, calendar } = lookingFrom(setting, await policyIn(tx));
    const renewed = lastDayOf(policy.change, today, calendar);
    const asked: Asked[] = [];
    const drafts: Draft[] = [];
    for (const row of rows) {
      const { document, documents, stand, holder } = row;
      const own = stand.due !== null && stand.due >= today ? stand.due : today;
      // Whoever acknowledged it once is not late on the morrow of being asked anew.
      const by = due ?? (stand.standing === 'expired' ? renewed : own);
      const id = tx.newId('request');
      const page = pages.get(row);
      const payload = { document: document.id, person: holder.person.id, method, due: by, ...page };
      const draft = { actor: actor.id, kind: 'requested', object: id, payload } as const;
      const open = await openOf(holder.person, documents, tx);
      const context = {
        ...{ today, rules, waiting: open, methods: methodsAllowed(document.jurisdiction, desk.library) },
        strongerBy: strongerBy(document.kind, document.jurisdiction, setting.workplace.organisation, desk.library),
        document: { state: document.state as State<'document'>, person: document.person, dated: document.dated },
        person: { state: (await lifeOf('person', holder.person.id, tx)).state, leftOn: holder.person.leftOn },
      };
      drafts.push(permitted<'requested'>({ life: await lifeOf('request', id, tx), draft, context }));
      asked.push({ id, row, due: by });
    }
    await tx.append(drafts);
    await then?.(asked, tx);
    return asked;
  });
}

interface Page {
  readonly shown: string;
  readonly held?: string;
}

/** The pages on the screen, before anything is written: they are made once for all who held the same. */
async function pagesFor(rows: readonly StatusRow[], screen: Screen, setting: Setting): Promise<ReadonlyMap<StatusRow, Page>> {
  const made = new Map<string, string | null>();
  const pages = new Map<StatusRow, Page>();
  for (const row of rows) {
    const held = await heldBefore(row, setting);
    const key = `${row.document.id} ${held?.id ?? ''}`;
    const shown = made.has(key) ? (made.get(key) ?? null) : await screen(row.document, held);
    made.set(key, shown);
    if (shown === null) throw refusal('register-no-screen', { document: shownNumber(row.document) });
    pages.set(row, { shown, ...(held && { held: held.id }) });
  }
  return pages;
}

/** Whether somebody is asked for the paper already, in any of its languages. */
async function openOf({ id }: Someone, documents: readonly DocumentRow[], tx: Transaction): Promise<boolean> {
  const rows = await tx.requestsOf({ person: id });
  return rows.some(({ document, state }) => isOpen(state as State<'request'>) && documents.some((one) => one.id === document));
}

/** The person has the paper before their eyes. */
export const open = (meant: RequestMeant, setting: Setting): Promise<void> => plain('opened', {}, meant, setting);
export const cancel = (meant: RequestMeant, reason: string, setting: Setting): Promise<void> =>
  plain('cancelled', { reason }, meant, setting);

async function plain<K extends 'opened' | 'cancelled'>(
  kind: K,
  payload: K extends 'cancelled' ? { readonly reason: string } : object,
  { request: { id } }: RequestMeant,
  { storage, actor, today }: Setting,
): Promise<void> {
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind, object: id, payload } as never;
    const context = { today, rules: await rulesIn(tx) } as never;
    await tx.append([permitted<K>({ life: (await lifeOf('request', id, tx)) as never, draft, context })]);
  });
}

/** Lets requests expire that were due before today and that nobody is to answer any more. Gives how many. */
export async function expire(rows: readonly StatusRow[], { storage, actor, today }: Setting): Promise<number> {
  return await storage.transaction(async (tx) => {
    const rules = await rulesIn(tx);
    const drafts: Draft[] = [];
    for (const { stand } of rows) {
      if (stand.standing !== 'requested' || !stand.overdue || stand.asking === null) continue;
      const draft = { actor: actor.id, kind: 'expired', object: stand.asking.request, payload: {} } as const;
      drafts.push(permitted<'expired'>({ life: await lifeOf('request', stand.asking.request, tx), draft, context: { today, rules } }));
    }
    await tx.append(drafts);
    return drafts.length;
  });
}
