/** `register acknowledge`, `paper`, `scan`, `check` and `refuse`. */
import { basename } from 'node:path';
import { slugOf } from 'rolewright';
import type { Diagnostic, OutputFile } from 'rolewright';
import { sheetBytes, statementFor } from '../../papers/for-request.js';
import { acknowledgeInPerson, askedOn, disagreeInPerson, undoAcknowledgement } from '../../register/answers.js';
import { nameIn, requestMeant } from '../../register/find.js';
import type { RequestMeant } from '../../register/find.js';
import { isDisagreement } from '../../register/disagreement.js';
import { signatureLawOf } from '../../register/law.js';
import { amendRefusal, refuse } from '../../register/refusing.js';
import { isScan } from '../../register/scan-kind.js';
import { checkScan, codeFrom, codeOf, printSheet, rejectScan, scan } from '../../register/scans.js';
import { sheetMeant } from '../../register/sheet-meant.js';
import { refusal } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import type { StatusRow } from '../../register/status.js';
import { table } from '../answer.js';
import type { Answer } from '../answer.js';
import type { CommonOptions, Counter } from '../counter.js';
import { largestScan } from '../edge.js';
import { sealingLater } from './papers.js';
import type { ScopeOptions } from './papers.js';
import { settingFor } from './paper-setting.js';
import { isNobodyNamed, namesOf, rowsFor } from './requests.js';

export { settingFor };

/** States in which a paper waits for a signature. */
const unsigned = ['requested', 'opened', 'printed', 'declined'] as const;

export interface AcknowledgeOptions extends CommonOptions {
  readonly identifiedBy?: string;
  /** Why the person does not agree, in their own words. */
  readonly disagrees?: string;
  readonly undo?: boolean;
  readonly reason?: string;
  readonly second?: string;
}

export const acknowledge = (person: string, paper: string | undefined, options: AcknowledgeOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    if (options.undo) {
      if (options.reason === undefined) throw refusal('register-undo-reason');
      const meant = await requestMeant({ person, paper, states: ['acknowledged'], inFull: true }, setting);
      await undoAcknowledgement(meant, { reason: options.reason, second: options.second }, setting);
      return {
        data: { request: meant.request.id, person: meant.person.id, document: meant.document.id, undone: true },
        note: counter.say('told.acknowledgementUndone', {
          ...namesOf(meant, setting, counter),
          handle: meant.person.externalId ?? meant.person.id.slice(0, 10),
        }),
      };
    }
    const meant = await requestMeant({ person, paper, states: unsigned, inFull: true }, setting);
    const statement = await statementFor(meant, setting, counter.own);
    const law = signatureLawOf('in-person', meant.document.jurisdiction, setting.desk.library);
    const on = options.on === undefined ? counter.today : counter.day(options.on);
    if (options.disagrees !== undefined) {
      await disagreeInPerson(meant, { reason: options.disagrees, on, identifiedBy: options.identifiedBy }, setting);
      return {
        data: { request: meant.request.id, person: meant.person.id, document: meant.document.id, on, disagrees: options.disagrees },
        note: counter.say('told.disagrees', { ...namesOf(meant, setting, counter), day: counter.dayInWords(on) }),
      };
    }
    await acknowledgeInPerson(meant, { statement, on, identifiedBy: options.identifiedBy }, setting);
    if (law !== null) counter.problems.push({ code: 'register-no-signature', severity: 'warning', args: { law } });
    await warnAboutDay(meant, on, setting, counter);
    return {
      data: { request: meant.request.id, person: meant.person.id, document: meant.document.id, on, statement, signature: law },
      note: counter.say('told.acknowledged', { ...namesOf(meant, setting, counter), day: counter.dayInWords(on) }),
    };
  });

/** Says where the day of an answer does not go with what else is known. */
async function warnAboutDay(meant: RequestMeant, on: string, setting: Setting, counter: Counter): Promise<void> {
  const { leftOn } = meant.person;
  if (leftOn !== null && leftOn < on)
    counter.problems.push({
      code: 'register-answered-after-leaving',
      severity: 'warning',
      args: { person: nameIn(meant.person, counter.language), day: counter.dayInWords(on), left: counter.dayInWords(leftOn) },
    });
  const asked = await askedOn(meant, setting);
  if (asked !== null && on < asked)
    counter.problems.push({
      code: 'register-answered-before-asked',
      severity: 'warning',
      args: { day: counter.dayInWords(on), asked: counter.dayInWords(asked) },
    });
}

