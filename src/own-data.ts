/** Rolewright’s own YAML: words, law, themes. The files are the project’s own and tested, so they are read without checks. */
import { prepared } from './prepared.js';
import type { Prepared } from './prepared.js';
import { yaml } from './installed.js';
import type { Workspace } from './workspace.js';

/** The data of a file of the shelf. Shared by all who ask for them: nobody may change them. */
export function ownData(shelf: Workspace, path: string, pieces: Prepared = prepared()): unknown {
  const text = shelf.readText(path);
  return pieces.data(path, text) ?? (yaml().parse(text) as unknown);
}
