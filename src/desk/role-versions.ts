/** Which role a department's own version is of: positions name the role, and its version has an id of its own. */
import { fileNamedIn } from '../read/named-file.js';
import type { NamingFile } from '../read/named-file.js';
import { parseText } from '../read/data.js';
import { isRecord } from '../read/schema-walk.js';
import type { Lines } from '../structure/lines.js';
import { attempt } from './attempt.js';

/** A role, and the department whose own version of it is meant; null where several have the same. */
export interface RoleVersion {
  readonly role: string;
  readonly department: string | null;
}

/** By the id that the version has. Files that cannot be read are left out: whoever uses them will say why. */
export function versionsIn(lines: Lines, file: NamingFile): ReadonlyMap<string, RoleVersion> {
  const versions = new Map<string, RoleVersion>();
  for (const { id: department, overlays = {} } of lines.departments.values())
    for (const [role, name] of Object.entries(overlays)) {
      const id = idAt(name, file);
      if (id !== null) versions.set(id, { role, department: versions.has(id) ? null : department });
    }
  return versions;
}

function idAt(name: string, file: NamingFile): string | null {
  const named = fileNamedIn(file, name, { pointer: '', outside: 'department-overlay-outside' });
  if ('code' in named) return null;
  const text = attempt(() => file.workspace.readText(named.path), []);
  const data = text === null ? null : parseText(text, named.path).parsed?.data;
  return isRecord(data) && typeof data.id === 'string' ? data.id : null;
}
