/** The journal of who has read what: a row for each request, with what came of it. */
import { editionOf, isAcknowledged, kindName } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Recorded } from '../life/events.js';
import { askingOf } from '../life/standing.js';
import { isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import type { DocumentRow, Queries } from '../storage/queries.js';
import type { ViewRow } from '../storage/tables.js';
import { livesOf } from './ask.js';
import { all, everybody, groupedBy, nameIn } from './find.js';
import type { RequestMeant, Someone } from './find.js';
import { disagrees, notesOfDocument, notesOfRequest } from './journal-notes.js';
import type { Note } from './journal-notes.js';
import { shownNumber } from './series.js';
import type { Setting } from './setting.js';
import { postOf } from './titles.js';
import type { Scope } from './wanted.js';
import { dayOfEvent } from './zone.js';

/** What came of a request; null while it waits. */
export type Outcome =
  /** `known`: how it was known who it was, as it was written down by hand. */
  | { readonly sort: 'in-person' | 'link' | 'paper'; readonly event: number; readonly known: string | null }
  | { readonly sort: 'refused'; readonly act: string | null }
  | { readonly sort: 'declined' | 'disagreed' | 'act-voided' | 'undone' | 'cancelled' | 'expired' | 'superseded' | 'unasked' };

export interface JournalRow {
  /** The day that counts, YYYY-MM-DD; null while there is none. */
  readonly date: string | null;
  readonly document: { readonly name: string; readonly number: string | null; readonly date: string | null };
  readonly version: string;
  /** As it is written in full; null where it has been erased. */
  readonly name: string | null;
  /** The personnel number, which tells people of one name apart. */
  readonly number: string | null;
  readonly post: string | null;
  readonly outcome: Outcome | null;
  /** What became of the document since. */
  readonly since: 'voided' | 'replaced' | null;
  readonly notes: readonly Note[];
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
  const documents = new Map((await all((page) => read.documents(page))).map((one) => [one.id, one]));
  const holdings = groupedBy(await all((page) => read.holdings(page)), ({ person }) => person);
  const isListed = (one: DocumentRow): boolean =>
    one.state !== 'numbered' &&
    (options.role === undefined || one.role === options.role) &&
    isAcknowledged(desk.library.kind(one.kind), one.jurisdiction);
  const asked = (await all((page) => read.requests(page))).flatMap(({ id, document: of, person }): Asked[] => {
    const document = documents.get(of ?? '');
    if (!document || !isListed(document)) return [];
    if (options.person !== undefined && person !== options.person) return [];
    return [{ id, document, person: people.get(person ?? '') ?? null, posts: holdings.get(person) ?? [] }];
  });
  const lives = await livesOf(
    'request',
    asked.map(({ id }) => id),
    read,
  );
  const papers = await livesOf('document', [...new Set(asked.map(({ document }) => document.id))], read);
  const titles = await titlesOf([...new Set(asked.map(({ document }) => document))], options.locale, setting);
  const posts = new Map<string, string>();
  const postIn = (holding: ViewRow<'holding'> | null, document: DocumentRow): string | null => {
    if (!holding) return null;
    const key = `${document.role} ${holding.department}`;
    const known = posts.get(key) ?? postOf(document.role, holding.department, options.locale, setting);
    posts.set(key, known);
    return known;
  };
  const rows: { readonly row: JournalRow; readonly seq: number }[] = [];
  for (const one of asked) {
    const { id, document, person } = one;
    const life = lives.get(id);
    if (!life?.state) continue;
    const { state, last } = life;
    const on =
      askingOf(life, { id: document.id, fingerprint: document.fingerprint, state: document.state as State<'document'> })?.on ?? null;
    const requestedOn = dayOfEvent(last.requested, setting) ?? '';
    const holding = heldOn(requestedOn, one);
    if (options.department !== undefined && holding?.department !== options.department) continue;
    const day = on ?? (isOpen(state) ? null : dayOfEvent(lastOf(last), setting));
    const within = (of: string): boolean => of <= options.to && (options.from === null || of >= options.from);
    if (!within(day ?? requestedOn)) continue;
    rows.push({
      seq: last.requested?.seq ?? 0,
      row: {
        date: day,
        document: { name: titles.get(document.id) ?? '', number: shownNumber(document), date: document.dated },
        version: editionOf(document.role_version),
        name: person?.known ? nameIn(person, options.locale) : null,
        number: person?.externalId ?? null,
        post: postIn(holding, document),
        outcome: outcomeOf(last, state, documents),
        since: document.state === 'voided' || document.state === 'replaced' ? document.state : null,
        notes: [
          ...notesOfRequest(life, document, documents, setting),
          ...(isOpen(state) && person?.leftOn != null && person.leftOn <= setting.today
            ? [{ sort: 'left', day: person.leftOn } as const]
            : []),
          ...notesOfDocument(document.state, papers.get(document.id)?.last, setting),
        ],
      },
    });
  }
  // A void paper stands in the journal though nobody was asked for it: its number is accounted for.
  if (options.person === undefined) {
    const known = new Set(asked.map(({ document: { id } }) => id));
    const voided = [...documents.values()].filter((one) => one.state === 'voided' && isListed(one) && !known.has(one.id));
    const ends = await livesOf(
      'document',
      voided.map(({ id }) => id),
      read,
    );
    const called = await titlesOf(voided, options.locale, setting);
    for (const document of voided) {
      const { last } = ends.get(document.id) ?? {};
      const day = dayOfEvent(last?.voided, setting) ?? document.dated;
      const home = document.key.split('/')[2];
      const whose = people.get(document.person ?? '');
      if (day > options.to || (options.from !== null && day < options.from)) continue;
      if (options.department !== undefined && home !== options.department) continue;
      rows.push({
        seq: last?.numbered?.seq ?? 0,
        row: {
          date: day,
          document: { name: called.get(document.id) ?? '', number: shownNumber(document), date: document.dated },
          version: editionOf(document.role_version),
          ...{ name: whose?.known ? nameIn(whose, options.locale) : null, number: whose?.externalId ?? null, post: null },
          ...{ outcome: { sort: 'unasked' }, since: 'voided', notes: notesOfDocument('voided', last, setting) },
        },
      });
    }
  }
  const key = ({ row, seq }: (typeof rows)[number]): string => `${row.date ?? '9999-99-99'} ${String(seq).padStart(12, '0')}`;
  return rows.sort((one, other) => (key(one) < key(other) ? -1 : 1)).map(({ row }) => row);
}

/** A request with what it is about. */
interface Asked {
  readonly id: string;
  readonly document: DocumentRow;
  /** Null for nobody whom the register knows. */
  readonly person: Someone | null;
  /** All that the person has held. */
  readonly posts: readonly ViewRow<'holding'>[];
}

/** The post in which somebody was asked: whoever has moved since, was asked in the one before. Else the latest of that role. */
export function heldOn(day: string, { posts, document }: Pick<Asked, 'posts' | 'document'>): ViewRow<'holding'> | null {
  const own = posts
    .filter(({ role }) => role === document.role)
    .sort((one, other) => ((one.from_day ?? '') < (other.from_day ?? '') ? -1 : 1));
  return own.findLast(({ from_day, to_day }) => (from_day ?? '') <= day && (to_day === null || to_day >= day)) ?? own.at(-1) ?? null;
}

/** The post in which somebody was asked: that of the day of the request. */
export async function heldWhenAsked({ request, document, person }: RequestMeant, read: Queries): Promise<ViewRow<'holding'> | null> {
  const [asked] = await read.eventsOf(request.id);
  return heldOn(asked?.at.slice(0, 10) ?? document.dated, { document, posts: await read.holdingsOf(person.id) });
}

type Last = Readonly<Partial<Record<string, Recorded>>>;

const lastOf = (last: Last): Recorded | undefined =>
  Object.values(last)
    .sort((one, other) => (one?.seq ?? 0) - (other?.seq ?? 0))
    .at(-1);

function outcomeOf(last: Last, state: State<'request'>, documents: ReadonlyMap<string, DocumentRow>): Outcome | null {
  switch (state) {
    case 'acknowledged': {
      const event = last['acknowledged'] as Recorded<'request'> & { readonly kind: 'acknowledged' };
      const { how = 'in-person', identifiedBy = null } = event.payload ?? {};
      // What is written down of a link is for its own record.
      return { sort: how, event: event.seq, known: how === 'link' ? null : identifiedBy };
    }
    case 'refused': {
      const event = last['refusal-recorded'] as Recorded<'request'> & { readonly kind: 'refusal-recorded' };
      const amended = last['refusal-amended'] as (Recorded<'request'> & { readonly kind: 'refusal-amended' }) | undefined;
      const act = documents.get(amended?.payload?.document ?? event.payload?.document ?? '');
      return { sort: 'refused', act: act ? shownNumber(act) : null };
    }
    case 'declined':
      return { sort: disagrees(last) ? 'disagreed' : 'declined' };
    case 'act-voided':
    case 'undone':
    case 'cancelled':
    case 'expired':
    case 'superseded':
      return { sort: state };
    default:
      return null;
  }
}

/** What a document is called: as it was when it was numbered. */
export async function titleOf(document: DocumentRow, locale: Locale, setting: Pick<Setting, 'storage' | 'desk'>): Promise<string> {
  return (await titlesOf([document], locale, setting)).get(document.id) ?? '';
}

async function titlesOf(
  documents: readonly DocumentRow[],
  locale: Locale,
  { storage, desk }: Pick<Setting, 'storage' | 'desk'>,
): Promise<ReadonlyMap<string, string>> {
  const lives = await livesOf(
    'document',
    documents.map(({ id }) => id),
    storage.read,
  );
  return new Map(
    documents.map(({ id, kind }) => [id, lives.get(id)?.last.numbered?.payload?.title ?? kindName(desk.library.kind(kind), locale)]),
  );
}
