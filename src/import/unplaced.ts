/** What nobody took stands in the draft with its text, so that nothing of a file is lost. */
import type { WordText } from '../ooxml/word/word-text.js';
import type { Given } from './ledger.js';
import { linesOf } from './lines.js';
import type { Line } from './lines.js';
import type { Work } from './work.js';
import { hasWords } from './words.js';

/** All that nobody took, and all that was told to have no place, as texts of the draft; how many there are. */
export function gatherUnplaced(read: WordText, work: Work): number {
  const { ledger, draft } = work;
  read.pieces.forEach((piece, at) => {
    if (piece.kind !== 'paragraph' || piece.hidden) return;
    for (const line of linesOf(piece, at)) {
      for (const gap of gapsIn(line, ledger.of(at)))
        ledger.give(
          gap,
          hasWords(gap.text) && !isJoint(gap.text)
            ? { certainty: 'unplaced', why: { code: 'no-home', args: {} } }
            : { certainty: 'left-out', why: { code: 'sign', args: {} } },
        );
    }
    for (const given of ledger.of(at)) {
      if (given.certainty !== 'unplaced') continue;
      const text = piece.text.slice(given.start, given.end).trim();
      if (text === '') continue;
      const line: Line = { piece: at, start: given.start, text, paragraph: piece, isFirst: given.start === 0 };
      const entry = { text: text.slice(0, 50_000), source: work.sourceOf(line) };
      draft.unplaced.push(entry);
      work.homes.set(given, draft.to(entry, 'text'));
    }
  });
  return draft.unplaced.length;
}

/** A word that joins two parts: «и», “and”. */
const isJoint = (text: string): boolean => text.length <= 4 && /^\p{L}{1,3}$/u.test(text.replace(/[.,;:]/gu, ''));

function gapsIn(line: Line, given: readonly Given[]): Line[] {
  const gaps: Line[] = [];
  let from = line.start;
  const end = line.start + line.text.length;
  for (const one of [...given, { start: end, end }]) {
    if (one.end <= from || one.start >= end + 1) continue;
    if (one.start > from) {
      const cut = line.text.slice(from - line.start, one.start - line.start);
      const lead = cut.length - cut.trimStart().length;
      if (cut.trim() !== '') gaps.push({ ...line, start: from + lead, text: cut.trim() });
    }
    from = Math.max(from, one.end);
  }
  return gaps;
}
