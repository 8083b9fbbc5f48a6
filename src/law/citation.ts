/** How far a reference to the law was looked up, and how it is written where people have to look it up themselves. */

/** When somebody last compared a reference with its source, and what that source was: the wording itself where it does not say. */
export interface Compared {
  readonly checked: string | null;
  readonly read?: 'text' | 'secondary';
}

/** text: the wording was read; secondary: what others say of it was read; open: neither, by anybody. */
export type Standing = 'text' | 'secondary' | 'open';

export const standingOf = ({ checked, read }: Compared): Standing => (checked === null ? 'open' : (read ?? 'text'));

/** With the day on which somebody last read the wording; without one where nobody has. */
export const cited = (citation: string, law: Compared): string => (standingOf(law) === 'text' ? `${citation} [${law.checked}]` : citation);
