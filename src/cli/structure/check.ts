/** `rolewright structure check`: whether a structure hangs together, by itself and with the roles of its positions. */
import { checkStructure } from '../../desk/structure-check.js';
import { structureAsked } from '../../desk/structure-asked.js';
import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.js';
import type { Office } from '../office.js';
import { exit } from '../terminal.js';
import type { ExitCode } from '../terminal.js';
import type { StructureOptions } from './actions.js';
import { isUsage } from './usage.js';

export function check(names: readonly string[], { organisation, date, json }: StructureOptions, office: Office): Promise<ExitCode> {
  const { terminal, say } = office;
  // Ten thousand positions take an eighth less with it.
  terminal.longWork?.();
  const problems: Diagnostic[] = [];
  const asked = structureAsked({ names, organisation, date }, office, problems);
  const checked = asked && checkStructure(asked, office, { reader: office.language });
  const diagnostics = [...problems, ...(checked?.diagnostics ?? [])];
  const count = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (json) {
    const facts = { file: asked?.structure.file.path ?? null, ...checked?.totals, errors, warnings };
    terminal.out(`${JSON.stringify({ ...facts, diagnostics: office.plain(diagnostics) }, null, 2)}\n`);
  } else {
    office.report(diagnostics);
    if (checked) terminal.err(`${say('structure.totals', { ...checked.totals, errors, warnings })}\n`);
  }
  return Promise.resolve(diagnostics.some(isUsage) ? exit.usage : errors > 0 ? exit.findings : exit.ok);
}
