/** A batch from its staff list to its manifest: what is read, who makes the documents, what is left behind. */
import { posix, resolve } from 'node:path';
import { diagnostic, hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Encoding } from '../../content/encoding.js';
import type { ChosenColumns } from '../../staff-list/columns.js';
import type { DateOrder } from '../../staff-list/dates.js';
import type { Locale } from '../../document/document.js';
import { transliteration } from '../../packages/installed.js';
import { upperFirst } from '../../language/sentences.js';
import type { Organisation } from '../../organisation/organisation.generated.js';
import type { Project } from '../../project/project.generated.js';
import type { Desk } from '../desk.js';
import { countryProblems } from '../documents.js';
import type { Wanted } from '../documents.js';
import { seenForAllRoles } from '../orders.js';
import { employerAt } from '../employer.js';
import type { Employer } from '../employer.js';
import { positionProblems } from '../positions.js';
import { referenceAt } from '../reference-document.js';
import { listTitleWarnings } from '../title-forms.js';
import { attempt, attemptLater } from '../attempt.js';
import type { ReferenceDocument } from '../../write/docx/reference.js';
import { openCrew } from './crew.js';
import { markOf } from './shelf-mark.js';
import { tellLeftBehind } from '../../output/left-behind.js';
import { writeFailed } from '../../output/failed-rows.js';
import { createFolders } from '../../output/folders.js';
import { manifestFile, openOutput } from '../../output/ledger.js';
import type { Ledger } from '../../output/ledger.js';
import { makeJoint, partedWanted } from './joint.js';
import { runBatch } from './run.js';
import type { Ending, Listener, RowResult } from './run.js';
import type { Setup } from './setup.js';
import { openList } from './staff-list.js';
import type { StaffList } from './list.js';
import type { ListOptions } from './staff-list.js';
import { survey } from './survey.js';
import type { Survey } from './survey.js';
import { zipAll } from '../../output/zip.js';

export interface BatchOrder {
  /** The path of the staff list. */
  readonly people: string;
  readonly wanted: Wanted;
  readonly encoding: Encoding | null;
  /** Whether rows that are hidden in the spreadsheet are taken. */
  readonly hiddenRows?: boolean;
  /** The sheet of a spreadsheet; the first without one. */
  readonly sheet?: string | undefined;
  /** The role of everybody whose row names none. */
  readonly role?: string | undefined;
  /** The heading of the column that names the role. */
  /** Headings of other columns, by what they hold. */
  readonly columns?: ChosenColumns;
  /** The row of the headings; null where it is to be found. */
  readonly headerRow?: number | null;
  /** How dates in figures are written; null where the project or the columns tell. */
  readonly dateOrder?: DateOrder | null;
  /** How the project reads staff lists. */
  readonly staffList?: StaffListSettings;
  /** Whether documents without a date bear the first day of work of the person. */
  readonly dateOfHire?: boolean;
  /** The paths of the organisation and of the Word document that documents take their look from. */
  readonly organisation: string | null;
  readonly reference: string | null;
  /** Where the user's folder is on this machine: threads and streams open files themselves. */
  readonly folder: string;
  /** The output folder, relative to the user's; null looks at everything and writes nothing. */
  readonly out: string | null;
  readonly flat: boolean;
  readonly fingerprint: boolean;
  /** Whether documents that stand there unchanged are left as they are. */
  readonly resume: boolean;
  /** Whether files that stand there may be replaced whoever made them. */
  readonly force: boolean;
  /** Whether folders have Latin letters only. */
  readonly transliterate: boolean;
  /** Whether an archive of everything is made as well. */
  readonly zip: boolean;
  /** Threads; null leaves the choice to the number of people and of cores. */
  readonly jobs: number | null;
  readonly cores: number;
  /** The language of messages, in which rows are told what to mend. */
  readonly language: Locale;
}

type StaffListSettings = NonNullable<Project['staffList']>;

/** A batch as it is when nobody asks for more, on one thread, told in English. */
export const plainBatch = {
  encoding: null,
  organisation: null,
  reference: null,
  flat: false,
  fingerprint: false,
  resume: false,
  force: false,
  transliterate: false,
  zip: false,
  jobs: null,
  cores: 1,
  language: 'en',
} as const;

/** What is about to be done. */
export interface BatchPlan {
  readonly rows: number;
  readonly file: string;
  /** The name of the sheet; null for a list without sheets. */
  readonly sheet: string | null;
  readonly jobs: number;
}

