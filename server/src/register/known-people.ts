/**
 * People of the register as a list asks for them, by number and by name. To look at everybody for each row of a list of 10,000 would take a
 * minute; so it takes no time that anybody would notice.
 */
import { samePerson } from 'rolewright';
import type { Names } from 'rolewright';
import type { Someone } from './find.js';

export interface KnownPeople {
  byNumber(number: string): Someone | undefined;
  /** Those whose number is the same but for noughts at its beginning, spaces and hyphens; in the order in which they became known. */
  nearNumber(number: string): readonly Someone[];
  /** Those who may be the one of this name, in the order of the register. */
  namesakes(name: Names): readonly Someone[];
  /** Somebody of the list itself, who is found by the number alone. */
  add(one: Someone): void;
}

export function knownPeople(everyone: readonly Someone[]): KnownPeople {
  const numbered = new Map<string, Someone>();
  const near = new Map<string, Someone[]>();
  const named = new Map<string, Someone[]>();
  const places = new Map(everyone.map((one, at) => [one, at]));
  const put = (into: Map<string, Someone[]>, key: string, one: Someone): void => {
    const own = into.get(key);
    if (own) own.push(one);
    else into.set(key, [one]);
  };
  const addNumber = (one: Someone): void => {
    if (one.known !== null && one.externalId !== null) put(near, bare(one.externalId), one);
  };
  for (const one of everyone) {
    if (one.externalId !== null && !numbered.has(one.externalId)) numbered.set(one.externalId, one);
    addNumber(one);
    for (const key of surnamesIn(one.known?.names)) put(named, key, one);
  }
  return {
    byNumber: (number) => numbered.get(number),
    nearNumber: (number) => (near.get(bare(number)) ?? []).filter(({ externalId }) => externalId !== number),
    namesakes(name) {
      const found = new Set(surnamesIn(name).flatMap((key) => named.get(key) ?? []));
      return [...found]
        .filter(({ known }) => samePerson(known?.names, name))
        .sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
    },
    add: addNumber,
  };
}

/** Spreadsheets take the noughts from the beginning of numbers, and people write spaces and hyphens as they like. */
export const bare = (number: string): string =>
  number
    .replace(/[\s\p{P}]+/gu, '')
    .replace(/^0+(?=.)/, '')
    .toLowerCase();

/** What surnames that count as one have in common: their letters. */
function surnamesIn(names: Names | undefined): readonly string[] {
  const spellings = names === undefined ? [] : 'last' in names ? [names] : Object.values(names);
  const keys = spellings.map(({ particle = '', last }) =>
    `${particle}${last}`
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[^\p{L}\p{M}]+/gu, ''),
  );
  return [...new Set(keys)];
}
