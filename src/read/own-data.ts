/** Rolewright’s own YAML: words, law, themes. The files are the project’s own and tested, so they are read without checks. */
import { frozen } from '../content/content.js';
import { prepared } from './prepared.js';
import type { Prepared } from './prepared.js';
import { yaml } from '../packages/installed.js';
import type { Workspace } from '../workspace/workspace.js';

/** Our own YAML as data. */
export const ownYaml = (text: string): unknown => yaml().parse(text) as unknown;

/** The data of a file of the shelf, frozen: all who ask for them share them. */
export function ownData(shelf: Workspace, path: string, pieces: Prepared = prepared()): unknown {
  const text = shelf.readText(path);
  const data = pieces.data(path, text) ?? ownYaml(text);
  return typeof data === 'object' && data !== null ? frozen(data) : data;
}
