/** Where things stand in a role: as one word for a field, `duties/#receipt/text`, and as a pointer of a finding, `/duties/0/text/ru`. */
import { idOf, isList, isMap, valueAt } from '../../../server/src/studio/edits.js';
import type { Path, Value } from '../types.js';

export const pathOf = (at: string): Path => at.split('/');
export const inside = (at: string, key: string): string => (at === '' ? key : `${at}/${key}`);

/** The place that a pointer with numbers means. */
export function placeOf(pointer: string, data: Value): string {
  let value: Value | undefined = data;
  const place: string[] = [];
  for (const written of pointer.split('/').slice(1)) {
    const segment = written.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isList(value)) {
      value = /^\d+$/.test(segment) ? value[Number(segment)] : value.find((one) => idOf(one) === segment);
      const id = idOf(value);
      if (id === null) break;
      place.push(`#${id}`);
    } else if (isMap(value)) {
      value = value[segment];
      place.push(segment);
    } else break;
  }
  return place.join('/');
}

/** The place of the entry with an id; null where there is none. */
export function entryWith(id: string, data: Value): string | null {
  const find = (value: Value, at: string): string | null => {
    if (isList(value)) {
      for (const one of value) {
        const own = idOf(one);
        if (own === null) continue;
        const place = `${at}/#${own}`;
        const found = own === id ? place : find(one, place);
        if (found !== null) return found;
      }
      return null;
    }
    if (!isMap(value)) return null;
    for (const [key, one] of Object.entries(value)) {
      const found = find(one, inside(at, key));
      if (found !== null) return found;
    }
    return null;
  };
  return find(data, '');
}

/** All ids of a role, so that a new one is new. */
export function idsIn(value: Value, found: Set<string> = new Set()): Set<string> {
  const own = idOf(value);
  if (own !== null) found.add(own);
  if (isList(value)) for (const one of value) idsIn(one, found);
  else if (isMap(value)) for (const one of Object.values(value)) idsIn(one, found);
  return found;
}

/** What an entry or a text says in a language. */
export function wordsAt(data: Value, at: string, locale: string): string {
  const value = valueAt(data, pathOf(at));
  return textIn(value, locale);
}

export function textIn(value: Value | undefined, locale: string): string {
  if (typeof value === 'string') return value;
  if (!isMap(value)) return '';
  const found = value[locale];
  return typeof found === 'string' ? found : '';
}
