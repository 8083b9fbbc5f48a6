/** A structure checked against itself, the roles of the project and the organisation it belongs to. */
import { diagnostic, inOrder } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Finding } from '../read/finding.js';
import { listRoles } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import { checkLines } from '../structure/check/check.js';
import type { Totals } from '../structure/check/check.js';
import type { Roles, Signed } from '../structure/check/inspected.js';
import type { Place } from '../structure/lines.js';
import { departmentOf } from '../structure/seen-from.js';
import { openRoles } from './department-roles.js';
import type { Desk } from './desk.js';
import { knownRoles } from './sources.js';
import type { AskedStructure } from './structure-asked.js';
import type { StructureFile } from './structure-file.js';
import { structureTitleProblems } from './title-forms.js';

export interface CheckedStructure {
  readonly diagnostics: readonly Diagnostic[];
  readonly totals: Totals;
}

/** `signed` tells who has signed what, where somebody keeps account of it. */
export function checkStructure({ structure, day }: AskedStructure, desk: Desk, signed: Signed | null = null): CheckedStructure {
  const { lines } = structure;
  const ofRoles: Diagnostic[] = [];
  const roles = rolesOf(structure, desk, ofRoles);
  const { findings, totals } = checkLines({ lines, day, roles, signed });
  return {
    diagnostics: [...ofRoles.filter(({ severity }) => severity === 'error'), ...told(findings, structure)],
    totals,
  };
}

/** The roles of positions as their departments have them. Of what is wrong with a role, errors alone keep it from being read. */
function rolesOf({ lines, file }: StructureFile, desk: Desk, problems: Diagnostic[]): Roles {
  const known = knownRoles(desk);
  const there = new Set(known);
  const departments = [...lines.departments.values()].map(departmentOf);
  const read = openRoles({ organisation: { departments }, file, structure: { lines, file } }, desk, problems);
  const roles = new Map<string, Role | null>();
  const of = ({ position: { role }, department }: Place): Role | null => {
    // Thousands of positions have the same role in the same department.
    const key = `${role} ${department?.id}`;
    const ready = roles.get(key);
    if (ready !== undefined) return ready;
    const found = role === undefined || !there.has(role) ? null : (read(role, department?.id ?? null)?.role ?? null);
    roles.set(key, found);
    return found;
  };
  return { known, own: ownRoles(desk), of };
}

/** Roles of the folder that the user works in, and of the project; those of the library are offered, not meant. */
const ownRoles = ({ workspace, shelf }: Desk): string[] => {
  const ofProject = listRoles(shelf).filter(({ path }) => shelf.originOf(path) === 'project');
  return [...new Set([...listRoles(workspace), ...ofProject].map(({ id }) => id))].sort();
};

/** Findings beyond these say that the table is another one. */
const most = 200;

function told(findings: readonly Finding[], structure: StructureFile): Diagnostic[] {
  const { locate, path } = structure.file;
  const found = findings.map((one) => diagnostic(one.code, one.args, locate(one.pointer, one.side), one.severity));
  const all = inOrder([...found, ...structureTitleProblems(structure)]);
  if (all.length <= most) return all;
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  const shown = [...all.filter(isError), ...all.filter((one) => !isError(one))].slice(0, most);
  return [...inOrder(shown), diagnostic('more-problems', { count: all.length - most }, { file: path }, 'info')];
}
