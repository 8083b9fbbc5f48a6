/** What takes two, a document declared void or an acknowledgement taken back: one has asked for it, and nobody has decided yet. */
import type { Recorded } from './events.js';
import type { Last } from './fold.js';

export type VoidAsked = Extract<Recorded, { readonly kind: 'void-asked' }>;

/** What is asked and still waits for a second person; null where nothing does. */
export function voidAskedIn(last: Last<'document'>): VoidAsked | null {
  const { 'void-asked': asked, 'void-dropped': dropped, voided } = last;
  if (!asked || voided || (dropped && dropped.seq > asked.seq)) return null;
  return asked;
}

export type UndoAsked = Extract<Recorded, { readonly kind: 'undo-asked' }>;

/** That an acknowledgement is to be taken back, and waits for a second person; null where nothing does. */
export function undoAskedIn(last: Last<'request'>): UndoAsked | null {
  const { 'undo-asked': asked, 'undo-dropped': dropped, 'acknowledgement-undone': undone } = last;
  if (!asked || undone || (dropped && dropped.seq > asked.seq)) return null;
  return asked;
}