export interface SheetOptions extends CommonOptions, ScopeOptions {
  readonly kind?: string;
  readonly out?: string;
}

export const printSheets = (persons: readonly string[], options: SheetOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    if (isNobodyNamed(persons, options)) throw refusal('register-nothing-named');
    const rows = (await rowsFor(persons, options, setting)).filter(
      ({ stand: { standing, asking } }) => standing === 'requested' && asking !== null && unsigned.some((state) => state === asking.state),
    );
    const sheets: { readonly meant: RequestMeant; readonly code: string; readonly file: OutputFile }[] = [];
    for (const row of rows) {
      const meant = await meantBy(row, setting);
      if (!meant) continue;
      // A sheet that is printed again keeps its code: the first one may be on its way.
      const code = (await codeOf(meant, setting)) ?? codeFrom(counter.edge.randomBytes(12));
      await printSheet(meant, code, setting);
      sheets.push({ meant, code, file: { path: `${code}.pdf`, bytes: await sheetBytes(meant, code, setting, counter.own) } });
    }
    const folder = options.out ?? setting.workplace.project?.out ?? 'out';
    const written =
      sheets.length === 0
        ? []
        : counter.desk.workspace.writeAll(
            sheets.map(({ file }) => file),
            { folder, force: true },
          );
    const { say } = counter;
    const lines = sheets.map(({ meant, code }, at) => [code, namesOf(meant, setting, counter).person, written[at] ?? '']);
    return {
      data: {
        sheets: sheets.map(({ meant, code }, at) => ({ request: meant.request.id, person: meant.person.id, code, file: written[at] })),
      },
      lines: lines.length === 0 ? [] : table([[say('columns.code'), say('columns.person'), ''], ...lines]),
      note: say('told.printed', { n: sheets.length }),
    };
  });

async function meantBy({ stand: { asking }, holder, documents }: StatusRow, { storage }: Setting): Promise<RequestMeant | null> {
  const request = asking === null ? undefined : await storage.read.request(asking.request);
  const document = documents.find(({ id }) => id === request?.document);
  return request && document ? { request, document, person: holder.person } : null;
}

export interface ScanOptions extends CommonOptions {
  readonly code?: string;
}

export const scanOf = (
  file: string,
  person: string | undefined,
  paper: string | undefined,
  options: ScanOptions,
  counter: Counter,
): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const bytes = counter.desk.workspace.readBytes(file, largestScan);
    if (!isScan(bytes)) throw refusal('register-scan-kind', { file });
    // Scanners that read codes name files by them; the picture itself is not read.
    const code =
      options.code === undefined ? await codeOfName(basename(file), person !== undefined, setting) : (codesIn(options.code)[0] ?? null);
    if (code === null && options.code !== undefined) throw refusal('register-no-code', { code: options.code });
    if (code === null && person === undefined) throw refusal('register-scan-whose', { file });
    const meant = await sheetMeant({ person, paper, code }, setting);
    const { state } = meant.request;
    const handle = meant.person.externalId ?? meant.person.id.slice(0, 10);
    if (unsigned.some((one) => one === state) && state !== 'printed')
      throw refusal('register-no-sheet', { ...namesOf(meant, setting, counter), handle });
    const printed = await codeOf(meant, setting);
    if (printed !== null && isSame(bytes, await sheetBytes(meant, printed, setting, counter.own)))
      throw refusal('register-scan-blank', { file });
    if (code === null) counter.problems.push({ code: 'register-code-unread', severity: 'warning', args: {} });
    const sha256 = await scan(meant, bytes, code, setting);
    return {
      data: { request: meant.request.id, person: meant.person.id, sha256, code },
      note: counter.say('told.scanned', { ...namesOf(meant, setting, counter), handle }),
    };
  });

const isSame = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** All that may be a code in a text, with its hyphens or without: words such as “scan” are made of the same signs. */
function codesIn(text: string): readonly string[] {
  const signs = '[2-9A-HJ-KMNP-Z]{4}';
  const code = new RegExp(`(?<![0-9A-Z])(?=(${signs})-?(${signs})-?(${signs})(?![0-9A-Z]))`, 'gi');
  return [...text.matchAll(code)].map((found) => found.slice(1).join('-').toUpperCase());
}

