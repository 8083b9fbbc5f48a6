/** The journal of who has read what: a row for each request, with what came of it. */
import { editionOf, isAcknowledged, kindName } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Recorded } from '../life/events.js';
import { askingOf } from '../life/standing.js';
import { isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import type { DocumentRow } from '../storage/queries.js';
import { lifeOf } from './ask.js';
import { all, everybody, nameIn } from './find.js';
import { shownNumber } from './series.js';
import type { Setting } from './setting.js';
import { postOf } from './titles.js';
import type { Scope } from './wanted.js';

/** What came of a request; null while it waits. */
export type Outcome =
  | { readonly sort: 'in-person' | 'link' | 'paper'; readonly event: number }
  | { readonly sort: 'refused'; readonly act: string | null }
  | { readonly sort: 'declined' | 'cancelled' | 'expired' | 'superseded' };

export interface JournalRow {
  /** The day that counts, YYYY-MM-DD; null while there is none. */
  readonly date: string | null;
  readonly document: { readonly name: string; readonly number: string | null; readonly date: string | null };
  readonly version: string;
  /** As it is written in full; null where it has been erased. */
  readonly name: string | null;
  readonly post: string | null;
  readonly outcome: Outcome | null;
  /** What became of the document since. */
  readonly since: 'voided' | 'replaced' | null;
}

export interface JournalOptions extends Scope {
  /** The first and the last day, YYYY-MM-DD; from the beginning where the first is null. */
  readonly from: string | null;
  readonly to: string;
  readonly locale: Locale;
}

/** The rows of a period, by day and then as they were asked. What waits stands at its end. */
export async function journalRows(options: JournalOptions, setting: Setting): Promise<readonly JournalRow[]> {
  const { storage, desk } = setting;
  const { read } = storage;
  const people = new Map((await everybody(read)).map((one) => [one.id, one]));
  const documents = (await all((page) => read.documents({ ...page, ...(options.role !== undefined && { role: options.role }) }))).filter(
    (one) => one.state !== 'numbered' && isAcknowledged(desk.library.kind(one.kind), one.jurisdiction),
  );
  const rows: { readonly row: JournalRow; readonly seq: number }[] = [];
  for (const document of documents) {
    const title = await titleOf(document, options.locale, setting);
    for (const { id, person: of } of await read.requestsOf({ document: document.id })) {
      const person = people.get(of ?? '');
      if (options.person !== undefined && person?.id !== options.person) continue;
      const [holding] = person ? (await read.holdingsOf(person.id)).filter(({ role }) => role === document.role) : [];
      if (options.department !== undefined && holding?.department !== options.department) continue;
      const life = await lifeOf('request', id, read);
      const state = life.state;
      if (state === null) continue;
      const on =
        askingOf(life, { id: document.id, fingerprint: document.fingerprint, state: document.state as State<'document'> })?.on ?? null;
      const requestedOn = life.last.requested?.at.slice(0, 10) ?? '';
      const day = on ?? (isOpen(state) ? null : (lastOf(life.last) ?? '').slice(0, 10) || null);
      const within = (one: string): boolean => one <= options.to && (options.from === null || one >= options.from);
      if (!within(day ?? requestedOn)) continue;
      rows.push({
        seq: life.last.requested?.seq ?? 0,
        row: {
          date: day,
          document: { name: title, number: shownNumber(document), date: document.dated },
          version: editionOf(document.role_version),
          name: person?.known ? nameIn(person, options.locale) : null,
          post: holding ? postOf(document.role, holding.department, options.locale, setting) : null,
          outcome: await outcomeOf(life.last, state, setting),
          since: document.state === 'voided' || document.state === 'replaced' ? document.state : null,
        },
      });
    }
  }
  const key = ({ row, seq }: (typeof rows)[number]): string => `${row.date ?? '9999-99-99'} ${String(seq).padStart(12, '0')}`;
  return rows.sort((one, other) => (key(one) < key(other) ? -1 : 1)).map(({ row }) => row);
}

type Last = Readonly<Partial<Record<string, Recorded>>>;

const lastOf = (last: Last): string | undefined =>
  Object.values(last)
    .map((event) => event?.at ?? '')
    .sort()
    .at(-1);

async function outcomeOf(last: Last, state: State<'request'>, { storage }: Setting): Promise<Outcome | null> {
  switch (state) {
    case 'acknowledged': {
      const event = last['acknowledged'] as Recorded<'request'> & { readonly kind: 'acknowledged' };
      return { sort: event.payload?.how ?? 'in-person', event: event.seq };
    }
    case 'refused': {
      const event = last['refusal-recorded'] as Recorded<'request'> & { readonly kind: 'refusal-recorded' };
      const act = event.payload?.document === undefined ? undefined : await storage.read.document(event.payload.document);
      return { sort: 'refused', act: act ? shownNumber(act) : null };
    }
    case 'declined':
    case 'cancelled':
    case 'expired':
    case 'superseded':
      return { sort: state };
    default:
      return null;
  }
}

/** What a document is called: as it was when it was numbered. */
export async function titleOf(
  document: DocumentRow,
  locale: Locale,
  { storage, desk }: Pick<Setting, 'storage' | 'desk'>,
): Promise<string> {
  const { last } = await lifeOf('document', document.id, storage.read);
  return last.numbered?.payload?.title ?? kindName(desk.library.kind(document.kind), locale);
}
