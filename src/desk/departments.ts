/** Departments of the organisation and the overlays that they have of roles. */
import { posix } from 'node:path';
import { diagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import { nearest } from '../nearest.js';
import type { Organisation } from '../organisation.generated.js';
import type { Text } from '../role/role.generated.js';
import type { Workspace } from '../workspace.js';
import type { Desk } from './desk.js';

export interface Department {
  id: string;
  /** Its own version of a role, by the id of the role; null when it takes the role as it is. */
  overlay(role: string): { workspace: Workspace; path: string } | Diagnostic | null;
}

const wordingsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** The department with this id or name, in any language and in capitals or not. Null when there is none; `problems` says so. */
export function departmentNamed(
  name: string,
  organisation: Organisation | null,
  path: string | undefined,
  desk: Desk,
  problems: Diagnostic[],
): Department | null {
  if (path === undefined) {
    problems.push(diagnostic('department-needs-organisation', { department: name }));
    return null;
  }
  if (!organisation) return null;
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
        { file: path },
      ),
    );
    return null;
  }
  const { workspace } = desk;
  const folder = posix.dirname(path.replaceAll('\\', '/'));
  return {
    id: found.id,
    overlay(role) {
      const file = found.overlays && Object.hasOwn(found.overlays, role) ? found.overlays[role] : undefined;
      if (file === undefined) return null;
      const overlay = posix.join(folder, file.replaceAll('\\', '/'));
      return workspace.within(overlay, folder)
        ? { workspace, path: overlay }
        : diagnostic('department-overlay-outside', { file }, { file: path });
    },
  };
}
