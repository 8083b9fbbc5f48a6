/**
 * People, from the lists that HR keeps anyway. A list says who works in which post; what has changed since goes into the register. The
 * same person is known by the personnel number, else by the name together with the post; whoever could be another is told of.
 */
import { isDeepStrictEqual } from 'node:util';
import { addDays, samePerson, spelt } from 'rolewright';
import type { Diagnostic, Locale, Names, PersonRow } from 'rolewright';
import type { Draft, Payloads } from '../life/events.js';
import { registerId } from '../life/ids.js';
import type { Known } from '../life/person.js';
import { dayInWords } from '../life/words.js';
import type { Transaction } from '../storage/storage.js';
import type { ViewRow } from '../storage/tables.js';
import { lifeOf, permitted } from './ask.js';
import { contactOf, forgetContact } from './contact.js';
import { all, everybody, groupedBy, nameIn } from './find.js';
import { closing, leaving } from './leaving.js';
import { endingPlans } from './plan-leaving.js';
import { followMentor, listedMentor } from './plan-mentor.js';
import { movesAsked, postsOf } from './posts.js';
import type { Move } from './posts.js';
import type { Someone } from './find.js';
import { gathered } from './gathering.js';
import { knownPeople } from './known-people.js';
import type { KnownPeople } from './known-people.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';

export interface PeopleOptions {
  /** The list, as people name it; left out where it is none in a file. */
  readonly file?: string;
  /** From when what the list says holds, where it says no other day: YYYY-MM-DD. */
  readonly on: string;
  /** Whether somebody has said that day; moves that the list gives no day for are believed from it on. */
  readonly isDayOfList?: boolean;
  /** Whether whoever is not in the list has left. */
  readonly complete: boolean;
  /** Whether somebody has said that all of them have left, be they more than leave at once. */
  readonly allLeft?: boolean;
  /** Whether people without a personnel number are new where nobody has both their name and their post. */
  readonly newcomers: boolean;
  /** The first day in the posts that people have moved to, where the list says none; those who seem to have moved are asked about without it. */
  readonly movesOn?: string | undefined;
  /** Whether a post that the list has otherwise was noted wrongly from its first day on, and nobody has moved. */
  readonly putRight?: boolean;
}

/** That an onboarding ended with somebody’s leaving. */
export const planClosed = (person: Someone, language: Locale): Diagnostic => ({
  ...{ code: 'register-plan-closed', severity: 'warning' },
  args: { person: nameIn(person, language) },
});

/** So many may leave between one list and the next without being asked about; more is rather a list that was cut. */
const few = 3;

export interface PeopleOutcome {
  readonly known: readonly string[];
  readonly changed: readonly string[];
  readonly moved: readonly string[];
  /** Posts that were taken in place of others, or given up. */
  readonly moves: readonly Move[];
  /** The same, left out since nobody has said from which day on. */
  readonly asks: readonly Move[];
  readonly left: readonly string[];
  readonly unchanged: number;
  /** Rows of whom nobody can tell whether they are in the register already. */
  readonly doubtful: number;
  /** The numbers of rows that were not taken: those, and of people who have left. */
  readonly leftOut: readonly number[];
  /** People of the register who are not in the list and were not noted as having left. */
  readonly missing: readonly string[];
  /** Why a list that is complete had nobody leave: `rows` were left out, or they are too `many` to be believed. Null where nothing is in the way. */
  readonly waits: 'rows' | 'many' | null;
}

