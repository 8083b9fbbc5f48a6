/** `rolewright new`: files to start from, written where commands look for them. */
import { attempt } from '../desk/attempt.js';
import { newKind, newTemplate } from '../desk/new/new-kind.js';
import type { NewKindOptions, NewTemplateOptions } from '../desk/new/new-kind.js';
import type { Started } from '../desk/new/new-file.js';
import { newOrganisation } from '../desk/new/new-organisation.js';
import type { NewOrganisationOptions } from '../desk/new/new-organisation.js';
import { newOverlay } from '../desk/new/new-overlay.js';
import type { NewOverlayOptions } from '../desk/new/new-overlay.js';
import { newPerson } from '../desk/new/new-person.js';
import type { NewPersonOptions } from '../desk/new/new-person.js';
import { newRole } from '../desk/new/new-role.js';
import type { NewRoleOptions } from '../desk/new/new-role.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Office } from './office.js';
import { exit } from './terminal.js';
import type { ExitCode } from './terminal.js';
import { isUsageProblem } from './usage.js';

export interface Forced {
  force?: boolean;
}

export const startRole = (id: string | undefined, options: NewRoleOptions & Forced, office: Office): ExitCode =>
  start('role', office, options, (problems) => newRole(id, options, { reader: office.language, say: office.say }, office, problems));

export const startPerson = (id: string | undefined, options: NewPersonOptions & Forced, office: Office): ExitCode =>
  start('person', office, options, (problems) => newPerson(id, options, office.language, office, problems));

export const startOrganisation = (id: string | undefined, options: NewOrganisationOptions & Forced, office: Office): ExitCode =>
  start('organisation', office, options, (problems) => newOrganisation(id, options, office.language, office, problems));

export const startKind = (id: string | undefined, options: NewKindOptions & Forced, office: Office): ExitCode =>
  start('kind', office, options, (problems) => newKind(id, options, office.language, office, problems));

export const startTemplate = (kind: string, options: NewTemplateOptions & Forced, office: Office): ExitCode =>
  start('template', office, options, (problems) => newTemplate(kind, options, office.language, office, problems));

export const startOverlay = (role: string, options: NewOverlayOptions & Forced, office: Office): ExitCode =>
  start(
    'overlay',
    office,
    options,
    (problems) => newOverlay(role, options, office.language, office, problems),
    ({ name, named, role: changed }) => office.say('customise.made', { file: name, named, role: changed, department: options.department }),
  );

type Sort = 'role' | 'overlay' | 'person' | 'organisation' | 'kind' | 'template';

/** Writes what is to be started, and says what to do next. */
function start<S extends Started>(
  sort: Sort,
  office: Office,
  { force = false }: Forced,
  make: (problems: Diagnostic[]) => S | null,
  next: (started: S) => string = ({ name, shown }) => office.say(`new.made.${sort}`, { file: shown.join(', '), name }),
): ExitCode {
  const { terminal, workspace } = office;
  const problems: Diagnostic[] = [];
  const started = make(problems);
  if (started)
    attempt(() => {
      const files = started.files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
      workspace.writeAll(files, { folder: started.folder, force });
    }, problems);
  office.report(problems);
  if (started === null || hasErrors(problems)) return problems.some(isUsage) ? exit.usage : exit.failure;
  terminal.out(started.shown.map((path) => `${path}\n`).join(''));
  terminal.err(`${next(started)}\n`);
  return exit.ok;
}

const isUsage = (one: Diagnostic): boolean => isUsageProblem(one) || one.code === 'new-bad-id' || one.code === 'new-needs-id';
