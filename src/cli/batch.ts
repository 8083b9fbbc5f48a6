/** `rolewright batch`: the documents of everybody in a staff list. */
import { makeBatch } from '../desk/batch/batch.js';
import type { BatchOutcome } from '../desk/batch/batch.js';
import { wantedBy } from '../desk/documents.js';
import type { DocumentOptions } from '../desk/documents.js';
import { organisationPath, projectOf, settled, unusedFolders, usualOut } from '../desk/settings.js';
import { staffChoices } from '../desk/staff-choices.js';
import { findRole } from '../desk/sources.js';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { writeExample } from './batch/example.js';
import { openWatch } from './batch/watch.js';
import type { Watch } from './batch/watch.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface BatchOptions extends DocumentOptions {
  role?: string;
  roleColumn?: string;
  column?: readonly string[];
  headerRow?: string;
  dateOrder?: string;
  sheet?: string;
  encoding?: string;
  hiddenRows?: boolean;
  organisation?: string | false;
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

type Settled = Omit<BatchOptions, 'organisation'>;

/** From so many rows on, it pays to prepare for many. */
const manyRows = 10;

export async function batch(people: string | undefined, asked: BatchOptions, office: Office): Promise<ExitCode> {
  if (asked.example) return writeExample(people, asked, office);
  const { terminal } = office;
  const started = terminal.milliseconds();
  const usage: Diagnostic[] = [];
  const problems: Diagnostic[] = [];
  const project = projectOf(office, problems);
  problems.push(...unusedFolders(office));
  const options = settled(asked, project, office.terminal.today);
  const wanted = wantedBy(options, office.library, usage);
  const { encoding, dateOrder, columns, headerRow } = staffChoices(options, usage);
  const jobs = jobsOf(options.jobs, usage);
  if (people === undefined) usage.push(diagnostic('batch-no-list'));
  const given = options.role === undefined ? null : findRole(options.role, office);
  if (given && 'code' in given) usage.push(given);
  if (people === undefined || hasErrors(usage)) return refuse(usage, options, office, exit.usage);

  const shown = options.out ?? usualOut;
  if (hasErrors(problems)) return refuse(problems, options, office, exit.failure);
  const organisation = organisationPath(asked.organisation, project, office, problems);
  const interruption = terminal.interruption?.() ?? { signal: new AbortController().signal, end: () => {} };
  let watch: Watch | null = null;
  const order = {
    people,
    wanted,
    encoding,
    hiddenRows: options.hiddenRows ?? false,
    sheet: options.sheet,
    role: options.role,
    columns,
    headerRow,
    dateOrder,
    organisation,
    staffList: project?.staffList ?? {},
    dateOfHire: project?.date === 'hire-date',
    reference: options.referenceDoc ?? null,
    folder: terminal.folder ?? '.',
    out: options.dryRun ? null : shown,
    flat: options.flat ?? false,
    fingerprint: options.fingerprint ?? false,
    resume: options.resume ?? false,
    force: options.force ?? false,
    transliterate: options.transliterate ?? false,
    zip: options.zip ?? false,
    jobs,
    cores: terminal.cores ?? 1,
    language: office.language,
  };
  const outcome = await makeBatch(
    order,
    office,
    {
      stop: interruption.signal,
      words: (diagnostics) => office.words(diagnostics).join(' '),
      begin(plan) {
        if (plan.rows >= manyRows) terminal.longWork?.();
        watch = openWatch(office, { ...plan, json: options.json ?? false, verbose: options.verbose ?? false, folder: shown });
        return watch;
      },
    },
    problems,
  );
  interruption.end();
  const followed = watch as Watch | null;
  followed?.end();
  if (!outcome || !followed) return refuse(problems, options, office, exit.failure);
  return summarise({ watch: followed, outcome, shown, seconds: (terminal.milliseconds() - started) / 1000 }, options, office);
}

function refuse(problems: readonly Diagnostic[], options: Settled, office: Office, code: ExitCode): ExitCode {
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

interface Result {
  watch: Watch;
  outcome: BatchOutcome;
  shown: string;
  seconds: number;
}

function summarise({ watch, outcome, shown, seconds }: Result, options: Settled, office: Office): ExitCode {
  const { terminal, say } = office;
  const { counts } = watch;
  const { ended, problems } = outcome;
  const facts = {
    ...counts,
    folder: shown,
    size: Math.round(counts.bytes / 1024),
    seconds: Math.round(seconds * 10) / 10,
    rate: Math.round((counts.files / Math.max(seconds, 0.001)) * 10) / 10,
  };
  const interrupted = ended === 'interrupted';
  const about = outcome.about.map((name) => `${shown}/${name}`);
  const failed = about.find((path) => path.endsWith('.csv'));
  if (options.json) {
    terminal.out(
      `${JSON.stringify({ event: 'end', ...counts, seconds: facts.seconds, rate: facts.rate, interrupted, about, diagnostics: office.plain(problems) })}\n`,
    );
  } else {
    office.report([...watch.findings(), ...problems]);
    if (watch.unshown() > 0) terminal.err(`${say('batch.more', { rows: watch.unshown() })}\n`);
    for (const file of about) terminal.out(`${file}\n`);
    terminal.err(`\n${say(options.dryRun ? 'batch.wouldMake' : 'batch.made', facts)}\n`);
    if (interrupted) terminal.err(`${say('batch.interrupted')}\n`);
    else if (failed !== undefined) terminal.err(`${say('batch.failed', { ...facts, file: failed })}\n`);
  }
  if (interrupted) return exit.interrupted;
  if (hasErrors(problems)) return exit.failure;
  return counts.failed > 0 ? exit.findings : exit.ok;
}
