/** `rolewright generate`: documents from roles, all of them or none. */
import { diagnostic, hasErrors } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Library } from '../library.js';
import { createPress, isPaper } from '../press.js';
import type { Format, Job, PrintOptions } from '../press.js';
import type { Role } from '../role/role.generated.js';
import { listRoles } from '../role/read.js';
import type { OutputFile } from '../workspace.js';
import { openCalendars } from './calendars.js';
import { departmentAsked } from './department.js';
import { documentsOf, probationWarnings, wantedBy } from './documents.js';
import type { DocumentOptions, Wanted } from './documents.js';
import { readFonts } from './fonts.js';
import { readLogo } from './logo.js';
import type { Office } from './office.js';
import { progress } from './progress.js';
import { roleData } from './role-data.js';
import { organisationAt } from './organisation-file.js';
import { attempt, attemptLater, isUsageProblem, knownRoles, personAt, readRoles } from './sources.js';
import { referenceAt } from './reference-doc.js';
import { summaryTable } from './summary.js';
import type { MadeFile } from './summary.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface GenerateOptions extends DocumentOptions {
  organisation?: string;
  person?: string;
  referenceDoc?: string;
  flat?: boolean;
  department?: string;
  fingerprint?: boolean;
  out: string;
  all?: boolean;
  force?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** One document to be made. */
interface Order {
  job: Job;
  format: Format;
  path: string;
}

export async function generate(names: readonly string[], options: GenerateOptions, office: Office): Promise<ExitCode> {
  const started = office.terminal.milliseconds();
  const usage: Diagnostic[] = [];
  const wanted = wantedBy(options, usage);
  const roleNames = options.all ? listRoles(office.shelf).map((role) => role.id) : names;
  if (roleNames.length === 0) usage.push(diagnostic('roles-not-named', { known: knownRoles(office).join(', ') }));
  if (hasErrors(usage)) return finish(office, options, usage, [], exit.usage);

  const problems: Diagnostic[] = [];
  const { workspace } = office.terminal;
  const from = organisationAt(options.organisation, office, problems);
  const department = departmentAsked(options, from, problems);
  const roles = readRoles(roleNames, office, problems, department);
  const person = options.person === undefined ? null : personAt(options.person, office, problems);
  const organisation = from?.organisation ?? null;
  const logo = from && attempt(() => readLogo(from), problems);
  const reference =
    options.referenceDoc === undefined
      ? null
      : await attemptLater(() => referenceAt(options.referenceDoc ?? '', wanted.formats, office, problems), problems);
  if (reference && options.fingerprint && wanted.formats.includes('docx'))
    problems.push(diagnostic('reference-no-fingerprint', {}, {}, 'warning'));
  if (hasErrors(problems)) return finish(office, options, problems, [], problems.some(isUsageProblem) ? exit.usage : exit.failure);

  const orders = roles.flatMap((role) =>
    ordersFor(
      role,
      wanted,
      { organisation, person, logo, date: wanted.date, department: department?.id ?? null, fingerprint: options.fingerprint ?? false },
      office.library,
      problems,
    ),
  );
  const write = { folder: options.out, force: options.force ?? false };
  // Obstacles are found before the work, not after it.
  attempt(
    () =>
      workspace.writeAll(
        orders.map(({ path }) => ({ path, bytes: new Uint8Array() })),
        { ...write, dryRun: true },
      ),
    problems,
  );
  if (hasErrors(problems)) return finish(office, options, problems, [], exit.failure);

  const printed = await printAll(orders, { reference, profile: wanted.profile, flat: options.flat ?? false }, office, problems);
  if (hasErrors(problems)) return finish(office, options, problems, [], exit.failure);
  if (!options.dryRun)
    attempt(
      () =>
        workspace.writeAll(
          printed.map(({ file }) => file),
          write,
        ),
      problems,
    );
  if (hasErrors(problems)) return finish(office, options, problems, [], exit.failure);

  const made = printed.map((one) => ({ ...one.made, path: `${options.out}/${one.made.path}` }));
  finish(office, options, problems, made, exit.ok);
  if (!options.json) summarise(made, options, office, started);
  return exit.ok;
}

/** What all documents of the command have in common. */
type Shared = Pick<Job, 'organisation' | 'person' | 'logo' | 'date' | 'department' | 'fingerprint'>;

function ordersFor(role: Role, wanted: Wanted, shared: Shared, library: Library, problems: Diagnostic[]): Order[] {
  const documents = documentsOf(role, wanted, shared.organisation, shared.person, problems);
  problems.push(...probationWarnings(role, documents, shared, library));
  return documents.map(({ kind, locale, jurisdiction, format }) => ({
    job: { role, kind, locale, jurisdiction, ...shared },
    format,
    path: `${role.id}/${kind}.${locale}.${format}`,
  }));
}

/** From so many documents on, it pays to prepare for many. */
const many = 40;

async function printAll(
  orders: readonly Order[],
  options: PrintOptions,
  office: Office,
  problems: Diagnostic[],
): Promise<{ file: OutputFile; made: MadeFile }[]> {
  const press = createPress(office.library, readFonts);
  const calendarFor = openCalendars(office.library, office.language);
  if (orders.length >= many) office.terminal.longWork?.();
  const bar = progress(office, orders.length);
  const printed: { file: OutputFile; made: MadeFile }[] = [];
  for (const { job, format, path } of orders) {
    bar.step(path);
    const done = await attemptLater(async () => {
      const dated = { ...job, calendar: calendarFor(job) };
      if (!isPaper(format)) return press.transfer(dated, format);
      const tree = press.assemble(dated);
      // Only this profile may carry another file.
      const attachment = options.profile === '3a' ? roleData(job, tree.title) : null;
      return press.print(tree, format, { ...options, attachment });
    }, problems);
    if (!done) continue;
    const { kind, locale, jurisdiction } = job;
    printed.push({
      file: { path, bytes: done.bytes },
      made: { path, role: job.role.id, kind, locale, jurisdiction, format, bytes: done.bytes.length, pages: done.pages },
    });
  }
  bar.end();
  return printed;
}

function finish(
  office: Office,
  options: GenerateOptions,
  diagnostics: readonly Diagnostic[],
  files: readonly MadeFile[],
  code: ExitCode,
): ExitCode {
  const { terminal } = office;
  if (options.json) terminal.out(`${JSON.stringify({ files, diagnostics: office.plain(diagnostics) }, null, 2)}\n`);
  else {
    office.report(diagnostics);
    for (const file of files) terminal.out(`${file.path}\n`);
  }
  return code;
}

function summarise(made: readonly MadeFile[], options: GenerateOptions, { terminal, say }: Office, started: number): void {
  const bytes = made.reduce((sum, file) => sum + file.bytes, 0);
  const size = Math.round(bytes / 1024);
  const seconds = Math.round((terminal.milliseconds() - started) / 100) / 10;
  terminal.err(`\n${summaryTable(made, say)}\n`);
  terminal.err(
    `${say(options.dryRun ? 'generate.wouldMake' : 'generate.made', { files: made.length, folder: options.out, size, seconds })}\n`,
  );
}
