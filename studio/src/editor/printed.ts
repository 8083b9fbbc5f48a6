/** What of a role the paper in brief says in its own words, and for what it says something shorter; pure. */
import { idOf, isList, isMap, valueAt } from '../../../server/src/studio/edits.js';
import type { Value } from '../types.js';

export interface Printed {
  /** Of the entries that the paper prints. */
  readonly ids: ReadonlySet<string>;
  /** Whether it says areas of duties in short words, in the place of the duties. */
  readonly inShort: boolean;
}

/** Reads the page of a paper in brief of the role with these data. */
export function printedIn(html: string, data: Value): Printed {
  const ids = new Set([...html.matchAll(/\sid="([a-z0-9-]+)"/g)].map(([, id = '']) => id));
  const areas = valueAt(data, ['duties']);
  const inShort = (isList(areas) ? areas : []).some((area) => {
    const duties = isMap(area) && isList(area['duties']) ? area['duties'] : [];
    return ids.has(idOf(area) ?? '') && duties.length > 0 && !duties.some((one) => ids.has(idOf(one) ?? ''));
  });
  return { ids, inShort };
}

export const samePrinted = (one: Printed | null, other: Printed | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.inShort === other.inShort &&
    one.ids.size === other.ids.size &&
    [...one.ids].every((id) => other.ids.has(id)));

/** What is to be said of a list beside the paper in brief: that none of it is there, or which entries are not; null where nothing is. */
export type Absence = { readonly of: 'all'; readonly short: boolean } | { readonly of: 'some'; readonly ids: ReadonlySet<string> } | null;

/**
 * Which entries of a list stand in no paper in brief. Only duties always have a place of their own in papers; of other lists that is known
 * where one of the entries has it.
 */
export function absenceOf(list: readonly Value[], at: string, printed: Printed | null): Absence {
  const ids = list.map((one) => idOf(one) ?? '');
  if (printed === null || ids.length === 0 || at.endsWith('/items')) return null;
  const absent = ids.filter((id) => !printed.ids.has(id));
  const isOfArea = /^duties\/#[^/]+\/duties$/.test(at);
  if (absent.length === 0 || (absent.length === ids.length && !isOfArea)) return null;
  return absent.length === ids.length ? { of: 'all', short: printed.inShort } : { of: 'some', ids: new Set(absent) };
}
