import { diagnostic, Refusal } from '../../diagnostic/diagnostic.js';
import type { Office } from '../office.js';
import type { ExitCode } from '../terminal.js';
import type { StructureOptions } from './actions.js';

export async function check(files: readonly string[], options: StructureOptions, office: Office): Promise<ExitCode> {
  await Promise.resolve([files, options, office]);
  throw new Refusal([diagnostic('usage-no-command', { known: 'check' })]);
}
