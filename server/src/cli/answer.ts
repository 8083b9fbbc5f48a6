/** Saying what came of a command: data for programs, lines and sentences for people, and what is wrong in the words of both packages. */
import { hasErrors } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import { diagnosticsOf, tellingIn } from '../register/told.js';
import type { Telling } from '../register/told.js';
import type { CommonOptions, Counter } from './counter.js';
import { exit } from './terminal.js';
import type { ExitCode, Terminal } from './terminal.js';

/** What a command has to say. */
export interface Answer {
  /** For programs. */
  readonly data: object;
  /** Lines of data for people. */
  readonly lines?: readonly string[];
  /** What was done, in a sentence or two. */
  readonly note?: string;
  readonly code?: ExitCode;
}

/** Runs an action and says what came of it: the same way for all commands, without a stack trace for anything that a user can do. */
export async function answered(action: () => Promise<Answer>, { json = false }: CommonOptions, counter: Counter): Promise<ExitCode> {
  const { terminal, problems } = counter;
  let answer: Answer | null = null;
  const refused: Diagnostic[] = [];
  try {
    answer = await action();
  } catch (error) {
    const said = diagnosticsOf(error);
    if (said === null) throw error;
    refused.push(...said);
  }
  const told = once([...problems, ...refused]);
  if (json) terminal.out(`${JSON.stringify({ ...answer?.data, diagnostics: plain(told, counter) }, null, 2)}\n`);
  else {
    if (told.length > 0) terminal.err(report(told, counter));
    if (answer?.lines && answer.lines.length > 0) terminal.out(`${answer.lines.join('\n')}\n`);
    if (answer?.note !== undefined && answer.note !== '') terminal.err(`${answer.note}\n`);
  }
  if (answer?.code !== undefined) return answer.code;
  if (told.some(({ code }) => usageCodes.has(code))) return exit.usage;
  return hasErrors(told) ? exit.failure : exit.ok;
}

/** Mistakes in the command line itself. */
const usageCodes: ReadonlySet<string> = new Set([
  'unknown-option-value',
  'bad-date',
  'date-two-readings',
  'register-nothing-named',
  'bad-column',
  'bad-header-row',
]);

const once = (problems: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(problems.map((one) => [JSON.stringify(one), one])).values(),
];

const tellingOf = ({ own, language, lifeWords }: Counter): Telling => tellingIn(language, lifeWords, own);

const report = (diagnostics: readonly Diagnostic[], counter: Counter): string =>
  tellingOf(counter).text(diagnostics, { colour: wantsColour(counter.terminal) });

const plain = (diagnostics: readonly Diagnostic[], counter: Counter): unknown[] => tellingOf(counter).plain(diagnostics);

/** What a diagnostic says, without its place and remedy. */
export const inSentence = (problem: Diagnostic, counter: Counter): string => tellingOf(counter).plain([problem])[0]?.message ?? '';

const wantsColour = ({ errIsTerminal, environment }: Terminal): boolean =>
  errIsTerminal && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';

/** Columns side by side, as wide as they have to be. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => [...(row[at] ?? '')].length)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(at === row.length - 1 ? 0 : (widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
