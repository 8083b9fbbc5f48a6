/** A role in the editor: what was done to it step by step, so that each step can be undone; pure. */
import { withEdit } from '../../../server/src/studio/edits.js';
import type { Edit, Value } from '../types.js';

interface Step {
  readonly edit: Edit;
  /** The role before it. */
  readonly before: Value;
  /** When it was last added to, in milliseconds. */
  readonly at: number;
}

export interface Work {
  /** The hash of the file that the steps begin with, and what it says. */
  readonly base: string;
  readonly file: Value;
  readonly data: Value;
  readonly steps: readonly Step[];
  readonly undone: readonly Edit[];
}

export const begun = (base: string, file: Value, edits: readonly Edit[] = []): Work =>
  edits.reduce<Work>((work, edit) => did(work, edit, 0) ?? work, { base, file, data: file, steps: [], undone: [] });

/** Letters typed into one field within this time are one step. */
const pause = 1500;

/** One more edit; null where it means nothing. */
export function did(work: Work, edit: Edit, at: number): Work | null {
  const data = withEdit(work.data, edit);
  if (data === null) return null;
  const last = work.steps.at(-1);
  const goesOn =
    last?.edit.do === 'set' && edit.do === 'set' && at > 0 && at - last.at < pause && last.edit.at.join('/') === edit.at.join('/');
  const step: Step = { edit, before: goesOn ? last.before : work.data, at };
  return { ...work, data, steps: [...(goesOn ? work.steps.slice(0, -1) : work.steps), step], undone: [] };
}

export function undo(work: Work): Work {
  const last = work.steps.at(-1);
  return last ? { ...work, data: last.before, steps: work.steps.slice(0, -1), undone: [...work.undone, last.edit] } : work;
}

export function redo(work: Work): Work {
  const next = work.undone.at(-1);
  const done = next && did(work, next, 0);
  return done ? { ...done, undone: work.undone.slice(0, -1) } : work;
}

export const editsOf = ({ steps }: Work): readonly Edit[] => steps.map(({ edit }) => edit);
