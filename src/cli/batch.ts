/** `rolewright batch`: the documents of everybody in a staff list. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { diagnostic, hasErrors, Refusal } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import { posix, resolve } from 'node:path';
import { encodings } from '../batch/encoding.js';
import type { Encoding } from '../batch/encoding.js';
import { createFolders } from '../batch/folders.js';
import { upperFirst } from '../language/sentences.js';
import { transliteration } from '../installed.js';
import type { Organisation } from '../organisation.generated.js';
import type { Job } from '../press.js';
import { openCrew } from './batch/crew.js';
import { writeExample } from './batch/example.js';
import { writeFailed } from './batch/failed-rows.js';
import { manifestFile, openLedger } from './batch/ledger.js';
import type { Ledger } from './batch/ledger.js';
import { codeOf } from './batch/out-folder.js';
import { runBatch } from './batch/run.js';
import type { Ending } from './batch/run.js';
import { openList } from './batch/staff-list.js';
import type { StaffList } from './batch/staff-list.js';
import { survey } from './batch/survey.js';
import type { Survey } from './batch/survey.js';
import { openWatch } from './batch/watch.js';
import type { Watch } from './batch/watch.js';
import { zipAll } from './batch/zip.js';
import { choiceOf } from './choice.js';
import { wantedBy } from './documents.js';
import type { DocumentOptions, Wanted } from './documents.js';
import { readLogo } from './logo.js';
import type { Office } from './office.js';
import { referenceAt } from './reference-doc.js';
import { organisationAt } from './organisation-file.js';
import { attempt, attemptLater, findRole } from './sources.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface BatchOptions extends DocumentOptions {
  role?: string;
  roleColumn?: string;
  sheet?: string;
  encoding?: string;
  organisation?: string;
  referenceDoc?: string;
  flat?: boolean;
  fingerprint?: boolean;
  out?: string;
  jobs?: string;
  zip?: boolean;
  resume?: boolean;
  transliterate?: boolean;
  force?: boolean;
  dryRun?: boolean;
  json?: boolean;
  verbose?: boolean;
  example?: boolean;
}

interface Sources {
  organisation: Organisation | null;
  logo: Job['logo'];
  reference: Uint8Array | null;
  list: StaffList;
  found: Survey;
}

/** People for whom it pays to start a thread: it takes about as long as twenty people’s documents. */
const worthAThread = 20;

/** From so many rows on, it pays to prepare for many. */
const manyRows = 10;

