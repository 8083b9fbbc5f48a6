/** `rolewright lint`: what is valid and yet wrong in roles and organisation files, by law, completeness, clarity and language. */
import { choiceOf, choices } from '../desk/choice.js';
import { lintFiles } from '../desk/lint-files.js';
import { knownRoles, usualRoles } from '../desk/sources.js';
import { loadMessages, reportJson, reportText } from '../report/report.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { locales } from '../shelf/library.js';
import type { Located } from '../lint/lint.js';
import { sarifLog } from '../lint/sarif.js';
import { withRules } from '../lint/words.js';
import type { Office } from './office.js';
import { exit, wantsColour } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface LintOptions {
  all?: boolean;
  jurisdiction?: string;
  locale?: string;
  json?: boolean;
  sarif?: boolean;
  fix?: boolean;
  /** False with `--no-spelling`. */
  spelling?: boolean;
}

export async function lint(names: readonly string[], options: LintOptions, office: Office): Promise<ExitCode> {
  const { terminal, shelf, language } = office;
  const usage: Diagnostic[] = [];
  const jurisdiction = choiceOf('--jurisdiction', options.jurisdiction, office.library.jurisdictions(), usage);
  const languages = options.locale === undefined ? null : choices('--locale', options.locale, locales, usage);
  if (hasErrors(usage)) {
    office.report(usage);
    return exit.usage;
  }

  const wanted = options.all ? knownRoles(office) : usualRoles(names, office);
  const { rules, findings, others, fixed } = await lintFiles(
    { names: wanted, jurisdiction, languages, spelling: options.spelling ?? true, fix: options.fix ?? false },
    office,
  );
  const diagnostics = [...findings.map((one) => one.diagnostic), ...others];
  const count = (severity: Diagnostic['severity']): number => diagnostics.filter((one) => one.severity === severity).length;
  const [errors, warnings, remarks] = [count('error'), count('warning'), count('info')];
  const messages = withRules(loadMessages(shelf, language), rules);
  if (options.sarif) {
    const { version } = JSON.parse(shelf.readText('package.json')) as { version: string };
    terminal.out(`${JSON.stringify(sarifLog({ version, rules, findings, others, messages }), null, 2)}\n`);
  } else if (options.json) {
    const plain = { files: wanted, errors, warnings, remarks, fixed: fixed.length, diagnostics: reportJson(diagnostics, messages) };
    terminal.out(`${JSON.stringify(plain, null, 2)}\n`);
  } else {
    if (diagnostics.length > 0) terminal.err(reportText(diagnostics, messages, { colour: wantsColour(terminal) }));
    for (const [file, list] of byFile(fixed))
      terminal.err(
        `${office.say('lint.fixed', { file, count: list.length, rules: [...new Set(list.map((one) => one.rule.id))].join(', ') })}\n`,
      );
    terminal.err(
      `${office.say(diagnostics.length === 0 ? 'lint.clean' : 'lint.found', { files: wanted.length, errors, warnings, remarks })}\n`,
    );
  }
  if (others.some((one) => one.code === 'unknown-role')) return exit.usage;
  return errors > 0 ? exit.findings : exit.ok;
}

function byFile(fixed: readonly Located[]): Map<string, Located[]> {
  const files = new Map<string, Located[]>();
  for (const one of fixed) {
    const file = one.fix?.source.file ?? '';
    files.set(file, [...(files.get(file) ?? []), one]);
  }
  return files;
}
