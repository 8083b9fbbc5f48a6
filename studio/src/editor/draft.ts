/** What was typed and not saved, kept in this browser: a closed tab or a stopped server costs two seconds at most. */
import type { Edit } from '../types.js';

export interface Draft {
  readonly base: string;
  readonly edits: readonly Edit[];
  /** What was typed in place of the file. */
  readonly typed?: { readonly text: string; readonly after: number } | undefined;
  /** When it was kept, in milliseconds. */
  readonly at: number;
}

const nameOf = (id: string): string => `rolewright:draft:${location.pathname}:${id}`;

export function draftOf(id: string): Draft | null {
  try {
    const read = JSON.parse(localStorage.getItem(nameOf(id)) ?? 'null') as Draft | null;
    return read && Array.isArray(read.edits) && (read.edits.length > 0 || read.typed) ? read : null;
  } catch {
    return null;
  }
}

export function keepDraft(id: string, draft: Draft): boolean {
  try {
    if (draft.edits.length === 0 && !draft.typed) localStorage.removeItem(nameOf(id));
    else localStorage.setItem(nameOf(id), JSON.stringify(draft));
    return true;
  } catch {
    // The storage is full or shut: the page then says that it is not kept.
    return false;
  }
}

export const dropDraft = (id: string): void => localStorage.removeItem(nameOf(id));
