/** Departments of the organisation and the overlays that they have of roles. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import { fileNamedIn } from '../read/named-file.js';
import { segment } from '../read/yaml-data.js';
import type { Text } from '../role/role.generated.js';
import type { Workspace } from '../workspace/workspace.js';
import type { OrganisationFile } from './organisation-file.js';

export interface Department {
  id: string;
  /** Its own version of a role, by the id of the role; null when it takes the role as it is. */
  overlay(role: string): { workspace: Workspace; path: string } | Diagnostic | null;
}

/** Who has departments, and the files that name their overlays. */
export type Departments = Pick<OrganisationFile, 'file' | 'structure'> & {
  readonly organisation: Pick<OrganisationFile['organisation'], 'departments'>;
};

const wordingsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** The department of the command line, which needs an organisation. */
export function departmentAsked(
  { department, organisation }: { department?: string; organisation?: string | null },
  from: OrganisationFile | null,
  problems: Diagnostic[],
): Department | null {
  if (department === undefined) return null;
  if (organisation != null) return from && departmentNamed(department, from, problems);
  problems.push(diagnostic('department-needs-organisation', { department }));
  return null;
}

/** The department with this id or name, in any language and in capitals or not. Null when there is none; `problems` says so. */
export function departmentNamed(name: string, { organisation, file, structure }: Departments, problems: Diagnostic[]): Department | null {
  const all = organisation.departments ?? [];
  const wanted = name.trim().toLowerCase();
  const found =
    all.find(({ id }) => id === wanted) ?? all.find((one) => wordingsOf(one.name).some((words) => words.toLowerCase() === wanted));
  if (!found) {
    const known = all.flatMap((one) => [one.id, ...wordingsOf(one.name)]);
    problems.push(
      diagnostic(
        'unknown-department',
        { department: name, nearest: nearest(name, known), known: all.map(({ id }) => id).join(', ') },
        { file: (structure?.file ?? file).path },
      ),
    );
    return null;
  }
  return {
    id: found.id,
    overlay(role) {
      const overlayName = found.overlays && Object.hasOwn(found.overlays, role) ? found.overlays[role] : undefined;
      if (overlayName === undefined) return null;
      const pointer = `/departments/${all.indexOf(found)}/overlays${segment(role)}`;
      const overlay = fileNamedIn(structure?.file ?? file, overlayName, { pointer, outside: 'department-overlay-outside' });
      return 'code' in overlay ? overlay : { workspace: file.workspace, path: overlay.path };
    },
  };
}
