/**
 * What was read of the heads of role files, for the next thread and the next process: of 1,000 roles a tenth of a second in place of two. It
 * lies beside the register, and can be deleted at any time.
 */
import { recallReadings, toldReadings } from 'rolewright';
import type { ToldReadings, Workspace } from 'rolewright';
import type { Aside } from '../storage/aside.js';

export interface Readings {
  /** Takes over what is kept, once for each workspace. */
  recall(workspace: Workspace): Promise<void>;
  /** Keeps what has been read since. */
  keep(): Promise<void>;
}

const name = 'readings';

interface Kept {
  readonly version: string;
  readonly told: ToldReadings;
}

/** `version` is that of the program: another one may make something else of the same files. */
export function openReadings(aside: Aside, version: string): Readings {
  const workspaces = new Set<Workspace>();
  let kept: Promise<ToldReadings> | undefined;
  let count = 0;
  const all = (): ToldReadings => {
    const joined: Record<string, ToldReadings[string]> = {};
    for (const workspace of workspaces)
      for (const [of, told] of Object.entries(toldReadings(workspace))) if (told.length >= (joined[of]?.length ?? 0)) joined[of] = told;
    return joined;
  };
  const countOf = (told: ToldReadings): number => Object.values(told).reduce((sum, { length }) => sum + length, 0);
  const read = async (): Promise<ToldReadings> => {
    const found = await aside.read(name);
    return isKept(found) && found.version === version ? found.told : {};
  };
  return {
    async recall(workspace) {
      if (workspaces.has(workspace)) return;
      workspaces.add(workspace);
      const told = await (kept ??= read());
      recallReadings(told, workspace);
      count = countOf(all());
    },
    async keep() {
      const told = all();
      const now = countOf(told);
      if (now <= count) return;
      count = now;
      await aside.keep(name, { version, told } satisfies Kept);
    },
  };
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  'told' in value &&
  typeof value.told === 'object' &&
  value.told !== null &&
  Object.values(value.told).every(
    (list: unknown) =>
      Array.isArray(list) &&
      list.every((one: unknown) => Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'string' && one.length === 3),
  );
