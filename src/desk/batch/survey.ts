/** A first walk through the list: how many rows there are, and which roles they need; these are read before any work begins. */
import { identityOf } from '../../output/folders.js';
import { digestOf } from '../../content/digest.js';
import type { PersonRow } from '../../staff-list/people.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { readRole } from '../../role/read.js';
import type { Role } from '../../role/role.generated.js';
import { departmentNamed } from '../departments.js';
import type { Department } from '../departments.js';
import type { Desk } from '../desk.js';
import { findRoleOf } from '../sources.js';
import type { OrganisationFile } from '../organisation-file.js';
import type { StaffList } from './list.js';

export interface Survey {
  rows: number;
  /** By role, and by role and department where the department has its own version. */
  roles: Record<string, Role>;
  /** The key of a person's role; null when the role cannot be read. */
  keyOf(row: PersonRow): string | null;
  /** A mark of the content of a role. */
  digestOf(key: string): string;
  /** Of everybody whose row can be read. */
  identities: ReadonlySet<string>;
}

export async function survey(list: StaffList, from: OrganisationFile | null, desk: Desk, problems: Diagnostic[]): Promise<Survey> {
  const departments = new Map<string, Department | null>();
  const keys = new Map<string, string | null>();
  const roles: Record<string, Role> = {};
  const identities = new Set<string>();
  let rows = 0;

  function departmentOf({ person }: PersonRow): Department | null {
    const id = person.department;
    if (typeof id !== 'string' || !from?.organisation.departments?.some((one) => one.id === id)) return null;
    const known = departments.get(id) ?? departmentNamed(id, from, problems);
    departments.set(id, known);
    return known;
  }

  function readFor(row: PersonRow): string | null {
    const department = departmentOf(row);
    const key = department?.overlay(row.role) ? `${row.role} ${department.id}` : row.role;
    if (keys.has(key)) return keys.get(key) ?? null;
    const found = findRoleOf(department, row.role, desk, problems);
    const reading = 'code' in found ? { role: null, diagnostics: [found] } : readRole(found.workspace, found.path, desk.shelf);
    problems.push(...reading.diagnostics);
    if (reading.role) roles[key] = reading.role;
    keys.set(key, reading.role ? key : null);
    return reading.role ? key : null;
  }

  for await (const row of list.sheet.rows) {
    rows += 1;
    const { read } = list.read(row);
    if (!read) continue;
    readFor(read);
    identities.add(identityOf(read.person));
  }

  const marks = new Map<string, string>();
  const markOf = (key: string): string => {
    const role = roles[key];
    if (!role) throw new Error(`no role ${key}`);
    const mark = marks.get(key) ?? digestOf(role, 16);
    marks.set(key, mark);
    return mark;
  };
  return {
    rows,
    roles,
    identities,
    keyOf: readFor,
    digestOf: markOf,
  };
}
