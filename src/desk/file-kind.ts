/** What a file of the user describes, before anybody knows how to read it. */
import { basename, dirname } from 'node:path';
import { projectFile } from '../project/project.js';
import { parseText } from '../read/data.js';
import { isRecord } from '../read/schema-walk.js';
import { shelfFolders } from './shelf-files.js';
import type { ShelfFolder } from './shelf-files.js';
import { structureBounds } from '../structure/structure.js';
import type { Workspace } from '../workspace/workspace.js';

export type FileKind = 'role' | 'organisation' | 'structure' | 'person' | 'project' | ShelfFolder;

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
    text = workspace.readText(path, structureBounds.bytes);
  } catch {
    // The reader of roles will say why it cannot be read.
    return 'role';
  }
  const named = namedKind(text);
  if (named) return named;
  const shelved = shelfFolders.find((one) => one === basename(dirname(path)));
  if (shelved) return shelved;
  if (basename(path) === projectFile) return 'project';
  const has = keysAtLeft(text);
  if (has('duties') || has('purpose') || has('extends')) return 'role';
  if (has('hireDate') || has('personnelNumber') || has('gender')) return 'person';
  if (has('positions') && !has('jurisdiction')) return 'structure';
  return has('jurisdiction') || has('signatories') ? 'organisation' : 'role';
}

/** What a file that merely lies in a folder describes; null unless there is no doubt that it is one of ours. */
export function sureKindOf(text: string, path: string): FileKind | null {
  const named = namedKind(text);
  if (named) return named;
  if (basename(path) === projectFile) return 'project';
  const isKind = basename(dirname(path)) === 'kinds';
  // Keys in braces or further right take reading the file.
  return kindWith(keysAtLeft(text), isKind) ?? kindWith(keysOf(text), isKind);
}

type Has = (key: string) => boolean;

function kindWith(has: Has, isKind: boolean): FileKind | null {
  if (isKind) return has('id') && has('for') ? 'kinds' : null;
  if ((has('duties') && has('languages')) || (has('extends') && has('base'))) return 'role';
  if (has('positions') && has('languages') && !has('jurisdiction')) return 'structure';
  if (!has('name')) return null;
  if (has('jurisdiction') && has('languages')) return 'organisation';
  return has('hireDate') || has('personnelNumber') || has('gender') ? 'person' : null;
}

const keysAtLeft =
  (text: string): Has =>
  (key) =>
    new RegExp(`^${key}\\s*:`, 'm').test(text);

function keysOf(text: string): Has {
  const { parsed } = parseText(text, '');
  return (key) => isRecord(parsed?.data) && Object.hasOwn(parsed.data, key);
}

function namedKind(text: string): FileKind | null {
  const [, name] =
    /\$schema[=:].*?\b(role|overlay|organisation|structure|person|project|kind|competency|theme|jurisdiction|locale|lint-rule)\.schema\.json/.exec(
      text.slice(0, 2000),
    ) ?? [];
  return name === undefined ? null : (schemas[name] ?? (name as FileKind));
}
