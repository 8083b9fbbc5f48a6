/** A role in the editor: what was done to it step by step, so that each step can be undone; pure. */
import { partsThatDiffer, withEdit } from '../../../server/src/studio/edits.js';
import type { Edit, Value } from '../types.js';

interface Step {
  readonly edit: Edit;
  /** The role before it. */
  readonly before: Value;
  /** When it was last added to, in milliseconds. */
  readonly at: number;
}

/** A text that was typed in place of the file. */
interface Typed {
  readonly text: string;
  /** So many steps say the same of the data as the text; those behind them come on top of it. */
  readonly after: number;
  /** The work before it was typed. */
  readonly from: Work;
}

export interface Work {
  /** The hash of the file that the steps begin with, and what it says. */
  readonly base: string;
  readonly file: Value;
  readonly data: Value;
  readonly steps: readonly Step[];
  readonly undone: readonly Edit[];
  readonly typed: Typed | null;
  /** The work with a typed text that was undone. */
  readonly later: Work | null;
}

export function begun(base: string, file: Value, edits: readonly Edit[] = [], typed?: Pick<Typed, 'text' | 'after'>): Work {
  const from: Work = { base, file, data: file, steps: [], undone: [], typed: null, later: null };
  const work = edits.reduce<Work>((before, edit) => did(before, edit, 0) ?? before, from);
  return typed && work.steps.length === edits.length ? { ...work, typed: { ...typed, from } } : work;
}

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
  return { ...work, data, steps: [...(goesOn ? work.steps.slice(0, -1) : work.steps), step], undone: [], later: null };
}

/** Whether the text that was typed says all of the work: nothing was done in the form since. */
export const saysAll = ({ typed, steps }: Work): boolean => typed !== null && typed.after === steps.length;

/** A text in place of the file, with what it says; typed on from another, it takes the place of that. */
export function typedOver(work: Work, text: string, data: Value): Work {
  const from = work.typed && saysAll(work) ? work.typed.from : work;
  const next = partsThatDiffer(from.data, data).reduce<Work>((before, edit) => did(before, edit, 0) ?? before, {
    ...from,
    undone: [],
    later: null,
  });
  return { ...next, typed: { text, after: next.steps.length, from } };
}

export function undo(work: Work): Work {
  if (work.typed && saysAll(work)) return { ...work.typed.from, undone: [], later: work };
  const last = work.steps.at(-1);
  return last ? { ...work, data: last.before, steps: work.steps.slice(0, -1), undone: [...work.undone, last.edit] } : work;
}

export function redo(work: Work): Work {
  const next = work.undone.at(-1);
  if (next === undefined) return work.later ?? work;
  const done = did(work, next, 0);
  return done ? { ...done, undone: work.undone.slice(0, -1) } : work;
}

export const editsOf = ({ steps }: Work): readonly Edit[] => steps.map(({ edit }) => edit);

/** Whether there is anything to save. */
export const isChanged = ({ steps, typed }: Work): boolean => steps.length > 0 || typed !== null;

/** What the server is sent of it. */
export const draftFrom = (
  work: Work,
): { readonly base: string; readonly edits: readonly Edit[]; readonly typed?: Pick<Typed, 'text' | 'after'> } => ({
  ...{ base: work.base, edits: editsOf(work) },
  ...(work.typed && { typed: { text: work.typed.text, after: work.typed.after } }),
});
