/**
 * Issuing: a number is taken with the row of its document in one transaction, the bytes are made with that number and lie on the disk
 * before a second one says that the document is issued. Who is interrupted in between goes on with the same number.
 */
import type { Diagnostic, Document, Order } from 'rolewright';
import type { Draft, Payloads } from '../life/events.js';
import { cameBack, isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import { dayInWords } from '../life/words.js';
import type { DocumentRow } from '../storage/queries.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import { keptFiles } from './kept-files.js';
import { resultsFor } from './plan-results.js';
import { isApproved } from './proposals.js';
import { nameIn, paperLabel, someone } from './find.js';
import { seriesFor, seriesIn, shownNumber, takeNumber, withNumber } from './series.js';
import { employerOf, rulesIn } from './setting.js';
import type { Setting } from './setting.js';
import type { WantedPaper } from './wanted.js';

export interface Issued {
  readonly paper: WantedPaper;
  readonly document: DocumentRow;
  /** issued: now; unchanged: the same words were in force already; finished: an earlier run had taken the number. */
  readonly outcome: 'issued' | 'unchanged' | 'finished';
}

/** A paper in a document’s key: its stem, its words and its day. */
const keyOf = ({ stem, fingerprint }: WantedPaper, day: string): string => `${stem}/${fingerprint}/${day}`;
/** One that was voided, or replaced by other words, may be issued anew on the same day. */
function freeKey(key: string, own: readonly DocumentRow[]): string {
  const taken = own.filter((one) => one.key === key || one.key.startsWith(`${key}.`)).length;
  return taken === 0 ? key : `${key}.${taken + 1}`;
}
/** The stem of the same paper in its other form. */
export const otherForm = (stem: string): string => stem.replace(/\/(brief|full)$/, (_, form) => (form === 'brief' ? '/full' : '/brief'));

export const stemOf = (key: string): string => key.split('/').slice(0, -2).join('/');

/** Issues a paper, unless it is in force with the same words; null where it cannot be made, and `problems` says why. */
export async function issue(paper: WantedPaper, day: string, setting: Setting, problems: Diagnostic[]): Promise<Issued | null> {
  const { storage } = setting;
  const reserved = await storage.transaction((tx) => reserve(paper, day, setting, tx));
  if (reserved.state === 'issued') return { paper, document: reserved.row, outcome: 'unchanged' };
  const told: Diagnostic[] = [];
  const files = await filesOf(paper, reserved.row, setting, told);
  problems.push(...told);
  if (files === null) return null;
  problems.push(...(await sheetsWaiting(reserved.row, setting)));
  await storage.transaction(async (tx) => {
    await tx.append(await issuing(reserved.row, files, setting, tx));
  });
  const document = (await storage.read.document(reserved.row.id)) ?? reserved.row;
  return { paper, document, outcome: reserved.isNew ? 'issued' : 'finished' };
}

/**
 * A paper that bears a day to come is in force at once all the same; one that bears a day of the past says what nobody did on that day.
 */
export function datedOtherwise(day: string, { today, language }: Pick<Setting, 'today' | 'language'>): readonly Diagnostic[] {
  if (day === today) return [];
  const args = { day: dayInWords(day, language), today: dayInWords(today, language) };
  return [
    day > today ? { code: 'register-dated-ahead', severity: 'warning', args } : { code: 'register-dated-back', severity: 'warning', args },
  ];
}

/** Whose signed sheets of the version that a document takes the place of still wait for somebody to look at them. */
async function sheetsWaiting({ replaces }: DocumentRow, setting: Setting): Promise<readonly Diagnostic[]> {
  const { read } = setting.storage;
  const former = replaces === null ? undefined : await read.document(replaces);
  const waiting = former ? (await read.requestsOf({ document: former.id })).filter(({ state }) => cameBack(state)) : [];
  if (!former || waiting.length === 0) return [];
  const people: string[] = [];
  for (const { person } of waiting) {
    const row = person === null ? undefined : await read.person(person);
    if (row) people.push(`${nameIn(someone(row), setting.language)} (${row.external_id ?? row.id.slice(0, 10)})`);
  }
  const args = { count: waiting.length, people: people.join(', '), paper: paperLabel(former, setting) };
  return [{ code: 'register-sheets-wait', severity: 'warning', args }];
}

interface Reserved {
  readonly row: DocumentRow;
  readonly state: string;
  readonly isNew: boolean;
}

/** The document of these words that there is, or a new one with its number. */
async function reserve(paper: WantedPaper, day: string, setting: Setting, tx: Transaction): Promise<Reserved> {
  const { actor, today, workplace } = setting;
  const { kind, role, roleId, locale, jurisdiction, form, fingerprint, title, department, person, isDescription, retention, stem } = paper;
  const own = (await tx.documentsOfStem(stem)).filter(({ key }) => stemOf(key) === stem);
  const same = own.findLast((one) => one.fingerprint === fingerprint && (one.state === 'issued' || one.state === 'numbered'));
  if (same) return { row: same, state: same.state, isNew: false };
  // The same paper in brief and in full is one: the form that is issued takes the place of the other.
  const inOther = (await tx.documentsOfStem(otherForm(stem))).filter(({ key }) => stemOf(key) === otherForm(stem));
  const before = [...own, ...inOther].sort((one, other) => one.event - other.event).findLast(({ state }) => state === 'issued');
  const organisation = employerOf({ workplace });
  const series = await seriesIn(
    seriesFor({ kind: kind.id, isDescription, role: roleId, department, person: person?.externalId ?? null, dated: day }, organisation),
    tx,
  );
  const object = tx.newId('document');
  const payload: Payloads['numbered'] = {
    ...{
      key: freeKey(keyOf(paper, day), own),
      kind: kind.id,
      role: roleId,
      title,
      roleVersion: role.version,
      fingerprint,
      locale,
      jurisdiction,
      form,
      series,
    },
    number: await takeNumber(series, tx),
    dated: day,
    ...(department !== null && { department }),
    ...(person && { person: person.id }),
    ...(before && { replaces: before.id }),
    ...(retention !== undefined && { retention }),
  };
  const draft = { actor: actor.id, kind: 'numbered', object, payload } as const;
  const rules = await rulesIn(tx);
  // Who asks for no approval need not have every proposal read for every number.
  const approved = !rules.approvedOnly || (await isApproved(paper.files, setting, tx));
  const context = { today, rules, approved, replaced: before ? ('issued' as const) : null };
  await tx.append([permitted<'numbered'>({ life: await lifeOf('document', object, tx), draft, context }, { role: roleId })]);
  const row = await tx.document(object);
  if (!row) throw new Error(`no document ${object}`);
  return { row, state: 'numbered', isNew: true };
}

/** Makes the files with the number and puts them to the others, PDF sealed. The same number and day give the same bytes, seals aside. */
async function filesOf(
  paper: WantedPaper,
  row: DocumentRow,
  setting: Setting,
  problems: Diagnostic[],
): Promise<Payloads['issued']['files'] | null> {
  const { make, storage, workplace, press } = setting;
  const number = shownNumber(row);
  const results = await resultsFor(paper, setting);
  const orders = paper.orders.map(
    ({ job, ...order }): Order => ({
      ...order,
      job: {
        ...job,
        results,
        organisation: withNumber(job.organisation ?? employerOf({ workplace }), paper.kind.id, null, number),
        date: row.dated,
      },
    }),
  );
  const told: Diagnostic[] = [];
  const made = await make(orders, { profile: paper.profile }, told);
  problems.push(...told);
  if (made.length < orders.length) return null;
  const files = await keptFiles(made, setting);
  const [first] = orders;
  if (first) {
    const tree = treeBytes(press.assemble(first.job));
    files.push({ format: 'json', sha256: await storage.files.put(tree), size: tree.length });
  }
  return files;
}

/** What a paper says, without what stands around it on a sheet: comparisons and the page on the screen are made of it. */
function treeBytes(paper: Document): Uint8Array {
  const around: readonly string[] = ['brand', 'letterhead', 'code'];
  const tree = Object.fromEntries(Object.entries(paper).filter(([name]) => !around.includes(name)));
  const words = { ...tree, blocks: paper.blocks.filter(({ type }) => type !== 'figure' && type !== 'chart') };
  return new TextEncoder().encode(JSON.stringify(words));
}

/** That it is issued; what it replaces is replaced with it, and requests for that are superseded. */
async function issuing(row: DocumentRow, files: Payloads['issued']['files'], setting: Setting, tx: Transaction): Promise<Draft[]> {
  const { actor, today } = setting;
  const rules = await rulesIn(tx);
  const life = await lifeOf('document', row.id, tx);
  // Another run may have finished it meanwhile.
  if (life.state === 'issued') return [];
  const drafts: Draft[] = [
    permitted<'issued'>({
      life,
      draft: { actor: actor.id, kind: 'issued', object: row.id, payload: { files } },
      context: { today, rules },
    }),
  ];
  if (row.replaces === null) return drafts;
  const replaced = await lifeOf('document', row.replaces, tx);
  if (replaced.state !== 'issued') return drafts;
  const draft = { actor: actor.id, kind: 'replaced', object: row.replaces, payload: { by: row.id } } as const;
  drafts.push(permitted<'replaced'>({ life: replaced, draft, context: { today, rules, successor: 'issued' } }));
  // A sheet that came back signed is not lost with the version that it is for.
  for (const { id, state } of await tx.requestsOf({ document: row.replaces }))
    if (isOpen(state as State<'request'>) && !cameBack(state)) {
      const superseded = { actor: actor.id, kind: 'superseded', object: id, payload: { by: row.id } } as const;
      drafts.push(permitted<'superseded'>({ life: await lifeOf('request', id, tx), draft: superseded, context: { today, rules } }));
    }
  return drafts;
}
