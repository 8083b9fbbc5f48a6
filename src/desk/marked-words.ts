/** What was struck out and what came in a text, as marks of a page. */
import type { Words } from '../diff/words.js';
import { element } from '../write/html/markup.js';
import type { Child } from '../write/html/markup.js';

const tags: Readonly<Record<Words['kind'], string | null>> = { same: null, removed: 'del', added: 'ins' };

export function markedWords({ kind, text }: Words): Child {
  const tag = tags[kind];
  return tag === null ? text : element(tag, {}, text);
}
