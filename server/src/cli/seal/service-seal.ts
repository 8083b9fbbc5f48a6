/** The seal of a service: what it issues is sealed when the organisation says so, with a key that is opened before anything is numbered. */
import { openWorkspace } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import { employerOf } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import { openCounter } from '../counter.js';
import type { Edge } from '../../storage/edge.js';
import type { ProjectPlace } from '../project.js';
import type { Terminal } from '../terminal.js';

/** The setting with the seal of the organisation, and what is to be told of its key. Throws a Refusal for a key that must not seal. */
export async function withSeal(
  setting: Setting,
  { folder, project }: Pick<ProjectPlace, 'folder' | 'project'>,
  { edge, environment }: { readonly edge: Edge; readonly environment: Terminal['environment'] },
): Promise<{ readonly setting: Setting; readonly problems: readonly Diagnostic[] }> {
  if (!setting.workplace.organisation?.seal) return { setting, problems: [] };
  const silent = (): void => {};
  const world = { environment, out: silent, err: silent, errIsTerminal: false, workspace: openWorkspace(folder), folder };
  const counter = openCounter({ ...world, ...(project !== undefined && { project }) }, setting.language, edge);
  const { registerSeal, wantedSeal } = await import('./register-seal.js');
  const wanted = wantedSeal(employerOf(setting), counter);
  const seal = wanted === null ? undefined : await registerSeal(wanted, counter);
  return { setting: { ...setting, ...(seal && { seal }) }, problems: counter.problems };
}

/** The same for what may come to no paper at all: the key is opened for the first PDF, which throws the Refusal. */
export function withSealLater(setting: Setting, ...[place, world]: Tail<Parameters<typeof withSeal>>): Setting {
  if (!setting.workplace.organisation?.seal) return setting;
  let opened: ReturnType<typeof withSeal> | undefined;
  return {
    ...setting,
    async seal(bytes) {
      opened ??= withSeal(setting, place, world);
      const { seal } = (await opened).setting;
      if (!seal) throw new TypeError('the organisation seals, and nothing says with what');
      return await seal(bytes);
    },
  };
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;
