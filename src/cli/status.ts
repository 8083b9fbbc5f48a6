/** `rolewright status`: how far the roles are, by language: clauses translated, where they come from, what the lint finds. */
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import { coverageOf, provenances } from '../lint/coverage.js';
import type { Coverage } from '../lint/coverage.js';
import { lintFile } from '../lint/lint.js';
import type { Located } from '../lint/lint.js';
import { prepareLint, targetsOf } from '../desk/linting.js';
import type { Office } from './office.js';
import { knownRoles, usualRoles } from '../desk/sources.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface StatusOptions {
  all?: boolean;
  json?: boolean;
  /** False with `--no-spelling`. */
  spelling?: boolean;
}

type Counts = Record<Severity, number>;

interface RoleStatus {
  role: string;
  coverage: Coverage;
  /** By language; what concerns all languages is under `general`. */
  findings: Map<Locale | 'general', Counts>;
}

/** The exit code is 0 whatever the lint finds: a status is no judgement. */
export async function status(names: readonly string[], options: StatusOptions, office: Office): Promise<ExitCode> {
  const problems: Diagnostic[] = [];
  const wanted = options.all ? knownRoles(office) : usualRoles(names, office);
  const targets = [...new Set(wanted)].flatMap((name) => targetsOf(name, office, problems));
  const run = await prepareLint(
    targets.map((one) => one.target),
    { jurisdiction: null, languages: null, spelling: options.spelling ?? true },
    office,
    problems,
  );
  const roles = targets.flatMap(({ target }): RoleStatus[] => {
    if (target.subject !== 'role' || !('duties' in target.data)) return [];
    const { findings } = lintFile(target, run);
    return [{ role: target.data.id, coverage: coverageOf(target.data), findings: byLanguage(findings, target.data.languages) }];
  });

  const wrong = problems.filter((one) => one.severity === 'error');
  if (options.json) office.terminal.out(`${JSON.stringify({ roles: roles.map(plain), diagnostics: office.plain(wrong) }, null, 2)}\n`);
  else {
    office.report(wrong);
    if (roles.length > 0) office.terminal.out(table(roles, office));
  }
  return problems.some((one) => one.code === 'unknown-role') ? exit.usage : exit.ok;
}

function byLanguage(findings: readonly Located[], languages: readonly Locale[]): RoleStatus['findings'] {
  const counts = new Map<Locale | 'general', Counts>(
    [...languages, 'general' as const].map((one) => [one, { error: 0, warning: 0, info: 0 }]),
  );
  for (const { diagnostic, language } of findings) {
    const own = counts.get(language ?? 'general');
    if (own) own[diagnostic.severity] += 1;
  }
  return counts;
}

const plain = ({ role, coverage, findings }: RoleStatus): object => ({
  role,
  clauses: coverage.clauses,
  translated: Object.fromEntries(coverage.translated),
  provenance: coverage.provenance,
  findings: Object.fromEntries(
    [...findings].map(([language, { error, warning, info }]) => [language, { errors: error, warnings: warning, remarks: info }]),
  ),
});

/** A line per role and language; what concerns the whole role stands in its first line, and totals in the last ones. */
function table(roles: readonly RoleStatus[], { say, language }: Office): string {
  const columns = ['role', 'language', 'translated', ...provenances, 'errors', 'warnings', 'remarks'].map((name) => say(`status.${name}`));
  const number = new Intl.NumberFormat(language, { useGrouping: false });
  const counts = (found: Counts | undefined): string[] =>
    [found?.error ?? 0, found?.warning ?? 0, found?.info ?? 0].map((one) => number.format(one));
  const share = (done: number, all: number): string => `${number.format(done)}/${number.format(all)}`;
  const rows = roles.flatMap(({ role, coverage, findings }) => {
    const general = findings.get('general');
    const provenance = provenances.map((one) => number.format(coverage.provenance[one]));
    return [
      ...[...coverage.translated].map(([one, done], at) => [
        at === 0 ? role : '',
        one,
        share(done, coverage.clauses),
        ...(at === 0 ? provenance : provenances.map(() => '')),
        ...counts(findings.get(one)),
      ]),
      ...(general && Object.values(general).some((count) => count > 0)
        ? [['', say('status.general'), '', ...provenances.map(() => ''), ...counts(general)]]
        : []),
    ];
  });

  const totals = [...new Set(roles.flatMap((one) => [...one.coverage.translated.keys()]))].map((one, at) => {
    const own = roles.filter((role) => role.coverage.translated.has(one));
    const sum = (value: (role: RoleStatus) => number, of = own): number => of.reduce((whole, role) => whole + value(role), 0);
    const found = {
      error: sum((role) => role.findings.get(one)?.error ?? 0),
      warning: sum((role) => role.findings.get(one)?.warning ?? 0),
      info: sum((role) => role.findings.get(one)?.info ?? 0),
    };
    const provenance = provenances.map((kind) =>
      at === 0 ? number.format(sum((role) => role.coverage.provenance[kind], [...roles])) : '',
    );
    return [
      at === 0 ? say('status.total', { roles: roles.length }) : '',
      one,
      share(
        sum((role) => role.coverage.translated.get(one) ?? 0),
        sum((role) => role.coverage.clauses),
      ),
      ...provenance,
      ...counts(found),
    ];
  });

  const widths = columns.map((name, at) => Math.max(name.length, ...[...rows, ...totals].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return `${[line(columns), rule, ...rows.map(line), rule, ...totals.map(line)].join('\n')}\n`;
}
