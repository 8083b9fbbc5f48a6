/**
 * Views: what can be asked of an object at once, folded from its events one after another. They are kept for queries alone; what
 * counts are the events, of which they can always be made anew.
 */
import { canonical } from '../chain/canonical.js';
import type { Json } from '../chain/canonical.js';
import type { Kind, Recorded } from '../life/events.js';
import { isOpen, stateAfter } from './states.js';
import type { ViewRow, ViewTable } from './tables.js';

type RecordedOf<K extends Kind> = Extract<Recorded, { kind: K }>;

/** The row of a view after an event; undefined is the one before the first. */
type Step<T extends ViewTable, K extends Kind> = (row: ViewRow<T> | undefined, event: RecordedOf<K>) => Partial<ViewRow<T>>;
type Steps<T extends ViewTable> = { readonly [K in Kind]?: Step<T, K> };

/** What a row is before its first event says anything. */
const blank: { readonly [T in ViewTable]: Omit<ViewRow<T>, 'id' | 'last_event'> } = {
  person: { external_id: null, data: null, left_on: null },
  holding: { person: null, role: null, position: null, department: null, from_day: null, to_day: null },
  proposal: { role: null, path: null, base: null, content: null, author: null, state: '' },
  document_state: { state: '', replaced_by: null },
  request: { document: null, person: null, method: null, due: null, state: '', open: 0 },
  hold: { held: 0 },
};

const known = (row: ViewRow<'person'> | undefined, { payload }: RecordedOf<'person-known' | 'person-changed'>): Partial<ViewRow<'person'>> => {
  // What was erased is gone from the row too, as is all that stood before it.
  if (payload === null) return {};
  const before = row?.data == null ? {} : (JSON.parse(row.data) as Record<string, Json>);
  const all = Object.entries({ ...before, ...payload } as Record<string, Json | undefined>).filter(([, value]) => value != null);
  const data = Object.fromEntries(all);
  return { external_id: typeof data.externalId === 'string' ? data.externalId : null, data: canonical(data) };
};

const document = (state: string): Step<'document_state', Kind> => () => ({ state });
const proposal = (state: string): Step<'proposal', Kind> => () => ({ state });
const request: Step<'request', Kind> = (row, event) => {
  const state = stateAfter(row?.state, event);
  return { state, open: isOpen(state) ? 1 : 0 };
};

const steps: { readonly [T in ViewTable]: Steps<T> } = {
  person: {
    'person-known': known,
    'person-changed': known,
    'person-left': (_, { payload }) => ({ left_on: payload?.on ?? null }),
  },
  holding: {
    'post-taken': (_, { payload }) => ({
      person: payload?.person ?? null,
      role: payload?.role ?? null,
      position: payload?.position ?? null,
      department: payload?.department ?? null,
      from_day: payload?.from ?? null,
    }),
    'post-left': (_, { payload }) => ({ to_day: payload?.to ?? null }),
  },
  proposal: {
    proposed: (_, { payload }) => ({
      role: payload?.role ?? null,
      path: payload?.path ?? null,
      base: payload?.base ?? null,
      content: payload?.content ?? null,
      author: payload?.author ?? null,
      state: 'proposed',
    }),
    approved: proposal('approved'),
    returned: proposal('returned'),
    withdrawn: proposal('withdrawn'),
  },
  document_state: {
    numbered: document('numbered'),
    issued: document('issued'),
    replaced: (_, { payload }) => ({ state: 'replaced', replaced_by: payload?.by ?? null }),
    voided: document('voided'),
  },
  request: {
    requested: (row, event) => ({
      document: event.payload?.document ?? null,
      person: event.payload?.person ?? null,
      method: event.payload?.method ?? null,
      due: event.payload?.due ?? null,
      ...request(row, event),
    }),
    opened: request,
    acknowledged: request,
    declined: request,
    'refusal-recorded': request,
    printed: request,
    scanned: request,
    'scan-checked': request,
    'scan-rejected': request,
    cancelled: request,
    expired: request,
    superseded: request,
  },
  hold: { held: () => ({ held: 1 }), released: () => ({ held: 0 }) },
};

/** The object in whose row of a view an event is folded; null where the event does not say, or no more. */
const idOf = (table: ViewTable, event: Recorded): string | null =>
  table === 'hold' ? ((event as RecordedOf<'held' | 'released'>).payload?.person ?? null) : event.object;

/** The views that an event changes, with the id of the row. */
export const viewsOf = (event: Recorded): readonly { readonly table: ViewTable; readonly id: string }[] =>
  (tablesOfKind.get(event.kind) ?? []).flatMap((table) => {
    const id = idOf(table, event);
    return id === null ? [] : [{ table, id }];
  });

const tablesOfKind: ReadonlyMap<string, readonly ViewTable[]> = (() => {
  const all = new Map<string, ViewTable[]>();
  for (const table of Object.keys(steps) as ViewTable[])
    for (const kind of Object.keys(steps[table])) all.set(kind, [...(all.get(kind) ?? []), table]);
  return all;
})();

/** Folds one event more into the row of a view. */
export function rowAfter<T extends ViewTable>(table: T, row: ViewRow<T> | undefined, event: Recorded): ViewRow<T> {
  const step = steps[table][event.kind] as Step<T, Kind> | undefined;
  return {
    ...blank[table],
    ...row,
    ...step?.(row, event as RecordedOf<Kind>),
    id: (row as { id: string } | undefined)?.id ?? idOf(table, event) ?? '',
    last_event: event.seq,
  } as unknown as ViewRow<T>;
}
