/** `rolewright generate`: documents from roles, all of them or none. */
import { attempt } from '../desk/attempt.js';
import { openMaking } from '../desk/orders.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { readErrand } from './generate/errand.js';
import type { GenerateOptions, Settled } from './generate/errand.js';
import { fileOf, makeAll } from './generate/making.js';
import type { Office } from './office.js';
import { kindName } from '../shelf/kinds.js';
import { summaryTable } from './summary.js';
import type { MadeFile } from './summary.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export type { GenerateOptions } from './generate/errand.js';

export async function generate(names: readonly string[], asked: GenerateOptions, office: Office): Promise<ExitCode> {
  const { terminal, workspace } = office;
  if (asked.watch) return (await import('./generate/watch.js')).watchAndMake(names, asked, office);
  const started = terminal.milliseconds();
  const problems: Diagnostic[] = [];
  const errand = await readErrand(names, asked, office, problems);
  const { options } = errand;
  if ('refused' in errand) return finish(office, options, problems, [], errand.refused);
  const { orders, print } = errand;
  const write = { folder: options.out, force: options.force ?? false };
  // Obstacles are found before the work, not after it.
  const targets = orders.map(({ path }) => ({ path, bytes: new Uint8Array() }));
  attempt(() => workspace.writeAll(targets, { ...write, dryRun: true }), problems);
  if (hasErrors(problems)) return finish(office, options, problems, [], exit.failure);

  const made = await makeAll(orders, print, openMaking(office.library), office, problems);
  if (hasErrors(problems)) return finish(office, options, problems, [], exit.failure);
  if (!options.dryRun) attempt(() => workspace.writeAll(made, write), problems);
  if (hasErrors(problems)) return finish(office, options, problems, [], exit.failure);

  const files = made.map((one) => fileOf(one, options.out));
  finish(office, options, problems, files, exit.ok);
  if (!options.json) summarise(files, options, office, started);
  return exit.ok;
}

function finish(
  office: Office,
  options: Settled,
  diagnostics: readonly Diagnostic[],
  files: readonly MadeFile[],
  code: ExitCode,
): ExitCode {
  const { terminal } = office;
  if (options.json) terminal.out(`${JSON.stringify({ files, diagnostics: office.plain(diagnostics) }, null, 2)}\n`);
  else {
    office.report(diagnostics);
    for (const file of files) terminal.out(`${file.path}\n`);
  }
  return code;
}

function summarise(made: readonly MadeFile[], options: Settled, { terminal, say, language, library }: Office, started: number): void {
  const bytes = made.reduce((sum, file) => sum + file.bytes, 0);
  const size = Math.round(bytes / 1024);
  const seconds = Math.round((terminal.milliseconds() - started) / 100) / 10;
  terminal.err(`\n${summaryTable(made, say, (kind) => kindName(library.kind(kind), language))}\n`);
  terminal.err(
    `${say(options.dryRun ? 'generate.wouldMake' : 'generate.made', { files: made.length, folder: options.out, size, seconds })}\n`,
  );
}
