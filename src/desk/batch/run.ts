/**
 * The batch itself: rows come in one by one, as somebody is free to make their documents; the order in which they are made
 * shows in none of them.
 */
import { join } from 'node:path';
import { discreet } from '../../staff-list/discretion.js';
import { digestOf } from '../../content/digest.js';
import type { ManifestLine } from '../../output/manifest-line.js';
import { identityOf } from '../../output/folders.js';
import type { Folders } from '../../output/folders.js';
import type { PersonRow } from '../../staff-list/people.js';
import type { SheetRow } from '../../staff-list/sheet.js';
import { diagnostic, hasErrors, Refusal } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { fileStem } from '../../shelf/kinds.js';
import type { Library } from '../../shelf/library.js';
import type { Organisation } from '../../organisation/organisation.generated.js';
import type { Person } from '../../person/person.generated.js';
import type { Role } from '../../role/role.generated.js';
import { documentsOf, probationWarnings, superiorWarnings, withoutVoidReviews, workDayWarnings } from '../documents.js';
import { placementOf, placementWarnings } from '../placement.js';
import type { StructureFile } from '../structure-file.js';
import { openProvisional } from '../provisional.js';
import { starterWarnings } from '../starter-texts.js';
import { rowTitleWarnings } from '../title-forms.js';
import type { DocumentOfRole, Wanted } from '../documents.js';
import type { Crew } from './crew.js';
import { sizeOf } from '../../output/ledger.js';
import type { Asked } from '../../output/left-behind.js';
import type { Ledger } from '../../output/ledger.js';
import type { Made, MadeDocument } from './maker.js';
import type { Order, Setup, Task } from './setup.js';
import type { StaffList } from './list.js';
import type { Survey } from './survey.js';

export interface Batch {
  list: StaffList;
  /** Who reports to whom; null where the organisation says so itself. */
  structure: StructureFile | null;
  survey: Survey;
  wanted: Wanted;
  library: Library;
  setup: Setup;
  folders: Folders;
  /** Null when nothing is written. */
  ledger: Ledger | null;
  /** Whether documents that stand there unchanged are left as they are. */
  resume: boolean;
  /** Whether files that stand there may be replaced whoever made them. */
  force: boolean;
  /** The version of the program, which changes documents too. */
  version: string;
}

/** A row whose documents are to be made. */
interface Ready {
  task: Task;
  inputs: Map<string, string>;
  key: string;
  identity: string;
}

interface Employed {
  readonly person: Person;
  readonly organisation: Organisation | null;
}

/** A row whose turn has come, with what is to be said of it. */
interface Waiting {
  row: SheetRow;
  ready: Ready;
  problems: readonly Diagnostic[];
}

export type RowResult =
  | { row: number; status: 'made'; folder: string; files: number; bytes: number }
  | { row: number; status: 'skipped'; folder: string }
  | { row: number; status: 'failed' };

/** What a batch tells while it goes on. Diagnostics may tell about the person. */
export interface Listener {
  row(result: RowResult, diagnostics: readonly Diagnostic[]): void;
}

/** Why the batch came to an end before its list did; null when it did not. */
export type Ending = Diagnostic | 'interrupted' | null;

