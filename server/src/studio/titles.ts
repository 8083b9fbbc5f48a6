/** What roles are called. */
import type { Locale, NamedRole } from 'rolewright';
import { isMap } from './edits.js';
import type { Value } from './edits.js';

/** What all roles are called; a variant without a title of its own, as the role that it builds on. */
export function titlesIn(language: Locale, { named }: { named(): readonly NamedRole[] }): ReadonlyMap<string, string> {
  const all = new Map(named().map((one) => [one.id, one]));
  const titleOf = (one: NamedRole | undefined, depth: number): string =>
    one === undefined || depth > 8
      ? ''
      : one.title === undefined
        ? titleOf(all.get(one.extends ?? ''), depth + 1)
        : wording(one.title as Parameters<typeof wording>[0], language);
  return new Map([...all].map(([id, one]) => [id, titleOf(one, 0) || id]));
}

/** A text in a language, or in any that there is. */
export function wording(value: Value | undefined, language: Locale): string {
  if (typeof value === 'string') return value;
  if (!isMap(value)) return '';
  const found = value[language] ?? Object.values(value)[0];
  return typeof found === 'string' ? found : '';
}