/** Takes over a list in one transaction: all of it or nothing. */
export async function takePeople(
  rows: readonly PersonRow[],
  options: PeopleOptions,
  setting: Setting,
  problems: Diagnostic[],
): Promise<PeopleOutcome> {
  const { storage, language } = setting;
  return await gathered(storage, async (tx) => {
    const everyone = await everybody(tx);
    const people = knownPeople(everyone);
    const named = groupedBy(rows, ({ person }) => person.personnelNumber);
    const held = holdersOf(await all((page) => tx.holdings(page)));
    const seen = new Set<string>();
    const numbers = new Map<string, Names>();
    const outcome = {
      known: [] as string[],
      changed: [] as string[],
      moved: [] as string[],
      moves: [] as Move[],
      asks: [] as Move[],
      left: [] as string[],
      unchanged: 0,
      doubtful: 0,
      leftOut: [] as number[],
    };
    const pass = ({ row }: PersonRow, problem: Pick<Diagnostic, 'code' | 'args'>): void => {
      outcome.leftOut.push(row);
      problems.push({ ...problem, severity: 'warning', ...(options.file !== undefined && { file: options.file, line: row }) });
    };
    const erased = await lastErasure(tx, setting.today);
    const again: string[] = [];
    /** Those who are not known to be in the list, but may be. */
    const possible = new Set<string>();
    const open = { firstDay: [] as number[], gender: [] as number[] };
    /** Posts that a list of everybody no longer names: given up once it is clear that it was not cut. */
    const ending: { readonly move: Move; readonly drafts: readonly Draft[] }[] = [];
    // Rows that are left out though everybody knows whose they are.
    let known = 0;
    for (const row of surestFirst(rows)) {
      if (isNamedAbove(row, numbers)) continue;
      refuseTaken(row, numbers, people, setting);
      const found = whoIs(row, people, seen, held);
      const near = found === null || found === 'doubtful' ? nearNumbers(row, people, setting) : [];
      if ((found === 'doubtful' || near.length > 0) && !options.newcomers) {
        outcome.doubtful += 1;
        for (const other of mayBe(row, people)) possible.add(other.id);
        pass(row, near.length > 0 ? nearNumber(row, near) : doubt(row, people, setting));
        continue;
      }
      const one = found === 'doubtful' ? null : found;
      const renamed = one === null ? null : renaming(row, one, setting);
      if (one !== null && renamed === 'another') {
        seen.add(one.id);
        const args = { row: row.row, number: row.person.personnelNumber ?? '', person: nameIn(one, language) };
        pass(row, { code: 'register-number-taken', args });
        continue;
      }
      if (one !== null && renamed === 'in part') {
        const args = {
          row: row.row,
          before: nameIn(one, language),
          after: nameIn({ ...one, known: { names: row.person.name } }, language),
        };
        const place = options.file !== undefined && { file: options.file, line: row.row };
        problems.push({ code: 'register-renamed', severity: 'warning', args, ...place });
      }
      if (row.person.personnelNumber !== undefined) {
        numbers.set(row.person.personnelNumber, row.person.name);
        people.add(called(row.person.name, row.person.personnelNumber));
      }
      const id = one?.id ?? tx.newId('person');
      seen.add(id);
      // A list that still has who has left does not take them on again; until their last day they belong in it.
      if (one?.leftOn && (row.person.hireDate ?? '') <= one.leftOn) {
        if (one.leftOn >= options.on) {
          outcome.unchanged += 1;
          continue;
        }
        const args = { row: row.row, person: nameIn(one, language), day: one.leftOn, handle: one.externalId ?? one.id.slice(0, 10) };
        pass(row, { code: 'register-person-left', args });
        known += 1;
        continue;
      }
      const all = (named.get(row.person.personnelNumber) ?? []).filter((other) => isSameRow(row, other));
      const own = all.filter((other, at) => !all.slice(0, at).some((before) => isSamePost(before, other)));
      for (const other of all)
        if (!own.includes(other))
          problems.push({
            ...{
              code: 'register-row-twice',
              severity: 'warning',
              args: { row: other.row, person: nameIn(called(row.person.name, row.person.personnelNumber ?? ''), language) },
            },
            ...(options.file !== undefined && { file: options.file, line: other.row }),
          });
      const posts = await postsOf({ rows: own, id, held: held.get(id) ?? [], options }, setting, tx);
      if (posts.move !== null && posts.move.day === null) {
        outcome.asks.push(posts.move);
        outcome.leftOut.push(row.row);
        continue;
      }
      const isEnding = posts.move !== null && posts.move.after.length === 0 && options.complete;
      if (posts.move !== null && isEnding) ending.push({ move: posts.move, drafts: posts.drafts });
      else if (posts.move !== null) outcome.moves.push(posts.move);
      const drafts = [...(await factsOf(row, one, id, setting, tx)), ...(isEnding ? [] : posts.drafts)];
      await tx.append(drafts);
      await contactOf(row, one, id, setting, tx);
      const place = options.file !== undefined && { file: options.file, line: row.row };
      problems.push(...(await followMentor(id, drafts, setting, tx)).map((problem) => ({ ...problem, ...place })));
      const kinds = new Set(drafts.map(({ kind }) => kind));
      if (one === null && erased !== null && (row.person.hireDate ?? erased.day) < erased.day)
        again.push(nameIn({ ...called(row.person.name, row.person.personnelNumber ?? ''), id }, language));
      if (kinds.has('person-known') && row.person.hireDate === undefined) open.firstDay.push(row.row);
      if (kinds.has('person-known') && (row.person.gender ?? 'unspecified') === 'unspecified') open.gender.push(row.row);
      if (kinds.has('person-known')) outcome.known.push(id);
      else if (kinds.has('post-taken')) outcome.moved.push(id);
      else if (drafts.length > 0 || isEnding) outcome.changed.push(id);
      else outcome.unchanged += 1;
    }
    problems.push(...whatIsOpen(open, rows, options), ...shortNumbers(rows, options));
    const absent = everyone.filter((one) => !seen.has(one.id) && one.leftOn === null && one.known !== null);
    // Somebody whose row was left out may be one of those who seem to be absent, unless the row is of somebody who has left. Where many have,
    // they were rather noted so by mistake.
    const isTooMany = absent.length > few && !options.allLeft;
    const waits = !options.complete
      ? null
      : outcome.leftOut.length - outcome.asks.length > (known > few && !options.allLeft ? 0 : known)
        ? 'rows'
        : isTooMany
          ? 'many'
          : null;
    const isComplete = options.complete && waits === null;
    for (const { move, drafts } of ending)
      if (isComplete) {
        await tx.append(drafts);
        outcome.moves.push(move);
      } else {
        outcome.changed = outcome.changed.filter((id) => id !== move.person);
        outcome.asks.push({ ...move, day: null });
      }
    if (erased !== null && again.length > 0)
      problems.push({
        code: 'register-erased-before',
        severity: 'warning',
        args: { people: again.join(', '), erased: erased.people, day: dayInWords(erased.day, language) },
      });
    problems.push(...movesAsked(outcome.asks, everyone, options, setting));
    if (isComplete)
      for (const one of absent) {
        await tx.append(await leaving({ person: one, on: options.on, held: held.get(one.id) ?? [] }, setting, tx));
        if (options.on <= setting.today) await tx.append(await closing(one.id, 'left', setting, tx));
        const plans = await endingPlans(one.id, setting, tx);
        await tx.append(plans);
        if (plans.length > 0) problems.push(planClosed(one, language));
        await forgetContact(one.id, setting, tx);
        outcome.left.push(one.id);
      }
    return {
      ...outcome,
      waits,
      missing: isComplete
        ? []
        : byName(
            absent.filter(({ id }) => !possible.has(id)).map((one) => nameIn(one, language)),
            language,
          ),
    };
  });
}