export async function runBatch(
  batch: Batch,
  crew: Crew,
  listener: Listener,
  stop: AbortSignal | null,
): Promise<{ readonly ended: Ending; readonly asked: Asked }> {
  const { list, survey, wanted, setup, folders, ledger } = batch;
  const common = commonMarks(batch);
  const seen = new Map<string, number>();
  const warned = new Set<string>();
  const provisional = openProvisional(batch.library, setup.language);
  const asked = { paths: new Set<string>(), people: new Set<string>() };
  let ending: Ending = null;

  /** The documents of a row that are still to be made, or why there are none. */
  function prepare({ number }: SheetRow, row: PersonRow, problems: Diagnostic[]): Ready | null {
    const key = survey.keyOf(row);
    const role = key === null ? undefined : setup.roles[key];
    if (key === null || !role) return null;
    const { person, organisation } = placed(key, role, row.person, problems);
    const identity = identityOf(person);
    const folder = folders.of(person);
    const double = `${folder} ${role.id}`;
    const first = seen.get(double);
    if (first !== undefined) {
      problems.push(diagnostic('row-twice', { first }));
      return null;
    }
    const wished = documentsOf(
      role,
      row.locale === null ? wanted : { ...wanted, locales: [row.locale], localesOfProject: false },
      organisation,
      person,
      problems,
    );
    const unlawful: Diagnostic[] = [];
    const found = withoutVoidReviews(role, wished, { person, organisation }, batch.library, unlawful);
    if (hasErrors(problems)) return null;
    // A row that comes to nothing takes no other with it.
    seen.set(double, number);
    problems.push(...warningsOf(key, role, found, { person, organisation }), ...unwrittenIn(key, role));
    // Rows that lack the same are told of once.
    const lacking = [superiorWarnings, workDayWarnings].flatMap((warn) => warn(role, found, { organisation, person }, batch.library));
    problems.push(...[...unlawful, ...lacking, ...rowTitleWarnings(found, { person, organisation })].filter(isNews));
    problems.push(
      ...provisional(
        found.map((one) => ({ ...one, role, organisation, person })),
        () => ({}),
      ),
    );
    const rowMark = digestOf([survey.digestOf(key), person, ...(batch.structure ? [organisation] : [])], 16);
    const inputs = new Map<string, string>();
    const orders = found.map(
      (one): Order => ({ ...one, name: `${fileStem(batch.library.kind(one.kind), one.locale)}.${role.id}.${one.locale}.${one.format}` }),
    );
    for (const { name, kind, locale, jurisdiction, format } of orders)
      inputs.set(name, digestOf([common(format), rowMark, kind, locale, jurisdiction], 16));
    const toMake =
      ledger === null ? orders : orders.filter((order) => isMissing(folder, order.name, inputs.get(order.name) ?? '', ledger, problems));
    const view = organisation === setup.organisation ? null : organisation;
    return { task: { row: number, role: key, person, organisation: view, folder, orders: toMake }, inputs, key, identity };
  }

  /** The person in the place that the structure gives them. Rows that lack the same are told of once. */
  function placed(key: string, role: Role, person: Person, problems: Diagnostic[]): { person: Person; organisation: Organisation | null } {
    const { organisation, dateOfHire } = setup;
    const { structure } = batch;
    const date = setup.date ?? (dateOfHire === true ? (person.hireDate ?? null) : null);
    const found: Diagnostic[] = [];
    const placement = placementOf(role, { organisation, structure, person, bases: survey.basesOf(key), department: null, date }, found);
    found.push(...placementWarnings(role, placement, structure, date));
    problems.push(...found.filter((one) => one.severity === 'error' || isNews(one)));
    return { person: placement.person ?? person, organisation: placement.organisation };
  }

  function isNews({ code, args }: Diagnostic): boolean {
    const said = JSON.stringify([code, args]);
    const fresh = !warned.has(said);
    warned.add(said);
    return fresh;
  }

  /** What concerns everybody with the role is told once; what somebody’s own contract brings, in that row. */
  function warningsOf(key: string, role: Role, documents: readonly DocumentOfRole[], { person, organisation }: Employed): Diagnostic[] {
    if (person.contract || person.probation) return probationWarnings(role, documents, { person, organisation }, batch.library);
    const fresh = documents.filter(({ jurisdiction, locale }) => !warned.has(`${key} ${jurisdiction} ${locale}`));
    for (const { jurisdiction, locale } of fresh) warned.add(`${key} ${jurisdiction} ${locale}`);
    return probationWarnings(role, fresh, { person: null, organisation }, batch.library);
  }

  /** Texts of a starter, once for the employer and once for each role. */
  function unwrittenIn(key: string, role: Role): Diagnostic[] {
    const [ofEmployer, ofRole] = ['starter', `starter ${key}`];
    if (warned.has(ofRole)) return [];
    const organisation = warned.has(ofEmployer) ? null : setup.organisation;
    warned.add(ofEmployer).add(ofRole);
    return starterWarnings({ roles: [role], organisation, person: null }, batch.library);
  }

  /** Whether a document is to be made. A file that is in the way, or that somebody changed, is a problem. */
  function isMissing(folder: string, name: string, mark: string, { known, begun }: Ledger, problems: Diagnostic[]): boolean {
    const path = `${folder}/${name}`;
    const size = sizeOf(join(setup.out ?? '', path));
    if (size === null || (batch.force && !batch.resume)) return true;
    const earlier = known.get(path);
    const same = batch.resume && earlier?.inputs === mark;
    if (same && earlier?.bytes === size) return false;
    // An empty file is what a power failure leaves.
    if (batch.force || size === 0 || earlier?.bytes === size || (!earlier && begun.has(folder))) return true;
    if (same) problems.push(diagnostic('row-file-changed', { file: path }, {}, 'warning'));
    else problems.push(diagnostic(earlier ? 'row-file-changed' : 'row-file-there', { file: path }));
    return false;
  }

  async function make({ row, ready, problems: warnings }: Waiting): Promise<void> {
    const { task } = ready;
    try {
      ledger?.begin(task.folder);
      const made = await crew.make(task);
      ledger?.add(made.documents.map((document) => entryOf(row, ready, document)));
      if (made.hopeless) end(made);
      else if (made.problems.length > 0)
        listener.row({ row: row.number, status: 'failed' }, atRow(row, [...warnings, ...made.problems.map(forRow)]));
      else
        listener.row(
          {
            row: row.number,
            status: 'made',
            folder: task.folder,
            files: made.documents.length,
            bytes: made.documents.reduce((sum, one) => sum + one.bytes, 0),
          },
          atRow(row, warnings),
        );
    } catch (error) {
      // The journal cannot be written, or the thread is gone.
      ending = error instanceof Refusal ? stopped(error.diagnostics) : diagnostic('batch-worker-lost');
    }
  }

  function end({ problems }: Pick<Made, 'problems'>): void {
    ending = stopped(problems);
  }

  const entryOf = (
    { number }: SheetRow,
    { task, inputs, key, identity }: Ready,
    { order, fingerprint, bytes, pages, sha256 }: MadeDocument,
  ): ManifestLine => ({
    path: `${task.folder}/${order.name}`,
    list: list.name,
    row: number,
    person: identity,
    role: setup.roles[key]?.id ?? '',
    version: setup.roles[key]?.version ?? '',
    kind: order.kind,
    locale: order.locale,
    jurisdiction: order.jurisdiction,
    format: order.format,
    fingerprint,
    inputs: inputs.get(order.name) ?? '',
    bytes,
    pages,
    sha256,
  });

  /** A document that is left as it is may stand in another row by now. */
  function moveEntries(row: SheetRow, folder: string, inputs: ReadonlyMap<string, string>): void {
    const paths = [...inputs.keys()]
      .map((name) => `${folder}/${name}`)
      .filter((path) => {
        const known = ledger?.known.get(path);
        return known && (known.row !== row.number || known.list !== list.name);
      });
    ledger?.add(paths.flatMap((path) => ledger.entry(path) ?? []).map((entry) => ({ ...entry, list: list.name, row: row.number })));
  }

  const atRow = ({ number }: SheetRow, diagnostics: readonly Diagnostic[]): Diagnostic[] =>
    diagnostics.map((one) => ({ ...one, file: list.sheet.file, line: number }));
  const hasEnded = (): boolean => ending !== null || stop?.aborted === true;

  /** What is to be made for a row; null when there is nothing, which is told. */
  function take(row: SheetRow): Waiting | null {
    const { read, diagnostics } = list.read(row);
    const problems = [...diagnostics];
    const ready = read && prepare(row, read, problems);
    if (ready && !hasErrors(problems)) {
      asked.people.add(ready.identity);
      for (const name of ready.inputs.keys()) asked.paths.add(`${ready.task.folder}/${name}`);
    }
    if (!ready || hasErrors(problems)) listener.row({ row: row.number, status: 'failed' }, atRow(row, problems));
    else if (ready.task.orders.length === 0) {
      moveEntries(row, ready.task.folder, ready.inputs);
      listener.row({ row: row.number, status: 'skipped', folder: ready.task.folder }, atRow(row, problems));
    } else {
      moveEntries(
        row,
        ready.task.folder,
        new Map([...ready.inputs].filter(([name]) => !ready.task.orders.some((order) => order.name === name))),
      );
      return { row, ready, problems };
    }
    return null;
  }

  const rows = list.sheet.rows[Symbol.asyncIterator]();
  let reading: Promise<Waiting | null> = Promise.resolve(null);
  let read = false;
  /** The next row that has something to be made; null at the end. */
  async function next(): Promise<Waiting | null> {
    while (!read && !hasEnded()) {
      const row = await rows.next();
      if (row.done) read = true;
      else {
        const waiting = take(row.value);
        if (waiting) return waiting;
      }
    }
    return null;
  }
  /** Rows are read one by one, whoever asks. */
  const inTurn = (): Promise<Waiting | null> => (reading = reading.then(next));
  async function work(): Promise<void> {
    for (let waiting = await inTurn(); waiting; waiting = await inTurn()) await make(waiting);
  }
  await Promise.all(Array.from({ length: crew.atOnce }, work));
  if (!read) await rows.return?.();
  return { ended: ending ?? (stop?.aborted === true ? 'interrupted' : null), asked };
}

