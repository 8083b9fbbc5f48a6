/** That a document is to be declared void, where it takes two: one has asked for it, and nobody has decided yet. */
import type { Recorded } from './events.js';
import type { Last } from './fold.js';

export type VoidAsked = Extract<Recorded, { readonly kind: 'void-asked' }>;

/** What is asked and still waits for a second person; null where nothing does. */
export function voidAskedIn(last: Last<'document'>): VoidAsked | null {
  const { 'void-asked': asked, 'void-dropped': dropped, voided } = last;
  if (!asked || voided || (dropped && dropped.seq > asked.seq)) return null;
  return asked;
}
