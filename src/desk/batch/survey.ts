/** A first walk through the list: how many rows there are, and which roles they need; these are read before any work begins. */
import { identityOf } from '../../output/folders.js';
import { digestOf } from '../../content/digest.js';
import type { PersonRow } from '../../staff-list/people.js';
import type { Person } from '../../person/person.generated.js';
import type { BaseRole } from '../../organisation/version.js';
import type { Lines } from '../../structure/lines.js';
import { positionsFor } from '../../structure/placing.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Role } from '../../role/role.generated.js';
import { openRoles } from '../department-roles.js';
import type { DepartmentRole } from '../department-roles.js';
import type { Desk } from '../desk.js';
import type { OrganisationFile } from '../organisation-file.js';
import type { WrittenRole } from '../title-forms.js';
import type { StaffList } from './list.js';

export interface Survey {
  rows: number;
  /** By role, and by role and department where the department has its own version. */
  roles: Record<string, Role>;
  /** The same roles, and where in their files each of their values stands. */
  written: readonly WrittenRole[];
  /** The key of a person's role; null when the role cannot be read. */
  keyOf(row: PersonRow): string | null;
  /** The roles that the role of a key is a version of, the nearest first. */
  basesOf(key: string): readonly BaseRole[];
  /** A mark of the content of a role. */
  digestOf(key: string): string;
  /** Of everybody whose row can be read. */
  identities: ReadonlySet<string>;
}

export async function survey(list: StaffList, from: OrganisationFile | null, desk: Desk, problems: Diagnostic[]): Promise<Survey> {
  const open = openRoles(from, desk, problems);
  const known = new Set(from?.organisation.departments?.map(({ id }) => id));
  /** Roles of which some department has a version. */
  const own = new Set(from?.organisation.departments?.flatMap(({ overlays = {} }) => Object.keys(overlays)));
  const roles: Record<string, Role> = {};
  const written: WrittenRole[] = [];
  const bases = new Map<string, readonly BaseRole[]>();
  const identities = new Set<string>();
  let rows = 0;

  const roleOf = ({ person, role }: PersonRow): DepartmentRole | null => {
    const department = person.department ?? (own.has(role) ? homeOf(from?.structure?.lines ?? null, role, person) : null);
    return open(role, typeof department === 'string' && known.has(department) ? department : null);
  };

  for await (const row of list.sheet.rows) {
    rows += 1;
    const { read } = list.read(row);
    if (!read) continue;
    const found = roleOf(read);
    if (found && !(found.key in roles)) written.push(found);
    if (found) roles[found.key] = found.role;
    if (found) bases.set(found.key, found.bases);
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
    written,
    identities,
    keyOf: (row) => roleOf(row)?.key ?? null,
    basesOf: (key) => bases.get(key) ?? [],
    digestOf: markOf,
  };
}

/** The department of somebody whose row names none: that of the position, where all that may be meant are in one. */
function homeOf(lines: Lines | null, role: string, person: Person): string | null {
  if (!lines) return null;
  const ids = positionsFor(lines, { roles: [role], person, department: null, day: null });
  const homes = new Set(ids.map((id) => lines.places.get(id)?.department?.id ?? null));
  const [home = null] = homes;
  return homes.size === 1 ? home : null;
}