/** Whoever follows a batch. */
export interface BatchAudience {
  /** Is told once, before the first row. */
  begin(plan: BatchPlan): Listener;
  /** Diagnostics in words, for the file of rows to mend. */
  words(diagnostics: readonly Diagnostic[]): string;
  /** Ends the batch after the documents in hand; without it, it goes on to the end. */
  readonly stop?: AbortSignal;
}

export interface BatchOutcome {
  /** Why it ended before the list did; null when it did not. */
  readonly ended: Ending;
  /** The files in the output folder itself: papers for many, and those about the batch. */
  readonly about: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/** People for whom it pays to start a thread: it takes about as long as twenty people's documents. */
const worthAThread = 20;

/** Makes the documents of everybody in a list. Null when it was not begun: `problems` says why. */
export async function makeBatch(
  order: BatchOrder,
  desk: Desk,
  audience: BatchAudience,
  problems: Diagnostic[],
): Promise<BatchOutcome | null> {
  const sources = await attemptLater(() => readSources(order, desk, problems), problems);
  if (!sources || hasErrors(problems)) return null;
  const { employer, list, found } = sources;
  const out = order.out === null ? null : { shown: order.out, folder: resolve(order.folder, order.out) };
  const ledger = out && attempt(() => openOutput(out.folder, { shown: out.shown, goOn: order.resume || order.force }), problems);
  if (hasErrors(problems)) return null;

  const { organisation } = employer;
  const { each, joint } = partedWanted(languagesOf(order.wanted, employer, list));
  const setup: Setup = {
    roles: found.roles,
    organisation,
    logo: employer.logo,
    date: order.wanted.date,
    dateOfHire: order.dateOfHire ?? false,
    fingerprint: order.fingerprint,
    detail: order.wanted.detail,
    profile: order.wanted.profile ?? organisation?.pdfProfile ?? '2a',
    flat: order.flat,
    reference: sources.reference,
    language: order.language,
    project: desk.shelf.project && resolve(order.folder, desk.shelf.project.folder),
    shelf: markOf(desk.library),
    out: out?.folder ?? null,
  };
  const folders = createFolders(heldBy(ledger, list.name, found.identities), {
    noDepartment: desk.library.phrases(list.locale)('batch.no-department'),
    department: (named) => departmentFolder(named, organisation),
    latin: order.transliterate ? (await transliteration()).transliterate : null,
  });
  const jobs = Math.max(1, Math.min(found.rows, order.jobs ?? Math.min(order.cores, Math.ceil(found.rows / worthAThread))));
  const listener = audience.begin({ rows: found.rows, file: list.sheet.file, sheet: list.sheet.name, jobs });
  const failed = new Map<number, string>();
  const ending = await attemptLater(async () => {
    const crew = await openCrew(setup, jobs, desk.library);
    try {
      const wanted = each;
      const { resume, force } = order;
      const { structure } = employer;
      const batch = {
        list,
        structure,
        survey: found,
        wanted,
        library: desk.library,
        setup,
        folders,
        ledger,
        resume,
        force,
        version: versionOf(desk),
      };
      return await runBatch(batch, crew, noting(failed, listener, audience), audience.stop ?? null);
    } finally {
      await crew.close();
    }
  }, problems);

  const ended = ending?.ended ?? null;
  if (ended !== null && ended !== 'interrupted') problems.push(ended);
  const whole = ended === null && !hasErrors(problems);
  if (whole && ending && ledger && out) {
    const [kinds, formats] = [new Set(each.kinds.map(({ id }) => id)), new Set<string>(each.formats)];
    const given = { list: list.name, kinds, formats, asked: ending.asked, someFailed: failed.size > 0 };
    problems.push(...(attempt(() => tellLeftBehind(ledger, out.folder, out.shown, given), problems) ?? []));
  }
  const about = whole && ledger && out ? await attemptLater(() => conclude(list, failed, ledger, out.folder, order), problems) : null;
  if (!about) attempt(() => ledger?.close(), []);
  const { date, detail } = order.wanted;
  const batch = {
    list,
    survey: found,
    wanted: joint,
    common: seenForAllRoles(Object.values(found.roles), {
      organisation,
      structure: employer.structure,
      person: null,
      logo: employer.logo,
      date,
      department: null,
      fingerprint: false,
      detail,
    }),
    print: { reference: sources.model, profile: setup.profile, flat: order.flat },
    out: order.out,
    force: order.force || order.resume,
  };
  const papers = ended === null ? await attemptLater(() => makeJoint(batch, desk, problems), problems) : null;
  return { ended, about: [...(papers ?? []), ...(about ?? [])], problems };
}

/** Hands everything on, and notes in words why rows failed. */
function noting(failed: Map<number, string>, listener: Listener, { words }: BatchAudience): Listener {
  return {
    row(result: RowResult, diagnostics) {
      if (result.status === 'failed') failed.set(result.row, words(diagnostics.filter(({ severity }) => severity === 'error')));
      listener.row(result, diagnostics);
    },
  };
}

interface Sources {
  employer: Employer;
  /** The bytes of the company's Word document, and what was read of it. */
  reference: Uint8Array | null;
  model: ReferenceDocument | null;
  list: StaffList;
  found: Survey;
}

/** All that a batch reads. Null when it is no use to go on; throws a Refusal or has the reason in `problems`. */
async function readSources(order: BatchOrder, desk: Desk, problems: Diagnostic[]): Promise<Sources | null> {
  const { wanted, reference } = order;
  const employer = employerAt(order.organisation, desk, problems);
  // Threads read the document themselves; here it is only made sure that they can.
  const usable = reference === null ? null : await attemptLater(() => referenceAt(reference, wanted.formats, desk, problems), problems);
  if (usable && order.fingerprint) problems.push(diagnostic('reference-no-fingerprint', {}, {}, 'warning'));
  const list = await attemptLater(() => openList(order.people, listOptions(order, employer), desk, problems), problems);
  if (!list || hasErrors(problems)) return null;
  const found = await survey(list, employer.from, desk, problems);
  const roles = Object.values(found.roles);
  problems.push(...positionProblems(roles, employer.from));
  const asked = languagesOf(wanted, employer, list);
  problems.push(...countryProblems(roles, asked, employer.organisation, desk.library));
  problems.push(...listTitleWarnings(found.written, asked, employer.from));
  return { employer, reference: usable && reference !== null ? desk.workspace.readBytes(reference) : null, model: usable, list, found };
}

/** Without an organisation nobody said that people read other languages than their list is in. */
const languagesOf = (wanted: Wanted, { organisation }: Employer, { locale }: StaffList): Wanted =>
  organisation || wanted.locales ? wanted : { ...wanted, locales: [locale], localesOfProject: false };

function listOptions(
  { wanted, encoding, hiddenRows, sheet, role, columns, headerRow, dateOrder, staffList, language }: BatchOrder,
  { organisation, structure }: Employer,
): ListOptions {
  const { locales, jurisdiction } = wanted;
  return {
    organisation,
    hiddenRows: hiddenRows ?? false,
    usualEncoding: staffList?.encoding,
    structure,
    date: wanted.date,
    language,
    jurisdiction,
    locale: locales?.length === 1 ? (locales[0] ?? null) : null,
    headerRow: headerRow ?? null,
    columns: { ...staffList?.columns, ...columns },
    dateOrder: dateOrder ?? staffList?.dateOrder ?? null,
    titles: staffList?.titles ?? {},
    ...(sheet !== undefined && { sheet }),
    ...(encoding && { encoding }),
    ...(role !== undefined && { role }),
  };
}

/** The folders that are taken: those of other lists, and those of the people of this list, who keep theirs. */
function* heldBy(ledger: Ledger | null, list: string, identities: ReadonlySet<string>): Generator<[string, string]> {
  for (const [path, known] of ledger?.known ?? [])
    if (known.list !== list || identities.has(known.person)) yield [posix.dirname(path), known.person];
}

/** Folders are for people, so a department has its name there and not its id. */
function departmentFolder(named: string, organisation: Organisation | null): string {
  const name = organisation?.departments?.find(({ id }) => id === named)?.name;
  const language = organisation?.languages[0] ?? 'en';
  return upperFirst(typeof name === 'string' ? name : (name?.[language] ?? named), language);
}

const versionOf = ({ shelf }: Desk): string => (JSON.parse(shelf.readText('package.json')) as { version: string }).version;

/** Writes the manifest, the rows to mend and the archive, and gives their names. */
async function conclude(
  list: StaffList,
  reasons: ReadonlyMap<number, string>,
  ledger: Ledger,
  out: string,
  order: BatchOrder,
): Promise<string[]> {
  const failed = await writeFailed(list, reasons, {
    out,
    listPath: resolve(order.folder, order.people),
    heading: list.reasonHeading(order.language),
    delimiter: order.language === 'en' ? ',' : ';',
    earlier: ledger.failed,
  });
  ledger.finish(failed);
  return [manifestFile, ...(failed ? [failed.file] : []), ...(order.zip ? await zipAll(out) : [])];
}
