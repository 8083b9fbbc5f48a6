/** Ids of entries that were added in the editor: made of what the entry says by then, as somebody would who writes the file by hand. */
import { slugOf } from 'rolewright';
import { idOf, isList, isMap, wordsOf } from './edits.js';
import type { Value } from './edits.js';

/** As the editor calls them for the time being. */
const forNow = /^new-\d+$/;

const mostWords = 4;
const longest = 40;

/** Better names by the ids of the entries that `now` has and `before` has not. */
export function betterIds(before: Value, now: Value): ReadonlyMap<string, string> {
  const there = new Set(entriesIn(before).map(([id]) => id));
  const taken = new Set(entriesIn(now).map(([id]) => id));
  const names = new Map<string, string>();
  for (const [id, entry] of entriesIn(now)) {
    if (!forNow.test(id) || there.has(id)) continue;
    const words = slugOf(wordsOf(entry, anyText))
      .split('-')
      .slice(0, mostWords)
      .join('-')
      .slice(0, longest)
      .replace(/^-+|-+$/g, '');
    if (!/^[a-z]/.test(words)) continue;
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? words : `${words}-${number}`;
      if (taken.has(name)) continue;
      taken.add(name);
      names.set(id, name);
      break;
    }
  }
  return names;
}

function entriesIn(value: Value): readonly (readonly [string, Value])[] {
  const id = idOf(value);
  const inner = isList(value) ? value : isMap(value) ? Object.values(value) : [];
  return [...(id === null ? [] : [[id, value] as const]), ...inner.flatMap(entriesIn)];
}

/** Ids are Latin: English first. */
function anyText(words: Value | undefined): string {
  const found = isMap(words) ? (words.en ?? words.nl ?? words.ru) : words;
  return typeof found === 'string' ? found : '';
}
