/** `register issue`, `batch`, `documents` and `void`. */
import { hasErrors, nearest, Refusal } from 'rolewright';
import type { Diagnostic, Person } from 'rolewright';
import { refuseUnknownSecond } from '../../register/actor.js';
import { all, documentMeant, paperLabel, personMeant } from '../../register/find.js';
import { datedOtherwise, issue } from '../../register/issue.js';
import type { Issued } from '../../register/issue.js';
import { shownNumber } from '../../register/series.js';
import { employerOf, refusal } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { statusOf } from '../../register/status.js';
import { toldToCome } from '../../register/to-come.js';
import { holdersIn, papersFor } from '../../register/wanted.js';
import { voidDocument } from '../../register/void.js';
import { refuseSigned } from '../../register/void-doubts.js';
import type { Scope } from '../../register/wanted.js';
import { refusePastDue, request, toAsk } from '../../register/requests.js';
import { table } from '../answer.js';
import { departmentLabel, departmentMeant } from '../../register/titles.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { exit } from '../terminal.js';
import { takeList, takenData, takenNote } from './people.js';
import type { PeopleOptions } from './people.js';

export interface ScopeOptions {
  readonly all?: boolean;
  readonly department?: string;
  readonly role?: string | undefined;
  readonly person?: string;
}

/** Whom a command is for, with names in the place of ids. */
export async function scopeOf({ department, role, person }: ScopeOptions, setting: Setting): Promise<Scope> {
  const meant = departmentMeant(department, setting);
  if (meant !== undefined) await refuseUnknown(meant, setting);
  return {
    department: meant,
    role,
    person: person === undefined ? undefined : (await personMeant(person, setting)).id,
  };
}

/** A department that nobody has heard of would have nobody in it, which reads as if all were well. */
async function refuseUnknown(department: string, { workplace, storage: { read } }: Setting): Promise<void> {
  const known = (workplace.organisation?.departments ?? []).flatMap(({ id, name }) => [
    id,
    ...(typeof name === 'string' ? [name] : Object.values(name)),
  ]);
  if (known.includes(department)) return;
  const held = new Set((await all((page) => read.holdings(page))).flatMap((one) => one.department ?? []));
  if (held.has(department)) return;
  throw refusal('register-no-department', { department, nearest: nearest(department, [...known, ...held]) || 'none' });
}

export interface IssueOptions extends CommonOptions, ScopeOptions, KeptSealOptions {
  readonly kind?: string;
  readonly locale?: string;
  readonly format?: string;
  readonly pdfProfile?: string;
  readonly request?: boolean;
  readonly due?: string;
}

/** Issues the papers of these holders, one after another; one that cannot be made does not keep the others back. */
async function issueAll(
  roles: readonly string[],
  options: IssueOptions,
  setting: Setting,
  counter: Counter,
  given: ReadonlyMap<string, Person> = new Map(),
): Promise<readonly Issued[]> {
  const day = options.on === undefined ? counter.today : counter.day(options.on);
  const scope = await scopeOf(options, setting);
  const everyone = await holdersIn(setting.storage.read, scope, day);
  const holders = roles.length === 0 ? everyone : everyone.filter(({ holding }) => roles.includes(holding.role ?? ''));
  if (holders.length === 0) throw refusal('register-nobody-holds');
  const told: Diagnostic[] = [];
  const { kind, locale, format, pdfProfile } = options;
  const documents = {
    ...(kind !== undefined && { kind }),
    ...(locale !== undefined && { locale }),
    ...(format !== undefined && { format }),
    ...(pdfProfile !== undefined && { pdfProfile }),
  };
  const papers = papersFor(holders, { ...documents, day }, setting, told, given);
  const departments = setting.workplace.organisation?.departments ?? [];
  const unknown = new Set(holders.map(({ holding }) => holding.department).filter((id) => !departments.some((one) => one.id === id)));
  for (const department of unknown)
    if (department !== null) counter.problems.push({ code: 'register-department-unknown', severity: 'warning', args: { department } });
  counter.problems.push(...told.filter(({ severity }) => severity !== 'info'));
  if (hasErrors(told)) return [];
  const issued: Issued[] = [];
  for (const paper of papers) {
    const wrong: Diagnostic[] = [];
    try {
      const one = await issue(paper, day, setting, wrong);
      if (!one) continue;
      issued.push(one);
    } catch (error) {
      if (!setting.seal || !(error instanceof Refusal)) throw error;
      // What fails for one paper fails for all: a server of time that is down would be waited for each time.
      counter.problems.push(...error.diagnostics, { code: 'seal-papers-wait', severity: 'error', args: { paper: paper.title } });
      break;
    } finally {
      counter.problems.push(...wrong.filter(({ severity }) => severity !== 'info'));
    }
  }
  // What was in force already keeps the day that it bears.
  if (issued.some(({ outcome }) => outcome !== 'unchanged')) counter.problems.push(...datedOtherwise(day, setting));
  return issued;
}

