/** What a file of the user describes, before anybody knows how to read it. */
import { basename, dirname } from 'node:path';
import { projectFile } from '../project/project.js';
import { shelfFolders } from './shelf-files.js';
import type { ShelfFolder } from './shelf-files.js';
import type { Workspace } from '../workspace/workspace.js';

export type FileKind = 'role' | 'organisation' | 'person' | 'project' | ShelfFolder;

/** Schemas that are not called as what they are for. */
const schemas: Readonly<Record<string, FileKind>> = {
  overlay: 'role',
  kind: 'kinds',
  competency: 'competencies',
  theme: 'themes',
  jurisdiction: 'jurisdictions',
  locale: 'locales',
  'lint-rule': 'lint',
};

/** What a file describes: as its first line names the schema, else as its keys say; a role when in doubt. */
export function kindOf(workspace: Workspace, path: string): FileKind {
  let text: string;
  try {
    text = workspace.readText(path);
  } catch {
    // The reader of roles will say why it cannot be read.
    return 'role';
  }
  const named = /\$schema[=:].*?\b(role|overlay|organisation|person|project|kind|competency|theme|jurisdiction|locale|lint-rule)\.schema\.json/.exec(
    text.slice(0, 2000),
  )?.[1];
  if (named) return schemas[named] ?? (named as FileKind);
  const shelved = shelfFolders.find((one) => one === basename(dirname(path)));
  if (shelved) return shelved;
  if (basename(path) === projectFile) return 'project';
  const has = (key: string): boolean => new RegExp(`^${key}\\s*:`, 'm').test(text);
  if (has('duties') || has('purpose') || has('extends')) return 'role';
  if (has('hireDate') || has('personnelNumber') || has('gender')) return 'person';
  return has('jurisdiction') || has('signatories') ? 'organisation' : 'role';
}