/** What a list leaves unsaid of people who are new, and what was taken for it. Where it says nobody’s gender, it has no column for it. */
function whatIsOpen(
  { firstDay, gender }: { readonly firstDay: readonly number[]; readonly gender: readonly number[] },
  rows: readonly PersonRow[],
  { on }: PeopleOptions,
): readonly Diagnostic[] {
  const isSaid = rows.some(({ person }) => person.gender === 'male' || person.gender === 'female');
  const inRows = (open: readonly number[]) => ({
    count: open.length,
    rows: `${open.slice(0, shown).join(', ')}${open.length > shown ? ' …' : ''}`,
  });
  return [
    ...(firstDay.length === 0
      ? []
      : [{ code: 'register-no-first-day', severity: 'warning', args: { ...inRows(firstDay), day: on } } as const]),
    ...(gender.length === 0 || !isSaid ? [] : [{ code: 'register-gender-open', severity: 'info', args: inRows(gender) } as const]),
  ];
}

/** Spreadsheets take the noughts from the beginning of numbers: where nearly all numbers of a list are of one length and begin with one, shorter ones are told. */
function shortNumbers(rows: readonly PersonRow[], { file }: PeopleOptions): readonly Diagnostic[] {
  const numbered = rows.filter(({ person }) => /^\d+$/.test(person.personnelNumber ?? ''));
  const lengthOf = ({ person }: PersonRow): number => person.personnelNumber?.length ?? 0;
  const padded = numbered.filter(({ person }) => person.personnelNumber?.startsWith('0'));
  const [length = 0] = padded.map(lengthOf);
  const short = numbered.filter((row) => lengthOf(row) < length);
  if (short.length === 0 || short.length * 2 > padded.length || padded.some((row) => lengthOf(row) !== length)) return [];
  return short.slice(0, shown).map(({ row, person }) => ({
    ...{ code: 'register-number-short', severity: 'warning' as const },
    args: { row, number: person.personnelNumber ?? '', usual: (person.personnelNumber ?? '').padStart(length, '0') },
    ...(file !== undefined && { file, line: row }),
  }));
}

