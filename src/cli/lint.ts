/** `rolewright lint`: what is valid and yet wrong in roles and organisation files, by law, completeness, clarity and language. */
import { posix } from 'node:path';
import { hasErrors } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import { loadMessages, reportJson, reportText } from '../diagnostic-report.js';
import type { Locale } from '../document.js';
import type { JurisdictionId } from '../jurisdiction.js';
import { jurisdictionIds, locales, usualJurisdiction } from '../library.js';
import { loadRules } from '../lint/catalogue.js';
import type { LintRule } from '../lint/catalogue.js';
import { applyFixes } from '../lint/fix.js';
import { lintFile } from '../lint/lint.js';
import type { Located, LintRun, LintTarget } from '../lint/lint.js';
import { sarifLog } from '../lint/sarif.js';
import { severitiesOf } from '../lint/settings.js';
import { lintSource } from '../lint/source.js';
import type { LintSource } from '../lint/source.js';
import { withRules } from '../lint/words.js';
import { readOrganisation } from '../organisation.js';
import type { Organisation } from '../organisation.generated.js';
import { readPerson } from '../person.js';
import { projectFile, readProject } from '../project.js';
import type { Project } from '../project.generated.js';
import { listRoles, readRole } from '../role/read.js';
import type { OutputFile } from '../workspace.js';
import { choiceOf, choices } from './choice.js';
import type { Office } from './office.js';
import { attempt, findRole, knownRoles } from './sources.js';
import type { RoleFile } from './sources.js';
import { exit, wantsColour } from './terminal.js';
import type { ExitCode } from './terminal.js';
import { kindOf } from './validate.js';

export interface LintOptions {
  all?: boolean;
  jurisdiction?: string;
  locale?: string;
  json?: boolean;
  sarif?: boolean;
  fix?: boolean;
}

export function lint(names: readonly string[], options: LintOptions, office: Office): ExitCode {
  const { terminal, shelf, language } = office;
  const usage: Diagnostic[] = [];
  const jurisdiction = choiceOf('--jurisdiction', options.jurisdiction, jurisdictionIds, usage);
  const languages = options.locale === undefined ? null : choices('--locale', options.locale, locales, usage);
  if (hasErrors(usage)) {
    office.report(usage);
    return exit.usage;
  }

  const rules = loadRules(shelf);
  const others: Diagnostic[] = [];
  const run = { ...settings(rules, { jurisdiction, languages }, office, others), source: sources(office) };
  const own = listRoles(terminal.workspace).map((role) => role.path);
  const wanted = options.all ? knownRoles(office) : names.length > 0 ? names : own.length > 0 ? own : listRoles(shelf).map((role) => role.id);
  // A text of a base is found again with every overlay that keeps it.
  let findings = once([...new Set(wanted)].flatMap((name) => lintOne(name, run, office, others)), (one) => one.diagnostic);
  const fixed = options.fix ? fix(findings, office, others) : [];
  if (fixed.length > 0) findings = findings.filter((one) => !fixed.includes(one));

  const diagnostics = [...findings.map((one) => one.diagnostic), ...once(others, (one) => one)];
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
    for (const [file, list] of byFile(fixed)) terminal.err(`${office.say('lint.fixed', { file, count: list.length, rules: [...new Set(list.map((one) => one.rule.id))].join(', ') })}\n`);
    terminal.err(`${office.say(diagnostics.length === 0 ? 'lint.clean' : 'lint.found', { files: wanted.length, errors, warnings, remarks })}\n`);
  }
  if (others.some((one) => one.code === 'unknown-role')) return exit.usage;
  return errors > 0 ? exit.findings : exit.ok;
}

type Settings = Omit<LintRun, 'source'>;

/** The project file of the working folder, and the organisation file that it names. */
function settings(rules: readonly LintRule[], asked: { jurisdiction: JurisdictionId | null; languages: readonly Locale[] | null }, office: Office, problems: Diagnostic[]): Settings {
  const { workspace } = office.terminal;
  const known = rules.map((rule) => rule.data.id);
  let project: Project | null = null;
  let severities: Settings['severities'] = new Map();
  let organisation: Organisation | null = null;
  if (workspace.exists(projectFile)) {
    const reading = readProject(workspace);
    problems.push(...reading.diagnostics);
    ({ project } = reading);
    if (project) severities = severitiesOf(project, reading.locate, known, problems);
  }
  if (project?.organisation !== undefined) {
    const reading = readOrganisation(workspace, project.organisation);
    problems.push(...reading.diagnostics);
    ({ organisation } = reading);
  }
  return {
    rules, severities, organisation,
    jurisdiction: asked.jurisdiction ?? project?.jurisdiction ?? null,
    languages: asked.languages,
    usualLaw: usualJurisdiction,
    law: (id) => office.library.jurisdiction(id),
    words: project?.lint?.words ?? [],
  };
}

/** The texts of the files that places name: the user’s own, or the library’s where the line there is the one shown. */
function sources({ terminal, shelf }: Office): LintRun['source'] {
  const read = new Map<string, LintSource[]>();
  return ({ file, line, sourceLine }) => {
    if (file === undefined) return null;
    const candidates = read.get(file) ?? [terminal.workspace, shelf].flatMap((workspace) => attempt(() => [lintSource(file, workspace.readText(file))], []) ?? []);
    read.set(file, candidates);
    return candidates.find((one) => line === undefined || sourceLine === undefined || one.line(line) === sourceLine) ?? null;
  };
}

function lintOne(name: string, run: LintRun, office: Office, others: Diagnostic[]): Located[] {
  const found = findRole(name, office);
  if ('code' in found) {
    others.push(found);
    return [];
  }
  const target = targetOf(found, others);
  if (!target) return [];
  const { findings, problems } = lintFile(target, run);
  others.push(...problems);
  return findings;
}

/** What is not even valid is told by the reader, and not linted. */
function targetOf({ workspace, path }: RoleFile, problems: Diagnostic[]): LintTarget | null {
  const kind = kindOf(workspace, path);
  if (kind === 'organisation') {
    const { organisation, diagnostics, locate } = readOrganisation(workspace, path);
    problems.push(...diagnostics);
    return organisation && { subject: 'organisation', data: organisation, file: path, locate };
  }
  if (kind !== 'role') {
    problems.push(...(kind === 'person' ? readPerson(workspace, path) : readProject(workspace, path)).diagnostics);
    return null;
  }
  const { role, diagnostics, locate } = readRole(workspace, path);
  problems.push(...diagnostics);
  return role && { subject: 'role', data: role, file: path, locate };
}

/** Writes the changed files, all of a folder or none, and gives the findings that are mended. */
function fix(findings: readonly Located[], { terminal }: Office, problems: Diagnostic[]): Located[] {
  const { workspace } = terminal;
  const isOwn = ({ fix: change }: Located): boolean => change !== null && attempt(() => workspace.readText(change.source.file), []) === change.source.text;
  const files = applyFixes(findings.filter(isOwn));
  const folders = new Map<string, OutputFile[]>();
  for (const { source, text } of files) {
    const folder = posix.dirname(source.file.replaceAll('\\', '/'));
    const bom = workspace.readBytes(source.file)[0] === 0xef ? '\uFEFF' : '';
    folders.set(folder, [...(folders.get(folder) ?? []), { path: posix.basename(source.file.replaceAll('\\', '/')), bytes: new TextEncoder().encode(bom + text) }]);
  }
  const written = [...folders].flatMap(([folder, outputs]) =>
    attempt(() => workspace.writeAll(outputs, { folder, force: true }), problems) ? outputs.map((one) => posix.join(folder, one.path)) : []);
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
