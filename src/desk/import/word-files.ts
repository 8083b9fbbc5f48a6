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

/** The paths in order, each once. Folders are looked through; what is in another format is told with what to do. */
export function wordFiles(asked: readonly string[], desk: Desk, problems: Diagnostic[]): string[] {
  const found = new Set<string>();
  for (const path of asked.map((one) => posix.normalize(one.replaceAll('\\', '/')))) {
    if (isFolder(path, desk.workspace, problems) !== true) {
      const format = others[endingOf(path)];
      if (format === undefined) found.add(path);
      else problems.push(diagnostic('import-other-format', { format }, { file: path }));
      continue;
    }
    const inside = attempt(() => filesIn(path, 0, desk), problems) ?? [];
    const left = inside.filter((file) => !isWord(file));
    if (inside.length === 0) problems.push(diagnostic('import-empty-folder', {}, { file: path }));
    for (const file of inside) if (isWord(file)) found.add(file);
    for (const file of left)
      problems.push(diagnostic('import-other-format', { format: others[endingOf(file)] ?? '' }, { file }, 'warning'));
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
