/** `rolewright lint`: what is valid and yet wrong in roles and organisation files, by law, completeness, clarity and language. */
import { posix } from 'node:path';
import { hasErrors } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import { loadMessages, reportJson, reportText } from '../diagnostic-report.js';
import { jurisdictionIds, locales } from '../library.js';
import { applyFixes } from '../lint/fix.js';
import { lintFile } from '../lint/lint.js';
import type { Located, LintRun, LintTarget } from '../lint/lint.js';
import { sarifLog } from '../lint/sarif.js';
import { withRules } from '../lint/words.js';
import type { OutputFile } from '../workspace.js';
import { choiceOf, choices } from '../desk/choice.js';
import { prepareLint, sources, targetsOf, usualRoles } from '../desk/linting.js';
import type { Office } from './office.js';
import { attempt, knownRoles } from '../desk/sources.js';
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

/** Of `--fix`. */
const mostRounds = 5;

export async function lint(names: readonly string[], options: LintOptions, office: Office): Promise<ExitCode> {
  const { terminal, shelf, language } = office;
  const usage: Diagnostic[] = [];
  const jurisdiction = choiceOf('--jurisdiction', options.jurisdiction, jurisdictionIds, usage);
  const languages = options.locale === undefined ? null : choices('--locale', options.locale, locales, usage);
  if (hasErrors(usage)) {
    office.report(usage);
    return exit.usage;
  }

  const wanted = options.all ? knownRoles(office) : usualRoles(names, office);
  const settled: Diagnostic[] = [];
  const first = read(wanted, office);
  const run = await prepareLint(first.targets, { jurisdiction, languages, spelling: options.spelling ?? true }, office, settled);
  const { rules } = run;
  let { findings, others } = look(first, run, office);
  const fixed: Located[] = [];
  // What is mended can lay bare, or make room for, another change beside it.
  for (let round = 0; options.fix && round < mostRounds; round += 1) {
    const mended = fix(findings, office, settled);
    if (mended.length === 0) break;
    fixed.push(...mended);
    ({ findings, others } = look(read(wanted, office), run, office));
  }
  others = [...settled, ...others];

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

interface Read {
  targets: LintTarget[];
  /** What is wrong with files before they are linted. */
  problems: Diagnostic[];
}

function read(names: readonly string[], office: Office): Read {
  const problems: Diagnostic[] = [];
  return { targets: [...new Set(names)].flatMap((name) => targetsOf(name, office, problems)).map((one) => one.target), problems };
}

function look({ targets, problems }: Read, run: LintRun, office: Office): { findings: Located[]; others: Diagnostic[] } {
  const now = { ...run, source: sources(office) };
  const results = targets.map((target) => lintFile(target, now));
  // A text of a base is found again with every overlay that keeps it.
  const findings = once(
    results.flatMap((one) => one.findings),
    (one) => one.diagnostic,
  );
  return { findings, others: once([...problems, ...results.flatMap((one) => one.problems)], (one) => one) };
}

/** Writes the changed files, all of a folder or none, and gives the findings that are mended. */
function fix(findings: readonly Located[], { workspace }: Office, problems: Diagnostic[]): Located[] {
  const isOwn = ({ fix: change }: Located): boolean =>
    change !== null && attempt(() => workspace.readText(change.source.file), []) === change.source.text;
  const files = applyFixes(findings.filter(isOwn));
  const folders = new Map<string, OutputFile[]>();
  for (const { source, text } of files) {
    const folder = posix.dirname(source.file.replaceAll('\\', '/'));
    const bom = workspace.readBytes(source.file)[0] === 0xef ? '\uFEFF' : '';
    folders.set(folder, [
      ...(folders.get(folder) ?? []),
      { path: posix.basename(source.file.replaceAll('\\', '/')), bytes: new TextEncoder().encode(bom + text) },
    ]);
  }
  const written = [...folders].flatMap(([folder, outputs]) =>
    attempt(() => workspace.writeAll(outputs, { folder, force: true }), problems) ? outputs.map((one) => posix.join(folder, one.path)) : [],
  );
  return files.filter(({ source }) => written.includes(posix.normalize(source.file.replaceAll('\\', '/')))).flatMap((one) => one.fixed);
}

function once<T>(list: readonly T[], diagnosticOf: (one: T) => Diagnostic): T[] {
  const seen = new Set<string>();
  return list.filter((one) => {
    const { code, file, line, column, path, args } = diagnosticOf(one);
    const key = JSON.stringify([code, file, line, column, path, args]);
    return !seen.has(key) && seen.add(key);
  });
}

function byFile(fixed: readonly Located[]): Map<string, Located[]> {
  const files = new Map<string, Located[]>();
  for (const one of fixed) {
    const file = one.fix?.source.file ?? '';
    files.set(file, [...(files.get(file) ?? []), one]);
  }
  return files;
}
