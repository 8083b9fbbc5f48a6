/** The files that an import is asked for: Word files, and what looks like a description in another format. */
import { posix } from 'node:path';
import { diagnostic } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { attempt } from '../attempt.js';
import type { Desk } from '../desk.js';
import { isFolder } from '../own-files.js';

/** How deep folders are looked through. */
const deepest = 8;
/** Files of one import; each takes a tenth of a second. */
const mostFiles = 2000;

/** Formats that descriptions come in and that are not read here; the words say how to save them as .docx. */
const others: Readonly<Record<string, string>> = {
  doc: 'doc',
  dot: 'doc',
  odt: 'odt',
  ott: 'odt',
  rtf: 'rtf',
  pdf: 'pdf',
  pages: 'pages',
  wps: 'wps',
  txt: 'text',
  md: 'text',
  html: 'html',
  htm: 'html',
};

/** Texts and web pages that lie in a folder are seldom descriptions. */
const toldInFolders: ReadonlySet<string> = new Set(['doc', 'odt', 'rtf', 'pdf', 'pages', 'wps']);

const endingOf = (path: string): string => /\.([^./\\]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
const isWord = (path: string): boolean => ['docx', 'docm', 'dotx', 'dotm'].includes(endingOf(path));
/** What Word and LibreOffice keep beside a file that is open. */
const isLock = (path: string): boolean => /^(?:~\$|\.~lock\.)/.test(posix.basename(path));

/** Formats that LibreOffice makes into Word files without losing their structure. */
const convertible: ReadonlySet<string> = new Set(['doc', 'odt', 'rtf']);

/** The format of a file that is to be made into a Word file first; null for a Word file. */
export function formatToConvert(path: string): string | null {
  const format = others[endingOf(path)] ?? '';
  return convertible.has(format) ? format : null;
}

/** That the file is in another format, and how it becomes a Word file. */
export const otherFormat = (file: string, severity: Diagnostic['severity'] = 'error'): Diagnostic =>
  diagnostic('import-other-format', { format: others[endingOf(file)] ?? '' }, { file }, severity);

/** The paths in order, each once. Folders are looked through; what is in a format that nobody reads is told with what to do. */
export function wordFiles(asked: readonly string[], desk: Desk, problems: Diagnostic[]): string[] {
  const found = new Set<string>();
  const isTaken = (file: string): boolean => isWord(file) || formatToConvert(file) !== null;
  for (const path of asked.map((one) => posix.normalize(one.replaceAll('\\', '/')))) {
    if (isFolder(path, desk.workspace, problems) !== true) {
      if (others[endingOf(path)] === undefined || isTaken(path)) found.add(path);
      else problems.push(otherFormat(path));
      continue;
    }
    const inside = attempt(() => filesIn(path, 0, desk), problems) ?? [];
    if (inside.length === 0) problems.push(diagnostic('import-empty-folder', {}, { file: path }));
    for (const file of inside)
      if (isTaken(file)) found.add(file);
      else problems.push(otherFormat(file, 'warning'));
  }
  if (found.size <= mostFiles) return [...found];
  problems.push(diagnostic('import-too-many', { count: found.size, limit: mostFiles }));
  return [];
}

/** Word files and what may be a description in another format, folder by folder; links that lead elsewhere stay out. */
function filesIn(folder: string, depth: number, desk: Desk): string[] {
  const { workspace } = desk;
  const own = workspace
    .list(folder)
    .map((name) => posix.join(folder, name))
    .filter((file) => !isLock(file) && (isWord(file) || toldInFolders.has(others[endingOf(file)] ?? '')) && workspace.within(file, folder));
  if (depth === deepest) return own;
  const below = workspace.folders(folder).filter((name) => !/^\.|^node_modules$/.test(name));
  return [...own, ...below.flatMap((name) => filesIn(posix.join(folder, name), depth + 1, desk))];
}
