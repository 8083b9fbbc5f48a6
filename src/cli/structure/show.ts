/** `rolewright structure show`: who reports to whom, as text or as a picture. */
import { choices } from '../../desk/choice.js';
import { diagnostic, hasErrors, Refusal } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Office } from '../office.js';
import { exit } from '../terminal.js';
import type { ExitCode } from '../terminal.js';
import type { StructureOptions } from './actions.js';

const formats = ['text', 'html', 'pdf'] as const;

export async function show(names: readonly string[], options: StructureOptions, office: Office): Promise<ExitCode> {
  const problems: Diagnostic[] = [];
  const wanted = choices('--format', options.format ?? 'text', formats, problems);
  if (hasErrors(problems)) {
    office.report(problems);
    return exit.usage;
  }
  const pictures = wanted.filter((one) => one !== 'text');
  if (pictures.length > 0) return (await import('./chart.js')).showChart(names, pictures, options, office);
  throw new Refusal([diagnostic('usage-no-command', { known: 'show' })]);
}
