/** Word files that somebody brings to the studio: what would become of each, and taking it into the project. */
import { createPhrases, lookAtSent, ownData, takeSent } from 'rolewright';
import type { Desk, Locale, SentFile, SentWords, ToldFile } from 'rolewright';

/** As it comes with its request; the bytes are the file itself. */
export interface AskedWordFile extends SentFile {
  /** In which it is told. */
  readonly language: Locale;
}

/** Bytes of a file; the reader of Word files takes no more. */
export const largestWordFile = 20 << 20;

const wordsIn = (language: Locale, { shelf }: Desk): SentWords => ({
  language,
  say: createPhrases(ownData(shelf.own, `locales/program.${language}.yaml`), language),
});

/** Throws a Refusal for what is no Word file, or a hostile one. */
export const lookAtWordFile = ({ language, ...sent }: AskedWordFile, desk: Desk): ToldFile =>
  lookAtSent(sent, wordsIn(language, desk), desk).told;

/** Throws a Refusal as `lookAtWordFile` does, and where the role is there already. */
export function takeWordFile({ language, ...sent }: AskedWordFile, desk: Desk): { readonly id: string; readonly path: string } {
  const { id, path } = takeSent(sent, wordsIn(language, desk), desk);
  return { id, path };
}

export type { ToldDecision, ToldFile, ToldPart, ToldPiece } from 'rolewright';
