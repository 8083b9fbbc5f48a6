/** Where everybody stands with the papers in force: as HR reads it, by person and paper. */
import { isAcknowledged } from 'rolewright';
import type { Locale } from 'rolewright';
import { namesIn } from '../life/person.js';
import { standings, standOf } from '../life/standing.js';
import type { Asking, Stand } from '../life/standing.js';
import type { State } from '../life/transitions.js';
import type { DocumentRow } from '../storage/queries.js';
import { groupedBy } from './find.js';
import type { Someone } from './find.js';
import { stemOf } from './issue.js';
import { employerOf, lookingFrom, policyIn } from './setting.js';
import type { Setting } from './setting.js';
import { holdersIn } from './wanted.js';
import { dayOfEvent } from './zone.js';
import type { Holder, Scope } from './wanted.js';

/** A person and a paper. */
export interface StatusRow {
  readonly holder: Holder;
  /** In force; in the language of the person, where there is one. */
  readonly document: DocumentRow;
  /** The same paper in all languages. */
  readonly documents: readonly DocumentRow[];
  readonly stand: Stand;
  readonly askings: readonly Asking[];
  /** The first day in the post, where it is still to come and nobody was asked ahead of it; null otherwise. */
  readonly startsOn: string | null;
}

/** Who starts later has nothing to do yet; whoever refused has read nothing, though the record of that settles the request. */
export const shownStandings = [...standings, 'refused', 'to-come'] as const;
export type ShownStanding = (typeof shownStandings)[number];

/** Where somebody stands, as people read it. */
export const shownStanding = ({ startsOn, stand }: Pick<StatusRow, 'startsOn' | 'stand'>): ShownStanding =>
  startsOn !== null ? 'to-come' : stand.standing === 'current' && stand.asking?.state === 'refused' ? 'refused' : stand.standing;

/** How many stand where; `overdue` are counted in theirs too. */
export function standingTotals(rows: readonly StatusRow[]): Readonly<Record<TotalName, number>> {
  const count = (standing: ShownStanding): number => rows.filter((one) => shownStanding(one) === standing).length;
  return {
    ...{ toDo: count('to-do'), requested: count('requested'), current: count('current'), refused: count('refused') },
    ...{ expired: count('expired'), outdated: count('outdated'), toCome: count('to-come') },
    overdue: rows.filter(({ stand }) => stand.overdue).length,
  };
}
type TotalName = 'toDo' | 'requested' | 'current' | 'refused' | 'expired' | 'outdated' | 'toCome' | 'overdue';

/** What tells a paper apart, whatever its language: `kind/role/department or person`. */
export const paperOf = ({ key }: Pick<DocumentRow, 'key'>): string => stemOf(key).split('/').slice(0, 3).join('/');
const homeOf = ({ key }: Pick<DocumentRow, 'key'>): string => stemOf(key).split('/')[2] ?? '-';

/** Whether a document is for somebody in a post. */
export const isFor = (document: DocumentRow, { person, holding }: Holder): boolean =>
  document.person === null
    ? document.role === holding.role && homeOf(document) === (holding.department ?? '-')
    : document.person === person.id && document.role === holding.role;

/** For whom a document is, as a text that those who hold the post have in common. */
const audienceOf = (document: DocumentRow): string =>
  document.person === null ? `post ${document.role} ${homeOf(document)}` : `person ${document.person} ${document.role}`;

/** The same from the side of somebody in a post: as `isFor` has it. */
const audiencesOf = ({ person, holding }: Holder): readonly string[] => [
  `post ${holding.role} ${holding.department ?? '-'}`,
  `person ${person.id} ${holding.role}`,
];

export interface StatusOptions extends Scope {
  readonly kind?: string | undefined;
}

/** All rows, by department and name. Only papers in force are read, and where somebody or a department is named only those of their roles. */
export async function statusOf(options: StatusOptions, setting: Setting): Promise<readonly StatusRow[]> {
  const { read } = setting.storage;
  const looking = lookingFrom(setting, await policyIn(read));
  const holders = await holdersIn(read, options, setting.today);
  const papersFor = await papersInForce(holders, options, setting);
  const asked = await askingsOf([...new Set(holders.map(({ person }) => person.id))], setting);
  const issuedOn = await issueDays(
    [...papersFor.values()].flatMap((papers) => papers.flatMap(([, own]) => own)),
    setting,
  );
  const held = holders.flatMap((holder) =>
    audiencesOf(holder).flatMap((audience) =>
      (papersFor.get(audience) ?? []).flatMap(([paper, own]) => {
        const [any] = own;
        return any ? [heldPaper({ holder, paper, any, own, askings: asked.get(holder.person.id) ?? [] })] : [];
      }),
    ),
  );
  const firsts = await read.firstDated([...new Set(held.flatMap(({ paper, beganSince }) => (beganSince ? [paper] : [])))]);
  const rows = held.map(({ holder, paper, own, ofPaper, from, issued, again, beganSince }): StatusRow => {
    // The law of newcomers counts from their first day; everybody else has their term from when they could have been asked, or asked anew.
    const newcomer = beganSince && from > (firsts.get(paper) ?? '');
    const since = newcomer
      ? from
      : latest([
          from,
          issued,
          again,
          ...own
            .map(({ id }) => issuedOn.get(id) ?? '')
            .sort()
            .slice(0, 1),
        ]);
    const wanted = { fingerprints: own.map(({ fingerprint }) => fingerprint), since, newcomer };
    const stand = standOf(wanted, ofPaper, looking);
    return {
      startsOn: stand.standing === 'to-do' && from > setting.today ? from : null,
      holder,
      documents: own,
      document: inLanguageOf(holder.person, own),
      askings: ofPaper,
      stand,
    };
  });
  return rows
    .map((row) => ({ row, place: placeOfRow(row) }))
    .sort((one, other) => compare(one.place, other.place))
    .map(({ row }) => row);
}

