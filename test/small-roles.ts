/** Small roles to put in the place of those of the library, which are long, where it is all one what documents say. */
import { readFileSync } from 'node:fs';

const sample = readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8');

/** The files of a project. */
export const smallRoles: Record<string, string> = Object.fromEntries(
  ['sales-manager', 'hr-manager'].map((id) => [`roles/${id}.yaml`, sample.replace('\nid: sample\n', `\nid: ${id}\n`)]),
);
