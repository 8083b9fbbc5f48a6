/** What lies within the reach of whoever asks. What does not is not found, as if it were not there. */
import { all } from '../register/find.js';
import type { RequestMeant } from '../register/find.js';
import { someone } from '../register/find.js';
import type { Reach } from '../access/rights.js';
import { reaches } from '../access/rights.js';
import type { DocumentRow, Queries } from '../storage/queries.js';
import type { ViewRow } from '../storage/tables.js';
import { refuse } from './problem.js';
import type { Asked } from './route.js';

type Holding = ViewRow<'holding'>;

/** The posts that count on a day: those that are held, and of whoever has left the last ones. */
export function postsOn(holdings: readonly Holding[], day: string): readonly Holding[] {
  const held = holdings.filter(({ to_day }) => to_day === null || to_day >= day);
  if (held.length > 0) return held;
  const last = holdings
    .map(({ to_day }) => to_day ?? '')
    .sort()
    .at(-1);
  return holdings.filter(({ to_day }) => to_day === last);
}

export const isWithin = (holdings: readonly Holding[], reach: Reach, day: string): boolean =>
  reach === 'everywhere' || postsOn(holdings, day).some(({ department }) => reaches(reach, department));

type Seeing = Pick<Asked, 'service' | 'reach'>;

export async function seesPerson(person: string, { service, reach }: Seeing): Promise<boolean> {
  return reach === 'everywhere' || isWithin(await service.storage.read.holdingsOf(person), reach, service.today());
}

/** The department of a paper that is for whoever holds a post: the third part of its key. */
const homeOf = ({ key }: Pick<DocumentRow, 'key'>): string | null => {
  const home = key.split('/')[2] ?? '-';
  return home === '-' ? null : home;
};

export async function seesDocument(row: DocumentRow, asking: Seeing): Promise<boolean> {
  return row.person === null ? reaches(asking.reach, homeOf(row)) : await seesPerson(row.person, asking);
}

/** Whether somebody in the departments holds the role, or a version of it. */
export async function heldRoles(read: Queries, reach: Reach): Promise<ReadonlySet<string> | 'all'> {
  if (reach === 'everywhere') return 'all';
  const held = (await all((page) => read.holdings(page))).filter(({ to_day, department }) => to_day === null && reaches(reach, department));
  return new Set(held.flatMap(({ role }) => (role === null ? [] : [role])));
}

const isId = (written: string | undefined): written is string => /^[a-z]{1,2}_[0-9a-z]{1,64}$/.test(written ?? '');

export async function personFound(asked: Asked): Promise<ViewRow<'person'>> {
  const id = asked.params['person'];
  const row = isId(id) ? await asked.service.storage.read.person(id) : undefined;
  if (!row || !(await seesPerson(row.id, asked))) throw refuse('http-not-found');
  return row;
}

export async function documentFound(asked: Asked): Promise<DocumentRow> {
  const id = asked.params['document'];
  const row = isId(id) ? await asked.service.storage.read.document(id) : undefined;
  if (!row || !(await seesDocument(row, asked))) throw refuse('http-not-found');
  return row;
}

export async function requestFound(asked: Asked): Promise<RequestMeant> {
  const { read } = asked.service.storage;
  const id = asked.params['request'];
  const request = isId(id) ? await read.request(id) : undefined;
  const document = request?.document ? await read.document(request.document) : undefined;
  const person = request?.person ? await read.person(request.person) : undefined;
  if (!request || !document || !person || !(await seesPerson(person.id, asked))) throw refuse('http-not-found');
  return { request, document, person: someone(person) };
}

export async function proposalFound(asked: Asked): Promise<ViewRow<'proposal'>> {
  const { read } = asked.service.storage;
  const id = asked.params['proposal'];
  const row = isId(id) ? await read.proposal(id) : undefined;
  const roles = await heldRoles(read, asked.reach);
  if (!row || (roles !== 'all' && !roles.has(row.role ?? ''))) throw refuse('http-not-found');
  return row;
}

/** Rows of a list that are seen, page by page, until there are enough. */
export async function seen<T extends { readonly id: string }>(
  page: (of: { after?: string; limit: number }) => Promise<readonly T[]>,
  sees: (row: T) => Promise<boolean>,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<{ readonly rows: readonly T[]; readonly next: string | null }> {
  const rows: T[] = [];
  let from = after;
  for (;;) {
    const some = await page({ ...(from !== '' && { after: from }), limit: 500 });
    for (const row of some) {
      if (!(await sees(row))) continue;
      if (rows.length === limit) return { rows, next: rows.at(-1)?.id ?? null };
      rows.push(row);
    }
    const last = some.at(-1);
    if (!last || some.length < 500) return { rows, next: null };
    from = last.id;
  }
}
