/** `rolewright structure show`: who reports to whom, as a tree in the terminal, as plain data, or as a picture. */
import { posix } from 'node:path';
import { choiceOf, choices } from '../../desk/choice.js';
import { departmentNamed } from '../../desk/departments.js';
import { attempt } from '../../desk/attempt.js';
import { structureAsked } from '../../desk/structure-asked.js';
import { plainPositions, structureText } from '../../desk/structure-text.js';
import { diagnostic, hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { locales } from '../../shelf/library.js';
import { departmentOf } from '../../structure/seen-from.js';
import type { Office } from '../office.js';
import { exit } from '../terminal.js';
import type { ExitCode } from '../terminal.js';
import type { StructureOptions } from './actions.js';
import { isUsage } from './usage.js';

const formats = ['text', 'html', 'pdf'] as const;

export async function show(names: readonly string[], options: StructureOptions, office: Office): Promise<ExitCode> {
  const { terminal } = office;
  const { organisation, date, json } = options;
  const problems: Diagnostic[] = [];
  const wanted = options.format === undefined ? [] : choices('--format', options.format, formats, problems);
  const pictures = wanted.filter((one) => one !== 'text');
  // Text is printed by itself; pictures go into files side by side.
  if (pictures.length > 0 && wanted.includes('text'))
    problems.push(diagnostic('unknown-option-value', { option: '--format', value: 'text', known: pictures.join(', '), nearest: '' }));
  else if (pictures.length > 0 && !hasErrors(problems)) return (await import('./chart.js')).showChart(names, pictures, options, office);
  const locale = choiceOf('--locale', options.locale, locales, problems);
  const asked = structureAsked({ names, organisation, date }, office, problems);
  const structure = asked?.structure;
  const department =
    structure && options.department !== undefined
      ? departmentNamed(
          options.department,
          { organisation: { departments: [...structure.lines.departments.values()].map(departmentOf) }, file: structure.file, structure },
          problems,
        )
      : null;
  const part =
    structure && !hasErrors(problems)
      ? { file: structure.file.path, lines: structure.lines, day: asked.day, department: department?.id ?? null }
      : null;
  const text = !part
    ? ''
    : json
      ? `${JSON.stringify({ file: part.file, positions: plainPositions(part) }, null, 2)}\n`
      : structureText(part, locale ?? office.language, office.say);
  const written =
    options.out === undefined || hasErrors(problems) ? null : write(text, options.out, options.force ?? false, office, problems);
  office.report(problems);
  if (!hasErrors(problems)) terminal.out(written ? `${written.join('\n')}\n` : text);
  return problems.some(isUsage) ? exit.usage : hasErrors(problems) ? exit.failure : exit.ok;
}

const write = (text: string, out: string, force: boolean, { workspace }: Office, problems: Diagnostic[]): string[] | null =>
  attempt(
    () => workspace.writeAll([{ path: posix.basename(out), bytes: new TextEncoder().encode(text) }], { folder: posix.dirname(out), force }),
    problems,
  );
