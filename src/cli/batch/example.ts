/** `rolewright batch --example`: a filled list in the language of the user, as CSV or as a spreadsheet. */
import { posix } from 'node:path';
import { diagnostic } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { usualJurisdiction } from '../../shelf/library.js';
import type { Office } from '../office.js';
import { attempt } from '../../desk/attempt.js';
import { listAsCsv, listAsSpreadsheet } from '../../desk/batch/sample-list.js';
import { exit } from '../terminal.js';
import type { ExitCode } from '../terminal.js';

export interface ExampleOptions {
  out?: string;
  force?: boolean;
}

export async function writeExample(extra: string | undefined, options: ExampleOptions, office: Office): Promise<ExitCode> {
  const { terminal, shelf, workspace, language } = office;
  const path = (options.out ?? 'people.csv').replaceAll('\\', '/');
  const format = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (extra !== undefined || format === undefined) {
    office.report([
      extra === undefined
        ? diagnostic('example-format', { file: path })
        : diagnostic('usage-too-many-arguments', { command: 'batch --example' }),
    ]);
    return exit.usage;
  }
  const text = shelf.readText(`examples/people.${language}.csv`);
  const bytes =
    format === 'csv' ? await listAsCsv(text) : await listAsSpreadsheet(text, office.say('batch.sheet'), usualJurisdiction[language]);
  const problems: Diagnostic[] = [];
  // A path that the user writes may lead anywhere.
  const [folder, name] = [posix.dirname(path), posix.basename(path)];
  attempt(() => workspace.writeAll([{ path: name, bytes }], { folder, force: options.force ?? false }), problems);
  office.report(problems);
  if (problems.length > 0) return exit.failure;
  terminal.out(`${path}\n`);
  terminal.err(`${office.say('batch.example', { file: path })}\n`);
  return exit.ok;
}