/** Marks of what all documents of a format have in common. */
function commonMarks({ setup, version }: Batch): (format: string) => string {
  const { organisation, logo, date, fingerprint, detail, profile, flat, reference, shelf } = setup;
  const all = digestOf(
    [
      version,
      organisation,
      logo && { ...logo, data: digestOf([...logo.data], 16) },
      date,
      fingerprint,
      detail ?? null,
      ...(setup.dateOfHire === true ? ['date-of-hire'] : []),
      ...(shelf === null ? [] : [shelf]),
    ],
    16,
  );
  const own: Record<string, string> = {
    pdf: digestOf([all, profile, flat], 16),
    docx: reference ? digestOf([all, [...reference]], 16) : all,
  };
  return (format) => own[format] ?? all;
}

/** In a list the way out is a column, not a file about the person. */
function forRow(one: Diagnostic): Diagnostic {
  if (one.code === 'name-forms-ambiguous') return { ...one, ...diagnostic('row-name-forms', one.args) };
  return one.code === 'write-failed' ? { ...one, ...diagnostic('row-write-failed', one.args) } : one;
}

const stopped = (problems: readonly Diagnostic[]): Diagnostic =>
  diagnostic('batch-stopped', { reason: String(problems[0]?.args.reason ?? '') });

/** What may be said of a row to a log. */
export const saidOf = (diagnostics: readonly Diagnostic[], verbose: boolean): Diagnostic[] =>
  verbose ? [...diagnostics] : diagnostics.map(discreet);
