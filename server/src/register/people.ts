/**
 * People, from the lists that HR keeps anyway. A list says who works in which post; what has changed since goes into the register. The
 * same person is known by the personnel number, else by the name together with the post; whoever could be another is told of.
 */
import { isDeepStrictEqual } from 'node:util';
import { addDays, samePerson, slugOf, spelt } from 'rolewright';
import type { Diagnostic, Locale, Names, PersonRow } from 'rolewright';
import type { Draft, Payloads } from '../life/events.js';
import type { Known } from '../life/person.js';
import { forgetAddresses } from '../storage/forget.js';
import type { Transaction } from '../storage/storage.js';
import type { ViewRow } from '../storage/tables.js';
import { lifeOf, permitted } from './ask.js';
import { revokeLinks } from './links.js';
import { all, everybody, nameIn } from './find.js';
import type { Someone } from './find.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';

export interface PeopleOptions {
  /** The list, as people name it; left out where it is none in a file. */
  readonly file?: string;
  /** From when what the list says holds, where it says no other day: YYYY-MM-DD. */
  readonly on: string;
  /** Whether whoever is not in the list has left. */
  readonly complete: boolean;
  /** Whether people without a personnel number are new where nobody has both their name and their post. */
  readonly newcomers: boolean;
}

export interface PeopleOutcome {
  readonly known: readonly string[];
  readonly changed: readonly string[];
  readonly moved: readonly string[];
  readonly left: readonly string[];
  readonly unchanged: number;
  /** Rows of whom nobody can tell whether they are in the register already. */
  readonly doubtful: number;
  /** The numbers of rows that were not taken: those, and of people who have left. */
  readonly leftOut: readonly number[];
  /** People of the register who are not in the list, where nobody said that it is complete. */
  readonly missing: readonly string[];
}

