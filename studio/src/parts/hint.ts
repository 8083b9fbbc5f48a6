/** What can be done about a problem on the screens. */
import type { Problem } from '../api.js';
import { knows, say } from '../words.js';

/** A command, or an option of one. */
const command = /\brolewright [a-z]|(?:^|[^\p{L}\p{N}-])--[a-z]/u;

/** The remedy that comes with a problem. Whoever works here has no command line: one that names it gives way to what the screens offer, or to nothing. */
export function hintOf({ code, hint }: Pick<Problem, 'code' | 'hint'>): string | null {
  if (hint === null || !command.test(hint)) return hint;
  return knows(`remedies.${code}`) ? say(`remedies.${code}`) : null;
}
