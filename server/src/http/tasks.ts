/**
 * Work that takes a processor for longer than a moment: a thread beside the server does it, so that nobody’s request waits for another’s
 * papers. A task is a use case with all that it reads and writes; what goes in and comes out is plain data.
 */
import type { Desk, Diagnostic, Git, Locale, Workspace } from 'rolewright';
import type { LifeWords } from '../life/words.js';
import type { Environment } from '../register/distance.js';
import type { Setting } from '../register/setting.js';
import { diagnosticsOf } from '../register/told.js';
import type { Studio } from '../studio/studio.js';

/** What a task works with. */
export interface Workshop {
  /** Throws a Refusal where the employer cannot be read, when it is asked for: not every task needs one. */
  readonly setting: Setting;
  /** Whoever has it done, and the language that they read. */
  readonly by: { readonly actor: Setting['actor']; readonly language: Locale };
  /** What is to be told besides, as that the key of the organisation’s seal ends soon. */
  readonly problems?: readonly Diagnostic[];
  /** The project as its files are now. */
  desk(): Desk;
  /** The roles as the studio reads and writes them. */
  studio(): Studio;
  /** Asks the repository in which the project is kept, where it is in one. */
  readonly git: Git;
  /** The folder of this package. */
  readonly own: Workspace;
  readonly life: (language: Locale) => LifeWords;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Back-ups that were made before the database was changed: they still hold what is erased now. None where it is left out. */
  readonly olderCopies?: () => readonly string[];
  /** What the environment says of links; nothing where it is left out. */
  readonly environment?: Environment;
}

export type Task = (input: never, workshop: Workshop) => Promise<unknown>;

export type Tasks = Readonly<Record<string, Task>>;

/** Whether a task is one of an editor’s: they have a thread to themselves, one after another, and what one has read serves the next. */
export const isEditing = (task: string): boolean => task.startsWith('edit-');

/** What one thread tells the other. */
export type Outcome = { readonly done: unknown } | { readonly refused: readonly Diagnostic[] };

/** Does a task; a refusal is told, a fault is thrown. */
export async function perform(tasks: Tasks, name: string, input: unknown, workshop: () => Promise<Workshop> | Workshop): Promise<Outcome> {
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (!task) throw new TypeError(`no task ${name}`);
  try {
    return { done: await task(input as never, await workshop()) };
  } catch (error) {
    const refused = diagnosticsOf(error);
    if (refused === null) throw error;
    return { refused };
  }
}
