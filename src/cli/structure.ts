/** `rolewright structure`: who reports to whom, checked, shown, read from a table, and compared with what it was. */
import type { Office } from './office.js';
import type { StructureAction, StructureOptions } from './structure/actions.js';
import type { ExitCode } from './terminal.js';

type Action = (files: readonly string[], options: StructureOptions, office: Office) => Promise<ExitCode>;

/** Each is loaded when it is asked for, so that the others start faster. */
const actions: Readonly<Record<StructureAction, () => Promise<Action>>> = {
  check: async () => (await import('./structure/check.js')).check,
  show: async () => (await import('./structure/show.js')).show,
  import: async () => (await import('./structure/import.js')).importTable,
  changes: async () => (await import('./structure/changes.js')).changes,
};

export const structure = async (
  action: StructureAction,
  files: readonly string[],
  options: StructureOptions,
  office: Office,
): Promise<ExitCode> => (await actions[action]())(files, options, office);