const byName = (names: readonly string[], language: Locale): readonly string[] =>
  [...names].sort((one, other) => one.localeCompare(other, language));

/** So many rows are named. */
const shown = 8;

/** Days for which whoever is new in a list, and was hired before an erasure, may be somebody who was erased by mistake. */
const suspecting = 31;

/** When data of people who had left were erased for the last time, and those of how many ever were; null where none were, or it is long past. */
async function lastErasure(tx: Transaction, today: string): Promise<{ readonly day: string; readonly people: number } | null> {
  const erasures = (await tx.eventsOf(registerId)).flatMap((event) =>
    event.kind === 'erased' && event.payload?.class === 'end-of-work'
      ? [{ seq: event.seq, at: event.at, person: event.payload.person }]
      : [],
  );
  const last = erasures.at(-1);
  if (last === undefined) return null;
  const since = tx.db.selectFrom('event').select('seq').where('kind', '=', 'person-known').where('seq', '>', last.seq);
  // Once another list has brought somebody, and a while has passed, nobody new is suspected any more.
  if (last.at.slice(0, 10) < addDays(today, -suspecting) && (await since.executeTakeFirst()) !== undefined) return null;
  return { day: last.at.slice(0, 10), people: new Set(erasures.map(({ person }) => person)).size };
}

type Held = ReadonlyMap<string, readonly ViewRow<'holding'>[]>;

function holdersOf(holdings: readonly ViewRow<'holding'>[]): Held {
  const held = new Map<string, ViewRow<'holding'>[]>();
  for (const one of holdings) if (one.person !== null && one.to_day === null) held.set(one.person, [...(held.get(one.person) ?? []), one]);
  return held;
}

/** Whoever has a number is found before anybody is looked for by name among the rest. */
const surestFirst = (rows: readonly PersonRow[]): readonly PersonRow[] =>
  [true, false].flatMap((numbered) => rows.filter(({ person }) => (person.personnelNumber !== undefined) === numbered));

/** Whether a row above is of the same person: whoever holds two posts has a row for each, under one number and name. */
const isNamedAbove = ({ person }: PersonRow, numbers: ReadonlyMap<string, Names>): boolean => {
  const above = person.personnelNumber === undefined ? undefined : numbers.get(person.personnelNumber);
  return above !== undefined && samePerson(above, person.name);
};

/** Whether two rows of one person name one post from one day on: a row that was copied. */
const isSamePost = (one: PersonRow, other: PersonRow): boolean =>
  one.role === other.role &&
  (['department', 'position', 'hireDate'] as const).every((part) => isDeepStrictEqual(one.person[part], other.person[part]));

const isSameRow = (one: PersonRow, other: PersonRow): boolean =>
  one === other ||
  (one.person.personnelNumber !== undefined &&
    one.person.personnelNumber === other.person.personnelNumber &&
    samePerson(one.person.name, other.person.name));

/**
 * A personnel number is one person’s: it can neither stand twice in a list, nor be given on to another once its holder has left. Who comes
 * back is known by it, even under another surname.
 */
function refuseTaken({ row, person }: PersonRow, numbers: ReadonlyMap<string, Names>, people: KnownPeople, { language }: Setting): void {
  const number = person.personnelNumber;
  if (number === undefined) return;
  const twice = numbers.get(number);
  if (twice !== undefined) throw refusal('register-number-taken', { row, number, person: nameIn(called(twice, number), language) });
  const holder = people.byNumber(number);
  if (holder?.known && holder.leftOn !== null && !samePerson(holder.known.names, person.name) && !isFirstNameOf(holder, person, language))
    throw refusal('register-number-taken', { row, number, person: nameIn(holder, language) });
}

/** Somebody who is known by a name and a number alone. */
const called = (names: Names, externalId: string): Someone => ({ id: '', known: { names }, leftOn: null, externalId });

/** People whose personnel number is the same but for noughts at its beginning, spaces and hyphens: of the register, and of rows above. */
function nearNumbers({ person: { personnelNumber } }: PersonRow, people: KnownPeople, { language }: Setting): readonly string[] {
  if (personnelNumber === undefined) return [];
  return [...new Set(people.nearNumber(personnelNumber).map((one) => `${nameIn(one, language)} (${one.externalId})`))];
}

