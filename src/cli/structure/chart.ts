/** `rolewright structure show` as a picture: the org chart, to a file or, as one page, to standard output. */
import { posix } from 'node:path';
import { diagnostic, hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { attempt } from '../../desk/attempt.js';
import { chartFiles } from '../../desk/structure-chart.js';
import type { ChartFile, ChartFormat } from '../../desk/structure-chart.js';
import { structureAsked } from '../../desk/structure-asked.js';
import type { Office } from '../office.js';
import { exit } from '../terminal.js';
import type { ExitCode } from '../terminal.js';
import type { StructureOptions } from './actions.js';
import { isUsage } from './usage.js';

export async function showChart(
  names: readonly string[],
  formats: readonly ChartFormat[],
  options: StructureOptions,
  office: Office,
): Promise<ExitCode> {
  const { terminal, workspace } = office;
  const { organisation, date, locale, department, out, force = false, json = false } = options;
  const problems: Diagnostic[] = [];
  // One page can be read from standard output; other things want a place.
  if (out === undefined && (json || formats.length > 1 || formats[0] !== 'html'))
    problems.push(diagnostic('usage-missing-option', { option: '--out' }));
  const asked = hasErrors(problems) ? null : structureAsked({ names, organisation, date }, office, problems);
  const files = asked && !hasErrors(problems) ? await chartFiles(asked, { formats, locale, department }, office, problems) : [];
  if (out === undefined && files.length > 1) problems.push(diagnostic('usage-missing-option', { option: '--out' }));
  const written =
    out !== undefined && files.length > 0 && !hasErrors(problems)
      ? attempt(() => workspace.writeAll(...placed(files, out, force)), problems)
      : null;
  if (json) terminal.out(`${JSON.stringify({ files: written ?? [], diagnostics: office.plain(problems) }, null, 2)}\n`);
  else office.report(problems);
  if (hasErrors(problems)) return problems.some(isUsage) ? exit.usage : exit.failure;
  if (json) return exit.ok;
  terminal.out(written ? written.map((path) => `${path}\n`).join('') : files.map(({ bytes }) => new TextDecoder().decode(bytes)).join(''));
  return exit.ok;
}

/** What a chart is called in a folder. */
const usualName = 'org-chart';

/** `chart.pdf` is the name of a file, and of its page beside it `chart.html`; anything else is a folder. */
function placed(files: readonly ChartFile[], out: string, force: boolean): Parameters<Office['workspace']['writeAll']> {
  const stem = /\.(?:pdf|html)$/iu.test(out) ? posix.basename(out).replace(/\.\w+$/u, '') : null;
  const several = new Set(files.map(({ locale }) => locale)).size > 1;
  return [
    files.map(({ locale, format, bytes }) => ({
      path: `${stem ?? usualName}${stem === null || several ? `.${locale}` : ''}.${format}`,
      bytes,
    })),
    { folder: stem === null ? out : posix.dirname(out), force },
  ];
}
