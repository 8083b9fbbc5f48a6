/** What a project has decided once for all errands: options say otherwise, and win. */
import { posix } from 'node:path';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { projectFile, readProject } from '../project/project.js';
import type { Project } from '../project/project.generated.js';
import { fileNamedIn, leadsOut } from '../read/named-file.js';
import type { Locate } from '../read/yaml-data.js';
import type { Desk } from './desk.js';
import { sureKindOf } from './file-kind.js';
import { attempt } from './attempt.js';

/** The folder for documents where nobody says. */
export const usualOut = 'out';

/** What the organisation file is called where nobody has called it otherwise. */
const usualOrganisation = 'organisation.yaml';

/** Options that a project may settle. */
export interface SettledOptions {
  /** A path; false where none is wanted although the project has one. */
  organisation?: string | false;
  kind?: string;
  locale?: string;
  /** Whether `locale` is that of the project, of which a role may lack some. */
  localeOfProject?: boolean;
  format?: string;
  jurisdiction?: string;
  date?: string;
  out?: string;
}

/** The project file, read and checked; null where there is none. What is wrong with it goes to `problems`. */
export function projectOf({ workspace, shelf }: Desk, problems: Diagnostic[]): Project | null {
  const path = shelf.project && posix.join(shelf.project.folder, projectFile);
  if (path === null || !workspace.exists(path)) return null;
  const { project, diagnostics, locate } = readProject(workspace, path, shelf);
  // A file that says nothing makes its folder a project all the same.
  problems.push(...diagnostics.filter(({ code }) => code !== 'empty-file'));
  if (project?.out === undefined || (!leadsOut(project.out) && workspace.within(project.out, '.'))) return project;
  problems.push(diagnostic('project-out-outside', { folder: project.out }, locate('/out')));
  return null;
}

/** Folders that would be those of a project, and what lies in them. */
const projectFolders: Readonly<Record<string, RegExp>> = { templates: /\.hbs$/i, kinds: /\.ya?ml$/i, themes: /\.ya?ml$/i };

/** Folders for templates and the like beside which no project file stands, so that nothing of them is used: one line tells of them. */
export function unusedFolders({ workspace, shelf }: Desk): Diagnostic[] {
  if (shelf.project !== null) return [];
  const there = new Set(attempt(() => workspace.folders('.'), []) ?? []);
  const unused = Object.entries(projectFolders).flatMap(([folder, file]) =>
    there.has(folder) && (attempt(() => workspace.list(folder), []) ?? []).some((name) => file.test(name)) ? [folder] : [],
  );
  return unused.length > 0
    ? [diagnostic('project-folders-unused', { folders: unused.map((one) => `${one}/`).join(', '), count: unused.length }, {}, 'warning')]
    : [];
}

/** What the settings of a project make of options; `today` is asked for only where documents bear the date of the day. */
export function settled<T extends SettledOptions>(
  options: T,
  project: Project | null,
  today: (() => string) | undefined,
): Omit<T, keyof SettledOptions> & Omit<SettledOptions, 'organisation'> {
  const { languages, kinds, formats, jurisdiction, out, date } = project ?? {};
  const dated = date === 'today' && today ? today() : undefined;
  const of = <K extends keyof SettledOptions>(key: K, value: SettledOptions[K] | undefined): Pick<SettledOptions, K> | object =>
    options[key] === undefined && value !== undefined ? { [key]: value } : {};
  return {
    ...options,
    ...of('locale', languages?.join(',')),
    ...of('localeOfProject', languages !== undefined && options.locale === undefined),
    ...of('kind', kinds?.join(',')),
    ...of('format', formats?.join(',')),
    ...of('jurisdiction', jurisdiction),
    ...of('out', out),
    ...of('date', dated),
  };
}

/**
 * The path of the organisation file: as asked for, else as the project says, else the only one in the folder, which
 * `problems` then mentions unless it has its usual name. Null for blank forms.
 */
export function organisationPath(
  asked: string | false | undefined,
  project: Project | null,
  desk: Desk,
  problems: Diagnostic[],
): string | null {
  if (asked !== undefined) return asked === false ? null : asked;
  const { workspace, shelf } = desk;
  const folder = shelf.project?.folder ?? '.';
  if (project?.organisation !== undefined) {
    const path = posix.join(folder, projectFile);
    // Its place is asked for only where something is wrong with it.
    const locate: Locate = (pointer, side) => readProject(workspace, path, shelf).locate(pointer, side);
    const named = fileNamedIn({ workspace, path, locate }, project.organisation, {
      pointer: '/organisation',
      outside: 'project-organisation-outside',
    });
    if (!('code' in named)) return named.path;
    problems.push(named);
    return null;
  }
  const found = organisationsIn(folder, desk);
  const [only, ...more] = found;
  // The file by its usual name is nothing to wonder at, at each command.
  if (only !== undefined && more.length === 0 && posix.basename(only) !== usualOrganisation)
    problems.push(diagnostic('organisation-found', { file: only }, {}, 'info'));
  if (more.length > 0) problems.push(diagnostic('organisations-several', { files: found.join(', ') }, {}, 'info'));
  return more.length > 0 ? null : (only ?? null);
}

/** Files of organisations beyond doubt, whether they are valid or not: to pass over a broken one would print blanks. */
export function organisationsIn(folder: string, { workspace }: Desk): readonly string[] {
  const names = attempt(() => workspace.list(folder), []) ?? [];
  return names
    .filter((name) => /\.ya?ml$/i.test(name))
    .map((name) => posix.join(folder, name))
    .filter((path) => {
      const text = workspace.within(path, folder) ? attempt(() => workspace.readText(path), []) : null;
      return text !== null && /\bjurisdiction\b/.test(text) && sureKindOf(text, path) === 'organisation';
    });
}
