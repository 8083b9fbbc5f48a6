/** Parts numbers that somebody typed from the texts behind them. */
import { textOf } from './blocks.js';
import { typedNumbers } from './typed-number.js';
import type { TypedNumber, WordParagraph, WordPiece, WordSpan } from './word-text.js';

/** Numbers know each other within the body, or within all headers, or all notes. */
export function withTypedNumbers(pieces: readonly WordPiece[]): WordPiece[] {
  const paragraphs = pieces.filter((piece) => piece.kind === 'paragraph');
  const found = new Map<WordParagraph, TypedNumber>();
  for (const area of new Set(paragraphs.map(({ place }) => place.area))) {
    const ofArea = paragraphs.filter(({ place }) => place.area === area);
    const numbers = typedNumbers(
      ofArea.map(({ text, number }) => ({ text, automatic: number?.isBullet === false ? number.values : null })),
    );
    for (const [at, number] of numbers.entries()) {
      const paragraph = ofArea[at];
      if (number && paragraph) found.set(paragraph, number);
    }
  }
  return pieces.map((piece) => {
    const typed = piece.kind === 'paragraph' ? found.get(piece) : undefined;
    return piece.kind === 'paragraph' && typed ? parted(piece, typed) : piece;
  });
}

function parted(paragraph: WordParagraph, typed: TypedNumber): WordParagraph {
  let left = typed.before.length + typed.shown.length + typed.gap.length;
  const spans = paragraph.spans.flatMap((span): WordSpan[] => {
    if (left === 0 || span.hidden || span.text === '') return [span];
    const cut = Math.min(left, span.text.length);
    left -= cut;
    return span.kind === 'words' && cut < span.text.length ? [{ ...span, text: span.text.slice(cut) }] : [];
  });
  return { ...paragraph, typed, spans, text: textOf(spans) };
}
