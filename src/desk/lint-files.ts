/** Linting files of the user: read, look, mend what can be mended, look again. */
import { posix } from 'node:path';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { applyFixes } from '../lint/fix.js';
import { lintFile } from '../lint/lint.js';
import type { LintResult, Located, LintRun, LintTarget } from '../lint/lint.js';
import type { OutputFile } from '../workspace/workspace.js';
import type { Desk } from './desk.js';
import { prepareLint, sources, targetsOf } from './linting.js';
import type { AskedOfLint } from './linting.js';
import { attempt } from './attempt.js';

export interface LintErrand extends AskedOfLint {
  /** Roles by id, or paths of any file that is linted. */
  readonly names: readonly string[];
  /** Whether what can be mended is mended in the files themselves. */
  readonly fix: boolean;
}

export interface LintReport {
  readonly rules: LintRun['rules'];
  readonly findings: readonly Located[];
  /** What else there is to say, such as why a file could not be linted. */
  readonly others: readonly Diagnostic[];
  /** What was mended. */
  readonly fixed: readonly Located[];
}

/** Rounds of mending. */
const mostRounds = 5;

/** Lints files by the rules of the shelf and the settings of the project file. */
export async function lintFiles({ names, fix, ...asked }: LintErrand, desk: Desk): Promise<LintReport> {
  const settled: Diagnostic[] = [];
  const first = read(names, desk);
  const run = await prepareLint(first.targets, asked, desk, settled);
  let { findings, others } = look(first, run, desk);
  const fixed: Located[] = [];
  // What is mended can lay bare, or make room for, another change beside it.
  for (let round = 0; fix && round < mostRounds; round += 1) {
    const mended = mend(findings, desk, settled);
    if (mended.length === 0) break;
    fixed.push(...mended);
    ({ findings, others } = look(read(names, desk), run, desk));
  }
  return { rules: run.rules, findings, others: once([...settled, ...others], (one) => one), fixed };
}

interface Read {
  targets: LintTarget[];
  /** What is wrong with files before they are linted. */
  problems: Diagnostic[];
}

function read(names: readonly string[], desk: Desk): Read {
  const problems: Diagnostic[] = [];
  return { targets: [...new Set(names)].flatMap((name) => targetsOf(name, desk, problems)).map((one) => one.target), problems };
}

function look({ targets, problems }: Read, run: LintRun, desk: Desk): { findings: Located[]; others: Diagnostic[] } {
  const now = { ...run, source: sources(desk) };
  const results = targets.map((target) => lintFile(target, now));
  // A text of a base is found again with every overlay that keeps it.
  const findings = once(
    results.flatMap((one) => one.findings),
    (one) => one.diagnostic,
  );
  const others = [...problems, ...results.flatMap((one) => one.problems), ...withoutLaw(results, run, desk)];
  return { findings, others: once(others, (one) => one) };
}

/** A note for each country whose law no rule knows: that nothing was found says nothing about its law. */
function withoutLaw(results: readonly LintResult[], { rules }: LintRun, { library }: Desk): Diagnostic[] {
  const countries = [...new Set(results.flatMap((one) => one.countries))];
  return countries
    .filter((id) => !rules.some(({ data, serves }) => data.group === 'law' && serves(id)))
    .flatMap((id) => {
      const problems: Diagnostic[] = [];
      const name = attempt(() => library.jurisdiction(id), problems)?.name;
      const names = { inRussian: name?.ru ?? id, inEnglish: name?.en ?? id, inDutch: name?.nl ?? id };
      return [...problems, diagnostic('lint-without-law', { country: id, ...names }, {}, 'info')];
    });
}

/** Writes the changed files, all of a folder or none, and gives the findings that are mended. */
function mend(findings: readonly Located[], { workspace }: Desk, problems: Diagnostic[]): Located[] {
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
