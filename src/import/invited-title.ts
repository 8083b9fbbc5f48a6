/** Titles in the first line of a vacancy or of notes: “Could you be our next Events Officer?”, “Legal Cashier: notes on the role”. */
import type { Rules } from './rules.js';

/** The longest first line that is an invitation, in words. */
const longest = 14;

/** Where in a line the title of the position stands, with nothing else than words that invite to it or say what the file is; null elsewhere. */
export function invitedTitle(text: string, { patterns }: Rules): { readonly from: number; readonly to: number } | null {
  if (text.split(/\s+/u).length > longest) return null;
  const from = patterns.invitation.exec(text)?.[0].length ?? 0;
  const said = text.slice(from).replace(patterns.titleNote, '');
  const title = said.replace(/[\s.!?]+$/u, '');
  const isTitle = /^[«"“„]?\p{Lu}/u.test(from > 0 ? title.replace(/^\p{Ll}/u, (sign) => sign.toUpperCase()) : title);
  const isSaid = from > 0 || said.length < text.length;
  return isSaid && isTitle && title.length > 2 && !/[.!?;]\s/u.test(title) ? { from, to: from + title.length } : null;
}