export async function batch(people: string | undefined, options: BatchOptions, office: Office): Promise<ExitCode> {
  if (options.example) return writeExample(people, options, office);
  const started = office.terminal.milliseconds();
  const usage: Diagnostic[] = [];
  const wanted = wantedBy(options, usage);
  const encoding = choiceOf('--encoding', options.encoding, encodings, usage);
  const asked = jobsOf(options.jobs, usage);
  if (people === undefined) usage.push(diagnostic('batch-no-list'));
  const given = options.role === undefined ? null : findRole(options.role, office);
  if (given && 'code' in given) usage.push(given);
  if (people === undefined || hasErrors(usage)) return refuse(usage, options, office, exit.usage);

  const problems: Diagnostic[] = [];
  const sources = await attemptLater(() => readSources(people, wanted, encoding, options, office, problems), problems);
  if (!sources || hasErrors(problems)) return refuse(problems, options, office, exit.failure);
  const { organisation, logo, reference, list, found } = sources;

  const shown = options.out ?? 'out';
  const locate = (path: string): string => resolve(office.terminal.folder ?? '.', path);
  const out = options.dryRun ? null : locate(shown);
  const ledger = out === null ? null : attempt(() => openOut(out, shown, options), problems);
  if (hasErrors(problems)) return refuse(problems, options, office, exit.failure);
  const folders = createFolders(heldBy(ledger, list.name, found.identities), {
    noDepartment: office.library.phrases(list.locale)('batch.no-department'),
    department: (named) => departmentFolder(named, organisation),
    latin: options.transliterate ? (await transliteration()).transliterate : null,
  });
  const setup = {
    roles: found.roles,
    organisation,
    logo,
    date: wanted.date,
    fingerprint: options.fingerprint ?? false,
    profile: wanted.profile,
    flat: options.flat ?? false,
    reference,
    language: office.language,
    out,
  };

  const jobs = Math.max(1, Math.min(found.rows, asked ?? Math.min(office.terminal.cores ?? 1, Math.ceil(found.rows / worthAThread))));
  if (found.rows >= manyRows) office.terminal.longWork?.();
  const watch = openWatch(office, { rows: found.rows, json: options.json ?? false, verbose: options.verbose ?? false, folder: shown });
  const interruption = office.terminal.interruption?.() ?? { signal: new AbortController().signal, end: () => {} };
  begin(list, found.rows, jobs, options, office);
  const ending = await attemptLater(async (): Promise<{ ended: Ending }> => {
    const crew = await openCrew(setup, jobs, office.library);
    try {
      // Without an organisation nobody said that people read other languages than their list is in.
      const spoken = organisation || wanted.locales ? wanted : { ...wanted, locales: [list.locale] };
      const plan = {
        list,
        survey: found,
        wanted: spoken,
        library: office.library,
        setup,
        folders,
        ledger,
        resume: options.resume ?? false,
        force: options.force ?? false,
        version: versionOf(office),
      };
      return { ended: await runBatch(plan, crew, watch, interruption.signal) };
    } finally {
      await crew.close();
      interruption.end();
    }
  }, problems);
  watch.end();
  const ended = ending?.ended ?? null;
  if (ended !== null && ended !== 'interrupted') problems.push(ended);
  const whole = ended === null && !hasErrors(problems);
  const written =
    whole && ledger && out !== null
      ? await attemptLater(() => conclude({ list, watch, ledger, out, shown, listPath: locate(people) }, options, office), problems)
      : null;
  if (!written) attempt(() => ledger?.close(), []);
  return summarise(
    { watch, problems, ended, made: written ?? [], shown, seconds: (office.terminal.milliseconds() - started) / 1000 },
    options,
    office,
  );
}

/** All that a batch reads. Null when it is no use to go on; throws a Refusal or has the reason in `problems`. */
async function readSources(
  people: string,
  wanted: Wanted,
  encoding: Encoding | null,
  options: BatchOptions,
  office: Office,
  problems: Diagnostic[],
): Promise<Sources | null> {
  const { workspace } = office.terminal;
  const from = organisationAt(options.organisation, office, problems);
  const organisation = from?.organisation ?? null;
  const logo = from && attempt(() => readLogo(from), problems);
  const { referenceDoc } = options;
  // Threads read the document themselves; here it is only made sure that they can.
  const usable =
    referenceDoc === undefined ? null : await attemptLater(() => referenceAt(referenceDoc, wanted.formats, office, problems), problems);
  if (usable && options.fingerprint) problems.push(diagnostic('reference-no-fingerprint', {}, {}, 'warning'));
  const { locales, jurisdiction } = wanted;
  const list = await attemptLater(
    () =>
      openList(
        people,
        {
          organisation,
          jurisdiction,
          locale: locales?.length === 1 ? (locales[0] ?? null) : null,
          ...(options.sheet !== undefined && { sheet: options.sheet }),
          ...(encoding && { encoding }),
          ...(options.role !== undefined && { role: options.role }),
          ...(options.roleColumn !== undefined && { roleColumn: options.roleColumn }),
        },
        office,
        problems,
      ),
    problems,
  );
  if (!list || hasErrors(problems)) return null;
  const found = await survey(list, from, office, problems);
  return { organisation, logo, reference: usable && referenceDoc !== undefined ? workspace.readBytes(referenceDoc) : null, list, found };
}

function refuse(problems: readonly Diagnostic[], options: BatchOptions, office: Office, code: ExitCode): ExitCode {
  if (options.json) office.terminal.out(`${JSON.stringify({ event: 'end', diagnostics: office.plain(problems) })}\n`);
  else office.report(problems);
  return code;
}

