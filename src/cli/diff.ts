/** `rolewright diff`: what changed between two roles, for people, for programs, and for Word with tracked changes. */
import { posix } from 'node:path';
import { diagnostic, hasErrors } from '../diagnostic.js';
import type { Diagnostic } from '../diagnostic.js';
import type { RoleDiff } from '../diff/change.js';
import { diffPage } from '../diff/page.js';
import { diffRoles, languagesOf } from '../diff/roles.js';
import { summaryOf } from '../diff/summary.js';
import { diffText } from '../diff/text.js';
import { createChangeWording } from '../diff/wording.js';
import type { Catalogue, ChangeWording, Names } from '../diff/wording.js';
import type { Locale } from '../document.js';
import { jurisdictionIds, locales, signedKinds } from '../library.js';
import { ownData } from '../own-data.js';
import { openPapers } from '../papers.js';
import { createPress } from '../press.js';
import { readLayer } from '../role/overlay.js';
import type { Layer } from '../role/overlay.js';
import type { RoleFile } from '../role/overlay-base.js';
import type { Role } from '../role/role.generated.js';
import { choiceOf } from './choice.js';
import { readFonts } from './fonts.js';
import { readLogo } from './logo.js';
import type { Office } from './office.js';
import { organisationAt } from './organisation-file.js';
import { makeRedline, redlineOrder } from './redline.js';
import type { Employer, RedlineOptions } from './redline.js';
import { fileAt, namesRevision } from './revision.js';
import { attempt, attemptLater, findRole, isUsageProblem } from './sources.js';
import { exit, wantsColour } from './terminal.js';
import type { ExitCode } from './terminal.js';

export interface DiffOptions extends RedlineOptions {
  format?: string;
  locale?: string;
  organisation?: string;
  jurisdiction?: string;
  json?: boolean;
  exitCode?: boolean;
  out?: string;
  force?: boolean;
}

const reportFormats = ['text', 'html', 'docx'] as const;

/** Both roles, or what is wrong with one of them. */
type Pair = Record<'before' | 'after', Role>;

export async function diff(names: readonly string[], options: DiffOptions, office: Office): Promise<ExitCode> {
  const problems: Diagnostic[] = [];
  const format = choiceOf('--format', options.format ?? 'text', reportFormats, problems);
  const signed = choiceOf('--locale', options.locale, locales, problems);
  const jurisdiction = choiceOf('--jurisdiction', options.jurisdiction, jurisdictionIds, problems);
  if (names.length > 2) problems.push(diagnostic('usage-too-many-arguments', { command: 'diff' }));
  const order = format === 'docx' ? redlineOrder(options, jurisdiction, problems) : null;
  const roles = hasErrors(problems) ? null : readPair(names, office, problems);
  if (roles && signed)
    for (const role of [roles.before, roles.after]) {
      if (!role.languages.includes(signed))
        problems.push(diagnostic('language-not-in-role', { role: role.id, locale: signed, known: role.languages.join(', ') }));
    }
  const employer = hasErrors(problems) ? null : employerOf(options, office, problems);
  if (!roles || !employer || hasErrors(problems)) return failed(options, office, problems);

  const press = createPress(office.library, readFonts);
  const papers = openPapers(press, {
    organisation: employer.organisation,
    locales: languagesOf(roles.before, roles.after),
    ...(jurisdiction && { jurisdictions: [jurisdiction] }),
    // People are told what they have to sign; a program may want to know of the other papers too.
    ...(!options.json && { kinds: signedKinds }),
  });
  const found = attempt(() => diffRoles(roles.before, roles.after, papers, signed ? { signed } : {}), problems);
  if (!found) return failed(options, office, problems);
  const wording = wordingOf(found, roles, signed, office);
  const bytes = await attemptLater(async () => {
    if (format === 'html') return new TextEncoder().encode(diffPage(found, wording));
    return order ? makeRedline(roles, wording.shown, order, employer, press) : null;
  }, problems);
  const target = options.out;
  const written =
    bytes && target !== undefined && !hasErrors(problems)
      ? attempt(
          () =>
            office.terminal.workspace.writeAll([{ path: posix.basename(target), bytes }], {
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

function employerOf({ organisation: path }: DiffOptions, office: Office, problems: Diagnostic[]): Employer {
  const from = organisationAt(path, office, problems);
  return { organisation: from?.organisation ?? null, logo: from && attempt(() => readLogo(from), problems) };
}

function readPair(names: readonly string[], office: Office, problems: Diagnostic[]): Pair | null {
  const layers = names.map((name) => layerOf(name, office, problems));
  const [first, second] = layers;
  if (!first || hasErrors(problems)) return null;
  if (second) return first.role && second.role ? { before: first.role, after: second.role } : null;
  if (!first.base) {
    problems.push(diagnostic('diff-needs-two', { name: names[0] ?? '' }));
    return null;
  }
  return first.base.role && first.role ? { before: first.base.role, after: first.role } : null;
}

function layerOf(name: string, office: Office, problems: Diagnostic[]): Layer | null {
  const file = fileOf(name, office);
  if ('code' in file) {
    problems.push(file);
    return null;
  }
  const layer = readLayer(file);
  // What is doubtful in a role is for `validate` to say.
  problems.push(...layer.diagnostics.filter(({ severity }) => severity === 'error'));
  return layer;
}

/** A file that is there wins over a revision of the same name. */
function fileOf(name: string, office: Office): RoleFile | Diagnostic {
  if (namesRevision(name) && !office.terminal.workspace.exists(name)) return fileAt(name, office.terminal.git);
  const found = findRole(name, office);
  return 'code' in found ? found : { ...found, shown: found.path };
}

/** Texts are shown in the language that was signed, else in that of the messages if the roles have it. */
function wordingOf({ languages }: RoleDiff, roles: Pair, signed: Locale | null, { shelf, library, language, say }: Office): ChangeWording {
  const shown = signed ?? (languages.includes(language) ? language : (languages[0] ?? language));
  const catalogue = ownData(shelf, `locales/changes.${language}.yaml`) as Catalogue;
  const names: Names = { kind: (id) => say(`list.kinds.${id}`), country: (id) => library.jurisdiction(id).name[language] };
  return createChangeWording(catalogue, library.phrases(language), names, language, shown, roles);
}
