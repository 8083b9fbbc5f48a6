/** The files of a project that are on its shelf, and what is wrong with them. */
import { posix } from 'node:path';
import { diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { idsIn, shelfFileName } from '../read/known-ids.js';
import { readJurisdiction } from '../shelf/jurisdiction-file.js';
import { readCompetency } from '../shelf/competency-file.js';
import { readKind } from '../shelf/kind-file.js';
import { isIn } from '../shelf/kinds.js';
import { readOwnWords } from '../shelf/library.js';
import { readTheme } from '../shelf/theme-file.js';
import { createPress } from '../press/press.js';
import { readRuleFile } from '../lint/rule-file.js';
import { readRole } from '../role/read.js';
import { createHelpers } from '../template/helpers.js';
import { checkTemplate } from '../template/template-check.js';
import { knownHelpers } from '../template/template.js';
import { projectFileAt } from '../workspace/layered.js';
import type { Shelf } from '../workspace/layered.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Desk } from './desk.js';
import { templateNames } from './provenance.js';
import { attempt } from './attempt.js';

/** What reads a file of the shelf, by its folder. */
const readers: Record<ShelfFolder, (workspace: Workspace, path: string, shelf: Shelf) => readonly Diagnostic[]> = {
  kinds: (workspace, path, shelf) =>
    readKind(workspace, path, { countries: idsIn(shelf, 'jurisdictions'), kinds: idsIn(shelf, 'kinds') }).diagnostics,
  competencies: (workspace, path) => readCompetency(workspace, path).diagnostics,
  themes: (workspace, path) => readTheme(workspace, path).diagnostics,
  jurisdictions: (workspace, path, shelf) => readJurisdiction(workspace, path, idsIn(shelf, 'themes')).diagnostics,
  locales: (workspace, path, shelf) => readOwnWords(workspace, path, shelf).diagnostics,
  lint: (workspace, path, shelf) => readRuleFile(workspace, path, shelf).diagnostics,
};

export const shelfFolders = ['kinds', 'competencies', 'themes', 'jurisdictions', 'locales', 'lint'] as const;
export type ShelfFolder = (typeof shelfFolders)[number];

/** All that is wrong with a file of one of these folders, whoever has it. */
export const validateShelfFile = (folder: ShelfFolder, workspace: Workspace, path: string, { shelf }: Desk): Diagnostic[] => [
  ...readers[folder](workspace, path, shelf),
];

/** The files of a project that are on its shelf, by their paths from the working folder, and all that is wrong with them. */
export function validateShelf(desk: Desk): { files: string[]; diagnostics: Diagnostic[] } {
  const { shelf, library } = desk;
  const { project } = shelf;
  if (!project) return { files: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const files = [
    ...shelfFolders.flatMap((folder) =>
      project.workspace
        .list(posix.join(project.folder, folder))
        .filter((name) => shelfFileName.test(name))
        .map((name) => `${folder}/${name}`),
    ),
    ...templateNames(desk)
      .map((name) => `templates/${name}.hbs`)
      .filter((path) => shelf.originOf(path) === 'project'),
  ];
  for (const path of files) {
    const folder = shelfFolders.find((one) => path.startsWith(`${one}/`));
    attempt(() => {
      const there = projectFileAt(project, path);
      if (folder && there) diagnostics.push(...readers[folder](there.workspace, there.path, shelf));
    }, diagnostics);
  }
  for (const name of files.filter((path) => path.startsWith('templates/')).map((path) => path.slice('templates/'.length, -'.hbs'.length)))
    attempt(() => {
      const source = library.template(name);
      if (source) checkTemplate(source, name, knownHelpers(createHelpers(nothingIsFilled)));
    }, diagnostics);
  attempt(() => diagnostics.push(...unusedFiles(desk)), diagnostics);
  const distinct = new Map(diagnostics.map((one) => [JSON.stringify(one), one]));
  for (const one of hasErrors(diagnostics) ? [] : triedOut(desk)) distinct.set(JSON.stringify(one), one);
  return { files: files.map((path) => posix.join(project.folder, path)), diagnostics: [...distinct.values()] };
}

/** The role that templates are tried with: it has every part that a kind can need. */
const sample = 'account-manager';

/**
 * What comes to light only when papers are made: each kind blank, in every language, for every country that has it. A paper of ours for
 * which the project brings neither kind, template, partial, country nor other words is as it was, and not tried.
 */
function triedOut(desk: Desk): Diagnostic[] {
  const { shelf, library } = desk;
  const problems: Diagnostic[] = [];
  const { role } = readRole(shelf.own, `roles/${sample}.yaml`, shelf.own);
  const press = createPress(library, () => {
    throw new Error('nothing is laid out here');
  });
  const isTheirs = (path: string): boolean => shelf.originOf(path) === 'project';
  const otherPartials = templateNames(desk).some(
    (name) => name.startsWith('partials/') && isTheirs(`templates/${name}.hbs`) && shelf.own.exists(`templates/${name}.hbs`),
  );
  for (const kind of attempt(() => library.kinds(), problems) ?? []) {
    const { id, template = id } = kind;
    const countries = library.jurisdictions().filter((country) => isIn(kind, country));
    const there = attempt(
      () => ['', ...countries.map((one) => `${one}/`)].some((country) => library.template(`${country}${template}`) !== null),
      problems,
    );
    if (there === null) continue;
    if (!there) {
      problems.push(diagnostic('template-missing', { name: id }, { file: shelf.shown(`kinds/${id}.yaml`) }));
      continue;
    }
    const isOther = otherPartials || isTheirs(`kinds/${id}.yaml`) || isTheirs(`templates/${template}.hbs`);
    for (const jurisdiction of countries)
      for (const locale of role?.languages ?? [])
        attempt(
          () =>
            role &&
            (isOther ||
              isTheirs(`jurisdictions/${jurisdiction}.yaml`) ||
              isTheirs(`templates/${jurisdiction}/${template}.hbs`) ||
              library.reworded(locale)) &&
            press.assemble({ role, kind: id, locale, jurisdiction, organisation: null, person: null, date: null, logo: null }),
          problems,
        );
  }
  return problems;
}

const nothingIsFilled = (): never => {
  throw new Error('nothing is filled in here');
};

/** Files that lie on the shelf and serve nothing, since they are called otherwise than the shelf looks for. */
function unusedFiles({ shelf: { project }, library }: Desk): Diagnostic[] {
  if (!project) return [];
  const { workspace, folder } = project;
  const kinds = new Set(library.kinds().map(({ id }) => `${id}.hbs`));
  const templates = (name: string): boolean => kinds.has(name);
  const serves: [string, (name: string) => boolean][] = [
    ...shelfFolders.map((one): [string, (name: string) => boolean] => [one, (name) => shelfFileName.test(name)]),
    ['templates', templates],
    ...library.jurisdictions().map((id): [string, (name: string) => boolean] => [`templates/${id}`, templates]),
    ['templates/partials', (name) => /^[a-z0-9-]+\.hbs$/.test(name)],
  ];
  return serves.flatMap(([place, isUsed]) =>
    workspace
      .list(posix.join(folder, place))
      .filter((name) => !isUsed(name))
      .map((name) => posix.join(folder, place, name))
      .map((file) => diagnostic('shelf-file-unused', { file }, { file }, 'warning')),
  );
}