type PaperInForce = readonly [paper: string, documents: readonly DocumentRow[]];

/** The papers in force that people acknowledge, each with its languages, by whom they are for. */
async function papersInForce(
  holders: readonly Holder[],
  { kind, role, department, person }: StatusOptions,
  { storage, desk }: Setting,
): Promise<ReadonlyMap<string, readonly PaperInForce[]>> {
  const isNarrow = role !== undefined || department !== undefined || person !== undefined;
  const roles = isNarrow ? [...new Set(holders.flatMap(({ holding }) => holding.role ?? []))] : undefined;
  const documents = await storage.read.documentsInForce({ kind, roles });
  // Acts and other papers about a person are nobody’s to acknowledge.
  const signed = documents.filter((one) => isAcknowledged(desk.library.kind(one.kind), one.jurisdiction));
  return groupedBy([...groupedBy(signed, paperOf)], ([, [any]]) => (any ? audienceOf(any) : ''));
}

/** A paper in force of somebody, with the times that they were asked to acknowledge any version of it. */
function heldPaper({ holder, paper, any, own, askings }: HeldPaper) {
  const from = holder.holding.from_day ?? any.dated;
  const issued = own.map(({ dated }) => dated).sort()[0] ?? any.dated;
  const ofPaper = askings.filter(
    ({ document }) =>
      document.kind === any.kind && (paperOf(document) === paper || document.fingerprint === any.fingerprint || document.role === any.role),
  );
  const again = latest(ofPaper.map(({ takenBackOn }) => takenBackOn));
  return { ...{ holder, paper, own, any, ofPaper, from, issued, again }, beganSince: from >= issued && again <= from };
}

interface HeldPaper {
  readonly holder: Holder;
  readonly paper: string;
  /** The first of its documents. */
  readonly any: DocumentRow;
  readonly own: readonly DocumentRow[];
  readonly askings: readonly AskedBefore[];
}

/**
 * Those who hold a post without any paper in force that describes it: none was issued yet, or it was voided. With a kind, those without a
 * paper of that kind; nobody where papers of that kind are not acknowledged.
 */
export async function withoutPaper(options: StatusOptions, setting: Setting): Promise<readonly Holder[]> {
  const { storage, desk, today } = setting;
  const { jurisdiction } = employerOf(setting);
  const counts = (id: string): boolean => {
    const kind = desk.library.kind(id);
    return isAcknowledged(kind, jurisdiction) && (id === options.kind || (options.kind === undefined && kind.for === 'post'));
  };
  if (options.kind !== undefined && !counts(options.kind)) return [];
  const papers = groupedBy(
    (await storage.read.documentsInForce()).filter(({ kind }) => counts(kind)),
    audienceOf,
  );
  const holders = await holdersIn(storage.read, options, today);
  return holders.filter((holder) => !audiencesOf(holder).some((one) => papers.has(one)));
}

/** The paper in the language of somebody, or in the first that there is. */
export const inLanguageOf = ({ known }: Someone, documents: readonly DocumentRow[]): DocumentRow => {
  const locale: Locale | undefined = known?.locale;
  const found = documents.find((one) => one.locale === locale) ?? documents[0];
  if (!found) throw new Error('no document');
  return found;
};

/** So many people are asked about at once. */
const atOnce = 500;

/** The last of some days; empty where there is none. */
const latest = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';

/** The days on which documents were issued: the day that one bears may be long before. */
async function issueDays(documents: readonly DocumentRow[], setting: Setting): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>();
  const known = new Map<string, string>();
  for (let from = 0; from < documents.length; from += atOnce) {
    const ids = documents.slice(from, from + atOnce).map(({ id }) => id);
    for (const [id, at] of await setting.storage.read.issuedAt(ids)) {
      // Many are issued within a minute, and no day begins inside of one.
      const minute = at.slice(0, 16);
      const day = known.get(minute) ?? dayOfEvent({ at }, setting) ?? '';
      known.set(minute, day);
      days.set(id, day);
    }
  }
  return days;
}

interface AskedBefore extends Asking {
  readonly document: Asking['document'] & Pick<DocumentRow, 'key' | 'kind' | 'role'>;
  /** The day on which it was taken back, so that the person is to be asked anew; empty where it was not. */
  readonly takenBackOn: string;
}

/** All times that people were asked, by person. */
async function askingsOf(people: readonly string[], setting: Setting): Promise<ReadonlyMap<string, readonly AskedBefore[]>> {
  const { read } = setting.storage;
  const found = new Map<string, AskedBefore[]>();
  for (let from = 0; from < people.length; from += atOnce)
    for (const {
      person,
      request,
      state,
      due,
      on,
      document,
      key,
      kind,
      role,
      fingerprint,
      document_state,
      former,
      taken_back,
    } of await read.askings(people.slice(from, from + atOnce))) {
      // Whoever comes back is asked anew: nothing that was signed in the employment before counts in this one.
      if (person === null || former) continue;
      const own = found.get(person) ?? [];
      own.push({
        ...{ request, state: state as State<'request'>, due, on },
        document: { id: document, key, kind, role, fingerprint, state: document_state as State<'document'> },
        takenBackOn: taken_back === null ? '' : (dayOfEvent({ at: taken_back }, setting) ?? ''),
      });
      found.set(person, own);
    }
  return found;
}

/** By department and name. */
export const placeOfRow = ({ holder: { holding, person }, document }: StatusRow): string => {
  const last = person.known === null ? '' : (namesIn(person.known)[0]?.last ?? '');
  return [holding.department ?? '', last.toLowerCase(), person.id, document.key].join('\u0000');
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
