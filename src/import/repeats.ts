/** “Says again what was said before”: true only where one text before it has all of its words that mean something. */
import type { WordText } from '../ooxml/word/word-text.js';
import { reason } from './ledger.js';
import { WordSet, wordPattern } from './said-words.js';
import type { Work } from './work.js';

/** Looks at all that was told to be said before. Called once, when all of the file has been read. */
export function checkRepeats(read: WordText, { ledger, draft }: Work): void {
  const before: WordSet[] = draft.title === null ? [] : [new WordSet().add(draft.title)];
  read.pieces.forEach((piece, at) => {
    if (piece.kind !== 'paragraph' || piece.hidden) return;
    let isRepeat = false;
    for (const given of ledger.of(at)) {
      if (given.why.code !== 'repeated') continue;
      const words = piece.text.slice(given.start, given.end).match(wordPattern) ?? [];
      isRepeat = before.some((said) => words.every((word) => said.has(word)));
      if (!isRepeat) ledger.replace(at, given, [{ ...given, certainty: 'unplaced', why: reason('one-place') }]);
    }
    if (!isRepeat && piece.text.trim() !== '') before.push(new WordSet().add(piece.text));
  });
}
