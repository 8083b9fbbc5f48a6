/** What a project has decided about rules. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.js';
import { nearest } from '../diagnostic/nearest.js';
import type { Project } from '../project/project.generated.js';
import { segment } from '../read/yaml-data.js';
import type { Locate } from '../read/yaml-data.js';

/** The severity of each rule that the project names. A rule that does not exist goes to `problems`. */
export function severitiesOf(
  project: Project,
  locate: Locate,
  known: readonly string[],
  problems: Diagnostic[],
): Map<string, Severity | 'off'> {
  const severities = new Map<string, Severity | 'off'>();
  for (const [id, setting] of Object.entries(project.lint?.rules ?? {})) {
    if (known.includes(id)) severities.set(id, typeof setting === 'string' ? setting : setting.severity);
    else
      problems.push(
        diagnostic('unknown-lint-rule', { rule: id, nearest: nearest(id, known) }, locate(`/lint/rules${segment(id)}`, 'key'), 'warning'),
      );
  }
  return severities;
}
