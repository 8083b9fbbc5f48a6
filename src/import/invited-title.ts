/** Titles in the first line of a vacancy or of notes: “Could you be our next Events Officer?”, “Legal Cashier: notes on the role”. */
import type { Rules } from './rules.js';

/** The longest first line that is an invitation, in words and in signs. */
const longest = 14;
const mostSigns = 300;

/** Where in a line the title of the position stands, with nothing else than words that invite to it or say what the file is; null elsewhere. */
export function invitedTitle(text: string, { patterns }: Rules): { readonly from: number; readonly to: number } | null {
  if (text.length > mostSigns || text.split(/\s+/u).length > longest) return null;
  const from = patterns.invitation.exec(text)?.[0].length ?? 0;
  const said = text.slice(from).replace(patterns.titleNote, '');
  const title = said.replace(/[\s.!?]+$/u, '');
  const isTitle = /^[«"“„]?\p{Lu}/u.test(from > 0 ? title.replace(/^\p{Ll}/u, (sign) => sign.toUpperCase()) : title);
  const isSaid = from > 0 || said.length < text.length;
  return isSaid && isTitle && title.length > 2 && !/[.!?;]\s/u.test(title) ? { from, to: from + title.length } : null;
}

/** Fewer words in small letters may be of the title: “Driver – nights only”. */
const fewestOfSentence = 3;

/** Where a title ends before a dash behind which the employer stands, a town with its state, or a clause: “Cook – Hill Farm Ltd”; null where it is whole. */
export function titleEnd(text: string, { patterns }: Rules): number | null {
  const dash = /(?<!\s)\s+[–—|-]\s+/u.exec(text);
  if (!dash || dash.index < 3) return null;
  const behind = text.slice(dash.index + dash[0].length);
  const isClause = /^\p{Ll}/u.test(behind) && behind.split(/\s+/u).length >= fewestOfSentence && !/^[(\d]/u.test(behind);
  if (patterns.legalForm.test(text.slice(0, dash.index))) return null;
  const isEmployer = patterns.legalForm.test(behind) || /\([^(),]+,[^(),]+\)$/u.test(behind);
  return isClause || isEmployer ? dash.index : null;
}
