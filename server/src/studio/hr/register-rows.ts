/** Where everybody stands, as the screens of HR show it: read once for a state of the register, then searched and paged in memory. */
import { editionOf, kindName } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Standing } from '../../life/standing.js';
import { cameBack } from '../../life/transitions.js';
import { nameIn } from '../../register/find.js';
import type { Someone } from '../../register/find.js';
import { shownNumber } from '../../register/series.js';
import type { Setting } from '../../register/setting.js';
import { shownStanding, statusOf } from '../../register/status.js';
import type { ShownStanding, StatusRow } from '../../register/status.js';
import { departmentLabel, roleTitle, titlesOf } from '../../register/titles.js';
import { all, everybody } from '../../register/find.js';
import type { ViewRow } from '../../storage/tables.js';
import type { Choice } from '../paper.js';

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

interface Kept {
  readonly key: string;
  rows?: Promise<readonly RegisterRow[]>;
  people?: Promise<readonly PersonLine[]>;
}

/** What was read of a register, by its storage: a page after the first one costs no reading. */
const kept = new WeakMap<object, Kept>();

/** All that rows are made of: the register, and what roles, kinds and departments are called now. */
async function keyOf({ storage, today, language, workplace, desk }: Setting): Promise<string> {
  const { seq } = await storage.read.head();
  const departments = workplace.organisation?.departments ?? [];
  const kinds = desk.library.kinds().map((kind) => [kind.id, kindName(kind, language)]);
  return JSON.stringify([seq, today, language, departments, [...titlesOf(desk)], kinds]);
}

/** Kept while the key is the same; what was refused or broke is read again when it is asked for the next time. */
async function keptOr<Part extends 'rows' | 'people'>(
  part: Part,
  reading: (setting: Setting) => NonNullable<Kept[Part]>,
  setting: Setting,
): Promise<Awaited<NonNullable<Kept[Part]>>> {
  const key = await keyOf(setting);
  let own = kept.get(setting.storage);
  if (own?.key !== key) kept.set(setting.storage, (own = { key }));
  const entry = own;
  const found = (entry[part] ??= reading(setting));
  try {
    return await found;
  } catch (error) {
    if (entry[part] === found) delete entry[part];
    throw error;
  }
}

/** All rows: overdue first, those that wait longest before others, then declined ones; the rest by department and name. */
export const registerRows = (setting: Setting): Promise<readonly RegisterRow[]> => keptOr('rows', readRows, setting);

async function readRows(setting: Setting): Promise<readonly RegisterRow[]> {
  const rows = (await statusOf({}, setting)).map((row) => lineOf(row, setting));
  return [...rows].sort((one, other) => rank(other) - rank(one));
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

/** Everybody who is known, by name; with the post that they hold, a line for each. */
export const personLines = (setting: Setting): Promise<readonly PersonLine[]> => keptOr('people', readPeople, setting);

async function readPeople(setting: Setting): Promise<readonly PersonLine[]> {
  const { read } = setting.storage;
  const held = new Map<string, ViewRow<'holding'>[]>();
  for (const one of await all((page) => read.holdings(page)))
    if (one.person !== null && (one.to_day === null || one.to_day >= setting.today))
      held.set(one.person, [...(held.get(one.person) ?? []), one]);
  const lines = (await everybody(read)).flatMap((person): PersonLine[] => {
    if (person.known === null) return [];
    const posts = held.get(person.id) ?? [];
    return posts.length === 0 ? [personLine(person, null, setting)] : posts.map((post) => personLine(person, post, setting));
  });
  const order = new Intl.Collator(setting.language);
  return lines.sort((one, other) => order.compare(one.name, other.name));
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

/** What stands in a column, each once, by its name. */
export function choicesOf<T>(rows: readonly T[], of: (row: T) => Choice | null, language: Locale): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const row of rows) {
    const one = of(row);
    if (one !== null && one.id !== '' && !found.has(one.id)) found.set(one.id, one);
  }
  const order = new Intl.Collator(language);
  return [...found.values()].sort((one, other) => order.compare(one.name, other.name));
}
