/** Where the files of the shelf come from. */
import { projectFileAt } from '../workspace/layered.js';
import type { Origin, Shelf } from '../workspace/layered.js';
import type { Desk } from './desk.js';

export interface Provenance {
  readonly origin: Origin;
  /** The file, from the working folder; for a file of the package, inside that. */
  readonly file: string;
  /** What becomes of our file of the same name: hidden by that of the project, or, of words, added to. */
  readonly ours: 'hidden' | 'merged' | null;
}

/** Where a file of the shelf comes from. Words of a project stand beside ours. */
export function provenanceOf(path: string, shelf: Shelf): Provenance {
  const words = path.startsWith('locales/') && shelf.project ? projectFileAt(shelf.project, path) : null;
  if (words) return { origin: 'project', file: words.path, ours: 'merged' };
  const origin = shelf.originOf(path);
  return { origin, file: shelf.shown(path), ours: origin === 'project' && shelf.own.exists(path) ? 'hidden' : null };
}

/** The names of all templates, partials among them: `job-description`, `ru/job-description`, `partials/measures`. */
export const templateNames = ({ shelf, library }: Desk): string[] =>
  ['', ...library.jurisdictions().map((id) => `${id}/`), 'partials/'].flatMap((folder) =>
    shelf
      .list(`templates/${folder}`.replace(/\/$/, ''))
      .filter((name) => name.endsWith('.hbs'))
      .map((name) => `${folder}${name.slice(0, -'.hbs'.length)}`),
  );
