/** Moving posts and departments out of organisation files into structure files beside them. */
import { posix } from 'node:path';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { liftStructure } from '../migrate/structure-lift.js';
import type { TitledRole } from '../migrate/structure-lift.js';
import { readOrganisation } from '../organisation/organisation.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { superiorsOf } from '../organisation/superior.js';
import { listRoles, readRole } from '../role/read.js';
import { structureFile } from '../structure/structure.js';
import type { Desk } from './desk.js';
import { sureKindOf } from './file-kind.js';
import { attempt } from './attempt.js';
import { findRole } from './sources.js';

export interface StructureErrand {
  /** Organisation files, and folders in which they are looked for; the project, or else the working folder, when there are none. */
  readonly paths: readonly string[];
  /** Whether the files are written. */
  readonly write: boolean;
}

/** The files that were, or would be, written; all of an organisation or none. What cannot be moved goes to `problems`. */
export function liftStructures({ paths, write }: StructureErrand, desk: Desk, problems: Diagnostic[]): readonly string[] {
  const asked = paths.length > 0 ? paths.map((one) => posix.normalize(one.replaceAll('\\', '/'))) : [desk.shelf.project?.folder ?? '.'];
  return asked.flatMap((path) => organisationsAt(path, desk, problems)).flatMap((path) => liftOne(path, write, desk, problems));
}

function organisationsAt(path: string, { workspace }: Desk, problems: Diagnostic[]): string[] {
  const names = attempt(() => workspace.list(path), problems);
  if (names === null) return [];
  const files = names.length === 0 ? [path] : names.filter((name) => /\.ya?ml$/.test(name)).map((name) => posix.join(path, name));
  return files.filter((file) => {
    const text = attempt(() => workspace.readText(file), []);
    return text !== null && sureKindOf(text, file) === 'organisation';
  });
}

function liftOne(path: string, write: boolean, desk: Desk, problems: Diagnostic[]): string[] {
  const { workspace, shelf } = desk;
  const { organisation, diagnostics } = readOrganisation(workspace, path, shelf);
  // Moved as it stands, a mistake would be told of twice, and of a file that nobody wrote.
  if (!organisation) {
    problems.push(...diagnostics);
    return [];
  }
  const folder = posix.dirname(path);
  const { texts, diagnostics: told } = liftStructure(workspace.readText(path), path, structureFile, rolesOf(organisation, desk));
  problems.push(...told);
  if (!texts) return [];
  const structure = posix.join(folder, structureFile);
  if (workspace.exists(structure)) {
    problems.push(diagnostic('structure-exists', { file: structure }, { file: structure }));
    return [];
  }
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const files = [
    { path: posix.basename(path), bytes: bytes(texts.organisation) },
    { path: structureFile, bytes: bytes(texts.structure) },
  ];
  const written = !write || attempt(() => workspace.writeAll(files, { folder, force: true }), problems) !== null;
  return written && !hasErrors(told) ? [path, structure] : [];
}

/** The roles that the organisation speaks of, and those that the user has. */
function rolesOf(organisation: Organisation, desk: Desk): TitledRole[] {
  const { superiors = {}, positions = {}, numbering, departments = [] } = organisation;
  const named = [
    ...listRoles(desk.workspace).map(({ id }) => id),
    ...Object.keys(superiors),
    ...Object.keys(positions),
    ...Object.keys(numbering?.numbers ?? {}),
    ...departments.flatMap(({ overlays = {} }) => Object.keys(overlays)),
  ];
  return [...new Set(named)].flatMap((id) => {
    const found = findRole(id, desk);
    const role = 'code' in found ? null : readRole(found.workspace, found.path, desk.shelf).role;
    if (!role) return [];
    const [superior] = superiorsOf(role, { organisation, person: null });
    return [{ id, title: role.title, superior: superior?.post ?? undefined }];
  });
}
