/** What `rolewright generate` is asked for, read anew from the files: which documents are to be made of what. */
import { aimsAt } from '../../desk/aims.js';
import { attemptLater } from '../../desk/attempt.js';
import { readFormer } from '../../desk/comparison.js';
import { departmentAsked } from '../../desk/departments.js';
import { countryProblems, wantedBy } from '../../desk/documents.js';
import type { DocumentOptions } from '../../desk/documents.js';
import { employerAt } from '../../desk/employer.js';
import { ordersForAims } from '../../desk/orders.js';
import type { Aim, Order } from '../../desk/orders.js';
import { positionProblems } from '../../desk/positions.js';
import { provisionalWarnings } from '../../desk/provisional.js';
import { referenceAt } from '../../desk/reference-document.js';
import { organisationPath, projectOf, settled, unusedFolders, usualOut } from '../../desk/settings.js';
import { knownRoles, personAt, readRoles } from '../../desk/sources.js';
import { titleFormWarnings } from '../../desk/title-forms.js';
import { diagnostic, hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { PrintOptions } from '../../press/press.js';
import { listRoles } from '../../role/read.js';
import type { Office } from '../office.js';
import { exit } from '../terminal.js';
import type { ExitCode } from '../terminal.js';
import { isUsageProblem } from '../usage.js';

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
  watch?: boolean;
  json?: boolean;
}

/** Options with what the project has settled. */
export type Settled = Omit<GenerateOptions, 'organisation' | 'out'> & { readonly out: string };

export interface Errand {
  readonly options: Settled;
  readonly orders: readonly Order[];
  readonly print: PrintOptions;
}

/** An errand that cannot be carried out, with the code for it; `problems` says why. */
export interface Refused {
  readonly options: Settled;
  readonly refused: ExitCode;
}

export async function readErrand(
  names: readonly string[],
  asked: GenerateOptions,
  office: Office,
  problems: Diagnostic[],
): Promise<Errand | Refused> {
  const usage: Diagnostic[] = [];
  const faults: Diagnostic[] = [];
  const project = projectOf(office, faults);
  problems.push(...unusedFolders(office));
  const options: Settled = { out: usualOut, ...settled(asked, project, office.terminal.today) };
  const wanted = wantedBy(options, office.library, usage);
  const roleNames = options.all ? listRoles(office.shelf).map((role) => role.id) : names;
  if (options.position !== undefined && roleNames.length > 0) usage.push(diagnostic('position-or-roles', { position: options.position }));
  if (roleNames.length === 0 && options.position === undefined)
    usage.push(diagnostic('roles-not-named', { known: knownRoles(office).join(', ') }));
  if (options.from !== undefined && roleNames.length > 1) usage.push(diagnostic('from-needs-one-role', { count: roleNames.length }));
  problems.push(...(hasErrors(usage) ? usage : faults));
  if (hasErrors(usage)) return { options, refused: exit.usage };
  if (hasErrors(problems)) return { options, refused: exit.failure };

  const path = organisationPath(asked.organisation, project, office, problems);
  const { organisation, logo, from, structure } = employerAt(path, office, problems);
  const department = departmentAsked({ ...options, organisation: path }, from, problems);
  const aims: readonly Aim[] =
    options.position === undefined
      ? readRoles(roleNames, office, problems, department).map((described) => ({ ...described, position: null }))
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
  if (hasErrors(problems)) return { options, refused: problems.some(isUsageProblem) ? exit.usage : exit.failure };

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
  if (hasErrors(problems)) return { options, refused: exit.failure };
  problems.push(...provisionalWarnings(orders, options.person, office, office.language));
  problems.push(...titleFormWarnings(orders, { aims, from, personFile: options.person }, office));
  return {
    options,
    orders,
    print: { reference, profile: wanted.profile ?? organisation?.pdfProfile ?? '2a', flat: options.flat ?? false },
  };
}
