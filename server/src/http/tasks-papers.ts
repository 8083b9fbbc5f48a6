/** Tasks that print: issuing, sheets to sign, acts of refusal, and everything about one person. */
import { hasErrors, Refusal } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import type { Reach } from '../access/rights.js';
import { reaches } from '../access/rights.js';
import { settingFor, sheetBytes } from '../papers/for-request.js';
import { personArchive } from '../papers/person-archive.js';
import { amendRefusal, refuse as refuseToSign } from '../register/refusing.js';
import type { Refusing } from '../register/refusing.js';
import { codeFrom, codeOf, printSheet } from '../register/scans.js';
import type { RequestMeant } from '../register/find.js';
import { someone } from '../register/find.js';
import { datedOtherwise, issue } from '../register/issue.js';
import { complaintsIn } from '../register/law.js';
import { zoneOf } from '../register/zone.js';
import { everythingAbout } from '../register/person-record.js';
import { refusePastDue, request, toAsk } from '../register/requests.js';
import { exported } from '../register/retention.js';
import { employerOf, orRefuse, refusal } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import { statusOf } from '../register/status.js';
import { holdersIn, papersFor } from '../register/wanted.js';
import { plainDocument, plainProblem, plainToCome } from './plain.js';
import { refuse } from './problem.js';
import type { Workshop } from './tasks.js';

export interface Issuing {
  readonly reach: Reach;
  /** For whom `request` asks; nobody where it is empty. */
  readonly requestReach: Reach;
  readonly role?: string;
  readonly department?: string;
  readonly person?: string;
  readonly kinds?: readonly string[];
  readonly languages?: readonly string[];
  readonly formats?: readonly string[];
  readonly on?: string;
  readonly request?: boolean;
  readonly due?: string;
}

/** Issues the papers of these people; one that cannot be made does not keep the others back, and is told of. */
export async function issueTask(input: Issuing, { setting, problems: before = [] }: Workshop): Promise<object> {
  const { reach, requestReach, role, department, person, kinds, languages, formats } = input;
  const day = input.on ?? setting.today;
  const scope = { role, department, person };
  const holders = (await holdersIn(setting.storage.read, scope, day)).filter(({ holding }) => reaches(reach, holding.department));
  if (holders.length === 0) throw refusal('register-nobody-holds');
  if (input.request) refusePastDue(input.due, setting);
  const told: Diagnostic[] = [];
  const documents = {
    ...(kinds && { kind: kinds.join(',') }),
    ...(languages && { locale: languages.join(',') }),
    ...(formats && { format: formats.join(',') }),
  };
  const papers = papersFor(holders, { ...documents, day }, setting, told);
  if (hasErrors(told)) throw new Refusal(told);
  const issued: { readonly outcome: string; readonly document: object; readonly id: string }[] = [];
  const failed: Diagnostic[] = [];
  for (const paper of papers) {
    try {
      const one = await issue(paper, day, setting, failed);
      if (one) issued.push({ outcome: one.outcome, document: plainDocument(one.document), id: one.document.id });
    } catch (error) {
      if (!setting.seal || !(error instanceof Refusal)) throw error;
      // What fails for one seal fails for all; the paper waits with its number, and the same request goes on from there.
      failed.push(...error.diagnostics, { code: 'seal-papers-wait', severity: 'error', args: { paper: paper.title } });
      break;
    }
  }
  if (issued.length === 0) orRefuse(failed);
  const ids = new Set(issued.map(({ id }) => id));
  let requested: readonly string[] = [];
  let toCome: ReturnType<typeof plainToCome> = [];
  if (input.request) {
    const rows = (await statusOf(scope, setting)).filter(
      ({ documents: own, holder }) =>
        reaches(reach, holder.holding.department) && reaches(requestReach, holder.holding.department) && own.some(({ id }) => ids.has(id)),
    );
    const byName = person !== undefined;
    requested = (await request(toAsk(rows, { byName }), { method: 'in-person', due: input.due }, setting)).map(({ id }) => id);
    if (!byName) toCome = plainToCome(rows);
  }
  const problems = [
    ...before,
    ...told,
    ...(issued.some(({ outcome }) => outcome !== 'unchanged') ? datedOtherwise(day, setting) : []),
    ...failed,
  ]
    .filter(({ severity }) => severity !== 'info')
    .map(plainProblem);
  return { items: issued.map(({ outcome, document }) => ({ outcome, document })), requested, toCome, problems };
}

/** A request by its id, as the route has found it already. */
export async function meantBy(id: string, { storage: { read } }: Setting): Promise<RequestMeant> {
  const row = await read.request(id);
  const document = row?.document ? await read.document(row.document) : undefined;
  const person = row?.person ? await read.person(row.person) : undefined;
  if (!row || !document || !person) throw refuse('http-not-found');
  return { request: row, document, person: someone(person) };
}

/** The sheet to sign; one that is printed again keeps its code, since the first may be on its way. */
export async function sheetTask(
  { request: id }: { readonly request: string },
  { setting, own, randomBytes }: Workshop,
): Promise<Uint8Array> {
  const meant = await meantBy(id, setting);
  const code = (await codeOf(meant, setting)) ?? codeFrom(randomBytes(12));
  await printSheet(meant, code, setting);
  return await sheetBytes(meant, code, setting, own);
}

export async function refusalTask(
  { request: id, amends = false, ...refusing }: { readonly request: string; readonly amends?: boolean } & Refusing,
  { setting }: Workshop,
): Promise<object> {
  const told: Diagnostic[] = [];
  const { act, waitsForAct, waits, files } = await (amends ? amendRefusal : refuseToSign)(
    await meantBy(id, setting),
    refusing,
    setting,
    told,
  );
  return { act, waitsForAct, waits, files };
}

/** A ZIP file of everything about somebody; that it was handed out is noted in the register. */
export async function exportTask({ person: id }: { readonly person: string }, { setting, own, life }: Workshop): Promise<Uint8Array> {
  const row = await setting.storage.read.person(id);
  if (!row) throw refuse('http-not-found');
  const person = someone(row);
  const { jurisdiction, languages } = employerOf(setting);
  const locale = person.known?.locale ?? languages[0] ?? setting.language;
  const bytes = await personArchive(await everythingAbout(person, setting, locale), {
    setting: settingFor(locale, jurisdiction, setting, own),
    press: setting.press,
    today: setting.today,
    lifeWords: life(locale),
    zone: zoneOf(setting),
    complaints: complaintsIn(jurisdiction, locale, setting.desk.library),
  });
  await exported(person, setting);
  return bytes;
}
