/** `rolewright import`: the descriptions that people have as Word files become roles, with a report on each. */
import { posix } from 'node:path';
import { attempt } from '../desk/attempt.js';
import { figuresOf } from '../desk/import/import-figures.js';
import { comparisonFile, filesOfOne, placesOf, projectFiles, wholeRoleLeft } from '../desk/import/import-files.js';
import type { FilesOfOne } from '../desk/import/import-files.js';
import { kinText, reportWords } from '../desk/import/import-words.js';
import { importWordFiles } from '../desk/import/word-import.js';
import type { Imported } from '../desk/import/word-import.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';
import { isUsageProblem } from './usage.js';

export interface ImportOptions {
  locale?: string;
  jurisdiction?: string;
  into?: string;
  base?: string;
  compare?: string;
  out?: string;
  force?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

export function importFiles(paths: readonly string[], options: ImportOptions, office: Office): ExitCode {
  const { terminal, workspace, say, language } = office;
  const imported = importWordFiles(
    {
      paths,
      locale: options.locale,
      jurisdiction: options.jurisdiction,
      into: options.into,
      base: options.base,
      compare: options.compare,
      convert: terminal.convert,
    },
    office,
  );
  const problems: Diagnostic[] = [...imported.diagnostics];
  const places = placesOf(options, office);
  const words = reportWords(language, say, office);
  const writing = { folder: places.folder, force: options.force ?? false, dryRun: options.dryRun ?? false };
  if (options.compare !== undefined) return compareFile(imported, options, office);
  const done: FilesOfOne[] = [];
  for (const source of imported.files) {
    const told: Diagnostic[] = [...source.diagnostics];
    // One role that is there already must not keep the others back.
    attempt(() => {
      const files = filesOfOne(source, places, words);
      workspace.writeAll(files.files, writing);
      done.push(files);
      told.push(...wholeRoleLeft(files, places, office));
    }, told);
    problems.push(...told);
  }
  const added = projectFiles(
    done.map(({ source }) => source),
    places,
    words,
    office,
  );
  if (added.length > 0) attempt(() => workspace.writeAll(added, writing), problems);
  const shown = (path: string): string => posix.join(places.folder, path);
  if (options.json) {
    const files = done.map(({ source, role, report }) => {
      const { id, file, read, understood, overlay } = source;
      const { language: spoken, jurisdiction, draft, organisation, person } = understood;
      return {
        file,
        id,
        role: shown(role),
        page: shown(report),
        language: spoken,
        jurisdiction,
        draft,
        organisation,
        person,
        overlay,
        notes: read.notes,
        report: understood.report,
        relatives: source.relatives,
        paper: source.paper,
      };
    });
    terminal.out(`${JSON.stringify({ files, diagnostics: office.plain(problems) }, null, 2)}\n`);
  } else {
    office.report(problems);
    for (const { source, role, report } of done) {
      terminal.out(`${shown(role)}\n`);
      terminal.err(
        `${say('import.made', { file: source.file, role: shown(role), report: shown(report), ...figuresOf(source.understood.report) })}\n`,
      );
      if (source.overlay) terminal.err(`${say('import.differs', { base: source.overlay.draft.extends, ...source.overlay.figures })}\n`);
      const kin = kinText(source, words);
      if (kin !== null) terminal.err(`${kin}\n`);
    }
  }
  const [first] = done;
  if (first && !options.json)
    terminal.err(
      `${say('import.next', { id: first.source.overlay || !places.isUsual ? shown(first.role) : first.source.id, count: done.length })}\n`,
    );
  if (done.length > 0 && !hasErrors(problems)) return exit.ok;
  return problems.some((one) => isUsageProblem(one) || usage.has(one.code)) ? exit.usage : exit.failure;
}

/** The file beside the paper of its role as it stands now; nothing but the page is written, and written again each time. */
function compareFile({ files, diagnostics }: Imported, options: ImportOptions, office: Office): ExitCode {
  const { terminal, workspace, say, language } = office;
  const places = placesOf(options, office);
  const words = reportWords(language, say, office);
  const problems: Diagnostic[] = [...diagnostics];
  for (const source of files) {
    const { comparison, file, id, paper, understood } = source;
    const page = comparisonFile(source, places, words);
    attempt(() => workspace.writeAll([page], { folder: places.folder, force: true, dryRun: options.dryRun ?? false }), problems);
    const shown = posix.join(places.folder, page.path);
    if (options.json) terminal.out(`${JSON.stringify({ file, id, page: shown, comparison, paper, report: understood.report }, null, 2)}\n`);
    else {
      terminal.out(`${shown}\n`);
      terminal.err(`${comparison ? say('import.compared', { file, id, ...comparison.figures }) : say('import.page.besideNone')}\n`);
    }
  }
  if (!options.json) office.report(problems);
  if (!hasErrors(problems) && files.length > 0) return exit.ok;
  return problems.some((one) => isUsageProblem(one) || usage.has(one.code)) ? exit.usage : exit.failure;
}

const usage: ReadonlySet<string> = new Set(['import-nothing', 'import-into-many', 'new-bad-id']);