async function askAfter(issued: readonly Issued[], options: IssueOptions, setting: Setting, counter: Counter): Promise<number> {
  const ids = new Set(issued.map(({ document }) => document.id));
  const concerned = (await statusOf(await scopeOf(options, setting), setting)).filter(({ documents }) =>
    documents.some(({ id }) => ids.has(id)),
  );
  const byName = options.person !== undefined;
  const rows = toAsk(concerned, { byName });
  if (!byName) counter.problems.push(...toldToCome(concerned, setting));
  return (await request(rows, { method: 'in-person', due: options.due === undefined ? undefined : counter.day(options.due) }, setting))
    .length;
}

export interface KeptSealOptions {
  /** The file of the key. */
  readonly seal?: string;
  readonly passphraseFile?: string;
  readonly tsa?: string;
  readonly level?: string;
  readonly roots?: string;
}

/** With what seals, where a key is named or the organisation has one. It is opened before anything is numbered. */
async function sealing(options: KeptSealOptions, setting: Setting, counter: Counter): Promise<Setting> {
  if (options.seal === undefined && !setting.workplace.organisation?.seal) return setting;
  // Its libraries take a tenth of a second to load, which no other command has to wait for.
  const { registerSeal, wantedSeal } = await import('../seal/register-seal.js');
  const wanted = options.seal === undefined ? wantedSeal(employerOf(setting), counter) : { ...options, key: options.seal };
  return wanted === null ? setting : { ...setting, seal: await registerSeal(wanted, counter) };
}

/** The same for what may come to no paper at all: the key is opened for the first PDF. */
export function sealingLater(setting: Setting, counter: Counter): Setting {
  if (!setting.workplace.organisation?.seal) return setting;
  let opened: Promise<Setting> | undefined;
  return {
    ...setting,
    async seal(bytes) {
      opened ??= sealing({}, setting, counter);
      const { seal } = await opened;
      if (!seal) throw new TypeError('the organisation seals, and nothing says with what');
      return await seal(bytes);
    },
  };
}

const plainIssued = ({ paper, document, outcome }: Issued): object => ({
  outcome,
  ...{ id: document.id, kind: document.kind, role: document.role, department: paper.department, person: document.person },
  ...{ locale: document.locale, number: shownNumber(document), dated: document.dated, version: document.role_version, title: paper.title },
  holders: paper.holders.map(({ person }) => person.id),
});

function issuedLines(issued: readonly Issued[], setting: Setting, { say, language }: Counter): string[] {
  if (issued.length === 0) return [];
  const rows = issued.map(({ paper, document, outcome }) => [
    shownNumber(document),
    paper.title,
    departmentLabel(paper.department, language, setting),
    document.dated,
    document.locale,
    say(`outcomes.${outcome}`),
  ]);
  return table([
    [say('columns.number'), say('columns.paper'), say('columns.department'), say('columns.date'), '', say('columns.state')],
    ...rows,
  ]);
}

