/** Where everybody stands, as the screens of HR show it: read once for a state of the register, then searched and paged in memory. */
import { editionOf, kindName } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Standing } from '../../life/standing.js';
import { cameBack } from '../../life/transitions.js';
import { all, everybody, groupedBy, nameIn, someone } from '../../register/find.js';
import type { Someone } from '../../register/find.js';
import { shownNumber } from '../../register/series.js';
import type { Setting } from '../../register/setting.js';
import { placeOfRow, shownStanding, statusOf } from '../../register/status.js';
import type { ShownStanding, StatusRow } from '../../register/status.js';
import { departmentLabel, roleTitle, titlesOf } from '../../register/titles.js';
import type { ViewRow } from '../../storage/tables.js';
import type { Choice } from '../paper.js';
import { keptLines } from './kept-lines.js';
import type { KeptPart } from './kept-lines.js';

/** What a screen sorts and filters by: where people stand as it is read, and what lies over that. */
export type Shown = ShownStanding | 'overdue' | 'declined';

export interface RegisterRow {
  readonly person: string;
  /** The personnel number. */
  readonly number: string | null;
  readonly name: string;
  readonly gender: string | null;
  readonly post: string;
  readonly role: string;
  readonly department: string | null;
  readonly departmentName: string;
  readonly document: string;
  readonly kind: string;
  readonly kindName: string;
  /** As it is printed. */
  readonly documentNumber: string;
  readonly version: string;
  readonly dated: string;
  readonly standing: Standing;
  /** The same as people read it: a refusal is none, and whoever starts later has nothing to do yet. */
  readonly shown: ShownStanding;
  readonly declined: boolean;
  readonly overdue: boolean;
  readonly daysLate: number;
  readonly due: string | null;
  /** The first day in the post, where it is still to come and nobody was asked ahead of it. */
  readonly startsOn: string | null;
  /** The day of the acknowledgement that counts. */
  readonly on: string | null;
  readonly request: string | null;
  readonly requestState: string | null;
  /** Whether a signed sheet waits to be looked at, be it of a former version. */
  readonly sheetWaits: boolean;
}

export interface PersonLine {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly gender: string | null;
  readonly post: string;
  readonly role: string | null;
  readonly department: string | null;
  readonly departmentName: string;
  /** The first day in the post. */
  readonly since: string | null;
  readonly leftOn: string | null;
}

/** All that lines are made of but the register: what roles, kinds and departments are called now. */
function keyOf({ today, language, workplace, desk }: Setting): string {
  const departments = workplace.organisation?.departments ?? [];
  const kinds = desk.library.kinds().map((kind) => [kind.id, kindName(kind, language)]);
  return JSON.stringify([today, language, departments, [...titlesOf(desk)], kinds]);
}

interface Placed {
  readonly place: string;
  readonly row: RegisterRow;
}

const placed = (rows: readonly StatusRow[], setting: Setting): readonly Placed[] =>
  rows.map((row) => ({ place: placeOfRow(row), row: lineOf(row, setting) }));

const rows: KeptPart<Placed> = {
  name: 'rows',
  all: async (setting) => placed(await statusOf({}, setting), setting),
  async of(people, setting) {
    const found: Placed[] = [];
    for (const person of people) found.push(...placed(await statusOf({ person }, setting), setting));
    return found;
  },
  personOf: ({ row }) => row.person,
  order: () => (one, other) => rank(other.row) - rank(one.row) || (one.place < other.place ? -1 : Number(one.place > other.place)),
};

/** All rows: overdue first, those that wait longest before others, then declined ones; the rest by department and name. */
export const registerRows = async (setting: Setting): Promise<readonly RegisterRow[]> =>
  rowsOf(await keptLines(rows, keyOf(setting), setting));

const rowsOf = madeOnce((lines: readonly Placed[]) => lines.map(({ row }) => row));

/** What is made of a list that nobody changes, once as long as that is kept: to walk 100,000 rows takes as long as a page may. */
export function madeOnce<T extends object, R>(make: (list: T) => R): (list: T) => R {
  const made = new WeakMap<T, R>();
  return (list) => {
    const ready = made.get(list);
    if (ready !== undefined) return ready;
    const one = make(list);
    made.set(list, one);
    return one;
  };
}

const rank = ({ overdue, daysLate, declined }: RegisterRow): number => (overdue ? 1000 + daysLate : declined ? 500 : 0);

/** As a line of its own begins. */
export const capital = (words: string, language: Locale): string => words.charAt(0).toLocaleUpperCase(language) + words.slice(1);

