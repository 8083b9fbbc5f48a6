/** Rolewright’s own YAML: words, law, themes. The files are the project’s own and tested, so they are read without checks. */
import { frozen } from '../content/content.js';
import { plainYaml } from './plain-yaml.js';
import { prepared } from './prepared.js';
import type { Prepared } from './prepared.js';
import { yaml } from '../packages/installed.js';
import type { Workspace } from '../workspace/workspace.js';

/** Our own YAML as data. Nearly all of it is plain, which is read in a fifth of the time. */
export const ownYaml = (text: string): unknown => plainYaml(text) ?? (yaml().parse(text) as unknown);

interface Read {
  readonly text: string;
  readonly data: unknown;
}

/** What has been read of each shelf last: a command of the register asks for the same words two and three times. */
const read = new WeakMap<Workspace, Map<string, Read>>();

/** The data of a file of the shelf, frozen: all who ask for them share them. */
export function ownData(shelf: Workspace, path: string, pieces: Prepared = prepared()): unknown {
  const text = shelf.readText(path);
  const known = read.get(shelf) ?? new Map<string, Read>();
  read.set(shelf, known);
  const before = known.get(path);
  const data = pieces.data(path, text) ?? (before?.text === text ? before.data : ownYaml(text));
  known.set(path, { text, data });
  return typeof data === 'object' && data !== null ? frozen(data) : data;
}
