/** A desk for errands that are run again when files have changed. */
import { openLibrary } from '../shelf/library.js';
import { layered } from '../workspace/layered.js';
import type { Shelf } from '../workspace/layered.js';
import { merged, noted } from '../workspace/noted.js';
import type { Change } from '../workspace/noted.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Desk } from './desk.js';

export interface FollowedDesk {
  /** The desk for the next run. Its library is that of the last one as long as nothing that it has read is otherwise now. */
  next(): Desk;
  /** What the last run has read, and the library before it. */
  places(): readonly string[];
  /** What of it is otherwise now, each place once. */
  changes(): readonly Change[];
}

/**
 * Follows what is read at a desk. The library keeps what it has read and so is followed by itself: roles, people and
 * organisations are read anew at each run, kinds, templates, looks, laws and words only when one of them has changed.
 */
export function followedDesk({ workspace, shelf }: Desk): FollowedDesk {
  const shelfOver = (files: Workspace): Shelf => layered(shelf.own, shelf.project && { workspace: files, folder: shelf.project.folder });
  const openLasting = (): { notes: ReturnType<typeof noted>; library: Desk['library'] } => {
    const notes = noted(workspace);
    return { notes, library: openLibrary(shelfOver(notes.workspace)) };
  };
  let lasting = openLasting();
  let run = noted(workspace);
  return {
    next() {
      if (lasting.notes.changes().length > 0) lasting = openLasting();
      run = noted(workspace);
      return { workspace: run.workspace, shelf: shelfOver(run.workspace), library: lasting.library };
    },
    places: () => [...new Set([...lasting.notes.places(), ...run.places()])],
    changes: () => merged([...lasting.notes.changes(), ...run.changes()]),
  };
}
