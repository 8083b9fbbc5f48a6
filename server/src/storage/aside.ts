/**
 * What was worked out once, beside the register: all of it may be deleted at any time, and is worked out anew then. Nothing of it is proof, no
 * back-up has it, and nothing of people stands in it, of whom it would know when they have been erased.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Aside {
  /** What was kept under a name; null where nothing is, or nobody can read it. */
  read(name: string): Promise<unknown>;
  /** Keeps a value that JSON can say in the place of the one before. That it could not be kept is no error: it is worked out again. */
  keep(name: string, value: unknown): Promise<void>;
}

/** A folder that comes into being with what is kept first. `unique` gives a name that nobody else uses. */
export function openAside(folder: string, unique: () => string): Aside {
  const pathOf = (name: string): string => {
    if (!/^[a-z][a-z-]*$/.test(name)) throw new TypeError(`no name: ${name}`);
    return join(folder, `${name}.json`);
  };
  return {
    async read(name) {
      try {
        return JSON.parse(await readFile(pathOf(name), 'utf8')) as unknown;
      } catch {
        return null;
      }
    },
    async keep(name, value) {
      const beside = join(folder, `${unique()}.part`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(beside, JSON.stringify(value), { flag: 'wx' });
        await rename(beside, pathOf(name));
      } catch {
        await rm(beside, { force: true }).catch(() => undefined);
      }
    },
  };
}
