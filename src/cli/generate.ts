/** `rolewright generate`: documents from roles, all of them or none. */
import { readFormer } from '../desk/comparison.js';
import { departmentAsked } from '../desk/departments.js';
import { countryProblems, wantedBy } from '../desk/documents.js';
import type { DocumentOptions } from '../desk/documents.js';
import { employerAt } from '../desk/employer.js';
import { aimsAt } from '../desk/aims.js';
import { makeOrders, ordersForAims } from '../desk/orders.js';
import { organisationPath, projectOf, settled, usualOut } from '../desk/settings.js';
import { provisionalWarnings } from '../desk/provisional.js';
import type { Aim, MadeOrder, Order } from '../desk/orders.js';
import { positionProblems } from '../desk/positions.js';
import { referenceAt } from '../desk/reference-document.js';
import { attempt, attemptLater } from '../desk/attempt.js';
import { knownRoles, personAt, readRoles } from '../desk/sources.js';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { PrintOptions } from '../press/press.js';
import { listRoles } from '../role/read.js';
import type { Office } from './office.js';
import { progress } from './progress.js';
import { summaryTable } from './summary.js';
import type { MadeFile } from './summary.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';
import { isUsageProblem } from './usage.js';

export interface GenerateOptions extends DocumentOptions {
  organisation?: string | false;
  person?: string;
  referenceDoc?: string;
  flat?: boolean;
  department?: string;
  /** Ids of positions in the structure, or “all”. */
  position?: string;
  fingerprint?: boolean;
  /** The earlier version of the role. */
  from?: string;
  reason?: string;
  out?: string;
  all?: boolean;
  force?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

export async function generate(names: readonly string[], asked: GenerateOptions, office: Office): Promise<ExitCode> {
  const started = office.terminal.milliseconds();
  const usage: Diagnostic[] = [];
  const problems: Diagnostic[] = [];
  const project = projectOf(office, problems);
  const options = { out: usualOut, ...settled(asked, project, office.terminal.today) };
  const wanted = wantedBy(options, office.library, usage);
  const roleNames = options.all ? listRoles(office.shelf).map((role) => role.id) : names;
  if (options.position !== undefined && roleNames.length > 0) usage.push(diagnostic('position-or-roles', { position: options.position }));
  if (roleNames.length === 0 && options.position === undefined)
    usage.push(diagnostic('roles-not-named', { known: knownRoles(office).join(', ') }));
  if (options.from !== undefined && roleNames.length > 1) usage.push(diagnostic('from-needs-one-role', { count: roleNames.length }));
  if (hasErrors(usage)) return finish(office, options, usage, [], exit.usage);

  if (hasErrors(problems)) return finish(office, options, problems, [], exit.failure);
  const { workspace } = office;
  const path = organisationPath(asked.organisation, project, office, problems);
  const { organisation, logo, from, structure } = employerAt(path, office, problems);
  const department = departmentAsked({ ...options, organisation: path }, from, problems);
  const aims: readonly Aim[] =
    options.position === undefined
      ? readRoles(roleNames, office, problems, department).map((role) => ({ role, position: null }))
      : aimsAt(options.position, { department }, from, office, problems);
  const roles = [...new Set(aims.map(({ role }) => role))];
  problems.push(...positionProblems(roles, from));
  if (!hasErrors(problems)) problems.push(...countryProblems(roles, wanted, organisation, office.library));
  const person = options.person === undefined ? null : personAt(options.person, office, problems);
  const former = options.from === undefined ? null : readFormer(options.from, office, office.terminal.git, problems);
  const reference =
    options.referenceDoc === undefined
      ? null
      : await attemptLater(() => referenceAt(options.referenceDoc ?? '', wanted.formats, office, problems), problems);
  if (reference && options.fingerprint && wanted.formats.includes('docx'))
    problems.push(diagnostic('reference-no-fingerprint', {}, {}, 'warning'));
  if (hasErrors(problems)) return finish(office, options, problems, [], problems.some(isUsageProblem) ? exit.usage : exit.failure);

  const hireDate = project?.date === 'hire-date' ? (person?.hireDate ?? null) : null;
  const common = {
    organisation,
    structure,
    person,
    logo,
    date: wanted.date ?? hireDate,
    department: department?.id ?? null,
    fingerprint: options.fingerprint ?? false,
    detail: wanted.detail,
    former,
    effective: wanted.effective,
    reason: options.reason ?? null,
  };
  const orders = ordersForAims(aims, wanted, common, office, problems);
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

  problems.push(...provisionalWarnings(orders, options.person, office, office.language));
  const printed = await makeAll(orders, { reference, profile: wanted.profile, flat: options.flat ?? false }, office, problems);
  if (hasErrors(problems)) return finish(office, options, problems, [], exit.failure);
  if (!options.dryRun) attempt(() => workspace.writeAll(printed, write), problems);
  if (hasErrors(problems)) return finish(office, options, problems, [], exit.failure);

  const made = printed.map(({ job, format, path, bytes, pages }): MadeFile => {
    const { role, roles: its, kind, locale, jurisdiction } = job;
    const about = its ? { roles: its.map(({ id }) => id) } : {};
    return { path: `${options.out}/${path}`, role: role.id, ...about, kind, locale, jurisdiction, format, bytes: bytes.length, pages };
  });
  finish(office, options, problems, made, exit.ok);
  if (!options.json) summarise(made, options, office, started);
  return exit.ok;
}

type Settled = Omit<GenerateOptions, 'organisation' | 'out'> & { readonly out: string };

/** From so many documents on, it pays to prepare for many. */
const many = 40;

async function makeAll(orders: readonly Order[], options: PrintOptions, office: Office, problems: Diagnostic[]): Promise<MadeOrder[]> {
  if (orders.length >= many) office.terminal.longWork?.();
  const bar = progress(office, orders.length);
  const made = await makeOrders(orders, { ...options, begin: ({ path }) => bar.step(path) }, office, problems);
  bar.end();
  return made;
}

function finish(
  office: Office,
  options: Settled,
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

function summarise(made: readonly MadeFile[], options: Settled, { terminal, say }: Office, started: number): void {
  const bytes = made.reduce((sum, file) => sum + file.bytes, 0);
  const size = Math.round(bytes / 1024);
  const seconds = Math.round((terminal.milliseconds() - started) / 100) / 10;
  terminal.err(`\n${summaryTable(made, say)}\n`);
  terminal.err(
    `${say(options.dryRun ? 'generate.wouldMake' : 'generate.made', { files: made.length, folder: options.out, size, seconds })}\n`,
  );
}
