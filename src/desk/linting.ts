/** What `lint` and `status` have in common: the files that are meant, and all that a run of the lint needs. */
import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { usualJurisdiction } from '../shelf/library.js';
import type { LintRun, LintTarget } from '../lint/lint.js';
import { severitiesOf } from '../lint/settings.js';
import { readRules } from '../lint/catalogue.js';
import { lintSource } from '../lint/source.js';
import type { LintSource } from '../lint/source.js';
import { shippedWords } from '../lint/spelling-words.js';
import { openSpelling } from '../lint/spelling.js';
import { readOrganisation } from '../organisation/organisation.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import { readPerson } from '../person/person.js';
import { projectFile, readProject } from '../project/project.js';
import type { Project } from '../project/project.generated.js';
import { readLayer } from '../role/overlay/overlay.js';
import type { Role } from '../role/role.generated.js';
import { readStructure } from '../structure/structure.js';
import type { Desk } from './desk.js';
import { titleProblems } from './positions.js';
import { organisationPath } from './settings.js';
import { attempt } from './attempt.js';
import { findRole } from './sources.js';
import { kindOf } from './file-kind.js';
import { validateShelfFile } from './shelf-files.js';

export interface AskedOfLint {
  jurisdiction: JurisdictionId | null;
  languages: readonly Locale[] | null;
  spelling: boolean;
}

/** A file to be linted, as the user named it. */
export interface NamedTarget {
  name: string;
  target: LintTarget;
}

/** One file or none: what is not even valid is told by the reader, and not linted. */
export function targetsOf(name: string, desk: Desk, problems: Diagnostic[]): NamedTarget[] {
  const found = findRole(name, desk);
  if ('code' in found) {
    problems.push(found);
    return [];
  }
  const { workspace, path } = found;
  const kind = kindOf(workspace, path);
  if (kind === 'organisation') {
    const { organisation, diagnostics, locate } = readOrganisation(workspace, path, desk.shelf);
    problems.push(...diagnostics);
    if (organisation) problems.push(...titleProblems(rolesTitled(organisation, desk), { organisation, locate }));
    return organisation ? [{ name, target: { subject: 'organisation', data: organisation, file: path, locate } }] : [];
  }
  if (kind === 'structure') {
    problems.push(...readStructure(workspace, path).diagnostics);
    return [];
  }
  if (kind !== 'role' && kind !== 'person' && kind !== 'project') {
    problems.push(...validateShelfFile(kind, workspace, path, desk));
    return [];
  }
  if (kind !== 'role') {
    problems.push(...(kind === 'person' ? readPerson(workspace, path) : readProject(workspace, path, desk.shelf)).diagnostics);
    return [];
  }
  const { role, base, diagnostics, locate } = readLayer({ workspace, path, shown: path, library: desk.shelf });
  problems.push(...diagnostics);
  return role ? [{ name, target: { subject: 'role', data: role, file: path, locate, base: base?.role ?? null } }] : [];
}

/** The roles to which an organisation gives titles of its own. */
const rolesTitled = ({ positions = {} }: Organisation, desk: Desk): Role[] =>
  Object.keys(positions)
    .filter((id) => positions[id]?.title !== undefined)
    .flatMap((id) => {
      const found = findRole(id, desk);
      const role = 'code' in found ? null : readLayer({ ...found, shown: found.path, library: desk.shelf }).role;
      return role ? [role] : [];
    });

/** The rules with the settings of the project, and the dictionaries that the files need. */
export async function prepareLint(
  targets: readonly LintTarget[],
  asked: AskedOfLint,
  desk: Desk,
  problems: Diagnostic[],
): Promise<LintRun> {
  const { workspace } = desk;
  const { rules, ids, diagnostics } = readRules(desk.shelf);
  problems.push(...diagnostics);
  let project: Project | null = null;
  const path = desk.shelf.project && posix.join(desk.shelf.project.folder, projectFile);
  let severities: Map<string, Diagnostic['severity'] | 'off'> = new Map();
  let organisation: Organisation | null = null;
  if (path !== null && workspace.exists(path)) {
    const reading = readProject(workspace, path, desk.shelf);
    problems.push(...reading.diagnostics);
    ({ project } = reading);
    if (project) severities = severitiesOf(project, reading.locate, ids, problems);
  }
  const told: Diagnostic[] = [];
  const employer = organisationPath(undefined, project, desk, told);
  // Where that file is linted itself it need not be said which one it is.
  problems.push(...told.filter(({ code, args }) => code !== 'organisation-found' || !targets.some(({ file }) => file === args.file)));
  if (employer !== null) {
    const reading = readOrganisation(workspace, employer, desk.shelf);
    problems.push(...reading.diagnostics);
    ({ organisation } = reading);
    const roles = targets.flatMap((one) => (one.subject === 'role' ? [one.data as Role] : []));
    if (organisation) problems.push(...titleProblems(roles, { organisation, locate: reading.locate }));
  }
  if (!asked.spelling) for (const { data } of rules) if (data.dictionaries) severities.set(data.id, 'off');

  const isOn = rules.some(({ data }) => data.dictionaries && severities.get(data.id) !== 'off');
  const languages = [...new Set(targets.flatMap((one) => one.data.languages))].filter((one) => asked.languages?.includes(one) ?? true);
  return {
    rules,
    ruleIds: ids,
    severities,
    organisation,
    jurisdiction: asked.jurisdiction ?? project?.jurisdiction ?? null,
    languages: asked.languages,
    usualLaw: usualJurisdiction,
    law: (id) => desk.library.jurisdiction(id),
    american: desk.library.american,
    spelling: isOn
      ? await openSpelling(languages, { shipped: shippedWords(desk.shelf.own, languages), project: project?.lint?.words ?? [] })
      : null,
    source: sources(desk),
  };
}

/** The texts of the files that places name: the user’s own, or the library’s where the line there is the one shown. */
export function sources({ workspace: own, shelf: { own: shelf } }: Desk): LintRun['source'] {
  const read = new Map<string, LintSource[]>();
  return ({ file, line, sourceLine }) => {
    if (file === undefined) return null;
    const candidates =
      read.get(file) ?? [own, shelf].flatMap((workspace) => attempt(() => [lintSource(file, workspace.readText(file))], []) ?? []);
    read.set(file, candidates);
    return candidates.find((one) => line === undefined || sourceLine === undefined || one.line(line) === sourceLine) ?? null;
  };
}