/** The code in the name of a file: that of a sheet, if it is one. Where the person is named, a name that only looks like a code is passed over. */
async function codeOfName(name: string, isNamed: boolean, { storage: { read } }: Setting): Promise<string | null> {
  const found = codesIn(name);
  for (const code of found) if ((await read.requestsByCode(code)).length > 0) return code;
  return isNamed ? null : (found.at(-1) ?? null);
}

export interface CheckOptions extends CommonOptions {
  readonly reject?: string;
}

export const check = (person: string, paper: string | undefined, options: CheckOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (setting) => {
    const meant = await requestMeant({ person, paper, states: ['scanned', 'checked'], inFull: true }, setting);
    const names = namesOf(meant, setting, counter);
    if (unsigned.some((one) => one === meant.request.state)) throw refusal('register-no-scan', { ...names, handle: handleOf(meant) });
    if (options.reject !== undefined) {
      await rejectScan(meant, options.reject, setting);
      return { data: { request: meant.request.id, matches: false }, note: counter.say('told.rejected', names) };
    }
    const said = options.on === undefined ? null : counter.day(options.on);
    const on = await checkScan(meant, { statement: await statementFor(meant, setting, counter.own), on: said }, setting);
    await warnAboutDay(meant, on, setting, counter);
    return {
      data: { request: meant.request.id, matches: true, on },
      note: counter.say('told.acknowledged', { ...names, day: counter.dayInWords(on) }),
    };
  });

const handleOf = ({ person }: RequestMeant): string => person.externalId ?? person.id.slice(0, 10);

export interface RefuseOptions extends CommonOptions {
  readonly reason?: string;
  readonly witness?: readonly string[];
  readonly close?: boolean;
  readonly amend?: boolean;
  /** It is a refusal, though the reason rather says that somebody does not agree. */
  readonly yes?: boolean;
  readonly out?: string;
}

export const refuseOf = (person: string, paper: string | undefined, options: RefuseOptions, counter: Counter): Promise<Answer> =>
  counter.withRegister(options, async (plain) => {
    const setting = sealingLater(plain, counter);
    const meant = await requestMeant({ person, paper, states: options.amend ? ['refused'] : unsigned, inFull: true }, setting);
    if (options.amend && meant.request.state === 'act-voided')
      throw refusal('register-no-record', { ...namesOf(meant, setting, counter), handle: handleOf(meant) });
    const { reason = null } = options;
    // A refusal that is on record is final, a disagreement is not: which of them it is, is asked before.
    if (!options.amend && !options.yes && meant.request.state !== 'declined' && reason !== null && isDisagreement(reason, counter.own))
      throw refusal('register-refuse-asks', { ...namesOf(meant, setting, counter), handle: handleOf(meant), reason });
    const witnesses = (options.witness ?? []).map((written) => {
      const [name = '', ...post] = written.split(',').map((part) => part.trim());
      return { name, post: post.length > 0 ? post.join(', ') : null };
    });
    const on = options.on === undefined ? counter.today : counter.day(options.on);
    const told: Diagnostic[] = [];
    const said = { reason, witnesses, on, close: options.close };
    const { act, waits, files } = await (options.amend ? amendRefusal : refuse)(meant, said, setting, told);
    counter.problems.push(...told.filter(({ severity }) => severity === 'error'));
    const output: OutputFile[] = [];
    for (const { format, sha256 } of files)
      output.push({
        // Each act has a number of its own, so that a correction never writes over the one before.
        path: `refusal-act-${meant.person.externalId ?? meant.person.id.slice(0, 10)}-${slugOf(act ?? '')}.${format}`,
        bytes: await setting.storage.files.read(sha256),
      });
    const folder = options.out ?? setting.workplace.project?.out ?? 'out';
    const written = output.length === 0 ? [] : counter.desk.workspace.writeAll(output, { folder, force: true });
    const note = counter.say(options.amend ? 'told.amended' : 'told.refused', {
      ...namesOf(meant, setting, counter),
      act: act ?? 'none',
    });
    return {
      data: { request: meant.request.id, act, waits, files: written },
      lines: written,
      note: `${note}\n${counter.say(waits === null ? 'told.actFinal' : `told.waits-${waits}`)}`,
    };
  });
