/** `rolewright structure changes`: which positions, which papers, and who has to sign. */
import { choices } from '../../desk/choice.js';
import { readFonts } from '../../desk/fonts.js';
import { structureAsked } from '../../desk/structure-asked.js';
import type { AskedStructure } from '../../desk/structure-asked.js';
import { compareStructures, earlierStructure } from '../../desk/structure-changes.js';
import type { StructureChanges } from '../../desk/structure-changes.js';
import { changesText, plainChanges } from '../../desk/structure-changes-text.js';
import type { StructureFile } from '../../desk/structure-file.js';
import { diagnostic, hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Locale } from '../../document/document.js';
import { createPress } from '../../press/press.js';
import { kindName } from '../../shelf/kinds.js';
import { locales } from '../../shelf/library.js';
import type { Office } from '../office.js';
import { progress } from '../progress.js';
import { exit } from '../terminal.js';
import type { ExitCode } from '../terminal.js';
import type { StructureOptions } from './actions.js';
import { isUsage } from './usage.js';

export function changes(names: readonly string[], options: StructureOptions, office: Office): Promise<ExitCode> {
  const { terminal, language, say } = office;
  const { organisation, date, from, json } = options;
  terminal.longWork?.();
  const problems: Diagnostic[] = [];
  if (from === undefined) problems.push(diagnostic('usage-missing-option', { option: '--from' }));
  const wanted = options.locale === undefined ? null : choices('--locale', options.locale, locales, problems);
  const asked = hasErrors(problems) ? null : structureAsked({ names, organisation, date }, office, problems);
  const before = asked && from !== undefined ? earlierStructure(from, office, terminal.git, problems) : null;
  if (asked && !asked.organisation) problems.push(diagnostic('structure-papers-not-compared', {}, {}, 'info'));
  const found = asked && before && !hasErrors(problems) ? compared({ before, asked, locales: wanted }, office, problems) : null;
  // What is doubtful in a structure is for `structure check` to say.
  const told = problems.filter(({ severity, file }) => severity === 'error' || file === undefined || file === '');
  if (json) terminal.out(`${JSON.stringify({ ...(found && plainChanges(found)), diagnostics: office.plain(told) }, null, 2)}\n`);
  else {
    office.report(told);
    if (found) terminal.out(changesText(found, { say, language, kindName: (kind) => kindName(office.library.kind(kind), language) }));
  }
  return Promise.resolve(problems.some(isUsage) ? exit.usage : hasErrors(problems) ? exit.failure : exit.ok);
}

function compared(
  { before, asked, locales: wanted }: { before: StructureFile; asked: AskedStructure; locales: readonly Locale[] | null },
  office: Office,
  problems: Diagnostic[],
): StructureChanges {
  const { structure: after, organisation, day } = asked;
  const bar = progress(office, after.lines.places.size);
  const found = compareStructures(
    {
      before,
      after,
      organisation: organisation?.organisation ?? null,
      day,
      locales: wanted,
      language: office.language,
      begin: (position) => bar.step(position),
    },
    createPress(office.library, readFonts),
    office,
    problems,
  );
  bar.end();
  return found;
}