/** Takes over a list in one transaction: all of it or nothing. */
export async function takePeople(
  rows: readonly PersonRow[],
  options: PeopleOptions,
  setting: Setting,
  problems: Diagnostic[],
): Promise<PeopleOutcome> {
  const { storage, language } = setting;
  return await storage.transaction(async (tx) => {
    const everyone = await everybody(tx);
    const held = holdersOf(await all((page) => tx.holdings(page)));
    const seen = new Set<string>();
    const numbers = new Map<string, Names>();
    const outcome = {
      known: [] as string[],
      changed: [] as string[],
      moved: [] as string[],
      left: [] as string[],
      unchanged: 0,
      doubtful: 0,
      leftOut: [] as number[],
    };
    const pass = ({ row }: PersonRow, problem: Pick<Diagnostic, 'code' | 'args'>): void => {
      outcome.leftOut.push(row);
      problems.push({ ...problem, severity: 'warning', ...(options.file !== undefined && { file: options.file, line: row }) });
    };
    const open = { firstDay: [] as number[], gender: [] as number[] };
    for (const row of surestFirst(rows)) {
      refuseTaken(row, numbers, everyone, setting);
      const found = whoIs(
        row,
        everyone.filter(({ id }) => !seen.has(id)),
        held,
      );
      const near = found === null || found === 'doubtful' ? nearNumbers(row, numbers, everyone, setting) : [];
      if ((found === 'doubtful' || near.length > 0) && !options.newcomers) {
        outcome.doubtful += 1;
        pass(row, near.length > 0 ? nearNumber(row, near) : doubt(row, everyone, setting));
        continue;
      }
      const one = found === 'doubtful' ? null : found;
      if (row.person.personnelNumber !== undefined) numbers.set(row.person.personnelNumber, row.person.name);
      const id = one?.id ?? tx.newId('person');
      seen.add(id);
      // A list that still has who has left does not take them on again.
      if (one?.leftOn && (row.person.hireDate ?? '') <= one.leftOn) {
        const args = { row: row.row, person: nameIn(one, language), day: one.leftOn };
        pass(row, { code: 'register-person-left', args });
        continue;
      }
      const drafts = [
        ...(await factsOf(row, one, id, setting, tx)),
        ...(await postOf({ row, id, held: held.get(id) ?? [], options }, setting, tx)),
      ];
      await tx.append(drafts);
      await contactOf(row, one, id, setting, tx);
      const kinds = new Set(drafts.map(({ kind }) => kind));
      if (kinds.has('person-known') && row.person.hireDate === undefined) open.firstDay.push(row.row);
      if (kinds.has('person-known') && (row.person.gender ?? 'unspecified') === 'unspecified') open.gender.push(row.row);
      if (kinds.has('person-known')) outcome.known.push(id);
      else if (kinds.has('post-taken')) outcome.moved.push(id);
      else if (kinds.has('person-changed')) outcome.changed.push(id);
      else outcome.unchanged += 1;
    }
    problems.push(...whatIsOpen(open, rows, options));
    const absent = everyone.filter((one) => !seen.has(one.id) && one.leftOn === null && one.known !== null);
    // Somebody whose row nobody could place may be one of those who seem to be absent.
    const isComplete = options.complete && outcome.doubtful === 0;
    if (isComplete)
      for (const one of absent) {
        await tx.append(await leaving({ person: one, on: options.on, held: held.get(one.id) ?? [] }, setting, tx));
        await forgetContact(one.id, setting, tx);
        outcome.left.push(one.id);
      }
    return { ...outcome, missing: isComplete ? [] : absent.map((one) => nameIn(one, language)) };
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

/** So many rows are named. */
const shown = 8;

/** Somebody leaves; `on` is the last day of work. Told again, it is corrected, with the posts that were given up on that day. */
export async function leave(person: Someone, on: string, setting: Setting): Promise<void> {
  await setting.storage.transaction(async (tx) => {
    const held = (await tx.holdingsOf(person.id)).filter(({ to_day }) => to_day === null || to_day === person.leftOn);
    await tx.append(await leaving({ person, on, held }, setting, tx));
    await forgetContact(person.id, setting, tx);
  });
}

async function leaving(
  { person, on, held }: { readonly person: Someone; readonly on: string; readonly held: readonly ViewRow<'holding'>[] },
  { actor, today }: Setting,
  tx: Transaction,
): Promise<Draft[]> {
  const rules = await rulesIn(tx);
  const drafts: Draft[] = [];
  for (const { id } of held) {
    const life = await lifeOf('holding', id, tx);
    const draft = { actor: actor.id, kind: 'post-left', object: id, payload: { to: on } } as const;
    drafts.push(permitted<'post-left'>({ life, draft, context: { today, rules } }));
  }
  const life = await lifeOf('person', person.id, tx);
  const draft = { actor: actor.id, kind: 'person-left', object: person.id, payload: { on } } as const;
  drafts.push(permitted<'person-left'>({ life, draft, context: { today, rules } }));
  return drafts;
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

/**
 * A personnel number is one person’s: it can neither stand twice in a list, nor be given on to another once its holder has left. Who comes
 * back is known by it, even under another surname.
 */
function refuseTaken(
  { row, person }: PersonRow,
  numbers: ReadonlyMap<string, Names>,
  everyone: readonly Someone[],
  { language }: Setting,
): void {
  const number = person.personnelNumber;
  if (number === undefined) return;
  const twice = numbers.get(number);
  if (twice !== undefined) throw refusal('register-number-taken', { row, number, person: nameIn(called(twice, number), language) });
  const holder = everyone.find(({ externalId }) => externalId === number);
  if (holder?.known && holder.leftOn !== null && !samePerson(holder.known.names, person.name) && !isFirstNameOf(holder, person, language))
    throw refusal('register-number-taken', { row, number, person: nameIn(holder, language) });
}

/** Somebody who is known by a name and a number alone. */
const called = (names: Names, externalId: string): Someone => ({ id: '', known: { names }, leftOn: null, externalId });

/** Spreadsheets take the noughts from the beginning of numbers, and people write spaces and hyphens as they like. */
const bare = (number: string): string =>
  number
    .replace(/[\s\p{P}]+/gu, '')
    .replace(/^0+(?=.)/, '')
    .toLowerCase();

/** People whose personnel number is the same but for noughts at its beginning, spaces and hyphens: of the register, and of rows above. */
function nearNumbers(
  { person: { personnelNumber } }: PersonRow,
  numbers: ReadonlyMap<string, Names>,
  everyone: readonly Someone[],
  { language }: Setting,
): readonly string[] {
  if (personnelNumber === undefined) return [];
  const isNear = (other: string | null): boolean => other !== null && other !== personnelNumber && bare(other) === bare(personnelNumber);
  const above = [...numbers].map(([number, names]) => called(names, number));
  const near = [...everyone.filter(({ known }) => known !== null), ...above].filter(({ externalId }) => isNear(externalId));
  return [...new Set(near.map((one) => `${nameIn(one, language)} (${one.externalId})`))];
}

const nearNumber = ({ row, person }: PersonRow, people: readonly string[]): Pick<Diagnostic, 'code' | 'args'> => ({
  code: 'register-number-near',
  args: { row, number: person.personnelNumber ?? '', people: people.join(', ') },
});

/** Surnames change, first names hardly ever do. */
function isFirstNameOf({ known }: Someone, person: PersonRow['person'], language: Locale): boolean {
  const first = known && spelt(known.names, language).first;
  return first !== undefined && first === spelt(person.name, language).first;
}

/** Who the person of a row is; null for somebody new. A name alone is nobody’s: two people may have it. */
function whoIs({ person, role }: PersonRow, everyone: readonly Someone[], held: Held): Someone | null | 'doubtful' {
  const number = person.personnelNumber;
  if (number !== undefined) {
    const numbered = everyone.find(({ externalId }) => externalId === number);
    if (numbered) return numbered;
  }
  const namesakes = everyone.filter(
    (one) => one.known !== null && samePerson(one.known.names, person.name) && (number === undefined || one.externalId === null),
  );
  const same = namesakes.filter(({ id }) => held.get(id)?.some((post) => post.role === role));
  if (same.length === 1 && same[0]) return same[0];
  return namesakes.length === 0 ? null : 'doubtful';
}

function doubt({ row, person }: PersonRow, everyone: readonly Someone[], { language }: Setting): Pick<Diagnostic, 'code' | 'args'> {
  const namesakes = everyone.filter((one) => one.known !== null && samePerson(one.known.names, person.name));
  const people = namesakes.map((one) => `${nameIn(one, language)} (${one.externalId ?? one.id.slice(0, 10)})`).join(', ');
  return { code: 'register-person-doubtful', args: { row, people } };
}

/** Notes where links go. What is not named stays as it is; null takes it away. */
export async function setContact(person: Someone, contact: Payloads['contact-set'], { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const life = await lifeOf('person', person.id, tx);
    const draft = { actor: actor.id, kind: 'contact-set', object: person.id, payload: contact } as const;
    await tx.append([permitted<'contact-set'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
  });
}

/** The address of a list, where it is another than the one that is known. */
async function contactOf(row: PersonRow, before: Someone | null, id: string, { actor, today }: Setting, tx: Transaction): Promise<void> {
  const { email } = row.person;
  if (email === undefined || email === before?.known?.email) return;
  const life = await lifeOf('person', id, tx);
  const draft = { actor: actor.id, kind: 'contact-set', object: id, payload: { email } } as const;
  await tx.append([permitted<'contact-set'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
}

/** Links and addresses of somebody who leaves serve nothing any more; only a legal hold keeps what was noted of them. */
async function forgetContact(person: string, { actor, storage: { edge } }: Setting, tx: Transaction): Promise<void> {
  await revokeLinks({ person }, edge.now(), tx.db);
  if (await tx.isHeld(person)) return;
  await forgetAddresses(tx.db, person);
  const seqs = (await tx.eventsOf(person)).filter((event) => event.kind === 'contact-set' && event.payload !== null).map(({ seq }) => seq);
  if (seqs.length > 0) await tx.erase({ actor: actor.id, person, class: 'contact', seqs });
}

/** What a list tells of somebody; the address for mail is an event of its own. The telephone is not taken. */
async function factsOf(
  { person, locale }: PersonRow,
  before: Someone | null,
  id: string,
  { actor, today }: Setting,
  tx: Transaction,
): Promise<Draft[]> {
  const facts: Known = {
    names: person.name,
    ...(person.personnelNumber !== undefined && { externalId: person.personnelNumber }),
    ...(person.gender && person.gender !== 'unspecified' && { gender: person.gender }),
    ...((person.language ?? locale) && { locale: person.language ?? locale ?? 'en' }),
  };
  const rules = await rulesIn(tx);
  const life = await lifeOf('person', id, tx);
  if (before === null || before.known === null || life.state === 'left') {
    const draft = { actor: actor.id, kind: 'person-known', object: id, payload: facts } as const;
    return [permitted<'person-known'>({ life, draft, context: { today, rules } })];
  }
  const changed = Object.fromEntries(
    (['names', 'externalId', 'gender', 'locale'] as const)
      .filter((key) => facts[key] !== undefined && !isDeepStrictEqual(facts[key], before.known?.[key]))
      .map((key) => [key, facts[key]]),
  ) as Payloads['person-changed'];
  if (Object.keys(changed).length === 0) return [];
  const draft = { actor: actor.id, kind: 'person-changed', object: id, payload: changed } as const;
  return [permitted<'person-changed'>({ life, draft, context: { today, rules } })];
}

interface Posting {
  readonly row: PersonRow;
  readonly id: string;
  readonly held: readonly ViewRow<'holding'>[];
  readonly options: PeopleOptions;
}

/** The post that a row names, in place of the one that was held before. */
async function postOf({ row: { person, role }, id, held, options }: Posting, { actor, today }: Setting, tx: Transaction): Promise<Draft[]> {
  const department = typeof person.department === 'string' ? slugOf(person.department) : undefined;
  const position = person.position;
  const isHere = (one: ViewRow<'holding'>): boolean =>
    one.role === role &&
    (department === undefined || one.department === department) &&
    (position === undefined || one.position === position);
  if (held.some(isHere)) return [];
  const rules = await rulesIn(tx);
  const drafts: Draft[] = [];
  const since = held.length > 0 ? options.on : (person.hireDate ?? options.on);
  for (const one of held) {
    const life = await lifeOf('holding', one.id, tx);
    const to = dayBefore(since) < (one.from_day ?? '') ? (one.from_day ?? since) : dayBefore(since);
    const draft = { actor: actor.id, kind: 'post-left', object: one.id, payload: { to } } as const;
    drafts.push(permitted<'post-left'>({ life, draft, context: { today, rules } }));
  }
  const object = tx.newId('holding');
  const payload = { person: id, role, from: since, ...(department && { department }), ...(position !== undefined && { position }) };
  const draft = { actor: actor.id, kind: 'post-taken', object, payload } as const;
  // The person is made known in the same breath.
  const context = { today, rules, person: { state: 'employed', leftOn: null } } as const;
  return [...drafts, permitted<'post-taken'>({ life: await lifeOf('holding', object, tx), draft, context })];
}

const dayBefore = (day: string): string => addDays(day, -1);
