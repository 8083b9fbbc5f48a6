/** `rolewright structure import`: a structure file from a table. */
import { posix } from 'node:path';
import { attempt } from '../../desk/attempt.js';
import { importStructure } from '../../desk/structure-import.js';
import { diagnostic, hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { isRealDate } from '../../language/dates.js';
import type { Office } from '../office.js';
import { exit } from '../terminal.js';
import type { ExitCode } from '../terminal.js';
import { isUsageProblem } from '../usage.js';
import type { StructureOptions } from './actions.js';

export async function importTable(files: readonly string[], options: StructureOptions, office: Office): Promise<ExitCode> {
  const { terminal, say } = office;
  const [path, ...more] = files;
  if (path === undefined || more.length > 0) {
    office.report([
      path === undefined ? diagnostic('structure-no-table') : diagnostic('usage-too-many-arguments', { command: 'structure import' }),
    ]);
    return exit.usage;
  }
  if (options.date !== undefined && !isRealDate(options.date)) {
    office.report([diagnostic('bad-date', { value: options.date })]);
    return exit.usage;
  }
  const { organisation, sheet, encoding, locale, date, out } = options;
  const made = await importStructure({ path, organisation, sheet, encoding, locale, day: date ?? terminal.today?.(), out }, office);
  const problems: Diagnostic[] = [...made.diagnostics];
  const failed = hasErrors(problems);
  if (!failed && out !== undefined) attempt(() => write(out, made.text ?? '', options.force ?? false, office), problems);
  if (options.json)
    terminal.out(`${JSON.stringify({ structure: failed ? null : made.structure, diagnostics: office.plain(problems) }, null, 2)}\n`);
  else office.report(problems);
  if (hasErrors(problems)) return problems.some(isUsageProblem) ? exit.usage : exit.failure;
  if (!options.json) terminal.out(out === undefined ? (made.text ?? '') : `${out}\n`);
  const { departments, positions, holders } = made;
  terminal.err(`${say('structureImport.made', { departments, positions, holders })}\n`);
  return exit.ok;
}

function write(out: string, text: string, force: boolean, { workspace }: Office): void {
  const path = out.replaceAll('\\', '/');
  workspace.writeAll([{ path: posix.basename(path), bytes: new TextEncoder().encode(text) }], { folder: posix.dirname(path), force });
}
