/** “Says again what was said before”: true only where one text before it has all of its words that mean something. */
import type { WordText } from '../ooxml/word/word-text.js';
import { reason } from './ledger.js';
import type { Given } from './ledger.js';
import { saidBefore } from './said-before.js';
import type { Work } from './work.js';
import { hasWords, levelled } from './words.js';

const isRepeated = ({ why }: Given): boolean => why.code === 'repeated';

/** Looks at all that was told to be said before. Called once, when all of the file has been read. */
export function checkRepeats(read: WordText, { ledger, draft }: Work): void {
  const last = read.pieces.findLastIndex((piece, at) => piece.kind === 'paragraph' && !piece.hidden && ledger.of(at).some(isRepeated));
  if (last < 0) return;
  const before = saidBefore();
  if (draft.title !== null) before.add(levelled(draft.title));
  read.pieces.slice(0, last + 1).forEach((piece, at) => {
    if (piece.kind !== 'paragraph' || piece.hidden || piece.text.trim() === '') return;
    const text = levelled(piece.text);
    const [parts, untrue] = [ledger.of(at), new Map<Given, readonly Given[]>()];
    for (const given of parts)
      if (isRepeated(given) && !before.isSaid(text.slice(given.start, given.end)))
        untrue.set(given, [{ ...given, certainty: 'unplaced', why: reason('one-place') }]);
    ledger.replace(at, untrue);
    const saysMore =
      parts.length === 0 || parts.some((one) => (!isRepeated(one) || untrue.has(one)) && hasWords(text.slice(one.start, one.end)));
    if (saysMore) before.add(text);
  });
}