export function lineOf(row: StatusRow, setting: Setting): RegisterRow {
  const { holder, document, stand } = row;
  const { person, holding } = holder;
  const { language, desk } = setting;
  const role = holding.role ?? document.role;
  return {
    ...{ person: person.id, number: person.externalId, name: nameIn(person, language), gender: person.known?.gender ?? null },
    ...{ role, post: capital(roleTitle(role, holding.department, language, setting), language) },
    ...{ department: holding.department, departmentName: departmentLabel(holding.department, language, setting) },
    ...{ document: document.id, kind: document.kind, kindName: capital(kindName(desk.library.kind(document.kind), language), language) },
    ...{ documentNumber: shownNumber(document), version: editionOf(document.role_version), dated: document.dated },
    ...{ standing: stand.standing, shown: shownStanding(row), overdue: stand.overdue, daysLate: stand.daysLate, due: stand.due },
    startsOn: row.startsOn,
    declined: stand.standing === 'requested' && stand.asking?.state === 'declined',
    on: stand.standing === 'current' ? (stand.asking?.on ?? null) : null,
    request: stand.asking?.request ?? null,
    requestState: stand.asking?.state ?? null,
    sheetWaits: row.askings.some((one) => cameBack(one.state) && one.document.state !== 'voided'),
  };
}

const people: KeptPart<PersonLine> = {
  name: 'people',
  async all(setting) {
    const { read } = setting.storage;
    return linesOf(await everybody(read), await all((page) => read.holdings(page)), setting);
  },
  async of(ids, setting) {
    const { read } = setting.storage;
    const holdings: ViewRow<'holding'>[] = [];
    for (const id of ids) holdings.push(...(await read.holdingsOf(id)));
    return linesOf((await read.peopleAmong([...ids])).map(someone), holdings, setting);
  },
  personOf: ({ id }) => id,
  order({ language }) {
    const collator = new Intl.Collator(language);
    return (one, other) => collator.compare(one.name, other.name) || (one.id < other.id ? -1 : Number(one.id > other.id));
  },
};

/** Everybody who is known, by name; with the post that they hold, a line for each. */
export const personLines = (setting: Setting): Promise<readonly PersonLine[]> => keptLines(people, keyOf(setting), setting);

/** Lines of the posts that began within some days; those of everybody are not read for it. */
export async function linesBegun(from: string, to: string, setting: Setting): Promise<readonly PersonLine[]> {
  const { read } = setting.storage;
  const holdings = await read.holdingsBegun(from, to);
  const ids = new Set(holdings.flatMap(({ person }) => person ?? []));
  const lines = linesOf((await read.peopleAmong([...ids])).map(someone), holdings, setting);
  return lines.filter(({ role }) => role !== null).sort(people.order(setting));
}

function linesOf(of: readonly Someone[], holdings: readonly ViewRow<'holding'>[], setting: Setting): readonly PersonLine[] {
  const held = groupedBy(
    holdings.filter(({ to_day }) => to_day === null || to_day >= setting.today),
    ({ person }) => person,
  );
  return of.flatMap((person): PersonLine[] => {
    if (person.known === null) return [];
    const posts = held.get(person.id) ?? [];
    return posts.length === 0 ? [personLine(person, null, setting)] : posts.map((post) => personLine(person, post, setting));
  });
}

function personLine(person: Someone, post: ViewRow<'holding'> | null, setting: Setting): PersonLine {
  const { language } = setting;
  const role = post?.role ?? null;
  return {
    ...{ id: person.id, number: person.externalId, name: nameIn(person, language), leftOn: person.leftOn, role },
    gender: person.known?.gender ?? null,
    post: role === null ? '' : capital(roleTitle(role, post?.department ?? null, language, setting), language),
    ...{ department: post?.department ?? null, departmentName: departmentLabel(post?.department ?? null, language, setting) },
    since: post?.from_day ?? null,
  };
}

/** Rows in whose texts all words of a search stand, each at the beginning of a word. */
export function searched<T extends object>(
  query: string,
  rows: readonly T[],
  textsOf: (row: T) => readonly (string | null)[],
): readonly T[] {
  const words = folded(query).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text =
      known.get(row) ??
      ` ${folded(
        textsOf(row)
          .filter((one) => one !== null)
          .join(' '),
      )}`;
    known.set(row, text);
    return words.every((word) => text.includes(` ${word}`));
  });
}

/** What is searched of a row: to fold ten thousand of them takes longer than to search them. */
const known = new WeakMap<object, string>();

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}/-]+/gu, ' ')
    .trim();

/** What stands in a column, each once. */
export function eachOnce<T>(rows: readonly T[], of: (row: T) => Choice | null): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const row of rows) {
    const one = of(row);
    if (one !== null && one.id !== '' && !found.has(one.id)) found.set(one.id, one);
  }
  return [...found.values()];
}

export const byName = (choices: readonly Choice[], language: Locale): readonly Choice[] => {
  const order = new Intl.Collator(language);
  return [...choices].sort((one, other) => order.compare(one.name, other.name));
};
