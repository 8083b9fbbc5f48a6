/** An employer with all that is known of the work there, for callers that make papers for its people again and again. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import type { Project } from '../project/project.generated.js';
import type { PersonRow } from '../staff-list/people.js';
import { attemptLater } from './attempt.js';
import { openList } from './batch/staff-list.js';
import { openRoles } from './department-roles.js';
import type { DepartmentRole } from './department-roles.js';
import type { Desk } from './desk.js';
import { employerAt } from './employer.js';
import type { Employer } from './employer.js';
import { organisationPath, projectOf } from './settings.js';
import type { StaffChoices } from './staff-choices.js';

export interface Workplace extends Employer {
  readonly project: Project | null;
  /** The role as a department has it, by their ids; null where it cannot be read, which `problems` then says once. */
  role(id: string, department: string | null): DepartmentRole | null;
}

/** The employer of a project, or the one that is asked for by its path. What is wrong with its files goes to `problems`. */
export function openWorkplace(asked: { readonly organisation?: string }, desk: Desk, problems: Diagnostic[]): Workplace {
  const project = projectOf(desk, problems);
  const employer = employerAt(organisationPath(asked.organisation, project, desk, problems), desk, problems);
  const departments = new Set(employer.organisation?.departments?.map(({ id }) => id));
  const roles = openRoles(employer.from, desk, problems);
  return {
    ...employer,
    project,
    role: (id, department) => roles(id, department !== null && departments.has(department) ? department : null),
  };
}

export interface StaffOptions {
  readonly sheet?: string | undefined;
  /** The role of everybody whose row names none. */
  readonly role?: string | undefined;
  /** The day for which a structure is asked who holds its positions, YYYY-MM-DD. */
  readonly day: string | null;
  /** Of people of whom nothing else says it. */
  readonly language: Locale;
  /** What is said of the list; it goes before what the project says of all lists. */
  readonly choices?: StaffChoices | undefined;
}

/** Everybody in a staff list or a structure, row by row; null where it is none. Rows with errors are left out, and `problems` says why. */
export async function readStaff(
  path: string,
  { organisation, structure, project }: Workplace,
  { sheet, role, day, language, choices }: StaffOptions,
  desk: Desk,
  problems: Diagnostic[],
): Promise<readonly PersonRow[] | null> {
  const { columns, dateOrder, encoding, titles } = project?.staffList ?? {};
  const options = {
    tellsDates: true,
    ...{
      organisation,
      structure,
      language,
      date: day,
      hiddenRows: false,
      jurisdiction: null,
      locale: null,
      headerRow: choices?.headerRow ?? null,
    },
    ...{ columns: { ...columns, ...choices?.columns }, dateOrder: choices?.dateOrder ?? dateOrder ?? null },
    ...{ titles: titles ?? {}, usualEncoding: encoding },
    ...(choices?.encoding && { encoding: choices.encoding }),
    ...(sheet !== undefined && { sheet }),
    ...(role !== undefined && { role }),
  };
  const wrong: Diagnostic[] = [];
  const list = await attemptLater(() => openList(path, options, desk, wrong), wrong);
  problems.push(...wrong);
  if (!list || hasErrors(wrong)) return null;
  const people: PersonRow[] = [];
  for await (const row of list.sheet.rows) {
    const { read, diagnostics } = list.read(row);
    problems.push(...diagnostics);
    if (read) people.push(read);
  }
  return people;
}
