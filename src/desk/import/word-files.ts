/** The files that an import is asked for: Word files, and what looks like a description in another format. */
import { posix } from 'node:path';
import { diagnostic } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { officeFile } from '../../ooxml/file-kind.js';
import { attempt } from '../attempt.js';
import type { Desk } from '../desk.js';
import { isFolder } from '../own-files.js';

/** How deep folders are looked through. */
const deepest = 8;
/** Files of one import; each takes a tenth of a second. */
const mostFiles = 2000;

/** What endings promise; the words for each format say how to save such a file as .docx. */
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

/** What becomes of a file, by its bytes and not by its name: Word files are called anything. */
export type FileFate =
  /** Word made it, or so it seems: its reader says what is wrong with it. */
  | { readonly how: 'read' }
  /** LibreOffice makes a Word file of it without losing its structure. */
  | { readonly how: 'convert'; readonly format: 'doc' | 'odt' | 'rtf' }
  | { readonly how: 'tell'; readonly format: string };

export function fateOf(bytes: Uint8Array, path: string): FileFate {
  const kind = officeFile(bytes);
  const named = others[endingOf(path)];
  if (kind === 'doc' || kind === 'odt' || kind === 'rtf') return { how: 'convert', format: kind };
  // What is called a Word file and is none may be damaged: the reader tells what it found.
  if (isWord(path)) return { how: 'read' };
  if (kind === 'pdf' || kind === 'pages' || kind === 'html' || kind === 'text') return { how: 'tell', format: kind };
  // Word before 97 has a container that nobody knows by its first bytes; WPS has its own.
  if (kind === 'other' && named === 'doc') return { how: 'convert', format: 'doc' };
  return kind === 'other' && named !== undefined ? { how: 'tell', format: named } : { how: 'read' };
}

/** That the file is in another format, and how it becomes a Word file. */
export const otherFormat = (file: string, format: string, severity: Diagnostic['severity'] = 'error'): Diagnostic =>
  diagnostic('import-other-format', { format }, { file }, severity);

/** A file to be looked into. */
export interface FoundFile {
  readonly path: string;
  /** Whether the user named the file itself: what only lies in a folder is no mistake, whatever it is. */
  readonly isNamed: boolean;
}

/** The paths in order, each once. Folders are looked through for what may be a description by its name; its bytes say what it is. */
export function wordFiles(asked: readonly string[], desk: Desk, problems: Diagnostic[]): FoundFile[] {
  const found = new Map<string, FoundFile>();
  const add = (path: string, isNamed: boolean): void => {
    if (!found.has(path)) found.set(path, { path, isNamed });
  };
  for (const path of asked.map((one) => posix.normalize(one.replaceAll('\\', '/')))) {
    if (isFolder(path, desk.workspace, problems) !== true) {
      add(path, true);
      continue;
    }
    const inside = attempt(() => filesIn(path, 0, desk), problems) ?? [];
    if (inside.length === 0) problems.push(diagnostic('import-empty-folder', {}, { file: path }));
    // Scans of hundreds of megabytes lie in such folders: nobody has to read one to know it.
    for (const file of inside)
      if (endingOf(file) === 'pdf') problems.push(otherFormat(file, 'pdf', 'warning'));
      else add(file, false);
  }
  if (found.size <= mostFiles) return [...found.values()];
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
