/**
 * Views: what can be asked of an object at once, folded from its events one after another. They are kept for queries alone; what
 * counts are the events, of which they can always be made anew.
 */
import { canonical } from '../chain/canonical.js';
import type { Kind, Recorded } from '../life/events.js';
import { knownAfter } from '../life/person.js';
import type { Known } from '../life/person.js';
import { isOpen, stateAfter } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import type { ViewRow, ViewTable } from './tables.js';

type RecordedOf<K extends Kind> = Extract<Recorded, { kind: K }>;

/** The row of a view after an event; undefined is the one before the first. */
type Step<T extends ViewTable, K extends Kind> = (row: ViewRow<T> | undefined, event: RecordedOf<K>) => Partial<ViewRow<T>>;
type Steps<T extends ViewTable> = { readonly [K in Kind]?: Step<T, K> };

/** What a row is before its first event says anything. */
const blank: { readonly [T in ViewTable]: Omit<ViewRow<T>, 'id' | 'last_event'> } = {
  person: { external_id: null, data: null, left_on: null, state: '' },
  holding: { person: null, role: null, position: null, department: null, from_day: null, to_day: null, state: '' },
  proposal: { role: null, path: null, base: null, content: null, state: '' },
  document_state: { state: '', replaced_by: null },
  request: { document: null, person: null, method: null, due: null, state: '', open: 0, code: null },
  plan: { person: null, holding: null, role: null, first_day: null, state: '' },
  hold: { held: 0 },
};

/** An event that cannot have happened in the state in which the thing was. */
export class Impossible extends Error {
  constructor(
    readonly seq: number,
    kind: Kind,
    state: string | undefined,
  ) {
    super(`${kind} cannot happen to what is ${state ?? 'not there'}`);
  }
}

/** The state of a row after an event; throws where there is none. */
function state(row: { readonly state: string } | undefined, { seq, kind }: Recorded): { readonly state: string } {
  const after = stateAfter((row?.state ?? null) as State | null, kind);
  if (after === null) throw new Impossible(seq, kind, row?.state);
  return { state: after };
}

const known: Step<'person', 'person-known' | 'person-changed' | 'contact-set'> = (row, event) => {
  const before = row?.data == null ? null : (JSON.parse(row.data) as Known);
  const now = knownAfter(before, event);
  const back = event.kind === 'person-known' ? { left_on: null } : {};
  return { ...state(row, event), ...back, external_id: now?.externalId ?? null, data: now === null ? null : canonical(now) };
};

const request: Step<'request', Kind> = (row, event) => {
  const after = state(row, event);
  return { ...after, open: isOpen(after.state as State<'request'>) ? 1 : 0 };
};

const steps: { readonly [T in ViewTable]: Steps<T> } = {
  person: {
    'person-known': known,
    'person-changed': known,
    'contact-set': known,
    'person-left': (row, event) => ({ ...state(row, event), left_on: event.payload?.on ?? null }),
    'leaving-undone': (row, event) => ({ ...state(row, event), left_on: null }),
  },
  holding: {
    'post-taken': (row, event) => ({
      ...state(row, event),
      person: event.payload?.person ?? null,
      role: event.payload?.role ?? null,
      position: event.payload?.position ?? null,
      department: event.payload?.department ?? null,
      from_day: event.payload?.from ?? null,
    }),
    'post-left': (row, event) => ({ ...state(row, event), to_day: event.payload?.to ?? null }),
    'post-restored': (row, event) => ({ ...state(row, event), to_day: null }),
    'post-corrected': (row, event) => ({
      ...state(row, event),
      ...(event.payload?.from !== undefined && { from_day: event.payload.from }),
      ...(event.payload?.department !== undefined && { department: event.payload.department }),
      ...(event.payload?.position !== undefined && { position: event.payload.position }),
    }),
  },
  proposal: {
    proposed: (row, event) => ({
      ...state(row, event),
      role: event.payload?.role ?? null,
      path: event.payload?.path ?? null,
      base: event.payload?.base ?? null,
      content: event.payload?.content ?? null,
    }),
    approved: state,
    returned: state,
    withdrawn: state,
  },
  document_state: {
    numbered: state,
    issued: state,
    replaced: (row, event) => ({ ...state(row, event), replaced_by: event.payload?.by ?? null }),
    'void-asked': state,
    'void-dropped': state,
    voided: state,
  },
  request: {
    requested: (row, event) => ({
      document: event.payload?.document ?? null,
      person: event.payload?.person ?? null,
      method: event.payload?.method ?? null,
      due: event.payload?.due ?? null,
      ...request(row, event),
    }),
    sent: request,
    opened: request,
    asked: request,
    acknowledged: request,
    'acknowledgement-undone': request,
    'undo-asked': request,
    'undo-dropped': request,
    declined: request,
    'reason-given': request,
    'refusal-recorded': request,
    'refusal-amended': request,
    'refusal-voided': request,
    'sheet-returned': request,
    printed: (row, event) => ({ ...request(row, event), code: event.payload?.code ?? null }),
    scanned: request,
    'scan-checked': request,
    'scan-rejected': request,
    cancelled: request,
    expired: request,
    superseded: request,
  },
  plan: {
    'plan-begun': (row, event) => ({
      ...state(row, event),
      person: event.payload?.person ?? null,
      holding: event.payload?.holding ?? null,
      role: event.payload?.role ?? null,
      first_day: event.payload?.firstDay ?? null,
    }),
    'plan-moved': (row, event) => ({ ...state(row, event), first_day: event.payload?.firstDay ?? null }),
    'helper-named': state,
    'task-ticked': state,
    'task-unticked': state,
    'task-noted': state,
    'task-filed': state,
    'task-checked': state,
    'plan-ended': state,
    'plan-resumed': state,
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
    ...step?.(row, event),
    id: (row as { id: string } | undefined)?.id ?? idOf(table, event) ?? '',
    last_event: event.seq,
  } as unknown as ViewRow<T>;
}
