/** What can be done about a problem on the screens. */
import type { Problem } from '../api.js';
import { hrefTo } from '../route.js';
import { knows, say } from '../words.js';

/** A command, or an option of one. */
const command = /\brolewright [a-z]|(?:^|[^\p{L}\p{N}-])--[a-z]/u;

/** Screens on which a problem is dealt with: their hints name keys of files, and these lead there. */
const ways: Readonly<Record<string, readonly string[]>> = {
  'superior-unknown': ['organisation', 'posts'],
  'posts-not-here': ['organisation', 'posts'],
};

/** Where the reader goes to deal with it; null where no screen is for that. */
export function wayOf(code: string): { readonly href: string; readonly words: string } | null {
  const to = Object.hasOwn(ways, code) ? ways[code] : undefined;
  return to === undefined ? null : { href: hrefTo(...to), words: say(`ways.${code}`) };
}

/** The remedy that comes with a problem. Whoever works here has no command line: one that names it gives way to what the screens offer, or to nothing. */
export function hintOf({ code, hint }: Pick<Problem, 'code' | 'hint'>): string | null {
  if (Object.hasOwn(ways, code)) return null;
  if (hint === null || !command.test(hint)) return hint;
  return knows(`remedies.${code}`) ? say(`remedies.${code}`) : null;
}
