/** The files that an import writes, each with where it goes. */
import { posix } from 'node:path';
import { diagnostic } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Locale } from '../../document/document.js';
import { projectFile } from '../../project/project.js';
import type { OutputFile } from '../../workspace/workspace.js';
import type { Desk } from '../desk.js';
import { schemaText } from '../schemas.js';
import type { SchemaName } from '../schemas.js';
import { decisionsOf } from './decisions.js';
import type { Decision } from './decisions.js';
import { numberOfUnplaced } from '../../import/report.js';
import { rowOf } from './import-figures.js';
import type { ImportRow } from './import-figures.js';
import { importPage } from './page/import-page.js';
import { countryOf, employerOf } from './project-law.js';
import type { ReportWords } from './import-words.js';
import { draftText } from './word-import.js';
import type { ImportedFile } from './word-import.js';

export interface ImportPlaces {
  /** That of the project, else the working folder; other paths are from here. */
  readonly folder: string;
  readonly roles: string;
  readonly reports: string;
  /** Whether nobody said where roles go: overlays then go where departments keep theirs. */
  readonly isUsual: boolean;
}

/** What is written for one Word file, all of it or nothing. */
export interface FilesOfOne {
  readonly source: ImportedFile;
  readonly role: string;
  readonly report: string;
  readonly files: readonly OutputFile[];
  /** What is to decide in the role, the weightiest first. */
  readonly decisions: readonly Decision[];
  readonly row: ImportRow;
}

export const placesOf = ({ out }: { out?: string | undefined }, desk: Desk): ImportPlaces => {
  const folder = desk.shelf.project?.folder ?? '.';
  return {
    folder,
    roles: out === undefined ? 'roles' : posix.relative(folder, posix.normalize(out.replaceAll('\\', '/'))) || '.',
    reports: 'import',
    isUsual: out === undefined,
  };
};

/** The role, its report, and the employer and the holder where the file names them. */
export function filesOfOne(source: ImportedFile, places: ImportPlaces, words: ReportWords): FilesOfOne {
  const { id, understood, file, overlay } = source;
  const role = posix.join(overlay && places.isUsual ? 'departments' : places.roles, `${id}.yaml`);
  const report = posix.join(places.reports, `${id}.html`);
  const from = words.say('import.from', { file: oneLine(file) });
  const draft = (path: string, schema: SchemaName, data: object, lines: readonly string[]): OutputFile =>
    textFile(path, draftText(data, schemaLine(path, schema), lines));
  const { organisation, person } = understood;
  const schema = overlay ? 'overlay' : 'role';
  const text = draftText(
    overlay ? overlay.draft : understood.draft,
    schemaLine(role, schema),
    [from, words.say('import.check', { report })],
    { unplaced: hintsOf(source, words) },
  );
  const decisions = decisionsOf(source, text);
  return {
    source,
    role,
    report,
    decisions,
    row: rowOf(understood.report, decisions),
    files: [
      textFile(role, text),
      textFile(report, importPage({ source, shown: posix.join(places.folder, role), decisions }, words)),
      ...(organisation ? [draft(posix.join(places.reports, `${id}.organisation.yaml`), 'organisation', organisation, [from])] : []),
      ...(person ? [draft(posix.join(places.reports, `${id}.person.yaml`), 'person', person, [from])] : []),
    ],
  };
}

/** Of each text without a place, where it probably belongs: the comment above it in the file. */
function hintsOf({ understood }: ImportedFile, { say }: ReportWords): (string | null)[] {
  const hints: (string | null)[] = [];
  for (const part of understood.report.entries.flatMap(({ parts }) => parts)) {
    const at = numberOfUnplaced(part);
    if (at !== undefined && part.belongs) hints[at] = say('import.hint', { key: part.belongs });
  }
  return hints;
}

/** The page of a comparison alone: the role is what it was. */
export function comparisonFile(source: ImportedFile, places: ImportPlaces, words: ReportWords): OutputFile {
  const role = posix.join(places.roles, `${source.id}.yaml`);
  return textFile(
    posix.join(places.reports, `${source.id}.compared.html`),
    importPage({ source, shown: posix.join(places.folder, role), decisions: [] }, words),
  );
}

/** That a role stands whole beside its overlay, from an import before it had a base. */
export function wholeRoleLeft({ source, role }: FilesOfOne, { folder, roles }: ImportPlaces, { workspace }: Desk): Diagnostic[] {
  const whole = posix.join(roles, `${source.id}.yaml`);
  if (!source.overlay || whole === role || !workspace.exists(posix.join(folder, whole))) return [];
  return [diagnostic('import-whole-left', { file: posix.join(folder, whole) }, { file: posix.join(folder, role) }, 'warning')];
}

/** What makes a project of a folder that is none, and what its editor checks files by; nothing that is there already. */
export function projectFiles(imported: readonly ImportedFile[], { folder }: ImportPlaces, words: ReportWords, desk: Desk): OutputFile[] {
  if (imported.length === 0) return [];
  const { workspace, shelf } = desk;
  const languages = [...new Set(imported.map(({ understood }) => understood.language))].sort();
  const files = [
    ...(shelf.project ? [] : [textFile(projectFile, projectText(languages, countryOf(imported))), ...employerFile(imported, words)]),
    ...(['role', 'overlay', 'organisation', 'person', 'project'] as const).map((name) =>
      textFile(`schemas/${name}.schema.json`, schemaText(name, desk)),
    ),
  ];
  return files.filter(({ path }) => !workspace.exists(posix.join(folder, path)));
}

const projectText = (languages: readonly Locale[], country: string | null): string =>
  `${schemaLine(projectFile, 'project')}schema: 2\nlanguages: [${languages.join(', ')}]\n${country === null ? '' : `jurisdiction: ${country}\n`}`;

function employerFile(imported: readonly ImportedFile[], words: ReportWords): OutputFile[] {
  const employer = employerOf(imported);
  return employer === null
    ? []
    : [textFile('organisation.yaml', draftText(employer, schemaLine('organisation.yaml', 'organisation'), [words.say('import.employer')]))];
}

const schemaLine = (path: string, schema: SchemaName): string =>
  `# yaml-language-server: $schema=${posix.relative(posix.dirname(path), `schemas/${schema}.schema.json`)}\n`;

const textFile = (path: string, text: string): OutputFile => ({ path, bytes: new TextEncoder().encode(text) });

/** A name that stands in a comment must not end it. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
