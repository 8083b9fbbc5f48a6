/**
 * Anchors: the head of a chain as a line of text, kept where those who can write the database cannot: in a mail, on paper, in
 * another's file. Whoever rewrites the chain, or cuts its tail, ends up with another hash at that place, or with none.
 */
import type { Head } from './link.js';

export type Anchor = Head;

/** One line, without its end: `seq hash at`. */
export const anchorLine = ({ seq, hash, at }: Anchor): string => `${seq} ${hash} ${at}`;

/** Reads lines of anchors; those that are empty or start with # say nothing. Gives the lines that are none by their numbers. */
export function readAnchors(text: string): { readonly anchors: readonly Anchor[]; readonly strange: readonly number[] } {
  const anchors: Anchor[] = [];
  const strange: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const found = /^\s*([1-9]\d{0,15}) ([0-9a-f]{64}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\s*$/.exec(line);
    const [, seq, hash, time] = found ?? [];
    if (seq === undefined || hash === undefined || time === undefined) strange.push(at + 1);
    else anchors.push({ seq: Number(seq), hash, at: time });
  }
  return { anchors: anchors.sort((one, other) => one.seq - other.seq), strange };
}
