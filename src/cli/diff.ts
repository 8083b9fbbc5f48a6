/** `rolewright diff`: what changed between two roles, for people, for programs, and for Word with tracked changes. */
import { posix } from 'node:path';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { RoleDiff } from '../diff/change.js';
import { diffPage } from '../desk/changes-page.js';
import { summaryOf } from '../diff/summary.js';
import { diffText } from '../diff/text.js';
import type { ChangeWording } from '../diff/wording.js';
import { locales } from '../shelf/library.js';
import { createPress } from '../press/press.js';
import { choiceOf } from '../desk/choice.js';
import { employerAt } from '../desk/employer.js';
import { organisationPath, projectOf } from '../desk/settings.js';
import { comparedFrom } from '../desk/placement.js';
import { readFonts } from '../desk/fonts.js';
import type { Office } from './office.js';
import { makeRedline, redlineOrder } from '../desk/redline.js';
import type { RedlineOptions } from '../desk/redline.js';
import { compare, readPair, wordingOf } from '../desk/comparison.js';
import { attempt, attemptLater } from '../desk/attempt.js';
import { exit, wantsColour } from './terminal.js';
import type { ExitCode } from './terminal.js';
import { isUsageProblem } from './usage.js';

export interface DiffOptions extends RedlineOptions {
  format?: string;
  locale?: string;
  organisation?: string | false;
  jurisdiction?: string;
  json?: boolean;
  exitCode?: boolean;
  out?: string;
  force?: boolean;
}

const reportFormats = ['text', 'html', 'docx'] as const;

export async function diff(names: readonly string[], options: DiffOptions, office: Office): Promise<ExitCode> {
  const problems: Diagnostic[] = [];
  const format = choiceOf('--format', options.format ?? 'text', reportFormats, problems);
  const signed = choiceOf('--locale', options.locale, locales, problems);
  const jurisdiction = choiceOf('--jurisdiction', options.jurisdiction, office.library.jurisdictions(), problems);
  if (names.length > 2) problems.push(diagnostic('usage-too-many-arguments', { command: 'diff' }));
  const order = format === 'docx' ? redlineOrder(options, jurisdiction, office.library, problems) : null;
  const roles = hasErrors(problems) ? null : readPair(names, office, office.terminal.git, problems);
  if (roles && signed)
    for (const role of [roles.before, roles.after]) {
      if (!role.languages.includes(signed))
        problems.push(diagnostic('language-not-in-role', { role: role.id, locale: signed, known: role.languages.join(', ') }));
    }
  const employer = hasErrors(problems)
    ? null
    : employerAt(organisationPath(options.organisation, projectOf(office, problems), office, problems), office, problems);
  if (!roles || !employer || hasErrors(problems)) return failed(options, office, problems);

  // Papers are read without one change after another.
  office.terminal.longWork?.();
  // The papers are those of the role’s position, where the organisation has a structure.
  const unplaced = { ...employer, person: null, department: null, date: order?.date ?? null };
  const organisation = comparedFrom(roles.before, roles.after, unplaced, problems);
  const press = createPress(office.library, readFonts);
  // People are told what they have to sign; a program may want to know of the other papers too.
  const wanted = { signed, jurisdiction, signedOnly: !options.json };
  const found = attempt(() => compare(roles, organisation, wanted, press), problems);
  if (!found) return failed(options, office, problems);
  const wording = wordingOf(found, roles, signed, office.language, office);
  const bytes = await attemptLater(async () => {
    if (format === 'html') return new TextEncoder().encode(diffPage(found, wording));
    return order ? makeRedline(roles, wording.shown, order, { ...employer, organisation }, press) : null;
  }, problems);
  const target = options.out;
  const written =
    bytes && target !== undefined && !hasErrors(problems)
      ? attempt(
          () =>
            office.workspace.writeAll([{ path: posix.basename(target), bytes }], {
              folder: posix.dirname(target),
              force: options.force ?? false,
            }),
          problems,
        )
      : null;
  if (hasErrors(problems)) return failed(options, office, problems);
  show({ found, wording, bytes: target === undefined ? bytes : null, written: written ?? [], problems }, options, office);
  return options.exitCode && found.changes.length > 0 ? exit.failure : exit.ok;
}

interface Outcome {
  found: RoleDiff;
  wording: ChangeWording;
  /** For standard output. */
  bytes: Uint8Array | null;
  written: readonly string[];
  problems: readonly Diagnostic[];
}

function show({ found, wording, bytes, written, problems }: Outcome, options: DiffOptions, office: Office): void {
  const { terminal } = office;
  const summary = summaryOf(found, wording);
  if (options.json) {
    terminal.out(`${JSON.stringify({ ...found, summary, files: written, diagnostics: office.plain(problems) }, null, 2)}\n`);
    return;
  }
  office.report(problems);
  if (written.length > 0) {
    terminal.out(written.map((path) => `${path}\n`).join(''));
    terminal.err(`${[summary.changes, summary.verdict, ...summary.papers].filter(Boolean).join('\n')}\n`);
  } else
    terminal.out(
      bytes
        ? new TextDecoder().decode(bytes)
        : diffText(found, wording, { colour: wantsColour(terminal, terminal.outIsTerminal ?? false) }),
    );
}

/** With `--exit-code`, 1 says that the roles differ, so that a failure needs another number. */
function failed(options: DiffOptions, office: Office, problems: readonly Diagnostic[]): ExitCode {
  if (options.json) office.terminal.out(`${JSON.stringify({ diagnostics: office.plain(problems) }, null, 2)}\n`);
  else office.report(problems);
  return options.exitCode || problems.some((one) => isUsageProblem(one) || usage.has(one.code)) ? exit.usage : exit.failure;
}

const usage: ReadonlySet<string> = new Set([
  'usage-too-many-arguments',
  'unknown-option-value',
  'bad-date',
  'redline-needs',
  'diff-needs-two',
  'git-bad-revision',
  'git-bad-path',
]);
