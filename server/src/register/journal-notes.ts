/** What the journal says beside an entry: why something was taken back, by whom and when, what stands in its place, what is missing. */
import type { Library } from 'rolewright';
import type { Last, Life } from '../life/fold.js';
import type { DocumentRow } from '../storage/queries.js';
import { signatureLawOf } from './law.js';
import { shownNumber } from './series.js';
import type { Setting } from './setting.js';
import { dayOfEvent } from './zone.js';

export interface Decided {
  readonly day: string;
  /** Who decided it, one or two; null where it is not known any more. */
  readonly who: string | null;
  readonly reason: string | null;
}

export type Note =
  | ({ readonly sort: 'voided' | 'undone' | 'cancelled' } & Decided)
  /** The request was closed since the employment had ended, or was another one. */
  | { readonly sort: 'closed-left' | 'closed-returned'; readonly day: string }
  /** The request waits, though the person works here no more. */
  | { readonly sort: 'left'; readonly day: string }
  | ({ readonly sort: 'act-voided'; readonly act: string } & Decided)
  | { readonly sort: 'replaced' }
  /** The day that counts is before the one on which the person was asked. */
  | { readonly sort: 'before-asked'; readonly day: string }
  | { readonly sort: 'act-replaced'; readonly act: string }
  | { readonly sort: 'disagreed'; readonly day: string; readonly reason: string | null }
  | { readonly sort: 'reason'; readonly reason: string }
  /** What asks for the signature that is not there, as it is cited. */
  | { readonly sort: 'signature'; readonly law: string }
  | { readonly sort: 'sheet'; readonly code: string; readonly who: string; readonly day: string };

type Days = Pick<Setting, 'workplace' | 'zone' | 'today'>;

interface Decision {
  readonly at: string;
  readonly payload: { readonly reason?: string; readonly by?: string; readonly second?: string } | null;
}

function decided(event: Decision, setting: Days): Decided {
  const { reason = null, by, second } = event.payload ?? {};
  const who = [by, second].filter((name) => name !== undefined).join(', ');
  return { day: dayOfEvent(event, setting) ?? '', who: who === '' ? null : who, reason };
}

/** Whether the person said that they do not agree; that is no refusal to sign. */
export const disagrees = ({ declined }: Last<'request'>): boolean =>
  declined?.payload?.how === 'link' || declined?.payload?.disagrees === true;

/** What became of a paper since somebody was asked for it. */
export function notesOfDocument(state: string, last: Last<'document'> | undefined, setting: Days): readonly Note[] {
  if (state === 'replaced') return [{ sort: 'replaced' }];
  if (state !== 'voided') return [];
  return [{ sort: 'voided', ...(last?.voided ? decided(last.voided, setting) : { day: '', who: null, reason: null }) }];
}

/** What is to be said of a request besides what came of it. */
export function notesOfRequest(
  { state, last }: Life<'request'>,
  { jurisdiction }: Pick<DocumentRow, 'jurisdiction'>,
  acts: ReadonlyMap<string, DocumentRow>,
  setting: Days & { readonly desk: { readonly library: Pick<Library, 'jurisdiction'> } },
): readonly Note[] {
  const notes: Note[] = [];
  const numberOf = (id: string | undefined): string | null => {
    const act = acts.get(id ?? '');
    return act ? shownNumber(act) : null;
  };
  const { declined, acknowledged, cancelled } = last;
  if (declined && disagrees(last))
    notes.push({
      sort: 'disagreed',
      day: declined.payload?.on ?? dayOfEvent(declined, setting) ?? '',
      reason: declined.payload?.reason ?? null,
    });
  const refused = last['refusal-amended']?.payload?.reason ?? last['reason-given']?.payload?.reason ?? declined?.payload?.reason;
  if ((state === 'refused' || state === 'declined') && refused !== undefined && !(disagrees(last) && refused === declined?.payload?.reason))
    notes.push({ sort: 'reason', reason: refused });
  if (state === 'refused' && last['refusal-amended']) {
    const former = numberOf(acts.get(last['refusal-amended'].payload?.document ?? '')?.replaces ?? undefined);
    if (former !== null) notes.push({ sort: 'act-replaced', act: former });
  }
  const lifted = last['refusal-voided'];
  if (lifted) notes.push({ sort: 'act-voided', act: numberOf(lifted.payload?.document) ?? '', ...decided(lifted, setting) });
  if (state === 'undone' && last['acknowledgement-undone'])
    notes.push({ sort: 'undone', ...decided(last['acknowledgement-undone'], setting) });
  if (state === 'cancelled' && cancelled) {
    const because = cancelled.payload?.because;
    notes.push(
      because === undefined
        ? { sort: 'cancelled', ...decided(cancelled, setting) }
        : { sort: `closed-${because}`, day: dayOfEvent(cancelled, setting) ?? '' },
    );
  }
  if (state === 'acknowledged' && acknowledged?.payload) {
    const { how, on } = acknowledged.payload;
    const asked = dayOfEvent(last.requested, setting);
    if (asked !== null && on < asked) notes.push({ sort: 'before-asked', day: asked });
    const law = signatureLawOf(how, jurisdiction, setting.desk.library);
    if (law !== null) notes.push({ sort: 'signature', law });
    const [printed, checked] = [last.printed?.payload, last['scan-checked']];
    if (how === 'paper' && printed && checked?.payload)
      notes.push({ sort: 'sheet', code: printed.code, who: checked.payload.by, day: dayOfEvent(checked, setting) ?? '' });
  }
  return notes;
}