function issuedNote(issued: readonly Issued[], asked: number | null, { say }: Counter): string {
  const count = (outcome: Issued['outcome']): number => issued.filter((one) => one.outcome === outcome).length;
  return [
    say('told.issued', { issued: count('issued') + count('finished'), unchanged: count('unchanged') }),
    ...(count('finished') > 0 ? [say('told.finished', { n: count('finished') })] : []),
    ...(asked === null ? [] : [say('told.requested', { n: asked })]),
  ].join('\n');
}

export const issueOf = (roles: readonly string[], options: IssueOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (plain) => {
    if (roles.length === 0 && !options.all && options.department === undefined && options.person === undefined)
      throw refusal('register-nothing-named');
    refusePastDue(options.due === undefined ? undefined : counter.day(options.due), counter);
    const setting = await sealing(options, plain, counter);
    const issued = await issueAll(roles, options, setting, counter);
    const asked = options.request ? await askAfter(issued, options, setting, counter) : null;
    return {
      data: { documents: issued.map(plainIssued), ...(asked !== null && { requested: asked }) },
      lines: issuedLines(issued, setting, counter),
      ...(issued.length > 0 && { note: issuedNote(issued, asked, counter) }),
    };
  });

export const batchOf = (list: string, options: IssueOptions & PeopleOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (plain) => {
    refusePastDue(options.due === undefined ? undefined : counter.day(options.due), counter);
    const setting = await sealing(options, plain, counter);
    const taken = await takeList(list, options, setting, counter);
    if (!taken) return { data: {}, code: exit.failure };
    const numbered = new Map(
      taken.rows.flatMap(({ person }) => (person.personnelNumber === undefined ? [] : [[person.personnelNumber, person]])),
    );
    const given = new Map<string, Person>();
    for (const { id, external_id } of await all((page) => setting.storage.read.people(page))) {
      const known = external_id === null ? undefined : numbered.get(external_id);
      if (known) given.set(id, known);
    }
    // In this command, the role is that of rows.
    const wanted: IssueOptions = { ...options, role: undefined };
    const issued = await issueAll([], wanted, setting, counter, given);
    const asked = await askAfter(issued, wanted, setting, counter);
    return {
      data: { people: takenData(taken), documents: issued.map(plainIssued), requested: asked },
      lines: issuedLines(issued, setting, counter),
      note: [takenNote(taken, counter), issuedNote(issued, asked, counter)].join('\n'),
    };
  });

export interface DocumentsOptions extends CommonOptions {
  readonly role?: string;
  readonly kind?: string;
}

export const documents = (options: DocumentsOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const { say, lifeWords } = counter;
    const { role, kind } = options;
    const rows = await all((page) =>
      setting.storage.read.documents({ ...page, ...(role !== undefined && { role }), ...(kind !== undefined && { kind }) }),
    );
    const lines = rows.map((row) => [
      shownNumber(row),
      paperLabel(row, setting),
      row.dated,
      row.role_version,
      row.locale,
      lifeWords.states.document[row.state as keyof typeof lifeWords.states.document],
      row.id.slice(0, 8),
    ]);
    const head = [say('columns.number'), say('columns.paper'), say('columns.date'), say('columns.version'), '', say('columns.state'), ''];
    return {
      data: { documents: rows.map((row) => ({ ...row, shown: shownNumber(row) })) },
      lines: lines.length === 0 ? [] : table([head, ...lines]),
    };
  });

export const voidOf = (
  written: string,
  options: CommonOptions & { readonly reason: string; readonly second?: string; readonly yes?: boolean },
  counter: Counter,
): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const row = await documentMeant(written, setting);
    if (options.second !== undefined)
      await refuseUnknownSecond(options.second, setting.actor, options.newActor ?? false, setting.storage.read);
    if (options.yes !== true) await refuseSigned(row, setting);
    const {
      held,
      acknowledged,
      waiting,
      refusal: isRefusal,
    } = await voidDocument(row, { reason: options.reason, second: options.second }, setting);
    return {
      data: { document: row.id, held, acknowledged, waiting, refusal: isRefusal },
      note: isRefusal
        ? counter.say('told.voidedAct', { paper: paperLabel(row, setting) })
        : counter.say('told.voided', { paper: paperLabel(row, setting), held, acknowledged, waiting }),
    };
  });
