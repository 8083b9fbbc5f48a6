/** A Word file that somebody sends instead of naming one: what would become of it, and taking it into the project. */
import { posix } from 'node:path';
import { hasErrors, Refusal } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { isPlaceKey } from '../../import/placing.js';
import type { PlaceKey, Places } from '../../import/placing.js';
import type { Workspace } from '../../workspace/workspace.js';
import type { Desk } from '../desk.js';
import { checkDraft } from '../role-draft.js';
import { filesOfOne, placesOf, projectFiles, wholeRoleLeft } from './import-files.js';
import type { FilesOfOne } from './import-files.js';
import { reportWords } from './import-words.js';
import type { ReportWords } from './import-words.js';
import { toldFile } from './told-file.js';
import type { ToldFile } from './told-file.js';
import { importWordFiles } from './word-import.js';

export interface SentFile {
  /** What it is called; paths before the name are left out. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The title of the position and the id of the role, where somebody has corrected them. */
  readonly title?: string | undefined;
  readonly id?: string | undefined;
  /** Where texts without a place go, `0:duties,2:out`: their numbers under `unplaced`, each with a key of the role, or left out. */
  readonly places?: string | undefined;
  /** What somebody wrote in the place of texts in brackets, by their pointers. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
  /** The role, by id, from which only what differs is written. */
  readonly base?: string | undefined;
}

/** In which language it is told, with the words of the program. */
export type SentWords = Pick<ReportWords, 'language' | 'say'>;

export interface SeenFile {
  readonly told: ToldFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** What would become of the file; nothing is written. Throws a Refusal for what is no Word file, or a hostile one. */
export function lookAtSent(sent: SentFile, { language, say }: SentWords, desk: Desk): SeenFile {
  const words = reportWords(language, say, desk);
  const { files, problems } = understoodOf(sent, words, desk);
  return { told: toldFile(files, reportWords(language, say, desk, true)), diagnostics: problems };
}

/**
 * Writes the role, and its page beside it. A role that is there already stays, and the Refusal says so; the page is made anew.
 * Gives the id, and the path of what was written.
 */
export function takeSent(
  sent: SentFile,
  { language, say }: SentWords,
  desk: Desk,
): { readonly id: string; readonly path: string; readonly diagnostics: readonly Diagnostic[] } {
  const words = reportWords(language, say, desk);
  const { files, problems } = understoodOf(sent, words, desk);
  const places = placesOf({}, desk);
  if (!files.source.overlay) {
    // A corrected title may say what no role can.
    const { diagnostics } = checkDraft(files.source.understood.draft, desk);
    if (hasErrors(diagnostics)) throw new Refusal(diagnostics.filter(({ severity }) => severity === 'error'));
  }
  const isRole = ({ path }: { readonly path: string }): boolean => path === files.role;
  const { folder } = places;
  desk.workspace.writeAll(files.files.filter(isRole), { folder });
  desk.workspace.writeAll(
    files.files.filter((one) => !isRole(one)),
    { folder, force: true },
  );
  const added = projectFiles([files.source], places, words, desk);
  if (added.length > 0) desk.workspace.writeAll(added, { folder });
  return { id: files.source.id, path: posix.join(folder, files.role), diagnostics: [...problems, ...wholeRoleLeft(files, places, desk)] };
}

function understoodOf(sent: SentFile, words: ReportWords, desk: Desk): { files: FilesOfOne; problems: readonly Diagnostic[] } {
  const name = nameOf(sent.name);
  const { title, id, base, texts } = sent;
  const { files, diagnostics } = importWordFiles(
    { paths: [name], into: id, base, title, places: placesIn(sent.places), texts: texts && new Map(Object.entries(texts)) },
    { ...desk, workspace: withFile(desk.workspace, name, sent.bytes) },
  );
  const [only] = files;
  if (!only) throw new Refusal(diagnostics);
  const problems = [...diagnostics, ...only.diagnostics];
  if (hasErrors(problems)) throw new Refusal(problems.filter(({ severity }) => severity === 'error'));
  return { files: filesOfOne(only, placesOf({}, desk), words), problems };
}

/** What is no place is left as it is. */
const placesIn = (said: string | undefined): Places | undefined =>
  said === undefined
    ? undefined
    : new Map(
        said.split(',').flatMap((one): [number, PlaceKey | 'out'][] => {
          const [, at = '', key = ''] = /^(\d{1,6}):([\w.]{1,64})$/.exec(one) ?? [];
          return at !== '' && (key === 'out' || isPlaceKey(key)) ? [[Number(at), key]] : [];
        }),
      );

/** A name alone: what a browser says of folders is nobody’s business, and must lead nowhere. */
function nameOf(said: string): string {
  const name = said
    .replace(/^.*[\\/]/u, '')
    .replace(/[\p{Cc}\p{Cs}:]/gu, '')
    .replace(/^\.+/, '')
    .slice(-200);
  return name === '' ? 'file.docx' : name;
}

/** The folder with a file that is not in it. */
const withFile = (workspace: Workspace, path: string, bytes: Uint8Array): Workspace => ({
  ...workspace,
  readBytes: (one, limit) => (one === path ? bytes : workspace.readBytes(one, limit)),
  list: (folder) => (folder === path ? [] : workspace.list(folder)),
  folders: (folder) => (folder === path ? [] : workspace.folders(folder)),
  exists: (one) => one === path || workspace.exists(one),
});
