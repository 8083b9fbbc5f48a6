/** People by their names however they are written: “Smith, Mary Ann”, “Mary Smith”, «Иванова А. П.». */
import type { Locale } from '../document/document.js';
import { nameParts } from '../staff-list/full-name.js';
import type { PersonName } from '../person/person.generated.js';
import { wordsOf } from './words.js';

export interface PeopleIndex<T> {
  add(name: PersonName, value: T): void;
  /** All that the name may mean; none where nobody is called so. */
  find(written: string): readonly T[];
}

export function peopleIndex<T>(language: Locale): PeopleIndex<T> {
  const byKey = new Map<string, T[]>();
  return {
    add(name, value) {
      for (const key of new Set(keysOf(name))) byKey.set(key, [...(byKey.get(key) ?? []), value]);
    },
    find(written) {
      const name = nameParts(written, language);
      const words = wordsOf(written);
      const letters = words.filter((one) => one.length === 1);
      const keys = [
        [...words].sort().join(' '),
        ...(name ? keysOf(name) : []),
        ...(letters.length > 0
          ? [
              initialed(
                words.filter((one) => one.length > 1),
                letters,
              ),
            ]
          : []),
      ];
      // The fullest spelling is the surest; initials may be those of several people.
      return keys.map((key) => byKey.get(key)).find((found) => found !== undefined) ?? [];
    },
  };
}

/** From the fullest to the shortest. */
function keysOf({ last, first, middle, particle, initials }: PersonName): string[] {
  const family = wordsOf(`${particle ?? ''} ${last}`);
  const given = wordsOf(first ?? '');
  const more = wordsOf(middle ?? '');
  const key = (words: readonly string[]): string => [...words].sort().join(' ');
  const letters = (initials ? wordsOf(initials.replace(/(\p{L})(?=\p{L})/gu, '$1 ')) : [...given.slice(0, 1), ...more]).map((one) =>
    one.charAt(0),
  );
  return [
    ...(given.length > 0 && more.length > 0 ? [key([...family, ...given, ...more])] : []),
    ...(given.length > 0 ? [key([...family, ...given])] : []),
    ...(letters.length > 0 ? [initialed(family, letters)] : []),
    ...(letters.length > 1 ? [initialed(family, letters.slice(0, 1))] : []),
  ];
}

const initialed = (family: readonly string[], letters: readonly string[]): string => `${[...family].sort().join(' ')} ${letters.join('')}.`;
