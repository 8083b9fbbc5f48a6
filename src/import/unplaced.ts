/** What nobody took stands in the draft with its text, so that nothing of a file is lost. */
import type { WordText } from '../ooxml/word/word-text.js';
import type { Given } from './ledger.js';
import { linesOf } from './lines.js';
import type { Line } from './lines.js';
import { meansNothing } from './said-words.js';
import type { Span } from './sentence-ends.js';
import type { Work } from './work.js';
import { hasWords } from './words.js';

/**
 * All that nobody took, and all that was told to have no place, as texts of the draft. Of a sentence of which
 * words were not taken the draft has all, once: a word alone tells nobody where it belongs.
 */
export function gatherUnplaced(read: WordText, work: Work): void {
  const { ledger, draft } = work;
  read.pieces.forEach((piece, at) => {
    if (piece.kind !== 'paragraph' || piece.hidden) return;
    const lines = linesOf(piece, at);
    for (const line of lines)
      for (const gap of gapsIn(line, ledger.within(at, line.start, line.start + line.text.length)))
        ledger.give(
          gap,
          hasWords(gap.text) && !meansNothing(gap.text, work.rules)
            ? { certainty: 'unplaced', why: { code: 'no-home', args: {} } }
            : { certainty: 'left-out', why: { code: 'sign', args: {} } },
        );
    const sentences = lines.flatMap((line) =>
      work.rules.sentences(line.text).map(({ from, to }) => ({ from: line.start + from, to: line.start + to })),
    );
    for (const { from, to, missing } of withoutPlace(piece.text, ledger.of(at), sentences)) {
      const text = withoutNames(piece.text, { from, to }, ledger.within(at, from, to));
      const line: Line = { piece: at, start: from, text, paragraph: piece, isFirst: from === 0 };
      const entry = { text: text.slice(0, 50_000), source: work.sourceOf(line) };
      draft.unplaced.push(entry);
      for (const given of missing) work.homes.set(given, draft.to(entry, 'text'));
    }
  });
}

interface Untaken {
  readonly from: number;
  to: number;
  /** What of it has no place. */
  readonly missing: Given[];
}

/** Where texts without a place stand, each with the whole of the sentences that it is a part of; all are in the order of the text. */
function withoutPlace(text: string, given: readonly Given[], sentences: readonly Span[]): Untaken[] {
  const found: Untaken[] = [];
  let [first, behind] = [0, 0];
  for (const one of given) {
    if (one.certainty !== 'unplaced' || text.slice(one.start, one.end).trim() === '') continue;
    while (first < sentences.length && (sentences[first]?.to ?? 0) <= one.start) first++;
    while (behind < sentences.length && (sentences[behind]?.from ?? 0) < one.end) behind++;
    const [opening, closing] = first < behind ? [sentences[first], sentences[behind - 1]] : [];
    const from = Math.min(one.start, opening?.from ?? one.start);
    const to = Math.max(one.end, closing?.to ?? one.end);
    const last = found.at(-1);
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.missing.push(one);
    } else found.push({ from, to, missing: [one] });
  }
  return found;
}

/** The text without the names that are kept apart. */
function withoutNames(text: string, { from, to }: Span, given: readonly Given[]): string {
  let [said, at] = ['', from];
  for (const { start, end, why } of given) {
    if (why.code !== 'personal' || end <= at || start >= to) continue;
    said += text.slice(at, start).trimEnd();
    at = end;
  }
  return (said + text.slice(at, to)).trim();
}

function gapsIn(line: Line, given: readonly Given[]): Line[] {
  const gaps: Line[] = [];
  let from = line.start;
  const end = line.start + line.text.length;
  for (const one of [...given, { start: end, end }]) {
    if (one.end <= from) continue;
    if (one.start > from) {
      const cut = line.text.slice(from - line.start, one.start - line.start);
      const lead = cut.length - cut.trimStart().length;
      if (cut.trim() !== '') gaps.push({ ...line, start: from + lead, text: cut.trim() });
    }
    from = Math.max(from, one.end);
  }
  return gaps;
}
