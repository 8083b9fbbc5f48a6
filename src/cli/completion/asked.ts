/** How the scripts in `completion/` ask what may stand in a command line: `rolewright complete -- generate word:sal`. */

/** Marks the word that is being written, which may be empty: Windows PowerShell leaves empty words out. */
const mark = 'word:';

/** The words that a shell asks about, the last one as far as it is written; null where it asks nothing. */
export function wordsAsked(argv: readonly string[]): readonly string[] | null {
  const [command, dashes, ...words] = argv;
  const last = words.at(-1);
  return command === 'complete' && dashes === '--' && last?.startsWith(mark) ? [...words.slice(0, -1), last.slice(mark.length)] : null;
}
