/** A role that somebody is writing: looked at as it stands in the editor, before it is in any file. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { lintFile } from '../lint/lint.js';
import type { LintRun } from '../lint/lint.js';
import type { Edit } from '../lint/rule.js';
import { withRules } from '../lint/words.js';
import type { Messages } from '../report/report.js';
import { checkRoleData } from '../role/read.js';
import type { RoleReading } from '../role/read.js';
import type { Role } from '../role/role.generated.js';
import type { Desk } from './desk.js';
import { prepareLint } from './linting.js';

/** Checks data as a role file is checked; `path` of the diagnostics is a JSON pointer into them. The data are frozen. */
export const checkDraft = (data: unknown, { shelf }: Desk): Pick<RoleReading, 'role' | 'diagnostics'> => checkRoleData(data, shelf);

export interface DraftFinding {
  readonly diagnostic: Diagnostic;
  /** JSON pointer of the text or value that is meant. */
  readonly pointer: string;
  readonly language: Locale | null;
  /** Other words for a part of the text at the pointer, safe to put in without asking anybody. */
  readonly fix: Edit | null;
}

export interface DraftLint {
  look(role: Role, asked: { readonly languages: readonly Locale[]; readonly jurisdiction: JurisdictionId | null }): readonly DraftFinding[];
  /** The catalogue with what the rules say. */
  withRules(messages: Messages): Messages;
}

/**
 * Lints role after role by the rules of the shelf and the settings of the project, which are read once. Spelling is left out: its
 * dictionaries take longer than all rules. What the author of a file suppressed there is found all the same.
 */
export async function openDraftLint(desk: Desk, problems: Diagnostic[]): Promise<DraftLint> {
  const run = await prepareLint([], { jurisdiction: null, languages: null, spelling: false }, desk, problems);
  const look: DraftLint['look'] = (role, { languages, jurisdiction }) => {
    const now: LintRun = { ...run, languages, jurisdiction: jurisdiction ?? run.jurisdiction, source: () => null };
    const target = { subject: 'role', data: role, file: role.id, locate: (pointer: string) => ({ path: pointer }) } as const;
    return lintFile(target, now).findings.map(({ diagnostic, finding, language }) => ({
      diagnostic,
      pointer: finding.pointer,
      language,
      fix: finding.fix ?? null,
    }));
  };
  return { look, withRules: (messages) => withRules(messages, run.rules) };
}