/** Those whose row it may be: by the name, or by a number that is nearly theirs. */
const mayBe = ({ person }: PersonRow, people: KnownPeople): readonly Someone[] => [
  ...people.namesakes(person.name),
  ...(person.personnelNumber === undefined
    ? []
    : [people.byNumber(person.personnelNumber) ?? [], people.nearNumber(person.personnelNumber)].flat()),
];

const nearNumber = ({ row, person }: PersonRow, people: readonly string[]): Pick<Diagnostic, 'code' | 'args'> => ({
  code: 'register-number-near',
  args: { row, number: person.personnelNumber ?? '', people: people.join(', ') },
});

/**
 * Whether a row gives whoever has its number another name: a surname changes, and a first name is written otherwise; where nothing of the name
 * stays, the number was given to somebody else.
 */
function renaming({ person }: PersonRow, holder: Someone, { language }: Setting): 'in part' | 'another' | null {
  if (holder.known === null || samePerson(holder.known.names, person.name)) return null;
  const [before, after] = [spelt(holder.known.names, language), spelt(person.name, language)];
  const isSame = (one: string | undefined, other: string | undefined): boolean => one?.toLowerCase() === other?.toLowerCase();
  return isSame(before.last, after.last) || isSame(before.first, after.first) ? 'in part' : 'another';
}

/** Surnames change, first names hardly ever do. */
function isFirstNameOf({ known }: Someone, person: PersonRow['person'], language: Locale): boolean {
  const first = known && spelt(known.names, language).first;
  return first !== undefined && first === spelt(person.name, language).first;
}

/** Who the person of a row is; null for somebody new. A name alone is nobody’s: two people may have it. */
function whoIs({ person, role }: PersonRow, people: KnownPeople, seen: ReadonlySet<string>, held: Held): Someone | null | 'doubtful' {
  const number = person.personnelNumber;
  const numbered = number === undefined ? undefined : people.byNumber(number);
  if (numbered && !seen.has(numbered.id)) return numbered;
  const namesakes = people.namesakes(person.name).filter(({ id }) => !seen.has(id));
  // Whoever has another number may be somebody else, or the same with a slip in it: that is asked.
  const same = namesakes.filter(
    ({ id, externalId }) => (number === undefined || externalId === null) && held.get(id)?.some((post) => post.role === role),
  );
  if (same.length === 1 && same[0]) return same[0];
  return namesakes.length === 0 ? null : 'doubtful';
}

function doubt({ row, person }: PersonRow, known: KnownPeople, { language }: Setting): Pick<Diagnostic, 'code' | 'args'> {
  const people = known
    .namesakes(person.name)
    .map((one) => `${nameIn(one, language)} (${one.externalId ?? one.id.slice(0, 10)})`)
    .join(', ');
  return { code: 'register-person-doubtful', args: { row, people } };
}

/** What a list tells of somebody; the address for mail is an event of its own. The telephone is not taken. */
async function factsOf(
  { person, locale }: PersonRow,
  before: Someone | null,
  id: string,
  setting: Setting,
  tx: Transaction,
): Promise<Draft[]> {
  const { actor, today } = setting;
  const facts: Known = {
    names: person.name,
    ...(person.personnelNumber !== undefined && { externalId: person.personnelNumber }),
    ...(person.gender && person.gender !== 'unspecified' && { gender: person.gender }),
    ...((person.language ?? locale) && { locale: person.language ?? locale ?? 'en' }),
    ...listedMentor(person, person.language ?? locale ?? setting.language),
  };
  const rules = await rulesIn(tx);
  const life = await lifeOf('person', id, tx);
  if (before === null || before.known === null || life.state === 'left') {
    const draft = { actor: actor.id, kind: 'person-known', object: id, payload: facts } as const;
    const before = life.state === 'left' ? await closing(id, 'returned', setting, tx) : [];
    return [...before, permitted<'person-known'>({ life, draft, context: { today, rules } })];
  }
  const changed = Object.fromEntries(
    (['names', 'externalId', 'gender', 'locale', 'mentor'] as const)
      .filter((key) => facts[key] !== undefined && !isDeepStrictEqual(facts[key], before.known?.[key]))
      .map((key) => [key, facts[key]]),
  ) as Payloads['person-changed'];
  if (Object.keys(changed).length === 0) return [];
  const draft = { actor: actor.id, kind: 'person-changed', object: id, payload: changed } as const;
  return [permitted<'person-changed'>({ life, draft, context: { today, rules } })];
}