/** Null where the command is to choose. */
function jobsOf(written: string | undefined, usage: Diagnostic[]): number | null {
  if (written === undefined) return null;
  const jobs = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (jobs >= 1 && jobs <= 256) return jobs;
  usage.push(diagnostic('bad-jobs', { value: written, most: 256 }));
  return null;
}

/** Throws a Refusal when the folder cannot be written to or has documents of an earlier run. */
function openOut(out: string, shown: string, options: BatchOptions): Ledger {
  try {
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK | constants.X_OK);
    return openLedger(out, { shown, goOn: (options.resume ?? false) || (options.force ?? false) });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal([diagnostic('folder-unwritable', { folder: shown, reason: codeOf(error) }, { file: shown })]);
  }
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

const versionOf = ({ shelf }: Office): string => (JSON.parse(shelf.readText('package.json')) as { version: string }).version;

function begin(list: StaffList, rows: number, jobs: number, options: BatchOptions, { terminal, say }: Office): void {
  const facts = { rows, file: list.sheet.file, sheet: list.sheet.name ?? '', hasSheet: list.sheet.name === null ? 'no' : 'yes', jobs };
  if (options.json) terminal.out(`${JSON.stringify({ event: 'start', file: list.sheet.file, sheet: list.sheet.name, rows, jobs })}\n`);
  else terminal.err(`${say('batch.start', facts)}\n`);
}

interface Conclusion {
  list: StaffList;
  watch: Watch;
  ledger: Ledger;
  out: string;
  /** The output folder as it was given. */
  shown: string;
  listPath: string;
}

/** The files about the batch itself, as they are shown. */
async function conclude(
  { list, watch, ledger, out, shown, listPath }: Conclusion,
  options: BatchOptions,
  office: Office,
): Promise<string[]> {
  const failed = await writeFailed(list, watch.reasons, {
    out,
    listPath,
    heading: list.reasonHeading(office.language),
    delimiter: office.language === 'en' ? ',' : ';',
    earlier: ledger.failed,
  });
  ledger.finish(failed);
  const zips = options.zip ? await zipAll(out) : [];
  return [manifestFile, ...(failed ? [failed.file] : []), ...zips].map((name) => `${shown}/${name}`);
}

interface Result {
  watch: Watch;
  problems: readonly Diagnostic[];
  ended: Ending;
  made: readonly string[];
  shown: string;
  seconds: number;
}

function summarise({ watch, problems, ended, made, shown, seconds }: Result, options: BatchOptions, office: Office): ExitCode {
  const { terminal, say } = office;
  const { counts } = watch;
  const facts = {
    ...counts,
    folder: shown,
    size: Math.round(counts.bytes / 1024),
    seconds: Math.round(seconds * 10) / 10,
    rate: Math.round((counts.files / Math.max(seconds, 0.001)) * 10) / 10,
  };
  const interrupted = ended === 'interrupted';
  const failed = made.find((path) => path.endsWith('.csv'));
  if (options.json) {
    terminal.out(
      `${JSON.stringify({ event: 'end', ...counts, seconds: facts.seconds, rate: facts.rate, interrupted, about: made, diagnostics: office.plain(problems) })}\n`,
    );
  } else {
    office.report([...watch.findings(), ...problems]);
    if (watch.unshown() > 0) terminal.err(`${say('batch.more', { rows: watch.unshown() })}\n`);
    for (const file of made) terminal.out(`${file}\n`);
    terminal.err(`\n${say(options.dryRun ? 'batch.wouldMake' : 'batch.made', facts)}\n`);
    if (interrupted) terminal.err(`${say('batch.interrupted')}\n`);
    else if (failed !== undefined) terminal.err(`${say('batch.failed', { ...facts, file: failed })}\n`);
  }
  if (interrupted) return exit.interrupted;
  if (hasErrors(problems)) return exit.failure;
  return counts.failed > 0 ? exit.findings : exit.ok;
}
