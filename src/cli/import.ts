/** `rolewright import`: the descriptions that people have as Word files become roles, with a report on each. */
import { posix } from 'node:path';
import { attempt } from '../desk/attempt.js';
import { comparisonFile, filesOfOne, placesOf, projectFiles, wholeRoleLeft } from '../desk/import/import-files.js';
import type { FilesOfOne } from '../desk/import/import-files.js';
import { reportWords } from '../desk/import/import-words.js';
import type { ReportWords } from '../desk/import/import-words.js';
import { employersApart } from '../desk/import/project-law.js';
import { importWordFiles } from '../desk/import/word-import.js';
import type { Imported, ImportedFile } from '../desk/import/word-import.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { createPhrases } from '../language/phrases.js';
import { ownData } from '../read/own-data.js';
import { toldOfMany, toldOfOne } from './import-told.js';
import type { Office } from './office.js';
import { chosenLanguage, exit } from './terminal.js';
import type { ExitCode } from './terminal.js';
import { isUsageProblem } from './usage.js';
import { columnsOf } from './width.js';

export interface ImportOptions {
  locale?: string;
  jurisdiction?: string;
  into?: string;
  base?: string;
  compare?: string;
  out?: string;
  force?: boolean;
  dryRun?: boolean;
  verbose?: boolean;
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
  const pageWords = pageWordsIn(office);
  const writing = { folder: places.folder, force: options.force ?? false, dryRun: options.dryRun ?? false };
  if (options.compare !== undefined) return compareFile(imported, options, office);
  const done: FilesOfOne[] = [];
  for (const source of imported.files) {
    const told: Diagnostic[] = [...source.diagnostics];
    // One role that is there already must not keep the others back.
    attempt(() => {
      const files = filesOfOne(source, places, pageWords(source));
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
  if (office.shelf.project === null) problems.push(...employersApart(done.map(({ source }) => source)));
  if (added.length > 0) attempt(() => workspace.writeAll(added, writing), problems);
  const shown = (path: string): string => posix.join(places.folder, path);
  if (options.json) {
    const files = done.map(({ source, role, report, row, decisions }) => {
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
        row,
        decisions: decisions.map(({ sort, text, piece, place, pointer, line, belongs, missing, covers, why }) => ({
          ...{ sort, text, piece, place, pointer, line, belongs, missing, covers, why },
        })),
        report: understood.report,
        relatives: source.relatives,
        paper: source.paper,
      };
    });
    terminal.out(`${JSON.stringify({ files, diagnostics: office.plain(problems) }, null, 2)}\n`);
  } else {
    const isTable = done.length > 1 && !options.verbose;
    office.report(isTable ? problems.filter(({ code }) => !inTable.has(code)) : problems);
    if (!(isTable && terminal.outIsTerminal)) for (const { role } of done) terminal.out(`${shown(role)}\n`);
    if (!isTable) for (const one of done) terminal.err(toldOfOne(one, shown, words));
    if (done.length > 1) terminal.err(toldOfMany(done, { shown, words, width: columnsOf(terminal), isTable, usual: places.isUsual }));
    const [only] = done;
    if (only && done.length === 1)
      terminal.err(`${say('import.next', { id: only.source.overlay || !places.isUsual ? shown(only.role) : only.source.id })}\n`);
  }
  if (done.length > 0 && !hasErrors(problems)) return exit.ok;
  return problems.some((one) => isUsageProblem(one) || usage.has(one.code)) ? exit.usage : exit.failure;
}

/** The file beside the paper of its role as it stands now; nothing but the page is written, and written again each time. */
function compareFile({ files, diagnostics }: Imported, options: ImportOptions, office: Office): ExitCode {
  const { terminal, workspace, say } = office;
  const places = placesOf(options, office);
  const words = pageWordsIn(office);
  const problems: Diagnostic[] = [...diagnostics];
  for (const source of files) {
    const { comparison, file, id, paper, understood } = source;
    const page = comparisonFile(source, places, words(source));
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

/** What the table and the pages say of each file. */
const inTable: ReadonlySet<string> = new Set([
  'import-filled',
  'import-unplaced',
  'import-personal-data',
  'import-language-unsure',
  'import-other-law',
]);

/**
 * Pages and comments are in the language that somebody chose; else in that of the file: whoever goes through it reads that one, and
 * the language of a machine says less.
 */
function pageWordsIn(office: Office): (source: ImportedFile) => ReportWords {
  const chosen = chosenLanguage(office.terminal);
  const known = new Map<Locale, ReportWords>();
  return ({ understood }) => {
    const isUnsure = understood.diagnostics.some(({ code }) => code === 'import-language-unsure');
    const language = chosen ?? (isUnsure ? office.language : understood.language);
    const ready = known.get(language);
    if (ready) return ready;
    const say = createPhrases(ownData(office.shelf.own, `locales/program.${language}.yaml`), language);
    const made = reportWords(language, say, office);
    known.set(language, made);
    return made;
  };
}

const usage: ReadonlySet<string> = new Set(['import-nothing', 'import-into-many', 'new-bad-id']);
