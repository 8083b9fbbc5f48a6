/** What people type, as it is kept and shown. */

/**
 * Without marks that turn the direction of what stands around them: a name, a result or a date could be read the other way round
 * (Unicode Standard Annex 9). Letters of languages that are written from the right turn by themselves.
 */
export const withoutTurns = (text: string): string => text.replace(/\p{Bidi_Control}/gu, '');

/** At most so many UTF-16 units, without half a character at the end. */
export function cutTo(text: string, most: number): string {
  const cut = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(cut) && text.length > most ? cut.slice(0, -1) : cut;
}

/** What somebody has written, without what no reader sees, and at most as long as an event keeps it. */
export const plainWords = (text: string, most = 4000): string =>
  cutTo(
    withoutTurns(text)
      .replace(/\p{Surrogate}/gu, '')
      .replace(/[^\P{Cc}\t\n]/gu, '')
      .trim(),
    most,
  ).trim();
